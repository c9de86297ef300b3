import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { providers } from '../../resolvers/providers.js';
import { run } from '../../src/cli/run.js';
import { sandboxSources } from '../../src/config/sandbox-sources.js';
import { examine } from '../../src/doctor/examine.js';
import type { Finding, SourceReport } from '../../src/doctor/report.js';
import { startSandbox, type Sandbox, type SandboxOptions, type SystemName } from '../../src/sandbox/index.js';
import { runProgram } from '../support/program.js';

/** What is wrong with the configured sources, and how it is mended. */

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ids = ['pigello', 'facilitee', 'homeq', 'casavi'] as const satisfies readonly SystemName[];
/** As in `test/support/gateway.ts`: what would make tests wait. */
const limits = { retryDelay: 1 };

type Own = { readonly [N in SystemName]?: object };

/** A configuration file for the sandbox. */
function configFor(sandbox: Sandbox, own: Own = {}): string {
  const path = join(folder, 'gatehouse.json');
  const sources = ids.map((id) => ({
    id,
    provider: id,
    baseUrl: sandbox[id].url,
    credentials: sandbox[id].credentials,
    limits,
    ...own[id],
  }));
  writeFileSync(path, JSON.stringify({ sources }));
  return path;
}

async function gatehouse(args: readonly string[], environment: Record<string, string> = {}) {
  let printed = '';
  let complained = '';
  const code = await run(args, {
    environment,
    hasColours: false,
    input: Readable.from(['']),
    print: (text) => (printed += text),
    complain: (text) => (complained += text),
  });
  return { code, printed, complained };
}

interface Json {
  readonly ok: boolean;
  readonly sources: readonly SourceReport[];
}

async function examined(config: string, ...args: readonly string[]) {
  const { code, printed, complained } = await gatehouse(['doctor', '--json', '--config', config, ...args]);
  expect(complained).toBe('');
  const { ok, sources } = JSON.parse(printed) as Json;
  const find = (id: SystemName, wanted: Finding['code']): Finding | undefined =>
    sources.find((each) => each.id === id)?.findings.find((each) => each.code === wanted);
  return { code, printed, ok, sources, find };
}

let sandbox: Sandbox;
const start = async (options: SandboxOptions = {}): Promise<void> => {
  sandbox = await startSandbox(options);
};

