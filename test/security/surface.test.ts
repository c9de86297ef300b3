import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { send, startProduction, type Sent } from './production.js';

/** What can be seen and sent from outside. */

let production: TestGateway;
let development: TestGateway;
beforeAll(async () => {
  [production, development] = await Promise.all([
    startProduction({
      environment: { GATEHOUSE_CORS_ORIGINS: 'https://portal.example,http://localhost:3000' },
    }),
    startTestGateway({ only: ['pigello'] }),
  ]);
});
afterAll(() => Promise.all([production.close(), development.close()]));

const query = '{ __typename }';

describe('in production', () => {
  const everyAnswer: readonly (readonly [string, Sent, number])[] = [
    ['an answer', { body: { query } }, 200],
    ['a refusal of GraphQL', { body: { query: '{ nothing }' } }, 400],
    ['a refusal of the body', { body: 'no JSON' }, 400],
    ['a query by GET', { method: 'GET', path: '/graphql?query={__typename}' }, 405],
    ['a page that is asked for', { method: 'GET', headers: { accept: 'text/html' } }, 406],
    ['a look at the head', { method: 'HEAD' }, 405],
    ['a method of files', { method: 'PUT', body: { query } }, 405],
    ['a path that is none', { path: '/nowhere', body: { query } }, 404],
    ['a media type that is none of ours', { body: { query }, headers: { accept: 'image/png' } }, 406],
    ['a body of another type', { body: query, headers: { 'content-type': 'text/plain' } }, 415],
    ['whether the process runs', { method: 'GET', path: '/health/live' }, 200],
    ['whether it takes requests', { method: 'GET', path: '/health/ready' }, 200],
    ['what may be sent', { method: 'OPTIONS' }, 204],
  ];

  it.each(everyAnswer)('%s has the headers of all', async (_, sent, status) => {
    const { headers, ...reply } = await send(production, sent);
    expect(reply.status).toBe(status);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers).filter((name) => /^(server|x-powered-by|x-yoga)/.test(name))).toEqual([]);
  });

  it.each([
    ['GET', { method: 'GET', path: `/graphql?query=${encodeURIComponent(query)}` }],
    [
      'GET with the header of preflights',
      {
        method: 'GET',
        path: '/graphql?query={__typename}',
        headers: { 'x-graphql-yoga-csrf': '1', 'content-type': 'application/json' },
      },
    ],
    [
      'a form',
      {
        body: `query=${encodeURIComponent(query)}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ],
    ['plain text', { body: JSON.stringify({ query }), headers: { 'content-type': 'text/plain' } }],
    [
      'plain text that calls itself JSON as well',
      { body: JSON.stringify({ query }), headers: { 'content-type': 'text/plain;application/json' } },
    ],
    [
      'several types at once',
      { body: JSON.stringify({ query }), headers: { 'content-type': 'application/json, text/plain' } },
    ],
    [
      'a form with files',
      {
        body: '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{__typename}"}\r\n--x--',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      },
    ],
    ['GraphQL as text', { body: query, headers: { 'content-type': 'application/graphql' } }],
    ['no type at all', { body: JSON.stringify({ query }), headers: { 'content-type': '' } }],
    [
      'JSON in another character set',
      { body: JSON.stringify({ query }), headers: { 'content-type': 'application/json; charset=utf-16' } },
    ],
    ['a compressed body', { body: JSON.stringify({ query }), headers: { 'content-encoding': 'gzip' } }],
  ] satisfies [string, Sent][])('takes no operation by %s', async (_, sent) => {
    const { status, data, errors } = await send(production, sent);
    expect([405, 415]).toContain(status);
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['no object', '"{ __typename }"'],
    ['null', 'null'],
    ['nothing', ''],
    ['half a body', '{"query":"{ __type'],
    ['a member that is none', '{"query":"{__typename}","__proto__":{"x":1}}'],
    ['a name that every object has', '{"query":"{__typename}","constructor":{"x":1}}'],
  ])('refuses %s as a body, and does not repeat it', async (_, body) => {
    const { status, data, errors, text } = await send(production, { body });
    expect([status, data]).toEqual([400, undefined]);
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(text).not.toMatch(/\{ __type|node_modules|\bat /);
  });

  it('takes members that every object has as variables nobody asked for', async () => {
    const body =
      '{"query":"{__typename}","variables":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},"query":"{ sources { id } }"}';
    const { data } = await send(production, { body });
    // Of two members with one name the last counts.
    expect(data).toEqual({ sources: [{ id: 'pigello' }] });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }'])(
    'shows no schema: %s',
    async (document) => {
      const { status, data, errors } = await send(production, { body: { query: document } });
      expect([status, data, errors[0]?.extensions['code']]).toEqual([400, undefined, 'BAD_USER_INPUT']);
      expect(errors[0]?.message).toMatch(/introspection has been disabled/);
    },
  );

  it.each([
    ['a field', '{ building { nam } }', {}],
    ['a field of the root', '{ bildings { nodes { id } } }', {}],
    ['an argument', '{ buildings(frst: 1) { nodes { id } } }', {}],
    ['a type', '{ node(id: "x") { ... on Bilding { id } } }', {}],
    ['an input field', '{ buildings(filter: { sourcs: [] }) { nodes { id } } }', {}],
    ['the value of an enum', '{ units(filter: { kind: [APARTMEN] }) { nodes { id } } }', {}],
    ['a directive', '{ sources @inclde(if: true) { id } }', {}],
    ['a field of an interface', '{ node(id: "x") { name } }', {}],
    ['a selection', '{ buildings }', {}],
    [
      'the value of an enum in a variable',
      'query ($k: [UnitKind!]) { units(filter: { kind: $k }) { nodes { id } } }',
      { k: ['APARTMEN'] },
    ],
    [
      'an input field in a variable',
      'query ($f: UnitFilter) { units(filter: $f) { nodes { id } } }',
      { f: { kin: [] } },
    ],
  ])('suggests no name for %s', async (_, document, variables) => {
    const sent = { body: { query: document, variables } };
    const hidden = await send(production, sent);
    expect(hidden.errors.length).toBeGreaterThan(0);
    expect(hidden.text).not.toMatch(/did you mean/i);
    for (const { message } of hidden.errors) expect(message).toMatch(/\S[.!}"]$/);
    // Again: what was found for a document is kept.
    expect((await send(production, sent)).text).toBe(hidden.text);
  });

  it('hides suggestions that development makes', async () => {
    const sent = { body: { query: '{ bildings { nodes { id } } }' } };
    expect((await send(development, sent)).text).toContain('Did you mean \\"buildings\\"');
  });

  it.each([
    '/',
    '/graphql/',
    '/graphql/x',
    '/x/graphql',
    '//graphql',
    '/GRAPHQL',
    '/%67raphql',
    '/graphiql',
    '/x?/graphql',
    '/x?a=/health/live',
    '/health',
    '/health/live/',
    '/metrics2',
    '/.env',
    '/package.json',
    '/__proto__',
  ])('has nothing at %s, and says no more', async (path) => {
    for (const method of ['GET', 'POST'] as const) {
      const body = method === 'POST' ? { body: { query } } : {};
      const reply = await send(production, { method, path, ...body });
      expect([reply.status, reply.errors]).toEqual([
        404,
        [{ message: 'There is nothing here.', extensions: { code: 'BAD_USER_INPUT' } }],
      ]);
    }
  });
});

describe('pages of other origins', () => {
  const preflight = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };
  const allowing = (headers: object): string[] =>
    Object.keys(headers).filter((name) => name.startsWith('access-control'));

  it.each([
    'https://elsewhere.example',
    'https://portal.example.elsewhere.example',
    'https://elsewhereportal.example',
    'https://portal.example:8443',
    'http://portal.example',
    'https://PORTAL.example',
    'https://portal_example',
    'https://portal.example`.elsewhere.example',
    'null',
    '*',
  ])('from %s may read nothing', async (origin) => {
    for (const gateway of [production, development]) {
      const asked = await send(gateway, { method: 'OPTIONS', headers: { origin, ...preflight } });
      const sent = await send(gateway, { body: { query }, headers: { origin } });
      expect([allowing(asked.headers), allowing(sent.headers)]).toEqual([[], []]);
    }
    const { headers } = await send(production, { body: { query }, headers: { origin } });
    // A cache between must not hand this answer to a page that may read it, nor the other way round.
    expect(headers['vary']).toBe('Origin');
  });

  it.each(['https://portal.example', 'http://localhost:3000'])(
    'from %s, which is listed, may read answers and refusals',
    async (origin) => {
      for (const sent of [{ body: { query } }, { body: 'no JSON' }, { path: '/nowhere', body: {} }]) {
        const { headers } = await send(production, { ...sent, headers: { origin } });
        expect(headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'Origin' });
        expect(headers).not.toHaveProperty('access-control-allow-credentials');
      }
      const { status, headers } = await send(production, {
        method: 'OPTIONS',
        headers: { origin, ...preflight },
      });
      expect(status).toBe(204);
      expect(headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-max-age': '600',
      });
      expect(headers['access-control-allow-headers']).toMatch(/authorization, content-type/);
    },
  );

  it('may send credentials where that is configured', async () => {
    const origin = 'https://portal.example';
    const gateway = await startProduction({
      environment: {
        GATEHOUSE_CORS_ORIGINS: origin,
        GATEHOUSE_CORS_CREDENTIALS: 'on',
        GATEHOUSE_HSTS: '31536000',
      },
    });
    const { headers } = await send(gateway, { body: { query }, headers: { origin } });
    await gateway.close();
    expect(headers).toMatchObject({
      'access-control-allow-credentials': 'true',
      'strict-transport-security': 'max-age=31536000',
    });
  });
});

