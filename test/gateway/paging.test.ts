import fc from 'fast-check';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casaviTruth } from '../../resolvers/casavi/sandbox.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox.js';
import { connectSources } from '../../src/config/config.js';
import { sandboxSources } from '../../src/config/sandbox-sources.js';
import type { Source } from '../../src/domain/provider.js';
import { orderFields } from '../../src/domain/order.js';
import { createCursors } from '../../src/pagination/cursor.js';
import type { Position } from '../../src/pagination/position.js';
import { startSandbox, type Sandbox, type SystemName } from '../../src/sandbox/index.js';
import { createPortfolio, type Portfolio } from '../../src/sandbox/portfolio.js';
import type { Truth } from '../../src/sandbox/truth.js';
import { createGateway, type Gateway } from '../../src/server.js';
import { partOf } from '../support/portfolio.js';

/**
 * Paging as clients do it, over HTTP, through portfolios and settings drawn at random: every record comes exactly once,
 * `hasNextPage` and `totalCount` are right, and there is always an end.
 */

const systems: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];
const lists = ['buildings', 'units', 'persons', 'leases', 'issues'] as const;
type List = (typeof lists)[number];

const truthOf: Readonly<Record<SystemName, (portfolio: Portfolio) => Truth>> = {
  pigello: pigelloTruth,
  facilitee: faciliteeTruth,
  homeq: homeqTruth,
  casavi: casaviTruth,
};

const cursorKey = 'a key that both workers have';

/** A worker: the same gateway in every run, since making one takes longer than a run, over sources that are new in each. */
interface Worker {
  readonly gateway: Gateway;
  readonly sources: Source[];
  url: string;
}

