import { toGlobalId } from '../src/domain/global-id.js';
import { declareType } from '../src/edges/declaration.js';
import { rawRecord } from '../src/edges/raw-record.js';
import { recordSource } from '../src/edges/record-source.js';

export const Person = declareType('Person', {
  detail: 'personDetail',
  fields: {
    id: { leaf: (person) => toGlobalId(person.ref) },
    source: { leaf: recordSource },
    raw: { leaf: rawRecord },
    phones: { embed: true },
    address: { one: 'Address', loader: 'addressById', key: (person) => person.address },
    rating: { embed: true },
    authorizedAmount: { embed: true },
    invoiceDetails: { embed: true },
    office: { embed: true },
    customFields: { embed: true },
    sameAs: { same: true },
    units: { page: 'Unit', loader: 'unitsOfPerson', embedded: (person) => person.units },
    leases: { page: 'Lease', loader: 'leasesOfPerson', embedded: (person) => person.leases },
    issues: { page: 'Issue', loader: 'issuesOfPerson' },
    documents: { page: 'Document', loader: 'documentsOfPerson', embedded: (person) => person.documents },
  },
});
