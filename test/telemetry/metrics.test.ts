import { readFileSync } from 'node:fs';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/telemetry/metrics.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** What Prometheus reads: after what has happened, and only about this gateway. */

/** Series by name and labels, as the text has them, e.g. `calls_total{source="pigello"}`. */
type Series = ReadonlyMap<string, number>;

async function read(gateway: TestGateway): Promise<Series> {
  const { statusCode, headers, body } = await request(gateway.gateway.metricsUrl ?? '');
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await body.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, series, value] = /^(\w+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      expect([line, series]).not.toEqual([line, undefined]);
      return [series!, Number(value)];
    }),
  );
}

/** The sum of all series of a name that have these labels. */
function sum(series: Series, name: string, labels: Readonly<Record<string, string>> = {}): number {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  let total = 0;
  for (const [each, value] of series)
    if (new RegExp(`^${name}(\\{|$)`).test(each) && wanted.every((label) => each.includes(label)))
      total += value;
  return total;
}

describe('metrics', () => {
  let gateway: TestGateway;
  let other: TestGateway;
  const mark = 'Zaphod19850101';
  const buildings = '/objects/structural/building/list/';

  beforeAll(async () => {
    gateway = await startTestGateway({
      metrics: 'BESIDE',
      only: ['pigello', 'facilitee'],
      settings: { pigello: { limits: { breakAfter: 3 } } },
    });
    other = await startTestGateway({ metrics: { port: 0, host: '127.0.0.1' }, only: ['casavi'] });
  });
  afterAll(async () => {
    await gateway.close();
    await other.close();
  });

  it('count operations, calls and logins, with their durations', async () => {
    await gateway.query('query First { buildings(first: 1) { nodes { id } } }');
    await gateway.query(
      `query ${mark} { buildings(first: 1, filter: { sources: ["facilitee"] }) { nodes { id } } }`,
    );
    await gateway.query(`{ persons(first: 1, filter: { search: "${mark}" }) { nodes { id } } }`);
    await gateway.query(`{ ${mark} }`);
    await gateway.query(`{`);
    await expect.poll(async () => sum(await read(gateway), 'gatehouse_operations_total')).toBe(5);
    const series = await read(gateway);
    expect(sum(series, 'gatehouse_operations_total', { type: 'query', outcome: 'OK' })).toBe(3);
    expect(sum(series, 'gatehouse_operations_total', { type: 'query', outcome: 'REFUSED' })).toBe(1);
    expect(sum(series, 'gatehouse_operations_total', { type: 'none', outcome: 'REFUSED' })).toBe(1);
    expect(sum(series, 'gatehouse_operation_duration_seconds_count', { type: 'query' })).toBe(4);
    expect(sum(series, 'gatehouse_errors_total', { code: 'BAD_USER_INPUT' })).toBe(2);
    const calls = { source: 'pigello', method: 'GET', path: buildings };
    expect(sum(series, 'gatehouse_upstream_calls_total', { ...calls, outcome: 'OK' })).toBe(1);
    expect(sum(series, 'gatehouse_upstream_call_duration_seconds_count', calls)).toBe(1);
    expect(sum(series, 'gatehouse_upstream_logins_total', { source: 'facilitee', outcome: 'OK' })).toBe(1);
    expect(sum(series, 'gatehouse_upstream_calls_under_way')).toBe(0);
    expect(sum(series, 'gatehouse_upstream_calls_waiting')).toBe(0);
    expect([...series.keys()].join('\n')).not.toContain(mark);
  });

  it('count failures, retries and circuits that open and close', async () => {
    const heal = gateway.sandbox.pigello.fail(buildings, { status: 503 });
    await gateway.query('{ buildings(first: 1) { nodes { id } } }');
    const call = `GET ${buildings}`;
    await expect
      .poll(async () => sum(await read(gateway), 'gatehouse_errors_total', { source: 'pigello' }))
      .toBe(1);
    const series = await read(gateway);
    const calls = { source: 'pigello', path: buildings };
    expect(sum(series, 'gatehouse_upstream_calls_total', { ...calls, outcome: 'UPSTREAM_STATUS' })).toBe(3);
    expect(sum(series, 'gatehouse_upstream_retries_total', calls)).toBe(2);
    expect(sum(series, 'gatehouse_upstream_circuit_open', { source: 'pigello', call })).toBe(1);
    expect(sum(series, 'gatehouse_upstream_circuit_openings_total', { source: 'pigello', call })).toBe(1);
    expect(sum(series, 'gatehouse_operations_total', { outcome: 'PARTIAL' })).toBe(1);
    heal();
  });

  it('count answers that are not as documented', async () => {
    gateway.sandbox.facilitee.fail('*', { status: 200, body: { data: [{ id: mark }] }, times: 1 });
    gateway.sandbox.facilitee.fail('*', {
      change: (body) =>
        JSON.parse(JSON.stringify(body).replaceAll(/"id":(\d+|"[^"]*")/g, '"id":{}')) as unknown,
    });
    await gateway.query('{ buildings(first: 5, filter: { sources: ["facilitee"] }) { nodes { id } } }');
    gateway.sandbox.facilitee.reset();
    const series = await read(gateway);
    expect(sum(series, 'gatehouse_drift_total', { source: 'facilitee' })).toBeGreaterThan(0);
  });

  it('count calls that were shared', async () => {
    gateway.sandbox.facilitee.fail('*', { delayMs: 100 });
    const query = '{ buildings(first: 3, filter: { sources: ["facilitee"] }) { nodes { id } } }';
    await Promise.all([gateway.query(query), gateway.query(query), gateway.query(query)]);
    gateway.sandbox.facilitee.reset();
    const shared = { source: 'facilitee', how: 'shared' };
    expect(sum(await read(gateway), 'gatehouse_upstream_spared_total', shared)).toBe(2);
  });

  it('are of one gateway each, and beside them those of the process', async () => {
    const series = await read(other);
    expect([...series.keys()].some((each) => each.includes('pigello'))).toBe(false);
    expect(sum(series, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('stand at an address of their own, and then nowhere else', async () => {
    expect(new URL(other.gateway.metricsUrl ?? '').port).not.toBe(new URL(other.url).port);
    const { statusCode } = await request(`${other.url}/metrics`);
    expect(statusCode).toBe(404);
    const own = await request(new URL('/graphql', other.gateway.metricsUrl ?? ''), { method: 'POST' });
    expect(own.statusCode).toBe(404);
  });

  it('are read, and nothing else', async () => {
    for (const method of ['POST', 'DELETE'] as const)
      expect((await request(`${gateway.url}/metrics`, { method })).statusCode).toBe(405);
  });
});

describe('metrics of a gateway that keeps none', () => {
  it('are not there', async () => {
    const gateway = await startTestGateway({ only: ['casavi'] });
    expect(gateway.gateway.metricsUrl).toBeNull();
    expect((await request(`${gateway.url}/metrics`)).statusCode).toBe(404);
    await gateway.close();
  });
});

describe('docs/operating.md', () => {
  it('lists all metrics, with their labels and what they say', () => {
    const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
    const cells = (line: string): string =>
      line
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
        .join('|');
    const documented = page
      .split('\n')
      .map(cells)
      .filter((line) => line.startsWith('|`gatehouse_'));
    const { registry } = createMetrics({ underWay: () => 0, turnedAway: () => 0 });
    const kept = registry.getMetricsAsArray() as unknown as readonly {
      readonly name: string;
      readonly help: string;
      readonly labelNames: readonly string[];
    }[];
    const rows = kept.map(({ name, help, labelNames }) => {
      const labels = labelNames.map((label) => `\`${label}\``).join(', ');
      return `|\`${name}\`|${labels === '' ? 'none' : labels}|${help}|`;
    });
    expect(documented).toEqual(rows);
  });
});
