import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatListings } from '../../src/pagination/concat.js';
import { filterListing } from '../../src/pagination/filter.js';
import { emptyListing, mapListing, readAll, type Listing } from '../../src/pagination/listing.js';
import { offsetListing, pagedListing } from '../../src/pagination/pages.js';
import { createSizes, type PlaceSizes } from '../../src/plan/sizes.js';
import { PositionError, start, type Position } from '../../src/pagination/position.js';
import {
  at,
  drain,
  drainBlindly,
  fakeOffsets,
  fakePages,
  flatTexts,
  readOnly,
  rowsOf,
  textListing,
} from './fakes.js';

/** A listing together with the rows that it must give, and the calls it made. */
interface Model {
  readonly listing: Listing<string>;
  readonly rows: readonly string[];
  readonly calls: () => number;
}

/** How one of a provider's lists may look, over rows of a name. */
const kinds = fc.oneof(
  fc.record({ kind: fc.constant('array' as const) }),
  fc.record({
    kind: fc.constant('fixed' as const),
    size: fc.integer({ min: 1, max: 9 }),
    told: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('sized' as const),
    size: fc.integer({ min: 1, max: 30 }),
    told: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('offset' as const),
    size: fc.integer({ min: 1, max: 12 }),
    told: fc.boolean(),
  }),
);
type Kind = typeof kinds extends fc.Arbitrary<infer K> ? K : never;

function modelOf(kind: Kind, count: number, name: string): Model {
  const rows = rowsOf(count, name);
  if (kind.kind === 'array') return { rows, listing: textListing(() => rows), calls: () => 0 };
  const says = kind.told ? { total: count } : {};
  if (kind.kind === 'offset') {
    const { list, asked } = fakeOffsets(rows, kind.size, says);
    return { rows, listing: offsetListing(list), calls: () => asked.length };
  }
  const size = kind.kind === 'fixed' ? { fixed: kind.size } : { max: kind.size };
  const total = kind.told ? 'always' : kind.size % 2 === 0 ? 'maybe' : 'never';
  const { list, asked } = fakePages({ rows, size, total, says });
  return { rows, listing: pagedListing(list), calls: () => asked.length };
}

const parts = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 15 })), { maxLength: 8 });
const limits = fc.integer({ min: 1, max: 20 });

function modelsOf(given: readonly (readonly [Kind, number])[]): readonly Model[] {
  return given.map(([kind, count], index) => modelOf(kind, count, `list ${index}, row`));
}

/** A listing of which so many rows are remembered, rightly or not. */
function remembering(listing: Listing<string>, rows: number | undefined): Listing<string> {
  return rows === undefined ? listing : { ...listing, known: () => ({ rows, atLeast: rows }) };
}

const lengths = fc.array(fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }), { maxLength: 8 });

/** What is remembered of lists by their places, rightly or not, until it is seen. */
function placeSizes(known: readonly (number | undefined)[]): PlaceSizes {
  const rows = [...known];
  return { at: (place) => rows[place], remember: (place, count) => void (rows[place] = count) };
}

