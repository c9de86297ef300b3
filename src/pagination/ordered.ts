import { inTurn } from '../plan/cost.js';
import type { Listing } from './listing.js';

/** Whether a provider orders a list as it was asked: it may ignore what it was asked, or refuse it. */
export interface Trust {
  /** `undefined` until it has shown. */
  isKept(): boolean | undefined;
  remember(kept: boolean): void;
}

/** A provider was asked for an order, and gave its rows in another one. */
class OutOfOrderError extends Error {}

/** So many rows, each behind the one before, are no accident. */
const proof = 10;

/** The rows of a list that is asked for in an order, where they come in it. */
export function checkedListing<T>(
  inner: Listing<T>,
  compare: (one: T, other: T) => number,
  trust: Trust,
): Listing<T> {
  return {
    ...inner,
    async read(ask) {
      const slice = await inner.read(ask);
      let steps = 0;
      slice.rows.forEach(({ value }, index) => {
        const before = slice.rows[index - 1];
        const way = before === undefined ? 0 : compare(before.value, value);
        if (way > 0) throw new OutOfOrderError('the rows are not in the order that was asked for');
        if (way < 0) steps += 1;
      });
      if (steps >= proof) trust.remember(true);
      return slice;
    },
  };
}

/**
 * A list in an order that its provider may be able to give; where it turns out not to, the list is read as it comes and
 * ordered here, from then on at once.
 */
export function orderedListing<T>({
  asked,
  own,
  isRefusal,
  trust,
}: {
  /** By the provider, made by `checkedListing`. */
  readonly asked: Listing<T>;
  /** Here. */
  readonly own: Listing<T>;
  /** Whether an answer to `asked` says that the provider knows no such order. */
  isRefusal(error: unknown): boolean;
  readonly trust: Trust;
}): Listing<T> {
  return {
    stride: asked.stride,
    async read(ask) {
      if (trust.isKept() !== false) {
        try {
          return await asked.read(ask);
        } catch (error) {
          if (!(error instanceof OutOfOrderError || isRefusal(error))) throw error;
          trust.remember(false);
        }
      }
      return own.read(ask);
    },
    cost(ask) {
      switch (trust.isKept()) {
        case true:
          return asked.cost(ask);
        case false:
          return own.cost(ask);
        default:
          return inTurn(asked.cost(ask), own.cost(ask));
      }
    },
    known: () => own.known(),
  };
}
