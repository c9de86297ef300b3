import type { CallRecord } from '../http/call-log.js';
import type { Log } from '../log.js';
import {
  hasFailed,
  isOwnCall,
  type FinishedOperation,
  type OperationListener,
} from './finished-operation.js';

/** Writes one line for each operation: a message for people, and the same in members for machines. */
export function logOperations(log: Log): OperationListener {
  return (operation) => log.info(toMessage(operation), toFields(operation));
}

/** As in `query Portfolio: 34 ms, 9 calls (pigello 3, casavi 6)`. */
function toMessage({ type, name, outcome, durationMs, calls, errors, status }: FinishedOperation): string {
  const own = calls.filter(isOwnCall);
  const shares = sourcesOf(own).map(
    (source) => `${source} ${own.filter((call) => call.source === source).length}`,
  );
  const parts = [
    ...(outcome === 'OK' ? [] : [`${outcome} (${status})`]),
    `${Math.round(durationMs)} ms`,
    `${own.length} ${own.length === 1 ? 'call' : 'calls'}${own.length === 0 ? '' : ` (${shares.join(', ')})`}`,
    ...new Set(errors.map(({ code }) => code)),
  ];
  return `${type ?? 'request'}${name === null ? '' : ` ${name}`}: ${parts.join(', ')}`;
}

function toFields(operation: FinishedOperation): object {
  const { requestId, caller, type, name, hash, status, outcome, durationMs, errors, calls } = operation;
  return {
    requestId,
    caller,
    type,
    operation: name,
    hash,
    status,
    outcome,
    ms: toTenths(durationMs),
    errors: countsOf(errors.map(({ code }) => code)),
    calls: calls.filter(isOwnCall).length,
    sources: sourcesOf(calls).map((source) =>
      toShare(
        source,
        calls.filter((call) => call.source === source),
      ),
    ),
  };
}

function toShare(source: string, calls: readonly CallRecord[]): object {
  const own = calls.filter(isOwnCall);
  const begin = Math.min(...calls.map(({ startedAt }) => startedAt));
  const end = Math.max(...calls.map(({ startedAt, durationMs }) => startedAt + (durationMs ?? 0)));
  return {
    source,
    calls: own.length,
    failed: own.filter(hasFailed).length,
    logins: calls.filter(({ login }) => login).length,
    kept: calls.filter(({ cached }) => cached).length,
    shared: calls.filter(({ shared }) => shared).length,
    ms: toTenths(end - begin),
  };
}

function sourcesOf(calls: readonly CallRecord[]): readonly string[] {
  return [...new Set(calls.map(({ source }) => source))];
}

function countsOf(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function toTenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
