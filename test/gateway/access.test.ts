import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casaviTruth } from '../../resolvers/casavi/sandbox.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { FaultMatch } from '../../src/sandbox/faults.js';
import type { RecordedRequest, SystemName } from '../../src/sandbox/index.js';
import { countCalls } from '../support/calls.js';
import {
  startTestGateway,
  type Answer,
  type TestGateway,
  type TestGatewayOptions,
} from '../support/gateway.js';

/** Which way leads to records: as few calls as there can be, in as few waves, with all four sources configured. */

const sources: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];

/** Asked for ids, so that the gateway that is tested has not seen how long any list is. */
let scout: TestGateway;
beforeAll(async () => {
  scout = await startTestGateway();
});
afterAll(() => scout.close());

interface Page<R = { readonly id: string }> {
  readonly nodes: readonly R[];
  readonly pageInfo: { readonly endCursor: string };
}

/** Global ids of a source's first records. */
async function idsOf(source: SystemName, list: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  while (ids.length < count) {
    const { data, errors }: Answer<{ page: Page }> = await scout.query(
      `query ($source: ID!, $first: Int!, $after: String) {
        page: ${list}(first: $first, after: $after, filter: { sources: [$source] }) { nodes { id } pageInfo { endCursor } }
      }`,
      { source, first: Math.min(100, count - ids.length), after },
    );
    expect(errors).toEqual([]);
    expect(data.page.nodes.length).toBeGreaterThan(0);
    ids.push(...data.page.nodes.map(({ id }) => id));
    after = data.page.pageInfo.endCursor;
  }
  return ids;
}

let gateway: TestGateway;
const start = async (options: TestGatewayOptions = {}): Promise<void> => {
  gateway = await startTestGateway(options);
  // Answers take a while, so that what goes out together arrives together.
  for (const source of sources) gateway.sandbox[source].fail('*', { delayMs: 15 });
};
/** A gateway for each test, which has not seen how long any list is. */
const fresh = (options: TestGatewayOptions = {}): void => {
  beforeEach(() => start(options));
  afterEach(() => gateway.close());
};
/** One gateway for all tests of a group. */
const shared = (options: TestGatewayOptions = {}): void => {
  beforeAll(() => start(options));
  afterAll(() => gateway.close());
};

/** Requests that reached the sandbox and are no logins. */
const requests = (source: SystemName): readonly RecordedRequest[] =>
  gateway.sandbox[source].requests.filter(({ method }) => method === 'GET');

