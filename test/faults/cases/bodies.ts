import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Fault } from '../../../src/sandbox/faults.js';
import { struck, type Expected } from '../struck.js';
import { onStage, secret, type Stage } from '../stage.js';
import type { FaultCase, FaultGroup } from '../table.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const json = { 'content-type': 'application/json' };

/** An answer that cannot be used, and why. It is asked for once: it would be the same the next time. */
function bad(
  fault: string,
  reason: string,
  by: Fault,
  more: Partial<Expected> & { readonly also?: (stage: Stage) => unknown } = {},
): FaultCase {
  const { also, ...expected } = more;
  return struck({
    fault,
    by,
    expected: {
      status: 'FAILED',
      code: 'UPSTREAM_BAD_RESPONSE',
      reason,
      retryable: false,
      calls: 1,
      ...expected,
    },
    ...(also === undefined ? {} : { also }),
  });
}

const megabyte = 1024 * 1024;
/** What the struck answer has sent when it was cut off. */
const sent = ({ sandbox }: Stage): number =>
  sandbox.casavi.requests
    .filter(({ path }) => path === '/properties')
    .reduce((sum, each) => sum + each.bytes, 0);

type Rows = { readonly properties: readonly Record<string, unknown>[] };
/** The rows of an answer, whatever they stand in. */
function onRows(change: (rows: readonly Record<string, unknown>[]) => unknown): Fault {
  return {
    change: (body) => {
      if (Array.isArray(body)) return change(body as Rows['properties']);
      const [name, rows] = Object.entries(body as object).find(([, value]) => Array.isArray(value)) as [
        string,
        Rows['properties'],
      ];
      return { ...(body as object), [name]: change(rows) };
    },
  };
}

export const bodies: FaultGroup = {
  title: 'Bodies',
  intro:
    'What cannot be used is named in `extensions.reason`, is not asked for again, and is quoted nowhere. One bad record costs itself alone.',
  cases: [
    bad(
      '500 MB of JSON',
      'TOO_LARGE',
      { flood: { bytes: 500 * megabyte } },
      {
        says: /more than 20971520 bytes/,
        also: (stage) => expect(sent(stage)).toBeLessThan(60 * megabyte),
      },
    ),
    bad(
      'A gzip bomb: 500 MB in half a megabyte',
      'TOO_LARGE',
      { flood: { bytes: 500 * megabyte, encoding: 'gzip' } },
      {
        also: (stage) => expect(sent(stage)).toBeLessThan(megabyte),
      },
    ),
    bad('Two layers of gzip', 'ENCODING', {
      replace: { headers: { 'content-encoding': 'gzip, gzip' }, bytes: gzipSync(gzipSync('[]')) },
    }),
    bad('Called gzip, and is not', 'ENCODING', {
      replace: { headers: { 'content-encoding': 'gzip' }, bytes: bytes(`[] ${secret}`) },
    }),
    bad('An unknown content encoding', 'ENCODING', { replace: { headers: { 'content-encoding': 'zstd' } } }),
    bad('Invalid UTF-8', 'ENCODING', {
      replace: { bytes: Buffer.from([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d]) },
    }),
    bad('A page of HTML with 200', 'HTML', {
      status: 200,
      body: `<html>${secret}</html>`,
      headers: { 'content-type': 'text/html' },
    }),
    bad('A page of HTML that calls itself JSON', 'HTML', {
      status: 200,
      body: `<!doctype html>${secret}`,
      headers: json,
    }),
    bad('Another content type', 'CONTENT_TYPE', {
      replace: { headers: { 'content-type': 'application/pdf' } },
    }),
    bad('Truncated JSON', 'NOT_JSON', { replace: { bytes: bytes(`[{"id": "${secret}", "na`) } }),
    bad('An empty 200', 'EMPTY', { replace: { bytes: bytes('') } }),
    bad('204', 'SHAPE', { status: 204 }),
    bad('Nested 100,000 levels deep', 'TOO_DEEP', {
      replace: { bytes: bytes('['.repeat(100_000) + ']'.repeat(100_000)) },
    }),
    bad('A number beyond all numbers', 'NUMBER', {
      replace: { bytes: bytes('[{"id": "1", "postalCode": 1e999}]') },
    }),
    bad('`null`', 'SHAPE', { status: 200, body: 'null', headers: json }),
    bad('Another object', 'SHAPE', { status: 200, body: { message: secret } }),
    bad(
      'A page of which no record can be used',
      'SHAPE',
      onRows((rows) => rows.map(() => ({ note: secret }))),
    ),
    longNumber(),
    struck({
      fault: 'One record that is none',
      by: onRows((rows) => [...rows.slice(1), { note: secret }]),
      expected: {
        status: 'PARTIAL',
        code: 'UPSTREAM_BAD_RESPONSE',
        retryable: false,
        says: /left out/,
        calls: 1,
        lost: 1,
      },
      also: (stage) => expectDrift(stage, { kind: 'UNUSABLE', field: '' }),
    }),
    struck({
      fault: 'A member that is missing in all records',
      by: onRows((rows) => rows.map(({ name: _name, ...row }) => row)),
      expected: { status: 'OK', calls: 1 },
      also: (stage) => expectDrift(stage, { kind: 'MISSING', field: 'name' }),
    }),
    struck({
      fault: 'A member that is null',
      by: onRows((rows) => rows.map((row) => ({ ...row, name: null }))),
      expected: { status: 'OK', calls: 1 },
    }),
    struck({
      fault: 'A member of another type',
      by: onRows((rows) => rows.map((row) => ({ ...row, name: { text: secret } }))),
      expected: { status: 'OK', calls: 1 },
      also: (stage) => expectDrift(stage, { kind: 'MISTYPED', field: 'name' }),
    }),
    struck({
      fault: 'Members that nobody knows, `__proto__` among them',
      by: {
        change: (body) =>
          JSON.parse(
            JSON.stringify(body).replaceAll('{"', '{"__proto__":{"name":"x"},"constructor":1,"extra":[1],"'),
          ),
      },
      expected: { status: 'OK', calls: 1 },
      also: () => expect(({} as { name?: string }).name).toBeUndefined(),
    }),
    struck({
      fault: 'A number as text, and text as a number',
      by: onRows((rows) =>
        rows.map((row) => ({ ...row, postalCode: Number(row['postalCode']) || row['postalCode'] })),
      ),
      expected: { status: 'OK', calls: 1 },
    }),
    unknownWord(),
  ],
};

