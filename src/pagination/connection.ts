import { BadInputError, TimedOutError, toError, type Origin } from '../errors.js';
import { free, inTurn, type Cost } from '../plan/cost.js';
import type { KeptRead } from '../http/session.js';
import type { Kind } from '../plan/kinds.js';
import type { ConnectionState } from './cursor.js';
import type { Ask, Listing, Row, Slice } from './listing.js';
import { isFlat, offsetOf, PositionError, start, type Position } from './position.js';
import { positionBehind } from './rows.js';

/** A source that was chosen for a connection, with its part of the rows; `null` where its provider cannot serve them. */
export interface ConnectionSource<T> {
  readonly origin: Origin;
  readonly listing: Listing<T> | null;
  /** Rows as the source brings them, one of each kind, for reckoning what hangs on the rows. */
  readonly kinds?: () => readonly Kind<T>[];
  /** Told what the first call has to wait for, so that the call log numbers the waves rightly. */
  readonly waves?: { readonly wave: number; follow(wave: number): void; readonly kept?: KeptRead | null };
}

/** What the client asked for, as far as it decides which calls are made. */
export interface ConnectionAsk<T = never> {
  readonly first: number;
  readonly state: ConnectionState;
  readonly wantsMore: boolean;
  readonly wantsTotal: boolean;
  /** The order of rows over all sources, each of which brings its own in that order; without it, source after source. */
  readonly compare?: (one: T, other: T) => number;
}

/** Time left: a source that is asked alone may use only a share of it. */
export interface ConnectionClock {
  /** `Date.now()` at which the operation ends. */
  readonly deadline: number;
  /** Milliseconds that one source may take while others wait for it. */
  readonly share: number;
}

export type SourceOutcome =
  | { readonly origin: Origin; readonly status: 'SKIPPED' }
  | { readonly origin: Origin; readonly status: 'FAILED'; readonly error: Error }
  | {
      readonly origin: Origin;
      readonly status: 'OK' | 'PARTIAL';
      readonly truncated: boolean;
      readonly fetchedAt: Date;
      readonly warnings: readonly string[];
      /** The failure that older answers stand in for. */
      readonly insteadOf: Error | null;
    };

export interface ConnectionWindow<T> {
  readonly rows: readonly ConnectionRow<T>[];
  endState(): ConnectionState;
  readonly hasNextPage: boolean;
  readonly total: number | null;
  /** One outcome for each source that the window reached, in the order of sources. */
  readonly outcomes: readonly SourceOutcome[];
}

export interface ConnectionRow<T> {
  readonly value: T;
  /** Where a reader stands behind this row. Worked out when it is asked for: a cursor is wanted of few rows. */
  state(): ConnectionState;
}

type Answer<T> =
  | { readonly ok: true; readonly slice: Slice<T>; readonly at: Date }
  | { readonly ok: false; readonly error: Error };

type Answers<T> = ReadonlyMap<ConnectionSource<T>, Answer<T>>;

/**
 * One window over several sources, in their order. The first unfinished source is asked alone; if it does not suffice,
 * all the others are asked together. With a total or an order of rows, everything is asked at once. Surplus rows are left
 * where they are: the cursor does not pass them. A failed source keeps its position and is asked again by whoever uses the
 * cursor.
 */
export async function readConnection<T>(
  sources: readonly ConnectionSource<T>[],
  ask: ConnectionAsk<T>,
  clock: ConnectionClock,
): Promise<ConnectionWindow<T>> {
  const answers = new Map<ConnectionSource<T>, Answer<T>>();
  const open = openOf(sources, ask);
  const askAll = async (
    asked: readonly ConnectionSource<T>[],
    limit: number,
    time: number,
  ): Promise<void> => {
    await Promise.all(
      asked.map(async (each) => void answers.set(each, await askOne(each, ask, limit, time))),
    );
  };
  const gathered = (): number =>
    open.reduce((sum, each) => {
      const answer = answers.get(each);
      return sum + (answer?.ok === true ? answer.slice.rows.length : 0);
    }, 0);
  const someMore = (): boolean =>
    gathered() > ask.first ||
    [...answers.values()].some(
      (answer) => answer.ok && (answer.slice.more === true || answer.slice.stoppedAt !== undefined),
    );

  const left = (): number => clock.deadline - Date.now();
  if (asksAllAtOnce(ask)) {
    // Sources that are already read to their end still count.
    const counted = ask.wantsTotal ? sources.filter((each) => each.listing !== null) : open;
    await askAll(counted, ask.first, left());
  } else {
    const [first, ...rest] = open;
    if (first !== undefined) {
      const time = rest.length === 0 ? left() : Math.min(clock.share, left());
      answers.set(first, await askOne(first, ask, ask.first, time));
    }
    const missing = ask.first - gathered();
    if (rest.length > 0 && (missing > 0 || (ask.wantsMore && !someMore()))) {
      for (const each of rest) each.waves?.follow(first?.waves?.wave ?? 0);
      await askAll(rest, Math.max(missing, 0), left());
    }
  }

  const { rows, endState } =
    ask.compare === undefined
      ? takeInTurn(sources, ask, answers)
      : takeInOrder(open, ask, answers, ask.compare);
  const reached = lastReached(sources, answers);
  return {
    rows,
    endState,
    hasNextPage: someMore(),
    total: totalOf(sources, answers, ask),
    outcomes: sources.slice(0, reached + 1).flatMap((source) => {
      const outcome = outcomeOf(source, answers.get(source));
      return outcome === null ? [] : [outcome];
    }),
  };
}

