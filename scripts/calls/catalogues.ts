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
import { linkedAnewQueries, linkedQueries } from './linked.js';
import { pigelloQueries } from './pigello.js';
import { queriesOfAll } from './together.js';

/** Queries that are run against some of the sandbox's sources. */
export interface Catalogue {
  readonly title: string;
  readonly sources: readonly SystemName[];
  readonly queries: readonly CountedQuery[];
  truth(portfolio: Portfolio): Truth;
  /** `identity` as it would stand in a configuration file. */
  readonly identity?: object;
  /** The root lists that the queries read, and that are read to their ends before. @default all of them */
  readonly lists?: readonly string[];
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
  {
    title: 'Which records are the same, once that is known',
    sources: ['pigello', 'facilitee', 'homeq', 'casavi'],
    queries: linkedQueries,
    lists: ['buildings', 'units', 'persons'],
    truth: pigelloTruth,
  },
  {
    title: 'Which records are the same, read anew',
    sources: ['pigello', 'facilitee', 'homeq', 'casavi'],
    queries: linkedAnewQueries,
    lists: ['buildings', 'units', 'persons'],
    truth: pigelloTruth,
    identity: { refreshSeconds: 0 },
  },
];
