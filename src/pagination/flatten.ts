import { forAll, inTurn, type Cost } from '../plan/cost.js';
import type { PlaceSizes } from '../plan/sizes.js';
import { rowOf, type Ask, type KnownLength, type Listing, type Row, type Slice } from './listing.js';
import { isPosition, markOf, offsetOf, PositionError, start, type Position } from './position.js';

export interface FlattenOptions<P, C> {
  /** What tells two parents apart. */
  key(parent: P): string;
  /** The rows that hang on one parent. */
  children(parent: P): Listing<C>;
  /** What the rows of one parent cost: of the one at a place where `sizes` knows it, otherwise whichever it is. */
  childCost(ask: Ask, place?: number): Cost;
  /** How many rows a parent is likely to have, where its record tells; decides how many are asked at once. */
  estimate?(parent: P): number | undefined;
  /** How many rows the parents had when they were last seen, by their places in the list. */
  readonly sizes?: PlaceSizes;
  /** The most rows that a parent can have, where there is such a number: fewer parents need not be tried. */
  readonly mostEach?: number;
  /** Parents that one read may ask before it stops and says so. */
  readonly budget: number;
}

/**
 * The rows of many parents as one list: the units of every property, where a provider lists units by property only.
 * The position is the one in front of the parent, the parent's mark, and the place among its rows. Parents without rows
 * are passed over.
 */
export function flattenListing<P, C>(parents: Listing<P>, options: FlattenOptions<P, C>): Listing<C> {
  return {
    stride: parents.stride,
    nested: true,
    read: (ask) => readWindow(parents, options, ask),
    cost(ask) {
      const [outer, , inner] = toNested(ask.from);
      const place = offsetOf(outer);
      const wanted = offsetOf(inner) + ask.limit + (ask.needMore ? 1 : 0);
      const { many, isAll } = parentsNeeded(parents, options, place, wanted);
      const limit = parentsAtOnce(parents, options, outer, place, many);
      return inTurn(
        // Where all parents do not suffice, it must be seen that there are no more.
        parents.cost({ from: outer, limit, needMore: isAll, needTotal: false }),
        childrenCost(options, place, many, {
          ...ask,
          from: start,
          limit: offsetOf(inner) + ask.limit,
          needTotal: false,
        }),
      );
    },
    known: () => knownRows(parents, options.sizes),
  };
}

/** What the parents had when they were last seen; all of it, where every one of them was. */
function knownRows<P>(parents: Listing<P>, sizes: PlaceSizes | undefined): KnownLength {
  const { rows: all, atLeast: seen } = parents.known();
  let atLeast = 0;
  // Sizes may be told of any place: there are no more parents for sure than were seen.
  for (let place = 0; place < (all ?? seen); place += 1) {
    const rows = sizes?.at(place);
    if (rows === undefined) return { rows: undefined, atLeast };
    atLeast += rows;
  }
  return { rows: all === undefined ? undefined : atLeast, atLeast };
}

/** In front of which parent, the parent's mark, and where among its rows. */
type Nested = readonly [outer: Position, mark: number | null, inner: Position];

function toNested(position: Position): Nested {
  if (position === start) return [start, null, start];
  if (typeof position !== 'object' || position.length !== 3) throw new PositionError();
  const [outer, mark, inner] = position;
  if (!isPosition(outer) || typeof mark !== 'number' || !isPosition(inner)) throw new PositionError();
  return [outer, mark, inner];
}

/**
 * How many parents hold so many rows, as far as is known; at most as many as there are, or as one read may ask. `isAll`:
 * they are all that are known to be there, and hold less.
 */
function parentsNeeded<P, C>(
  parents: Listing<P>,
  { sizes, budget }: FlattenOptions<P, C>,
  place: number,
  wanted: number,
): { readonly many: number; readonly isAll: boolean } {
  const { rows: all } = parents.known();
  const left = all === undefined ? budget : all - place;
  const most = Math.max(1, Math.min(budget, left));
  let held = 0;
  for (let many = 0; many < most; many += 1) {
    if (held >= wanted) return { many, isAll: false };
    const size = sizes?.at(place + many);
    if (size === undefined) break;
    held += size;
  }
  return { many: most, isAll: held < wanted && all !== undefined && most >= left };
}

