import { casaviTruth } from '../../resolvers/casavi/sandbox/truth.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox/truth.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox/truth.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox/truth.js';
import type { Portfolio, SystemName } from '../../src/sandbox/index.js';
import type { Truth } from '../../src/sandbox/truth.js';
import { casaviQueries } from './casavi.js';
import type { CountedQuery } from './counted.js';
import { faciliteeQueries } from './facilitee.js';
import { homeqQueries } from './homeq.js';
import { pigelloQueries } from './pigello.js';
import { queriesOfAll } from './together.js';

/** Queries that are run against some of the sandbox's sources. */
export interface Catalogue {
  readonly title: string;
  readonly sources: readonly SystemName[];
  readonly queries: readonly CountedQuery[];
  truth(portfolio: Portfolio): Truth;
}

export const catalogues: readonly Catalogue[] = [
  { title: 'Pigello', sources: ['pigello'], queries: pigelloQueries, truth: pigelloTruth },
  { title: 'Facilitee', sources: ['facilitee'], queries: faciliteeQueries, truth: faciliteeTruth },
  { title: 'HomeQ', sources: ['homeq'], queries: homeqQueries, truth: homeqTruth },
  { title: 'casavi', sources: ['casavi'], queries: casaviQueries, truth: casaviTruth },
  {
    title: 'All four together',
    sources: ['pigello', 'facilitee', 'homeq', 'casavi'],
    queries: queriesOfAll,
    truth: pigelloTruth,
  },
];
