import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { declarations } from '../../../resolvers/declarations.js';
import { connectSources } from '../../../src/config/config.js';
import { sandboxSources } from '../../../src/config/sandbox-sources.js';
import type { NodeType } from '../../../src/domain/index.js';
import type { Links } from '../../../src/domain/provider.js';
import type { Portfolio, SystemName } from '../../../src/sandbox/index.js';
import type { Truth } from '../../../src/sandbox/truth.js';
import { startTestGateway, type TestGateway } from '../../support/gateway.js';

/** The root lists, and the type of their records. */
export const LISTS = {
  buildings: 'Building',
  units: 'Unit',
  persons: 'Person',
  leases: 'Lease',
  issues: 'Issue',
  documents: 'Document',
} as const satisfies { readonly [L in keyof Truth]: NodeType };

export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];

/** The true record behind a node of each type that has a list. */
export type TrueRecords<T extends Truth> = {
  readonly [L in ListName as (typeof LISTS)[L]]: T[L][number];
};

/** Edges that the truth knows the ends of: `Building.units`. */
export type EdgeName =
  | `Building.${'units' | 'leases' | 'issues'}`
  | `Unit.${'building' | 'leases' | 'persons' | 'issues'}`
  | `Person.${'units' | 'leases' | 'issues'}`
  | `Lease.${'unit' | 'building' | 'tenants' | 'documents'}`
  | `Issue.${'building' | 'unit' | 'reporter' | 'comments' | 'tasks' | 'documents'}`
  | 'Document.subject';

type ParentOf<E extends EdgeName> = E extends `${infer P}.${string}` ? P : never;

/** What an edge of a true record leads to, as ids of the truth. */
export type ExpectedEdges<T extends Truth> = {
  readonly [E in EdgeName]: (
    record: TrueRecords<T>[ParentOf<E> & keyof TrueRecords<T>],
    truth: T,
  ) => readonly string[];
};

/** What the suite must be told of a provider. Nearly all of it is what its truth leaves open. */
export interface ProviderUnderTest<T extends Truth> {
  readonly name: SystemName;
  readonly truth: (portfolio: Portfolio) => T;
  /** Path of the login, for a provider that hands out tokens. Its stand-in's setting `now` is what ends them. */
  readonly login?: string;
  /**
   * How a `source.remoteId` reads in the truth. Default: the same text; of documents, comments and tasks the part behind
   * the last colon.
   */
  readonly truthId?: { readonly [T in NodeType]?: (remoteId: string) => string };
  /** What an edge holds where the truth has no member for it, or a narrower one. */
  readonly edges?: Partial<ExpectedEdges<T>>;
  /** Fields that list rows tell and no other answer does, as `Person.unitCount`. */
  readonly listOnly?: readonly string[];
}

/** A row of the table of capabilities. */
export interface Capability {
  readonly type: string;
  readonly edge: string | null;
  readonly support: 'NATIVE' | 'DERIVED' | 'UNSUPPORTED';
}

/** A record as a query met it. */
export interface Met {
  readonly __typename: NodeType;
  readonly id: string;
  readonly source: { readonly remoteId: string };
}

/** What the parts of the suite share: a gateway over the one provider, and what is true of it. */
export interface Suite<T extends Truth> {
  readonly provider: ProviderUnderTest<T>;
  readonly gateway: TestGateway;
  readonly truth: T;
  readonly capabilities: readonly Capability[];
  supports(type: string, edge: string | null): boolean;
  /** The links that the provider's port names. */
  readonly links: Links;
  /** The lists that the provider has. */
  readonly lists: readonly ListName[];
  /** All records of a list, read once. */
  records(list: ListName): Promise<readonly Met[]>;
  /** A record's id as the truth writes it. */
  truthId(record: Met): string;
  /** Lets the stand-in's clock run ahead, beyond the end of every token. */
  expireTokens(): void;
}

/** Members of a met record: what every query of the suite selects. */
export const MET = '__typename id source { remoteId }';

/** The same where the field's type is `Node`, which says less. */
export const MET_NODE = `__typename id ... on SourcedNode { source { remoteId } }
  ... on Comment { source { remoteId } } ... on Task { source { remoteId } }`;

/** Starts the gateway before the tests of the suite and stops it after them. */
export function useSuite<T extends Truth>(provider: ProviderUnderTest<T>): () => Suite<T> {
  let suite: Suite<T> | undefined;
  beforeAll(async () => {
    suite = await startSuite(provider);
  });
  afterEach(async () => {
    suite?.gateway.sandbox.reset();
    await suite?.gateway.sandbox[provider.name].start();
  });
  afterAll(() => suite?.gateway.close());
  return () => {
    if (suite === undefined) throw new Error('the suite has not started');
    return suite;
  };
}

