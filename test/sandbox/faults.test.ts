import { get, request as open, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { json, text, type SandboxApp } from '../../src/sandbox/app.js';
import { createFaults, type Fault, type FaultTarget } from '../../src/sandbox/faults.js';
import { listen, type SandboxServer } from '../../src/sandbox/listener.js';

const UNITS = { total: 2, items: [{ id: 'Höfe-1' }, { id: 'Höfe-2' }] };
const LENGTH = Buffer.byteLength(JSON.stringify(UNITS));

const app: SandboxApp = {
  name: 'casavi',
  routes: [
    { method: 'GET', path: '/units', handle: () => json(200, UNITS) },
    { method: 'POST', path: '/units', handle: ({ body }) => json(201, body.length) },
    { method: 'GET', path: '/secret', handle: () => json(401, { message: 'no' }) },
    {
      method: 'GET',
      path: '/problem',
      handle: () => json(200, {}, { 'content-type': 'application/a+json' }),
    },
    { method: 'GET', path: '/note', handle: () => text(200, '{}') },
    { method: 'GET', path: '/nothing', handle: () => text(200, '') },
  ],
};

let server: SandboxServer;
beforeEach(async () => {
  server = await listen(app);
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

/** Lets everything else happen until this has. */
async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise(setImmediate);
}

/** An answer whose head has come, by a client that sets no timers and reads nothing on its own. */
function headOf(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(server.url + path, { agent: false }, resolve).once('error', reject);
  });
}

describe('a connection', () => {
  it('is reset before any answer', async () => {
    server.fail('*', { reset: true, times: 1 });
    await expect(fetch(`${server.url}/units`)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(server.requests[0]).toMatchObject({ status: null, bytes: 0, finishedAt: expect.any(Number) });
    expect(server.underWay).toBe(0);
    expect((await fetch(`${server.url}/units`)).status).toBe(200);
  });

  it('stays open after half of the body, until the server ends it', async () => {
    server.fail('*', { stall: true, times: 1 });
    const answer = await fetch(`${server.url}/units`);
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(LENGTH)]);
    const reader = answer.body!.getReader();
    expect((await reader.read()).value).toHaveLength(Math.floor(LENGTH / 2));
    let over = false;
    const rest = reader.read().finally(() => (over = true));
    const refused = expect(rest).rejects.toThrow();

    expect(await (await fetch(`${server.url}/units`)).json()).toEqual(UNITS);
    expect(over).toBe(false);
    expect(server.underWay).toBe(1);
    expect(server.requests[0]).toMatchObject({
      status: 200,
      bytes: Math.floor(LENGTH / 2),
      finishedAt: null,
    });
    await server.stop();
    await refused;
    expect(server.underWay).toBe(0);
  });

  it('stays open after half of the body, until the client ends it', async () => {
    server.fail('*', { stall: true });
    const answer = await headOf('/units');
    expect(server.underWay).toBe(1);
    answer.destroy();
    await until(() => server.underWay === 0);
    await until(async () => (await server.connections()) === 0);
  });
});

describe('a body', () => {
  it('comes in pieces, each after a pause', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    server.fail('*', { drip: { bytes: 10, everyMs: 5000 } });
    const answer = await headOf('/units');
    expect([answer.statusCode, answer.headers['content-length']]).toEqual([200, String(LENGTH)]);
    const pieces: Buffer[] = [];
    answer.on('data', (piece: Buffer) => pieces.push(piece));
    for (let sent = 10; sent < LENGTH; sent += 10) {
      vi.advanceTimersByTime(4999);
      expect(server.requests[0]).toMatchObject({ bytes: sent - 10, finishedAt: null });
      vi.advanceTimersByTime(1);
      await until(() => Buffer.concat(pieces).length === sent);
    }
    vi.advanceTimersByTime(5000);
    await until(() => answer.complete);
    expect(JSON.parse(Buffer.concat(pieces).toString())).toEqual(UNITS);
    expect(server.requests[0]).toMatchObject({ bytes: LENGTH, finishedAt: expect.any(Number) });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops coming in pieces when the client goes away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    server.fail('*', { drip: { bytes: 1, everyMs: 3_600_000 } });
    const answer = await headOf('/units');
    expect(vi.getTimerCount()).toBe(1);
    answer.destroy();
    await until(() => server.underWay === 0);
    await new Promise(setImmediate);
    expect(vi.getTimerCount()).toBe(0);
    expect(server.requests[0]!.bytes).toBe(0);
  });

  it('of nothing comes in no pieces', async () => {
    server.fail('*', { drip: { bytes: 1, everyMs: 1 } });
    expect(await (await fetch(`${server.url}/nothing`)).text()).toBe('');
  });

  it('is counted as far as it was sent', async () => {
    server.fail('*', { truncate: true, times: 1 });
    await expect((await fetch(`${server.url}/units`)).text()).rejects.toThrow();
    await fetch(`${server.url}/units`);
    expect(server.requests.map(({ bytes }) => bytes)).toEqual([Math.floor(LENGTH / 2), LENGTH]);
  });
});

