import { free, type Cost } from '../plan/cost.js';
import type { Size } from '../plan/sizes.js';
import type { Listing } from './listing.js';
import { anyRowsBefore, listingOf } from './rows.js';

/** Rows that come all at once. */
export interface AllRows<T> {
  /** Called at the first read, and once. */
  load(): Promise<readonly T[]> | readonly T[];
  key(row: T): string;
  /** What `load` costs. @default nothing: the rows are at hand */
  readonly cost?: Cost;
  readonly size?: Size;
}

/** A listing over rows that come all at once. */
export function arrayListing<T>({ load, key, cost = free, size }: AllRows<T>): Listing<T> {
  let loaded: Promise<readonly T[]> | undefined;
  return listingOf({
    stride: Infinity,
    reach: Infinity,
    key,
    lookback: anyRowsBefore,
    async read(from) {
      const rows = await (loaded ??= Promise.resolve(load()));
      size?.remember(rows.length);
      return { rows: rows.slice(from), more: false, total: rows.length };
    },
    cost: () => cost,
    known: () => ({ rows: size?.rows, atLeast: size?.atLeast ?? 0 }),
  });
}
