import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { serverVariables } from '../../src/config/server-variables.js';
import { createDocumentLinks } from '../../src/documents/link.js';
import { parseGlobalId } from '../../src/domain/global-id.js';
import { moveScans } from '../documents/support.js';
import { argumentsOf, everythingAt, everythingOf, roots, typeOf } from './everything.js';
import { cursorKey, startStage, systems, type Asker, type Question, type Stage } from './marked-stage.js';
import {
  answered,
  brokenFiles,
  changes,
  faults,
  requests,
  wrongAddresses,
  wrongConfigurations,
} from './marked-values.table.js';
import { found, mark, markName, recordKinds, scopeOf } from './marks.js';
import { apiKey, send, startProduction } from './production.js';

/**
 * Marked values go in by every way that there is, and whatever comes out is searched for them: answers by the stage, as they
 * come; the log, traces and metrics at the end.
 */

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-marks-'));
afterAll(() => rmSync(folder, { recursive: true }));
let stage: Stage;
beforeAll(async () => {
  stage = await startStage(folder);
  return () => stage.close();
}, 40_000);
afterEach(() => stage.heal());

const lists = roots.filter((field) => argumentsOf(field).has('first'));
const singles = roots.filter((field) => argumentsOf(field).has('id') && typeOf(field) !== 'Node');

interface Page {
  readonly nodes: readonly { readonly id: string }[];
}

/** Ids that lists gave, by type. */
const ids = new Map<string, string[]>();
const askers: readonly Asker[] = ['all', 'none'];

describe('what records hold', () => {
  it.each(lists)('is shown by $name to those who may see it', async (field) => {
    const args = '(first: 2, filter: { sources: $sources })';
    const document = `query ($sources: [ID!]) { ${everythingAt(field, args, 0)} }`;
    for (const as of askers) {
      const told = await Promise.all(
        systems.map((system) => stage.ask(document, { sources: [system] }, { as })),
      );
      for (const { data, errors } of told) {
        const codes = new Set(errors.map(({ extensions }) => extensions['code']));
        expect([...codes]).toEqual(as === 'none' && codes.size > 0 ? ['FORBIDDEN'] : []);
        const { nodes } = (data as Readonly<Record<string, Page>>)[field.name] ?? { nodes: [] };
        ids.set(typeOf(field), [...(ids.get(typeOf(field)) ?? []), ...nodes.map(({ id }) => id)]);
      }
    }
  });

  it.each(singles)('is shown by $name to those who may see it', async (field) => {
    // Of the last source that has some: it tells most.
    const id = ids.get(typeOf(field))?.at(-1);
    for (const as of askers) {
      const { data } = await stage.ask(
        `query ($id: ID!) { ${everythingAt(field, '(id: $id)', 1)} }`,
        { id },
        { as },
      );
      expect(data).toMatchObject({ [field.name]: { id } });
    }
  });

  it('is shown by node, nodes and sources', async () => {
    for (const as of askers) {
      for (const [type, [id = '', ...others]] of ids) {
        const selection = `{ ... on ${type} { ${everythingOf(type, 0)} } }`;
        const { data } = await stage.ask(
          `query ($id: ID!, $ids: [ID!]!) { node(id: $id) ${selection} nodes(ids: $ids) ${selection} }`,
          { id, ids: [id, ...others].slice(0, 4) },
          { as },
        );
        // A thing that several records are is no record.
        if (parseGlobalId(id) !== null) expect(data).toMatchObject({ node: { id } });
      }
      const sources = roots.find(({ name }) => name === 'sources');
      expect(sources).toBeDefined();
      if (sources !== undefined) await stage.ask(`{ ${everythingAt(sources, '', 0)} }`, {}, { as });
    }
  });

  it('leaves out no root field, and no kind of datum', () => {
    const asked = [...lists, ...singles].map(({ name }) => name);
    expect(roots.map(({ name }) => name).filter((name) => !asked.includes(name))).toEqual([
      'node',
      'nodes',
      'sources',
    ]);
    // With all scopes each of them was seen: that it was not without them means something.
    expect([...recordKinds, ...Object.keys(scopeOf)].filter((kind) => !stage.shown.has(kind))).toEqual([]);
  });
});

