import type { Person } from '../../src/domain/index.js';
import type { Session } from '../../src/http/session.js';
import { byIds } from './by-ids.js';
import type { Kit } from './loaders.js';
import { roles, type Role } from './roles.js';

/** Users of one role by their ids. */
export type PersonsOf = (
  session: Session,
  role: Role,
  ids: readonly string[],
) => Promise<(id: string) => Person | null | Error>;

export function createPersonsOf({ lists, map }: Kit): PersonsOf {
  return async (session, role, ids) => {
    const found = await byIds(lists, session, roles[role], ids);
    return (id) => {
      const received = found(id);
      if (received === null || received instanceof Error) return received;
      return map.toPerson(role, received);
    };
  };
}