/** What is said of rows that are all here. */
interface AllRowsAsk<T> extends Pick<ConnectionAsk, 'first'>, Pick<ConnectionSource<T>, 'origin'> {
  /** When they arrived, and what they were kept from, if they were. */
  readonly at: Date;
  readonly kept: KeptRead | null;
  key(row: T): string;
}

/**
 * The first window over rows of one source that are all here, each of which stands in them once: what `readConnection` would
 * make of an `arrayListing` of them.
 */
export function windowOfAll<T>(
  all: readonly T[],
  { first, origin, at, kept, key }: AllRowsAsk<T>,
): ConnectionWindow<T> {
  const stateBehind = (count: number): ConnectionState =>
    count === 0 ? new Map<string, Position>() : new Map([[origin.source, positionBehind(all, count, key)]]);
  const rows = all
    .slice(0, first)
    .map((value, index): ConnectionRow<T> => ({ value, state: () => stateBehind(index + 1) }));
  return {
    rows,
    endState: () => stateBehind(rows.length),
    hasNextPage: all.length > first,
    total: all.length,
    outcomes: [answered(origin, { isTruncated: false, warnings: [], kept, at })],
  };
}

/** What one source may be asked for a window, and how many of its rows the window may hold. */
export interface SourceShare<T> {
  readonly source: ConnectionSource<T>;
  readonly cost: Cost;
  readonly rows: number;
  /** Whether the rows come after just so many waves, and not after fewer. */
  readonly isSure: boolean;
}

/**
 * The most that a window may cost, source by source, by the same rules. A source is left out where those before it are
 * known to fill the window.
 */
export function connectionCost<T>(
  sources: readonly ConnectionSource<T>[],
  ask: ConnectionAsk<T>,
): readonly SourceShare<T>[] {
  try {
    return sharesOf(sources, ask);
  } catch (error) {
    throw unlessUnfit(error);
  }
}

function sharesOf<T>(
  sources: readonly ConnectionSource<T>[],
  ask: ConnectionAsk<T>,
): readonly SourceShare<T>[] {
  const open = openOf(sources, ask);
  const costOf = (source: ConnectionSource<T>, limit: number): Cost =>
    source.listing?.cost(askOf(source, ask, limit)) ?? free;
  /** How many rows a source may have from its position on, as far as is known. */
  const heldBy = (source: ConnectionSource<T>): { readonly least: number; readonly most: number } => {
    const { rows, atLeast } = source.listing?.known() ?? { rows: 0, atLeast: 0 };
    const from = positionIn(ask.state, source);
    const passed = offsetOf(from);
    return {
      // A reader inside a list of lists may have passed any number of rows.
      least: isFlat(from) ? Math.max(0, atLeast - passed) : 0,
      most: rows === undefined ? Infinity : Math.max(0, rows - passed),
    };
  };

  if (asksAllAtOnce(ask)) {
    const counted = ask.wantsTotal ? sources.filter((each) => each.listing !== null) : open;
    return counted.map((source) => {
      const cost = costOf(source, ask.first);
      const rows = open.includes(source) ? Math.min(ask.first, heldBy(source).most) : 0;
      return { source, cost, rows, isSure: cost.waves <= 1 };
    });
  }

  const [first, ...rest] = open;
  if (first === undefined) return [];
  const own = costOf(first, ask.first);
  const { least, most } = heldBy(first);
  const isSure = own.waves <= 1;
  const shares: SourceShare<T>[] = [{ source: first, cost: own, rows: Math.min(ask.first, most), isSure }];
  if (least >= ask.first + (ask.wantsMore ? 1 : 0)) return shares;
  const asked = Math.max(0, ask.first - least);
  let missing = asked;
  for (const source of rest) {
    const held = heldBy(source);
    const alone = costOf(source, asked);
    // It waits for the first.
    const cost = inTurn({ calls: [], waves: own.waves }, alone);
    const rows = Math.min(missing, held.most);
    shares.push({ source, cost, rows, isSure: isSure && alone.waves <= 1 });
    missing = Math.max(0, missing - held.least);
  }
  return shares;
}

