import { declareLinked } from '../src/edges/linked.js';

export const LinkedBuilding = declareLinked(
  'Building',
  [
    'externalId',
    'name',
    'kind',
    'buildingType',
    'number',
    'isActive',
    'address',
    'addresses',
    'description',
    'unitCount',
    'commonAmenities',
    'images',
    'ownerName',
    'bankAccounts',
    'office',
    'company',
    'responsibilities',
    'meteringCompany',
    'customFields',
    'tags',
  ],
  {
    units: { joinedLinked: 'Unit', loader: 'unitsOfBuilding' },
    leases: { joined: 'Lease', loader: 'leasesOfBuilding' },
    issues: { joined: 'Issue', loader: 'issuesOfBuilding' },
    persons: { joinedLinked: 'Person', loader: 'personsOfBuilding' },
    documents: { joined: 'Document', loader: 'documentsOfBuilding' },
  },
);