/** A query's answer; whatever it costs, nothing is asked for twice. */
async function ask<D = never>(
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<D>> {
  const before = sources.map((source) => requests(source).length);
  const answer = await gateway.query<D>(document, variables);
  expect(answer.errors).toEqual([]);
  for (const [index, source] of sources.entries()) {
    const sent = requests(source)
      .slice(before[index])
      .map(({ path, query }) => `${path}?${query.toString()}`);
    expect(new Set(sent).size, `${source} was asked twice for the same`).toBe(sent.length);
  }
  return answer;
}

/** What the dry run says of a query: calls by source. */
async function boundOf(
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Readonly<Record<string, number>>> {
  const { extensions } = await gateway.query(document, variables, {
    headers: { 'gatehouse-upstream': 'dry-run' },
  });
  const { sources: each } = extensions['upstream'] as {
    readonly sources: readonly { readonly source: string; readonly calls: number }[];
  };
  return Object.fromEntries(each.map(({ source, calls }) => [source, calls]));
}

describe('records of which the keys are known', () => {
  fresh();

  it('the owners of 40 units of one property: the property, its units, and each of these', async () => {
    const truth = faciliteeTruth(gateway.sandbox.portfolio);
    const building = truth.buildings[0]?.id ?? '';
    // No property of the portfolio has so many units.
    const items = truth.units.slice(0, 40).map(({ id }) => ({ id: Number(id) }));
    gateway.sandbox.facilitee.fail(({ query }) => query.get('propertyId') === building, {
      status: 200,
      body: { numberOfPages: 1, totalItems: 40, pageSize: 100, currentPage: 1, items },
    });
    const document =
      'query ($id: ID!) { building(id: $id) { units(first: 40) { nodes { owner { displayName email } } } } }';
    const variables = { id: toGlobalId({ type: 'Building', source: 'facilitee', key: [building] }) };
    expect(await boundOf(document, variables)).toEqual({ facilitee: 42 });
    const answer = await ask<{ building: { units: Page<unknown> } }>(document, variables);
    expect(answer)
      .toCall({
        facilitee: {
          'GET /api/public/Properties/{id}': 1,
          'GET /api/public/PropertyUnit': 1,
          'GET /api/public/PropertyUnit/{id}': 40,
        },
      })
      .inWaves(2);
    expect(answer.data.building.units.nodes).toHaveLength(40);
  });

  it('200 apartments of HomeQ by id: its inventory, and no apartment alone', async () => {
    const ids = await idsOf('homeq', 'units', 200);
    const answer = await ask<Readonly<Record<'one' | 'other', readonly ({ number: string } | null)[]>>>(
      `query ($one: [ID!]!, $other: [ID!]!) {
        one: nodes(ids: $one) { ... on Unit { number rent { amount } building { name } } }
        other: nodes(ids: $other) { ... on Unit { number rent { amount } building { name } } }
      }`,
      { one: ids.slice(0, 100), other: ids.slice(100) },
    );
    expect(answer)
      .toCall({ homeq: { 'GET /api/v3/inventory/': 1 } })
      .inWaves(1);
    expect([...answer.data.one, ...answer.data.other]).not.toContain(null);
  });

  it('the contacts of 60 leases of casavi: one by one, or the pages of their list once they are known to be fewer', async () => {
    const document =
      '{ leases(first: 60, filter: { providers: [CASAVI] }) { nodes { tenants { displayName } } } }';
    const toContacts = ({ calls }: Answer<unknown>): Readonly<Record<string, number>> =>
      Object.fromEntries(
        Object.entries(countCalls(calls, 'casavi')).filter(([path]) => path.includes('/contacts')),
      );
    const { portfolio } = gateway.sandbox;
    const truth = casaviTruth(portfolio);
    const tenants = new Set(truth.leases.slice(0, 60).flatMap(({ tenantIds }) => tenantIds)).size;
    const contacts = truth.persons.filter(({ key }) => key.startsWith('contact:')).length;
    const pages = Math.ceil(contacts / 25);
    expect(tenants).toBeGreaterThan(pages);

    const unknown = await ask<unknown>(document);
    expect(toContacts(unknown)).toEqual({ 'GET /contacts/{contactId}': tenants });
    // Whoever has read the list to its end knows how long it is: a bare array tells no total.
    for (let after: string | null | undefined; after !== null;) {
      const { data }: Answer<{ persons: Page & { pageInfo: { hasNextPage: boolean } } }> = await ask(
        `query ($after: String) {
          persons(first: 100, after: $after, filter: { providers: [CASAVI] }) {
            nodes { id } pageInfo { hasNextPage endCursor }
          }
        }`,
        { after },
      );
      const { hasNextPage, endCursor } = data.persons.pageInfo;
      after = hasNextPage ? endCursor : null;
    }
    const known = await ask<unknown>(document);
    expect(toContacts(known)).toEqual({ 'GET /contacts': pages });
    expect(known.data).toEqual(unknown.data);
  });

  it('100 nodes of four sources and five types: all ways at once', async () => {
    const lists = ['buildings', 'units', 'persons', 'leases', 'issues'];
    const from = (source: SystemName, types: readonly string[], each: number) =>
      Promise.all(types.map((list) => idsOf(source, list, each)));
    const found = [
      ...(await from('pigello', lists, 5)),
      ...(await from('facilitee', lists, 5)),
      ...(await from('homeq', lists.slice(0, 4), 5)),
      ...(await from('casavi', ['buildings', 'persons', 'issues'], 10)),
    ].flat();
    expect(new Set(found).size).toBe(100);
    // As many of each in each place.
    const ids = found.map((_, index) => found[(index * 37) % 100]);
    const document = `query ($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Building { name } ... on Unit { number } ... on Person { displayName }
        ... on Lease { number } ... on Issue { title }
      }
    }`;
    expect(await boundOf(document, { ids })).toMatchObject({ pigello: 5, facilitee: 25, casavi: 30 });
    const answer = await ask<{ nodes: readonly { id: string }[] }>(document, { ids });
    expect(answer)
      .toCall({
        pigello: {
          'GET /objects/structural/building/list/': 1,
          'GET /objects/spaces/spaces/apartment/list/': 1,
          'GET /accounts/users/customer/tenant/list/': 1,
          'GET /contracts/apartmentcontract/list/': 1,
          'GET /errands/generalerrands/reporting/generalerrand/': 1,
        },
        // No list takes ids, and how long the lists are nobody has seen: one by one.
        facilitee: {
          'GET /api/public/Properties/{id}': 5,
          'GET /api/public/PropertyUnit/{id}': 5,
          'GET /api/public/Owners/{id}': 5,
          'GET /api/public/property-users/{id}': 5,
          // The days of their creation, which their ids tell.
          'GET /api/public/Issues': 5,
        },
        homeq: { 'GET /api/v3/inventory/': 2, 'GET /api/v1/employees': 1, 'GET /api/v1/agreements/': 5 },
        casavi: {
          'GET /properties/{propertyId}': 10,
          'GET /contacts/{contactId}': 10,
          'GET /tickets/{ticketId}': 10,
        },
      })
      .inWaves(1);
    expect(answer.data.nodes.map(({ id }) => id)).toEqual(ids);
  });
});

describe('the same thing twice', () => {
  shared();

  it('under two aliases: once', async () => {
    const answer = await ask(`{
      one: buildings(first: 5) { nodes { name units(first: 2) { nodes { number } } } }
      other: buildings(first: 5) { nodes { externalId units(first: 2) { nodes { floor } } } }
    }`);
    expect(answer).toCall({ pigello: 2 }).inWaves(2);
  });

  it('through two parents: once', async () => {
    const units = await idsOf('casavi', 'units', 2);
    const [building] = await idsOf('casavi', 'buildings', 1);
    const answer = await ask(
      `query ($one: ID!, $other: ID!, $building: ID!) {
        one: unit(id: $one) { number building { name } }
        other: unit(id: $other) { number building { name } }
        node(id: $building) { ... on Building { externalId } }
        building(id: $building) { name }
      }`,
      { one: units[0], other: units[1], building },
    );
    expect(answer)
      .toCall({ casavi: { 'GET /units/{unitId}': 2, 'GET /properties/{propertyId}': 1 } })
      .inWaves(1);
  });

  it('through parents of two types: one batch', async () => {
    const answer = await ask(`{
      leases(first: 20) { nodes { unit { number } } }
      issues(first: 20) { nodes { unit { number } } }
    }`);
    expect(answer)
      .toCall({
        pigello: {
          'GET /contracts/apartmentcontract/list/': 1,
          'GET /errands/generalerrands/reporting/generalerrand/': 1,
          'GET /objects/spaces/spaces/apartment/list/': 1,
        },
      })
      .inWaves(2);
  });

  it('with other arguments: never merged', async () => {
    const [one, other] = await idsOf('casavi', 'buildings', 2);
    const issues = 'issues(first: 100, filter: { building: [$building] }) { nodes { id building { id } } }';
    const together = await ask<Readonly<Record<'one' | 'other', Page<{ building: { id: string } }>>>>(
      `query ($one: ID!, $other: ID!) {
        one: ${issues.replace('$building', '$one')}
        other: ${issues.replace('$building', '$other')}
      }`,
      { one, other },
    );
    expect(together)
      .toCall({ casavi: { 'GET /tickets': 2 } })
      .inWaves(1);
    for (const [key, building] of [
      ['one', one],
      ['other', other],
    ] as const) {
      const { nodes } = together.data[key];
      expect(nodes.length).toBeGreaterThan(0);
      expect(new Set(nodes.map((node) => node.building.id))).toEqual(new Set([building]));
    }
  });

  it('in another order: never merged', async () => {
    const leases = (direction: string): string =>
      `leases(first: 3, filter: { providers: [PIGELLO] }, orderBy: { field: START_DATE, direction: ${direction} }) { nodes { id } }`;
    const answer = await ask<Readonly<Record<'first' | 'last', Page>>>(
      `{ first: ${leases('ASC')} last: ${leases('DESC')} }`,
    );
    expect(answer).toCall({ pigello: 2 }).inWaves(1);
    expect(answer.data.first).not.toEqual(answer.data.last);
  });
});

describe('a record by its id, and what hangs on it', () => {
  shared();

  const unit = `query ($id: ID!) {
    node(id: $id) { ... on Unit { number issues(first: 5) { nodes { title } } } }
    unit(id: $id) { id issues(first: 5) { nodes { title } } }
  }`;
  it.each([
    [
      'pigello',
      {
        'GET /objects/spaces/spaces/apartment/list/': 1,
        'GET /errands/generalerrands/reporting/generalerrand/': 1,
      },
    ],
    ['facilitee', { 'GET /api/public/PropertyUnit/{id}': 1, 'GET /api/public/Issues': 1 }],
    // It has no issues.
    ['homeq', { 'GET /api/v3/inventory/': 1 }],
    ['casavi', { 'GET /units/{unitId}': 1, 'GET /tickets': 1 }],
  ] as const)('a unit and its issues: together (%s)', async (source, calls) => {
    const [id] = await idsOf(source, 'units', 1);
    expect(await ask(unit, { id }))
      .toCall({ [source]: calls })
      .inWaves(1);
  });

  const building = `query ($id: ID!) {
    building(id: $id) { name units(first: 5) { nodes { number } } issues(first: 5) { nodes { title } } }
  }`;
  it.each([
    // The issues of its apartments wait for these.
    [
      'pigello',
      {
        'GET /objects/structural/building/list/': 1,
        'GET /objects/spaces/spaces/apartment/list/': 1,
        'GET /errands/generalerrands/reporting/generalerrand/': 2,
      },
      2,
    ],
    [
      'facilitee',
      {
        'GET /api/public/Properties/{id}': 1,
        'GET /api/public/PropertyUnit': 1,
        'GET /api/public/Issues': 1,
      },
      1,
    ],
    ['homeq', { 'GET /api/v3/inventory/': 2 }, 1],
    [
      'casavi',
      { 'GET /properties/{propertyId}': 1, 'GET /properties/{propertyId}/units': 1, 'GET /tickets': 1 },
      1,
    ],
  ] as const)('a building, its units and its issues: together (%s)', async (source, calls, waves) => {
    const [id] = await idsOf(source, 'buildings', 1);
    expect(await ask(building, { id }))
      .toCall({ [source]: calls })
      .inWaves(waves);
  });

  it('what its id names: beside it', async () => {
    const [unitId] = await idsOf('casavi', 'units', 1);
    expect(await ask('query ($id: ID!) { unit(id: $id) { number building { name } } }', { id: unitId }))
      .toCall({ casavi: { 'GET /units/{unitId}': 1, 'GET /properties/{propertyId}': 1 } })
      .inWaves(1);
    const [leaseId] = await idsOf('homeq', 'leases', 1);
    expect(await ask('query ($id: ID!) { lease(id: $id) { status unit { number } } }', { id: leaseId }))
      .toCall({ homeq: { 'GET /api/v1/agreements/': 1, 'GET /api/v3/inventory/': 1 } })
      .inWaves(1);
  });

  it('an issue of Facilitee: the day that its id names', async () => {
    const ids = await idsOf('facilitee', 'issues', 5);
    const before = requests('facilitee').length;
    const answer = await ask<{ issue: { id: string } }>('query ($id: ID!) { issue(id: $id) { id title } }', {
      id: ids.at(-1),
    });
    expect(answer.data.issue.id).toBe(ids.at(-1));
    expect(answer)
      .toCall({ facilitee: { 'GET /api/public/Issues': 1 } })
      .inWaves(1);
    const [sent] = requests('facilitee').slice(before);
    const [from, to] = ['fromDateTime', 'toDateTime'].map((name) => Date.parse(sent?.query.get(name) ?? ''));
    expect((to ?? NaN) - (from ?? NaN)).toBeLessThanOrEqual(2 * 24 * 60 * 60 * 1000);
  });
});

describe('what does not wait', () => {
  fresh();

  /** Starts a query of which certain calls are never answered, and waits until others have gone out all the same. */
  async function expectAtOnce(
    document: string,
    hanging: readonly (readonly [SystemName, FaultMatch])[],
    calls: Readonly<Record<string, number>>,
  ): Promise<void> {
    // Logins come first.
    const pages = sources.map(
      (source) => `${source}: buildings(first: 1, filter: { sources: ["${source}"] }) { nodes { id } }`,
    );
    await gateway.query(`{ ${pages.join(' ')} }`);
    gateway.sandbox.reset();
    for (const [source, match] of hanging) gateway.sandbox[source].fail(match, { hang: true });
    const answering = gateway.query(document);
    const made = (): Readonly<Record<string, number>> => {
      const paths = sources.flatMap((source) =>
        requests(source).map(({ route }) => `${source} ${String(route)}`),
      );
      return Object.fromEntries(
        [...new Set(paths)].map((path) => [path, paths.filter((each) => each === path).length]),
      );
    };
    try {
      await expect.poll(made, { timeout: 20_000 }).toEqual(expect.objectContaining(calls));
    } finally {
      for (const [source] of hanging) await gateway.sandbox[source].stop();
      await answering;
    }
  }

  it('root fields go out side by side', async () => {
    const of = (provider: string): string => `first: 3, filter: { providers: [${provider}] }`;
    await expectAtOnce(
      `{
        buildings(first: 3) { nodes { name } }
        units(${of('HOMEQ')}) { nodes { number } }
        persons(${of('CASAVI')}) { nodes { displayName } }
        leases(${of('FACILITEE')}) { nodes { startDate } }
        issues(${of('CASAVI')}) { nodes { title } }
        documents(${of('HOMEQ')}) { nodes { title } }
      }`,
      sources.map((source) => [source, '*']),
      {
        'pigello /objects/structural/building/list/': 1,
        'facilitee /api/public/property-users': 1,
        'homeq /api/v3/inventory/': 1,
        'homeq /api/v1/agreements/': 1,
        'casavi /contacts': 1,
        'casavi /tickets': 1,
      },
    );
  });

  it('the sources behind the first go out side by side, where it does not suffice', async () => {
    await expectAtOnce(
      '{ buildings(first: 40) { nodes { name } } }',
      sources.slice(1).map((source) => [source, '*']),
      {
        'pigello /objects/structural/building/list/': 1,
        'facilitee /api/public/Properties': 1,
        'homeq /api/v3/inventory/': 1,
        'casavi /properties': 1,
      },
    );
  });

  it('below a list that they share, no source waits for what hangs on the rows of another', async () => {
    await expectAtOnce(
      '{ buildings(first: 100) { nodes { units(first: 3) { nodes { leases(first: 2) { nodes { startDate } } } } } } }',
      [['casavi', '/properties/{propertyId}/units']],
      {
        'pigello /objects/spaces/spaces/apartment/list/': 1,
        'pigello /contracts/apartmentcontract/list/': 1,
      },
    );
  });
});

describe('scans', () => {
  interface Edge {
    readonly nodes: readonly unknown[];
    readonly sources: readonly { readonly status: string; readonly truncated: boolean }[];
  }
  const edge = (name: string): string => `${name}(first: 3) { nodes { id } sources { status truncated } }`;
  const of = (provider: string): string => `first: 5, filter: { providers: [${provider}] }`;

  describe('with a small budget', () => {
    shared({
      settings: {
        facilitee: { pageSize: 20, limits: { scanCalls: 2 } },
        casavi: { limits: { scanCalls: 2 } },
      },
    });

    it.each([
      ['CASAVI', ['units', 'leases', 'issues'], { 'GET /tickets': 2 }],
      ['FACILITEE', ['issues'], { 'GET /api/public/Issues': 2 }],
    ] as const)('are shared within the query, end, and say so: %s', async (provider, edges, calls) => {
      const answer = await ask<{ persons: Page<Readonly<Record<string, Edge>>> }>(
        `{
          persons(${of(provider)}) { nodes { ${edges.map(edge).join(' ')} } }
          again: persons(${of(provider)}) { nodes { issues(first: 1) { nodes { title } } } }
        }`,
      );
      expect(countCalls(answer.calls)).toMatchObject(calls);
      for (const person of answer.data.persons.nodes)
        for (const name of edges)
          expect(person[name]?.sources).toEqual([{ status: 'PARTIAL', truncated: true }]);
    });
  });

  describe('with room', () => {
    shared({ settings: { facilitee: { pageSize: 20 } } });

    it('read the first page, then the others at once; all at once when the list is known', async () => {
      const { issues } = faciliteeTruth(gateway.sandbox.portfolio);
      const document = `{
        persons(${of('FACILITEE')}) { nodes { ${edge('issues')} } }
        buildings(${of('FACILITEE')}) { nodes { ${edge('issues')} } }
      }`;
      const calls = {
        'GET /api/public/Owners': 1,
        'GET /api/public/Properties': 1,
        'GET /api/public/Issues': Math.ceil(issues.length / 20),
      };
      expect(calls['GET /api/public/Issues']).toBeGreaterThan(2);
      const answer = await ask<Readonly<Record<'persons' | 'buildings', Page<{ issues: Edge }>>>>(document);
      expect(answer).toCall({ facilitee: calls }).inWaves(3);
      const read = [...answer.data.persons.nodes, ...answer.data.buildings.nodes];
      expect(new Set(read.flatMap((each) => each.issues.sources.map(({ status }) => status)))).toEqual(
        new Set(['OK']),
      );
      expect(await ask(document))
        .toCall({ facilitee: calls })
        .inWaves(2);
    });
  });
});
