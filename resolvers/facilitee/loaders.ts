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
import { createUsers, type Users } from './users.js';

/** What all loaders are made of. */
export interface Kit {
  readonly settings: FaciliteeSettings;
  readonly lists: FaciliteeLists;
  readonly map: FaciliteeMap;
  readonly users: Users;
}

/**
 * How Facilitee is asked. It takes no list of ids and filters by nothing but a property and a period, so the access
 * paths are whole lists, which are few calls, and single calls for what only those tell.
 */
export function createLoaders(parts: Omit<Kit, 'users'>): Omit<Port, 'acceptsKey' | 'links'> {
  const kit: Kit = { ...parts, users: createUsers(parts.lists) };
  return {
    ...createBuildingLoaders(kit),
    ...createUnitLoaders(kit),
    ...createPersonLoaders(kit),
    ...createLeaseLoaders(kit),
    ...createIssueLoaders(kit),
    ...createDocumentLoaders(kit),
  };
}
