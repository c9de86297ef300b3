import type { RootField } from '../src/edges/declaration.js';

/** `nodes` takes so many ids at once. */
const mostIds = 100;

export const Query = {
  node: { byId: null },
  nodes: { byIds: mostIds },
  sources: { leaf: (context) => context.sources },

  building: { byId: 'Building' },
  unit: { byId: 'Unit' },
  person: { byId: 'Person' },
  lease: { byId: 'Lease' },
  issue: { byId: 'Issue' },
  document: { byId: 'Document' },

  buildings: { list: 'buildings' },
  units: { list: 'units' },
  persons: { list: 'persons' },
  leases: { list: 'leases' },
  issues: { list: 'issues' },
  documents: { list: 'documents' },

  linkedBuilding: { linkedOne: 'Building' },
  linkedBuildings: { linkedList: 'Building' },
  linkedUnit: { linkedOne: 'Unit' },
  linkedUnits: { linkedList: 'Unit' },
  linkedPerson: { linkedOne: 'Person' },
  linkedPersons: { linkedList: 'Person' },
} satisfies Readonly<Record<string, RootField>>;
