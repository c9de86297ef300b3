import type { Unit } from '../../src/domain/index.js';
import type { Session } from '../../src/http/session.js';
import { flattenListing } from '../../src/pagination/flatten.js';
import { mapListing, type Ask, type Listing } from '../../src/pagination/listing.js';
import { pagedCost } from '../../src/pagination/pages.js';
import { start } from '../../src/pagination/position.js';
import { forEach, inTurn, type Cost } from '../../src/plan/cost.js';
import type { FaciliteeSettings } from './config.js';
import type { FaciliteeMap } from './map.js';
import type { FaciliteeLists, Received } from './pages.js';
import { callOf, type FaciliteeWays } from './ways.js';
import type { Row } from './wire.js';

/** A unit, and the row it was made of. */
export interface ListedUnit {
  readonly row: Row<'propertyUnits'>;
  readonly unit: Unit;
}

/** Assumed, and only a matter of how many properties are asked at once before the first has answered. */
const unitsPerProperty = 25;

/** Units as properties list them: there is no list of all, and the property is required in the one that there is. */
export function createUnits(
  { sizes, paged, listing, unitsOf }: FaciliteeLists,
  ways: FaciliteeWays,
  map: FaciliteeMap,
  { pageSize, limits }: FaciliteeSettings,
) {
  /** A window on the units of each of several properties; `id` where it is one whose id is known. */
  const cost = (properties: number, { from, limit }: Pick<Ask, 'from' | 'limit'>, id?: string): Cost => {
    const shared = from === start ? callOf('propertyUnits', properties, id) : undefined;
    const list = { ...paged('propertyUnits'), ...(shared === undefined ? {} : { shared }) };
    const window = { from, limit: Math.max(1, limit), needMore: false, needTotal: false };
    return forEach(properties, pagedCost(list, window));
  };
  /** Units of a property, as last seen; of one that was not, as many as the largest has of those that were. */
  const numberIn = (id: string | undefined): number | undefined =>
    (id === undefined ? undefined : sizes.of('propertyUnits', id).rows) ?? sizes.longestPart('propertyUnits');

  /** The units of a property that one read may look at one by one. */
  const mostIn = (id: string | undefined): number =>
    Math.min(limits.scanCalls, numberIn(id) ?? limits.scanCalls);

  return {
    cost,
    numberIn,
    mostIn,
    /** What the lists of properties cost where the units are then read one by one, and what one more row tells. */
    listCost: (properties: number, id: string | undefined): Cost =>
      cost(properties, { from: start, limit: Math.min(mostIn(id) + 1, numberIn(id) ?? Infinity) }, id),

    /** Those of all properties, one after the other, as far as a window needs them. */
    every: (session: Session): Listing<ListedUnit> =>
      flattenListing(listing(session, 'properties'), {
        key: ({ row }) => row.id,
        children(property: Received<Row<'properties'>>) {
          const building = map.toBuilding(property);
          return mapListing(unitsOf(session, property.row.id), (received) => ({
            row: received.row,
            unit: map.toUnit(received, building),
          }));
        },
        childCost: ({ limit }) =>
          cost(1, { from: start, limit: Math.min(limit, numberIn(undefined) ?? pageSize) }),
        estimate: () => (numberIn(undefined) === undefined ? unitsPerProperty : undefined),
        sizes: sizes.perPlace('units by property'),
        budget: limits.scanCalls,
      }),
    /** A read through all of them: the same calls for whoever makes it. */
    everyCost(): Cost {
      const properties = Math.min(limits.scanCalls, sizes.of('properties').rows ?? limits.scanCalls);
      const each = cost(properties, { from: start, limit: numberIn(undefined) ?? pageSize });
      return inTurn(
        ways.whole('properties').cost({ from: start, limit: properties, needMore: false, needTotal: false }),
        { ...each, calls: each.calls.map((call) => ({ ...call, shared: 'units of all properties' })) },
      );
    },
  };
}

export type FaciliteeUnits = ReturnType<typeof createUnits>;
