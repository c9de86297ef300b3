import type { Cost } from '../plan/cost.js';
import { rowOf, type Ask, type KnownLength, type Listing, type Row, type Slice } from './listing.js';
import { markOf, remembered, toPlace, toPosition, type Place, type Position } from './position.js';

/**
 * A provider's own list, by offsets. All that a way of paging has to say is how rows from one offset to another are
 * read; what must hold whatever the way stands here: no row twice, an end to every list, and a reader who finds the
 * place again where rows came or went since the last page.
 */
export interface RowSource<T> {
  /** Rows that one call can bring. */
  readonly stride: number;
  /** Rows that are looked through on either side for a place that has moved. */
  readonly reach: number;
  /** What tells two rows apart. */
  key(row: T): string;
  /** How many of the rows right before an offset are looked at again by whoever goes on there. */
  lookback(offset: number): number;
  /** Rows from one offset up to another, or more where they come at no cost, or fewer at the end of the list. */
  read(from: number, to: number, need: Need): Promise<Stretch<T>>;
  cost(from: number, to: number, need: Need): Cost;
  known(): KnownLength;
}

export type Need = Pick<Ask, 'needMore' | 'needTotal'>;

export interface Stretch<T> {
  /** The rows in their places; `null` is a record that could not be read, so that offsets stay right. */
  readonly rows: readonly (T | null)[];
  /** Whether rows follow; `undefined` where that is not known. */
  readonly more: boolean | undefined;
  readonly total: number | null;
  /** Nothing tells one such stretch from the next, so that reading on may never end. */
  readonly stuck?: boolean;
  readonly warnings?: readonly string[];
}

const nothing: ReadonlySet<number> = new Set();

const unreadable = 'a record without its key could not be read and was left out';
const repeated = 'a row came twice: the list changed while it was read';
export const endless = 'the provider repeated a page: it may ignore the page parameter';
const lost =
  'the list changed so much since the last page that its place could not be found again; start again without `after`';

/** A listing over a provider's own list. A position is an offset and the marks of the rows before it. */
export function listingOf<T>(source: RowSource<T>): Listing<T> {
  return {
    stride: source.stride,
    read: (ask) => readFrom(source, ask),
    cost({ from, limit, ...need }) {
      const { offset, marks } = toPlace(from);
      return source.cost(offset - (marks.length === 0 ? 0 : source.lookback(offset)), offset + limit, need);
    },
    known: () => source.known(),
  };
}

async function readFrom<T>(source: RowSource<T>, { from, limit, ...need }: Ask): Promise<Slice<T>> {
  const place = toPlace(from);
  // Without a mark there is nothing to look for before the place.
  const back = place.marks.length === 0 ? 0 : source.lookback(place.offset);
  const hand = createHand(source, place.offset - back, need);
  await hand.extendTo(place.offset + limit);
  // Records before the place that could not be read are no reason to stop in front of it.
  while (hand.isStuck() && hand.end() <= place.offset) await hand.extendTo(place.offset + limit);
  const found = place.marks.length === 0 ? { at: place.offset, passed: [] } : await find(hand, place);
  if (found === null) {
    return { rows: [], more: false, total: hand.total(), lost: true, warnings: [...hand.warnings, lost] };
  }

  const given = new Set<string>();
  const before: ReadonlySet<number> = place.marks.length === 0 ? nothing : new Set(place.marks);
  const passed = new Set(found.passed);
  const warnings = new Set<string>();
  /** Whether a row was not given before, by its key. */
  const isNew = (key: string): boolean => !given.has(key) && (before.size === 0 || !before.has(markOf(key)));
  const rows: Row<T>[] = [];
  let { at } = found;
  let again = 0;
  let step = limit;
  /** A row may come twice; where far more do than were ever given, the provider goes round in circles. */
  const circles = (): boolean => again > given.size + before.size + 20;

  for (;;) {
    const had = rows.length;
    for (; at < hand.end() && rows.length < limit && !circles(); at += 1) {
      const row = hand.row(at);
      if (row === null) {
        warnings.add(unreadable);
        continue;
      }
      const key = source.key(row);
      if (!isNew(key)) {
        // Where an older row showed the place, those that were given behind it come by once more.
        if (!passed.delete(markOf(key))) warnings.add(repeated);
        again += 1;
      } else {
        given.add(key);
        again = 0;
        const behind = at + 1;
        rows.push(rowOf(row, () => toPosition(hand.placeAt(behind))));
      }
    }
    if (rows.length >= limit || hand.more() === false || hand.isStuck() || circles()) break;
    step = rows.length === had ? 2 * step : limit - rows.length;
    await hand.extendTo(hand.end() + step);
  }

  // A full window in which nothing is left over: only another call can tell whether rows follow.
  const leftOver = (): boolean => {
    again = 0;
    for (let offset = at; offset < hand.end(); offset += 1) {
      const row = hand.row(offset);
      if (row === null) continue;
      if (isNew(source.key(row))) return true;
      again += 1;
    }
    return false;
  };
  let follows = rows.length >= limit && leftOver();
  while (need.needMore && !follows && hand.more() === undefined && !hand.isStuck() && !circles()) {
    await hand.extendTo(hand.end() + 1 + again);
    follows = leftOver();
  }
  const more = follows || (circles() ? false : hand.isStuck() || hand.more());
  if (circles()) {
    warnings.delete(repeated);
    warnings.add(endless);
  }
  for (const warning of hand.warnings) warnings.add(warning);
  // Behind the last window nobody will come to look at it again.
  for (let offset = at; more === false && offset < hand.end(); offset += 1) {
    if (hand.row(offset) === null) warnings.add(unreadable);
  }
  const told = warnings.size === 0 ? {} : { warnings: [...warnings] };
  const stopped =
    hand.isStuck() && rows.length < limit ? { stoppedAt: toPosition(hand.placeAt(hand.end())) } : {};
  return { rows, more, total: hand.total(), ...stopped, ...told };
}

