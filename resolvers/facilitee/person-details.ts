import DataLoader from 'dataloader';
import type { Person } from '../../src/domain/index.js';
import { toError } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { byIds } from './by-ids.js';
import { withLate } from './late.js';
import type { Kit } from './loaders.js';
import { perSession } from '../../src/loaders/per-session.js';
import type { PersonsOf } from './persons-of.js';
import { roles, type Role } from './roles.js';

/**
 * All that lists and single records say of users. Most of it stands in both, so the first answer is whichever takes fewer
 * calls; what only the other one tells (invoices of owners and addresses of managers: the single record; counters and the
 * role of managers: the row) is read when a query names it.
 */
export function createPersonDetailsOf({ lists, map, settings }: Kit): PersonsOf {
  /** Rows by id: already shown, or out of the list, or found by what the list can be searched by. */
  const rowsOf = perSession((session) => {
    const search = async (role: Role, person: Person): Promise<void> => {
      const { list } = roles[role];
      const id = person.ref.key[1] ?? '';
      // E-mail and name are among what is searched in each list of users (docs/facilitee.txt, each "Get a list of").
      const text = person.email ?? person.displayName;
      if (text !== null) {
        const found = lists.listing(session, list, { query: { searchParameter: text } });
        await found.read({ from: 0, limit: settings.pageSize, needMore: false, needTotal: false });
      }
      if (lists.known(session, list, id) === undefined) await lists.whole(session, list);
    };
    const loaderOf = (role: Role): DataLoader<Person, Person | null, string> => {
      const { list } = roles[role];
      const known = ({ ref }: Person) => lists.known(session, list, ref.key[1] ?? '');
      return new DataLoader<Person, Person | null, string>(
        async (persons) => {
          const missing = persons.filter((person) => known(person) === undefined);
          const failures = new Map<Person, Error>();
          if (missing.length > 0 && (await lists.isCheaper(session, list, missing.length, 'searches'))) {
            await lists.whole(session, list);
          } else {
            await Promise.all(
              missing.map((person) =>
                search(role, person).catch((error: unknown) => failures.set(person, toError(error))),
              ),
            );
          }
          return persons.map((person) => {
            const row = known(person);
            return row === undefined ? (failures.get(person) ?? null) : map.toPerson(role, row);
          });
        },
        { cacheKeyFn: ({ remoteId }) => remoteId },
      );
    };
    const loaders = new Map<Role, DataLoader<Person, Person | null, string>>();
    return (role: Role, person: Person): Promise<Person | null> => {
      const loader = loaders.get(role) ?? loaderOf(role);
      loaders.set(role, loader);
      return loader.load(person);
    };
  });

  const withRow = (session: Session, role: Role, person: Person): Person => {
    const late =
      <F extends 'unitCount' | 'staffRole' | 'activeIssueCount'>(field: F) =>
      async (): Promise<Person[F] | null> =>
        (await rowsOf(session)(role, person))?.[field] ?? null;
    switch (role) {
      case 'owner':
        return withLate(person, { unitCount: late('unitCount') });
      case 'manager':
        return withLate(person, { unitCount: late('unitCount'), staffRole: late('staffRole') });
      case 'service-provider':
        return withLate(person, { activeIssueCount: late('activeIssueCount') });
      case 'property-user':
        return person;
    }
  };

  const withSingle = (session: Session, role: Role, person: Person): Person => {
    const late =
      <F extends 'invoiceDetails' | 'address'>(field: F) =>
      async (): Promise<Person[F] | null> => {
        const single = await lists.find(session, roles[role].record, person.ref.key[1] ?? '');
        return single === null ? null : (map.toPerson(role, single)[field] ?? null);
      };
    switch (role) {
      case 'owner':
        return withLate(person, { invoiceDetails: late('invoiceDetails') });
      case 'manager':
        return person.address === undefined ? withLate(person, { address: late('address') }) : person;
      default:
        return person;
    }
  };

  return async (session, role, ids) => {
    const found = await byIds(lists, session, roles[role], ids);
    return (id) => {
      const received = found(id);
      if (received === null || received instanceof Error) return received;
      const person = map.toPerson(role, received);
      return received.form === 'row' ? withSingle(session, role, person) : withRow(session, role, person);
    };
  };
}
