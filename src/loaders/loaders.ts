import { refKey } from '../domain/global-id.js';
import type { NodeRecord, NodeType, RecordOf, Ref } from '../domain/index.js';
import type { PersonFilter } from '../domain/filter.js';
import type { Order } from '../domain/order.js';
import type {
  EdgeLoader,
  EdgeLoaderName,
  Fields,
  ListLoader,
  ListLoaderName,
  Lists,
  RecordLoader,
  RecordLoaderName,
  Source,
} from '../domain/provider.js';
import type { Session } from '../http/session.js';
import { likeListing, type Listing } from '../pagination/listing.js';
import { kindsOf, type Kind } from '../plan/kinds.js';
import { BatchListing } from './batch.js';
import { createBundles, type LoadBundle } from './bundles.js';
import { byId } from './by-id.js';
import { createSeen } from './seen.js';

/**
 * The loaders of one request. Keys that are asked for in one wave are gathered by DataLoader, source by source, and handed
 * to the provider's batch function at once; what was loaded is remembered until the request ends.
 */
export interface Loaders {
  /** A record by ref; `null` where there is none, where the source is not visible, or where the provider has no such loader. */
  record(loader: RecordLoaderName, ref: Ref, fields: Fields, wave: number): Promise<Loaded<object | null>>;
  /** Records of one source as `record` brings each, lined up with their refs: one promise for all of them. */
  records(
    loader: RecordLoaderName,
    source: string,
    refs: readonly Ref[],
    fields: Fields,
    wave: number,
  ): Promise<readonly (Loaded<object | null> | Error)[]>;
  /** The rows that hang on a parent; `null` where its provider cannot serve the edge, or needs the parent itself. */
  edge(loader: EdgeLoaderName, parent: Ref<NodeType> | NodeRecord, wave: number): Promise<Opened | null>;
  /** The rows that hang on each of several parents of one source, lined up with them. */
  edges(
    loader: EdgeLoaderName,
    source: string,
    parents: readonly (Ref<NodeType> | NodeRecord)[],
    wave: number,
  ): Promise<readonly (Opened | null | Error)[]>;
  /** Begins the calls of an edge that needs the parent itself, as far as its ref says enough: whoever opens the edge finds them answered. */
  ahead(loader: EdgeLoaderName, parent: Ref<NodeType>, wave: number): void;
  /** A provider's root list; `null` where it has none. */
  list<L extends ListLoaderName>(
    loader: L,
    source: Source,
    filter: Lists[L]['filter'],
    order: Order | undefined,
    wave: number,
  ): Opened | null;
  /** Persons of a source that stand in none of its lists of persons; `null` where it has none. */
  otherPersons(source: Source, filter: PersonFilter): Opened | null;
  /** Settles once all calls of a source's wave have been answered: what they lead to then becomes one batch. */
  inStep(source: string, wave: number): Promise<void>;
}

/** What was loaded, and how many waves of calls it took to get there. */
export interface Loaded<T> {
  readonly value: T;
  readonly wave: number;
}

/** A listing, and the waves that its calls are made in. */
export interface Opened {
  readonly listing: Listing<NodeRecord>;
  readonly waves: Waves;
  /** Set where all rows come at once, and those of other parents with them: settles once they are here. Begins the calls. */
  readonly arriving?: Promise<void> | undefined;
  /** All rows that came so, or why they did not. */
  take?(): readonly NodeRecord[] | Error;
  /** A row as it comes from there, with every reference set; and one of each kind. */
  readonly sample?: () => NodeRecord;
  readonly kinds?: () => readonly Kind<NodeRecord>[];
}

/** A session, as far as the numbering of waves is concerned, and what its answers were kept from. */
export type Waves = Pick<Session, 'wave' | 'follow'> & Partial<Pick<Session, 'kept'>>;

/** What is said of a bundle of refs: what is wanted of their records, and the waves of calls that it took to know them. */
interface Wanted {
  readonly fields: Fields;
  readonly wave: number;
}

type Parent = Ref<NodeType> | NodeRecord;

