import { isDeepStrictEqual } from 'node:util';
import { parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';
import { connectSources } from '../../src/config/config.js';
import { sandboxSources } from '../../src/config/sandbox-sources.js';
import { identitySettings } from '../../src/identity/settings.js';
import type { Sandbox, SystemName } from '../../src/sandbox/index.js';
import { createSchema } from '../../src/schema.js';
import { documentsPath } from '../../src/documents/documents.js';
import { createGateway, type Gateway } from '../../src/server.js';
import type { Catalogue } from './catalogues.js';
import type { CountedQuery, Floor, Holdings } from './counted.js';
import { runPlain } from './plain.js';

/** What one query made of the sandbox. */
export interface Measured {
  readonly title: string;
  readonly query: string;
  readonly floor: Floor;
  /** Of a gateway that has just started. */
  readonly first: Run;
  /** Once the lists that the query reads have been seen. */
  readonly known: Run;
  /** Calls of the plain version, which plans nothing. */
  readonly plain: number;
  /** Whether the plain version gave the same answer. */
  readonly isSame: boolean;
}

export interface Run {
  readonly calls: number;
  readonly waves: number;
  /** What the dry run said before. */
  readonly bound: { readonly calls: number; readonly waves: number };
}

/** Runs the queries of a catalogue against its sources in a sandbox, each on a gateway of its own. */
export async function measure(
  { sources, queries, truth, identity = {}, lists = everyList }: Catalogue,
  sandbox: Sandbox,
): Promise<readonly Measured[]> {
  const schema = createSchema();
  const scout = start(sandbox, sources);
  const holdings = holdingsIn(sandbox, truth, scout);
  const measured: Measured[] = [];
  for (const query of queries)
    measured.push(await measureOne(query, holdings, schema, sandbox, { sources, identity, lists }));
  await scout.close();
  return measured;
}

/** @param scout a gateway that is asked for ids, and is not measured */
export function holdingsIn(sandbox: Sandbox, truth: Catalogue['truth'], scout: Gateway): Holdings {
  return {
    truth: truth(sandbox.portfolio),
    portfolio: sandbox.portfolio,
    async ids(list, first, filter) {
      const narrowed = filter === undefined ? '' : `, filter: ${filter}`;
      const document = `{ list: ${list}(first: ${first}${narrowed}) { nodes { id } } }`;
      const { data } = await ask<{ list: { nodes: readonly { id: string }[] } }>(scout, document, {}, 'off');
      return data.list.nodes.map(({ id }) => id);
    },
  };
}

async function measureOne(
  { title, query, variables, floor }: CountedQuery,
  holdings: Holdings,
  schema: GraphQLSchema,
  sandbox: Sandbox,
  { sources, identity, lists }: Required<Pick<Catalogue, 'sources' | 'identity' | 'lists'>>,
): Promise<Measured> {
  const values = (await variables?.(holdings)) ?? {};
  const gateway = start(sandbox, sources, identity);
  const first = await run(gateway, query, values);
  await readAll(gateway, listsOf(schema, query, lists));
  const known = await run(gateway, query, values);
  await gateway.close();

  const own = connect(sandbox, sources);
  const plain = await runPlain(schema, own, parse(query), values);
  await Promise.all(own.map(({ client }) => client.close()));
  return {
    title,
    query,
    floor: floor(known.data as never, holdings),
    first: first.run,
    known: known.run,
    plain: plain.calls.length,
    isSame:
      plain.result.errors === undefined &&
      isDeepStrictEqual(timeless(plain.result.data), timeless(known.data)),
  };
}

/** An answer without the times at which its records were fetched, and until which its links to files hold. */
function timeless(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => {
      if (key === 'fetchedAt') return undefined;
      return typeof value === 'string' && value.includes(documentsPath) ? documentsPath : value;
    }),
  );
}

/** Of some lists those whose records the query reads, in whatever place. */
function listsOf(schema: GraphQLSchema, query: string, lists: readonly string[]): readonly string[] {
  const types = new TypeInfo(schema);
  const read = new Set<string>();
  const note = (): void => void read.add(nameIn(types.getType()));
  visit(parse(query), visitWithTypeInfo(types, { enter: note }));
  const fields = schema.getQueryType()?.getFields() ?? {};
  return lists.filter((name) => read.has(nameIn(fields[name]?.type).replace('Connection', '')));
}

/** The type that a type is a list of, or is not null of. */
function nameIn(type: unknown): string {
  return String(type).replace(/[[\]!]/g, '');
}

const everyList = ['buildings', 'units', 'persons', 'leases', 'issues', 'documents'];

/** Whoever has read the lists to their ends knows how long they are: not all of them say so before. */
export async function readAll(gateway: Gateway, lists: readonly string[] = everyList): Promise<void> {
  for (const list of lists) {
    const document = `query ($after: String) {
      list: ${list}(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount }
    }`;
    for (let after: string | null = null, isMore = true; isMore;) {
      const { data }: Asked<{ readonly list: ListPage }> = await ask(gateway, document, { after }, 'off');
      ({ hasNextPage: isMore, endCursor: after } = data.list.pageInfo);
    }
  }
}

interface ListPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function connect(sandbox: Sandbox, sources: readonly SystemName[]) {
  return connectSources(
    sandboxSources(sandbox).filter(({ settings }) => sources.includes(settings.id as SystemName)),
  );
}

export function start(sandbox: Sandbox, sources: readonly SystemName[], identity: object = {}): Gateway {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return createGateway({
    sources: connect(sandbox, sources),
    cursorKeys: ['a key of this one run'],
    log: quiet,
    identity: identitySettings.parse(identity),
  });
}

async function run(
  gateway: Gateway,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly run: Run; readonly data: unknown }> {
  const dry = await ask(gateway, query, variables, 'dry-run');
  const real = await ask<unknown>(gateway, query, variables, 'log');
  const { calls, waves } = real.upstream.total;
  return { data: real.data, run: { calls, waves, bound: dry.upstream.total } };
}

export interface Asked<D> {
  readonly data: D;
  /** Calls that were made, or that would be made at most. */
  readonly upstream: {
    readonly total: Counts;
    readonly sources: readonly (Counts & { readonly source: string })[];
  };
}

interface Counts {
  readonly calls: number;
  readonly waves: number;
}

export async function ask<D>(
  gateway: Gateway,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  upstream: 'log' | 'dry-run' | 'off',
): Promise<Asked<D>> {
  const response = await gateway.yoga.fetch('http://gateway/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'gatehouse-upstream': upstream },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors, extensions } = (await response.json()) as {
    readonly data: D;
    readonly errors?: readonly { readonly message: string }[];
    readonly extensions?: { readonly upstream: Asked<D>['upstream'] };
  };
  if (errors !== undefined) throw new Error(`${query}: ${errors.map(({ message }) => message).join(', ')}`);
  return { data, upstream: extensions?.upstream ?? { total: { calls: 0, waves: 0 }, sources: [] } };
}
