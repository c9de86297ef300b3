import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { NodeType } from '../../src/domain/index.js';
import { countCalls } from '../support/calls.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { contractQuery, nestedQuery } from '../support/queries.js';
import { wholeTruth } from './facilitee/truth.js';

const at = {
  properties: 'GET /api/public/Properties',
  property: 'GET /api/public/Properties/{id}',
  units: 'GET /api/public/PropertyUnit',
  unit: 'GET /api/public/PropertyUnit/{id}',
  owners: 'GET /api/public/Owners',
  owner: 'GET /api/public/Owners/{id}',
  managers: 'GET /api/public/managers',
  manager: 'GET /api/public/managers/{id}',
  serviceProviders: 'GET /api/public/service-providers',
  users: 'GET /api/public/property-users',
  user: 'GET /api/public/property-users/{id}',
  issues: 'GET /api/public/Issues',
};

/** What queries cost: every test has a gateway of its own, since the sizes of lists are remembered. */
describe('the calls of facilitee', () => {
  let gateway: TestGateway;
  let truth: FaciliteeTruth;
  beforeEach(async () => {
    gateway = await startTestGateway({ only: ['facilitee'] });
    // Answers take a while, so that what goes out together is counted as one wave.
    gateway.sandbox.facilitee.fail('*', { delayMs: 10 });
    truth = wholeTruth(gateway.sandbox.portfolio);
  });
  afterEach(() => gateway.close());

  const ask = async (document: string, variables: object = {}) => {
    const answer = await gateway.query<never>(document, { ...variables });
    expect(answer.errors).toEqual([]);
    return { waves: answer.waves, calls: countCalls(answer.calls) };
  };
  /** Tells the gateway how long the lists are. Until then records are read one by one, since nobody knows better. */
  const learn = () =>
    gateway.query(
      '{ persons(first: 1) { totalCount } buildings(first: 1) { totalCount } issues(first: 1) { totalCount } }',
    );
  const idOf = (type: NodeType, ...key: (string | undefined)[]): string =>
    toGlobalId({ type, source: 'facilitee', key: key.map((part) => part ?? '') });
  const ids = (type: 'Unit' | 'Person' | 'Lease', remoteIds: readonly string[]): string[] =>
    remoteIds.map((id) => toGlobalId({ type, source: 'facilitee', key: id.split(':') }));
  /** Pages of all property users: the dates of every lease stand in them. */
  const userPages = (): number =>
    Math.ceil(truth.persons.filter(({ id }) => id.startsWith('property-user:')).length / 100);

  it('buildings, units, leases and tenants: one a property for its units, one a page for all leases', async () => {
    const cost = { [at.properties]: 1, [at.units]: truth.buildings.length, [at.users]: userPages() };
    expect(userPages()).toBe(4);
    expect(await ask(nestedQuery)).toEqual({ waves: 4, calls: cost });
    // Once the number of users is known, their pages go out together.
    expect(await ask(nestedQuery)).toEqual({ waves: 3, calls: cost });
  });

  it('the contract query: one a level, and one for each unit whose files are looked for', async () => {
    await learn();
    const { waves, calls } = await ask(contractQuery);
    const buildings = truth.buildings.slice(0, 7);
    const { [at.unit]: units, ...lists } = calls;
    expect(lists).toEqual({
      [at.properties]: 1,
      [at.units]: buildings.length,
      [at.users]: userPages(),
      [at.issues]: 1,
      [at.owners]: 1,
      [at.managers]: 1,
    });
    expect(units).toBeGreaterThan(0);
    expect(units).toBeLessThanOrEqual(buildings.flatMap(({ unitIds }) => unitIds).length);
    // Properties, units, issues, and two roles after one another in which a reporter is looked for.
    expect(waves).toBe(5);
  });

  it('a list with what its rows hold: its pages, the first alone where the size is not known', async () => {
    expect(await ask('{ buildings(first: 100) { totalCount nodes { name address { city } } } }')).toEqual({
      waves: 1,
      calls: { [at.properties]: 1 },
    });
    expect(
      await ask(
        '{ leases(first: 100) { nodes { status unit { number floor address { city } } tenants { email } } } }',
      ),
    ).toEqual({
      waves: 1,
      calls: { [at.users]: 1 },
    });
    expect(
      await ask(
        '{ issues(first: 50) { nodes { title building { name } unit { floor building { name } } } } }',
      ),
    ).toEqual({
      waves: 1,
      calls: { [at.issues]: 1 },
    });
    expect(
      await ask(
        '{ units(first: 25) { nodes { number kind ownerName managerName building { name isActive } } } }',
      ),
    ).toEqual({
      waves: 2,
      calls: { [at.properties]: 1, [at.units]: 1 },
    });
  });

  it('what only the single record tells: one a unit, all of them together', async () => {
    expect(
      await ask(
        '{ units(first: 25) { nodes { occupancy owner { displayName email } defaultIssueManager { email } persons(first: 5) { nodes { displayName } } documents(first: 5) { nodes { title url } } } } }',
      ),
    ).toEqual({
      waves: 3,
      calls: { [at.properties]: 1, [at.units]: 1, [at.unit]: 25 },
    });
  });

  it('the owners of 40 units of one property: the property, its units, and each of these', async () => {
    const [building] = truth.buildings;
    const items = truth.units.slice(0, 40).map(({ id }) => ({ id: Number(id) }));
    gateway.sandbox.facilitee.fail(({ query }) => query.get('propertyId') === building?.id, {
      status: 200,
      body: { numberOfPages: 1, totalItems: 40, pageSize: 100, currentPage: 1, items },
    });
    expect(
      await ask(
        'query ($id: ID!) { building(id: $id) { units(first: 40) { nodes { owner { displayName email } } } } }',
        { id: idOf('Building', building?.id) },
      ),
    ).toEqual({ waves: 2, calls: { [at.property]: 1, [at.units]: 1, [at.unit]: 40 } });
  });

  it('a record by id and what hangs on it: everything that needs the id alone in the first wave', async () => {
    const [building] = truth.buildings;
    expect(
      await ask(
        `query ($id: ID!) { building(id: $id) { name units(first: 5) { nodes { number } } issues(first: 5) { nodes { title } }
          persons(first: 5) { nodes { displayName } } documents(first: 5) { nodes { title } } } }`,
        { id: idOf('Building', building?.id) },
      ),
    ).toEqual({
      waves: 2,
      calls: { [at.property]: 1, [at.units]: 1, [at.issues]: 1, [at.unit]: building?.unitIds.length },
    });
    const unit = truth.units.find(({ leaseIds }) => leaseIds.length === 1);
    expect(
      await ask(
        `query ($id: ID!) { unit(id: $id) { owner { email } persons(first: 5) { nodes { email } }
          documents(first: 5) { nodes { title subject { id ... on Unit { number } } } } issues(first: 5) { nodes { title } }
          leases(first: 5) { nodes { endDate } } } }`,
        { id: idOf('Unit', unit?.id) },
      ),
    ).toEqual({ waves: 2, calls: { [at.unit]: 1, [at.issues]: 1, [at.user]: 1 } });
    const [lease] = unit?.leaseIds ?? [];
    expect(
      await ask(
        `query ($id: ID!) { person(id: $id) { displayName leases(first: 5) { nodes { endDate tenants { displayName leases(first: 5) { nodes { id } } } } }
          units(first: 5) { nodes { number } } documents(first: 5) { nodes { title } } } }`,
        { id: idOf('Person', 'property-user', lease?.split(':')[1]) },
      ),
    ).toEqual({ waves: 1, calls: { [at.user]: 1 } });
    expect(
      await ask(
        'query ($id: ID!) { person(id: $id) { email tags documents(first: 5) { nodes { title } } } }',
        {
          id: idOf('Person', 'service-provider', '1'),
        },
      ),
    ).toEqual({ waves: 1, calls: { 'GET /api/public/service-providers/{id}': 1 } });
  });

  it('what hangs on a property or a unit that does not exist: no rows, and no error', async () => {
    const edges = ['units', 'leases', 'persons', 'documents', 'issues'];
    expect(
      await ask(
        `query ($id: ID!) { building(id: $id) { ${edges.map((edge) => `${edge}(first: 5) { nodes { id } }`).join(' ')} } }`,
        { id: idOf('Building', '900000000') },
      ),
    ).toEqual({ waves: 1, calls: { [at.property]: 1, [at.units]: 1, [at.issues]: 1 } });
    expect(
      await ask(
        `query ($units: [ID!], $buildings: [ID!]) {
          units(filter: { building: $buildings }) { nodes { id } }
          leases(filter: { unit: $units }) { nodes { id } }
          documents(filter: { building: $buildings }) { nodes { id } } }`,
        { units: [idOf('Unit', '900000000')], buildings: [idOf('Building', '900000000')] },
      ),
    ).toEqual({ waves: 1, calls: { [at.units]: 1, [at.unit]: 1 } });
  });

  it.each([
    [
      'unit',
      2,
      ({ leaseIds }: { readonly leaseIds: readonly string[] }) => ({ [at.user]: leaseIds.length - 2 }),
    ],
    ['building', 3, () => ({ [at.users]: userPages() })],
  ] as const)(
    'the leases of a %s: a cursor leads on, whichever way they are read next',
    async (type, first, further) => {
      const parent =
        type === 'unit'
          ? truth.units.find(({ leaseIds }) => leaseIds.length > 2)
          : truth.buildings.find(({ unitIds }) => unitIds.length === 12);
      const read = async (limit: number, after: string | null) => {
        const { data, errors, calls } = await gateway.query<
          Record<
            typeof type,
            { leases: { nodes: { source: { remoteId: string } }[]; pageInfo: { endCursor: string } } }
          >
        >(
          `query ($id: ID!, $after: String) { ${type}(id: $id) { leases(first: ${limit}, after: $after) {
          nodes { source { remoteId } } pageInfo { endCursor } } } }`,
          { id: idOf(type === 'unit' ? 'Unit' : 'Building', parent?.id), after },
        );
        expect(errors).toEqual([]);
        const { nodes, pageInfo } = data[type].leases;
        return {
          found: nodes.map(({ source }) => source.remoteId),
          end: pageInfo.endCursor,
          calls: countCalls(calls),
        };
      };
      const one = await read(first, null);
      expect(one.calls).toMatchObject({ [at.user]: first });
      await learn();
      const rest = await read(100, one.end);
      expect(rest.calls).toMatchObject(further(parent ?? { leaseIds: [] }));
      expect([...one.found, ...rest.found].sort()).toEqual([...(parent?.leaseIds ?? [])].sort());
      expect((await read(100, null)).found).toEqual([...one.found, ...rest.found]);
    },
  );

  it('the managers of many units: one by one, or their list once it is known to be shorter', async () => {
    const document = '{ units(first: 100) { nodes { manager { displayName } } } }';
    const managers = (await ask(document)).calls[at.manager] ?? 0;
    expect(managers).toBeGreaterThan(1);
    await learn();
    const { calls } = await ask(document);
    expect(calls).toMatchObject({ [at.managers]: 1 });
    expect(calls).not.toHaveProperty([at.manager]);
  });

  it('what units leave out of their people: the lists of their roles, each once', async () => {
    await learn();
    const { calls } = await ask(
      '{ units(first: 100) { nodes { owner { externalId unitCount } manager { externalId staffRole } defaultIssueManager { externalId } } } }',
    );
    expect(calls[at.owners]).toBe(1);
    expect(calls[at.managers]).toBe(1);
    expect(calls).not.toHaveProperty([at.owner]);
    expect(calls).not.toHaveProperty([at.manager]);
  });

  it('the counters of persons by id: single records and a search each, or the list where it is shorter', async () => {
    const document =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { unitCount activeIssueCount } } }';
    const owners = { ids: ids('Person', ['owner:1', 'owner:2', 'owner:3']) };
    expect(await ask(document, owners)).toEqual({ waves: 2, calls: { [at.owner]: 3, [at.owners]: 3 } });
    await learn();
    expect(await ask(document, owners)).toEqual({ waves: 1, calls: { [at.owners]: 1 } });
    // One page is fewer than one single record and one search, too.
    expect(await ask(document, { ids: owners.ids.slice(0, 1) })).toEqual({
      waves: 1,
      calls: { [at.owners]: 1 },
    });
  });

  it('what only single records and only rows tell of a person: both, at the same time', async () => {
    const document =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { unitCount invoiceDetails { email } } } }';
    const owners = { ids: ids('Person', ['owner:1', 'owner:2']) };
    expect(await ask(document, owners)).toEqual({ waves: 2, calls: { [at.owner]: 2, [at.owners]: 2 } });
    await learn();
    expect(await ask(document, owners)).toEqual({ waves: 1, calls: { [at.owner]: 2, [at.owners]: 1 } });
  });

  it('what an issue or a unit names of a property in part: one by one, or the list of properties', async () => {
    const document = '{ issues(first: 50) { nodes { building { name externalId isActive } } } }';
    const { waves, calls } = await ask(document);
    expect(waves).toBe(2);
    expect(Object.keys(calls).sort()).toEqual([at.issues, at.property].sort());
    await learn();
    expect(await ask(document)).toEqual({ waves: 2, calls: { [at.issues]: 1, [at.properties]: 1 } });
  });

  it('issues of many units, buildings and persons: one read through the list', async () => {
    const { calls } = await ask(`{
      units(first: 50) { nodes { issues(first: 5) { nodes { title } } } }
      buildings(first: 16) { nodes { issues(first: 5) { nodes { title } } } }
      persons(first: 50) { nodes { issues(first: 5) { nodes { title } } } }
    }`);
    expect(calls[at.issues]).toBe(1);
  });

  it('a read through several pages: the first, then the rest together; all together once the size is known', async () => {
    await gateway.close();
    gateway = await startTestGateway({ only: ['facilitee'], settings: { facilitee: { pageSize: 20 } } });
    gateway.sandbox.facilitee.fail('*', { delayMs: 10 });
    const document = '{ buildings(first: 5) { nodes { issues(first: 5) { nodes { title } } } } }';
    const calls = { [at.properties]: 1, [at.issues]: Math.ceil(truth.issues.length / 20) };
    expect(await ask(document)).toEqual({ waves: 3, calls });
    expect(await ask(document)).toEqual({ waves: 2, calls });
  });

  it('reporters: the lists of users, where they are fewer pages than there are reporters', async () => {
    await learn();
    const { waves, calls } = await ask('{ issues(first: 50) { nodes { reporter { displayName } } } }');
    expect(calls).toEqual({ [at.issues]: 1, [at.users]: userPages(), [at.owners]: 1, [at.managers]: 1 });
    expect(waves).toBe(3);
  });

  it('many units in part: the units of all properties, once they are known to be fewer calls', async () => {
    const document = '{ leases(first: 100) { nodes { building { name } } } }';
    expect((await ask(document)).calls[at.unit]).toBeGreaterThan(truth.buildings.length + 1);
    await learn();
    expect(await ask(document)).toEqual({
      waves: 3,
      calls: { [at.users]: 1, [at.properties]: 1, [at.units]: truth.buildings.length },
    });
    // Who owns a unit stands in its own record alone.
    const { calls } = await ask('{ leases(first: 100) { nodes { unit { owner { displayName } } } } }');
    expect(calls).not.toHaveProperty([at.units]);
  });

  it('what hangs on a person by id: the reads that need no name begin beside the person', async () => {
    const issues =
      'query ($id: ID!) { person(id: $id) { displayName issues(first: 5) { nodes { title } } } }';
    expect(await ask(issues, { id: idOf('Person', 'property-user', '1') })).toEqual({
      waves: 1,
      calls: { [at.user]: 1, [at.issues]: 1 },
    });
    const managed =
      'query ($id: ID!) { person(id: $id) { displayName units(first: 5) { nodes { number } } } }';
    await ask('{ units(first: 100) { nodes { number } } }');
    const { calls } = await ask(managed, { id: idOf('Person', 'manager', '1') });
    expect(calls).toEqual({ [at.manager]: 1, [at.properties]: 1, [at.units]: truth.buildings.length });
  });

  it('the leases of one unit: the unit and its users; of many: the list of users', async () => {
    const unit = truth.units.find(({ leaseIds }) => leaseIds.length === 1);
    const document =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Unit { leases(first: 5) { nodes { endDate } } } } }';
    // The unit is read for itself, and tells its users.
    expect(await ask(document, { ids: ids('Unit', [unit?.id ?? '']) })).toEqual({
      waves: 2,
      calls: { [at.unit]: 1, [at.user]: 1 },
    });
    const many = truth.units.slice(0, 20).map(({ id }) => id);
    // Together with the units, and the first page alone, which tells how many there are.
    expect(await ask(document, { ids: ids('Unit', many) })).toEqual({
      waves: 2,
      calls: { [at.unit]: 20, [at.users]: userPages() },
    });
    expect(await ask(document, { ids: ids('Unit', many) })).toEqual({
      waves: 1,
      calls: { [at.unit]: 20, [at.users]: userPages() },
    });
  });

  it('a window on the leases of a unit: as many users as it holds, though the unit has more', async () => {
    const unit = truth.units.find(({ leaseIds }) => leaseIds.length > 2);
    const read = (first: number) =>
      ask(
        `query ($id: ID!) { unit(id: $id) { leases(first: ${first}) { nodes { endDate } pageInfo { hasNextPage } } } }`,
        { id: ids('Unit', [unit?.id ?? ''])[0] },
      );
    for (const first of [1, 2]) {
      expect(await read(first)).toEqual({ waves: 2, calls: { [at.unit]: 1, [at.user]: first } });
    }
  });

  it('the leases of a building: with its units, in one wave once the sizes are known', async () => {
    const building = truth.buildings.find(({ unitIds }) => unitIds.length === 12);
    const id = toGlobalId({ type: 'Building', source: 'facilitee', key: [building?.id ?? ''] });
    const document =
      'query ($id: ID!) { building(id: $id) { name leases(first: 5) { nodes { endDate unit { number } } } } }';
    await learn();
    expect(await ask(document, { id })).toEqual({
      waves: 2,
      calls: { [at.property]: 1, [at.units]: 1, [at.users]: userPages() },
    });
    expect((await ask(document, { id })).waves).toBe(1);
  });

  it('the leases of buildings: their units, and the list of users', async () => {
    expect(
      await ask(
        '{ buildings(first: 16) { nodes { leases(first: 5) { nodes { id unit { number } building { name } } } } } }',
      ),
    ).toEqual({
      waves: 4,
      calls: { [at.properties]: 1, [at.units]: 16, [at.users]: userPages() },
    });
  });

  it('a lease by id: its user', async () => {
    const [lease] = truth.leases;
    expect(
      await ask('query ($id: ID!) { lease(id: $id) { startDate tenants { displayName } unit { number } } }', {
        id: ids('Lease', [lease?.id ?? ''])[0],
      }),
    ).toEqual({ waves: 1, calls: { [at.user]: 1 } });
  });

  it('persons: their leases and units stand in rows of property users', async () => {
    expect(
      await ask(
        '{ persons(first: 50, filter: { role: [OCCUPANT] }) { nodes { leases(first: 5) { nodes { endDate } } units(first: 5) { nodes { number } } } } }',
      ),
    ).toEqual({ waves: 1, calls: { [at.users]: 1 } });
  });

  it('the units of managers: the units of all properties, for all managers once', async () => {
    expect(
      await ask(
        '{ persons(first: 50, filter: { role: [PROPERTY_MANAGER] }) { nodes { units(first: 100) { nodes { number } } } } }',
      ),
    ).toEqual({
      waves: 3,
      calls: { [at.managers]: 1, [at.properties]: 1, [at.units]: truth.buildings.length },
    });
  });

  it('the units of an owner: those alone whose row has the name are read', async () => {
    const [owner] = truth.persons
      .filter(({ id }) => id.startsWith('owner:'))
      .sort((one, other) => other.unitIds.length - one.unitIds.length);
    const { calls } = await ask(
      'query ($id: ID!) { person(id: $id) { units(first: 100) { nodes { number } } } }',
      { id: ids('Person', [owner?.id ?? ''])[0] },
    );
    expect(calls).toEqual({
      [at.owner]: 1,
      [at.properties]: 1,
      [at.units]: truth.buildings.length,
      [at.unit]: owner?.unitIds.length,
    });
  });

  it('persons by id: one by one while they are few, by the list of a role where that is fewer', async () => {
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { displayName } } }';
    expect(await ask(document, { ids: ids('Person', ['owner:1', 'manager:1', 'owner:2']) })).toEqual({
      waves: 1,
      calls: { [at.owner]: 2, [at.manager]: 1 },
    });
    await learn();
    expect(
      await ask(document, { ids: ids('Person', ['owner:1', 'owner:2', 'owner:3', 'manager:1']) }),
    ).toEqual({
      waves: 1,
      calls: { [at.owners]: 1, [at.manager]: 1 },
    });
    // Four pages of users: three are fewer calls, five are not.
    const users = ['1', '101', '201', '301', '302'].map((id) => `property-user:${id}`);
    expect((await ask(document, { ids: ids('Person', users.slice(0, 3)) })).calls).toEqual({ [at.user]: 3 });
    expect(await ask(document, { ids: ids('Person', users) })).toEqual({
      waves: 1,
      calls: { [at.users]: 4 },
    });
  });

  it('a hundred issues by id: the list, which is one page', async () => {
    const { data } = await gateway.query<{ issues: { nodes: { id: string }[] } }>(
      '{ issues(first: 100) { nodes { id } } }',
    );
    expect(
      await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: data.issues.nodes.map(({ id }) => id),
      }),
    ).toEqual({ waves: 1, calls: { [at.issues]: 1 } });
  });

  it('units of all properties: as many properties at once as the window is likely to need', async () => {
    const first = await ask('{ units(first: 100) { nodes { id } } }');
    expect(first.calls[at.units]).toBeLessThanOrEqual(6);
    expect(first.waves).toBeLessThanOrEqual(3);
    // Their sizes are known by now.
    const again = await ask('{ units(first: 100) { nodes { id } } }');
    let units = 0;
    const needed = truth.buildings.findIndex(({ unitIds }) => (units += unitIds.length) >= 100) + 1;
    expect(again).toEqual({ waves: 2, calls: { [at.properties]: 1, [at.units]: needed } });
  });

  it('files of service providers: one each, and none for other persons', async () => {
    const { calls } = await ask(
      '{ persons(first: 100) { nodes { documents(first: 5) { nodes { title } } } } }',
    );
    const providers = truth.persons.slice(0, 100).filter(({ id }) => id.startsWith('service-provider:'));
    expect(calls['GET /api/public/service-providers/{id}']).toBe(providers.length);
    expect(Object.keys(calls)).toHaveLength(5);
  });
});
