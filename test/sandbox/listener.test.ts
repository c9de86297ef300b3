import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type SandboxApp } from '../../src/sandbox/app.js';
import { listen, type SandboxServer } from '../../src/sandbox/listener.js';
import { createSequence, wavesOf } from '../../src/sandbox/requests.js';

const app: SandboxApp = {
  name: 'casavi',
  credentialHeaders: ['token'],
  routes: [
    {
      method: 'GET',
      path: '/units/{unitId}',
      handle: ({ params, query }) => json(200, { ...params, page: query.get('page') }),
    },
    { method: 'POST', path: '/echo', open: true, handle: ({ body, origin }) => json(201, { body, origin }) },
    { method: 'GET', path: '/broken', handle: () => Promise.reject(new Error('no')) },
  ],
  guard: ({ headers }) => (headers['token'] === 'good' ? null : json(401, { message: 'token' })),
};
const TOKEN = { headers: { token: 'good', 'x-kept': 'yes' } };

let server: SandboxServer;
beforeEach(async () => {
  server = await listen(app);
});
afterEach(() => server.close());

describe('routes', () => {
  it('takes an encoded slash, space, plus and umlaut as part of one segment', async () => {
    for (const id of ['H-1029/2-0001', 'H 1031', 'H-1036+37', 'Höfe-1033', '100%']) {
      const answer = await fetch(`${server.url}/units/${encodeURIComponent(id)}?page=0`, TOKEN);
      expect(await answer.json()).toEqual({ unitId: id, page: '0' });
    }
  });

  it('matches case and trailing slash, and refuses what it does not know', async () => {
    expect((await fetch(`${server.url}/Units/1`, TOKEN)).status).toBe(404);
    expect((await fetch(`${server.url}/units/1/`, TOKEN)).status).toBe(404);
    expect((await fetch(`${server.url}/units/`, TOKEN)).status).toBe(404);
    expect((await fetch(`${server.url}/units/%E0%A4%A`, TOKEN)).status).toBe(404);
    expect((await fetch(`${server.url}/units/1`, { ...TOKEN, method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${server.url}/broken`, TOKEN)).status).toBe(500);
  });

  it('matches in any case where the app says so', async () => {
    const lenient = await listen({ ...app, caseInsensitive: true });
    const answer = await fetch(`${lenient.url}/UNITS/Ab`, TOKEN);
    expect(await answer.json()).toEqual({ unitId: 'Ab', page: null });
    await lenient.close();
  });

  it('asks the guard except on open routes, and hands over body and origin', async () => {
    expect((await fetch(`${server.url}/units/1`)).status).toBe(401);
    const answer = await fetch(`${server.url}/echo`, { method: 'POST', body: 'åäö' });
    expect(await answer.json()).toEqual({ body: 'åäö', origin: server.url });
  });

  it('refuses a target of more than 8,190 bytes, and serves one of exactly so many', async () => {
    const fill = (bytes: number): string => `/units/1?page=${'x'.repeat(bytes - '/units/1?page='.length)}`;
    expect((await fetch(server.url + fill(8190), TOKEN)).status).toBe(200);
    expect((await fetch(server.url + fill(8191), TOKEN)).status).toBe(414);
    expect((await fetch(server.url + fill(60_000), TOKEN)).status).toBe(414);
  });
});

describe('the record of requests', () => {
  it('holds method, path, query, route and status, and no credentials', async () => {
    await fetch(`${server.url}/units/H%2F1?page=2`, {
      headers: { ...TOKEN.headers, authorization: 'Bearer secret' },
    });
    const [request] = server.requests;
    expect(request).toMatchObject({
      method: 'GET',
      path: '/units/H%2F1',
      route: '/units/{unitId}',
      status: 200,
    });
    expect(request?.query.get('page')).toBe('2');
    expect(request?.headers['x-kept']).toBe('yes');
    expect(JSON.stringify(request?.headers)).not.toMatch(/good|secret/);
    server.reset();
    expect(server.requests).toEqual([]);
  });

  it('forgets the oldest requests beyond its bound', async () => {
    const small = await listen(app, { remember: 10 });
    for (let count = 0; count < 25; count++) await fetch(`${small.url}/units/${count}`, TOKEN);
    expect(small.requests.length).toBeLessThanOrEqual(10);
    expect(small.requests.at(-1)?.path).toBe('/units/24');
    await small.close();
  });

  it('tells waves apart over several servers', async () => {
    const sequence = createSequence();
    const [one, other] = await Promise.all([listen(app, { sequence }), listen(app, { sequence })]);
    for (const each of [one, other]) each.fail('*', { delayMs: 150 });
    await Promise.all(
      [1, 2, 3].flatMap((id) => [
        fetch(`${one.url}/units/${id}`, TOKEN),
        fetch(`${other.url}/units/${id}`, TOKEN),
      ]),
    );
    await fetch(`${other.url}/units/4`, TOKEN);
    await fetch(`${one.url}/units/5`, TOKEN);
    const waves = wavesOf([...one.requests, ...other.requests]);
    expect(waves.map((wave) => wave.length)).toEqual([6, 1, 1]);
    await Promise.all([one.close(), other.close()]);
  });
});

describe('faults', () => {
  it('answers another status, so many times', async () => {
    server.fail('/units/{unitId}', {
      status: 429,
      body: { error: 'RateLimited' },
      headers: { 'retry-after': '1' },
      times: 2,
    });
    const first = await fetch(`${server.url}/units/1`, TOKEN);
    expect([first.status, first.headers.get('retry-after'), await first.json()]).toEqual([
      429,
      '1',
      { error: 'RateLimited' },
    ]);
    expect((await fetch(`${server.url}/units/1`, TOKEN)).status).toBe(429);
    expect((await fetch(`${server.url}/units/1`, TOKEN)).status).toBe(200);
    expect(server.requests.map((request) => request.status)).toEqual([429, 429, 200]);
  });

  it('strikes only what matches, and can be taken away', async () => {
    const undo = server.fail(({ query }) => query.get('page') === '2', { status: 500 });
    server.fail(/^\/echo$/, { status: 503, body: 'busy' });
    expect((await fetch(`${server.url}/units/1?page=1`, TOKEN)).status).toBe(200);
    expect((await fetch(`${server.url}/units/1?page=2`, TOKEN)).status).toBe(500);
    const busy = await fetch(`${server.url}/echo`, { method: 'POST', body: '' });
    expect([busy.status, await busy.text()]).toEqual([503, 'busy']);
    undo();
    expect((await fetch(`${server.url}/units/1?page=2`, TOKEN)).status).toBe(200);
    server.clearFaults();
    expect((await fetch(`${server.url}/echo`, { method: 'POST', body: '' })).status).toBe(201);
  });

  it('delays an answer', async () => {
    server.fail('*', { delayMs: 40, times: 1 });
    const start = performance.now();
    expect((await fetch(`${server.url}/units/1`, TOKEN)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(35);
  });

  it('hangs until the client gives up', async () => {
    server.fail('*', { hang: true });
    await expect(
      fetch(`${server.url}/units/1`, { ...TOKEN, signal: AbortSignal.timeout(50) }),
    ).rejects.toThrow();
    expect(server.requests[0]).toMatchObject({ status: null });
  });

  it('breaks the connection in the middle of the body', async () => {
    server.fail('*', { truncate: true });
    const answer = await fetch(`${server.url}/units/1`, TOKEN);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('goes down in the middle of a request and comes back at the same address', async () => {
    server.fail('*', { hang: true });
    const waiting = expect(fetch(`${server.url}/units/1`, TOKEN)).rejects.toThrow();
    while (server.requests.length === 0) await new Promise(setImmediate);
    await server.stop();
    await waiting;
    await expect(fetch(`${server.url}/units/1`, TOKEN)).rejects.toThrow();
    server.reset();
    await server.start();
    expect((await fetch(`${server.url}/units/1`, TOKEN)).status).toBe(200);
  });
});
