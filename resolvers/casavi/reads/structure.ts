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
import { emptyListing, mapListing, type Listing } from '../../../src/pagination/listing.js';
import { forEach, free, together, type Cost } from '../../../src/plan/cost.js';
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
  const leasesOf = (session: Session, building: Link<'Building'>): Listing<Lease> =>
    flattenListing(unitsOf(session, building), {
      key: ({ remoteId }) => remoteId,
      children: (unit) => recordListing(() => unit.leases ?? []),
      childCost: () => free,
      estimate: (unit) => unit.leases?.length,
      sizes: oneEach,
      // In units, of which a page has so many.
      budget: scanCalls * pageSize,
    });

  /** How many units a property may have: as last seen, or as the largest that was seen. */
  const unitsIn = (propertyId?: string): number =>
    (propertyId === undefined ? undefined : lists.size('units', partOf(propertyId)).rows) ??
    lists.longest('units') ??
    assumedRows;
  /** All units of a property; without its id, whichever it is. */
  const allUnitsCost = (propertyId?: string): Cost =>
    lists.windowCost('units', pagesUpTo(unitsIn(propertyId)));

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
    unitsIn,
    allUnitsCost,
    unitsInside,
    unitsByRef,
    /** The most calls of `unitsByRef`. */
    unitsCost({ count, refs }: Asked<'Unit'>, complete: boolean): Cost {
      if (refs !== undefined) {
        const inside = byProperty(refs).map(([propertyId, ids]) => {
          const part = partOf(propertyId);
          return complete
            ? lists.listing(noSession, 'units', part).cost(pagesUpTo(unitsIn(propertyId)))
            : records.byIdCost('units', ids.length, { part });
        });
        return together(...inside);
      }
      if (complete) return forEach(count, allUnitsCost());
      // Where the length of no property's list is known, these are tried for many units.
      return lists.longest('units') === undefined
        ? records.byIdCost('units', count)
        : records.singlesCost('unit', count);
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

/** A unit is taken to have one contract: so many pages of units are asked for together. */
const oneEach: PlaceSizes = { at: () => 1, remember: () => undefined };

function byProperty(
  refs: readonly Ref<'Unit'>[],
): readonly (readonly [property: string, ids: readonly string[]])[] {
  const of = groupBy(refs, ({ key: [property] }) => [property]);
  const properties = [...new Set(refs.map(({ key: [property = ''] }) => property))];
  return properties.map((property) => [property, of(property).map(({ key }) => key[1] ?? '')]);
}