describe('a flood', () => {
  it.each([3, 4, 65_539, 200_000])('is a list of zeros of %i bytes', async (bytes) => {
    server.fail('*', { flood: { bytes } });
    const answer = await fetch(`${server.url}/units`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    const body = await answer.text();
    expect(body).toHaveLength(bytes);
    expect(new Set(JSON.parse(body))).toEqual(new Set([0]));
    expect(server.requests[0]).toMatchObject({ status: 200, bytes });
    expect(server.underWay).toBe(0);
  });

  it('is compressed to next to nothing', async () => {
    server.fail('*', { flood: { bytes: 5_000_000, encoding: 'gzip' } });
    const answer = await fetch(`${server.url}/units`);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toHaveLength(5_000_000);
    expect(server.requests[0]!.bytes).toBeGreaterThan(1000);
    expect(server.requests[0]!.bytes).toBeLessThan(20_000);
  });

  it.each([undefined, 'gzip'] as const)('waits for the client, and ends with it (%s)', async (encoding) => {
    server.fail('*', { flood: { bytes: 1e12, ...(encoding === undefined ? {} : { encoding }) } });
    const answer = await headOf('/units');
    await new Promise((resolve) => answer.once('readable', resolve));
    expect(server.underWay).toBe(1);
    answer.destroy();
    await until(() => server.underWay === 0);
    const { bytes } = server.requests[0]!;
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(50_000_000);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(server.requests[0]!.bytes).toBe(bytes);
  });
});

describe('a changed answer', () => {
  const change = (made: (body: typeof UNITS, request: FaultTarget) => unknown): Fault => ({
    change: made as (body: unknown, request: FaultTarget) => unknown,
  });

  it('has members taken away, made null, repeated or untrue', async () => {
    const made = [
      ({ items }: typeof UNITS) => ({ items }),
      (body: typeof UNITS) => ({ ...body, items: null }),
      ({ total, items }: typeof UNITS) => ({ total, items: [...items, ...items] }),
      ({ items }: typeof UNITS) => ({ total: '2000', items }),
      () => null,
    ];
    for (const each of made) {
      server.fail('/units', { ...change(each), times: 1 });
      const answer = await fetch(`${server.url}/units`);
      expect([answer.status, await answer.json()]).toEqual([200, each(UNITS)]);
    }
    expect(await (await fetch(`${server.url}/units`)).json()).toEqual(UNITS);
  });

  it('may depend on the request', async () => {
    server.fail(
      '*',
      change((_, { method, route, query }) => [method, route, query.get('page')]),
    );
    expect(await (await fetch(`${server.url}/units?page=2`)).json()).toEqual(['GET', '/units', '2']);
    expect(await (await fetch(`${server.url}/problem`)).json()).toEqual(['GET', '/problem', null]);
  });

  it('is none where the answer is a failure or no JSON', async () => {
    server.fail(
      '*',
      change(() => 'changed'),
    );
    expect(await (await fetch(`${server.url}/secret`)).json()).toEqual({ message: 'no' });
    expect(await (await fetch(`${server.url}/note`)).text()).toBe('{}');
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
  });
});

describe('a replaced answer', () => {
  it('has other headers over its own, however they are spelt', async () => {
    server.fail('*', { replace: { headers: { 'Content-Type': 'text/html', 'x-more': 'yes' } } });
    const answer = await fetch(`${server.url}/units`);
    expect([answer.headers.get('content-type'), answer.headers.get('x-more')]).toEqual(['text/html', 'yes']);
    expect(await answer.json()).toEqual(UNITS);
  });

  it.each([
    ['cut', Buffer.from('{"total":2,"it')],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['empty', Buffer.alloc(0)],
  ])('has other bytes (%s)', async (_, bytes) => {
    server.fail('*', { replace: { bytes } });
    const answer = await fetch(`${server.url}/units`, { method: 'POST', body: 'unit' });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual(
      [201, 'application/json; charset=utf-8', String(bytes.length)],
    );
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });
});

describe('a redirect', () => {
  it('is a status with a location', async () => {
    const elsewhere = await listen(app);
    server.fail('*', { status: 302, headers: { location: `${elsewhere.url}/note` } });
    const answer = await fetch(`${server.url}/units`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${elsewhere.url}/note`]);
    expect(elsewhere.requests).toEqual([]);
    expect(await (await fetch(`${server.url}/units`)).text()).toBe('{}');
    expect(elsewhere.requests.map(({ path }) => path)).toEqual(['/note']);
    await elsewhere.close();
  });
});

describe('chance', () => {
  const target: FaultTarget = { method: 'GET', path: '/a', route: null, query: new URLSearchParams() };
  const struck = (faults: Pick<ReturnType<typeof createFaults>, 'strike'>, count = 400): boolean[] =>
    Array.from({ length: count }, () => faults.strike(target) !== null);

  it('strikes the given share, the same each time for a seed', () => {
    const faults = createFaults(7);
    faults.fail('*', { status: 500, probability: 0.25 });
    const first = struck(faults);
    const share = first.filter(Boolean).length / first.length;
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.32);
    expect(struck(faults)).not.toEqual(first);

    faults.clearFaults();
    faults.fail('*', { hang: true, probability: 0.25 });
    expect(struck(faults)).toEqual(first);

    const others = createFaults(8);
    others.fail('*', { status: 500, probability: 0.25 });
    expect(struck(others)).not.toEqual(first);
  });

  it('strikes never at 0 and always at 1, and only strikes count', () => {
    const faults = createFaults();
    faults.fail('*', { status: 500, probability: 0 });
    expect(struck(faults)).not.toContain(true);
    faults.fail('*', { status: 500, probability: 1, times: 400 });
    expect(struck(faults)).not.toContain(false);
    faults.fail('*', { status: 500, probability: 0.5, times: 20 });
    expect(struck(faults).filter(Boolean)).toHaveLength(20);
  });

  it('leaves the requests it spares to the fault before', () => {
    const faults = createFaults();
    faults.fail('*', { status: 500 });
    faults.fail('*', { hang: true, probability: 0.5 });
    const kinds = new Set(Array.from({ length: 50 }, () => Object.keys(faults.strike(target)!)[0]));
    expect(kinds).toEqual(new Set(['status', 'hang']));
  });

  it('is drawn from the seed of the server', async () => {
    const statuses = async (seed: number): Promise<number[]> => {
      const seeded = await listen(app, { seed });
      seeded.fail('*', { status: 503, probability: 0.5 });
      for (let count = 0; count < 30; count++) await (await fetch(`${seeded.url}/units`)).arrayBuffer();
      await seeded.close();
      return seeded.requests.map(({ status }) => status!);
    };
    const first = await statuses(3);
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await statuses(3)).toEqual(first);
    expect(await statuses(4)).not.toEqual(first);
  });
});

describe('what is left behind', () => {
  it('is a connection while the client keeps it, and none once the server is down', async () => {
    expect(await server.connections()).toBe(0);
    await (await fetch(`${server.url}/units`)).text();
    expect(await server.connections()).toBe(1);
    await server.stop();
    expect(await server.connections()).toBe(0);
    await server.start();
    expect(await server.connections()).toBe(0);
  });

  it('is a hung request until its client gives up, even if the record is forgotten', async () => {
    server.fail('*', { hang: true });
    // Not by fetch: it opens another connection in place of the one that it aborts.
    const clients = [1, 2].map(() => get(`${server.url}/units`, { agent: false }));
    for (const client of clients) client.on('error', () => undefined);
    await until(() => server.underWay === 2);
    server.reset();
    expect([server.underWay, await server.connections()]).toEqual([2, 2]);
    clients[0]!.destroy();
    await until(() => server.underWay === 1);
    clients[1]!.destroy();
    await until(async () => server.underWay === 0 && (await server.connections()) === 0);
  });

  it('is no hung request whose client has gone behind a body that nobody has read', async () => {
    server.fail('*', { hang: true });
    const sending = open(`${server.url}/units`, { method: 'POST', agent: false });
    sending.on('error', () => undefined);
    sending.write(Buffer.alloc(200_000));
    await until(() => server.underWay === 1);
    sending.destroy();
    await until(() => server.underWay === 0);
    expect(server.requests[0]).toMatchObject({ status: null, finishedAt: expect.any(Number) });
  });
});
