import { free, type Cost } from '../plan/cost.js';
import { start, type Position } from './position.js';

/**
 * A listing is an ordered stream of rows that can be read from any position onwards, and that tells beforehand what
 * reading will cost. Providers page in four ways; all of them, and everything built on them (rows of many parents,
 * several lists one after the other, filtered or sorted rows), are listings, so that connections know only this file.
 */

/** A row, and the position right behind it. */
export interface Row<T> {
  readonly value: T;
  /** Worked out when it is asked for: of a page of rows, a cursor is wanted of few. */
  readonly next: Position;
}

export function rowOf<T>(value: T, next: () => Position): Row<T> {
  return new LazyRow(value, next);
}

/** A class, since an object with a getter of its own takes a hundred times as long to make. */
class LazyRow<T> implements Row<T> {
  readonly value: T;
  readonly #next: () => Position;
  #known: Position | undefined;

  constructor(value: T, next: () => Position) {
    this.value = value;
    this.#next = next;
  }

  get next(): Position {
    return (this.#known ??= this.#next());
  }
}

/** What is asked of a listing. */
export interface Ask {
  readonly from: Position;
  /** Rows wanted. Fewer come only at the end, or where a budget ended a scan. */
  readonly limit: number;
  /** Whether `more` must be exact, even if that costs a call. */
  readonly needMore: boolean;
  /** Whether a total is wanted where an honest one can be had. */
  readonly needTotal: boolean;
}

export interface Slice<T> {
  readonly rows: readonly Row<T>[];
  /** Whether rows follow the last one; `undefined` where it was not asked and is not known for free. */
  readonly more: boolean | undefined;
  /** All rows of the listing, where the answers told; otherwise `null`. */
  readonly total: number | null;
  /** Set where a budget ended a scan early: rows may follow, and reading goes on here. */
  readonly stoppedAt?: Position;
  /** Set where rows that should be here could not be found again: they are not given, and nothing leads to them. */
  readonly lost?: true;
  /** Oddities a client should know of, such as a provider that repeats a page. */
  readonly warnings?: readonly string[];
}

/** What is known of a list's length before it is read. */
export interface KnownLength {
  /** Rows, as last seen; `undefined` where nobody knows. */
  readonly rows: number | undefined;
  /** Rows that were seen to be there, although there may be more. */
  readonly atLeast: number;
}

export const unknownLength: KnownLength = { rows: undefined, atLeast: 0 };

export interface Listing<T> {
  /** Rows that one call can bring: what a scan asks for at a time. */
  readonly stride: number;
  /** The rows of several lists, one after the other: those of the next one never come with a whole page. */
  readonly nested?: true;
  read(ask: Ask): Promise<Slice<T>>;
  /** The most calls that `read` would make, as far as the lengths of lists are known. Makes none. */
  cost(ask: Ask): Cost;
  known(): KnownLength;
}

/** A listing that is known to be empty, at no cost. */
export const emptyListing: Listing<never> = {
  stride: Infinity,
  read: () => Promise.resolve({ rows: [], more: false, total: 0 }),
  cost: () => free,
  known: () => ({ rows: 0, atLeast: 0 }),
};

/** All of a listing but its rows. A listing may be of a class, whose methods a spread of it would leave behind. */
export function likeListing(inner: Listing<unknown>): Omit<Listing<unknown>, 'read'> {
  return {
    stride: inner.stride,
    ...(inner.nested && { nested: inner.nested }),
    cost: (ask) => inner.cost(ask),
    known: () => inner.known(),
  };
}

/** The same rows in another form. */
export function mapListing<A, B>(inner: Listing<A>, map: (row: A) => B): Listing<B> {
  return {
    ...likeListing(inner),
    async read(ask) {
      const slice = await inner.read(ask);
      return { ...slice, rows: slice.rows.map((row) => rowOf(map(row.value), () => row.next)) };
    },
  };
}

/** A listing that is only made when it is read: what is not reached is not asked. `known` tells what it may cost. */
export function laterListing<T>(
  make: () => Promise<Listing<T>>,
  known: Pick<Listing<T>, 'stride' | 'cost' | 'known'>,
): Listing<T> {
  let made: Promise<Listing<T>> | undefined;
  return { ...known, read: async (ask) => (await (made ??= make())).read(ask) };
}

/** More rows than lists have, as a rule: pages of which the number is known then go out together. */
const everything = 10_000;

/** Everything of a listing. Only for listings whose size is bounded by what they hang on. */
export async function readAll<T>(listing: Listing<T>): Promise<T[]> {
  const all: T[] = [];
  let from: Position = start;
  for (;;) {
    const slice = await listing.read({ from, limit: everything, needMore: true, needTotal: false });
    all.push(...slice.rows.map((row) => row.value));
    const next = slice.stoppedAt ?? slice.rows.at(-1)?.next;
    if (slice.more !== true || next === undefined) return all;
    from = next;
  }
}
