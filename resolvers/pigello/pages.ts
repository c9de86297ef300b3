import { UnexpectedShapeError, toError, type Origin } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { chunkByBytes, type Query } from '../../src/http/url.js';
import { createBundles, type LoadBundle } from '../../src/loaders/bundles.js';
import { groupBy, uniqueBy } from '../../src/loaders/group.js';
import { perOperation } from '../../src/loaders/per-operation.js';
import { arrayListing } from '../../src/pagination/array.js';
import { concatListings } from '../../src/pagination/concat.js';
import { readAll, type Ask, type Listing } from '../../src/pagination/listing.js';
import { pagedCost, pagedListing } from '../../src/pagination/pages.js';
import { start } from '../../src/pagination/position.js';
import { free, oneWave, together, type Cost } from '../../src/plan/cost.js';
import type { Sizes } from '../../src/plan/sizes.js';
import type { Drift } from '../../src/wire/drift.js';
import { readRows } from '../../src/wire/read.js';
import type { PigelloSettings } from './config.js';
import type { IdFilter } from './filters.js';
import { apartmentContract, paths, type Entity } from './paths.js';
import { readEnvelope, shapes, type Rows } from './wire.js';

/** A row, and when the answer that held it arrived. */
export interface Received<E extends Entity> {
  readonly row: Rows[E];
  readonly at: Date;
}

/** A filter by one list of values, e.g. `building__in`. */
export interface InFilter {
  readonly name: string;
  readonly values: readonly string[];
  /** Whether a row may match several of the values, as a contract of two tenants does. */
  readonly overlapping?: boolean;
}

/** The part of a list that is wanted, and the order of its rows. */
export interface Part {
  readonly filters?: readonly InFilter[];
  /** As `_order_by` takes it, e.g. `-created_at,id`. */
  readonly orderBy?: string | undefined;
}

/** Pigello's lists: numbered pages whose size is ours to choose, narrowed by lists of ids. */
export interface PigelloLists {
  /** A list as a listing; with a filter, only the rows that match one of its values. */
  listing<E extends Entity>(session: Session, entity: E, part?: Part): Listing<Received<E>>;
  /** Whether the values of filters fit into one URL; otherwise the rows are those of several calls, one after the other. */
  isOneCall(filters: readonly InFilter[]): boolean;
  /** The most calls of a window on a part of a list. */
  windowCost(entity: Entity, ask: Ask): Cost;
  /**
   * All rows that a filter finds by ids, lined up with these, in as few calls as URLs allow: ids that several edges ask for
   * in one wave go together, and none is asked for twice. A failed call costs its own ids only.
   */
  rowsBy<E extends Entity>(
    session: Session,
    filter: IdFilter<E>,
    ids: readonly string[],
  ): Promise<readonly RowsOfId<E>[]>;
  /** The rows that a filter finds by one id, window by window; where all of them are read anyway, out of these. */
  rowsOf<E extends Entity>(session: Session, filter: IdFilter<E>, id: string): Listing<Received<E>>;
  /** Says that `rowsBy` will read all rows of these ids in this operation: a window on them is then no call of its own. */
  willRead(session: Session, filter: IdFilter, ids: readonly string[]): void;
  /** The most calls of `rowsBy` with so many uuids, of which each is reckoned with so many rows. @default one row each */
  rowsCost(entity: Entity, ids: number, rowsEach?: number): Cost;
  /** As many rows as a list is known to have; where nobody has seen it, `otherwise`. */
  atMost(entity: Entity, otherwise: number): number;
}

/** The rows of an id. */
type RowsOfId<E extends Entity> = readonly Received<E>[] | Error;

/**
 * Bytes of a comma-joined id list. The whole request target stays under 8,000: about 200 uuids.
 */
const idBytes = 7_500;

/** How many uuids one call takes. */
export const idsPerCall = Math.floor(idBytes / 37);

/** What an id found, and the wave of the call that found it. */
interface Found<E extends Entity> {
  readonly rows: readonly Received<E>[] | Error;
  readonly wave: number;
}

