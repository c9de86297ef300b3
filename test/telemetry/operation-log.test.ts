import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/domain/global-id.js';
import { logOperations } from '../../src/telemetry/operation-log.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** One line for each operation: what it was and cost, and nothing of what it was about. */

interface Line {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const lines: Line[] = [];
let gateway: TestGateway;

beforeAll(async () => {
  const write = (message: string, fields: object = {}): void =>
    void lines.push({ message, fields: fields as Line['fields'] });
  gateway = await startTestGateway({
    only: ['pigello', 'facilitee'],
    onOperation: [logOperations({ info: write, warn: write, error: write })],
  });
});
afterAll(() => gateway.close());
beforeEach(() => {
  lines.length = 0;
  gateway.sandbox.pigello.reset();
});

const lastLine = async (): Promise<Line> => {
  await expect.poll(() => lines.length).toBe(1);
  return lines[0]!;
};

const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  request(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

describe('the line of an operation', () => {
  const document = 'query Portfolio($first: Int) { buildings(first: $first) { nodes { name } } }';

  it('has all members', async () => {
    await gateway.query(document, { first: 1 });
    lines.length = 0;
    await gateway.query(document, { first: 1 });
    const { message, fields } = await lastLine();
    expect(message).toMatch(/^query Portfolio: \d+ ms, 1 call \(pigello 1\)$/);
    expect(fields).toEqual({
      requestId: expect.stringMatching(/^[\da-f]{32}$/) as string,
      caller: fields['caller'],
      type: 'query',
      operation: 'Portfolio',
      hash: createHash('sha256').update(document).digest('hex').slice(0, 16),
      status: 200,
      outcome: 'OK',
      ms: expect.any(Number) as number,
      errors: {},
      calls: 1,
      sources: [
        {
          source: 'pigello',
          calls: 1,
          failed: 0,
          logins: 0,
          kept: 0,
          shared: 0,
          ms: expect.any(Number) as number,
        },
      ],
    });
  });

  it('counts what failed and what was tried again', async () => {
    gateway.sandbox.pigello.fail('*', { status: 503 });
    await gateway.query('{ buildings(first: 100) { nodes { name } } }');
    const { message, fields } = await lastLine();
    expect(message).toMatch(/^query: PARTIAL \(200\), .*UPSTREAM_STATUS$/);
    expect(fields).toMatchObject({ operation: null, outcome: 'PARTIAL', errors: { UPSTREAM_STATUS: 1 } });
    expect(fields['sources']).toContainEqual(
      expect.objectContaining({ source: 'pigello', calls: 3, failed: 3 }),
    );
  });

  it.each([
    ['a document that is none', { query: '{' }, 400, null],
    ['a field that is not there', { query: 'query Q { nothing }' }, 400, 'query'],
    ['a variable of another type', { query: document, variables: { first: 'x' } }, 400, 'query'],
  ])('says REFUSED of %s', async (_, body, status, type) => {
    const { statusCode } = await post(JSON.stringify(body), {
      accept: 'application/graphql-response+json',
    });
    expect(statusCode).toBe(status);
    const { fields } = await lastLine();
    expect(fields).toMatchObject({
      outcome: 'REFUSED',
      status,
      type,
      errors: { BAD_USER_INPUT: 1 },
      calls: 0,
    });
  });

  it('says REFUSED of a body that is no request', async () => {
    await post('{');
    expect((await lastLine()).fields).toMatchObject({
      outcome: 'REFUSED',
      status: 400,
      type: null,
      hash: null,
    });
  });

  it('says ABANDONED, and of no error, where the client has gone', async () => {
    gateway.sandbox.pigello.fail('*', { delayMs: 5_000 });
    const body = JSON.stringify({ query: '{ units(first: 1) { nodes { id } } }' });
    const { hostname, port } = new URL(gateway.url);
    const before = gateway.sandbox.pigello.requests.length;
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await expect.poll(() => gateway.sandbox.pigello.requests.length).toBeGreaterThan(before);
    socket.destroy();
    expect((await lastLine()).fields).toMatchObject({
      status: 499,
      outcome: 'ABANDONED',
      errors: {},
      type: 'query',
    });
  });

  it('is not written for pages, preflights and health checks', async () => {
    await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } }).then((page) => page.text());
    await fetch(`${gateway.url}/health/live`);
    await fetch(`${gateway.url}/health/ready`).then((answer) => answer.text());
    await gateway.query('query Last { __typename }');
    expect((await lastLine()).fields).toMatchObject({ operation: 'Last', calls: 0, sources: [] });
  });

  it('holds nothing of what was asked or answered', async () => {
    const mark = 'Zaphod19850101';
    const id = toGlobalId({ type: 'Building', source: 'facilitee', key: [mark] });
    gateway.sandbox.pigello.fail('*', { status: 500, body: mark });
    for (const [query, variables] of [
      [
        'query($text: String) { persons(first: 1, filter: { search: $text }) { nodes { id } } }',
        { text: mark },
      ],
      [`{ persons(first: 1, filter: { search: "${mark}" }) { nodes { id emails } } }`, {}],
      [`{ building(id: "${id}") { name } }`, {}],
      [`# ${mark}@example.com\n{ buildings(first: 1, after: "${mark}") { nodes { id } } }`, {}],
      [`{ ${mark} }`, {}],
    ] as const)
      await gateway.query(query, variables, { headers: { authorization: `Bearer ${mark}` } });
    await post(`{"query": "${mark}`, {});
    await request(`${gateway.url}/graphql?query=${mark}`, { headers: { accept: 'application/json' } });
    await expect.poll(() => lines.length).toBe(7);
    expect(JSON.stringify(lines)).not.toContain(mark);
  });
});

describe('what a request is known by', () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const idFor = async (traceparent?: string): Promise<string> => {
    const { headers } = await post(
      '{"query": "{ __typename }"}',
      traceparent === undefined ? {} : { traceparent },
    );
    const id = headers['x-request-id'];
    expect(id).toBe((await lastLine()).fields['requestId']);
    lines.length = 0;
    return id as string;
  };

  it.each([
    `00-${traceId}-b7ad6b7169203331-01`,
    `00-${traceId}-b7ad6b7169203331-00`,
    `cc-${traceId}-b7ad6b7169203331-01-more`,
  ])('is the trace id that it brought: %s', async (traceparent) =>
    expect(await idFor(traceparent)).toBe(traceId),
  );

  it.each([
    `ff-${traceId}-b7ad6b7169203331-01`,
    `00-${traceId}-b7ad6b7169203331-01-more`,
    `00-${traceId.toUpperCase()}-b7ad6b7169203331-01`,
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId}-b7ad6b7169203331`,
    `00-${traceId}-b7ad6b7169203331-01, 00-${traceId}-b7ad6b7169203331-01`,
    traceId,
    `00-${'g'.repeat(32)}-b7ad6b7169203331-01`,
  ])('is made up where what it brought is no trace: %s', async (traceparent) => {
    const id = await idFor(traceparent);
    expect(id).toMatch(/^[\da-f]{32}$/);
    expect(id).not.toBe(traceId);
  });

  it('differs from request to request, and stands in every answer of the endpoint', async () => {
    expect(await idFor()).not.toBe(await idFor());
    for (const path of ['/graphql', '/graphql?query={__typename}', '/graphql?query={nothing}']) {
      const { headers, body } = await request(`${gateway.url}${path}`);
      await body.dump();
      expect([path, headers['x-request-id']]).toEqual([path, expect.stringMatching(/^[\da-f]{32}$/)]);
    }
  });
});
