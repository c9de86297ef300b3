import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/domain/global-id.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ only: ['pigello'] });
});
afterEach(() => gateway.sandbox.reset());
afterAll(() => gateway.close());

/** A query that must be refused without asking any provider. */
async function refused(document: string, variables: object, message: RegExp): Promise<void> {
  gateway.sandbox.reset();
  const { errors, calls } = await gateway.query(document, { ...variables });
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  expect(errors[0]?.message).toMatch(message);
  expect(calls).toEqual([]);
}

const uuid = 'a9b98b8c-91c2-46ee-ad8e-eccb41244fc7';
const unitId = toGlobalId({ type: 'Unit', source: 'pigello', key: [uuid] });

describe('first', () => {
  it.each([0, 101, -1, 2_147_483_647])('refuses %i, naming itself and its bounds', async (first) => {
    for (const list of ['buildings', 'units', 'persons', 'leases', 'issues', 'documents']) {
      await refused(
        `query ($first: Int) { ${list}(first: $first) { nodes { id } } }`,
        { first },
        /^first: must be between 1 and 100; /,
      );
    }
  });

  it('refuses on an edge, too, and leaves the rest of the answer', async () => {
    const { data, errors } = await gateway.query<{ sources: object[]; buildings: null }>(
      '{ sources { id } buildings(first: 1) { nodes { id units(first: 0) { nodes { id } } } } }',
    );
    expect(errors).toMatchObject([
      { path: ['buildings', 'nodes', 0, 'units'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(data).toBeNull();
  });

  it('is 25 where it is not given', async () => {
    for (const args of ['', '(first: null)']) {
      const { data } = await gateway.query<{ persons: { nodes: object[] } }>(
        `{ persons${args} { nodes { id } } }`,
      );
      expect(data.persons.nodes).toHaveLength(25);
    }
  });

  it('takes 1 and 100', async () => {
    for (const first of [1, 100]) {
      const { data } = await gateway.query<{ persons: { nodes: object[] } }>(
        'query ($first: Int) { persons(first: $first) { nodes { id } } }',
        { first },
      );
      expect(data.persons.nodes).toHaveLength(first);
    }
  });

  it.each(['"5"', '5.5', 'true', '99999999999'])('is no %s', async (first) => {
    await refused(`{ persons(first: ${first}) { nodes { id } } }`, {}, /Int cannot represent/);
  });
});

describe('after', () => {
  const page =
    'query ($after: String) { persons(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }';

  it.each(['', 'hello', 'eyJhIjoxfQ', 'A'.repeat(5_000)])(
    'refuses what is no cursor: %.20s',
    async (after) => {
      await refused(page, { after }, /^after: this is not a cursor of this gateway/);
    },
  );

  it('refuses a cursor of another list, another filter, another parent', async () => {
    const { data } = await gateway.query<{
      persons: { pageInfo: { endCursor: string } };
      buildings: { nodes: [{ id: string; units: { pageInfo: { endCursor: string } } }, { id: string }] };
    }>(
      `{ persons(first: 2) { pageInfo { endCursor } }
         buildings(first: 2) { nodes { id units(first: 2) { pageInfo { endCursor } } } } }`,
    );
    const after = data.persons.pageInfo.endCursor;
    await refused(
      'query ($after: String) { units(after: $after) { nodes { id } } }',
      { after },
      /made by Query.persons/,
    );
    await refused(
      'query ($after: String) { persons(after: $after, filter: { search: "a" }) { nodes { id } } }',
      { after },
      /another filter or parent/,
    );
    const [one, other] = data.buildings.nodes;
    const { errors } = await gateway.query(
      'query ($id: ID!, $after: String) { building(id: $id) { units(after: $after) { nodes { id } } } }',
      { id: other.id, after: one.units.pageInfo.endCursor },
    );
    expect(errors).toMatchObject([{ message: expect.stringMatching(/another filter or parent/) as string }]);
  });

  it('refuses a cursor of a source that is gone', async () => {
    const keys = ['a key that two gateways share'] as const;
    const both = await startTestGateway({ only: ['pigello', 'facilitee'], cursorKeys: keys });
    const alone = await startTestGateway({ only: ['facilitee'], cursorKeys: keys });
    const one = await both.query<{ persons: { pageInfo: { endCursor: string } } }>(page);
    const two = await alone.query(page, { after: one.data.persons.pageInfo.endCursor });
    await Promise.all([both.close(), alone.close()]);
    expect(two.errors).toMatchObject([
      { message: expect.stringMatching(/a source that cannot be used here/) as string },
    ]);
  });

  it('takes a cursor after its key was replaced, as long as the old one is listed', async () => {
    const before = await startTestGateway({ only: ['pigello'], cursorKeys: ['the old key'] });
    const after = await startTestGateway({ only: ['pigello'], cursorKeys: ['the new key', 'the old key'] });
    const one = await before.query<{ persons: { pageInfo: { endCursor: string } } }>(page);
    const two = await after.query<{ persons: { nodes: object[]; pageInfo: { endCursor: string } } }>(page, {
      after: one.data.persons.pageInfo.endCursor,
    });
    const three = await before.query(page, { after: two.data.persons.pageInfo.endCursor });
    await Promise.all([before.close(), after.close()]);
    expect(two.errors).toEqual([]);
    expect(two.data.persons.nodes).toHaveLength(2);
    // The new one signs: who knows only the old one does not take it.
    expect(three.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('ids', () => {
  const fields = ['node', 'building', 'unit', 'person', 'lease', 'issue', 'document'] as const;

  it.each(fields)('%s refuses a malformed one', async (field) => {
    for (const id of ['', 'hello', uuid, `${unitId}=`])
      await refused(
        `query ($id: ID!) { ${field}(id: $id) { id } }`,
        { id },
        /^id: this is not an id of Gatehouse/,
      );
  });

  it.each(fields.filter((field) => field !== 'node' && field !== 'unit'))(
    '%s refuses the id of a unit',
    async (field) => {
      await refused(
        `query ($id: ID!) { ${field}(id: $id) { id } }`,
        { id: unitId },
        /^id: this is the id of a Unit; pass the id of a /,
      );
    },
  );

  it('nodes gives null for what is no id, and refuses more than a hundred', async () => {
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { data, errors } = await gateway.query(document, { ids: ['hello', '', uuid] });
    expect([data, errors]).toEqual([{ nodes: [null, null, null] }, []]);
    const hundred = Array.from({ length: 100 }, () => unitId);
    const most = await gateway.query<{ nodes: (object | null)[] }>(document, { ids: hundred });
    expect(most.errors).toEqual([]);
    expect(most.data.nodes).toHaveLength(100);
    expect(most.calls).toHaveLength(1);
    await refused(document, { ids: [...hundred, unitId] }, /^ids: at most 100 ids at once, got 101/);
    expect((await gateway.query(document, { ids: [] })).data).toEqual({ nodes: [] });
  });

  it.each([
    ['units', 'building'],
    ['leases', 'person'],
    ['issues', 'building'],
    ['documents', 'lease'],
  ])('filters refuse malformed ones and those of another type: %s by %s', async (list, member) => {
    const type = `${list.charAt(0).toUpperCase()}${list.slice(1, -1)}Filter`;
    const document = `query ($filter: ${type}) { ${list}(filter: $filter) { nodes { id } } }`;
    await refused(
      document,
      { filter: { [member]: ['hello'] } },
      new RegExp(`^filter\\.${member}: this is not an id`),
    );
    await refused(
      document,
      { filter: { [member]: [unitId] } },
      new RegExp(`^filter\\.${member}: this is the id of a Unit`),
    );
  });
});

describe('filters', () => {
  it.each([
    'yesterday',
    '2025-03-01',
    '2025-02-30T10:00:00Z',
    '2025-03-01T10:00:00',
    '2025-03-01T25:00:00Z',
    '',
    7,
    null,
  ])('take no %j for a moment', async (createdAfter) => {
    const document = `query ($createdAfter: DateTime!) {
      issues(filter: { createdAfter: $createdAfter }) { nodes { id } } }`;
    await refused(document, { createdAfter }, /DateTime/);
    // Written into the query it is refused with its place.
    if (createdAfter === null) return;
    const { errors } = await gateway.query(
      `{ issues(filter: { createdAfter: ${JSON.stringify(createdAfter)} }) { nodes { id } } }`,
    );
    expect(errors).toMatchObject([
      {
        message: 'DateTime must be a moment with its offset such as 2025-03-01T09:30:00Z.',
        locations: [{ line: 1 }],
      },
    ]);
  });

  it.each(['2025-03-01T09:30:00Z', '2025-03-01T09:30:00.123+01:00'])('take %s', async (createdAfter) => {
    const { errors } = await gateway.query(
      'query ($at: DateTime) { issues(first: 1, filter: { createdAfter: $at }) { nodes { id } } }',
      { at: createdAfter },
    );
    expect(errors).toEqual([]);
  });

  it.each(['LANDLORD', '"TENANT"'])('take no %s for a role', async (role) => {
    await refused(`{ persons(filter: { role: [${role}] }) { nodes { id } } }`, {}, /PersonRole/);
  });

  it('restrict nothing where a member is null', async () => {
    const { data, errors } = await gateway.query<{
      all: { totalCount: number };
      some: { totalCount: number };
    }>(
      `{ all: buildings { totalCount }
         some: buildings(filter: { externalId: null, search: null, sources: null }) { totalCount } }`,
    );
    expect(errors).toEqual([]);
    expect(data.some.totalCount).toBe(data.all.totalCount);
  });

  it('of a source that is not there match nothing', async () => {
    const { data, calls } = await gateway.query(
      '{ buildings(filter: { sources: ["elsewhere"] }) { nodes { id } totalCount sources { sourceId } pageInfo { hasNextPage } } }',
    );
    expect(data).toEqual({
      buildings: { nodes: [], totalCount: 0, sources: [], pageInfo: { hasNextPage: false } },
    });
    expect(calls).toEqual([]);
  });
});

describe('a condition that is null', () => {
  it('is an error of the object that it stands below, and of nothing beside it', async () => {
    const first = await gateway.query<{ units: { nodes: [{ id: string }] } }>(
      '{ units(first: 1) { nodes { id } } }',
    );
    const { id } = first.data.units.nodes[0];
    const { data, errors } = await gateway.query(
      `query ($isShown: Boolean = true) {
         unit(id: "${id}") { id ... on Unit @include(if: $isShown) { name } }
         sources { id }
       }`,
      { isShown: null },
    );
    expect(errors).toMatchObject([{ path: ['unit'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(data).toEqual({ unit: null, sources: [{ id: 'pigello' }] });
  });
});
