import { request } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** Variables that do not fit: nothing was executed, so the specification's media type asks for a 400. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ only: ['pigello'] });
});
afterAll(() => gateway.close());

it.each([
  ['a variable of another type', 'query ($n: Int) { buildings(first: $n) { nodes { id } } }', { n: 'many' }],
  ['a required variable that is missing', 'query ($id: ID!) { building(id: $id) { id } }', {}],
])('%s', async (_, query, variables) => {
  for (const [accept, status] of [
    ['application/graphql-response+json', 400],
    ['application/json', 200],
  ] as const) {
    const { statusCode, body } = await request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await body.json()) as object;
    expect(answer).not.toHaveProperty('data');
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(JSON.stringify(answer)).not.toContain('"http"');
    expect(statusCode).toBe(status);
  }
  expect(gateway.sandbox.pigello.requests).toEqual([]);
});

it('answers members in the order of the selection, whichever source is first', async () => {
  const { data } = await gateway.query<object>(
    '{ units(first: 2) { pageInfo { hasNextPage } totalCount nodes { id building { id } number } } sources { id } buildings(first: 1) { nodes { id } } }',
  );
  expect(Object.keys(data)).toEqual(['units', 'sources', 'buildings']);
  const { units } = data as { units: { nodes: readonly object[] } };
  expect(Object.keys(units)).toEqual(['pageInfo', 'totalCount', 'nodes']);
  expect(Object.keys(units.nodes[0] ?? {})).toEqual(['id', 'building', 'number']);
});