/** Where a reader goes on. */
interface Found {
  readonly at: number;
  /** Marks of rows that the reader was given behind the one that shows the place, and that may come by once more. */
  readonly passed: readonly number[];
}

/**
 * The offset behind the last row that the reader was given, wherever that row is now. Rows that came or went before it
 * have moved it; where it is gone itself, the nearest one before it that is still there shows the place. `null`: none is.
 */
async function find<T>(hand: Hand<T>, { offset, marks }: Place): Promise<Found | null> {
  const last = marks.length - 1;
  const locate = (index: number): Found | null => {
    const at = hand.find(marks[index] ?? 0, offset - 1 - (last - index));
    return at === null ? null : { at: at + 1, passed: marks.slice(index + 1) };
  };
  const nearest = (): Found | null => {
    for (let index = last; index >= 0; index -= 1) {
      const found = locate(index);
      if (found !== null) return found;
    }
    return null;
  };
  const same = locate(last);
  if (same !== null) return same;
  // It may have moved on, or be gone; a row before it may be at hand in either case, and would lead to it again.
  await hand.reachForward();
  const here = nearest();
  if (here !== null) return here;
  await hand.reachBack();
  // Where every row before the place is marked and none is left, the place is the start.
  return nearest() ?? (marks.length === offset ? { at: 0, passed: marks } : null);
}

/** The rows that a reader holds: one stretch of the list without gaps, which grows on either side. */
interface Hand<T> {
  readonly warnings: readonly string[];
  /** The offset behind the last row in hand. */
  end(): number;
  /** The row of an offset in hand; `null` where it could not be read. */
  row(offset: number): T | null;
  extendTo(offset: number): Promise<void>;
  reachForward(): Promise<void>;
  reachBack(): Promise<void>;
  /** Where the row of a mark is in hand; of several, the one nearest to where it is expected. */
  find(mark: number, expected: number): number | null;
  placeAt(offset: number): Place;
  more(): boolean | undefined;
  total(): number | null;
  isStuck(): boolean;
}

function createHand<T>(source: RowSource<T>, first: number, need: Need): Hand<T> {
  let begin = first;
  let rows: readonly (T | null)[] = [];
  let latest: Stretch<T> | undefined;
  let total: number | null = null;
  const warnings: string[] = [];

  const take = (stretch: Stretch<T>): void => {
    total = stretch.total ?? total;
    warnings.push(...(stretch.warnings ?? []));
  };
  const end = (): number => begin + rows.length;
  const extendTo = async (offset: number): Promise<void> => {
    if (latest?.more === false) return;
    const stretch = await source.read(end(), Math.max(offset, end() + 1), need);
    latest = stretch.rows.length === 0 ? { ...stretch, more: false } : stretch;
    rows = rows.length === 0 ? stretch.rows : [...rows, ...stretch.rows];
    take(stretch);
  };
  const markAt = (offset: number): number | null => {
    const row = rows[offset - begin];
    return row === null || row === undefined ? null : markOf(source.key(row));
  };

  return {
    warnings,
    end,
    row: (offset) => rows[offset - begin] ?? null,
    extendTo,
    reachForward: () => extendTo(end() + source.reach),
    async reachBack() {
      const from = Math.max(0, begin - source.reach);
      if (from === begin) return;
      const stretch = await source.read(from, begin, { needMore: false, needTotal: false });
      take(stretch);
      const before = stretch.rows.slice(0, begin - from);
      // A list that now ends before the place: there is nothing behind what was read.
      rows = before.length < begin - from ? before : [...before, ...rows];
      begin = from;
    },
    find(mark, expected) {
      let found: number | null = null;
      for (let offset = begin; offset < end(); offset += 1) {
        if (markAt(offset) !== mark) continue;
        if (found === null || Math.abs(offset - expected) < Math.abs(found - expected)) found = offset;
      }
      return found;
    },
    placeAt(offset) {
      const marks: number[] = [];
      for (let at = Math.max(begin, offset - source.lookback(offset)); at < offset; at += 1) {
        const mark = markAt(at);
        if (mark !== null) marks.push(mark);
      }
      return { offset, marks };
    },
    more: () => latest?.more,
    total: () => total,
    isStuck: () => latest?.stuck === true,
  };
}

/** Rows before an offset, as many as are remembered: for lists that can be read from anywhere. */
export function anyRowsBefore(offset: number): number {
  return Math.min(remembered, offset);
}

/** Where a reader stands behind so many rows of a list that is here as a whole. */
export function positionBehind<T>(rows: readonly T[], offset: number, key: (row: T) => string): Position {
  const marks = rows.slice(offset - anyRowsBefore(offset), offset).map((row) => markOf(key(row)));
  return toPosition({ offset, marks });
}
