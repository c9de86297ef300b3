import { describe, expect, it } from 'vitest';
import { settings } from '../../resolvers/homeq/config.js';
import { createLists, type HomeqLists } from '../../resolvers/homeq/pages.js';
import { rowsBy } from '../../resolvers/homeq/rows.js';
import type { ApartmentEntry } from '../../resolvers/homeq/wire.js';
import type { ApiCall } from '../../src/http/client.js';
import type { Session } from '../../src/http/session.js';
import { start } from '../../src/pagination/listing.js';

/** How the inventory and the agreements are read, against servers that answer oddly. */

const configured = settings.parse({
  id: 'homeq',
  provider: 'homeq',
  credentials: { username: 'u', password: 'p' },
  pageSize: 10,
});

interface Server {
  readonly lists: HomeqLists;
  readonly session: Session;
  /** The query strings that were asked, in order. */
  readonly asked: Readonly<Record<string, unknown>>[];
}

/** A server that is a function of the query. */
function serve(answer: (query: Readonly<Record<string, string>>) => unknown): Server {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const get = (call: ApiCall) => {
    const query = Object.fromEntries(
      Object.entries(call.query ?? {}).map(([name, value]) => [name, String(value)]),
    );
    asked.push(query);
    return Promise.resolve({ status: 200, body: answer(query), receivedAt: new Date(0), bytes: 1 });
  };
  return {
    lists: createLists(configured, { source: 'homeq', provider: 'HOMEQ' }),
    session: { get, find: get },
    asked,
  };
}

const entriesOf = (ids: readonly number[]) =>
  ids.map((id) => ({ type: 'apartment', apartment: { id }, estate: { id: (id % 5) + 1 } }));
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
const cut = (ids: readonly number[], { offset = '0', amount = '10' }: Readonly<Record<string, string>>) =>
  ids.slice(Number(offset), Number(offset) + Number(amount));

/** An inventory of so many apartments, whose total reads as it likes. */
const inventory = (count: number, total: (count: number) => unknown = (n) => `${n},`) =>
  serve((query) => {
    const estate = query['estate.id'];
    const ids = upTo(count).filter((id) => estate === undefined || String((id % 5) + 1) === estate);
    return { results: entriesOf(cut(ids, query)), total: total(ids.length) };
  });

const always = (): number => Infinity;
const idsOf = (rows: readonly { row: { apartment: { id: string } } }[]): readonly number[] =>
  rows.map(({ row }) => Number(row.apartment.id));

describe('the whole inventory', () => {
  it.each([
    ['a text with a comma', (n: number) => `${n},`],
    ['a number', (n: number) => n],
    ['the length of something else', () => '1,'],
    ['capped', () => 15],
    ['absent', () => undefined],
    ['no number', () => 'many'],
  ])('is read to its end when the total is %s', async (_, total) => {
    for (const count of [0, 1, 9, 10, 11, 20, 37]) {
      const { lists, session } = inventory(count, total);
      const whole = await lists.apartments.whole(session, always);
      expect(whole.complete).toBe(true);
      expect(idsOf(whole.rows)).toEqual(upTo(count));
      // Now the size is known, and the list is read once more by it.
      expect(idsOf((await lists.apartments.whole(session, always)).rows)).toEqual(upTo(count));
    }
  });

  it('takes as many calls as there are pages', async () => {
    const { lists, session, asked } = inventory(37);
    await lists.apartments.whole(session, always);
    expect(asked.map(({ offset, amount }) => [offset, amount])).toEqual([
      ['0', '10'],
      ['10', '10'],
      ['20', '10'],
      ['30', '10'],
    ]);
  });

  it('ends with a server that repeats itself', async () => {
    const { lists, session, asked } = serve(() => ({ results: entriesOf(upTo(10)) }));
    const whole = await lists.apartments.whole(session, always);
    expect(idsOf(whole.rows)).toEqual(upTo(10));
    expect(asked).toHaveLength(2);
    expect(await lists.apartments.matching(session, { 'estate.id': '1' })).toHaveLength(10);
    expect(asked).toHaveLength(4);
  });

  it('shows a row once that moved while it was read', async () => {
    const { lists, session } = serve(({ offset = '0' }) => ({
      // One was added in front: the last of the first page comes again.
      results: offset === '0' ? entriesOf(upTo(10)) : entriesOf([10, 11, 12]),
    }));
    const { rows } = await lists.apartments.whole(session, always);
    expect(idsOf(rows)).toEqual(upTo(12));
  });

  it('leaves out what has no key, and refuses what is no list', async () => {
    const odd = serve(() => ({ results: [...entriesOf([1]), { type: 'apartment' }, null, 7], total: '4,' }));
    expect(idsOf((await odd.lists.apartments.whole(odd.session, always)).rows)).toEqual([1]);
    const listing = await odd.lists.apartments
      .listing(odd.session)
      .read({ from: start, limit: 20, needMore: true, needTotal: true });
    expect(listing).toMatchObject({ rows: [{ next: 1 }], more: false, total: 4 });
    expect(listing.warnings).toHaveLength(1);
    for (const body of [{}, { results: null }, [], 'text', { results: [{ id: 1 }, { id: 2 }] }]) {
      const { lists, session } = serve(() => body);
      await expect(lists.apartments.whole(session, always)).rejects.toMatchObject({
        name: 'UnexpectedShapeError',
      });
    }
  });
});

