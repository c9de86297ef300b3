import { callsOf, inTurn } from '../plan/cost.js';
import { likeListing, rowOf, type Ask, type Listing, type Slice } from './listing.js';
import { isPosition, PositionError, start, type Position } from './position.js';

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

/** Rows that are looked at for the order of a list that has not shown yet whether it keeps it. */
const looked = 100;

const disordered = 'the rows did not come in the order that was asked for; start again without `after`';

/**
 * The rows of a list that is asked for in an order.
 *
 * @param disorder what becomes of rows that come in another one: the reading fails, so that they can be ordered here, or
 * they are given with a warning.
 */
export function checkedListing<T>(
  inner: Listing<T>,
  compare: (one: T, other: T) => number,
  trust: Trust,
  disorder: 'fails' | 'is told',
): Listing<T> {
  /** As many rows as can be looked at without another call: a window of a few may be in order by accident. */
  const looking = (ask: Ask): Ask => {
    // A page that is full may need the next one as proof that rows follow.
    const wider = { ...ask, limit: Math.max(ask.limit, Math.min(looked, inner.stride - 1)) };
    return callsOf(inner.cost(wider)) <= callsOf(inner.cost(ask)) ? wider : ask;
  };
  return {
    ...likeListing(inner),
    async read(ask) {
      const mayFail = disorder === 'fails';
      const slice = await inner.read(mayFail && trust.isKept() === undefined ? looking(ask) : ask);
      const ways = slice.rows.slice(1).map(({ value }, index) => {
        const before = slice.rows[index];
        return before === undefined ? 0 : compare(before.value, value);
      });
      if (ways.some((way) => way > 0)) {
        trust.remember(false);
        if (mayFail) throw new OutOfOrderError(disordered);
        return { ...slice, warnings: [...(slice.warnings ?? []), disordered] };
      }
      if (ways.filter((way) => way < 0).length >= proof) trust.remember(true);
      return cut(slice, ask.limit);
    },
  };
}

/** The first rows of a slice; where it has stopped does not matter before its last. */
function cut<T>(slice: Slice<T>, limit: number): Slice<T> {
  if (slice.rows.length <= limit) return slice;
  const { stoppedAt: _behind, ...rest } = slice;
  return { ...rest, rows: slice.rows.slice(0, limit), more: true };
}

/**
 * A list in an order that its provider may be able to give; where it turns out not to, the list is read as it comes and
 * ordered here, from then on at once.
 *
 * A place in one of the two orders is none in the other: positions say which one they were made in, and reading goes on
 * in that order, whatever has been learnt of the provider since, by this or another worker.
 */
export function orderedListing<T>({
  asked,
  own,
  isRefusal,
  trust,
}: {
  /** By the provider, made by `checkedListing`; `null` where the provider has no such order. */
  readonly asked: { readonly fromStart: Listing<T>; readonly onwards: Listing<T> } | null;
  /** Here. */
  readonly own: Listing<T>;
  /** Whether an answer to `asked` says that the provider knows no such order. */
  isRefusal(error: unknown): boolean;
  readonly trust: Trust;
}): Listing<T> {
  const readHere = async (ask: Ask, from: Position): Promise<Slice<T>> => {
    const slice = await own.read({ ...ask, from });
    const { stoppedAt } = slice;
    return {
      ...slice,
      rows: slice.rows.map((row) => rowOf(row.value, () => toHere(row.next))),
      ...(stoppedAt !== undefined && { stoppedAt: toHere(stoppedAt) }),
    };
  };

  return {
    stride: (asked?.fromStart ?? own).stride,
    async read(ask) {
      const here = placeHere(ask.from);
      if (here !== undefined) return readHere(ask, here);
      if (ask.from !== start) {
        if (asked === null) throw new PositionError();
        return asked.onwards.read(ask);
      }
      if (asked !== null && trust.isKept() !== false) {
        try {
          return await asked.fromStart.read(ask);
        } catch (error) {
          if (!(error instanceof OutOfOrderError || isRefusal(error))) throw error;
          trust.remember(false);
        }
      }
      return readHere(ask, start);
    },
    cost(ask) {
      const here = placeHere(ask.from);
      if (here !== undefined || asked === null) return own.cost({ ...ask, from: here ?? start });
      if (ask.from !== start) return asked.onwards.cost(ask);
      switch (trust.isKept()) {
        case true:
          return asked.fromStart.cost(ask);
        case false:
          return own.cost(ask);
        default:
          return inTurn(asked.fromStart.cost(ask), own.cost(ask));
      }
    },
    known: () => own.known(),
  };
}

/** Marks the places of rows that were ordered here. */
const name = 'here';

function toHere(position: Position): Position {
  return [name, position];
}

function placeHere(position: Position): Position | undefined {
  if (typeof position !== 'object' || position[0] !== name) return undefined;
  const [, inner] = position;
  if (!isPosition(inner)) throw new PositionError();
  return inner;
}
