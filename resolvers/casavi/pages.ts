import { LRUCache } from 'lru-cache';
import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import type { ApiAnswer } from '../../src/http/client.js';
import type { Session } from '../../src/http/session.js';
import { expandPath, toQueryString, type Query } from '../../src/http/url.js';
import { toOffset, type Listing } from '../../src/pagination/listing.js';
import { pagedListing, type Page } from '../../src/pagination/pages.js';
import { readRows } from '../../src/wire/fields.js';
import type { CasaviSettings } from './config.js';
import { paths, type PathName } from './paths.js';
import { perSession } from '../../src/loaders/per-session.js';
import {
  readEnvelope,
  recordShapes,
  rowShapes,
  type Envelope,
  type ListName,
  type RecordName,
  type RowOf,
} from './wire.js';

/** A record, and when the answer that held it arrived. */
export interface Received<N extends ListName | RecordName> {
  readonly row: RowOf<N>;
  readonly at: Date;
}

/** Rows of a page, which casavi alone decides: "a list of max 25 tickets" ("Get list of Tickets"), assumed everywhere. */
export const pageSize = 25;

/** One list of casavi, as one operation sees it. */
export interface CasaviList<N extends ListName> {
  readonly listing: Listing<Received<N>>;
  /** Page `index`, counted from 0. */
  page(index: number): Promise<Page<Received<N>>>;
  /** How many pages the list had when it was last seen, by whichever operation; `undefined` if nobody has seen it whole. */
  readonly lastPages: number | undefined;
  /** Asks those pages ahead, at most so many: a scan then finds them answered. */
  prefetch(most: number): void;
}

/** casavi's lists and single records. */
export interface CasaviLists {
  /** A list, narrowed by `query`; `params` are the places of its path. */
  of<N extends ListName>(
    session: Session,
    name: N,
    params?: Readonly<Record<string, string>>,
    query?: Query,
  ): CasaviList<N>;
  /** A record by its id; null if there is none. */
  find<N extends RecordName>(
    session: Session,
    name: N,
    id: string,
    params: Readonly<Record<string, string>>,
  ): Promise<Received<N> | null>;
}

interface ReadPage<N extends ListName> extends Page<Received<N>> {
  readonly head: string | undefined;
}

/** What the answers of a source have taught, for as long as it is connected. */
interface Lessons {
  /** The number of the first page, by path template. */
  readonly bases: Map<string, 0 | 1>;
  /** Pages of whole lists, by path: as many as there are properties, and bounded in case of made-up ones. */
  readonly pages: LRUCache<string, number>;
}

