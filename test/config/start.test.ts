import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { serve } from '../../src/serve.js';
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
    // Made-up data is anybody's, by whatever name.
    const named = await request(url, { headers: { host: 'gatehouse.example', accept: 'text/html' } });
    await named.body.dump();
    expect(named.statusCode).toBe(200);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(said()).toMatch(/^query: \d+ ms, \d+ calls? \(pigello \d+\)$/m);
    // No exporter is named: tracing costs nothing, not even the memory of its code. The metrics' library knows its interface.
    expect(said()).toMatch(/^loaded:(?: @opentelemetry\/api)?$/m);
  }, 40_000);

  it('outside production answers to this machine alone where a source is configured', async () => {
    start({ PORT: '0', CASAVI_KEY: 'key', CASAVI_SECRET: 'swordfish' });
    await expect.poll(said, { timeout: 25_000 }).toMatch(/ready at http/);
    const [, url = ''] = /ready at (http:\/\/127\.0\.0\.1:\d+)\/graphql\n/.exec(said()) ?? [];
    const statusFor = async (host: string): Promise<number> => {
      const { statusCode, body } = await request(`${url}/health/live`, { headers: { host } });
      await body.dump();
      return statusCode;
    };
    expect([await statusFor('localhost'), await statusFor('rebound.example')]).toEqual([200, 421]);
  }, 40_000);

  it('in production answers callers of its file, and reads that again when it is told to', async () => {
    const sandbox = await startSandbox();
    const [one, other] = [createApiKey(), createApiKey()];
    const file = join(folder, 'gatehouse.json');
    const write = (key: string, names: readonly ('pigello' | 'casavi')[]): void =>
      writeFileSync(
        file,
        JSON.stringify({
          sources: names.map((id) => ({
            id,
            provider: id,
            baseUrl: sandbox[id].url,
            credentials: sandbox[id].credentials,
          })),
          auth: { apiKeys: [{ id: 'frontend', hash: hashApiKey(key), sources: '*' }] },
        }),
      );
    try {
      write(one, ['pigello']);
      start({
        PORT: '0',
        NODE_ENV: 'production',
        GATEHOUSE_CURSOR_KEY: 'a-key-that-only-tests-use',
        GATEHOUSE_CONFIG: file,
      });
      await expect.poll(said, { timeout: 25_000 }).toMatch(/ready at http/);
      const [, url = ''] = /ready at (http:\/\/127\.0\.0\.1:\d+\/graphql)"/.exec(said()) ?? [];
      const ask = async (key: string): Promise<unknown> => {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-api-key': key },
          body: JSON.stringify({ query: '{ sources { id } units(first: 1) { nodes { id } } }' }),
        });
        const { data, extensions } = (await answer.json()) as {
          data?: { sources: { id: string }[] };
          extensions?: object;
        };
        // Nobody is shown what was called who does not ask for it.
        expect(extensions).toBeUndefined();
        return [answer.status, data?.sources.map(({ id }) => id)];
      };
      expect([await ask(one), await ask(other)]).toEqual([
        [200, ['pigello']],
        [401, undefined],
      ]);

      writeFileSync(file, '{ "sources": swordfish');
      program.process.kill('SIGHUP');
      await expect.poll(said).toMatch(/"level":"error".*is not JSON.*goes on with the one before/);
      expect(said()).not.toContain('swordfish');
      expect(await ask(one)).toEqual([200, ['pigello']]);

      write(other, ['pigello', 'casavi']);
      program.process.kill('SIGHUP');
      await expect.poll(said).toMatch(/read again\. Sources: pigello, casavi/);
      expect([await ask(other), await ask(one)]).toEqual([
        [200, ['pigello', 'casavi']],
        [401, undefined],
      ]);
      program.process.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      // Each line is JSON, and none of them says what only the caller knows.
      for (const line of program.printed().trim().split('\n'))
        expect(() => JSON.parse(line) as unknown).not.toThrow();
      for (const secret of [one, other, ...Object.values(sandbox.pigello.credentials)])
        if (secret.length > 8) expect(said()).not.toContain(secret);
    } finally {
      await sandbox.close();
    }
  }, 40_000);
});

describe('what must not be served', () => {
  it('stops the start with one clear message, and no secret', async () => {
    await expect(serve({ PORT: '0', PIGELLO_CLIENT_SECRET: 'swordfish' })).rejects.toThrow(
      /^The source PIGELLO is half configured: PIGELLO_CLIENT_SECRET is set, [^\n]* are missing\.(?!.*swordfish)/,
    );
    await expect(serve({ PORT: '0', NODE_ENV: 'production' })).rejects.toThrow(/no source is configured/);
  });
});
