import { filterListing } from '../../../src/pagination/filter.js';
import type { Listing, Slice } from '../../../src/pagination/listing.js';
import { pageSize } from '../pages.js';

/** Looks rows through for those that match; for whatever is looked for, they are read once. */
export type Scan<T> = (matches: (row: T) => boolean) => Listing<T>;

/**
 * A look through rows of which most will not match: they are read in one great stride, so that pages are asked for
 * together, up to as many rows as so many calls hold.
 */
export function createScan<T>(rows: Listing<T>, calls: number): Scan<T> {
  const most = calls * pageSize;
  const reads = new Map<string, Promise<Slice<T>>>();
  const once: Listing<T> = {
    ...rows,
    stride: most,
    read(ask) {
      const name = JSON.stringify(ask);
      let slice = reads.get(name);
      if (slice === undefined) reads.set(name, (slice = rows.read(ask)));
      return slice;
    },
  };
  return (matches) => filterListing(once, matches, { rows: most });
}
