import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { createPortfolio } from '../../src/sandbox/portfolio.js';
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

describe('gatehouse serve', () => {
  it.each(['0', '65', '1.5', 'swordfish'])('refuses %s workers, with the cure', async (value) => {
    expect(await gatehouse(['serve', '--workers', value])).toEqual({
      code: 2,
      printed: '',
      complained:
        '--workers: must be a whole number from 1 to 64; 1 is a single process.\nSee gatehouse --help.\n',
    });
  });

  it('tells check-config how many would answer', async () => {
    const { printed } = await gatehouse(['check-config'], { environment: { GATEHOUSE_WORKERS: '3' } });
    expect(printed).toMatch(/^3 workers would answer, each with limits and rates of its own\.$/m);
  });
});

describe('gatehouse sandbox', () => {
  it('prints the variables that make it four sources, fails as it was told to, and ends', async () => {
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const args = ['sandbox', '--seed', '7', '--buildings', '2', '--fault', 'casavi:503'];
    const program = runProgram(main, [...args, '--fault', 'homeq:reset'], { cwd: folder, environment: {} });
    try {
      await expect.poll(program.printed, { timeout: 25_000 }).toMatch(/CASAVI_SECRET/);
      const sources = readSources(parseEnv(program.printed()));
      expect(sources.map(({ settings }) => settings.id)).toEqual(['pigello', 'facilitee', 'homeq', 'casavi']);
      const [pigello = '', , homeq = '', casavi = ''] = sources.map(
        ({ settings }) => (settings as unknown as { readonly baseUrl: string }).baseUrl,
      );
      expect((await fetch(`${pigello}/objects/structural/building/list/`)).status).toBe(401);
      expect((await fetch(`${casavi}/properties`)).status).toBe(503);
      await expect(fetch(homeq)).rejects.toThrow('fetch failed');
      program.process.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    } finally {
      program.process.kill('SIGKILL');
    }
  }, 40_000);

  it('writes the portfolio, and takes it back', async () => {
    const file = join(folder, 'portfolio.json');
    const made = ['sandbox', '--seed', '7', '--buildings', '2'];
    expect(await gatehouse([...made, '--export', file])).toEqual({ code: 0, printed: '', complained: '' });
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toEqual(createPortfolio({ seed: 7, buildings: 2 }));
    const again = await gatehouse(['sandbox', '--portfolio', file, '--export', '-']);
    expect(again).toEqual({ code: 0, printed: text, complained: '' });
  });

  it.each<[string, (portfolio: Draft) => unknown, string]>([
    ['no JSON', () => 'swordfish', 'The portfolio is not JSON; begin with one that was exported.'],
    [
      'a member that is missing',
      (portfolio) => delete portfolio['units']![3]!['rent'],
      'units[3].rent: is missing; set it, to null where there is nothing to say.',
    ],
    [
      'a member of another kind',
      (portfolio) => (portfolio['units']![0]!['floor'] = 'swordfish'),
      'units[0].floor: must be number.',
    ],
    [
      'a word that is none of its kind',
      (portfolio) => (portfolio['units']![0]!['kind'] = 'swordfish'),
      'units[0].kind: must be one of "apartment"|"commercial"|"parking"|"storage"|"common".',
    ],
    [
      'a moment of another form',
      (portfolio) => (portfolio['units']![0]!['createdAt'] = '2026-01-31'),
      'units[0].createdAt: must be a moment such as 2026-01-31T09:30:00.000Z.',
    ],
    [
      'a member that is none',
      (portfolio) => (portfolio['buildings']![0]!['colour'] = 'swordfish'),
      'buildings[0]: `colour` is no member; remove it.',
    ],
    [
      'two records of one key',
      (portfolio) => (portfolio['units']![2]!['key'] = portfolio['units']![1]!['key']),
      'units[2].key: stands on a record before, too; give it another.',
    ],
    [
      'a unit in no building',
      (portfolio) => (portfolio['units']![2]!['buildingKey'] = 'swordfish'),
      'units[2].buildingKey: names nothing in `buildings`; add it there, or name another.',
    ],
    [
      'a lease with a person who is not there',
      (portfolio) => (portfolio['tenancies']![0]!['personKeys'] = ['swordfish']),
      'tenancies[0].personKeys: names nothing in `persons`; add it there, or name another.',
    ],
    [
      'a file of nothing',
      (portfolio) => (portfolio['files']![0]!['ownerKey'] = 'swordfish'),
      'files[0].ownerKey: names nothing in `tenancies`; add it there, or name another.',
    ],
    [
      'no account for programs',
      (portfolio) => portfolio['persons']!.forEach((person) => (person['employment'] = null)),
      'persons: one must be an account for programs in homeq; give an employee of it `apiUser: true`.',
    ],
  ])('refuses a portfolio with %s, with the cure, and no value', async (_, spoil, line) => {
    const file = join(folder, 'spoilt.json');
    const portfolio = structuredClone(small) as unknown as Draft;
    const text = spoil(portfolio);
    writeFileSync(file, text === 'swordfish' && line.includes('JSON') ? text : JSON.stringify(portfolio));
    const { code, complained } = await gatehouse(['sandbox', '--portfolio', file, '--export', '-']);
    expect(code).toBe(2);
    expect(complained.split('\n').slice(0, 2)).toEqual(['--portfolio: cannot be served.', line]);
    expect(complained).not.toContain('swordfish');
  });

  it.each([
    ['--port', '70000', 'must be a whole number from 0 to 65532.'],
    ['--port', 'x', 'must be a whole number from 0 to 65532.'],
    ['--seed', '-1', 'must be a whole number from 0 to 2147483647.'],
    ['--buildings', '0', 'must be a whole number from 1 to 10000.'],
    ['--latency', '1s', 'must be a whole number from 0 to 600000.'],
    ['--fault', 'swordfish:503', 'must begin with one of pigello, facilitee, homeq, casavi and a colon'],
    ['--fault', 'casavi:200', 'must be, behind the colon, a status from 400 to 599, latency=<ms>, hang,'],
    ['--fault', 'casavi:503@0%', 'must be, behind the colon, a status from 400 to 599, latency=<ms>, hang,'],
    ['--portfolio', '/nowhere/swordfish', 'the file cannot be read (ENOENT); name one that is there.'],
    ['--export', '/nowhere/swordfish', 'the file cannot be written (ENOENT); name one in a folder'],
  ])('refuses %s %s', async (option, value, message) => {
    const { code, complained } = await gatehouse(['sandbox', `${option}=${value}`]);
    expect([code, complained.slice(0, option.length + message.length + 2)]).toEqual([
      2,
      `${option}: ${message}`,
    ]);
    expect(complained).not.toContain('swordfish');
  });
});

type Draft = Record<string, Record<string, unknown>[]>;
const small = createPortfolio({ buildings: 1 });
