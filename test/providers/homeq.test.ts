import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HOMEQ_SANDBOX_CREDENTIALS, homeqTruth, type HomeqTruth } from '../../resolvers/homeq/sandbox.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { NodeType } from '../../src/domain/index.js';
import { todayIn } from '../../src/wire/time.js';
import { countCalls } from '../support/calls.js';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { testProvider } from './contract.js';

testProvider({
  name: 'homeq',
  truth: homeqTruth,
  login: '/api/v2/tokens/',
  // The truth names a file by its kind and its agreement; its global id holds the apartment as well.
  truthId: {
    Document: (remoteId) => {
      const [kind = '', , agreement = ''] = remoteId.split(':');
      return `${kind.replace('-', '_')}:${agreement}`;
    },
  },
});

const inventory = 'GET /api/v3/inventory/';
const agreements = 'GET /api/v1/agreements/';
const employees = 'GET /api/v1/employees';
const employee = 'GET /api/v1/employees/{employee_id}';
const apartment = 'GET /api/v4/apartment/{id}';
const estate = 'GET /api/v4/estate/{id}';

interface Named {
  readonly id: string;
  readonly externalId: string | null;
  readonly source: { readonly remoteId: string };
}
interface Page<R = Named> {
  readonly nodes: readonly R[];
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly sources: readonly { readonly status: string; readonly truncated: boolean }[];
}

const dryRun = { headers: { 'gatehouse-upstream': 'dry-run' } };
const named = 'id externalId source { remoteId }';
const idOf = (type: NodeType, ...key: string[]): string => toGlobalId({ type, source: 'homeq', key });
const remoteIds = (nodes: readonly Named[]): readonly string[] => nodes.map(({ source }) => source.remoteId);

let gateway: TestGateway;
let truth: HomeqTruth;
beforeAll(async () => {
  gateway = await startTestGateway({ only: ['homeq'] });
  truth = homeqTruth(gateway.sandbox.portfolio);
});
afterEach(() => gateway.sandbox.reset());
afterAll(() => gateway.close());

/** One query, which must go well, and what it asked of HomeQ. */
async function ask<D>(
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly data: D; readonly calls: Readonly<Record<string, number>>; readonly waves: number }> {
  const answer: Answer<D> = await gateway.query<D>(document, variables);
  expect(answer.errors).toEqual([]);
  return { data: answer.data, calls: countCalls(answer.calls), waves: answer.waves };
}

/** For what is different while nothing is known of the account. */
async function withFresh(
  options: Parameters<typeof startTestGateway>[0],
  test: (fresh: TestGateway) => Promise<void>,
): Promise<void> {
  const fresh = await startTestGateway({ ...options, only: ['homeq'] });
  try {
    await test(fresh);
  } finally {
    await fresh.close();
  }
}

const agreementPages = (): number => Math.ceil(truth.leases.length / 20);

describe('what a query costs at HomeQ', () => {
  const deep = `{ buildings(first: 20) { nodes { units(first: 20) { nodes {
    leases(first: 5) { nodes { tenants { displayName email } } } } } } } }`;

  it('reads estates, apartments and agreements as lists, never one call a row', async () => {
    await withFresh({}, async (fresh) => {
      const first = await fresh.query(deep);
      expect(first.errors).toEqual([]);
      expect(countCalls(first.calls)).toEqual({ [inventory]: 2, [agreements]: agreementPages() });
      // Estates, apartments, the first page of agreements, all the others.
      expect(first.waves).toBe(4);
      const again = await fresh.query(deep);
      expect(countCalls(again.calls)).toEqual(countCalls(first.calls));
      // The size of the agreements is known by now: all pages go out together.
      expect(again.waves).toBe(3);
    });
  });

  it('shares the same pages among all edges of many buildings', async () => {
    const query = `{ buildings(first: 10) { totalCount nodes {
      units(first: 20) { nodes { building { name } leases(first: 5) { nodes { status } } persons(first: 5) { nodes { id } }
        documents(first: 5) { nodes { url } } } }
      leases(first: 5) { nodes { building { id } unit { id } } }
      persons(first: 5) { nodes { email } }
      documents(first: 5) { nodes { subject { id } } } } } }`;
    const { calls } = await ask(query);
    expect(calls).toEqual({ [inventory]: 2, [agreements]: agreementPages(), [employees]: 1 });
  });

  it.each([
    [
      'units with their buildings',
      'units(first: 100) { nodes { building { name office { name } } } }',
      { [inventory]: 1 },
      1,
    ],
    [
      'a page of leases',
      'leases(first: 20) { pageInfo { hasNextPage } nodes { tenants { email } documents(first: 2) { nodes { url subject { id } } } } }',
      { [agreements]: 1 },
      1,
    ],
    [
      'leases with units and buildings',
      'leases(first: 20) { nodes { unit { number } building { name } } }',
      { [agreements]: 1, [inventory]: 1 },
      2,
    ],
    [
      'documents',
      'documents(first: 7) { pageInfo { hasNextPage } nodes { subject { id } } }',
      { [agreements]: 1 },
      1,
    ],
    [
      'persons',
      'persons(first: 100) { nodes { displayName email staffRole createdAt } }',
      { [employees]: 1 },
      1,
    ],
    [
      'details of units, where they are named',
      'units(first: 5) { nodes { number amenities { kind } description } }',
      { [inventory]: 1, [apartment]: 5 },
      2,
    ],
    [
      'details of buildings, where they are named',
      'buildings(first: 3) { nodes { name ownerName } }',
      { [inventory]: 1, [estate]: 3 },
      2,
    ],
    [
      'details of employees, where they are named',
      'persons(first: 4) { nodes { phones { number } } }',
      { [employees]: 1, [employee]: 4 },
      2,
    ],
  ] as const)('%s', async (_, fields, calls, waves) => {
    const answer = await ask(`{ ${fields} }`);
    expect(answer).toMatchObject({ calls, waves });
  });

  it('reads one record by one call, and many by the page that holds them', async () => {
    const one = await ask('query ($id: ID!) { unit(id: $id) { number building { name } } }', {
      id: idOf('Unit', truth.units[3]?.id ?? ''),
    });
    expect(one.calls).toEqual({ [inventory]: 1 });
    await withFresh({}, async (fresh) => {
      const ids = truth.units.slice(0, 100).map(({ id }) => idOf('Unit', id));
      const many = await fresh.query<{ nodes: readonly (Named | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        { ids },
      );
      expect(many.data.nodes.map((node) => node?.id)).toEqual(ids);
      expect(countCalls(many.calls)).toEqual({ [inventory]: 1 });
    });
  });

  it('asks for one building on its own, and its units once for all its edges', async () => {
    const building = truth.buildings.find(({ unitIds }) => unitIds.length > 0 && unitIds.length < 9);
    const { calls } = await ask(
      `query ($id: ID!) { building(id: $id) { units(first: 3) { nodes { id } } leases(first: 3) { nodes { id } } } }`,
      { id: idOf('Building', building?.id ?? '') },
    );
    expect(calls).toEqual({ [inventory]: 2, [agreements]: building?.unitIds.length });
  });

  it('asks for a few units one by one, and for many by all agreements', async () => {
    const query =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Unit { leases(first: 3) { nodes { id } } } } }';
    const ids = truth.units.map(({ id }) => idOf('Unit', id));
    const few = await ask(query, { ids: ids.slice(0, 3) });
    expect(few.calls[agreements]).toBe(3);
    const many = await ask(query, { ids: ids.slice(0, 100) });
    expect(many.calls[agreements]).toBe(agreementPages());
  });
});

