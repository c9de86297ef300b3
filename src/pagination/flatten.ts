import { start, toPair, type Ask, type Listing, type Position, type Row, type Slice } from './listing.js';

export interface FlattenOptions<P, C> {
  /** The rows that hang on one parent. */
  children(parent: P): Listing<C>;
  /** How many rows a parent is likely to have, where its record tells; decides how many are asked at once. */
  estimate?(parent: P): number | undefined;
  /** Parents that one read may ask before it stops and says so. */
  readonly budget: number;
}

/**
 * The rows of many parents as one list: the units of every property, where a provider lists units by property only.
 * The position is the one in front of the parent and the one among its rows. Parents without rows are passed over.
 */
export function flattenListing<P, C>(parents: Listing<P>, options: FlattenOptions<P, C>): Listing<C> {
  return {
    stride: parents.stride,
    read: (ask) => readWindow(parents, options, ask),
  };
}

interface Parent<P> {
  readonly value: P;
  /** Where reading the parents begins with this one. */
  readonly at: Position;
}

async function readWindow<P, C>(
  parents: Listing<P>,
  { children, estimate, budget }: FlattenOptions<P, C>,
  { from, limit, needMore }: Ask,
): Promise<Slice<C>> {
  const [firstParent, firstChild] = toPair(from);
  const supply = supplyParents(parents, firstParent);
  const rows: Row<C>[] = [];
  const warnings: string[] = [];
  let asked = 0;
  let gained = 0;
  let inner: Position = firstChild;

  for (;;) {
    const missing = limit - rows.length;
    if (missing <= 0 && !needMore) return { rows, more: undefined, total: null, warnings };
    const average = asked === 0 ? undefined : Math.max(gained / asked, 0.5);
    const batch = await supply.take(
      Math.max(missing, 1),
      (parent) => estimate?.(parent) ?? average,
      budget - asked,
    );
    if (batch.length === 0) {
      if (!(await supply.ended())) {
        return { rows, more: true, total: null, stoppedAt: [supply.position(), start], warnings };
      }
      return { rows, more: false, total: from === start ? rows.length : null, warnings };
    }
    const slices = await Promise.all(
      batch.map((parent, i) =>
        children(parent.value).read({
          from: i === 0 ? inner : start,
          limit: Math.max(missing, 0),
          needMore,
          needTotal: false,
        }),
      ),
    );
    inner = start;
    asked += batch.length;
    for (const [i, slice] of slices.entries()) {
      const parent = batch[i];
      if (parent === undefined) continue;
      gained += slice.rows.length;
      warnings.push(...(slice.warnings ?? []));
      for (const row of slice.rows) {
        if (rows.length >= limit) return { rows, more: true, total: null, warnings };
        rows.push({ value: row.value, next: [parent.at, row.next] });
      }
      if (slice.stoppedAt !== undefined) {
        return { rows, more: true, total: null, stoppedAt: [parent.at, slice.stoppedAt], warnings };
      }
      // The parent has rows beyond the window: nothing behind it may be taken.
      if (slice.more === true || (slice.more === undefined && rows.length >= limit)) {
        return { rows, more: slice.more, total: null, warnings };
      }
    }
  }
}

/** Hands out parents in order, reading them a stride at a time. */
function supplyParents<P>(parents: Listing<P>, first: Position) {
  const waiting: Parent<P>[] = [];
  let at: Position = first;
  let exhausted = false;
  // The parents may be a scan themselves, and their budget is no end.
  let stopped = false;

  const refill = async (): Promise<void> => {
    if (exhausted || stopped) return;
    const stride = Number.isFinite(parents.stride) ? parents.stride : 1_000;
    const slice = await parents.read({
      from: at,
      // A read up to the end of a whole page costs no more than a part of it, and the next window can reuse the call.
      limit: typeof at === 'number' ? stride - (at % stride) : stride,
      needMore: false,
      needTotal: false,
    });
    for (const row of slice.rows) {
      waiting.push({ value: row.value, at });
      at = row.next;
    }
    if (slice.stoppedAt !== undefined) {
      at = slice.stoppedAt;
      stopped = true;
    } else if (slice.more === false || slice.rows.length === 0) exhausted = true;
  };

  return {
    /** Enough parents for `missing` rows by their estimates; one where nothing is known of them. */
    async take(
      missing: number,
      estimate: (parent: P) => number | undefined,
      most: number,
    ): Promise<Parent<P>[]> {
      const batch: Parent<P>[] = [];
      let expected = 0;
      while (batch.length < most && expected < missing) {
        if (waiting.length === 0) await refill();
        const parent = waiting.shift();
        if (parent === undefined) break;
        batch.push(parent);
        expected += estimate(parent.value) ?? missing;
      }
      return batch;
    },
    async ended(): Promise<boolean> {
      if (waiting.length === 0) await refill();
      return waiting.length === 0 && !stopped;
    },
    position: (): Position => waiting[0]?.at ?? at,
  };
}