describe('several lists after one another', () => {
  it('give every row once, in their order, whatever is remembered of their lengths', async () => {
    await fc.assert(
      fc.asyncProperty(parts, lengths, limits, async (given, known, limit) => {
        const models = modelsOf(given);
        const listing = concatListings(
          models.map((model, index) => remembering(model.listing, known[index])),
        );
        const rows = models.flatMap((model) => model.rows);
        expect((await drain(listing, () => limit)).rows).toEqual(rows);
        expect(await drainBlindly(listing, limit)).toEqual(rows);
      }),
    );
  });

  it('count what all of them count, or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        const models = modelsOf(given);
        const { total } = await concatListings(models.map((model) => model.listing)).read({
          from: start,
          limit: 1,
          needMore: false,
          needTotal: true,
        });
        expect([null, models.flatMap((model) => model.rows).length]).toContain(total);
        if (models.every((_, index) => given[index]?.[0].kind === 'array')) expect(total).not.toBeNull();
      }),
    );
  });

  it('ask only the first where it suffices, and all others together where it does not', async () => {
    const made = [1, 2, 3].map((each) =>
      fakePages({ rows: rowsOf(5, `${each}`), size: { max: 50 }, total: 'never' }),
    );
    const listing = concatListings(made.map(({ list }) => pagedListing(list)));
    const ask = { from: start, needMore: false, needTotal: false };
    await listing.read({ ...ask, limit: 4 });
    expect(made.map(({ asked }) => asked.length)).toEqual([1, 0, 0]);
    const { rows } = await listing.read({ ...ask, limit: 8 });
    expect(made.map(({ asked }) => asked.length)).toEqual([2, 1, 1]);
    expect(rows.map(({ value }) => value)).toEqual([...rowsOf(5, '1'), ...rowsOf(3, '2')]);
  });

  it('ask just those together that are known to hold the window', async () => {
    const made = [1, 2, 3].map((each) =>
      fakePages({ rows: rowsOf(5, `${each}`), size: { max: 50 }, total: 'never' }),
    );
    const listing = concatListings(made.map(({ list }) => remembering(pagedListing(list), 5)));
    const ask = { from: start, limit: 8, needMore: true, needTotal: false };
    expect(listing.cost(ask)).toMatchObject({ calls: [{ calls: 1 }, { calls: 1 }], waves: 1 });
    const { rows, more } = await listing.read(ask);
    expect(made.map(({ asked }) => asked.length)).toEqual([1, 1, 0]);
    expect([rows.map(({ value }) => value), more]).toEqual([[...rowsOf(5, '1'), ...rowsOf(3, '2')], true]);
  });

  it('keep the place where one of them stopped', async () => {
    const stopping = readOnly<string>({
      stride: 1,
      read: ({ from }) =>
        Promise.resolve(
          from === start
            ? { rows: [], more: true, total: null, stoppedAt: 7 }
            : { rows: [{ value: 'found', next: 8 }], more: false, total: null },
        ),
    });
    const listing = concatListings([textListing(() => ['before']), stopping, textListing(() => ['after'])]);
    const { rows, slices } = await drain(listing, () => 5);
    expect(rows).toEqual(['before', 'found', 'after']);
    expect(slices.map(({ stoppedAt }) => stoppedAt)).toEqual([[1, 7], undefined]);
  });

  it('lose nothing where a later one stops behind a full window', async () => {
    const stopping = readOnly<string>({
      stride: 1,
      read: ({ from }) =>
        Promise.resolve(
          from === start
            ? { rows: [], more: true, total: null, stoppedAt: 7 }
            : { rows: [], more: false, total: null },
        ),
    });
    const { list } = fakeOffsets(rowsOf(2), 1);
    const listing = concatListings([emptyListing, offsetListing(list), stopping]);
    expect(await drainBlindly(listing, 1)).toEqual(rowsOf(2));
    expect((await drain(listing, () => 1)).rows).toEqual(rowsOf(2));
  });
});