describe('what is asked at once', () => {
  const unitIds = (count: number): readonly string[] =>
    truth.units.slice(0, count).map(({ id }) => idOf('Unit', id));
  const largest = () =>
    [...truth.buildings].sort((one, other) => other.unitIds.length - one.unitIds.length)[0];
  const byId = <D>(fresh: TestGateway, document: string, id: string) =>
    fresh.query<D>(`query ($id: ID!) { ${document} }`, { id });

  it.each([
    [
      'a unit with what only its own answer tells',
      () => ['Unit', truth.units[0]?.id] as const,
      'unit(id: $id) { number description amenities { kind } renovatedOn }',
      { [inventory]: 1, [apartment]: 1 },
    ],
    [
      'a building with what only its own answer tells',
      () => ['Building', truth.buildings[0]?.id] as const,
      'building(id: $id) { name description ownerName commonAmenities { kind } }',
      { [inventory]: 1, [estate]: 1 },
    ],
    [
      'an employee with what only the list and what only his own answer tells',
      () => ['Person', 'employee', truth.persons[0]?.id] as const,
      'person(id: $id) { createdAt phones { number } office { name } }',
      { [employees]: 1, [employee]: 1 },
    ],
    [
      'a unit and what hangs on it',
      () => ['Unit', truth.units.find(({ leaseIds }) => leaseIds.length > 0)?.id] as const,
      `unit(id: $id) { number building { name } leases(first: 5) { nodes { tenants { email } } }
        documents(first: 5) { nodes { url } } }`,
      { [inventory]: 1, [agreements]: 1 },
    ],
    [
      'a building and its units',
      () => ['Building', truth.buildings[0]?.id] as const,
      'building(id: $id) { name units(first: 20) { nodes { number } } }',
      { [inventory]: 2 },
    ],
    [
      'a building and the employees of its office',
      () => ['Building', truth.buildings[0]?.id] as const,
      'building(id: $id) { name persons(first: 20) { nodes { displayName } } }',
      { [inventory]: 1, [employees]: 1 },
    ],
    [
      'a lease and the unit that its id names, with all that hangs on that',
      () => ['Lease', ...(truth.leases[0]?.id.split(':') ?? [])] as const,
      'lease(id: $id) { signedDate building { name } unit { number description leases(first: 5) { nodes { signedDate } } } }',
      { [agreements]: 1, [inventory]: 1, [apartment]: 1 },
    ],
    [
      'a lease and the id of its unit',
      () => ['Lease', ...(truth.leases[0]?.id.split(':') ?? [])] as const,
      'lease(id: $id) { signedDate unit { id } }',
      { [agreements]: 1 },
    ],
  ] as const)('%s', async (_, ref, document, expected) => {
    const [type, ...key] = ref();
    await withFresh({}, async (fresh) => {
      const id = idOf(type, ...key.map((part) => part ?? ''));
      const { extensions } = await fresh.query(`query ($id: ID!) { ${document} }`, { id }, dryRun);
      const { errors, calls, waves } = await byId(fresh, document, id);
      expect(errors).toEqual([]);
      expect(countCalls(calls)).toEqual(expected);
      expect(waves).toBe(1);
      const { total } = extensions['upstream'] as { readonly total: { readonly calls: number } };
      expect(total.calls).toBeGreaterThanOrEqual(calls.length);
    });
  });

  it('a tenant and what hangs on him: one scan, and then his apartments', async () => {
    const tenant = truth.tenants.find(({ leaseIds }) => leaseIds.length > 1);
    const { calls, waves } = await ask(
      `query ($id: ID!) { person(id: $id) { displayName units(first: 9) { nodes { number } }
        leases(first: 9) { nodes { status } } documents(first: 9) { nodes { url } } } }`,
      { id: idOf('Person', 'tenant', tenant?.id ?? '') },
    );
    expect(calls[agreements]).toBe(agreementPages());
    expect(waves).toBe(2);
  });

  it('the leases of a building that is known to have many apartments: they do not wait for these', async () => {
    // The units of the leases were read on the way.
    const query = 'building(id: $id) { leases(first: 100) { nodes { status unit { number } } } }';
    const building = largest();
    expect(building?.unitIds.length).toBeGreaterThan(agreementPages());
    await ask(
      '{ leases(first: 1) { nodes { id } } buildings(first: 100) { nodes { units(first: 1) { nodes { id } } } } }',
    );
    const { errors, calls, waves } = await byId(gateway, query, idOf('Building', building?.id ?? ''));
    expect(errors).toEqual([]);
    expect(countCalls(calls)).toEqual({ [inventory]: 2, [agreements]: agreementPages() });
    expect(waves).toBe(1);
  });

  it('nothing that breaks where the record does not exist', async () => {
    for (const [type, document] of [
      [
        'Unit',
        'unit(id: $id) { description leases(first: 5) { nodes { id } } documents(first: 5) { nodes { id } } }',
      ],
      [
        'Building',
        'building(id: $id) { ownerName units(first: 5) { nodes { id } } leases(first: 5) { nodes { id } } }',
      ],
    ] as const) {
      const { data, errors } = await byId(gateway, `found: ${document}`, idOf(type, '987654321'));
      expect([data, errors]).toEqual([{ found: null }, []]);
    }
  });

  it('no more rows than are wanted of one building', async () => {
    await byId(
      gateway,
      'building(id: $id) { units(first: 20) { nodes { id } pageInfo { hasNextPage } } }',
      idOf('Building', largest()?.id ?? ''),
    );
    const window = gateway.sandbox.homeq.requests.find(
      ({ query }) => query.get('estate.id') && query.get('type') === 'apartment',
    );
    expect(window?.query.get('amount')).toBe('21');
  });

  it('two hundred apartments by their ids: the page of the inventory that holds them', async () => {
    await withFresh({}, async (fresh) => {
      const ids = unitIds(200);
      const { data, calls, waves } = await fresh.query<Record<'one' | 'two', readonly (Named | null)[]>>(
        'query ($one: [ID!]!, $two: [ID!]!) { one: nodes(ids: $one) { id } two: nodes(ids: $two) { id } }',
        { one: ids.slice(0, 100), two: ids.slice(100) },
      );
      expect([...data.one, ...data.two].map((node) => node?.id)).toEqual(ids);
      expect(countCalls(calls)).toEqual({ [inventory]: 1 });
      expect(waves).toBe(1);
    });
  });

  it('agreements of thirty units: a call each while nobody has seen how many there are, else their pages', async () => {
    await withFresh({}, async (fresh) => {
      const query =
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Unit { leases(first: 3) { nodes { id } } } } }';
      const unknown = await fresh.query(query, { ids: unitIds(30) });
      expect(countCalls(unknown.calls)[agreements]).toBe(30);
      expect(unknown.calls.filter(({ path }) => path.includes('agreements')).map(({ keys }) => keys)).toEqual(
        Array.from({ length: 30 }, () => 1),
      );
      await fresh.query('{ leases(first: 1) { nodes { id } } }');
      const known = await fresh.query(query, { ids: unitIds(30) });
      expect(countCalls(known.calls)[agreements]).toBe(agreementPages());
      expect(known.waves).toBe(1);
      expect(known.data).toEqual(unknown.data);
    });
  });

  it('the same cursors, whichever way the units of a building were read', async () => {
    const query = `query ($ids: [ID!]!, $first: Int!) { nodes(ids: $ids) { ... on Building {
      units(first: $first) { edges { cursor node { id } } pageInfo { endCursor } } } } }`;
    type Edges = { readonly units: { readonly edges: readonly { readonly cursor: string }[] } };
    const [own, ...others] = truth.buildings.filter(({ unitIds: { length } }) => length > 2).slice(0, 5);
    const cursorsOf = async (ids: readonly (string | undefined)[]) => {
      const { data } = await ask<{ nodes: readonly Edges[] }>(query, {
        ids: ids.map((id) => idOf('Building', id ?? '')),
        first: 3,
      });
      return data.nodes[0]?.units.edges;
    };
    const alone = await cursorsOf([own?.id]);
    expect(alone).toHaveLength(3);
    expect(await cursorsOf([own, ...others].map((each) => each?.id))).toEqual(alone);
  });

  it('a window on documents, once it was seen how many each agreement has', async () => {
    await withFresh({}, async (fresh) => {
      const query = '{ documents(first: 100) { nodes { id } pageInfo { hasNextPage } } }';
      const first = await fresh.query(query);
      // A hundred documents are at least fifty agreements.
      expect(first.calls.filter(({ wave }) => wave <= 2)).toHaveLength(3);
      const again = await fresh.query(query);
      expect(again.data).toEqual(first.data);
      expect(countCalls(again.calls)).toEqual(countCalls(first.calls));
      expect(again.waves).toBe(1);
    });
  });
});

