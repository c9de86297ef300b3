import { toGlobalId } from '../domain/global-id.js';
import { type NodeType, type RecordOf, type Ref } from '../domain/index.js';
import type { EdgeLoaderName, ListLoaderName, Lists, RecordLoaderName, Source } from '../domain/provider.js';
import type { Loaders } from '../loaders/loaders.js';
import { concatListings } from '../pagination/concat.js';
import { filterListing } from '../pagination/filter.js';
import { arrayListing, emptyListing, readAll, type Listing } from '../pagination/listing.js';

/** A filter member that chooses rows by what they hang on, and the edge that leads to them. */
interface Relation {
  readonly member: string;
  readonly parent: RecordLoaderName;
  readonly edge: EdgeLoaderName;
  /** Whether a row hangs on one parent only; two tenants of one lease share it. */
  readonly exclusive: boolean;
}

const relations: Readonly<Record<ListLoaderName, readonly Relation[]>> = {
  buildings: [],
  units: [{ member: 'building', parent: 'buildingById', edge: 'unitsOfBuilding', exclusive: true }],
  persons: [],
  leases: [
    { member: 'unit', parent: 'unitById', edge: 'leasesOfUnit', exclusive: true },
    { member: 'person', parent: 'personById', edge: 'leasesOfPerson', exclusive: false },
  ],
  issues: [
    { member: 'unit', parent: 'unitById', edge: 'issuesOfUnit', exclusive: true },
    { member: 'building', parent: 'buildingById', edge: 'issuesOfBuilding', exclusive: true },
  ],
  documents: [
    { member: 'lease', parent: 'leaseById', edge: 'documentsOfLease', exclusive: true },
    { member: 'issue', parent: 'issueById', edge: 'documentsOfIssue', exclusive: true },
    { member: 'unit', parent: 'unitById', edge: 'documentsOfUnit', exclusive: true },
    { member: 'building', parent: 'buildingById', edge: 'documentsOfBuilding', exclusive: true },
  ],
};

/**
 * A root list that is narrowed to certain parents, e.g. `issues(filter: { building: [...] })`: the rows of the same
 * edges that hang on those records. The first member given chooses the rows, further ones are intersected.
 *
 * `undefined`: the filter has no such member that the provider has not filtered already.
 * `null`: the provider cannot serve the edge.
 */
export function relatedListing<L extends ListLoaderName>(
  list: L,
  filter: Lists[L]['filter'],
  pushed: readonly PropertyKey[],
  source: Source,
  loaders: Loaders,
): Listing<Lists[L]['row']> | null | undefined {
  const given = relations[list].flatMap((relation) => {
    const refs = (filter as Record<string, readonly Ref[] | undefined>)[relation.member];
    return refs === undefined ? [] : [{ relation, refs }];
  });
  // Rows that come over one edge were narrowed by nothing: what the provider could have filtered is intersected, too.
  const [driver, ...others] = given.every(({ relation }) => pushed.includes(relation.member)) ? [] : given;
  if (driver === undefined) return undefined;
  if (given.some(({ relation }) => source.port[relation.edge] === undefined)) return null;
  return lazyListing(async () => {
    const rows = await rowsOf(driver.relation, driver.refs, loaders);
    const sets = await Promise.all(
      others.map(async ({ relation, refs }) => {
        const inner = await rowsOf(relation, refs, loaders);
        return new Set((await readAll(inner)).map((row) => toGlobalId(row.ref)));
      }),
    );
    const narrowed =
      sets.length === 0
        ? rows
        : filterListing(rows, (row) => sets.every((set) => set.has(toGlobalId(row.ref))));
    return narrowed as Listing<Lists[L]['row']>;
  });
}

async function rowsOf(
  { parent, edge, exclusive }: Relation,
  refs: readonly Ref[],
  loaders: Loaders,
): Promise<Listing<RecordOf<NodeType>>> {
  const unique = [...new Map(refs.map((ref) => [toGlobalId(ref), ref])).values()];
  const parents = await Promise.all(unique.map((ref) => loaders.record(parent, ref as Ref<never>)));
  const listings = await Promise.all(
    parents
      .filter((record) => record !== null)
      .map((record) => loaders.edge(edge, record as never) as Promise<Listing<RecordOf<NodeType>> | null>),
  );
  const known = listings.filter((listing) => listing !== null);
  const [only] = known;
  if (only === undefined) return emptyListing;
  if (known.length === 1) return only;
  if (exclusive) return concatListings(known);
  return arrayListing(async () => {
    const rows = (await Promise.all(known.map((listing) => readAll(listing)))).flat();
    return [...new Map(rows.map((row) => [toGlobalId(row.ref), row])).values()];
  });
}

/** A listing that is only made when it is read: a source that the window does not reach is not asked. */
function lazyListing<T>(create: () => Promise<Listing<T>>): Listing<T> {
  let made: Promise<Listing<T>> | undefined;
  return {
    stride: 100,
    read: async (ask) => (await (made ??= create())).read(ask),
  };
}