describe('the rows of many parents', () => {
  const parentLists = fc.tuple(kinds, parts);

  it('are given once each, parent by parent, whatever is guessed of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        parentLists,
        limits,
        fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
        async ([kind, given], limit, guess) => {
          const children = modelsOf(given);
          const parents = modelOf(kind, children.length, 'parent');
          const listing = flatTexts(parents.listing, {
            children: (parent) => childrenOf(children, parent),
            ...(guess === undefined ? {} : { estimate: () => guess }),
            budget: 1_000,
          });
          const rows = children.flatMap((model) => model.rows);
          expect((await drain(listing, () => limit)).rows).toEqual(rows);
          expect(await drainBlindly(listing, limit)).toEqual(rows);
        },
      ),
    );
  });

  it('are given once each where the budget ends many a scan', async () => {
    await fc.assert(
      fc.asyncProperty(
        parentLists,
        limits,
        fc.integer({ min: 1, max: 3 }),
        async ([kind, given], limit, budget) => {
          const children = modelsOf(given);
          const parents = modelOf(kind, children.length, 'parent');
          let asked = 0;
          let most = 0;
          const listing = flatTexts(parents.listing, {
            children: (parent) => {
              asked += 1;
              return childrenOf(children, parent);
            },
            budget,
          });
          const counting: Listing<string> = {
            ...listing,
            async read(ask) {
              asked = 0;
              const slice = await listing.read(ask);
              most = Math.max(most, asked);
              return slice;
            },
          };
          const { rows } = await drain(counting, () => limit);
          expect(rows).toEqual(children.flatMap((model) => model.rows));
          expect(most).toBeLessThanOrEqual(budget);
        },
      ),
    );
  });

  it('are asked of as many parents at once as the guesses say', async () => {
    const parents = fakePages({ rows: rowsOf(20), size: { fixed: 25 }, total: 'never' });
    let under = 0;
    const most: number[] = [];
    const listing = flatTexts(pagedListing(parents.list), {
      children: (parent) =>
        readOnly({
          stride: Infinity,
          async read() {
            under += 1;
            await new Promise(setImmediate);
            most.push(under);
            await new Promise(setImmediate);
            under -= 1;
            return { rows: [{ value: parent, next: 1 }], more: false, total: 1 };
          },
        }),
      estimate: () => 2,
      budget: 100,
    });
    const { rows } = await listing.read({ from: start, limit: 6, needMore: false, needTotal: false });
    expect(rows).toHaveLength(6);
    // Three parents for six rows; they had one each, so that two are asked for three rows, and one for the last.
    expect(most).toEqual([3, 3, 3, 2, 2, 1]);
    expect(parents.asked).toHaveLength(1);
  });

  it('take just the parents that are known to hold the window, who may be rows of others themselves', async () => {
    const sizes = createSizes();
    const asked: string[] = [];
    const memory = sizes.of('properties');
    const properties = fakePages({
      rows: rowsOf(9, 'property'),
      size: { fixed: 25 },
      total: 'never',
      memory,
    });
    const units = flatTexts(pagedListing(properties.list), {
      children: (property) => {
        asked.push(property);
        return textListing(() => rowsOf(4, `unit of ${property},`));
      },
      sizes: sizes.perPlace('units'),
      budget: 100,
    });
    const listing = flatTexts(units, {
      children: (unit) => {
        asked.push(unit);
        return textListing(() => (unit.endsWith('3') ? [`file of ${unit}`] : []));
      },
      sizes: sizes.perPlace('files'),
      budget: 100,
    });
    const all = await readAll(listing);
    expect(listing.known()).toEqual({ rows: 9, atLeast: 9 });
    asked.length = 0;
    const { rows } = await listing.read({ from: start, limit: 3, needMore: false, needTotal: false });
    expect(rows.map(({ value }) => value)).toEqual(all.slice(0, 3));
    expect(asked).toHaveLength(3 + 3 * 4);
  });

  it('do not cost the parents again that stand before the window', async () => {
    const parents = fakePages({ rows: rowsOf(100), size: { fixed: 25 }, total: 'never' });
    const asked: string[] = [];
    const listing = flatTexts(pagedListing(parents.list), {
      children: (parent) => {
        asked.push(parent);
        return textListing(() => [`${parent}.1`, `${parent}.2`]);
      },
      estimate: () => 2,
      budget: 100,
    });
    const ask = { limit: 3, needMore: false, needTotal: false };
    const { rows } = await listing.read({ ...ask, from: start });
    const next = await listing.read({ ...ask, from: rows.at(-1)?.next ?? start });
    expect(next.rows.map(({ value }) => value)).toEqual(['row 1.2', 'row 2.1', 'row 2.2']);
    expect(asked).not.toContain('row 4');
    expect(parents.asked.map(({ at }) => at)).toEqual([0, 0]);
  });
});

