import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogues } from '../../scripts/calls/catalogues.js';
import { serverVariables } from '../../src/config/server-variables.js';
import { exampleQuery } from '../../src/graphiql/example-query.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { contractQuery, nestedQuery } from '../support/queries.js';
import { send, startProduction, type Reply } from './production.js';

const introspection = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Spreads that stand for two to the power of `levels` fields. */
const fan = (levels: number): string =>
  `{ sources { ...F0 } } ${times(levels, (level) => `fragment F${level} on Source { ...F${level + 1} ...F${level + 1} }`)}
   fragment F${levels} on Source { id }`;

const nested = (levels: number): string =>
  `{ buildings { nodes { ${'units { nodes { building { '.repeat(levels)} id ${' } } }'.repeat(levels)} } } }`;

describe('what a request may hold, in production', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startProduction();
  });
  afterAll(() => gateway.close());

  const refused = (reply: Reply, setting: string): void => {
    expect(reply.data).toBeUndefined();
    const error = reply.errors.find(({ extensions }) => extensions['setting'] === `GATEHOUSE_${setting}`);
    expect(error?.message).toMatch(
      new RegExp(`, and \\d+ (is|are) allowed; .* GATEHOUSE_${setting} raised\\.$`),
    );
    expect(error?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    const { limit, found } = error?.extensions as { limit: number; found: number };
    expect(found).toBeGreaterThan(limit);
    expect(serverVariables).toContain(`GATEHOUSE_${setting}`);
  };

  it.each([
    ['aliases of __typename', `{ ${times(101, (index) => `a${index}: __typename`)} }`, 'MAX_ALIASES'],
    ['aliases of a list', `{ ${times(16, (index) => `a${index}: sources { id }`)} }`, 'MAX_ALIASES'],
    ['ten unknown directives at one field', `{ __typename ${'@aa'.repeat(10)} }`, 'MAX_DIRECTIVES_PER_PLACE'],
    [
      'directives at many fields',
      `{ sources { ${times(21, () => 'id @include(if: true)')} } }`,
      'MAX_DIRECTIVES',
    ],
    ['a field again and again', `{ ${times(500, () => '__typename')} }`, 'MAX_DUPLICATES'],
    [
      'a field again and again, each in a fragment of its own',
      `{ sources { ${times(31, () => '... on Source { id }')} } }`,
      'MAX_DUPLICATES',
    ],
    ['overlapping fields', `{ ${times(110, () => '...{ sources { id } }')} }`, 'MAX_DUPLICATES'],
    ['fields at the top', `{ ${times(21, () => 'sources { id }')} }`, 'MAX_ROOT_FIELDS'],
    ['a fan of fragments', fan(60), 'MAX_FIELDS'],
    ['a long way down', nested(7), 'MAX_DEPTH'],
    [
      'a long way down through fragments',
      `{ buildings { nodes { ...A } } } ${times(12, (index) => `fragment ${'ABCDEFGHIJKLM'[index]} on Building { units { nodes { building { ...${'ABCDEFGHIJKLM'[index + 1]} } } } }`)} fragment M on Building { id }`,
      'MAX_DEPTH',
    ],
    [
      'a long way down into the schema',
      `{ __type(name: "Query") { ${'ofType { '.repeat(31)} name ${'}'.repeat(31)} } }`,
      'MAX_DEPTH',
    ],
    ['a comment of 16 KB', `# ${'x'.repeat(16_384)}\n{ __typename }`, 'MAX_DOCUMENT_BYTES'],
    ['many tokens', `{ nodes(ids: [${times(1_000, () => '""')}]) { id } }`, 'MAX_TOKENS'],
    ['brackets that never close', '{a'.repeat(400), 'MAX_DEPTH'],
    ['lists in lists', `{ nodes(ids: ${'['.repeat(400)}${']'.repeat(400)}) { id } }`, 'MAX_DEPTH'],
  ])('refuses %s', async (_, query, setting) => {
    const reply = await send(gateway, { body: { query } });
    expect(reply.status).toBe(400);
    refused(reply, setting);
  });

  it.each([
    ['variables of 70 KB', { ids: ['x'.repeat(70_000)] }, 'MAX_VARIABLES_BYTES'],
    ['deep variables', `{"ids":${'['.repeat(11)}${']'.repeat(11)}}`, 'MAX_VARIABLES_DEPTH'],
    [
      'variables deeper than a stack',
      `{"ids":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'MAX_VARIABLES_DEPTH',
    ],
  ])('refuses %s', async (_, variables, setting) => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const body =
      typeof variables === 'string'
        ? `{"query":${JSON.stringify(query)},"variables":${variables}}`
        : { query, variables };
    const reply = await send(gateway, { body });
    expect(reply.status).toBe(400);
    refused(reply, setting);
  });

  it('refuses deep extensions, which some plugin may look through', async () => {
    const body = `{"query":"{__typename}","extensions":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
    refused(await send(gateway, { body }), 'MAX_VARIABLES_DEPTH');
  });

  it('refuses 5 MB at once, by their announced length, and leaves the connection of use', async () => {
    const reply = await send(gateway, {
      body: { query: '{ __typename }', variables: { x: 'y'.repeat(5_000_000) } },
    });
    expect(reply.status).toBe(413);
    refused(reply, 'MAX_BODY_BYTES');
    expect((await send(gateway, { body: { query: '{ __typename }' } })).data).toEqual({
      __typename: 'Query',
    });
  });

  it('says nothing of what was sent', async () => {
    const secret = 'swordfish';
    for (const body of [
      { query: `{ ${times(20, (index) => `${secret}${index}: __typename`)} }` },
      { query: `# ${secret.repeat(2_000)}\n{ __typename }` },
      { query: '{ __typename }', variables: { [secret]: { a: secret.repeat(9_000) } } },
    ]) {
      const { text, errors } = await send(gateway, { body });
      expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
      expect(text).not.toContain(secret);
    }
  });

  it('takes a moment for what stands for more fields than there are atoms', async () => {
    const started = process.cpuUsage();
    for (let count = 0; count < 20; count += 1)
      refused(await send(gateway, { body: { query: fan(60) } }), 'MAX_FIELDS');
    // Client and server together; a walk that followed each spread would never come back.
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });

  it('leaves circles of fragments to validation, and ends', async () => {
    const circle = 'fragment A on Source { id ...B } fragment B on Source { ...A ...B }';
    const { status, errors } = await send(gateway, {
      body: { query: `{ sources { ...A ...B } } ${circle}` },
    });
    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions['code'])).toContain('BAD_USER_INPUT');
    expect(errors.map(({ message }) => message).join()).toMatch(/Cannot spread fragment "\w" within itself/);
  });

  it('takes a batch for no request', async () => {
    const { status, errors } = await send(gateway, { body: times(2, () => '{"query":"{__typename}"}') });
    expect([status, errors[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    const batch = await send(gateway, { body: [{ query: '{ __typename }' }, { query: '{ __typename }' }] });
    expect(batch.status).toBe(400);
    expect(batch.errors[0]?.message).toMatch(/Batching is not supported/);
  });
});

describe('what a request may hold, by default', () => {
  /** Half of every default: what passes below has room for as much again. */
  const half = {
    GATEHOUSE_MAX_BODY_BYTES: '131072',
    GATEHOUSE_MAX_DOCUMENT_BYTES: '6144',
    GATEHOUSE_MAX_TOKENS: '500',
    GATEHOUSE_MAX_DEPTH: '10',
    GATEHOUSE_MAX_ROOT_FIELDS: '10',
    GATEHOUSE_MAX_FIELDS: '250',
    GATEHOUSE_MAX_ALIASES: '7',
    GATEHOUSE_MAX_DIRECTIVES: '10',
    GATEHOUSE_MAX_DIRECTIVES_PER_PLACE: '2',
    GATEHOUSE_MAX_DUPLICATES: '15',
    GATEHOUSE_MAX_VARIABLES_BYTES: '32768',
    GATEHOUSE_MAX_VARIABLES_DEPTH: '5',
    GATEHOUSE_MAX_VALUES: '250000',
  };
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ only: ['pigello'], environment: half });
  });
  afterAll(() => gateway.close());

  it('is tried with half of every limit', () => {
    expect(
      serverVariables.filter((name) => /_MAX_(?!CALLS|OPERATIONS|DOWNLOADS|FILE_SIZE)/.test(name)),
    ).toEqual(Object.keys(half));
  });

  it('admits the standard introspection query, with room', async () => {
    const { data, errors } = await gateway.query<{ __schema: object }>(introspection);
    expect(errors).toEqual([]);
    expect(data.__schema).toBeTypeOf('object');
  });

  // The header is looked at when all that is measured has been: nothing is run, and no variable is needed.
  it.each([
    ...Object.entries({
      'what GraphiQL opens with': exampleQuery,
      'the query of the contract': contractQuery,
      'four levels': nestedQuery,
    }),
    ...catalogues.flatMap(({ title, queries }) =>
      queries.map((each) => [`${title}: ${each.title}`, each.query] as const),
    ),
  ])('admits %s, with room', async (_, query) => {
    const { errors } = await gateway.query(query, {}, { headers: { 'gatehouse-upstream': 'never' } });
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('The header gatehouse-upstream has an unknown value'),
    ]);
  });

  it('refuses anew what was refused before, and takes again what was taken', async () => {
    for (const _ of [1, 2]) {
      const { errors } = await gateway.query(`{ ${times(8, (index) => `a${index}: __typename`)} }`);
      expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 7, found: 8 });
      expect((await gateway.query(`{ ${times(7, (index) => `a${index}: __typename`)} }`)).errors).toEqual([]);
    }
  });
});
