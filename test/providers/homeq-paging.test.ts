import { describe, expect, it } from 'vitest';
import { createLists } from '../../resolvers/homeq/pages.js';
import type { ApartmentEntry } from '../../resolvers/homeq/wire.js';
import type { Session } from '../../src/http/session.js';
import { gatherRows, partListings } from '../../src/loaders/parts.js';
import { readAll } from '../../src/pagination/listing.js';
import { start } from '../../src/pagination/position.js';
import { createSizes } from '../../src/plan/sizes.js';
import { createDrift } from '../../src/wire/drift.js';
import { fakeHomeq, homeqSettings, upTo, type Query } from './homeq/server.js';

/** How the inventory and the agreements are read, against servers that answer oddly. */

/** A server that is a function of the query, and the lists that are read from it, of which nothing is known yet. */
function serve(answer: (query: Query) => unknown) {
  const { open, asked } = fakeHomeq((_, query) => answer(query));
  const lists = createLists(
    homeqSettings({ pageSize: 10 }),
    { source: 'homeq', provider: 'HOMEQ' },
    createSizes(),
    createDrift(),
  );
  return { lists, open: (): Session => open().session, asked };
}
type Server = ReturnType<typeof serve>;

const entriesOf = (ids: readonly number[]) =>
  ids.map((id) => ({ type: 'apartment', apartment: { id }, estate: { id: (id % 5) + 1 } }));
const cut = (ids: readonly number[], { offset = '0', amount = '10' }: Query) =>
  ids.slice(Number(offset), Number(offset) + Number(amount));

/** An inventory of so many apartments, whose total reads as it likes. */
const inventory = (count: number, total: (count: number) => unknown = (n) => `${n},`) =>
  serve((query) => {
    const estate = query['estate.id'];
    const ids = upTo(count).filter((id) => estate === undefined || String((id % 5) + 1) === estate);
    return { results: entriesOf(cut(ids, query)), total: total(ids.length) };
  });

const readApartments = ({ lists, open }: Server) => readAll(lists.apartments.whole(open()).list);
const idsOf = (rows: readonly { row: { apartment: { id: string } } }[]): readonly number[] =>
  rows.map(({ row }) => Number(row.apartment.id));

describe('the whole inventory', () => {
  it.each([
    ['a text with a comma', (n: number) => `${n},`],
    ['a number', (n: number) => n],
    ['the length of something else', () => '1,'],
    ['capped', () => 15],
    ['capped at the end of a page', () => 20],
    ['absent', () => undefined],
    ['no number', () => 'many'],
  ])('is read to its end when the total is %s', async (_, total) => {
    for (const count of [0, 1, 9, 10, 11, 20, 37]) {
      const server = inventory(count, total);
      expect(idsOf(await readApartments(server))).toEqual(upTo(count));
      // Now the size is known, and the list is read once more by it.
      expect(idsOf(await readApartments(server))).toEqual(upTo(count));
    }
  });

  it('takes as many calls as there are pages', async () => {
    const server = inventory(37);
    await readApartments(server);
    expect(server.asked.map(({ offset, amount }) => [offset, amount])).toEqual([
      ['0', '10'],
      ['10', '10'],
      ['20', '10'],
      ['30', '10'],
    ]);
  });

  it('ends with a server that repeats itself', async () => {
    const server = serve(() => ({ results: entriesOf(upTo(10)) }));
    expect(idsOf(await readApartments(server))).toEqual(upTo(10));
    expect(server.asked).toHaveLength(2);
    expect(await readAll(byEstate(server).part('1'))).toHaveLength(10);
    expect(server.asked).toHaveLength(4);
  });

  it('shows a row once that moved while it was read', async () => {
    const server = serve(({ offset = '0' }) => ({
      // One was added in front: the last of the first page comes again.
      results: offset === '0' ? entriesOf(upTo(10)) : entriesOf([10, 11, 12]),
    }));
    expect(idsOf(await readApartments(server))).toEqual(upTo(12));
  });

  it('leaves out what has no key, and refuses what is no list', async () => {
    const odd = serve(() => ({ results: [...entriesOf([1]), { type: 'apartment' }, null, 7], total: '4,' }));
    expect(idsOf(await readApartments(odd))).toEqual([1]);
    const listing = await odd.lists.apartments
      .window(odd.open())
      .read({ from: start, limit: 20, needMore: true, needTotal: true });
    expect(listing).toMatchObject({ rows: [{ value: { row: {} } }], more: false, total: 4 });
    expect(listing.warnings).toHaveLength(1);
    for (const body of [{}, { results: null }, [], 'text', { results: [{ id: 1 }, { id: 2 }] }]) {
      await expect(readApartments(serve(() => body))).rejects.toMatchObject({
        name: 'UnexpectedShapeError',
      });
    }
  });
});

const byEstate = ({ lists, open }: Server) =>
  lists.apartments.by(open(), {
    parameter: 'estate.id',
    of: (row: ApartmentEntry) => row.estate?.id ?? null,
  });

