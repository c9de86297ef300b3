import type { Building, BuildingFilter, Ref, Unit, UnitFilter } from '../../src/domain/index.js';
import type { Port } from '../../src/domain/provider.js';
import { toError } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { arrayListing, emptyListing, mapListing, type Listing } from '../../src/pagination/listing.js';
import { idOf, ownRefs } from './keys.js';
import type { HomeqMap } from './map.js';
import type { HomeqList, HomeqLists } from './pages.js';
import { callsBy, joinSlots, mapSlots, recordOf, rowsBy, rowsOf, type Slot } from './rows.js';
import type { ApartmentEntry, EstateEntry } from './wire.js';

/** Buildings and units: estates and apartments, out of the inventory, whose entries hold nearly everything. */
export interface Inventory {
  readonly loaders: Pick<
    Port,
    'buildings' | 'units' | 'buildingById' | 'unitById' | 'buildingDetail' | 'unitDetail' | 'unitsOfBuilding'
  >;
  unitsById(session: Session, ids: readonly string[]): Promise<readonly (Unit | null | Error)[]>;
  unitsOf(session: Session, buildings: readonly string[]): Promise<readonly Slot<Unit>[]>;
  /** The most calls that either of the two may cost. */
  callsForUnits(keys: number): number;
}

export function createInventory(
  { estates, apartments, estate, apartment }: HomeqLists,
  map: HomeqMap,
  { source, pageSize }: { readonly source: string; readonly pageSize: number },
): Inventory {
  const buildingsById = async (
    session: Session,
    ids: readonly string[],
  ): Promise<readonly (Building | null | Error)[]> => {
    const slots = await rowsBy(estates, session, ids, {
      keyOf: (row) => row.estate.id,
      filter: (id) => ({ 'estate.id': id }),
      single: true,
    });
    return mapSlots(slots, (rows) => rows.map(map.toBuilding)).map(recordOf);
  };

  const unitsById = async (
    session: Session,
    ids: readonly string[],
  ): Promise<readonly (Unit | null | Error)[]> => {
    const slots = await rowsBy(apartments, session, ids, {
      keyOf: (row) => row.apartment.id,
      filter: (id) => ({ 'apartment.id': id }),
      single: true,
    });
    return mapSlots(slots, (rows) => rows.map(map.toUnit)).map(recordOf);
  };

  const unitsOf = async (session: Session, buildings: readonly string[]): Promise<readonly Slot<Unit>[]> => {
    const slots = await rowsBy(apartments, session, buildings, {
      keyOf: (row) => row.estate?.id ?? null,
      filter: (id) => ({ 'estate.id': id }),
    });
    return mapSlots(slots, (rows) => rows.map(map.toUnit));
  };

  /** The records with one of these references, in the order of the references, whichever way they were found. */
  const byReference = async <R, T>(
    session: Session,
    list: HomeqList<R>,
    references: readonly string[],
    name: 'estate.external_id' | 'apartment.external_id',
    referenceOf: (row: R) => string | null,
    to: (received: { readonly row: R; readonly at: Date }) => T,
  ): Promise<readonly T[]> => {
    // An empty parameter is refused, and finds nothing: an empty reference is none.
    const wanted = [...new Set(references)].filter((reference) => reference.trim() !== '');
    const slots = await rowsBy(list, session, wanted, {
      keyOf: referenceOf,
      filter: (reference) => ({ [name]: reference }),
    });
    return rowsOf(joinSlots(slots)).map(to);
  };

  const listBuildings = (session: Session, { externalId }: BuildingFilter): Listing<Building> =>
    externalId === undefined
      ? mapListing(estates.listing(session), map.toBuilding)
      : arrayListing(() =>
          byReference(
            session,
            estates,
            externalId,
            'estate.external_id',
            (row: EstateEntry) => row.estate.external_id,
            map.toBuilding,
          ),
        );

  const listUnits = (session: Session, { externalId, building, kind }: UnitFilter): Listing<Unit> => {
    if (kind?.includes('APARTMENT') === false) return emptyListing;
    const own = building && [...new Set(ownRefs(building, source).map(idOf))];
    if (own?.length === 0) return emptyListing;
    if (externalId !== undefined) {
      return arrayListing(async () => {
        const units = await byReference(
          session,
          apartments,
          externalId,
          'apartment.external_id',
          (row: ApartmentEntry) => row.apartment.external_id,
          map.toUnit,
        );
        return units.filter((unit) => own === undefined || own.includes(buildingOf(unit) ?? ''));
      });
    }
    const [only, ...others] = own ?? [];
    if (others.length > 0) {
      return arrayListing(async () => rowsOf(joinSlots(await unitsOf(session, own ?? []))));
    }
    return mapListing(
      apartments.listing(session, only === undefined ? {} : { 'estate.id': only }),
      map.toUnit,
    );
  };

  /** The answers of single estates or apartments: there is no other way to what the inventory leaves out. */
  const details = async <T extends 'Building' | 'Unit', R>(
    refs: readonly Ref<T>[],
    read: (id: string) => Promise<R | null>,
  ): Promise<readonly (R | null | Error)[]> => Promise.all(refs.map((ref) => read(idOf(ref)).catch(toError)));

  const callsForUnits = (keys: number): number => callsBy(keys, apartments.guess);

  return {
    unitsById,
    unitsOf,
    callsForUnits,
    loaders: {
      buildings: { support: 'NATIVE', note: 'Estates.', pushes: ['externalId'], list: listBuildings },
      units: {
        support: 'NATIVE',
        note: 'Apartments.',
        pushes: ['externalId', 'building', 'kind'],
        list: listUnits,
      },
      buildingById: {
        support: 'NATIVE',
        load: (session, refs) => buildingsById(session, refs.map(idOf)),
        calls: (refs) => callsBy(refs, estates.guess),
      },
      unitById: {
        support: 'NATIVE',
        load: (session, refs) => unitsById(session, refs.map(idOf)),
        calls: callsForUnits,
      },
      buildingDetail: {
        support: 'NATIVE',
        load: (session, refs) =>
          details(refs, async (id) => {
            const received = await estate(session, id);
            return received && map.toBuildingDetail(id, received);
          }),
        calls: (refs) => refs,
      },
      unitDetail: {
        support: 'NATIVE',
        load: (session, refs) =>
          details(refs, async (id) => {
            const received = await apartment(session, id);
            return received && map.toUnitDetail(id, received);
          }),
        calls: (refs) => refs,
      },
      unitsOfBuilding: {
        support: 'NATIVE',
        list(session, { remoteId, unitCount }) {
          // What fits into one call is read as a whole: other edges of the estate then find the same answer.
          if (typeof unitCount === 'number' && unitCount < pageSize) {
            return arrayListing(async () => rowsOf(joinSlots(await unitsOf(session, [remoteId]))));
          }
          return mapListing(apartments.listing(session, { 'estate.id': remoteId }), map.toUnit);
        },
        all: (session, buildings) =>
          unitsOf(
            session,
            buildings.map(({ remoteId }) => remoteId),
          ),
        calls: (buildings, first) => callsForUnits(buildings) * Math.ceil(first / pageSize),
      },
    },
  };
}

function buildingOf({ building }: Unit): string | null {
  if (building === null || building === undefined) return null;
  return 'remoteId' in building ? building.remoteId : idOf(building);
}