/** What the rows of so many parents cost: each of those whose rows are known no more than it has. */
function childrenCost<P, C>(
  { sizes, childCost }: FlattenOptions<P, C>,
  place: number,
  many: number,
  ask: Ask,
): Cost {
  let left = ask.limit;
  const costs = Array.from({ length: many }, (_, index) => {
    const rows = sizes?.at(place + index);
    if (rows === undefined) return childCost(ask);
    const cost = childCost({ ...ask, limit: Math.max(1, Math.min(left, rows)) }, place + index);
    left -= rows;
    return cost;
  });
  return forAll(costs);
}

/** How many parents are read at once of which so many are needed: just these, where none of the others comes with them. */
function parentsAtOnce<P, C>(
  parents: Listing<P>,
  { sizes }: FlattenOptions<P, C>,
  from: Position,
  place: number,
  many: number,
): number {
  return parents.nested === true && sizes?.at(place) !== undefined ? many : toWholePage(parents, from, many);
}

/** A read up to the end of a whole page costs no more than a part of it, and the next window can reuse the call. */
function toWholePage<P>({ stride }: Listing<P>, from: Position, wanted: number): number {
  if (!Number.isFinite(stride)) return Math.max(wanted, 1_000);
  const place = offsetOf(from);
  return Math.ceil((place + wanted) / stride) * stride - place;
}

interface Parent<P, C> {
  readonly value: P;
  /** Made when it is asked for: of a page of parents, few may be needed. */
  readonly rows: Listing<C>;
  /** Where reading the parents begins with this one. */
  readonly at: Position;
  /** Its place in the list, where the list is flat or was read from the start. */
  readonly place: number | undefined;
}

async function readWindow<P, C>(
  parents: Listing<P>,
  options: FlattenOptions<P, C>,
  { from, limit, needMore }: Ask,
): Promise<Slice<C>> {
  const { key, estimate, sizes, budget } = options;
  const [outer, mark, firstChild] = toNested(from);
  const supply = supplyParents(parents, options, outer, mark);
  const rows: Row<C>[] = [];
  const warnings: string[] = [];
  const lost = (): { readonly lost?: true } => (supply.isLost() || childLost ? { lost: true } : {});
  let childLost = false;
  let asked = 0;
  let gained = 0;

  const told = (): { readonly warnings: readonly string[] } => ({
    warnings: [...new Set([...warnings, ...supply.warnings])],
  });

  for (;;) {
    const missing = limit - rows.length;
    if (missing <= 0 && !needMore) return { rows, more: undefined, total: null, ...told(), ...lost() };
    const average = asked === 0 ? undefined : Math.max(gained / asked, 0.5);
    const knownOf = ({ rows: own, place }: Parent<P, C>): number | undefined =>
      own.known().rows ?? (place === undefined ? undefined : sizes?.at(place));
    const likely = (parent: Parent<P, C>): number | undefined =>
      knownOf(parent) ?? estimate?.(parent.value) ?? average;
    const batch = await supply.take(Math.max(missing, 1), likely, budget - asked);
    if (batch.length === 0) {
      if (!(await supply.ended())) {
        const stoppedAt = supply.position();
        return { rows, more: true, total: null, stoppedAt: [...stoppedAt, start], ...told(), ...lost() };
      }
      const counted = from === start && !childLost && !supply.isLost();
      return { rows, more: false, total: counted ? rows.length : null, ...told(), ...lost() };
    }
    const read = (parent: Parent<P, C>, at: Position, many: number): Promise<Slice<C>> =>
      parent.rows.read({ from: at, limit: many, needMore, needTotal: false });
    // What the parents before are known to have need not be looked for in those behind.
    let left = Math.max(missing, 0);
    const slices = await Promise.all(
      batch.map((parent) => {
        const at = supply.isResumed(parent) ? firstChild : start;
        const many = left;
        left = Math.max(left - Math.max((knownOf(parent) ?? 0) - offsetOf(at), 0), Math.min(left, 1));
        return read(parent, at, many);
      }),
    );
    asked += batch.length;
    for (const [i, first] of slices.entries()) {
      const parent = batch[i];
      if (parent === undefined) continue;
      const parentMark = markOf(key(parent.value));
      for (let slice = first; ;) {
        gained += slice.rows.length;
        warnings.push(...(slice.warnings ?? []));
        if (slice.lost === true) childLost = true;
        const whole =
          parent.rows.known().rows ?? (slice === first && slice.more === false ? slice.total : null);
        if (parent.place !== undefined && whole !== null) sizes?.remember(parent.place, whole);
        for (const row of slice.rows) {
          if (rows.length >= limit) return { rows, more: true, total: null, ...told(), ...lost() };
          rows.push(rowOf(row.value, () => [parent.at, parentMark, row.next]));
        }
        if (slice.stoppedAt !== undefined) {
          const stoppedAt = [parent.at, parentMark, slice.stoppedAt];
          return { rows, more: true, total: null, stoppedAt, ...told(), ...lost() };
        }
        const next = slice.rows.at(-1)?.next;
        if (slice.more === false) break;
        // The parent has rows beyond the window: nothing behind it may be taken.
        if (rows.length >= limit || next === undefined) {
          if (slice.more === true || rows.length >= limit)
            return { rows, more: slice.more, total: null, ...told(), ...lost() };
          break;
        }
        // Those before it had fewer rows than was known, so that it was asked for too few.
        slice = await read(parent, next, limit - rows.length);
      }
    }
  }
}

