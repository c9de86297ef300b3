import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { toGlobalId } from '../domain/global-id.js';
import type { NodeRecord } from '../domain/index.js';
import type { EdgeLoaderName, ListLoaderName, Source } from '../domain/provider.js';
import { BadInputError } from '../errors.js';
import { selects } from '../execution/selection.js';
import {
  chooseSources,
  decodeFilter,
  matchesNothing,
  narrowFilter,
  type RawFilter,
} from '../filters/decode.js';
import { residualMatch } from '../filters/match.js';
import { relatedListing } from '../filters/relations.js';
import {
  readConnection,
  type ConnectionSource,
  type ConnectionWindow,
  type SourceOutcome,
} from '../pagination/connection.js';
import type { ConnectionState, CursorScope } from '../pagination/cursor.js';
import { filterListing } from '../pagination/filter.js';
import { arrayListing, emptyListing, type Listing } from '../pagination/listing.js';
import { toSourceError } from '../graphql-errors.js';

/** Arguments that every connection has. */
export interface ConnectionArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

const defaultFirst = 25;
const maxFirst = 100;

/** A root list: all chosen sources as one connection. */
export async function rootConnection<L extends ListLoaderName>(
  list: L,
  args: ConnectionArgs & { readonly filter?: RawFilter },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object> {
  const filter = decodeFilter<L>(args.filter);
  const sources = chooseSources(context.sources, filter).map((source) => ({
    origin: originOf(source),
    listing: rootListing(list, narrowFilter(filter, source), source, context),
  }));
  return connect(sources, { field: `Query.${list}`, subject: args.filter ?? {} }, args, context, info);
}

function rootListing<L extends ListLoaderName>(
  list: L,
  filter: Parameters<Context['loaders']['list']>[2],
  source: Source,
  context: Context,
): Listing<NodeRecord> | null {
  const pushed = source.port[list]?.pushes ?? [];
  const related = relatedListing(list, filter, pushed, source, context.loaders);
  // Rows that were reached over an edge are not yet narrowed by anything else.
  const rows = related === undefined ? context.loaders.list(list, source, filter) : related;
  if (rows === null) return null;
  if (matchesNothing(filter)) return emptyListing;
  const matches = residualMatch(list, filter, related === undefined ? pushed : []);
  return matches === null ? rows : filterListing(rows, matches, undefined, () => callBudget(source, context));
}

/** Says when a scan has made the calls that the source's settings allow one read. */
function callBudget({ id, scanCalls }: Source, { operation }: Context): () => boolean {
  const made = (): number => operation.log.calls.filter((call) => call.source === id).length;
  const before = made();
  return () => made() - before >= scanCalls;
}

/** The rows that hang on one record: a connection over the record's own source. */
export async function edgeConnection(
  field: string,
  loader: EdgeLoaderName,
  parent: NodeRecord,
  embedded: readonly NodeRecord[] | undefined,
  args: ConnectionArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object> {
  const source = context.sources.find((each) => each.id === parent.ref.source);
  if (source === undefined) throw new TypeError('a record of a source that the request does not see');
  const listing =
    embedded === undefined
      ? ((await context.loaders.edge(loader, parent as never)) as Listing<NodeRecord> | null)
      : arrayListing(() => embedded);
  return connect(
    [{ origin: originOf(source), listing }],
    { field, subject: toGlobalId(parent.ref) },
    args,
    context,
    info,
  );
}

function originOf(source: Source): ConnectionSource<never>['origin'] {
  return { source: source.id, provider: source.provider };
}

async function connect(
  sources: readonly ConnectionSource<NodeRecord>[],
  scope: CursorScope,
  args: ConnectionArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object> {
  const configured = new Set(context.sources.map((source) => source.id));
  const after = args.after ?? null;
  const state: ConnectionState = after === null ? new Map() : context.cursors.read(scope, after, configured);
  const window = await readConnection(
    sources,
    {
      first: requireFirst(args.first),
      state,
      wantsMore: selects(info, ['pageInfo', 'hasNextPage']),
      wantsTotal: selects(info, ['totalCount']),
    },
    context.operation,
  );
  reportFailures(window, context, info);
  return toConnection(window, (at) => context.cursors.write(scope, at));
}

function requireFirst(first: number | null | undefined): number {
  const value = first ?? defaultFirst;
  if (value < 1 || value > maxFirst) {
    throw new BadInputError(
      `first: must be between 1 and ${maxFirst}, got ${value}; page on with \`after\`.`,
    );
  }
  return value;
}

/** A connection that lost a source still has a value; its failure joins `errors` when the operation ends. */
function reportFailures(
  window: ConnectionWindow<NodeRecord>,
  context: Context,
  info: GraphQLResolveInfo,
): void {
  const failed = window.outcomes.filter((outcome) => outcome.status === 'FAILED');
  if (failed.length === 0) return;
  const path: (string | number)[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at !== undefined; at = at.prev)
    path.unshift(at.key);
  for (const { error } of failed) context.operation.failures.push({ path, error });
}

/** The connection as GraphQL reads it. Cursors are signed only where they are selected. */
function toConnection(
  window: ConnectionWindow<NodeRecord>,
  write: (state: ConnectionState) => string,
): object {
  const { rows } = window;
  const first = rows[0];
  return {
    edges: () => rows.map(({ value, state }) => ({ node: value, cursor: () => write(state) })),
    nodes: rows.map(({ value }) => value),
    pageInfo: {
      hasNextPage: window.hasNextPage,
      hasPreviousPage: false,
      startCursor: first === undefined ? null : () => write(first.state),
      endCursor: () => write(window.endState),
    },
    totalCount: window.total,
    sources: window.outcomes.map(toSourceResult),
  };
}

function toSourceResult(outcome: SourceOutcome): object {
  const result = {
    sourceId: outcome.origin.source,
    provider: outcome.origin.provider,
    status: outcome.status,
    error: null,
    truncated: false,
    fetchedAt: null,
  };
  switch (outcome.status) {
    case 'SKIPPED':
      return result;
    case 'FAILED':
      return { ...result, error: toSourceError(outcome.error) };
    default:
      return {
        ...result,
        ...oddities(outcome.warnings),
        truncated: outcome.truncated,
        fetchedAt: outcome.fetchedAt,
      };
  }
}

/** A source that answered oddly has answered in part: the oddity is named, the rows are given. */
function oddities(warnings: readonly string[]): object {
  if (warnings.length === 0) return {};
  const message = [...new Set(warnings)].join('; ');
  return {
    status: 'PARTIAL',
    error: { code: 'UPSTREAM_BAD_RESPONSE', message, retryable: false, retryAfter: null },
  };
}