describe('gatehouse doctor, where all is well', () => {
  beforeAll(() => start());
  afterAll(() => sandbox.close());

  it('asks every endpoint, or says why not, with few calls', async () => {
    sandbox.reset();
    const { code, ok, sources } = await examined(configFor(sandbox));
    expect([code, ok]).toEqual([0, true]);
    expect(sources.map(({ id, login }) => [id, login])).toEqual([
      ['pigello', 'none'],
      ['facilitee', 'ok'],
      ['homeq', 'ok'],
      ['casavi', 'ok'],
    ]);
    for (const { id, endpoints, findings } of sources) {
      expect(endpoints.length).toBeGreaterThan(5);
      for (const { calls, status, notChecked, medianMs, bytes } of endpoints) {
        if (notChecked !== null) expect([calls, status, medianMs, bytes]).toEqual([0, null, null, 0]);
        else {
          expect([status, medianMs]).toEqual([200, expect.any(Number)]);
          expect(calls).toBeGreaterThan(0);
          expect(calls).toBeLessThan(7);
        }
      }
      // What it counts is what was asked.
      expect(endpoints.reduce((sum, { calls }) => sum + calls, 0)).toBe(
        sandbox[id as SystemName].requests.length,
      );
      expect(findings.every(({ severity }) => severity === 'note')).toBe(true);
    }
    // casavi answers all comments with their ticket, unless there are many; and no list of it leads to a document.
    const left = sources.flatMap(({ endpoints }) => endpoints.filter((each) => each.notChecked !== null));
    expect(left.map(({ name, notChecked }) => [name, notChecked])).toEqual([
      ['comments', 'nothing that was read has to be asked for there'],
      ['document', 'no Document at hand can be asked for there'],
    ]);
    const notes = sources.flatMap(({ findings }) => findings.filter((each) => each.code === 'NOT_CHECKED'));
    expect(notes.map(({ endpoint }) => endpoint)).toEqual([
      '/tickets/{ticketId}/comments',
      '/documents/{documentId}',
    ]);
  });

  it('says what pages are counted from', async () => {
    const { sources } = await examined(configFor(sandbox));
    const paging = (id: SystemName, endpoint: string): string | null | undefined =>
      sources.find((each) => each.id === id)?.endpoints.find(({ name }) => name === endpoint)?.paging;
    expect(paging('pigello', 'tenant')).toBe('_page from 1');
    expect(paging('facilitee', 'owners')).toBe('pageNo from 1');
    expect(paging('homeq', 'inventory')).toBe('offset from 0');
    expect(paging('homeq', 'agreements')).toBe('page from 1');
    expect(paging('casavi', 'contacts')).toBe('page from 0');
    expect(paging('casavi', 'property')).toBeNull();
  });

  it('prints a table for each source, and notes below, without a value of any record', async () => {
    const config = configFor(sandbox);
    const { code, printed, complained } = await gatehouse(['doctor', '--config', config]);
    expect([code, complained]).toEqual([0, '']);
    for (const id of ids)
      expect(printed).toMatch(new RegExp(`^${id} \\(${id.toUpperCase()}\\) at http://127`, 'm'));
    expect(printed).toMatch(/^contacts +\/contacts +200 +\d+ +\d+ +\d+ +\d+ +page from 0$/m);
    expect(printed).toMatch(/^note NOT_CHECKED {2}\/documents\/\{documentId\}: .*\n {4}cure: /m);
    expect(printed).not.toMatch(/sandbox-|\?|Bearer|JWT|eyJ/);
    const { persons, buildings } = sandbox.portfolio;
    for (const { email } of persons) if (email !== null) expect(printed).not.toContain(email);
    for (const { name } of buildings) expect(printed).not.toContain(name);
  });

  it('asks only the sources that are named', async () => {
    sandbox.reset();
    const { sources } = await examined(configFor(sandbox), '--source', 'homeq', '--source', 'casavi');
    expect(sources.map(({ id }) => id)).toEqual(['homeq', 'casavi']);
    expect(sandbox.pigello.requests).toEqual([]);
  });

  it('has one form in JSON', async () => {
    const { sources } = await examined(configFor(sandbox), '--source', 'casavi');
    expect(sources).toHaveLength(1);
    const [{ endpoints, findings, ...source } = {} as SourceReport] = sources;
    expect(source).toEqual({
      id: 'casavi',
      provider: 'CASAVI',
      baseUrl: sandbox.casavi.url,
      ok: true,
      login: 'ok',
    });
    expect(endpoints[0]).toEqual({
      name: 'authenticate',
      path: '/authenticate',
      provenance: 'document',
      status: 200,
      calls: 1,
      medianMs: expect.any(Number),
      slowestMs: expect.any(Number),
      bytes: expect.any(Number),
      paging: null,
      notChecked: null,
    });
    for (const finding of findings) {
      expect(Object.keys(finding).sort()).toEqual(['code', 'cure', 'endpoint', 'message', 'severity']);
    }
  });

  it('runs as a program, and ends by itself', async () => {
    const program = runProgram(
      fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)),
      ['doctor', '--source', 'homeq', '--config', configFor(sandbox)],
      { cwd: folder, environment: {} },
    );
    expect(await program.ended).toBe(0);
    expect(program.printed()).toMatch(/^homeq \(HOMEQ\) at .*: all is well$/m);
  });
});

