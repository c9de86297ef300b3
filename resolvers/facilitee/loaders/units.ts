import type { Building, Person, Ref, Unit } from '../../../src/domain/index.js';
import type { Port, RecordLoader } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { filterListing } from '../../../src/pagination/filter.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import { arrayListing, emptyListing, mapListing, type Listing } from '../../../src/pagination/listing.js';
import { idsOf } from '../keys.js';
import type { Kit } from '../loaders.js';
import type { FaciliteeLists, Part, Received } from '../pages.js';
import { personRole } from '../roles.js';
import type { Row } from '../wire.js';

type UnitRow = Received<Row<'propertyUnits'>>;

/** The units of one property: there is no list of all units, and the property is required. */
export function unitRows(lists: FaciliteeLists, session: Session, propertyId: string, part: Part = {}) {
  return lists.listing(session, 'propertyUnits', { ...unitsOf(propertyId), ...part });
}

function unitsOf(propertyId: string): Part & { readonly name: string } {
  return { query: { propertyId }, name: `propertyUnits:${propertyId}` };
}

/** The units of all properties, with what `to` makes of a row and of its property. */
export function allUnits<T>(
  { lists, settings }: Kit,
  session: Session,
  to: (property: Received<Row<'properties'>>) => (row: UnitRow) => T,
): Listing<T> {
  return flattenListing(lists.listing(session, 'properties'), {
    children: (property) => mapListing(unitRows(lists, session, property.row.id), to(property)),
    estimate: ({ row }) =>
      lists.size(unitsOf(row.id).name) ?? lists.averageSize('propertyUnits') ?? unitsPerProperty,
    budget: settings.limits.scanCalls,
  });
}

/** Assumed, and only a matter of how many properties are asked at once before the first has answered. */
const unitsPerProperty = 25;

/** A window over rows of a property's units may lie across two pages. */
export const unitCalls = (rows: number, pageSize: number): number => Math.ceil(rows / pageSize) + 1;

export function createUnitLoaders(kit: Kit) {
  const { lists, map, settings, users } = kit;
  const budget = settings.limits.scanCalls;

  const unitById: RecordLoader<'Unit'> = {
    support: 'NATIVE',
    load: (session, refs: readonly Ref<'Unit'>[]) =>
      Promise.all(
        refs.map(async ({ key }) => {
          const received = await lists.find(session, 'propertyUnit', key[0] ?? '').catch(toError);
          return received === null || received instanceof Error ? received : map.toUnitDetail(received);
        }),
      ),
    calls: (refs) => refs,
  };

  /** Every unit of every property, with its property. */
  const all = (session: Session): Listing<{ readonly row: UnitRow; readonly unit: Unit }> =>
    allUnits(kit, session, (property) => {
      const building = map.toBuilding(property);
      return (row) => ({ row, unit: map.toUnit(row, building) });
    });

  /** Rows of all properties are looked at together: sooner or later all of them must be. */
  const matching = (
    session: Session,
    matches: (row: UnitRow) => boolean,
  ): Listing<{ readonly row: UnitRow; readonly unit: Unit }> => {
    const most = budget * settings.pageSize;
    return filterListing({ ...all(session), stride: most }, ({ row }) => matches(row), most);
  };

  const unitsOfManager = (session: Session, id: string): Listing<Unit> =>
    mapListing(
      matching(session, ({ row }) => row.propertyManagerId === id),
      ({ unit }) => unit,
    );

  /** A row names the owner without an id: whoever has the name may be another one, which the single unit tells. */
  const unitsOfOwner = (session: Session, id: string, name: string | null | undefined): Listing<Unit> =>
    flattenListing(
      matching(session, ({ row }) => row.ownerName === null || row.ownerName === name),
      {
        children: ({ unit }) =>
          arrayListing(async () => {
            const received = await lists.find(session, 'propertyUnit', unit.remoteId);
            return received?.row.owner?.id === id ? [unit] : [];
          }),
        estimate: () => 1,
        budget,
      },
    );

  const unitsOfUser = (session: Session, id: string): Listing<Unit> =>
    arrayListing(async () => {
      const user = await users(session).load(id);
      return user === null ? [] : map.toUnitsOfUser(user);
    });

  return {
    units: {
      support: 'DERIVED',
      note: 'The units of each property; those without a property cannot be listed.',
      pushes: ['building'],
      list(session, { building }) {
        if (building === undefined) return mapListing(all(session), ({ unit }) => unit);
        return flattenListing(
          arrayListing(() => idsOf(building)),
          {
            children: (id) =>
              mapListing(unitRows(lists, session, id, { mayNotExist: true }), (row) =>
                map.toUnit(row, { type: 'Building', source: settings.id, key: [id] }),
              ),
            estimate: (id) => lists.size(unitsOf(id).name),
            budget,
          },
        );
      },
    },
    unitById,
    unitDetail: unitById,
    unitsOfBuilding: {
      support: 'NATIVE',
      list: (session, building: Building) =>
        mapListing(unitRows(lists, session, building.remoteId), (row) => map.toUnit(row, building)),
      calls: (buildings, first) => buildings * unitCalls(first, settings.pageSize),
    },
    unitsOfPerson: {
      support: 'DERIVED',
      note:
        'Of a property user the units of its record; of a manager a scan of the units of all properties; of an owner the ' +
        "same by the owner's name, each then read alone; of a service provider none.",
      list(session, person: Person) {
        const [, id = ''] = person.ref.key;
        switch (personRole(person.ref)) {
          case 'property-user':
            return unitsOfUser(session, id);
          case 'manager':
            return unitsOfManager(session, id);
          case 'owner':
            return unitsOfOwner(session, id, person.displayName);
          default:
            return emptyListing;
        }
      },
      calls: (persons) => persons * budget + lists.wholeCalls('properties') + budget,
    },
  } satisfies Partial<Port>;
}
