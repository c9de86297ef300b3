import { describe, expect, it } from 'vitest';
import type { NodeRecord } from '../../src/domain/index.js';
import { checkPaging, windowRows } from '../../src/doctor/paging.js';
import type { Seen } from '../../src/doctor/observer.js';
import { pagedListing, type PagedList } from '../../src/pagination/pages.js';
import { start } from '../../src/pagination/position.js';

/** What a second page tells of the first. */

const records = (count: number): readonly NodeRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    ref: { type: 'Unit', source: 'test', key: [String(index)] },
    remoteId: String(index),
    fetchedAt: new Date(0),
    raw: null,
  }));

/** A list as a vendor serves it, who finds page `number` (asked for from 1 up) where `offsetOf` says. */
async function check(
  pageSize: PagedList<NodeRecord>['pageSize'],
  { rows, total = rows }: { readonly rows: number; readonly total?: number | null },
  offsetOf: (number: number, size: number) => number,
) {
  const all = records(rows);
  const seen: Seen[] = [];
  const listing = pagedListing<NodeRecord>({
    path: '/units',
    pageSize,
    told: 'maybe',
    key: ({ remoteId }) => remoteId,
    page(index, size) {
      const query = { page: index + 1, size };
      const known = seen.some((each) => JSON.stringify(each.query) === JSON.stringify(query));
      const none = { login: false, failure: null, clockSkew: null, isEmpty: false, lacksRows: false };
      // A session asks the same only once.
      if (!known) seen.push({ path: '/units', query, ...none });
      const offset = offsetOf(index + 1, size);
      return Promise.resolve({ rows: all.slice(offset, offset + size), total });
    },
  });
  const first = await listing.read({ from: start, limit: windowRows, needMore: false, needTotal: false });
  const checked = await checkPaging(listing, first, seen);
  return { checked, calls: seen.length };
}

const right = (number: number, size: number): number => (number - 1) * size;
const fromZero = (number: number, size: number): number => number * size;
const always = (): number => 0;

describe('the check of a list whose page size is ours to choose', () => {
  const sized = { max: 100 };

  it('takes one call more, and says what pages are counted from', async () => {
    expect(await check(sized, { rows: 90 }, right)).toEqual({
      checked: { fault: null, base: 'page from 1' },
      calls: 2,
    });
  });

  it('serves for short lists, too', async () => {
    expect((await check(sized, { rows: 3 }, right)).checked).toEqual({ fault: null, base: 'page from 1' });
    expect((await check(sized, { rows: 1 }, right)).checked).toBeNull();
  });

  it('tells that pages are counted from another number', async () => {
    const { checked } = await check(sized, { rows: 90 }, fromZero);
    expect(checked?.fault).toMatch(/^the same rows stand on two pages: .*counted from another one/);
  });

  it('tells that rows do not keep their order', async () => {
    const { checked } = await check(sized, { rows: 90 }, (number, size) => right(number, size) + 3 * number);
    expect(checked?.fault).toMatch(/^rows that follow each other on one page do not on two/);
  });

  it('tells that the page is ignored', async () => {
    const { checked } = await check(sized, { rows: 90 }, always);
    expect(checked?.fault).toMatch(/^the same rows stand on two pages/);
  });
});

it('leaves lists alone of which a record could not be read: places mean nothing then', async () => {
  const page = { rows: [null, ...records(19)] };
  const listing = pagedListing<NodeRecord>({
    path: '/units',
    pageSize: { max: 100 },
    told: 'maybe',
    key: ({ remoteId }) => remoteId,
    page: () => Promise.resolve(page),
  });
  const first = await listing.read({ from: start, limit: 19, needMore: false, needTotal: false });
  expect(await checkPaging(listing, first, [])).toBeNull();
});

describe('the check of a list whose pages the provider cuts', () => {
  const cut = { fixed: 10 };

  it('reads the next page and the last one', async () => {
    expect((await check(cut, { rows: 57 }, right)).checked).toEqual({ fault: null, base: 'page from 1' });
    expect((await check(cut, { rows: 57, total: null }, right)).checked).toEqual({
      fault: null,
      base: 'page from 1',
    });
  });

  it('has nothing to read where one page is all', async () => {
    expect(await check({ fixed: 25 }, { rows: 22 }, right)).toEqual({ checked: null, calls: 1 });
  });

  it('tells that pages are counted from another number, by the rows that are missing at the end', async () => {
    const { checked } = await check({ fixed: 25 }, { rows: 130 }, fromZero);
    expect(checked?.fault).toMatch(/^the last page that the total promises is empty/);
  });

  it('tells that the page is ignored', async () => {
    const { checked } = await check({ fixed: 25 }, { rows: 130 }, always);
    expect(checked?.fault).toMatch(/^the same rows stand on two pages/);
  });
});
