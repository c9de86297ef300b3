import type { Query } from './ask.js';

/** What clients ask. Each selection is asked for once without faults: what came then must come again. */

/** A list that is read page by page. */
export interface ListQuery extends Query {
  readonly field: string;
  /** Records of a page; clients pick one. */
  readonly firsts: readonly number[];
  /** Pages that a client reads at most. */
  readonly pages: number;
}

// Fields of one name and several types have names of their own: some queries ask for all types at once.
const identity = 'id source { sourceId remoteId }';
const sources = 'sources { sourceId status truncated error { code message } }';

/** A connection below a record, long enough to hold all of it and no longer: the gateway reckons with all that is asked for. */
const below = (field: string, first: number, selection: string): string =>
  `${field}(first: ${first}) { ${sources} nodes { ${selection} } }`;

const building = `${identity} externalId name buildingKind: kind isActive address { line1 city postalCode country }`;
const unit = `${identity} externalId number unitKind: kind floor rooms building { id name }`;
const person = `${identity} externalId personKind: kind roles displayName firstName lastName companyName email phones { number }`;
const lease = `${identity} externalId leaseStatus: status startDate endDate unit { id number } building { id } tenants { id displayName }`;
const issue = `${identity} externalId title issueStatus: status providerStatus createdAt reporterName reporter { id displayName } unit { id } building { id }`;
const document = `${identity} title documentKind: kind url subject { id }`;

const tenancies = below('leases', 10, 'id status tenants { id displayName email }');

interface ListShape {
  readonly field: string;
  readonly selection: string;
  readonly firsts: readonly number[];
  readonly pages?: number;
  /** Arguments beside `first` and `after`. */
  readonly more?: string;
  readonly total?: boolean;
}

function list(
  name: string,
  { field, selection, firsts, pages = 50, more = '', total = false }: ListShape,
): ListQuery {
  const asked = `page: ${field}(first: $first, after: $after${more})`;
  const page = `pageInfo { hasNextPage endCursor } ${sources} ${total ? 'totalCount ' : ''}nodes { ${selection} }`;
  return {
    name,
    field,
    firsts,
    pages,
    document: `query ($first: Int!, $after: String) { ${asked} { ${page} } }`,
  };
}

/** The lists whose records are compared with the portfolio. */
export const plainLists = {
  buildings: list('buildings', {
    field: 'buildings',
    selection: building,
    firsts: [7, 25, 100],
    total: true,
  }),
  units: list('units', { field: 'units', selection: unit, firsts: [25, 100], pages: 4 }),
  persons: list('persons', { field: 'persons', selection: person, firsts: [25, 100], pages: 6 }),
  leases: list('leases', { field: 'leases', selection: lease, firsts: [20, 100], pages: 4 }),
  issues: list('issues', { field: 'issues', selection: issue, firsts: [25, 100] }),
  documents: list('documents', { field: 'documents', selection: document, firsts: [25, 100], pages: 4 }),
} as const;

export type PlainList = keyof typeof plainLists;

/** Lists whose records have others below them, and lists that hold some of the records. */
export const otherLists = {
  tree: list('buildings with units, leases and tenants', {
    field: 'buildings',
    selection: `id name ${below('units', 70, `id number ${tenancies}`)}`,
    firsts: [3, 5],
    pages: 2,
  }),
  around: list('buildings with issues and documents', {
    field: 'buildings',
    selection: `id name ${below('issues', 60, 'id title status')} ${below('documents', 100, 'id title')}`,
    firsts: [5, 10],
    pages: 2,
  }),
  occupied: list('units with what their details alone tell', {
    field: 'units',
    selection: 'id number occupancy description',
    firsts: [10],
    pages: 5,
  }),
  openIssues: list('issues that are open', {
    field: 'issues',
    selection: issue,
    firsts: [10, 50],
    more: ', filter: { status: [OPEN, IN_PROGRESS] }',
  }),
  found: list('persons by a part of the name', {
    field: 'persons',
    selection: 'id displayName',
    firsts: [25],
    more: ', filter: { search: "an" }',
    pages: 3,
  }),
} as const;

/** Every real building once, over all sources. */
export const linkedBuildings: Query = {
  name: 'linkedBuildings',
  document: `{ page: linkedBuildings(first: 100) {
    totalCount pageInfo { hasNextPage } ${sources} nodes { id name members { id name } }
  } }`,
};

/** Buildings of all sources in one order. */
export const orderedBuildings: Query = {
  name: 'buildings by name',
  document: `{ page: buildings(first: 100, orderBy: { field: NAME }) {
    pageInfo { hasNextPage } ${sources} nodes { ${building} }
  } }`,
};

const sameAs = 'sameAs { rule confidence node { id externalId } }';

/** Any record with what hangs on it. Its fields differ by type, so that each has a part of its own. */
const record = `__typename id
  ... on Building { ${building} ${sameAs} ${below('units', 70, 'id number')} }
  ... on Unit { ${unit} occupancy ${sameAs} ${below('persons', 40, 'id displayName')} }
  ... on Person { ${person} ${below('leases', 20, 'id status')} }
  ... on Lease { ${lease} ${below('documents', 100, 'id title')} }
  ... on Issue { ${issue} ${below('comments', 50, 'id text')} ${below('tasks', 50, 'id title')} }
  ... on Document { ${document} }`;

export const node: Query = {
  name: 'node',
  document: `query ($id: ID!) { node(id: $id) { ${record} } }`,
};

export const nodes: Query = {
  name: 'nodes',
  document: `query ($ids: [ID!]!) { nodes(ids: $ids) { ${record} } }`,
};
