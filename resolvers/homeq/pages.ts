import type { z } from 'zod';
import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import type { ApiAnswer } from '../../src/http/client.js';
import type { Session } from '../../src/http/session.js';
import type { Query } from '../../src/http/url.js';
import type { Ways } from '../../src/loaders/gather.js';
import type { PartWays } from '../../src/loaders/parts.js';
import { perRow } from '../../src/loaders/per-operation.js';
import { readAll, type Listing } from '../../src/pagination/listing.js';
import { offsetListing, pagedListing, type OffsetList, type Page } from '../../src/pagination/pages.js';
import { oneWave, type Cost } from '../../src/plan/cost.js';
import type { Size, Sizes } from '../../src/plan/sizes.js';
import type { Drift } from '../../src/wire/drift.js';
import { readRecord, readRows } from '../../src/wire/read.js';
import { pathOf, type HomeqSettings } from './config.js';
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

/** One list of HomeQ. Filters take one value each. */
export interface HomeqList<R> {
  /** A window on the list. */
  window(session: Session): Listing<Received<R>>;
  /** The list in pages that are the same calls for whoever reads all of it. */
  whole(session: Session): Whole<R>;
  /** The ways to records by their ids. */
  byId(session: Session, parameter: string): Ways<Received<R>>;
  /** The ways to the rows that hang on keys. */
  by(session: Session, key: Key<R>): PartWays<Received<R>>;
}

export type Whole<R> = Pick<Ways<Received<R>>, 'list' | 'pageSize' | 'guess'>;

/** A key that rows hang on. */
export interface Key<R> {
  /** The documented parameter that takes it. */
  readonly parameter: string;
  /** Where it stands in a row. */
  of(row: R): string | null;
}

/** What one list differs in from the others. */
interface ListOf<R> extends Omit<Whole<R>, 'list'> {
  readonly name: string;
  readonly path: string;
  readonly shape: z.ZodType<R>;
  keyOf(row: R): string;
}

type Read<R> = (query: Query) => Promise<Page<Received<R>>>;
type Common<R> = Omit<OffsetList<Received<R>>, 'rows' | 'max'>;

/** What can be asked of HomeQ. */
export interface HomeqLists {
  readonly estates: HomeqList<EstateEntry>;
  readonly apartments: HomeqList<ApartmentEntry>;
  readonly agreements: HomeqList<Agreement>;
  /** All employees: the one list that is not paged. */
  employees(session: Session): Promise<readonly Received<Employee>[]>;
  readonly employeesCost: Cost;
  employee(session: Session, id: string): Promise<Received<EmployeeDetail> | null>;
  estate(session: Session, id: string): Promise<Received<EstateDetail> | null>;
  apartment(session: Session, id: string): Promise<Received<ApartmentDetail> | null>;
}

