import type { Counted } from '../upstreams/world.js';

/** The loads of a round, how long they take, and who is spared which. */

export interface Load {
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Milliseconds that each upstream answer waits. */
  readonly latency: number;
  /** Whether one caller asks the same thing all the time. */
  readonly isAlike?: true;
  /** So many answers a window has, unless `patience` runs out before. */
  readonly least: number;
}

export const loads: readonly Load[] = [
  { concurrency: 1, latency: 0, least: 20 },
  { concurrency: 10, latency: 0, least: 100 },
  { concurrency: 100, latency: 0, least: 200 },
  { concurrency: 1, latency: 20, least: 20 },
  { concurrency: 10, latency: 20, least: 100 },
];

/** Measured with the deep query alone. */
export const alike: Load = { concurrency: 10, latency: 0, isAlike: true, least: 100 };

/** Seconds after which a window begins no more requests, however few it has answers of. */
export const patience = 3;

/** Seconds: what would take longer for the requests under way is left out. */
const longest = 20;

/** Seconds: windows that take longer are measured in two rounds only. */
const long = 6;

/** Latency tells how calls wait for each other; what does not batch, or says less of the providers, is not asked. */
const withLatency: readonly string[] = ['floor', 'gatehouse', 'yoga'];

/** What is known of a candidate and a query before the rounds. */
export interface Known {
  readonly candidate: string;
  /** Seconds that an answer keeps it busy. */
  readonly busy: number;
  readonly single: Counted;
}

/** The end of a sentence on why a load is not measured; null where it is. */
export function whyLeftOut(
  { candidate, busy, single }: Known,
  { concurrency, latency }: Load,
): string | null {
  if (latency > 0 && !withLatency.includes(candidate)) return 'is not measured with latency';
  if (latency > 0 && single.calls === 0) return 'makes no calls that could wait';
  const seconds = concurrency * busy;
  return seconds > longest ? `would take ${seconds.toFixed(0)} s for one answer to each caller` : null;
}

/** Seconds that a window will take, very roughly. */
export function expected({ busy, single }: Known, load: Load, seconds: number): number {
  const turn = busy + (load.latency * single.waves) / 1000 / load.concurrency;
  return Math.max(seconds, Math.min(patience, load.least * turn)) + load.concurrency * turn;
}

/** In how many rounds a load is measured. */
export function roundsOf(known: Known, load: Load, options: { rounds: number; seconds: number }): number {
  return expected(known, load, options.seconds) > long ? Math.min(2, options.rounds) : options.rounds;
}
