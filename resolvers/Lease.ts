import { toGlobalId } from '../src/domain/global-id.js';
import { declareType } from '../src/edges/declaration.js';
import { rawRecord } from '../src/edges/raw-record.js';
import { recordSource } from '../src/edges/record-source.js';

export const Lease = declareType('Lease', {
  fields: {
    id: { leaf: (lease) => toGlobalId(lease.ref) },
    source: { leaf: recordSource },
    raw: { leaf: rawRecord },
    unit: { one: 'Unit', loader: 'unitById', key: (lease) => lease.unit },
    building: {
      one: 'Building',
      loader: 'buildingById',
      key: (lease) => lease.building,
      through: 'unit',
    },
    tenants: { each: 'Person', loader: 'personById', keys: (lease) => lease.tenants },
    documents: {
      page: 'Document',
      loader: 'documentsOfLease',
      embedded: (lease) => lease.documents,
      inverse: 'subject',
    },
  },
});
