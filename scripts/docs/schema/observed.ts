import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { request } from 'undici';
import { declarations } from '../../../resolvers/declarations.js';
import { connectSources } from '../../../src/config/config.js';
import { sandboxSources } from '../../../src/config/sandbox-sources.js';
import type { ProviderName, Source } from '../../../src/domain/provider.js';
import { capabilitiesOf } from '../../../src/edges/capabilities.js';
import { startSandbox } from '../../../src/sandbox/index.js';
import { createGateway } from '../../../src/server.js';
import { fieldOf, objectType, plainFields, plainSelection, selectionOf } from './selection.js';

/**
 * What each provider fills, and from where. Nobody writes it down, so that it cannot be wrong for long: all records of the
 * stand-ins are read through the gateway to see what is filled, and dry runs of each field alone tell what is called.
 */
export interface Observed {
  /** Members that some record of the provider had a value in, as `Building.name`, those of values too. */
  readonly filled: ReadonlySet<string>;
  /**
   * Path templates, in the order of the provider's table. `Query.buildings`: of the list; `Building.name`: of the list where
   * it is asked for this field; `Building.units`, which leads to other records: of what is called besides.
   */
  readonly calls: ReadonlyMap<string, readonly string[]>;
  /** Path templates that a record of the type takes where its id is known, by type. */
  readonly byId: ReadonlyMap<string, readonly string[]>;
}

/** How records are reached: in a root list, or through a member of the records that stand in one. */
interface Reach {
  readonly type: string;
  readonly list: string;
  readonly through?: { readonly type: string; readonly field: string };
}

const reaches: readonly Reach[] = [
  { type: 'Building', list: 'buildings' },
  { type: 'Unit', list: 'units' },
  { type: 'Person', list: 'persons' },
  { type: 'Lease', list: 'leases' },
  { type: 'Person', list: 'leases', through: { type: 'Lease', field: 'tenants' } },
  { type: 'Issue', list: 'issues' },
  { type: 'Comment', list: 'issues', through: { type: 'Issue', field: 'comments' } },
  { type: 'Task', list: 'issues', through: { type: 'Issue', field: 'tasks' } },
  { type: 'Document', list: 'documents' },
];

/** Enough for every member that is ever filled to be filled in some record, and few enough to read all of them. */
const portfolio = { seed: 7, buildings: 6 };

type Row = Readonly<Record<string, unknown>>;

interface Page {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly endCursor: string | null };
}

/** What a dry run says of calls, by source. */
type Paths = ReadonlyMap<string, readonly string[]>;

export async function observe(schema: GraphQLSchema): Promise<ReadonlyMap<ProviderName, Observed>> {
  const sandbox = await startSandbox(portfolio);
  const sources = connectSources(sandboxSources(sandbox));
  const gateway = createGateway({
    sources,
    cursorKeys: ['a key that only these pages use'],
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    stopGrace: 0,
  });
  const tools = { schema, ask: askAt(`${await gateway.listen(0, '127.0.0.1')}/graphql`, sources) };
  const observed = sources.map((source) => ({
    source,
    filled: new Set<string>(),
    calls: new Map(),
    byId: new Map(),
  }));
  // Dry runs go first: what has been read once may be found in another way the next time.
  for (const reach of reaches) await noteCalls(tools, reach, observed);
  for (const reach of reaches) {
    for (const each of observed) await noteRecords(tools, reach, each);
  }
  await gateway.close();
  await sandbox.close();
  return new Map(observed.map(({ source, ...each }) => [source.provider, each]));
}

interface Notes {
  readonly source: Source;
  readonly filled: Set<string>;
  readonly calls: Map<string, readonly string[]>;
  readonly byId: Map<string, readonly string[]>;
}

interface Tools {
  readonly schema: GraphQLSchema;
  readonly ask: { read(query: string): Promise<Row>; dryRun(query: string): Promise<Paths> };
}

function askAt(url: string, sources: readonly Source[]): Tools['ask'] {
  const send = async (query: string, mode: string) => {
    const { body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'gatehouse-upstream': mode },
      body: JSON.stringify({ query }),
    });
    const answer = (await body.json()) as {
      readonly data?: Row | null;
      readonly errors?: readonly { readonly message: string }[];
      readonly extensions?: {
        readonly upstream: { readonly calls: readonly { source: string; path: string }[] };
      };
    };
    if (answer.errors !== undefined) throw new Error(`${query}: ${answer.errors[0]?.message ?? ''}`);
    return answer;
  };
  return {
    read: async (query) => (await send(query, 'off')).data ?? {},
    async dryRun(query) {
      const calls = (await send(query, 'dry-run')).extensions?.upstream.calls ?? [];
      return new Map(
        sources.map(({ id, endpoints }) => {
          const taken = new Set(calls.filter(({ source }) => source === id).map(({ path }) => path));
          return [id, endpoints.map(({ path }) => path).filter((path) => taken.has(path))];
        }),
      );
    },
  };
}

