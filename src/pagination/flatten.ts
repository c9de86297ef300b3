import { forEach, inTurn, type Cost } from '../plan/cost.js';
import type { PlaceSizes } from '../plan/sizes.js';
import { rowOf, unknownLength, type Ask, type Listing, type Row, type Slice } from './listing.js';
import { isPosition, markOf, offsetOf, PositionError, start, type Position } from './position.js';

export interface FlattenOptions<P, C> {
  /** What tells two parents apart. */
  key(parent: P): string;
  /** The rows that hang on one parent. */
  children(parent: P): Listing<C>;
  /** What the rows of one parent cost, whichever it is. */
  childCost(ask: Ask): Cost;
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
    read: (ask) => readWindow(parents, options, ask),
    cost(ask) {
      const [outer, , inner] = toNested(ask.from);
      const place = offsetOf(outer);
      const wanted = offsetOf(inner) + ask.limit + (ask.needMore ? 1 : 0);
      const { many, isAll } = parentsNeeded(parents, options, place, wanted);
      const limit = toWholePage(parents, outer, many);
      return inTurn(
        // Where all parents do not suffice, it must be seen that there are no more.
        parents.cost({ from: outer, limit, needMore: isAll, needTotal: false }),
        forEach(many, options.childCost({ ...ask, from: start, needTotal: false })),
      );
    },
    known: () => unknownLength,
  };
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
  /** Its place in the list, where the list is flat. */
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
    const likely = ({ value, rows: own, place }: Parent<P, C>): number | undefined =>
      own.known().rows ??
      estimate?.(value) ??
      (place === undefined ? undefined : sizes?.at(place)) ??
      average;
    const batch = await supply.take(Math.max(missing, 1), likely, budget - asked);
    if (batch.length === 0) {
      if (!(await supply.ended())) {
        const stoppedAt = supply.position();
        return { rows, more: true, total: null, stoppedAt: [...stoppedAt, start], ...told(), ...lost() };
      }
      const counted = from === start && !childLost && !supply.isLost();
      return { rows, more: false, total: counted ? rows.length : null, ...told(), ...lost() };
    }
    const slices = await Promise.all(
      batch.map((parent) =>
        parent.rows.read({
          from: supply.isResumed(parent) ? firstChild : start,
          limit: Math.max(missing, 0),
          needMore,
          needTotal: false,
        }),
      ),
    );
    asked += batch.length;
    for (const [i, slice] of slices.entries()) {
      const parent = batch[i];
      if (parent === undefined) continue;
      const parentMark = markOf(key(parent.value));
      gained += slice.rows.length;
      warnings.push(...(slice.warnings ?? []));
      if (slice.lost === true) childLost = true;
      const whole = parent.rows.known().rows ?? (slice.more === false ? slice.total : null);
      if (parent.place !== undefined && whole !== null) sizes?.remember(parent.place, whole);
      for (const row of slice.rows) {
        if (rows.length >= limit) return { rows, more: true, total: null, ...told(), ...lost() };
        rows.push(rowOf(row.value, () => [parent.at, parentMark, row.next]));
      }
      if (slice.stoppedAt !== undefined) {
        const stoppedAt = [parent.at, parentMark, slice.stoppedAt];
        return { rows, more: true, total: null, stoppedAt, ...told(), ...lost() };
      }
      // The parent has rows beyond the window: nothing behind it may be taken.
      if (slice.more === true || (slice.more === undefined && rows.length >= limit)) {
        return { rows, more: slice.more, total: null, ...told(), ...lost() };
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
  let refills = 0;
  let exhausted = false;
  let lost = false;
  // The parents may be a scan themselves, and their budget is no end.
  let stopped = false;

  const refill = async (wanted: number): Promise<void> => {
    if (exhausted || stopped) return;
    const place = offsetOf(at);
    const many = Math.min(parentsNeeded(parents, options, place, wanted).many, options.budget);
    // Where nothing is known, a page at a time, or as many as it takes at the best: the worst is no reason to read all.
    const known = options.sizes?.at(place) !== undefined;
    const least = Math.max(1, Math.ceil(wanted / (options.mostEach ?? Infinity)));
    const slice = await parents.read({
      from: at,
      limit: toWholePage(parents, at, known ? many : least),
      needMore: false,
      needTotal: false,
    });
    warnings.push(...(slice.warnings ?? []));
    if (slice.lost === true) lost = true;
    const fresh = slice.rows.map((row): Parent<P, C> => {
      const before = at;
      at = row.next;
      const behind = offsetOf(at);
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
    // The parent that the reader stood in may have new ones in front of it; gone, its rows are gone with it.
    if (refills === 0 && mark !== null) {
      resumed = fresh.find(({ value }) => markOf(options.key(value)) === mark);
    }
    refills += 1;
    waiting.push(...fresh);
    if (slice.stoppedAt !== undefined) {
      at = slice.stoppedAt;
      stopped = true;
    } else if (slice.more === false || slice.rows.length === 0) exhausted = true;
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