describe('apartments of many estates', () => {
  const all = ['1', '2', '3', '4', '5'];
  const expected = (count: number, keys: readonly string[]) =>
    keys.map((key) => upTo(count).filter((id) => String((id % 5) + 1) === key));
  const read = async (server: Server, keys: readonly string[]) => {
    const of = await gatherRows(keys, byEstate(server));
    return keys.map((key) => {
      const rows = of(key);
      return rows instanceof Error ? rows : idsOf(rows);
    });
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
    const window = server.lists.apartments.window(server.open());
    await window.read({ from: start, limit: 3, needMore: true, needTotal: false });
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

  it('are read to the end of a list that has grown, as long as that is fewer calls', async () => {
    let count = 9;
    const server = serve((query) => ({ results: entriesOf(cut(upTo(count), query)), total: `${count},` }));
    await read(server, all);
    count = 33;
    server.asked.length = 0;
    expect(await read(server, all)).toEqual(expected(33, all));
    expect(server.asked.map(({ offset }) => offset)).toEqual(['0', '10', '20', '30']);
  });

  it('are lined up with their keys, twice if asked twice, and with nothing for none', async () => {
    const server = inventory(9);
    expect(await read(server, ['5', '77', '5', '1'])).toEqual([
      ...expected(9, ['5']),
      [],
      ...expected(9, ['5', '1']),
    ]);
    const idle = inventory(9);
    expect(await read(idle, [])).toEqual([]);
    expect(idle.asked).toEqual([]);
  });

  it('are compared again: a search index may find more', async () => {
    const server = serve(() => ({ results: entriesOf(upTo(9)), total: '9,' }));
    expect(await read(server, ['2'])).toEqual(expected(9, ['2']));
  });

  it('stand in the same places, whichever way they are read', async () => {
    const places = async (server: Server, keys: readonly string[]) => {
      const [listing] = partListings(keys, byEstate(server));
      const slice = await listing?.read({ from: start, limit: 50, needMore: true, needTotal: false });
      return slice?.rows.map(({ next }) => next);
    };
    expect(await places(inventory(9), ['2'])).toEqual(await places(inventory(9), ['2', '3', '4']));
  });
});

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
  const readAgreements = ({ lists, open }: Server) => readAll(lists.agreements.whole(open()).list);

  it('are read by the total: the first page, then all others, and at once when it is known', async () => {
    const server = agreements(60);
    expect(await readAgreements(server)).toHaveLength(60);
    expect(pagesAsked(server)).toEqual(['1', '2', '3']);
    server.asked.length = 0;
    const again = readAgreements(server);
    expect(pagesAsked(server)).toEqual(['1', '2', '3']);
    expect(await again).toHaveLength(60);
  });

  it.each([[undefined], ['many'], [3]])('are read to a short page when the total is %j', async (total) => {
    for (const count of [0, 19, 20, 41]) {
      expect(await readAgreements(agreements(count, total ?? null))).toHaveLength(count);
    }
  });

  it('are read on where there are more than were known', async () => {
    let count = 40;
    const server = serve(({ page = '1' }) => {
      const from = (Number(page) - 1) * 20;
      return { results: rowsOf(upTo(count).slice(from, from + 20)), total: count };
    });
    await readAgreements(server);
    count = 70;
    expect(await readAgreements(server)).toHaveLength(70);
  });

  it('of a window are asked for together, once their number is known', async () => {
    const server = agreements(90);
    const read = (limit: number) =>
      server.lists.agreements
        .window(server.open())
        .read({ from: start, limit, needMore: true, needTotal: false });
    expect((await read(50)).rows).toHaveLength(50);
    server.asked.length = 0;
    const again = read(70);
    // Of a list of known size: pages 1 to 4 hold rows 1 to 70, and there are 5.
    expect(pagesAsked(server)).toEqual(['1', '2', '3', '4']);
    expect((await again).more).toBe(true);
    const tail = await server.lists.agreements.window(server.open()).read({
      from: (await again).rows.at(-1)?.next ?? start,
      limit: 50,
      needMore: true,
      needTotal: false,
    });
    expect([tail.rows.length, tail.more, tail.total]).toEqual([20, false, 90]);
  });

  it('without an apartment are left out', async () => {
    const server = serve(() => ({ results: [{ id: 1 }, ...rowsOf([2])], total: 2 }));
    expect((await readAgreements(server)).map(({ row }) => row.id)).toEqual(['2']);
  });

  it('of more than a hundred apartments are tried in the list, whose first page tells how long it is', async () => {
    const many = upTo(130).map(String);
    const read = async (server: Server) => {
      const ways = server.lists.agreements.by(server.open(), {
        parameter: 'apartment_id',
        of: (row) => row.apartment_id,
      });
      const of = await gatherRows(many, ways);
      return many.flatMap((key): readonly unknown[] => {
        const rows = of(key);
        return rows instanceof Error ? [] : rows;
      });
    };
    const short = agreements(250);
    expect(await read(short)).toHaveLength(130);
    expect(short.asked).toHaveLength(13);
    const long = agreements(5_000);
    expect(await read(long)).toHaveLength(130);
    expect(long.asked).toHaveLength(1 + 130);
    // It is known by now.
    long.asked.length = 0;
    await read(long);
    expect(long.asked).toHaveLength(130);
  });
});
