import { refKey } from '../domain/global-id.js';
import type { NodeRecord } from '../domain/index.js';
import { arrayListing } from '../pagination/array.js';
import type { Listing } from '../pagination/listing.js';
import type { Cost } from '../plan/cost.js';

/** The rows of several parents that come by one batch: a listing for each, of which the first that is read brings all. */
export function batchListings<P, T extends NodeRecord>(
  parents: readonly P[],
  load: (parents: readonly P[]) => Promise<readonly (readonly T[] | Error)[]>,
): readonly Listing<T>[] {
  let batch: ReturnType<typeof load> | undefined;
  return parents.map((_, index) =>
    recordListing(async () => {
      const rows = (await (batch ??= load(parents)))[index] ?? [];
      if (rows instanceof Error) throw rows;
      return rows;
    }),
  );
}

/** Records that come all at once. */
export function recordListing<T extends NodeRecord>(
  load: () => Promise<readonly T[]> | readonly T[],
  cost?: Cost,
): Listing<T> {
  return arrayListing({ load, key: ({ ref }) => refKey(ref), ...(cost && { cost }) });
}
