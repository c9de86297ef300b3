import { describe, expect, it } from 'vitest';
import {
  gatherRows,
  gatherRowsCost,
  joinedListing,
  partListings,
  partsCost,
  readAhead,
  type PartWays,
} from '../../src/loaders/parts.js';
import { readAll } from '../../src/pagination/listing.js';
import { pagedListing } from '../../src/pagination/pages.js';
import { start } from '../../src/pagination/position.js';
import { callsOf } from '../../src/plan/cost.js';
import { createSizes } from '../../src/plan/sizes.js';

/** Rows are named by their key and a number: `b2`. Every page is one call, remembered as within an operation. */
interface Options {
  readonly rows: readonly string[];
  readonly told?: 'always' | 'never';
  readonly fails?: (call: string) => boolean;
  readonly ignoresPage?: boolean;
  readonly guess?: number;
}

function create({ rows, told = 'always', fails = () => false, ignoresPage = false, ...guess }: Options) {
  const calls: string[] = [];
  const sizes = createSizes();
  const open = (): PartWays<string> => {
    const answered = new Map<string, Promise<readonly string[]>>();
    const get = (call: string, answer: readonly string[]): Promise<readonly string[]> => {
      let known = answered.get(call);
      if (known === undefined) {
        calls.push(call);
        known = fails(call) ? Promise.reject(new Error(call)) : Promise.resolve(answer);
        answered.set(call, known);
      }
      return known;
    };
    const listing = (name: string, all: readonly string[], size = sizes.of('rows')) =>
      pagedListing<string>({
        path: `/${name}`,
        pageSize: { fixed: 3 },
        told,
        size,
        key: (row) => row,
        async page(index) {
          const from = ignoresPage ? 0 : 3 * index;
          const found = await get(`${name} ${index}`, all.slice(from, from + 3));
          return told === 'always' ? { rows: found, total: all.length } : { rows: found };
        },
      });
    return {
      list: listing('all', rows),
      pageSize: 3,
      keyOf: (row) => row[0] ?? null,
      idOf: (row) => row,
      part: (key) =>
        listing(
          key,
          rows.filter((row) => row.startsWith(key)),
          sizes.of('parts', key),
        ),
      sizeOf: (key) => sizes.of('parts', key),
      longest: sizes.longestPart('parts'),
      ...guess,
    };
  };
  /** Reads all rows of keys, and says which calls that took. */
  const read = async (keys: readonly string[]) => {
    calls.length = 0;
    const of = await gatherRows(keys, open());
    return { rows: keys.map(of), calls: [...calls] };
  };
  return { open, read, calls };
}

const rows = ['a1', 'b1', 'a2', 'c1', 'b2', 'd1', 'a3'];
const of = (key: string): readonly string[] => rows.filter((row) => row.startsWith(key));
const keys = ['a', 'b', 'c', 'd', 'e'];

describe('the rows of several keys', () => {
  it('take a call each while nobody knows how long the list is', async () => {
    const { read } = create({ rows });
    expect(await read(keys)).toEqual({ rows: keys.map(of), calls: keys.map((key) => `${key} 0`) });
  });

  it('are read from the whole list, where its pages are known to be fewer', async () => {
    const { open, read } = create({ rows });
    await readAll(open().list);
    expect(await read(keys)).toEqual({ rows: keys.map(of), calls: ['all 0', 'all 1', 'all 2'] });
    // As many pages as keys: the keys alone.
    expect((await read(['a', 'b', 'c'])).calls).toEqual(['a 0', 'b 0', 'c 0']);
  });

  it('are read from a list of unknown length as far as it is guessed, or as its first page tells', async () => {
    const right = create({ rows: rows.slice(0, 4), guess: 2, told: 'never' });
    expect((await right.read(keys)).calls).toEqual(['all 0', 'all 1']);
    const told = create({ rows: [...rows, ...rows.map((row) => `${row}x`)], guess: 2 });
    expect((await told.read(keys)).calls).toEqual(['all 0', 'all 1', 'all 2', 'all 3', 'all 4']);
    const wrong = create({ rows: [1, 2, 3].flatMap((n) => rows.map((row) => `${row}${n}`)), guess: 2 });
    const { calls } = await wrong.read(keys);
    expect(calls.filter((call) => call.startsWith('all'))).toEqual(['all 0']);
    expect(calls.slice(1, 6)).toEqual(keys.map((key) => `${key} 0`));
    const untold = create({ rows, guess: 2, told: 'never' });
    expect((await untold.read(['a', 'b', 'c'])).calls.slice(0, 2)).toEqual(['all 0', 'all 1']);
    expect((await untold.read(['a', 'b', 'c'])).rows).toEqual(['a', 'b', 'c'].map(of));
  });

  it('are lined up with their keys; none of them costs nothing', async () => {
    const { read } = create({ rows });
    expect((await read(['b', 'x', 'b'])).rows).toEqual([of('b'), [], of('b')]);
    expect(await read([])).toEqual({ rows: [], calls: [] });
  });

  it('fail key by key, or all of them with a page of the list', async () => {
    const apart = create({ rows, fails: (call) => call === 'b 0' });
    const { rows: found } = await apart.read(['a', 'b']);
    expect(found).toEqual([of('a'), new Error('b 0')]);
    const whole = create({ rows, fails: (call) => call === 'all 0', guess: 2 });
    expect((await whole.read(keys)).rows).toEqual(keys.map(() => new Error('all 0')));
  });

  it('are asked for one by one, where the list repeats itself', async () => {
    const { read } = create({ rows, guess: 2, told: 'never', ignoresPage: true });
    const { calls } = await read(['c', 'd', 'e']);
    expect(calls).toEqual(['all 0', 'all 1', 'c 0', 'd 0', 'e 0']);
  });
});

