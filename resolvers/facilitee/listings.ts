import type { NodeRecord } from '../../src/domain/index.js';
import { recordListing } from '../../src/loaders/batch.js';
import {
  likeListing,
  unknownLength,
  type Ask,
  type Listing,
  type Row,
  type Slice,
} from '../../src/pagination/listing.js';
import { offsetOf, remembered, start, toPosition, type Position } from '../../src/pagination/position.js';
import { together, type Cost } from '../../src/plan/cost.js';

/** A listing that is made when it is first read, and by how many rows are wanted then. */
export function askedListing<T>(
  make: (limit: number) => Promise<Listing<T>>,
  cost: (ask: Ask) => Cost,
): Listing<T> {
  let made: Promise<Listing<T>> | undefined;
  return {
    stride: Infinity,
    cost,
    known: () => unknownLength,
    read: async (ask) => (await (made ??= make(ask.limit))).read(ask),
  };
}

/** One read for all who ask for the same: a listing that several parents share. */
export function sharedListing<T>(inner: Listing<T>): Listing<T> {
  const reads = new Map<string, Promise<Slice<T>>>();
  return {
    ...likeListing(inner),
    read(ask) {
      const name = JSON.stringify(ask);
      let read = reads.get(name);
      if (read === undefined) reads.set(name, (read = inner.read(ask)));
      return read;
    },
  };
}

/** What a scan may take, and what is known beforehand. */
export interface ScanLimits {
  readonly pageSize: number;
  /** Pages that one read may look at. */
  readonly calls: number;
  /** The most rows that there can be, as last seen. */
  most(): number | undefined;
}

/**
 * The rows of a list that match, where the provider has no filter for them. Those that match may stand anywhere, so one
 * read looks at as much of the list as it may, all pages together; where that is not all, it says where it stopped.
 */
export function scanListing<T>(
  inner: Listing<T>,
  matches: (row: T) => boolean,
  limits: ScanLimits,
): Listing<T> {
  const scan = async (from: Position): Promise<Slice<T>> => {
    const slice = await readStretch(inner, from, limits);
    const rows = slice.rows.filter(({ value }) => matches(value));
    const last = slice.stoppedAt ?? slice.rows.at(-1)?.next;
    return slice.more === true && last !== undefined
      ? { ...slice, rows, total: null, stoppedAt: last }
      : // Nothing odd on the way: all were counted.
        { ...slice, rows, more: false, total: slice.warnings === undefined ? rows.length : null };
  };
  return {
    stride: inner.stride,
    async read({ from, limit, needTotal }) {
      const [slice, whole] = await Promise.all([
        scan(from),
        needTotal && from !== start ? scan(start) : undefined,
      ]);
      const total = from === start ? slice.total : (whole?.total ?? null);
      if (slice.rows.length <= limit) return { ...slice, total };
      const { stoppedAt: _, ...rest } = slice;
      return { ...rest, rows: slice.rows.slice(0, limit), more: true, total };
    },
    cost: (ask) => scanCost(inner, ask, limits),
    known: () => unknownLength,
  };
}

/** The calls of one read of a scan, whatever is looked for. */
export function readStretch<T>(inner: Listing<T>, from: Position, limits: ScanLimits): Promise<Slice<T>> {
  return inner.read({ from, limit: stretchFrom(from, limits), needMore: true, needTotal: false });
}

/** What a scan of a list costs, whoever reads it. */
export function scanCost(
  { cost }: Pick<Listing<unknown>, 'cost'>,
  { from, needTotal }: Ask,
  limits: ScanLimits,
): Cost {
  const costFrom = (position: Position): Cost => {
    // Up to the end of the last page that there is.
    const end = Math.ceil((limits.most() ?? Infinity) / limits.pageSize) * limits.pageSize;
    const limit = Math.min(stretchFrom(position, limits), Math.max(1, end - offsetOf(position)));
    return cost({ from: position, limit, needMore: true, needTotal: false });
  };
  return needTotal && from !== start ? together(costFrom(start), costFrom(from)) : costFrom(from);
}

/** As many rows as so many calls bring, of which the first look again at the rows before the position. */
function stretchFrom(from: Position, { pageSize, calls }: ScanLimits): number {
  const offset = offsetOf(from);
  const page = Math.floor((offset - Math.min(remembered, offset)) / pageSize);
  return Math.max((page + calls) * pageSize - offset, pageSize - (offset % pageSize));
}

/**
 * Rows that take calls of their own to be complete, which are made for those of a window alone. `null` is none; one
 * failure fails all.
 */
export function completedListing<A, B>(
  inner: Listing<A>,
  complete: (rows: readonly A[]) => Promise<readonly (B | null | Error)[]>,
): Listing<B> {
  return {
    ...likeListing(inner),
    async read(ask) {
      const rows: Row<B>[] = [];
      for (let from = ask.from; ;) {
        const slice = await inner.read({ ...ask, from, limit: ask.limit - rows.length });
        const found = await complete(slice.rows.map(({ value }) => value));
        slice.rows.forEach((row, index) => {
          const value = found[index] ?? null;
          if (value instanceof Error) throw value;
          if (value !== null) rows.push({ value, next: row.next });
        });
        const last = slice.rows.at(-1);
        const isOver = slice.more === false || slice.stoppedAt !== undefined || last === undefined;
        if (isOver || rows.length >= ask.limit) return { ...slice, rows };
        from = last.next;
      }
    },
  };
}

/** Rows that were gathered within a budget. */
export interface Gathered<T> {
  readonly rows: readonly T[];
  /** Whether these are all there are. */
  readonly complete: boolean;
}

/**
 * Records that have to be gathered before the first can be given, because they must be told apart from one another. Where
 * the budget did not suffice, the last window says so; going on from there brings nothing more.
 */
export function gatheredListing<T extends NodeRecord>(
  gather: () => Promise<Gathered<T>>,
  cost: Cost,
): Listing<T> {
  let gathering: Promise<Gathered<T>> | undefined;
  const load = () => (gathering ??= gather());
  const inner = recordListing(async () => (await load()).rows, cost);
  return {
    ...likeListing(inner),
    async read(ask) {
      const [slice, { rows, complete }] = await Promise.all([inner.read(ask), load()]);
      if (complete || slice.more !== false) return slice;
      const isBehind = offsetOf(ask.from) > rows.length;
      const stoppedAt = toPosition({ offset: rows.length + 1, marks: [] });
      return { ...slice, total: null, ...(isBehind ? {} : { more: true, stoppedAt }) };
    },
  };
}
