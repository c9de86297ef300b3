import { toError } from '../errors.js';
import { arrayListing } from '../pagination/array.js';
import { laterListing, readAll, type Ask, type Listing } from '../pagination/listing.js';
import { start } from '../pagination/position.js';
import { endless } from '../pagination/rows.js';
import { forEach, free, inTurn, type Cost } from '../plan/cost.js';
import type { Size } from '../plan/sizes.js';
import { chooseWay, type Way } from './gather.js';
import { groupBy } from './group.js';

/**
 * The ways to the rows that hang on keys, any number on each, where a provider takes one key a call: the rows of each key
 * by a filter, or the pages of the list that holds the rows of all of them, whichever is fewer. The choice is that of
 * `gather`, which is for keys that lead to one record each.
 */
export interface PartWays<R> {
  /** The whole list, its pages being the same calls for whoever reads all of it. */
  readonly list: Listing<R>;
  /** Rows of a page. */
  readonly pageSize: number;
  /** The key that a row hangs on. */
  keyOf(row: R): string | null;
  /** What tells two rows apart: as in `part`, so that a cursor fits whichever way was gone. */
  idOf(row: R): string;
  /** The rows of one key. */
  part(key: string): Listing<R>;
  /** How many rows hung on a key when it was last seen; told where the whole list was read. */
  sizeOf?(key: string): Size;
  /** The most rows that were seen on one key. */
  readonly longest?: number | undefined;
  /** As in `gather`. */
  readonly guess?: number;
  /** As in `gather`. */
  prefetch?(pages: number): void;
}

/** All rows of a key, or why they could not be read. */
export type Rows<R> = readonly R[] | Error;

/** The rows of each key as a listing. Listings that are opened together share the pages of the whole list. */
export function partListings<R>(keys: readonly string[], ways: PartWays<R>): readonly Listing<R>[] {
  const calls = new Set(keys).size;
  const way = chooseWay(calls, { ...ways, single: ways.part });
  if (way.by === 'single') return keys.map((key) => ways.part(key));
  let reading: ReturnType<typeof readList<R>> | undefined;
  return keys.map((key) => {
    const part = ways.part(key);
    const make = async (): Promise<Listing<R>> => {
      const rowsOf = await (reading ??= readList(calls, way, ways));
      if (rowsOf === null) return part;
      const rows = rowsOf(key);
      ways.sizeOf?.(key).remember(rows.length);
      return arrayListing({ load: () => rows, key: (row) => ways.idOf(row) });
    };
    return laterListing(make, part);
  });
}

/** All rows of each key. A failed page of the whole list fails all keys, a failed call for one key that one only. */
export async function gatherRows<R>(
  keys: readonly string[],
  ways: PartWays<R>,
): Promise<(key: string) => Rows<R>> {
  const own = [...new Set(keys)];
  const parts = partListings(own, ways);
  const found = await Promise.all(parts.map((part) => readAll(part).catch(toError)));
  const rows = new Map(own.map((key, index) => [key, found[index] ?? []]));
  return (key) => {
    const of = rows.get(key) ?? [];
    // Compared again: a provider's filter may find more than was asked for.
    return mapRows(of, (all) => all.filter((row) => ways.keyOf(row) === key));
  };
}

/** What `gatherRows` may cost. So many rows of a key are reckoned with as long as nobody has seen any. */
export function gatherRowsCost<R>(keys: number, ways: PartWays<R>, rowsEach = 1): Cost {
  const limit = Math.max(1, ways.longest ?? rowsEach);
  return partsCost(keys, ways, { from: start, limit, needMore: true, needTotal: false });
}

/** Whether so many keys will take the whole list, as far as is known before the keys themselves are. */
export function isReadAhead<R>(keys: number, ways: PartWays<R>): boolean {
  return pagesAhead(keys, ways) > 0;
}

/** Reads the whole list where it will be taken: whoever asks for rows of keys afterwards finds its pages answered. */
export async function readAhead<R>(keys: number, ways: PartWays<R>): Promise<void> {
  const pages = pagesAhead(keys, ways);
  // A failure is met again by those who ask.
  if (pages > 0) await ways.list.read(wholeList(pages, ways)).catch(() => undefined);
}

function pagesAhead<R>(keys: number, ways: PartWays<R>): number {
  const way = chooseWay(keys, { ...ways, single: ways.part });
  return way.by === 'single' || way.tried ? 0 : way.pages;
}

/** All rows of several keys as one list, in the order of the keys. */
export function joinedListing<R>(keys: readonly string[], ways: PartWays<R>): Listing<R> {
  const own = [...new Set(keys)];
  return arrayListing({
    key: (row) => ways.idOf(row),
    cost: gatherRowsCost(own.length, ways),
    async load() {
      const of = await gatherRows(own, ways);
      const rows = joinRows(own.map(of));
      if (rows instanceof Error) throw rows;
      return rows;
    },
  });
}

/** What a window on the rows of each of so many keys may cost, by the same choice. */
export function partsCost<R>(keys: number, ways: PartWays<R>, ask: Ask): Cost {
  if (keys === 0) return free;
  const way = chooseWay(keys, { ...ways, single: ways.part });
  const apart = forEach(keys, ways.part('').cost(ask));
  if (way.by === 'single') return apart;
  const list = ways.list.cost(wholeList(way.pages, ways));
  return way.tried ? inTurn(list, apart) : list;
}

/**
 * Reads the whole list, as long as that takes fewer calls than asking key by key; `null` where it would not. Of a list of
 * unknown length the first page is read: it may tell.
 */
async function readList<R>(
  calls: number,
  { pages, tried }: Extract<Way, { by: 'list' }>,
  ways: PartWays<R>,
): Promise<((key: string) => readonly R[]) | null> {
  const { list, pageSize, prefetch, keyOf } = ways;
  if (tried) prefetch?.(pages);
  const first = list.known().rows === undefined ? 1 : pages;
  for (let read = first; ;) {
    // From the start each time: pages that were read are not asked for again within an operation.
    const slice = await list.read(wholeList(read, ways));
    // Of a provider that repeats itself nobody knows what is missing.
    if (slice.warnings?.includes(endless) === true) return null;
    if (slice.more === false)
      return groupBy(
        slice.rows.map(({ value }) => value),
        (row) => [keyOf(row)],
      );
    const { rows } = list.known();
    const untold = read < pages ? pages : Infinity;
    const all = rows === undefined ? untold : Math.max(read + 1, Math.ceil(rows / pageSize));
    if (all - first >= calls) return null;
    read = all;
  }
}

/** Whole pages. Where the last one is known to be full, only what follows can prove that it is the last. */
function wholeList<R>(pages: number, { list, pageSize }: PartWays<R>): Ask {
  const limit = pages * pageSize;
  return { from: start, limit, needMore: list.known().rows === limit, needTotal: false };
}

/** Rows in another form. */
export function mapRows<A, B>(rows: Rows<A>, map: (rows: readonly A[]) => readonly B[]): Rows<B> {
  return rows instanceof Error ? rows : map(rows);
}

/** The rows of several keys as one: what failed in one of them fails the whole. */
export function joinRows<R>(parts: readonly Rows<R>[]): Rows<R> {
  const failed = parts.find((part) => part instanceof Error);
  return failed ?? parts.flatMap((part) => (part instanceof Error ? [] : part));
}
