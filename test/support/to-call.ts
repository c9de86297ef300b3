import { expect } from 'vitest';
import type { CallRecord } from '../../src/http/call-log.js';
import type { SystemName } from '../../src/sandbox/index.js';
import { countCalls } from './calls.js';
import type { Answer } from './gateway.js';

/**
 * `expect(answer).toCall({ pigello: 2, casavi: 1 }).inWaves(2)`: how many calls an operation made at each source, logins
 * excepted, and in how many waves. A source that is not named must not be asked. In place of a number can stand the calls
 * by method and path template: `{ casavi: { 'GET /properties': 2 } }`.
 */
export type ExpectedCalls = { readonly [N in SystemName]?: number | Readonly<Record<string, number>> };

interface CalledInWaves {
  /** The longest chain of calls that had to wait for each other. */
  inWaves(waves: number): void;
}

declare module 'vitest' {
  interface Matchers {
    toCall(expected: ExpectedCalls): CalledInWaves;
  }
}

expect.extend({
  toCall(answer: Answer<unknown>, expected: ExpectedCalls) {
    const wanted = Object.fromEntries(
      Object.entries(expected).map(([source, calls]) => [
        source,
        typeof calls === 'number' ? calls : sum(calls),
      ]),
    );
    const made = countBySource(answer.calls);
    const paths = Object.entries(expected).flatMap(([source, calls]) =>
      typeof calls === 'number' ? [] : [{ source, calls, made: countCalls(answer.calls, source) }],
    );
    const pass =
      this.equals(made, withoutZeros(wanted)) && paths.every((each) => this.equals(each.made, each.calls));
    return {
      pass,
      message: () =>
        `the operation made${this.isNot ? '' : ' other calls than'} ${JSON.stringify(expected)}\n${listed(answer.calls)}`,
      actual: made,
      expected: wanted,
    };
  },
  inWaves(answer: Answer<unknown>, waves: number) {
    return {
      pass: answer.waves === waves,
      message: () =>
        `the calls came in ${answer.waves} waves, ${this.isNot ? 'not' : 'instead of'} ${waves}\n${listed(answer.calls)}`,
      actual: answer.waves,
      expected: waves,
    };
  },
});

function countBySource(calls: readonly CallRecord[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { source } of calls) counts[source] = (counts[source] ?? 0) + 1;
  return counts;
}

function withoutZeros(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([, calls]) => calls > 0));
}

function sum(calls: Readonly<Record<string, number>> | undefined): number {
  return Object.values(calls ?? {}).reduce((total, each) => total + each, 0);
}

/** The calls as they were made, alike ones of a wave in one line. */
function listed(calls: readonly CallRecord[]): string {
  const lines = new Map<string, number>();
  for (const { source, method, path, wave } of [...calls].sort((one, other) => one.wave - other.wave)) {
    const line = `wave ${wave}: ${source} ${method} ${path}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return lines.size === 0 ? 'no calls' : [...lines].map(([line, times]) => `${line} × ${times}`).join('\n');
}
