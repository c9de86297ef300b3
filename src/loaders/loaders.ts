import DataLoader from 'dataloader';
import { toGlobalId } from '../domain/global-id.js';
import type { NodeRecord, NodeType, RecordOf, Ref } from '../domain/index.js';
import type {
  EdgeLoader,
  EdgeLoaderName,
  EndsOf,
  ListLoader,
  ListLoaderName,
  Lists,
  RecordLoader,
  RecordLoaderName,
  Source,
  TargetOf,
} from '../domain/provider.js';
import type { Session } from '../http/session.js';
import { arrayListing, mapListing, type Listing } from '../pagination/listing.js';
import { byId } from './by-id.js';
import { bySource } from './by-source.js';
import { inStep } from './in-step.js';

/**
 * The loaders of one request. Keys of one wave are gathered by DataLoader, grouped by source, and handed to the
 * provider's batch function at once; what was loaded is remembered until the request ends.
 */
export interface Loaders {
  /** A record by ref; `null` where there is none, where the source is not visible, or where the provider has no such loader. */
  record<L extends RecordLoaderName>(loader: L, ref: Ref<TargetOf<L>>): Promise<RecordOf<TargetOf<L>> | null>;
  /** The rows that hang on a parent; `null` where its provider cannot serve the edge. */
  edge<L extends EdgeLoaderName>(
    loader: L,
    parent: RecordOf<EndsOf<L>['parent']>,
  ): Promise<Listing<RecordOf<EndsOf<L>['target']>> | null>;
  /** A provider's root list; `null` where it has none. */
  list<L extends ListLoaderName>(
    loader: L,
    source: Source,
    filter: Lists[L]['filter'],
  ): Listing<Lists[L]['row']> | null;
}

export function createLoaders(sources: readonly Source[], sessionOf: (source: Source) => Session): Loaders {
  const records = new Map<RecordLoaderName, DataLoader<Ref, object | null, string>>();
  const edges = new Map<EdgeLoaderName, DataLoader<{ ref: Ref }, Listing<object> | null, string>>();
  const recordsBy = (name: RecordLoaderName): DataLoader<Ref, object | null, string> =>
    remembered(records, name, () => recordLoader(sources, sessionOf, name));

  /** Rows are records that were read: whoever asks for one of them by id later is not made to wait for a call. */
  const remembering = <R extends NodeRecord>(listing: Listing<R>): Listing<R> =>
    mapListing(listing, (row) => {
      recordsBy(byId(row.ref)).prime(row.ref, row);
      return row;
    });

  return {
    record<L extends RecordLoaderName>(name: L, ref: Ref<TargetOf<L>>) {
      return recordsBy(name).load(ref) as Promise<RecordOf<TargetOf<L>> | null>;
    },

    async edge<L extends EdgeLoaderName>(name: L, parent: RecordOf<EndsOf<L>['parent']>) {
      const loader = remembered(edges, name, () => edgeLoader(sources, sessionOf, name));
      const listing = (await loader.load(parent)) as Listing<RecordOf<EndsOf<L>['target']>> | null;
      return listing && remembering(listing);
    },

    list<L extends ListLoaderName>(name: L, source: Source, filter: Lists[L]['filter']) {
      const loader = source.port[name] as ListLoader<Lists[L]['row'], Lists[L]['filter']> | undefined;
      const listing = loader?.list(sessionOf(source), filter) ?? null;
      return listing && remembering(listing);
    },
  };
}

function recordLoader(
  sources: readonly Source[],
  sessionOf: (source: Source) => Session,
  name: RecordLoaderName,
): DataLoader<Ref, object | null, string> {
  return new DataLoader<Ref, object | null, string>(
    (refs) =>
      bySource(
        sources,
        refs,
        (ref) => ref.source,
        async (source, group) => {
          const loader = source.port[name] as RecordLoader<NodeType> | undefined;
          if (loader === undefined) return group.map(() => null);
          // A key may come out of another record as well as out of a client's id: neither reaches a path unchecked.
          const fit = group.filter((ref) => isAcceptable(source, ref)) as readonly Ref<NodeType>[];
          const found = fit.length === 0 ? [] : await loader.load(sessionOf(source), fit);
          const answers = new Map(fit.map((ref, index) => [ref as Ref, found[index] ?? null]));
          return group.map((ref) => answers.get(ref) ?? null);
        },
      ),
    { cacheKeyFn: toGlobalId },
  );
}

function isAcceptable(source: Source, ref: Ref): boolean {
  return ref.type === 'Address' || source.port.acceptsKey(ref.type, ref.key);
}

function edgeLoader(
  sources: readonly Source[],
  sessionOf: (source: Source) => Session,
  name: EdgeLoaderName,
): DataLoader<{ ref: Ref }, Listing<object> | null, string> {
  return new DataLoader<{ ref: Ref }, Listing<object> | null, string>(
    (parents) =>
      bySource(
        sources,
        parents,
        (parent) => parent.ref.source,
        (source, group) => {
          const loader = source.port[name] as EdgeLoader<NodeType, NodeType> | undefined;
          return Promise.resolve(
            loader === undefined
              ? group.map(() => null)
              : listings(loader, sessionOf(source), group as readonly RecordOf<NodeType>[]),
          );
        },
      ),
    { cacheKeyFn: (parent) => toGlobalId(parent.ref) },
  );
}

/** The access path by count: one parent is read by its window where the provider can, many by the batch. */
function listings(
  loader: EdgeLoader<NodeType, NodeType>,
  session: Session,
  parents: readonly RecordOf<NodeType>[],
): readonly Listing<object>[] {
  const { list, all } = loader;
  if (list !== undefined && (all === undefined || parents.length === 1)) {
    return inStep(parents.map((parent) => list.call(loader, session, parent)));
  }
  if (all === undefined) throw new TypeError('an edge loader needs `list` or `all`');
  let batch: ReturnType<typeof all> | undefined;
  return parents.map((_, index) =>
    arrayListing(async () => {
      const rows = (await (batch ??= all.call(loader, session, parents)))[index] ?? [];
      if (rows instanceof Error) throw rows;
      return rows;
    }),
  );
}

function remembered<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
