import type { Building, Lease, Link, Ref, Unit } from '../../../src/domain/index.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { groupBy } from '../../../src/loaders/group.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import {
  arrayListing,
  emptyListing,
  mapListing,
  readAll,
  type Listing,
} from '../../../src/pagination/listing.js';
import { gather } from '../gather.js';
import { isPersonOf, isReference } from '../keys.js';
import { propertyOf, type CasaviMap } from '../map.js';
import { pageSize, type CasaviLists, type Received } from '../pages.js';
import { perRow } from '../../../src/loaders/per-session.js';
import { isFound, later, scanned, type Found } from './listings.js';

/** Properties, their units, and the contracts that stand in the units. */
export function createStructure(lists: CasaviLists, map: CasaviMap, scanCalls: number) {
  const toBuilding = perRow(map.toBuilding);
  const toUnit = perRow((row: Received<'units'>, building: Link<'Building'>) =>
    map.toUnit(row, building, true),
  );
  const properties = (session: Session) => lists.of(session, 'properties');
  const property = (session: Session, id: string) => lists.find(session, 'property', id, { propertyId: id });

  const unitsOf = (session: Session, building: Link<'Building'>): Listing<Unit> => {
    const propertyId = propertyOf(building);
    // A property with a reference that no path can hold is listed, but cannot be asked for anything.
    if (!isReference(propertyId)) return emptyListing;
    return mapListing(lists.of(session, 'units', { propertyId }).listing, (row) => toUnit(row, building));
  };

  /** The contracts of units cost nothing beyond the units. */
  const leasesIn = (units: Listing<Unit>): Listing<Lease> =>
    flattenListing(units, {
      children: (unit) => arrayListing(() => unit.leases ?? []),
      estimate: (unit) => unit.leases?.length,
      // In units, of which a page has so many.
      budget: scanCalls * pageSize,
    });

  /** Rows of all properties, one after the other: units can be listed by property only. */
  const ofAll = <T>(session: Session, of: (building: Building) => Listing<T>): Listing<T> =>
    flattenListing(properties(session).listing, {
      children: (row) => of(toBuilding(row)),
      // The houses of a property name its units.
      estimate: ({ row }) => row.addresses?.reduce((sum, house) => sum + house.units.length, 0),
      budget: scanCalls,
    });
  const units = (session: Session): Listing<Unit> => ofAll(session, (building) => unitsOf(session, building));
  const leases = (session: Session): Listing<Lease> =>
    ofAll(session, (building) => leasesIn(unitsOf(session, building)));

  /**
   * Units by property and id. `complete`: with all their contracts, which only the list of the property has; otherwise
   * single units will do, where they are fewer calls. A property that fails takes its own units with it, and no others.
   */
  const unitsByRef = async (
    session: Session,
    refs: readonly Ref<'Unit'>[],
    { complete }: { readonly complete: boolean },
  ): Promise<(ref: Ref<'Unit'>) => Found<Unit>> => {
    const inProperty = groupBy(refs, (ref) => [ref.key[0]]);
    const load = (propertyId: string): Promise<(id: string) => Found<Unit>> => {
      const building = map.propertyRef(propertyId);
      const single = async (id: string): Promise<Unit | null> => {
        const received = await lists.find(session, 'unit', id, { unitId: id });
        return received && map.toUnit(received, building, false);
      };
      const ids = inProperty(propertyId).map((ref) => ref.key[1] ?? '');
      return gather<'units', Unit>(ids, {
        list: lists.of(session, 'units', { propertyId }),
        toRecord: (row) => toUnit(row, building),
        ...(complete ? {} : { single }),
      });
    };
    const found = new Map(
      await Promise.all(
        [...new Set(refs.map((ref) => ref.key[0] ?? ''))].map(
          async (id) => [id, await load(id).catch((error: unknown) => () => toError(error))] as const,
        ),
      ),
    );
    return (ref) => found.get(ref.key[0] ?? '')?.(ref.key[1] ?? '') ?? null;
  };

  return {
    buildings: (session: Session): Listing<Building> => mapListing(properties(session).listing, toBuilding),

    buildingsById: (session: Session, ids: readonly string[]): Promise<(id: string) => Found<Building>> =>
      gather<'properties', Building>(ids, {
        list: properties(session),
        toRecord: toBuilding,
        single: async (id) => {
          const received = await property(session, id);
          return received && map.toBuilding(received);
        },
      }),

    /** Properties as they were received, for what no building shows. */
    propertiesById: (
      session: Session,
      ids: readonly string[],
    ): Promise<(id: string) => Found<Received<'properties' | 'property'>>> =>
      gather<'properties', Received<'properties' | 'property'>>(ids, {
        list: properties(session),
        toRecord: (received) => received,
        single: (id) => property(session, id),
      }),

    units,
    unitsOf,
    unitsByRef,
    leases,
    leasesIn,

    /**
     * Units by their own reference alone, for which casavi answers a unit without its property: the houses of the
     * properties tell where it is, or else all units are looked through.
     */
    unitsByReference: (session: Session, ids: readonly string[]): Listing<Unit> =>
      later(async () => {
        const anywhere = (wanted: readonly string[]): Listing<Unit> =>
          scanned(
            properties(session),
            units(session),
            ({ remoteId }) => wanted.includes(remoteId),
            scanCalls,
          );
        // So many units may as well be looked for in the lists at once.
        if (ids.length > pageSize) return anywhere(ids);
        const single = await Promise.all(ids.map((id) => lists.find(session, 'unit', id, { unitId: id })));
        const existing = single.flatMap((received) => received?.row.id ?? []);
        if (existing.length === 0) return emptyListing;
        const places = (await readAll(properties(session).listing)).filter(({ row }) =>
          (row.addresses ?? []).some((house) => house.units.some((id) => existing.includes(id))),
        );
        const found = await Promise.all(
          places.map(async (place) => {
            const unit = await gather<'units', Unit>(existing, {
              list: lists.of(session, 'units', { propertyId: place.row.id }),
              toRecord: (row) => toUnit(row, toBuilding(place)),
            });
            return existing.map(unit).filter(isFound);
          }),
        );
        const met = found.flat();
        return met.length < existing.length ? anywhere(existing) : arrayListing(() => met);
      }),

    /** All contracts of units: at hand, or in the lists of their properties. */
    async leasesByUnit(
      session: Session,
      parents: readonly Unit[],
    ): Promise<readonly (readonly Lease[] | Error)[]> {
      const bare = parents.filter((unit) => unit.leases === undefined);
      const found = await unitsByRef(
        session,
        bare.map((unit) => unit.ref),
        { complete: true },
      );
      return parents.map((unit) => {
        if (unit.leases !== undefined) return unit.leases;
        const whole = found(unit.ref);
        return whole instanceof Error ? whole : (whole?.leases ?? []);
      });
    },

    /** Units that certain contacts have a contract for: no list can be narrowed to them, so all are looked through. */
    unitsOfContacts: (session: Session, contacts: ReadonlySet<string>): Listing<Unit> =>
      scanned(
        properties(session),
        units(session),
        (unit) => unit.leases?.some((lease) => isTenancyOf(lease, contacts)) === true,
        scanCalls,
      ),

    /** Contracts of certain contacts, found in the same way. */
    leasesOfContacts: (session: Session, contacts: ReadonlySet<string>): Listing<Lease> =>
      scanned(properties(session), leases(session), (lease) => isTenancyOf(lease, contacts), scanCalls),
  };
}

export type Structure = ReturnType<typeof createStructure>;

/** Whether one of the contacts is a party to a contract. */
export function isTenancyOf(lease: Lease, contacts: ReadonlySet<string>): boolean {
  return lease.tenants?.some((link) => isPersonOf(link, contacts)) === true;
}