function asksAllAtOnce<T>({ wantsTotal, compare }: ConnectionAsk<T>): boolean {
  return wantsTotal || compare !== undefined;
}

function openOf<T>(
  sources: readonly ConnectionSource<T>[],
  { state }: ConnectionAsk<T>,
): readonly ConnectionSource<T>[] {
  return sources.filter((each) => each.listing !== null && state.get(each.origin.source) !== 'end');
}

function positionIn<T>(state: ConnectionState, { origin }: ConnectionSource<T>): Position {
  const position = state.get(origin.source) ?? start;
  return position === 'end' ? start : position;
}

/** What a source is asked; one behind the reader only counts, since its rows were given before. */
function askOf<T>(source: ConnectionSource<T>, ask: ConnectionAsk<T>, limit: number): Ask {
  const { state, wantsMore, wantsTotal } = ask;
  return state.get(source.origin.source) === 'end'
    ? { from: start, limit: 0, needMore: false, needTotal: true }
    : { from: positionIn(state, source), limit, needMore: wantsMore, needTotal: wantsTotal };
}

async function askOne<T>(
  source: ConnectionSource<T>,
  ask: ConnectionAsk<T>,
  limit: number,
  time: number,
): Promise<Answer<T>> {
  const { origin, listing } = source;
  if (listing === null) throw new TypeError('a source without a listing cannot be asked');
  const isBehind = ask.state.get(origin.source) === 'end';
  try {
    const slice = await withinTime(listing.read(askOf(source, ask, limit)), origin, time);
    return { ok: true, slice: isBehind ? onlyCounted(slice) : slice, at: new Date() };
  } catch (error) {
    const told = unlessUnfit(error);
    if (told instanceof BadInputError) throw told;
    return { ok: false, error: toError(told) };
  }
}

/** What a source that the reader has passed tells: nothing follows there, even where counting it ended early. */
function onlyCounted<T>({ stoppedAt: _stopped, ...slice }: Slice<T>): Slice<T> {
  return { ...slice, rows: [], more: false };
}

/** What went wrong; where it was that a position does not fit its listing, in the client's words. */
function unlessUnfit(error: unknown): unknown {
  if (!(error instanceof PositionError)) return error;
  return new BadInputError(
    'after: this cursor was made by another version of the gateway; start again without `after`.',
  );
}

/** A listing ends with its calls, and every call has a limit; this bounds chains of calls as well. */
export function withinTime<R>(work: Promise<R>, origin: Origin, time: number): Promise<R> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new TimedOutError(origin, 'the source took too long to answer')),
      Math.max(time, 0),
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface Taken<T> {
  readonly rows: readonly ConnectionRow<T>[];
  endState(): ConnectionState;
}

/** Source after source. Whoever stands behind a source's last row has gone past the source, unless it stopped early. */
function takeInTurn<T>(
  sources: readonly ConnectionSource<T>[],
  ask: ConnectionAsk<T>,
  answers: Answers<T>,
): Taken<T> {
  const rows: ConnectionRow<T>[] = [];
  const stops = new Map<string, Position>();
  let before: ConnectionState = ask.state;

  for (const source of sources) {
    const name = source.origin.source;
    const answer = answers.get(source);
    if (answer?.ok !== true || rows.length >= ask.first || ask.state.get(name) === 'end') continue;
    const { slice } = answer;
    const passed = before;
    const taken = slice.rows.slice(0, ask.first - rows.length);
    for (const row of taken) rows.push(new TakenRow(row, passed, name));
    if (taken.length < slice.rows.length) continue;
    before = new Map(passed).set(name, slice.stoppedAt ?? 'end');
    if (slice.stoppedAt !== undefined) stops.set(name, slice.stoppedAt);
  }

  return {
    rows,
    endState() {
      // A source counts as passed only once a later one gave rows, so that the text of a cursor depends on the position
      // alone and not on what else happened to be selected.
      const end = new Map(rows.at(-1)?.state() ?? ask.state);
      for (const [source, position] of stops) if (end.get(source) !== 'end') end.set(source, position);
      return end;
    },
  };
}

