import type { Portfolio } from '../../src/sandbox/portfolio.js';
import type { Truth } from '../../src/sandbox/truth.js';

/** Queries whose calls are counted against a lower bound, one list for each provider and one for all of them together. */

/** A query, and the fewest calls that could answer it. */
export interface CountedQuery {
  readonly title: string;
  readonly query: string;
  /** Values of variables, of what the source holds. */
  variables?(holdings: Holdings): Promise<Readonly<Record<string, unknown>>>;
  /** The fewest calls, by what the answer shows. */
  floor(answer: never, holdings: Holdings): Floor;
}

/** What a catalogue's source holds. */
export interface Holdings {
  readonly truth: Truth;
  readonly portfolio: Portfolio;
  /** Global ids of a root list's first records. */
  ids(list: keyof Truth, first: number, filter?: string): Promise<readonly string[]>;
}

/**
 * The fewest calls and waves that the provider's documents allow, with what is in the records and what the sandbox holds:
 * written down by hand, and not asked of the code that is measured.
 */
export interface Floor {
  readonly calls: readonly FloorCalls[];
  readonly waves: number;
  /** Why more calls are made than the bound, where they are. */
  readonly why?: string;
}

export interface FloorCalls {
  /** What is read: `apartments of 19 buildings`. */
  readonly what: string;
  readonly calls: number;
}

/** Pages of a list, at least one. */
export function pages(what: string, rows: number, size: number): FloorCalls {
  return { what: `${what} (⌈${rows} ÷ ${size}⌉)`, calls: Math.max(1, Math.ceil(rows / size)) };
}

/** Records by their ids, where so many ids go into one call. */
export function batch(what: string, ids: readonly unknown[], perCall: number): FloorCalls {
  const distinct = new Set(ids).size;
  return { what: `${what} (⌈${distinct} ÷ ${perCall}⌉)`, calls: Math.ceil(distinct / perCall) };
}

/** Records that are asked for one by one. */
export function singles(what: string, ids: readonly unknown[]): FloorCalls {
  const distinct = new Set(ids).size;
  return { what: `${distinct} ${what}`, calls: distinct };
}

/** Records by their ids where there is a list as well: whichever is fewer. */
export function fewest(one: FloorCalls, other: FloorCalls): FloorCalls {
  return one.calls <= other.calls ? one : other;
}
