import type { Building, Person, Ref, Unit } from '../../../src/domain/index.js';
import type { Asked, Fields, Port, RecordLoader } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { recordListing } from '../../../src/loaders/batch.js';
import { groupBy, uniqueBy } from '../../../src/loaders/group.js';
import { concatListings } from '../../../src/pagination/concat.js';
import { mapListing } from '../../../src/pagination/listing.js';
import { start } from '../../../src/pagination/position.js';
import { callsOf, free, inTurn, together, type Cost } from '../../../src/plan/cost.js';
import { gatheredListing, type Gathered } from '../listings.js';
import type { Kit } from '../loaders.js';
import { chosenRoles, personRole, roleNames, roles, userId, type Role } from '../roles.js';
import { searchFor } from '../search.js';
import { onlyId } from '../ways.js';

export function createPersonLoaders({ lists, ways, map, settings, persons, units, samples }: Kit) {
  const budget = settings.limits.scanCalls;

  const personById: RecordLoader<'Person'> = {
    support: 'NATIVE',
    looksAt: [...new Set(roleNames.flatMap((role) => [...roles[role].inRows, ...roles[role].inSingles]))],
    async load(session, refs: readonly Ref<'Person'>[], fields) {
      const ofRole = groupBy(refs, (ref) => [personRole(ref) ?? 'unknown']);
      const finders = new Map(
        await Promise.all(
          [...roleNames, 'unknown' as const].map(async (role) => {
            const own = ofRole(role);
            const read = async (): Promise<(ref: Ref<'Person'>) => Person | null | Error> => {
              if (own.length === 0) return () => null;
              if (role === 'unknown') return persons.named(session.branch(), own);
              const personOf = await persons.of(session.branch(), role, own.map(userId), fields);
              return (ref) => personOf(userId(ref));
            };
            // A role whose list fails takes no other one with it.
            return [role, await read().catch(toError)] as const;
          }),
        ),
      );
      return refs.map((ref) => {
        const find = finders.get(personRole(ref) ?? 'unknown');
        return find instanceof Error ? find : (find?.(ref) ?? null);
      });
    },
    cost: (asked, fields) => costOf(asked, fields, persons.namedCost),
    sample(ref) {
      const role = personRole(ref);
      return role === null ? samples.anybody : { ...samples.user(role), ref };
    },
  };

  /** By role, as far as it is known; `unknown` reckons with those of whom it is not. */
  const costOf = (
    { count, refs, like }: Asked<'Person'>,
    fields: Fields,
    unknown: (persons: number) => Cost,
  ): Cost => {
    const cost = (role: Role | null, number: number): Cost =>
      role === null ? unknown(number) : persons.cost(role, number, fields);
    if (refs !== undefined) {
      const own = uniqueBy(refs, ({ key }) => key.join(':'));
      const numbers = groupBy(own, (ref) => [personRole(ref) ?? 'unknown']);
      return together(
        ...roleNames.map((role) => cost(role, numbers(role).length)),
        ...(numbers('unknown').length === 0 ? [] : [cost(null, numbers('unknown').length)]),
      );
    }
    return like === undefined ? costliest(count, fields) : cost(personRole(like), count);
  };

  /**
   * Of whatever roles they are. If somebody's way may be single calls, no mixture takes more than if all were such; if
   * the way is a list for each role, all lists may be read.
   */
  const costliest = (number: number, fields: Fields): Cost => {
    const costs = roleNames.map((role) => persons.cost(role, number, fields));
    const most = costs.reduce((one, other) => (callsOf(other) > callsOf(one) ? other : one), free);
    return callsOf(most) < number ? together(...costs) : most;
  };

  /** Everybody whom the units of a property name, each once. */
  const everybodyOf = async (session: Session, propertyId: string): Promise<Gathered<Person>> => {
    const { rows, more } = await lists
      .unitsOf(session, propertyId)
      .read({ from: start, limit: budget, needMore: true, needTotal: false });
    const units = await Promise.all(
      rows.map(({ value }) => lists.find(session, 'propertyUnit', value.row.id)),
    );
    const named = units.flatMap((unit) => (unit && map.toUnitDetail(unit).persons) ?? []);
    return { rows: uniqueBy(named, ({ remoteId }) => remoteId), complete: more !== true };
  };
  const everybodyCost = (buildings: number, id: string | undefined): Cost =>
    inTurn(units.listCost(buildings, id), ways.singlesCost('propertyUnit', units.mostOf(buildings, id)));

  return {
    persons: {
      support: 'NATIVE',
      note: 'Owners, managers, service providers and property users, one list after the other.',
      pushes: ['role'],
      list: (session, { externalId, role }) =>
        concatListings(
          chosenRoles(role).map((each) =>
            mapListing(lists.listing(session, roles[each].list, searchFor(externalId)), (received) =>
              map.toPerson(each, received),
            ),
          ),
        ),
      sample({ role }) {
        const [only, ...others] = chosenRoles(role);
        return only === undefined || others.length > 0 ? samples.anybody : samples.userRow(only);
      },
      kinds: ({ role }) =>
        chosenRoles(role).map((each) => {
          const { rows, atLeast } = lists.sizes.of(roles[each].list);
          return { like: samples.userRow(each), most: rows, least: atLeast };
        }),
    },
    personById,
    personDetail: {
      ...personById,
      cost: (asked, fields) => costOf(asked, fields, (number) => costliest(number, fields)),
    },
    personsOfUnit: {
      support: 'NATIVE',
      note: 'Owner, manager, default issue manager and property users of the single unit.',
      needs: 'ref',
      open: (session, units: readonly Ref<'Unit'>[]) =>
        units.map(({ key: [id = ''] }) =>
          recordListing(async () => {
            const received = await lists.find(session, 'propertyUnit', id);
            return received === null ? [] : (map.toUnitDetail(received).persons ?? []);
          }),
        ),
      cost: (units, { ref }: Unit) => ways.singlesCost('propertyUnit', units, ref.key[0]),
      sample: () => samples.personOfUnit,
    },
    personsOfBuilding: {
      support: 'DERIVED',
      note: 'Everybody whom the units of the property name, each unit read alone.',
      needs: 'ref',
      open: (session, buildings: readonly Ref<'Building'>[]) =>
        buildings.map(({ key: [id = ''] }) => {
          const own = session.branch();
          return gatheredListing(() => everybodyOf(own, id), everybodyCost(1, id));
        }),
      cost: (buildings, { ref }: Building) => everybodyCost(buildings, onlyId(buildings, ref)),
      sample: () => samples.personOfUnit,
    },
  } satisfies Partial<Port>;
}