describe('what is closed in production', () => {
  it('can be opened', async () => {
    const gateway = await startProduction({
      environment: {
        GATEHOUSE_INTROSPECTION: 'on',
        GATEHOUSE_GRAPHIQL: 'on',
        GATEHOUSE_SUGGESTIONS: 'on',
        GATEHOUSE_GET: 'on',
      },
    });
    const page = await send(gateway, { method: 'GET', headers: { accept: 'text/html' } });
    const schema = await send(gateway, { body: { query: '{ __type(name: "Query") { name } }' } });
    const suggestion = await send(gateway, { body: { query: '{ bildings { nodes { id } } }' } });
    const got = await send(gateway, { method: 'GET', path: '/graphql?query={sources{id}}&variables={}' });
    const change = await send(gateway, { method: 'GET', path: '/graphql?query=mutation{x}' });
    const broken = await send(gateway, {
      method: 'GET',
      path: '/graphql?query={sources{id}}&variables={secret',
    });
    await gateway.close();
    expect(page.text).toContain('<title>Gatehouse</title>');
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'unsafe-inline' blob:;.*frame-ancestors 'none'$/,
    );
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(schema.data).toEqual({ __type: { name: 'Query' } });
    expect(suggestion.text).toContain('Did you mean');
    expect(got.data).toEqual({ sources: [{ id: 'pigello' }] });
    expect(change.status).toBe(405);
    expect([broken.status, broken.text.includes('secret')]).toEqual([400, false]);
  });
});
