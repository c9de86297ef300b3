import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casaviTruth, type CasaviTruth } from '../../resolvers/casavi/sandbox.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { NodeType } from '../../src/domain/index.js';
import { countCalls } from '../support/calls.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { MET, readList, type ListName, type PageOf } from './contract/suite.js';

const pageSize = 25;
const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / pageSize));
/** Pages of a bare array that is read to its end: a full last page needs an empty one as proof. */
const pagesToEnd = (rows: number): number => Math.floor(rows / pageSize) + 1;

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
  task: 'GET /tickets/{ticketId}/tasks/{taskId}',
} as const;

/** A node of any type by its id, with what is wanted of it. */
const node = (type: NodeType, wanted: string): string =>
  `query ($id: ID!) { node(id: $id) { ... on ${type} { ${wanted} } } }`;
const nodes = (type: NodeType, wanted: string): string =>
  `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${wanted} } } }`;
const page = (edge: string, wanted = 'id'): string => `${edge} { nodes { ${wanted} } }`;

describe('the calls to casavi', () => {
  let gateway: TestGateway;
  let truth: CasaviTruth;
  const idOf = (type: NodeType, ...key: readonly (string | null | undefined)[]): string =>
    toGlobalId({ type, source: 'casavi', key: key.map((part) => part ?? '') });
  const unitId = ({ id, buildingId }: CasaviTruth['units'][number]): string => idOf('Unit', buildingId, id);

  /** What a query costs; nothing is asked for twice. */
  const ask = async <D = unknown>(document: string, variables: object = {}) => {
    gateway.sandbox.reset();
    // Answers take a while, so that what goes out together is counted as one wave.
    gateway.sandbox.casavi.fail('*', { delayMs: 10 });
    const { data, errors, calls, waves } = await gateway.query<D>(document, { ...variables });
    expect(errors).toEqual([]);
    const targets = gateway.sandbox.casavi.requests
      .filter(({ path: sent }) => sent !== '/authenticate')
      .map(({ path: sent, query }) => `${sent}?${query.toString()}`);
    expect(new Set(targets).size).toBe(targets.length);
    return { data, calls: countCalls(calls), waves };
  };
  const see = async (...lists: readonly ListName[]): Promise<void> => {
    for (const list of lists) await readList(gateway, list, 100, MET);
  };
  const start = async (settings: object = {}): Promise<void> => {
    gateway = await startTestGateway({ only: ['casavi'], settings: { casavi: settings } });
    truth = casaviTruth(gateway.sandbox.portfolio);
  };
  const contacts = (): CasaviTruth['persons'] =>
    truth.persons.filter(({ key }) => key.startsWith('contact:'));
  const most = <R>(records: readonly R[], by: (record: R) => readonly unknown[]): readonly R[] =>
    [...records].sort((one, other) => by(other).length - by(one).length);

  describe('of a record by its id', () => {
    beforeAll(() => start());
    afterAll(() => gateway.close());

    it.each([
      ['Building', page('units(first: 5)'), { [paths.property]: 1, [paths.units]: 1 }],
      ['Building', page('issues(first: 5)'), { [paths.property]: 1, [paths.tickets]: 1 }],
      ['Building', page('leases(first: 5)'), { [paths.property]: 1, [paths.units]: 1 }],
      [
        'Building',
        `${page('units(first: 5)')} ${page('leases(first: 5)')} ${page('issues(first: 5)')} ${page('documents(first: 1)')}`,
        { [paths.property]: 1, [paths.units]: 1, [paths.tickets]: 1 },
      ],
      ['Unit', page('issues(first: 5)'), { [paths.unit]: 1, [paths.tickets]: 1 }],
      ['Unit', page('documents(first: 5)'), { [paths.unit]: 1, [paths.tickets]: 1 }],
      ['Issue', page('comments(first: 5)'), { [paths.ticket]: 1 }],
      [
        'Issue',
        `${page('comments(first: 5)')} ${page('tasks')} customFields { name }`,
        { [paths.ticket]: 1 },
      ],
      ['Issue', `title ${page('documents')}`, { [paths.ticket]: 1 }],
    ] as const)('a %s with %s: all at once', async (type, wanted, expected) => {
      const id = {
        Building: () => idOf('Building', truth.buildings.find(({ unitIds }) => unitIds.length > 5)?.id),
        Unit: () => unitId(most(truth.units, ({ issueIds }) => issueIds)[0] as CasaviTruth['units'][number]),
        Issue: () => idOf('Issue', most(truth.issues, ({ taskIds }) => taskIds)[0]?.id),
      }[type]();
      const { calls, waves } = await ask(node(type, wanted), { id });
      expect([calls, waves]).toEqual([expected, 1]);
    });

    it.each([
      ['Building', page('units'), ['no such property']],
      ['Building', `${page('units')} ${page('leases')} ${page('issues')} ${page('documents')}`, ['none']],
      [
        'Unit',
        `${page('leases')} ${page('persons')} ${page('issues')} ${page('documents')}`,
        ['none', 'none'],
      ],
      ['Issue', `${page('comments')} ${page('tasks')} ${page('documents')}`, ['none']],
    ] as const)('a %s that does not exist has nothing (%s), and nothing fails', async (type, wanted, key) => {
      const { data, waves } = await ask(node(type, wanted), { id: idOf(type, ...key) });
      expect([data, waves]).toEqual([{ node: null }, 1]);
    });
  });

  describe('of the units of one property', () => {
    beforeEach(() => start());
    afterEach(() => gateway.close());

    it('a unit with its leases and persons: the pages of the list, and then the contacts', async () => {
      const [unit] = most(truth.units, ({ leaseIds }) => leaseIds);
      const property = truth.buildings.find(({ id }) => id === unit?.buildingId);
      const pages = pagesOf(property?.unitIds.length ?? 0);
      expect(pages).toBeGreaterThan(1);
      const question = node('Unit', `${page('leases')} ${page('persons')}`);
      const variables = { id: unitId(unit as CasaviTruth['units'][number]) };
      const cold = await ask(question, variables);
      expect(cold.calls[paths.unit]).toBeUndefined();
      expect(cold.calls[paths.units]).toBeLessThanOrEqual(pages);
      // The first page, all others, the contacts.
      expect(cold.waves).toBeLessThanOrEqual(3);
      await see('units');
      const known = await ask(question, variables);
      expect([known.calls[paths.units], known.waves]).toEqual([pages, 2]);
    });

    it('many units: one by one, or the pages of the list once these are known to be fewer', async () => {
      const [property] = most(truth.buildings, ({ unitIds }) => unitIds);
      const units = truth.units.filter(({ buildingId }) => buildingId === property?.id).slice(0, 30);
      const variables = { ids: units.map(unitId) };
      const cold = await ask(nodes('Unit', 'name'), variables);
      expect([cold.calls, cold.waves]).toEqual([{ [paths.unit]: 30 }, 1]);
      await see('units');
      const known = await ask(nodes('Unit', 'name'), variables);
      const pages = pagesOf(property?.unitIds.length ?? 0);
      expect([known.calls, known.waves]).toEqual([{ [paths.units]: pages }, 1]);
      expect(known.data).toEqual(cold.data);
    });

    it('issues of several units: the list of the property, for its buildings and its units alike', async () => {
      const [property] = truth.buildings;
      const { calls, waves } = await ask(
        node('Building', `${page('issues(first: 3)')} ${page('units(first: 10)', page('issues(first: 3)'))}`),
        { id: idOf('Building', property?.id) },
      );
      expect([calls, waves]).toEqual([{ [paths.property]: 1, [paths.units]: 1, [paths.tickets]: 1 }, 1]);
    });

    it('issues of many units: all tickets once they are known to be fewer, in the same places', async () => {
      const units = most(truth.units, ({ issueIds }) => issueIds).slice(0, 60);
      const question = nodes(
        'Unit',
        page('issues(first: 1)', 'id') + ' again: issues(first: 1) { edges { cursor } }',
      );
      const variables = { ids: units.map(unitId) };
      const cold = await ask(question, variables);
      const properties = new Set(units.map(({ buildingId }) => buildingId)).size;
      expect(cold.calls[paths.tickets]).toBe(properties);
      expect(cold.waves).toBe(1);
      await see('issues');
      const known = await ask(question, variables);
      expect(known.calls[paths.tickets]).toBeLessThanOrEqual(
        Math.min(properties, pagesToEnd(truth.issues.length)),
      );
      // Cursors, too: the place of a row is the same whichever way led to it.
      expect(known.data).toEqual(cold.data);
    });
  });

  describe('of contacts', () => {
    beforeEach(() => start());
    afterEach(() => gateway.close());

    it('of sixty leases: singly as long as nobody has seen the list, then its pages', async () => {
      const question = `{ leases(first: 60) { nodes { tenants { displayName } } } }`;
      const tenants = new Set(truth.leases.slice(0, 60).flatMap(({ tenantIds }) => tenantIds));
      const pages = pagesOf(contacts().length);
      expect(tenants.size).toBeGreaterThan(pages);
      expect(tenants.size).toBeLessThanOrEqual(100);
      const cold = await ask(question);
      expect(cold.calls[paths.contact]).toBe(tenants.size);
      await see('persons', 'leases');
      const known = await ask(question);
      expect([known.calls[paths.contact], known.calls[paths.contacts]]).toEqual([undefined, pages]);
      // Properties, units, contacts.
      expect(known.waves).toBe(3);
      expect(known.data).toEqual(cold.data);
    });

    it('of units: those of the window alone, and one more where it must be seen whether others follow', async () => {
      const [property] = truth.buildings;
      const units = truth.units.filter(
        ({ buildingId, personIds }) => buildingId === property?.id && personIds.length > 2,
      );
      expect(units.length).toBeGreaterThan(2);
      const variables = { ids: units.map(unitId) };
      const distinct = (many: number): number =>
        new Set(units.flatMap(({ personIds }) => personIds.slice(0, many))).size;
      const one = await ask(nodes('Unit', page('persons(first: 1)', 'displayName')), variables);
      expect(one.calls[paths.contact]).toBe(distinct(1));
      const proven = await ask(
        nodes('Unit', 'persons(first: 1) { nodes { id } pageInfo { hasNextPage } }'),
        variables,
      );
      expect(proven.calls[paths.contact]).toBe(distinct(2));
      const counted = await ask(nodes('Unit', 'persons(first: 1) { totalCount }'), variables);
      expect(counted.calls[paths.contact]).toBe(distinct(Infinity));
    });

    it('that stand in the list already: no call', async () => {
      const { calls } = await ask<{ persons: PageOf<unknown> }>(
        `query ($ids: [ID!]!) { persons(first: 25) { nodes { id } } nodes(ids: $ids) { id } }`,
        { ids: [] },
      );
      expect(calls).toEqual({ [paths.contacts]: 1 });
    });
  });

  describe('of tickets', () => {
    beforeEach(() => start());
    afterEach(() => gateway.close());

    it('by id: singly, or the pages of the list once it is known; comments come singly in any case', async () => {
      const ids = truth.issues.slice(0, 30).map(({ id }) => idOf('Issue', id));
      const cold = await ask(nodes('Issue', 'title'), { ids });
      expect([cold.calls, cold.waves]).toEqual([{ [paths.ticket]: 30 }, 1]);
      await see('issues');
      const known = await ask(nodes('Issue', `title ${page('documents')}`), { ids });
      expect([known.calls, known.waves]).toEqual([{ [paths.tickets]: pagesOf(truth.issues.length) }, 1]);
      for (const wanted of [page('comments(first: 2)'), page('tasks'), 'customFields { name }']) {
        const detailed = await ask(nodes('Issue', `title ${wanted}`), { ids });
        expect([detailed.calls, detailed.waves]).toEqual([{ [paths.ticket]: 30 }, 1]);
      }
    });
  });

  describe('of tasks', () => {
    beforeAll(() => start());
    afterAll(() => gateway.close());

    it('by id: one by one, or in the answer of their ticket where it has several', async () => {
      const [one, other] = most(truth.issues, ({ taskIds }) => taskIds);
      const ids = [
        ...(one?.taskIds ?? []).map((id) => idOf('Task', one?.id, id)),
        idOf('Task', other?.id, other?.taskIds[0]),
        idOf('Task', one?.id, 'none'),
      ];
      const { data, calls, waves } = await ask<{ nodes: readonly unknown[] }>(
        nodes('Task', 'title issue { id }'),
        { ids },
      );
      expect([calls, waves]).toEqual([{ [paths.ticket]: 1, [paths.task]: 1 }, 1]);
      expect(data.nodes.map((task) => task !== null)).toEqual(ids.map((_, index) => index < ids.length - 1));
    });
  });

  describe('of scans', () => {
    afterEach(() => gateway.close());

    it('for several persons: one look, in as many waves as lists hang on each other', async () => {
      await start();
      await see('units', 'leases', 'issues');
      const ids = most(contacts(), ({ leaseIds }) => leaseIds)
        .slice(0, 5)
        .map(({ id }) => idOf('Person', 'contact', id));
      const question = nodes(
        'Person',
        `${page('units(first: 2)')} ${page('leases(first: 2)')} ${page('issues')}`,
      );
      const { calls, waves } = await ask(question, { ids });
      expect(calls).toEqual({
        [paths.contact]: 5,
        [paths.properties]: pagesOf(truth.buildings.length),
        [paths.units]: truth.buildings.reduce((sum, { unitIds }) => sum + pagesOf(unitIds.length), 0),
        [paths.tickets]: pagesToEnd(truth.issues.length),
      });
      // All pages of the properties, then those of their units; the tickets beside them.
      expect(waves).toBe(2);
    });

    it('stop at their budget, and say so', async () => {
      await start({ limits: { scanCalls: 2 } });
      const [person] = most(contacts(), ({ leaseIds }) => leaseIds);
      const { data, calls } = await ask<{
        node: Record<'units' | 'issues', { sources: { status: string; truncated: boolean }[] }>;
      }>(
        node(
          'Person',
          'units { nodes { id } sources { status truncated } } issues { nodes { id } sources { status truncated } }',
        ),
        { id: idOf('Person', 'contact', person?.id) },
      );
      for (const { sources } of [data.node.units, data.node.issues]) {
        expect(sources).toEqual([{ status: 'PARTIAL', truncated: true }]);
      }
      expect(calls[paths.tickets]).toBeLessThanOrEqual(3);
    });
  });
});