export function createLists(
  settings: PigelloSettings,
  origin: Origin,
  sizes: Sizes,
  drift: Drift,
): PigelloLists {
  const pathOf = (entity: Entity): string => settings.paths[entity] ?? paths[entity].path;

  /** How every list pages, whatever part of it is wanted. */
  const paged = <E extends Entity>(entity: E) => ({
    path: pathOf(entity),
    pageSize: { max: settings.pageSize },
    told: 'maybe' as const,
    key: ({ row }: Received<E>) => row.id,
  });

  const one = <E extends Entity>(
    session: Session,
    entity: E,
    query: Query,
    keys: number | undefined,
  ): Listing<Received<E>> =>
    pagedListing({
      ...paged(entity),
      // Enough rows to see whether they are in the order that was asked for, which no document promises.
      pageSize: { max: settings.pageSize, ...('_order_by' in query ? { least: 100 } : {}) },
      // The length of a part is no length of the list.
      ...(keys === undefined ? { size: sizes.of(entity) } : {}),
      async page(index, size) {
        const { body, receivedAt } = await session.get({
          path: pathOf(entity),
          params: { contentType: apartmentContract },
          // "must be set together" holds for these two; pages count from 1 (docs/pigello-my-pages.txt, step 1).
          query: { _page: index + 1, _page_size: size, ...query },
          ...(keys === undefined ? {} : { keys }),
        });
        const envelope = readEnvelope(body);
        if (envelope === null)
          throw new UnexpectedShapeError(origin, `the list of ${entity} has no known envelope`);
        const rows = readRows(shapes[entity], envelope.rows, drift.of(entity)) as readonly (Rows[E] | null)[];
        if (rows.length > 0 && rows.every((row) => row === null)) {
          throw new UnexpectedShapeError(origin, `no record of the list of ${entity} has an id`);
        }
        return { rows: rows.map((row) => row && { row, at: receivedAt }), total: envelope.total };
      },
    });

  const listing = <E extends Entity>(
    session: Session,
    entity: E,
    { filters = [], orderBy }: Part = {},
  ): Listing<Received<E>> => {
    const values = filters.reduce((sum, filter) => sum + filter.values.length, 0);
    const keys = filters.length === 0 ? undefined : values;
    const order = orderBy === undefined ? {} : { _order_by: orderBy };
    const parts = combinations(filters).map((query) => one(session, entity, { ...query, ...order }, keys));
    // A row that matches several values may stand in several parts.
    if (parts.length > 1 && filters.some(({ overlapping }) => overlapping === true)) {
      const wholePage = { from: start, limit: settings.pageSize, needMore: false, needTotal: false };
      return arrayListing({
        async load() {
          const rows = await Promise.all(parts.map((part) => readAll(part)));
          return uniqueBy(rows.flat(), ({ row }) => row.id);
        },
        key: ({ row }) => row.id,
        cost: together(...parts.map((part) => part.cost(wholePage))),
      });
    }
    return concatListings(parts);
  };

  const bundlesOf = perOperation(() => new Map<string, LoadBundle<string, Found<Entity>, Session>>());

  const bundlesBy = <E extends Entity>(
    session: Session,
    filter: IdFilter<E>,
  ): LoadBundle<string, Found<E>, Session> => {
    const bundles = bundlesOf(session);
    const name = `${filter.entity} ${filter.name}`;
    let load = bundles.get(name);
    if (load === undefined) {
      load = createBundles(itself, (ids, sessions: readonly Session[]) => loadBy(ids, sessions, filter));
      bundles.set(name, load);
    }
    return load as LoadBundle<string, Found<E>, Session>;
  };

  const loadBy = async <E extends Entity>(
    ids: readonly string[],
    sessions: readonly Session[],
    { entity, name, keysOf }: IdFilter<E>,
  ): Promise<readonly Found<E>[]> => {
    const [first] = sessions;
    if (first === undefined) return [];
    const base = sessions.reduce((deepest, { wave }) => Math.max(deepest, wave), 0);
    const read = async (chunk: readonly string[]): Promise<(id: string) => Found<E>> => {
      const session = first.after(base);
      const rows = await readAll(one(session, entity, { [name]: chunk }, chunk.length)).catch(toError);
      const of = rows instanceof Error ? () => rows : groupBy(rows, ({ row }) => keysOf(row));
      const { wave } = session;
      return (id) => ({ rows: of(id), wave });
    };
    const chunks = toChunks(ids);
    const [only, ...others] = await Promise.all(chunks.map(read));
    if (only === undefined) return [];
    if (others.length === 0) return ids.map(only);
    const chunkOf = new Map(chunks.flatMap((chunk, index) => chunk.map((id) => [id, index] as const)));
    const all = [only, ...others];
    return ids.map((id) => (all[chunkOf.get(id) ?? 0] ?? only)(id));
  };

  const wholeOf = perOperation(() => new Set<string>());
  const nameOf = ({ entity, name }: Pick<IdFilter, 'entity' | 'name'>, id: string): string =>
    `${entity} ${name} ${id}`;

  const rowsBy = async <E extends Entity>(
    session: Session,
    filter: IdFilter<E>,
    ids: readonly string[],
  ): Promise<readonly RowsOfId<E>[]> => {
    const found = await bundlesBy(session, filter)(ids, session);
    return found.map((each) => {
      if (each instanceof Error) return each;
      // Whoever asks for what is on its way already waits for it all the same.
      session.follow(each.wave);
      return each.rows;
    });
  };

  return {
    listing,
    isOneCall: (filters) => combinations(filters).length === 1,
    windowCost: (entity, ask) => pagedCost(paged(entity), ask),
    rowsBy,
    rowsOf<E extends Entity>(session: Session, filter: IdFilter<E>, id: string): Listing<Received<E>> {
      const window = listing(session, filter.entity, { filters: [{ name: filter.name, values: [id] }] });
      const all = arrayListing<Received<E>>({
        async load() {
          const [rows] = await rowsBy(session, filter, [id]);
          if (rows instanceof Error) throw rows;
          return rows ?? [];
        },
        key: ({ row }) => row.id,
      });
      const isRead = (): boolean => wholeOf(session).has(nameOf(filter, id));
      return { ...window, read: (ask) => (isRead() ? all : window).read(ask) };
    },
    willRead(session, filter, ids) {
      for (const id of ids) wholeOf(session).add(nameOf(filter, id));
    },
    rowsCost(entity, ids, rowsEach = 1) {
      if (ids === 0) return free;
      const chunks = Math.ceil(ids / idsPerCall);
      const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / settings.pageSize));
      const rest = ids - (chunks - 1) * idsPerCall;
      const reckoned = (chunks - 1) * pagesOf(idsPerCall * rowsEach) + pagesOf(rest * rowsEach);
      // All rows of the list, however they are spread over the chunks.
      const known = sizes.of(entity).rows;
      const most =
        known === undefined ? reckoned : chunks + Math.floor(Math.max(0, known - 1) / settings.pageSize);
      const calls = rowsEach === 1 ? Math.min(reckoned, most) : most;
      const formula = `⌈${ids} ids ÷ ${idsPerCall}⌉`;
      const cost = oneWave(
        pathOf(entity),
        calls,
        calls === chunks ? formula : `${formula} in ${calls} pages`,
      );
      // The first page tells how many there are.
      return calls > chunks ? { ...cost, waves: 2 } : cost;
    },
    atMost: (entity, otherwise) => sizes.of(entity).rows ?? otherwise,
  };
}

const itself = (id: string): string => id;

/**
 * Ids in as few pieces as URLs allow, sorted, so that the same ids are the same call. Pigello may refuse a whole list for
 * one id that is no uuid: such an id is asked alone, and fails alone.
 */
function toChunks(ids: readonly string[]): readonly (readonly string[])[] {
  const uuids: string[] = [];
  const odd: string[][] = [];
  for (const id of [...ids].sort())
    if (isUuid(id)) uuids.push(id);
    else odd.push([id]);
  return [...chunkByBytes(uuids, idBytes), ...odd];
}

export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

/** One query for each combination of chunks; nearly always there is just one. */
function combinations(filters: readonly InFilter[]): readonly Query[] {
  return filters.reduce<Query[]>(
    (queries, { name, values }) =>
      chunkByBytes([...new Set(values)], idBytes / filters.length).flatMap((chunk) =>
        queries.map((query) => ({ ...query, [name]: chunk })),
      ),
    [{}],
  );
}
