import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ only: ['pigello'] });
});
afterAll(() => gateway.close());

/** GraphQL over HTTP as its working group audits it: what it demands, what it recommends, and what it allows. */
describe('GraphQL over HTTP', () => {
  const url = (): string => `${gateway.url}/graphql`;
  const audits = serverAudits({ url, fetchFn: fetch });

  it('is audited in earnest', () => {
    expect(audits.length).toBeGreaterThan(50);
  });

  it.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id $name', async ({ fn }) => {
    const result = await fn();
    expect(result.status === 'ok' ? null : result.reason).toBeNull();
  });

  it('answers a query of a link', async () => {
    const answer = await fetch(`${url()}?query=${encodeURIComponent('{ sources { id } }')}`, {
      headers: { accept: 'application/json' },
    });
    expect(await answer.json()).toEqual({ data: { sources: [{ id: 'pigello' }] } });
  });

  it.each([
    ['text', 'text/plain', '{"query":"{ __typename }"}'],
    ['a form with files', 'multipart/form-data; boundary=x', '--x--'],
  ])('refuses %s, which any page on the internet could send', async (_, type, body) => {
    const answer = await fetch(url(), { method: 'POST', headers: { 'content-type': type }, body });
    expect(answer.status).toBe(415);
    expect(await answer.text()).not.toContain('data');
  });

  it('allows no other origin', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' };
    for (const method of ['OPTIONS', 'POST']) {
      const body = method === 'POST' ? { body: '{"query":"{ __typename }"}' } : {};
      const answer = await fetch(url(), { method, headers, ...body });
      await answer.arrayBuffer();
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each([
    ['a batch', [{ query: '{ __typename }' }]],
    ['nothing', {}],
    ['a query that is none', { query: 7 }],
    ['variables that are none', { query: '{ __typename }', variables: 'x' }],
    ['an operation that is not there', { query: 'query A { __typename }', operationName: 'B' }],
    ['two operations without a name', { query: 'query A { __typename } query B { __typename }' }],
    ['a mutation', { query: 'mutation { pay }' }],
    ['a syntax error', { query: '{ buildings(' }],
    ['an unknown field', { query: '{ landlords { id } }' }],
    [
      'a null where none may be',
      { query: 'query ($id: ID = "x") { node(id: $id) { id } }', variables: { id: null } },
    ],
    ['a variable of another type', { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: {} }],
  ])("refuses %s with the code of the client's mistakes", async (_, body) => {
    const answer = await fetch(url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
  });

  it('does not repeat a body that is no JSON', async () => {
    const answer = await fetch(url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query": "{ node }", password: swordfish',
    });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toMatch(/swordfish|password/);
  });

  it('knows no other path', async () => {
    for (const path of ['/', '/graphql/x', '/health', '/schema.graphql', '/../package.json']) {
      const answer = await fetch(`${gateway.url}${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

describe('GraphiQL', () => {
  it('is given to browsers, and takes nothing from any other server', async () => {
    const answer = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    const page = await answer.text();
    expect(page).toContain('<title>Gatehouse</title>');
    // It opens with an example.
    expect(page).toContain('query Portfolio');
    expect(page).not.toMatch(/unpkg|jsdelivr|cdnjs|esm\.sh|skypack|googleapis/);
    const markup = page.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, (script) => script.slice(0, 200));
    expect(markup).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//);
    expect(page).not.toMatch(/<script[^>]+src=["']?https?:|@import|url\(["']?https?:|import\(["'`]https?:/);
  });

  it('is not given to clients that take JSON', async () => {
    const answer = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'application/json' } });
    expect(answer.headers.get('content-type')).toMatch(/json/);
    expect(await answer.text()).not.toContain('<html');
  });
});

describe('health', () => {
  it('/health/live answers', async () => {
    const answer = await fetch(`${gateway.url}/health/live`);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it('/health/ready answers, and tells how the source is', async () => {
    const answer = await fetch(`${gateway.url}/health/ready`);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        status: 'OK',
        sources: [{ id: 'pigello', provider: 'PIGELLO', status: 'OK', code: null }],
      },
    ]);
  });

  it('does not depend on the providers', async () => {
    await gateway.sandbox.pigello.stop();
    const answer = await fetch(`${gateway.url}/health/ready`);
    await gateway.sandbox.pigello.start();
    expect(answer.status).toBe(200);
    expect(gateway.sandbox.pigello.requests).toEqual([]);
  });

  it('lets a query that runs finish before the server is gone', async () => {
    const own = await startTestGateway({ only: ['pigello'] });
    own.sandbox.pigello.fail('*', { delayMs: 150 });
    const answering = own.query<{ buildings: { nodes: readonly object[] } }>(
      '{ buildings(first: 2) { nodes { id } } }',
    );
    await expect.poll(() => own.sandbox.pigello.requests.length).toBe(1);
    const closing = own.gateway.close();
    expect((await answering).data.buildings.nodes).toHaveLength(2);
    await closing;
    await expect(fetch(`${own.url}/health/live`)).rejects.toThrow();
    await own.sandbox.close();
  });
});