interface DriftRow {
  readonly kind: string;
  readonly field: string;
  readonly count: number;
}

async function expectDrift(stage: Stage, expected: Omit<DriftRow, 'count'>): Promise<void> {
  const { data } = await stage.query<{ sources: readonly { id: string; drift: readonly DriftRow[] }[] }>(
    '{ sources { id drift { kind field count } } }',
  );
  const rows = data.sources.find(({ id }) => id === 'casavi')?.drift ?? [];
  expect(rows).toContainEqual({ ...expected, count: expect.any(Number) as number });
}

/** Keys beyond what a double holds must not become their neighbours. */
function longNumber(): FaultCase {
  return struck({
    fault: 'Keys beyond 2^53, as numbers',
    by: {
      replace: {
        bytes: bytes('[{"id": 9007199254740993, "name": "One"}, {"id": 9007199254740992, "name": "Two"}]'),
      },
    },
    expected: { status: 'OK', calls: 1, rows: 2 },
    also: async (stage) => {
      const { data } = await stage.query<{
        buildings: { nodes: readonly { source: { remoteId: string } }[] };
      }>('{ buildings(filter: {sources: ["casavi"]}) { nodes { source { remoteId } } } }');
      expect(data.buildings.nodes.map(({ source }) => source.remoteId)).toEqual([
        '9007199254740993',
        '9007199254740992',
      ]);
    },
  });
}

function unknownWord(): FaultCase {
  return {
    fault: 'A status that no document lists',
    run: () =>
      onStage({ only: ['casavi'] }, async (stage) => {
        stage.sandbox.casavi.fail(
          '/tickets',
          onRows((rows) => rows.map((row) => ({ ...row, status: 'BRAND_NEW' }))),
        );
        const { data, errors } = await stage.query<{ issues: { nodes: readonly { status: string }[] } }>(
          '{ issues(first: 10) { nodes { status } } }',
        );
        expect(errors).toEqual([]);
        expect(new Set(data.issues.nodes.map(({ status }) => status))).toEqual(new Set(['UNKNOWN']));
        await expectDrift(stage, { kind: 'UNKNOWN_VALUE', field: 'status' });
        expect(stage.received('casavi', '/tickets')).toBe(1);
        return { client: 'everything; the status is `UNKNOWN`', calls: '1' };
      }),
  };
}
