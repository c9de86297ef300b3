import { toGlobalId } from '../src/domain/global-id.js';
import { declareType } from '../src/edges/declaration.js';
import { rawRecord } from '../src/edges/raw-record.js';
import { recordSource } from '../src/edges/record-source.js';

export const Unit = declareType('Unit', {
  detail: 'unitDetail',
  fields: {
    id: { leaf: (unit) => toGlobalId(unit.ref) },
    source: { leaf: recordSource },
    raw: { leaf: rawRecord },
    building: { one: 'Building', loader: 'buildingById', key: (unit) => unit.building },
    address: { one: 'Address', loader: 'addressById', key: (unit) => unit.address },
    area: { embed: true },
    rent: { embed: true },
    amenities: { embed: true },
    images: { embed: true },
    meteringCompany: { embed: true },
    customFields: { embed: true },
    owner: { one: 'Person', loader: 'personById', key: (unit) => unit.owner },
    manager: { one: 'Person', loader: 'personById', key: (unit) => unit.manager },
    defaultIssueManager: { one: 'Person', loader: 'personById', key: (unit) => unit.defaultIssueManager },
    sameAs: { same: true },
    leases: { page: 'Lease', loader: 'leasesOfUnit', embedded: (unit) => unit.leases, inverse: 'unit' },
    persons: { page: 'Person', loader: 'personsOfUnit', embedded: (unit) => unit.persons },
    issues: { page: 'Issue', loader: 'issuesOfUnit', inverse: 'unit' },
    documents: { page: 'Document', loader: 'documentsOfUnit', embedded: (unit) => unit.documents },
  },
});
