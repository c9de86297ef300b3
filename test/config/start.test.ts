import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { runProgram, type Program } from '../support/program.js';

/** The program itself, as an operator starts it: what it says, and how it ends. */

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const loaded = new URL('../telemetry/loaded.mjs', import.meta.url).href;
// Elsewhere, so that no .env of the repository is met.
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

let program: Program;
const start = (environment: Readonly<Record<string, string>>): void => {
  program = runProgram(main, [], { cwd: folder, environment });
};
const said = (): string => program.printed() + program.complained();
afterEach(async () => {
  program.process.kill('SIGKILL');
  await program.ended;
});

describe('npm start', () => {
  it('serves the sandbox where nothing is configured, says so, and stops when it is asked to', async () => {
    start({ PORT: '0', OTEL_SERVICE_NAME: 'anything', NODE_OPTIONS: `--import ${loaded}` });
    await expect.poll(said, { timeout: 25_000 }).toMatch(/ready at http/);
    expect(said()).toMatch(/^No source is configured: serving the sandbox/m);
    const [, url = ''] = /ready at (http:\/\/127\.0\.0\.1:\d+\/graphql)\n/.exec(said()) ?? [];
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ buildings(first: 1) { nodes { name } } sources { id } }' }),
    });
    expect(await answer.json()).toMatchObject({
      data: { buildings: { nodes: [{ name: expect.any(String) as string }] } },
    });
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(said()).toMatch(/^query: \d+ ms, \d+ calls? \(pigello \d+\)$/m);
    // No exporter is named: tracing costs nothing, not even the memory of its code. The metrics' library knows its interface.
    expect(said()).toMatch(/^loaded:(?: @opentelemetry\/api)?$/m);
  }, 40_000);

  it('stops with one clear message, and no secret, where a source is half configured', async () => {
    start({ PORT: '0', PIGELLO_CLIENT_SECRET: 'swordfish' });
    expect(await program.ended).toBe(1);
    expect(said()).toMatch(
      /^The source PIGELLO is half configured: PIGELLO_CLIENT_SECRET is set, .* are missing\./,
    );
    expect(said()).not.toMatch(/swordfish|\n\s+at /);
  }, 40_000);

  it('stops in production without a source', async () => {
    start({ PORT: '0', NODE_ENV: 'production' });
    expect(await program.ended).toBe(1);
    expect(said()).toMatch(/NODE_ENV=production: no source is configured/);
  }, 40_000);
});