export function createLists(settings: CasaviSettings, origin: Origin): CasaviLists {
  const lessons: Lessons = { bases: new Map(), pages: new LRUCache({ max: 10_000 }) };
  /** Pages that an operation has asked for, by URL, so that none is read twice. */
  const memoryOf = perSession(() => new Map<string, Promise<ReadPage<never>>>());
  const pathOf = (name: PathName): string => settings.paths[name] ?? paths[name].path;

  const of: CasaviLists['of'] = <N extends ListName>(
    session: Session,
    name: N,
    params: Readonly<Record<string, string>> = {},
    query: Query = {},
  ): CasaviList<N> => {
    const template = pathOf(name);
    const path = expandPath(template, params);
    // The same call for everybody: with ended contracts, so that no reader of leases has to ask again.
    const always: Query = name === 'units' ? { includeInactiveContracts: true } : {};
    const isWhole = Object.values(query).every((value) => value === undefined);
    const asked = memoryOf(session);

    /** Reads the page of a number as casavi counts; without one, the first. */
    const read = (number: number | undefined): Promise<ReadPage<N>> => {
      const place = path + toQueryString({ ...always, ...query, page: number });
      let page = asked.get(place);
      if (page === undefined) asked.set(place, (page = ask(number)));
      return page;
    };

    const ask = async (number: number | undefined): Promise<ReadPage<N>> => {
      const call = { path: template, params, query: { ...always, ...query, page: number } };
      // A list that hangs on a record is gone with it: no rows. The path of any other list is wrong if it is not found.
      const answer = await (path === template ? session.get(call) : session.find(call));
      if (answer === null) return { rows: [], total: 0, pageCount: 0, head: undefined };
      const envelope = readEnvelope(answer.body, pageSize);
      if (envelope === null) throw new UnexpectedShapeError(origin, `GET ${template} has no known envelope`);
      if (number === undefined && isBase(envelope.page)) lessons.bases.set(template, envelope.page);
      return toPage(envelope, answer);
    };

    const toPage = (envelope: Envelope, { receivedAt }: ApiAnswer): ReadPage<N> => {
      // Offsets are reckoned in pages of 25: with larger ones rows would be lost without a word.
      if (envelope.rows.length > pageSize) {
        throw new UnexpectedShapeError(origin, `GET ${template} answered more than ${pageSize} rows a page`);
      }
      const rows = readRows(rowShapes[name], envelope.rows) as (RowOf<N> | null)[];
      if (rows.length > 0 && rows.every((row) => row === null)) {
        throw new UnexpectedShapeError(origin, `no record of GET ${template} has an id`);
      }
      return {
        rows: rows.map((row) => row && { row, at: receivedAt }),
        total: envelope.total,
        pageCount: envelope.pageCount,
        head: rows[0]?.id,
      };
    };

    /**
     * The number of the first page. It is documented for units only ("Zero based result page"); what comes without
     * `page` is the first one in any case, and an envelope says which number that has.
     */
    const base = async (): Promise<0 | 1> => {
      if (!asked.has(path + toQueryString({ ...always, ...query }))) {
        // A reader who goes on in the middle: the properties always come in an envelope that tells.
        if (known() === undefined) await of(session, 'properties').page(0);
      } else if (known() === undefined) {
        await read(undefined);
      }
      return known() ?? guess();
    };
    const known = (): 0 | 1 | undefined =>
      lessons.bases.get(template) ??
      lessons.bases.get(pathOf('properties')) ??
      lessons.bases.values().next().value;
    /** Bare arrays say nothing: if page 1 begins as the first page does, it is the first page. */
    const guess = async (): Promise<0 | 1> => {
      const [first, second] = await Promise.all([read(undefined), read(1)]);
      const counted = second.head === undefined || second.head !== first.head ? 0 : 1;
      // A server that ignores `page` repeats itself for ever. That is no base, and the listing will notice.
      if (counted === 1 && (await read(2)).head === first.head) return 0;
      lessons.bases.set(template, counted);
      return counted;
    };

    const page = async (index: number): Promise<ReadPage<N>> => {
      const got = await read(index === 0 ? undefined : index + (await base()));
      if (isWhole) {
        const pages = lastPage(got, index);
        if (pages !== null) lessons.pages.set(path, pages);
      }
      return got;
    };

    const lastPages = (): number | undefined => (isWhole ? lessons.pages.get(path) : undefined);
    /** Asks pages ahead, as far as the list reached when last seen. One that fails here fails again where it is read. */
    const prefetch = (from: number, to: number): void => {
      const end = Math.min(lastPages() ?? 0, to);
      for (let index = from; index < end; index += 1) void page(index).catch(() => undefined);
    };
    const paged = pagedListing<Received<N>>({
      size: { fixed: pageSize },
      total: 'maybe',
      key: ({ row }) => row.id,
      page,
    });

    return {
      page,
      get lastPages() {
        return lastPages();
      },
      listing: {
        ...paged,
        read(ask) {
          // The pages of a bare array can be asked for one after the other only, unless its size is known from before.
          const offset = toOffset(ask.from);
          prefetch(Math.floor(offset / pageSize), Math.ceil((offset + ask.limit) / pageSize));
          return paged.read(ask);
        },
      },
      prefetch: (most) => prefetch(0, most),
    };
  };

  return {
    of,
    async find(session, name, id, params) {
      const template = pathOf(name);
      const answer = await session.find({ path: template, params });
      if (answer === null) return null;
      const read = recordShapes[name].safeParse(answer.body);
      if (!read.success)
        throw new UnexpectedShapeError(origin, `GET ${template} answered no record with an id`);
      // A server that matches references loosely would give one record two ids.
      return read.data.id === id ? { row: read.data as RowOf<typeof name>, at: answer.receivedAt } : null;
    },
  };
}

/** Pages of the list, if this one tells: by the envelope, or as the last one. */
function lastPage<N extends ListName>(page: ReadPage<N>, index: number): number | null {
  if (page.pageCount !== null && page.pageCount !== undefined) return page.pageCount;
  if (page.rows.length >= pageSize) return null;
  return page.rows.length === 0 ? index : index + 1;
}

function isBase(number: number | null): number is 0 | 1 {
  return number === 0 || number === 1;
}
