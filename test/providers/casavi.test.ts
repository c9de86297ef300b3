import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { casaviTruth, type CasaviTruth } from '../../resolvers/casavi/sandbox.js';
import { parseGlobalId, toGlobalId } from '../../src/domain/global-id.js';
import type { NodeType } from '../../src/domain/index.js';
import type { Truth } from '../../src/sandbox/truth.js';
import { todayIn } from '../../src/wire/time.js';
import { countCalls } from '../support/calls.js';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { contractQuery, nestedQuery } from '../support/queries.js';
import { testProvider } from './contract.js';
import { LISTS, MET, PAGE_INFO, readList, type ListName, type Met, type PageOf } from './contract/suite.js';

testProvider({ name: 'casavi', truth: casaviTruth, login: '/authenticate' });

const lists = Object.keys(LISTS) as readonly ListName[];
const pageSize = 25;

const paths = {
  properties: 'GET /properties',
  property: 'GET /properties/{propertyId}',
  units: 'GET /properties/{propertyId}/units',
  unit: 'GET /units/{unitId}',
  contacts: 'GET /contacts',
  contact: 'GET /contacts/{contactId}',
  staff: 'GET /staff',
  staffMember: 'GET /staff/{contactId}',
  tickets: 'GET /tickets',
  ticket: 'GET /tickets/{ticketId}',
  comments: 'GET /tickets/{ticketId}/comments',
  task: 'GET /tickets/{ticketId}/tasks/{taskId}',
  document: 'GET /documents/{documentId}',
} as const;

const bare = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id).sort();
const pagesOf = (rows: number): number => Math.ceil(rows / pageSize);

/** A true record with much hanging on it. */
function richest<R>(records: readonly R[], by: (record: R) => readonly unknown[]): R {
  const [first] = [...records].sort((one, other) => by(other).length - by(one).length);
  if (first === undefined) throw new Error('the portfolio is empty');
  return first;
}

