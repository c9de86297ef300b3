import { refKey, sameRef } from '../../../src/domain/global-id.js';
import type { Building, Lease, Person, Ref, Unit } from '../../../src/domain/index.js';
import type { Port } from '../../../src/domain/provider.js';
import type { Session } from '../../../src/http/session.js';
import { recordListing } from '../../../src/loaders/batch.js';
import { groupBy } from '../../../src/loaders/group.js';
import { arrayListing } from '../../../src/pagination/array.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import { emptyListing, mapListing, type Ask, type Listing } from '../../../src/pagination/listing.js';
import { start } from '../../../src/pagination/position.js';
import { free, inTurn, together, type Cost } from '../../../src/plan/cost.js';
import { askedListing, completedListing } from '../listings.js';
import type { Kit } from '../loaders.js';
import { noFields } from '../persons.js';
import { personRole, roles, userId } from '../roles.js';
import { onlyId } from '../ways.js';

/** A way to the leases of units: which there are, in the order of their users' ids, and those that are wanted. */
interface LeaseWay {
  refsOf(session: Session, unitId: string): Promise<readonly Ref<'Lease'>[]>;
  read(session: Session, refs: readonly Ref<'Lease'>[]): Promise<readonly (Lease | null | Error)[]>;
}

const users = roles['property-user'];
const note = 'One for each pair of a unit and a property user, from the places in the record of the user.';

/**
 * Leases are places of property users in units. Only a user's record has the dates of each place: a unit's has those of
 * its main contact. So the leases of units come out of the list of all property users, or where that is more calls, of
 * the units, each of which names its users, and of those users that a window wants.
 */
