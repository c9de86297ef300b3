import type { Port } from '../../src/domain/provider.js';
import type { FaciliteeSettings } from './config.js';
import { createBuildingLoaders } from './loaders/buildings.js';
import { createDocumentLoaders } from './loaders/documents.js';
import { createIssueLoaders } from './loaders/issues.js';
import { createLeaseLoaders } from './loaders/leases.js';
import { createPersonLoaders } from './loaders/persons.js';
import { createUnitLoaders } from './loaders/units.js';
import type { FaciliteeMap } from './map.js';
import type { FaciliteeLists } from './pages.js';
import { createPersons, type FaciliteePersons } from './persons.js';
import { createSamples, type FaciliteeSamples } from './samples.js';
import { createUnits, type FaciliteeUnits } from './units.js';
import { createWays, type FaciliteeWays } from './ways.js';

/** What all loaders are made of. */
export interface Kit {
  readonly settings: FaciliteeSettings;
  readonly lists: FaciliteeLists;
  readonly map: FaciliteeMap;
  readonly ways: FaciliteeWays;
  readonly persons: FaciliteePersons;
  readonly units: FaciliteeUnits;
  readonly samples: FaciliteeSamples;
}

/**
 * How Facilitee is asked. It takes no list of ids and filters by nothing but a property and a period, so the access
 * paths are whole lists, which are few calls, and single calls for what only those tell.
 */
export function createLoaders(
  settings: FaciliteeSettings,
  lists: FaciliteeLists,
  map: FaciliteeMap,
): Omit<Port, 'acceptsKey' | 'links'> {
  const ways = createWays(lists, settings.pageSize);
  const kit: Kit = {
    ways,
    settings,
    lists,
    map,
    persons: createPersons(lists, ways, map, settings.pageSize),
    units: createUnits(lists, ways, map, settings),
    samples: createSamples(map),
  };
  return {
    ...createBuildingLoaders(kit),
    ...createUnitLoaders(kit),
    ...createPersonLoaders(kit),
    ...createLeaseLoaders(kit),
    ...createIssueLoaders(kit),
    ...createDocumentLoaders(kit),
  };
}
