import { callsOf, free, inTurn, together, type Cost } from '../plan/cost.js';
import {
  emptyListing,
  rowOf,
  type Ask,
  type KnownLength,
  type Listing,
  type Row,
  type Slice,
} from './listing.js';
import { offsetOf, PositionError, start, toPair, type Position } from './position.js';

/** Several lists of one source as one, in their order (Facilitee's four kinds of person, casavi's contacts then staff). */
export function concatListings<T>(lists: readonly Listing<T>[]): Listing<T> {
  const [only] = lists;
  if (only === undefined) return emptyListing;
  // A single list keeps its own positions.
  if (lists.length === 1) return only;
  return {
    stride: Math.min(...lists.map((list) => list.stride)),
    async read(ask) {
      const [first, inner] = toPair(ask.from);
      const counted = ask.needTotal
        ? lists.map((list, index) => {
            const counting = countingAsk(list, index, ask);
            return { hasRows: counting.limit > 0, slice: list.read(counting) };
          })
        : [];
      const read: ReadAt<T> = (list, index, asked) => {
        const already = counted[index];
        return already?.hasRows === true ? already.slice : list.read(asked);
      };
      const [window, total] = await Promise.all([
        readWindow(lists, first, inner, ask, read),
        ask.needTotal ? sumOfTotals(counted.map(({ slice }) => slice)) : null,
      ]);
      return { ...window, total };
    },
    cost(ask) {
      const [first, inner] = toPair(ask.from);
      if (!ask.needTotal) return windowCost(lists, first, inner, ask);
      const counting = lists.map((list, index) => countingAsk(list, index, ask));
      const open = lists.map((list, index): Listing<T> =>
        counting[index]?.limit === 0 ? list : atNoCost(list),
      );
      return inTurn(
        together(...lists.map((list, index) => list.cost(counting[index] ?? countOnly))),
        windowCost(open, first, inner, ask),
      );
    },
    known: () => knownLength(lists),
  };
}

/** Counts the rows and reads none. */
const countOnly: Ask = { from: start, limit: 0, needMore: false, needTotal: true };

/**
 * How a list is asked where a total is wanted: for its rows as well where these cost no more than counting them, so that
 * it is not asked twice.
 */
function countingAsk<T>(list: Listing<T>, index: number, { from, limit, needMore }: Ask): Ask {
  const [first, inner] = toPair(from);
  if (index < first) return countOnly;
  if (index === first) return { from: inner, limit, needMore, needTotal: true };
  const rows = { from: start, limit, needMore, needTotal: true };
  return callsOf(list.cost(rows)) <= callsOf(list.cost(countOnly)) ? rows : countOnly;
}

function atNoCost<T>(list: Listing<T>): Listing<T> {
  return { ...list, cost: () => free };
}

type ReadAt<T> = (list: Listing<T>, index: number, ask: Ask) => Promise<Slice<T>>;

/** What is asked of one of the lists. */
interface Part<T> {
  readonly list: Listing<T>;
  readonly index: number;
  readonly ask: Ask;
}

/** Lists that are asked together, and whether they hold the window for sure. */
interface Parts<T> {
  readonly parts: readonly Part<T>[];
  readonly suffices: boolean;
  /** Rows that are not known to be there. */
  readonly missing: number;
}