describe('gatehouse doctor, where five things are wrong', () => {
  beforeAll(() => start({ clockSkewMs: { homeq: -95_000 } }));
  afterAll(() => sandbox.close());

  it('names all five, each with its cure', async () => {
    const { casavi, homeq, pigello, facilitee } = sandbox;
    // 2. An endpoint that is elsewhere.
    casavi.fail('/staff/{contactId}', { status: 404, body: { message: 'Not found.' } });
    // 4. A member of another type in every record.
    pigello.fail('/accounts/users/customer/tenant/list/', {
      change: (body) => {
        const { data, ...others } = body as { readonly data: readonly object[] };
        return { ...others, data: data.map((row) => ({ ...row, email: { work: 'person@example.com' } })) };
      },
    });
    // 5. A list that answers its first page whatever page is asked for.
    let first: unknown;
    casavi.fail('/contacts', {
      change: (body, { query }) => (query.has('page') ? first : (first = body)),
    });
    const config = configFor(sandbox, {
      // 1. A secret that is wrong. 3. is the clock of homeq.
      facilitee: { credentials: { ...facilitee.credentials, clientSecret: 'swordfish' } },
    });
    const { code, ok, printed, sources, find } = await examined(config);
    expect([code, ok]).toEqual([1, false]);
    expect(sources.map((each) => [each.id, each.ok, each.login])).toEqual([
      ['pigello', false, 'none'],
      ['facilitee', false, 'failed'],
      ['homeq', true, 'ok'],
      ['casavi', false, 'ok'],
    ]);
    expect(find('facilitee', 'LOGIN')).toEqual({
      severity: 'error',
      code: 'LOGIN',
      endpoint: '/api/connect/token',
      message: expect.stringMatching(/^the credentials were refused \(40\d\) by POST \/api\/connect\/token$/),
      cure: 'Check credentials.clientId (FACILITEE_CLIENT_ID) and credentials.clientSecret (FACILITEE_CLIENT_SECRET).',
    });
    // One try: vendors lock accounts.
    expect(facilitee.requests).toHaveLength(1);
    expect(find('casavi', 'NOT_FOUND')).toMatchObject({ severity: 'error', endpoint: '/staff/{contactId}' });
    expect(find('casavi', 'NOT_FOUND')?.cure).toMatch(/The path is inferred, .* `paths\.staffMember`/);
    expect(find('homeq', 'CLOCK')).toMatchObject({ severity: 'warning', endpoint: null });
    expect(find('homeq', 'CLOCK')?.message).toMatch(/is 9[4-6] s behind/);
    expect(find('pigello', 'SHAPE')).toMatchObject({
      severity: 'error',
      endpoint: '/accounts/users/customer/tenant/list/',
    });
    expect(find('pigello', 'SHAPE')?.message).toMatch(
      /^tenant\.email is of another type .* every one of \d+/,
    );
    expect(find('casavi', 'PAGING')).toMatchObject({
      severity: 'error',
      endpoint: '/contacts',
      message: expect.stringMatching(/^the same rows stand on two pages/),
    });
    // And nothing else is wrong.
    const wrong = sources.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'note'));
    expect(wrong).toHaveLength(5);
    expect(printed).not.toMatch(/swordfish|person@example/);
    expect(homeq.requests.length).toBeGreaterThan(5);
  });

  it('tells them to people, too', async () => {
    const config = configFor(sandbox, {
      facilitee: { credentials: { ...sandbox.facilitee.credentials, clientSecret: 'swordfish' } },
    });
    const { code, printed } = await gatehouse(['doctor', '--config', config]);
    expect(code).toBe(1);
    for (const expected of [
      /^error LOGIN {2}.*\n {4}cure: Check credentials\.clientId/m,
      /^error NOT_FOUND {2}.*\/staff\/\{contactId\}.*\n {4}cure: /m,
      /^warning CLOCK {2}.*\n {4}cure: Check the clock/m,
      /^error SHAPE {2}\/accounts\/users\/customer\/tenant\/list\/: tenant\.email .*\n {4}cure: /m,
      /^error PAGING {2}\/contacts: .*\n {4}cure: /m,
      /^staffMember .* NOT_FOUND$/m,
    ]) {
      expect(printed).toMatch(expected);
    }
  });
});

