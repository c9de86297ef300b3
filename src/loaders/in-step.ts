import type { Listing } from '../pagination/listing.js';

/**
 * Listings that were made for the parents of one wave. Reads of them that begin in the same turn of the event loop end
 * together, whichever answer comes first: what hangs on their rows is then one batch, and the loader below can choose its
 * way by count. Otherwise each answer would start a small batch of its own, and the choice would be lost.
 */
export function inStep<T>(listings: readonly Listing<T>[]): readonly Listing<T>[] {
  if (listings.length < 2) return listings;
  let step: { readonly reads: Promise<unknown>[]; readonly settled: Promise<unknown> } | undefined;

  const join = (read: Promise<unknown>): Promise<unknown> => {
    if (step === undefined) {
      const reads: Promise<unknown>[] = [];
      const settled = new Promise((resolve) => setImmediate(resolve)).then(() => {
        step = undefined;
        return Promise.all(reads);
      });
      step = { reads, settled };
    }
    step.reads.push(read.catch(() => undefined));
    return step.settled;
  };

  return listings.map((listing) => ({
    ...listing,
    read(ask) {
      const read = listing.read(ask);
      return join(read).then(() => read);
    },
  }));
}
