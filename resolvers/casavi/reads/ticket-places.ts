import type { Issue, Ref } from '../../../src/domain/index.js';
import { noSession, type Session } from '../../../src/http/session.js';
import { groupBy } from '../../../src/loaders/group.js';
import { arrayListing } from '../../../src/pagination/array.js';
import {
  laterListing,
  mapListing,
  readAll,
  unknownLength,
  type Ask,
  type Listing,
} from '../../../src/pagination/listing.js';
import { callsOf, forEach, free, sharedByParents, together, type Cost } from '../../../src/plan/cost.js';
import { assumedRows, pagesUpTo, wholeOf } from '../costs.js';
import { pageSize, type CasaviLists, type Part, type Received } from '../pages.js';

type Ticket = Received<'tickets'>;
type TicketsOf = (id: string) => readonly Ticket[];
type ListingOf = (place: Place) => Listing<Issue>;

/** A property, or a unit of it. */
interface Place {
  readonly id: string;
  readonly property: string;
}

/** The way to the tickets of some units of one property, and its calls as far as is known. */
interface WayInside {
  readonly property: string;
  readonly by: 'unit' | 'property' | 'try';
  readonly calls: number;
}

/**
 * The tickets of places: properties and units. Each has a list of its own; all tickets in one list may be fewer calls,
 * and so may the list of a property for several of its units. The first window that is asked for decides, by what was
 * last seen of the lists' lengths. Positions are the same on each way, since each keeps the order of the list of all:
 * offsets among the tickets of the place.
 */