export function createLoaders(sources: readonly Source[], sessionOf: (source: Source) => Session): Loaders {
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const bundlesOfRecords = new Map<string, LoadBundle<Ref, Loaded<object | null>, Wanted>>();
  const bundlesOfEdges = new Map<string, LoadBundle<Parent, Opened | null, number>>();
  const seen = createSeen();

  const remembering = (listing: Listing<NodeRecord>, waves: Waves): Listing<NodeRecord> => ({
    ...likeListing(listing),
    async read(ask) {
      const slice = await listing.read(ask);
      seen.add(slice.rows, waves.wave);
      return slice;
    },
  });

  const openList = <F>(
    loader: ListLoader<NodeRecord, F> | undefined,
    source: Source,
    filter: F,
    order: Order | undefined,
    wave: number,
  ): Opened | null => {
    if (loader === undefined) return null;
    const session = sessionOf(source).after(wave);
    return {
      listing: remembering(loader.list(session, filter, order), session),
      waves: session,
      sample: () => loader.sample(filter),
      kinds: () => kindsOf(loader, filter),
    };
  };

  const records: Loaders['records'] = async (name, id, refs, fields, wave) => {
    const nothing = { value: null, wave };
    const source = sourcesById.get(id);
    const loader = source?.port[name] as RecordLoader<NodeType> | undefined;
    if (source === undefined || loader === undefined) return refs.map(() => nothing);
    const asked: Ref[] = [];
    const found = refs.map((ref): Loaded<object | null> | null => {
      // A key may come out of another record as well as out of a client's id: neither reaches a path unchecked.
      if (ref.type !== 'Address' && !source.port.acceptsKey(ref.type, ref.key)) return nothing;
      const known = ref.type !== 'Address' && name === byId(ref) ? seen.find(ref) : undefined;
      if (known !== undefined) return { value: known.value, wave: Math.max(known.wave, wave) };
      asked.push(ref);
      return null;
    });
    if (asked.length === 0) return found.map((each) => each ?? nothing);
    const looked = loader.looksAt?.filter((field) => fields.has(field)) ?? [];
    const one = looked.length === 0 ? `${source.id} ${name}` : [source.id, name, ...looked].join(' ');
    const load = remembered(bundlesOfRecords, one, () => bundlesOf(loader, sessionOf(source)));
    const loaded = await load(asked, { fields, wave });
    let next = 0;
    return found.map((each) => {
      if (each !== null) return each;
      const own = loaded[next++] ?? nothing;
      return own instanceof Error || own.wave >= wave ? own : { value: own.value, wave };
    });
  };

  const edges: Loaders['edges'] = async (name, id, parents, wave) => {
    const source = sourcesById.get(id);
    const loader = source?.port[name] as EdgeLoader<NodeType, NodeType> | undefined;
    if (source === undefined || loader === undefined) return parents.map(() => null);
    // Ahead of the parent itself: its key came from a client, or out of another record.
    const mayBeAsked = (parent: Parent): boolean =>
      'ref' in parent || (loader.needs !== 'record' && source.port.acceptsKey(parent.type, parent.key));
    const asked = parents.filter(mayBeAsked);
    if (asked.length === 0) return parents.map(() => null);
    const load = remembered(bundlesOfEdges, `${source.id} ${name}`, () =>
      edgeBundlesOf(loader, sessionOf(source), open),
    );
    const opened = await load(asked, wave);
    if (asked.length === parents.length) return opened;
    let next = 0;
    return parents.map((parent) => (mayBeAsked(parent) ? (opened[next++] ?? null) : null));
  };

  const open = (listing: Listing<NodeRecord>, waves: Waves): Opened =>
    new OpenedEdge(
      listing,
      waves,
      () => remembering(listing, waves),
      (rows) => seen.add(rows, waves.wave),
    );

  return {
    async record(name, ref, fields, wave) {
      const [found] = await records(name, ref.source, [ref], fields, wave);
      if (found instanceof Error) throw found;
      return found ?? { value: null, wave };
    },

    records,

    async edge(name, parent, wave) {
      const [opened] = await edges(name, 'ref' in parent ? parent.ref.source : parent.source, [parent], wave);
      if (opened instanceof Error) throw opened;
      return opened ?? null;
    },

    edges,

    ahead(name, parent, wave) {
      const source = sourcesById.get(parent.source);
      const loader = source?.port[name] as EdgeLoader<NodeType, NodeType> | undefined;
      if (source === undefined || loader?.needs !== 'record') return;
      // A failure is met again by whoever opens the edge.
      loader.ahead?.(sessionOf(source).after(wave), parent).catch(() => undefined);
    },

    list: (name, source, filter, order, wave) =>
      openList<object>(source.port[name], source, filter, order, wave),

    otherPersons: (source, filter) => openList(source.port.otherPersons, source, filter, undefined, 0),

    async inStep(id, wave) {
      const source = sourcesById.get(id);
      if (source !== undefined) await sessionOf(source).after(wave).inStep();
    },
  };
}