describe('apartments of many estates', () => {
  const byEstate = { keyOf: rowEstate, filter: (id: string) => ({ 'estate.id': id }) };
  const all = ['1', '2', '3', '4', '5'];
  const expected = (count: number, keys: readonly string[]) =>
    keys.map((key) => upTo(count).filter((id) => String((id % 5) + 1) === key));
  const read = async ({ lists, session }: Server, keys: readonly string[]) => {
    const slots = await rowsBy(lists.apartments, session, keys, byEstate);
    return slots.map((slot) => (slot instanceof Error ? slot : idsOf(slot)));
  };

  it('are one page, where one holds them', async () => {
    const server = inventory(9);
    expect(await read(server, all)).toEqual(expected(9, all));
    expect(server.asked).toHaveLength(1);
  });

  it('of one or two estates are asked for, while nothing is known', async () => {
    const server = inventory(9);
    expect(await read(server, ['4', '2'])).toEqual(expected(9, ['4', '2']));
    expect(server.asked.map((query) => query['estate.id'])).toEqual(['4', '2']);
  });

  it('of two estates are read from the list that is known to be one page', async () => {
    const server = inventory(9);
    await server.lists.apartments
      .listing(server.session)
      .read({ from: start, limit: 3, needMore: true, needTotal: false });
    expect(await read(server, ['4', '2'])).toEqual(expected(9, ['4', '2']));
    expect(server.asked.map((query) => query['estate.id'])).toEqual([undefined, undefined]);
  });

  it('are asked for one by one, where the first page shows a list too long', async () => {
    const server = inventory(95);
    expect(await read(server, all)).toEqual(expected(95, all));
    expect(server.asked.filter((query) => query['estate.id'] === undefined)).toHaveLength(1);
    // Of each estate 19: two pages.
    expect(server.asked).toHaveLength(1 + 10);
    server.asked.length = 0;
    await read(server, all);
    expect(server.asked.every((query) => query['estate.id'] !== undefined)).toBe(true);
  });

  it('are lined up with their keys, twice if asked twice, and with nothing for none', async () => {
    const server = inventory(9);
    expect(await read(server, ['5', '77', '5', '1'])).toEqual([
      ...expected(9, ['5']),
      [],
      ...expected(9, ['5', '1']),
    ]);
    expect(await read(inventory(9), [])).toEqual([]);
    const idle = inventory(9);
    await read(idle, []);
    expect(idle.asked).toEqual([]);
  });

  it('are compared again: a search index may find more', async () => {
    const server = serve(() => ({ results: entriesOf(upTo(9)), total: '9,' }));
    expect(await read(server, ['2'])).toEqual(expected(9, ['2']));
  });
});

function rowEstate(row: ApartmentEntry): string | null {
  return row.estate?.id ?? null;
}

describe('agreements', () => {
  const rowsOf = (ids: readonly number[]) => ids.map((id) => ({ id, apartment_id: id, user_profile_id: id }));
  const agreements = (count: number, total: unknown = count) =>
    serve(({ page = '1', apartment_id: apartment }) => {
      const ids = upTo(count).filter((id) => apartment === undefined || String(id) === apartment);
      const from = (Number(page) - 1) * 20;
      return {
        results: rowsOf(ids.slice(from, from + 20)),
        total: apartment === undefined ? total : ids.length,
      };
    });
  const pagesAsked = ({ asked }: Server): readonly unknown[] => asked.map(({ page }) => page);

  it('are read by the total: the first page, then all others, and at once when it is known', async () => {
    const server = agreements(60);
    const whole = await server.lists.agreements.whole(server.session, always);
    expect([whole.complete, whole.rows.length]).toEqual([true, 60]);
    expect(pagesAsked(server)).toEqual(['1', '2', '3']);
  });

  it.each([[undefined], ['many'], [3]])('are read to a short page when the total is %j', async (total) => {
    for (const count of [0, 19, 20, 41]) {
      const { lists, session } = agreements(count, total ?? null);
      const whole = await lists.agreements.whole(session, always);
      expect([whole.complete, whole.rows.length]).toEqual([true, count]);
    }
  });

  it('are read on where there are more than were known', async () => {
    let count = 40;
    const server = serve(({ page = '1' }) => {
      const from = (Number(page) - 1) * 20;
      return { results: rowsOf(upTo(count).slice(from, from + 20)), total: count };
    });
    await server.lists.agreements.whole(server.session, always);
    count = 70;
    const whole = await server.lists.agreements.whole(server.session, always);
    expect([whole.complete, whole.rows.length]).toEqual([true, 70]);
  });

  it('are looked through no further than allowed', async () => {
    const server = agreements(200);
    const whole = await server.lists.agreements.whole(server.session, always, 4);
    expect([whole.complete, whole.rows.length]).toEqual([false, 80]);
    expect(pagesAsked(server)).toEqual(['1', '2', '3', '4']);
  });

  it('of a window are asked for together, once their number is known', async () => {
    const server = agreements(90);
    const listing = server.lists.agreements.listing(server.session);
    const window = { from: 15, limit: 50, needMore: true, needTotal: false };
    expect((await listing.read(window)).rows).toHaveLength(50);
    // Of a list of known size: pages 1 to 4 hold rows 15 to 64, and there are 5.
    expect(pagesAsked(server)).toEqual(['1', '2', '3', '4']);
    server.asked.length = 0;
    const again = listing.read(window);
    expect(pagesAsked(server)).toEqual(['1', '2', '3', '4']);
    expect((await again).more).toBe(true);
    const tail = await listing.read({ from: 80, limit: 50, needMore: true, needTotal: false });
    expect([tail.rows.length, tail.more, tail.total]).toEqual([10, false, 90]);
  });

  it('without an apartment are left out', async () => {
    const server = serve(() => ({ results: [{ id: 1 }, ...rowsOf([2])], total: 2 }));
    const whole = await server.lists.agreements.whole(server.session, always);
    expect(whole.rows.map(({ row }) => row.id)).toEqual(['2']);
  });
});
