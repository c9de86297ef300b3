import type { Environment } from '../config/config.js';
import type { SandboxPlaces } from '../config/sandbox-sources.js';
import type { MetricValues } from '../telemetry/metrics.js';

/** What the primary, which answers nobody, and its workers tell each other. */

/** What a worker needs to serve as all others do. */
export interface WorkerOrder {
  /** From 1 on; whoever takes the place of a worker has its number. */
  readonly number: number;
  /** The primary's, with the key that all workers sign with. */
  readonly environment: Environment;
  /** The sandbox that the primary has opened, where no source is configured. */
  readonly sandbox: SandboxPlaces | null;
}

export type ToWorker =
  | ({ readonly kind: 'start' } & WorkerOrder)
  | { readonly kind: 'reload' }
  | { readonly kind: 'stop' }
  /** Asks for the worker's own metrics. */
  | { readonly kind: 'metrics'; readonly id: number }
  /** The metrics of all workers, for which this one has asked; `null` where they cannot be told. */
  | { readonly kind: 'sum'; readonly id: number; readonly text: string | null };

export type ToPrimary =
  /** It listens to messages: what is sent before that is lost. */
  | { readonly kind: 'here' }
  | { readonly kind: 'ready'; readonly address: string; readonly metricsUrl: string | null }
  | WorkerFailure
  | { readonly kind: 'metrics'; readonly id: number; readonly values: MetricValues }
  | { readonly kind: 'sum'; readonly id: number };

/** Why a worker cannot start. */
export interface WorkerFailure {
  readonly kind: 'failed';
  readonly message: string;
  /** Whether it is the operator's to mend, by what the message says. */
  readonly isConfig: boolean;
  /** What of any other failure may stand in the log. */
  readonly seen: object;
}
