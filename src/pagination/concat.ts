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
import { offsetOf, start, toPair, type Position } from './position.js';

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
  const rows = { ...restOf(limit, needMore), needTotal: true };
  return callsOf(list.cost(rows)) <= callsOf(list.cost(countOnly)) ? rows : countOnly;
}

function atNoCost<T>(list: Listing<T>): Listing<T> {
  return { ...list, cost: () => free };
}

type ReadAt<T> = (list: Listing<T>, index: number, ask: Ask) => Promise<Slice<T>>;

async function readWindow<T>(
  lists: readonly Listing<T>[],
  first: number,
  inner: Position,
  { limit, needMore }: Ask,
  read: ReadAt<T>,
): Promise<Omit<Slice<T>, 'total'>> {
  const rows: Row<T>[] = [];
  const warnings: string[] = [];
  let lost: { readonly lost?: true } = {};
  const take = (slice: Slice<T>, index: number): Position | undefined => {
    warnings.push(...(slice.warnings ?? []));
    if (slice.lost === true) lost = { lost: true };
    for (const row of slice.rows.slice(0, limit - rows.length)) {
      rows.push(rowOf(row.value, () => [index, row.next]));
    }
    return slice.stoppedAt;
  };
  const opening = lists[first];
  if (opening === undefined) return { rows, more: false };

  const slice = await read(opening, first, { from: inner, limit, needMore, needTotal: false });
  const stopped = take(slice, first);
  if (stopped !== undefined) return { rows, more: true, stoppedAt: [first, stopped], warnings, ...lost };
  if (slice.more === true) return { rows, more: true, warnings, ...lost };
  if (rows.length >= limit && !needMore)
    return { rows, more: slice.more === false ? undefined : slice.more, warnings, ...lost };

  // The first list does not suffice: the others are asked together, each for what is still missing.
  const missing = limit - rows.length;
  const rest = await Promise.all(
    lists.slice(first + 1).map((list, index) => read(list, first + 1 + index, restOf(missing, needMore))),
  );
  let more = false;
  for (const [offset, each] of rest.entries()) {
    const index = first + 1 + offset;
    const room = limit - rows.length;
    const stop = take(each, index);
    // Behind a full window nothing is passed over, wherever a later list has stopped: the last row says where to go on.
    if (stop !== undefined && room > 0 && room >= each.rows.length) {
      return { rows, more: true, stoppedAt: [index, stop], warnings, ...lost };
    }
    if (each.rows.length > room || each.more === true) more = true;
    if (more && rows.length >= limit) break;
  }
  return { rows, more: needMore || more ? more : undefined, warnings, ...lost };
}

function restOf(missing: number, needMore: boolean): Ask {
  return { from: start, limit: missing, needMore, needTotal: false };
}

/** The others are reckoned with unless the first is known to hold the whole window, and one row more where that is asked. */
function windowCost<T>(
  lists: readonly Listing<T>[],
  first: number,
  inner: Position,
  { limit, needMore }: Ask,
): Cost {
  const opening = lists[first];
  if (opening === undefined) return free;
  const own = opening.cost({ from: inner, limit, needMore, needTotal: false });
  const { rows, atLeast } = opening.known();
  const behind = atLeast - offsetOf(inner);
  if (behind >= limit + (needMore ? 1 : 0)) return own;
  const missing = rows === undefined ? limit : Math.max(0, limit - Math.max(0, rows - offsetOf(inner)));
  return inTurn(own, together(...lists.slice(first + 1).map((list) => list.cost(restOf(missing, needMore)))));
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
