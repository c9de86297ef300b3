import { free } from '../plan/cost.js';
import { type Listing, type Slice } from './listing.js';
import { start } from './position.js';
import { anyRowsBefore, listingOf, type Stretch } from './rows.js';

export interface SortOptions<T> {
  compare(one: T, other: T): number;
  key(row: T): string;
  /** The most rows that are read and sorted; of a longer list none is given. */
  readonly most: number;
  /** Why a longer list is refused. */
  refusal(): Error;
}

/** The rows of a list in another order than its own: all of them are read, however few are wanted. */
export function sortedListing<T>(inner: Listing<T>, options: SortOptions<T>): Listing<T> {
  const { compare, key, most, refusal } = options;
  const everything = { from: start, limit: most, needMore: true, needTotal: false };
  let sorted: Promise<Stretch<T>> | undefined;

  const sort = async (): Promise<Stretch<T>> => {
    if ((inner.known().rows ?? 0) > most) throw refusal();
    const slice: Slice<T> = await inner.read(everything);
    if (slice.more === true) throw refusal();
    const rows = slice.rows.map(({ value }) => value).sort(compare);
    return { rows, more: false, total: rows.length, ...(slice.warnings && { warnings: slice.warnings }) };
  };

  return listingOf({
    stride: Infinity,
    reach: Infinity,
    key,
    lookback: anyRowsBefore,
    async read(from) {
      const all = await (sorted ??= sort());
      return { ...all, rows: all.rows.slice(from) };
    },
    cost() {
      const { rows } = inner.known();
      if (rows !== undefined && rows > most) return free;
      return inner.cost({ ...everything, limit: Math.max(1, rows ?? most) });
    },
    known: () => inner.known(),
  });
}
