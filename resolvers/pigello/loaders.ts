import type { Port } from '../../src/domain/provider.js';
import type { PigelloSettings } from './config.js';
import { createEdgeLoaders } from './loaders/edges.js';
import { createListLoaders } from './loaders/lists.js';
import { createRecordLoaders } from './loaders/records.js';
import type { PigelloMap } from './map.js';
import type { PigelloLists } from './pages.js';
import { createSamples } from './samples.js';

/**
 * How Pigello is asked. Everything is a list with an id filter, so a batch of any size is a few calls: that is the
 * access path everywhere.
 */
export function createLoaders(
  lists: PigelloLists,
  map: PigelloMap,
  settings: PigelloSettings,
): Omit<Port, 'acceptsKey' | 'links'> {
  const samples = createSamples(map);
  return {
    ...createListLoaders(lists, map, samples, settings),
    ...createRecordLoaders(lists, map, samples),
    ...createEdgeLoaders(lists, map, samples),
  };
}
