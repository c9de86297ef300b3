import DataLoader from 'dataloader';
import type { Session } from '../../src/http/session.js';
import { byIds } from './by-ids.js';
import type { FaciliteeLists, Received } from './pages.js';
import { perSession } from '../../src/loaders/per-session.js';
import { roles } from './roles.js';
import type { Row } from './wire.js';

export type PropertyUser = Received<Row<'propertyUsers'>>;

/**
 * Property users by id, gathered over all readers of one wave: their records hold the units and dates that leases are
 * made of, and a row of the list says the same as the single record.
 */
export type Users = (session: Session) => DataLoader<string, PropertyUser | null>;

export function createUsers(lists: FaciliteeLists): Users {
  return perSession(
    (session) =>
      new DataLoader<string, PropertyUser | null>(async (ids) => {
        const found = await byIds(lists, session, roles['property-user'], ids);
        return ids.map(found);
      }),
  );
}
