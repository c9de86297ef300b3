import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { casaviTruth } from '../../resolvers/casavi/sandbox.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox.js';
import type { SystemName } from '../../src/sandbox/index.js';
import {
  startTestGateway,
  type Answer,
  type GraphQLFault,
  type TestGateway,
  type TestGatewayOptions,
} from '../support/gateway.js';
import { runProgram, type Program } from '../support/program.js';

/** `extensions.upstream`: what an operation asked of the sources, and what it would ask. */

const sources: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];
const log = { headers: { 'gatehouse-upstream': 'log' } };
const dryRun = { headers: { 'gatehouse-upstream': 'dry-run' } };

interface Totals {
  readonly calls: number;
  readonly waves: number;
  readonly logins: number;
  readonly cached: number;
  readonly shared: number;
  readonly failed: number;
  readonly bytes: number;
}

interface Log {
  readonly mode: 'log';
  readonly total: Totals;
  readonly sources: readonly (Totals & { readonly source: string })[];
  readonly calls: readonly {
    readonly source: string;
    readonly method: string;
    readonly path: string;
    readonly login: boolean;
    readonly wave: number;
    readonly keys: number | null;
    readonly startMs: number;
    readonly durationMs: number | null;
    readonly status: number | null;
    readonly bytes: number;
    readonly cached: boolean;
    readonly shared: boolean;
  }[];
}

interface DryRun {
  readonly mode: 'dry-run';
  readonly total: { readonly calls: number; readonly waves: number };
  readonly sources: readonly {
    readonly source: string;
    readonly calls: number;
    readonly waves: number;
    readonly formula: string;
  }[];
  readonly calls: readonly {
    readonly source: string;
    readonly method: string;
    readonly path: string;
    readonly field: string;
    readonly calls: number;
    readonly formula: string;
  }[];
  readonly assumed: readonly { readonly field: string; readonly size: number }[];
}

let gateway: TestGateway;
const start = async (options: TestGatewayOptions = {}): Promise<void> => {
  gateway = await startTestGateway(options);
};
/** One gateway for all tests of a group; what they did to the sandbox is undone. */
const share = (options: TestGatewayOptions = {}): void => {
  beforeAll(() => start(options));
  afterEach(() => gateway.sandbox.reset());
  afterAll(() => gateway.close());
};

const upstream = <U extends Log | DryRun>({
  extensions,
}: {
  readonly extensions: Readonly<Record<string, unknown>>;
}): U => extensions['upstream'] as U;
/** Requests that reached the sandbox, by source. */
const requests = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    sources
      .map((source) => [source, gateway.sandbox[source].requests.length])
      .filter(([, made]) => made !== 0),
  );
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const overview = `{
  buildings(first: 100) { nodes { name units(first: 3) { nodes { number } } } }
  persons(first: 5) { nodes { displayName } }
}`;

