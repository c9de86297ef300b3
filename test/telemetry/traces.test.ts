import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { areTracesOn } from '../../src/telemetry/traces.js';
import { runProgram, type Program } from '../support/program.js';
import { startCollector, type CollectedSpan } from './collector.js';

/** The program as an operator runs it, with a collector of its own. */

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const loaded = new URL('loaded.mjs', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-traces-'));
afterAll(() => rmSync(folder, { recursive: true }));

let program: Program;
afterEach(async () => {
  program.process.kill('SIGKILL');
  await program.ended;
});

async function start(environment: Readonly<Record<string, string>>): Promise<string> {
  program = runProgram(main, [], {
    cwd: folder,
    environment: { PORT: '0', NODE_OPTIONS: `--import ${loaded}`, ...environment },
  });
  await expect.poll(program.printed, { timeout: 25_000 }).toMatch(/ready at http/);
  return /ready at (\S+)\n/.exec(program.printed())?.[1] ?? '';
}

async function stop(): Promise<void> {
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
}

describe('traces', () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const parentId = 'b7ad6b7169203331';
  const mark = 'Zaphod19850101';

  it('have a span for the operation, for each wave and for each call, and are sent before the process ends', async () => {
    const collector = await startCollector();
    const url = await start({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      // Longer than the test: whatever arrives was sent at the end.
      OTEL_BSP_SCHEDULE_DELAY: '600000',
    });
    const ask = async (query: string, headers: object = {}): Promise<string> => {
      const answer = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables: { mark } }),
      });
      await answer.body.dump();
      return String(answer.headers['x-request-id']);
    };
    await ask(
      `query Portfolio { buildings(first: 2, filter: { sources: ["facilitee"] }) { nodes { units(first: 1) { nodes { number } } } }
        persons(first: 1, filter: { sources: ["facilitee"], search: "${mark}" }) { nodes { id } } }`,
      { traceparent: `00-${traceId}-${parentId}-01` },
    );
    const own = await ask('{ __typename }');
    await ask('{ __typename }', { traceparent: `00-${'a'.repeat(32)}-${parentId}-00` });
    await stop();
    expect(program.printed()).toMatch(/^loaded: .*@opentelemetry\/sdk-node/m);
    await collector.close();

    const { spans } = collector;
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const parentOf = (span: CollectedSpan): CollectedSpan | undefined => byId.get(span.parentSpanId ?? '');
    const operations = spans.filter(({ kind }) => kind === 2);
    expect(operations.map((span) => [span.traceId, span.parentSpanId ?? ''])).toEqual([
      [traceId, parentId],
      [own, ''],
    ]);
    const [operation] = operations as [CollectedSpan];
    expect(operation.name).toBe('query');
    expect(operation.attributes).toMatchObject({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Portfolio',
      'gatehouse.operation.outcome': 'OK',
    });

    const waves = spans.filter(({ kind }) => kind === 1);
    expect(waves.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['facilitee wave 1', 'facilitee wave 2']),
    );
    for (const wave of waves) expect(parentOf(wave)).toBe(operation);

    const calls = spans.filter(({ kind }) => kind === 3);
    const logins = calls.filter(({ attributes }) => attributes['gatehouse.call.login'] === true);
    expect(logins).toHaveLength(1);
    for (const call of calls) {
      expect(call.name).toBe(
        `${String(call.attributes['http.request.method'])} ${String(call.attributes['url.template'])}`,
      );
      expect(call.attributes).toMatchObject({
        'server.address': '127.0.0.1',
        'http.response.status_code': 200,
      });
      expect(parentOf(call)?.kind).toBe(logins.includes(call) ? 2 : 1);
      expect(BigInt(call.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(operation.startTimeUnixNano));
      expect(BigInt(call.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(operation.endTimeUnixNano));
    }
    expect(collector.text()).toContain('"gatehouse"');
    expect(collector.text()).not.toContain(mark);
    expect(collector.text()).not.toMatch(/\/v1\/traces.*process\.(command|pid)/);
    // Traces alone: nobody asked for logs or metrics.
    expect(collector.text().match(/^\/v1\/\w+/gm)).toEqual(
      expect.not.arrayContaining(['/v1/logs', '/v1/metrics']),
    );
  }, 40_000);

  it.each([
    [{}, false],
    [{ OTEL_SERVICE_NAME: 'x' }, false],
    [{ OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x' }, false],
    [{ OTEL_SDK_DISABLED: 'TRUE', OTEL_TRACES_EXPORTER: 'otlp' }, false],
    [{ OTEL_TRACES_EXPORTER: '', OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false],
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, true],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x' }, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://x' }, true],
  ])('with %o are on: %s', (environment, isOn) => expect(areTracesOn(environment)).toBe(isOn));
});