type Row = (typeof requests)[string];

async function sendRow(row: Row): Promise<{ readonly status: number; readonly errors: readonly object[] }> {
  const question: Question = typeof row === 'function' ? await row(stage) : row;
  return stage.send(question);
}

describe('what a request holds', () => {
  it.each(Object.entries(requests))('%s', async (_, row) => {
    const { status, errors } = await sendRow(row);
    expect(errors.length > 0 || status === 204).toBe(true);
  });

  it.each(Object.entries(answered))('%s', async (_, row) => {
    const { status, errors } = await sendRow(row);
    expect([status, errors]).toEqual([200, []]);
  });

  it('goes to providers where it has to', () => {
    const asked = systems.flatMap((name) =>
      stage.sandbox[name].requests.map(({ path, query }) => `${path}?${query.toString()}`),
    );
    expect([...found(asked.join(' '))]).toEqual(expect.arrayContaining(['filter', 'id', 'reference']));
  });
});

const struckQuery = `query ($id: ID!) {
  ${['buildings', 'persons', 'documents', 'linkedBuildings'].map((list) => `${list}(first: 5) { nodes { id } totalCount sources { sourceId status error { code message } } }`).join(' ')}
  node(id: $id) { id }
  sources { id drift { record field kind } }
}`;

async function askStruck(): Promise<readonly object[]> {
  const id = ids.get('Building')?.[0];
  const logged = { 'gatehouse-upstream': 'log' };
  return (await stage.ask(struckQuery, { id }, { headers: logged })).errors;
}

describe('what a provider answers', () => {
  it.each(Object.entries(faults))('%s', async (_, fault) => {
    for (const name of systems) stage.sandbox[name].fail('*', fault);
    const errors = await askStruck();
    expect(errors.length).toBeGreaterThan(0);
  });

  it('late, or never', async () => {
    stage.sandbox.pigello.fail('*', { hang: true });
    stage.sandbox.casavi.fail('*', { stall: true });
    const { errors } = await stage.ask('{ buildings(first: 1) { totalCount } }');
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual([
      'UPSTREAM_TIMEOUT',
      'UPSTREAM_TIMEOUT',
    ]);
  });

  it.each(Object.entries(changes))('with %s', async (_, change) => {
    const changed = (value: unknown, member: string): unknown => {
      if (Array.isArray(value)) return value.map((each) => changed(each, member));
      if (typeof value !== 'object' || value === null) return change(value, member);
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, name)]));
    };
    for (const name of systems)
      stage.sandbox[name].fail(({ method }) => method !== 'POST', { change: (body) => changed(body, '') });
    await stage.ask(`{ ${lists.map((field) => everythingAt(field, '(first: 10)', 0)).join(' ')} }`);
  });

  it('is told as drift', async () => {
    const { data } = await stage.ask('{ sources { id drift { record field kind } } }');
    const { sources } = data as { readonly sources: readonly { readonly drift: readonly object[] }[] };
    expect(sources.every(({ drift }) => drift.length > 0)).toBe(true);
  });
});