export function createTicketPlaces(lists: CasaviLists, toIssue: (ticket: Ticket) => Issue) {
  const ownList =
    (session: Session, by: 'propertyId' | 'unitId'): ListingOf =>
    ({ id }) =>
      mapListing(lists.listing(session, 'tickets', { query: { [by]: id } }), toIssue);
  const windowCalls = (ask: Ask): number => callsOf(lists.windowCost('tickets', ask));

  /** What reading all tickets costs; `undefined` where nobody knows how many there are. */
  const wholeCost = (): Cost | undefined => {
    const { rows } = lists.size('tickets');
    return rows === undefined ? undefined : lists.listing(noSession, 'tickets').cost(wholeOf(rows));
  };
  /** The same, where it is less than so many calls. */
  const wholeIfFewer = (calls: number): Cost | undefined => {
    const whole = wholeCost();
    return whole !== undefined && callsOf(whole) < calls ? whole : undefined;
  };

  /** All tickets, or all of a property. */
  const read = (session: Session, part?: Part): Promise<readonly Ticket[]> =>
    readAll(lists.listing(session, 'tickets', part));
  const byProperty = (rows: readonly Ticket[]): TicketsOf => groupBy(rows, ({ row }) => [row.propertyId]);
  const byUnit = (rows: readonly Ticket[]): TicketsOf => groupBy(rows, ({ row }) => [row.unitId]);
  const readWhole = async (session: Session): Promise<readonly Ticket[]> => {
    const all = await read(session);
    const of = byProperty(all);
    // How many tickets each property has was seen on the way.
    for (const id of new Set(all.flatMap(({ row }) => row.propertyId ?? []))) {
      lists.size('tickets', ofProperty(id)).remember(of(id).length);
    }
    return all;
  };

  /** A listing for each place, chosen for all of them by the first window that is asked for. */
  const chosen = (places: readonly Place[], choose: (ask: Ask) => ListingOf): readonly Listing<Issue>[] => {
    let choice: ListingOf | undefined;
    return places.map((place) => {
      let own: Listing<Issue> | undefined;
      return { ...unread, read: (ask) => (own ??= (choice ??= choose(ask))(place)).read(ask) };
    });
  };
  /** Places whose tickets stand in one list: the first that is read brings those of all. Where it does not pay, `alone`. */
  const gathered = (load: () => Promise<TicketsOf | null>, alone: ListingOf): ListingOf => {
    let loading: ReturnType<typeof load> | undefined;
    return (place) =>
      laterListing(async () => {
        const of = await (loading ??= load());
        if (of === null) return alone(place);
        // By the same key as in lists, so that a cursor leads to the same place.
        const rows = arrayListing({ load: () => of(place.id), key: ({ row }) => row.id });
        return mapListing(rows, toIssue);
      }, unread);
  };
  /** What edges that only read say of their cost: loaders reckon them, by the number of parents. */
  const unread = {
    stride: pageSize,
    cost: (ask: Ask) => lists.windowCost('tickets', ask),
    known: () => unknownLength,
  };

  const ofProperties = (session: Session, refs: readonly Ref<'Building'>[]): readonly Listing<Issue>[] => {
    const alone = ownList(session, 'propertyId');
    const places = refs.map(({ key: [id = ''] }) => ({ id, property: id }));
    return chosen(places, (ask) =>
      wholeIfFewer(places.length * windowCalls(ask)) === undefined
        ? alone
        : gathered(async () => byProperty(await readWhole(session)), alone),
    );
  };

  const ofUnits = (session: Session, refs: readonly Ref<'Unit'>[]): readonly Listing<Issue>[] => {
    const alone = ownList(session, 'unitId');
    const places = refs.map(({ key: [property = '', id = ''] }) => ({ id, property }));
    const inside = groupBy(places, ({ property }) => [property]);
    return chosen(places, (ask) => {
      const tries = mayTry(places.length * windowCalls(ask));
      const ways = [...new Set(places.map(({ property }) => property))].map((property) =>
        wayInside(property, inside(property).length, windowCalls(ask), tries),
      );
      if (wholeIfFewer(ways.reduce((sum, { calls }) => sum + calls, 0)) !== undefined) {
        return gathered(async () => byUnit(await readWhole(session)), alone);
      }
      const listings = new Map(
        ways.map(({ property, by }) => [
          property,
          by === 'unit' ? alone : gathered(() => readProperty(session, property, by === 'try'), alone),
        ]),
      );
      return (place) => (listings.get(place.property) ?? alone)(place);
    });
  };

  const wayInside = (property: string, units: number, window: number, tries: boolean): WayInside => {
    const { rows } = lists.size('tickets', ofProperty(property));
    const whole = rows === undefined ? undefined : windowCalls(wholeOf(rows));
    if (whole !== undefined && whole < units * window) return { property, by: 'property', calls: whole };
    if (whole === undefined && units > 1 && tries) return { property, by: 'try', calls: 1 };
    return { property, by: 'unit', calls: units * window };
  };
  /**
   * Whether the list of a property is tried for several of its units although nobody has seen it: only where all tickets
   * are no better way than so many calls, and properties have less than a page of them on average. A try costs a call.
   */
  const mayTry = (calls: number): boolean => {
    const whole = wholeCost();
    if (whole === undefined) return true;
    const tickets = lists.size('tickets').rows ?? 0;
    const properties = lists.size('properties').rows ?? Infinity;
    return callsOf(whole) > calls && tickets / properties < pageSize;
  };
  /** The tickets of a property by unit; of one that is only tried, if a page holds them all. */
  const readProperty = async (session: Session, id: string, isTry: boolean): Promise<TicketsOf | null> => {
    if (!isTry) return byUnit(await read(session, ofProperty(id)));
    const slice = await lists.listing(session, 'tickets', ofProperty(id)).read(firstPage);
    return slice.more === false ? byUnit(slice.rows.map(({ value }) => value)) : null;
  };

  /** The most calls for the tickets of properties. @param first the window that decides the way */
  const propertiesCost = (properties: number, ask: Ask, first = ask): Cost =>
    wholeIfFewer(properties * windowCalls(first)) ?? forEach(properties, lists.windowCost('tickets', ask));
  /** The most calls for the tickets of units, in whichever properties. */
  const unitsCost = (units: number, ask: Ask, first = ask): Cost => {
    const calls = units * windowCalls(first);
    const alone = forEach(units, lists.windowCost('tickets', ask));
    const pairs = Math.min(Math.floor(units / 2), lists.size('properties').rows ?? Infinity);
    const tries = mayTry(calls) ? forEach(pairs, lists.windowCost('tickets', firstPage)) : free;
    return wholeIfFewer(calls) ?? together(alone, sharedByParents('tries', tries));
  };
  /** All tickets of a place: as many as it had when last seen, or as the place with most had. */
  const allOf = (by: 'propertyId' | 'unitId', id?: string): Ask =>
    wholeOf(
      (id === undefined ? undefined : lists.size('tickets', { query: { [by]: id } }).rows) ??
        lists.longest('tickets', by) ??
        assumedRows,
    );

  return {
    ofProperties,
    propertiesCost,
    /** The same where all tickets are read, a page at a time. */
    allOfPropertiesCost: (properties: number, id?: string): Cost =>
      propertiesCost(properties, allOf('propertyId', id), firstPage),
    ofUnits,
    unitsCost,
    allOfUnitsCost: (units: number, id?: string): Cost => unitsCost(units, allOf('unitId', id), firstPage),
  };
}

export type TicketPlaces = ReturnType<typeof createTicketPlaces>;

const firstPage = pagesUpTo(pageSize);
const ofProperty = (propertyId: string): Part => ({ query: { propertyId } });
