import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCandidate, type Candidate, type Running } from '../candidates/candidate.js';
import { candidates } from '../candidates/candidates.js';
import type { WindowOrder, WindowResult } from '../load/window.js';
import type { BenchOptions } from '../options.js';
import { startHelper, type Helper } from '../process.js';
import type { BenchQuery, HandedOut } from '../queries/query.js';
import { queries } from '../queries/queries.js';
import type { Counted, World } from '../upstreams/world.js';
import { walk } from './handed-out.js';
import { machine } from './machine.js';
import { median } from './median.js';
import { cpuMs, memoryOf } from './process-figures.js';
import { askOnce, checkAgainstPortfolio, checkEqual, requestsFor, type Request } from './requests.js';
import type { AnswerFigures, IdenticalFigures, LoadFigures, Results } from './results.js';

/** Calls under way at once for each provider, for every candidate that can be told. */
export const connections = 64;

/** Loads of a round: all candidates without latency, and those who batch with some. */
const loads = [
  { concurrency: 1, latency: 0 },
  { concurrency: 10, latency: 0 },
  { concurrency: 100, latency: 0 },
  { concurrency: 10, latency: 20 },
] as const;

type Load = (typeof loads)[number];

/** A window that would take longer than this many milliseconds is left out. */
const longest = 30_000;

/** One query of one candidate, and all windows that it had. */
interface Pair {
  readonly running: Running;
  readonly query: BenchQuery;
  readonly requests: readonly Request[];
  readonly bytes: readonly number[];
  /** Milliseconds that one request takes alone. */
  readonly alone: number;
  readonly single: Counted;
  readonly windows: Map<Load, Window[]>;
}

type Window = WindowResult & { readonly cpu: number; readonly calls: number };

