import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeqTruth } from '../../resolvers/homeq/sandbox.js';
import { connectSources } from '../../src/config/config.js';
import { sandboxSources } from '../../src/config/sandbox-sources.js';
import type { Source } from '../../src/domain/provider.js';
import type { Unit } from '../../src/domain/unit.js';
import { startSandbox, type SystemName } from '../../src/sandbox/index.js';
import { createPortfolio } from '../../src/sandbox/portfolio.js';
import { createGateway } from '../../src/server.js';
import {
  startTestGateway,
  type Answer,
  type TestGateway,
  type TestGatewayOptions,
} from '../support/gateway.js';
import { partOf } from '../support/portfolio.js';

/** Lists in an order: by the provider where it can, read and ordered here where it cannot, and merged over all sources. */

const sources: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];

/** What lists can be ordered by: the field that shows it, and whether Pigello is asked for it. */
const orders = {
  buildings: { NAME: 'name', EXTERNAL_ID: 'externalId', CREATED_AT: 'createdAt' },
  units: {
    NUMBER: 'number',
    EXTERNAL_ID: 'externalId',
    FLOOR: 'floor',
    ROOMS: 'rooms',
    AREA: 'area { value }',
    RENT: 'rent { amount }',
  },
  persons: { DISPLAY_NAME: 'displayName', EMAIL: 'email', EXTERNAL_ID: 'externalId' },
  leases: { START_DATE: 'startDate', END_DATE: 'endDate', SIGNED_DATE: 'signedDate' },
  issues: { CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt', TITLE: 'title', EXTERNAL_ID: 'externalId' },
  documents: { TITLE: 'title', CREATED_AT: 'createdAt' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
type List = keyof typeof orders;

const askedOfPigello = ['buildings CREATED_AT', 'units AREA', 'leases START_DATE', 'issues CREATED_AT'];

/** An order as a client writes it. */
interface Order {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

type Value = string | number | null;

interface Node extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly source: { readonly sourceId: string; readonly remoteId: string };
}

interface Page {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly sources: readonly {
    readonly sourceId: string;
    readonly status: string;
    readonly truncated: boolean;
    readonly error: { readonly code: string; readonly message: string } | null;
  }[];
}

interface Ask {
  readonly list: List;
  readonly order?: Order;
  readonly first?: number;
  readonly after?: string | null;
  readonly filter?: object;
}

async function ask(
  gateway: Pick<TestGateway, 'query'>,
  { list, order, first = 100, after, filter }: Ask,
): Promise<Answer<{ readonly page: Page }>> {
  const type = `${list[0]?.toUpperCase() ?? ''}${list.slice(1, -1)}`;
  return gateway.query(
    `query ($order: ${type}Order, $first: Int, $after: String, $filter: ${type}Filter) {
      page: ${list}(orderBy: $order, first: $first, after: $after, filter: $filter) {
        nodes { id ${Object.values(orders[list]).join(' ')} source { sourceId remoteId } }
        pageInfo { hasNextPage endCursor }
        sources { sourceId status truncated error { code message } }
      }
    }`,
    { order, first, after, filter },
  );
}

/** Pages to the end, and says what the pages said. */
async function pageThrough(
  gateway: Pick<TestGateway, 'query'>,
  asked: Ask,
): Promise<{ readonly nodes: readonly Node[]; readonly pages: readonly Page[] }> {
  const pages: Page[] = [];
  let { after } = asked;
  for (;;) {
    const { data, errors } = await ask(gateway, { ...asked, after: after ?? null });
    expect(errors).toEqual([]);
    pages.push(data.page);
    expect(pages.length).toBeLessThan(500);
    if (!data.page.pageInfo.hasNextPage) break;
    if (!data.page.sources.some(({ truncated }) => truncated))
      expect(data.page.nodes).toHaveLength(asked.first ?? 100);
    after = data.page.pageInfo.endCursor;
  }
  const nodes = pages.flatMap((page) => page.nodes);
  expect(new Set(nodes.map(({ id }) => id)).size, 'no row twice').toBe(nodes.length);
  return { nodes, pages };
}

const ids = (nodes: readonly Node[]): readonly string[] => nodes.map(({ id }) => id);

/** What a row is ordered by: a text, or a number where the field stands for one. */
function valueOf(list: List, field: string, node: Node): Value {
  const fields: Readonly<Record<string, string>> = orders[list];
  const [name = ''] = fields[field]?.split(' ') ?? [];
  const value = node[name] as Value | Readonly<Record<string, string | number>>;
  return typeof value === 'object' && value !== null ? Number(Object.values(value)[0]) : value;
}

const texts = new Intl.Collator('und', { numeric: true });

/** Rows ordered by hand, as the schema says: those without the value behind all others, in front where it is turned round. */
function byHand(list: List, { field, direction }: Order, nodes: readonly Node[]): readonly Node[] {
  const sign = direction === 'ASC' ? 1 : -1;
  return [...nodes].sort((one, other) => {
    const left = valueOf(list, field, one);
    const right = valueOf(list, field, other);
    if (left === null || right === null) return sign * (Number(left === null) - Number(right === null));
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * texts.compare(String(left), String(right));
  });
}

/** Rows as the sources list them, one source after the other; those that Pigello orders come by their ids where they are equal. */
function asListed(list: List, field: string, nodes: readonly Node[]): readonly Node[] {
  const of = (source: SystemName): readonly Node[] => nodes.filter((node) => node.source.sourceId === source);
  const byId = [...of('pigello')].sort((one, other) =>
    one.source.remoteId < other.source.remoteId ? -1 : 1,
  );
  return [
    ...(askedOfPigello.includes(`${list} ${field}`) ? byId : of('pigello')),
    ...sources.slice(1).flatMap(of),
  ];
}

const whole = createPortfolio();
const part = partOf(whole, { buildings: [6, 13, 15, 19, 24, 26, 34, 37, 39], others: 15 });

const start = (options: TestGatewayOptions = {}): Promise<TestGateway> =>
  startTestGateway({ ...options, sandbox: { portfolio: part, ...options.sandbox } });

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };

const byStart = { list: 'leases', order: { field: 'START_DATE', direction: 'ASC' } } as const;

describe('over all four sources', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await start();
  });
  afterAll(() => gateway.close());

  it.each(Object.keys(orders) as List[])(
    '%s come as if all of them were ordered by hand, either way',
    { timeout: 120_000 },
    async (list) => {
      const { nodes: plain } = await pageThrough(gateway, { list });
      for (const field of Object.keys(orders[list])) {
        for (const direction of ['ASC', 'DESC'] as const) {
          const order = { field, direction };
          const { nodes } = await pageThrough(gateway, { list, order });
          expect(ids(nodes)).toEqual(ids(byHand(list, order, asListed(list, field, plain))));
        }
      }
    },
  );

  it('give the same rows whatever the size of the pages, and go on behind any of them', async () => {
    const byTitle = { list: 'issues', order: { field: 'TITLE', direction: 'DESC' } } as const;
    const expected = ids((await pageThrough(gateway, byTitle)).nodes);
    for (const first of [7, 33]) {
      expect(ids((await pageThrough(gateway, { ...byTitle, first })).nodes)).toEqual(expected);
    }
    const { data } = await gateway.query<{ readonly issues: Page }>(
      '{ issues(first: 9, orderBy: { field: TITLE, direction: DESC }) { edges { cursor } } }',
    );
    for (const [index, { cursor }] of data.issues.edges.entries()) {
      const next = await ask(gateway, { ...byTitle, first: 5, after: cursor });
      expect(ids(next.data.page.nodes)).toEqual(expected.slice(index + 1, index + 6));
    }
  });

  it('hold where it is looked up which of the rows are the same as others', async () => {
    for (const order of [
      { field: 'NAME', direction: 'DESC' },
      { field: 'CREATED_AT', direction: 'ASC' },
    ] as const) {
      const alone = await ask(gateway, { list: 'buildings', order, first: 10 });
      const { data } = await gateway.query<{ page: Page }>(
        `{ page: buildings(first: 10, orderBy: { field: ${order.field}, direction: ${order.direction} }) {
             nodes { id sameAs { rule } } } }`,
      );
      expect(ids(data.page.nodes)).toEqual(ids(alone.data.page.nodes));
    }
  });

  it('ask all sources at once, whoever holds the first rows', async () => {
    expect(await ask(gateway, { ...byStart, first: 10 }))
      .toCall({
        pigello: { 'GET /contracts/apartmentcontract/list/': 1 },
        facilitee: { 'GET /api/public/property-users': 1 },
        homeq: { 'GET /api/v1/agreements/': 2 },
        casavi: { 'GET /properties': 1, 'GET /properties/{propertyId}/units': 7 },
      })
      .inWaves(2);
    const byTitle = { field: 'TITLE', direction: 'ASC' } as const;
    expect(await ask(gateway, { list: 'issues', order: byTitle, first: 10 }))
      .toCall({ pigello: 1, facilitee: 1, casavi: 1 })
      .inWaves(1);
  });
});

