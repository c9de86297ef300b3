import type { CallRecord } from '../../src/http/call-log.js';

/** Calls by path template, for assertions: `{ 'GET /properties': 1 }`. */
export function countCalls(calls: readonly CallRecord[], source?: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const call of calls) {
    if (source !== undefined && call.source !== source) continue;
    const name = `${call.method} ${call.path}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
