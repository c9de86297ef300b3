import { expect } from 'vitest';
import { expectAnswer, struck } from '../struck.js';
import { buildingsQuery, onStage, secret, type Buildings } from '../stage.js';
import type { FaultCase, FaultGroup } from '../table.js';

const login = '/authenticate';

export const logins: FaultGroup = {
  title: 'Logins',
  intro:
    'One login is under way at a time, whoever waits for it. One that fails is not tried again by the query that met it, and after three the login is left alone for a while.',
  cases: [
    down('down (500)', { status: 500, body: { message: secret } }, 'UPSTREAM_STATUS', true),
    down('refused (401)', { status: 401, body: { message: secret } }, 'UPSTREAM_UNAUTHORIZED', false),
    down(
      'refused in another way (409)',
      { status: 409, body: { message: secret } },
      'UPSTREAM_STATUS',
      false,
    ),
    struck({
      fault: 'A login that answers a page of HTML',
      arrange: ({ sandbox }) =>
        sandbox.casavi.fail(login, {
          status: 200,
          body: `<html>${secret}</html>`,
          headers: { 'content-type': 'text/html' },
        }),
      expected: {
        status: 'FAILED',
        code: 'UPSTREAM_BAD_RESPONSE',
        reason: 'HTML',
        retryable: false,
        calls: 0,
      },
    }),
    struck({
      fault: 'A login that leads to another host (307)',
      arrange: ({ sandbox }) =>
        sandbox.casavi.fail(login, {
          status: 307,
          headers: { location: `${sandbox.homeq.url}/authenticate` },
        }),
      expected: {
        status: 'FAILED',
        code: 'UPSTREAM_BAD_RESPONSE',
        reason: 'REDIRECT',
        retryable: false,
        calls: 0,
      },
      also: (stage) => expect(stage.received('homeq')).toBe(0),
    }),
    slow(),
    {
      fault: 'A token that ends between two pages',
      run: () =>
        onStage({ only: ['casavi'] }, async (stage) => {
          let pages = 0;
          stage.sandbox.casavi.fail((request) => request.path === '/contacts' && ++pages === 2, {
            status: 401,
            body: { message: secret },
          });
          const { data, errors } = await stage.query<{ persons: { nodes: readonly { id: string }[] } }>(
            '{ persons(first: 60) { nodes { id } } }',
          );
          expect(errors).toEqual([]);
          expect(new Set(data.persons.nodes.map(({ id }) => id)).size).toBe(60);
          const asked = stage.sandbox.casavi.requests
            .filter(({ path }) => path === '/contacts')
            .map(({ query, status }) => [query.get('page'), status]);
          // The same page again, and no other.
          expect(asked[1]).toEqual([asked[2]?.[0], 401]);
          expect(asked).toHaveLength(4);
          expect(stage.received('casavi', login)).toBe(2);
          return { client: 'everything, once each', calls: '4 for 3 pages, and 2 logins' };
        }),
    },
    {
      fault: '401 to ten calls with one token that has ended',
      run: () =>
        onStage(
          { only: ['casavi'], settings: { casavi: { limits: { concurrency: 10 } } } },
          async (stage) => {
            await stage.query('{ buildings(first: 1) { nodes { id } } }');
            stage.sandbox.casavi.reset();
            // Each is refused the first time, and all are sent before the first has come back.
            const refused = new Set<string>();
            stage.sandbox.casavi.fail(
              ({ path }) => path.endsWith('/units') && refused.size < refused.add(path).size,
              { status: 401 },
            );
            const { errors } = await stage.query(
              '{ buildings(first: 10) { nodes { units(first: 1) { nodes { id } } } } }',
            );
            expect(errors).toEqual([]);
            expect(stage.received('casavi', login)).toBe(1);
            return { client: 'everything', calls: '20 for 10, and one login' };
          },
        ),
    },
  ],
};

function down(
  what: string,
  fault: { readonly status: number; readonly body: object },
  code: string,
  retryable: boolean,
): FaultCase {
  return {
    fault: `A login that is ${what}`,
    run: () =>
      onStage({ only: ['pigello', 'casavi'] }, async (stage) => {
        stage.sandbox.casavi.fail(login, fault);
        for (const count of [1, 2, 3]) {
          const answer = await stage.query<Buildings>(buildingsQuery);
          expectAnswer(stage, answer, {
            status: 'FAILED',
            code,
            retryable,
            says: /authenticate/,
            calls: 0,
            logins: count,
          });
        }
        const spared = await stage.query<Buildings>(buildingsQuery);
        expectAnswer(stage, spared, {
          status: 'FAILED',
          code,
          retryable,
          retryAfter: { atMost: 5 },
          says: /is left alone for a while/,
          calls: 0,
          logins: 3,
        });
        return {
          client: `FAILED, \`${code}\`, with \`retryAfter\` once it is left alone`,
          calls: '3 logins for any number of queries',
        };
      }),
  };
}

function slow(): FaultCase {
  return {
    fault: 'A slow login with 50 queries at once',
    run: () =>
      onStage({ only: ['casavi'] }, async (stage) => {
        stage.sandbox.casavi.fail(login, { delayMs: 100 });
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, index) =>
            stage.query<Buildings>(`{ buildings(first: ${index + 1}) { nodes { id } } }`),
          ),
        );
        expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => []));
        expect(stage.received('casavi', login)).toBe(1);
        return { client: 'everything', calls: 'one login' };
      }),
  };
}
