import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FaciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { NodeType } from '../../src/domain/index.js';
import { todayIn } from '../../src/wire/time.js';
import {
  startTestGateway,
  type Answer,
  type TestGateway,
  type TestGatewayOptions,
  placesOf,
} from '../support/gateway.js';
import { testProvider } from './contract.js';
import { MET, PAGE_INFO, readList, SOURCES, type ListName, type Met, type PageOf } from './contract/suite.js';
import { wholeTruth } from './facilitee/truth.js';

testProvider({
  name: 'facilitee',
  truth: wholeTruth,
  login: '/api/connect/token',
});

const idOf = (type: NodeType, ...key: string[]): string => toGlobalId({ type, source: 'facilitee', key });
const personId = (remoteId: string): string => idOf('Person', ...remoteId.split(':'));

describe('facilitee', () => {
  let gateway: TestGateway;
  let truth: FaciliteeTruth;
  let own: TestGateway | undefined;

  beforeAll(async () => {
    gateway = await startTestGateway({ only: ['facilitee'] });
    truth = wholeTruth(gateway.sandbox.portfolio);
  });
  afterEach(async () => {
    vi.useRealTimers();
    gateway.sandbox.reset();
    await own?.close();
    own = undefined;
  });
  afterAll(() => gateway.close());

  /** A gateway that only one test uses. */
  const start = async (options: Omit<TestGatewayOptions, 'only'> = {}): Promise<TestGateway> =>
    (own = await startTestGateway({ only: ['facilitee'], ...options }));

  /** The calls that reached the stand-in, logins excepted. */
  const sent = (at: TestGateway = gateway) =>
    at.sandbox.facilitee.requests.filter(({ path }) => path.startsWith('/api/public'));
  const pathsOf = (at: TestGateway = gateway): string[] => sent(at).map(({ path }) => path.slice(12));

  const read = async <D>(document: string, variables: object = {}): Promise<D> => {
    const { data, errors } = await gateway.query<D>(document, { ...variables });
    expect(errors).toEqual([]);
    return data;
  };

  /** The remote ids of the records that a filter leaves. */
  const filtered = async (list: ListName, filter: object): Promise<readonly string[]> => {
    gateway.sandbox.reset();
    const type = `${list.charAt(0).toUpperCase()}${list.slice(1, -1)}Filter`;
    const document = `query ($after: String, $filter: ${type}) {
      page: ${list}(first: 100, after: $after, filter: $filter) { nodes { ${MET} } ${PAGE_INFO} }
    }`;
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer: Answer<{ page: PageOf<Met> }> = await gateway.query(document, { after, filter });
      expect(answer.errors).toEqual([]);
      found.push(...answer.data.page.nodes.map(({ source }) => source.remoteId));
      more = answer.data.page.pageInfo.hasNextPage;
      after = answer.data.page.pageInfo.endCursor;
    }
    return found.sort();
  };
  const sorted = (records: readonly { readonly id: string }[]): string[] =>
    records.map(({ id }) => id).sort();

  /** A list answer in which Facilitee says something of its own. */
  const page = (items: readonly object[], numbers: object = {}): object => ({
    numberOfPages: 1,
    totalItems: items.length,
    pageSize: 100,
    currentPage: 1,
    items,
    ...numbers,
  });

  describe('logs in', () => {
    const query = '{ buildings(first: 1) { nodes { id } } }';

    it('with a form, and sends JSON as the type of everything else', async () => {
      const fresh = await start();
      expect((await fresh.query(query)).errors).toEqual([]);
      const [login, call, ...others] = fresh.sandbox.facilitee.requests;
      expect(others).toEqual([]);
      expect(login).toMatchObject({ method: 'POST', path: '/api/connect/token', status: 200 });
      expect(login?.headers['content-type']).toBe('application/x-www-form-urlencoded');
      expect(call).toMatchObject({ method: 'GET', path: '/api/public/Properties', status: 200 });
      expect(call?.headers['content-type']).toBe('application/json');
    });

    it.each([
      [1_730, 1],
      [1_750, 2],
    ])(
      'again a minute before the token ends: %i seconds into 1,800, with %i logins',
      async (seconds, logins) => {
        vi.useFakeTimers({ toFake: ['Date'] });
        const fresh = await start();
        await fresh.query(query);
        vi.setSystemTime(Date.now() + seconds * 1_000);
        expect((await fresh.query(query)).errors).toEqual([]);
        const made = fresh.sandbox.facilitee.requests.filter(({ path }) => path === '/api/connect/token');
        expect(made).toHaveLength(logins);
        expect(fresh.sandbox.facilitee.requests.map(({ status }) => status)).not.toContain(401);
      },
    );

    it('and takes a 400 for refused credentials, as OAuth servers may answer a wrong client', async () => {
      const fresh = await start();
      fresh.sandbox.facilitee.fail('/api/connect/token', { status: 400, body: { error: 'invalid_client' } });
      const { errors } = await fresh.query(query);
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAUTHORIZED', source: 'facilitee' } }]);
    });

    it('at another path, where an operator says so', async () => {
      const fresh = await start({
        settings: { facilitee: { paths: { properties: '/api/public/elsewhere' } } },
      });
      expect((await fresh.query(query)).errors).toMatchObject([{ extensions: { code: 'UPSTREAM_STATUS' } }]);
      expect(pathsOf(fresh)).toEqual(['elsewhere']);
    });
  });

  describe('its pages', () => {
    const ownersPath = '/api/public/Owners';
    const user = (id: number) => ({ id, name: `Owner ${id}`, email: `owner-${id}@mail.example` });
    const owners =
      '{ persons(first: 25, filter: { role: [OWNER] }) { totalCount nodes { displayName } pageInfo { hasNextPage } } }';
    interface Owners {
      persons: {
        totalCount: number | null;
        nodes: { displayName: string }[];
        pageInfo: { hasNextPage: boolean };
      };
    }

    it.each([
      ['ten pages of one for ten items, one shown', { numberOfPages: 10, totalItems: 10, pageSize: 1 }],
      ['zeros throughout, one shown', { numberOfPages: 0, totalItems: 0, pageSize: 0, currentPage: 0 }],
      ['one page of one', { numberOfPages: 1, totalItems: 1, pageSize: 1 }],
      ['no numbers at all', { numberOfPages: null, totalItems: null, pageSize: null }],
    ])('believe the rows where the numbers contradict them: %s', async (_, numbers) => {
      // The samples of the document: "Get a list of Owners", "... of Property Managers", "... of Service Providers".
      const server = gateway.sandbox.facilitee;
      server.fail(({ path, query }) => path === ownersPath && query.get('pageNo') !== '1', {
        status: 200,
        body: page([], numbers),
      });
      server.fail(({ path, query }) => path === ownersPath && query.get('pageNo') === '1', {
        status: 200,
        body: page([user(1)], numbers),
      });
      expect(await read<Owners>(owners)).toEqual({
        persons: { totalCount: 1, nodes: [{ displayName: 'Owner 1' }], pageInfo: { hasNextPage: false } },
      });
    });

    it('lose nothing where they turn out smaller than was asked', async () => {
      const all = [1, 2, 3, 4, 5].map(user);
      for (const [index, items] of [all.slice(0, 2), all.slice(2, 4), all.slice(4)].entries()) {
        gateway.sandbox.facilitee.fail(({ query }) => query.get('pageNo') === String(index + 1), {
          status: 200,
          body: page(items, { pageSize: 2, totalItems: 5, numberOfPages: 3, currentPage: index + 1 }),
        });
      }
      const { persons } = await read<Owners>(owners);
      expect(persons.nodes.map(({ displayName }) => displayName)).toEqual(all.map(({ name }) => name));
      expect(persons).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false } });
    });

    it('with more rows than the size they name: all of them, in one call', async () => {
      const all = Array.from({ length: 49 }, (_, index) => user(index + 1));
      gateway.sandbox.facilitee.fail('/api/public/Owners', {
        status: 200,
        body: page(all, { numberOfPages: 10, totalItems: 10, pageSize: 1 }),
      });
      const { persons } = await read<Owners>(owners.replace('first: 25', 'first: 100'));
      expect(persons.nodes.map(({ displayName }) => displayName)).toEqual(all.map(({ name }) => name));
      expect(persons).toMatchObject({ totalCount: 49, pageInfo: { hasNextPage: false } });
      expect(pathsOf()).toEqual(['Owners']);
    });

    it('leave out a row without an id, and say so', async () => {
      gateway.sandbox.facilitee.fail('/api/public/Owners', {
        status: 200,
        body: page([user(1), { name: 'Nobody' }, user(2)]),
      });
      const { data } = await gateway.query<{ persons: PageOf<{ displayName: string }> }>(
        `{ persons(first: 25, filter: { role: [OWNER] }) { nodes { displayName } ${SOURCES} } }`,
      );
      expect(data.persons.nodes).toEqual([{ displayName: 'Owner 1' }, { displayName: 'Owner 2' }]);
      expect(data.persons.sources).toMatchObject([{ status: 'PARTIAL', truncated: false }]);
    });

    it('are never larger than configured', async () => {
      const small = await start({ settings: { facilitee: { pageSize: 15 } } });
      const records = await readList(small, 'persons', 100, MET);
      expect(records).toHaveLength(truth.persons.length);
      for (const { query } of sent(small)) expect(Number(query.get('pageSize'))).toBeLessThanOrEqual(15);
    });
  });

  describe('what its words mean', () => {
    it('statuses: the twenty that are documented, and UNKNOWN for any other', async () => {
      const { issues } = await read<{ issues: { nodes: { status: string; providerStatus: string }[] } }>(
        '{ issues(first: 100) { nodes { status providerStatus } } }',
      );
      const met = new Map(issues.nodes.map(({ status, providerStatus }) => [providerStatus, status]));
      expect(Object.fromEntries(met)).toEqual({
        Future: 'SCHEDULED',
        New: 'OPEN',
        SubmittedByManager: 'OPEN',
        ToBeAssigned: 'OPEN',
        ServicerRejected: 'OPEN',
        MoreInfo: 'WAITING',
        MoreInfoOwner: 'WAITING',
        Quote: 'QUOTATION',
        NewQuotation: 'QUOTATION',
        QuotationSent: 'QUOTATION',
        QuotationAcceptedByManager: 'QUOTATION',
        QuotationAccepted: 'QUOTATION',
        QuotationRejected: 'QUOTATION',
        Assigned: 'ASSIGNED',
        MyTask: 'ASSIGNED',
        InProgress: 'IN_PROGRESS',
        Resolved: 'RESOLVED',
        ResolvedBeforeAssignmentWasAccepted: 'RESOLVED',
        Closed: 'CLOSED',
        Rejected: 'REJECTED',
        Escalated: 'UNKNOWN',
      });
    });

    it('unit types: by the table of the configuration, whatever the case', async () => {
      const document = '{ units(first: 100) { nodes { kind unitType isCommonSpace } } }';
      interface Units {
        units: { nodes: { kind: string; unitType: string | null; isCommonSpace: boolean }[] };
      }
      const usual = (await read<Units>(document)).units.nodes;
      const kindOf = (type: string | null, common: boolean) =>
        new Set(
          usual
            .filter(({ unitType, isCommonSpace }) => unitType === type && isCommonSpace === common)
            .map(({ kind }) => kind),
        );
      expect(kindOf('Apartment', false)).toEqual(new Set(['APARTMENT']));
      expect(kindOf('Parking space', false)).toEqual(new Set(['PARKING']));
      expect(kindOf('Storage room', false)).toEqual(new Set(['STORAGE']));
      expect(kindOf('Common area', true)).toEqual(new Set(['COMMON_AREA']));
      const other = await start({ settings: { facilitee: { unitTypes: { 'PARKING SPACE': 'OUTDOOR' } } } });
      const { data } = await other.query<Units>(document);
      expect(data.units.nodes.map(({ kind }) => kind)).toEqual(
        usual.map(({ unitType, isCommonSpace }) => {
          if (isCommonSpace) return 'COMMON_AREA';
          return unitType === null ? 'UNKNOWN' : unitType === 'Parking space' ? 'OUTDOOR' : 'OTHER';
        }),
      );
    });

    it('leases: their status is what their dates prove today', async () => {
      const today = todayIn('Europe/Amsterdam');
      const expected = (lease: FaciliteeTruth['leases'][number]): string => {
        if (lease.endDate !== null && lease.endDate < today) return 'ENDED';
        if (lease.startDate === null) return 'UNKNOWN';
        return lease.startDate > today ? 'UPCOMING' : 'ACTIVE';
      };
      interface Lease extends Met {
        status: string;
        startDate: string | null;
        endDate: string | null;
        isMainContact: boolean;
      }
      const leases = await readList<Lease>(
        gateway,
        'leases',
        100,
        `${MET} status startDate endDate isMainContact derivation kind`,
      );
      expect(
        leases.map(({ source, status, startDate, endDate, isMainContact }) => ({
          id: source.remoteId,
          status,
          startDate,
          endDate,
          isMainContact,
        })),
      ).toEqual(
        truth.leases.map((lease) => ({
          id: lease.id,
          status: expected(lease),
          startDate: lease.startDate,
          endDate: lease.endDate,
          isMainContact: lease.isMainContact,
        })),
      );
      expect(new Set(leases.map(({ status }) => status))).toEqual(
        new Set(['ENDED', 'ACTIVE', 'UPCOMING', 'UNKNOWN']),
      );
    });

    it('days of contracts stay the same west of Greenwich, where midnight in UTC is the evening before', async () => {
      const west = await start({ settings: { facilitee: { timeZone: 'America/New_York' } } });
      const { data } = await west.query<{ leases: { nodes: { startDate: string | null }[] } }>(
        '{ leases(first: 30) { nodes { startDate } } }',
      );
      expect(data.leases.nodes.map(({ startDate }) => startDate)).toEqual(
        truth.leases.slice(0, 30).map(({ startDate }) => startDate),
      );
    });

    it('buildings: inactive ones are listed', async () => {
      const { buildings } = await read<{ buildings: { nodes: { isActive: boolean }[] } }>(
        '{ buildings(first: 100) { nodes { isActive } } }',
      );
      expect(buildings.nodes.map(({ isActive }) => isActive)).toEqual(
        truth.buildings.map(({ active }) => active),
      );
      expect(truth.buildings.map(({ active }) => active)).toContain(false);
    });

    it('units: whether somebody uses them is in the single record alone', async () => {
      const units = await readList<Met & { occupancy: string; kind: string }>(
        gateway,
        'units',
        100,
        `${MET} occupancy kind`,
      );
      const known = new Map(truth.units.map((unit) => [unit.id, unit]));
      const users = (id: string): number =>
        known.get(id)?.personIds.filter((each) => each.startsWith('property-user')).length ?? 0;
      for (const { source, occupancy, kind } of units) {
        if (kind === 'COMMON_AREA') expect(occupancy).toBe('UNKNOWN');
        else
          expect([source.remoteId, occupancy === 'VACANT']).toEqual([
            source.remoteId,
            users(source.remoteId) === 0,
          ]);
      }
      expect(new Set(units.map(({ occupancy }) => occupancy))).toEqual(
        new Set(['VACANT', 'OCCUPIED', 'RESERVED', 'UNKNOWN']),
      );
    });
  });

  describe('issues', () => {
    const periods = (at: TestGateway = gateway) =>
      sent(at)
        .filter(({ path }) => path === '/api/public/Issues')
        .map(({ query }) => [query.get('fromDateTime') ?? '', query.get('toDateTime') ?? '']);
    const tomorrow = (): string =>
      `${new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)}T23:59:59.999Z`;

    it('are asked for from the beginning of all to the end of tomorrow', async () => {
      await read('{ issues(first: 1) { nodes { id } } }');
      expect(periods()).toEqual([['2000-01-01T00:00:00.000Z', tomorrow()]]);
    });

    it('are asked for since what the source is set to', async () => {
      const since = '2024-01-01T00:00:00+01:00';
      const later = await start({ settings: { facilitee: { issuesSince: since } } });
      const records = await readList(later, 'issues', 100, MET);
      expect(periods(later)).toEqual([['2023-12-31T23:00:00.000Z', tomorrow()]]);
      expect(records.map(({ source }) => source.remoteId)).toEqual(
        truth.issues.filter(({ createdAt }) => (createdAt ?? '') >= '2023-12-31T23').map(({ id }) => id),
      );
    });

    it('created in a period: both ends are included, and Facilitee is asked for no more', async () => {
      const times = truth.issues.flatMap(({ createdAt }) => createdAt ?? []).sort();
      const twice = times.find((time, index) => time === times[index + 1]) ?? '';
      expect(await filtered('issues', { createdAfter: twice, createdBefore: twice })).toHaveLength(2);
      expect(periods()).toEqual([[twice, twice]]);

      const [after = '', before = ''] = [times[20], times[40]];
      const between = truth.issues.filter(
        ({ createdAt }) => createdAt !== null && createdAt >= after && createdAt <= before,
      );
      expect(await filtered('issues', { createdAfter: after, createdBefore: before })).toEqual(
        sorted(between),
      );
      expect(sent()).toHaveLength(1);
    });

    it('created after a moment between two milliseconds: the later one is the first that counts', async () => {
      const time = truth.issues[30]?.createdAt ?? '';
      const just = time.replace('Z', '0001Z');
      expect(await filtered('issues', { createdAfter: just, createdBefore: time })).toEqual([]);
      expect(sent()).toEqual([]);
      const from = (moment: string) => new Date(Date.parse(moment) + 1).toISOString();
      await filtered('issues', { createdAfter: just });
      expect(periods()).toEqual([[from(time), tomorrow()]]);
    });

    it('created in a period in which none can be: without a call', async () => {
      expect(await filtered('issues', { createdBefore: '1999-12-31T23:59:59Z' })).toEqual([]);
      expect(await filtered('issues', { createdAfter: '9999-01-01T00:00:00Z' })).toEqual([]);
      expect(sent()).toEqual([]);
      await filtered('issues', { createdAfter: '1950-01-01T00:00:00Z' });
      expect(periods()).toEqual([['2000-01-01T00:00:00.000Z', tomorrow()]]);
    });

    it('of a building or a unit: compared in the period that the filter leaves', async () => {
      const times = truth.issues.flatMap(({ createdAt }) => createdAt ?? []).sort();
      const after = times[30] ?? '';
      const [building] = [...truth.buildings].sort(
        (one, other) => other.issueIds.length - one.issueIds.length,
      );
      const ids = { building: [idOf('Building', building?.id ?? '')] };
      expect(await filtered('issues', ids)).toEqual([...(building?.issueIds ?? [])].sort());
      const late = truth.issues.filter(
        ({ buildingId, createdAt }) => buildingId === building?.id && (createdAt ?? '') >= after,
      );
      expect(late.length).toBeGreaterThan(0);
      expect(await filtered('issues', { ...ids, createdAfter: after })).toEqual(sorted(late));
      expect(pathsOf()).toEqual(['Issues']);
      const [one] = late;
      expect(
        await filtered('issues', { ...ids, unit: [idOf('Unit', one?.unitId ?? '')], createdAfter: after }),
      ).toEqual(sorted(late.filter(({ unitId }) => unitId === one?.unitId)));
      const elsewhere = toGlobalId({ type: 'Building', source: 'nowhere', key: [building?.id ?? ''] });
      expect(await filtered('issues', { building: [elsewhere] })).toEqual([]);
      expect(sent()).toEqual([]);
    });

    it('by id: a look into one day', async () => {
      const [issue] = truth.issues.slice(50);
      const records = await readList(gateway, 'issues', 100, MET);
      const id = records.find(({ source }) => source.remoteId === issue?.id)?.id ?? '';
      gateway.sandbox.reset();
      const { node } = await read<{ node: { title: string } }>(
        'query ($id: ID!) { node(id: $id) { ... on Issue { title } } }',
        { id },
      );
      expect(node.title).toBe(issue?.title);
      const day = issue?.createdAt?.slice(0, 10) ?? '';
      expect(periods()).toEqual([[`${day}T00:00:00.000Z`, `${day}T23:59:59.999Z`]]);
    });

    it('by an id whose moment is not its own: null, since a record has one id', async () => {
      const [issue] = truth.issues.slice(50);
      const other = `${issue?.createdAt?.slice(0, 10).replaceAll('-', '') ?? ''}T000000001Z`;
      const { issue: found } = await read<{ issue: null }>('query ($id: ID!) { issue(id: $id) { id } }', {
        id: idOf('Issue', issue?.id ?? '', other),
      });
      expect(found).toBeNull();
      expect(periods()).toHaveLength(1);
    });

    it('without a usable moment of creation: listed, and found by id in the whole list', async () => {
      const odd = { id: 900_001, name: 'No moment', status: 'New', created: 'yesterday' };
      gateway.sandbox.facilitee.fail('/api/public/Issues', { status: 200, body: page([odd]) });
      const { issues } = await read<{ issues: { nodes: { id: string; createdAt: null }[] } }>(
        '{ issues(first: 5) { nodes { id createdAt } } }',
      );
      expect(issues.nodes).toEqual([{ id: idOf('Issue', '900001', '-'), createdAt: null }]);
      const { node } = await read<{ node: { title: string } }>(
        'query ($id: ID!) { node(id: $id) { ... on Issue { title } } }',
        { id: issues.nodes[0]?.id },
      );
      expect(node).toEqual({ title: 'No moment' });
      expect(periods().at(-1)).toEqual(['2000-01-01T00:00:00.000Z', tomorrow()]);
    });

    it('whose unit names no property: the building is the one of the unit, and no reporter is looked for', async () => {
      const [unit] = truth.units;
      const issue = {
        id: 1,
        name: 'Leak',
        created: '2025-05-05T05:05:05.005Z',
        reporterId: 1,
        reporterName: 'Somebody',
        propertyUnit: { id: Number(unit?.id), property: null },
      };
      gateway.sandbox.facilitee.fail('/api/public/Issues', { status: 200, body: page([issue]) });
      const { issues } = await read<{ issues: { nodes: { building: Met; unit: { building: Met } }[] } }>(
        `{ issues(first: 5) { nodes { building { ${MET} } unit { building { ${MET} } } } } }`,
      );
      expect(issues.nodes[0]?.building.source.remoteId).toBe(unit?.buildingId);
      expect(issues.nodes[0]?.unit.building).toEqual(issues.nodes[0]?.building);
      expect(pathsOf()).toEqual(['Issues', `PropertyUnit/${unit?.id}`]);
    });

    it('reporter: whoever has the id and the name, in whatever role, and nobody else', async () => {
      const user = truth.persons.find(({ id, name }) => id.startsWith('property-user:') && name !== null);
      const owner = truth.persons.find(({ id, name }) => id === 'owner:7' && name !== null);
      const number = (id: string | undefined): number => Number(id?.split(':')[1]);
      const issue = (id: number, reporterId: number | null, reporterName: string | null) => ({
        id,
        name: `Issue ${id}`,
        created: '2025-05-05T05:05:05.005Z',
        reporterId,
        reporterName,
      });
      gateway.sandbox.facilitee.fail('/api/public/Issues', {
        status: 200,
        body: page([
          issue(1, number(user?.id), user?.name ?? null),
          issue(2, number(owner?.id), owner?.name ?? null),
          issue(3, number(owner?.id), 'Nobody of this name'),
          issue(4, null, 'A name without an id'),
          issue(5, 7, null),
        ]),
      });
      const { issues } = await read<{
        issues: { nodes: { reporterName: string | null; reporter: Met | null }[] };
      }>(`{ issues(first: 5) { nodes { reporterName reporter { ${MET} } } } }`);
      expect(issues.nodes.map(({ reporter }) => reporter?.source.remoteId ?? null)).toEqual([
        user?.id,
        'owner:7',
        null,
        null,
        null,
      ]);
      expect(issues.nodes.map(({ reporter }) => reporter?.id ?? null).slice(0, 2)).toEqual([
        personId(user?.id ?? ''),
        personId('owner:7'),
      ]);
      // The roles are tried in turn, and the fourth only for whom the others do not know.
      expect(pathsOf().filter((path) => path.startsWith('service-providers'))).toEqual([
        'service-providers/7',
      ]);
    });
  });

  describe('persons', () => {
    it('the same number in two roles is two persons', async () => {
      const roles = ['owner', 'manager', 'service-provider', 'property-user'];
      const { nodes } = await read<{ nodes: { displayName: string; roles: string[] }[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { displayName roles } } }',
        { ids: roles.map((role) => personId(`${role}:3`)) },
      );
      expect(nodes.map(({ displayName }) => displayName)).toEqual(
        roles.map((role) => truth.persons.find(({ id }) => id === `${role}:3`)?.name),
      );
      expect(nodes.map((node) => node.roles)).toEqual([
        ['OWNER'],
        ['PROPERTY_MANAGER'],
        ['SERVICE_PROVIDER'],
        ['OCCUPANT'],
      ]);
    });

    it.each([
      ['OWNER', 'Owners', 'owner:'],
      ['PROPERTY_MANAGER', 'managers', 'manager:'],
      ['SERVICE_PROVIDER', 'service-providers', 'service-provider:'],
      ['OCCUPANT', 'property-users', 'property-user:'],
    ])('of the role %s: one list is read', async (role, path, prefix) => {
      expect(await filtered('persons', { role: [role] })).toEqual(
        sorted(truth.persons.filter(({ id }) => id.startsWith(prefix))),
      );
      expect(new Set(pathsOf())).toEqual(new Set([path]));
    });

    it('of a role that no user has: without a call', async () => {
      expect(await filtered('persons', { role: ['TENANT'] })).toEqual([]);
      expect(sent()).toEqual([]);
    });

    it('say what their list leaves out when it is asked for, each by a call of its own', async () => {
      const details = async (role: string, selection: string) => {
        gateway.sandbox.reset();
        const { persons } = await read<{ persons: { nodes: object[] } }>(
          `{ persons(first: 3, filter: { role: [${role}] }) { nodes { displayName ${selection} } } }`,
        );
        return { nodes: persons.nodes, paths: pathsOf().map((path) => path.replace(/\d+/, '{id}')) };
      };
      expect((await details('OWNER', 'email phones { number } note accountStatus')).paths).toEqual([
        'Owners',
      ]);
      const owners = await details('OWNER', 'invoiceDetails { email }');
      expect(owners.paths).toEqual(['Owners', 'Owners/{id}', 'Owners/{id}', 'Owners/{id}']);
      const managers = await details('PROPERTY_MANAGER', 'address { city }');
      expect(managers.paths).toHaveLength(4);
      for (const manager of managers.nodes)
        expect(manager).toMatchObject({ address: { city: expect.any(String) as unknown } });
      expect((await details('SERVICE_PROVIDER', 'address { city } tags')).paths).toEqual([
        'service-providers',
      ]);
      expect((await details('OCCUPANT', 'address { city } accountStatus')).paths).toEqual(['property-users']);
    });

    describe('say the same however they are reached', () => {
      const all =
        'externalId note address { city } rating { average } invoiceDetails { email } unitCount staffRole activeIssueCount';
      interface Counted extends Met {
        unitCount: number | null;
        staffRole: string | null;
        activeIssueCount: number | null;
      }

      it('in lists, by id, and within units', async () => {
        const { persons, units } = await read<{
          persons: PageOf<Counted>;
          units: PageOf<{
            owner: Counted | null;
            manager: Counted | null;
            defaultIssueManager: Counted | null;
          }>;
        }>(`{
          persons(first: 100, filter: { role: [OWNER, PROPERTY_MANAGER, SERVICE_PROVIDER] }) { nodes { ${MET} ${all} } }
          units(first: 1) { nodes { owner { id } } }
        }`);
        expect(units.nodes).toHaveLength(1);
        const byId = new Map(persons.nodes.map((person) => [person.id, person]));
        for (const each of ['owner:1', 'manager:1', 'service-provider:1'].map(personId)) {
          const { node } = await read<{ node: Counted }>(
            `query ($id: ID!) { node(id: $id) { ... on Person { ${MET} ${all} } } }`,
            { id: each },
          );
          expect(node).toEqual(byId.get(each));
          expect([node.unitCount, node.activeIssueCount]).not.toEqual([null, null]);
        }
        for (const person of persons.nodes) {
          expect(person.staffRole !== null).toBe(person.source.remoteId.startsWith('manager:'));
        }
        const nested = await read<{ units: typeof units }>(
          `{ units(first: 60) { nodes {
            owner { ${MET} ${all} } manager { ${MET} ${all} } defaultIssueManager { ${MET} ${all} } } } }`,
        );
        const met = nested.units.nodes
          .flatMap(({ owner, manager, defaultIssueManager }) => [owner, manager, defaultIssueManager])
          .filter((person) => person !== null);
        expect(met.length).toBeGreaterThan(60);
        for (const person of met) expect(person).toEqual(byId.get(person.id));
      });

      it('one by id: the single record, and a search by the e-mail for what only rows have', async () => {
        const fresh = await start();
        const document = (selection: string) => `query ($id: ID!) { person(id: $id) { ${selection} } }`;
        await fresh.query(document('invoiceDetails { email } note'), { id: personId('owner:1') });
        expect(pathsOf(fresh)).toEqual(['Owners/1']);
        fresh.sandbox.reset();
        const { data } = await fresh.query<{ person: { email: string; unitCount: number } }>(
          document('email unitCount'),
          { id: personId('owner:1') },
        );
        expect(data.person.unitCount).toBeTypeOf('number');
        expect(pathsOf(fresh)).toEqual(['Owners/1', 'Owners']);
        expect(sent(fresh)[1]?.query.get('searchParameter')).toBe(data.person.email);
      });

      it('and where the search does not find them, by the list', async () => {
        const fresh = await start();
        fresh.sandbox.facilitee.fail(({ query }) => query.has('searchParameter'), {
          status: 200,
          body: page([]),
        });
        const { data } = await fresh.query<{ person: { unitCount: number } }>(
          'query ($id: ID!) { person(id: $id) { unitCount } }',
          { id: personId('owner:1') },
        );
        expect(data.person.unitCount).toBeTypeOf('number');
        expect(pathsOf(fresh)).toEqual(['Owners/1', 'Owners', 'Owners']);
      });
    });

    it('within a unit say the rest when it is asked for', async () => {
      const unit = truth.units.find(({ ownerId, managerId }) => ownerId !== null && managerId !== null);
      const document = (selection: string) => `query ($id: ID!) { unit(id: $id) {
        owner { ${MET} ${selection} } manager { ${MET} ${selection} } persons(first: 100) { nodes { ${MET} ${selection} } } } }`;
      interface Data {
        unit: {
          owner: Met & { externalId: string };
          manager: Met;
          persons: PageOf<Met & { externalId: string }>;
        };
      }
      const variables = { id: idOf('Unit', unit?.id ?? '') };
      await read<Data>(document('displayName email companyName'), variables);
      expect(pathsOf()).toEqual([`PropertyUnit/${unit?.id}`]);
      const { unit: found } = await read<Data>(document('externalId'), variables);
      expect(found.owner.source.remoteId).toBe(unit?.ownerId);
      expect(found.persons.nodes.map(({ source, externalId }) => [source.remoteId, externalId])).toEqual(
        unit?.personIds.map((id) => [id, truth.persons.find((person) => person.id === id)?.externalId]),
      );
    });

    it('of a building: everybody of its units, each once', async () => {
      const building = truth.buildings.find(({ unitIds }) => unitIds.length === 12);
      const { building: found } = await read<{ building: { persons: PageOf<Met> } }>(
        `query ($id: ID!) { building(id: $id) { persons(first: 100) { nodes { ${MET} } } } }`,
        { id: idOf('Building', building?.id ?? '') },
      );
      const expected = truth.units
        .filter(({ buildingId }) => buildingId === building?.id)
        .flatMap(({ personIds }) => personIds);
      expect(found.persons.nodes.map(({ source }) => source.remoteId).sort()).toEqual(
        [...new Set(expected)].sort(),
      );
    });
  });

  describe('filters', () => {
    it.each([
      ['buildings', 'Properties'],
      ['persons', 'Owners'],
    ] as const)('%s by one reference: Facilitee searches, the gateway compares', async (list, path) => {
      const known = truth[list].find(({ externalId }) => externalId !== null);
      const reference = known?.externalId ?? '';
      const { found } = { found: await filtered(list, { externalId: [reference] }) };
      expect(found).toEqual(sorted(truth[list].filter(({ externalId }) => externalId === reference)));
      expect(
        sent()
          .find((request) => request.path.endsWith(path))
          ?.query.get('searchParameter'),
      ).toBe(reference);
      // A part of a reference is found by Facilitee, and is not it.
      expect(await filtered(list, { externalId: [reference.slice(0, -1)] })).toEqual([]);
      expect(await filtered(list, { externalId: [' '] })).toEqual([]);
      expect(sent().some(({ query }) => query.has('searchParameter'))).toBe(false);
    });

    it('buildings and persons by several references, and by part of a text whatever the case: compared', async () => {
      const two = truth.buildings.slice(2, 4);
      expect(await filtered('buildings', { externalId: two.map(({ externalId }) => externalId) })).toEqual(
        sorted(two),
      );
      const person = truth.persons.find(({ name }) => (name ?? '').length > 8);
      const part = (person?.name ?? '').slice(2, 8).toUpperCase();
      const expected = truth.persons.filter(({ name, companyName, email, externalId }) =>
        [name ?? companyName, email, externalId].some((text) => text?.toUpperCase().includes(part)),
      );
      expect(await filtered('persons', { search: part })).toEqual(sorted(expected));
      expect(sent().some(({ query }) => query.has('searchParameter'))).toBe(false);
    });

    it('units by building: the units of those properties, and nothing else is read', async () => {
      const [one, , , four] = truth.buildings;
      const ids = [one, four].map((building) => idOf('Building', building?.id ?? ''));
      expect(await filtered('units', { building: [...ids, ids[0], idOf('Building', '900000000')] })).toEqual(
        [...(one?.unitIds ?? []), ...(four?.unitIds ?? [])].sort(),
      );
      expect(new Set(sent().map(({ query }) => query.get('propertyId')))).toEqual(
        new Set([one?.id, four?.id, '900000000']),
      );
      expect(new Set(pathsOf())).toEqual(new Set(['PropertyUnit']));
    });

    it('an id of another form finds nothing and never becomes part of a call', async () => {
      for (const key of [['..'], ['1', '2', '3'], ['0'], ['9999999999'], ['1?pageNo=2']]) {
        for (const [list, member, id] of [
          ['units', 'building', idOf('Building', ...key)],
          ['leases', 'unit', idOf('Unit', ...key)],
          ['leases', 'person', idOf('Person', 'property-user', ...key)],
          ['issues', 'building', idOf('Building', ...key)],
        ] as const) {
          const { data, errors } = await gateway.query<Readonly<Record<string, PageOf<Met>>> | null>(
            `query ($ids: [ID!]) { ${list}(filter: { ${member}: $ids }) { nodes { id } } }`,
            { ids: [id] },
          );
          expect(data?.[list]?.nodes ?? []).toEqual([]);
          for (const { extensions } of errors) expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
        }
        expect(sent()).toEqual([]);
      }
    });

    it('leases by unit and by person', async () => {
      const [unit] = [...truth.units].sort((one, other) => other.leaseIds.length - one.leaseIds.length);
      const unitIds = [idOf('Unit', unit?.id ?? '')];
      expect(await filtered('leases', { unit: unitIds })).toEqual([...(unit?.leaseIds ?? [])].sort());
      const user = unit?.leaseIds[0]?.split(':')[1] ?? '';
      const person = [personId(`property-user:${user}`), personId(`owner:${user}`)];
      expect(await filtered('leases', { person })).toEqual(
        sorted(truth.leases.filter(({ tenantIds }) => tenantIds.includes(`property-user:${user}`))),
      );
      expect(await filtered('leases', { person, unit: unitIds })).toEqual([`${unit?.id}:${user}`]);
      expect(await filtered('leases', { person: [personId('owner:1')] })).toEqual([]);
      expect(sent()).toEqual([]);
    });

    it('leases and documents by a reference, which they have not: without a call', async () => {
      expect(await filtered('leases', { externalId: ['A-1'] })).toEqual([]);
      expect(await filtered('leases', { search: 'A' })).toEqual([]);
      expect(await filtered('documents', { externalId: ['A-1'] })).toEqual([]);
      expect(await filtered('documents', { kind: ['LEASE_CONTRACT'] })).toEqual([]);
      expect(sent()).toEqual([]);
    });

    it('documents by kind, unit and building', async () => {
      const files = (subject: string) =>
        truth.documents
          .filter((document) => document.subject === subject)
          .map(({ subjectId, id }) =>
            subject === 'unit' ? `unit:${subjectId}:${id}` : `${subjectId}:${id}`,
          );
      expect(await filtered('documents', { kind: ['PERSON_ATTACHMENT'] })).toEqual(files('person').sort());
      expect(new Set(pathsOf().map((path) => path.replace(/\/.*/, '')))).toEqual(
        new Set(['service-providers']),
      );
      expect(await filtered('documents', { kind: ['UNIT_ATTACHMENT'] })).toEqual(files('unit').sort());
      const unit = truth.units.find(({ documentIds }) => documentIds.length > 0);
      expect(await filtered('documents', { unit: [idOf('Unit', unit?.id ?? '')] })).toEqual(
        unit?.documentIds.map((id) => `unit:${unit.id}:${id}`).sort(),
      );
      expect(await filtered('documents', { building: [idOf('Building', unit?.buildingId ?? '')] })).toEqual(
        truth.units
          .filter(({ buildingId }) => buildingId === unit?.buildingId)
          .flatMap(({ id, documentIds }) => documentIds.map((file) => `unit:${id}:${file}`))
          .sort(),
      );
    });
  });

  describe('ids', () => {
    it.each([
      ['building', 'Building', ['x']],
      ['building', 'Building', ['0']],
      ['building', 'Building', ['01']],
      ['building', 'Building', ['2147483648']],
      ['building', 'Building', ['1', '2']],
      ['unit', 'Unit', ['..']],
      ['unit', 'Unit', ['1/2']],
      ['person', 'Person', ['1']],
      ['person', 'Person', ['tenant', '1']],
      ['person', 'Person', ['toString', '1']],
      ['person', 'Person', ['owner', '-1']],
      ['lease', 'Lease', ['1']],
      ['lease', 'Lease', ['1', '1.5']],
      ['issue', 'Issue', ['1']],
      ['issue', 'Issue', ['1', '20230231T000000000Z']],
      ['issue', 'Issue', ['1', '2023-02-01']],
      ['issue', 'Issue', ['1', '09991231T000000000Z']],
      ['document', 'Document', ['unit', '1']],
      ['document', 'Document', ['owner', '1', '1']],
      ['document', 'Document', ['unit', '1', 'x']],
    ] as const)('%s of the form %s %j: refused', async (field, type, key) => {
      const { errors } = await gateway.query(`query ($id: ID!) { ${field}(id: $id) { id } }`, {
        id: idOf(type, ...key),
      });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(sent()).toEqual([]);
    });

    it.each([
      ['Lease', ['82', '900000000']],
      ['Lease', ['900000000', '1']],
      ['Issue', ['900000000', '20230201T000000000Z']],
      ['Document', ['unit', '82', '900000000']],
      ['Document', ['service-provider', '900000000', '1']],
      ['Person', ['service-provider', '900000000']],
    ] as const)('%s %j that nobody has: null', async (type, key) => {
      expect(await read('query ($id: ID!) { node(id: $id) { id } }', { id: idOf(type, ...key) })).toEqual({
        node: null,
      });
      expect(sent().length).toBeGreaterThan(0);
    });
  });

  describe('within a budget', () => {
    const budget = { limits: { scanCalls: 3 }, pageSize: 10 };
    type Truncated = { page: PageOf<Met> };

    it('a read through all issues stops, says so, and goes on from there', async () => {
      const thrifty = await start({ settings: { facilitee: budget } });
      const [unit] = [...truth.units].sort((one, other) => other.issueIds.length - one.issueIds.length);
      const found: string[] = [];
      let truncated = 0;
      for (let after: string | null = null, more = true; more;) {
        const before = sent(thrifty).length;
        const answer: Answer<{ unit: { issues: PageOf<Met> } }> = await thrifty.query(
          `query ($id: ID!, $after: String) { unit(id: $id) {
            issues(first: 2, after: $after) { nodes { ${MET} } ${PAGE_INFO} ${SOURCES} } } }`,
          { id: idOf('Unit', unit?.id ?? ''), after },
        );
        const { nodes, pageInfo, sources } = answer.data.unit.issues;
        found.push(...nodes.map(({ source }) => source.remoteId));
        if (sources[0]?.truncated === true) truncated += 1;
        more = pageInfo.hasNextPage;
        after = pageInfo.endCursor;
        // The unit itself, and the budget.
        expect(sent(thrifty).length - before).toBeLessThanOrEqual(4);
      }
      expect(found.sort()).toEqual([...(unit?.issueIds ?? [])].sort());
      expect(truncated).toBeGreaterThan(1);
    });

    it.each(['units', 'documents'] as const)('the list of %s is still whole, in more pages', async (list) => {
      const thrifty = await start({ settings: { facilitee: budget } });
      const records = await readList(thrifty, list, 100, MET);
      const last = (id: string): string => id.split(':').at(-1) ?? '';
      expect(records.map(({ source }) => last(source.remoteId)).sort()).toEqual(sorted(truth[list]));
    });

    it('the persons of a building with more units than that: truncated, and at an end', async () => {
      const thrifty = await start({ settings: { facilitee: budget } });
      const building = truth.buildings.find(({ unitIds }) => unitIds.length === 12);
      const expected = truth.units
        .filter(({ buildingId }) => buildingId === building?.id)
        .slice(0, 3)
        .flatMap(({ personIds }) => personIds);
      const document = `query ($id: ID!, $after: String) { node(id: $id) { ... on Building {
        page: persons(first: 100, after: $after) { nodes { ${MET} } ${PAGE_INFO} ${SOURCES} } } } }`;
      const id = idOf('Building', building?.id ?? '');
      const { data } = await thrifty.query<{ node: Truncated }>(document, { id });
      expect(data.node.page.nodes.map(({ source }) => source.remoteId).sort()).toEqual(
        [...new Set(expected)].sort(),
      );
      expect(data.node.page.sources).toMatchObject([{ status: 'PARTIAL', truncated: true }]);
      const next = await thrifty.query<{ node: Truncated }>(document, {
        id,
        after: data.node.page.pageInfo.endCursor,
      });
      expect(next.data.node.page).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
    });
  });

  describe('a call that fails', () => {
    it('takes its own unit and no other', async () => {
      const [, second] = truth.units;
      gateway.sandbox.facilitee.fail(`/api/public/PropertyUnit/${second?.id}`, { status: 500 });
      const { data, errors } = await gateway.query<{ units: { nodes: { owner: Met | null }[] } }>(
        `{ units(first: 5) { nodes { owner { ${MET} } } } }`,
      );
      expect(data.units.nodes.map(({ owner }) => owner?.source.remoteId ?? null)).toEqual(
        truth.units.slice(0, 5).map(({ id, ownerId }) => (id === second?.id ? null : ownerId)),
      );
      expect(errors).toMatchObject([
        { path: ['units', 'nodes', 1, 'owner'], extensions: { code: 'UPSTREAM_STATUS' } },
      ]);
    });

    it('takes its own role among persons by id', async () => {
      gateway.sandbox.facilitee.fail(({ path }) => path.startsWith('/api/public/Owners'), { status: 503 });
      const { data, errors } = await gateway.query<{ nodes: ({ id: string } | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        { ids: ['owner:1', 'manager:1', 'owner:2', 'property-user:1'].map(personId) },
      );
      expect(data.nodes.map((node) => node?.id ?? null)).toEqual([
        null,
        personId('manager:1'),
        null,
        personId('property-user:1'),
      ]);
      expect(placesOf(errors)).toEqual([
        ['nodes', 0],
        ['nodes', 2],
      ]);
    });

    it('takes the issues of its own day', async () => {
      const records = await readList(gateway, 'issues', 100, MET);
      const [first, last] = [records[0], records.at(-1)];
      // A gateway that has not seen the list yet looks into each day.
      const fresh = await start();
      const day = truth.issues.find(({ id }) => id === first?.source.remoteId)?.createdAt?.slice(0, 10) ?? '';
      fresh.sandbox.facilitee.fail(({ query }) => query.get('fromDateTime')?.startsWith(day) === true, {
        status: 500,
      });
      const { data, errors } = await fresh.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: [first?.id, last?.id],
      });
      expect(data).toEqual({ nodes: [null, { id: last?.id }] });
      expect(errors.map(({ path }) => path)).toEqual([['nodes', 0]]);
    });
  });
});
