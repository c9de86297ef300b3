import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkOf } from '../../src/front/client-address.js';
import { timesFor } from '../../src/front/http-server.js';
import type { TestGateway } from '../support/gateway.js';
import { apiKey, send, startProduction } from './production.js';
import { sendRaw } from './raw.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startProduction();
});
afterAll(() => gateway.close());

const host = 'Host: gatehouse.example\r\n';
const query = '{"query":"{__typename}"}';
const post = (fields: string): string =>
  `POST /graphql HTTP/1.1\r\n${host}Content-Length: ${query.length}\r\n${fields}\r\n${query}`;
const key = `X-API-Key: ${apiKey}\r\n`;
const json = 'Content-Type: application/json\r\n';

describe('a header that is there twice', () => {
  it.each([
    ['Authorization', `${json}Authorization: Bearer ${apiKey}\r\nAuthorization: Bearer other\r\n`],
    ['X-API-Key', `${json}${key}X-API-Key: other\r\n`],
    ['Content-Type', `${key}${json}Content-Type: text/plain\r\n`],
    ['Content-Type', `${key}Content-Type: application/json; charset=utf-8; charset=utf-16\r\n`],
  ])('(%s) with different values is refused, and no value is shown', async (name, fields) => {
    const { statuses, text } = await sendRaw(gateway.url, post(fields));
    expect(statuses).toEqual([400]);
    expect(text).toContain(`The header ${name} `);
    expect(text).not.toMatch(/other|utf-16|text\/plain/);
  });

  it('with the same value is that value', async () => {
    const { statuses } = await sendRaw(gateway.url, post(`${key}${json}${json}`));
    expect(statuses).toEqual([200]);
  });
});

it.each([
  ['/health/live?x=1', 200],
  ['/health/ready?x=1', 200],
  ['http://gatehouse.example/health/ready', 200],
  ['http://gatehouse.example/health/live?x=1', 200],
  ['http://gatehouse.example/documents/none', 403],
  ['http://gatehouse.example/graphql', 401],
])('%s is answered like the plain path', async (target, status) => {
  const { statuses } = await sendRaw(gateway.url, `GET ${target} HTTP/1.1\r\n${host}\r\n`);
  expect(statuses).toEqual([status]);
});

it('addresses of one /64 are counted as one', () => {
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(networkOf('2001:db8:0:0:ffff::1')).toBe(networkOf('2001:db8::1'));
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'));
  expect(networkOf('1:2:3:4:5:6:7:8')).toBe('1:2:3:4::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
});

it('a connection may be silent for as long as an operation may take', () => {
  expect(timesFor(100).idle).toBe(60_000);
  expect(timesFor(600_000).idle).toBe(610_000);
});

describe('an answer', () => {
  const ask = (accept: string) => send(gateway, { headers: { accept }, body: { query: '{ __typename }' } });

  it.each(['text/event-stream', 'multipart/mixed', 'text/*', 'text/plain'])(
    'is not sent as %s',
    async (accept) => {
      const { status, errors } = await ask(accept);
      expect([status, errors[0]?.extensions['code']]).toEqual([406, 'BAD_USER_INPUT']);
    },
  );

  it.each(['text/event-stream, application/json', 'multipart/mixed;q=1, */*;q=0.1'])(
    'is JSON where that is taken, too: %s',
    async (accept) => {
      const { headers, data } = await ask(accept);
      expect(headers['content-type']).toMatch(/json/);
      expect(data).toEqual({ __typename: 'Query' });
    },
  );
});
