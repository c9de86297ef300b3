import { pigelloTruth } from '../../resolvers/pigello/sandbox/truth.js';
import type { Portfolio, SystemName } from '../../src/sandbox/index.js';
import type { Truth } from '../../src/sandbox/truth.js';
import type { CountedQuery } from './counted.js';
import { pigelloQueries } from './pigello.js';

/** Queries that are run against some of the sandbox's sources. */
export interface Catalogue {
  readonly title: string;
  readonly sources: readonly SystemName[];
  readonly queries: readonly CountedQuery[];
  truth(portfolio: Portfolio): Truth;
}

export const catalogues: readonly Catalogue[] = [
  { title: 'Pigello', sources: ['pigello'], queries: pigelloQueries, truth: pigelloTruth },
];
