import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casaviTruth } from '../../resolvers/casavi/sandbox.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox.js';
import type { SystemName } from '../../src/sandbox/index.js';
import type { Truth } from '../../src/sandbox/truth.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** One schema over all four: what a list holds is what the four portfolios hold, in the order of sources. */

const order: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];
const lists = ['buildings', 'units', 'persons', 'leases', 'issues', 'documents'] as const;
type List = (typeof lists)[number];

interface Connection {
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly sources: readonly {
    readonly sourceId: string;
    readonly status: string;
    readonly error: { code: string } | null;
  }[];
  readonly nodes: readonly {
    readonly id: string;
    readonly source: { readonly sourceId: string; readonly remoteId: string };
  }[];
}

let gateway: TestGateway;
let truths: Readonly<Record<SystemName, Truth>>;

beforeAll(async () => {
  gateway = await startTestGateway({
    // One query below asks for every list of every source.
    environment: { GATEHOUSE_MAX_ALIASES: '24', GATEHOUSE_MAX_ROOT_FIELDS: '24' },
  });
  const { portfolio } = gateway.sandbox;
  truths = {
    pigello: pigelloTruth(portfolio),
    facilitee: faciliteeTruth(portfolio),
    homeq: homeqTruth(portfolio),
    casavi: casaviTruth(portfolio),
  };
});

afterAll(() => gateway.close());

/** Documents are compared by their number, kinds apart: the truth names files, the gateway what they hang on as well. */
const counted = (list: List, source: SystemName): number => truths[source][list].length;

async function pageThrough(list: List, first: number): Promise<Connection['nodes'][number][]> {
  const nodes: Connection['nodes'][number][] = [];
  let after: string | null = null;
  for (;;) {
    const { data, errors } = await gateway.query<Record<string, Connection>>(
      `query ($first: Int, $after: String) {
        ${list}(first: $first, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { id source { sourceId remoteId } }
        }
      }`,
      { first, after },
    );
    expect(errors).toEqual([]);
    const page = data[list] as Connection;
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    expect(page.nodes).toHaveLength(first);
    after = page.pageInfo.endCursor;
  }
}

describe.each(lists)('%s over all four sources', (list) => {
  it.each([7, 100])(
    'yields every record once, source by source, at first: %i',
    { timeout: 120_000 },
    async (first) => {
      const nodes = await pageThrough(list, first);
      expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
      const bySource = Object.fromEntries(
        order.map((source) => [source, nodes.filter((node) => node.source.sourceId === source).length]),
      );
      expect(bySource).toEqual(Object.fromEntries(order.map((source) => [source, counted(list, source)])));
      const seen = nodes.map((node) => node.source.sourceId);
      expect(seen).toEqual(order.flatMap((source) => seen.filter((each) => each === source)));
    },
  );
});

const deep = `{
  buildings(first: 20) {
    nodes { units(first: 20) { nodes { leases(first: 5) { nodes { tenants { displayName email } } } } } }
  }
}`;

it('brings buildings, units, persons, leases, issues and documents of all sources with one query', async () => {
  const { data, errors } = await gateway.query<Record<List, Connection>>(
    `{ ${order
      .map((source) =>
        lists
          .map(
            (list) =>
              `${source}_${list}: ${list}(first: 3, filter: { sources: ["${source}"] }) { nodes { id } sources { status } }`,
          )
          .join('\n'),
      )
      .join('\n')} }`,
  );
  expect(errors).toEqual([]);
  for (const source of order) {
    for (const list of lists) {
      const connection = (data as Readonly<Record<string, Connection>>)[`${source}_${list}`];
      const skipped = source === 'homeq' && list === 'issues';
      expect(connection?.sources, `${source} ${list}`).toEqual([{ status: skipped ? 'SKIPPED' : 'OK' }]);
      expect(connection?.nodes.length, `${source} ${list}`).toBe(skipped ? 0 : 3);
    }
  }
});

describe('the order of sources', () => {
  it('asks the first source alone when it fills the window', async () => {
    const answer = await gateway.query<{ buildings: Connection }>(
      '{ buildings(first: 7) { nodes { id } sources { sourceId status } } }',
    );
    expect(answer).toCall({ pigello: 1 }).inWaves(1);
    expect(answer.data.buildings.sources).toEqual([{ sourceId: 'pigello', status: 'OK' }]);
  });

  it('asks all the others together when it does not', async () => {
    const answer = await gateway.query<{ buildings: Connection }>(
      '{ buildings(first: 25) { nodes { id } } }',
    );
    expect(answer).toCall({ pigello: 1, facilitee: 1, homeq: 1, casavi: 1 }).inWaves(2);
  });

  it('asks all the others for the next page where the first is at its end, and only for whoever wants to know', async () => {
    const first = counted('buildings', 'pigello');
    const page = `buildings(first: ${first}) { nodes { id }`;
    expect(await gateway.query(`{ ${page} } }`))
      .toCall({ pigello: 1 })
      .inWaves(1);
    const answer = await gateway.query<{ buildings: Connection }>(`{ ${page} pageInfo { hasNextPage } } }`);
    expect(answer).toCall({ pigello: 1, facilitee: 1, homeq: 1, casavi: 1 }).inWaves(2);
    expect(answer.data.buildings.pageInfo.hasNextPage).toBe(true);
  });

  it('asks all at once where a total is wanted', async () => {
    const answer = await gateway.query<{ buildings: Connection }>(
      '{ buildings(first: 3) { totalCount nodes { id } sources { sourceId status } } }',
    );
    expect(answer.data.buildings.totalCount).toBe(
      order.reduce((sum, source) => sum + counted('buildings', source), 0),
    );
    expect(answer.data.buildings.sources.map((each) => each.sourceId)).toEqual(order);
    expect(answer).toCall({ pigello: 1, facilitee: 1, homeq: 1, casavi: 1 }).inWaves(1);
  });

  it('has no total when a source cannot honestly tell one', async () => {
    const { data } = await gateway.query<{ units: Connection }>('{ units(first: 1) { totalCount } }');
    expect(data.units.totalCount).toBeNull();
  });
});

