import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetListing, pagedListing, pageSize, type PagedList } from '../../src/pagination/pages.js';
import { start } from '../../src/pagination/position.js';
import {
  at,
  drain,
  drainBlindly,
  fakeOffsets,
  fakePages,
  rowsOf,
  type FakePages,
  type FakeRow,
} from './fakes.js';

const sizes: fc.Arbitrary<PagedList<string>['pageSize']> = fc.oneof(
  fc.record({ fixed: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ max: fc.integer({ min: 1, max: 30 }) }),
);
const counts = fc.integer({ min: 0, max: 60 });
const limits = fc.integer({ min: 1, max: 25 });

/** What a provider may say of the whole list: the truth in either form, nothing, or a number that rows soon refute. */
const honest = (
  count: number,
  size: number,
  how: 'total' | 'pages' | 'nothing' | 'zero',
): FakePages['says'] =>
  how === 'total'
    ? { total: count }
    : how === 'pages'
      ? { pageCount: Math.ceil(count / size) }
      : how === 'zero'
        ? { total: 0 }
        : {};
const saying = fc.constantFrom('total', 'nothing', 'zero' as const);

describe('a list in pages', () => {
  it('gives every row once, in order, whatever the page size, the window and the total', async () => {
    await fc.assert(
      fc.asyncProperty(counts, sizes, limits, saying, async (count, size, limit, how) => {
        const rows = rowsOf(count);
        const says = honest(count, 1, how) ?? {};
        const { list } = fakePages({ rows, size, total: how === 'total' ? 'always' : 'maybe', says });
        expect((await drain(pagedListing(list), () => limit)).rows).toEqual(rows);
        expect(await drainBlindly(pagedListing(list), limit)).toEqual(rows);
      }),
    );
  });

  it('gives every row once where pages are counted instead of rows', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 1, max: 12 }), limits, async (count, fixed, limit) => {
        const rows = rowsOf(count);
        const says = { pageCount: Math.ceil(count / fixed) };
        const { list } = fakePages({ rows, size: { fixed }, total: 'maybe', says });
        expect((await drain(pagedListing(list), () => limit)).rows).toEqual(rows);
      }),
    );
  });

  it('gives every row once when each window is another', async () => {
    await fc.assert(
      fc.asyncProperty(
        counts,
        sizes,
        fc.array(limits, { minLength: 1, maxLength: 8 }),
        saying,
        async (count, size, windows, how) => {
          const rows = rowsOf(count);
          const { list } = fakePages({ rows, size, total: 'maybe', says: honest(count, 1, how) ?? {} });
          const limitOf = (read: number): number => windows[read % windows.length] ?? 1;
          expect((await drain(pagedListing(list), limitOf)).rows).toEqual(rows);
        },
      ),
    );
  });

  it('loses nothing behind records that cannot be read, and says that there were some', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 50 }),
        sizes,
        limits,
        saying,
        async (readable, size, limit, how) => {
          const rows: FakeRow[] = readable.map((can, index) => (can ? `row ${index}` : null));
          const says = honest(rows.length, 1, how) ?? {};
          const { list } = fakePages({ rows, size, total: 'maybe', says });
          const { rows: read, slices } = await drain(pagedListing(list), () => limit, { exact: false });
          expect(read).toEqual(rows.filter((row) => row !== null));
          const warned = slices.some(({ warnings = [] }) => warnings.length > 0);
          expect(warned).toBe(rows.includes(null));
        },
      ),
    );
  });

  it('gives a row once that stands twice in the pages of a window', async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.nat(), fc.nat(), sizes, async (count, twice, at, size) => {
        fc.pre(count > 1);
        const rows = [...rowsOf(count)];
        rows.splice(at % count, 0, rows[twice % count] ?? '');
        // A repeated head of a page is how a server looks that ignores the page: that is the next test's.
        const step = 'fixed' in size ? size.fixed : size.max;
        const heads = rows.filter((_, index) => index % step === 0);
        fc.pre(new Set(heads).size === heads.length);
        const { list } = fakePages({ rows, size, total: 'always', says: { total: rows.length } });
        const slice = await pagedListing(list).read({
          from: start,
          limit: 100,
          needMore: true,
          needTotal: false,
        });
        expect(slice.rows.map(({ value }) => value)).toEqual([...new Set(rows)]);
        expect(slice.warnings).toHaveLength(1);
      }),
    );
  });

  it('stops where a server answers the same page for ever, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), sizes, saying, async (count, size, how) => {
        const step = 'fixed' in size ? size.fixed : size.max;
        fc.pre(count >= step);
        const rows = rowsOf(count);
        const says = how === 'total' ? { total: 1_000 } : (honest(count, 1, how) ?? {});
        const { list, asked } = fakePages({ rows, size, total: 'maybe', says, ignoresPage: true });
        const slice = await pagedListing(list).read({
          from: start,
          limit: step * 5,
          needMore: true,
          needTotal: true,
        });
        expect(slice.rows.map(({ value }) => value)).toEqual(rows.slice(0, step));
        expect(slice.more).toBe(false);
        expect(slice.warnings?.join()).toMatch(/ignore the page/);
        expect(asked.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('does not go on for ever through records of which none can be read', async () => {
    const page = { rows: [null, null], total: null };
    let calls = 0;
    const listing = pagedListing<string>({
      path: '/rows',
      pageSize: { fixed: 2 },
      told: 'never',
      key: (row) => row,
      page: () => {
        calls += 1;
        return Promise.resolve(page);
      },
    });
    const slice = await listing.read({ from: start, limit: 5, needMore: true, needTotal: false });
    expect(slice).toMatchObject({ rows: [], more: true, stoppedAt: at(2) });
    expect(calls).toBe(1);
  });

  it('goes on to the last row where the total is too large, and stops there', async () => {
    await fc.assert(
      fc.asyncProperty(
        counts,
        sizes,
        limits,
        fc.integer({ min: 1, max: 50 }),
        async (count, size, limit, by) => {
          const rows = rowsOf(count);
          const { list } = fakePages({ rows, size, total: 'always', says: { total: count + by } });
          // Nobody can know that the number is wrong before the rows end: a window may promise one more that is empty.
          expect(await drainBlindly(pagedListing(list), limit)).toEqual(rows);
        },
      ),
    );
  });

  it('reads on where rows show that the total is too small', async () => {
    const { list } = fakePages({ rows: rowsOf(10), size: { fixed: 4 }, total: 'always', says: { total: 2 } });
    const { rows, slices } = await drain(pagedListing(list), () => 3, { needTotal: true });
    expect(rows).toEqual(rowsOf(10));
    expect(slices.map(({ total }) => total)).not.toContain(2);
  });

  describe('counts', () => {
    const total = async (options: FakePages, limit: number, from = 0) => {
      const { list } = fakePages(options);
      return (await pagedListing(list).read({ from: at(from), limit, needMore: false, needTotal: true }))
        .total;
    };

    it('what the answer tells', async () => {
      const options = { rows: rowsOf(30), total: 'always', says: { total: 30 } } as const;
      expect(await total({ ...options, size: { fixed: 7 } }, 3)).toBe(30);
      expect(await total({ ...options, size: { max: 50 } }, 0)).toBe(30);
    });

    it('to the end, where the end was read', async () => {
      const options = { rows: rowsOf(30), total: 'never' } as const;
      expect(await total({ ...options, size: { max: 500 } }, 3)).toBe(30);
      expect(await total({ ...options, size: { fixed: 7 } }, 100)).toBe(30);
      expect(await total({ ...options, size: { fixed: 7 } }, 5, 28)).toBe(30);
    });

    it('nothing, where nobody told and the end was not read', async () => {
      const options = { rows: rowsOf(30), total: 'never' } as const;
      expect(await total({ ...options, size: { fixed: 7 } }, 3)).toBeNull();
      expect(await total({ ...options, size: { max: 20 } }, 3)).toBeNull();
      expect(await total({ ...options, size: { fixed: 7 }, says: { total: 0 } }, 3)).toBeNull();
    });

    it('none in an empty list', async () => {
      expect(await total({ rows: [], total: 'never', size: { fixed: 7 } }, 3)).toBe(0);
    });
  });

  describe('asks', () => {
    it('for one page where some size covers the window', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 60 }),
          fc.integer({ min: 0, max: 80 }),
          limits,
          async (max, from, limit) => {
            const { list, asked } = fakePages({ rows: rowsOf(200), size: { max }, total: 'never' });
            const slice = await pagedListing(list).read({
              from: at(from),
              limit,
              needMore: true,
              needTotal: false,
            });
            expect(slice.more).toBe(true);
            const covers = (size: number): boolean =>
              Math.floor(from / size) === Math.floor((from + limit) / size);
            const some = Array.from({ length: max }, (_, index) => index + 1).some(covers);
            if (some) expect(asked).toHaveLength(1);
            else expect(asked.length).toBeLessThanOrEqual(Math.ceil((limit + 1) / max) + 1);
          },
        ),
      );
    });

    it('of pages of a fixed size for those that the window touches, and one more only for proof', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 0, max: 40 }),
          limits,
          fc.boolean(),
          fc.boolean(),
          async (fixed, from, limit, needMore, told) => {
            const count = 100;
            const { list, asked } = fakePages({
              rows: rowsOf(count),
              size: { fixed },
              total: told ? 'always' : 'never',
              says: told ? { total: count } : {},
            });
            await pagedListing(list).read({ from: at(from), limit, needMore, needTotal: false });
            const first = Math.floor(from / fixed);
            const last = Math.floor((from + limit - 1) / fixed);
            const ends = (from + limit) % fixed === 0;
            expect(asked).toHaveLength(last - first + 1 + (needMore && !told && ends ? 1 : 0));
            expect(asked.map(({ at }) => at)).toEqual(asked.map((_, index) => first + index));
          },
        ),
      );
    });

    it('for the first page and then for all others together where a total is known', async () => {
      const { list, together, asked } = fakePages({
        rows: rowsOf(100),
        size: { fixed: 10 },
        total: 'always',
        says: { total: 100 },
      });
      await pagedListing(list).read({ from: start, limit: 60, needMore: true, needTotal: false });
      expect([asked.length, together()]).toEqual([6, 5]);
    });

    it('for no page behind the last one', async () => {
      const { list, asked } = fakePages({
        rows: rowsOf(23),
        size: { fixed: 10 },
        total: 'always',
        says: { total: 23 },
      });
      await pagedListing(list).read({ from: start, limit: 100, needMore: true, needTotal: true });
      expect(asked.map(({ at }) => at)).toEqual([0, 1, 2]);
    });

    it('for one page after the other where nothing is known', async () => {
      const { list, together, asked } = fakePages({ rows: rowsOf(35), size: { fixed: 10 }, total: 'never' });
      await pagedListing(list).read({ from: start, limit: 100, needMore: true, needTotal: false });
      expect([asked.length, together()]).toEqual([4, 1]);
    });

    it('for the page that a window of 30 left half read, and not for the ones before', async () => {
      const { list, asked } = fakePages({ rows: rowsOf(100), size: { fixed: 25 }, total: 'never' });
      const listing = pagedListing(list);
      await listing.read({ from: start, limit: 30, needMore: false, needTotal: false });
      expect(asked.map(({ at }) => at)).toEqual([0, 1]);
      await listing.read({ from: at(30), limit: 15, needMore: false, needTotal: false });
      expect(asked.map(({ at }) => at)).toEqual([0, 1, 1]);
    });

    it('for the largest page where only a short page can tell the total', async () => {
      const { list, asked } = fakePages({ rows: rowsOf(100), size: { max: 500 }, total: 'maybe' });
      await pagedListing(list).read({ from: start, limit: 5, needMore: false, needTotal: true });
      expect(asked).toEqual([{ at: 0, size: 500 }]);
    });
  });

  it('chooses the smallest size that covers the window, within the bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 120 }),
        (max, offset, wanted) => {
          const size = pageSize({ pageSize: { max }, told: 'never' }, offset, wanted, false);
          expect(size).toBeGreaterThanOrEqual(1);
          expect(size).toBeLessThanOrEqual(max);
          const covers = (each: number): boolean =>
            Math.floor(offset / each) === Math.floor((offset + wanted - 1) / each);
          const fitting = Array.from({ length: max }, (_, index) => index + 1).filter(covers);
          expect(size).toBe(fitting[0] ?? max);
        },
      ),
    );
  });

  it.each([[-1], [7], [[0, '']], [[1.5, '']], [[1, 'a']], [[1, 0]], ['7'], [null]])(
    'refuses a position of another listing: %j',
    async (from) => {
      const { list } = fakePages({ rows: rowsOf(3), size: { max: 5 }, total: 'never' });
      const read = pagedListing(list).read({
        from: from as never,
        limit: 1,
        needMore: false,
        needTotal: false,
      });
      await expect(read).rejects.toThrow('does not fit');
    },
  );
});

