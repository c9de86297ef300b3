import { BadInputError, TimedOutError, toError, type Origin } from '../errors.js';
import type { ConnectionState } from './cursor.js';
import { PositionError, start, type Listing, type Position, type Slice } from './listing.js';

/** A source that was chosen for a connection, with its part of the rows; `null` where its provider cannot serve them. */
export interface ConnectionSource<T> {
  readonly origin: Origin;
  readonly listing: Listing<T> | null;
}

/** What the client asked for, as far as it decides which calls are made. */
export interface ConnectionAsk {
  readonly first: number;
  readonly state: ConnectionState;
  readonly wantsMore: boolean;
  readonly wantsTotal: boolean;
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
    };

export interface ConnectionWindow<T> {
  readonly rows: readonly { readonly value: T; readonly state: ConnectionState }[];
  readonly endState: ConnectionState;
  readonly hasNextPage: boolean;
  readonly total: number | null;
  /** One outcome for each source that the window reached, in the order of sources. */
  readonly outcomes: readonly SourceOutcome[];
}

type Answer<T> =
  | { readonly ok: true; readonly slice: Slice<T>; readonly at: Date }
  | { readonly ok: false; readonly error: Error };

/**
 * One window over several sources, in their order. The first unfinished source is asked alone; if it does not suffice,
 * all the others are asked together. With a total, everything is asked at once. Surplus rows are left where they are:
 * the cursor does not pass them. A failed source keeps its position and is asked again by whoever uses the cursor.
 */
export async function readConnection<T>(
  sources: readonly ConnectionSource<T>[],
  ask: ConnectionAsk,
  clock: ConnectionClock,
): Promise<ConnectionWindow<T>> {
  const answers = new Map<ConnectionSource<T>, Answer<T>>();
  const open = sources.filter((each) => each.listing !== null && positionOf(ask.state, each) !== 'end');
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
      (answer) => answer.ok && (answer.slice.more === true || stopped(answer.slice)),
    );

  const left = (): number => clock.deadline - Date.now();
  if (ask.wantsTotal) {
    // Sources that are already read to their end still count.
    const counted = sources.filter((each) => each.listing !== null);
    await askAll(counted, ask.first, left());
  } else {
    const [first, ...rest] = open;
    if (first !== undefined)
      await askAll([first], ask.first, rest.length === 0 ? left() : Math.min(clock.share, left()));
    const missing = ask.first - gathered();
    if (rest.length > 0 && (missing > 0 || (ask.wantsMore && !someMore()))) {
      await askAll(rest, Math.max(missing, 0), left());
    }
  }

  return assemble(sources, ask, answers, someMore());
}

function positionOf<T>(state: ConnectionState, source: ConnectionSource<T>): Position | 'end' {
  return state.get(source.origin.source) ?? start;
}

async function askOne<T>(
  { origin, listing }: ConnectionSource<T>,
  { state, wantsMore, wantsTotal }: ConnectionAsk,
  limit: number,
  time: number,
): Promise<Answer<T>> {
  const from = state.get(origin.source) ?? start;
  const read =
    from === 'end'
      ? listing?.read({ from: start, limit: 0, needMore: false, needTotal: true })
      : listing?.read({ from, limit, needMore: wantsMore, needTotal: wantsTotal });
  if (read === undefined) throw new TypeError('a source without a listing cannot be asked');
  try {
    const slice = await withinTime(read, origin, time);
    // A source behind the reader only counts: its rows were given before.
    return { ok: true, slice: from === 'end' ? { ...slice, rows: [], more: false } : slice, at: new Date() };
  } catch (error) {
    if (error instanceof PositionError) {
      throw new BadInputError(
        'after: this cursor was made by another version of the gateway; start again without `after`.',
      );
    }
    if (error instanceof BadInputError) throw error;
    return { ok: false, error: toError(error) };
  }
}

/** A listing ends with its calls, and every call has a limit; this bounds chains of calls as well. */
function withinTime<R>(work: Promise<R>, origin: Origin, time: number): Promise<R> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new TimedOutError(origin, 'the source took too long to answer')),
      Math.max(time, 0),
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function assemble<T>(
  sources: readonly ConnectionSource<T>[],
  ask: ConnectionAsk,
  answers: ReadonlyMap<ConnectionSource<T>, Answer<T>>,
  more: boolean,
): ConnectionWindow<T> {
  const rows: { value: T; state: ConnectionState }[] = [];
  const state = new Map(ask.state);
  const stops = new Map<string, Position>();

  for (const source of sources) {
    const { origin } = source;
    const answer = answers.get(source);
    if (answer?.ok !== true || rows.length >= ask.first || positionOf(ask.state, source) === 'end') continue;
    const { slice } = answer;
    const taken = slice.rows.slice(0, ask.first - rows.length);
    for (const row of taken) {
      state.set(origin.source, row.next);
      rows.push({ value: row.value, state: new Map(state) });
    }
    // Whoever stands behind this source's last row has gone past the source, unless it stopped early.
    if (taken.length === slice.rows.length) {
      if (slice.stoppedAt === undefined) state.set(origin.source, 'end');
      else {
        state.set(origin.source, slice.stoppedAt);
        stops.set(origin.source, slice.stoppedAt);
      }
    }
  }

  // The cursor at the end stands behind the last row: a source counts as passed only once a later one gave rows, so
  // that the text depends on the position alone and not on what else happened to be selected.
  const endState = new Map(rows.at(-1)?.state ?? ask.state);
  for (const [source, position] of stops) if (endState.get(source) !== 'end') endState.set(source, position);

  const reached = lastReached(sources, answers);
  return {
    rows,
    endState,
    hasNextPage: more,
    total: totalOf(sources, answers, ask),
    outcomes: sources.slice(0, reached + 1).flatMap((source) => {
      const outcome = outcomeOf(source, answers.get(source));
      return outcome === null ? [] : [outcome];
    }),
  };
}

function stopped<T>(slice: Slice<T>): boolean {
  return slice.stoppedAt !== undefined;
}

/** The last source that was asked; those behind it were not reached. All were, once the rest was asked together. */
function lastReached<T>(
  sources: readonly ConnectionSource<T>[],
  answers: ReadonlyMap<ConnectionSource<T>, Answer<T>>,
): number {
  const lastAsked = sources.findLastIndex((each) => answers.has(each));
  const waiting = sources.some((each, index) => index > lastAsked && each.listing !== null);
  return waiting ? lastAsked : sources.length - 1;
}

function totalOf<T>(
  sources: readonly ConnectionSource<T>[],
  answers: ReadonlyMap<ConnectionSource<T>, Answer<T>>,
  ask: ConnectionAsk,
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
  const truncated = stopped(answer.slice);
  return {
    origin,
    status: truncated ? 'PARTIAL' : 'OK',
    truncated,
    fetchedAt: answer.at,
    warnings: answer.slice.warnings ?? [],
  };
}
