import { UnexpectedShapeError, type Origin } from '../../src/errors.js';
import type { ApiCall } from '../../src/http/client.js';
import type { Session } from '../../src/http/session.js';
import type { Query } from '../../src/http/url.js';
import { readAll, type Listing } from '../../src/pagination/listing.js';
import { pagedListing, type Page } from '../../src/pagination/pages.js';
import type { Size, Sizes } from '../../src/plan/sizes.js';
import type { Drift } from '../../src/wire/drift.js';
import { readRecord, readRows } from '../../src/wire/read.js';
import type { FaciliteeSettings } from './config.js';
import { smallerSize, totalOf } from './envelope.js';
import { paths, type PathName } from './paths.js';
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
  /** How long a part was when it was last seen, where that is worth remembering; of the whole list it always is. */
  readonly size?: Size;
  /** Named where all of it is read, by pages as large as there are: these are the same calls for whoever makes them. */
  readonly shared?: string;
}

/** How Facilitee's lists and single records are read. There is no list of certain ids, and no order to choose. */
export function createLists(settings: FaciliteeSettings, origin: Origin, sizes: Sizes, drift: Drift) {
  const { pageSize } = settings;
  const pathOf = (name: PathName): string => settings.paths[name] ?? paths[name].path;

  /** How a list pages. */
  const paged = (list: ListName) => ({
    path: pathOf(list),
    // The units of a property nearly always fit one page: always the same one, so that whoever needs it shares the call.
    pageSize: list === 'propertyUnits' ? { fixed: pageSize } : { max: pageSize },
    told: 'always' as const,
  });

  /** Page `index`, counted from 0, while Facilitee counts from 1; `null` where its property does not exist. */
  const ask = async <L extends ListName>(
    session: Session,
    list: L,
    query: Query | undefined,
    index: number,
    size: number,
  ) => {
    const call: ApiCall = { path: pathOf(list), query: { pageNo: index + 1, pageSize: size, ...query } };
    const answer =
      list === 'propertyUnits' ? await session.find({ ...call, keys: 1 }) : await session.get(call);
    if (answer === null) return null;
    const envelope = wire.page.safeParse(answer.body);
    if (!envelope.success) throw new UnexpectedShapeError(origin, `the list of ${list} has no page of items`);
    const { items } = envelope.data;
    const read = readRows(wire.rows[list], items, drift.of(list)) as readonly (Row<L> | null)[];
    if (read.length > 0 && read.every((row) => row === null)) {
      throw new UnexpectedShapeError(origin, `no record of the list of ${list} has an id`);
    }
    const rows = read.map(
      (row): Received<Row<L>> | null => row && { row, at: answer.receivedAt, form: 'row' },
    );
    return { rows, envelope: envelope.data };
  };

  /**
   * A page of the size that was asked for. Where the provider turns out to give smaller ones it is put together from
   * those: no limit is documented, and a row must not be lost to one.
   */
  const page = async <L extends ListName>(
    session: Session,
    list: L,
    query: Query | undefined,
    index: number,
    size: number,
  ): Promise<Page<Received<Row<L>>>> => {
    const got = await ask(session, list, query, index, size);
    if (got === null) return { rows: [], total: 0 };
    const { envelope } = got;
    const small = smallerSize(envelope, index, size);
    if (small === null) return { rows: got.rows, total: totalOf(envelope, index, size) };
    const first = Math.floor((index * size) / small);
    const end = Math.min(Math.ceil(((index + 1) * size) / small), envelope.numberOfPages ?? Infinity);
    const parts = await Promise.all(
      Array.from({ length: Math.max(1, end - first) }, (_, i) => ask(session, list, query, first + i, small)),
    );
    const before = index * size - first * small;
    const rows = parts.flatMap((each) => each?.rows ?? []).slice(before, before + size);
    return { rows, total: rows.length < size ? index * size + rows.length : envelope.totalItems };
  };

  const listing = <L extends ListName>(
    session: Session,
    list: L,
    { query, size = query === undefined ? sizes.of(list) : undefined, shared }: Part = {},
  ): Listing<Received<Row<L>>> =>
    pagedListing({
      ...paged(list),
      ...(size && { size }),
      ...(shared === undefined ? {} : { shared }),
      key: ({ row }) => row.id,
      page: (index, rows) => page(session, list, query, index, rows),
    });

  return {
    sizes,
    pathOf,
    paged,
    listing,

    /** All rows of a list, by pages as large as there are. */
    all: <L extends ListName>(session: Session, list: L): Promise<readonly Received<Row<L>>[]> =>
      readAll(listing(session, list, { shared: list })),

    /** The units of a property; of one that does not exist, none. */
    unitsOf: (session: Session, propertyId: string): Listing<Received<Row<'propertyUnits'>>> =>
      listing(session, 'propertyUnits', {
        query: { propertyId },
        size: sizes.of('propertyUnits', propertyId),
      }),

    /** A single record; `null` where there is none. */
    async find<R extends RecordName>(
      session: Session,
      record: R,
      id: string,
    ): Promise<Received<Single<R>> | null> {
      const answer = await session.find({ path: pathOf(record), params: { id }, keys: 1 });
      if (answer === null) return null;
      const shape = wire.records[record];
      const row = readRecord(shape, answer.body, drift.of(record)) as Single<R> | null;
      if (row === null) throw new UnexpectedShapeError(origin, `the answer to a single ${record} has no id`);
      return { row, at: answer.receivedAt, form: 'detail' };
    },
  };
}

export type FaciliteeLists = ReturnType<typeof createLists>;