describe('an order that Pigello can be asked for', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ only: ['pigello'] });
  });
  afterAll(() => gateway.close());
  const orderBys = (): readonly (string | null)[] =>
    gateway.sandbox.pigello.requests.map(({ query }) => query.get('_order_by'));

  it.each([
    ['buildings', 'CREATED_AT', 'created_at,id'],
    ['units', 'AREA', 'usable_area,id'],
    ['leases', 'START_DATE', 'start_date,id'],
    ['issues', 'CREATED_AT', 'created_at,id'],
  ] as const)('is asked of it: %s by %s', async (list, field, column) => {
    gateway.sandbox.reset();
    for (const direction of ['ASC', 'DESC'] as const) {
      const answer = await ask(gateway, { list, order: { field, direction }, first: 10 });
      expect(answer).toCall({ pigello: 1 }).inWaves(1);
    }
    expect(orderBys()).toEqual([column, `-${column}`]);
  });

  it('costs one call a window, wherever it begins', async () => {
    const first = await ask(gateway, { ...byStart, first: 50 });
    const after = first.data.page.pageInfo.endCursor;
    expect(first).toCall({ pigello: 1 }).inWaves(1);
    expect(await ask(gateway, { ...byStart, first: 50, after }))
      .toCall({ pigello: 1 })
      .inWaves(1);
  });

  it('is not asked of it where texts are compared: no two databases order them alike', async () => {
    gateway.sandbox.reset();
    const answer = await ask(gateway, { list: 'buildings', order: { field: 'NAME', direction: 'ASC' } });
    expect(answer).toCall({ pigello: 1 }).inWaves(1);
    expect(orderBys()).toEqual([null]);
  });

  it('is ordered here where ids take more than one URL, each of which would have an order of its own', async () => {
    const { nodes: units } = await pageThrough(gateway, { list: 'units' });
    expect(units.length).toBeGreaterThan(202);
    const filter = { unit: ids(units) };
    const { nodes: plain } = await pageThrough(gateway, { list: 'leases', filter });
    const { nodes } = await pageThrough(gateway, { ...byStart, filter, first: 60 });
    expect(ids(nodes)).toEqual(ids(byHand('leases', byStart.order, plain)));
  });

  it('is not asked for where the source says that it cannot', async () => {
    const without = await startTestGateway({ only: ['pigello'], settings: { pigello: { sortable: false } } });
    const answer = await ask(without, { ...byStart, first: 10 });
    expect(answer).toCall({ pigello: 1 }).inWaves(1);
    expect(without.sandbox.pigello.requests.map(({ query }) => query.get('_order_by'))).toEqual([null]);
    await without.close();
  });
});

