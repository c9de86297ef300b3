import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completedListing, scanListing } from '../../resolvers/facilitee/listings.js';
import { concatListings } from '../../src/pagination/concat.js';
import type { Listing, Slice } from '../../src/pagination/listing.js';
import { pagedListing } from '../../src/pagination/pages.js';
import { start, type Position } from '../../src/pagination/position.js';
import { callsOf } from '../../src/plan/cost.js';

/** A list of numbers that pages as Facilitee's do, with the pages that were asked for. */
function numbers(length: number, pageSize: number, from = 0) {
  const asked = new Set<string>();
  const rows = Array.from({ length }, (_, index) => from + index);
  const listing: Listing<number> = pagedListing({
    path: '/numbers',
    pageSize: { max: pageSize },
    told: 'always',
    key: String,
    page(index, size) {
      asked.add(`${index} of ${size}`);
      return Promise.resolve({ rows: rows.slice(index * size, (index + 1) * size), total: length });
    },
  });
  return { rows, listing, asked };
}

/** Reads to the end, from the position that a client would go on from. */
async function drain<T>(
  listing: Listing<T>,
  limit: number,
  onRead?: (slice: Slice<T>, from: Position) => void,
): Promise<T[]> {
  const found: T[] = [];
  for (let from: Position = start, reads = 0; reads < 500; reads += 1) {
    const slice = await listing.read({ from, limit, needMore: true, needTotal: false });
    onRead?.(slice, from);
    found.push(...slice.rows.map(({ value }) => value));
    const next = slice.stoppedAt ?? slice.rows.at(-1)?.next;
    if (slice.more !== true || next === undefined) return found;
    from = next;
  }
  throw new Error('no end');
}

const sizes = {
  length: fc.nat(120),
  pageSize: fc.integer({ min: 1, max: 12 }),
  limit: fc.integer({ min: 1, max: 9 }),
};

describe('a scan', () => {
  it('finds every row that matches, once, within its calls a read, and reckons with no fewer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          ...sizes,
          calls: fc.integer({ min: 2, max: 5 }),
          every: fc.integer({ min: 1, max: 30 }),
        }),
        async ({ length, pageSize, limit, calls, every }) => {
          const { rows, listing, asked } = numbers(length, pageSize);
          const matches = (row: number): boolean => row % every === 0;
          const scan = scanListing(listing, matches, { pageSize, calls, most: () => length });
          const found = await drain(scan, limit, (slice, from) => {
            // Rows before a position are looked at again: where a page is smaller than they are, by pages of their own.
            const again = from === start ? 0 : Math.ceil(4 / pageSize);
            expect(asked.size).toBeLessThanOrEqual(Math.max(calls, again + 1));
            const bound = scan.cost({ from, limit, needMore: true, needTotal: false });
            expect(callsOf(bound)).toBeGreaterThanOrEqual(asked.size);
            expect(slice.rows.length).toBeLessThanOrEqual(limit);
            asked.clear();
          });
          expect(found).toEqual(rows.filter(matches));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts the same from wherever it is read', async () => {
    const { listing } = numbers(40, 10);
    const scan = scanListing(listing, (row) => row % 2 === 0, { pageSize: 10, calls: 9, most: () => 40 });
    const ask = { limit: 5, needMore: false, needTotal: true };
    const first = await scan.read({ ...ask, from: start });
    const second = await scan.read({ ...ask, from: first.rows.at(-1)?.next ?? start });
    expect([first.total, second.total]).toEqual([20, 20]);
  });
});

describe('rows that are completed window by window', () => {
  it('are given once each, though some turn out to be none, and no more are completed than are wanted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ ...sizes, gaps: fc.integer({ min: 2, max: 9 }) }),
        async ({ length, pageSize, limit, gaps }) => {
          const { rows, listing } = numbers(length, pageSize);
          let completed = 0;
          const whole = completedListing(listing, (some) => {
            completed += some.length;
            return Promise.resolve(some.map((row) => (row % gaps === 0 ? null : row)));
          });
          expect(await drain(whole, limit)).toEqual(rows.filter((row) => row % gaps !== 0));
          expect(completed).toBe(length);
        },
      ),
    );
  });

  it('fail together', async () => {
    const { listing } = numbers(3, 10);
    const broken = completedListing(listing, (some) => Promise.resolve(some.map(() => new Error('broken'))));
    await expect(drain(broken, 2)).rejects.toThrow('broken');
  });
});

describe('several lists as one', () => {
  it('give the same rows with their total as without, and ask each list once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(30), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        async (lengths, limit) => {
          const made = lengths.map((length, index) => numbers(length, 100, 1_000 * index));
          const listing = concatListings(made.map((each) => each.listing));
          const rows = made.flatMap((each) => each.rows);
          for (let from: Position = start, at = 0; ;) {
            made.forEach(({ asked }) => asked.clear());
            const ask = { from, limit, needMore: true, needTotal: true };
            const slice = await listing.read(ask);
            expect(slice.rows.map(({ value }) => value)).toEqual(rows.slice(at, at + limit));
            expect(slice.total).toBe(rows.length);
            expect(made.map(({ asked }) => asked.size)).toEqual(lengths.map(() => 1));
            expect(callsOf(listing.cost(ask))).toBe(lengths.length);
            at += slice.rows.length;
            expect(slice.more).toBe(at < rows.length);
            const next = slice.rows.at(-1)?.next;
            if (slice.more !== true || next === undefined) break;
            from = next;
          }
        },
      ),
    );
  });
});
