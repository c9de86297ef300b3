import { afterEach, describe, expect, it } from 'vitest';
import type { SystemName } from '../../src/sandbox/index.js';
import {
  startTestGateway,
  type Answer,
  type TestGateway,
  type TestGatewayOptions,
} from '../support/gateway.js';

/** What an operator sees of answers that are not as documented. */

interface Count {
  readonly record: string;
  readonly field: string;
  readonly kind: string;
  readonly count: number;
  readonly records: number;
}

let gateway: TestGateway;
const start = async (options: TestGatewayOptions = {}): Promise<void> => {
  gateway = await startTestGateway(options);
};
afterEach(() => gateway.close());

async function driftOf(source: SystemName): Promise<readonly Count[]> {
  const { data, errors } = await gateway.query<{
    sources: readonly { id: string; drift: readonly Count[] }[];
  }>('{ sources { id drift { record field kind count records } } }');
  expect(errors).toEqual([]);
  return data.sources.find(({ id }) => id === source)?.drift ?? [];
}

const secret = 'Inga Lind 19850101-0007';

/** A list of buildings with one that is odd and one that is none; where they come from, and what they are counted as. */
const providers: readonly {
  readonly name: SystemName;
  readonly path: string;
  body(rows: readonly object[]): object;
  readonly odd: object;
  readonly none: object;
  readonly record: string;
  readonly field: string;
}[] = [
  {
    name: 'pigello',
    path: '/objects/structural/building/list/',
    body: (rows) => ({ data: rows, meta: { total: rows.length } }),
    odd: { id: '5b0d6f7e-3c2a-4a51-9f0e-0d1c2b3a4f5e', name: [secret] },
    none: { id: null, name: secret },
    record: 'building',
    field: 'name',
  },
  {
    name: 'facilitee',
    path: '/api/public/Properties',
    body: (rows) => ({ items: rows, totalItems: rows.length, pageSize: 100, numberOfPages: 1 }),
    odd: { id: 1, name: 'Eken', address: { street: { name: secret } } },
    none: { id: 0, name: secret },
    record: 'properties',
    field: 'address.street',
  },
  {
    name: 'homeq',
    path: '/api/v3/inventory/',
    body: (rows) => ({ results: rows, total: rows.length }),
    odd: { type: 'estate', estate: { id: 1, number_of_apartments: secret } },
    none: { type: 'estate', estate: { name: secret } },
    record: 'estates',
    field: 'estate.number_of_apartments',
  },
  {
    name: 'casavi',
    path: '/properties',
    body: (rows) => ({ rows, pageCount: 1, page: 0 }),
    odd: { id: 'P-1', name: 'Eken', responsibilities: [{ email: [secret] }] },
    none: { name: secret },
    record: 'properties',
    field: 'responsibilities[].email',
  },
];

describe.each(providers)('$name', ({ name, path, body, odd, none, record, field }) => {
  const readBuildings = () =>
    gateway.query<{ buildings: { nodes: readonly { id: string }[]; sources: readonly object[] } }>(
      '{ buildings(first: 10) { nodes { id name } sources { status error { code } } } }',
    );

  it('a member that does not fit costs itself, a record without its id itself: both show, neither is told', async () => {
    await start({ only: [name] });
    gateway.sandbox[name].fail(path, { status: 200, body: body([odd, none]) });
    const answer = await readBuildings();
    expect(answer.errors).toEqual([]);
    expect(answer.data.buildings.nodes).toHaveLength(1);
    expect(answer.data.buildings.sources).toMatchObject([{ status: 'PARTIAL' }]);
    const drift = await driftOf(name);
    expect(drift.filter(({ kind }) => kind !== 'MISSING')).toEqual([
      { record, field: '', kind: 'UNUSABLE', count: 1, records: 2 },
      { record, field, kind: 'MISTYPED', count: 1, records: 2 },
    ]);
    await readBuildings();
    expect(gateway.logged).toHaveLength(1);
    expect(gateway.logged[0]).toContain(`${name}: answers do not look as documented`);
    expect(JSON.stringify([answer, drift, gateway.logged])).not.toMatch(/Inga Lind|19850101/);
  });

  it('a page of which nothing fits is an error', async () => {
    await start({ only: [name] });
    gateway.sandbox[name].fail(path, { status: 200, body: body([none, none]) });
    const answer = await readBuildings();
    expect(answer.data.buildings.nodes).toEqual([]);
    expect(answer.data.buildings.sources).toMatchObject([
      { status: 'FAILED', error: { code: 'UPSTREAM_BAD_RESPONSE' } },
    ]);
    expect(await driftOf(name)).toEqual([{ record, field: '', kind: 'UNUSABLE', count: 2, records: 2 }]);
  });

  it('an answer that is read by several fields counts once', async () => {
    await start({ only: [name] });
    gateway.sandbox[name].fail(path, { status: 200, body: body([odd]) });
    await gateway.query(
      '{ a: buildings(first: 5) { nodes { id } } b: buildings(first: 5) { nodes { name } } }',
    );
    const drift = await driftOf(name);
    expect(drift.filter(({ kind }) => kind === 'MISTYPED')).toMatchObject([{ count: 1, records: 1 }]);
  });
});

