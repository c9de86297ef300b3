import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import type { ApiAnswer } from '../../src/http/client.js';
import type { Session } from '../../src/http/session.js';
import { expandPath, toQueryString, type Query } from '../../src/http/url.js';
import { perOperation, perRow } from '../../src/loaders/per-operation.js';
import type { Ask, Listing } from '../../src/pagination/listing.js';
import { pagedCost, pagedListing, type Page } from '../../src/pagination/pages.js';
import { markOf, start, toPlace } from '../../src/pagination/position.js';
import type { Cost } from '../../src/plan/cost.js';
import type { PlaceSizes, Size, Sizes } from '../../src/plan/sizes.js';
import type { Drift } from '../../src/wire/drift.js';
import { readRows } from '../../src/wire/read.js';
import { createPageNumbers } from './page-numbers.js';
import type { PathName } from './paths.js';
import { readEnvelope, rowShapes, type ListName, type RecordName, type RowOf } from './wire.js';

/** A record, and when the answer that held it arrived. */
export interface Received<N extends ListName | RecordName> {
  readonly row: RowOf<N>;
  readonly at: Date;
}

/** Rows of a page, which casavi alone decides: "a list of max 25 tickets" ("Get list of Tickets"), assumed everywhere. */
export const pageSize = 25;

/** The part of a list that is wanted: the places of its path, and what it is narrowed by. */
export interface Part {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Query;
}

/** A row of a list that an operation has met, and the wave that brought it. */
export interface Met<N extends ListName> {
  readonly received: Received<N>;
  readonly wave: number;
}

/** casavi's lists: numbered pages of a fixed size. */
export interface CasaviLists {
  /** @param key what tells two rows apart, where they are met in other answers as well */
  listing<N extends ListName>(
    session: Session,
    name: N,
    part?: Part,
    key?: (row: RowOf<N>) => string,
  ): Listing<Received<N>>;
  /** The most calls of a window on some part of a list, whichever part it is; of one with so many rows, if they are known. */
  windowCost(name: ListName, ask: Ask, rows?: number): Cost;

  /** How long a list, or a part of it, was when it was last seen. */
  size(name: ListName, part?: Part): Size;
  /** Rows of the longest part that was seen, of parts by the same member. */
  longest(name: ListName, by?: string): number | undefined;
  /** How much hangs on each record of a list, by its place. */
  perPlace(name: string): PlaceSizes;

  /** Asks for the first pages of a list together: whoever reads it finds them answered. */
  prefetch(session: Session, name: ListName, part: Part, pages: number): void;
  /** The rows of a list that the operation has met. */
  met<N extends ListName>(session: Session, name: N, part: Part): (id: string) => Met<N> | undefined;
}

interface ReadPage<N extends ListName> extends Page<Received<N>> {
  /** Its number as casavi counts, where the answer tells. */
  readonly number: number | null;
  readonly head: string | undefined;
}

type PageAt<N extends ListName> = (index: number) => Promise<ReadPage<N>>;

/** A length that is known, and that nobody has to remember. */
function sizeOf(rows: number): Size {
  return { rows, atLeast: rows, remember: () => undefined, rememberAtLeast: () => undefined };
}