describe('the log of calls', () => {
  describe('of a query that asks all sources', () => {
    share();
    let answer: Answer<unknown>;
    let shown: Log;
    let received: Readonly<Record<string, number>>;
    beforeAll(async () => {
      answer = await gateway.query<unknown>(overview, {}, log);
      shown = upstream(answer);
      received = requests();
    });

    it('shows every call, with what it took and what it brought', () => {
      expect([shown.mode, answer.errors]).toEqual(['log', []]);
      const made = sources.map((source) => [
        source,
        shown.calls.filter((call) => call.source === source).length,
      ]);
      expect(Object.fromEntries(made)).toEqual(received);
      for (const call of shown.calls) {
        expect(call).toEqual({
          source: expect.toBeOneOf([...sources]) as string,
          method: expect.toBeOneOf(['GET', 'POST']) as string,
          path: expect.stringMatching(/^\/[\w/{}-]+$/) as string,
          login: expect.any(Boolean) as boolean,
          wave: expect.any(Number) as number,
          keys: call.keys === null ? null : (expect.any(Number) as number),
          startMs: expect.any(Number) as number,
          durationMs: expect.any(Number) as number,
          status: 200,
          bytes: expect.any(Number) as number,
          cached: false,
          shared: false,
        });
        expect(call.bytes).toBeGreaterThan(0);
      }
      // In the order in which they were made.
      const starts = shown.calls.map(({ startMs }) => startMs);
      expect(starts).toEqual([...starts].sort((one, other) => one - other));
    });

    it('says how many keys went into one call', () => {
      const keysOf = (path: string) =>
        shown.calls.filter((call) => call.path === path).map(({ keys }) => keys);
      // The units of 19 buildings at once, those of each property alone, and a page of a list.
      expect(keysOf('/objects/spaces/spaces/apartment/list/')).toEqual([19]);
      expect(new Set(keysOf('/properties/{propertyId}/units'))).toEqual(new Set([1]));
      expect(keysOf('/accounts/users/customer/tenant/list/')).toEqual([null]);
    });

    it('adds up by source and over all, logins apart', async () => {
      const { total, calls, sources: bySource } = shown;
      const totalsOf = (of: Log['calls']): Totals => ({
        calls: of.filter(({ login }) => !login).length,
        waves: Math.max(0, ...of.map(({ wave }) => wave)),
        logins: of.filter(({ login }) => login).length,
        cached: 0,
        shared: 0,
        failed: 0,
        bytes: sum(of.map(({ bytes }) => bytes)),
      });
      expect(total).toEqual(totalsOf(calls));
      for (const { source, ...totals } of bySource)
        expect(totals).toEqual(totalsOf(calls.filter((call) => call.source === source)));
      expect(answer)
        .toCall(Object.fromEntries(bySource.map(({ source, calls: made }) => [source, made])))
        .inWaves(total.waves);
      // Pigello is asked with a secret in each call, the others hand out tokens: those are in no wave.
      const logins = calls.filter(({ login }) => login);
      expect(logins.map(({ source }) => source).sort()).toEqual(['casavi', 'facilitee', 'homeq']);
      expect(logins.map(({ wave }) => wave)).toEqual([0, 0, 0]);
      expect(upstream<Log>(await gateway.query(overview, {}, log)).total.logins).toBe(0);
    });
  });

  describe('of a query that fails', () => {
    afterEach(() => gateway.close());

    it('shows what failed: a status that is none of success, and a call that brought no answer', async () => {
      await start({ settings: { casavi: { limits: { callTimeout: 150 } } } });
      gateway.sandbox.facilitee.fail('/api/public/Properties', { status: 503 });
      gateway.sandbox.homeq.fail('*', { status: 429, headers: { 'retry-after': '7' } });
      gateway.sandbox.casavi.fail('/properties', { hang: true });
      const answer = await gateway.query<{ buildings: { nodes: readonly unknown[] } }>(
        '{ buildings(first: 100) { nodes { name } } }',
        {},
        log,
      );
      expect(answer.data.buildings.nodes).toHaveLength(19);
      expect(answer.errors).toHaveLength(3);
      const { calls, sources: bySource } = upstream<Log>(answer);
      const shown = calls.map(({ source, login, status, bytes }) => ({
        source,
        login,
        status,
        answered: bytes > 0,
      }));
      expect(shown).toContainEqual({ source: 'pigello', login: false, status: 200, answered: true });
      expect(shown).toContainEqual({
        source: 'facilitee',
        login: false,
        status: 503,
        answered: expect.any(Boolean) as boolean,
      });
      expect(shown).toContainEqual({
        source: 'homeq',
        login: true,
        status: 429,
        answered: expect.any(Boolean) as boolean,
      });
      expect(shown).toContainEqual({ source: 'casavi', login: false, status: null, answered: false });
      const failed = (source: string) => bySource.find((each) => each.source === source)?.failed;
      // A 503 is asked for three times; a timeout is not asked for again.
      expect(sources.map(failed)).toEqual([0, 3, 0, 1]);
    });

    it('shows what was still under way when the time of the operation was over', async () => {
      await start({ only: ['pigello'], operationTime: 300 });
      gateway.sandbox.pigello.fail('*', { hang: true });
      const answer = await gateway.query('{ buildings { nodes { name } } }', {}, log);
      expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(['UPSTREAM_TIMEOUT']);
      expect(upstream<Log>(answer)).toMatchObject({
        total: { calls: 1, failed: 1 },
        calls: [{ path: '/objects/structural/building/list/', status: null, bytes: 0 }],
      });
    });
  });
});

