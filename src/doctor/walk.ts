import type { Endpoint, Source } from '../domain/provider.js';
import { UnexpectedStatusError } from '../errors.js';
import { createSession } from '../http/session.js';
import type { Operation } from '../context.js';
import { callsOf, free, type Cost } from '../plan/cost.js';
import type { Observed, Seen } from './observer.js';
import { checkPaging, isPaged, type PagingCheck } from './paging.js';
import { createPool } from './pool.js';
import { stepsOf, window, type Step } from './steps.js';

/** A failure that came of what was answered, not of a call. */
export interface BadReading {
  /** Of the last answer; `null` where it failed before there was one. */
  readonly path: string | null;
  readonly failure: unknown;
}

/** What came of a walk besides the calls, which the observer and the log have. */
export interface Walked {
  readonly readings: readonly BadReading[];
  /** By path. */
  readonly paging: ReadonlyMap<string, PagingCheck>;
}

/** A read that takes more calls than this is left: another one leads to the same endpoint, or a smaller account shows it. */
const mostCalls = 12;
/** How often an endpoint that answers 404, or without rows, is asked with another record: many have no documents. */
const mostTries = 3;

/**
 * Reads of a source what leads to endpoints that were not asked yet, the cheapest first, until nothing leads to another
 * one. What it reads is what the next reads are asked with. One after the other: nothing here is in a hurry, and calls
 * that wait for each other would look slow.
 */
export async function walk(
  source: Pick<Source, 'port' | 'endpoints'>,
  { client, seen }: Observed,
  operation: Operation,
): Promise<Walked> {
  const pool = createPool();
  const done = new Set<string>();
  const readings: BadReading[] = [];
  const paging = new Map<string, PagingCheck>();

  const take = async (step: Step): Promise<void> => {
    done.add(step.name);
    const asked = seen.length;
    // An operation of its own: what another step has read must be asked anew.
    const session = createSession(client, { ...operation });
    const fail = (failure: unknown): void => {
      if (seen.some((each) => each.failure === failure)) return;
      readings.push({ path: seen.slice(asked).at(-1)?.path ?? null, failure });
    };
    try {
      if ('load' in step) {
        for (const record of await step.load(session)) {
          if (record instanceof Error) fail(record);
          else pool.add(record);
        }
        return;
      }
      const listings = step.open(session);
      const slices = await Promise.all(listings.map((listing) => listing.read(window)));
      for (const { value } of slices.flatMap(({ rows }) => rows)) pool.add(value);
      const path = seen.at(-1)?.path;
      const [listing, ...others] = listings;
      const [slice] = slices;
      if (path === undefined || listing === undefined || slice === undefined || others.length > 0) return;
      if (paging.has(path) || !isPaged(listing, slice.rows[0]?.next)) return;
      const checked = await checkPaging(listing, slice, seen);
      if (checked !== null) paging.set(path, checked);
    } catch (error) {
      fail(error);
    }
  };

  for (;;) {
    const open = new Set(source.endpoints.filter((each) => isOpen(each, seen)).map(({ path }) => path));
    const step = cheapest(stepsOf(source.port, pool), open, done);
    if (step === null || operation.signal.aborted) return { readings, paging };
    await take(step);
    // Without a login nothing else can be read, and vendors lock accounts that try too often.
    if (seen.at(-1)?.login === true) return { readings, paging };
  }
}

/** Whether an endpoint is still worth a read. */
function isOpen({ path }: Endpoint, seen: readonly Seen[]): boolean {
  const tries = seen.filter((each) => each.path === path);
  const toldNothing = tries.every(
    ({ failure, isEmpty }) => isEmpty || (isNotFound(failure) && path.includes('{')),
  );
  return tries.length === 0 || (toldNothing && tries.length < mostTries);
}

export function isNotFound(failure: unknown): boolean {
  return failure instanceof UnexpectedStatusError && failure.status === 404;
}

function cheapest(steps: readonly Step[], open: ReadonlySet<string>, done: ReadonlySet<string>): Step | null {
  let best: Step | null = null;
  let least = mostCalls + 1;
  for (const step of steps) {
    if (done.has(step.name)) continue;
    const cost = reckoned(step);
    const calls = callsOf(cost);
    if (calls >= least || !(step.always === true || cost.calls.some(({ path }) => open.has(path)))) continue;
    best = step;
    least = calls;
  }
  return best;
}

/** Ports reckon with samples, which have every reference set. What cannot be reckoned of a real record is not read. */
function reckoned(step: Step): Cost {
  try {
    return step.cost();
  } catch {
    return free;
  }
}