describe('what else may be wrong', () => {
  beforeAll(() => start({ settings: { casavi: { pageBase: 1 } } }));
  afterEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  const wrong = async (id: SystemName, own: Own = {}, ...args: readonly string[]) => {
    const { sources, ...others } = await examined(configFor(sandbox, own), '--source', id, ...args);
    const [source] = sources;
    return {
      ...others,
      source: source!,
      findings: source!.findings.filter((each) => each.severity !== 'note'),
    };
  };

  it('learns where casavi counts from', async () => {
    const { source, findings } = await wrong('casavi');
    expect(findings).toEqual([]);
    expect(source.endpoints.find(({ name }) => name === 'contacts')?.paging).toBe('page from 1');
  });

  it('a base URL that leads to a page for people', async () => {
    const html = { headers: { 'content-type': 'text/html' }, bytes: Buffer.from('<!doctype html><p>Log in') };
    sandbox.pigello.fail('*', { replace: html });
    const { code, findings } = await wrong('pigello');
    expect(code).toBe(1);
    expect(findings.length).toBeGreaterThan(3);
    for (const { code: found, cure } of findings)
      expect([found, cure]).toEqual(['CONTENT', expect.stringMatching(/check baseUrl/)]);
  });

  it('answers that lead elsewhere', async () => {
    sandbox.homeq.fail('*', { status: 301, headers: { location: 'https://elsewhere.example/' } });
    const { findings } = await wrong('homeq');
    expect(findings).toMatchObject([{ code: 'CONTENT', endpoint: '/api/v2/tokens/' }]);
  });

  it('secrets that every endpoint refuses, where there is no login', async () => {
    const { pigello } = sandbox;
    const { findings, source } = await wrong('pigello', {
      pigello: { credentials: { ...pigello.credentials, clientSecret: 'swordfish' } },
    });
    expect(findings).toMatchObject([
      { code: 'LOGIN', endpoint: null, cure: expect.stringMatching(/PIGELLO_CLIENT_SECRET/) },
    ]);
    expect(source.ok).toBe(false);
  });

  it('an account without the right to one endpoint', async () => {
    sandbox.homeq.fail('/api/v1/agreements/', { status: 403, body: {} });
    const { findings } = await wrong('homeq');
    expect(findings).toMatchObject([
      { severity: 'error', code: 'FORBIDDEN', endpoint: '/api/v1/agreements/' },
    ]);
  });

  it('a path that was set, and is wrong', async () => {
    const { findings } = await wrong('facilitee', {
      facilitee: { paths: { issues: '/api/public/tickets' } },
    });
    expect(findings).toMatchObject([
      {
        code: 'NOT_FOUND',
        endpoint: '/api/public/tickets',
        cure: expect.stringMatching(/`paths\.issues` .* correct it/),
      },
    ]);
  });

  it('an envelope that is not known, and words that no table translates', async () => {
    sandbox.casavi.fail('/staff', { change: (rows) => ({ weird: { rows } }) });
    sandbox.casavi.fail('/tickets', {
      change: (rows) => (rows as readonly object[]).map((row) => ({ ...row, status: 'LIMBO' })),
    });
    const { findings, printed } = await wrong('casavi');
    expect(findings).toMatchObject([
      { severity: 'error', code: 'ENVELOPE', endpoint: '/staff' },
      { severity: 'warning', code: 'SHAPE', endpoint: '/tickets' },
    ]);
    expect(printed).not.toMatch(/LIMBO/);
  });

  it('pages that are counted from another number', async () => {
    // The first page is asked for as 1, and answered as if that were the second.
    sandbox.facilitee.fail('/api/public/Properties', {
      change: (body, { query }) => {
        const { items } = body as { readonly items: readonly object[] };
        return { ...(body as object), items: query.get('pageNo') === '1' ? [] : items };
      },
    });
    const { findings } = await wrong('facilitee');
    expect(findings).toMatchObject([
      {
        code: 'PAGING',
        endpoint: '/api/public/Properties',
        message: expect.stringMatching(/first page is empty/),
      },
    ]);
  });

  it('answers that never come', async () => {
    sandbox.homeq.fail('/api/v1/employees', { hang: true });
    const { findings } = await wrong('homeq', { homeq: { limits: { ...limits, callTimeout: 300 } } });
    expect(findings).toMatchObject([
      {
        severity: 'error',
        code: 'LATENCY',
        endpoint: '/api/v1/employees',
        cure: expect.stringMatching(/limits\.callTimeout/),
      },
    ]);
  });

  it('answers that take long, and more than there is time for', async () => {
    sandbox.homeq.fail('/api/v1/employees', { delayMs: 2_050 });
    const { code, findings } = await wrong('homeq');
    expect(findings).toMatchObject([{ severity: 'warning', code: 'LATENCY', endpoint: '/api/v1/employees' }]);
    expect(code).toBe(0);
    const config = sandboxSources(sandbox).find(({ settings }) => settings.id === 'homeq')!;
    const { findings: found, login } = await examine(config, { time: 1_500 });
    expect(login).toBe('ok');
    expect(found.map((each) => [each.severity, each.code])).toEqual([
      ['error', 'TIME'],
      ['note', 'NOT_CHECKED'],
    ]);
  });

  it('calls that go right when they are made again: a warning, and an error where that is wanted', async () => {
    sandbox.homeq.fail('/api/v1/employees', { status: 429, times: 1 });
    const { code, findings } = await wrong('homeq');
    expect(findings).toMatchObject([{ severity: 'warning', code: 'RATE', endpoint: '/api/v1/employees' }]);
    expect(code).toBe(0);
    sandbox.reset();
    sandbox.homeq.fail('/api/v1/employees', { status: 503, times: 1 });
    const strict = await wrong('homeq', {}, '--strict');
    expect(strict.findings).toMatchObject([{ severity: 'warning', code: 'STATUS' }]);
    expect([strict.code, strict.ok]).toEqual([1, false]);
  });

  it('connections that break off', async () => {
    sandbox.homeq.fail('/api/v1/employees', { reset: true });
    const { findings } = await wrong('homeq');
    expect(findings).toMatchObject([
      { severity: 'error', code: 'UNREACHABLE', endpoint: '/api/v1/employees' },
    ]);
  });

  it('a host that is not there: nothing is asked, and that is told once', async () => {
    await sandbox.homeq.stop();
    const { code, source } = await wrong('homeq');
    await sandbox.homeq.start();
    expect(code).toBe(1);
    expect(source).toMatchObject({ ok: false, login: 'not tried' });
    expect(source.findings).toMatchObject([
      { severity: 'error', code: 'UNREACHABLE', endpoint: null },
      { severity: 'note', code: 'NOT_CHECKED', endpoint: null },
    ]);
  });
});

