import type { Port } from '../../src/domain/provider.js';
import type { Origin } from '../../src/errors.js';
import { createSizes } from '../../src/plan/sizes.js';
import type { Drift } from '../../src/wire/drift.js';
import { createAgreementLoaders } from './agreements.js';
import type { HomeqSettings } from './config.js';
import { createInventory } from './inventory.js';
import { createMap } from './map.js';
import { createLists } from './pages.js';
import { createPersonLoaders } from './persons.js';
import { createSamples } from './samples.js';
import { createTenants } from './tenants.js';

/** How HomeQ is asked: the inventory for estates and apartments, agreements for what hangs on them, employees. No issues. */
export function createLoaders(
  settings: HomeqSettings,
  origin: Origin,
  drift: Drift,
): Omit<Port, 'acceptsKey' | 'links'> {
  const sizes = createSizes();
  const lists = createLists(settings, origin, sizes, drift);
  const map = createMap({ ...settings, source: settings.id });
  const samples = createSamples(map);
  const inventory = createInventory(lists, map, samples, settings);
  const tenants = createTenants(lists, inventory, map, samples, settings, origin);
  return {
    ...inventory.loaders,
    ...tenants.loaders,
    ...createAgreementLoaders(lists, inventory, tenants, map, samples, settings, sizes),
    ...createPersonLoaders(lists, tenants, map, samples, settings, sizes),
  };
}
