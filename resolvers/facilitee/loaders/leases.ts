import DataLoader from 'dataloader';
import type { Building, Lease, Link, Person, Ref, Unit } from '../../../src/domain/index.js';
import { sameRef } from '../../../src/domain/global-id.js';
import type { Port } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { groupBy } from '../../../src/loaders/group.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import { arrayListing, emptyListing, type Listing } from '../../../src/pagination/listing.js';
import { byIdsCalls } from '../by-ids.js';
import { idsOf } from '../keys.js';
import type { Kit } from '../loaders.js';
import { placesOf } from '../map.js';
import { perSession } from '../../../src/loaders/per-session.js';
import { personRole } from '../roles.js';
import { unitCalls, unitRows } from './units.js';

/** The fewest calls that the leases of a unit cost where they are read one by one: the unit itself and one user. */
const callsPerUnit = 2;

const note = 'One for each pair of a unit and a property user, from the places in the record of the user.';

/**
 * Leases are places of property users in units. Only a user's record has the dates of each place: a unit's has those of
 * its main contact. So the leases of units come out of the list of all property users, or where that is more calls, of
 * the records of those users whom the units name.
 */
export function createLeaseLoaders({ lists, map, settings, users }: Kit) {
  const { pageSize, limits } = settings;

  /** In the order of their users' ids, however they were come by: cursors count on it. */
  const byUser = (leases: readonly Lease[]): readonly Lease[] =>
    leases.toSorted((one, other) => Number(one.ref.key[1]) - Number(other.ref.key[1]));

  const listedLeases = perSession(async (session) => {
    const { rows } = await lists.whole(session, 'propertyUsers');
    return groupBy(rows.flatMap(map.toLeases), (lease) => [lease.ref.key[0]]);
  });

  const leasesOfUnit = async (session: Session, unitId: string): Promise<readonly Lease[]> => {
    const unit = await lists.find(session, 'propertyUnit', unitId);
    const assigned = await Promise.all(
      (unit?.row.propertyUsers ?? []).map(
        async ({ id }) =>
          lists.known(session, 'propertyUsers', id) ?? (await lists.find(session, 'propertyUser', id)),
      ),
    );
    return assigned
      .filter((user) => user !== null)
      .flatMap(map.toLeases)
      .filter((lease) => lease.ref.key[0] === unitId);
  };

  const leasesByUnit = perSession(
    (session) =>
      new DataLoader<string, readonly Lease[]>(async (unitIds) => {
        // Units come property by property: each one that was asked for its units will bring another batch.
        const units = Math.max(unitIds.length, lists.partsAsked(session, 'propertyUnits'));
        if (await lists.isCheaper(session, 'propertyUsers', units * callsPerUnit)) {
          const of = await listedLeases(session);
          return unitIds.map((id) => byUser(of(id)));
        }
        return Promise.all(unitIds.map((id) => leasesOfUnit(session, id).then(byUser).catch(toError)));
      }),
  );

  const leasesOfUser = async (session: Session, id: string): Promise<readonly Lease[]> => {
    const user = await users(session).load(id);
    return user === null ? [] : map.toLeases(user);
  };

  /** The same leases, with what the way to them has read already. */
  const within =
    (unit: Link<'Unit'>, building: Unit['building']) =>
    (lease: Lease): Lease => ({ ...lease, unit, building });

  const filtered = async (
    session: Session,
    units: readonly Ref<'Unit'>[] | undefined,
    persons: readonly Ref<'Person'>[] | undefined,
  ): Promise<readonly Lease[]> => {
    const userIds = persons?.flatMap((ref) =>
      personRole(ref) === 'property-user' ? (ref.key[1] ?? []) : [],
    );
    if (units === undefined) {
      return (await Promise.all([...new Set(userIds)].map((id) => leasesOfUser(session, id)))).flat();
    }
    const ids = idsOf(units);
    const leases = (await Promise.all(ids.map((id) => leasesByUnit(session).load(id)))).flat();
    return userIds === undefined ? leases : leases.filter(({ ref }) => userIds.includes(ref.key[1] ?? ''));
  };

  return {
    leases: {
      support: 'DERIVED',
      note,
      // Leases have neither a number nor a reference of the customer's: nothing matches one.
      pushes: ['externalId', 'search', 'unit', 'person'],
      list(session, { externalId, search, unit, person }): Listing<Lease> {
        if (externalId !== undefined || search !== undefined) return emptyListing;
        if (unit !== undefined || person !== undefined) {
          return arrayListing(() => filtered(session, unit, person));
        }
        return flattenListing(lists.listing(session, 'propertyUsers'), {
          children: (user) => arrayListing(() => map.toLeases(user)),
          estimate: ({ row }) => placesOf(row).length,
          // Users, not calls: their rows hold the leases.
          budget: limits.scanCalls * pageSize,
        });
      },
    },
    leaseById: {
      support: 'DERIVED',
      load: (session, refs: readonly Ref<'Lease'>[]) =>
        Promise.all(
          refs.map(async (ref) => {
            const leases = await leasesOfUser(session, ref.key[1] ?? '').catch(toError);
            return leases instanceof Error ? leases : (leases.find((each) => sameRef(each.ref, ref)) ?? null);
          }),
        ),
      calls: byIdsCalls,
    },
    leasesOfBuilding: {
      support: 'DERIVED',
      note: `${note} Those in the units of the property.`,
      list: (session, building: Building) =>
        flattenListing(unitRows(lists, session, building.remoteId), {
          children: (row) =>
            arrayListing(async () => {
              const leases = await leasesByUnit(session).load(row.row.id);
              return leases.map(within(map.toUnit(row, building), building));
            }),
          estimate: () => 2,
          budget: limits.scanCalls,
        }),
      calls: (buildings, first) =>
        buildings * (unitCalls(first, pageSize) + Math.min(first, limits.scanCalls) * callsPerUnit) +
        lists.wholeCalls('propertyUsers'),
    },
    leasesOfUnit: {
      support: 'DERIVED',
      note,
      async all(session, units: readonly Unit[]) {
        const found = await leasesByUnit(session).loadMany(units.map(({ remoteId }) => remoteId));
        return units.map((unit, index) => {
          const leases = found[index] ?? [];
          return leases instanceof Error ? leases : leases.map(within(unit, unit.building));
        });
      },
      calls: (units) => units * callsPerUnit + lists.wholeCalls('propertyUsers'),
    },
    leasesOfPerson: {
      support: 'NATIVE',
      note: 'Of property users; the other roles have none.',
      list: (session, person: Person) =>
        personRole(person.ref) === 'property-user'
          ? arrayListing(() => leasesOfUser(session, person.ref.key[1] ?? ''))
          : emptyListing,
      calls: byIdsCalls,
    },
  } satisfies Partial<Port>;
}
