import { toGlobalId } from '../src/domain/global-id.js';
import { declareType } from '../src/edges/declaration.js';
import { rawRecord } from '../src/edges/raw-record.js';
import { recordSource } from '../src/edges/record-source.js';

export const Building = declareType('Building', {
  detail: 'buildingDetail',
  fields: {
    id: { leaf: (building) => toGlobalId(building.ref) },
    source: { leaf: recordSource },
    raw: { leaf: rawRecord },
    address: { one: 'Address', loader: 'addressById', key: (building) => building.address },
    addresses: { embed: true },
    bankAccounts: { embed: true },
    commonAmenities: { embed: true },
    images: { embed: true },
    office: { embed: true },
    company: { embed: true },
    responsibilities: { embed: true },
    meteringCompany: { embed: true },
    customFields: { embed: true },
    sameAs: { same: true },
    units: { page: 'Unit', loader: 'unitsOfBuilding', inverse: 'building' },
    leases: { page: 'Lease', loader: 'leasesOfBuilding', inverse: 'building' },
    issues: { page: 'Issue', loader: 'issuesOfBuilding', inverse: 'building' },
    persons: { page: 'Person', loader: 'personsOfBuilding' },
    documents: { page: 'Document', loader: 'documentsOfBuilding' },
  },
});