describe('files of documents', () => {
  const kinds = {
    pigello: '{ sources: ["pigello"], kind: [LEASE_CONTRACT] }',
    'a bundle': '{ sources: ["pigello"], kind: [SIGNED_CONTRACT_BUNDLE] }',
    facilitee: '{ sources: ["facilitee"] }',
    homeq: '{ sources: ["homeq"] }',
    casavi: '{ sources: ["casavi"] }',
  };
  /** Links that do not end before the tests do. */
  const links: Record<string, string> = {};

  async function linkOf(filter: string): Promise<string> {
    const { data } = await stage.ask(`{ documents(first: 5, filter: ${filter}) { nodes { url } } }`);
    const { nodes } = (
      data as { readonly documents: { readonly nodes: readonly { readonly url: string }[] } }
    ).documents;
    expect(nodes).not.toEqual([]);
    return nodes[0]?.url ?? '';
  }

  it.each(Object.entries(kinds))('of %s', async (name, filter) => {
    const path = (links[name] = await linkOf(filter));
    for (const method of ['GET', 'HEAD'] as const) {
      const { status } = await stage.send({ as: 'nobody', method, path });
      expect(status).toBe(200);
    }
  });

  it.each(Object.entries(brokenFiles))('with %s', async (_, fault) => {
    for (const name of systems) stage.sandbox[name].fail(({ path }) => /file|attachment/i.test(path), fault);
    const told = await Promise.all(
      Object.values(links).map((path) => stage.send({ as: 'nobody', method: 'GET', path })),
    );
    expect(told.some(({ errors }) => errors.length > 0)).toBe(true);
  });

  it.each(wrongAddresses)('at %s', async (address) => {
    moveScans(stage, address);
    // As it was when it was made: a link names the document alone.
    const { errors } = await stage.send({ as: 'nobody', method: 'GET', path: links['pigello'] ?? '' });
    expect(errors).toHaveLength(1);
  });

  it('by links that cannot be followed', async () => {
    const document = parseGlobalId(ids.get('Document')?.[0] ?? '');
    const ended = createDocumentLinks({ keys: [cursorKey], lifetime: -10 });
    const gone = createDocumentLinks({ keys: [cursorKey], lifetime: 60 });
    const caller = mark('subject');
    for (const [path, status] of [
      [`/documents/${mark('link')}`, 403],
      [`/documents/${ended.write({ document: document as never, caller })}`, 410],
      [
        `/documents/${gone.write({ document: { type: 'Document', source: 'casavi', key: ['attachment', mark('id'), mark('id')] }, caller })}`,
        404,
      ],
      [`${new URL(links['pigello'] ?? '').pathname}?part=${mark('parameter')}`, 400],
    ] as const)
      expect((await stage.send({ as: 'nobody', method: 'GET', path })).status).toBe(status);
  });
});

async function gatehouse(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  let told = '';
  const print = (text: string): void => void (told += text);
  await run(args, { environment, hasColours: false, input: Readable.from(['']), print, complain: print });
  expect(told).not.toBe('');
  return told;
}

describe('what operators are told', () => {
  it('by doctor, whether all is well or nothing', async () => {
    expect([...found(await gatehouse(['doctor'], stage.environment), stage.secrets)]).toEqual([]);
    for (const [name, fault] of [
      ['pigello', { status: 200, body: { [mark('answer')]: mark('answer') } }],
      ['facilitee', { status: 401, body: mark('answer') }],
      ['homeq', { status: 500, body: mark('answer') }],
      ['casavi', { status: 200, body: `<html>${mark('answer')}`, headers: { 'content-type': 'text/html' } }],
    ] as const)
      stage.sandbox[name].fail('*', fault);
    const told = await gatehouse(['doctor', '--json'], stage.environment);
    expect(told).toContain('"ok": false');
    expect([...found(told, stage.secrets)]).toEqual([]);
  });

  it('by check-config of the configuration and of each variable', async () => {
    expect([...found(await gatehouse(['check-config'], stage.environment), stage.secrets)]).toEqual([]);
    // What these hold is a place, and is told as one.
    const places = new Set(['HOST', 'GATEHOUSE_CONFIG', 'GATEHOUSE_PERSISTED_FILE']);
    for (const variable of serverVariables.filter((each) => !places.has(each))) {
      const told = await gatehouse(['check-config'], { ...stage.environment, [variable]: mark('setting') });
      expect([variable, ...found(told, stage.secrets)]).toEqual([variable]);
    }
  });

  it('by explain of variables', async () => {
    const file = join(folder, 'query.graphql');
    writeFileSync(file, 'query A($first: Int) { units(first: $first) { nodes { id } } }');
    const variables = JSON.stringify({ first: mark('variablevalue') });
    const told = await gatehouse(['explain', '--calls', file, '--variables', variables], stage.environment);
    expect(told).toMatch(/^A: Variable "\$first" got an invalid value; Int cannot represent/);
    expect([...found(told, stage.secrets)]).toEqual([]);
  });

  it('of configurations that cannot be used, at the start and while it runs', async () => {
    const refusals = (): number => stage.log().split('goes on with the one before').length - 1;
    for (const [name, wrong] of Object.entries(wrongConfigurations(stage))) {
      const text = typeof wrong === 'string' ? wrong : JSON.stringify(wrong);
      expect([...found(text)]).toEqual(['setting']);
      const before = refusals();
      writeFileSync(stage.file, text);
      stage.signal('SIGHUP');
      await expect.poll(refusals, { interval: 10, message: name }).toBe(before + 1);
      const told = await gatehouse(['check-config'], stage.environment);
      expect([name, ...found(told, stage.secrets)]).toEqual([name]);
    }
    writeFileSync(stage.file, JSON.stringify(stage.configuration));
  });
});

