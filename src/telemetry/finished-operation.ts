import type { CallRecord } from '../http/call-log.js';
import type { RequestTrace } from './request-id.js';

/**
 * How an operation ended. OK: without errors. PARTIAL: with errors beside data. FAILED: with errors and no data. REFUSED:
 * nothing was run, and the request is at fault. ABANDONED: the client went away before its answer was sent.
 */
export type OperationOutcome = 'OK' | 'PARTIAL' | 'FAILED' | 'REFUSED' | 'ABANDONED';

/** One request to the GraphQL endpoint when all is over: what logs, metrics and traces are made of. It holds no document and no values. */
export interface FinishedOperation extends RequestTrace {
  /** Id of the caller; `null` where that is not proven. */
  readonly caller: string | null;
  /** `null` where the document could not be read. */
  readonly type: 'query' | 'mutation' | 'subscription' | null;
  readonly name: string | null;
  /** The first 16 hexadecimal digits of the SHA-256 of the document; `null` where there was none. */
  readonly hash: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** The HTTP status of the answer; 499 where the client had gone. */
  readonly status: number;
  readonly outcome: OperationOutcome;
  readonly errors: readonly OperationError[];
  readonly calls: readonly CallRecord[];
  /** What `startedAt` of the calls counts from, in milliseconds since 1970. */
  readonly callsFrom: number;
}

export interface OperationError {
  readonly code: string;
  /** Id of the source that it is about. */
  readonly source: string | null;
}

/** Told of each operation when it is over. Must not throw. */
export type OperationListener = (operation: FinishedOperation) => void;

/** Whether it went out to the provider: what a kept answer or another operation's call spares is none. */
export function isOwnCall({ login, cached, shared }: CallRecord): boolean {
  return !login && !cached && !shared;
}

/** A 404 is an answer: by id it says that there is no such record. */
export function hasFailed({ failure, status }: CallRecord): boolean {
  return failure !== null && status !== 404;
}