describe('the inventory', () => {
  it('is asked beyond the selected office, with documented parameters only', async () => {
    await ask(
      `{ buildings(first: 7) { nodes { units(first: 5) { nodes { id } } } } units(first: 9) { nodes { id } } }`,
    );
    await ask('query ($id: ID!) { node(id: $id) { id } }', { id: idOf('Unit', truth.units[0]?.id ?? '') });
    const asked = gateway.sandbox.homeq.requests.filter(({ route }) => route === '/api/v3/inventory/');
    expect(asked.length).toBeGreaterThan(3);
    for (const { query, path, status } of asked) {
      expect(path).toBe('/api/v3/inventory/');
      expect(query.get('use_root_office')).toBe('true');
      expect(status).toBe(200);
      for (const name of query.keys()) {
        expect(['type', 'use_root_office', 'offset', 'amount', 'estate.id', 'apartment.id']).toContain(name);
      }
    }
    expect(truth.buildings.some(({ outsideSelectedOffice }) => outsideSelectedOffice)).toBe(true);
  });

  it.each(['text', 'number'] as const)('counts rightly when its total is a %s', async (total) => {
    await withFresh({ sandbox: { settings: { homeq: { total } } } }, async (fresh) => {
      const { data } = await fresh.query<{ buildings: Page; units: Page }>(
        '{ buildings(first: 1) { totalCount } units(first: 1) { totalCount } }',
      );
      expect(data.buildings.totalCount).toBe(truth.buildings.length);
      expect(data.units.totalCount).toBe(truth.units.length);
    });
  });

  it('is read to its end in small pages', async () => {
    await withFresh({ settings: { homeq: { pageSize: 30 } } }, async (fresh) => {
      const { data, errors } = await fresh.query<{ buildings: Page<{ units: Page }> }>(
        '{ buildings(first: 100) { nodes { units(first: 100) { nodes { id source { remoteId } } } } } }',
      );
      expect(errors).toEqual([]);
      expect(data.buildings.nodes.map(({ units }) => remoteIds(units.nodes))).toEqual(
        truth.buildings.map(({ unitIds }) => unitIds),
      );
    });
  });

  it('gives apartments their estate, rent, address and number', async () => {
    const { data } = await ask<{
      units: Page<
        Named & {
          readonly number: string | null;
          readonly kind: string;
          readonly rent: { readonly amount: string; readonly currency: string } | null;
          readonly area: { readonly value: number } | null;
          readonly rooms: number | null;
          readonly address: {
            readonly city: string;
            readonly line1: string;
            readonly street: string;
            readonly houseNumber: string;
            readonly unitNumber: string | null;
            readonly latitude: number | null;
            readonly longitude: number | null;
          };
          readonly building: Named;
        }
      >;
    }>(
      `{ units(first: 100) { nodes { ${named} number kind rooms area { value } rent { amount currency } building { ${named} }
        address { city line1 street houseNumber unitNumber latitude longitude } } } }`,
    );
    for (const [index, unit] of data.units.nodes.entries()) {
      const true_ = truth.units[index];
      expect(unit).toMatchObject({
        externalId: true_?.externalId,
        number: true_?.lgh,
        kind: 'APARTMENT',
        rent: true_?.rent === null ? null : { amount: String(true_?.rent), currency: 'SEK' },
        address: { city: true_?.city, unitNumber: true_?.lgh },
        building: { source: { remoteId: true_?.buildingId } },
      });
      const { address } = unit;
      expect(address.line1).toBe(`${address.street} ${address.houseNumber}`);
      // Some stand swapped on the wire: all of them lie in Sweden.
      if (address.latitude !== null) {
        expect(address.latitude).toBeGreaterThan(55);
        expect(address.latitude).toBeLessThan(69.1);
        expect(address.longitude).toBeGreaterThan(10);
        expect(address.longitude).toBeLessThan(25);
      }
    }
  });

  it('leaves what an estate and an apartment tell on their own to their own answers', async () => {
    const { data } = await ask<{
      units: Page<{
        readonly description: string | null;
        readonly renovatedOn: string | null;
        readonly canCreateListing: boolean;
        readonly amenities: readonly {
          readonly kind: string;
          readonly state: string;
          readonly providerState: string;
        }[];
      }>;
      buildings: Page<{
        readonly description: string | null;
        readonly ownerName: string;
        readonly commonAmenities: readonly object[];
      }>;
    }>(
      `{ units(first: 40) { nodes { description renovatedOn canCreateListing amenities { kind state providerState } } }
        buildings(first: 20) { nodes { description ownerName commonAmenities { kind state } } } }`,
    );
    const states = new Set(data.units.nodes.flatMap(({ amenities }) => amenities.map(({ state }) => state)));
    expect([...states].sort()).toEqual(['INCLUDED', 'NONE', 'PREPARED', 'PRESENT', 'UNKNOWN']);
    for (const { amenities } of data.units.nodes) expect(amenities).toHaveLength(21);
    expect(data.units.nodes.some(({ description }) => description !== null)).toBe(true);
    expect(data.units.nodes.some(({ renovatedOn }) => renovatedOn !== null)).toBe(true);
    expect(data.units.nodes.every(({ canCreateListing }) => typeof canCreateListing === 'boolean')).toBe(
      true,
    );
    expect(
      data.buildings.nodes.every(({ ownerName }) => ownerName === gateway.sandbox.portfolio.company.name),
    ).toBe(true);
    expect(data.buildings.nodes.some(({ commonAmenities }) => commonAmenities.length > 0)).toBe(true);
    expect(data.buildings.nodes.some(({ description }) => description !== null)).toBe(true);
  });
});

