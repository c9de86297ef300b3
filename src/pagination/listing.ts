/**
 * A listing is an ordered stream of rows that can be read from any position onwards. Providers page in four ways; all
 * of them, and everything built on them (rows of many parents, several lists one after the other, filtered rows), are
 * listings, so that connections know only this file.
 */

/**
 * Where a reader stands: an offset, or for listings made of listings the positions inside one another. It travels in
 * cursors, so it is plain JSON; `0` is the start of every listing.
 */
export type Position = number | readonly Position[];

export const start: Position = 0;

/** A row, and the position right behind it. */
export interface Row<T> {
  readonly value: T;
  readonly next: Position;
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
  /** Oddities a client should know of, such as a provider that repeats a page. */
  readonly warnings?: readonly string[];
}

export interface Listing<T> {
  /** Rows that one call can bring: what a scan asks for at a time. */
  readonly stride: number;
  read(ask: Ask): Promise<Slice<T>>;
}

/** A listing that is known to be empty, at no cost. */
export const emptyListing: Listing<never> = {
  stride: Infinity,
  read: () => Promise.resolve({ rows: [], more: false, total: 0 }),
};

/** A listing over rows that come all at once. `load` is called at the first read only. */
export function arrayListing<T>(load: () => Promise<readonly T[]> | readonly T[]): Listing<T> {
  let loaded: Promise<readonly T[]> | undefined;
  return {
    stride: Infinity,
    async read({ from, limit }) {
      const all = await (loaded ??= Promise.resolve(load()));
      const offset = toOffset(from);
      return {
        rows: all.slice(offset, offset + limit).map((value, index) => ({ value, next: offset + index + 1 })),
        more: all.length > offset + limit,
        total: all.length,
      };
    },
  };
}

/** The same rows in another form. */
export function mapListing<A, B>(inner: Listing<A>, map: (row: A) => B): Listing<B> {
  return {
    stride: inner.stride,
    async read(ask) {
      const slice = await inner.read(ask);
      return { ...slice, rows: slice.rows.map((row) => ({ value: map(row.value), next: row.next })) };
    },
  };
}

/** The offset of a flat listing's position. A position of another form was made for another listing. */
export function toOffset(position: Position): number {
  if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 0)
    throw new PositionError();
  return position;
}

/** The two parts of a nested listing's position. */
export function toPair(position: Position): readonly [outer: Position, inner: Position] {
  if (position === start) return [start, start];
  if (typeof position === 'number' || position.length !== 2) throw new PositionError();
  const [outer, inner] = position;
  if (outer === undefined || inner === undefined) throw new PositionError();
  return [outer, inner];
}

/** A signed cursor whose position does not fit its listing, e.g. one from before an upgrade that reads the list differently. */
export class PositionError extends Error {
  override readonly name = 'PositionError';
  constructor() {
    super('the position does not fit the listing');
  }
}

/** Everything of a listing. Only for listings whose size is bounded by what they hang on. */
export async function readAll<T>(listing: Listing<T>, pageSize = 500): Promise<T[]> {
  const all: T[] = [];
  let from: Position = start;
  for (;;) {
    const slice = await listing.read({ from, limit: pageSize, needMore: true, needTotal: false });
    all.push(...slice.rows.map((row) => row.value));
    const next = slice.stoppedAt ?? slice.rows.at(-1)?.next;
    if (slice.more !== true || next === undefined) return all;
    from = next;
  }
}
