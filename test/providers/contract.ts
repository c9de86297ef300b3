import { describe } from 'vitest';
import type { Truth } from '../../src/sandbox/truth.js';
import { testEdges } from './contract/edges.js';
import { testFailures } from './contract/failures.js';
import { testCapabilities } from './contract/links.js';
import { testLists } from './contract/lists.js';
import { testNodes } from './contract/nodes.js';
import { testRaw } from './contract/raw.js';
import { useSuite, type ProviderUnderTest } from './contract/suite.js';

export type { ProviderUnderTest } from './contract/suite.js';

/**
 * What every provider must do, asked over GraphQL against its stand-in:
 *
 * ```ts
 * testProvider({ name: 'casavi', truth: casaviTruth, login: '/authenticate' });
 * ```
 */
export function testProvider<T extends Truth>(provider: ProviderUnderTest<T>): void {
  describe(`${provider.name} keeps the contract of providers`, () => {
    const suite = useSuite(provider);
    testLists(suite);
    testEdges(suite);
    testNodes(suite);
    testRaw(suite);
    testCapabilities(suite);
    testFailures(provider, suite);
  });
}