/** What members of a list's records look like in a query. */
function within({ schema }: Tools, { through }: Reach, inner: string): string {
  return through === undefined
    ? inner
    : selectionOf(fieldOf(objectType(schema, through.type), through.field), () => inner);
}

/** Whether a source has records that are reached like this, other than those of the other ways. */
function isReached({ port }: Source, { type, through }: Reach): boolean {
  return through === undefined
    ? supports(port, type, null)
    : supports(port, through.type, through.field) && (type !== 'Person' || port.otherPersons !== undefined);
}

function supports(port: Source['port'], type: string, edge: string | null): boolean {
  return capabilitiesOf({ port }, declarations).some(
    (each) => each.type === type && each.edge === edge && each.support !== 'UNSUPPORTED',
  );
}

async function noteCalls(tools: Tools, reach: Reach, observed: readonly Notes[]): Promise<void> {
  const { type: name, list, through } = reach;
  const type = objectType(tools.schema, name);
  const of = (inner: string): Promise<Paths> =>
    tools.ask.dryRun(`{ ${list}(first: 100) { nodes { ${within(tools, reach, inner)} } } }`);
  const there = observed.filter(({ source }) => isReached(source, reach));
  const add = ({ calls, source }: Notes, field: string, paths: readonly string[]): void => {
    const known = [...(calls.get(field) ?? []), ...paths];
    calls.set(
      field,
      source.endpoints.map(({ path }) => path).filter((path) => known.includes(path)),
    );
  };

  // A member that stands in each record: of a bare id, nothing would have to be read.
  const base = await of('raw');
  const whole = await of(plainSelection(type));
  for (const each of there)
    if (through === undefined) add(each, `Query.${list}`, base.get(each.source.id) ?? []);
  for (const field of Object.values(type.getFields())) {
    const isPlain = plainFields(type).includes(field);
    const leading = there.filter(({ source }) => supports(source.port, name, field.name));
    const concerned = isPlain
      ? // Where all members together take no more than the list, none takes more alone.
        there.filter(({ source }) => whole.get(source.id)?.join() !== base.get(source.id)?.join())
      : leading;
    const alone = concerned.length === 0 ? base : await of(selectionOf(field));
    for (const each of isPlain ? there : leading) {
      const paths = alone.get(each.source.id) ?? [];
      const more = paths.filter((path) => base.get(each.source.id)?.includes(path) !== true);
      add(each, `${name}.${field.name}`, isPlain || more.length === 0 ? paths : more);
    }
  }
}

async function noteRecords(tools: Tools, reach: Reach, { source, filled, byId }: Notes): Promise<void> {
  if (!isReached(source, reach)) return;
  const { type: name, list, through } = reach;
  const type = objectType(tools.schema, name);
  const inner = within(tools, reach, `id ${plainSelection(type)}`);
  const kinds = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const filter = `filter: { sources: [${JSON.stringify(source.id)}] }`;
    const data = await tools.ask.read(
      `{ ${list}(first: 100, after: ${JSON.stringify(after)}, ${filter}) { nodes { ${inner} } pageInfo { endCursor } } }`,
    );
    const { nodes, pageInfo } = data[list] as Page;
    const rows = through === undefined ? nodes : nodes.flatMap((row) => targetsOf(row[through.field]));
    for (const row of rows) {
      note(filled, type, row);
      // Which members a provider's record has tells what it is: records of other kinds may be read elsewhere.
      kinds.set(
        Object.keys(row['raw'] ?? {})
          .sort()
          .join(),
        row['id'] as string,
      );
    }
    if (nodes.length < 100) break;
    after = pageInfo.endCursor;
  }
  const paths = await tools.ask.dryRun(
    `{ nodes(ids: ${JSON.stringify([...kinds.values()])}) { ... on ${name} { raw } } }`,
  );
  const known = [...(byId.get(name) ?? []), ...(paths.get(source.id) ?? [])];
  byId.set(
    name,
    source.endpoints.map(({ path }) => path).filter((path) => known.includes(path)),
  );
}

/** The records or values that a member holds, whichever way. */
function targetsOf(value: unknown): readonly Row[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value as readonly Row[];
  return 'nodes' in (value as Row) ? (value as Page).nodes : [value as Row];
}

/** Notes the members of a record that hold a value, and those of the values in it. */
function note(filled: Set<string>, type: GraphQLObjectType, row: Row): void {
  for (const [member, value] of Object.entries(row)) {
    const field = type.getFields()[member];
    if (field === undefined || !isValue(value)) continue;
    filled.add(`${type.name}.${member}`);
    const inner = getNamedType(field.type);
    if (!isObjectType(inner)) continue;
    for (const each of targetsOf(value)) note(filled, inner, each);
  }
}

/** UNKNOWN is a provider's silence in a word. */
function isValue(value: unknown): boolean {
  return value !== null && value !== 'UNKNOWN' && !(Array.isArray(value) && value.length === 0);
}
