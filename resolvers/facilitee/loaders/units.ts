import type { Building, Person, Ref, Unit } from '../../../src/domain/index.js';
import { refKey } from '../../../src/domain/global-id.js';
import type { Fields, Port, RecordLoader } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { recordListing } from '../../../src/loaders/batch.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import { emptyListing, mapListing, type Ask, type Listing } from '../../../src/pagination/listing.js';
import { start } from '../../../src/pagination/position.js';
import { free, inTurn, type Cost } from '../../../src/plan/cost.js';
import { readStretch, scanListing, sharedListing } from '../listings.js';
import type { Kit } from '../loaders.js';
import { noFields } from '../persons.js';
import { personRole, userId } from '../roles.js';
import type { ListedUnit } from '../units.js';
import { onlyId } from '../ways.js';

/** What a single unit alone tells: its people with their ids, who uses it, and its files. */
const inSingles: readonly (keyof Unit)[] = [
  'occupancy',
  'owner',
  'defaultIssueManager',
  'persons',
  'documents',
];

export function createUnitLoaders({ lists, ways, map, settings, persons, units, samples }: Kit) {
  const { pageSize, limits } = settings;

  const single = async (session: Session, id: string): Promise<Unit | null | Error> => {
    const received = await lists.find(session, 'propertyUnit', id).catch(toError);
    return received === null || received instanceof Error ? received : map.toUnitDetail(received);
  };
  /** Everything else stands in the rows of a property's units as well. */
  const isListed = (unitCount: number, fields: Fields): boolean =>
    !inSingles.some((field) => fields.has(field)) && units.isShorter(unitCount);

  const unitById: RecordLoader<'Unit'> = {
    support: 'NATIVE',
    looksAt: inSingles,
    async load(session, refs: readonly Ref<'Unit'>[], fields) {
      const ids = refs.map(({ key }) => key[0] ?? '');
      if (!isListed(new Set(ids).size, fields)) return Promise.all(ids.map((id) => single(session, id)));
      const { of, complete } = await units.all(session);
      return Promise.all(ids.map(async (id) => of.get(id) ?? (complete ? null : await single(session, id))));
    },
    cost: ({ count, refs }, fields) =>
      isListed(count, fields)
        ? units.everyCost()
        : ways.singlesCost('propertyUnit', count, refs?.[0]?.key[0]),
    // Of the manager a row tells the id alone.
    sample: (ref, fields) => ({
      ...samples.unit,
      ref,
      ...(isListed(Infinity, fields) && { manager: samples.unitRow.manager }),
    }),
  };

  const rowOf = ({ ref }: Building): Unit => ({ ...samples.unitRow, building: ref });

  const everyUnit = { pageSize, calls: limits.scanCalls, most: () => undefined };

  const unitsOfManager = (every: Listing<ListedUnit>, id: string): Listing<Unit> =>
    mapListing(
      scanListing(every, ({ row }) => row.propertyManagerId === id, everyUnit),
      ({ unit }) => unit,
    );

  /** How many units of an owner's name a window may read: each of them is its owner's, unless others have the name. */
  const candidates = ({ limit, needMore }: Pick<Ask, 'limit' | 'needMore'>): number =>
    Math.min(limits.scanCalls, limit + (needMore ? 1 : 0));

  /** A row names the owner without an id: whoever has the name may be another one, which the single unit tells. */
  const unitsOfOwner = (session: Session, every: Listing<ListedUnit>, owner: Person): Listing<Unit> => {
    // An owner without a name goes by the company, and rows then name nobody.
    const byCompany = owner.displayName === owner.companyName;
    const isNamed = ({ row: { ownerName } }: ListedUnit): boolean =>
      ownerName === owner.displayName || (ownerName === null && byCompany);
    const named = scanListing(every, isNamed, everyUnit);
    const own = async ({ unit: { remoteId, building } }: ListedUnit): Promise<readonly Unit[]> => {
      const received = await lists.find(session, 'propertyUnit', remoteId);
      if (received?.row.owner?.id !== userId(owner.ref)) return [];
      return [{ ...map.toUnitDetail(received), building }];
    };
    const within = (budget: number): Listing<Unit> =>
      flattenListing(named, {
        key: ({ unit }) => refKey(unit.ref),
        children: (listed) => recordListing(() => own(listed)),
        childCost: () => ways.singlesCost('propertyUnit', 1),
        estimate: () => 1,
        budget,
      });
    return { ...within(limits.scanCalls), read: (ask) => within(candidates(ask)).read(ask) };
  };

  return {
    units: {
      support: 'DERIVED',
      note: 'The units of each property; those without a property cannot be listed.',
      pushes: [],
      list: (session) => mapListing(units.every(session), ({ unit }) => unit),
      sample: () => samples.unitRow,
    },
    unitById,
    unitDetail: unitById,
    unitsOfBuilding: {
      support: 'NATIVE',
      needs: 'ref',
      open: (session, buildings: readonly Ref<'Building'>[]) =>
        buildings.map((building) =>
          mapListing(lists.unitsOf(session, building.key[0] ?? ''), (row) => map.toUnit(row, building)),
        ),
      cost: (buildings, { ref }: Building, ask) => units.cost(buildings, ask, onlyId(buildings, ref)),
      sample: rowOf,
      kinds: (building: Building, buildings) => [
        { like: rowOf(building), most: units.numberOf(buildings, onlyId(buildings, building.ref)) },
      ],
    },
    unitsOfPerson: {
      support: 'DERIVED',
      note:
        'Of a property user the units of its record; of a manager a scan of the units of all properties; of an owner the ' +
        "same by the owner's name, each then read alone; of a service provider none.",
      // An owner's name is what rows of units tell.
      needs: 'record',
      async ahead(session, person) {
        const role = personRole(person);
        if (role === 'manager' || role === 'owner') await readStretch(units.every(session), start, everyUnit);
      },
      open(session, people: readonly Person[]) {
        const every = sharedListing(units.every(session));
        const users = people.filter(({ ref }) => personRole(ref) === 'property-user');
        const userOf = persons.users(
          session,
          users.map(({ ref }) => userId(ref)),
        );
        return people.map((person) => {
          switch (personRole(person.ref)) {
            case 'property-user':
              return recordListing(async () => (await userOf(userId(person.ref)))?.units ?? []);
            case 'manager':
              return unitsOfManager(every, userId(person.ref));
            case 'owner':
              return unitsOfOwner(session, every, person);
            default:
              return emptyListing;
          }
        });
      },
      cost(people, { ref }: Person, ask): Cost {
        switch (personRole(ref)) {
          case 'property-user':
            return persons.cost('property-user', people, noFields);
          case 'manager':
            return units.everyCost();
          case 'service-provider':
            return free;
          default: {
            const each = people * candidates(ask);
            const all = units.numberOf(Infinity, undefined) ?? Infinity;
            return inTurn(units.everyCost(), ways.singlesCost('propertyUnit', Math.min(each, all)));
          }
        }
      },
      sample({ ref }: Person): Unit {
        switch (personRole(ref)) {
          case 'manager':
            return samples.unitRow;
          case 'owner':
            return { ...samples.unit, building: samples.building };
          default:
            return samples.unitPart;
        }
      },
    },
  } satisfies Partial<Port>;
}