describe('HomeQ', () => {
  it('fails where a single record has nothing of what was asked for', async () => {
    await start({ only: ['homeq'] });
    const { data } = await gateway.query<{ buildings: { nodes: readonly [{ id: string }] } }>(
      '{ buildings(first: 1) { nodes { id } } }',
    );
    gateway.sandbox.homeq.fail('/api/v4/estate/{id}', { status: 200, body: { detail: secret } });
    const answer = await gateway.query(
      'query ($id: ID!) { node(id: $id) { ... on Building { description } } }',
      {
        id: data.buildings.nodes[0].id,
      },
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
  });
});

describe('the sandbox', () => {
  const lists = ['buildings', 'units', 'persons', 'leases', 'issues', 'documents'] as const;
  /** What only single answers and edges tell, of the first records of each list. */
  const more = `query ($in: [ID!]!) {
    buildings(first: 10, filter: { sources: $in }) { nodes { description commonAmenities { kind } units(first: 5) { nodes { id } } } }
    units(first: 10, filter: { sources: $in }) { nodes { description amenities { kind } owner { id } leases(first: 5) { nodes { id } } } }
    persons(first: 10, filter: { sources: $in }) { nodes { note address { city } rating { average } } }
    issues(first: 100, filter: { sources: $in }) { nodes { customFields { name } tasks(first: 5) { nodes { id } } documents(first: 5) { nodes { id } } } }
  }`;

  it('answers as documented, but for what it does otherwise on purpose', async () => {
    await start();
    for (const list of lists) {
      for (let after: string | null = null, hasNext = true; hasNext;) {
        const answer: Answer<{ page: { pageInfo: { hasNextPage: boolean; endCursor: string } } }> =
          await gateway.query(
            `query ($after: String) {
              page: ${list}(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
            }`,
            { after },
          );
        expect(answer.errors).toEqual([]);
        ({ hasNextPage: hasNext, endCursor: after } = answer.data.page.pageInfo);
      }
    }
    for (const source of ['pigello', 'facilitee', 'homeq', 'casavi'])
      expect((await gateway.query(more, { in: [source] })).errors).toEqual([]);

    // An issue with a status that no document lists (`src/sandbox/issues.ts`) is all.
    const odd = async (source: SystemName): Promise<readonly string[]> =>
      (await driftOf(source))
        .filter(({ kind }) => kind !== 'MISSING')
        .map(({ record, field, kind }) => `${record} ${field} ${kind}`);
    expect(await odd('pigello')).toEqual(['generalerrand status UNKNOWN_VALUE']);
    expect(await odd('facilitee')).toEqual(['issues status UNKNOWN_VALUE']);
    expect(await odd('homeq')).toEqual([]);
    expect(await odd('casavi')).toEqual(['tickets status UNKNOWN_VALUE', 'ticket status UNKNOWN_VALUE']);
    // Members that come and go are left alone.
    expect(gateway.logged.join()).not.toContain('MISSING');
    expect(gateway.logged).toHaveLength(3);
  });
});