describe('what is wrong with the command line', () => {
  const casavi = { CASAVI_KEY: 'key', CASAVI_SECRET: 'swordfish' };

  it.each<[string, readonly string[], Record<string, string>, RegExp]>([
    ['no source', ['doctor'], {}, /^No source is configured: .*docs\/config\.md/],
    [
      'an unknown source',
      ['doctor', '--source', 'x'],
      casavi,
      /^--source: no source is named x; there are casavi\./,
    ],
    ['a file', ['doctor', 'a.graphql'], casavi, /^doctor takes nothing but options; leave out a\.graphql\./],
    [
      'a flag of the other command',
      ['doctor', '--calls'],
      casavi,
      /^doctor takes no --calls; leave it out\./,
    ],
    [
      'a half configured source',
      ['doctor'],
      { CASAVI_KEY: 'swordfish' },
      /^The source CASAVI is half configured/,
    ],
  ])('%s: told, with exit code 2 and no secret', async (_, args, environment, message) => {
    const { code, printed, complained } = await gatehouse(args, environment);
    expect([code, printed]).toEqual([2, '']);
    expect(complained).toMatch(message);
    expect(complained).not.toMatch(/swordfish|\n\s+at /);
  });

  it('stands in the usage', async () => {
    const { code, printed } = await gatehouse(['doctor', '--help']);
    expect(code).toBe(0);
    expect(printed).toMatch(/^Usage: gatehouse doctor /);
    for (const { name } of providers) expect(printed).not.toContain(name);
  });
});
