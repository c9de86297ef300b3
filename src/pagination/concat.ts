import {
  toOffset,
  toPair,
  start,
  type Ask,
  type Listing,
  type Position,
  type Row,
  type Slice,
} from './listing.js';

/** Several lists of one source as one, in their order (Facilitee's four kinds of person, casavi's contacts then staff). */
export function concatListings<T>(lists: readonly Listing<T>[]): Listing<T> {
  return {
    stride: Math.min(...lists.map((list) => list.stride)),
    async read(ask) {
      const [outer, inner] = toPair(ask.from);
      const first = toOffset(outer);
      const [window, total] = await Promise.all([
        readWindow(lists, first, inner, ask),
        ask.needTotal ? sumOfTotals(lists) : null,
      ]);
      return { ...window, total };
    },
  };
}

async function readWindow<T>(
  lists: readonly Listing<T>[],
  first: number,
  inner: Position,
  { limit, needMore }: Ask,
): Promise<Omit<Slice<T>, 'total'>> {
  const rows: Row<T>[] = [];
  const warnings: string[] = [];
  const take = (slice: Slice<T>, index: number): Position | undefined => {
    warnings.push(...(slice.warnings ?? []));
    for (const row of slice.rows.slice(0, limit - rows.length)) {
      rows.push({ value: row.value, next: [index, row.next] });
    }
    return slice.stoppedAt;
  };
  const opening = lists[first];
  if (opening === undefined) return { rows, more: false };

  const slice = await opening.read({ from: inner, limit, needMore, needTotal: false });
  const stopped = take(slice, first);
  if (stopped !== undefined) return { rows, more: true, stoppedAt: [first, stopped], warnings };
  if (slice.more === true) return { rows, more: true, warnings };
  if (rows.length >= limit && !needMore)
    return { rows, more: slice.more === false ? undefined : slice.more, warnings };

  // The first list does not suffice: the others are asked together, each for what is still missing.
  const missing = limit - rows.length;
  const rest = await Promise.all(
    lists
      .slice(first + 1)
      .map((list) => list.read({ from: start, limit: missing, needMore, needTotal: false })),
  );
  let more = false;
  for (const [offset, each] of rest.entries()) {
    const index = first + 1 + offset;
    const room = limit - rows.length;
    const stop = take(each, index);
    // Behind a full window nothing is passed over, wherever a later list has stopped: the last row says where to go on.
    if (stop !== undefined && room > 0 && room >= each.rows.length) {
      return { rows, more: true, stoppedAt: [index, stop], warnings };
    }
    if (each.rows.length > room || each.more === true) more = true;
    if (more && rows.length >= limit) break;
  }
  return { rows, more: needMore || more ? more : undefined, warnings };
}

async function sumOfTotals<T>(lists: readonly Listing<T>[]): Promise<number | null> {
  const slices = await Promise.all(
    lists.map((list) => list.read({ from: start, limit: 0, needMore: false, needTotal: true })),
  );
  return slices.reduce<number | null>(
    (sum, slice) => (sum === null || slice.total === null ? null : sum + slice.total),
    0,
  );
}
