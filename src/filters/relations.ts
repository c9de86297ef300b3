import { older, type KeptRead } from '../http/session.js';
import { refKey } from '../domain/global-id.js';
import type { NodeRecord, NodeType, Ref } from '../domain/index.js';
import type {
  EdgeLoader,
  EdgeLoaderName,
  Fields,
  ListLoaderName,
  Lists,
  RecordLoader,
  RecordLoaderName,
  Source,
} from '../domain/provider.js';
import type { Loaders, Opened } from '../loaders/loaders.js';
import { arrayListing } from '../pagination/array.js';
import { concatListings } from '../pagination/concat.js';
import { filterListing } from '../pagination/filter.js';
import { laterListing, readAll, unknownLength, type Ask, type Listing } from '../pagination/listing.js';
import { start } from '../pagination/position.js';
import { free, inTurn, together, type Cost } from '../plan/cost.js';
import { kindsOf, type Kind } from '../plan/kinds.js';

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

/** A relation, and the parents that a filter gives. */
interface Given {
  readonly relation: Relation;
  readonly refs: readonly Ref<NodeType>[];
}

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
  wave: number,
): Opened | null | undefined {
  const given = relations[list].flatMap((relation): Given[] => {
    const refs = (filter as Record<string, readonly Ref<NodeType>[] | undefined>)[relation.member];
    if (refs === undefined) return [];
    return [{ relation, refs: [...new Map(refs.map((ref) => [refKey(ref), ref])).values()] }];
  });
  // Rows that come over one edge were narrowed by nothing: what the provider could have filtered is intersected, too.
  const [driver, ...others] = given.every(({ relation }) => pushed.includes(relation.member)) ? [] : given;
  if (driver === undefined) return undefined;
  if (given.some(({ relation }) => source.port[relation.edge] === undefined)) return null;

  const reader = createReader(source, loaders, wave);
  const listing = laterListing(
    async () => {
      const [rows, ...sets] = await Promise.all([
        reader.rowsOf(driver),
        ...others.map(async (other) => {
          const inner = await readAll(await reader.rowsOf(other));
          return new Set(inner.map((row) => refKey(row.ref)));
        }),
      ]);
      return sets.length === 0
        ? rows
        : filterListing(rows, (row) => sets.every((set) => set.has(refKey(row.ref))));
    },
    {
      stride: 100,
      cost: (ask) =>
        together(reader.costOf(driver, ask), ...others.map((other) => reader.costOf(other, whole))),
      known: () => unknownLength,
    },
  );
  const kinds = (): readonly Kind<NodeRecord>[] => reader.kindsOf(driver);
  return { listing, waves: reader, sample: () => reader.sampleOf(driver), kinds };
}

const noFields: Fields = new Set();

/** What is reckoned with where all rows of a parent are read. */
const whole: Ask = { from: start, limit: 100, needMore: true, needTotal: false };

function createReader({ port }: Source, loaders: Loaders, wave: number) {
  let after = wave;
  const opened: Opened[] = [];
  const edgeOf = ({ edge }: Relation) => port[edge] as EdgeLoader<NodeType, NodeType>;
  const byIdOf = ({ parent }: Relation) => port[parent] as RecordLoader<NodeType> | undefined;

  /** One of the parents. */
  const likeOf = ({ relation, refs: [first] }: Given) =>
    first === undefined ? undefined : byIdOf(relation)?.sample(first, noFields);

  const parentOf = (given: Given) => {
    const like = likeOf(given);
    if (like === undefined) throw new TypeError('a relation without parents has no rows');
    return like;
  };

  /** What the edge must be given: the refs, or the records that have to be read first. */
  const parentsOf = async ({ relation, refs }: Given) => {
    if (edgeOf(relation).needs === 'ref') return refs.map((ref) => ({ value: ref, wave: after }));
    const loaded = await Promise.all(
      refs.map((ref) => loaders.record(relation.parent, ref, noFields, after)),
    );
    return loaded.flatMap(({ value, wave: read }) =>
      value === null ? [] : [{ value: value as NodeRecord, wave: read }],
    );
  };

  return {
    get wave(): number {
      return opened.reduce((deepest, { waves }) => Math.max(deepest, waves.wave), after);
    },
    get kept() {
      return opened.reduce<KeptRead | null>((oldest, { waves }) => older(oldest, waves.kept ?? null), null);
    },
    follow(deeper: number): void {
      after = Math.max(after, deeper);
    },

    async rowsOf(given: Given): Promise<Listing<NodeRecord>> {
      const { relation } = given;
      const parents = await parentsOf(given);
      const found = await Promise.all(
        parents.map((parent) => loaders.edge(relation.edge, parent.value, parent.wave)),
      );
      const known = found.filter((each) => each !== null);
      opened.push(...known);
      const listings = known.map(({ listing }) => listing);
      if (relation.exclusive || listings.length < 2) return concatListings(listings);
      return arrayListing({
        async load() {
          const rows = (await Promise.all(listings.map((each) => readAll(each)))).flat();
          return [...new Map(rows.map((row) => [refKey(row.ref), row])).values()];
        },
        key: (row) => refKey(row.ref),
      });
    },

    costOf(given: Given, ask: Ask): Cost {
      const { relation, refs } = given;
      const byId = byIdOf(relation);
      const edge = edgeOf(relation);
      const like = likeOf(given);
      if (like === undefined || byId === undefined) return free;
      const parents = edge.needs === 'ref' ? free : byId.cost({ count: refs.length, refs }, noFields);
      return inTurn(parents, edge.cost(refs.length, like, relation.exclusive ? ask : whole));
    },

    sampleOf: (given: Given): NodeRecord => edgeOf(given.relation).sample(parentOf(given)),
    kindsOf: (given: Given): readonly Kind<NodeRecord>[] =>
      kindsOf(edgeOf(given.relation), parentOf(given), given.refs.length),
  };
}
