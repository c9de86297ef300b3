import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { buildClientSchema, buildSchema, isObjectType, type IntrospectionQuery } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { commands } from '../../src/cli/commands.js';
import { run } from '../../src/cli/run.js';
import { readSources } from '../../src/config/config.js';
import { runProgram } from '../support/program.js';

/** The smaller commands; explain and doctor have files of their own. */

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function gatehouse(
  args: readonly string[],
  {
    environment = {},
    input = '',
    hasColours = false,
  }: { environment?: Record<string, string>; input?: string; hasColours?: boolean } = {},
) {
  let printed = '';
  let complained = '';
  const code = await run(args, {
    environment,
    input: Readable.from([input]),
    hasColours,
    print: (text) => (printed += text),
    complain: (text) => (complained += text),
  });
  return { code, printed, complained };
}

describe('gatehouse --help', () => {
  it('lists the commands, and what their exit codes mean', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, printed } = await gatehouse(args);
      expect(code).toBe(0);
      for (const { name, summary } of commands) expect(printed).toContain(`${name.padEnd(12)}  ${summary}`);
      expect(printed).toMatch(/Exit codes: 0 all is well, 1 .*, 2 /);
    }
  });

  it.each(commands)('of $name says how it is used, and all its options', async ({ name, options }) => {
    const { code, printed } = await gatehouse([name, '--help']);
    expect(code).toBe(0);
    expect(printed).toMatch(new RegExp(`^Usage: gatehouse ${name} ?`));
    for (const option of [...Object.keys(options), 'help'])
      expect(printed).toMatch(new RegExp(`^  --${option} `, 'm'));
    // It fits a terminal of ordinary width, and has no colours of its own.
    for (const line of printed.split('\n')) expect(line.length).toBeLessThanOrEqual(130);
    expect(printed).not.toContain('\u001b');
    expect((await gatehouse(['help', name])).printed).toBe(printed);
  });

  it.each(commands.filter(({ name }) => name !== 'explain'))(
    '$name takes nothing but its options',
    async ({ name }) => {
      const { code, complained } = await gatehouse([name, 'something']);
      expect([code, complained]).toEqual([
        2,
        `${name} takes nothing but options; leave out something.\nSee gatehouse --help.\n`,
      ]);
    },
  );
});

describe('gatehouse hash-key', () => {
  it('makes a key that nobody can guess, and its digest', async () => {
    const keys = new Set<string>();
    for (const _ of [1, 2]) {
      const { code, printed } = await gatehouse(['hash-key']);
      const [, key = '', hash] =
        /^key {3}(gh_[\w-]{43})\nhash {2}(sha256:[0-9a-f]{64})\n$/.exec(printed) ?? [];
      expect([code, hash]).toEqual([0, hashApiKey(key)]);
      keys.add(key);
    }
    expect(keys.size).toBe(2);
  });

  it('prints the digest of a key that it is given, and never the key', async () => {
    const key = createApiKey();
    expect(await gatehouse(['hash-key', '--stdin'], { input: `${key}\n` })).toEqual({
      code: 0,
      printed: `${hashApiKey(key)}\n`,
      complained: '',
    });
  });

  it.each([
    '',
    'swordfish',
    'with blanks in it and long enough to be one',
    'a.token.that.has.dots.and.is.long.enough.too',
  ])('refuses %j', async (input) => {
    const { code, printed, complained } = await gatehouse(['hash-key', '--stdin'], { input });
    expect([code, printed]).toEqual([2, '']);
    expect(complained).toMatch(/^--stdin: a key needs at least 32 random characters/);
    if (input !== '') expect(complained).not.toContain(input);
  });
});

describe('gatehouse schema', () => {
  it('prints SDL that is the schema, each type in one piece, with its scopes', async () => {
    const { code, printed } = await gatehouse(['schema']);
    expect([code, printed.includes('extend type')]).toEqual([0, false]);
    expect(printed).toMatch(/email: EmailAddress @requiresScopes\(scopes: \[\["pii:contact"\]\]\)/);
    const query = buildSchema(printed).getQueryType();
    expect(Object.keys(query?.getFields() ?? {})).toEqual(
      expect.arrayContaining(['node', 'buildings', 'linkedPersons']),
    );
  });

  it('prints the answer to the introspection query', async () => {
    const { printed } = await gatehouse(['schema', '--json']);
    const { data } = JSON.parse(printed) as { data: IntrospectionQuery };
    expect(isObjectType(buildClientSchema(data).getType('Building'))).toBe(true);
  });
});