async function startSuite<T extends Truth>(provider: ProviderUnderTest<T>): Promise<Suite<T>> {
  const { name } = provider;
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead };
  const gateway = await startTestGateway({
    only: [name],
    ...(provider.login === undefined ? {} : { sandbox: { settings: { [name]: clock } } }),
  });
  const { data } = await gateway.query<{ sources: [{ capabilities: readonly Capability[] }] }>(
    '{ sources { capabilities { type edge support } } }',
  );
  const [{ capabilities }] = data.sources;
  const supports = (type: string, edge: string | null): boolean => {
    const row = capabilities.find((each) => each.type === type && each.edge === edge);
    if (row === undefined) throw new Error(`the table of capabilities has no row ${type}.${edge}`);
    return row.support !== 'UNSUPPORTED';
  };
  const read = new Map<ListName, Promise<readonly Met[]>>();
  return {
    provider,
    gateway,
    truth: provider.truth(gateway.sandbox.portfolio),
    capabilities,
    supports,
    links: linksOf(gateway, name),
    lists: LIST_NAMES.filter((list) => supports(LISTS[list], null)),
    records(list) {
      let records = read.get(list);
      if (records === undefined) read.set(list, (records = readList(gateway, list, 100, MET)));
      return records;
    },
    truthId({ __typename, source }) {
      const toTruth = provider.truthId?.[__typename];
      if (toTruth !== undefined) return toTruth(source.remoteId);
      const nested = ['Document', 'Comment', 'Task'].includes(__typename);
      return nested ? (source.remoteId.split(':').at(-1) ?? '') : source.remoteId;
    },
    expireTokens() {
      // Farther than any token lives; each time farther, so that tokens handed out since are struck, too.
      ahead += 366 * 24 * 60 * 60 * 1000;
    },
  };
}

/** What the port itself names: the table of capabilities shows only what is declared, too. */
function linksOf({ sandbox }: TestGateway, name: SystemName): Links {
  const config = sandboxSources(sandbox).find(({ settings }) => settings.id === name);
  const [source] = connectSources(config === undefined ? [] : [config]);
  if (source === undefined) throw new Error(`${name} stands in no list of providers`);
  return source.port.links;
}

/** A page of a connection, as the suite asks for it. */
export interface PageOf<R> {
  readonly nodes: readonly R[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly sources: readonly SourceResult[];
}

export interface SourceResult {
  readonly sourceId: string;
  readonly status: 'OK' | 'PARTIAL' | 'FAILED' | 'SKIPPED';
  readonly truncated: boolean;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly retryable: boolean;
    readonly retryAfter: number | null;
  } | null;
}

export const SOURCES = 'sources { sourceId status truncated error { code message retryable retryAfter } }';
export const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

/** Reads a root list to its end. */
export async function readList<R = Met>(
  gateway: TestGateway,
  list: ListName,
  first: number,
  selection: string,
): Promise<readonly R[]> {
  const document = `query ($first: Int!, $after: String) {
    page: ${list}(first: $first, after: $after) { nodes { ${selection} } ${PAGE_INFO} ${SOURCES} }
  }`;
  return readPages<R>(first, async (after) => {
    const { data, errors } = await gateway.query<{ page: PageOf<R> }>(document, { first, after });
    expect(errors).toEqual([]);
    return data.page;
  });
}

/** Pages to the end, and looks at every page on the way. */
export async function readPages<R>(
  first: number,
  read: (after: string | null) => Promise<PageOf<R>>,
): Promise<readonly R[]> {
  const rows: R[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const page: PageOf<R> = await read(after);
    const [source, ...others] = page.sources;
    expect(others).toEqual([]);
    // The one reason to stop early is a scan that met its budget.
    expect(source).toMatchObject({ status: source?.truncated === true ? 'PARTIAL' : 'OK', error: null });
    expect(page.nodes.length).toBeLessThanOrEqual(first);
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    if (source?.truncated !== true) expect(page.nodes).toHaveLength(first);
    expect(page.pageInfo.endCursor).not.toBe(after);
    expect(pages).toBeLessThan(2_000);
    after = page.pageInfo.endCursor;
  }
}

/** How a field of a type is declared. */
export function edgeOf(type: string, field: string) {
  const edge = declarations.find((each) => each.type === type)?.edges[field];
  if (edge === undefined) throw new Error(`${type}.${field} is not declared`);
  return edge;
}

/** A few of many, spread evenly, always with the first. */
export function spread<R>(rows: readonly R[], count: number): readonly R[] {
  const step = Math.max(1, Math.ceil(rows.length / count));
  return rows.filter((_, index) => index % step === 0);
}
