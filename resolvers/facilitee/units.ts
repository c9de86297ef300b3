import type { Unit } from '../../src/domain/index.js';
import type { Session } from '../../src/http/session.js';
import { flattenListing } from '../../src/pagination/flatten.js';
import { mapListing, type Ask, type Listing } from '../../src/pagination/listing.js';
import { pagedCost } from '../../src/pagination/pages.js';
import { start } from '../../src/pagination/position.js';
import { callsOf, forEach, inTurn, sharedByParents, type Cost } from '../../src/plan/cost.js';
import { assumedEach } from '../../src/plan/sizes.js';
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
    const all = forEach(properties, pagedCost(list, window));
    // Several edges of the same properties read the same pages.
    return from === start ? sharedByParents('propertyUnits', all) : all;
  };
  const byPlace = sizes.perPlace('units by property');
  /** Units of each property, once all of them have been seen. */
  const numbers = (): readonly number[] | undefined => {
    const known = Array.from({ length: sizes.of('properties').rows ?? 0 }, (_, place) => byPlace.at(place));
    return known.length > 0 && known.every((each) => each !== undefined) ? known : undefined;
  };
  /** As many as the largest has; as long as some have not been seen, no fewer than are assumed of those. */
  const largest = (): number | undefined => {
    const seen = sizes.longestPart('propertyUnits');
    return (
      numbers()?.reduce((most, each) => Math.max(most, each), 0) ??
      (seen && Math.max(seen, assumedEach.onBuilding))
    );
  };
  /** Units of a property, as last seen; of one that was not, as many as the largest has. */
  const numberIn = (id: string | undefined): number | undefined =>
    (id === undefined ? undefined : sizes.of('propertyUnits', id).rows) ?? largest();

  /** Units of so many properties together, so many of each at most: of one whose id is known, or of the largest. */
  const numberOf = (properties: number, id: string | undefined, most = Infinity): number | undefined => {
    const known =
      id !== undefined && sizes.of('propertyUnits', id).rows !== undefined ? undefined : numbers();
    if (known === undefined) {
      const each = numberIn(id);
      return each === undefined ? undefined : properties * Math.min(most, each);
    }
    const some = [...known].sort((one, other) => other - one).slice(0, properties);
    return some.reduce((sum, each) => sum + Math.min(most, each), 0);
  };
  /** The units of so many properties that reads may look at one by one. */
  const mostOf = (properties: number, id: string | undefined): number =>
    numberOf(properties, id, limits.scanCalls) ??
    properties * Math.min(limits.scanCalls, assumedEach.onBuilding);

  /** Those of all properties, one after the other, as far as a window needs them. */
  const every = (session: Session): Listing<ListedUnit> =>
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
      sizes: byPlace,
      budget: limits.scanCalls,
    });
  /** A read through all of them: the same calls for whoever makes it. */
  const everyCost = (): Cost => {
    const properties = Math.min(limits.scanCalls, sizes.of('properties').rows ?? limits.scanCalls);
    const each = cost(properties, { from: start, limit: numberIn(undefined) ?? pageSize });
    return inTurn(
      ways.whole('properties').cost({ from: start, limit: properties, needMore: false, needTotal: false }),
      { ...each, calls: each.calls.map((call) => ({ ...call, shared: 'units of all properties' })) },
    );
  };

  return {
    cost,
    numberIn,
    numberOf,
    mostOf,
    every,
    everyCost,
    /** What the lists of properties cost where the units are then read one by one, and what one more row tells. */
    listCost: (properties: number, id: string | undefined): Cost =>
      cost(properties, { from: start, limit: Math.min(mostOf(1, id) + 1, numberIn(id) ?? Infinity) }, id),

    /**
     * Whether the lists of all properties are fewer calls than so many single units. As long as nobody has seen how many
     * properties there are, they are not.
     */
    isShorter(unitCount: number): boolean {
      const { rows } = sizes.of('properties');
      return rows !== undefined && rows <= limits.scanCalls && callsOf(everyCost()) < unitCount;
    },
    /** All units by their ids. `complete`: a unit that is not among them does not exist, since each is made in a property. */
    async all(
      session: Session,
    ): Promise<{ readonly of: ReadonlyMap<string, Unit>; readonly complete: boolean }> {
      const limit = limits.scanCalls * pageSize;
      const { rows, more, warnings } = await every(session).read({
        from: start,
        limit,
        needMore: true,
        needTotal: false,
      });
      return {
        of: new Map(rows.map(({ value: { row, unit } }) => [row.id, unit])),
        complete: more === false && (warnings ?? []).length === 0,
      };
    },
  };
}

export type FaciliteeUnits = ReturnType<typeof createUnits>;