describe('a gateway that takes little', () => {
  it('refuses without repeating what it refused', async () => {
    const list = join(folder, 'documents.json');
    const gateway = await startProduction({
      sandbox: { portfolio: stage.sandbox.portfolio },
      environment: {
        GATEHOUSE_PERSISTED: 'required',
        GATEHOUSE_PERSISTED_FILE: list,
        GATEHOUSE_MAX_OPERATIONS: '1',
        GATEHOUSE_CALLER_REQUESTS: '50',
        GATEHOUSE_UNKNOWN_REQUESTS: '1',
      },
    });
    const told: string[] = [];
    const unlisted = { body: { query: `query ${markName('named')} { ${markName('field')} }` } };
    const unknown = { ...unlisted, headers: { 'x-api-key': mark('key') } };
    const codeOf = async (sent: typeof unlisted): Promise<unknown> => {
      const { headers, text, errors } = await send(gateway, sent);
      told.push(`${JSON.stringify(headers)} ${text}`);
      return errors[0]?.extensions['code'];
    };
    try {
      // One that does not come to its end.
      const { hostname, port } = new URL(gateway.url);
      const slow = connect(Number(port), hostname);
      slow.write(
        `POST /graphql HTTP/1.1\r\nhost: x\r\nx-api-key: ${apiKey}\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{`,
      );
      await expect.poll(() => codeOf(unlisted)).toBe('OVERLOADED');
      slow.destroy();
      await expect.poll(() => codeOf(unlisted)).toBe('PERSISTED_QUERY_REQUIRED');
      expect([await codeOf(unknown), await codeOf(unknown)]).toEqual(['UNAUTHENTICATED', 'RATE_LIMITED']);
      await expect.poll(() => codeOf(unlisted), { interval: 1 }).toBe('RATE_LIMITED');
      expect([...found([...told, ...gateway.logged].join('\n'))]).toEqual([]);
    } finally {
      await gateway.close();
    }
  });
});

/** Names of operations are told, as the documentation says. */
function withoutOperations(text: string): string {
  return text.replaceAll(markName('operation'), '').replaceAll(markName('named'), '');
}

describe('whoever runs it', () => {
  it('finds nothing in the metrics', async () => {
    const [, path = ''] = /Metrics are at (\S+?)"/.exec(stage.log()) ?? [];
    const { text } = await stage.send({ as: 'nobody', method: 'GET', path });
    for (const metric of [
      'operations_total',
      'errors_total',
      'upstream_calls_total',
      'upstream_logins_total',
      'drift_total',
    ])
      expect(text).toMatch(new RegExp(`^gatehouse_${metric}\\{.* [1-9]\\d*$`, 'm'));
  });

  it('finds nothing in the log and in traces', async () => {
    const { log, complaints, traces } = await stage.end();
    expect(complaints).toBe('');
    for (const message of ['answers do not look as documented', 'a file of a document', 'cannot be used'])
      expect(log).toContain(message);
    for (const text of [log, traces]) expect(text).toContain(markName('operation'));
    const leaks = [...log.split('\n'), ...traces.split('\n')].flatMap((text) => {
      const kinds = [...found(withoutOperations(text), stage.secrets)];
      return kinds.length === 0 ? [] : [`${kinds.join(', ')}: ${text.slice(0, 1_000)}`];
    });
    expect(leaks).toEqual([]);
  });

  it('was sent marks of all kinds', () => {
    const table = JSON.stringify([requests, answered]);
    expect([...found(table)].filter((kind) => !stage.sent.has(kind))).toEqual([]);
    expect(stage.sent.size).toBeGreaterThan(30);
    // Logins of those who have one, and what came of them.
    expect([...stage.secrets.keys()].filter((name) => /token/.test(name)).length).toBeGreaterThan(4);
  });
});
