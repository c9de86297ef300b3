import { expect } from 'vitest';
import type { Fault } from '../../src/sandbox/faults.js';
import type { TestGatewayOptions } from '../support/gateway.js';
import {
  buildingsQuery,
  expectDiscreet,
  onStage,
  resultOf,
  rowsOf,
  type Buildings,
  type Stage,
} from './stage.js';
import type { FaultCase, Outcome } from './table.js';

/** What a client is to see of casavi while `GET /properties` is struck. */
export interface Expected {
  readonly status: 'OK' | 'PARTIAL' | 'FAILED';
  readonly code?: string;
  readonly reason?: string;
  readonly retryable?: boolean;
  /** Exactly, or at most: whole seconds that a clock has begun to count down. */
  readonly retryAfter?: number | { readonly atMost: number };
  /** Part of the message. */
  readonly says?: RegExp;
  /** Requests to `/properties`. */
  readonly calls: number;
  /** Requests to the login. @default 1 */
  readonly logins?: number;
  /** Rows of casavi. @default all where it is OK, none where it failed */
  readonly rows?: number;
  /** Rows of casavi that are not there. */
  readonly lost?: number;
}

export interface Struck extends TestGatewayOptions {
  readonly fault: string;
  /** Whether casavi has answered before: a login must not fall to the short times of a test. */
  readonly isWarm?: boolean;
  /** Strikes `GET /properties` of casavi. */
  readonly by?: Fault;
  /** Or whatever else happens before the query. */
  readonly arrange?: (stage: Stage) => unknown;
  readonly expected: Expected;
  /** What holds besides. */
  readonly also?: (stage: Stage) => unknown;
  /** Whether all is well once the fault is over. @default true */
  readonly recovers?: boolean;
}

/** One query while casavi is struck, and one when it is over. */
export function struck({
  fault,
  isWarm,
  by,
  arrange,
  expected,
  also,
  recovers = true,
  ...options
}: Struck): FaultCase {
  return {
    fault,
    run: () =>
      onStage({ only: ['pigello', 'casavi'], ...options }, async (stage) => {
        const { casavi } = stage.sandbox;
        if (isWarm === true) await expectWell(stage);
        casavi.reset();
        if (by !== undefined) casavi.fail('/properties', by);
        await arrange?.(stage);
        const answer = await stage.query<Buildings>(buildingsQuery);
        const outcome = expectAnswer(stage, answer, expected);
        await also?.(stage);
        if (recovers) {
          casavi.clearFaults();
          await casavi.start();
          await expectWell(stage);
        }
        return outcome;
      }),
  };
}

/** All is there, at the latest after some tries: a busy machine may need more than a test's short times. */
export async function expectWell(stage: Stage): Promise<void> {
  for (let left = 20; ; left -= 1) {
    const { data, errors } = await stage.query<Buildings>(buildingsQuery);
    if (errors.length > 0 && left > 0) continue;
    expect(errors).toEqual([]);
    expect(resultOf(data.buildings, 'casavi')).toMatchObject({ status: 'OK', error: null });
    expect(rowsOf(data.buildings, 'casavi')).toHaveLength(allRows(stage, 'casavi'));
    return;
  }
}

export function allRows({ sandbox }: Stage, system: 'pigello' | 'casavi'): number {
  return sandbox.portfolio.buildings.filter(({ systems }) => systems.includes(system)).length;
}

export function expectAnswer(
  stage: Stage,
  answer: Awaited<ReturnType<typeof stage.query<Buildings>>>,
  expected: Expected,
): Outcome {
  const { code, reason, retryable, says, calls, logins = 1 } = expected;
  const retryAfter = toRetryAfter(expected.retryAfter);
  expect(answer.status).toBe(200);
  expectDiscreet(stage, answer);
  const page = answer.data.buildings;
  expect(rowsOf(page, 'pigello')).toHaveLength(allRows(stage, 'pigello'));
  expect(resultOf(page, 'pigello')).toMatchObject({ status: 'OK', error: null });

  const result = resultOf(page, 'casavi');
  expect(result).toMatchObject({
    status: expected.status,
    error: code === undefined ? null : { code, retryable, retryAfter },
  });
  if (says !== undefined) expect(result.error?.message).toMatch(says);
  const all = allRows(stage, 'casavi') - (expected.lost ?? 0);
  const rows = expected.rows ?? (expected.status === 'FAILED' ? 0 : all);
  expect(new Set(rowsOf(page, 'casavi')).size).toBe(rows);
  expect(rowsOf(page, 'casavi')).toHaveLength(rows);
  if (expected.status === 'FAILED') {
    expect(answer.errors).toMatchObject([
      {
        path: ['buildings'],
        extensions: { code, source: 'casavi', provider: 'CASAVI', retryable, retryAfter },
      },
    ]);
    expect(answer.errors[0]?.extensions['reason']).toBe(reason);
  } else {
    expect(answer.errors).toEqual([]);
  }
  expect({
    calls: stage.received('casavi', '/properties'),
    logins: stage.received('casavi', '/authenticate'),
  }).toEqual({
    calls,
    logins,
  });
  return { client: describeResult(expected), calls: describeCalls(calls, logins) };
}

/** What `retryAfter` must be; a count that began meanwhile may have lost some seconds. */
function toRetryAfter(expected: Expected['retryAfter']): unknown {
  if (typeof expected !== 'object') return expected ?? null;
  const { atMost } = expected;
  return expect.toSatisfy((value: number) => value <= atMost && value > Math.max(0, atMost - 15));
}

function describeResult({ status, code, reason, retryable, retryAfter, lost }: Expected): string {
  if (code === undefined) return 'everything';
  const more = [
    ...(reason === undefined ? [] : [`reason \`${reason}\``]),
    retryable === true ? 'retryable' : 'not retryable',
    ...(retryAfter === undefined
      ? []
      : [`retryAfter ${typeof retryAfter === 'number' ? retryAfter : retryAfter.atMost}`]),
  ];
  return `${status}${lost === undefined ? '' : ': all others'}, \`${code}\`, ${more.join(', ')}`;
}

export function describeCalls(calls: number, logins: number): string {
  return logins <= 1 ? String(calls) : `${calls}, and ${logins} logins`;
}
