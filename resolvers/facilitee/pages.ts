import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import type { ApiAnswer, ApiCall } from '../../src/http/client.js';
import type { Session } from '../../src/http/session.js';
import type { Query } from '../../src/http/url.js';
import { toOffset, type Listing } from '../../src/pagination/listing.js';
import { pagedListing, type Page, type PagedList } from '../../src/pagination/pages.js';
import { readRows } from '../../src/wire/fields.js';
import type { FaciliteeSettings } from './config.js';
import { smallerSize, totalOf, type Envelope } from './envelope.js';
import { paths } from './paths.js';
import { perSession } from '../../src/loaders/per-session.js';
import { createSizes } from './sizes.js';
import * as wire from './wire.js';
import type { ListName, RecordName, Row, Single } from './wire.js';

/** What was read, when, and whether it was the row of a list or the single record: the two differ in members. */
export interface Received<R> {
  readonly row: R;
  readonly at: Date;
  readonly form: 'row' | 'detail';
}

/** A list, or the part of it that parameters choose. */
export interface Part {
  readonly query?: Query;
  /** A part whose size is worth remembering is named; the whole list always is. */
  readonly name?: string;
  /** Whether what the parameters name may not exist: then there are no rows. */
  readonly mayNotExist?: boolean;
}

/** How Facilitee's lists and single records are read. There is no list of certain ids, and no order to choose. */
export interface FaciliteeLists {
  listing<L extends ListName>(session: Session, list: L, part?: Part): Listing<Received<Row<L>>>;
  /** A list whose pages from an offset onwards have been asked for together, as far as its size is known. */
  warm<L extends ListName>(
    session: Session,
    list: L,
    part: Part,
    first: number,
  ): Promise<Listing<Received<Row<L>>>>;
  /** All rows, or as many as one read may bring. */
  whole<L extends ListName>(session: Session, list: L, part?: Part): Promise<Whole<Row<L>>>;
  /** A row that a list of this operation has shown already. */
  known<L extends ListName>(session: Session, list: L, id: string): Received<Row<L>> | undefined;
  /** A single record; `null` where there is none. */
  find<R extends RecordName>(session: Session, record: R, id: string): Promise<Received<Single<R>> | null>;
  /** Whether this operation has asked for a single record: asking again is free. */
  isAsked(session: Session, record: RecordName, id: string): boolean;
  /**
   * Whether reading the rest of a list takes fewer calls than the single calls that would have to be made instead. All
   * single calls of an operation count, so that many small batches do not add up to more than the list. Where the size
   * is not known, the first page tells it, once that is little against the single calls. `searches` are counted apart:
   * they ask for what the single records do not tell.
   */
  isCheaper(
    session: Session,
    list: ListName,
    singles: number,
    kind?: 'records' | 'searches',
  ): Promise<boolean>;
  /** How many rows a list or a named part was last seen to have. */
  size(name: string): number | undefined;
  /** How many rows the named parts of a list have on average, as far as they were seen. */
  averageSize(list: ListName): number | undefined;
  /** How many parts of a list this operation has asked for: their rows are on the way, if not here. */
  partsAsked(session: Session, list: ListName): number;
  /** The most calls that reading a whole list may cost. */
  wholeCalls(name: string): number;
}

export interface Whole<R> {
  readonly rows: readonly Received<R>[];
  /** Whether these are all rows of the list. */
  readonly complete: boolean;
}

/** What this operation has seen: rows by their list and id, whole pages, parts of lists, and single calls made. */
interface Seen {
  readonly rows: Map<string, Received<{ readonly id: string }>>;
  readonly pages: Set<string>;
  readonly parts: Map<ListName, Set<string>>;
  readonly asked: Set<string>;
  readonly singles: Map<string, number>;
}

/** So many single calls are made before the size of a list is asked for: it may fit one page, and may be very long. */
const fewSingles = 2;