describe('casavi', () => {
  let gateway: TestGateway;
  let truth: CasaviTruth;
  const all: { [L in ListName]?: readonly Met[] } = {};
  const idOf = (list: ListName, remoteId: string | null | undefined): string => {
    const found = all[list]?.find(({ source }) => source.remoteId === remoteId);
    if (found === undefined) throw new Error(`no record of ${list} has this id`);
    return found.id;
  };
  const keyOf = (met: Met | undefined): readonly string[] => parseGlobalId(met?.id ?? '')?.key ?? [];
  const forged = (type: NodeType, ...key: readonly string[]): string =>
    toGlobalId({ type, source: 'casavi', key });

  beforeAll(async () => {
    gateway = await startTestGateway({ only: ['casavi'] });
    truth = casaviTruth(gateway.sandbox.portfolio);
    for (const list of lists) all[list] = await readList(gateway, list, 100, MET);
  });
  afterEach(() => gateway.sandbox.reset());
  afterAll(() => gateway.close());

  /** What the stand-in was asked: paths as sent, with the query behind them. */
  const sent = (own: TestGateway = gateway) =>
    own.sandbox.casavi.requests
      .filter(({ path }) => path !== '/authenticate')
      .map(({ path, query, route, status }) => ({
        route,
        status,
        target: `${path}?${query.toString()}`,
        query: Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name).join('|')])),
      }));

  /** The truth's ids of the records that a filter leaves, and what they cost. */
  const filtered = async (list: ListName, filter: object) => {
    gateway.sandbox.reset();
    const document = `query ($after: String, $filter: ${LISTS[list]}Filter) {
      page: ${list}(first: 100, after: $after, filter: $filter) { nodes { ${MET} } ${PAGE_INFO} }
    }`;
    const found: string[] = [];
    const calls: Record<string, number> = {};
    for (let after: string | null = null, more = true; more;) {
      const answer: Answer<{ page: PageOf<Met> }> = await gateway.query(document, { after, filter });
      expect(answer.errors).toEqual([]);
      const { nodes, pageInfo } = answer.data.page;
      found.push(
        ...nodes.map(({ source }) =>
          list === 'documents' ? (source.remoteId.split(':').at(-1) ?? '') : source.remoteId,
        ),
      );
      for (const [path, count] of Object.entries(countCalls(answer.calls)))
        calls[path] = (calls[path] ?? 0) + count;
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    return { found: found.sort(), calls, sent: sent() };
  };

  /** Answers take a while, so that what goes out together is counted as one wave. */
  const ask = async <D = never>(document: string, variables: object = {}, own: TestGateway = gateway) => {
    own.sandbox.reset();
    own.sandbox.casavi.fail('*', { delayMs: 10 });
    const answer = await own.query<D>(document, { ...variables });
    expect(answer.errors).toEqual([]);
    // Whatever the operation comes back to, it asks for nothing twice.
    const targets = sent(own).map(({ target }) => target);
    expect(new Set(targets).size).toBe(targets.length);
    return { waves: answer.waves, calls: countCalls(answer.calls), data: answer.data };
  };

  describe('its ids', () => {
    it('are the references, with whatever parents a key takes', () => {
      const [building, unit, lease] = (['buildings', 'units', 'leases'] as const).map(
        (list) => all[list]?.[0],
      );
      const first = truth.leases[0];
      expect(keyOf(building)).toEqual([truth.buildings[0]?.id]);
      expect(keyOf(unit)).toEqual([truth.units[0]?.buildingId, truth.units[0]?.id]);
      expect(unit?.source.remoteId).toBe(truth.units[0]?.id);
      expect(keyOf(lease)).toEqual([first?.buildingId, first?.unitId, first?.externalId]);
      expect(lease?.source.remoteId).toBe(first?.id);
      expect(all.persons?.map((person) => keyOf(person).join(':'))).toEqual(
        truth.persons.map(({ key }) => key),
      );
      expect(all.persons?.map(({ source }) => source.remoteId)).toEqual(truth.persons.map(({ id }) => id));
      const [document] = truth.documents;
      expect(keyOf(all.documents?.[0])).toEqual(['ticket', document?.subjectId, document?.id]);
      expect(all.documents?.[0]?.source.remoteId).toBe(`ticket:${document?.subjectId}:${document?.id}`);
    });

    it('of comments and tasks name their ticket', async () => {
      const issue = richest(truth.issues, ({ taskIds, commentIds }) => [...taskIds, ...commentIds]);
      const { data } = await gateway.query<{ node: Record<'comments' | 'tasks', PageOf<Met>> }>(
        `query ($id: ID!) { node(id: $id) { ... on Issue {
          comments { nodes { ${MET} } } tasks { nodes { ${MET} } } } } }`,
        { id: idOf('issues', issue.id) },
      );
      expect(keyOf(data.node.comments.nodes[0])).toEqual([issue.id, issue.commentIds[0]]);
      expect(data.node.comments.nodes[0]?.source.remoteId).toBe(`${issue.id}:${issue.commentIds[0]}`);
      expect(keyOf(data.node.tasks.nodes[0])).toEqual([issue.id, issue.taskIds[0]]);
    });

    it('with a slash, a space, a plus or an umlaut are percent-encoded in paths', async () => {
      const odd = truth.buildings.filter(({ id }) => /[^\w-]/.test(id));
      expect(odd.map(({ id }) => id.replace(/[\w-]/g, ''))).toEqual(['/', '/', ' ', 'ö', '+']);
      const { data } = await ask<{ nodes: readonly { units: PageOf<Met> }[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Building { units(first: 100) { nodes { ${MET} } } } } }`,
        { ids: odd.map(({ id }) => idOf('buildings', id)) },
      );
      expect(data.nodes.map(({ units }) => units.nodes.map(({ source }) => source.remoteId))).toEqual(
        odd.map(({ unitIds }) => unitIds),
      );
      for (const { id } of odd) {
        expect(sent().map(({ target }) => target)).toContainEqual(
          expect.stringContaining(`/properties/${encodeURIComponent(id)}/units?`),
        );
      }
    });

    it('of another form never reach a path', async () => {
      const building = truth.buildings[0]?.id ?? '';
      const strange = [
        forged('Building', '..'),
        forged('Building', 'a\nb'),
        forged('Building', ' padded'),
        forged('Building', 'x'.repeat(256)),
        forged('Building', building, 'more'),
        forged('Unit', building),
        forged('Unit', building, '.'),
        forged('Lease', building, 'unit'),
        forged('Person', 'tenant', 'C-31036'),
        forged('Person', 'C-31036'),
        forged('Document', 'ticket', 'AP-0001'),
        forged('Document', 'document', 'a', 'b'),
        forged('Comment', 'AP-0001'),
        forged('Task', 'AP-0001', 'T-1', 'x'),
      ];
      for (const id of strange) {
        const { data, errors } = await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id });
        expect([id, data]).toEqual([id, { node: null }]);
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      }
      const many = await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: strange });
      expect(many).toMatchObject({ data: { nodes: strange.map(() => null) }, errors: [] });
      await gateway.query('query ($id: ID!) { units(filter: { building: [$id] }) { nodes { id } } }', {
        id: strange[0],
      });
      expect(sent()).toEqual([]);
    });

    it('of the kind that stands for a person in either list cannot be written by clients', async () => {
      const id = forged('Person', '', 'staff', truth.persons.at(-1)?.id ?? '');
      const { data, errors } = await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(data).toEqual({ node: null });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(sent()).toEqual([]);
    });

    it('in another spelling are no ids: a server that answers all the same gives a record no second one', async () => {
      const { id } = truth.issues[0] ?? { id: '' };
      const path = `/tickets/${id.toLowerCase()}`;
      gateway.sandbox.casavi.fail(path, { status: 200, body: { id, title: 'A leak' } });
      const { data, errors } = await gateway.query('query ($id: ID!) { node(id: $id) { id } }', {
        id: forged('Issue', id.toLowerCase()),
      });
      expect([data, errors]).toEqual([{ node: null }, []]);
      expect(sent().map(({ target }) => target)).toEqual([`${path}?`]);
    });
  });

  describe('its pages', () => {
    it('are asked for without a number, then by number, and units always with their ended contracts', async () => {
      for (const list of lists) await readList(gateway, list, 7, MET);
      const requests = sent();
      expect(requests.length).toBeGreaterThan(100);
      for (const { route, status, query } of requests) {
        expect(status).toBe(200);
        expect(Object.keys(query).filter((name) => name !== 'page')).toEqual(
          route === '/properties/{propertyId}/units' ? ['includeInactiveContracts'] : [],
        );
        expect(query['includeInactiveContracts'] ?? 'true').toBe('true');
        expect(query['page']).not.toBe('0');
      }
    });

    describe('counted from 1', () => {
      let own: TestGateway;
      beforeAll(async () => {
        own = await startTestGateway({
          only: ['casavi'],
          sandbox: { settings: { casavi: { pageBase: 1 } } },
        });
      });
      afterAll(() => own.close());

      it.each(lists)('%s are the truth', async (list) => {
        const fresh = await startTestGateway({
          only: ['casavi'],
          sandbox: { settings: { casavi: { pageBase: 1 } } },
        });
        for (const first of [7, 100]) {
          const records = await readList(fresh, list, first, MET);
          expect(records.map(({ id }) => id)).toEqual(all[list]?.map(({ id }) => id));
        }
        await fresh.close();
      });

      it('are noticed by a bare array that begins again, once for the source', async () => {
        const first = await ask('{ persons(first: 50) { nodes { id } } }', {}, own);
        // The first page, its repetition, the second.
        expect(sent(own).map(({ query }) => query['page'])).toEqual([undefined, '1', '2']);
        expect(first.calls).toEqual({ [paths.contacts]: 3 });
        const again = await ask('{ persons(first: 50) { nodes { id } } }', {}, own);
        expect(sent(own).map(({ query }) => query['page'])).toEqual([undefined, '2']);
        expect(again.calls).toEqual({ [paths.contacts]: 2 });
        const tickets = await ask('{ issues(first: 50) { nodes { id } } }', {}, own);
        expect(tickets.calls).toEqual({ [paths.tickets]: 2 });
      });
    });

    it.each([0, 1] as const)(
      'by a cursor, in a gateway that has seen no page yet (counted from %i): the properties tell',
      async (pageBase) => {
        const { data } = await gateway.query<{ persons: PageOf<Met> }>(
          `{ persons(first: 60) { ${PAGE_INFO} nodes { ${MET} } } }`,
        );
        const fresh = await startTestGateway({
          only: ['casavi'],
          sandbox: { settings: { casavi: { pageBase } } },
        });
        const next = await ask<{ persons: PageOf<Met> }>(
          `query ($after: String) { persons(first: 10, after: $after) { nodes { ${MET} } } }`,
          { after: data.persons.pageInfo.endCursor },
          fresh,
        );
        const third = String(2 + pageBase);
        expect(sent(fresh).map(({ target }) => target.replace('?', ' ').trim())).toEqual([
          '/properties',
          `/contacts page=${third}`,
        ]);
        expect(next.data.persons.nodes.map(({ id }) => id)).toEqual(
          all.persons?.slice(60, 70).map(({ id }) => id),
        );
        await fresh.close();
      },
    );

    it('end where a server ignores the page that it is asked for, with a word of warning', async () => {
      const body = truth.issues.slice(0, pageSize).map(({ id }) => ({ id }));
      gateway.sandbox.casavi.fail('/tickets', { status: 200, body });
      const { data } = await gateway.query<{ issues: PageOf<Met> }>(
        '{ issues(first: 100) { nodes { id } pageInfo { hasNextPage } sources { status error { code message } } } }',
      );
      expect(data.issues.nodes).toHaveLength(pageSize);
      expect(data.issues).toMatchObject({
        pageInfo: { hasNextPage: false },
        sources: [{ status: 'PARTIAL', error: { code: 'UPSTREAM_BAD_RESPONSE' } }],
      });
    });

    it('of a list that is known go out together', async () => {
      const cold = await startTestGateway({ only: ['casavi'] });
      const question = '{ persons(first: 100) { nodes { id } } }';
      const one = await ask(question, {}, cold);
      expect([one.calls, one.waves]).toEqual([{ [paths.contacts]: 4 }, 4]);
      await readList(cold, 'persons', 100, MET);
      const two = await ask(question, {}, cold);
      expect([two.calls, two.waves]).toEqual([{ [paths.contacts]: 4 }, 1]);
      await cold.close();
    });

    it('of units stop where the budget of a scan ends, and the cursor goes on from there', async () => {
      const frugal = await startTestGateway({
        only: ['casavi'],
        settings: { casavi: { limits: { scanCalls: 3 } } },
      });
      const { data } = await frugal.query<{ units: PageOf<Met> }>(
        `{ units(first: 100) { nodes { ${MET} } sources { status truncated } ${PAGE_INFO} } }`,
      );
      expect(data.units).toMatchObject({
        sources: [{ status: 'PARTIAL', truncated: true }],
        pageInfo: { hasNextPage: true },
      });
      for (const list of ['units', 'leases'] as const) {
        const records = await readList(frugal, list, 100, MET);
        expect(records.map(({ id }) => id)).toEqual(all[list]?.map(({ id }) => id));
      }
      await frugal.close();
    });
  });

  describe('its token', () => {
    afterEach(() => void vi.useRealTimers());

    it('is kept while it lasts, and renewed a minute before it ends', async () => {
      const start = Date.parse('2026-11-22T10:00:00Z');
      vi.useFakeTimers({ toFake: ['Date'], now: start });
      const own = await startTestGateway({
        only: ['casavi'],
        // Its header `Date` would be that of today.
        sandbox: { settings: { casavi: { tokenLifetime: 600 } }, clockSkewMs: { casavi: 1 } },
      });
      const loginsAfter = async (seconds: number): Promise<number> => {
        vi.setSystemTime(start + 1_000 * seconds);
        const { errors } = await own.query('{ buildings(first: 1) { nodes { id } } }');
        expect(errors).toEqual([]);
        return logins();
      };
      const logins = (): number =>
        own.sandbox.casavi.requests.filter(({ path }) => path === '/authenticate').length;
      expect([await loginsAfter(0), await loginsAfter(530)]).toEqual([1, 1]);
      await loginsAfter(545);
      await vi.waitFor(() => expect(logins()).toBe(2));
      // Renewed in time, beside a call that did not wait for it: no call was refused.
      expect(await loginsAfter(700)).toBe(2);
      expect(own.sandbox.casavi.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
      await own.close();
    });

    it('goes into its own header', async () => {
      await gateway.query('{ buildings(first: 1) { nodes { id } } }');
      const [request] = gateway.sandbox.casavi.requests;
      expect(request?.status).toBe(200);
      expect(request?.headers).not.toHaveProperty('authorization');
    });
  });

  describe('its persons', () => {
    it('behind an id alone are looked for in both lists, the likelier one first', async () => {
      const { data, calls } = await ask<{
        buildings: PageOf<{
          responsibilities: {
            roleType: string;
            contactName: string;
            contact: Met & { displayName: string };
          }[];
        }>;
      }>(
        `{ buildings(first: 3) { nodes { responsibilities { roleType contactName contact { ${MET} displayName } } } } }`,
      );
      const people = data.buildings.nodes.flatMap(({ responsibilities }) => responsibilities);
      expect(people.length).toBeGreaterThan(3);
      for (const { roleType, contact, contactName } of people) {
        expect(contact.displayName).toBe(contactName);
        expect(keyOf(contact)[0]).toBe(roleType === 'INTERNAL' ? 'staff' : 'contact');
      }
      const distinct = (type: string): number =>
        new Set(people.filter(({ roleType }) => roleType === type).map(({ contact }) => contact.id)).size;
      // None was asked for in the wrong list.
      expect(calls).toEqual({
        [paths.properties]: 1,
        [paths.staffMember]: distinct('INTERNAL'),
        [paths.contact]: distinct('EXTERNAL'),
      });
    });

    it('are found in the other list, with the id that they have there', async () => {
      const [member] = truth.persons.filter(({ key }) => key.startsWith('staff:'));
      const [property] = truth.buildings;
      gateway.sandbox.casavi.fail('/properties', {
        status: 200,
        body: {
          rows: [
            {
              id: property?.id,
              responsibilities: [
                { contactId: member?.id, roleType: 'external' },
                { contactId: 'nobody', roleType: 'internal' },
              ],
            },
          ],
          pageCount: 1,
          page: 0,
        },
      });
      const answer = await gateway.query(
        '{ buildings(first: 1) { nodes { responsibilities { contact { id } } persons { nodes { id } } } } }',
      );
      const id = forged('Person', 'staff', member?.id ?? '');
      expect(answer.errors).toEqual([]);
      expect(answer.data).toEqual({
        buildings: {
          nodes: [
            { responsibilities: [{ contact: { id } }, { contact: null }], persons: { nodes: [{ id }] } },
          ],
        },
      });
    });

    it('of a building are those responsible for it, each once', async () => {
      const { data } = await ask<{
        buildings: PageOf<{ responsibilities: { contact: Met }[]; persons: PageOf<Met> }>;
      }>(
        `{ buildings(first: 26) { nodes { responsibilities { contact { ${MET} } } persons { nodes { ${MET} } } } } }`,
      );
      for (const { responsibilities, persons } of data.buildings.nodes) {
        const ids = [...new Set(responsibilities.map(({ contact }) => contact.id))];
        expect(persons.nodes.map(({ id }) => id)).toEqual(ids);
      }
    });

    it('who are archived do not exist, nor do their contracts', async () => {
      const gone = gateway.sandbox.portfolio.persons.filter(
        ({ archived, systems }) => archived && systems.includes('casavi'),
      );
      expect(gone.length).toBeGreaterThan(0);
      const { data } = await gateway.query<{ nodes: null[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        {
          ids: gone.map(({ reference }) => forged('Person', 'contact', reference)),
        },
      );
      expect(data.nodes).toEqual(gone.map(() => null));
      const { found } = await filtered('leases', {
        person: gone.map(({ reference }) => forged('Person', 'contact', reference)),
      });
      expect(found).toEqual([]);
    });

    it('say how they write to casavi, and nothing of their birth', async () => {
      const { data } = await gateway.query<{ persons: PageOf<Record<string, unknown>> }>(
        '{ persons(first: 100) { nodes { displayName companyName kind roles phones { kind number } accountStatus providerAccountStatus preferredContactChannel staffRole } } }',
      );
      const kinds = new Set(data.persons.nodes.map(({ kind }) => kind));
      expect(kinds).toContain('PERSON');
      expect(new Set(data.persons.nodes.map(({ roles }) => String(roles)))).toEqual(new Set(['CONTACT']));
      const statuses = data.persons.nodes.map(
        ({ accountStatus, providerAccountStatus }) =>
          `${String(accountStatus)} ${String(providerAccountStatus)}`,
      );
      expect(new Set(statuses)).toEqual(new Set(['REGISTERED true', 'UNKNOWN false']));
    });
  });

  describe('its leases', () => {
    it('are what dates and types prove', async () => {
      type Lease = Record<'kind' | 'providerKind' | 'status' | 'derivation', string> &
        Record<'startDate' | 'endDate', string | null> & {
          source: { remoteId: string };
          unit: { unitType: string | null };
        };
      const records = await readList<Lease>(
        gateway,
        'leases',
        100,
        'source { remoteId } kind providerKind status derivation startDate endDate unit { unitType }',
      );
      const today = todayIn('Europe/Berlin');
      const kinds: Readonly<Record<string, string>> = {
        LIVING: 'RESIDENTIAL',
        APARTMENT: 'RESIDENTIAL',
        COMMERCIAL: 'COMMERCIAL',
        PARKING: 'PARKING',
      };
      for (const lease of records) {
        const { startDate, endDate, providerKind } = lease;
        const true_ = truth.leases.find(({ id }) => id === lease.source.remoteId);
        expect([startDate, endDate]).toEqual([true_?.startDate, true_?.endDate]);
        expect(lease.status).toBe(
          endDate !== null && endDate < today
            ? 'ENDED'
            : startDate === null
              ? 'UNKNOWN'
              : startDate > today
                ? 'UPCOMING'
                : 'ACTIVE',
        );
        const { unitType } = lease.unit;
        expect(lease.kind).toBe(
          providerKind === 'OWNER'
            ? 'OWNERSHIP'
            : providerKind === null
              ? 'OTHER'
              : unitType === null
                ? 'UNKNOWN'
                : (kinds[unitType] ?? 'OTHER'),
        );
        expect(lease.derivation).toBe('EMBEDDED');
      }
      expect(new Set(records.map(({ kind }) => kind))).toEqual(
        new Set(['RESIDENTIAL', 'COMMERCIAL', 'PARKING', 'OWNERSHIP', 'OTHER', 'UNKNOWN']),
      );
    });

    it('of a unit that was asked for alone come with the list of its property, ended ones too', async () => {
      const unit = richest(truth.units, ({ leaseIds }) => leaseIds);
      const id = idOf('units', unit.id);
      const { data, calls, waves } = await ask<{ unit: { leases: PageOf<Met> } }>(
        `query ($id: ID!) { unit(id: $id) { name leases(first: 100) { nodes { ${MET} } } } }`,
        { id },
      );
      expect(data.unit.leases.nodes.map(({ source }) => source.remoteId)).toEqual(unit.leaseIds);
      const size = truth.units.filter(({ buildingId }) => buildingId === unit.buildingId).length;
      // The unit itself stands there as well; as many pages as there were go out at once.
      expect([calls, waves]).toEqual([{ [paths.units]: pagesOf(size) }, 1]);
    });
  });

  describe('its tickets', () => {
    it('bear dates that are none, and texts with a comma behind a date', async () => {
      type Row = {
        reportedAt: string | null;
        createdAt: string;
        tasks: PageOf<{ createdAt: string | null }>;
      };
      const rows = await readList<Row>(
        gateway,
        'issues',
        100,
        'reportedAt createdAt tasks(first: 100) { nodes { createdAt } }',
      );
      const { portfolio } = gateway.sandbox;
      const odd = (oddity: string, records: readonly { oddity: string | null }[]): number =>
        records.filter((record) => record.oddity === oddity).length;
      expect(odd('invalid-date', portfolio.issues)).toBeGreaterThan(0);
      expect(odd('trailing-comma', portfolio.tasks)).toBeGreaterThan(0);
      expect(rows.some(({ reportedAt }) => reportedAt === null)).toBe(true);
      const times = rows.flatMap(({ tasks }) => tasks.nodes.map(({ createdAt }) => createdAt));
      expect(times.length).toBe(truth.issues.flatMap(({ taskIds }) => taskIds).length);
      for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\.000Z$/);
    });

    it('give fields of the customer in the single answer only, which is asked for when they are named', async () => {
      const { data, calls, waves } = await ask<{ issues: PageOf<{ customFields: { name: string }[] }> }>(
        '{ issues(first: 5) { nodes { title customFields { name value type } } } }',
      );
      expect(calls).toEqual({ [paths.tickets]: 1, [paths.ticket]: 5 });
      expect(waves).toBe(2);
      const names = data.issues.nodes.flatMap(({ customFields }) => customFields.map(({ name }) => name));
      expect(names).toContain('Dringend');
    });

    it('hold comments, tasks and files in their single answer: one call for all of it', async () => {
      const { calls } = await ask(
        '{ issues(first: 25) { nodes { comments(first: 3) { nodes { text issue { id } } } tasks { nodes { title issue { id } } } documents { nodes { title subject { id } } } customFields { name } } } }',
      );
      expect(calls).toEqual({ [paths.tickets]: 1, [paths.ticket]: 25 });
    });

    it('are asked for the pages of their comments where the single answer may have cut them', async () => {
      const issue = richest(truth.issues, ({ commentIds }) => commentIds);
      expect(issue.commentIds.length).toBeGreaterThan(pageSize);
      const id = idOf('issues', issue.id);
      const question = `query ($id: ID!, $after: String) { issue(id: $id) {
        comments(first: 20, after: $after) { nodes { ${MET} } ${PAGE_INFO} } } }`;
      const cut = issue.commentIds.slice(0, pageSize).map((each) => ({ id: each }));
      for (const comments of [cut, undefined]) {
        const body = { id: issue.id, comments };
        const met: string[] = [];
        const calls: string[] = [];
        for (let after: string | null = null, more = true; more;) {
          gateway.sandbox.casavi.fail('/tickets/{ticketId}', { status: 200, body });
          const answer: Answer<{ issue: { comments: PageOf<Met> } }> = await gateway.query(question, {
            id,
            after,
          });
          const { nodes, pageInfo } = answer.data.issue.comments;
          met.push(...nodes.map((node) => keyOf(node)[1] ?? ''));
          calls.push(...answer.calls.map(({ path }) => path));
          more = pageInfo.hasNextPage;
          after = pageInfo.endCursor;
        }
        expect(met).toEqual(issue.commentIds);
        expect(calls).toContain('/tickets/{ticketId}/comments');
        const last = issue.commentIds.at(-1) ?? '';
        const one = await gateway.query<{ node: Met }>('query ($id: ID!) { node(id: $id) { id } }', {
          id: forged('Comment', issue.id, last),
        });
        expect(one.data.node).toEqual({ id: forged('Comment', issue.id, last) });
        gateway.sandbox.reset();
      }
    });

    it('name a unit only together with its property', async () => {
      const [place] = truth.units;
      gateway.sandbox.casavi.fail('/tickets', {
        status: 200,
        body: [
          { id: 'AP-1', unitId: place?.id },
          { id: 'AP-2', unitId: place?.id, propertyId: place?.buildingId },
        ],
      });
      const { data, errors } = await gateway.query('{ issues { nodes { unit { id } building { id } } } }');
      expect(errors).toEqual([]);
      expect(data).toEqual({
        issues: {
          nodes: [
            { unit: null, building: null },
            {
              unit: { id: idOf('units', place?.id) },
              building: { id: idOf('buildings', place?.buildingId) },
            },
          ],
        },
      });
    });

    it('give the links of their files, and the files of the document interface have none', async () => {
      const { data } = await gateway.query<{
        documents: PageOf<{ url: string; derivation: string; kind: string }>;
      }>('{ documents(first: 10) { nodes { url kind derivation } } }');
      for (const { url, kind, derivation } of data.documents.nodes) {
        expect(url).toContain(`${gateway.url}/documents/`);
        expect([kind, derivation]).toEqual(['ISSUE_ATTACHMENT', 'DERIVED_FROM_ISSUE']);
      }
      const [stored] = truth.storedDocuments;
      const one = await gateway.query(
        'query ($id: ID!) { document(id: $id) { title url kind derivation externalId subject { id } sharedWith { type remoteId roles } source { remoteId } } }',
        {
          id: forged('Document', 'document', stored?.id ?? ''),
        },
      );
      expect(one.data).toMatchObject({
        document: {
          title: stored?.title,
          url: null,
          kind: 'UNKNOWN',
          derivation: 'NATIVE',
          externalId: stored?.id,
          subject: null,
          sharedWith: [
            { type: 'LEASE', roles: null },
            { type: 'PERSON', roles: null },
          ],
          source: { remoteId: `document:${stored?.id}` },
        },
      });
    });
  });

  describe('its addresses', () => {
    it('have German codes of five digits, and names split only where nothing else can be meant', async () => {
      const rows = await readList<{ externalId: string; address: Record<string, string | null> }>(
        gateway,
        'buildings',
        100,
        'externalId address { line1 street houseNumber postalCode country countryName }',
      );
      const { portfolio } = gateway.sandbox;
      const codes = rows.map(({ externalId, address }) => {
        const building = portfolio.buildings.find(({ reference }) => reference === externalId);
        return [
          address['postalCode'],
          building?.country === 'SE'
            ? building.address.postalCode.replace(' ', '')
            : building?.address.postalCode,
        ];
      });
      for (const [shown, real] of codes) expect(shown).toBe(real);
      expect(codes.some(([code]) => code?.startsWith('0'))).toBe(true);
      for (const { address } of rows) {
        if (address['street'] !== null) {
          expect(`${address['street']} ${address['houseNumber']}`).toBe(address['line1']);
        }
      }
    });

    it('of units that have none are those of their houses, at hand or asked for', async () => {
      const parking = gateway.sandbox.portfolio.units.find(
        ({ kind, buildingKey }) =>
          kind === 'parking' &&
          gateway.sandbox.portfolio.buildings
            .find(({ key }) => key === buildingKey)
            ?.systems.includes('casavi'),
      );
      const question = 'query ($id: ID!) { unit(id: $id) { address { line1 city } building { name } } }';
      const { data, calls } = await ask<{ unit: { address: { line1: string; city: string } } }>(question, {
        id: idOf('units', parking?.reference),
      });
      expect(data.unit.address.line1).toBe(`${parking?.address.street} ${parking?.address.houseNumber}`);
      expect(data.unit.address.city).toBe(parking?.address.city);
      expect(calls).toEqual({ [paths.unit]: 1, [paths.property]: 1 });
      const listed = await ask(
        '{ buildings(first: 3) { nodes { units(first: 3) { nodes { address { line1 } building { name } } } } } }',
      );
      expect(listed.calls).toEqual({ [paths.properties]: 1, [paths.units]: 3 });
    });
  });

  describe('narrows its lists itself', () => {
    it('issues by reference: one call each', async () => {
      const known = truth.issues.slice(3, 6);
      const { found, calls } = await filtered('issues', {
        externalId: [...known.map(({ id }) => id), known[0]?.id, 'nobody has this one', '..'],
      });
      expect(found).toEqual(bare(known));
      expect(calls).toEqual({ [paths.ticket]: 4 });
    });

    it('buildings by reference: one call each, or the pages of the list where these are known to be fewer', async () => {
      const known = truth.buildings.slice(3, 6);
      const few = await filtered('buildings', { externalId: [known[0]?.id, 'nobody has this one', '..'] });
      expect(few.found).toEqual([known[0]?.id]);
      expect(few.calls).toEqual({ [paths.property]: 2 });
      const more = await filtered('buildings', {
        externalId: [...known.map(({ id }) => id), 'nobody has this one'],
      });
      expect(more.found).toEqual(bare(known));
      expect(more.calls).toEqual({ [paths.properties]: pagesOf(truth.buildings.length) });
    });

    it('persons by reference: in both lists, or in the one that a role leaves', async () => {
      const [contact, staff] = [truth.persons[0], truth.persons.at(-1)];
      const externalId = [contact?.id, staff?.id];
      const both = await filtered('persons', { externalId });
      expect(both.found).toEqual([contact?.id, staff?.id].sort());
      expect(both.calls).toEqual({ [paths.contact]: 2, [paths.staffMember]: 2 });
      const one = await filtered('persons', { externalId, role: ['STAFF'] });
      expect(one.found).toEqual([staff?.id]);
      expect(one.calls).toEqual({ [paths.staffMember]: 2 });
    });

    it('persons by role: the list of that role, or none', async () => {
      const staff = await filtered('persons', { role: ['STAFF', 'OWNER'] });
      expect(staff.found).toEqual(bare(truth.persons.filter(({ key }) => key.startsWith('staff:'))));
      expect(staff.calls).toEqual({ [paths.staff]: pagesOf(staff.found.length) });
      const owners = await filtered('persons', { role: ['OWNER'] });
      expect([owners.found, owners.calls]).toEqual([[], {}]);
    });

    it('units by reference: the unit, then the list of the property whose house names it', async () => {
      const known = [truth.units[3], truth.units[200]];
      const { found, calls } = await filtered('units', {
        externalId: [...known.map((unit) => unit?.id), 'nobody has this one'],
      });
      expect(found).toEqual(known.map((unit) => unit?.id).sort());
      const sizes = new Set(known.map((unit) => unit?.buildingId));
      const pages = [...sizes].map((id) =>
        pagesOf(truth.units.filter(({ buildingId }) => buildingId === id).length),
      );
      expect(calls[paths.unit]).toBe(3);
      expect(calls[paths.properties]).toBe(pagesOf(truth.buildings.length));
      expect(calls[paths.units]).toBeLessThanOrEqual(pages.reduce((sum, each) => sum + each, 0));
      const none = await filtered('units', { externalId: ['nobody has this one'] });
      expect([none.found, none.calls]).toEqual([[], { [paths.unit]: 1 }]);
      const elsewhere = await filtered('units', {
        externalId: [known[0]?.id],
        building: [idOf('buildings', known[1]?.buildingId)],
      });
      expect(elsewhere.found).toEqual([]);
    });

    it('units by reference that no house names: all of them are looked through', async () => {
      const [unit] = truth.units;
      const rows = truth.buildings.slice(0, 5).map(({ id }) => ({ id }));
      gateway.sandbox.casavi.fail('/properties', { status: 200, body: { rows, pageCount: 1, page: 0 } });
      const { data } = await gateway.query<{ units: PageOf<Met> }>(
        `query ($id: String!) { units(filter: { externalId: [$id] }) { nodes { ${MET} } } }`,
        { id: unit?.id },
      );
      expect(data.units.nodes.map(({ id }) => id)).toEqual([idOf('units', unit?.id)]);
    });

    it.each([
      ['units', 'buildings', 'unitIds', paths.units],
      ['issues', 'buildings', 'issueIds', paths.tickets],
    ] as const)('%s by building', async (list, parents, member, path) => {
      const two = [richest(truth[parents], (parent) => parent[member]), truth[parents][1]];
      const { found, calls } = await filtered(list, {
        building: two.map((parent) => idOf(parents, parent?.id)),
      });
      expect(found).toEqual(two.flatMap((parent) => parent?.[member] ?? []).sort());
      expect(calls).toEqual({
        [path]: two.reduce((sum, parent) => sum + Math.max(1, pagesOf(parent?.[member].length ?? 0)), 0),
      });
      const one = await filtered(list, { building: [idOf(parents, two[1]?.id)] });
      expect(one.found).toEqual([...(two[1]?.[member] ?? [])].sort());
    });

    it('issues by unit, and by unit and building: only units inside are asked for', async () => {
      const units = [...truth.units]
        .sort((one, other) => other.issueIds.length - one.issueIds.length)
        .slice(0, 3);
      const unit = units.map(({ id }) => idOf('units', id));
      const { found, calls, sent: made } = await filtered('issues', { unit });
      expect(found).toEqual(units.flatMap(({ issueIds }) => issueIds).sort());
      expect(calls).toEqual({ [paths.tickets]: 3 });
      expect(made.map(({ query }) => query)).toEqual(units.map(({ id }) => ({ unitId: id })));
      const [first] = units;
      const inside = units.filter(({ buildingId }) => buildingId === first?.buildingId);
      const both = await filtered('issues', { unit, building: [idOf('buildings', first?.buildingId)] });
      expect(both.found).toEqual(inside.flatMap(({ issueIds }) => issueIds).sort());
      expect(both.calls).toEqual({ [paths.tickets]: inside.length });
    });

    it('issues by reference and place: the place is compared', async () => {
      const [issue] = truth.issues.filter(({ unitId }) => unitId !== null);
      const elsewhere = truth.buildings.find(({ id }) => id !== issue?.buildingId);
      const of = async (filter: object): Promise<readonly string[]> =>
        (await filtered('issues', { externalId: [issue?.id], ...filter })).found;
      expect(await of({ building: [idOf('buildings', issue?.buildingId)] })).toEqual([issue?.id]);
      expect(await of({ building: [idOf('buildings', elsewhere?.id)] })).toEqual([]);
      expect(await of({ unit: [idOf('units', issue?.unitId)] })).toEqual([issue?.id]);
      const [other] = truth.units.filter(({ id }) => id !== issue?.unitId);
      expect(await of({ unit: [idOf('units', other?.id)] })).toEqual([]);
    });

    it.each([
      [['OPEN', 'CLOSED'], 'OPEN|CLOSED', ['OPEN', 'CLOSED']],
      [['IN_PROGRESS'], 'INPROGRESS', ['INPROGRESS']],
      // PENDING is no word of the filter, and an unknown word cannot be one: both are compared in the gateway.
      [['WAITING'], undefined, ['PENDING']],
      [['ON_HOLD', 'WAITING'], undefined, ['POSTPONED', 'PENDING']],
      [['UNKNOWN', 'OPEN'], undefined, ['ARCHIVED', 'OPEN']],
    ] as const)('issues by status %j', async (status, pushed, words) => {
      const { found, sent: made } = await filtered('issues', { status });
      const expected = truth.issues.filter(({ providerStatus }) =>
        (words as readonly (string | null)[]).includes(providerStatus),
      );
      expect(expected.length).toBeGreaterThan(0);
      expect(found).toEqual(bare(expected));
      for (const { query } of made) expect(query['status']).toBe(pushed);
    });

    it('issues by a status that casavi has no word for: none, without a call', async () => {
      const { found, calls } = await filtered('issues', { status: ['QUOTATION', 'SCHEDULED'] });
      expect([found, calls]).toEqual([[], {}]);
    });

    it('leases by unit: the lists of the properties', async () => {
      const units = [richest(truth.units, ({ leaseIds }) => leaseIds), truth.units[100]];
      const { found, calls } = await filtered('leases', {
        unit: units.map((unit) => idOf('units', unit?.id)),
      });
      expect(found).toEqual(units.flatMap((unit) => unit?.leaseIds ?? []).sort());
      expect(Object.keys(calls)).toEqual([paths.units]);
    });

    it('leases by person, and by unit and person', async () => {
      const person = richest(truth.persons, ({ leaseIds }) => leaseIds);
      const staff = truth.persons.at(-1);
      const ids = [idOf('persons', person.id), idOf('persons', staff?.id)];
      expect(person.leaseIds.length).toBeGreaterThan(1);
      expect((await filtered('leases', { person: ids })).found).toEqual([...person.leaseIds].sort());
      const [lease] = truth.leases.filter(({ id }) => id === person.leaseIds[0]);
      const both = await filtered('leases', { person: ids, unit: [idOf('units', lease?.unitId)] });
      expect(both.found).toEqual(
        bare(
          truth.leases.filter(
            ({ unitId, tenantIds }) => unitId === lease?.unitId && tenantIds.includes(person.id),
          ),
        ),
      );
      expect(both.found.length).toBeGreaterThan(0);
      const nobody = await filtered('leases', { person: [ids[1]] });
      expect([nobody.found, nobody.calls]).toEqual([[], {}]);
    });

    it('documents by reference: those of the document interface, which no list holds', async () => {
      const known = truth.storedDocuments.slice(5, 8);
      const { found, calls } = await filtered('documents', {
        externalId: [...known.map(({ id }) => id), truth.documents[0]?.id],
      });
      expect(found).toEqual(bare(known));
      expect(calls).toEqual({ [paths.document]: 4 });
    });

    it('by records of another source: none, without a call', async () => {
      const other = toGlobalId({ type: 'Building', source: 'pigello', key: [truth.buildings[0]?.id ?? ''] });
      for (const list of ['units', 'issues'] as const) {
        const { found, calls } = await filtered(list, { building: [other] });
        expect([found, calls]).toEqual([[], {}]);
      }
    });
  });

  describe('what it cannot narrow is compared', () => {
    it('units by kind, by the table of purposes', async () => {
      const { found } = await filtered('units', { kind: ['PARKING', 'OTHER'] });
      const { portfolio } = gateway.sandbox;
      const kinds = new Map(portfolio.units.map((unit) => [unit.reference, unit]));
      const expected = truth.units.filter(({ id }) => {
        const unit = kinds.get(id);
        return unit?.oddity !== 'null-members' && ['parking', 'storage'].includes(unit?.kind ?? '');
      });
      expect(expected.length).toBeGreaterThan(0);
      expect(found).toEqual(bare(expected));
    });

    it('units by kind, by a table of the operator', async () => {
      const own = await startTestGateway({
        only: ['casavi'],
        settings: { casavi: { purposes: { CELLAR: 'STORAGE' } } },
      });
      const rows = await readList<{ kind: string; unitType: string | null }>(
        own,
        'units',
        100,
        'kind unitType',
      );
      expect(new Set(rows.map(({ kind, unitType }) => `${unitType} ${kind}`))).toEqual(
        new Set([
          'LIVING OTHER',
          'APARTMENT OTHER',
          'COMMERCIAL OTHER',
          'PARKING OTHER',
          'CELLAR STORAGE',
          'null UNKNOWN',
        ]),
      );
      await own.close();
    });

    it('issues by time', async () => {
      const times = truth.issues.flatMap(({ createdAt }) => createdAt ?? []).sort();
      const [after = '', before = ''] = [times[20], times[40]];
      const between = truth.issues.filter(
        ({ createdAt }) => createdAt !== null && createdAt >= after && createdAt <= before,
      );
      expect((await filtered('issues', { createdAfter: after, createdBefore: before })).found).toEqual(
        bare(between),
      );
    });

    it('leases by reference and status', async () => {
      const known = truth.leases.slice(10, 13);
      const { found } = await filtered('leases', { externalId: known.map(({ externalId }) => externalId) });
      expect(found).toEqual(bare(known));
      const today = todayIn('Europe/Berlin');
      const ended = truth.leases.filter(({ endDate }) => endDate !== null && endDate < today);
      expect((await filtered('leases', { status: ['ENDED'] })).found).toEqual(bare(ended));
    });

    it('documents by issue, unit and building', async () => {
      const issue = richest(
        truth.issues.filter(({ unitId }) => unitId !== null),
        ({ documentIds }) => documentIds,
      );
      const of = (records: Truth['issues']): string[] =>
        records.flatMap(({ documentIds }) => documentIds).sort();
      const same = (member: 'unitId' | 'buildingId'): Truth['issues'] =>
        truth.issues.filter((each) => each[member] === issue[member]);
      expect((await filtered('documents', { issue: [idOf('issues', issue.id)] })).found).toEqual(of([issue]));
      expect((await filtered('documents', { unit: [idOf('units', issue.unitId)] })).found).toEqual(
        of(same('unitId')),
      );
      const ofBuilding = await filtered('documents', { building: [idOf('buildings', issue.buildingId)] });
      expect(ofBuilding.found).toEqual(of(same('buildingId')));
      expect(ofBuilding.found.length).toBeGreaterThan(issue.documentIds.length);
    });

    it('documents by lease: casavi lists none, and says so', async () => {
      const { data } = await gateway.query(
        'query ($lease: [ID!]) { documents(filter: { lease: $lease }) { nodes { id } sources { status } } }',
        { lease: [all.leases?.[0]?.id] },
      );
      expect(data).toEqual({ documents: { nodes: [], sources: [{ status: 'SKIPPED' }] } });
    });
  });

  describe('documents of edges', () => {
    it.each([
      ['buildings', 'issueIds'],
      ['units', 'issueIds'],
      ['persons', 'issueIds'],
    ] as const)('of %s are those of their tickets', async (list, member) => {
      const records = [...truth[list]]
        .sort((one, other) => other[member].length - one[member].length)
        .slice(0, 6);
      const { data } = await ask<{ nodes: readonly { documents: PageOf<Met> }[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${LISTS[list]} { documents(first: 100) { nodes { ${MET} } } } } }`,
        { ids: records.map(({ id }) => idOf(list, id)) },
      );
      const expected = records.map((record) =>
        truth.issues
          .filter(({ id }) => record[member].includes(id))
          .flatMap(({ documentIds }) => documentIds)
          .sort(),
      );
      expect(expected.flat().length).toBeGreaterThan(0);
      expect(data.nodes.map(({ documents }) => documents.nodes.map((each) => keyOf(each)[2]).sort())).toEqual(
        expected,
      );
    });
  });

  describe('costs', () => {
    let cold: TestGateway;
    afterEach(() => cold.close());
    const start = async (): Promise<void> => {
      cold = await startTestGateway({ only: ['casavi'] });
    };
    /** The first units of a property, in the order in which casavi lists them. */
    const firstUnits = (buildings: Truth['buildings'], count: number): Truth['units'] =>
      buildings.flatMap(({ id }) =>
        truth.units.filter(({ buildingId }) => buildingId === id).slice(0, count),
      );
    const contacts = (): number => truth.persons.filter(({ key }) => key.startsWith('contact:')).length;
    /** Pages of contacts up to the one that holds the last of these. */
    const contactPages = (ids: readonly string[]): number =>
      pagesOf(Math.max(...ids.map((id) => truth.persons.findIndex((person) => person.id === id))) + 1);

    it('buildings, units, leases and tenants: a page a property, and the contacts by their pages', async () => {
      await start();
      const buildings = truth.buildings.slice(0, 20);
      const units = firstUnits(buildings, 20);
      const tenants = new Set(
        truth.leases
          .filter(({ unitId }) => units.some(({ id }) => id === unitId))
          .flatMap(({ tenantIds }) => tenantIds),
      );
      const one = await ask(nestedQuery, {}, cold);
      expect(tenants.size).toBeGreaterThan(10 * pagesOf(contacts()));
      expect(one.calls).toEqual({
        [paths.properties]: 1,
        [paths.units]: 20,
        [paths.contacts]: contactPages([...tenants]),
      });
      // As many pages of contacts as could hold all, then the rest.
      expect(one.waves).toBe(4);
      await readList(cold, 'persons', 100, MET);
      const two = await ask(nestedQuery, {}, cold);
      expect(two.calls).toEqual({ ...one.calls, [paths.contacts]: pagesOf(contacts()) });
      expect(two.waves).toBe(3);
    });

    it('the contract query: a call a property for its units, one for its tickets, and the contacts', async () => {
      await start();
      const { calls, waves } = await ask(contractQuery, { providers: ['CASAVI'] }, cold);
      const units = firstUnits(truth.buildings.slice(0, 7), 20);
      const persons = new Set([
        ...truth.leases
          .filter(({ unitId }) => units.some(({ id }) => id === unitId))
          .flatMap(({ tenantIds }) => tenantIds),
        ...truth.issues
          .filter(({ unitId }) => units.some(({ id }) => id === unitId))
          .flatMap(({ reporterId }) => reporterId ?? []),
      ]);
      const { [paths.contacts]: contactCalls = 0, ...others } = calls;
      // What is tried first tells how far to read on, give or take a page.
      expect(persons.size).toBeGreaterThan(5 * contactCalls);
      expect(contactCalls - contactPages([...persons])).toBeLessThanOrEqual(1);
      expect(others).toEqual({
        [paths.properties]: 1,
        [paths.units]: 7,
        // Of the buildings; the issues of their units and the documents stand in the same answers.
        [paths.tickets]: 7,
      });
      expect(waves).toBe(4);
    });

    it('units and leases of all properties: no call a row, and what stands in the parents is free', async () => {
      await start();
      const units = await ask(
        '{ units(first: 20) { nodes { name address { line1 } building { name } leases { nodes { status unit { name } building { name } } } } } }',
        {},
        cold,
      );
      expect(units.calls).toEqual({ [paths.properties]: 1, [paths.units]: 1 });
      const leases = await ask(
        '{ leases(first: 20) { nodes { status unit { name } building { name } } } }',
        {},
        cold,
      );
      expect(leases.calls).toEqual({ [paths.properties]: 1, [paths.units]: 1 });
      const many = await ask('{ units(first: 100) { nodes { id } } }', {}, cold);
      // The properties that the hundred stand in, together.
      expect(many.waves).toBe(3);
    });

    it('a record that stands above: nothing', async () => {
      await start();
      const { calls } = await ask(
        '{ buildings(first: 3) { nodes { issues(first: 3) { nodes { building { name } } } units(first: 3) { nodes { building { name } issues(first: 2) { nodes { unit { name } building { name } } } } } } } }',
        {},
        cold,
      );
      expect(calls).toEqual({ [paths.properties]: 1, [paths.units]: 3, [paths.tickets]: 3 });
    });

    it('tickets of many properties: all tickets, once they are known to be fewer pages', async () => {
      await start();
      const question =
        '{ buildings(first: 25) { nodes { issues(first: 5) { nodes { id } } documents(first: 5) { nodes { id } } } } }';
      const one = await ask<{ buildings: unknown }>(question, {}, cold);
      expect(one.calls).toEqual({ [paths.properties]: 1, [paths.tickets]: 25 });
      await readList(cold, 'issues', 100, MET);
      const two = await ask<{ buildings: unknown }>(question, {}, cold);
      // A hundred tickets fill their last page: only an empty one proves the end.
      expect(two.calls).toEqual({ [paths.properties]: 1, [paths.tickets]: pagesOf(truth.issues.length + 1) });
      expect(two.data).toEqual(one.data);
      expect(two.waves).toBe(2);
    });

    it('the tickets of units in a property with many: its first page, then each unit', async () => {
      await start();
      const units = truth.units.filter(({ buildingId }) => buildingId === truth.buildings[0]?.id).slice(0, 3);
      const body = Array.from({ length: pageSize }, (_, index) => ({
        id: `T-${index}`,
        propertyId: units[0]?.buildingId,
      }));
      cold.sandbox.casavi.fail(({ route, query }) => route === '/tickets' && query.has('propertyId'), {
        status: 200,
        body,
      });
      const { data, calls } = await cold.query<{ nodes: { issues: PageOf<Met> }[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Unit { issues { nodes { ${MET} } } } } }`,
        { ids: units.map(({ id }) => idOf('units', id)) },
      );
      expect(data.nodes.map(({ issues }) => issues.nodes.map(({ source }) => source.remoteId))).toEqual(
        units.map(({ issueIds }) => issueIds),
      );
      expect(countCalls(calls)[paths.tickets]).toBe(1 + 3);
    });

    it('twenty leases and their tenants: singly if few, in pages if many', async () => {
      await start();
      const few = await ask('{ leases(first: 5) { nodes { tenants { displayName } } } }', {}, cold);
      const tenants = new Set(truth.leases.slice(0, 5).flatMap(({ tenantIds }) => tenantIds));
      expect(few.calls).toEqual({ [paths.properties]: 1, [paths.units]: 1, [paths.contact]: tenants.size });
    });

    it('a window of persons: only its pages', async () => {
      await start();
      const { calls } = await ask(
        '{ persons(first: 30) { nodes { displayName address { city } } } }',
        {},
        cold,
      );
      expect(calls).toEqual({ [paths.contacts]: 2 });
    });

    it('what hangs on twenty-five persons: one look through the properties and one through the tickets', async () => {
      await start();
      await readList(cold, 'units', 100, MET);
      const { calls } = await ask(
        '{ persons(first: 25) { nodes { leases(first: 3) { nodes { id } } units(first: 3) { nodes { id } } issues(first: 3) { nodes { id } } documents(first: 3) { nodes { id } } } } }',
        {},
        cold,
      );
      expect(calls).toEqual({
        [paths.contacts]: 1,
        [paths.properties]: pagesOf(truth.buildings.length),
        [paths.units]: truth.buildings.reduce(
          (sum, { unitIds }) => sum + Math.max(1, pagesOf(unitIds.length)),
          0,
        ),
        [paths.tickets]: pagesOf(truth.issues.length + 1),
      });
    });

    it('a hundred nodes: each record once, or the pages of its list once these are known to be fewer', async () => {
      await start();
      const ids = (list: ListName, count: number): readonly string[] =>
        (all[list] ?? []).slice(0, count).map(({ id }) => id);
      const asked = {
        ids: [
          ...ids('buildings', 20),
          ...ids('units', 20),
          ...ids('leases', 20),
          ...ids('persons', 20),
          ...ids('issues', 15),
          ...ids('documents', 5),
        ],
      };
      const question = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
      const unknown = await ask(question, asked, cold);
      const tickets = new Set([
        ...truth.issues.slice(0, 15).map(({ id }) => id),
        ...truth.documents.slice(0, 5).map(({ subjectId }) => subjectId),
      ]);
      expect([unknown.calls, unknown.waves]).toEqual([
        {
          [paths.property]: 20,
          [paths.unit]: 20,
          // Twenty leases of the first property: its list alone holds them.
          [paths.units]: 1,
          [paths.contact]: 20,
          [paths.ticket]: tickets.size,
        },
        1,
      ]);
      for (const list of ['buildings', 'units', 'persons', 'issues'] as const) {
        await readList(cold, list, 100, MET);
      }
      const known = await ask(question, asked, cold);
      expect(known.calls).toEqual({
        [paths.properties]: pagesOf(truth.buildings.length),
        [paths.units]: pagesOf(truth.buildings[0]?.unitIds.length ?? 0),
        [paths.contacts]: pagesOf(contacts()),
        [paths.tickets]: pagesOf(truth.issues.length),
        // Of the documents: fewer tickets than pages.
        [paths.ticket]: new Set(truth.documents.slice(0, 5).map(({ subjectId }) => subjectId)).size,
      });
      expect(known.waves).toBe(1);
    });
  });
});
