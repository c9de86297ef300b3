import type { z } from 'zod';
import { UnexpectedShapeError, type Origin } from '../../../src/errors.js';
import type { ApiAnswer } from '../../../src/http/client.js';
import type { Session } from '../../../src/http/session.js';
import type { Listing } from '../../../src/pagination/listing.js';
import { offsetListing, type Page } from '../../../src/pagination/pages.js';
import { createSizes } from '../../../src/plan/sizes.js';
import type { Drift } from '../../../src/wire/drift.js';
import { readRecord, readRows } from '../../../src/wire/read.js';
import { pathOf, type LodgerSettings } from './config.js';
import * as wire from './wire.js';

/** A row, and when the answer that held it arrived. */
export interface Received<R> {
  readonly row: R;
  readonly at: Date;
}

/** By the document the most rows of one call. */
export const pageSize = 100;

export type LodgerLists = ReturnType<typeof createLists>;

/** How Lodger is asked: by offset and limit, with a total. A 404 is a record that is not there. */
export function createLists(settings: LodgerSettings, origin: Origin, drift: Drift) {
  const sizes = createSizes();

  const rowsOf = <R>(
    name: 'houses' | 'flats',
    shape: z.ZodType<R>,
    { body, receivedAt }: ApiAnswer,
  ): Page<Received<R>> => {
    const read = wire.page.safeParse(body);
    if (!read.success) throw new UnexpectedShapeError(origin, `the list of ${name} has no items`);
    const rows = readRows(shape, read.data.items, drift.of(name));
    return { rows: rows.map((row) => row && { row, at: receivedAt }), total: read.data.total };
  };

  const single = async <R>(
    session: Session,
    name: 'house' | 'flat',
    shape: z.ZodType<R>,
    params: Readonly<Record<string, string>>,
  ): Promise<Received<R> | null> => {
    const path = pathOf(settings, name);
    const answer = await session.find({ path, params, keys: 1 });
    if (answer === null) return null;
    const row = readRecord(shape, answer.body, drift.of(name));
    if (row === null) throw new UnexpectedShapeError(origin, `GET ${path} answered no ${name}`);
    return { row, at: answer.receivedAt };
  };

  return {
    houses: (session: Session): Listing<Received<wire.House>> => {
      const path = pathOf(settings, 'houses');
      return offsetListing({
        path,
        max: pageSize,
        size: sizes.of('houses'),
        shared: 'houses',
        key: ({ row }) => row.id,
        rows: async (offset, limit) =>
          rowsOf('houses', wire.house, await session.get({ path, query: { offset, limit } })),
      });
    },

    flatsOf: (session: Session, houseId: string): Listing<Received<wire.Flat>> => {
      const path = pathOf(settings, 'flats');
      return offsetListing({
        path,
        max: pageSize,
        size: sizes.of('flats', houseId),
        key: ({ row }) => row.id,
        async rows(offset, limit) {
          const answer = await session.find({ path, params: { houseId }, query: { offset, limit }, keys: 1 });
          return answer === null ? { rows: [], total: 0 } : rowsOf('flats', wire.flat, answer);
        },
      });
    },

    house: (session: Session, houseId: string) => single(session, 'house', wire.house, { houseId }),
    flat: (session: Session, flatId: string) => single(session, 'flat', wire.flat, { flatId }),
  };
}