describe('filters', () => {
  const references = (records: readonly { readonly externalId: string | null }[]): readonly string[] =>
    records.flatMap(({ externalId }) => externalId ?? []);

  it.each(['buildings', 'units'] as const)(
    '%s by one reference is one call that finds it alone',
    async (list) => {
      const wanted = truth[list].findLast(({ externalId }) => externalId !== null);
      const { data, calls } = await ask<{ page: Page }>(
        `query ($wanted: [String!]) { page: ${list}(filter: { externalId: $wanted }) { totalCount nodes { ${named} } } }`,
        { wanted: [wanted?.externalId] },
      );
      expect(remoteIds(data.page.nodes)).toEqual([wanted?.id]);
      expect(data.page.totalCount).toBe(1);
      expect(calls).toEqual({ [inventory]: 1 });
      expect([...(gateway.sandbox.homeq.requests.at(-1)?.query.keys() ?? [])]).toContain(
        list === 'units' ? 'apartment.external_id' : 'estate.external_id',
      );
    },
  );

  it.each(['buildings', 'units'] as const)('%s by many references are read from the list', async (list) => {
    const wanted = references(truth[list]).slice(0, 12);
    const { data, calls } = await ask<{ page: Page }>(
      `query ($wanted: [String!]) { page: ${list}(filter: { externalId: $wanted }) { nodes { ${named} } } }`,
      { wanted: ['', ' ', 'nobody', ...wanted, ...wanted] },
    );
    expect(data.page.nodes.map(({ externalId }) => externalId)).toEqual(wanted);
    expect(calls).toEqual({ [inventory]: 1 });
  });

  it('asks nothing for references that cannot be', async () => {
    const { data, calls } = await ask<Record<string, Page>>(
      `{ blank: units(filter: { externalId: ["", "  "] }) { nodes { id } }
        leases(filter: { externalId: ["A-1"] }) { nodes { id } totalCount }
        persons(filter: { externalId: ["A-1"] }) { nodes { id } }
        documents(filter: { externalId: ["A-1"] }) { nodes { id } }
        found: leases(filter: { search: "a" }) { nodes { id } }
        ended: leases(filter: { status: [ENDED, ACTIVE] }) { nodes { id } }
        parking: units(filter: { kind: [PARKING] }) { nodes { id } }
        owners: persons(filter: { role: [OWNER] }) { nodes { id } }
        plans: documents(filter: { kind: [FLOOR_PLAN] }) { nodes { id } } }`,
    );
    for (const page of Object.values(data)) expect(page.nodes).toEqual([]);
    expect(calls).toEqual({});
  });

  it('units of one building are asked for by it; of many, by the list', async () => {
    const [one, two, three] = truth.buildings;
    const query = `query ($ids: [ID!], $after: String) {
      units(first: 50, after: $after, filter: { building: $ids }) { nodes { ${named} } pageInfo { hasNextPage endCursor } } }`;
    const single = await ask<{ units: Page }>(query, { ids: [idOf('Building', one?.id ?? '')] });
    expect(remoteIds(single.data.units.nodes)).toEqual(one?.unitIds.slice(0, 50));
    expect(gateway.sandbox.homeq.requests.at(-1)?.query.get('estate.id')).toBe(one?.id);

    const ids = [one, two, three].map((building) => idOf('Building', building?.id ?? ''));
    const foreign = [toGlobalId({ type: 'Building', source: 'elsewhere', key: ['1'] })];
    gateway.sandbox.reset();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, calls }: { data: { units: Page }; calls: object } = await ask(query, {
        ids: [...ids, ...foreign],
        after,
      });
      expect(calls).toEqual({ [inventory]: 1 });
      seen.push(...remoteIds(data.units.nodes));
      after = data.units.pageInfo.hasNextPage ? data.units.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([one, two, three].flatMap((building) => building?.unitIds ?? []));

    gateway.sandbox.reset();
    for (const malformed of [idOf('Building', '../secret'), idOf('Building', '1', '2')]) {
      const { errors } = await gateway.query(query, { ids: [...ids, malformed] });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors[0]?.message).toContain('filter.building');
    }
    expect(gateway.sandbox.homeq.requests).toEqual([]);
    const none = await ask<{ units: Page }>(query, { ids: foreign });
    expect(none.data.units.nodes).toEqual([]);
    expect(none.calls).toEqual({});
  });

  it('units by building and reference hold both', async () => {
    const [building] = truth.buildings;
    const own = truth.units.find(
      ({ buildingId, externalId }) => buildingId === building?.id && externalId !== null,
    );
    const other = truth.units.find(
      ({ buildingId, externalId }) => buildingId !== building?.id && externalId !== null,
    );
    const { data } = await ask<{ units: Page }>(
      `query ($ids: [ID!], $references: [String!]) {
        units(filter: { building: $ids, externalId: $references }) { nodes { ${named} } } }`,
      { ids: [idOf('Building', building?.id ?? '')], references: [own?.externalId, other?.externalId] },
    );
    expect(remoteIds(data.units.nodes)).toEqual([own?.id]);
  });

  it('leases by unit, by person and by both', async () => {
    const tenant = truth.tenants.find(({ leaseIds }) => leaseIds.length > 1);
    const [unitId = ''] = tenant?.unitIds ?? [];
    const ofUnit = truth.leases.filter((lease) => lease.unitId === unitId).map(({ id }) => id);
    const variables = { unit: [idOf('Unit', unitId)], person: [idOf('Person', 'tenant', tenant?.id ?? '')] };
    const { data } = await ask<Record<'unit' | 'person' | 'both' | 'staff', Page>>(
      `query ($unit: [ID!], $person: [ID!], $staff: [ID!]) {
        unit: leases(filter: { unit: $unit }) { nodes { ${named} } }
        person: leases(filter: { person: $person }) { nodes { ${named} } }
        both: leases(filter: { unit: $unit, person: $person }) { nodes { ${named} } }
        staff: leases(filter: { person: $staff }) { nodes { ${named} } } }`,
      { ...variables, staff: [idOf('Person', 'employee', truth.persons[0]?.id ?? '')] },
    );
    expect(remoteIds(data.unit.nodes)).toEqual(ofUnit);
    expect(remoteIds(data.person.nodes)).toEqual(tenant?.leaseIds);
    expect(remoteIds(data.both.nodes)).toEqual(ofUnit.filter((id) => tenant?.leaseIds.includes(id)));
    expect(data.staff.nodes).toEqual([]);
  });

  it('leases by status: UPCOMING while the signature lies ahead, else UNKNOWN', async () => {
    const today = todayIn('Europe/Stockholm');
    const ahead = truth.leases.filter(({ signDate }) => signDate !== null && signDate > today);
    const { data, waves } = await ask<{
      leases: Page<Named & { status: string; signedDate: string }>;
      others: Page<{ status: string }>;
    }>(
      `{ leases(first: 50, filter: { status: [UPCOMING] }) { nodes { ${named} status signedDate } }
        others: leases(first: 50, filter: { status: [UNKNOWN, ENDED] }) { nodes { status } } }`,
    );
    expect(remoteIds(data.leases.nodes)).toEqual(ahead.map(({ id }) => id));
    expect(data.leases.nodes.map(({ signedDate }) => signedDate)).toEqual(
      ahead.map(({ signDate }) => signDate),
    );
    expect(data.others.nodes).toHaveLength(50);
    expect(new Set(data.others.nodes.map(({ status }) => status))).toEqual(new Set(['UNKNOWN']));
    expect(waves).toBeLessThanOrEqual(3);
  });

  it('documents by kind and by what they hang on', async () => {
    const lease = truth.leases.find(({ documentIds }) => documentIds.length === 2);
    const { data } = await ask<
      Record<'cards' | 'ofLease' | 'ofUnit', Page<Named & { kind: string; providerKind: string }>>
    >(
      `query ($lease: [ID!], $unit: [ID!]) {
        cards: documents(first: 100, filter: { kind: [PROFILE_CARD, STATEMENT] }) { nodes { ${named} kind providerKind } }
        ofLease: documents(filter: { lease: $lease }) { nodes { ${named} kind } }
        ofUnit: documents(filter: { unit: $unit, kind: [LEASE_CONTRACT] }) { nodes { ${named} kind } } }`,
      {
        lease: [idOf('Lease', ...(lease?.id.split(':') ?? []))],
        unit: [idOf('Unit', lease?.unitId ?? '')],
      },
    );
    const cards = truth.documents.filter(({ kind }) => kind === 'profile_card');
    expect(data.cards.nodes).toHaveLength(Math.min(100, cards.length));
    for (const { kind, providerKind } of data.cards.nodes) {
      expect([kind, providerKind]).toEqual(['PROFILE_CARD', 'profile_card']);
    }
    expect(data.ofLease.nodes.map(({ kind }) => kind)).toEqual(['LEASE_CONTRACT', 'PROFILE_CARD']);
    expect(remoteIds(data.ofUnit.nodes)).toContain(
      `digital-contract:${lease?.unitId ?? ''}:${lease?.agreementId ?? ''}`,
    );
  });
});