export function createLists(
  pathOf: (name: PathName) => string,
  origin: Origin,
  sizes: Sizes,
  drift: Drift,
): CasaviLists {
  const numbers = createPageNumbers(pathOf('properties'));
  /** Whether the answers of a list tell how long it is, as the last one showed. */
  const telling = new Map<string, 'always' | 'never'>();
  const metIn = perOperation(() => new Map<string, Met<ListName>>());

  const placeOf = (name: ListName, { params, query }: Part): string =>
    expandPath(pathOf(name), params) + toQueryString(query);
  const isWhole = ({ params, query }: Part): boolean => params === undefined && query === undefined;
  /** Parts are told apart by what they are narrowed by: a property has more tickets than a unit. */
  const sizeName = (name: ListName, by: readonly string[]): string => [name, ...by].join(' by ');
  const size = (name: ListName, part: Part = {}): Size =>
    sizes.of(sizeName(name, Object.keys(part.query ?? {})), isWhole(part) ? undefined : placeOf(name, part));

  const paging = (name: ListName) => ({
    path: pathOf(name),
    pageSize: { fixed: pageSize },
    // The documented forms: `pageCount` of properties and units, bare arrays of all others.
    told: telling.get(pathOf(name)) ?? (name === 'properties' || name === 'units' ? 'always' : 'never'),
  });
  const costOf = (name: ListName, part: Part, ask: Ask): Cost => {
    const { rows = Infinity } = size(name, part);
    const left = Math.max(rows - toPlace(ask.from).offset, 1);
    // From its start on, a list is the same pages for whoever reads it. Named without anybody's reference.
    const shared = isWhole(part) ? name : `${name} ${markOf(placeOf(name, part))}`;
    return pagedCost(
      { ...paging(name), size: size(name, part), ...(ask.from === start ? { shared } : {}) },
      { ...ask, limit: Math.min(ask.limit, left) },
    );
  };

  /** Reads the rows of an answer, once however often it is come back to. */
  const toPage = perRow(({ body, receivedAt }: ApiAnswer, name: ListName): ReadPage<ListName> => {
    const wrong = (what: string): UnexpectedShapeError => new UnexpectedShapeError(origin, what);
    const envelope = readEnvelope(body, pageSize);
    if (envelope === null) throw wrong(`GET ${pathOf(name)} has no known envelope`);
    // Offsets are reckoned in pages of 25: with larger ones rows would be lost without a word.
    if (envelope.rows.length > pageSize)
      throw wrong(`GET ${pathOf(name)} answered more than ${pageSize} rows a page`);
    const rows = readRows(rowShapes[name], envelope.rows, drift.of(name)) as (RowOf<ListName> | null)[];
    if (rows.length > 0 && rows.every((row) => row === null))
      throw wrong(`no record of GET ${pathOf(name)} has an id`);
    const { total, pageCount, page: number } = envelope;
    telling.set(pathOf(name), pageCount === null ? 'never' : 'always');
    const found = rows.map((row) => row && { row, at: receivedAt });
    return { rows: found, total, pageCount, number, head: rows[0]?.id };
  });

  /** The pages of a list for one reader, by their place in it. */
  const pagesFor = <N extends ListName>(session: Session, name: N, part: Part): PageAt<N> => {
    const template = pathOf(name);
    const path = expandPath(template, part.params);
    const met = metIn(session);
    // The same call for everybody: with ended contracts, so that no reader of leases has to ask again.
    const always: Query = name === 'units' ? { includeInactiveContracts: true } : {};

    /** Reads the page of a number as casavi counts; without one, the first. */
    const read = async (page: number | undefined): Promise<ReadPage<N>> => {
      const call = {
        path: template,
        params: part.params ?? {},
        query: { ...always, ...part.query, page },
        ...(isWhole(part) ? {} : { keys: 1 }),
      };
      // A list that hangs on a record is gone with it: no rows. The path of any other list is wrong if it is not found.
      const answer = await (path === template ? session.get(call) : session.find(call));
      if (answer === null) return { rows: [], total: 0, pageCount: 0, number: null, head: undefined };
      const got = toPage(answer, name) as ReadPage<N>;
      if (page === undefined) numbers.learn(template, got.number);
      for (const received of got.rows) {
        if (received !== null) met.set(`${path} ${received.row.id}`, { received, wave: session.wave });
      }
      return got;
    };
    return numbers.pages(template, read, () => pagesFor(session, 'properties', {})(0));
  };

  return {
    listing(session, name, part = {}, key = ({ id }) => id) {
      let page: PageAt<typeof name> | undefined;
      return {
        ...pagedListing({
          ...paging(name),
          size: size(name, part),
          key: ({ row }) => key(row),
          // Lists are read beside each other: none counts the waves of another one.
          page: (index) => (page ??= pagesFor(session.branch(), name, part))(index),
        }),
        cost: (ask) => costOf(name, part, ask),
      };
    },
    windowCost: (name, ask, rows) =>
      pagedCost({ ...paging(name), ...(rows === undefined ? {} : { size: sizeOf(rows) }) }, ask),

    size,
    longest: (name, by) => sizes.longestPart(sizeName(name, by === undefined ? [] : [by])),
    perPlace: (name) => sizes.perPlace(name),

    prefetch(session, name, part, pages) {
      const page = pagesFor(session, name, part);
      // One that fails here fails again where it is read.
      for (let index = 0; index < pages; index += 1) void page(index).catch(() => undefined);
    },
    met(session, name, part) {
      const path = expandPath(pathOf(name), part.params);
      const met = metIn(session) as ReadonlyMap<string, Met<typeof name>>;
      return (id) => met.get(`${path} ${id}`);
    },
  };
}
