import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayListing } from '../../src/pagination/array.js';
import { concatListings } from '../../src/pagination/concat.js';
import { readConnection, type ConnectionSource } from '../../src/pagination/connection.js';
import { createCursors, type ConnectionState } from '../../src/pagination/cursor.js';
import { filterListing } from '../../src/pagination/filter.js';
import { flattenListing } from '../../src/pagination/flatten.js';
import type { Listing } from '../../src/pagination/listing.js';
import { offsetListing, pagedListing } from '../../src/pagination/pages.js';
import { sortedListing } from '../../src/pagination/sorted.js';
import { free } from '../../src/plan/cost.js';
import { createSizes, type Size } from '../../src/plan/sizes.js';

/**
 * Lists that change between one page and the next: rows are put in and taken out anywhere. Whatever happens, no row is
 * given twice, the reading ends, and a row that was there all the time is either given or missed aloud.
 */

const runs = { numRuns: 400 };
const clock = { deadline: Date.now() + 10_000_000, share: 10_000_000 };
const cursors = createCursors(['key']);

/** A list of a provider that changes while a client pages through it. */
interface Living {
  readonly rows: string[];
  /** Opens the list anew, as each operation does. */
  open(): Listing<string>;
}

type Kind =
  | { readonly by: 'fixed' | 'sized' | 'offset'; readonly size: number; readonly told: boolean }
  | { readonly by: 'array' | 'sorted' | 'filter' | 'concat' | 'flatten'; readonly size: number };

const kinds: fc.Arbitrary<Kind> = fc.oneof(
  fc.record({
    by: fc.constantFrom('fixed' as const, 'sized' as const, 'offset' as const),
    size: fc.integer({ min: 1, max: 9 }),
    told: fc.boolean(),
  }),
  fc.record({
    by: fc.constantFrom(
      'array' as const,
      'sorted' as const,
      'filter' as const,
      'concat' as const,
      'flatten' as const,
    ),
    size: fc.integer({ min: 1, max: 9 }),
  }),
);

const key = (row: string): string => row;

function paged(
  rows: readonly string[],
  size: { fixed: number } | { max: number },
  told: boolean,
  memory: Size,
) {
  return pagedListing<string>({
    path: '/rows',
    pageSize: size,
    told: told ? 'always' : 'never',
    size: memory,
    key,
    page: (index, of) =>
      Promise.resolve({
        rows: rows.slice(index * of, (index + 1) * of),
        ...(told ? { total: rows.length } : {}),
      }),
  });
}

/** Nested lists take a row's first digit as what it hangs on. */
const part = (row: string): number => Number(row.split(' ')[1]) % 3;

/** One memory for all lists, each under a name of its own: making one takes longer than paging through a list does. */
const sizes = createSizes();
let lists = 0;

function livingOf(kind: Kind, rows: string[]): Living {
  const name = `list ${(lists += 1)}`;
  const whole = sizes.of(name);
  const open = (): Listing<string> => {
    switch (kind.by) {
      case 'fixed':
        return paged(rows, { fixed: kind.size }, kind.told, whole);
      case 'sized':
        return paged(rows, { max: kind.size }, kind.told, whole);
      case 'offset':
        return offsetListing<string>({
          path: '/rows',
          max: kind.size,
          size: whole,
          key,
          rows: (offset, amount) =>
            Promise.resolve({
              rows: rows.slice(offset, offset + amount),
              ...(kind.told ? { total: rows.length } : {}),
            }),
        });
      case 'array':
        return arrayListing({ load: () => [...rows], key });
      case 'sorted':
        return sortedListing(paged(rows, { fixed: kind.size }, false, whole), {
          compare: (one, other) => one.localeCompare(other),
          key,
          most: 10_000,
          refusal: () => new Error('too many'),
        });
      case 'filter':
        return filterListing(paged(rows, { fixed: kind.size }, false, whole), (row) => part(row) !== 1, {
          rows: 12,
        });
      case 'concat':
        return concatListings(
          [0, 1, 2].map((wanted) =>
            paged(
              rows.filter((row) => part(row) === wanted),
              { fixed: kind.size },
              false,
              sizes.of(`${name}, ${wanted}`),
            ),
          ),
        );
      case 'flatten': {
        const parents = [...new Set(rows.map(part))].sort((one, other) => one - other).map(String);
        return flattenListing(arrayListing({ load: () => parents, key }), {
          key,
          children: (parent) =>
            paged(
              rows.filter((row) => String(part(row)) === parent),
              { fixed: kind.size },
              false,
              sizes.of(name, parent),
            ),
          childCost: () => free,
          sizes: sizes.perPlace(name),
          budget: 10,
        });
      }
    }
  };
  return { rows, open };
}

/** A row that is put in at a place, or taken out of it. */
type Change = { readonly list: number; readonly at: number; readonly put: boolean };

const changes: fc.Arbitrary<readonly (readonly Change[])[]> = fc.array(
  fc.array(fc.record({ list: fc.nat(), at: fc.nat(), put: fc.boolean() }), { maxLength: 3 }),
  { maxLength: 12 },
);