describe('persons', () => {
  it('are employees, with what only their own answer tells', async () => {
    type Employee = Named &
      Readonly<
        Record<'displayName' | 'createdAt' | 'staffRole' | 'accountStatus' | 'kind', string | null>
      > & {
        readonly roles: readonly string[];
        readonly phones: readonly { readonly number: string }[];
        readonly office: { readonly remoteId: string; readonly name: string };
      };
    const fields = `${named} kind roles displayName createdAt staffRole accountStatus phones { number } office { remoteId name }`;
    const { data } = await ask<{ persons: Page<Employee> }>(
      `{ persons(first: 100) { nodes { ${fields} } } }`,
    );
    expect(remoteIds(data.persons.nodes)).toEqual(truth.persons.map(({ id }) => id));
    for (const person of data.persons.nodes) {
      expect(person).toMatchObject({ roles: ['STAFF'], externalId: null });
      expect(person.displayName).toBeTruthy();
      expect(person.createdAt).toMatch(/^\d{4}-.*Z$/);
      expect(person.staffRole).toBeTruthy();
      expect(person.office.name).toBeTruthy();
      expect(person.office.remoteId).toMatch(/^\d+$/);
    }
    // The account for programs is nobody.
    expect(data.persons.nodes.filter(({ kind }) => kind === 'UNKNOWN')).toHaveLength(1);

    const [first] = data.persons.nodes;
    const alone = await ask<{ person: Employee }>(`query ($id: ID!) { person(id: $id) { ${fields} } }`, {
      id: first?.id,
    });
    expect(alone.data.person).toEqual(first);
    // Their own answer has no date; without it the list is not asked.
    expect(alone.calls).toEqual({ [employee]: 1, [employees]: 1 });
    const short = await ask('query ($id: ID!) { person(id: $id) { displayName phones { number } } }', {
      id: first?.id,
    });
    expect(short.calls).toEqual({ [employee]: 1 });
  });

  it('that work outside the selected office are in no list, and found by id, alone and among others', async () => {
    const [listed, outside] = truth.persons.map(({ id }) => id);
    gateway.sandbox.homeq.fail('/api/v1/employees', {
      status: 200,
      body: { employees: [{ id: Number(listed), name: 'Bo Ek', date_joined: '2021-05-03T10:20:30' }] },
    });
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Person { displayName createdAt } } }';
    const ids = [outside, listed].map((id) => idOf('Person', 'employee', id ?? ''));
    const { data, calls } = await ask<{ nodes: readonly { displayName: string }[] }>(query, { ids });
    expect(data.nodes).toMatchObject([
      { id: ids[0], createdAt: null },
      { id: ids[1], displayName: 'Bo Ek', createdAt: '2021-05-03T08:20:30.000Z' },
    ]);
    expect(data.nodes[0]?.displayName).toBeTruthy();
    expect(calls).toEqual({ [employees]: 1, [employee]: 1 });
    const alone = await ask<{ nodes: readonly object[] }>(query, { ids: ids.slice(0, 1) });
    expect(alone.data.nodes).toEqual(data.nodes.slice(0, 1));
  });

  it('are tenants by their agreements, with all that hangs on them', async () => {
    const tenant = truth.tenants.find(({ leaseIds }) => leaseIds.length > 1);
    const documents = truth.documents.filter(({ subjectId }) => tenant?.leaseIds.includes(subjectId ?? ''));
    const { data, calls } = await ask<{
      person: Named &
        Readonly<Record<'firstName' | 'lastName' | 'email' | 'derivation', string>> &
        Readonly<Record<'units' | 'leases' | 'documents' | 'issues', Page>>;
    }>(
      `query ($id: ID!) { person(id: $id) { ${named} roles derivation firstName lastName email accountStatus
        units(first: 9) { nodes { ${named} } } leases(first: 9) { nodes { ${named} } } documents(first: 9) { nodes { ${named} } }
        issues(first: 1) { nodes { id } sources { status } } } }`,
      { id: idOf('Person', 'tenant', tenant?.id ?? '') },
    );
    expect(data.person).toMatchObject({
      roles: ['TENANT'],
      derivation: 'DERIVED_FROM_AGREEMENT',
      firstName: tenant?.firstName,
      lastName: tenant?.lastName,
      email: tenant?.email,
      source: { remoteId: tenant?.id },
      issues: { sources: [{ status: 'SKIPPED' }] },
    });
    expect(remoteIds(data.person.units.nodes)).toEqual(tenant?.unitIds);
    expect(remoteIds(data.person.leases.nodes)).toEqual(tenant?.leaseIds);
    expect(data.person.documents.nodes).toHaveLength(documents.length);
    expect(calls[agreements]).toBe(agreementPages());
  });

  it('of a building are the employees of its office', async () => {
    const { data } = await ask<{
      buildings: Page<{
        readonly office: { readonly name: string };
        readonly persons: Page<{ readonly office: { readonly name: string } }>;
      }>;
    }>(
      '{ buildings(first: 20) { nodes { office { name } persons(first: 50) { nodes { office { name } } } } } }',
    );
    for (const { office, persons } of data.buildings.nodes) {
      for (const person of persons.nodes) expect(person.office.name).toBe(office.name);
    }
    expect(data.buildings.nodes.some(({ persons }) => persons.nodes.length > 0)).toBe(true);
  });

  it('show no personal number, nor does anything else', async () => {
    const { data } = await ask<unknown>(
      `{ persons(first: 100) { nodes { firstName lastName email phones { number } note } }
        leases(first: 100) { nodes { number tenants { firstName lastName email note phones { number } } } } }`,
    );
    const numbers = gateway.sandbox.portfolio.persons.flatMap(({ nationalId }) => nationalId ?? []);
    expect(numbers.length).toBeGreaterThan(100);
    const said = JSON.stringify([data, gateway.logged]);
    expect(numbers.filter((number) => said.includes(number))).toEqual([]);
  });
});