export function createLists(settings: HomeqSettings, origin: Origin, sizes: Sizes, drift: Drift): HomeqLists {
  /** Reads the records of an answer; `null` in the place of one that has no key. */
  const received = <R>(
    name: string,
    path: string,
    shape: z.ZodType<R>,
    rows: readonly unknown[] | undefined | null,
    at: Date,
  ): readonly (Received<R> | null)[] => {
    if (!rows) throw new UnexpectedShapeError(origin, `GET ${path} answered something else than a list`);
    const read = readRows(shape, rows, drift.of(name));
    if (rows.length > 0 && read.every((row) => row === null)) {
      throw new UnexpectedShapeError(origin, `no record that GET ${path} answered can be used`);
    }
    return read.map((row) => row && { row, at });
  };

  const alone = async <R>(
    session: Session,
    name: 'estate' | 'apartment',
    shape: z.ZodType<R> & z.ZodObject,
    id: string,
  ): Promise<Received<R> | null> => {
    const path = pathOf(settings, name);
    const answer = await session.find({ path, params: { id }, keys: 1 });
    if (answer === null) return null;
    const row = readRecord(shape, answer.body, drift.of(name));
    // Nothing in it must be there, but of what is asked for something must.
    const isNone =
      row === null ||
      !Object.keys(shape.shape).some((member) => Object.hasOwn(answer.body as object, member));
    if (isNone) throw new UnexpectedShapeError(origin, `GET ${path} answered something else`);
    return { row, at: answer.receivedAt };
  };

  /** What all lists have, whichever way they page. */
  const list = <R>(
    { name, path, shape, keyOf, ...paging }: ListOf<R>,
    open: (read: Read<R>, common: Common<R>) => Listing<Received<R>>,
  ): HomeqList<R> => {
    // Several edges may meet the same answer: its rows are read once.
    const pageOf = perRow(({ body, receivedAt }: ApiAnswer): Page<Received<R>> => {
      const answer = readResults(body);
      return { rows: received(name, path, shape, answer?.rows, receivedAt), total: answer?.total ?? null };
    });
    const key = ({ row }: Received<R>): string => keyOf(row);
    const common = { path, key };

    const everything = (session: Session, shared: { readonly shared?: string } = {}): Listing<Received<R>> =>
      open(async (query) => pageOf(await session.get({ path, query })), {
        ...common,
        ...shared,
        size: sizes.of(name),
      });
    const whole = (session: Session) => ({ ...paging, list: everything(session, { shared: name }) });

    const part = (session: Session, parameter: string, value: string, size?: Size): Listing<Received<R>> =>
      open(
        async (query) =>
          pageOf(await session.get({ path, query: { ...query, [parameter]: value }, keys: 1 })),
        { ...common, ...(size && { size }) },
      );

    return {
      window: (session) => everything(session),
      whole,
      by(session, { parameter, of }) {
        const parts = `${name} by ${parameter}`;
        const sizeOf = (value: string): Size => sizes.of(parts, value);
        return {
          ...whole(session),
          idOf: key,
          keyOf: ({ row }) => of(row),
          part: (value) => part(session, parameter, value, sizeOf(value)),
          sizeOf,
          longest: sizes.longestPart(parts),
        };
      },
      byId: (session, parameter) => ({
        ...whole(session),
        keyOf: key,
        single: {
          path,
          async load(id) {
            const rows = await readAll(part(session, parameter, id));
            // Compared again: a search index may find more than was asked for.
            return rows.find(({ row }) => keyOf(row) === id) ?? null;
          },
        },
      }),
    };
  };

  /**
   * The inventory, by offset and amount. It is scoped to the account's selected office, which its user may change at any
   * time, unless `use_root_office` says otherwise. Its total may be text (`"1,"` in the sample): a hint, never the end.
   */
  const inventory = <R>(
    type: keyof typeof entries,
    name: string,
    shape: z.ZodType<R>,
    keyOf: (row: R) => string,
  ): HomeqList<R> => {
    const path = pathOf(settings, 'inventory');
    const max = settings.pageSize;
    // One page is nearly always everything; a second one is the proof where it is exactly full.
    return list({ name, path, shape, keyOf, pageSize: max, guess: 2 }, (read, common) =>
      offsetListing({
        ...common,
        max,
        rows: (offset, amount) => read({ type, use_root_office: true, offset, amount }),
      }),
    );
  };

  const agreementsPath = pathOf(settings, 'agreements');
  const fixed = settings.agreementsPageSize;

  return {
    estates: inventory('estate', 'estates', entries.estate, (row) => row.estate.id),
    apartments: inventory('apartment', 'apartments', entries.apartment, (row) => row.apartment.id),
    // Numbered pages from 1, of a size that HomeQ decides, with an honest total.
    agreements: list(
      { name: 'agreements', path: agreementsPath, shape: agreement, keyOf: ({ id }) => id, pageSize: fixed },
      (read, common) =>
        pagedListing({
          ...common,
          pageSize: { fixed },
          told: 'always',
          page: (index) => read({ page: index + 1 }),
        }),
    ),
    async employees(session) {
      const path = pathOf(settings, 'employees');
      const { body, receivedAt } = await session.get({ path });
      const rows = received('employees', path, employee, readEmployees(body), receivedAt);
      return rows.filter((row) => row !== null);
    },
    employeesCost: oneWave(pathOf(settings, 'employees'), 1, '1 list', 'employees'),
    async employee(session, id) {
      const path = pathOf(settings, 'employee');
      const answer = await session.find({ path, params: { employee_id: id }, keys: 1 });
      if (answer === null) return null;
      // One employee, in a list.
      const rows = received('employee', path, employeeDetail, readEmployees(answer.body), answer.receivedAt);
      return rows.find((each) => each?.row.id === id) ?? null;
    },
    estate: (session, id) => alone(session, 'estate', estateDetail, id),
    apartment: (session, id) => alone(session, 'apartment', apartmentDetail, id),
  };
}
