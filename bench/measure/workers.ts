import { availableParallelism } from 'node:os';
import type { Running } from '../candidates/candidate.js';
import type { WindowRequest, WindowResult } from '../load/window.js';
import type { BenchOptions } from '../options.js';
import { deep } from '../queries/deep.js';
import type { World } from '../upstreams/world.js';
import { walk } from './handed-out.js';
import { made } from './made.js';
import { median } from './median.js';
import { childrenOf, cpuMs } from './process-figures.js';
import { askOnce, requestsFor } from './requests.js';
import type { ProcessesFigures, WorkersFigures, WorkersLoad } from './results.js';
import { withUpstreams } from './session.js';

/** Requests under way at once. */
const loads = [10, 20] as const;

/** What one window of load took. */
interface Window extends ProcessesFigures {
  readonly answers: number;
  /** What the busiest worker took, as a multiple of what the idlest took; 1 for a single process. */
  readonly spread: number;
}

/** Gatehouse with one process and with two workers, in alternating rounds: what the second one costs, and what it brings. */
export function compareWorkers(options: BenchOptions, tell: (line: string) => void): Promise<WorkersFigures> {
  return withUpstreams(options, async ({ world, keys, load, start }) => {
    const gateways: Running[] = [];
    for (const workers of ['1', '2']) gateways.push(await start({ serve: ['--workers', workers] }));
    const requests = await requestsOf(gateways, world, keys[0] ?? '');
    const windows: { readonly gateway: Running; readonly concurrency: number; readonly window: Window }[] =
      [];
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
          if (round >= 0) windows.push({ gateway, concurrency, window });
        }
      }
      tell(round < 0 ? 'both are warm' : `round ${round + 1} of ${rounds}`);
    }
    const [one = [], two = []] = gateways.map((gateway) =>
      windows.filter((each) => each.gateway === gateway),
    );
    const at = (of: typeof windows, concurrency: number): readonly Window[] =>
      of.filter((each) => each.concurrency === concurrency).map(({ window }) => window);
    return {
      ...made(world),
      rounds,
      seconds,
      cores: availableParallelism(),
      loads: loads.map((concurrency) => figuresOf(concurrency, at(one, concurrency), at(two, concurrency))),
    };
  });
}

/** The deep query, with the bytes of its right answers; both gateways give the same ones. */
async function requestsOf(
  gateways: readonly Running[],
  world: World,
  key: string,
): Promise<readonly WindowRequest[]> {
  const [first] = gateways;
  if (first === undefined) throw new Error('There is no gateway.');
  const handedOut = await walk(first, key);
  const requests: WindowRequest[] = [];
  for (const request of requestsFor(first, deep, deep.variants(world, handedOut), { handedOut, world }) ??
    []) {
    const sizes: number[] = [];
    for (const gateway of gateways) sizes.push((await askOnce(gateway, deep, request, key)).bytes);
    const [bytes = 0, ...others] = sizes;
    if (others.some((other) => other !== bytes))
      throw new Error('Workers answer otherwise than one process.');
    requests.push({ body: request.body, bytes });
  }
  return requests;
}

async function measure({ pid, url }: Running, run: (url: string) => Promise<WindowResult>): Promise<Window> {
  const workers = childrenOf(pid);
  const all = [pid, ...workers];
  const before = new Map(all.map((each) => [each, cpuMs(each)]));
  const { answers, wrong, seconds } = await run(url);
  if (wrong > 0) throw new Error(`Gatehouse gave ${wrong} wrong answers.`);
  const taken = (each: number): number => cpuMs(each) - (before.get(each) ?? 0);
  const shares = workers.map(taken);
  return {
    answers,
    cpu: all.map(taken).reduce((sum, each) => sum + each, 0) / answers,
    perSecond: answers / seconds,
    spread: shares.length === 0 ? 1 : Math.max(...shares) / Math.max(1, Math.min(...shares)),
  };
}

function figuresOf(concurrency: number, one: readonly Window[], two: readonly Window[]): WorkersLoad {
  const of = (windows: readonly Window[], member: keyof Window): number =>
    median(windows.map((window) => window[member])) ?? 0;
  const both = (windows: readonly Window[]): ProcessesFigures => ({
    cpu: of(windows, 'cpu'),
    perSecond: of(windows, 'perSecond'),
  });
  return {
    concurrency,
    answers: two.reduce((sum, { answers }) => sum + answers, 0),
    one: both(one),
    two: both(two),
    spread: of(two, 'spread'),
  };
}