describe('the header gatehouse-upstream', () => {
  const query = '{ buildings(first: 1) { nodes { name } } }';
  const ask = async (value?: string) => {
    const headers = value === undefined ? {} : { 'gatehouse-upstream': value };
    return gateway.query(query, {}, { headers });
  };

  describe('where answers show the log', () => {
    share({ only: ['pigello'], upstream: 'log' });

    it('takes it away', async () => {
      expect((await ask()).extensions).toMatchObject({ upstream: { mode: 'log' } });
      expect((await ask('off')).extensions).toEqual({});
    });
  });

  describe('where they do not', () => {
    share({ only: ['pigello'] });

    it('asks for it', async () => {
      expect((await ask()).extensions).toEqual({});
      expect((await ask('off')).extensions).toEqual({});
      expect((await ask('log')).extensions).toMatchObject({ upstream: { mode: 'log' } });
      expect((await ask(' LOG ')).extensions).toMatchObject({ upstream: { mode: 'log' } });
    });

    it.each(['yes', '', 'log, dry-run'])(
      'refuses the value "%s" with the cure, and asks nobody',
      async (value) => {
        const answer = await ask(value);
        expect(answer.status).toBe(400);
        expect(answer.data).toBeUndefined();
        expect(answer.errors).toEqual([
          {
            message:
              'The header gatehouse-upstream has an unknown value; send `log`, `dry-run`, `off`, or leave it out.',
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ]);
        expect(requests()).toEqual({});
      },
    );

    it.each([
      ['a syntax error', { query: '{ buildings(' }],
      ['an unknown field', { query: '{ landlords { id } }' }],
      ['a mutation', { query: 'mutation { pay }' }],
      ['a subscription', { query: 'subscription { rent }' }],
      ['an operation that is not there', { query: 'query A { __typename }', operationName: 'B' }],
      ['two operations, and none is named', { query: 'query A { __typename } query B { __typename }' }],
      ['a variable without a value', { query: 'query ($id: ID!) { node(id: $id) { id } }' }],
    ])('leaves %s as it is', async (_, { query: document, ...more }) => {
      const plain = await gateway.query(document, {}, more);
      expect(plain.errors).toHaveLength(1);
      for (const asked of [log, dryRun]) {
        const answer = await gateway.query(document, {}, { ...more, ...asked });
        expect({ ...answer, extensions: {} }).toEqual(plain);
      }
      expect(requests()).toEqual({});
    });
  });

  describe('where it is not sent', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-upstream-'));
    share();
    let program: Program;
    afterEach(async () => {
      program.process.kill('SIGKILL');
      await program.ended;
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('the log is shown in development; production is tried with its callers (test/config/start.test.ts)', async () => {
      const { url: CASAVI_BASE_URL, credentials } = gateway.sandbox.casavi;
      program = runProgram(fileURLToPath(new URL('../../src/main.ts', import.meta.url)), [], {
        cwd: folder,
        environment: {
          ...{ PORT: '0', CASAVI_BASE_URL, GATEHOUSE_MAX_CALLS: '3' },
          ...{ CASAVI_KEY: credentials.key, CASAVI_SECRET: credentials.secret },
        },
      });
      await expect.poll(program.printed, { timeout: 60_000 }).toMatch(/ready at http/);
      const [, url = ''] = /ready at (http:\/\/127\.0\.0\.1:\d+\/graphql)/.exec(program.printed()) ?? [];
      const post = async (document: string) => {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: document }),
        });
        return (await answer.json()) as { errors?: readonly GraphQLFault[]; extensions?: object };
      };
      expect((await post(query)).extensions).toEqual({
        upstream: expect.objectContaining({ mode: 'log' }) as object,
      });
      const { errors } = await post(
        '{ buildings(first: 3) { nodes { units(first: 3) { nodes { number } } } } }',
      );
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['CALL_LIMIT_EXCEEDED']);
    }, 90_000);
  });
});

