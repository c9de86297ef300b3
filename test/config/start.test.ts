import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

/** The program itself, as an operator starts it: what it says, and how it ends. */

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
// Elsewhere, so that no .env of the repository is met.
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Program = ChildProcessByStdio<null, Readable, Readable>;
const running = new Set<Program>();
afterEach(async () => {
  for (const program of running) {
    program.kill('SIGKILL');
    await ended(program);
  }
});

function start(environment: Record<string, string>): { program: Program; said: () => string } {
  const program = spawn(process.execPath, ['--import', tsx, main], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(program);
  program.once('exit', () => running.delete(program));
  let text = '';
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  return { program, said: () => text };
}

function ended(program: Program): Promise<number | null> {
  return program.exitCode !== null || program.signalCode !== null
    ? Promise.resolve(program.exitCode)
    : new Promise((resolve) => program.once('close', (code) => resolve(code)));
}

describe('npm start', () => {
  it('serves the sandbox where nothing is configured, says so, and stops when it is asked to', async () => {
    const { program, said } = start({ PORT: '0' });
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
    program.kill('SIGTERM');
    expect(await ended(program)).toBe(0);
  }, 40_000);

  it('stops with one clear message, and no secret, where a source is half configured', async () => {
    const { program, said } = start({ PORT: '0', PIGELLO_CLIENT_SECRET: 'swordfish' });
    expect(await ended(program)).toBe(1);
    expect(said()).toMatch(
      /^The source PIGELLO is half configured: PIGELLO_CLIENT_SECRET is set, .* are missing\./,
    );
    expect(said()).not.toMatch(/swordfish|\n\s+at /);
  }, 40_000);

  it('stops in production without a source', async () => {
    const { program, said } = start({ PORT: '0', NODE_ENV: 'production' });
    expect(await ended(program)).toBe(1);
    expect(said()).toMatch(/NODE_ENV=production: no source is configured/);
  }, 40_000);
});
