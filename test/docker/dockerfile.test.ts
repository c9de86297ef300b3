import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildImage, environment, type Image } from './image.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A process of the image, with all that it said. */
function start(image: Image, [program = '', ...args]: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(program, args, {
    cwd: image.workdir,
    env: environment({ ...image.env, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, ended: ended(child), output: () => output };
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

describe('the Dockerfile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-image-'));
  let image: Image;

  beforeAll(async () => {
    image = await buildImage(repository, folder);
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true, force: true }), 300_000);

  it('ends with a small image that is not run by root and holds no development dependencies', () => {
    expect(image.user).toBe('node');
    expect(image.env).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '4000' });
    expect(existsSync(join(image.workdir, 'node_modules/graphql-yoga'))).toBe(true);
    for (const name of [
      'typescript',
      'vitest',
      'eslint',
      '@sparticuz/chromium',
      'playwright-core',
      'esbuild',
    ]) {
      expect(existsSync(join(image.workdir, 'node_modules', name))).toBe(false);
    }
    const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
    };
    const forBuilding = Object.keys(packages).filter((path) => packages[path]?.dev === true);
    expect(forBuilding.length).toBeGreaterThan(100);
    expect(forBuilding.filter((path) => existsSync(join(image.workdir, path)))).toEqual([]);
    for (const name of ['src', 'test', '.npmrc']) expect(existsSync(join(image.workdir, name))).toBe(false);
    expect(existsSync(join(image.workdir, 'dist/gatehouse.schema.json'))).toBe(true);
  });

  it('does not start without a source, and says what to do', async () => {
    const { ended, output } = start(image, image.command);
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^NODE_ENV=production: no source is configured/);
  });

  it('serves the sandbox in development, is healthy while it runs, and stops when told', async () => {
    const server = start(image, image.command, { NODE_ENV: 'development', PORT: '0' });
    await expect
      .poll(server.output, { timeout: 20_000 })
      .toMatch(/ready at http:\/\/0\.0\.0\.0:\d+\/graphql/);
    const port = /0\.0\.0\.0:(\d+)/.exec(server.output())?.[1] ?? '';

    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ buildings(first: 1) { nodes { name } sources { status } } }' }),
    });
    expect(await answer.json()).toMatchObject({
      data: { buildings: { nodes: [{ name: expect.any(String) }], sources: [{ status: 'OK' }] } },
    });
    expect(await start(image, image.healthCheck, { PORT: port }).ended).toBe(0);

    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(await start(image, image.healthCheck, { PORT: port }).ended).toBe(1);
  });
});
