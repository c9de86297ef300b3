import DataLoader from 'dataloader';
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
import type { Listing } from '../pagination/listing.js';
import { kindsOf, type Kind } from '../plan/kinds.js';
import { byId } from './by-id.js';

/**
 * The loaders of one request. Keys that are asked for in one wave are gathered by DataLoader, source by source, and handed
 * to the provider's batch function at once; what was loaded is remembered until the request ends.
 */
export interface Loaders {
  /** A record by ref; `null` where there is none, where the source is not visible, or where the provider has no such loader. */
  record(loader: RecordLoaderName, ref: Ref, fields: Fields, wave: number): Promise<Loaded<object | null>>;
  /** The rows that hang on a parent; `null` where its provider cannot serve the edge, or needs the parent itself. */
  edge(loader: EdgeLoaderName, parent: Ref<NodeType> | NodeRecord, wave: number): Promise<Opened | null>;
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
  /** A row as it comes from there, with every reference set; and one of each kind. */
  readonly sample?: () => NodeRecord;
  readonly kinds?: () => readonly Kind<NodeRecord>[];
}

/** A session, as far as the numbering of waves is concerned, and what its answers were kept from. */
export type Waves = Pick<Session, 'wave' | 'follow'> & Partial<Pick<Session, 'kept'>>;

/** A key, and the waves of calls that it took to know it. */
interface Key<R> {
  readonly of: R;
  readonly fields: Fields;
  readonly wave: number;
}

export function createLoaders(sources: readonly Source[], sessionOf: (source: Source) => Session): Loaders {
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const records = new Map<string, DataLoader<Key<Ref>, Loaded<object | null>, string>>();
  const edges = new Map<string, DataLoader<Key<Ref<NodeType> | NodeRecord>, Opened | null, string>>();
  /** Rows are records that were read: whoever asks for one of them by id later is not made to wait for a call. */
  const rows = new Map<string, Loaded<object>>();

  const remembering = (listing: Listing<NodeRecord>, waves: Waves): Listing<NodeRecord> => ({
    ...listing,
    async read(ask) {
      const slice = await listing.read(ask);
      const { wave } = waves;
      for (const { value } of slice.rows) {
        const id = refKey(value.ref);
        if (!rows.has(id)) rows.set(id, { value, wave });
      }
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

  return {
    async record(name, ref, fields, wave) {
      const nothing = { value: null, wave };
      const source = sourcesById.get(ref.source);
      const loader = source?.port[name] as RecordLoader<NodeType> | undefined;
      if (source === undefined || loader === undefined) return nothing;
      // A key may come out of another record as well as out of a client's id: neither reaches a path unchecked.
      if (ref.type !== 'Address' && !source.port.acceptsKey(ref.type, ref.key)) return nothing;
      const known = ref.type !== 'Address' && name === byId(ref) ? rows.get(refKey(ref)) : undefined;
      if (known !== undefined) return { value: known.value, wave: Math.max(known.wave, wave) };
      const seen = loader.looksAt?.filter((field) => fields.has(field)) ?? [];
      const one = seen.length === 0 ? `${source.id} ${name}` : [source.id, name, ...seen].join(' ');
      const loaded = await remembered(records, one, () => recordLoader(loader, sessionOf(source))).load({
        of: ref,
        fields,
        wave,
      });
      return loaded.wave >= wave ? loaded : { value: loaded.value, wave };
    },

    async edge(name, parent, wave) {
      const ref = 'ref' in parent ? parent.ref : parent;
      const source = sourcesById.get(ref.source);
      const loader = source?.port[name] as EdgeLoader<NodeType, NodeType> | undefined;
      if (source === undefined || loader === undefined) return null;
      // Ahead of the parent itself: its key came from a client, or out of another record.
      if (!('ref' in parent) && (loader.needs === 'record' || !source.port.acceptsKey(ref.type, ref.key)))
        return null;
      const opened = await remembered(edges, `${source.id} ${name}`, () =>
        edgeLoader(loader, sessionOf(source)),
      ).load({ of: parent, fields: noFields, wave });
      return opened && { ...opened, listing: remembering(opened.listing, opened.waves) };
    },

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

function recordLoader(
  loader: RecordLoader<NodeType>,
  root: Session,
): DataLoader<Key<Ref>, Loaded<object | null>, string> {
  return new DataLoader<Key<Ref>, Loaded<object | null>, string>(
    async (keys) => {
      const session = root.after(deepest(keys));
      const fields = new Set(keys.flatMap((key) => [...key.fields]));
      const refs = keys.map((key) => key.of as Ref<NodeType>);
      const found = await loader.load(session, refs, fields);
      return refs.map((_, index) => {
        const value = found[index] ?? null;
        return value instanceof Error ? value : { value, wave: session.wave };
      });
    },
    { cacheKeyFn: (key) => refKey(key.of) },
  );
}

function edgeLoader(
  loader: EdgeLoader<NodeType, NodeType>,
  root: Session,
): DataLoader<Key<Ref<NodeType> | NodeRecord>, Opened | null, string> {
  return new DataLoader<Key<Ref<NodeType> | NodeRecord>, Opened | null, string>(
    (keys) => {
      const session = root.after(deepest(keys));
      const parents = keys.map((key) => key.of);
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
          return listing === undefined ? null : { listing: listing, waves: session };
        }),
      );
    },
    { cacheKeyFn: ({ of }) => refKey('ref' in of ? of.ref : of) },
  );
}

function deepest(keys: readonly Key<unknown>[]): number {
  return keys.reduce((most, { wave }) => Math.max(most, wave), 0);
}

function remembered<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
