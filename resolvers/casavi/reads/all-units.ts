import type { Building, Lease, Unit } from '../../../src/domain/index.js';
import { noSession, type Session } from '../../../src/http/session.js';
import { recordListing } from '../../../src/loaders/batch.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import {
  emptyListing,
  laterListing,
  readAll,
  unknownLength,
  type Ask,
  type Listing,
} from '../../../src/pagination/listing.js';
import { inTurn, type Cost } from '../../../src/plan/cost.js';
import { isFound, type CasaviRecords } from '../by-id.js';
import { shared, wholeOf } from '../costs.js';
import { isPersonOf } from '../keys.js';
import { pageSize, type CasaviLists } from '../pages.js';
import { createScan, type Scan } from './scan.js';
import { unitsOfProperties, type Structure } from './structure.js';

/** The units and contracts of all properties, for which casavi has no list: they are read property by property. */
export function createAllUnits(
  lists: CasaviLists,
  records: CasaviRecords,
  { toBuilding, unitsOf, leasesOf, unitsCostOf, unitsInside }: Structure,
  scanCalls: number,
) {
  const unitsAt = (place: number): number | undefined => lists.perPlace(unitsOfProperties).at(place);
  const ofAll = <T>(
    session: Session,
    name: string,
    children: (building: Building) => Listing<T>,
    childCost: (ask: Ask, units?: number) => Cost,
  ): Listing<T> =>
    flattenListing(lists.listing(session, 'properties'), {
      key: ({ row }) => row.id,
      children: (row) => children(toBuilding(row)),
      childCost: (ask, place) => childCost(ask, place === undefined ? undefined : unitsAt(place)),
      // The houses of a property name its units.
      estimate: ({ row }) => row.addresses?.reduce((sum, house) => sum + house.units.length, 0),
      sizes: lists.perPlace(name),
      budget: scanCalls,
    });
  const units = (session: Session): Listing<Unit> =>
    ofAll(
      session,
      unitsOfProperties,
      (building) => unitsOf(session, building),
      (ask, rows) => unitsCostOf(rows, ask),
    );
  const leases = (session: Session): Listing<Lease> =>
    ofAll(
      session,
      'leases of properties',
      (building) => leasesOf(session, building),
      (_, rows) => unitsCostOf(rows),
    );

  const scanUnits = (session: Session): Scan<Unit> => createScan(units(session), scanCalls);
  /** The most calls of a look through all units; the same for whoever looks. */
  const scanCost = (): Cost => shared(scanUnits(noSession)(() => false).cost(wholeOf(1)), 'all properties');

  return {
    units,
    leases,
    scanCost,

    /** Units that certain contacts have a contract for: no list can be narrowed to them, so all are looked through. */
    unitsOfContacts(session: Session): (contacts: ReadonlySet<string>) => Listing<Unit> {
      const scan = scanUnits(session);
      return (contacts) =>
        scan(({ leases: own }) => own?.some((lease) => isTenancyOf(lease, contacts)) === true);
    },
    /** Contracts of certain contacts, found in the same way. */
    leasesOfContacts(session: Session): (contacts: ReadonlySet<string>) => Listing<Lease> {
      const scan = createScan(leases(session), scanCalls);
      return (contacts) => scan((lease) => isTenancyOf(lease, contacts));
    },

    /**
     * Units by their own reference alone, for which casavi answers a unit without its property: the houses of the
     * properties tell where it is, or else all units are looked through.
     */
    unitsByReference(session: Session, ids: readonly string[]): Listing<Unit> {
      const anywhere = (wanted: readonly string[]): Listing<Unit> =>
        scanUnits(session)(({ remoteId }) => wanted.includes(remoteId));
      // So many units may as well be looked for in the lists at once.
      if (ids.length > pageSize) return anywhere(ids);
      const find = async (): Promise<Listing<Unit>> => {
        const found = await Promise.all(ids.map((id) => records.single(session, 'unit', id)));
        const existing = found.flatMap((received) => received?.row.id ?? []);
        if (existing.length === 0) return emptyListing;
        const properties = await readAll(lists.listing(session, 'properties'));
        const places = properties.filter(({ row }) =>
          (row.addresses ?? []).some((house) => house.units.some((id) => existing.includes(id))),
        );
        const met = await Promise.all(
          places.map(async (place) => {
            const unit = await unitsInside(session.branch(), toBuilding(place), existing, true);
            return existing.map(unit).filter(isFound);
          }),
        );
        return met.flat().length < existing.length ? anywhere(existing) : recordListing(() => met.flat());
      };
      return laterListing(find, {
        stride: pageSize,
        cost: () => inTurn(records.singlesCost('unit', ids.length), scanCost()),
        known: () => unknownLength,
      });
    },
  };
}

export type AllUnits = ReturnType<typeof createAllUnits>;

/** Whether one of the contacts is a party to a contract. */
export function isTenancyOf(lease: Lease, contacts: ReadonlySet<string>): boolean {
  return lease.tenants?.some((link) => isPersonOf(link, contacts)) === true;
}
