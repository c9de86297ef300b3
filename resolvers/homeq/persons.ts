import type { Person, Ref } from '../../src/domain/index.js';
import type { Port } from '../../src/domain/provider.js';
import { toError } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { groupBy } from '../../src/loaders/group.js';
import { arrayListing, emptyListing } from '../../src/pagination/listing.js';
import type { Agreements } from './agreements.js';
import { idOf, isTenant } from './keys.js';
import type { HomeqMap } from './map.js';
import type { HomeqLists } from './pages.js';

/**
 * Employees, who are HomeQ's only list of persons, and tenants by id. An employee stands in the list and in an answer of
 * his own, and each tells something that the other leaves out; a record read from either is filled up from the other.
 */
export function createPersonLoaders(
  { employees, employee }: HomeqLists,
  agreements: Agreements,
  map: HomeqMap,
): Pick<Port, 'persons' | 'personById' | 'personDetail' | 'personsOfBuilding'> {
  const listed = async (session: Session): Promise<(id: string) => Person | null> => {
    const of = groupBy((await employees(session)).map(map.toEmployee), ({ remoteId }) => [remoteId]);
    return (id) => of(id)[0] ?? null;
  };

  const alone = async (session: Session, id: string): Promise<Person | null> => {
    const received = await employee(session, id);
    return received && map.toEmployeeDetail(received);
  };

  /** One employee by his own answer, several by the list; who works elsewhere than in the selected office is in no list. */
  const employeesById = async (
    session: Session,
    ids: readonly string[],
  ): Promise<readonly (Person | null | Error)[]> => {
    const inList = ids.length > 1 ? await listed(session) : () => null;
    return Promise.all(ids.map(async (id) => inList(id) ?? (await alone(session, id).catch(toError))));
  };

  /** Lines up what was read of employees and of tenants. */
  const byRole = async (
    refs: readonly Ref<'Person'>[],
    ofEmployees: (ids: readonly string[]) => Promise<readonly (Person | null | Error)[]>,
    ofTenants: (ids: readonly string[]) => Promise<readonly (Person | null | Error)[]>,
  ): Promise<readonly (Person | null | Error)[]> => {
    const answers = new Map<Ref<'Person'>, Person | null | Error>();
    const read = async (own: readonly Ref<'Person'>[], load: typeof ofEmployees): Promise<void> => {
      if (own.length === 0) return;
      // Two lists lie behind: if one of them fails, the other's records stand.
      const found = await load(own.map(idOf)).catch((error: unknown) => own.map(() => toError(error)));
      own.forEach((ref, index) => answers.set(ref, found[index] ?? null));
    };
    await Promise.all([
      read(
        refs.filter((ref) => !isTenant(ref)),
        ofEmployees,
      ),
      read(refs.filter(isTenant), ofTenants),
    ]);
    return refs.map((ref) => answers.get(ref) ?? null);
  };

  return {
    persons: {
      support: 'NATIVE',
      note: "Employees below the account's selected office; tenants only through Lease.tenants.",
      pushes: ['externalId', 'role'],
      list: (session, { externalId, role }) =>
        // Employees have no reference.
        externalId !== undefined || role?.includes('STAFF') === false
          ? emptyListing
          : arrayListing(async () => (await employees(session)).map(map.toEmployee)),
    },

    personById: {
      support: 'NATIVE',
      note: 'Tenants are looked for in all agreements.',
      load: (session, refs) =>
        byRole(
          refs,
          (ids) => employeesById(session, ids),
          (ids) => agreements.tenantsById(session, ids),
        ),
      calls: (refs) => refs + 1 + agreements.scanCalls,
    },

    personDetail: {
      support: 'NATIVE',
      load: (session, refs) =>
        byRole(
          refs,
          async (ids) => {
            const inList = await listed(session);
            return Promise.all(
              ids.map((id) => alone(session, id).then((detail) => together(inList(id), detail), toError)),
            );
          },
          // An agreement tells all there is to know of a tenant.
          (ids) => Promise.resolve(ids.map(() => null)),
        ),
      calls: (refs) => refs + 1,
    },

    personsOfBuilding: {
      support: 'DERIVED',
      note: "The employees of the estate's office, recognised by its name.",
      async all(session, buildings) {
        const of = groupBy(await employees(session), ({ row }) => [row.root_office_name]);
        return buildings.map(({ office }) => of(office?.name ?? '').map(map.toEmployee));
      },
      calls: () => 1,
    },
  };
}

/** What the list and an employee's own answer say together. */
function together(row: Person | null, detail: Person | null): Person | null {
  if (row === null) return detail && { ...detail, createdAt: null, displayName: detail.displayName ?? null };
  return { ...row, phones: detail?.phones ?? null, office: detail?.office ?? null };
}