describe('listings of parts', () => {
  const window = { from: start, limit: 2, needMore: true, needTotal: false };

  it('are at the same places, whichever way they are read', async () => {
    const { open } = create({ rows });
    const [apart] = partListings(['a'], open());
    const one = await apart?.read(window);
    await readAll(open().list);
    const [shared] = partListings(keys, open());
    const other = await shared?.read(window);
    expect(other?.rows.map(({ value, next }) => [value, next])).toEqual(
      one?.rows.map(({ value, next }) => [value, next]),
    );
    expect([one?.more, other?.more]).toEqual([true, true]);
  });

  it('tell how many rows each key has, once the whole list was read', async () => {
    const { open } = create({ rows, guess: 3 });
    await gatherRows(keys, open());
    expect(keys.map((key) => open().part(key).known().rows)).toEqual([3, 2, 1, 1, 0]);
    expect(open().longest).toBe(3);
  });

  it('joined are one list in the order of the keys', async () => {
    const { open } = create({ rows });
    expect(await readAll(joinedListing(['b', 'a', 'b'], open()))).toEqual([...of('b'), ...of('a')]);
  });

  it('find the list answered that was read ahead', async () => {
    const { open, calls } = create({ rows });
    await readAll(open().list);
    calls.length = 0;
    const ways = open();
    await readAhead(keys.length, ways);
    expect(calls).toEqual(['all 0', 'all 1', 'all 2']);
    await gatherRows(keys, ways);
    expect(calls).toEqual(['all 0', 'all 1', 'all 2']);
    await readAhead(2, open());
    expect(calls).toHaveLength(3);
  });
});

describe('what they cost', () => {
  const window = { from: start, limit: 3, needMore: false, needTotal: false };

  it.each(['always', 'never'] as const)('is what is called, where lengths are told %s', async (told) => {
    for (const count of [1, 2, 3, 4, 5]) {
      for (const all of [[...rows.slice(0, 6), 'd2'], rows.slice(0, 6), rows.slice(0, 1)]) {
        const { open, read } = create({ rows: all, told });
        await readAll(open().list);
        for (const key of keys) await readAll(open().part(key));
        const asked = keys.slice(0, count);
        const cost = callsOf(gatherRowsCost(count, open()));
        const { calls } = await read(asked);
        expect([all.length, count, cost]).toEqual([all.length, count, calls.length]);
      }
    }
  });

  it('is a call for each key, or the pages of the list', async () => {
    const { open } = create({ rows });
    expect(partsCost(4, open(), window)).toMatchObject({ calls: [{ calls: 4, formula: '4 × 1 page' }] });
    await readAll(open().list);
    expect(partsCost(4, open(), window)).toMatchObject({ calls: [{ calls: 3, formula: '3 pages' }] });
    expect(partsCost(3, open(), window)).toMatchObject({ calls: [{ calls: 3, formula: '3 × 1 page' }] });
    expect(partsCost(0, open(), window).calls).toEqual([]);
  });

  it('of more than a hundred keys is a try of the list as well', () => {
    const { open } = create({ rows });
    expect(callsOf(partsCost(120, open(), window))).toBe(40 + 120);
  });
});
