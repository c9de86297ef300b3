import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { send } from './production.js';
import { sendRaw } from './raw.js';

/** A page whose host name is made to lead to this machine: to the browser the gateway is then part of that page's own host. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ only: ['pigello'], openTo: 'loopback' });
});
afterAll(() => gateway.close());

const ask = (host: string) => send(gateway, { headers: { host }, body: { query: '{ sources { id } }' } });

describe('a gateway that is open on this machine', () => {
  it.each(['localhost', 'LOCALHOST:4000', '127.0.0.1:4000', '127.1.2.3', '[::1]:4000'])(
    'answers to %s',
    async (host) => {
      expect((await ask(host)).data).toEqual({ sources: [{ id: 'pigello' }] });
    },
  );

  it.each([
    'rebound.example',
    'rebound.example:4000',
    'localhost.rebound.example',
    '127.0.0.1.rebound.example',
    '192.168.0.1:4000',
    '[::]:4000',
    '0.0.0.0:4000',
  ])('does not answer to %s, and says to what it does', async (host) => {
    const { status, data, errors, text } = await ask(host);
    expect([status, data]).toEqual([421, undefined]);
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(/localhost, 127\.0\.0\.1 or \[::1\]/);
    expect(text).not.toContain('rebound');
  });

  it('answers nothing else to them either', async () => {
    for (const path of ['/health/ready', '/documents/x', '/metrics']) {
      const { status } = await send(gateway, { method: 'GET', path, headers: { host: 'rebound.example' } });
      expect([path, status]).toEqual([path, 421]);
    }
    for (const head of ['GET /health/ready HTTP/1.0\r\n\r\n', 'GET /health/ready HTTP/1.1\r\nHost:\r\n\r\n'])
      expect((await sendRaw(gateway.url, head, (text) => text.includes('\r\n\r\n'))).statuses).toEqual([421]);
  });
});

it('answers to any name where callers prove who they are, or the data is made up', async () => {
  const own = await startTestGateway({ only: ['pigello'] });
  const { status } = await send(own, {
    headers: { host: 'gatehouse.example' },
    body: { query: '{ __typename }' },
  });
  await own.close();
  expect(status).toBe(200);
});
