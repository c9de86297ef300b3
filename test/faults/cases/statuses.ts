import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { toGlobalId } from '../../../src/domain/global-id.js';
import { struck } from '../struck.js';
import { expectDiscreet, onStage, secret } from '../stage.js';
import type { FaultCase, FaultGroup } from '../table.js';

const body = { message: secret };
const refused = { status: 'FAILED', code: 'UPSTREAM_STATUS', retryable: false } as const;
const failed = { status: 'FAILED', code: 'UPSTREAM_STATUS', retryable: true } as const;
const limited = { status: 'FAILED', code: 'UPSTREAM_RATE_LIMITED', retryable: true } as const;
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toUTCString();

export const statuses: FaultGroup = {
  title: 'Statuses',
  intro:
    'What may pass (429, 500, 502, 503, 504) is asked for three times; `Retry-After` is waited for where the operation has the time, and told where it has not. What will not pass is asked for once.',
  cases: [
    ...[400, 409, 412, 414, 418].map((status) =>
      struck({ fault: `${status}`, by: { status, body }, expected: { ...refused, calls: 1 } }),
    ),
    struck({ fault: '404 for a list', by: { status: 404, body }, expected: { ...refused, calls: 1 } }),
    byId(),
    detail(),
    struck({
      fault: '401 once',
      by: { status: 401, body, times: 1 },
      expected: { status: 'OK', calls: 2, logins: 2 },
    }),
    struck({
      fault: '401 for good',
      by: { status: 401, body },
      expected: { status: 'FAILED', code: 'UPSTREAM_UNAUTHORIZED', retryable: false, calls: 2, logins: 2 },
    }),
    unauthorised(),
    struck({
      fault: '403',
      by: { status: 403, body },
      expected: { status: 'FAILED', code: 'UPSTREAM_UNAUTHORIZED', retryable: false, calls: 1 },
    }),
    struck({
      fault: '429 with `Retry-After: 0`, once',
      by: { status: 429, body, headers: { 'retry-after': '0' }, times: 1 },
      expected: { status: 'OK', calls: 2 },
    }),
    struck({
      fault: '429 with `Retry-After: 1`, once',
      by: { status: 429, body, headers: { 'retry-after': '1' }, times: 1 },
      expected: { status: 'OK', calls: 2 },
    }),
    struck({
      fault: '429 with `Retry-After: 120`',
      by: { status: 429, body, headers: { 'retry-after': '120' } },
      expected: { ...limited, retryAfter: 120, calls: 1 },
      // Whoever was asked to wait does.
      recovers: false,
    }),
    struck({
      fault: '429 with `Retry-After` as a date, an hour from now',
      arrange: ({ sandbox }) =>
        sandbox.casavi.fail('/properties', { status: 429, body, headers: { 'retry-after': inAnHour() } }),
      expected: { ...limited, retryAfter: { atMost: 3600 }, calls: 1 },
      recovers: false,
    }),
    struck({
      fault: '429 with `Retry-After` as a date that has passed, once',
      by: {
        status: 429,
        body,
        headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' },
        times: 1,
      },
      expected: { status: 'OK', calls: 2 },
    }),
    struck({
      fault: '429 with `Retry-After` as a date of a clock that is ten minutes ahead',
      sandbox: { clockSkewMs: { casavi: 600_000 } },
      arrange: ({ sandbox }) =>
        sandbox.casavi.fail('/properties', {
          status: 429,
          body,
          headers: { 'retry-after': new Date(Date.now() + 600_000 + 3_600_000).toUTCString() },
        }),
      expected: { ...limited, retryAfter: { atMost: 3600 }, calls: 1 },
      recovers: false,
    }),
    struck({
      fault: '429 without `Retry-After`',
      by: { status: 429, body },
      expected: { ...limited, calls: 3 },
    }),
    struck({
      fault: '429 with a `Retry-After` that is neither',
      by: { status: 429, body, headers: { 'retry-after': '-5 soon' } },
      expected: { ...limited, calls: 3 },
    }),
    ...[500, 503, 504].map((status) =>
      struck({ fault: `${status}`, by: { status, body }, expected: { ...failed, calls: 3 } }),
    ),
    struck({ fault: '500 twice', by: { status: 500, body, times: 2 }, expected: { status: 'OK', calls: 3 } }),
    struck({
      fault: '502 with a page of HTML',
      by: { status: 502, body: `<html>${secret}</html>`, headers: { 'content-type': 'text/html' } },
      expected: { ...failed, calls: 3 },
    }),
    struck({
      fault: '503 with `Retry-After: 60`',
      by: { status: 503, body, headers: { 'retry-after': '60' } },
      expected: { ...failed, retryAfter: 60, calls: 1 },
      recovers: false,
    }),
    struck({ fault: '501', by: { status: 501, body }, expected: { ...failed, calls: 1 } }),
    struck({
      fault: '500 with a body that does not end',
      by: { status: 500, body: secret.repeat(10), stall: true },
      expected: { ...failed, says: /500/, calls: 3 },
    }),
    ...[301, 302, 307, 308].map(redirect),
  ],
};

