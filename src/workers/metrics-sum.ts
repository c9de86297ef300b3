import { AggregatorRegistry, prometheusContentType, type Registry } from 'prom-client';
import type { MetricValues } from '../telemetry/metrics.js';
import type { WorkerProcess } from './worker-process.js';

/** The metrics of all workers as one. */
export interface MetricsSum {
  readonly contentType: string;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  add(worker: WorkerProcess): void;
  /** Keeps what a worker that has ended had counted when it was last asked. */
  remove(worker: WorkerProcess): void;
}

/**
 * The library asks the workers, too, but gives no answer at all for five seconds once one of them is gone, and forgets what
 * it had counted: to Prometheus a sum that falls is a new start, and all of it counts again.
 */
export function createMetricsSum(): MetricsSum {
  /** What each worker last told. */
  const told = new Map<WorkerProcess, MetricValues>();
  /** What those have counted that have ended. */
  let ofEnded: MetricValues = [];
  return {
    contentType: prometheusContentType,
    async text() {
      await Promise.all(
        [...told.keys()].map(async (worker) => {
          const values = await worker.metrics();
          if (values !== null && told.has(worker)) told.set(worker, values);
        }),
      );
      return sumOf([...told.values(), ofEnded]).metrics();
    },
    add: (worker) => void told.set(worker, []),
    remove(worker) {
      const last = told.get(worker) ?? [];
      told.delete(worker);
      const counted = last.filter(({ type }) => counts.has(String(type)));
      // What it makes of values has them as they were.
      ofEnded = sumOf([ofEnded, counted]).getMetricsAsArray() as MetricValues;
    },
  };
}

/** Kinds of metrics that never fall. */
const counts: ReadonlySet<string> = new Set(['counter', 'histogram']);

/** Adds up, but for what each metric says of itself (`aggregator`). */
function sumOf(values: readonly MetricValues[]): Registry {
  return AggregatorRegistry.aggregate([...values]);
}
