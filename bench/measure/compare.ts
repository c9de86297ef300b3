import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCandidate, type Candidate, type Running } from '../candidates/candidate.js';
import { candidates } from '../candidates/candidates.js';
import type { BenchOptions } from '../options.js';
import { startHelper } from '../process.js';
import type { BenchQuery } from '../queries/query.js';
import type { World } from '../upstreams/world.js';
import { candidateFigures, identicalFigures, queryFigures } from './figures.js';
import { watchForInterruption } from './interruption.js';
import { alike, expected, loads, roundsOf, whyLeftOut, type Load } from './loads.js';
import { made } from './made.js';
import { measure, type Measuring, type Pair } from './pair.js';
import { checkAgain, preparePairs } from './prepare-pairs.js';
import { createProgress } from './progress.js';
import type { Comparison } from './results.js';

/** Calls under way at once for each provider, for every candidate that can be told. */
export const connections = 64;

/** Where the run says what it does. */
export interface Telling {
  tell(line: string): void;
  /** Called behind each round, so that a run which fails late has not been for nothing. */
  keep(comparison: Comparison): Promise<void>;
}

/** Measures all candidates against each other. */
export async function compare(options: BenchOptions, telling: Telling): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const keys = Array.from({ length: 128 }, () => `gh_${randomBytes(32).toString('base64url')}`);
  const upstreams = startHelper('./upstreams/main.ts');
  const load = startHelper('./load/main.ts');
  const running: Running[] = [];
  const interruption = watchForInterruption();
  const measuring = { upstreams, load, keys, seconds: options.seconds };
  try {
    return await Promise.race([
      interruption.told,
      measureAll(options, telling, measuring, { folder, running }),
    ]);
  } finally {
    interruption.dispose();
    await Promise.all(running.map((each) => each.stop()));
    await Promise.all([upstreams.stop(), load.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param running is filled by the candidates that are started */
async function measureAll(
  options: BenchOptions,
  { tell, keep }: Telling,
  measuring: Measuring,
  { folder, running }: { readonly folder: string; readonly running: Running[] },
): Promise<Comparison> {
  const { upstreams, keys } = measuring;
  const world = await upstreams.ask<World>('start', { seed: options.seed, buildings: options.buildings });
  tell(`seed ${world.seed}: ${world.buildings} buildings, ${world.units} units`);
  const startUps = new Map<string, readonly number[]>();
  const profiled = options.profile ? (options.only ?? ['gatehouse']) : [];
  for (const candidate of chosen(candidates, options)) {
    const setting = { world, connections, keys, folder, isProfiled: profiled.includes(candidate.name) };
    const times: number[] = [];
    for (let start = options.quick ? 1 : 3; start > 0; start -= 1) {
      const own = await startCandidate(candidate, setting);
      times.push(own.startUp);
      if (start === 1) running.push(own);
      else await own.stop();
    }
    startUps.set(candidate.name, times);
  }
  const pairs = await preparePairs({
    ...measuring,
    running,
    world,
    chosen: options.queries,
    requests: options.quick ? 24 : 64,
    tell,
  });
  const found = (done: number, isFinished: boolean): Comparison => ({
    ...made(world),
    rounds: { asked: options.rounds, done },
    isFinished,
    seconds: options.seconds,
    candidates: candidateFigures(running, startUps),
    queries: queryFigures(pairs, running),
    identical: identicalFigures(pairs),
  });
  await takeRounds(options, measuring, pairs, tell, async (done) => keep(found(done, false)));
  await checkAgain(keys, pairs);
  return found(options.rounds, true);
}

/** The floor and Gatehouse are always there: one says what is right, the other hands out cursors. */
function chosen(all: readonly Candidate[], { only }: BenchOptions): readonly Candidate[] {
  return all.filter(({ name }) => only === null || ['floor', 'gatehouse', ...only].includes(name));
}

/** Windows of a query and a load, one candidate behind the other. */
interface Turn {
  readonly query: BenchQuery;
  readonly load: Load;
  readonly pairs: readonly Pair[];
}

async function takeRounds(
  options: BenchOptions,
  measuring: Measuring,
  pairs: readonly Pair[],
  tell: Telling['tell'],
  keep: (done: number) => Promise<void>,
): Promise<void> {
  const rounds = Array.from({ length: options.rounds }, (_, round) => turnsOf(pairs, round, options));
  const costs = ({ load, pairs: own }: Turn): number =>
    own.reduce((sum, { known }) => sum + expected(known, load, options.seconds), 0);
  const progress = createProgress(rounds.flat().reduce((sum, turn) => sum + costs(turn), 0));
  tell(`all candidates are warm; ${progress.said()}`);
  for (const [round, turns] of rounds.entries()) {
    for (const [index, turn] of turns.entries()) {
      await measuring.upstreams.ask('latency', turn.load.latency);
      for (const pair of turn.pairs) {
        const window = await measure(measuring, pair, turn.load, round);
        pair.windows.set(turn.load, [...(pair.windows.get(turn.load) ?? []), window]);
      }
      progress.add(costs(turn));
      if (turns[index + 1]?.query !== turn.query)
        tell(`round ${round + 1} of ${options.rounds}, ${turn.query.name}: ${progress.said()}`);
    }
    await keep(round + 1);
  }
  await measuring.upstreams.ask('latency', 0);
}

/** What is measured in a round, in its order. */
function turnsOf(pairs: readonly Pair[], round: number, options: BenchOptions): readonly Turn[] {
  return [...new Set(pairs.map(({ query }) => query))].flatMap((query) => {
    const own = pairs.filter((pair) => pair.query === query);
    // Each round begins with another candidate, so that none always follows the same one.
    const rotated = own.flatMap((_, index) => own[(index + round) % own.length] ?? []);
    return [...loads, ...(query.name === 'deep' ? [alike] : [])].map((load) => ({
      query,
      load,
      pairs: rotated.filter(
        ({ known }) => whyLeftOut(known, load) === null && round < roundsOf(known, load, options),
      ),
    }));
  });
}
