import type { Port } from '../../src/domain/provider.js';
import type { Origin } from '../../src/errors.js';
import { createAgreementLoaders } from './agreements.js';
import type { HomeqSettings } from './config.js';
import { createInventory } from './inventory.js';
import type { HomeqMap } from './map.js';
import type { HomeqLists } from './pages.js';
import { createPersonLoaders } from './persons.js';

/** How HomeQ is asked: the inventory for estates and apartments, agreements for what hangs on them, employees. No issues. */
export function createLoaders(
  lists: HomeqLists,
  map: HomeqMap,
  settings: HomeqSettings,
  origin: Origin,
): Omit<Port, 'acceptsKey' | 'links'> {
  const inventory = createInventory(lists, map, { source: settings.id, pageSize: settings.pageSize });
  const agreements = createAgreementLoaders(lists, inventory, map, settings, origin);
  return {
    ...inventory.loaders,
    ...agreements.loaders,
    ...createPersonLoaders(lists, agreements, map),
  };
}
