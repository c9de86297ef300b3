import { expect } from 'vitest';
import { arrayListing } from '../../src/pagination/array.js';
import { flattenListing, type FlattenOptions } from '../../src/pagination/flatten.js';
import { unknownLength, type Listing, type Slice } from '../../src/pagination/listing.js';
import type { OffsetList, PagedList } from '../../src/pagination/pages.js';
import { start, type Position } from '../../src/pagination/position.js';
import { free } from '../../src/plan/cost.js';
import type { Size } from '../../src/plan/sizes.js';

/** A list of a provider that exists only here, and what was asked of it. */
export interface Fake<L> {
  readonly list: L;
  readonly asked: readonly { readonly at: number; readonly size: number }[];
  /** The most calls that were under way at once. */
  readonly together: () => number;
}

/** A row of the provider: what it is called, or `null` where it cannot be read. */
export type FakeRow = string | null;

export interface FakePages {
  readonly rows: readonly FakeRow[];
  readonly size: PagedList<string>['pageSize'];
  readonly total: PagedList<string>['told'];
  /** What is remembered of the list's length. */
  readonly memory?: Size;
  /** What answers say of the whole list; nothing by default. */
  readonly says?: { readonly total?: number; readonly pageCount?: number };
  /** A server that answers the first page whatever is asked. */
  readonly ignoresPage?: boolean;
}

/** Pages over rows; asking for a size that the provider does not offer fails. */
export function fakePages({
  rows,
  size,
  total,
  says = {},
  ignoresPage = false,
  memory,
}: FakePages): Fake<PagedList<string>> {
  const { asked, together, take } = watch();
  return {
    asked,
    together,
    list: {
      path: '/rows',
      pageSize: size,
      told: total,
      ...(memory && { size: memory }),
      key: (row) => row,
      page: (index, asksFor) =>
        take(index, asksFor, () => {
          const most = 'fixed' in size ? size.fixed : size.max;
          expect(asksFor).toBeGreaterThanOrEqual('fixed' in size ? most : 1);
          expect(asksFor).toBeLessThanOrEqual(most);
          const from = ignoresPage ? 0 : index * asksFor;
          return { rows: rows.slice(from, from + asksFor), ...says };
        }),
    },
  };
}

/** Rows by offset and amount. */
export function fakeOffsets(
  rows: readonly FakeRow[],
  max: number,
  says: { readonly total?: number } = {},
): Fake<OffsetList<string>> {
  const { asked, together, take } = watch();
  return {
    asked,
    together,
    list: {
      path: '/rows',
      max,
      key: (row) => row,
      rows: (offset, amount) =>
        take(offset, amount, () => {
          expect(amount).toBeGreaterThanOrEqual(1);
          expect(amount).toBeLessThanOrEqual(max);
          return { rows: rows.slice(offset, offset + amount), ...says };
        }),
    },
  };
}

function watch() {
  const asked: { at: number; size: number }[] = [];
  let under = 0;
  let most = 0;
  return {
    asked,
    together: () => most,
    async take<R>(at: number, size: number, answer: () => R): Promise<R> {
      asked.push({ at, size });
      expect(asked.length, 'calls to a list of this size').toBeLessThan(5_000);
      most = Math.max(most, (under += 1));
      await new Promise(setImmediate);
      under -= 1;
      return answer();
    },
  };
}

/** `row 0`, `row 1`, …: so many rows, each told apart. */
export function rowsOf(count: number, name = 'row'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name} ${index}`);
}

/** Rows that are told apart by themselves. */
export function textListing<T extends string | number>(
  load: () => Promise<readonly T[]> | readonly T[],
): Listing<T> {
  return arrayListing({ load, key: String });
}

/** A listing of which only the reading matters. */
export function readOnly<T>(listing: Pick<Listing<T>, 'stride' | 'read'>): Listing<T> {
  return { ...listing, cost: () => free, known: () => unknownLength };
}

/** The rows of parents that are told apart by themselves. */
export function flatTexts<C>(
  parents: Listing<string>,
  options: Omit<FlattenOptions<string, C>, 'key' | 'childCost'>,
): Listing<C> {
  return flattenListing(parents, { ...options, key: (parent) => parent, childCost: () => free });
}

/** A place of which nothing is remembered but the offset. */
export function at(offset: number): Position {
  return offset === 0 ? start : [offset, ''];
}

/** Reads windows to the end, as a client does that asks whether more follows, and checks each on the way. */
export async function drain<T>(
  listing: Listing<T>,
  limitOf: (read: number) => number,
  { needTotal = false, exact = true }: { readonly needTotal?: boolean; readonly exact?: boolean } = {},
): Promise<{ readonly rows: readonly T[]; readonly slices: readonly Slice<T>[] }> {
  const rows: T[] = [];
  const slices: Slice<T>[] = [];
  let from: Position = start;
  let promised = false;
  for (;;) {
    const limit = limitOf(slices.length);
    const slice: Slice<T> = await listing.read({ from: stored(from), limit, needMore: true, needTotal });
    slices.push(slice);
    rows.push(...slice.rows.map(({ value }) => value));
    expect(slice.rows.length).toBeLessThanOrEqual(limit);
    expect(slice.more).toBeTypeOf('boolean');
    if (promised && slice.stoppedAt === undefined) expect(slice.rows).not.toEqual([]);
    promised = exact && slice.more === true && slice.stoppedAt === undefined;
    if (slice.more === false) {
      expect(slice.stoppedAt).toBeUndefined();
      return { rows, slices };
    }
    // Fewer rows than asked, and yet more to come: only where a budget ended the scan.
    if (slice.stoppedAt === undefined) expect(slice.rows).toHaveLength(limit);
    const next: Position | undefined = slice.stoppedAt ?? slice.rows.at(-1)?.next;
    expect(next, 'a place to go on from').toBeDefined();
    expect(stored(next ?? start)).not.toEqual(stored(from));
    expect(slices.length, 'windows of a list of this size').toBeLessThan(2_000);
    from = next ?? start;
  }
}

/** Reads windows without asking whether more follows, until one comes short. */
export async function drainBlindly<T>(listing: Listing<T>, limit: number): Promise<readonly T[]> {
  const rows: T[] = [];
  let from: Position = start;
  for (;;) {
    const slice: Slice<T> = await listing.read({
      from: stored(from),
      limit,
      needMore: false,
      needTotal: false,
    });
    rows.push(...slice.rows.map(({ value }) => value));
    const next: Position | undefined = slice.stoppedAt ?? slice.rows.at(-1)?.next;
    if (slice.stoppedAt === undefined && slice.rows.length < limit) return rows;
    if (slice.more === false || next === undefined) return rows;
    expect(rows.length).toBeLessThan(20_000);
    from = next;
  }
}

/** As a cursor carries it. */
function stored(position: Position): Position {
  return JSON.parse(JSON.stringify(position)) as Position;
}