describe('a search that would cost too much', () => {
  it('says so: by id with an error, in a list with `truncated` and a cursor that goes on', async () => {
    await withFresh({ settings: { homeq: { limits: { scanCalls: 3 } } } }, async (fresh) => {
      const last = truth.tenants.at(-1);
      const found = truth.tenants[0];
      const byId = await fresh.query<{ nodes: readonly (Named | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        { ids: [found, last].map((tenant) => idOf('Person', 'tenant', tenant?.id ?? '')) },
      );
      expect(byId.data.nodes[0]).not.toBeNull();
      expect(byId.data.nodes[1]).toBeNull();
      expect(byId.errors).toMatchObject([
        { path: ['nodes', 1], extensions: { code: 'CALL_LIMIT_EXCEEDED', source: 'homeq' } },
      ]);
      expect(byId.errors[0]?.message).toContain('limits.scanCalls');
      expect(countCalls(byId.calls)).toEqual({ [agreements]: 3 });

      const seen: string[] = [];
      let after: string | null = null;
      let reads = 0;
      do {
        const { data, calls }: Answer<{ leases: Page }> = await fresh.query<{ leases: Page }>(
          `query ($ids: [ID!], $after: String) { leases(first: 5, after: $after, filter: { person: $ids }) {
            nodes { ${named} } sources { status truncated } pageInfo { hasNextPage endCursor } } }`,
          { ids: [idOf('Person', 'tenant', last?.id ?? '')], after },
        );
        reads += 1;
        expect(calls.length).toBeLessThanOrEqual(4);
        seen.push(...remoteIds(data.leases.nodes));
        if (data.leases.pageInfo.hasNextPage)
          expect(data.leases.sources).toMatchObject([{ status: 'PARTIAL', truncated: true }]);
        after = data.leases.pageInfo.hasNextPage ? data.leases.pageInfo.endCursor : null;
      } while (after !== null);
      expect(reads).toBe(Math.ceil(agreementPages() / 3));
      expect(seen).toEqual(last?.leaseIds);
    });
  });
});

describe('ids', () => {
  it.each<[NodeType, string[]]>([
    ['Building', ['0']],
    ['Building', ['01']],
    ['Building', ['-1']],
    ['Building', ['1.5']],
    ['Building', ['..']],
    ['Building', ['1/../2']],
    ['Building', ['1', '2']],
    ['Unit', ['abc']],
    ['Unit', ['1'.repeat(16)]],
    ['Person', ['200']],
    ['Person', ['employee', 'x']],
    ['Person', ['owner', '200']],
    ['Person', ['tenant', '1', '2']],
    ['Lease', ['5001']],
    ['Lease', ['5001', '..']],
    ['Document', ['digital-contract', '5001']],
    ['Document', ['digital_contract', '1001', '5001']],
    ['Document', ['profile-card', '1001', '../5001']],
    ['Issue', ['1']],
    ['Task', ['1']],
    ['Comment', ['1']],
  ])('%s %j is refused and never asked for', async (type, key) => {
    const answer = await gateway.query<{ node: null }>('query ($id: ID!) { node(id: $id) { id } }', {
      id: idOf(type, ...key),
    });
    expect(answer.data.node).toBeNull();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(answer.calls).toEqual([]);
  });

  it('hold the apartment of a lease: another one does not lead to it', async () => {
    const [lease] = truth.leases;
    const other = truth.units.find(({ id }) => id !== lease?.unitId);
    const { data } = await ask<{ nodes: readonly (Named | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      {
        ids: [
          idOf('Lease', lease?.agreementId ?? '', lease?.unitId ?? ''),
          idOf('Lease', lease?.agreementId ?? '', other?.id ?? ''),
          idOf('Document', 'digital-contract', other?.id ?? '', lease?.agreementId ?? ''),
        ],
      },
    );
    expect(data.nodes.map((node) => node !== null)).toEqual([true, false, false]);
  });
});

describe('a failed call', () => {
  it('takes the place of its own key only', async () => {
    const [bad, good] = truth.units.filter(({ leaseIds }) => leaseIds.length > 0);
    gateway.sandbox.homeq.fail(({ query }) => query.get('apartment_id') === bad?.id, { status: 503 });
    const { data, errors } = await gateway.query<{ nodes: readonly { leases: Page }[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Unit { leases(first: 5) { nodes { ${named} } sources { status } } } } }`,
      { ids: [bad, good].map((unit) => idOf('Unit', unit?.id ?? '')) },
    );
    expect(data.nodes[0]?.leases).toMatchObject({ nodes: [], sources: [{ status: 'FAILED' }] });
    expect(remoteIds(data.nodes[1]?.leases.nodes ?? [])).toEqual(good?.leaseIds);
    expect(errors).toMatchObject([{ path: ['nodes', 0, 'leases'], extensions: { code: 'UPSTREAM_STATUS' } }]);
  });

  it('for a detail leaves the record standing', async () => {
    // A gateway of its own: whoever was asked to wait does, in the next test as well.
    await withFresh({}, async (fresh) => {
      fresh.sandbox.homeq.fail('/api/v4/apartment/{id}', {
        status: 429,
        // Beyond what an operation waits for.
        headers: { 'retry-after': '30' },
        times: 1,
      });
      const { data, errors } = await fresh.query<{
        units: Page<{ number: string; description: string | null }>;
      }>('{ units(first: 3) { nodes { id number description } } }');
      expect(data.units.nodes).toHaveLength(3);
      expect(errors).toMatchObject([
        {
          path: ['units', 'nodes', expect.any(Number), 'description'],
          extensions: { code: 'UPSTREAM_RATE_LIMITED', retryAfter: 30 },
        },
      ]);
    });
  });
});

describe('a failed call for what a record read by id leaves to its own answer', () => {
  it('leaves the record standing', async () => {
    gateway.sandbox.homeq.fail('/api/v4/apartment/{id}', { status: 503 });
    const { data, errors, calls } = await gateway.query<{ unit: Named & { description: null } }>(
      `query ($id: ID!) { unit(id: $id) { ${named} description } }`,
      { id: idOf('Unit', truth.units[0]?.id ?? '') },
    );
    expect(data.unit).toMatchObject({ source: { remoteId: truth.units[0]?.id }, description: null });
    expect(errors).toMatchObject([
      { path: ['unit', 'description'], extensions: { code: 'UPSTREAM_STATUS' } },
    ]);
    expect(countCalls(calls)).toEqual({ [inventory]: 1, [apartment]: 3 });
  });
});

describe('the login', () => {
  const query = '{ buildings(first: 1) { nodes { id } } }';
  const login = '/api/v2/tokens/';
  const { username, password } = HOMEQ_SANDBOX_CREDENTIALS;

  it.each([
    ['HOMEQ_TWO_FACTOR_TOKEN, missing', { twoFactorToken: '123456' }, {}],
    ['HOMEQ_TWO_FACTOR_TOKEN, set', { twoFactorToken: '123456' }, { twoFactorToken: '654321' }],
    ['HOMEQ_DEVICE_TOKEN, missing', { deviceToken: 'device-1' }, {}],
    ['HOMEQ_DEVICE_TOKEN, set', { deviceToken: 'device-1' }, { deviceToken: 'device-2' }],
  ])('names the setting that is to be mended: %s', async (setting, account, given) => {
    await withFresh(
      {
        sandbox: { settings: { homeq: account } },
        settings: { homeq: { credentials: { username, password, ...given } } },
      },
      async (fresh) => {
        const { errors } = await fresh.query(query);
        expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAUTHORIZED', retryable: false } }]);
        expect(errors[0]?.message).toContain(setting);
        for (const secret of Object.values({ ...account, ...given, password }))
          expect(JSON.stringify(errors)).not.toContain(secret);
      },
    );
  });

  it('sends both tokens where they are wanted', async () => {
    const tokens = { twoFactorToken: '123456', deviceToken: 'device-1' };
    await withFresh(
      {
        sandbox: { settings: { homeq: tokens } },
        settings: { homeq: { credentials: { username, password, ...tokens } } },
      },
      async (fresh) => expect((await fresh.query(query)).errors).toEqual([]),
    );
  });

  it.each([
    [403, 'HOMEQ_USERNAME'],
    [409, 'right profile'],
  ])('refused with %i says what to do', async (status, cure) => {
    await withFresh({}, async (fresh) => {
      fresh.sandbox.homeq.fail(login, { status, body: { error: 'secret-word', description: 'secret-word' } });
      const { errors } = await fresh.query(query);
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAUTHORIZED' } }]);
      expect(errors[0]?.message).toContain(cure);
      expect(errors[0]?.message).not.toContain('secret-word');
    });
  });

  it('is not repeated while the token that it brought lives', async () => {
    await withFresh({ sandbox: { settings: { homeq: { tokenLifetimeSeconds: 3600 } } } }, async (fresh) => {
      await fresh.query(query);
      await fresh.query(query);
      const logins = fresh.sandbox.homeq.requests.filter(({ path }) => path === login);
      expect(logins).toHaveLength(1);
    });
  });
});

it('sends paths as they stand in the table, or as the operator has them', async () => {
  await withFresh(
    { settings: { homeq: { paths: { inventory: '/elsewhere/inventory' } } } },
    async (fresh) => {
      const { errors } = await fresh.query(
        '{ buildings(first: 1) { nodes { id } } persons(first: 1) { nodes { id } } }',
      );
      expect(errors).toMatchObject([{ path: ['buildings'], extensions: { code: 'UPSTREAM_STATUS' } }]);
      expect(fresh.sandbox.homeq.requests.map(({ path }) => path).sort()).toEqual([
        '/api/v1/employees',
        '/api/v2/tokens/',
        '/elsewhere/inventory',
      ]);
    },
  );
});
