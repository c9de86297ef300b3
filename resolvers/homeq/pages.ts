import type { z } from 'zod';
import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import type { ApiAnswer } from '../../src/http/client.js';
import type { Session } from '../../src/http/session.js';
import type { Query } from '../../src/http/url.js';
import type { Ask, Listing } from '../../src/pagination/listing.js';
import { offsetListing, pagedListing, type Page } from '../../src/pagination/pages.js';
import { readRows } from '../../src/wire/fields.js';
import { pathOf, type HomeqSettings } from './config.js';
import { readWhole, type Pages, type Whole } from './whole.js';
import {
  agreement,
  apartmentDetail,
  employee,
  employeeDetail,
  entries,
  estateDetail,
  readEmployees,
  readResults,
  type Agreement,
  type ApartmentDetail,
  type ApartmentEntry,
  type Employee,
  type EmployeeDetail,
  type EstateDetail,
  type EstateEntry,
} from './wire.js';

/** A row, and when the answer that held it arrived. */
export interface Received<R> {
  readonly row: R;
  readonly at: Date;
}

/** One list of HomeQ. A filter is a part of the query string, of documented parameters only. */
export interface HomeqList<R> {
  /** How many pages the list is reckoned to have before the first answer. */
  readonly guess: number;
  /** The rows, a window at a time. */
  listing(session: Session, filter?: Query): Listing<Received<R>>;
  /** All rows that match a filter. */
  matching(session: Session, filter: Query): Promise<readonly Received<R>[]>;
  /** The whole list, as far as that is the way of fewest calls (see `readWhole`). */
  whole(
    session: Session,
    otherwise: (rows: readonly Received<R>[]) => number,
    most?: number,
  ): Promise<Whole<Received<R>>>;
}

/** What can be asked of HomeQ. */
export interface HomeqLists {
  readonly estates: HomeqList<EstateEntry>;
  readonly apartments: HomeqList<ApartmentEntry>;
  readonly agreements: HomeqList<Agreement>;
  employees(session: Session): Promise<readonly Received<Employee>[]>;
  employee(session: Session, id: string): Promise<Received<EmployeeDetail> | null>;
  estate(session: Session, id: string): Promise<Received<EstateDetail> | null>;
  apartment(session: Session, id: string): Promise<Received<ApartmentDetail> | null>;
}

export function createLists(settings: HomeqSettings, origin: Origin): HomeqLists {
  /** Reads the records of an answer; `null` in the place of one that has no key. */
  const received = <R>(
    what: string,
    shape: z.ZodType<R>,
    rows: readonly unknown[] | null,
    at: Date,
  ): (Received<R> | null)[] => {
    if (rows === null) throw new UnexpectedShapeError(origin, `${what} answered something else than a list`);
    const read = readRows(shape, rows);
    if (rows.length > 0 && read.every((row) => row === null)) {
      throw new UnexpectedShapeError(origin, `no record that ${what} answered can be used`);
    }
    return read.map((row) => row && { row, at });
  };

  const alone = async <R>(
    session: Session,
    name: 'estate' | 'apartment',
    shape: z.ZodType<R>,
    id: string,
  ): Promise<Received<R> | null> => {
    const path = pathOf(settings, name);
    const answer = await session.find({ path, params: { id } });
    if (answer === null) return null;
    const read = shape.safeParse(answer.body);
    if (!read.success) throw new UnexpectedShapeError(origin, `GET ${path} answered something else`);
    return { row: read.data, at: answer.receivedAt };
  };

  /**
   * The inventory, by offset and amount. It is scoped to the account's selected office, which its user may change at any
   * time, unless `use_root_office` says otherwise.
   */
  const inventory = <R>(
    type: keyof typeof entries,
    shape: z.ZodType<R>,
    keyOf: (row: R) => string,
  ): HomeqList<R> => {
    const path = pathOf(settings, 'inventory');
    const size = settings.pageSize;
    const key = ({ row }: Received<R>): string => keyOf(row);
    // One page is usually everything; a second one is the proof where it is exactly full.
    const guess = 2;
    let seen: number | null = null;

    const rows = async (
      session: Session,
      filter: Query,
      offset: number,
      amount: number,
    ): Promise<Page<Received<R>>> => {
      const { body, receivedAt } = await session.get({
        path,
        query: { type, use_root_office: true, ...filter, offset, amount },
      });
      const answer = readResults(body);
      const page = received(`GET ${path}`, shape, answer?.rows ?? null, receivedAt);
      const end = offset + page.length;
      // The sample has one row and `"1,"`; what contradicts the rows is no total.
      const total = answer?.total ?? null;
      const honest = total !== null && total >= end ? total : null;
      if (Object.keys(filter).length === 0) {
        const ended = page.length < amount && (page.length > 0 || offset === 0);
        seen = ended ? end : (honest ?? seen);
      }
      return { rows: page, total: honest };
    };

    const pages = (session: Session, filter: Query, count: () => number | null): Pages<Received<R>> => ({
      async read(index) {
        const page = await rows(session, filter, index * size, size);
        // A total that may be text is no proof of the end: only a short page is.
        return { rows: page.rows.filter((row) => row !== null), last: page.rows.length < size };
      },
      count,
      guess,
      key,
    });

    return {
      guess,
      listing: (session, filter = {}) =>
        offsetListing({ rows: (offset, amount) => rows(session, filter, offset, amount), max: size, key }),
      matching: (session, filter) => readAll(pages(session, filter, unknown)),
      whole: (session, otherwise, most) =>
        readWhole(
          pages(session, {}, () => (seen === null ? null : Math.floor(seen / size) + 1)),
          otherwise,
          most,
        ),
    };
  };

  return {
    estates: inventory('estate', entries.estate, (row) => row.estate.id),
    apartments: inventory('apartment', entries.apartment, (row) => row.apartment.id),
    agreements: createAgreements(settings, (rows, at) =>
      received(`GET ${pathOf(settings, 'agreements')}`, agreement, rows, at),
    ),

    async employees(session) {
      const path = pathOf(settings, 'employees');
      const { body, receivedAt } = await session.get({ path });
      const rows = received(`GET ${path}`, employee, readEmployees(body), receivedAt);
      return rows.filter((row) => row !== null);
    },
    async employee(session, id) {
      const path = pathOf(settings, 'employee');
      const answer = await session.find({ path, params: { employee_id: id } });
      if (answer === null) return null;
      const rows = received(`GET ${path}`, employeeDetail, readEmployees(answer.body), answer.receivedAt);
      return rows.find((each) => each?.row.id === id) ?? null;
    },
    estate: (session, id) => alone(session, 'estate', estateDetail, id),
    apartment: (session, id) => alone(session, 'apartment', apartmentDetail, id),
  };
}