/** A row of a source, behind those of the sources that were passed. */
class TakenRow<T> implements ConnectionRow<T> {
  readonly value: T;
  readonly #row: Row<T>;
  readonly #passed: ConnectionState;
  readonly #source: string;

  constructor(row: Row<T>, passed: ConnectionState, source: string) {
    this.value = row.value;
    this.#row = row;
    this.#passed = passed;
    this.#source = source;
  }

  state(): ConnectionState {
    return new Map(this.#passed).set(this.#source, this.#row.next);
  }
}

/**
 * The least row of all sources first, again and again; of equal ones that of the earlier source. A source that stopped
 * early ends the window: its next row may be less than what the others still have.
 */
function takeInOrder<T>(
  sources: readonly ConnectionSource<T>[],
  ask: ConnectionAsk<T>,
  answers: Answers<T>,
  compare: (one: T, other: T) => number,
): Taken<T> {
  const heads = sources.flatMap(({ origin }, index) => {
    const answer = answers.get(sources[index] as ConnectionSource<T>);
    return answer?.ok === true ? [{ name: origin.source, slice: answer.slice, taken: 0 }] : [];
  });
  const order: { readonly name: string; readonly row: Row<T> }[] = [];
  const hasStopped = (): boolean =>
    heads.some(({ slice, taken }) => slice.stoppedAt !== undefined && taken === slice.rows.length);
  while (order.length < ask.first && !hasStopped()) {
    let least: (typeof heads)[number] | undefined;
    for (const head of heads) {
      const row = head.slice.rows[head.taken];
      if (row === undefined) continue;
      const other = least?.slice.rows[least.taken];
      if (other === undefined || compare(row.value, other.value) < 0) least = head;
    }
    const row = least?.slice.rows[least.taken];
    if (least === undefined || row === undefined) break;
    least.taken += 1;
    order.push({ name: least.name, row });
  }

  const stateBehind = (index: number): Map<string, Position | 'end'> => {
    const state = new Map(ask.state);
    const seen = new Set<string>();
    for (let at = index; at >= 0; at -= 1) {
      const each = order[at];
      if (each === undefined || seen.has(each.name)) continue;
      seen.add(each.name);
      state.set(each.name, each.row.next);
    }
    return state;
  };
  return {
    rows: order.map(({ row }, index) => ({ value: row.value, state: () => stateBehind(index) })),
    endState() {
      const state = stateBehind(order.length - 1);
      for (const { name, slice, taken } of heads) {
        if (slice.stoppedAt !== undefined && taken === slice.rows.length) state.set(name, slice.stoppedAt);
      }
      return state;
    },
  };
}

/** The last source that was asked; those behind it were not reached. All were, once the rest was asked together. */
function lastReached<T>(sources: readonly ConnectionSource<T>[], answers: Answers<T>): number {
  const lastAsked = sources.findLastIndex((each) => answers.has(each));
  const waiting = sources.some((each, index) => index > lastAsked && each.listing !== null);
  return waiting ? lastAsked : sources.length - 1;
}

function totalOf<T>(
  sources: readonly ConnectionSource<T>[],
  answers: Answers<T>,
  ask: ConnectionAsk<T>,
): number | null {
  if (!ask.wantsTotal) return null;
  let sum = 0;
  for (const source of sources) {
    if (source.listing === null) continue;
    const answer = answers.get(source);
    if (answer?.ok !== true || answer.slice.total === null) return null;
    sum += answer.slice.total;
  }
  return sum;
}

function outcomeOf<T>(source: ConnectionSource<T>, answer: Answer<T> | undefined): SourceOutcome | null {
  const { origin } = source;
  if (source.listing === null) return { origin, status: 'SKIPPED' };
  if (answer === undefined) return null;
  if (!answer.ok) return { origin, status: 'FAILED', error: answer.error };
  const { stoppedAt, lost, warnings = [] } = answer.slice;
  const isTruncated = stoppedAt !== undefined || lost === true;
  return answered(origin, { isTruncated, warnings, kept: source.waves?.kept ?? null, at: answer.at });
}

function answered(
  origin: Origin,
  {
    isTruncated,
    warnings,
    kept,
    at,
  }: {
    readonly isTruncated: boolean;
    readonly warnings: readonly string[];
    readonly kept: KeptRead | null;
    readonly at: Date;
  },
): SourceOutcome {
  const insteadOf = kept?.insteadOf ?? null;
  return {
    origin,
    status: isTruncated || insteadOf !== null ? 'PARTIAL' : 'OK',
    truncated: isTruncated,
    fetchedAt: kept?.since ?? at,
    warnings,
    insteadOf,
  };
}
