import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { NodeType, Ref } from '../../src/domain/index.js';
import type { EdgeLoaderName, ListLoaderName, Port } from '../../src/domain/provider.js';
import { createSession } from '../../src/http/session.js';
import { startOperation } from '../../src/operation.js';
import type { Ask } from '../../src/pagination/listing.js';
import { start } from '../../src/pagination/position.js';
import type { Cost } from '../../src/plan/cost.js';
import { countCalls } from '../support/calls.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { wholeTruth } from './facilitee/truth.js';

type Calls = Readonly<Record<string, number>>;

const at = {
  property: 'GET /api/public/Properties/{id}',
  properties: 'GET /api/public/Properties',
  unit: 'GET /api/public/PropertyUnit/{id}',
  owners: 'GET /api/public/Owners',
  manager: 'GET /api/public/managers/{id}',
  user: 'GET /api/public/property-users/{id}',
  users: 'GET /api/public/property-users',
  issues: 'GET /api/public/Issues',
};

/** What queries are reckoned to cost before anything is read, against the calls that they then make. */
describe('the costs of facilitee', () => {
  let gateway: TestGateway;
  let truth: FaciliteeTruth;
  let port: Port;

  const open = async (): Promise<void> => {
    gateway = await startTestGateway({ only: ['facilitee'] });
    truth = wholeTruth(gateway.sandbox.portfolio);
    port = gateway.sources[0]!.port;
  };
  const ref = <T extends NodeType>(type: T, ...key: string[]): Ref<T> => ({ type, source: 'facilitee', key });
  const person = (id = ''): Ref<'Person'> => ref('Person', ...id.split(':'));
  const fields = (...names: string[]): ReadonlySet<string> => new Set(names);
  const window = (limit: number, more: Partial<Ask> = {}): Ask => ({
    from: start,
    limit,
    needMore: false,
    needTotal: false,
    ...more,
  });

  const costOf = {
    list(list: ListLoaderName, ask: Ask, filter = {}): Cost {
      const { client } = gateway.sources[0]!;
      return port[list]!.list(createSession(client, startOperation(undefined)), filter).cost(ask);
    },
    edge: (edge: EdgeLoaderName, parents: number, like: object, ask: Ask): Cost =>
      (port[edge] as { cost(parents: number, like: object, ask: Ask): Cost }).cost(parents, like, ask),
  };

  /** Calls by path; what is shared is made once, however often it stands there. */
  const reckoned = (...costs: readonly Cost[]): Calls => {
    const sums: Record<string, number> = {};
    const shared = new Set<string>();
    for (const call of costs.flatMap(({ calls }) => calls)) {
      const name = `GET ${call.path}`;
      if (call.shared !== undefined && shared.has(`${name} ${call.shared}`)) continue;
      if (call.shared !== undefined) shared.add(`${name} ${call.shared}`);
      if (call.calls > 0) sums[name] = (sums[name] ?? 0) + call.calls;
    }
    return sums;
  };
  const made = async (document: string, variables: object = {}) => {
    const answer = await gateway.query<never>(document, { ...variables });
    expect(answer.errors).toEqual([]);
    return { waves: answer.waves, calls: countCalls(answer.calls) };
  };
  const nodes = (type: NodeType, selection: string, refs: readonly Ref<NodeType>[]) =>
    made(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${selection} } } }`, {
      ids: refs.map(toGlobalId),
    });
  /** The calls that an edge makes, without those for its parents. */
  const without = (calls: Calls, ...paths: string[]): Calls =>
    Object.fromEntries(Object.entries(calls).filter(([name]) => !paths.includes(name)));
  const expectCovered = (bound: Calls, actual: Calls): void => {
    const short = Object.entries(actual).filter(([name, calls]) => (bound[name] ?? 0) < calls);
    expect(short).toEqual([]);
  };
  const sum = (calls: Calls): number => Object.values(calls).reduce((total, each) => total + each, 0);

  const personIds = ['owner:1', 'owner:2', 'manager:1', 'service-provider:1', 'property-user:7'];
  const personFields = [
    ['displayName', fields('displayName')],
    ['unitCount', fields('unitCount')],
    ['invoiceDetails { email }', fields('invoiceDetails')],
    ['address { city } documents(first: 5) { nodes { title } }', fields('address', 'documents')],
    ['unitCount invoiceDetails { email }', fields('unitCount', 'invoiceDetails')],
  ] as const;
  const expectPersons = async (selection: string, names: ReadonlySet<string>): Promise<void> => {
    const refs = personIds.map(person);
    const bound = port.personById!.cost({ count: refs.length, refs }, names);
    const { calls, waves } = await nodes('Person', selection, refs);
    expect(reckoned(bound)).toEqual(calls);
    expect(bound.waves).toBe(waves);
  };
  const issuesOfDays = (days: number): readonly Ref<'Issue'>[] => {
    const byDay = new Map(truth.issues.map((issue) => [issue.createdAt?.slice(0, 10), issue]));
    return [...byDay.values()]
      .slice(0, days)
      .map(({ id, createdAt }) => ref('Issue', id, createdAt?.replace(/[-:.]/g, '') ?? ''));
  };

  describe('of which nobody knows how long the lists are', () => {
    beforeEach(open);
    afterEach(() => gateway.close());

    it.each(['buildings', 'units', 'persons', 'leases', 'issues', 'documents'] as const)(
      '%s: never less than they take',
      async (list) => {
        const bound = costOf.list(list, window(40, { needMore: true }));
        const { calls } = await made(`{ ${list}(first: 40) { nodes { id } pageInfo { hasNextPage } } }`);
        expectCovered(reckoned(bound), calls);
      },
    );

    it.each(['leasesOfBuilding', 'personsOfBuilding', 'documentsOfBuilding', 'issuesOfBuilding'] as const)(
      '%s: never less than it takes',
      async (edge) => {
        const refs = truth.buildings.slice(0, 3).map(({ id }) => ref('Building', id));
        const bound = costOf.edge(edge, 3, port.buildings!.sample({}), window(5));
        const field = edge.replace('OfBuilding', '');
        const { calls } = await nodes('Building', `${field}(first: 5) { nodes { id } }`, refs);
        expectCovered(reckoned(bound), without(calls, at.property));
      },
    );

    it.each(personFields)('persons with %s: single records', expectPersons);

    it('issues by id: a day each', async () => {
      const refs = issuesOfDays(5);
      const { calls } = await nodes('Issue', 'title', refs);
      expect(calls).toEqual({ [at.issues]: 5 });
    });

    it('leases of units: the units, and the users of a full window each', async () => {
      const full = truth.units.filter(({ leaseIds }) => leaseIds.length === 2).slice(0, 2);
      expect(new Set(full.flatMap(({ leaseIds }) => leaseIds.map((id) => id.split(':')[1]))).size).toBe(4);
      const bound = costOf.edge('leasesOfUnit', 2, port.units!.sample({}), window(2));
      const { calls, waves } = await nodes(
        'Unit',
        'leases(first: 2) { nodes { endDate } }',
        full.map(({ id }) => ref('Unit', id)),
      );
      // Their own records are the same calls as those of the units themselves.
      expect(reckoned(bound)).toEqual(calls);
      expect(bound.waves).toBe(waves);
    });

    it('everything of a unit by id: its own record is reckoned once', async () => {
      await made('{ issues(first: 1) { totalCount } }');
      const own = ref('Unit', truth.units.find(({ leaseIds }) => leaseIds.length === 2)?.id ?? '');
      const like = port.unitById!.sample(own, fields());
      const bound = reckoned(
        port.unitById!.cost({ count: 1, refs: [own] }, fields('owner')),
        ...(['leasesOfUnit', 'personsOfUnit', 'documentsOfUnit', 'issuesOfUnit'] as const).map((edge) =>
          costOf.edge(edge, 1, like, window(2)),
        ),
      );
      const { calls, waves } = await nodes(
        'Unit',
        `owner { email } leases(first: 2) { nodes { endDate } } persons(first: 2) { nodes { email } }
         documents(first: 2) { nodes { title } } issues(first: 2) { nodes { title } }`,
        [own],
      );
      expect(bound).toEqual(calls);
      expect(waves).toBe(2);
    });

    it('leases and units of a property user whom a unit names: the user', async () => {
      const nested = port.personsOfUnit!.sample(port.units!.sample({}));
      expect([nested.leases, nested.units]).toEqual([undefined, undefined]);
      const unit = truth.units.find(({ leaseIds }) => leaseIds.length === 1);
      const { calls } = await nodes(
        'Unit',
        'persons(first: 10) { nodes { leases(first: 5) { nodes { endDate } } units(first: 5) { nodes { number } } } }',
        [ref('Unit', unit?.id ?? '')],
      );
      expect(calls[at.user]).toBe(1);
      expect(reckoned(costOf.edge('leasesOfPerson', 1, nested, window(5)))).toEqual({ [at.user]: 1 });
    });
  });

  describe('once the lists are known', () => {
    beforeAll(async () => {
      await open();
      await made('{ persons(first: 1) { totalCount } issues(first: 1) { totalCount } }');
      await made('{ buildings(first: 100) { nodes { units(first: 1) { nodes { id } } } } }');
      await made('{ units(first: 100) { nodes { id } } leases(first: 100) { nodes { id } } }');
    });
    afterEach(() => gateway.sandbox.reset());
    afterAll(() => gateway.close());

    it.each([
      ['buildings', 10],
      ['issues', 50],
      ['leases', 100],
      ['units', 28],
      ['units', 100],
    ] as const)('%s(first: %i): what they take', async (list, first) => {
      const bound = costOf.list(list, window(first));
      const { calls, waves } = await made(`{ ${list}(first: ${first}) { nodes { id } } }`);
      expect(reckoned(bound)).toEqual(calls);
      expect(bound.waves).toBe(waves);
    });

    it.each(['OWNER', 'PROPERTY_MANAGER', 'SERVICE_PROVIDER', 'OCCUPANT'])(
      'persons of the role %s: what they take',
      async (role) => {
        const bound = costOf.list('persons', window(10), { role: [role] });
        const { calls } = await made(`{ persons(first: 10, filter: { role: [${role}] }) { nodes { id } } }`);
        expect(reckoned(bound)).toEqual(calls);
      },
    );

    it.each([25, 60])(
      '%i persons with their number: a page of each list, which tells both',
      async (first) => {
        const bound = costOf.list('persons', window(first, { needTotal: true }));
        const { calls, waves } = await made(`{ persons(first: ${first}) { totalCount nodes { id } } }`);
        expect(reckoned(bound)).toEqual(calls);
        expect(Object.values(calls)).toEqual([1, 1, 1, 1]);
        expect(waves).toBe(1);
      },
    );

    it('issues of a building: a read through as many as there are', async () => {
      const building = ref('Building', truth.buildings[0]?.id ?? '');
      const bound = costOf.list('issues', window(5), { building: [building] });
      const { calls } = await made(
        'query ($ids: [ID!]) { issues(first: 5, filter: { building: $ids }) { nodes { id } } }',
        { ids: [toGlobalId(building)] },
      );
      expect(reckoned(bound)).toEqual(calls);
    });

    it.each(personFields)('persons with %s: what they take', expectPersons);

    it('persons of whom only a ref like theirs is known: by its role; without one, whatever takes most', () => {
      const cost = (like?: Ref<'Person'>, name = 'address') =>
        reckoned(port.personDetail!.cost({ count: 30, ...(like && { like }) }, fields(name)));
      expect(cost(person('owner:1'))).toEqual({ [at.owners]: 1 });
      expect(cost(person('manager:1'))).toEqual({ [at.manager]: 30 });
      expect(cost()).toEqual({ [at.manager]: 30 });
      expect(cost(port.persons!.sample({}).ref)).toEqual({ [at.manager]: 30 });
      // Pages of four lists, any of which may have to be read.
      expect(sum(cost(port.personsOfUnit!.sample(port.units!.sample({})).ref, 'externalId'))).toBe(7);
    });

    it('everybody of units, with what units leave out of them: never less than it takes', async () => {
      const units = truth.units.slice(0, 12).map(({ id }) => ref('Unit', id));
      const nested = port.personsOfUnit!.sample(port.units!.sample({}));
      const bound = reckoned(
        port.unitById!.cost({ count: 12, refs: units }, fields()),
        port.personDetail!.cost({ count: 120, like: nested.ref }, fields('externalId')),
      );
      const { calls } = await nodes('Unit', 'persons(first: 10) { nodes { externalId } }', units);
      expect(calls[at.users]).toBe(4);
      // Of a role with one person alone a single call is made, and no page of the list is read.
      expect(sum(calls)).toBeLessThanOrEqual(sum(bound));
    });

    it('buildings, units, leases and documents by id: what they take', async () => {
      const [unit, other] = truth.units.filter(
        ({ leaseIds, documentIds }) => leaseIds.length > 0 && documentIds.length > 0,
      );
      const buildings = truth.buildings.slice(0, 3).map(({ id }) => ref('Building', id));
      const units = [unit, other].map((each) => ref('Unit', each?.id ?? ''));
      const lease = ref('Lease', ...(unit?.leaseIds[0] ?? '').split(':'));
      const document = ref('Document', 'unit', unit?.id ?? '', unit?.documentIds[0] ?? '');
      const none = fields();
      const cases: readonly (readonly [Cost, readonly Ref<NodeType>[]])[] = [
        [port.buildingById!.cost({ count: 1 }, none), buildings.slice(0, 1)],
        [port.buildingById!.cost({ count: 3 }, none), buildings],
        [port.unitById!.cost({ count: 2 }, none), units],
        [port.leaseById!.cost({ count: 1 }, none), [lease]],
        [port.documentById!.cost({ count: 1, refs: [document] }, none), [document]],
      ];
      for (const [bound, refs] of cases) {
        const { calls } = await made('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
          ids: refs.map(toGlobalId),
        });
        expect(reckoned(bound)).toEqual(calls);
      }
    });

    it('managers in a list: their rows leave out the address, and so does the sample', () => {
      const roles = { role: ['PROPERTY_MANAGER'] };
      expect(port.persons!.sample(roles as never).address).toBeUndefined();
    });

    it('units of several buildings: never less than it takes, whichever is named first', async () => {
      const bySize = [...truth.buildings].sort((one, other) => one.unitIds.length - other.unitIds.length);
      const refs = [bySize[0], bySize.at(-1)].map((building) => ref('Building', building?.id ?? ''));
      const like = port.buildingById!.sample(refs[0]!, fields());
      const { calls } = await nodes('Building', 'persons(first: 100) { nodes { id } }', refs);
      expectCovered(
        reckoned(costOf.edge('personsOfBuilding', 2, like, window(100))),
        without(calls, at.properties),
      );
    });

    it('issues by id: as many pages as all of them have, where that is fewer than their days', async () => {
      for (const days of [1, 5]) {
        const refs = issuesOfDays(days);
        const { calls } = await nodes('Issue', 'title', refs);
        expect(calls).toEqual({ [at.issues]: 1 });
        expect(reckoned(port.issueById!.cost({ count: days, refs }, fields()))).toEqual(calls);
        expect(reckoned(port.issueById!.cost({ count: days }, fields()))).toEqual(calls);
      }
    });

    it('reporters: never less than they take, and what they take where nobody is found', async () => {
      const like = port.issues!.sample({}).reporter as Ref<'Person'>;
      const bound = reckoned(
        costOf.list('issues', window(50)),
        port.personById!.cost({ count: 50, like }, fields('displayName')),
      );
      const many = await made('{ issues(first: 50) { nodes { reporter { displayName } } } }');
      expectCovered(bound, many.calls);
      const nobody = { id: 1, created: '2025-05-05T05:05:05.005Z', reporterId: 1, reporterName: 'Nobody' };
      gateway.sandbox.facilitee.fail('/api/public/Issues', {
        status: 200,
        body: { numberOfPages: 1, totalItems: 96, pageSize: 100, currentPage: 1, items: [nobody] },
      });
      const one = port.personById!.cost({ count: 1, like }, fields('displayName'));
      const { waves, calls } = await made('{ issues(first: 1) { nodes { reporter { displayName } } } }');
      expect(reckoned(one)).toEqual(without(calls, at.issues));
      expect(one.waves).toBe(waves - 1);
    });

    it.each([
      ['unitsOfBuilding', 'units(first: 10) { nodes { number } }', 10],
      ['issuesOfBuilding', 'issues(first: 5) { nodes { title } }', 5],
      ['leasesOfBuilding', 'leases(first: 5) { nodes { endDate } }', 5],
    ] as const)('%s: what they take', async (edge, selection, first) => {
      const refs = truth.buildings.slice(0, 4).map(({ id }) => ref('Building', id));
      const like = port.buildingById!.sample(refs[0]!, fields());
      const { calls } = await nodes('Building', selection, refs);
      expect(reckoned(costOf.edge(edge, 4, like, window(first)))).toEqual(without(calls, at.properties));
    });

    it.each(['persons', 'documents'] as const)('%s of a building: each of its units', async (field) => {
      const [building] = truth.buildings;
      const own = ref('Building', building?.id ?? '');
      const like = port.buildingById!.sample(own, fields());
      const { calls } = await nodes('Building', `${field}(first: 100) { nodes { id } }`, [own]);
      expect(reckoned(costOf.edge(`${field}OfBuilding`, 1, like, window(100)))).toEqual(
        without(calls, at.property),
      );
      expect(calls[at.unit]).toBe(building?.unitIds.length);
    });

    it('leases of units: all users, where they are fewer pages', async () => {
      const units = truth.units.slice(0, 2).map(({ id }) => ref('Unit', id));
      const like = port.units!.sample({});
      const bound = costOf.edge('leasesOfUnit', 2, like, window(2));
      const { calls, waves } = await nodes('Unit', 'leases(first: 2) { nodes { endDate } }', units);
      expect(reckoned(bound)).toEqual(without(calls, at.unit));
      expect(calls[at.users]).toBe(4);
      expect([bound.waves, waves]).toEqual([1, 1]);
      // One unit and one lease are fewer calls.
      const one = costOf.edge('leasesOfUnit', 1, like, window(1));
      expect(reckoned(one)).toEqual({ [at.unit]: 1, [at.user]: 1 });
    });

    it('units of managers: a read through all units, for all of them once', async () => {
      const managers = { role: ['PROPERTY_MANAGER'] };
      const like = port.persons!.sample({ role: ['PROPERTY_MANAGER'] });
      const { calls } = await made(
        '{ persons(first: 3, filter: { role: [PROPERTY_MANAGER] }) { nodes { units(first: 5) { nodes { id } } } } }',
      );
      expect(
        reckoned(
          costOf.list('persons', window(3), managers),
          costOf.edge('unitsOfPerson', 3, like, window(5)),
        ),
      ).toEqual(calls);
    });

    it('units of an owner: the same, and each of those of the name', async () => {
      const owner = truth.persons.find(({ id, unitIds }) => id.startsWith('owner:') && unitIds.length > 3);
      const own = person(owner?.id);
      const first = owner?.unitIds.length ?? 0;
      const like = port.personById!.sample(own, fields());
      const bound = [
        port.personById!.cost({ count: 1, refs: [own] }, fields('units')),
        costOf.edge('unitsOfPerson', 1, like, window(first)),
      ];
      const { calls, waves } = await nodes(
        'Person',
        `units(first: ${first}) { nodes { occupancy building { externalId } owner { email } } }`,
        [own],
      );
      expect(reckoned(...bound)).toEqual(calls);
      // The read through all units begins beside the owner.
      expect(Math.max(...bound.map((cost) => cost.waves))).toBe(waves);
    });

    it('documents of persons: a call for each service provider', async () => {
      const providers = { role: ['SERVICE_PROVIDER'] } as const;
      const like = port.persons!.sample(providers);
      const { calls } = await made(
        '{ persons(first: 4, filter: { role: [SERVICE_PROVIDER] }) { nodes { documents(first: 5) { nodes { title } } } } }',
      );
      expect(
        reckoned(
          costOf.list('persons', window(4), providers),
          costOf.edge('documentsOfPerson', 4, like, window(5)),
        ),
      ).toEqual(calls);
      const owner = port.persons!.sample({ role: ['OWNER'] });
      expect(costOf.edge('documentsOfPerson', 4, owner, window(5)).calls).toEqual([]);
    });

    it('what stands in the records that lists and calls by id bring: in the samples, too', () => {
      const unit = port.unitById!.sample(ref('Unit', '1'), fields());
      const user = port.persons!.sample({ role: ['OCCUPANT'] });
      const files = port.personById!.sample(person('service-provider:1'), fields('documents'));
      for (const rows of [unit.persons, unit.documents, user.leases, user.units, files.documents])
        expect(rows?.length).toBeGreaterThan(0);
    });
  });
});
