import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { buildImage, environment, type Image } from './image.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Milliseconds that a process may take for what it is known to do: it shares its cores with other tests. */
const patient = { timeout: 120_000 };

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

describe('the Dockerfile', { timeout: 300_000 }, () => {
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
    await expect.poll(server.output, patient).toMatch(/ready at http:\/\/0\.0\.0\.0:\d+\/graphql/);
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

  it('answers by two workers as by one process, and goes on where one of them ends', async () => {
    const sandbox = await startSandbox({ buildings: 4 });
    const keys = [createApiKey(), createApiKey()];
    const config = join(folder, 'gatehouse.json');
    const write = (known: readonly string[]): void => {
      const { url: baseUrl, credentials } = sandbox.pigello;
      const apiKeys = known.map((key, index) => ({
        id: `caller-${index}`,
        hash: hashApiKey(key),
        sources: '*',
      }));
      const sources = [{ id: 'pigello', provider: 'pigello', baseUrl, credentials }];
      writeFileSync(config, JSON.stringify({ sources, auth: { apiKeys } }));
    };
    write(keys.slice(0, 1));
    const env = {
      HOST: '127.0.0.1',
      GATEHOUSE_WORKERS: '2',
      GATEHOUSE_CONFIG: config,
      GATEHOUSE_CURSOR_KEY: 'a-key-that-only-tests-use',
      GATEHOUSE_METRICS_PORT: '0',
    };
    const server = start(image, image.command, { ...env, PORT: '0' });
    const lines = () => logLines(server.output());
    const says = (message: RegExp, worker?: number) =>
      lines().filter((line) => message.test(line.msg) && line.worker === worker);
    /** How often each worker says something. */
    const said = (message: RegExp) => () => [1, 2].map((worker) => says(message, worker).length);
    try {
      await expect.poll(() => says(/ready at/).length, patient).toBe(1);
      const [, url = '', port = ''] = /ready at (http\S+:(\d+)\/graphql)/.exec(server.output()) ?? [];
      const [, metricsUrl = ''] = /Metrics are at (http[^"]+)/.exec(server.output()) ?? [];
      const metric = async (name: string): Promise<number> => {
        const text = await (await fetch(metricsUrl)).text();
        return Number(
          text
            .split('\n')
            .find((line) => line.startsWith(name))
            ?.split(' ')[1] ?? 0,
        );
      };
      const operations = () => metric('gatehouse_operations_total{type="query",outcome="OK"}');
      /** Each on a connection of its own. */
      const ask = async <T>(query: string, key = keys[0] ?? ''): Promise<T | null> => {
        const { statusCode, body } = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-api-key': key },
          body: JSON.stringify({ query }),
          reset: true,
        });
        const { data, errors } = (await body.json()) as { readonly data: T; readonly errors?: unknown };
        expect([statusCode, errors]).toEqual(
          data === undefined ? [401, expect.anything()] : [200, undefined],
        );
        return data ?? null;
      };

      // What an operator should know is said once, and the cursors of one worker are good for the other.
      expect(lines().filter(({ msg }) => msg.startsWith('GATEHOUSE_PUBLIC_URL')).length).toBe(1);
      const seen = new Set<string>();
      let after = '';
      for (let page = 0; page < 4; page += 1) {
        const answer = await ask<Page>(
          `query Page { units(first: 2${after}) { nodes { id } pageInfo { endCursor } } }`,
        );
        for (const { id } of answer?.units.nodes ?? []) seen.add(id);
        after = `, after: "${answer?.units.pageInfo.endCursor}"`;
      }
      expect(seen.size).toBe(8);
      await expect.poll(said(/^query Page/), patient).toEqual([2, 2]);
      expect([await operations(), await metric('gatehouse_workers ')]).toEqual([4, 2]);

      write(keys);
      server.child.kill('SIGHUP');
      await expect.poll(said(/read again/), patient).toEqual([1, 1]);
      for (let turn = 0; turn < 2; turn += 1)
        expect(await ask('{ __typename }', keys[1])).toEqual({ __typename: 'Query' });
      expect(await operations()).toBe(6);

      process.kill(says(/^query Page/, 1)[0]?.pid ?? 0, 'SIGKILL');
      await expect
        .poll(() => says(/^Worker 1 ended unexpectedly, and is started again\.$/, 1).length, patient)
        .toBe(1);
      expect(await ask('{ __typename }')).toEqual({ __typename: 'Query' });
      // What the first one had counted is still there.
      expect(await operations()).toBe(7);
      await expect.poll(() => says(/^Worker 1 is ready/, 1).length, patient).toBe(1);
      expect(await metric('gatehouse_workers ')).toBe(2);

      const second = start(image, image.command, { ...env, PORT: port });
      expect(await second.ended).toBe(1);
      expect(second.output().match(new RegExp(`^PORT: ${port} is in use`, 'gm'))?.length).toBe(1);

      sandbox.pigello.fail('*', { delayMs: 300 });
      const sent = sandbox.pigello.requests.length;
      const late = ask<Page>('query Late { units(first: 1) { nodes { id } } }');
      await expect.poll(() => sandbox.pigello.requests.length, patient).toBeGreaterThan(sent);
      server.child.kill('SIGTERM');
      expect((await late)?.units.nodes.length).toBe(1);
      expect(await server.ended).toBe(0);
      await expect(fetch(url)).rejects.toThrow();
    } finally {
      server.child.kill('SIGKILL');
      await sandbox.close();
    }
  });
});

interface Page {
  readonly units: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

interface LogLine {
  readonly msg: string;
  readonly pid: number;
  readonly worker?: number;
}

/** Lines of JSON, each of them whole; the last one may be on its way. */
function logLines(output: string): readonly LogLine[] {
  return output
    .slice(0, output.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}