/** Hands out parents in order, reading as many as the window is likely to need at a time. */
function supplyParents<P, C>(
  parents: Listing<P>,
  options: FlattenOptions<P, C>,
  first: Position,
  mark: number | null,
) {
  const waiting: Parent<P, C>[] = [];
  const warnings: string[] = [];
  let at: Position = first;
  let resumed: Parent<P, C> | undefined;
  let isResuming = mark !== null;
  let handed = 0;
  // Positions among the rows of several lists say no place in all of them.
  const isCounted = parents.nested === true && first === start;
  let exhausted = false;
  let lost = false;
  // The parents may be a scan themselves, and their budget is no end.
  let stopped = false;

  const refill = async (wanted: number): Promise<void> => {
    if (exhausted || stopped) return;
    const place = isCounted ? handed : offsetOf(at);
    const many = Math.min(parentsNeeded(parents, options, place, wanted).many, options.budget);
    // Where nothing is known, a page at a time, or as many as it takes at the best: the worst is no reason to read all.
    const known = options.sizes?.at(place) !== undefined;
    const least = Math.max(1, Math.ceil(wanted / (options.mostEach ?? Infinity)));
    const slice = await parents.read({
      from: at,
      limit: parentsAtOnce(parents, options, at, place, known ? many : least),
      needMore: false,
      needTotal: false,
    });
    warnings.push(...(slice.warnings ?? []));
    if (slice.lost === true) lost = true;
    const fresh = slice.rows.map((row): Parent<P, C> => {
      const before = at;
      at = row.next;
      handed += 1;
      const behind = isCounted ? handed : offsetOf(at);
      let own: Listing<C> | undefined;
      return {
        value: row.value,
        get rows() {
          return (own ??= options.children(row.value));
        },
        at: before,
        place: behind === 0 ? undefined : behind - 1,
      };
    });
    waiting.push(...fresh);
    if (slice.stoppedAt !== undefined) {
      at = slice.stoppedAt;
      stopped = true;
    } else if (slice.more === false || slice.rows.length === 0) exhausted = true;
  };

  /**
   * Goes on with the parent that the reader stood in. New ones may be in front of it by now, so many that a second read is
   * needed: they are passed over, as new rows in front of a reader are in any list. Gone, its rows are gone with it.
   */
  const resume = async (wanted: number): Promise<void> => {
    if (!isResuming) return;
    isResuming = false;
    for (let reads = 0; reads < 2; reads += 1) {
      await refill(wanted);
      const index = waiting.findIndex(({ value }) => markOf(options.key(value)) === mark);
      if (index < 0) continue;
      waiting.splice(0, index);
      [resumed] = waiting;
      return;
    }
  };

  return {
    warnings,
    isLost: () => lost,
    isResumed: (parent: Parent<P, C>): boolean => parent === resumed,
    /** Enough parents for `missing` rows by their estimates; one where nothing is known of them. */
    async take(
      missing: number,
      estimate: (parent: Parent<P, C>) => number | undefined,
      most: number,
    ): Promise<Parent<P, C>[]> {
      const batch: Parent<P, C>[] = [];
      let expected = 0;
      await resume(missing);
      while (batch.length < most && expected < missing) {
        if (waiting.length === 0) await refill(missing - expected);
        const parent = waiting.shift();
        if (parent === undefined) break;
        batch.push(parent);
        expected += estimate(parent) ?? missing;
      }
      return batch;
    },
    async ended(): Promise<boolean> {
      if (waiting.length === 0) await refill(1);
      return waiting.length === 0 && !stopped;
    },
    /** In front of the next parent. */
    position(): readonly [Position, number] {
      const [next] = waiting;
      return next === undefined ? [at, 0] : [next.at, markOf(options.key(next.value))];
    },
  };
}