describe('the rows that match', () => {
  it('are given once each, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        kinds,
        fc.array(fc.boolean(), { maxLength: 60 }),
        limits,
        fc.integer({ min: 1, max: 40 }),
        async (kind, matching, limit, scanRows) => {
          const model = modelOf(kind, matching.length, 'row');
          const matches = (row: string): boolean => matching[Number(row.split(' ')[1])] === true;
          const rows = model.rows.filter(matches);
          const listing = filterListing(model.listing, matches, { rows: scanRows });
          expect((await drain(listing, () => limit)).rows).toEqual(rows);
          expect(await drainBlindly(listing, limit)).toEqual(rows);
        },
      ),
    );
  });

  it('are counted where the list knows its size, on every page alike', async () => {
    const even = filterListing(
      textListing(() => [1, 2, 3, 4, 5, 6]),
      (row) => row % 2 === 0,
    );
    const ask = { from: start, needMore: false, needTotal: true };
    expect((await even.read({ ...ask, limit: 10 })).total).toBe(3);
    expect((await even.read({ ...ask, limit: 2 })).total).toBe(3);
    expect((await even.read({ ...ask, from: at(2), limit: 10 })).total).toBe(3);
    expect((await even.read({ ...ask, from: at(6), limit: 0 })).total).toBe(3);
    expect((await even.read({ ...ask, limit: 2, needTotal: false })).total).toBeNull();
  });

  it('are not counted where only reading everything would tell', async () => {
    const { list } = fakePages({ rows: rowsOf(100), size: { fixed: 10 }, total: 'never' });
    const listing = filterListing(pagedListing(list), (row) => row.endsWith('7'));
    const ask = { from: start, needMore: false, needTotal: true };
    expect((await listing.read({ ...ask, limit: 2 })).total).toBeNull();
  });

  it('end a scan that takes too long, with the place to go on from', async () => {
    const { list, asked } = fakePages({ rows: rowsOf(100), size: { fixed: 10 }, total: 'never' });
    const listing = filterListing(pagedListing(list), (row) => row === 'row 99', { rows: 30 });
    const slice = await listing.read({ from: start, limit: 1, needMore: false, needTotal: false });
    expect(slice).toMatchObject({ rows: [], more: true, stoppedAt: [30, expect.any(String)] });
    // Three pages, and the one that proves that rows follow each.
    expect(asked.length).toBeLessThanOrEqual(6);
  });
});