interface Read {
  readonly given: readonly string[];
  /** Sources that said that rows may be missing or came oddly. */
  readonly partial: ReadonlySet<string>;
  readonly pages: number;
}

async function pageThrough(
  lists: readonly Living[],
  first: (page: number) => number,
  changed: (page: number) => void,
): Promise<Read> {
  const given: string[] = [];
  const partial = new Set<string>();
  const scope = { field: 'Query.rows', subject: {} };
  const names = new Set(lists.map((_, index) => `source-${index}`));
  let state: ConnectionState = new Map();
  for (let page = 0; ; page += 1) {
    const sources = lists.map((list, index): ConnectionSource<string> => ({
      origin: { source: `source-${index}`, provider: 'PIGELLO' },
      listing: list.open(),
    }));
    const ask = { first: first(page), state, wantsMore: true, wantsTotal: false };
    const window = await readConnection(sources, ask, clock);
    given.push(...window.rows.map(({ value }) => value));
    for (const outcome of window.outcomes) {
      expect(outcome.status).not.toBe('FAILED');
      if (outcome.status === 'PARTIAL' || (outcome.status === 'OK' && outcome.warnings.length > 0))
        partial.add(outcome.origin.source);
    }
    if (!window.hasNextPage) return { given, partial, pages: page + 1 };
    expect(page).toBeLessThan(1_000);
    state = cursors.read(scope, cursors.write(scope, window.endState()), names);
    changed(page);
  }
}

/** Pages through lists that change by a schedule, and says which rows were there from the first page to the last. */
async function readChanging(
  shapes: readonly (readonly [Kind, number])[],
  firsts: readonly number[],
  schedule: readonly (readonly Change[])[],
) {
  let made = 0;
  const fresh = (index: number): string => `s${index} ${(made += 1)}`;
  const lists = shapes.map(([kind, count], index) =>
    livingOf(
      kind,
      Array.from({ length: count }, () => fresh(index)),
    ),
  );
  const steady = lists.map(({ rows }) => new Set(rows));
  const read = await pageThrough(
    lists,
    (page) => firsts[page % firsts.length] ?? 1,
    (page) => {
      for (const { list, at, put } of schedule[page] ?? []) {
        const index = list % lists.length;
        const { rows } = lists[index] as Living;
        if (put) rows.splice(at % (rows.length + 1), 0, fresh(index));
        else if (rows.length > 0) {
          for (const gone of rows.splice(at % rows.length, 1)) steady[index]?.delete(gone);
        }
      }
    },
  );
  return { read, steady };
}

describe('lists that change between pages', () => {
  const shapes = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 25 })), { minLength: 1, maxLength: 3 });
  const firsts = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 });

  it('give no row twice, end, and lose none that was there all the time without saying so', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, firsts, changes, async (given, windows, schedule) => {
        const { read, steady } = await readChanging(given, windows, schedule);
        expect(new Set(read.given).size, `twice: ${read.given.join()}`).toBe(read.given.length);
        steady.forEach((rows, index) => {
          if (read.partial.has(`source-${index}`)) return;
          const isFiltered = given[index]?.[0].by === 'filter';
          const expected = [...rows].filter((row) => !isFiltered || part(row) !== 1);
          expect(read.given).toEqual(expect.arrayContaining(expected));
        });
      }),
      {
        ...runs,
        examples: [
          // A parent that comes in front of the one that the reader stands in.
          [
            [
              [{ by: 'array', size: 1 }, 1],
              [{ by: 'flatten', size: 1 }, 2],
              [{ by: 'array', size: 1 }, 9],
            ],
            [3, 1],
            [[{ list: 1, at: 0, put: true }]],
          ],
        ],
      },
    );
  });

  it('are read on from the right place, without a word, where rows can be read from anywhere', async () => {
    const anywhere = kinds.filter(({ by }) => by === 'sized' || by === 'offset' || by === 'array');
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(anywhere, fc.integer({ min: 0, max: 25 })),
        firsts,
        changes,
        async (given, windows, schedule) => {
          const { read, steady } = await readChanging([given], windows, schedule);
          expect(read.partial).toEqual(new Set());
          expect(read.given).toEqual(expect.arrayContaining([...(steady[0] ?? [])]));
        },
      ),
      {
        ...runs,
        examples: [
          // The row that was given last has moved out of reach, and an older one shows the place.
          [
            [{ by: 'sized', size: 1, told: false }, 3],
            [1],
            [[], Array.from({ length: 3 }, () => ({ list: 0, at: 0, put: true }))],
          ],
        ],
      },
    );
  });

  it('stop, and say so, where nothing that was given last is there any more', async () => {
    const list = livingOf(
      { by: 'sized', size: 10, told: false },
      Array.from({ length: 20 }, (_, index) => `row ${index}`),
    );
    const read = await pageThrough(
      [list],
      () => 6,
      (page) => {
        if (page === 0) list.rows.splice(2, 4);
      },
    );
    expect(read.given).toEqual(Array.from({ length: 6 }, (_, index) => `row ${index}`));
    expect(read.partial).toEqual(new Set(['source-0']));
  });
});