type Reader = (rows: readonly unknown[] | null, at: Date) => (Received<Agreement> | null)[];

/** Agreements come in numbered pages from 1, of a size that HomeQ decides, with an honest total. */
function createAgreements(settings: HomeqSettings, read: Reader): HomeqList<Agreement> {
  const path = pathOf(settings, 'agreements');
  const size = settings.agreementsPageSize;
  const key = ({ row }: Received<Agreement>): string => row.id;
  // Pages are small: a handful of apartments is asked for one by one rather than probing.
  const guess = 10;
  let seen: number | null = null;

  const page = async (session: Session, filter: Query, index: number): Promise<Page<Received<Agreement>>> => {
    const { body, receivedAt }: ApiAnswer = await session.get({
      path,
      query: { page: index + 1, ...filter },
    });
    const answer = readResults(body);
    const rows = read(answer?.rows ?? null, receivedAt);
    const stated = answer?.total ?? null;
    const total = stated !== null && stated >= index * size + rows.length ? stated : null;
    if (Object.keys(filter).length === 0) seen = total ?? seen;
    return { rows, total };
  };
  const count = (): number | null => (seen === null ? null : Math.max(1, Math.ceil(seen / size)));

  /** The pages of a window that are known to exist go out with its first one, not after it. */
  const readAhead = (session: Session, { from, limit }: Ask): void => {
    const known = count();
    if (known === null || typeof from !== 'number') return;
    const last = Math.min(known - 1, Math.floor((from + limit - 1) / size));
    for (let index = Math.floor(from / size) + 1; index <= last; index += 1) {
      // Whoever reads the window meets the same answer, and its failure.
      page(session, {}, index).catch(() => undefined);
    }
  };

  const pages = (
    session: Session,
    filter: Query,
    known: () => number | null,
  ): Pages<Received<Agreement>> => ({
    async read(index) {
      const { rows, total = null } = await page(session, filter, index);
      const more = total === null ? rows.length === size : index * size + rows.length < total;
      return { rows: rows.filter((row) => row !== null), last: rows.length === 0 || !more };
    },
    count: known,
    guess,
    key,
  });

  return {
    guess,
    listing(session, filter = {}) {
      const inner = pagedListing({
        size: { fixed: size },
        total: 'maybe',
        key,
        page: (index) => page(session, filter, index),
      });
      return {
        ...inner,
        read(ask) {
          const slice = inner.read(ask);
          if (Object.keys(filter).length === 0) readAhead(session, ask);
          return slice;
        },
      };
    },
    matching: (session, filter) => readAll(pages(session, filter, unknown)),
    whole: (session, otherwise, most) => readWhole(pages(session, {}, count), otherwise, most),
  };
}

/** The rows that match a filter are few: how many pages they take is not remembered. */
const unknown = (): null => null;

async function readAll<R>(pages: Pages<R>): Promise<readonly R[]> {
  return (await readWhole(pages, () => Infinity)).rows;
}
