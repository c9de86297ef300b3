import type { Running } from '../candidates/candidate.js';
import type { BenchQuery, HandedOut, Variant } from '../queries/query.js';
import { queries } from '../queries/queries.js';
import type { Counted } from '../upstreams/world.js';
import { walk } from './handed-out.js';
import { median } from './median.js';
import { measure, type Measuring, type Pair } from './pair.js';
import { askOnce, checkAgainstPortfolio, checkEqual, requestsFor, type RequestContext } from './requests.js';

/** What stands between the start of the candidates and the first window that counts. */

/** A candidate that answers no faster than this, in milliseconds, is asked a part of the requests only. */
const slow = 400;

/** A candidate that takes longer than this for an answer, in seconds, is not warmed up beyond that. */
const longestAlone = 1;

/** Warm enough: the compiler of Node 20 takes thousands of answers to come to code of which each runs a part. */
const warmUpSeconds = 6;
const warmUpAnswers = 4_000;

export interface Preparing extends Measuring {
  readonly running: readonly Running[];
  readonly world: RequestContext['world'];
  /** Names of queries; null for all. */
  readonly chosen: readonly string[] | null;
  /** So many requests take turns. */
  readonly requests: number;
  readonly tell: (line: string) => void;
}

/** Asks every candidate every request once: whether it answers rightly, and with how many calls in how many waves. */
export async function preparePairs(preparing: Preparing): Promise<readonly Pair[]> {
  const { running, world, keys, chosen, requests, tell } = preparing;
  const gatehouse = running.find(({ candidate }) => candidate.name === 'gatehouse');
  if (gatehouse === undefined) throw new Error('Gatehouse is not among the candidates.');
  const handedOut = await walk(gatehouse, keys[0] ?? '');
  const pairs: Pair[] = [];
  for (const query of queries.filter(({ name }) => chosen?.includes(name) ?? true)) {
    const variants = query.variants(world, handedOut).slice(0, requests);
    const right: unknown[] = [];
    for (const own of running.filter((each) => isAsked(each, query))) {
      const pair = await preparePair(preparing, own, query, variants, handedOut, right);
      if (pair !== null) pairs.push(pair);
    }
    tell(`${query.name}: all answers are right`);
  }
  return pairs;
}

function isAsked({ candidate: { name } }: Running, { candidates }: BenchQuery): boolean {
  return candidates === undefined ? name !== 'cached' : candidates.includes(name);
}

/** @param right what the first candidate answered, in most queries the floor; it is filled by that one */
async function preparePair(
  preparing: Preparing,
  running: Running,
  query: BenchQuery,
  variants: readonly Variant[],
  handedOut: HandedOut,
  right: unknown[],
): Promise<Pair | null> {
  const { world, keys, upstreams } = preparing;
  const all = requestsFor(running, query, variants, { handedOut, world });
  if (all === null) return null;
  const candidate = running.candidate.name;
  const isFirst = right.length === 0;
  const bytes: number[] = [];
  const times: number[] = [];
  await upstreams.ask('latency', 0);
  for (const [index, request] of all.entries()) {
    const sent = performance.now();
    const answered = await askOnce(running, query, request, keys[index % keys.length] ?? '');
    times.push(performance.now() - sent);
    bytes.push(answered.bytes);
    if (isFirst) {
      checkAgainstPortfolio(query, request, answered, world);
      right.push(answered.content);
    } else checkEqual(candidate, query, answered.content, right[index]);
    if (!isFirst && index >= 7 && (median(times) ?? 0) > slow) break;
  }
  const requests = all.slice(0, bytes.length);
  // With latency, calls that do not wait for each other overlap whatever else the machine does.
  await upstreams.ask('latency', 20);
  await upstreams.ask('take');
  if (requests[0] !== undefined) await askOnce(running, query, requests[0], keys[0] ?? '');
  const single = await upstreams.ask<Counted>('take');
  await upstreams.ask('latency', 0);
  const own = { running, query, requests, bytes };
  const alone = (median(times.slice(-8)) ?? 0) / 1000;
  return {
    ...own,
    known: { candidate, single, busy: await warmUp(preparing, own, alone) },
    windows: new Map(),
  };
}

/** Lets a candidate answer for a while: code that runs often is compiled only then. @returns seconds that an answer keeps it busy */
async function warmUp(
  preparing: Preparing,
  own: Pick<Pair, 'running' | 'query' | 'requests' | 'bytes'>,
  alone: number,
): Promise<number> {
  if (alone > longestAlone) return alone;
  let latest: number;
  let [seconds, answers] = [0, 0];
  do {
    const window = await measure(preparing, own, { concurrency: 10, latency: 0, least: 50 }, 0);
    latest = window.seconds / window.answers;
    seconds += window.seconds;
    answers += window.answers;
  } while (seconds < warmUpSeconds && answers < warmUpAnswers);
  return latest;
}

/** Whether a candidate still answers as the first one does. */
export async function checkAgain(keys: readonly string[], pairs: readonly Pair[]): Promise<void> {
  for (const { running, query, requests } of pairs) {
    const first = pairs.find((each) => each.query === query);
    if (first === undefined) continue;
    for (const [index, request] of requests.slice(0, 4).entries()) {
      const key = keys[index] ?? '';
      const own = await askOnce(running, query, request, key);
      const right = await askOnce(first.running, query, first.requests[index] ?? request, key);
      checkEqual(running.candidate.name, query, own.content, right.content);
    }
  }
}
