import {
  isRef,
  type Building,
  type Lease,
  type Link,
  type Ref,
  type Unit,
} from '../../../src/domain/index.js';
import type { Asked } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import { noSession, type Session } from '../../../src/http/session.js';
import { recordListing } from '../../../src/loaders/batch.js';
import { groupBy } from '../../../src/loaders/group.js';
import { perRow } from '../../../src/loaders/per-operation.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import {
  emptyListing,
  mapListing,
  unknownLength,
  type Ask,
  type Listing,
} from '../../../src/pagination/listing.js';
import { cheaper, forAll, forEach, free, together, type Cost } from '../../../src/plan/cost.js';
import type { PlaceSizes } from '../../../src/plan/sizes.js';
import { mapFound, type CasaviRecords, type Found } from '../by-id.js';
import { assumedRows, pagesUpTo } from '../costs.js';
import { isReference } from '../keys.js';
import { propertyOf, type CasaviMap } from '../map.js';
import { pageSize, type CasaviLists, type Part, type Received } from '../pages.js';

/** Properties, their units, and the contracts that stand in the units. */
export function createStructure(
  lists: CasaviLists,
  records: CasaviRecords,
  map: CasaviMap,
  scanCalls: number,
) {
  const toBuilding = perRow(map.toBuilding);
  /** A unit that was met under its property leads back to it at no cost; one that was met by its property's id does not. */
  const unitInside = perRow((row: Received<'units'>, building: Building) => map.toUnit(row, building, true));
  const unitOf = perRow((row: Received<'units'>, building: Ref<'Building'>) =>
    map.toUnit(row, building, true),
  );
  const toUnit = (row: Received<'units'>, building: Link<'Building'>): Unit =>
    isRef(building) ? unitOf(row, building) : unitInside(row, building);

  const partOf = (propertyId: string): Part => ({ params: { propertyId } });

  const unitsOf = (session: Session, building: Link<'Building'>): Listing<Unit> => {
    const propertyId = propertyOf(building);
    // A property with a reference that no path can hold is listed, but cannot be asked for anything.
    if (!isReference(propertyId)) return emptyListing;
    return mapListing(lists.listing(session, 'units', partOf(propertyId)), (row) => toUnit(row, building));
  };

  /** The contracts of units cost nothing beyond the units. */
  const leasesOf = (session: Session, building: Link<'Building'>): Listing<Lease> => ({
    ...flattenListing(unitsOf(session, building), {
      key: ({ remoteId }) => remoteId,
      children: (unit) => recordListing(() => unit.leases ?? []),
      childCost: () => free,
      estimate: (unit) => unit.leases?.length,
      sizes: oneEach,
      // In units, of which a page has so many.
      budget: scanCalls * pageSize,
    }),
    // What units are taken to have is not known of them.
    known: () => unknownLength,
  });

  /** How many units a property that nobody has seen may have. */
  const unitsAtMost = (): number => Math.max(lists.longest('units') ?? 0, assumedRows);
  /** How many units each property had when it was last seen, the largest first; `undefined` where some were not seen. */
  const unitsInEach = (): readonly number[] | undefined => {
    const { rows } = lists.size('properties');
    const sizes = lists.perPlace(unitsOfProperties);
    const known = Array.from({ length: rows ?? 0 }, (_, place) => sizes.at(place) ?? NaN);
    return rows === undefined || known.some(Number.isNaN)
      ? undefined
      : known.sort((one, other) => other - one);
  };
  /** A window on the units of a property that has so many; without a window, all of them. */
  const unitsCostOf = (rows?: number, window: Ask = pagesUpTo(Infinity)): Cost => {
    const limit = Math.min(window.limit, rows ?? unitsAtMost());
    return lists.windowCost('units', { ...window, limit: Math.max(limit, 1) }, rows);
  };
  /** The same for so many properties, whichever they are; of a single one, its id. */
  const unitsCostIn = (properties: number, window?: Ask, propertyId?: string): Cost => {
    const own = propertyId === undefined ? undefined : lists.size('units', partOf(propertyId)).rows;
    if (own !== undefined) return unitsCostOf(own, window);
    const largest = unitsInEach()?.slice(0, properties);
    return largest === undefined
      ? forEach(properties, unitsCostOf(undefined, window))
      : forAll(largest.map((rows) => unitsCostOf(rows, window)));
  };

  /** All units of a certain property: the same calls for whoever makes them. */
  const wholeCost = (propertyId: string): Cost => {
    const { rows = unitsAtMost() } = lists.size('units', partOf(propertyId));
    return lists.listing(noSession, 'units', partOf(propertyId)).cost(pagesUpTo(rows));
  };

  /** Units of one property by their ids; without `complete`, single units will do where they are fewer calls. */
  const unitsInside = async (
    session: Session,
    building: Link<'Building'>,
    ids: readonly string[],
    complete: boolean,
  ): Promise<(id: string) => Found<Unit>> => {
    const part = partOf(propertyOf(building));
    const found = await records.byId(session, 'units', ids, { part, inListOnly: complete });
    return (id) =>
      mapFound(found(id), (each) =>
        each.listed ? toUnit(each.received, building) : map.toUnit(each.received, building, false),
      );
  };

  /**
   * Units by property and id. `complete`: with all their contracts, which only the list of the property has. A property
   * that fails takes its own units with it, and no others.
   */
  const unitsByRef = async (
    session: Session,
    refs: readonly Ref<'Unit'>[],
    complete: boolean,
  ): Promise<(ref: Ref<'Unit'>) => Found<Unit>> => {
    const found = new Map(
      await Promise.all(
        byProperty(refs).map(async ([propertyId, ids]) => {
          const inside = unitsInside(session.branch(), map.propertyRef(propertyId), ids, complete);
          return [propertyId, await inside.catch((error: unknown) => () => toError(error))] as const;
        }),
      ),
    );
    return ({ key: [propertyId = '', id = ''] }) => found.get(propertyId)?.(id) ?? null;
  };

  return {
    buildings: (session: Session): Listing<Building> =>
      mapListing(lists.listing(session, 'properties'), toBuilding),
    /** Properties as they were received. */
    async propertiesById(
      session: Session,
      ids: readonly string[],
    ): Promise<(id: string) => Found<Received<'properties' | 'property'>>> {
      const found = await records.byId(session, 'properties', ids);
      return (id) => mapFound(found(id), ({ received }) => received);
    },
    toBuilding,

    unitsOf,
    leasesOf,
    unitsCostOf,
    unitsCostIn,
    unitsInside,
    unitsByRef,
    /** The most calls of `unitsByRef`. */
    unitsCost({ count, refs }: Asked<'Unit'>, complete: boolean): Cost {
      if (refs !== undefined) {
        const inside = byProperty(refs).map(([propertyId, ids]) => {
          const part = partOf(propertyId);
          return complete ? wholeCost(propertyId) : records.byIdCost('units', ids.length, { part });
        });
        return together(...inside);
      }
      if (complete) return unitsCostIn(count);
      // Where the length of no property's list is known, these are tried for many units.
      if (lists.longest('units') === undefined) return records.byIdCost('units', count);
      const singles = records.singlesCost('unit', count);
      const inEach = unitsInEach();
      return inEach === undefined ? singles : cheaper(singles, unitsCostIn(inEach.length));
    },

    /** All contracts of units: in the lists of their properties. */
    async leasesByUnit(
      session: Session,
      refs: readonly Ref<'Unit'>[],
    ): Promise<readonly (readonly Lease[] | Error)[]> {
      const unit = await unitsByRef(session, refs, true);
      return refs.map(unit).map((found) => (found instanceof Error ? found : (found?.leases ?? [])));
    },
  };
}

export type Structure = ReturnType<typeof createStructure>;

/** Names what is remembered of the units of each property. */
export const unitsOfProperties = 'units of properties';

/** A unit is taken to have one contract: so many pages of units are asked for together. */
const oneEach: PlaceSizes = { at: () => 1, remember: () => undefined };

function byProperty(
  refs: readonly Ref<'Unit'>[],
): readonly (readonly [property: string, ids: readonly string[]])[] {
  const of = groupBy(refs, ({ key: [property] }) => [property]);
  const properties = [...new Set(refs.map(({ key: [property = ''] }) => property))];
  return properties.map((property) => [property, of(property).map(({ key }) => key[1] ?? '')]);
}