/** The second one reckons what an operation may cost before it runs it. */
function createWorker(maxCalls: number): Worker {
  const sources: Source[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return { gateway: createGateway({ sources, cursorKeys: [cursorKey], log, maxCalls }), sources, url: '' };
}

const workers = [createWorker(Infinity), createWorker(100_000)] as const;
beforeAll(async () => {
  for (const worker of workers) worker.url = await worker.gateway.listen(0, '127.0.0.1');
});
afterAll(async () => {
  for (const { gateway } of workers) await gateway.close();
});

/** What a run is made of. */
interface World {
  readonly buildings: readonly number[];
  readonly unitsEach: number;
  readonly issues: number;
  readonly others: number;
  readonly only: readonly SystemName[];
  readonly pageSizes: readonly [pigello: number, facilitee: number, homeq: number];
  readonly envelope: 'data' | 'results' | 'items' | 'array';
  readonly total: 'text' | 'number';
  readonly pageBase: 0 | 1;
}

const pageSize = fc.integer({ min: 2, max: 12 });
const fewBuildings = fc.uniqueArray(fc.nat({ max: 39 }), { maxLength: 2 });
const someBuildings = fc.uniqueArray(fc.nat({ max: 39 }), { minLength: 2, maxLength: 5, size: 'max' });
const worlds: fc.Arbitrary<World> = fc.record({
  buildings: fc.oneof({ weight: 1, arbitrary: fewBuildings }, { weight: 5, arbitrary: someBuildings }),
  unitsEach: fc.nat({ max: 6 }),
  issues: fc.nat({ max: 25 }),
  others: fc.nat({ max: 5 }),
  only: fc.subarray([...systems], { minLength: 1 }),
  pageSizes: fc.tuple(pageSize, pageSize, pageSize),
  envelope: fc.constantFrom('data' as const, 'results' as const, 'items' as const, 'array' as const),
  total: fc.constantFrom('text' as const, 'number' as const),
  pageBase: fc.constantFrom(0 as const, 1 as const),
});

const whole = createPortfolio();

/** The sandbox with a world in it, and both workers connected to it. */
async function within(
  world: World,
  scanCalls: number,
  run: (sandbox: Sandbox, truths: readonly (readonly [SystemName, Truth])[]) => Promise<void>,
): Promise<void> {
  const { only, pageSizes, envelope, total, pageBase } = world;
  const portfolio = partOf(whole, world);
  const sandbox = await startSandbox({
    portfolio,
    settings: { pigello: { envelope }, homeq: { total }, casavi: { pageBase } },
  });
  const limits = { scanCalls };
  const settings = {
    pigello: { pageSize: pageSizes[0], limits },
    facilitee: { pageSize: pageSizes[1], limits },
    homeq: { pageSize: pageSizes[2], limits },
    casavi: { limits },
  };
  for (const { sources } of workers) {
    const configured = sandboxSources(sandbox, settings);
    sources.push(
      ...connectSources(configured.filter(({ settings: { id } }) => only.includes(id as SystemName))),
    );
  }
  try {
    await run(
      sandbox,
      systems.flatMap((system) =>
        only.includes(system) ? [[system, truthOf[system](portfolio)] as const] : [],
      ),
    );
  } finally {
    await Promise.all(
      workers.flatMap(({ sources }) => sources.splice(0).map(({ client }) => client.close())),
    );
    await sandbox.close();
  }
}

interface Node {
  readonly id: string;
  readonly source: { readonly sourceId: string; readonly remoteId: string };
  readonly [shown: string]: unknown;
}

interface Page {
  readonly nodes: readonly Node[];
  readonly totalCount?: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly sources: readonly {
    readonly sourceId: string;
    readonly status: string;
    readonly truncated: boolean;
    readonly error: { readonly message: string } | null;
  }[];
}

interface Answered {
  readonly data: { readonly page?: Page; readonly node?: { readonly page?: Page } | null } | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

async function post(worker: Worker, query: string, variables: object): Promise<Answered> {
  const { body } = await request(`${worker.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await body.json()) as Answered;
}

/** What is paged through: a root list, or an edge of a record. */
interface Asked {
  readonly list: string;
  readonly parent?: { readonly type: string; readonly id: string };
  readonly filter?: object;
  readonly order?: object;
  readonly show?: string;
}

function documentOf({ list, parent, show = '' }: Asked, withTotal: boolean): string {
  const members = `{
    nodes { id ${show} source { sourceId remoteId } }
    ${withTotal ? 'totalCount' : ''}
    pageInfo { hasNextPage endCursor }
    sources { sourceId status truncated error { message } }
  }`;
  if (parent !== undefined) {
    return `query ($first: Int, $after: String, $id: ID!) {
      node(id: $id) { ... on ${parent.type} { page: ${list}(first: $first, after: $after) ${members} } }
    }`;
  }
  const type = `${list[0]?.toUpperCase() ?? ''}${list.slice(1, -1)}`;
  return `query ($first: Int, $after: String, $filter: ${type}Filter, $order: ${type}Order) {
    page: ${list}(first: $first, after: $after, filter: $filter, orderBy: $order) ${members}
  }`;
}

/** How a client pages: as many rows at a time, through this worker or that, with the total or without. */
type Steps = readonly (readonly [first: number, worker: 0 | 1, withTotal: boolean])[];
const firsts = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 7, max: 40 }) },
);
const steps: fc.Arbitrary<Steps> = fc.array(
  fc.tuple(firsts, fc.constantFrom(0 as const, 1 as const), fc.boolean()),
  { minLength: 1, maxLength: 4 },
);
const atOnce: Steps = [[100, 0, false]];

interface Read {
  readonly nodes: readonly Node[];
  readonly totals: readonly (number | null)[];
  readonly pages: readonly Page[];
}

/** Pages to the end. `meanwhile` may break something before a page; pages of failing sources are asked for again. */
async function pageThrough(
  asked: Asked,
  how: Steps,
  meanwhile: (page: number) => (() => void) | undefined = () => undefined,
): Promise<Read> {
  const pages: Page[] = [];
  let after: string | null = null;
  /** Whether rows must follow, since it was said. */
  let promised = false;
  for (;;) {
    const [first, at, withTotal] = how[pages.length % how.length] ?? [1, 0, false];
    const mend = meanwhile(pages.length);
    const variables = { first, after, id: asked.parent?.id, filter: asked.filter, order: asked.order };
    const answer: Answered = await post(workers[at], documentOf(asked, withTotal), variables);
    mend?.();
    const page: Page | undefined = answer.data?.page ?? answer.data?.node?.page;
    if (page === undefined) throw new Error(`no page: ${JSON.stringify(answer.errors)}`);
    pages.push(page);
    expect(pages.length, 'pages of so few rows').toBeLessThan(1_000);

    const hasFailed = page.sources.some(({ status }) => status === 'FAILED');
    const isCut = page.sources.some(({ truncated }) => truncated);
    expect(answer.errors ?? []).toHaveLength(page.sources.filter(({ status }) => status === 'FAILED').length);
    for (const { status, truncated, error } of page.sources) {
      if (status === 'PARTIAL') expect({ truncated, error }).toEqual({ truncated: true, error: null });
    }
    const { hasNextPage, endCursor } = page.pageInfo;
    if (hasNextPage && !isCut) expect(page.nodes).toHaveLength(first);
    if (page.nodes.length > 0) promised = false;
    if (!hasFailed && !isCut) expect(promised, 'a page that was promised holds rows').toBe(false);
    if (hasNextPage && !isCut) promised = true;
    if (!hasNextPage && !hasFailed) break;
    if (!hasFailed) expect(endCursor).not.toBe(after);
    after = endCursor;
  }
  const nodes = pages.flatMap((page) => page.nodes);
  expect(new Set(nodes.map(({ id }) => id)).size, 'no row twice').toBe(nodes.length);
  return {
    nodes,
    pages,
    totals: pages.flatMap(({ totalCount }) => (totalCount === undefined ? [] : [totalCount])),
  };
}

/** Records as the provider names them, source by source. */
function named(nodes: readonly Node[]): readonly string[] {
  return nodes.map(({ source }) => `${source.sourceId} ${source.remoteId}`).toSorted();
}

function trulyIn(list: List, truths: readonly (readonly [SystemName, Truth])[]): readonly string[] {
  return truths.flatMap(([system, truth]) => truth[list].map(({ id }) => `${system} ${id}`)).toSorted();
}

/** What a filter compares, in the members that show it. */
const compared = {
  buildings: { texts: ['name', 'number', 'externalId'], one: null },
  units: { texts: ['name', 'number', 'externalId'], one: ['kind', 'APARTMENT'] },
  persons: { texts: ['displayName', 'email', 'externalId'], one: ['role', 'TENANT'] },
  leases: { texts: ['number', 'externalId'], one: ['status', 'ACTIVE'] },
  issues: { texts: ['number', 'title', 'externalId'], one: ['status', 'OPEN'] },
} as const satisfies Readonly<Record<List, object>>;

/** A filter that no provider or not every one has, and whether a row matches it. */
interface Narrowed {
  readonly filter: object;
  matches(node: Node): boolean;
}

function narrowedTo(
  list: List,
  by: 'search' | 'one' | 'reference',
  text: string,
  nodes: readonly Node[],
): Narrowed {
  const { texts, one } = compared[list];
  if (by === 'one' && one !== null) {
    const [member, value] = one;
    return {
      filter: { [member]: [value] },
      matches: (node) =>
        node[member] === value || (node['roles'] as readonly string[] | undefined)?.includes(value) === true,
    };
  }
  if (by === 'reference') {
    const wanted = nodes.flatMap(({ externalId }, index) =>
      index % 3 === 0 && typeof externalId === 'string' ? [externalId] : [],
    );
    return {
      filter: { externalId: wanted },
      matches: ({ externalId }) => wanted.includes(externalId as string),
    };
  }
  return {
    filter: { search: text },
    matches: (node) => texts.some((member) => (node[member] as string | null)?.toLowerCase().includes(text)),
  };
}

const shownOf = (list: List): string =>
  [
    ...compared[list].texts,
    ...(list === 'persons' ? ['roles'] : (compared[list].one?.slice(0, 1) ?? [])),
  ].join(' ');

/** Runs start servers of their own: making a failing one smaller takes longer than reading it. */
const runs = { endOnFailure: true };
const patience = { timeout: 180_000 };

describe('root lists', () => {
  it('hold every record once, in the same order whatever the pages, and count them', patience, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.constantFrom(...lists), steps, async (world, list, how) => {
        await within(world, 200, async (_, truths) => {
          const expected = trulyIn(list, truths);
          const { nodes, totals } = await pageThrough({ list }, how);
          expect(named(nodes)).toEqual(expected);
          for (const total of totals) expect([null, expected.length]).toContain(total);
          const { nodes: again } = await pageThrough({ list }, atOnce);
          expect(nodes.map(({ id }) => id)).toEqual(again.map(({ id }) => id));
        });
      }),
      { ...runs, numRuns: 40 },
    );
  });

  const narrowings = fc.tuple(
    fc.constantFrom('search' as const, 'one' as const, 'reference' as const),
    fc.constantFrom('a', 'e', 'st', '1', '33'),
  );

  it('hold what matches a filter, however early the scans for it end', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.constantFrom(...lists),
        narrowings,
        fc.constantFrom(1, 2, 3, 5, 200),
        steps,
        async (world, list, [by, text], scanCalls, how) => {
          const show = shownOf(list);
          await within(world, scanCalls, async () => {
            const { nodes: plain } = await pageThrough({ list, show }, atOnce);
            const { filter, matches } = narrowedTo(list, by, text, plain);
            const expected = plain.filter(matches).map(({ id }) => id);
            const { nodes, totals } = await pageThrough({ list, show, filter }, how);
            expect(nodes.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
            for (const total of totals) expect([null, expected.length]).toContain(total);
          });
        },
      ),
      { ...runs, numRuns: 40 },
    );
  });

  it('come in an order, narrowed or not', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        // Whatever is ordered here is read anew for each page.
        worlds.map((world) => ({ ...world, buildings: world.buildings.slice(0, 2) })),
        fc.constantFrom(...lists),
        fc.nat(),
        fc.constantFrom('ASC', 'DESC'),
        fc.option(narrowings),
        steps,
        async (world, list, which, direction, narrowing, how) => {
          const fields = orderFields(list);
          const order = { field: fields[which % fields.length], direction };
          const show = shownOf(list);
          await within(world, 200, async () => {
            const { nodes: plain } = await pageThrough({ list, show }, atOnce);
            const { filter, matches } =
              narrowing === null
                ? { filter: {}, matches: () => true }
                : narrowedTo(list, ...narrowing, plain);
            const { nodes } = await pageThrough({ list, filter, order }, how);
            expect(nodes.map(({ id }) => id).toSorted()).toEqual(
              plain
                .filter(matches)
                .map(({ id }) => id)
                .toSorted(),
            );
            const { nodes: again } = await pageThrough({ list, filter, order }, atOnce);
            expect(nodes.map(({ id }) => id)).toEqual(again.map(({ id }) => id));
          });
        },
      ),
      { ...runs, numRuns: 30 },
    );
  });
});

/** Edges whose rows the truth names. */
const edges = [
  ['buildings', 'Building', 'units', 'unitIds'],
  ['buildings', 'Building', 'leases', 'leaseIds'],
  ['buildings', 'Building', 'issues', 'issueIds'],
  ['units', 'Unit', 'leases', 'leaseIds'],
  ['units', 'Unit', 'issues', 'issueIds'],
] as const;

it('edges hold every record of their parent once', patience, async () => {
  await fc.assert(
    fc.asyncProperty(
      worlds,
      fc.constantFrom(...edges),
      fc.nat(),
      steps,
      async (world, [of, type, list, member], which, how) => {
        await within(world, 200, async (_, truths) => {
          const { nodes: parents } = await pageThrough({ list: of }, atOnce);
          const parent = parents[which % Math.max(1, parents.length)];
          if (parent === undefined) return;
          const truth = truths.find(([system]) => system === parent.source.sourceId)?.[1];
          const rows: readonly { readonly id: string }[] | undefined = truth?.[of];
          const record = rows?.find(({ id }) => id === parent.source.remoteId) as
            Readonly<Record<typeof member, readonly string[]>> | undefined;
          const { nodes, totals } = await pageThrough({ list, parent: { type, id: parent.id } }, how);
          expect(nodes.map(({ source }) => source.remoteId).toSorted()).toEqual(record?.[member].toSorted());
          for (const total of totals) expect([null, nodes.length]).toContain(total);
        });
      },
    ),
    { ...runs, numRuns: 30 },
  );
});

it('nothing is lost of a source that fails on the way, whoever goes on where', patience, async () => {
  const outages = fc.array(fc.option(fc.constantFrom(...systems)), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      worlds,
      fc.constantFrom(...lists),
      fc.boolean(),
      outages,
      steps,
      async (world, list, inOrder, down, how) => {
        await within(world, 200, async (sandbox, truths) => {
          const order = inOrder ? { field: orderFields(list)[0], direction: 'ASC' } : undefined;
          const { nodes } = await pageThrough({ list, ...(order && { order }) }, how, (page) => {
            const source = down[page] ?? null;
            return source === null ? undefined : sandbox[source].fail('*', { status: 500 });
          });
          expect(named(nodes)).toEqual(trulyIn(list, truths));
        });
      },
    ),
    { ...runs, numRuns: 30 },
  );
});

describe('cursors', () => {
  const world: World = {
    buildings: [6, 19],
    unitsEach: 9,
    issues: 9,
    others: 8,
    only: systems,
    pageSizes: [7, 5, 4],
    envelope: 'data',
    total: 'text',
    pageBase: 0,
  };

  interface Edges {
    readonly data: {
      readonly page: {
        readonly edges: readonly { readonly cursor: string }[];
        readonly pageInfo: { readonly endCursor: string };
      };
    };
  }

  it(
    'are the same text for the same place, whoever writes them, however the pages are cut',
    patience,
    async () => {
      await within(world, 200, async () => {
        for (const args of [
          'first: 30',
          'first: 30, orderBy: { field: NUMBER }',
          'first: 30, filter: { search: "1" }',
        ]) {
          const read = async (worker: Worker, more: string): Promise<Edges['data']['page']> => {
            const query = `{ page: units(${args}) { edges { cursor } ${more} pageInfo { endCursor } } }`;
            return ((await post(worker, query, {})) as unknown as Edges).data.page;
          };
          const cursors = (await read(workers[0], 'pageInfo { hasNextPage }')).edges.map(
            ({ cursor }) => cursor,
          );
          expect(new Set(cursors).size).toBe(30);
          expect((await read(workers[1], 'totalCount')).edges.map(({ cursor }) => cursor)).toEqual(cursors);
          for (const [first, after] of [
            [4, null],
            [7, cursors[3]],
            [11, cursors[10]],
          ] as const) {
            const query = `query ($after: String) {
            page: units(${args.replace('first: 30', `first: ${first}`)}, after: $after) { pageInfo { endCursor } }
          }`;
            const { data } = (await post(workers[1], query, { after })) as unknown as Edges;
            const place = (after === null ? 0 : cursors.indexOf(after ?? '') + 1) + first;
            expect(data.page.pageInfo.endCursor).toBe(cursors[place - 1]);
          }
        }
      });
    },
  );

  const refusal = (answer: Answered): string => {
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    return answer.errors?.[0]?.message ?? '';
  };
  const readUnits = (after: string): Promise<Answered> =>
    post(workers[0], 'query ($after: String) { page: units(first: 5, after: $after) { nodes { id } } }', {
      after,
    });

  it(
    'that are forged, in whatever place, or signed elsewhere are refused before any call',
    patience,
    async () => {
      await within(world, 200, async (sandbox) => {
        const { pages } = await pageThrough({ list: 'units' }, [[20, 0, false]]);
        const cursor = pages[0]?.pageInfo.endCursor ?? '';
        sandbox.reset();
        await fc.assert(
          fc.asyncProperty(
            fc.nat({ max: cursor.length - 1 }),
            fc.constantFrom(...'aZ0_-'),
            async (at, other) => {
              fc.pre(cursor[at] !== other);
              const forged = `${cursor.slice(0, at)}${other}${cursor.slice(at + 1)}`;
              expect(refusal(await readUnits(forged))).toMatch(
                /^after: this is not a cursor of this gateway/,
              );
            },
          ),
          { ...runs, numRuns: 30 },
        );
        const scope = { field: 'Query.units', subject: { filter: {}, orderBy: null } };
        const foreign = createCursors(['the key of another gateway']).write(
          scope,
          new Map([['pigello', [3, '']]]),
        );
        expect(refusal(await readUnits(foreign))).toMatch(
          /signed with a key that is no longer accepted; start again/,
        );
        expect(systems.flatMap((system) => sandbox[system].requests)).toEqual([]);
      });
    },
  );

  it('of places that a list does not have are refused as those of another version', patience, async () => {
    // Signed with the right key: that is what an upgrade leaves behind.
    const places = fc.letrec<{ place: Position; inner: string | Position }>((tie) => ({
      place: fc.oneof(
        { maxDepth: 4 },
        fc.nat({ max: 40 }),
        fc.array(tie('inner'), { maxLength: 3 }).map((parts): Position => parts),
      ),
      inner: fc.oneof(fc.constantFrom('', 'AAAAAQ', 'here', '?'), tie('place')),
    })).place;
    const writing = createCursors([cursorKey]);
    await within(world, 200, async () => {
      const refused = new Set<string>();
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...lists),
          fc.constantFrom(...systems),
          fc.boolean(),
          places,
          fc.constantFrom(0 as const, 1 as const),
          async (list, system, inOrder, place, at) => {
            const orderBy = inOrder ? { field: orderFields(list)[0], direction: 'ASC' } : null;
            const scope = { field: `Query.${list}`, subject: { filter: {}, orderBy } };
            const after = writing.write(scope, new Map([[system, place]]));
            const answer = await post(workers[at], documentOf({ list }, false), {
              first: 5,
              after,
              order: orderBy,
            });
            if (answer.errors === undefined) return;
            expect(refusal(answer)).toMatch(/^after: this cursor was made by another version of the gateway/);
            refused.add(list);
          },
        ),
        { ...runs, numRuns: 60 },
      );
      expect(refused.size).toBeGreaterThan(0);
    });
  });
});
