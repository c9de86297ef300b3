import type { World } from '../upstreams/world.js';

/** What a request asks for, in no candidate's words. */
export interface Variant {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly first?: number;
  /** How many rows of Pigello's list stand before the window. */
  readonly offset?: number;
}

/** What only a running Gatehouse can hand out. */
export interface HandedOut {
  /** The cursor behind so many rows of Pigello's list. */
  cursor(list: string, rows: number): string;
  readonly documents: readonly string[];
}

/** One of the queries that all candidates answer. */
export interface BenchQuery {
  readonly name: string;
  /** As a heading of the results. */
  readonly title: string;
  /** The name that the floor and others of their own dialect know it by; its own where nothing is said. */
  readonly knownAs?: string;
  /** Names of those who are asked; all but Gatehouse with a cache where nothing is said. */
  readonly candidates?: readonly string[];
  /** The list whose cursors it takes. */
  readonly list?: 'buildings' | 'units' | 'leases' | 'all';
  /** @param alias stands before the root field, so that texts differ */
  document(operation: string, alias: string): string;
  /** What requests ask for, no two alike where the portfolio is large enough. */
  variants(world: World, handedOut: HandedOut): readonly Variant[];
  /** The ids of an answer in their order, by the portfolio. */
  expected(variant: Variant, world: World): readonly string[];
}

/** So many places in a list, spread evenly over all that leave `first` rows behind them. */
export function spread(length: number, first: number, count = 64): readonly number[] {
  const last = Math.max(0, length - first);
  const places = Array.from({ length: count }, (_, index) => Math.round((index * last) / (count - 1)));
  return [...new Set(places)];
}