export function createLeaseLoaders({ lists, ways, map, settings, persons, units, samples }: Kit) {
  const { scanCalls } = settings.limits;

  const readByUser: LeaseWay['read'] = async (session, refs) => {
    const userOf = await persons.of(session, 'property-user', refs.map(userOfLease), noFields);
    return refs.map((ref) => {
      const user = userOf(userOfLease(ref));
      return user instanceof Error ? user : leaseIn(user?.leases, ref);
    });
  };
  const unitByUnit: LeaseWay = {
    async refsOf(session, unitId) {
      const unit = await lists.find(session, 'propertyUnit', unitId);
      const ids = new Set(unit?.row.propertyUsers.map(({ id }) => id));
      return [...ids].sort(byNumber).map((id) => ({ type: 'Lease', source: settings.id, key: [unitId, id] }));
    },
    read: readByUser,
  };
  /** By all users, who are read while the units are. */
  const byList = (session: Session): LeaseWay => {
    const reading = lists.all(session.branch(), users.list).then((rows) => {
      const leases = rows.flatMap((row) => map.toPerson('property-user', row).leases ?? []);
      leases.sort((one, other) => byNumber(userOfLease(one.ref), userOfLease(other.ref)));
      return groupBy(leases, ({ ref }) => [ref.key[0]]);
    });
    // Whoever waits for it hears of a failure; nobody may.
    reading.catch(() => undefined);
    return {
      refsOf: async (_, unitId) => (await reading)(unitId).map(({ ref }) => ref),
      async read(_, refs) {
        const leasesOf = await reading;
        return refs.map((ref) => leaseIn(leasesOf(ref.key[0] ?? ''), ref));
      },
    };
  };
  /** Unit by unit, and then the users of the first leases of all of them at once. */
  const unitsTogether = (session: Session, ids: readonly string[], limit: number): LeaseWay => {
    const own = session.branch();
    const refs = new Map(ids.map((id) => [id, unitByUnit.refsOf(own, id)]));
    const reading = Promise.all([...refs.values()].map((each) => each.catch(() => []))).then(
      async (found) => {
        const first = found.flatMap((each) => each.slice(0, limit));
        const leases = await readByUser(own, first);
        return new Map(first.map((ref, index) => [refKey(ref), leases[index] ?? null]));
      },
    );
    // Whoever waits for it hears of a failure; nobody may.
    reading.catch(() => undefined);
    return {
      refsOf: async (_, unitId) => (await refs.get(unitId)) ?? [],
      async read(branch, wanted) {
        const leases = await reading;
        // A window that begins further on.
        const others = wanted.filter((ref) => !leases.has(refKey(ref)));
        const read = await readByUser(branch, others);
        return wanted.map((ref) => leases.get(refKey(ref)) ?? read[others.indexOf(ref)] ?? null);
      },
    };
  };

  /**
   * What the leases of units take unit by unit. Most have had two users, and their own records are as a rule read for
   * something else as well; of as many calls, those of the list go out a wave earlier. As long as nobody knows how long
   * the list is, a try of it is worth while for windows that may take many calls.
   */
  const callsOfUnits = (unitCount: number, limit: number): number =>
    lists.sizes.of(users.list).rows === undefined ? unitCount * (1 + limit) : 2 * unitCount + 1;
  const chooseForUnits = async (
    session: Session,
    ids: readonly string[],
    limit: number,
  ): Promise<LeaseWay> => {
    if (await ways.isShorter(session, users, callsOfUnits(ids.length, limit))) return byList(session);
    return ids.length === 1 ? unitByUnit : unitsTogether(session, ids, limit);
  };
  const costOfUnits = (unitCount: number, ask: Ask, id: string | undefined): Cost =>
    ways.shorterCost(
      users,
      callsOfUnits(unitCount, ask.limit),
      inTurn(
        ways.singlesCost('propertyUnit', unitCount, id),
        persons.cost('property-user', unitCount * ask.limit, noFields),
      ),
    );

  const costOfBuildings = (buildings: number, ask: Ask, id: string | undefined): Cost => {
    const rows = units.listCost(buildings, id);
    const unitCount = units.mostOf(buildings, id);
    // Unit by unit: all units, and the users of as many leases as are wanted of each building.
    const leases = ways.shorterCost(
      users,
      unitCount + buildings * ask.limit,
      inTurn(
        ways.singlesCost('propertyUnit', unitCount),
        ways.singlesCost('propertyUser', buildings * ask.limit),
      ),
    );
    // All users are read beside the units, if it is known beforehand that they will be.
    const isBeside = units.numberIn(id) !== undefined && leases.waves === 1;
    return isBeside ? together(rows, leases) : inTurn(rows, leases);
  };

  /** The way to the leases of buildings, which depends on how many units they have. */
  const chooseForBuildings = async (
    session: Session,
    ids: readonly string[],
    limit: number,
  ): Promise<LeaseWay> => {
    const sizes = ids.map((id) => lists.sizes.of('propertyUnits', id));
    // Those that nobody has seen tell it with their first page, which has to be read anyway.
    await Promise.all(
      ids
        .filter((_, index) => sizes[index]?.rows === undefined)
        .map((id) =>
          lists.unitsOf(session, id).read({ from: start, limit: 1, needMore: false, needTotal: false }),
        ),
    );
    const calls = sizes
      .map(({ rows = scanCalls }) => Math.min(scanCalls, rows) + limit)
      .reduce((sum, each) => sum + each, 0);
    return (await ways.isShorter(session, users, calls)) ? byList(session) : unitByUnit;
  };

  const refListing = (way: LeaseWay, session: Session, unitId: string): Listing<Ref<'Lease'>> =>
    arrayListing({ load: () => way.refsOf(session, unitId), key: (ref) => refKey(ref) });

  return {
    leases: {
      support: 'DERIVED',
      note,
      // Leases have neither a number nor a reference of the customer's: nothing matches one.
      pushes: ['externalId', 'search'],
      list: (session, { externalId, search }): Listing<Lease> =>
        externalId !== undefined || search !== undefined
          ? emptyListing
          : flattenListing(lists.listing(session, users.list), {
              key: ({ row }) => row.id,
              children: (user) => recordListing(() => map.toPerson('property-user', user).leases ?? []),
              childCost: () => free,
              estimate: ({ row }) => row.propertyUnits.length,
              sizes: lists.sizes.perPlace('leases by property user'),
              // Users, not calls: their rows hold the leases.
              budget: scanCalls * settings.pageSize,
            }),
      sample: () => samples.lease,
    },
    leaseById: {
      support: 'DERIVED',
      load: readByUser,
      cost: ({ count, refs }) => {
        const read = refs === undefined ? count : new Set(refs.map(userOfLease)).size;
        return persons.cost('property-user', read, noFields);
      },
      sample: (ref) => ({ ...samples.lease, ref }),
    },
    leasesOfBuilding: {
      support: 'DERIVED',
      note: `${note} Those in the units of the property.`,
      needs: 'ref',
      open(session, buildings: readonly Ref<'Building'>[]) {
        const ids = buildings.map(({ key }) => key[0] ?? '');
        let choosing: Promise<LeaseWay> | undefined;
        return buildings.map((building, index) =>
          askedListing(
            async (limit) => {
              const way = await (choosing ??= chooseForBuildings(session, ids, limit));
              const own = session.branch();
              const rows = flattenListing(lists.unitsOf(own, ids[index] ?? ''), {
                key: ({ row }) => row.id,
                children: (unit) => mapListing(refListing(way, own, unit.row.id), (ref) => ({ ref, unit })),
                childCost: () => free,
                estimate: () => 1,
                budget: scanCalls,
              });
              return completedListing(rows, async (found) => {
                const leases = await way.read(
                  own,
                  found.map(({ ref }) => ref),
                );
                // The unit was read on the way.
                return leases.map((lease, i) => {
                  const unit = found[i]?.unit;
                  return lease === null || lease instanceof Error || unit === undefined
                    ? lease
                    : { ...lease, unit: map.toUnit(unit, building), building };
                });
              });
            },
            (ask) => costOfBuildings(1, ask, ids[index]),
          ),
        );
      },
      cost: (buildings, { ref }: Building, ask) => costOfBuildings(buildings, ask, onlyId(buildings, ref)),
      sample: ({ ref }: Building): Lease => ({
        ...samples.lease,
        unit: { ...samples.unitRow, building: ref },
        building: ref,
      }),
    },
    leasesOfUnit: {
      support: 'DERIVED',
      note,
      needs: 'ref',
      open(session, parents: readonly Ref<'Unit'>[]) {
        const ids = parents.map(({ key }) => key[0] ?? '');
        let choosing: Promise<LeaseWay> | undefined;
        return ids.map((id) =>
          askedListing(
            async (limit) => {
              const way = await (choosing ??= chooseForUnits(session, ids, limit));
              const own = session.branch();
              return completedListing(refListing(way, own, id), (refs) => way.read(own, refs));
            },
            (ask) => costOfUnits(1, ask, id),
          ),
        );
      },
      cost: (parents, { ref }: Unit, ask) => costOfUnits(parents, ask, onlyId(parents, ref)),
      sample: () => samples.lease,
    },
    leasesOfPerson: {
      support: 'NATIVE',
      note: 'Of property users; the other roles have none.',
      needs: 'ref',
      open(session, people: readonly Ref<'Person'>[]) {
        const tenants = people.filter((person) => personRole(person) === 'property-user');
        const userOf = persons.users(session, tenants.map(userId));
        return people.map((person) =>
          tenants.includes(person)
            ? recordListing(async () => (await userOf(userId(person)))?.leases ?? [])
            : emptyListing,
        );
      },
      // Those of an unknown role may be property users.
      cost: (people, { ref }: Person) =>
        ['property-user', null].includes(personRole(ref))
          ? persons.cost('property-user', people, noFields)
          : free,
      sample: () => samples.lease,
    },
  } satisfies Partial<Port>;
}

function leaseIn(leases: readonly Lease[] | undefined, ref: Ref<'Lease'>): Lease | null {
  return leases?.find((lease) => sameRef(lease.ref, ref)) ?? null;
}

function userOfLease({ key }: Ref<'Lease'>): string {
  return key[1] ?? '';
}

function byNumber(one: string, other: string): number {
  return Number(one) - Number(other);
}