describe('listings made of listings', () => {
  /** Trees of lists: what Facilitee's and casavi's lists are made of. */
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record({ of: fc.constant('list' as const), kind: kinds, count: fc.integer({ min: 0, max: 9 }) }),
      fc.record({ of: fc.constant('concat' as const), parts: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({
        of: fc.constant('flatten' as const),
        kind: kinds,
        parts: fc.array(tie('tree'), { maxLength: 4 }),
        lengths,
      }),
      fc.record({
        of: fc.constant('branch' as const),
        parents: tie('tree'),
        kind: kinds,
        budget: fc.integer({ min: 1, max: 20 }),
        lengths,
      }),
      fc.record({
        of: fc.constant('filter' as const),
        every: fc.integer({ min: 1, max: 4 }),
        inner: tie('tree'),
      }),
    ),
  }));
  type Tree =
    | { of: 'list'; kind: Kind; count: number }
    | { of: 'concat'; parts: Tree[] }
    | { of: 'flatten'; kind: Kind; parts: Tree[]; lengths: (number | undefined)[] }
    | { of: 'branch'; parents: Tree; kind: Kind; budget: number; lengths: (number | undefined)[] }
    | { of: 'filter'; every: number; inner: Tree };

  const grow = (given: Tree, name: string): { listing: Listing<string>; rows: readonly string[] } => {
    switch (given.of) {
      case 'list':
        return modelOf(given.kind, given.count, name);
      case 'concat': {
        const parts = given.parts.map((part, index) => grow(part, `${name}.${index}`));
        return {
          listing: concatListings(parts.map(({ listing }) => listing)),
          rows: parts.flatMap(({ rows }) => rows),
        };
      }
      case 'flatten': {
        const parts = given.parts.map((part, index) => grow(part, `${name}/${index}`));
        const parents = modelOf(given.kind, parts.length, 'parent');
        return {
          listing: flatTexts(parents.listing, {
            children: (parent) => parts[Number(parent.split(' ')[1])]?.listing ?? emptyListing,
            sizes: placeSizes(given.lengths),
            budget: 1_000,
          }),
          rows: parts.flatMap(({ rows }) => rows),
        };
      }
      // Each row has rows of its own, as each unit of each property has contracts; how many, its last digit says.
      case 'branch': {
        const { listing, rows } = grow(given.parents, name);
        const childrenOf = (parent: string): Model =>
          modelOf(given.kind, Number(parent.at(-1)) % 4, `${parent}:`);
        return {
          listing: flatTexts(listing, {
            children: (parent) => childrenOf(parent).listing,
            sizes: placeSizes(given.lengths),
            budget: given.budget,
          }),
          rows: rows.flatMap((parent) => childrenOf(parent).rows),
        };
      }
      case 'filter': {
        const { listing, rows } = grow(given.inner, name);
        const matches = (row: string): boolean => Number(row.split(' ').at(-1)) % given.every === 0;
        return { listing: filterListing(listing, matches, { rows: 10 }), rows: rows.filter(matches) };
      }
    }
  };

  it('give every row once, however they are nested', async () => {
    await fc.assert(
      fc.asyncProperty(tree, limits, async (given, limit) => {
        const { listing, rows } = grow(given, 'row');
        expect((await drain(listing, () => limit)).rows).toEqual(rows);
        expect(await drainBlindly(listing, limit)).toEqual(rows);
        expect(await readAll(listing)).toEqual(rows);
      }),
    );
  });

  it('give the same place to the same row, whichever windows led there', async () => {
    await fc.assert(
      fc.asyncProperty(tree, limits, limits, fc.boolean(), async (given, one, other, needMore) => {
        const places = async (limit: number): Promise<ReadonlyMap<string, string>> => {
          const { listing } = grow(given, 'row');
          const met = new Map<string, string>();
          let from: Position = start;
          for (;;) {
            const slice: Awaited<ReturnType<typeof listing.read>> = await listing.read({
              from,
              limit,
              needMore,
              needTotal: false,
            });
            for (const { value, next } of slice.rows) met.set(value, JSON.stringify(next));
            const next: Position | undefined = slice.stoppedAt ?? slice.rows.at(-1)?.next;
            if (next === undefined || slice.more === false) return met;
            from = next;
          }
        };
        expect(await places(one)).toEqual(await places(other));
      }),
    );
  });

  it.each([
    ['a pair where an offset stands', () => textListing(() => rowsOf(3)), [0, 0]],
    ['an offset where a pair stands', () => concatListings([textListing(() => rowsOf(3))]), 2],
    ['a place with three parts', () => concatListings([textListing(() => rowsOf(3))]), [0, 0, 0]],
    ['a part that is none', () => concatListings([textListing(() => rowsOf(3))]), [0, [1, 2]]],
    ['a half place', () => concatListings([textListing(() => rowsOf(3))]), [-1, 0]],
    [
      'an inner place of another form',
      () =>
        flatTexts(
          textListing(() => rowsOf(3)),
          {
            children: () => textListing(() => rowsOf(2)),
            budget: 9,
          },
        ),
      [1, [0, 0]],
    ],
  ] as const)('refuse %s', async (_, create, from) => {
    const read = create().read({ from: from, limit: 1, needMore: false, needTotal: false });
    await expect(read).rejects.toThrow(PositionError);
  });
});

describe('small listings', () => {
  it('load an array once, however often they are read', async () => {
    let loads = 0;
    const listing = textListing(() => {
      loads += 1;
      return Promise.resolve(rowsOf(10));
    });
    expect((await drain(listing, () => 3)).rows).toEqual(rowsOf(10));
    expect(loads).toBe(1);
  });

  it('map rows and keep their places', async () => {
    const listing = mapListing(
      textListing(() => [1, 2, 3]),
      (row) => row * 10,
    );
    const slice = await listing.read({ from: at(1), limit: 1, needMore: true, needTotal: true });
    expect(slice).toMatchObject({ rows: [{ value: 20 }], more: true, total: 3 });
    expect(slice.rows[0]?.next).toMatchObject([2, expect.any(String)]);
  });

  it('are empty at no cost', async () => {
    const ask = { from: start, limit: 5, needMore: true, needTotal: true };
    expect(await emptyListing.read(ask)).toEqual({ rows: [], more: false, total: 0 });
  });
});

function childrenOf(children: readonly Model[], parent: string): Listing<string> {
  return children[Number(parent.split(' ')[1])]?.listing ?? emptyListing;
}
