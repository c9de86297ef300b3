import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import { noSession, type Session } from '../../src/http/session.js';
import { gather, gatherCost } from '../../src/loaders/gather.js';
import { mapListing } from '../../src/pagination/listing.js';
import { count, oneWave, type Cost } from '../../src/plan/cost.js';
import type { Drift } from '../../src/wire/drift.js';
import { readRecord } from '../../src/wire/read.js';
import { pageSize, type CasaviLists, type Part, type Received } from './pages.js';
import { idPlaces, type PathName } from './paths.js';
import { recordShapes, type ListName, type RecordName, type RowOf } from './wire.js';

/** Records as several keys found them: an error takes the place of its own key only. */
export type Found<T> = T | null | Error;

export function isFound<T>(found: Found<T>): found is T {
  return found !== null && !(found instanceof Error);
}

/** What was found, as something else. */
export function mapFound<A, B>(found: Found<A>, map: (record: A) => B): Found<B> {
  return isFound(found) ? map(found) : found;
}

/** The lists whose records can be asked for one by one as well. */
const singles = {
  properties: 'property',
  units: 'unit',
  contacts: 'contact',
  staff: 'staffMember',
  tickets: 'ticket',
} as const satisfies Partial<Readonly<Record<ListName, RecordName>>>;
type KeyedList = keyof typeof singles;

/** A record that was found by its id: the row of its list, or the single answer, which may say other things. */
export type FoundById<N extends KeyedList> =
  | { readonly listed: true; readonly received: Received<N> }
  | { readonly listed: false; readonly received: Received<(typeof singles)[N]> };

export interface ByIdOptions {
  readonly part?: Part;
  /** For what only the rows of the list hold. */
  readonly inListOnly?: boolean;
}

/** casavi's records by their ids. */
export interface CasaviRecords {
  /** The single answer; null if there is none. `parents` are the other places of its path. */
  single<N extends RecordName>(
    session: Session,
    name: N,
    id: string,
    parents?: Readonly<Record<string, string>>,
  ): Promise<Received<N> | null>;
  singlesCost(name: RecordName, calls: number): Cost;
  /** What the operation has met in the list already, and the others by whichever way takes fewer calls. */
  byId<N extends KeyedList>(
    session: Session,
    name: N,
    ids: readonly string[],
    options?: ByIdOptions,
  ): Promise<(id: string) => Found<FoundById<N>>>;
  /** The most calls of `byId`. */
  byIdCost(name: KeyedList, ids: number, options?: ByIdOptions): Cost;
}

export function createRecords(
  lists: CasaviLists,
  pathOf: (name: PathName) => string,
  origin: Origin,
  drift: Drift,
): CasaviRecords {
  const single: CasaviRecords['single'] = async (session, name, id, parents = {}) => {
    const path = pathOf(name);
    const answer = await session.find({ path, params: { ...parents, [idPlaces[name]]: id }, keys: 1 });
    if (answer === null) return null;
    const shape: (typeof recordShapes)[RecordName] = recordShapes[name];
    const row = readRecord(shape, answer.body, drift.of(name));
    if (row === null) throw new UnexpectedShapeError(origin, `GET ${path} answered no record with an id`);
    // A server that matches references loosely would give one record two ids.
    return row.id === id ? { row: row as RowOf<typeof name>, at: answer.receivedAt } : null;
  };

  /** The ways to the records of a list. */
  const waysTo = <N extends KeyedList>(
    session: Session,
    name: N,
    { part = {}, inListOnly }: ByIdOptions,
  ) => ({
    list: mapListing(lists.listing(session, name, part), (received): FoundById<N> => ({
      listed: true,
      received,
    })),
    pageSize,
    keyOf: ({ received }: FoundById<N>) => received.row.id,
    ...(inListOnly === true
      ? {}
      : {
          single: {
            path: pathOf(singles[name]),
            async load(id: string): Promise<FoundById<N> | null> {
              const received = await single(session, singles[name], id);
              return received && { listed: false, received };
            },
          },
        }),
    prefetch: (pages: number) => lists.prefetch(session, name, part, pages),
  });

  return {
    single,
    singlesCost: (name, calls) => oneWave(pathOf(name), calls, count(calls, 'single call')),

    async byId<N extends KeyedList>(
      session: Session,
      name: N,
      ids: readonly string[],
      options: ByIdOptions = {},
    ) {
      const met = lists.met(session, name, options.part ?? {});
      const atHand = new Map(ids.map((id) => [id, met(id)]));
      const found = await gather(
        ids.filter((id) => atHand.get(id) === undefined),
        waysTo(session, name, options),
      );
      for (const row of atHand.values()) session.follow(row?.wave ?? 0);
      return (id: string): Found<FoundById<N>> => {
        const received = atHand.get(id)?.received;
        return received === undefined ? found(id) : { listed: true, received };
      };
    },
    byIdCost: (name, ids, options = {}) => gatherCost(ids, waysTo(noSession, name, options)),
  };
}