describe('the dry run', () => {
  share();

  it('asks nobody, not even for a token', async () => {
    const answer = await gateway.query(overview, {}, dryRun);
    expect([answer.status, answer.data, answer.errors]).toEqual([200, null, []]);
    expect(upstream<DryRun>(answer).total.calls).toBeGreaterThan(0);
    expect(answer.calls).toEqual([]);
    expect(requests()).toEqual({});
  });

  it('gives a number and a formula for each source and field, and they add up', async () => {
    const {
      mode,
      total,
      sources: bySource,
      calls,
    } = upstream<DryRun>(await gateway.query(overview, {}, dryRun));
    expect(mode).toBe('dry-run');
    expect(bySource.map(({ source }) => source)).toEqual(sources);
    expect(total).toEqual({
      calls: sum(bySource.map((each) => each.calls)),
      waves: Math.max(...bySource.map(({ waves }) => waves)),
    });
    for (const each of bySource) {
      const own = calls.filter(({ source }) => source === each.source);
      expect(each.calls).toBe(sum(own.map((call) => call.calls)));
      expect(each.formula).toBe(own.map(({ formula }) => formula).join(' + '));
    }
    for (const call of calls) {
      expect(call).toEqual({
        source: expect.any(String) as string,
        method: 'GET',
        path: expect.stringMatching(/^\/[\w/{}-]+$/) as string,
        field: expect.toBeOneOf(['buildings', 'buildings.nodes.units', 'persons']) as string,
        calls: expect.any(Number) as number,
        formula: expect.stringMatching(/\d/) as string,
      });
    }
    expect(calls).toContainEqual({
      source: 'casavi',
      method: 'GET',
      path: '/properties/{propertyId}/units',
      field: 'buildings.nodes.units',
      calls: 100,
      formula: '100 × 1 page',
    });
  });

  it('is never below what is called then, whether the lists are known or not', async () => {
    for (const known of [false, true]) {
      const bound = upstream<DryRun>(await gateway.query(overview, {}, dryRun));
      const { total, sources: made } = upstream<Log>(await gateway.query(overview, {}, log));
      expect([known, bound.total.waves >= total.waves]).toEqual([known, true]);
      for (const { source, calls } of made)
        expect(bound.sources.find((each) => each.source === source)?.calls, source).toBeGreaterThanOrEqual(
          calls,
        );
    }
  });

  it('reckons with the sizes that the schema gives plain lists, and names them', async () => {
    const { calls, assumed } = upstream<DryRun>(
      await gateway.query(
        '{ leases(first: 10, filter: { providers: [CASAVI] }) { nodes { tenants { displayName } } } }',
        {},
        dryRun,
      ),
    );
    expect(assumed).toEqual([{ field: 'leases.nodes.tenants', size: 4 }]);
    expect(calls).toContainEqual({
      source: 'casavi',
      method: 'GET',
      path: '/contacts/{contactId}',
      field: 'leases.nodes.tenants',
      calls: 40,
      formula: '40 single calls',
    });
  });

  it('tells arguments that cannot be, and reckons the rest', async () => {
    const { data } = await gateway.query<{ buildings: { pageInfo: { endCursor: string } } }>(
      '{ buildings(first: 1) { pageInfo { endCursor } } }',
    );
    gateway.sandbox.reset();
    const answer = await gateway.query(
      `query ($foreign: String) {
        tooMany: units(first: 101) { nodes { id } }
        foreign: leases(after: $foreign) { nodes { id } }
        unit(id: "no-id") { id }
        buildings(first: 1) { nodes { issues(first: 0) { nodes { id } } units(first: 1) { nodes { id } } } }
      }`,
      { foreign: data.buildings.pageInfo.endCursor },
      dryRun,
    );
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual(
      answer.errors.map(() => ({ code: 'BAD_USER_INPUT' })),
    );
    expect(answer.errors.map(({ message }) => message.split(' ').slice(0, 2).join(' '))).toEqual([
      'units: first:',
      'leases: after:',
      'unit: id:',
      'buildings.nodes.issues: first:',
    ]);
    expect(new Set(upstream<DryRun>(answer).calls.map(({ field }) => field))).toEqual(
      new Set(['buildings', 'buildings.nodes.units']),
    );
    expect(requests()).toEqual({});
  });

  it('reckons the operation that is named', async () => {
    const document =
      'query None { sources { id } } query One { units(first: 1, filter: { providers: [PIGELLO] }) { nodes { id } } }';
    for (const [operationName, calls] of [
      ['None', 0],
      ['One', 1],
    ] as const) {
      const answer = await gateway.query(document, {}, { ...dryRun, operationName });
      expect(upstream<DryRun>(answer).total.calls).toBe(calls);
    }
  });

  it('costs nothing for what the gateway knows by itself', async () => {
    const answer = await gateway.query(
      '{ __schema { queryType { name } } __typename sources { id capabilities { type } } }',
      {},
      dryRun,
    );
    expect(upstream<DryRun>(answer)).toEqual({
      mode: 'dry-run',
      total: { calls: 0, waves: 0 },
      sources: [],
      calls: [],
      assumed: [],
    });
  });

  it.each(['persons', 'units', 'leases', 'issues', 'documents'])(
    'is never below what is called then, on any page through the %s of all sources',
    async (list) => {
      const document = `query ($after: String) {
        page: ${list}(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
      }`;
      for (let after: string | undefined, more = true; more;) {
        const bound = upstream<DryRun>(await gateway.query(document, { after }, dryRun));
        const { data, calls }: Answer<{ page: { pageInfo: { hasNextPage: boolean; endCursor: string } } }> =
          await gateway.query(document, { after });
        expect(bound.total.calls).toBeGreaterThanOrEqual(calls.length);
        ({ hasNextPage: more, endCursor: after } = data.page.pageInfo);
      }
    },
    120_000,
  );
});

