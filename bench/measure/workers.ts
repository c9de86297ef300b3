import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCandidate, type Running } from '../candidates/candidate.js';
import { gatehouse } from '../candidates/gatehouse/index.js';
import type { WindowResult } from '../load/window.js';
import type { BenchOptions } from '../options.js';
import { startHelper } from '../process.js';
import { deep } from '../queries/deep.js';
import type { World } from '../upstreams/world.js';
import { connections } from './compare.js';
import { walk } from './handed-out.js';
import { median } from './median.js';
import { childrenOf, cpuMs } from './process-figures.js';
import { askOnce, requestsFor } from './requests.js';

/** Requests under way at once. */
const loads = [10, 20] as const;

interface Gateway {
  readonly workers: number;
  readonly running: Running;
}

/** What one window of load took. */
interface Window {
  /** Milliseconds of a core for each answer, all processes together. */
  readonly cpu: number;
  readonly perSecond: number;
  /** What the busiest worker took, as a multiple of what the idlest took; 1 for a single process. */
  readonly spread: number;
}

/** Gatehouse with one process and with two workers, in alternating rounds: what the second one costs, and what it brings. */
export async function compareWorkers(options: BenchOptions, tell: (line: string) => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const keys = Array.from({ length: 128 }, () => `gh_${randomBytes(32).toString('base64url')}`);
  const upstreams = startHelper('./upstreams/main.ts');
  const load = startHelper('./load/main.ts');
  const gateways: Gateway[] = [];
  try {
    const world = await upstreams.ask<World>('start', { seed: options.seed, buildings: options.buildings });
    for (const workers of [1, 2]) {
      const setting = { world, connections, keys, folder: join(folder, String(workers)) };
      const candidate = gatehouse({ serve: ['--workers', String(workers)] });
      gateways.push({ workers, running: await startCandidate(candidate, setting) });
    }
    const requests = await requestsOf(gateways, world, keys[0] ?? '');
    const windows = new Map<string, Window[]>();
    const { seconds, rounds } = options;
    // The round before the first is not counted: code that runs often is compiled only then.
    for (let round = -1; round < rounds; round += 1) {
      for (const concurrency of loads) {
        for (const gateway of round % 2 === 0 ? gateways : gateways.toReversed()) {
          const order = {
            concurrency,
            seconds,
            least: 1,
            most: seconds,
            requests,
            from: (round + 1) * 7,
            keys,
          };
          const window = await measure(gateway, (url) => load.ask('window', { ...order, url }));
          const name = nameOf(gateway.workers, concurrency);
          if (round >= 0) windows.set(name, [...(windows.get(name) ?? []), window]);
        }
      }
      tell(round < 0 ? 'both are warm' : `round ${round + 1} of ${rounds}`);
    }
    return loads.map((concurrency) => lineOf(windows, concurrency)).join('\n');
  } finally {
    await Promise.all(gateways.map(({ running }) => running.stop()));
    await Promise.all([upstreams.stop(), load.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The deep query, with the bytes of its right answers; both gateways give the same ones. */
async function requestsOf(
  gateways: readonly Gateway[],
  world: World,
  key: string,
): Promise<readonly { readonly body: string; readonly bytes: number }[]> {
  const [first] = gateways;
  if (first === undefined) throw new Error('There is no gateway.');
  const handedOut = await walk(first.running, key);
  const requests: { readonly body: string; readonly bytes: number }[] = [];
  for (const request of requestsFor(first.running, deep, deep.variants(world, handedOut), {
    handedOut,
    world,
  }) ?? []) {
    const sizes: number[] = [];
    for (const { running } of gateways) sizes.push((await askOnce(running, deep, request, key)).bytes);
    const [bytes = 0, ...others] = sizes;
    if (others.some((other) => other !== bytes))
      throw new Error('Workers answer otherwise than one process.');
    requests.push({ body: request.body, bytes });
  }
  return requests;
}

async function measure(
  { running: { pid, url } }: Gateway,
  run: (url: string) => Promise<WindowResult>,
): Promise<Window> {
  const workers = childrenOf(pid);
  const all = [pid, ...workers];
  const before = new Map(all.map((each) => [each, cpuMs(each)]));
  const { answers, wrong, seconds } = await run(url);
  if (wrong > 0) throw new Error(`Gatehouse gave ${wrong} wrong answers.`);
  const taken = (each: number): number => cpuMs(each) - (before.get(each) ?? 0);
  const shares = workers.map(taken);
  return {
    cpu: all.map(taken).reduce((sum, each) => sum + each, 0) / answers,
    perSecond: answers / seconds,
    spread: shares.length === 0 ? 1 : Math.max(...shares) / Math.max(1, Math.min(...shares)),
  };
}

const nameOf = (workers: number, concurrency: number): string => `${workers} at ${concurrency}`;

function lineOf(windows: ReadonlyMap<string, readonly Window[]>, concurrency: number): string {
  const of = (workers: number, member: keyof Window): number =>
    median((windows.get(nameOf(workers, concurrency)) ?? []).map((window) => window[member])) ?? 0;
  const compared = (member: 'cpu' | 'perSecond', digits: number): string =>
    `${of(1, member).toFixed(digits)} with one process, ${of(2, member).toFixed(digits)} with two workers (${(of(2, member) / of(1, member)).toFixed(2)})`;
  return [
    `At ${concurrency} requests at once:`,
    `  CPU ms for each answer: ${compared('cpu', 1)}`,
    `  answers a second: ${compared('perSecond', 0)}`,
    `  the busier worker took ${of(2, 'spread').toFixed(2)} times the CPU of the other`,
  ].join('\n');
}