describe('a server that does not order as it was asked', () => {
  const keys = ['a key that all of them share'] as const;
  // Two of its leases have no dates.
  const few = partOf(whole, { buildings: [8, 26], others: 0 });
  const startWith = (
    ordering: 'kept' | 'ignored' | 'nulls first',
    pigello: object = {},
  ): Promise<TestGateway> =>
    startTestGateway({
      only: ['pigello'],
      cursorKeys: keys,
      settings: { pigello },
      sandbox: { portfolio: few, settings: { pigello: { ordering } } },
    });
  const refuseOrders = (gateway: TestGateway, status: number): (() => void) =>
    gateway.sandbox.pigello.fail(({ query }) => query.has('_order_by'), { status });

  const odd = {
    'ignores the order': () => startWith('ignored'),
    'has those without a value elsewhere': () => startWith('nulls first'),
    'refuses it': async () => {
      const gateway = await startWith('kept');
      refuseOrders(gateway, 400);
      return gateway;
    },
  };

  it.each(Object.entries(odd))(
    'but %s: its rows are ordered here, from then on at once',
    async (_, startOdd) => {
      const gateway = await startOdd();
      const { nodes: plain } = await pageThrough(gateway, { list: 'leases' });
      const expected = ids(byHand('leases', byStart.order, plain));

      // Two rows may well be in order by accident; more of them come with the same call.
      const once = await ask(gateway, { ...byStart, first: 2 });
      expect(once).toCall({ pigello: 2 }).inWaves(2);
      expect(ids(once.data.page.nodes)).toEqual(expected.slice(0, 2));
      const again = await ask(gateway, { ...byStart, first: 2 });
      expect(again).toCall({ pigello: 1 }).inWaves(1);
      expect(again.data).toEqual(once.data);
      const after = once.data.page.pageInfo.endCursor;
      const { nodes } = await pageThrough(gateway, { ...byStart, after });
      expect(ids(nodes)).toEqual(expected.slice(2));

      // A worker that has yet to learn it reads on where the cursor was made, which is in the order made here.
      const other = await startOdd();
      const next = await ask(other, { ...byStart, first: 20, after });
      expect(next).toCall({ pigello: 1 }).inWaves(1);
      expect(ids(next.data.page.nodes)).toEqual(expected.slice(2, 22));
      await Promise.all([gateway.close(), other.close()]);
    },
  );

  it('but is down: it has failed, and is asked again', async () => {
    const gateway = await startWith('kept');
    const mend = refuseOrders(gateway, 500);
    const down = await ask(gateway, { ...byStart, first: 5 });
    expect(down.data.page.sources).toMatchObject([{ status: 'FAILED', error: { code: 'UPSTREAM_STATUS' } }]);
    mend();
    const after = down.data.page.pageInfo.endCursor;
    expect(await ask(gateway, { ...byStart, first: 5, after }))
      .toCall({ pigello: 1 })
      .inWaves(1);
    await gateway.close();
  });

  it('but shows it only to whoever is on the way: nothing is lost, and it is said', async () => {
    // Pages this small show nothing at first.
    const gateway = await startWith('nulls first', { pageSize: 2 });
    const { nodes: plain } = await pageThrough(gateway, { list: 'leases' });
    const begun = await ask(gateway, { ...byStart, first: 1 });
    expect(begun.data.page.sources).toMatchObject([{ status: 'OK' }]);
    const { nodes, pages } = await pageThrough(gateway, {
      ...byStart,
      first: 20,
      after: begun.data.page.pageInfo.endCursor,
    });
    expect(ids([...begun.data.page.nodes, ...nodes]).toSorted()).toEqual(ids(plain).toSorted());
    expect(pages[0]?.sources).toMatchObject([
      {
        status: 'PARTIAL',
        error: { message: expect.stringMatching(/not come in the order that was asked for/) as string },
      },
    ]);
    const fresh = await ask(gateway, { ...byStart, first: 20 });
    expect(ids(fresh.data.page.nodes)).toEqual(ids(byHand('leases', byStart.order, plain)).slice(0, 20));
    await gateway.close();
  });
});