describe('a list by offset and amount', () => {
  it('gives every row once, whatever it says of its total', async () => {
    await fc.assert(
      fc.asyncProperty(
        counts,
        fc.integer({ min: 1, max: 20 }),
        limits,
        fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
        async (count, max, limit, total) => {
          const rows = rowsOf(count);
          const { list } = fakeOffsets(rows, max, total === undefined ? {} : { total });
          // A total is text in a sample of HomeQ's: it must never bound a loop, however wrong it is.
          expect((await drain(offsetListing(list), () => limit)).rows).toEqual(rows);
        },
      ),
    );
  });

  it('loses nothing behind records that cannot be read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 50 }),
        fc.integer({ min: 1, max: 20 }),
        limits,
        async (readable, max, limit) => {
          const rows: FakeRow[] = readable.map((can, index) => (can ? `row ${index}` : null));
          const { rows: read } = await drain(offsetListing(fakeOffsets(rows, max).list), () => limit, {
            exact: false,
          });
          expect(read).toEqual(rows.filter((row) => row !== null));
        },
      ),
    );
  });

  it('asks for exactly the window, and for one row more where it must know whether some follow', async () => {
    const { list, asked } = fakeOffsets(rowsOf(50), 100);
    const listing = offsetListing(list);
    await listing.read({ from: at(3), limit: 7, needMore: false, needTotal: false });
    await listing.read({ from: at(10), limit: 7, needMore: true, needTotal: false });
    expect(asked).toEqual([
      { at: 3, size: 7 },
      { at: 10, size: 8 },
    ]);
  });

  it('asks as often as its largest amount makes it', async () => {
    const { list, asked } = fakeOffsets(rowsOf(50), 10);
    await offsetListing(list).read({ from: start, limit: 25, needMore: false, needTotal: false });
    expect(asked.map(({ size }) => size)).toEqual([10, 10, 5]);
  });

  it('stops where a server ignores the offset', async () => {
    let calls = 0;
    const listing = offsetListing<string>({
      path: '/rows',
      max: 5,
      key: (row) => row,
      rows: (_, amount) => {
        calls += 1;
        return Promise.resolve({ rows: rowsOf(5).slice(0, amount) });
      },
    });
    const slice = await listing.read({ from: start, limit: 50, needMore: true, needTotal: false });
    expect(slice.rows.map(({ value }) => value)).toEqual(rowsOf(5));
    expect(slice.more).toBe(false);
    expect(slice.warnings).toHaveLength(1);
    expect(calls).toBe(2);
  });

  it('does not go on for ever through records of which none can be read', async () => {
    let calls = 0;
    const listing = offsetListing<string>({
      path: '/rows',
      max: 3,
      key: (row) => row,
      rows: (_, amount) => {
        calls += 1;
        return Promise.resolve({ rows: Array.from({ length: amount }, () => null) });
      },
    });
    const slice = await listing.read({ from: start, limit: 50, needMore: true, needTotal: false });
    expect(slice).toMatchObject({ rows: [], more: true, stoppedAt: at(3) });
    expect(calls).toBe(1);
  });
});
