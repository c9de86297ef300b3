import { toError } from '../errors.js';
import type { Listing } from '../pagination/listing.js';
import { start, type Position } from '../pagination/position.js';
import { count, inTurn, oneWave, type Cost } from '../plan/cost.js';

/** What the choice between the ways goes by, and their cost: nothing that has to be read. */
export interface Access {
  /** The whole list. */
  readonly list: Pick<Listing<unknown>, 'cost' | 'known'>;
  /** Rows of a page. */
  readonly pageSize: number;
  /** The call for one record; where there is none, the list is the only way. */
  readonly single?: { readonly path: string };
  /**
   * Pages that the list is taken to have as long as nobody has seen it, for lists of which one page is likely to be
   * everything. @default so many that single calls are fewer
   */
  readonly guess?: number;
}

/**
 * The ways to records of which the keys are known, where a provider takes no list of keys: one call for each record, or
 * the pages of the list that holds all of them, whichever is fewer. The choice goes by the length that the list had when
 * it was last seen; of a list that nobody has seen, records are asked for one by one.
 */
export interface Ways<R> extends Access {
  readonly list: Listing<R>;
  keyOf(row: R): string | null;
  readonly single?: {
    readonly path: string;
    /** Brings the record, or `null` where there is none. */
    load(key: string): Promise<R | null>;
  };
  /** Asks for the first so many pages of a list of unknown length together; whoever reads it finds them answered. */
  prefetch?(pages: number): void;
}

/** From so many records on, a list of unknown length is tried: a wrong try costs few calls more, a right one saves nearly all. */
const tryFrom = 100;

export type Way =
  { readonly by: 'single' } | { readonly by: 'list'; readonly pages: number; readonly tried: boolean };

/** What the choice depends on. */
type Choice = Pick<Access, 'pageSize' | 'guess'> & {
  readonly list: Pick<Listing<unknown>, 'known'>;
  readonly single?: unknown;
};

/** The way that takes fewer calls, as far as is known. */
export function chooseWay(keys: number, { list, pageSize, single, guess = Infinity }: Choice): Way {
  const { rows, atLeast } = list.known();
  const pages = rows === undefined ? guess : Math.max(1, Math.ceil(rows / pageSize));
  if (single === undefined) {
    const there = Math.max(1, Math.ceil(atLeast / pageSize));
    return { by: 'list', pages: Number.isFinite(pages) ? pages : there, tried: false };
  }
  if (pages < keys) return { by: 'list', pages, tried: false };
  if (rows === undefined && keys > tryFrom)
    return { by: 'list', pages: Math.ceil(keys / pageSize), tried: true };
  return { by: 'single' };
}

/** What `gather` may cost, by the same choice. */
export function gatherCost(keys: number, ways: Access): Cost {
  if (keys === 0) return { calls: [], waves: 0 };
  const way = chooseWay(keys, ways);
  const singles = oneWave(ways.single?.path ?? '', keys, count(keys, 'single call'));
  if (way.by === 'single') return singles;
  const list = ways.list.cost({ ...everything, limit: way.pages * ways.pageSize });
  return way.tried ? inTurn(list, singles) : list;
}

const everything = { from: start, needMore: false, needTotal: false };

/**
 * Records by their keys. A failed page fails all of them, a failed single call its own key only; a key that stands in
 * none of the pages of a whole list has no record.
 */
export async function gather<R>(
  keys: readonly string[],
  ways: Ways<R>,
): Promise<(key: string) => R | null | Error> {
  const missing = new Set(keys);
  const found = new Map<string, R | Error>();
  const way = chooseWay(missing.size, ways);
  const complete = missing.size === 0 || (way.by === 'list' && (await readList(missing, found, way, ways)));
  if (!complete && ways.single !== undefined) {
    const { load } = ways.single;
    await Promise.all(
      [...missing].map(async (key) => {
        const record = await load(key).catch(toError);
        if (record !== null) found.set(key, record);
      }),
    );
  }
  return (key) => found.get(key) ?? null;
}

/** Reads the list as long as that takes fewer calls than asking for what is still missing; says whether it met the end. */
async function readList<R>(
  missing: Set<string>,
  found: Map<string, R | Error>,
  { pages, tried }: Extract<Way, { by: 'list' }>,
  { list, pageSize, keyOf, single, prefetch }: Ways<R>,
): Promise<boolean> {
  const asked = missing.size;
  let from: Position = start;
  let read = 0;
  let next = pages;
  while (next > 0) {
    if (tried) prefetch?.(read + next);
    const slice = await list.read({ ...everything, from, limit: next * pageSize });
    read += next;
    for (const { value } of slice.rows) {
      const key = keyOf(value);
      if (key !== null && missing.delete(key)) found.set(key, value);
    }
    // At the end of the list what was not met does not exist; unless the provider was odd, as one that repeats a page.
    if (slice.more === false || missing.size === 0) return slice.warnings === undefined;
    from = slice.rows.at(-1)?.next ?? from;
    const { rows, atLeast } = list.known();
    next =
      single === undefined
        ? // There is no other way: all that is known to be there at once, then on to the end.
          Math.max(1, Math.ceil((rows ?? atLeast) / pageSize) - read)
        : furtherPages({ asked, missing: missing.size, read, rows, pageSize });
  }
  return false;
}

interface Progress {
  readonly asked: number;
  readonly missing: number;
  readonly read: number;
  readonly rows: number | undefined;
  readonly pageSize: number;
}

/** How many pages to read on; none where single calls are fewer. Of a list of unknown length, by how much was met so far. */
function furtherPages({ asked, missing, read, rows, pageSize }: Progress): number {
  const met = asked - missing;
  const left =
    rows !== undefined
      ? Math.ceil(rows / pageSize) - read
      : met === 0
        ? Infinity
        : Math.ceil((missing * read) / met);
  return left > 0 && left < missing ? left : 0;
}