/** Measures all candidates against each other. */
export async function compare(options: BenchOptions, tell: (line: string) => void): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const keys = Array.from({ length: 128 }, () => `gh_${randomBytes(32).toString('base64url')}`);
  const upstreams = startHelper('./upstreams/main.ts');
  const load = startHelper('./load/main.ts');
  const running: Running[] = [];
  try {
    const world = await upstreams.ask<World>('start', { seed: options.seed, buildings: options.buildings });
    tell(`seed ${world.seed}: ${world.buildings} buildings, ${world.units} units`);
    const setting = { world, connections, keys, folder };
    const profiles = new URL('../profiles', import.meta.url).pathname;
    const startUps = new Map<string, number[]>();
    for (const candidate of chosen(candidates(options.profile ? { profiles } : {}), options)) {
      const times: number[] = [];
      for (let start = options.quick ? 1 : 3; start > 1; start -= 1) {
        const once = await startCandidate(candidate, setting);
        times.push(once.startUp);
        await once.stop();
      }
      const own = await startCandidate(candidate, setting);
      startUps.set(candidate.name, [...times, own.startUp]);
      running.push(own);
    }
    const bench = { options, world, keys, running, upstreams, load, tell };
    const pairs = await prepare(bench);
    await warmUp(bench, pairs);
    await runRounds(bench, pairs);
    const identical = await askAlike(bench, pairs);
    for (const pair of pairs) await checkAgain(bench, pair, pairs);
    return {
      date: new Date().toISOString().slice(0, 10),
      command: ['npm run bench', ...process.argv.slice(2)].join(' '),
      seed: world.seed,
      portfolio: { buildings: world.buildings, units: world.units },
      rounds: options.rounds,
      seconds: options.seconds,
      machine: machine(),
      candidates: running.map(({ candidate, pid }) => ({
        name: candidate.name,
        title: candidate.title,
        startUp: median(startUps.get(candidate.name) ?? []),
        peakMemory: memoryOf(pid).peak,
      })),
      queries: queries
        .map(({ name, title }) => ({
          name,
          title,
          answers: pairs.filter(({ query }) => query.name === name).map(figuresOf),
        }))
        .filter(({ answers }) => answers.length > 0),
      identical,
    };
  } finally {
    await Promise.all(running.map((each) => each.stop()));
    await Promise.all([upstreams.stop(), load.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Bench {
  readonly options: BenchOptions;
  readonly world: World;
  readonly keys: readonly string[];
  readonly running: readonly Running[];
  readonly upstreams: Helper;
  readonly load: Helper;
  readonly tell: (line: string) => void;
}

/** The floor and Gatehouse are always there: one says what is right, the other hands out cursors. */
function chosen(all: readonly Candidate[], { only }: BenchOptions): readonly Candidate[] {
  return all.filter(({ name }) => only === null || ['floor', 'gatehouse', ...only].includes(name));
}

/** Asks every candidate every request once: whether it answers rightly, and with how many calls in how many waves. */
async function prepare(bench: Bench): Promise<readonly Pair[]> {
  const { options, running, world, keys, upstreams, tell } = bench;
  const gatehouse = running.find(({ candidate }) => candidate.name === 'gatehouse');
  if (gatehouse === undefined) throw new Error('Gatehouse is not among the candidates.');
  const handedOut = await walk(gatehouse, keys[0] ?? '');
  const pairs: Pair[] = [];
  for (const query of queries.filter(({ name }) => options.queries?.includes(name) ?? true)) {
    const variants = query.variants(world, handedOut).slice(0, options.quick ? 24 : 64);
    const right: unknown[] = [];
    for (const own of running) {
      const pair = await preparePair(bench, own, query, variants, handedOut, right);
      if (pair !== null) pairs.push(pair);
    }
    tell(`${query.name}: all answers are right`);
  }
  await upstreams.ask('latency', 0);
  return pairs;
}

/** A candidate that answers no faster than this, in milliseconds, is asked a part of the requests only. */
const slow = 400;

async function preparePair(
  { world, keys, upstreams }: Bench,
  running: Running,
  query: BenchQuery,
  variants: Parameters<typeof requestsFor>[2],
  handedOut: HandedOut,
  right: unknown[],
): Promise<Pair | null> {
  const all = requestsFor(running, query, variants, { handedOut, world });
  if (all === null) return null;
  const name = running.candidate.name;
  const bytes: number[] = [];
  const times: number[] = [];
  await upstreams.ask('latency', 0);
  for (const [index, request] of all.entries()) {
    const sent = performance.now();
    const answered = await askOnce(running, query, request, keys[index % keys.length] ?? '');
    times.push(performance.now() - sent);
    bytes.push(answered.bytes);
    if (name === 'floor') {
      checkAgainstPortfolio(query, request, answered, world);
      right.push(answered.content);
    } else checkEqual(name, query, answered.content, right[index]);
    if (index >= 7 && (median(times) ?? 0) > slow) break;
  }
  const requests = all.slice(0, bytes.length);
  // With latency, calls that do not wait for each other overlap whatever else the machine does.
  await upstreams.ask('latency', 20);
  await upstreams.ask('take');
  if (requests[0] !== undefined) await askOnce(running, query, requests[0], keys[0] ?? '');
  const single = await upstreams.ask<Counted>('take');
  return { running, query, requests, bytes, alone: median(times.slice(-8)) ?? 0, single, windows: new Map() };
}

/** Lets each candidate answer for a while before anything is measured: code that runs often is compiled only then. */
async function warmUp(bench: Bench, pairs: readonly Pair[]): Promise<void> {
  for (const pair of pairs) {
    if (pair.alone * 10 <= longest) await measure(bench, pair, orderFor(bench, pair, 10, 0));
  }
  bench.tell('all candidates are warm');
}

function orderFor(
  { options, keys }: Pick<Bench, 'options' | 'keys'>,
  { running, requests, bytes }: Pair,
  concurrency: number,
  round: number,
): WindowOrder {
  return {
    url: running.url,
    concurrency,
    seconds: options.seconds,
    least: 1,
    requests: requests.map(({ body }, index) => ({ body, bytes: bytes[index] ?? 0 })),
    // Windows do not all begin with the same request.
    from: round * 7,
    keys,
  };
}

async function runRounds(
  { options, upstreams, load, keys, tell }: Bench,
  pairs: readonly Pair[],
): Promise<void> {
  for (let round = 0; round < options.rounds; round += 1) {
    for (const query of queries) {
      const own = pairs.filter((pair) => pair.query === query);
      // Each round begins with another candidate, so that none always follows the same one.
      const rotated = own.map((_, index) => own[(index + round) % own.length]);
      for (const each of loads) {
        await upstreams.ask('latency', each.latency);
        for (const pair of rotated) {
          if (pair === undefined || isLeftOut(pair, each)) continue;
          const order = orderFor({ options, keys }, pair, each.concurrency, round);
          const window = await measure({ upstreams, load }, pair, order);
          pair.windows.set(each, [...(pair.windows.get(each) ?? []), window]);
        }
      }
    }
    tell(`round ${round + 1} of ${options.rounds}`);
  }
  await upstreams.ask('latency', 0);
}

function isLeftOut({ running, alone }: Pair, { concurrency, latency }: Load): boolean {
  return concurrency * alone > longest || (latency > 0 && running.candidate.name === 'naive');
}

async function measure(
  { upstreams, load }: Pick<Bench, 'upstreams' | 'load'>,
  { running, query }: Pair,
  order: WindowOrder,
): Promise<Window> {
  await upstreams.ask('take');
  const before = cpuMs(running.pid);
  const result = await load.ask<WindowResult>('window', order);
  const cpu = (cpuMs(running.pid) - before) / result.answers;
  const { calls } = await upstreams.ask<Counted>('take');
  if (result.wrong > 0)
    throw new Error(`${running.candidate.name} gave ${result.wrong} wrong answers to ${query.name}`);
  return { ...result, cpu, calls: calls / result.answers };
}

async function askAlike(bench: Bench, pairs: readonly Pair[]): Promise<readonly IdenticalFigures[]> {
  const found: IdenticalFigures[] = [];
  for (const pair of pairs.filter(({ query }) => query.name === 'deep')) {
    if (pair.alone * 10 > longest) continue;
    const order: WindowOrder = {
      url: pair.running.url,
      concurrency: 10,
      seconds: bench.options.seconds,
      least: 1,
      requests: [{ body: pair.requests[0]?.body ?? '', bytes: pair.bytes[0] ?? 0 }],
      from: 0,
      keys: bench.keys.slice(0, 1),
    };
    const { answers, seconds, calls } = await measure(bench, pair, order);
    found.push({ candidate: pair.running.candidate.name, perSecond: answers / seconds, calls });
  }
  return found;
}

/** Whether a candidate still answers as the floor does. */
async function checkAgain({ keys }: Bench, pair: Pair, pairs: readonly Pair[]): Promise<void> {
  const floor = pairs.find(
    ({ running, query }) => running.candidate.name === 'floor' && query === pair.query,
  );
  if (floor === undefined) return;
  for (const [index, request] of pair.requests.slice(0, 4).entries()) {
    const own = await askOnce(pair.running, pair.query, request, keys[index] ?? '');
    const right = await askOnce(
      floor.running,
      pair.query,
      floor.requests[index] ?? request,
      keys[index] ?? '',
    );
    checkEqual(pair.running.candidate.name, pair.query, own.content, right.content);
  }
}

function figuresOf({ running, bytes, single, windows }: Pair): AnswerFigures {
  const load: LoadFigures[] = [...windows].map(([{ concurrency, latency }, all]) => {
    const middle = (of: (window: Window) => number): number => median(all.map(of)) ?? 0;
    return {
      concurrency,
      latency,
      perSecond: middle(({ answers, seconds }) => answers / seconds),
      p50: middle(({ p50 }) => p50),
      p99: middle(({ p99 }) => p99),
      cpu: middle(({ cpu }) => cpu),
      calls: middle(({ calls }) => calls),
    };
  });
  return {
    candidate: running.candidate.name,
    bytes: median(bytes) ?? 0,
    calls: single.calls,
    waves: single.waves,
    load,
  };
}
