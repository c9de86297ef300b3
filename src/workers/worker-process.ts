import cluster from 'node:cluster';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../errors.js';
import type { MetricValues } from '../telemetry/metrics.js';
import type { ToPrimary, ToWorker, WorkerFailure, WorkerOrder } from './messages.js';

/** How a worker has ended. */
export interface WorkerEnd {
  readonly code: number | null;
  readonly signal: string | null;
  /** Why it could not start, where it said so. */
  readonly failure: WorkerFailure | null;
}

/** A worker as the primary sees it. */
export interface WorkerProcess {
  /** Rejects where it ends before it serves: with a ConfigError where that is the operator's to mend. */
  readonly ready: Promise<{ readonly address: string; readonly metricsUrl: string | null }>;
  readonly ended: Promise<WorkerEnd>;
  reload(): void;
  /**
   * Lets it finish what is under way; one that does not serve yet ends at once, and one that has not ended by then is killed.
   *
   * @param patience milliseconds
   */
  stop(patience: number): void;
  /** Its own metrics; `null` where it does not serve yet, or does not answer in time. */
  metrics(): Promise<MetricValues | null>;
}

/** The module that a worker runs, as this one is: compiled or not. */
const module = fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url));

/** Milliseconds that a worker gets to tell its metrics: whoever reads them waits for all. */
const metricsTime = 1_000;

/** @param onSum asked for the metrics of all workers */
export function startWorker(order: WorkerOrder, onSum: () => Promise<string>): WorkerProcess {
  // Each new connection goes to the next worker that is free; left to the system, a few workers take most of them.
  cluster.schedulingPolicy = cluster.SCHED_RR;
  // JSON would make `null` of metrics that are not a number yet.
  cluster.setupPrimary({ exec: module, args: [], serialization: 'advanced' });
  const worker = cluster.fork();
  const waiting = new Map<number, (values: MetricValues | null) => void>();
  let asked = 0;
  let isReady = false;
  let failure: WorkerFailure | null = null;

  const tell = (message: ToWorker): void => {
    // What cannot be sent is meant for one that is about to end.
    if (worker.isConnected()) worker.send(message, () => undefined);
  };
  const ended = new Promise<WorkerEnd>((resolve) => {
    worker.once('exit', (code: number | null, signal: string | null) => resolve({ code, signal, failure }));
    worker.on('error', () => {
      // There is no process that could exit where it could not be begun.
      if (worker.process.pid === undefined) resolve({ code: null, signal: null, failure });
    });
  });
  const ready = new Promise<Awaited<WorkerProcess['ready']>>((resolve, reject) => {
    worker.on('message', (message: ToPrimary) => {
      switch (message.kind) {
        case 'here':
          tell({ kind: 'start', ...order });
          break;
        case 'ready':
          isReady = true;
          resolve(message);
          break;
        case 'failed':
          failure = message;
          break;
        case 'metrics':
          waiting.get(message.id)?.(message.values);
          break;
        case 'sum':
          void onSum()
            .catch(() => null)
            .then((text) => tell({ kind: 'sum', id: message.id, text }));
      }
    });
    void ended.then((end) => {
      for (const answer of waiting.values()) answer(null);
      reject(toError(end));
    });
  });
  // Whoever does not wait for it hears of the end.
  ready.catch(() => undefined);

  return {
    ready,
    ended,
    reload: () => tell({ kind: 'reload' }),
    stop(patience) {
      if (!isReady) return void worker.process.kill('SIGKILL');
      tell({ kind: 'stop' });
      // One that is stuck hears nothing, and would outlive this process.
      const stuck = setTimeout(() => worker.process.kill('SIGKILL'), patience);
      void ended.then(() => clearTimeout(stuck));
    },
    async metrics() {
      if (!isReady) return null;
      const id = (asked += 1);
      let late: NodeJS.Timeout | undefined;
      try {
        // Not raced against the worker's end: that may be months away, and would hold all values until then.
        return await new Promise<MetricValues | null>((resolve) => {
          waiting.set(id, resolve);
          late = setTimeout(() => resolve(null), metricsTime);
          tell({ kind: 'metrics', id });
        });
      } finally {
        clearTimeout(late);
        waiting.delete(id);
      }
    },
  };
}

function toError({ code, signal, failure }: WorkerEnd): Error {
  if (failure?.isConfig === true) return new ConfigError(failure.message);
  const why = failure?.message ?? signal ?? `exit code ${code}`;
  return new Error(`A worker ended before it could serve: ${why}`);
}
