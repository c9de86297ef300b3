import { filterListing } from '../../../src/pagination/filter.js';
import type { Listing } from '../../../src/pagination/listing.js';
import { pageSize, type CasaviList } from '../pages.js';
import type { ListName } from '../wire.js';

/** Records as several keys found them: an error takes the place of its own key only. */
export type Found<T> = T | null | Error;

export function isFound<T>(found: Found<T>): found is T {
  return found !== null && !(found instanceof Error);
}

/** A listing that is chosen when it is read: what is not reached is not asked. */
export function later<T>(choose: () => Promise<Listing<T>> | Listing<T>): Listing<T> {
  let chosen: Promise<Listing<T>> | undefined;
  return {
    stride: pageSize,
    read: async (ask) => (await (chosen ??= Promise.resolve(choose()))).read(ask),
  };
}

/**
 * The rows of a listing that match, where most will not: read in one great stride, so that its pages are asked for
 * together. `first` is the list that it begins with: as many of its pages as there were go out at once.
 */
export function scanned<T, N extends ListName>(
  first: CasaviList<N>,
  listing: Listing<T>,
  matches: (row: T) => boolean,
  scanCalls: number,
): Listing<T> {
  const rows = scanCalls * pageSize;
  const matching = filterListing({ ...listing, stride: rows }, matches, rows);
  return later(() => {
    first.prefetch(scanCalls);
    return matching;
  });
}