describe('lists that no provider orders', () => {
  const byName = { list: 'buildings', order: { field: 'NAME', direction: 'ASC' } } as const;
  const byNumber = { list: 'units', order: { field: 'NUMBER', direction: 'ASC' } } as const;
  const refusal =
    /^orderBy: homeq cannot order units by NUMBER, .*limits\.sortRows: 20,.*narrow the list by `filter`, or leave the source out/;

  it('are refused beyond `limits.sortRows`, with the reason and the cure', async () => {
    const gateway = await start({ settings: { homeq: { limits: { sortRows: 20 } } } });
    const { data, errors } = await ask(gateway, byNumber);
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(refusal) as string,
        path: ['page'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);

    // Shorter lists are ordered all the same, and so are the others, and the part that a filter leaves.
    expect((await ask(gateway, byName)).errors).toEqual([]);
    expect((await ask(gateway, { ...byNumber, filter: { sources: ['pigello', 'casavi'] } })).errors).toEqual(
      [],
    );
    const { nodes } = await pageThrough(gateway, { list: 'buildings', filter: { sources: ['homeq'] } });
    const one = { building: [nodes.at(-1)?.id] };
    expect((await ask(gateway, { ...byNumber, filter: one })).errors).toEqual([]);
    await gateway.close();
  });

  it('are refused at once where they are known to be longer', async () => {
    const gateway = await start({ only: ['homeq'], settings: { homeq: { limits: { sortRows: 20 } } } });
    const { data } = await gateway.query<{ units: { totalCount: number } }>(
      '{ units(first: 1) { totalCount } }',
    );
    expect(data.units.totalCount).toBeGreaterThan(20);
    const answer = await ask(gateway, byNumber);
    expect(answer.errors).toMatchObject([{ message: expect.stringMatching(refusal) as string }]);
    expect(answer).toCall({}).inWaves(0);
    await gateway.close();
  });

  it('may have as many rows as that, and no more', async () => {
    const rows = homeqTruth(part).units.length;
    for (const [sortRows, isRefused] of [
      [rows, false],
      [rows - 1, true],
    ] as const) {
      const gateway = await start({ only: ['homeq'], settings: { homeq: { limits: { sortRows } } } });
      const { errors } = await ask(gateway, byNumber);
      expect(errors).toHaveLength(isRefused ? 1 : 0);
      await gateway.close();
    }
  });

  it('are refused where their rows do not tell what they would be ordered by', async () => {
    const sandbox = await startSandbox({ portfolio: part });
    const [pigello, ...others] = connectSources(sandboxSources(sandbox));
    const { units } = pigello?.port ?? {};
    if (pigello === undefined || units === undefined) throw new Error('Pigello has units');
    const sample = (): Unit => ({ ...units.sample({}), rent: undefined });
    const silent: Source = { ...pigello, port: { ...pigello.port, units: { ...units, sample } } };
    const gateway = createGateway({ sources: [silent, ...others], cursorKeys: ['key'], log: silence });
    const response = await gateway.yoga.fetch('http://gatehouse/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ units(orderBy: { field: RENT }) { nodes { id } } }' }),
    });
    expect(await response.json()).toMatchObject({
      data: null,
      errors: [
        {
          message: expect.stringMatching(
            /^orderBy: the list of units of pigello does not tell RENT; leave the source out .*, or order by something else/,
          ) as string,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect(sandbox.pigello.requests).toEqual([]);
    await Promise.all([gateway.close(), sandbox.close()]);
  });
});

describe('a cursor of an ordered list', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await start();
  });
  afterAll(() => gateway.close());
  const byCreation = { list: 'issues', order: { field: 'CREATED_AT', direction: 'ASC' } } as const;

  it.each([
    ['the other way round', { field: 'CREATED_AT', direction: 'DESC' }],
    ['another order', { field: 'TITLE', direction: 'ASC' }],
    ['none', undefined],
  ] as const)('is refused with %s', async (_, order) => {
    const { data } = await ask(gateway, { ...byCreation, first: 3 });
    const after = data.page.pageInfo.endCursor;
    const answer = await ask(gateway, { list: 'issues', after, ...(order && { order }) });
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringMatching(/^after: this cursor was made .*in another order; repeat/) as string,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(answer).toCall({}).inWaves(0);
  });

  it('survives a source that fails: its rows come when it is back, each once', async () => {
    const { nodes: plain } = await pageThrough(gateway, { list: 'issues' });
    const begun = await ask(gateway, { ...byCreation, first: 10 });
    await gateway.sandbox.facilitee.stop();
    const without = await ask(gateway, {
      ...byCreation,
      first: 10,
      after: begun.data.page.pageInfo.endCursor,
    });
    await gateway.sandbox.facilitee.start();
    expect(without.errors).toMatchObject([{ path: ['page'], extensions: { source: 'facilitee' } }]);
    expect(without.data.page.sources.map(({ sourceId, status }) => `${sourceId} ${status}`)).toEqual([
      'pigello OK',
      'facilitee FAILED',
      'homeq SKIPPED',
      'casavi OK',
    ]);
    expect(without.data.page.nodes).toHaveLength(10);

    const rest = await pageThrough(gateway, {
      ...byCreation,
      first: 10,
      after: without.data.page.pageInfo.endCursor,
    });
    const all = [...begun.data.page.nodes, ...without.data.page.nodes, ...rest.nodes];
    expect(ids(all).toSorted()).toEqual(ids(plain).toSorted());
    for (const source of sources) {
      const own = (nodes: readonly Node[]): readonly Node[] =>
        nodes.filter((node) => node.source.sourceId === source);
      expect(ids(own(all)), source).toEqual(
        ids(byHand('issues', byCreation.order, asListed('issues', 'CREATED_AT', own(plain)))),
      );
    }
  });

  it('keeps the order where a scan ends early: nothing that comes later is given ahead of what is behind', async () => {
    const searching = await start({
      only: ['pigello', 'facilitee'],
      settings: { pigello: { pageSize: 4, limits: { scanCalls: 1 } } },
    });
    const filter = { search: 'st' };
    const { nodes: plain } = await pageThrough(searching, { list: 'issues', filter });
    const { nodes, pages } = await pageThrough(searching, { ...byCreation, filter, first: 3 });
    expect(pages.some(({ sources: [pigello] }) => pigello?.truncated === true)).toBe(true);
    expect(ids(nodes)).toEqual(
      ids(byHand('issues', byCreation.order, asListed('issues', 'CREATED_AT', plain))),
    );
    await searching.close();
  });
});
