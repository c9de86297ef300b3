import { expect, vi } from 'vitest';
import { expectAnswer, expectWell } from '../struck.js';
import {
  buildingsQuery,
  eventually,
  onStage,
  resultOf,
  rowsOf,
  secret,
  short,
  sourcesOf,
  type Buildings,
  type Page,
  type Stage,
} from '../stage.js';
import type { FaultGroup } from '../table.js';

const failure = { status: 500, body: { message: secret } };
const failed = { status: 'FAILED', code: 'UPSTREAM_STATUS', retryable: true, says: /500/, calls: 0 } as const;
const two = { only: ['pigello', 'casavi'] } as const;

/** Sets the clocks forward: circuits stay open for seconds, and a test must not wait for them. */
async function later<T>(seconds: number, play: () => Promise<T>): Promise<T> {
  const now = performance.now.bind(performance);
  const ahead = seconds * 1000;
  const ticking = vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead });
  try {
    return await play();
  } finally {
    vi.useRealTimers();
    ticking.mockRestore();
  }
}

/** Two queries that fail, which are five failures in a row: the third attempt of the second finds it open. */
async function openCircuit(stage: Stage): Promise<void> {
  stage.sandbox.casavi.fail('/properties', failure);
  await stage.query(buildingsQuery);
  await stage.query(buildingsQuery);
  expect(stage.received('casavi', '/properties')).toBe(5);
}