function byId(): FaultCase {
  return {
    fault: '404 for a record by id',
    run: () =>
      onStage({ only: ['casavi'] }, async (stage) => {
        const id = toGlobalId({ type: 'Building', source: 'casavi', key: ['no-such-property'] });
        const answer = await stage.query<{ node: null; nodes: readonly null[] }>(
          'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }',
          { id },
        );
        expect(answer.data).toEqual({ node: null, nodes: [null] });
        expect(answer.errors).toEqual([]);
        expect(stage.received('casavi', '/properties/{propertyId}')).toBe(1);
        return { client: '`null`, and no error', calls: '1' };
      }),
  };
}

/** What a new token did not help is not helped by another one. */
function unauthorised(): FaultCase {
  return {
    fault: '401 for good, to many queries',
    run: () =>
      onStage({ only: ['casavi'] }, async (stage) => {
        stage.sandbox.casavi.fail('/properties', { status: 401, body });
        for (let count = 0; count < 10; count += 1) {
          const { errors } = await stage.query('{ buildings { nodes { id } } }');
          expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAUTHORIZED' } }]);
        }
        expect(stage.received('casavi', '/authenticate')).toBe(2);
        expect(stage.received('casavi', '/properties')).toBe(11);
        // Others go on with the token that is good.
        const { errors } = await stage.query('{ issues { nodes { id } } }');
        expect(errors).toEqual([]);
        return { client: 'FAILED, `UPSTREAM_UNAUTHORIZED`', calls: '11 for 10 queries, and 2 logins' };
      }),
  };
}

/** A field that is never null costs nothing but itself when the call that tells it fails. */
function detail(): FaultCase {
  return {
    fault: '400 to the calls that tell a field which is never null (`Unit.occupancy`)',
    run: () =>
      onStage({ only: ['pigello', 'facilitee'] }, async (stage) => {
        stage.sandbox.facilitee.fail('/api/public/PropertyUnit/{id}', { status: 400, body });
        const { data, errors } = await stage.query<{
          buildings: { nodes: readonly { units: { nodes: readonly { occupancy: string }[] } }[] };
        }>('{ buildings(first: 50) { nodes { units(first: 5) { nodes { id occupancy } } } } }');
        const told = data.buildings.nodes.flatMap(({ units }) =>
          units.nodes.map(({ occupancy }) => occupancy),
        );
        expect(data.buildings.nodes.length).toBeGreaterThan(20);
        expect(told.filter((word) => word === 'UNKNOWN').length).toBeGreaterThan(0);
        expect(errors).toMatchObject([
          {
            path: ['buildings', 'nodes', expect.any(Number), 'units', 'nodes', 0, 'occupancy'],
            extensions: {
              code: 'UPSTREAM_STATUS',
              source: 'facilitee',
              occurrences: expect.any(Number) as number,
            },
          },
        ]);
        return { client: '`UNKNOWN` there, and one error; everything else', calls: 'one for each unit' };
      }),
  };
}

/** Another host must see neither the call nor its credentials. */
function redirect(status: number): FaultCase {
  return {
    fault: `${status} to another host`,
    run: async () => {
      let visits = 0;
      const elsewhere = createServer((_, response) => {
        visits += 1;
        response.end('[]');
      });
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      const { port } = elsewhere.address() as AddressInfo;
      try {
        return await struck({
          fault: '',
          by: { status, headers: { location: `http://127.0.0.1:${port}/properties` } },
          expected: {
            status: 'FAILED',
            code: 'UPSTREAM_BAD_RESPONSE',
            reason: 'REDIRECT',
            retryable: false,
            says: /is not followed; check baseUrl/,
            calls: 1,
          },
          also: (stage) => {
            expect(visits).toBe(0);
            expectDiscreet(stage, { errors: [] } as never);
          },
        }).run();
      } finally {
        await new Promise((resolve) => elsewhere.close(resolve));
      }
    },
  };
}