const noFields: Fields = new Set();

function bundlesOf(
  loader: RecordLoader<NodeType>,
  root: Session,
): LoadBundle<Ref, Loaded<object | null>, Wanted> {
  return createBundles(refKey, async (refs, wanted: readonly Wanted[]) => {
    const session = root.after(deepest(wanted.map(({ wave }) => wave)));
    const [first, ...others] = wanted;
    const fields = others.length === 0 ? first?.fields : new Set(wanted.flatMap((each) => [...each.fields]));
    const found = await loader.load(session, refs as readonly Ref<NodeType>[], fields ?? noFields);
    return refs.map((_, index) => {
      const value = found[index] ?? null;
      return value instanceof Error ? value : { value, wave: session.wave };
    });
  });
}

function edgeBundlesOf(
  loader: EdgeLoader<NodeType, NodeType>,
  root: Session,
  open: (listing: Listing<NodeRecord>, waves: Waves) => Opened,
): LoadBundle<Parent, Opened | null, number> {
  return createBundles(nameOfParent, (parents, waves: readonly number[]) => {
    const session = root.after(deepest(waves));
    const listings =
      loader.needs === 'ref'
        ? loader.open(
            session,
            parents.map((parent) => ('ref' in parent ? parent.ref : parent)),
          )
        : loader.open(session, parents as unknown as readonly RecordOf<NodeType>[]);
    return Promise.resolve(
      parents.map((_, index) => {
        const listing = listings[index];
        return listing === undefined ? null : open(listing, session);
      }),
    );
  });
}

function nameOfParent(parent: Parent): string {
  return refKey('ref' in parent ? parent.ref : parent);
}

/** What hangs on a parent. A class, since there may be a thousand, of which few are read by themselves. */
class OpenedEdge implements Opened {
  readonly waves: Waves;
  readonly #inner: Listing<NodeRecord>;
  readonly #make: () => Listing<NodeRecord>;
  readonly #see: (rows: readonly NodeRecord[]) => void;
  #listing: Listing<NodeRecord> | undefined;

  constructor(
    inner: Listing<NodeRecord>,
    waves: Waves,
    make: () => Listing<NodeRecord>,
    see: (rows: readonly NodeRecord[]) => void,
  ) {
    this.waves = waves;
    this.#inner = inner;
    this.#make = make;
    this.#see = see;
  }

  get listing(): Listing<NodeRecord> {
    return (this.#listing ??= this.#make());
  }

  get arriving(): Promise<void> | undefined {
    return this.#inner instanceof BatchListing ? this.#inner.arrive() : undefined;
  }

  take(): readonly NodeRecord[] | Error {
    if (!(this.#inner instanceof BatchListing)) throw new TypeError('only rows of a batch come all at once');
    const rows = this.#inner.rows() as readonly NodeRecord[] | Error;
    if (!(rows instanceof Error)) this.#see(rows);
    return rows;
  }
}

function deepest(waves: readonly number[]): number {
  return waves.reduce((most, wave) => Math.max(most, wave), 0);
}

function remembered<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