export const spared: FaultGroup = {
  title: 'Providers that are spared',
  intro:
    'An endpoint that fails five times in a row is left alone for 5 seconds, then for up to 30; one call probes it. Retries, calls at once and calls a minute are bounded, and what is asked for at the same time is asked once.',
  cases: [
    {
      fault: 'An endpoint that keeps failing',
      run: () =>
        onStage(two, async (stage) => {
          await openCircuit(stage);
          const answer = await stage.query<Buildings>(buildingsQuery);
          expectAnswer(stage, answer, {
            ...failed,
            says: /is left alone for a while/,
            retryAfter: { atMost: 5 },
            calls: 5,
          });
          return {
            client: 'FAILED, `UPSTREAM_STATUS` (that of the last failure), retryAfter 5',
            calls: '5, then none',
          };
        }),
    },
    {
      fault: 'Its other endpoints meanwhile',
      run: () =>
        onStage(two, async (stage) => {
          await openCircuit(stage);
          const { data, errors } = await stage.query<{ issues: Page }>(
            `{ issues(first: 5, filter: {sources: ["casavi"]}) { nodes { id } ${sourcesOf} } }`,
          );
          expect(errors).toEqual([]);
          expect(resultOf(data.issues, 'casavi').status).toBe('OK');
          return { client: 'everything of them', calls: '1' };
        }),
    },
    {
      fault: 'A probe that fails (half-open)',
      run: () =>
        onStage(two, async (stage) => {
          await openCircuit(stage);
          await later(6, async () => {
            await stage.query(buildingsQuery);
            // One probe, and no second attempt: it is left alone again, for longer.
            expect(stage.received('casavi', '/properties')).toBe(6);
            const answer = await stage.query<Buildings>(buildingsQuery);
            expectAnswer(stage, answer, {
              ...failed,
              says: /left alone/,
              retryAfter: { atMost: 10 },
              calls: 6,
            });
          });
          return { client: 'FAILED, `UPSTREAM_STATUS`, then retryAfter 10', calls: '1, then none' };
        }),
    },
    {
      fault: 'A probe that succeeds (closed again)',
      run: () =>
        onStage(two, async (stage) => {
          await openCircuit(stage);
          stage.sandbox.casavi.clearFaults();
          await later(6, async () => {
            await expectWell(stage);
            await expectWell(stage);
          });
          expect(stage.received('casavi', '/properties')).toBe(7);
          return { client: 'everything', calls: '1 a query' };
        }),
    },
    {
      fault: 'A probe that hangs while others ask',
      run: () =>
        onStage({ ...two, settings: { casavi: { limits: short } } }, async (stage) => {
          await openCircuit(stage);
          stage.sandbox.casavi.clearFaults();
          await later(6, async () => {
            stage.sandbox.casavi.fail('/properties', { hang: true });
            const probing = stage.query<Buildings>(buildingsQuery);
            await eventually(() => expect(stage.received('casavi', '/properties')).toBe(6));
            const other = await stage.query<Buildings>(buildingsQuery.replace('first: 100', 'first: 99'));
            expect(resultOf(other.data.buildings, 'casavi')).toMatchObject({ status: 'FAILED' });
            await probing;
            expect(stage.received('casavi', '/properties')).toBe(6);
          });
          return { client: 'FAILED at once for the others', calls: '1' };
        }),
    },
    {
      fault: 'A probe whose client goes away',
      run: () =>
        onStage(two, async (stage) => {
          await openCircuit(stage);
          stage.sandbox.casavi.clearFaults();
          await later(6, async () => {
            stage.sandbox.casavi.fail('/properties', { hang: true });
            const leaving = new AbortController();
            const left = post(stage, buildingsQuery, leaving.signal);
            await eventually(() => expect(stage.received('casavi', '/properties')).toBe(6));
            leaving.abort();
            await expect(left).rejects.toThrow();
            await eventually(() => expect(stage.sandbox.casavi.underWay).toBe(0));
            // It has proven nothing: the endpoint is still left alone.
            await eventually(() => expect(stage.sources[1]?.client.openCircuits).toHaveLength(1));
          });
          return { client: 'the next query FAILED, and not held up', calls: '1' };
        }),
    },
    {
      fault: 'Many calls that fail at once (retry budget)',
      run: () =>
        onStage(
          { only: ['casavi'], settings: { casavi: { limits: { breakAfter: 1_000, concurrency: 20 } } } },
          async (stage) => {
            stage.sandbox.casavi.fail('/properties/{propertyId}/units', failure);
            const buildings = '{ buildings(first: 100) { nodes { units(first: 1) { nodes { id } } } } }';
            const { data } = await stage.query<{ buildings: { nodes: readonly object[] } }>(buildings);
            const parents = data.buildings.nodes.length;
            const calls = stage.received('casavi', '/properties/{propertyId}/units');
            for (let count = 0; count < 9; count += 1) await stage.query(buildings);
            const all = stage.received('casavi', '/properties/{propertyId}/units');
            // Ten in store, a fifth of the calls, and what some seconds bring.
            expect(calls).toBeLessThanOrEqual(Math.ceil(parents * 1.2) + 12);
            expect(all).toBeLessThanOrEqual(Math.ceil(10 * parents * 1.2) + 20);
            return {
              client: 'FAILED, once for each field',
              calls: 'at most a fifth more than without retries, and ten',
            };
          },
        ),
    },
    {
      fault: 'More calls than a rate of the settings allows',
      run: () =>
        onStage(
          { ...two, settings: { casavi: { rates: { properties: { calls: 2, seconds: 60 } } } } },
          async (stage) => {
            await expectWell(stage);
            await expectWell(stage);
            const answer = await stage.query<Buildings>(buildingsQuery);
            const retryAfter = resultOf(answer.data.buildings, 'casavi').error?.retryAfter ?? 0;
            expect(retryAfter).toBeGreaterThan(50);
            expectAnswer(stage, answer, {
              status: 'FAILED',
              code: 'UPSTREAM_RATE_LIMITED',
              retryable: true,
              retryAfter,
              says: /may be asked 2 times in 60 s/,
              calls: 2,
            });
            return {
              client: 'FAILED, `UPSTREAM_RATE_LIMITED`, retryAfter up to 60',
              calls: 'none beyond the rate',
            };
          },
        ),
    },
    {
      fault: 'A request to wait, and clients that do not',
      run: () =>
        onStage(two, async (stage) => {
          stage.sandbox.casavi.fail('/properties', {
            status: 429,
            headers: { 'retry-after': '30' },
            times: 1,
          });
          // What is left is more than a source is waited for: a third of the operation's time.
          for (const seconds of [0, 5, 10, 15]) {
            await later(seconds, async () => {
              for (let count = 0; count < 3; count += 1) {
                const answer = await stage.query<Buildings>(buildingsQuery);
                expectAnswer(stage, answer, {
                  status: 'FAILED',
                  code: 'UPSTREAM_RATE_LIMITED',
                  retryable: true,
                  retryAfter: { atMost: 30 - seconds },
                  calls: 1,
                });
              }
            });
          }
          await later(31, () => expectWell(stage));
          return {
            client: 'FAILED, `UPSTREAM_RATE_LIMITED`, with the seconds that are left; then everything',
            calls: '1, and none until the time is over',
          };
        }),
    },
    {
      fault: 'A wave of calls of which the first is asked to wait',
      run: () =>
        onStage({ only: ['casavi'], settings: { casavi: { limits: { concurrency: 2 } } } }, async (stage) => {
          const units = '/properties/{propertyId}/units';
          stage.sandbox.casavi.fail(units, { status: 429, headers: { 'retry-after': '1' }, times: 2 });
          const { data, errors } = await stage.query<{ buildings: { nodes: readonly object[] } }>(
            '{ buildings(first: 20) { nodes { units(first: 1) { nodes { id } } } } }',
          );
          expect(errors).toEqual([]);
          // Those that were under way, and none of those that waited behind them.
          expect(stage.received('casavi', units)).toBe(data.buildings.nodes.length + 2);
          return {
            client: 'everything, after that time',
            calls: 'none meanwhile; those that were refused once more',
          };
        }),
    },
    {
      fault: 'A wave of more calls than may be under way at once',
      run: () =>
        onStage({ only: ['casavi'], settings: { casavi: { limits: { concurrency: 3 } } } }, async (stage) => {
          const { casavi } = stage.sandbox;
          let most = 0;
          casavi.fail(
            (request) => {
              most = Math.max(most, casavi.underWay);
              return request.path.endsWith('/units');
            },
            { delayMs: 40 },
          );
          const { errors } = await stage.query(
            '{ buildings(first: 20) { nodes { units(first: 1) { nodes { id } } } } }',
          );
          expect(errors).toEqual([]);
          expect(most).toBe(3);
          return { client: 'everything', calls: '3 at a time' };
        }),
    },
    {
      fault: 'More calls than may wait',
      run: () =>
        onStage(
          { only: ['casavi'], settings: { casavi: { limits: { concurrency: 1, queue: 2 } } } },
          async (stage) => {
            const { errors } = await stage.query<Buildings>(
              '{ buildings(first: 100) { nodes { units(first: 1) { nodes { id } } } } }',
            );
            expect(errors).toMatchObject([
              { extensions: { code: 'OVERLOADED', source: 'casavi', retryable: true, retryAfter: 1 } },
            ]);
            expect(stage.received('casavi', '/properties/{propertyId}/units')).toBe(3);
            return {
              client: 'those rows FAILED, `OVERLOADED`, retryAfter 1',
              calls: '3: one under way, two that waited',
            };
          },
        ),
    },
    {
      fault: 'One query 50 times at once',
      run: () =>
        onStage({ only: ['casavi'] }, async (stage) => {
          stage.sandbox.casavi.fail('/properties', { delayMs: 700 });
          const answers = await Promise.all(
            Array.from({ length: 50 }, () => stage.query<Buildings>(buildingsQuery)),
          );
          const rows = answers.map(({ data }) => rowsOf(data.buildings, 'casavi').length);
          expect(new Set(rows).size).toBe(1);
          expect(stage.received('casavi', '/properties')).toBe(1);
          return { client: 'everything', calls: '1' };
        }),
    },
    {
      fault: 'A source that fails while answers of it are kept (`cache`)',
      run: () =>
        onStage(
          { ...two, settings: { casavi: { cache: { properties: { ttl: 60, staleFor: 600 } } } } },
          async (stage) => {
            await expectWell(stage);
            await expectWell(stage);
            expect(stage.received('casavi', '/properties')).toBe(1);
            const readAt = Date.now();
            stage.sandbox.casavi.fail('*', failure);
            await later(120, async () => {
              const answer = await stage.query<Buildings>(buildingsQuery);
              expectAnswer(stage, answer, {
                status: 'PARTIAL',
                code: 'UPSTREAM_STATUS',
                retryable: true,
                calls: 4,
              });
              const { fetchedAt } = resultOf(answer.data.buildings, 'casavi');
              expect(Date.parse(fetchedAt ?? '')).toBeLessThanOrEqual(readAt);
            });
            await later(1_200, async () => {
              const answer = await stage.query<Buildings>(buildingsQuery);
              expect(resultOf(answer.data.buildings, 'casavi').status).toBe('FAILED');
            });
            return {
              client: 'PARTIAL: everything, with the old `fetchedAt` and the error in `sources`',
              calls: '3',
            };
          },
        ),
    },
    {
      fault: 'Credentials that are refused while answers are kept',
      run: () =>
        onStage(
          { ...two, settings: { casavi: { cache: { properties: { ttl: 0, staleFor: 600 } } } } },
          async (stage) => {
            await expectWell(stage);
            stage.sandbox.casavi.fail('*', { status: 401 });
            // The login is left alone after some of them: that is still no reason to show what was kept.
            for (let count = 0; count < 6; count += 1) {
              const { data } = await stage.query<Buildings>(buildingsQuery);
              expect(rowsOf(data.buildings, 'casavi')).toEqual([]);
              expect(resultOf(data.buildings, 'casavi')).toMatchObject({
                status: 'FAILED',
                error: { code: 'UPSTREAM_UNAUTHORIZED' },
              });
            }
            expect(stage.received('casavi', '/authenticate')).toBe(1 + 3);
            return {
              client: 'FAILED, `UPSTREAM_UNAUTHORIZED`: nothing that was kept',
              calls: '1, and 3 logins for any number of queries',
            };
          },
        ),
    },
  ],
};

/** A request that its client can give up. */
export function post(stage: Stage, query: string, signal: AbortSignal): Promise<unknown> {
  return fetch(`${stage.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query }),
    signal,
  }).then((answer) => answer.json());
}
