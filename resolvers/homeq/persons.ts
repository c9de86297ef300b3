import type { Person, Ref } from '../../src/domain/index.js';
import type { Asked, Fields, Port } from '../../src/domain/provider.js';
import { toError } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { recordListing } from '../../src/loaders/batch.js';
import { groupBy } from '../../src/loaders/group.js';
import { arrayListing } from '../../src/pagination/array.js';
import { emptyListing } from '../../src/pagination/listing.js';
import { count, free, inTurn, oneWave, together, type Cost } from '../../src/plan/cost.js';
import type { Sizes } from '../../src/plan/sizes.js';
import { pathOf, type HomeqSettings } from './config.js';
import { idOf, isTenant } from './keys.js';
import { completed, type HomeqMap } from './map.js';
import type { HomeqLists } from './pages.js';
import type { HomeqSamples } from './samples.js';
import type { Tenants } from './tenants.js';

/** Which of the two answers that tell of an employee are read. */
interface Wanted {
  readonly list: boolean;
  readonly alone: boolean;
}

/** What the list of employees leaves out. */
const ofAlone = ['phones', 'office', 'nationalId'] as const satisfies readonly (keyof Person)[];
/** What an employee's own answer leaves out: it holds his names, and the list one that is put together of them. */
const ofList = ['createdAt', 'displayName'] as const satisfies readonly (keyof Person)[];

type Found = Person | null | Error;

/**
 * Employees, who are HomeQ's only list of persons, and tenants by id. An employee stands in the list, which is one answer,
 * and in an answer of his own, and each tells something that the other leaves out.
 */
export function createPersonLoaders(
  { employees, employeesCost: listCost, employee }: HomeqLists,
  tenants: Tenants,
  map: HomeqMap,
  samples: HomeqSamples,
  settings: HomeqSettings,
  sizes: Sizes,
): Omit<Port, 'acceptsKey' | 'links'> {
  const listed = async (session: Session): Promise<(id: string) => Person | null> => {
    const of = groupBy((await employees(session)).map(map.toEmployee), ({ remoteId }) => [remoteId]);
    return (id) => of(id)[0] ?? null;
  };
  const nobody = (): null => null;

  const alone = async (session: Session, id: string): Promise<Found> => {
    try {
      const received = await employee(session, id);
      return received && map.toEmployeeDetail(received);
    } catch (error) {
      return toError(error);
    }
  };

  const readEmployees = async (
    session: Session,
    ids: readonly string[],
    wanted: Wanted,
  ): Promise<readonly Found[]> => {
    if (ids.length === 0) return [];
    const [rowOf, details] = await Promise.all([
      wanted.list ? listed(session) : nobody,
      Promise.all(wanted.alone ? ids.map((id) => alone(session, id)) : []),
    ]);
    const read = async (id: string, detail: Found | undefined): Promise<Found> => {
      const row = rowOf(id);
      // Who works elsewhere than in the selected office is in no list.
      const own = detail === undefined && row === null ? await alone(session, id) : (detail ?? null);
      if (row !== null) return completed(row, own instanceof Error ? null : own, ofAlone);
      if (own === null || own instanceof Error || !wanted.list) return own;
      return { ...own, createdAt: null, displayName: own.displayName ?? null };
    };
    return Promise.all(ids.map((id, index) => read(id, details[index])));
  };

  const staffCost = (employees: number, { list, alone }: Wanted): Cost => {
    if (employees === 0) return free;
    const singles = oneWave(pathOf(settings, 'employee'), employees, count(employees, 'single call'));
    if (!list) return singles;
    return alone ? together(listCost, singles) : inTurn(listCost, singles);
  };

  const names = (fields: Fields, own: readonly string[]): boolean => own.some((field) => fields.has(field));

  /** One employee by his own answer, several by the list, and by both where both are needed. */
  const byId = (employees: number, fields: Fields): Wanted => {
    const list = employees > 1 || fields.has('createdAt');
    return { list, alone: !list || names(fields, ofAlone) };
  };
  const detail = (fields: Fields): Wanted => ({
    list: names(fields, ofList),
    alone: names(fields, ofAlone),
  });

  return {
    persons: {
      support: 'NATIVE',
      note: "Employees below the account's selected office; tenants only through Lease.tenants.",
      pushes: ['externalId', 'role'],
      list(session, { externalId, role }) {
        // Employees have no reference.
        if (externalId !== undefined || role?.includes('STAFF') === false) return emptyListing;
        return arrayListing({
          load: async () => (await employees(session)).map(map.toEmployee),
          key: ({ remoteId }) => remoteId,
          cost: listCost,
          size: sizes.of('employees'),
        });
      },
      sample: () => samples.employee(),
    },

    personById: {
      support: 'NATIVE',
      note: 'Tenants are looked for in all agreements.',
      looksAt: ['createdAt', ...ofAlone],
      async load(session, refs, fields) {
        const staff = refs.filter((ref) => !isTenant(ref));
        const others = refs.filter(isTenant);
        // Two lists lie behind: if one of them fails, the other's records stand.
        const [ofStaff, ofTenants] = await Promise.all([
          orFailures(staff, (ids) => readEmployees(session.branch(), ids, byId(ids.length, fields))),
          orFailures(others, (ids) => tenants.byId(session.branch(), ids)),
        ]);
        return refs.map((ref) => ofStaff[staff.indexOf(ref)] ?? ofTenants[others.indexOf(ref)] ?? null);
      },
      cost({ count: persons, refs }, fields) {
        const staff = refs?.filter((ref) => !isTenant(ref)).length ?? persons;
        const isScanned = refs?.some(isTenant) ?? true;
        return together(staffCost(staff, byId(staff, fields)), isScanned ? tenants.scanCost() : free);
      },
      sample(ref, fields) {
        if (isTenant(ref)) return samples.person(ref);
        return completed(
          samples.employee(idOf(ref)),
          names(fields, ofAlone) ? samples.person(ref) : null,
          ofAlone,
        );
      },
    },

    personDetail: {
      support: 'NATIVE',
      looksAt: [...ofList, ...ofAlone],
      load: async (session, refs, fields) => {
        // An agreement tells all there is to know of a tenant.
        const staff = refs.filter((ref) => !isTenant(ref));
        const found = await readEmployees(session, staff.map(idOf), detail(fields));
        return refs.map((ref) => found[staff.indexOf(ref)] ?? null);
      },
      cost({ count: persons, refs }: Asked<'Person'>, fields) {
        const staff = refs?.filter((ref) => !isTenant(ref)).length ?? persons;
        return staffCost(staff, detail(fields));
      },
      sample: (ref) => completed(samples.employee(idOf(ref)), samples.person(ref), ofAlone),
    },

    personsOfBuilding: {
      support: 'DERIVED',
      note: "The employees of the estate's office, recognised by its name.",
      needs: 'record',
      open: (session, buildings) =>
        buildings.map(({ office }) => {
          const name = office?.name ?? null;
          if (name === null) return emptyListing;
          return recordListing(async () =>
            (await employees(session)).filter(({ row }) => row.root_office_name === name).map(map.toEmployee),
          );
        }),
      cost: () => listCost,
      sample: () => samples.employee(),
    },
  };
}

/** A failure of the whole fails each. */
function orFailures(
  refs: readonly Ref<'Person'>[],
  load: (ids: readonly string[]) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  return load(refs.map(idOf)).catch((error: unknown) => refs.map(() => toError(error)));
}
