import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import type { Source } from '../../src/domain/provider.js';
import { createHealth } from '../../src/health.js';

/** A host in trouble is looked at again and again, for as long as it takes, and nothing piles up. */

afterEach(() => vi.useRealTimers());

it('tells when a host is gone and when it is back, however often it has to look', async () => {
  const warnings: string[] = [];
  const note = (warning: Error): void => void warnings.push(warning.message);
  process.on('warning', note);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });

  let looks = 0;
  let server = createServer(() => (looks += 1));
  const open = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await open(0);
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<unknown> => new Promise((resolve) => server.close(resolve));
  await close();

  const lines: string[] = [];
  const log = {
    info: (line: string) => lines.push(line),
    warn: (line: string) => lines.push(line),
    error: () => 0,
  };
  const client = { baseUrl: `http://127.0.0.1:${port}`, openCircuits: [], onCircuit: () => () => undefined };
  const source = { id: 'casavi', provider: 'CASAVI', client } as unknown as Source;
  const health = createHealth([source], log);
  health.watch();
  await vi.waitFor(() => expect(health.sources[0]?.status).toBe('DEGRADED'));
  for (let count = 0; count < 20; count += 1) {
    vi.advanceTimersByTime(5_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  server = createServer(() => (looks += 1));
  await open(port);
  await vi.waitFor(() => {
    vi.advanceTimersByTime(5_000);
    expect(health.sources[0]?.status).toBe('OK');
  });
  expect(looks).toBeGreaterThan(0);
  expect(lines).toEqual([
    'casavi cannot be reached; queries are answered without it.',
    'casavi can be reached again.',
  ]);
  health.close();
  await close();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(warnings).toEqual([]);
});