describe.each(order)('with %s stopped', (stopped) => {
  beforeAll(() => gateway.sandbox[stopped].stop());
  afterAll(() => gateway.sandbox[stopped].start());

  it.each(lists)('%s still answers for the others, and says who failed', async (list) => {
    const { data, errors } = await gateway.query<Record<string, Connection>>(
      `{ ${list}(first: 100) { totalCount nodes { id source { sourceId remoteId } } sources { sourceId status error { code } } } }`,
    );
    const { sources, nodes, totalCount } = data[list] as Connection;
    const skips = stopped === 'homeq' && list === 'issues';
    expect(sources.find((each) => each.sourceId === stopped)).toMatchObject(
      skips ? { status: 'SKIPPED' } : { status: 'FAILED', error: { code: 'UPSTREAM_UNREACHABLE' } },
    );
    if (!skips) {
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({
        path: [list],
        extensions: {
          code: 'UPSTREAM_UNREACHABLE',
          source: stopped,
          provider: stopped.toUpperCase(),
          retryable: true,
        },
      });
      expect(totalCount).toBeNull();
    }
    const others = order.filter((source) => source !== stopped);
    const expected = others.reduce((sum, source) => sum + counted(list, source), 0);
    expect(nodes).toHaveLength(Math.min(100, expected));
    expect(nodes.some((node) => node.source.sourceId === stopped)).toBe(false);
  });

  it('loses nothing: the cursor brings its records once it is back', async () => {
    const { data: page } = await gateway.query<{ buildings: Connection }>(
      '{ buildings(first: 100) { nodes { id source { sourceId remoteId } } pageInfo { hasNextPage endCursor } } }',
    );
    expect(page.buildings.pageInfo.hasNextPage).toBe(false);
    await gateway.sandbox[stopped].start();
    const { data: rest, errors } = await gateway.query<{ buildings: Connection }>(
      'query ($after: String) { buildings(first: 100, after: $after) { nodes { id source { sourceId remoteId } } } }',
      { after: page.buildings.pageInfo.endCursor },
    );
    await gateway.sandbox[stopped].stop();
    expect(errors).toEqual([]);
    expect(rest.buildings.nodes.map((node) => node.source.sourceId)).toEqual(
      Array.from({ length: counted('buildings', stopped) }, () => stopped),
    );
  });
});

describe('buildings, their units, leases and tenants', () => {
  it.each([
    // Lists with id filters all the way; the ids of 240 units and of 300 tenants take two URLs each.
    [
      'pigello',
      {
        'GET /objects/structural/building/list/': 1,
        'GET /objects/spaces/spaces/apartment/list/': 1,
        'GET /contracts/apartmentcontract/list/': 2,
        'GET /accounts/users/customer/tenant/list/': 2,
      },
    ],
    // Units are listed by property only; the property users' pages hold all leases, and the tenants in them.
    [
      'facilitee',
      {
        'GET /api/public/Properties': 1,
        'GET /api/public/PropertyUnit': 16,
        'GET /api/public/property-users': 4,
      },
    ],
    // All agreements are ten pages, fewer than one call for each of the apartments; they hold the tenants.
    ['homeq', { 'GET /api/v3/inventory/': 2, 'GET /api/v1/agreements/': 10 }],
    // Units are listed by property only and hold their contracts; all contacts are 17 pages, fewer than one call each.
    ['casavi', { 'GET /properties': 1, 'GET /properties/{propertyId}/units': 20, 'GET /contacts': 17 }],
  ] as const)('never cost one call a row where there is another way: %s', async (source, expected) => {
    // A gateway that has seen nothing yet: what it has learnt of lists' sizes makes later queries cheaper.
    const fresh = await startTestGateway({ only: [source] });
    const answer = await fresh.query(
      deep.replace('first: 20)', `first: 20, filter: { sources: ["${source}"] })`),
    );
    await fresh.close();
    expect(answer.errors).toEqual([]);
    expect(answer)
      .toCall({ [source]: expected })
      .inWaves(4);
  });
});