async function readWindow<T>(
  lists: readonly Listing<T>[],
  first: number,
  inner: Position,
  { limit, needMore }: Ask,
  read: ReadAt<T>,
): Promise<Omit<Slice<T>, 'total'>> {
  if (lists[first] === undefined) throw new PositionError();
  const rows: Row<T>[] = [];
  const warnings: string[] = [];
  let lost: { readonly lost?: true } = {};
  const end = (more: boolean | undefined, stoppedAt?: Position): Omit<Slice<T>, 'total'> => ({
    rows,
    more,
    warnings,
    ...lost,
    ...(stoppedAt !== undefined && { stoppedAt }),
  });

  /** Reads lists together and takes their rows in order: how the window ends, or where to go on for what is missing. */
  const take = async (
    parts: readonly Part<T>[],
  ): Promise<Omit<Slice<T>, 'total'> | { readonly index: number; readonly from: Position }> => {
    const slices = await Promise.all(
      parts.map(async ({ list, index, ask }) => ({ index, ask, slice: await read(list, index, ask) })),
    );
    for (const { index, ask, slice } of slices) {
      const room = limit - rows.length;
      warnings.push(...(slice.warnings ?? []));
      if (slice.lost === true) lost = { lost: true };
      for (const row of slice.rows.slice(0, room)) rows.push(rowOf(row.value, () => [index, row.next]));
      // Behind a full window nothing is passed over, wherever a later list has stopped: the last row says where to go on.
      const hasStopped = slice.stoppedAt !== undefined && room > 0 && room >= slice.rows.length;
      if (hasStopped) return end(true, [index, slice.stoppedAt]);
      const isFull = slice.rows.length >= ask.limit;
      if (slice.rows.length > room || (slice.more === true && (rows.length >= limit || !isFull)))
        return end(true);
      if (rows.length >= limit && !needMore) return end(undefined);
      // It was asked for too few: those before it had fewer rows than was known.
      if (rows.length < limit && isFull && slice.more !== false)
        return { index, from: slice.rows.at(-1)?.next ?? ask.from };
    }
    return { index: (parts.at(-1)?.index ?? first) + 1, from: start };
  };

  const { parts } = likelyParts(lists, first, inner, limit, needMore);
  let found = await take(parts);
  // What was asked does not suffice: all behind it are asked together, each for what is still missing.
  while ('from' in found) {
    const behind = partsFrom(lists, found.index, found.from, limit - rows.length, needMore);
    if (behind.length === 0) return end(needMore ? false : undefined);
    found = await take(behind);
  }
  return found;
}

/**
 * The lists that a window takes, as far as their lengths are known; of those of which they are not, the first alone. Where
 * the window ends with a list, the next one that has rows shows that rows follow.
 */
function likelyParts<T>(
  lists: readonly Listing<T>[],
  first: number,
  inner: Position,
  limit: number,
  needMore: boolean,
): Parts<T> {
  const parts: Part<T>[] = [];
  let missing = limit;
  for (const part of partsFrom(lists, first, inner, limit, needMore)) {
    const { list, ask } = part;
    parts.push({ ...part, ask: { ...ask, limit: missing } });
    const { rows, atLeast } = list.known();
    const held = Math.max(0, (rows ?? atLeast) - offsetOf(ask.from));
    if (held > missing || (held === missing && missing > 0 && !needMore))
      return { parts, suffices: true, missing: 0 };
    if (rows === undefined) return { parts, suffices: false, missing };
    missing -= held;
  }
  return { parts, suffices: true, missing };
}

/** One of the lists from a position on, and all behind it from the start. */
function partsFrom<T>(
  lists: readonly Listing<T>[],
  first: number,
  inner: Position,
  limit: number,
  needMore: boolean,
): readonly Part<T>[] {
  return lists.slice(first).map((list, nth) => ({
    list,
    index: first + nth,
    ask: { from: nth === 0 ? inner : start, limit, needMore, needTotal: false },
  }));
}

/** The others are reckoned with unless the first are known to hold the whole window, and one row more where that is asked. */
function windowCost<T>(
  lists: readonly Listing<T>[],
  first: number,
  inner: Position,
  { limit, needMore }: Ask,
): Cost {
  const { parts, suffices, missing } = likelyParts(lists, first, inner, limit, needMore);
  const own = together(...parts.map(({ list, ask }) => list.cost(ask)));
  if (suffices) return own;
  const behind = partsFrom(lists, first + parts.length, start, missing, needMore);
  return inTurn(own, together(...behind.map(({ list, ask }) => list.cost(ask))));
}

async function sumOfTotals<T>(counted: readonly Promise<Slice<T>>[]): Promise<number | null> {
  const slices = await Promise.all(counted);
  return slices.reduce<number | null>(
    (sum, slice) => (sum === null || slice.total === null ? null : sum + slice.total),
    0,
  );
}

function knownLength<T>(lists: readonly Listing<T>[]): KnownLength {
  const all = lists.map((list) => list.known());
  return {
    rows: all.reduce<number | undefined>(
      (sum, { rows }) => (sum === undefined || rows === undefined ? undefined : sum + rows),
      0,
    ),
    atLeast: all.reduce((sum, { atLeast }) => sum + atLeast, 0),
  };
}
