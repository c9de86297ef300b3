import type { Building, Person, Ref, Unit } from '../../../src/domain/index.js';
import type { Port } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import { uniqueBy } from '../../../src/loaders/group.js';
import { arrayListing, mapListing } from '../../../src/pagination/listing.js';
import { gatheredListing, joined } from '../listings.js';
import { byIdsCalls } from '../by-ids.js';
import type { Kit } from '../loaders.js';
import { createPersonDetailsOf } from '../person-details.js';
import { createPersonsOf, type PersonsOf } from '../persons-of.js';
import { personRole, roleNames, roles, type Role } from '../roles.js';
import { searchFor } from '../search.js';
import { unitCalls, unitRows } from './units.js';

export function createPersonLoaders(kit: Kit) {
  const { lists, map, settings } = kit;
  const personsOf = createPersonsOf(kit);
  const detailsOf = createPersonDetailsOf(kit);
  const budget = settings.limits.scanCalls;

  const load = async (
    refs: readonly Ref<'Person'>[],
    read: (role: Role, ids: readonly string[]) => ReturnType<PersonsOf>,
  ): Promise<readonly (Person | null | Error)[]> => {
    const answers = new Map(
      await Promise.all(
        roleNames.map(async (role) => {
          const ids = refs.filter((ref) => personRole(ref) === role).map(({ key }) => key[1] ?? '');
          // A role whose list fails takes no other one with it.
          const answer = ids.length === 0 ? () => null : await read(role, ids).catch(toError);
          return [role, answer] as const;
        }),
      ),
    );
    return refs.map((ref) => {
      const role = personRole(ref);
      const answer = role === null ? undefined : answers.get(role);
      return answer instanceof Error ? answer : (answer?.(ref.key[1] ?? '') ?? null);
    });
  };

  return {
    persons: {
      support: 'NATIVE',
      note: 'Owners, managers, service providers and property users, one list after the other.',
      pushes: ['role'],
      list(session, { externalId, role: wanted }) {
        const chosen = roleNames.filter(
          (role) => wanted === undefined || wanted.some((each) => each === roles[role].means),
        );
        return joined(
          chosen.map((role) =>
            mapListing(lists.listing(session, roles[role].list, searchFor(externalId)), (received) =>
              map.toPerson(role, received),
            ),
          ),
        );
      },
    },
    personById: {
      support: 'NATIVE',
      load: (session, refs: readonly Ref<'Person'>[]) =>
        load(refs, (role, ids) => personsOf(session, role, ids)),
      // One list a role may be tried.
      calls: (refs) => byIdsCalls(refs) + roleNames.length - 1,
    },
    personDetail: {
      support: 'NATIVE',
      load: (session, refs: readonly Ref<'Person'>[]) =>
        load(refs, (role, ids) => detailsOf(session, role, ids)),
      // A record, and its other half: the row of a single record, or the single record of a row.
      calls: (refs) =>
        byIdsCalls(refs) +
        roleNames.length -
        1 +
        refs +
        roleNames.reduce((sum, role) => sum + lists.wholeCalls(roles[role].list), 0),
    },
    personsOfUnit: {
      support: 'NATIVE',
      note: 'Owner, manager, default issue manager and property users of the single unit.',
      list: (session, unit: Unit) =>
        arrayListing(async () => {
          const received = await lists.find(session, 'propertyUnit', unit.remoteId);
          return received === null ? [] : map.toPersonsOfUnit(received);
        }),
      calls: (units) => units,
    },
    personsOfBuilding: {
      support: 'DERIVED',
      note: 'Everybody whom the units of the property name, each unit read alone.',
      list: (session, building: Building) =>
        gatheredListing(async () => {
          const { rows, more } = await unitRows(lists, session, building.remoteId).read({
            from: 0,
            limit: budget,
            needMore: true,
            needTotal: false,
          });
          const units = await Promise.all(
            rows.map(({ value }) => lists.find(session, 'propertyUnit', value.row.id)),
          );
          const persons = units.flatMap((unit) => (unit === null ? [] : map.toPersonsOfUnit(unit)));
          return { rows: uniqueBy(persons, ({ remoteId }) => remoteId), complete: more !== true };
        }),
      calls: (buildings) => buildings * (unitCalls(budget, settings.pageSize) + budget),
    },
  } satisfies Partial<Port>;
}