describe('gatehouse check-config', () => {
  const file = join(folder, 'gatehouse.json');
  const write = (content: object): string[] => {
    writeFileSync(file, JSON.stringify(content));
    return ['check-config', '--config', file];
  };
  const casavi = { CASAVI_KEY: 'key', CASAVI_SECRET: 'swordfish' };
  const production = {
    ...casavi,
    NODE_ENV: 'production',
    GATEHOUSE_CURSOR_KEY: 'sixteen-characters-or-more',
  };
  const key = createApiKey();
  const auth = {
    apiKeys: [
      { id: 'frontend', hash: hashApiKey(key), sources: ['casavi'], scopes: ['pii:contact', 'raw'] },
      { id: 'reports', hash: hashApiKey(`${key}2`), sources: '*' },
    ],
    jwt: [
      {
        issuer: 'https://login.example',
        audience: 'gatehouse',
        jwksUrl: 'https://login.example/keys',
        sources: '*',
        scopes: [],
      },
    ],
  };

  it('says what would be served, to whom', async () => {
    const { code, printed, complained } = await gatehouse(write({ auth }), { environment: production });
    expect([code, complained]).toEqual([0, '']);
    expect(printed).toMatch(/^The gateway would start in production, on 127\.0\.0\.1, port 4000\.$/m);
    expect(printed).toMatch(/^casavi +CASAVI +https:\/\//m);
    expect(printed).toMatch(/^frontend +API key +casavi +pii:contact raw$/m);
    expect(printed).toMatch(/^reports +API key +all +none$/m);
    expect(printed).toMatch(/^https:\/\/login\.example +tokens +all +at most none$/m);
    expect(printed).not.toMatch(/swordfish|sha256|sixteen/);
  });

  it('says that development is open, and that without a source the sandbox is served', async () => {
    const { code, printed } = await gatehouse(['check-config']);
    expect(code).toBe(0);
    expect(printed).toMatch(/would start in development/);
    expect(printed).toMatch(/would serve the sandbox/);
    expect(printed).toMatch(/Whoever sends no credentials may see everything/);
    expect(printed).toMatch(/^warning: GATEHOUSE_CURSOR_KEY is not set/m);
  });

  it.each<[string, object | null, Record<string, string>, RegExp]>([
    ['nobody who may ask', null, production, /nobody is named who may ask.*Add\s+`auth`/],
    [
      'a caller of a source that is not there',
      { auth: { apiKeys: [{ ...auth.apiKeys[0], sources: ['nosuch'] }] } },
      production,
      /auth\.apiKeys\[0\]\.sources: there is no source "nosuch"; name one of casavi/,
    ],
    [
      'a scope that is none',
      { auth: { apiKeys: [{ ...auth.apiKeys[0], scopes: ['pii'] }] } },
      production,
      /auth\.apiKeys\[0\]\.scopes\[0\]: is no scope; there are pii:contact/,
    ],
    [
      'a key in place of its digest',
      { auth: { apiKeys: [{ ...auth.apiKeys[0], hash: key }] } },
      production,
      /auth\.apiKeys\[0\]\.hash: must be `sha256:`/,
    ],
    [
      'two callers with one key',
      { auth: { apiKeys: [auth.apiKeys[0], { ...auth.apiKeys[0], id: 'b' }] } },
      production,
      /auth\.apiKeys\[1\]: has the id or the hash of another key/,
    ],
    ['nobody at all', { auth: {} }, production, /auth: names nobody; add an entry/],
    [
      'keys from a place without TLS',
      { auth: { jwt: [{ ...auth.jwt[0], jwksUrl: 'http://login.example/keys' }] } },
      production,
      /auth\.jwt\[0\]\.jwksUrl: must be an https URL/,
    ],
    [
      'no keys',
      { auth: { jwt: [{ ...auth.jwt[0], jwksUrl: undefined }] } },
      production,
      /needs one of `jwksUrl` and `keys`/,
    ],
    [
      'an algorithm with a shared secret',
      { auth: { jwt: [{ ...auth.jwt[0], algorithms: ['HS256'] }] } },
      production,
      /auth\.jwt\[0\]\.algorithms\[0\]: must be one of RS256/,
    ],
    [
      'no algorithm',
      { auth: { jwt: [{ ...auth.jwt[0], algorithms: ['none'] }] } },
      production,
      /algorithms\[0\]: must be one of RS256/,
    ],
    [
      'a private key',
      { auth: { jwt: [{ ...auth.jwt[0], jwksUrl: undefined, keys: [{ kty: 'EC', d: 'swordfish' }] }] } },
      production,
      /keys: holds a private or a shared key/,
    ],
    [
      'a shared key',
      { auth: { jwt: [{ ...auth.jwt[0], jwksUrl: undefined, keys: [{ kty: 'oct', k: 'swordfish' }] }] } },
      production,
      /kty: must be RSA, EC or OKP/,
    ],
    [
      'no key for cursors',
      { auth },
      { ...production, GATEHOUSE_CURSOR_KEY: '' },
      /GATEHOUSE_CURSOR_KEY is not set/,
    ],
    [
      'a short key for cursors',
      { auth },
      { ...production, GATEHOUSE_CURSOR_KEY: 'swordfish' },
      /GATEHOUSE_CURSOR_KEY: every key must have at least 16/,
    ],
    [
      'no source',
      { auth: { jwt: auth.jwt } },
      { NODE_ENV: 'production', GATEHOUSE_CURSOR_KEY: 'sixteen-characters-or-more' },
      /no source is configured/,
    ],
    [
      'an open address',
      { auth },
      { ...casavi, HOST: '0.0.0.0' },
      /HOST=0\.0\.0\.0: outside production the gateway is open/,
    ],
    [
      'metrics for everybody',
      { auth },
      { ...production, GATEHOUSE_METRICS: 'on' },
      /GATEHOUSE_METRICS=on: in production/,
    ],
    [
      'documents in no file',
      { auth },
      { ...production, GATEHOUSE_PERSISTED: 'required' },
      /GATEHOUSE_PERSISTED=required/,
    ],
    ['an unknown setting', { auth: { ...auth, open: true } }, production, /auth: `open` is no setting/],
  ])('refuses %s, with the cure, and no secret', async (_, content, environment, message) => {
    const args = content === null ? ['check-config'] : write(content);
    const { code, printed, complained } = await gatehouse(args, { environment });
    expect([code, printed]).toEqual([1, '']);
    expect(complained).toMatch(message);
    expect(complained).not.toContain('swordfish');
    expect(complained).not.toContain(key);
  });

  it('is as in production where it is told to be', async () => {
    const { code, complained } = await gatehouse(['check-config', '--production'], { environment: casavi });
    expect([code, complained]).toEqual([1, expect.stringMatching(/nobody is named who may ask/)]);
  });
});

describe('gatehouse sandbox', () => {
  it('prints the variables that make it four sources, and ends when it is told to', async () => {
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const program = runProgram(main, ['sandbox', '--seed', '7'], { cwd: folder, environment: {} });
    try {
      await expect.poll(program.printed, { timeout: 25_000 }).toMatch(/CASAVI/);
      const sources = readSources(parseEnv(program.printed()));
      expect(sources.map(({ settings }) => settings.id)).toEqual(['pigello', 'facilitee', 'homeq', 'casavi']);
      program.process.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    } finally {
      program.process.kill('SIGKILL');
    }
  }, 40_000);

  it.each([
    ['--port', '70000'],
    ['--port', 'x'],
    ['--seed', '-1'],
  ])('refuses %s %s', async (option, value) => {
    const { code, complained } = await gatehouse(['sandbox', `${option}=${value}`]);
    expect([code, complained]).toEqual([
      2,
      expect.stringMatching(new RegExp(`^${option}: must be a whole number`)),
    ]);
  });
});