describe('more calls than an operation may make', () => {
  const query = '{ buildings(first: 3) { nodes { units(first: 3) { nodes { number } } } } }';

  describe('which are three', () => {
    share({ only: ['casavi'], maxCalls: 3 });

    it('are refused before the first, with the estimate', async () => {
      const { status, data, errors } = await gateway.query(query);
      expect([status, data]).toEqual([200, undefined]);
      expect(errors).toEqual([
        {
          message:
            'The operation may make 4 upstream calls, and 3 are allowed; ask for less at once, by smaller `first` or fewer levels.',
          extensions: {
            code: 'CALL_LIMIT_EXCEEDED',
            limit: 3,
            estimate: expect.objectContaining({ mode: 'dry-run', total: { calls: 4, waves: 2 } }) as object,
          },
        },
      ]);
      expect(requests()).toEqual({});
    });

    it('are shown by the dry run, which says that they would be refused', async () => {
      const answer = await gateway.query(query, {}, dryRun);
      expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(['CALL_LIMIT_EXCEEDED']);
      expect(upstream<DryRun>(answer).total).toEqual({ calls: 4, waves: 2 });
      expect(upstream<DryRun>(answer).calls).toHaveLength(2);
    });
  });

  describe('which are as many as it may, or were reckoned to be', () => {
    afterEach(() => gateway.close());

    it('go through', async () => {
      await start({ only: ['casavi'], maxCalls: 4 });
      const answer = await gateway.query(query);
      expect(answer.errors).toEqual([]);
      expect(answer).toCall({ casavi: 4 }).inWaves(2);
    });

    it('are cut off where lists have grown since they were last seen', async () => {
      await start({ only: ['facilitee'], maxCalls: 3 });
      const { facilitee } = gateway.sandbox;
      const row = { id: Number(faciliteeTruth(gateway.sandbox.portfolio).buildings[0]?.id) };
      facilitee.fail('/api/public/Properties', {
        body: { numberOfPages: 1, totalItems: 1, pageSize: 100, currentPage: 1, items: [row] },
        status: 200,
      });
      const units = '{ units(first: 100) { nodes { number } sources { status } } }';
      const warm = await gateway.query(
        '{ buildings(first: 1) { nodes { units(first: 100) { nodes { id } } } } }',
      );
      expect(warm.errors).toEqual([]);
      facilitee.reset();
      const bound = upstream<DryRun>(await gateway.query(units, {}, dryRun));
      expect(bound.total.calls).toBeLessThanOrEqual(3);
      const { errors, data } = await gateway.query<{ units: { sources: readonly unknown[] } }>(units);
      expect(errors).toMatchObject([
        {
          path: ['units'],
          extensions: { code: 'CALL_LIMIT_EXCEEDED', source: 'facilitee', retryable: false },
        },
      ]);
      expect(data.units.sources).toEqual([{ status: 'FAILED' }]);
      expect(facilitee.requests.length).toBeLessThanOrEqual(3);
    });
  });
});

