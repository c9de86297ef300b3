import { concatListings } from '../../src/pagination/concat.js';
import { emptyListing, toOffset, type Listing } from '../../src/pagination/listing.js';

/** Rows that were gathered within a budget. */
export interface Gathered<T> {
  readonly rows: readonly T[];
  /** Whether these are all there are. */
  readonly complete: boolean;
}

/**
 * A listing over rows that have to be gathered before the first can be given, because they must be told apart from one
 * another. Where the budget did not suffice, the last window says so; going on from there brings nothing more.
 */
export function gatheredListing<T>(gather: () => Promise<Gathered<T>>): Listing<T> {
  let gathering: Promise<Gathered<T>> | undefined;
  return {
    stride: Infinity,
    async read({ from, limit }) {
      const offset = toOffset(from);
      const { rows: all, complete } = await (gathering ??= gather());
      const rows = all
        .slice(offset, offset + limit)
        .map((value, index) => ({ value, next: offset + index + 1 }));
      if (offset + limit < all.length) return { rows, more: true, total: null };
      if (complete || offset > all.length) return { rows, more: false, total: complete ? all.length : null };
      return { rows, more: true, total: null, stoppedAt: all.length + 1 };
    },
  };
}

/** Listings one after the other; a single one keeps its own totals and positions. */
export function joined<T>(listings: readonly Listing<T>[]): Listing<T> {
  const [only, ...others] = listings;
  if (only === undefined) return emptyListing;
  return others.length === 0 ? only : concatListings(listings);
}
