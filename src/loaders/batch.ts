import { refKey } from '../domain/global-id.js';
import type { NodeRecord } from '../domain/index.js';
import { toError } from '../errors.js';
import { arrayListing } from '../pagination/array.js';
import {
  unknownLength,
  type Ask,
  type KnownLength,
  type Listing,
  type Slice,
} from '../pagination/listing.js';
import { free, type Cost } from '../plan/cost.js';

/** The rows of several parents that come by one batch: a listing for each, of which the first that is read brings all. */
export function batchListings<P, T extends NodeRecord>(
  parents: readonly P[],
  load: (parents: readonly P[]) => Promise<readonly (readonly T[] | Error)[]>,
): readonly BatchListing<T>[] {
  const batch = new Batch(() => load(parents));
  return parents.map((_, index) => new BatchListing(batch, index));
}

/** Rows of several parents, on their way or here. */
class Batch<T> {
  readonly #load: () => Promise<readonly (readonly T[] | Error)[]>;
  #loading: Promise<void> | undefined;
  #rows: readonly (readonly T[] | Error)[] | Error | undefined;

  constructor(load: () => Promise<readonly (readonly T[] | Error)[]>) {
    this.#load = load;
  }

  /** Settles once all rows are here; never fails. */
  arrive(): Promise<void> {
    // Begun at once, and what it throws at once is a failure like any other.
    return (this.#loading ??= (async () => this.#load())()
      .catch(toError)
      .then((rows) => {
        this.#rows = rows;
      }));
  }

  /** The rows of a parent, once they are here. */
  rows(index: number): readonly T[] | Error {
    if (this.#rows === undefined) throw new TypeError('the rows of a batch are read before they are here');
    return this.#rows instanceof Error ? this.#rows : (this.#rows[index] ?? []);
  }
}

/**
 * A parent's rows out of a batch. A class, since there is one for each parent: whoever has many parents waits for the
 * batch once, and takes the rows of each.
 */
export class BatchListing<T extends NodeRecord> implements Listing<T> {
  readonly stride = Infinity;
  readonly #batch: Batch<T>;
  readonly #index: number;
  #listing: Listing<T> | undefined;

  constructor(batch: Batch<T>, index: number) {
    this.#batch = batch;
    this.#index = index;
  }

  /** Settles once the rows of all parents are here; the same promise for all of them. */
  arrive(): Promise<void> {
    return this.#batch.arrive();
  }

  /** All rows, once they are here; why there are none. */
  rows(): readonly T[] | Error {
    return this.#batch.rows(this.#index);
  }

  read(ask: Ask): Promise<Slice<T>> {
    this.#listing ??= recordListing(async () => {
      await this.arrive();
      const rows = this.rows();
      if (rows instanceof Error) throw rows;
      return rows;
    });
    return this.#listing.read(ask);
  }

  cost(): Cost {
    return free;
  }

  known(): KnownLength {
    return unknownLength;
  }
}

/** Records that come all at once. */
export function recordListing<T extends NodeRecord>(
  load: () => Promise<readonly T[]> | readonly T[],
  cost?: Cost,
): Listing<T> {
  return arrayListing({ load, key: ({ ref }) => refKey(ref), ...(cost && { cost }) });
}
