import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.js';
import { apiKey, send, startProduction } from './production.js';
import { sendRaw } from './raw.js';

/** HTTP as nobody would speak it in good faith, byte by byte. */

const host = 'Host: gatehouse.example\r\n';
const live = `GET /health/live HTTP/1.1\r\n${host}`;
const json = `Content-Type: application/json\r\nX-API-Key: ${apiKey}\r\n`;
const post = `POST /graphql HTTP/1.1\r\n${host}${json}`;
const query = '{"query":"{__typename}"}';
/** A second request that must never be answered: it stands where only a body may. */
const hidden = `GET /health/ready HTTP/1.1\r\n${host}\r\n`;
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startProduction();
});
afterAll(() => gateway.close());

const everywhere = [
  'x-content-type-options: nosniff',
  "content-security-policy: default-src 'none'; frame-ancestors 'none'",
  'x-frame-options: DENY',
  'referrer-policy: no-referrer',
  'cache-control: no-store',
];

describe('a well-formed request', () => {
  it.each([
    ['as plain as can be', `${live}\r\n`],
    ['with a tab and an empty header', 'GET /health/live HTTP/1.1\r\nhoSt:\texample.com\r\nempty:\r\n\r\n'],
    ['of an older client', 'GET /health/live HTTP/1.0\r\n\r\n'],
    ['with the whole address', `GET http://gatehouse.example/health/live HTTP/1.1\r\n${host}\r\n`],
    ['that asks for another protocol', `${live}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
    ['with a body of length 0', `${live}Content-Length: 0\r\n\r\n`],
  ])('(%s) is answered', async (_, request) => {
    expect((await sendRaw(gateway.url, request)).statuses).toEqual([200]);
  });

  it('is waited for, in as many pieces as it comes', async () => {
    const pieces = [
      'PO',
      'ST /graphql HT',
      'TP/1.1\r',
      '\nHost: x\r\nContent-',
      `Length: ${query.length}\r\n${json}\r`,
      '\n',
      query,
    ];
    const { statuses, text } = await sendRaw(gateway.url, pieces);
    expect(statuses).toEqual([200]);
    expect(text).toContain('{"__typename":"Query"}');
  });

  it('may come in chunks', async () => {
    const body = `${chunk(query.slice(0, 5))}${chunk(query.slice(5))}0\r\n\r\n`;
    const { text } = await sendRaw(gateway.url, `${post}Transfer-Encoding: chunked\r\n\r\n${body}`);
    expect(text).toContain('{"__typename":"Query"}');
  });

  it('may be followed by others at once: each is answered, in their order', async () => {
    const { statuses } = await sendRaw(
      gateway.url,
      `${live}\r\nGET /nowhere HTTP/1.1\r\n${host}\r\n${live}Connection: close\r\n\r\n`,
    );
    expect(statuses).toEqual([200, 404, 200]);
  });
});

it.each([
  '/x/../graphql',
  '/./health/live',
  '/health/%6cive',
  '/health//live',
  '/health/live%00',
  '/\\health/live',
])('takes the path %s as it stands, and has nothing there', async (path) => {
  const { statuses } = await sendRaw(gateway.url, `GET ${path} HTTP/1.1\r\n${host}\r\n`);
  expect(statuses).toEqual([404]);
});

it('expects no more than is known', async () => {
  const { statuses, text } = await sendRaw(gateway.url, `${live}Expect: miracles\r\n\r\n`);
  expect(statuses).toEqual([417]);
  for (const header of everywhere) expect(text).toContain(header);
  const body = `${post}Expect: 100-continue\r\nContent-Length: ${query.length}\r\nConnection: close\r\n\r\n${query}`;
  expect((await sendRaw(gateway.url, body, () => false)).statuses).toEqual([100, 200]);
});

describe('a request that two servers could read in two ways', () => {
  const smuggled = (headers: string, body = `0\r\n\r\n${hidden}`): string => `${post}${headers}\r\n${body}`;
  it.each([
    ['length and chunks', smuggled(`Content-Length: 4\r\nTransfer-Encoding: chunked\r\n`)],
    ['chunks and length', smuggled(`Transfer-Encoding: chunked\r\nContent-Length: 4\r\n`)],
    ['two lengths', smuggled('Content-Length: 5\r\nContent-Length: 0\r\n')],
    ['two equal lengths', smuggled('Content-Length: 5\r\nContent-Length: 5\r\n')],
    ['a list of lengths', smuggled('Content-Length: 5, 0\r\n')],
    ['a negative length', smuggled('Content-Length: -5\r\n')],
    ['a huge negative length', smuggled('Content-Length: -123456789123456789123456789\r\n')],
    ['a length with a sign', smuggled('Content-Length: +5\r\n')],
    ['a hexadecimal length', smuggled('Content-Length: 0x5\r\n')],
    ['a length of letters', smuggled('Content-Length: abc\r\n')],
    ['a length with a space inside', smuggled('Content-Length: 1 2\r\n')],
    ['an overflowing length', smuggled('Content-Length: 18446744073709551617\r\n')],
    ['a space before the colon', smuggled('Transfer-Encoding : chunked\r\nContent-Length: 4\r\n')],
    ['a tab before the colon', smuggled('Transfer-Encoding\t: chunked\r\nContent-Length: 4\r\n')],
    ['a name that is folded', smuggled('Transfer-\r\n Encoding: chunked\r\nContent-Length: 4\r\n')],
    ['a value that is folded', smuggled('Transfer-Encoding:\r\n chunked\r\nContent-Length: 4\r\n')],
    ['a vertical tab', smuggled('Transfer-Encoding:\x0bchunked\r\nContent-Length: 4\r\n')],
    ['another coding first', smuggled('Transfer-Encoding: gzip, chunked\r\n')],
    ['another coding last', smuggled('Transfer-Encoding: chunked, identity\r\n')],
    ['identity', smuggled('Transfer-Encoding: identity\r\nContent-Length: 5\r\n')],
    ['chunked twice', smuggled('Transfer-Encoding: chunked, chunked\r\n')],
    ['chunked in two lines', smuggled('Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n')],
    ['chunked in quotes', smuggled('Transfer-Encoding: "chunked"\r\n')],
    ['chunked and more', smuggled('Transfer-Encoding: chunkedx\r\n')],
    [
      'chunks in HTTP/1.0',
      `POST /graphql HTTP/1.0\r\n${host}${json}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    ],
    [
      'a chunk with a negative size',
      smuggled('Transfer-Encoding: chunked\r\n', `-1\r\nx\r\n0\r\n\r\n${hidden}`),
    ],
    ['a chunk of 0x', smuggled('Transfer-Encoding: chunked\r\n', `0x5\r\nabcde\r\n0\r\n\r\n${hidden}`)],
    [
      'a chunk with a huge size',
      smuggled('Transfer-Encoding: chunked\r\n', `fffffffffffffffff\r\nx\r\n0\r\n\r\n${hidden}`),
    ],
    [
      'a chunk longer than it says',
      smuggled('Transfer-Encoding: chunked\r\n', `1\r\nabcde\r\n0\r\n\r\n${hidden}`),
    ],
    [
      'chunks that end in bare line feeds',
      smuggled('Transfer-Encoding: chunked\r\n', `5\nabcde\n0\n\n${hidden}`),
    ],
    ['a bare carriage return', `GET /health/live HTTP/1.1\r\n${host}\rX-Header: a\r\n\r\n${hidden}`],
    [
      'bare line feeds',
      `GET /health/live HTTP/1.1\nHost: a\nX: b\r\n\r\n${hidden}`.replace('HTTP/1.1\n', 'HTTP/1.1\r'),
    ],
    ['a header without a colon', `${live}no-colon\r\n\r\n${hidden}`],
    ['a header that begins with a space', `GET /health/live HTTP/1.1\r\n ${host}\r\n${hidden}`],
    ['an odd header name', `${live}X-Invalid[]: a\r\n\r\n${hidden}`],
    ['a NUL in a value', `${live}X: a\0b\r\n\r\n${hidden}`],
    ['a bell in a value', `${live}X: a\x07\r\n\r\n${hidden}`],
    ['no host', `GET /health/live HTTP/1.1\r\n\r\n${hidden}`],
    ['two hosts', `${live}Host: elsewhere.example\r\n\r\n${hidden}`],
    ['a host that is none', `GET /health/live HTTP/1.1\r\nHost: a b\r\n\r\n${hidden}`],
    ['a host with a path', `GET /health/live HTTP/1.1\r\nHost: a/b?c\r\n\r\n${hidden}`],
    ['a host with a user', `GET /health/live HTTP/1.1\r\nHost: user@a\r\n\r\n${hidden}`],
    ['a host of brackets', `GET /health/live HTTP/1.1\r\nHost: [::\r\n\r\n${hidden}`],
    [
      'another host in the target',
      `GET http://elsewhere.example/health/live HTTP/1.1\r\n${host}\r\n${hidden}`,
    ],
    ['a target that is no path', `GET health/live HTTP/1.1\r\n${host}\r\n${hidden}`],
    ['a target of a star', `GET * HTTP/1.1\r\n${host}\r\n${hidden}`],
    ['a target with a space', `GET /health/live x HTTP/1.1\r\n${host}\r\n${hidden}`],
    ['no version', `GET /health/live \r\n\r\n${hidden}`],
    ['another version', `GET /health/live HTTP/9.9\r\n${host}\r\n${hidden}`],
    ['a version to come', `GET /health/live HTTP/2.0\r\n${host}\r\n${hidden}`],
    ['a method of nobody', `Extra lineGET /health/live HTTP/1.1\r\n${host}\r\n${hidden}`],
    ['another protocol altogether', `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03${hidden}`],
    ['the preface of HTTP/2', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${hidden}`],
    ['a tunnel', `CONNECT elsewhere.example:443 HTTP/1.1\r\n${host}\r\n${hidden}`],
  ])('(%s) ends the connection, and what it hides is not answered', async (_, request) => {
    const { statuses, text, isClosed } = await sendRaw(gateway.url, request, () => false);
    expect(isClosed).toBe(true);
    expect(statuses.length).toBeLessThanOrEqual(1);
    for (const status of statuses) expect([400, 413, 431, 505]).toContain(status);
    for (const header of statuses.length === 0 ? [] : everywhere) expect(text).toContain(header);
    expect(text).not.toMatch(/sources|gatehouse\.example|elsewhere|\bat \//);
  });

  it('is refused with a reason, in the form of all errors', async () => {
    const { text } = await sendRaw(gateway.url, `${live}X-Invalid[]: a\r\n\r\n`, () => false);
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toEqual({
      errors: [
        { message: 'The request is not well-formed HTTP/1.1.', extensions: { code: 'BAD_USER_INPUT' } },
      ],
    });
  });

  it('leaves no answer twice where a request is answered before it is whole', async () => {
    const { statuses, isClosed } = await sendRaw(
      gateway.url,
      `${post}Transfer-Encoding: chunked\r\n\r\n${chunk('x'.repeat(270_000))}zz\r\n${hidden}`,
      () => false,
    );
    expect(statuses.length).toBeLessThanOrEqual(1);
    expect(isClosed).toBe(true);
  });
});

describe('a request that is too large', () => {
  it.each([
    ['headers of 20 KB', `${live}X: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['a path of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`],
    ['101 headers', `${live}${'X: a\r\n'.repeat(100)}\r\n`],
    ['2000 headers', `${live}${'X:\r\n'.repeat(2_000)}\r\n`],
  ])('(%s) is answered by 431', async (_, request) => {
    const { statuses, text, isClosed } = await sendRaw(gateway.url, request, () => false);
    expect([statuses, isClosed]).toEqual([[431], true]);
    for (const header of everywhere) expect(text).toContain(header);
  });

  it('in chunks is answered as soon as it is, although its end never comes', async () => {
    const { statuses, text } = await sendRaw(
      gateway.url,
      `${post}Transfer-Encoding: chunked\r\n\r\n${chunk('x'.repeat(270_000))}`,
    );
    expect(statuses).toEqual([413]);
    expect(text).toContain('LIMIT_EXCEEDED');
    for (const header of everywhere) expect(text).toContain(header);
  });

  it('by its own word is answered before it comes', async () => {
    const { statuses } = await sendRaw(gateway.url, `${post}Content-Length: 5000000\r\n\r\n`);
    expect(statuses).toEqual([413]);
  });
});

describe('a client that takes its time', () => {
  let impatient: TestGateway;
  beforeAll(async () => {
    impatient = await startProduction({ clientTimes: { head: 100, request: 200, idle: 5_000 } });
  });
  afterAll(() => impatient.close());

  it.each([
    ['with the head of a request', live],
    ['with the body of a request', `${post}Content-Length: 100\r\n\r\n{"query`],
    [
      'with the body of a request that says nobody',
      `POST /graphql HTTP/1.1\r\n${host}Content-Length: 100\r\n\r\n{`,
    ],
    ['with chunks', `${post}Transfer-Encoding: chunked\r\n\r\n3\r\n{"q`],
    ['with a body for a path that is none', `POST /nowhere HTTP/1.1\r\n${host}Content-Length: 100\r\n\r\n{`],
    ['with the rest of a body that is too large', `${post}Content-Length: 5000000\r\n\r\n{`],
  ])('(%s) is let go', async (_, request) => {
    const { statuses, isClosed } = await sendRaw(impatient.url, request, () => false);
    expect(isClosed).toBe(true);
    expect(statuses).toHaveLength(1);
    expect([401, 404, 408, 413]).toContain(statuses[0]);
  });

  it('with nothing at all is let go', async () => {
    const idle = await startProduction({ clientTimes: { head: 100, request: 200, idle: 200 } });
    const { statuses, isClosed } = await sendRaw(idle.url, '', () => false);
    await idle.close();
    expect(isClosed).toBe(true);
    expect(statuses.filter((status) => status !== 408)).toEqual([]);
  });

  it('leaves the others what they need', async () => {
    const slow = Array.from({ length: 50 }, () => sendRaw(impatient.url, live, () => false));
    const reply = await send(impatient, { body: { query: '{ __typename }' } });
    expect(reply.data).toEqual({ __typename: 'Query' });
    expect((await Promise.all(slow)).map(({ statuses }) => statuses[0])).toEqual(slow.map(() => 408));
    expect(impatient.logged).toEqual([]);
  });
});
