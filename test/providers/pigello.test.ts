import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pigelloTruth } from '../../resolvers/pigello/sandbox.js';
import type { Truth } from '../../src/sandbox/truth.js';
import { todayIn } from '../../src/wire/time.js';
import { startTestGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { contractQuery, nestedQuery } from '../support/queries.js';
import { testProvider } from './contract.js';
import { MET, PAGE_INFO, readList, type ListName, type Met, type PageOf } from './contract/suite.js';

testProvider({ name: 'pigello', truth: pigelloTruth });

/** Uuids that fit one call, as `resolvers/pigello/pages.ts` reckons them. */
const idsPerCall = 202;

describe('pigello', () => {
  let gateway: TestGateway;
  let truth: Truth;
  const all: { [L in ListName]?: readonly Met[] } = {};
  const ids = (list: ListName): readonly string[] => (all[list] ?? []).map(({ id }) => id);
  const idOf = (list: ListName, remoteId: string | undefined): string =>
    all[list]?.find(({ source }) => source.remoteId === remoteId)?.id ?? 'missing';

  beforeAll(async () => {
    gateway = await startTestGateway({ only: ['pigello'] });
    truth = pigelloTruth(gateway.sandbox.portfolio);
    for (const list of ['buildings', 'units', 'persons', 'leases', 'issues'] as const)
      all[list] = await readList(gateway, list, 100, MET);
  });
  afterEach(() => gateway.sandbox.reset());
  afterAll(() => gateway.close());

  /** The bare ids of the records that a filter leaves, and what they cost. */
  const filtered = async (list: ListName, filter: object) => {
    gateway.sandbox.reset();
    const type = `${list.charAt(0).toUpperCase()}${list.slice(1, -1)}Filter`;
    const document = `query ($after: String, $filter: ${type}) {
      page: ${list}(first: 100, after: $after, filter: $filter) { nodes { ${MET} } ${PAGE_INFO} }
    }`;
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer: Answer<{ page: PageOf<Met> }> = await gateway.query(document, { after, filter });
      expect(answer.errors).toEqual([]);
      const { nodes, pageInfo } = answer.data.page;
      found.push(...nodes.map(({ source }) => source.remoteId.split(':').at(-1) ?? ''));
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    const sent = gateway.sandbox.pigello.requests.map(({ path, query, targetBytes }) => ({
      path,
      targetBytes,
      filters: [...query.keys()].filter((name) => !name.startsWith('_')),
    }));
    return { found: found.sort(), sent, filters: sent.flatMap(({ filters }) => filters) };
  };
  const sorted = (records: readonly { readonly id: string }[]): string[] =>
    records.map(({ id }) => id).sort();
  /** A true record with much hanging on it. */
  const richest = <R extends { readonly id: string }>(
    records: readonly R[],
    by: (record: R) => readonly string[],
  ): R => {
    const [first] = [...records].sort((one, other) => by(other).length - by(one).length);
    if (first === undefined) throw new Error('the portfolio is empty');
    return first;
  };

  describe.each(['data', 'results', 'items', 'array'] as const)(
    'with lists in the envelope %s',
    (envelope) => {
      let own: TestGateway;
      beforeAll(async () => {
        own = await startTestGateway({
          only: ['pigello'],
          sandbox: { settings: { pigello: { envelope } } },
          settings: { pigello: { pageSize: 50 } },
        });
      });
      afterAll(() => own.close());

      it.each(['buildings', 'persons', 'documents'] as const)('reads %s to the end', async (list) => {
        const records = await readList(own, list, 100, MET);
        expect(records.map(({ source }) => source.remoteId.split(':').at(-1)).sort()).toEqual(
          sorted(truth[list]),
        );
      });

      it('counts where the envelope tells, or where one page is all', async () => {
        const { data } = await own.query<{ [alias: string]: { totalCount: number | null } }>(
          '{ persons(first: 1) { totalCount } buildings(first: 1) { totalCount } }',
        );
        expect(data).toEqual({
          persons: { totalCount: envelope === 'array' ? null : truth.persons.length },
          buildings: { totalCount: truth.buildings.length },
        });
      });

      it('follows edges whose rows fill several pages', async () => {
        const { data, errors } = await own.query<{ page: PageOf<{ units: PageOf<Met> }> }>(
          `{ page: buildings(first: 100) { nodes { units(first: 100) { nodes { ${MET} } } } } }`,
        );
        expect(errors).toEqual([]);
        const met = data.page.nodes.flatMap(({ units }) => units.nodes.map(({ source }) => source.remoteId));
        expect(met.sort()).toEqual(sorted(truth.units));
      });
    },
  );

  describe('its calls', () => {
    it('always name page and page size together, and stay below 8,000 bytes', async () => {
      await gateway.query(contractQuery);
      await gateway.query(nestedQuery);
      for (const list of ['units', 'persons', 'documents'] as const) await readList(gateway, list, 7, MET);
      const { requests } = gateway.sandbox.pigello;
      expect(requests.length).toBeGreaterThan(100);
      for (const { query, targetBytes, status } of requests) {
        expect(Number(query.get('_page'))).toBeGreaterThanOrEqual(1);
        expect(Number(query.get('_page_size'))).toBeGreaterThanOrEqual(1);
        expect(Number(query.get('_page_size'))).toBeLessThanOrEqual(500);
        expect(targetBytes).toBeLessThan(8_000);
        expect(status).toBe(200);
      }
    });

    it('carry the seven headers and nothing in their place', async () => {
      await gateway.query('{ buildings(first: 1) { nodes { id } } }');
      const [request] = gateway.sandbox.pigello.requests;
      // The stand-in refuses a call without them; it does not record them, since they are secrets.
      expect(request?.status).toBe(200);
      expect(request?.headers).not.toHaveProperty('authorization');
    });

    it('take 300 ids in two calls, and give a lease once that fits an id of each', async () => {
      const some = (all.persons ?? []).slice(0, 300);
      const wanted = new Set(some.map(({ source }) => source.remoteId));
      const { found, sent } = await filtered('leases', { person: some.map(({ id }) => id) });
      expect(found).toEqual(
        sorted(truth.leases.filter(({ tenantIds }) => tenantIds.some((id) => wanted.has(id)))),
      );
      // Two calls a page, of which there are three: 269 leases.
      expect(sent.length).toBe(2 * Math.ceil(found.length / 100));
      for (const { targetBytes } of sent) expect(targetBytes).toBeLessThan(8_000);
    });

    it('name an id once that was asked for often', async () => {
      const [building] = truth.buildings.filter(({ externalId }) => externalId !== null);
      const { found, sent } = await filtered('buildings', {
        externalId: Array.from({ length: 1_000 }, () => building?.externalId),
      });
      expect(found).toEqual([building?.id]);
      expect(sent).toHaveLength(1);
    });
  });

  describe('narrows its lists itself', () => {
    it.each([
      ['buildings', 'building'],
      ['persons', 'tenant'],
      ['leases', 'apartmentcontract'],
      ['issues', 'generalerrand'],
    ] as const)('%s by reference', async (list, entity) => {
      const known = truth[list].filter(({ externalId }) => externalId !== null).slice(3, 6);
      const { found, filters, sent } = await filtered(list, {
        externalId: [...known.map(({ externalId }) => externalId), 'nobody has this one'],
      });
      expect(found).toEqual(sorted(known));
      expect(filters).toEqual(['custom_id__in']);
      expect(sent[0]?.path).toContain(entity);
    });

    it.each([
      ['units', 'building', 'buildings', 'building__in'],
      ['leases', 'unit', 'units', 'apartment__in'],
      ['leases', 'person', 'persons', 'tenants'],
      ['issues', 'unit', 'units', 'apartment__in'],
    ] as const)('%s by %s', async (list, member, parents, filter) => {
      const edge = `${list.slice(0, -1)}Ids` as 'unitIds' | 'leaseIds' | 'issueIds';
      const of = (parent: Truth[typeof parents][number]): readonly string[] =>
        (parent as unknown as Readonly<Record<typeof edge, readonly string[]>>)[edge];
      const two = [richest<Truth[typeof parents][number]>(truth[parents], of), truth[parents][1]];
      const { found, filters, sent } = await filtered(list, {
        [member]: two.map((parent) => idOf(parents, parent?.id)),
      });
      const expected = [...new Set(two.flatMap((parent) => (parent ? of(parent) : [])))].sort();
      expect(expected.length).toBeGreaterThan(0);
      expect(found).toEqual(expected);
      expect(filters).toEqual([filter]);
      expect(sent).toHaveLength(1);
    });

    it('issues by building: its own and those of its apartments', async () => {
      const building = richest(truth.buildings, ({ issueIds }) => issueIds);
      const { found, filters } = await filtered('issues', { building: [idOf('buildings', building.id)] });
      expect(found).toEqual([...building.issueIds].sort());
      // Its errands and its apartments, then the errands of those.
      expect(filters).toEqual(['building__in', 'building__in', 'apartment__in']);
    });

    it('documents by lease: two lists, since contracts are signed in Pigello or outside it', async () => {
      const lease = richest(truth.leases, ({ documentIds }) => documentIds);
      const { found, sent } = await filtered('documents', { lease: [idOf('leases', lease.id)] });
      expect(found).toEqual([...lease.documentIds].sort());
      expect(sent.map(({ filters }) => filters)).toEqual([['object_id__in'], ['object_id__in']]);
    });

    it('documents by issue: one list', async () => {
      const issue = richest(truth.issues, ({ documentIds }) => documentIds);
      const { found, sent } = await filtered('documents', { issue: [idOf('issues', issue.id)] });
      expect(found).toEqual([...issue.documentIds].sort());
      expect(sent.map(({ filters }) => filters)).toEqual([['errand__in']]);
    });

    it('by several members at once', async () => {
      const unit = richest(truth.units, ({ issueIds }) => issueIds);
      const both = {
        unit: [idOf('units', unit.id)],
        building: [idOf('buildings', unit.buildingId ?? '')],
      };
      const { found } = await filtered('issues', both);
      expect(found).toEqual(
        sorted(
          truth.issues.filter((issue) => issue.unitId === unit.id && issue.buildingId === unit.buildingId),
        ),
      );
      const elsewhere = truth.buildings.find(({ id }) => id !== unit.buildingId);
      const none = await filtered('issues', { ...both, building: [idOf('buildings', elsewhere?.id)] });
      expect(none.found).toEqual([]);
    });

    it('by nothing: without a call', async () => {
      for (const filter of [{ externalId: [] }, { unit: [] }, { sources: [] }, { providers: ['CASAVI'] }]) {
        const { found, sent } = await filtered('leases', filter);
        expect(found).toEqual([]);
        expect(sent).toEqual([]);
      }
    });

    it('by a reference with a comma: not at all, since the comma would split it', async () => {
      const [one, other] = truth.buildings.filter(({ externalId }) => externalId !== null);
      const { found, filters } = await filtered('buildings', {
        externalId: [`${one?.externalId},${one?.externalId}`, other?.externalId],
      });
      expect([found, filters]).toEqual([[other?.id], []]);
    });
  });

  describe('what it cannot narrow is compared', () => {
    it("units by reference: the landlord's own number may be it", async () => {
      const known = truth.units.filter(({ externalId }) => externalId !== null).slice(10, 12);
      const { found, filters } = await filtered('units', {
        externalId: known.map(({ externalId }) => externalId),
      });
      expect(found).toEqual(sorted(known));
      expect(filters).toEqual([]);
    });

    it('by part of a text, whatever the case', async () => {
      const person = truth.persons.find(({ lastName }) => (lastName ?? '').length > 4);
      const part = (person?.lastName ?? '').slice(1).toUpperCase();
      const { found } = await filtered('persons', { search: part });
      const expected = truth.persons.filter(({ firstName, lastName, companyName, email, externalId }) =>
        [[firstName, lastName].filter(Boolean).join(' ') || companyName, email, externalId].some((text) =>
          text?.toLowerCase().includes(part.toLowerCase()),
        ),
      );
      expect(found).toContain(person?.id);
      expect(found).toEqual(sorted(expected));
    });

    it('by status and time', async () => {
      const open = truth.issues.filter(
        ({ providerStatus }) => providerStatus === '0' || providerStatus === '3',
      );
      expect((await filtered('issues', { status: ['OPEN', 'RESOLVED'] })).found).toEqual(sorted(open));
      const times = truth.issues.flatMap(({ createdAt }) => createdAt ?? []).sort();
      const [after = '', before = ''] = [times[20], times[40]];
      const between = truth.issues.filter(
        ({ createdAt }) => createdAt !== null && createdAt >= after && createdAt <= before,
      );
      expect(between.length).toBeGreaterThanOrEqual(21);
      expect((await filtered('issues', { createdAfter: after, createdBefore: before })).found).toEqual(
        sorted(between),
      );
    });

    it('leases by status: what their dates prove today', async () => {
      const today = todayIn('Europe/Stockholm');
      const ended = truth.leases.filter(({ endDate }) => endDate !== null && endDate < today);
      expect(ended.length).toBeGreaterThan(0);
      expect((await filtered('leases', { status: ['ENDED'] })).found).toEqual(sorted(ended));
      const others = ['DRAFT', 'PENDING_SIGNATURE', 'UPCOMING', 'ACTIVE', 'NOTICE_GIVEN', 'UNKNOWN'];
      const rest = truth.leases.filter((lease) => !ended.includes(lease));
      expect((await filtered('leases', { status: others })).found).toEqual(sorted(rest));
    });

    it('documents by building and unit: those of their contracts and errands', async () => {
      const unit = richest(truth.units, ({ leaseIds, issueIds }) => [...leaseIds, ...issueIds]);
      const of = (leaseIds: readonly string[], issueIds: readonly string[]): string[] =>
        truth.documents
          .filter(({ subjectId }) => [...leaseIds, ...issueIds].includes(subjectId ?? ''))
          .map(({ id }) => id)
          .sort();
      const ofUnit = await filtered('documents', { unit: [idOf('units', unit.id)] });
      expect(ofUnit.found).toEqual(of(unit.leaseIds, unit.issueIds));
      const building = truth.buildings.find(({ id }) => id === unit.buildingId);
      const ofBuilding = await filtered('documents', { building: [idOf('buildings', building?.id)] });
      expect(ofBuilding.found).toEqual(of(building?.leaseIds ?? [], building?.issueIds ?? []));
      expect(ofBuilding.found.length).toBeGreaterThan(ofUnit.found.length);
    });
  });

  describe('costs', () => {
    const calls = (count: number): number => Math.ceil(count / idsPerCall);
    const paths = {
      building: 'GET /objects/structural/building/list/',
      address: 'GET /common/address/list/',
      apartment: 'GET /objects/spaces/spaces/apartment/list/',
      contract: 'GET /contracts/apartmentcontract/list/',
      tenant: 'GET /accounts/users/customer/tenant/list/',
      errand: 'GET /errands/generalerrands/reporting/generalerrand/',
      errandFile: 'GET /errands/generalerrands/reporting/generalerrandfile/',
      signed: 'GET /contracts/signedcontractdocument/list/{contentType}/',
      signable: 'GET /documents/signing/signabledocument/list/{contentType}/',
    };
    /** Answers take a while, so that what goes out together is counted as one wave. */
    const ask = async (document: string, variables: object = {}) => {
      gateway.sandbox.pigello.fail('*', { delayMs: 40 });
      const answer = await gateway.query<never>(document, { ...variables });
      expect(answer.errors).toEqual([]);
      return answer;
    };
    /** The first rows of an edge, in the order in which the provider lists them. */
    const firstOf = (parents: readonly { readonly id: string }[], count: number) =>
      parents.flatMap(({ id }) => truth.units.filter(({ buildingId }) => buildingId === id).slice(0, count));

    it('the contract query: a list call each, four waves, whatever hangs on how many', async () => {
      const answer = await ask(contractQuery, { providers: ['PIGELLO', 'CASAVI'] });
      const buildings = truth.buildings.slice(0, 7);
      const leases = buildings.flatMap(({ leaseIds }) => leaseIds);
      const shown = firstOf(buildings, 20);
      const units = buildings.flatMap(({ unitIds }) => unitIds);
      const shownLeases = truth.leases.filter(({ unitId }) => shown.some(({ id }) => id === unitId));
      const reported = truth.issues.filter(({ unitId }) => shown.some(({ id }) => id === unitId));
      const persons = new Set([
        ...shownLeases.flatMap(({ tenantIds }) => tenantIds),
        ...reported.flatMap(({ reporterId }) => reporterId ?? []),
      ]);
      expect(answer)
        .toCall({
          pigello: {
            [paths.building]: 1,
            [paths.address]: 1,
            [paths.apartment]: 1,
            // Of the buildings, and of all their units: those of the units that are shown are among them.
            [paths.errand]: 1 + calls(units.length),
            // Of all units, for the documents; those of the units that are shown are among them.
            [paths.contract]: calls(units.length),
            [paths.tenant]: calls(persons.size),
            [paths.signed]: calls(leases.length),
            [paths.signable]: calls(leases.length),
            [paths.errandFile]: 1,
          },
        })
        .inWaves(4);
    });

    it('buildings, units, leases and tenants: one call a level for each 202 of its parents', async () => {
      const answer = await ask(nestedQuery);
      const units = firstOf(truth.buildings.slice(0, 20), 20);
      const shown = truth.leases.filter(({ unitId }) => units.some(({ id }) => id === unitId));
      expect(answer)
        .toCall({
          pigello: {
            [paths.building]: 1,
            [paths.apartment]: 1,
            [paths.contract]: calls(units.length),
            [paths.tenant]: calls(new Set(shown.flatMap(({ tenantIds }) => tenantIds)).size),
          },
        })
        .inWaves(4);
    });

    it('the issues of ten persons: three calls, one for each way in which an errand names a tenant', async () => {
      const answer = await ask('{ persons(first: 10) { nodes { issues(first: 5) { nodes { id } } } } }');
      expect(answer)
        .toCall({ pigello: { [paths.tenant]: 1, [paths.errand]: 3 } })
        .inWaves(2);
    });

    it('the documents of twenty leases: two calls', async () => {
      const answer = await ask('{ leases(first: 20) { nodes { documents(first: 5) { nodes { id } } } } }');
      expect(answer)
        .toCall({ pigello: { [paths.contract]: 1, [paths.signed]: 1, [paths.signable]: 1 } })
        .inWaves(2);
    });

    it('a hundred nodes of five types: one call a list', async () => {
      const asked = (['buildings', 'units', 'persons', 'leases', 'issues'] as const).flatMap((list) =>
        ids(list).slice(0, 15),
      );
      const answer = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: asked,
      });
      expect(answer)
        .toCall({
          pigello: {
            [paths.building]: 1,
            [paths.apartment]: 1,
            [paths.tenant]: 1,
            [paths.contract]: 1,
            [paths.errand]: 1,
          },
        })
        .inWaves(1);
    });

    it('what was read already: nothing', async () => {
      const answer = await ask(
        '{ buildings(first: 3) { nodes { units(first: 3) { nodes { building { name units(first: 2) { nodes { building { name } } } } } } } } }',
      );
      expect(answer)
        .toCall({ pigello: { [paths.building]: 1, [paths.apartment]: 1 } })
        .inWaves(2);
    });

    it('a window across pages: the first page, then the rest together', async () => {
      const small = await startTestGateway({
        only: ['pigello'],
        settings: { pigello: { pageSize: 20 } },
      });
      small.sandbox.pigello.fail('*', { delayMs: 40 });
      const answer = await small.query('{ persons(first: 100) { nodes { id } } }');
      await small.close();
      expect(answer).toCall({ pigello: 5 }).inWaves(2);
    });
  });

  it('counts an errand that names its apartment alone among the errands of the building', async () => {
    const unit = richest(truth.units, ({ issueIds }) => issueIds);
    const errand = { id: '0b5f6a52-6a3c-4c61-9d0e-6d7f0c1d2e3f', title: 'Trasig port', building: null };
    const errands = '/errands/generalerrands/reporting/generalerrand/';
    gateway.sandbox.pigello.fail(({ path, query }) => path === errands && query.has('building__in'), {
      status: 200,
      body: { data: [], meta: { total: 0 } },
    });
    gateway.sandbox.pigello.fail(({ path, query }) => path === errands && query.has('apartment__in'), {
      status: 200,
      body: { data: [{ ...errand, apartment: { id: unit.id } }], meta: { total: 1 } },
    });
    const id = idOf('buildings', unit.buildingId ?? undefined);
    const { data, errors } = await gateway.query<{
      building: { issues: PageOf<{ title: string; building: { id: string } }> };
      issues: PageOf<{ title: string }>;
    }>(
      `query ($id: ID!) {
        building(id: $id) { issues { nodes { title building { id } } } }
        issues(filter: { building: [$id] }) { nodes { title } }
      }`,
      { id },
    );
    expect(errors).toEqual([]);
    expect(data.building.issues.nodes).toEqual([{ title: 'Trasig port', building: { id } }]);
    expect(data.issues.nodes).toEqual([{ title: 'Trasig port' }]);
  });
});
