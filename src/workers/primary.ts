import type { Environment } from '../config/config.js';
import { prepare } from '../config/prepare.js';
import type { SandboxPlaces } from '../config/sandbox-sources.js';
import { endServer } from '../front/stop.js';
import { listen } from '../listen.js';
import type { Log } from '../log.js';
import { reload } from '../reload.js';
import type { Running } from '../running.js';
import { SANDBOX_NAMES } from '../sandbox/index.js';
import type { StartOptions } from '../start-gateway.js';
import {
  createMetricsServer,
  metricsPath,
  metricsVariables,
  type MetricsPlace,
  type MetricsText,
} from '../telemetry/metrics-endpoint.js';
import { createMetricsSum, type MetricsSum } from './metrics-sum.js';
import { startWorker, type WorkerEnd, type WorkerProcess } from './worker-process.js';

/**
 * Starts the workers that answer requests, and others in the place of those that end. This process, the primary, takes
 * connections and hands them out in turn; it reads nothing of them.
 *
 * @throws ConfigError where they cannot serve
 */
export async function startWorkers({
  environment,
  prepared: { settings },
  sandbox,
  log,
}: StartOptions): Promise<Running> {
  // All sign with one key, or a cursor of one were worth nothing to the next.
  const shared = { ...environment, GATEHOUSE_CURSOR_KEY: settings.cursorKeys.join() };
  const places = sandbox === null ? null : placesOf(sandbox);
  const sum = createMetricsSum();
  const crew = createCrew({
    count: settings.workers,
    environment: shared,
    sandbox: places,
    sum,
    log,
    // Its own patience ends before.
    patience: settings.drainTime + 6_000,
  });
  try {
    const { address, metricsUrl } = await crew.start();
    const metrics = await openMetrics(settings.metrics, sum);
    return {
      address,
      metricsUrl: metrics?.url ?? metricsUrl,
      reload: () =>
        reload(log, () => {
          // Told once of a fault, not by each of them.
          prepare(shared);
          crew.reload();
          return null;
        }),
      async close() {
        await crew.stop();
        await metrics?.close();
      },
    };
  } catch (error) {
    await crew.stop();
    throw error;
  }
}

/** Nothing else of a sandbox can be told to another process. */
function placesOf(sandbox: SandboxPlaces): SandboxPlaces {
  const entries = SANDBOX_NAMES.map((name) => {
    const { url, credentials } = sandbox[name];
    return [name, { url, credentials }];
  });
  return Object.fromEntries(entries) as SandboxPlaces;
}

interface CrewOptions {
  readonly count: number;
  readonly environment: Environment;
  readonly sandbox: SandboxPlaces | null;
  /** Is told of each worker. */
  readonly sum: MetricsSum;
  readonly log: Log;
  /** Milliseconds that a worker has to end. */
  readonly patience: number;
}

/** So many workers, whatever happens to one of them. */
interface Crew {
  /** Rejects where one of them cannot serve. */
  start(): ReturnType<typeof firstOf>;
  reload(): void;
  stop(): Promise<void>;
}

/** Milliseconds that a worker must have run for its end to say nothing of how long the next one will. */
const settled = 60_000;

/** Milliseconds before a worker is started again: none the first time, then more and more. */
const firstDelay = 1_000;
const longestDelay = 30_000;

function createCrew({ count, environment, sandbox, sum, log, patience }: CrewOptions): Crew {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const working = new Map<number, WorkerProcess>();
  /** How many workers of a number have ended soon after their start, one after the other. */
  const streaks = new Map<number, number>();
  const timers = new Set<NodeJS.Timeout>();
  let state: 'starting' | 'serving' | 'stopping' = 'starting';
  let address = '';

  const begin = (number: number): WorkerProcess => {
    const begun = performance.now();
    const worker = startWorker({ number, environment, sandbox }, () => sum.text());
    working.set(number, worker);
    sum.add(worker);
    void worker.ended.then((end) => {
      working.delete(number);
      sum.remove(worker);
      if (performance.now() - begun >= settled) streaks.delete(number);
      if (state === 'serving') beginAgain(number, end);
    });
    return worker;
  };

  const beginAgain = (number: number, end: WorkerEnd | null): void => {
    const streak = streaks.get(number) ?? 0;
    streaks.set(number, streak + 1);
    const wait = streak === 0 ? 0 : Math.min(longestDelay, firstDelay * 2 ** (streak - 1));
    tellEnd(log, number, end, wait);
    const timer = setTimeout(() => {
      timers.delete(timer);
      begin(number).ready.then(
        (ready) => {
          log.info(`Worker ${number} is ready.`, { worker: number });
          // The system has chosen another port where that was left to it and no worker had held the first one.
          if (ready.address !== address) log.warn(`Gatehouse is at ${ready.address}/graphql now.`);
          address = ready.address;
        },
        // Its end tells why.
        () => undefined,
      );
    }, wait);
    timers.add(timer);
  };

  return {
    async start() {
      const ready = await firstOf(numbers.map((number) => begin(number).ready));
      state = 'serving';
      ({ address } = ready);
      for (const number of numbers) if (!working.has(number)) beginAgain(number, null);
      return ready;
    },
    reload() {
      for (const worker of working.values()) worker.reload();
    },
    async stop() {
      state = 'stopping';
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(
        [...working.values()].map((worker) => {
          worker.stop(patience);
          return worker.ended;
        }),
      );
    },
  };
}

/** Waits for all, and returns what the first of them told: they share one address. */
async function firstOf(ready: readonly WorkerProcess['ready'][]): Promise<Awaited<WorkerProcess['ready']>> {
  const [first] = await Promise.all(ready);
  if (first === undefined) throw new Error('There is no worker.');
  return first;
}

function tellEnd(log: Log, worker: number, end: WorkerEnd | null, wait: number): void {
  const { code = null, signal = null, failure = null } = end ?? {};
  const when = wait === 0 ? 'is started again' : `is started again in ${wait / 1000} s`;
  // One that ends with 0 was told to.
  if (code === 0) return log.info(`Worker ${worker} was stopped, and ${when}.`, { worker });
  log.error(`Worker ${worker} ended unexpectedly, and ${when}.`, {
    worker,
    code,
    signal,
    ...(failure === null ? {} : failure.isConfig ? { reason: failure.message } : failure.seen),
  });
}

/** Opens the port that metrics have of their own, if they have one. */
async function openMetrics(
  place: MetricsPlace | undefined,
  metrics: MetricsText,
): Promise<{ readonly url: string; close(): Promise<void> } | null> {
  if (typeof place !== 'object') return null;
  const server = createMetricsServer(metrics);
  const url = await listen(server, place.port, place.host, metricsVariables);
  return { url: url + metricsPath, close: () => endServer(server, 0) };
}
