import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSchema, createYoga } from 'graphql-yoga';
import { Agent, request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { everybody, type Caller } from '../../src/access/caller.js';
import { UnauthenticatedError } from '../../src/errors.js';
import { clientAddress } from '../../src/front/client-address.js';
import { setWork } from '../../src/front/work.js';
import { useCaller } from '../../src/plugins/use-caller.js';
import { noCallerLimits, useCallerLimits, type CallerLimits } from '../../src/plugins/use-caller-limits.js';
import { send } from './production.js';

/** A header says who asks, and whoever has none is refused. */
const byName = (headers: Headers): Promise<Caller> => {
  const id = headers.get('x-name');
  if (id === null) return Promise.reject(new UnauthenticatedError('Nobody asks.'));
  return Promise.resolve({ ...everybody, id });
};

let server: Server;
let release: () => void = () => undefined;
/** Requests that came to the field that waits, and clients that went before they were answered. */
let waiting = 0;
let gone = 0;
afterEach(async () => {
  release();
  await new Promise((resolve) => server.close(resolve));
});

/** A server of these plugins alone, with a field that makes upstream calls, and one that waits. */
async function start(
  limits: Partial<CallerLimits>,
  trusted: readonly string[] = [],
): Promise<{ url: string }> {
  const all = { ...noCallerLimits, ...limits };
  const held = new Promise<void>((resolve) => (release = resolve));
  const yoga = createYoga<object, object>({
    logging: false,
    schema: createSchema({
      typeDefs: 'type Query { calls(count: Int!): Boolean, held: Boolean }',
      resolvers: {
        Query: {
          calls(_, { count }: { count: number }, context) {
            const { operation } = context as unknown as { operation: { log: { calls: number[] } } };
            return operation.log.calls.push(...Array.from({ length: count }, Number)) > 0;
          },
          held() {
            waiting += 1;
            return held.then(() => true);
          },
        },
      },
    }),
    context: ({ request }) => ({
      caller: { ...everybody, id: request.headers.get('x-name') ?? '' },
      operation: { log: { calls: [] } },
    }),
    plugins: [
      useCaller({
        authenticate: () => byName,
        endpoint: '/graphql',
        hasPage: false,
        unknownRequests: all.unknownRequests,
        addressOf: clientAddress(trusted),
      }),
      useCallerLimits(all, '/graphql'),
    ],
  });
  waiting = gone = 0;
  server = createServer((request, response) => {
    response.once('close', () => (gone += response.writableEnded ? 0 : 1));
    setWork(response, Promise.resolve(yoga(request, response)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const ask = (
  gateway: { url: string },
  name: string | null,
  query = '{ __typename }',
  more: Record<string, string> = {},
) => send(gateway, { body: { query }, headers: { ...(name === null ? {} : { 'x-name': name }), ...more } });

const refused = { code: 'RATE_LIMITED', retryable: true };

describe('a caller', () => {
  it('may send so many requests a minute, is told how many are left, and takes none of another', async () => {
    const gateway = await start({ requests: 3 });
    for (const left of ['2', '1', '0']) {
      const { status, headers } = await ask(gateway, 'anna');
      expect([status, headers['ratelimit-limit'], headers['ratelimit-remaining']]).toEqual([200, '3', left]);
      expect(Number(headers['ratelimit-reset'])).toBeGreaterThan(0);
      expect(Number(headers['ratelimit-reset'])).toBeLessThanOrEqual(60);
    }
    const { status, headers, errors, data } = await ask(gateway, 'anna');
    expect([status, data]).toEqual([429, undefined]);
    expect(headers['retry-after']).toBe(headers['ratelimit-reset']);
    expect(errors).toEqual([
      {
        message: 'This caller may send 3 requests a minute; come back later.',
        extensions: { ...refused, retryAfter: Number(headers['retry-after']) },
      },
    ]);
    expect((await ask(gateway, 'bo')).status).toBe(200);
  });

  it('may make so many upstream calls a minute, whatever requests they come from', async () => {
    const gateway = await start({ calls: 100 });
    expect((await ask(gateway, 'anna', '{ calls(count: 60) }')).data).toEqual({ calls: true });
    expect((await ask(gateway, 'anna', '{ calls(count: 60) }')).data).toEqual({ calls: true });
    const { status, errors } = await ask(gateway, 'anna');
    expect([status, errors[0]?.message]).toEqual([
      429,
      'The operations of this caller may make 100 upstream calls a minute, and have made them; come back later.',
    ]);
    expect((await ask(gateway, 'bo', '{ calls(count: 1) }')).status).toBe(200);
  });

  it('may have so many requests under way, and others once they are done', async () => {
    const gateway = await start({ operations: 2 });
    const held = [ask(gateway, 'anna', '{ held }'), ask(gateway, 'anna', '{ held }')];
    await expect.poll(async () => (await ask(gateway, 'anna')).status).toBe(429);
    const { headers, errors } = await ask(gateway, 'anna');
    expect(headers['retry-after']).toBe('1');
    expect(errors[0]?.extensions).toMatchObject(refused);
    expect((await ask(gateway, 'bo')).status).toBe(200);
    release();
    expect((await Promise.all(held)).map(({ data }) => data)).toEqual([{ held: true }, { held: true }]);
    await expect.poll(async () => (await ask(gateway, 'anna')).status).toBe(200);
  });
});

describe('a client that goes before its answer is there', () => {
  it('leaves its caller with one request less, for as long as the work for it goes on', async () => {
    const gateway = await start({ operations: 1 });
    const client = new Agent();
    const answer = request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-name': 'anna' },
      body: JSON.stringify({ query: '{ held }' }),
      dispatcher: client,
    });
    const unanswered = expect(answer).rejects.toThrow();
    await expect.poll(() => waiting).toBe(1);
    await client.destroy();
    await unanswered;
    await expect.poll(() => gone).toBe(1);
    expect((await ask(gateway, 'anna')).status).toBe(429);
    release();
    await expect.poll(async () => (await ask(gateway, 'anna')).status).toBe(200);
  });
});

describe('an address that proves no caller', () => {
  it('is told to stop after so many requests, and whoever has a right name there is answered all the same', async () => {
    const gateway = await start({ unknownRequests: 2 });
    expect((await ask(gateway, 'anna')).status).toBe(200);
    for (const _ of [1, 2]) expect((await ask(gateway, null)).status).toBe(401);
    const { status, headers, errors } = await ask(gateway, null);
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(errors[0]?.extensions).toMatchObject(refused);
    // Behind one proxy, or in one office, they are not one and the same.
    expect((await ask(gateway, 'anna')).status).toBe(200);
  });

  it('is not another one by its own word', async () => {
    const gateway = await start({ unknownRequests: 1 });
    const statuses: number[] = [];
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3'])
      statuses.push((await ask(gateway, null, undefined, { 'x-forwarded-for': address })).status);
    expect(statuses).toEqual([401, 429, 429]);
  });

  it('is the one that a trusted proxy names', async () => {
    const gateway = await start({ unknownRequests: 1 }, ['127.0.0.0/8', '10.0.0.0/8']);
    const from = async (forwarded: string): Promise<number> =>
      (await ask(gateway, null, undefined, { 'x-forwarded-for': forwarded })).status;
    expect(await from('203.0.113.1')).toBe(401);
    expect(await from('203.0.113.2')).toBe(401);
    // What the client wrote itself stands before what the proxies added.
    expect(await from('198.51.100.7, 203.0.113.1, 10.1.2.3')).toBe(429);
  });
});

it.each([
  ['203.0.113.9', [], '1.2.3.4', '203.0.113.9'],
  ['203.0.113.9', ['10.0.0.0/8'], '1.2.3.4', '203.0.113.9'],
  ['10.0.0.1', ['10.0.0.0/8'], '1.2.3.4', '1.2.3.4'],
  ['10.0.0.1', ['10.0.0.0/8'], undefined, '10.0.0.1'],
  ['10.0.0.1', ['10.0.0.0/8'], 'unknown', '10.0.0.1'],
  ['10.0.0.1', ['10.0.0.0/8'], '10.0.0.3, 10.0.0.2', '10.0.0.1'],
  ['::ffff:10.0.0.1', ['10.0.0.0/8'], '2001:db8::1', '2001:db8::1'],
  ['2001:db8::7', ['2001:db8::7'], '5.6.7.8, ::ffff:1.2.3.4', '1.2.3.4'],
])('a request from %s, behind %j, for %s comes from %s', (remoteAddress, trusted, forwarded, expected) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  expect(clientAddress(trusted)({ socket: { remoteAddress } as never, headers })).toBe(expected);
});