/** Whoever may see the plan of a query need not be one who may see its data. */
describe('what is personal', () => {
  const document = `query ($ids: [ID!]!, $unit: ID!, $building: [ID!], $number: [String!], $search: String) {
    nodes(ids: $ids) { ... on Person { displayName email leases(first: 2) { nodes { number } } } ... on Unit { number } }
    unit(id: $unit) { number issues(first: 2) { nodes { title reporter { displayName } } } }
    issues(first: 5, filter: { building: $building }) { nodes { title } }
    buildings(first: 5, filter: { externalId: $number }) { nodes { name address { line1 } } }
    persons(first: 5, filter: { search: $search }) { nodes { displayName } }
  }`;

  share();

  it('stands in neither of them: no id, no value of the query, nothing of a record', async () => {
    const { portfolio } = gateway.sandbox;
    const truths = [pigelloTruth, faciliteeTruth, homeqTruth, casaviTruth].map((truth) => truth(portfolio));
    const { data: some } = await gateway.query<
      Record<string, { nodes: readonly { id: string; source: { remoteId: string } }[] }>
    >(
      `{ ${sources
        .flatMap((source) =>
          ['persons', 'units', 'buildings'].map(
            (list) =>
              `${source}_${list}: ${list}(first: 3, filter: { sources: ["${source}"] }) { nodes { id source { remoteId } } }`,
          ),
        )
        .join(' ')} }`,
    );
    const nodes = Object.values(some).flatMap((page) => page.nodes);
    const person = truths[0]?.persons.find(({ email, lastName }) => email !== null && lastName !== null);
    const variables = {
      ids: nodes.map(({ id }) => id),
      unit: some['casavi_units']?.nodes[0]?.id,
      building: some['casavi_buildings']?.nodes.map(({ id }) => id),
      number: ['H-1003'],
      search: person?.email,
    };

    const shown = [
      await gateway.query(document, variables, dryRun),
      await gateway.query(document, variables, log),
    ];
    const words = new Set(
      shown.flatMap((answer) => {
        expect(answer.errors).toEqual([]);
        return textsIn(upstream(answer)).flatMap((text) => text.split(/[/ .⌈⌉]/));
      }),
    );
    expect(words.size).toBeGreaterThan(20);
    const values = [
      ...nodes.flatMap(({ id, source }) => [id, source.remoteId, ...source.remoteId.split(':')]),
      ...[variables.search ?? '', 'H-1003', person?.lastName ?? ''],
      ...truths.flatMap(({ persons, issues, buildings, units, leases, documents }) => [
        ...persons.flatMap(({ firstName, lastName, companyName, email }) => [
          firstName,
          lastName,
          companyName,
          email,
        ]),
        ...issues.map(({ title }) => title),
        ...[buildings, units, persons, leases, issues, documents].flat().map(({ id }) => id),
        ...buildings.flatMap(({ name, externalId }) => [name, externalId]),
      ]),
      ...portfolio.persons.flatMap(({ phone, email }) => [phone, email]),
    ].filter((value) => value !== null && value !== '');
    expect(values.filter((value) => words.has(value as string))).toEqual([]);
    const whole = JSON.stringify(shown.map(upstream));
    // Short ones may stand in a number of bytes.
    expect(values.filter((value) => (value?.length ?? 0) > 8 && whole.includes(value as string))).toEqual([]);
  });

  /** All texts in a value, names of members included; of formulas the words, since any number may stand there. */
  function textsIn(value: unknown): readonly string[] {
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap(textsIn);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, member]) => [
      name,
      ...(name === 'formula' ? [String(member).replaceAll(/\d+/g, '')] : textsIn(member)),
    ]);
  }
});