export function createLists(settings: FaciliteeSettings, origin: Origin): FaciliteeLists {
  const { pageSize } = settings;
  const budget = settings.limits.scanCalls;
  const sizes = createSizes();
  const seenOf = perSession<Seen>(() => ({
    rows: new Map(),
    pages: new Set(),
    parts: new Map(),
    asked: new Set(),
    singles: new Map(),
  }));

  const ask = async (
    session: Session,
    list: ListName,
    part: Part,
    pageNo: number,
    size: number,
  ): Promise<{ readonly answer: ApiAnswer; readonly envelope: Envelope } | null> => {
    if (part.name !== undefined) {
      const { parts } = seenOf(session);
      parts.set(list, (parts.get(list) ?? new Set()).add(part.name));
    }
    const call: ApiCall = {
      path: settings.paths[list] ?? paths[list].path,
      query: { pageNo, pageSize: size, ...part.query },
    };
    const answer = part.mayNotExist === true ? await session.find(call) : await session.get(call);
    if (answer === null) return null;
    const envelope = wire.page.safeParse(answer.body);
    if (!envelope.success) throw new UnexpectedShapeError(origin, `the list of ${list} has no page of items`);
    return { answer, envelope: envelope.data };
  };

  /** Page `index`, counted from 0; Facilitee counts from 1. */
  const page = async <L extends ListName>(
    session: Session,
    list: L,
    part: Part,
    index: number,
    size: number,
  ): Promise<Page<Received<Row<L>>>> => {
    const got = await ask(session, list, part, index + 1, size);
    if (got === null) return { rows: [], total: 0 };
    const { answer, envelope } = got;
    // `items` of the answer itself, which is the same one whenever the call is made again: it is then read only once.
    const rows = readRows(wire.rows[list], (answer.body as Envelope).items) as readonly (Row<L> | null)[];
    if (rows.length > 0 && rows.every((row) => row === null)) {
      throw new UnexpectedShapeError(origin, `no record of the list of ${list} has an id`);
    }
    const received = rows.map((row) => row && { row, at: answer.receivedAt, form: 'row' as const });
    const seen = seenOf(session);
    for (const each of received) if (each !== null) seen.rows.set(`${list}:${each.row.id}`, each);
    const total = totalOf(envelope, index, size);
    const name = nameOf(list, part);
    if (total !== null && name !== undefined) {
      sizes.remember(list, name, total);
      if (size === pageSize) seen.pages.add(`${name}:${index}`);
    }
    return { rows: received, total };
  };

  /**
   * The same page where the provider turns out to give smaller ones than were asked for: put together from those. No
   * limit is documented, and a row must not be lost to one.
   */
  const wholePage = async <L extends ListName>(
    session: Session,
    list: L,
    part: Part,
    index: number,
    size: number,
  ): Promise<Page<Received<Row<L>>>> => {
    const got = await ask(session, list, part, index + 1, size);
    const smaller = got === null ? null : smallerSize(got.envelope, index, size);
    if (smaller === null) return page(session, list, part, index, size);
    const slice = await pagedListing({
      ...paged(list),
      size: { fixed: smaller },
      page: (small, fixed) => page(session, list, part, small, fixed),
    }).read({ from: index * size, limit: size, needMore: true, needTotal: true });
    const { more, total } = slice;
    const rows: (Received<Row<L>> | null)[] = Array.from({ length: more === true ? size : 0 }, () => null);
    for (const { value, next } of slice.rows) rows[toOffset(next) - 1 - index * size] = value;
    return {
      // Rows that cannot be read leave their places empty.
      rows: Array.from(rows, (row) => row ?? null),
      total: more === true ? total : index * size + rows.length,
    };
  };

  const listing = <L extends ListName>(
    session: Session,
    list: L,
    part: Part = {},
  ): Listing<Received<Row<L>>> =>
    pagedListing({ ...paged(list), page: (index, size) => wholePage(session, list, part, index, size) });

  const paged = <L extends ListName>(list: L): Omit<PagedList<Received<Row<L>>>, 'page'> => ({
    // The units of a property nearly always fit one page: always the same one, so that whoever needs it shares the call.
    size: list === 'propertyUnits' ? { fixed: pageSize } : { max: pageSize },
    total: 'always',
    key: ({ row }) => row.id,
  });

  const pagesLeft = (session: Session, name: string): number[] | null => {
    const size = sizes.of(name);
    if (size === undefined) return null;
    const { pages } = seenOf(session);
    return Array.from({ length: Math.ceil(size / pageSize) }, (_, index) => index).filter(
      (index) => !pages.has(`${name}:${index}`),
    );
  };

  const warm = async <L extends ListName>(
    session: Session,
    list: L,
    part: Part,
    first: number,
  ): Promise<Listing<Received<Row<L>>>> => {
    const name = nameOf(list, part);
    const left = (name === undefined ? null : pagesLeft(session, name)) ?? [];
    const wanted = left.filter((index) => (index + 1) * pageSize > first).slice(0, budget);
    // The size is that of last time; where the list has grown since, whoever reads it reads on.
    await Promise.all(wanted.map((index) => wholePage(session, list, part, index, pageSize)));
    return listing(session, list, part);
  };

  return {
    listing,
    warm,

    async whole(session, list, part = {}) {
      const { rows, more } = await (
        await warm(session, list, part, 0)
      ).read({ from: 0, limit: budget * pageSize, needMore: true, needTotal: false });
      return { rows: rows.map(({ value }) => value), complete: more !== true };
    },

    known: <L extends ListName>(session: Session, list: L, id: string) =>
      seenOf(session).rows.get(`${list}:${id}`) as Received<Row<L>> | undefined,

    async find<R extends RecordName>(session: Session, record: R, id: string) {
      seenOf(session).asked.add(`${record}:${id}`);
      const answer = await session.find({
        path: settings.paths[record] ?? paths[record].path,
        params: { id },
      });
      if (answer === null) return null;
      const [row] = readRows(wire.records[record], wrapped(answer)) as readonly (Single<R> | null)[];
      if (row === null || row === undefined) {
        throw new UnexpectedShapeError(origin, `the answer to a single ${record} has no id`);
      }
      return { row, at: answer.receivedAt, form: 'detail' };
    },

    isAsked: (session, record, id) => seenOf(session).asked.has(`${record}:${id}`),

    async isCheaper(session, list, singles, kind = 'records') {
      const seen = seenOf(session);
      const counted = `${list}:${kind}`;
      const all = (seen.singles.get(counted) ?? 0) + singles;
      if (all > fewSingles && sizes.of(list) === undefined) await wholePage(session, list, {}, 0, pageSize);
      const left = pagesLeft(session, list)?.length;
      if (left !== undefined && left <= budget && left < all) return true;
      seen.singles.set(counted, all);
      return false;
    },

    size: sizes.of,
    averageSize: sizes.average,
    partsAsked: (session, list) => seenOf(session).parts.get(list)?.size ?? 0,
    wholeCalls: (name) => {
      const size = sizes.of(name);
      return size === undefined ? budget : Math.min(budget, Math.ceil(size / pageSize) + 1);
    },
  };
}

/** By what name a size is remembered: of parts that clients choose, none is. */
function nameOf(list: ListName, { query, name }: Part): string | undefined {
  return query === undefined ? list : name;
}

const wrappings = new WeakMap<ApiAnswer, readonly unknown[]>();

/** A single record as a list of one, always the same for an answer, so that it is read only once. */
function wrapped(answer: ApiAnswer): readonly unknown[] {
  let list = wrappings.get(answer);
  if (list === undefined) wrappings.set(answer, (list = [answer.body]));
  return list;
}
