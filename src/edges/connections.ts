import type { Context } from '../context.js';
import { refKey, sameRef, toGlobalId } from '../domain/global-id.js';
import type { LinkableType } from '../domain/global-id.js';
import type { NodeRecord, NodeType, Ref } from '../domain/index.js';
import type { ListLoaderName, Lists, Source } from '../domain/provider.js';
import { scopeOfOrder } from '../domain/order.js';
import { BadInputError, ForbiddenError } from '../errors.js';
import {
  chooseSources,
  decodeFilter,
  isNarrowing,
  matchesNothing,
  narrowFilter,
  type RawFilter,
} from '../filters/decode.js';
import { residualMatch } from '../filters/match.js';
import { relatedListing } from '../filters/relations.js';
import { toSourceError } from '../graphql-errors.js';
import { listOf } from '../identity/rules.js';
import type { KeptRead } from '../http/session.js';
import type { Opened } from '../loaders/loaders.js';
import { arrayListing } from '../pagination/array.js';
import {
  readConnection,
  windowOfAll,
  type ConnectionAsk,
  type ConnectionSource,
  type ConnectionWindow,
  type SourceOutcome,
} from '../pagination/connection.js';
import type { ConnectionState, CursorScope } from '../pagination/cursor.js';
import { filterListing } from '../pagination/filter.js';
import { likeListing, emptyListing, type Listing } from '../pagination/listing.js';
import { start, type Position } from '../pagination/position.js';
import { createOrdering, openInOrder, sortsAtSource, type Ordering } from './ordering.js';

/** Arguments that every connection has. */
export interface ConnectionArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Arguments of a root list. */
export interface ListArgs extends ConnectionArgs {
  readonly filter?: RawFilter;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
}

/** Which of the members that can cost calls are selected. */
export interface Wants {
  readonly more: boolean;
  readonly total: boolean;
}

/** A connection that is ready to be read, or to be reckoned. */
export interface PreparedConnection {
  readonly sources: readonly ConnectionSource<NodeRecord>[];
  readonly ask: ConnectionAsk<NodeRecord>;
  readonly scope: CursorScope;
}

/** A connection as GraphQL reads it. */
export interface Connection<T = NodeRecord> {
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: object;
  readonly totalCount: number | null;
  readonly sources: readonly object[];
  /** Why sources failed: the connection has a value all the same, so these join `errors` at its path. */
  readonly failures: readonly Error[];
}

export function isConnection(value: unknown): value is Connection<object> {
  return typeof value === 'object' && value !== null && 'failures' in value && 'pageInfo' in value;
}

const defaultFirst = 25;
const mostRows = 100;

/** A root list: all chosen sources as one connection. */
export function prepareList(
  list: ListLoaderName,
  args: ListArgs,
  wants: Wants,
  context: Context,
  wave = 0,
): PreparedConnection {
  const { orderBy } = args;
  if (orderBy !== null && orderBy !== undefined) requireOrder(list, orderBy.field, context);
  const filter = decodeFilter<ListLoaderName>(args.filter);
  const ordering =
    orderBy && createOrdering(list, { field: orderBy.field, descending: orderBy.direction === 'DESC' });
  const sources = chooseSources(context.sources, filter).map((source) =>
    toConnectionSource(
      source,
      openList(list, narrowFilter(filter, source), source, ordering ?? null, context, wave),
    ),
  );
  const scope = { field: `Query.${list}`, subject: { filter: args.filter ?? {}, orderBy: orderBy ?? null } };
  const ask = askOf(scope, args, wants, context);
  return { sources, scope, ask: ordering ? { ...ask, compare: ordering.compare } : ask };
}

/** What may not be seen must not be told by where a row stands either. */
function requireOrder(list: ListLoaderName, field: string, { caller }: Context): void {
  const scope = scopeOfOrder(list, field);
  if (scope !== null && !caller.scopes.has(scope))
    throw new ForbiddenError(`An order of ${list} by ${field}`, [scope]);
}

function openList<L extends ListLoaderName>(
  list: L,
  filter: Lists[L]['filter'],
  source: Source,
  ordering: Ordering | null,
  context: Context,
  wave: number,
): Opened | null {
  const pushed: readonly PropertyKey[] = source.port[list]?.pushes ?? [];
  const related = relatedListing(list, filter, pushed, source, context.loaders, wave);
  // Rows that were reached over an edge are not yet narrowed by anything else.
  const matches = residualMatch(list, filter, related === undefined ? pushed : [], context.caller.scopes);
  const narrow = (listing: Listing<NodeRecord>): Listing<NodeRecord> =>
    matches === null
      ? listing
      : filterListing(listing, matches as (row: NodeRecord) => boolean, callBudget(source, context));

  const opened =
    related === undefined ? context.loaders.list(list, source, filter, undefined, wave) : related;
  if (opened === null) return null;
  const isWhole = isReadWhole(list, filter, source, context);
  const plain = isWhole
    ? { ...opened, listing: cutOfWhole(opened.listing, context.registry.settings.maxRecords) }
    : opened;
  if (isWhole && ordering === null) return plain;
  // There is no row like any.
  if (matchesNothing(filter)) return { listing: emptyListing, waves: opened.waves };
  if (ordering === null) return { ...opened, listing: narrow(opened.listing) };
  const asked =
    related === undefined && sortsAtSource(source, ordering, filter)
      ? context.loaders.list(list, source, filter, ordering.order, wave)
      : null;
  return openInOrder(ordering, source, { plain, asked, narrow });
}

/** Says when a scan has made the calls that the source's settings allow one read. */
function callBudget({ id, scanCalls }: Source, { operation }: Context) {
  const made = (): number => operation.log.calls.filter((call) => call.source === id && !call.login).length;
  return {
    calls: scanCalls,
    start: () => {
      const before = made();
      return () => made() - before >= scanCalls;
    },
  };
}

/** The rows that hang on one record: a connection over the record's own source. `opened` is `null` where it cannot serve them. */
export function prepareEdge(
  field: string,
  parent: Ref<NodeType>,
  opened: Opened | null,
  args: ConnectionArgs,
  wants: Wants,
  context: Context,
): PreparedConnection {
  const source = context.sources.find((each) => each.id === parent.source);
  if (source === undefined) throw new TypeError('a record of a source that the request does not see');
  const scope = { field, subject: toGlobalId(parent) };
  return { sources: [toConnectionSource(source, opened)], scope, ask: askOf(scope, args, wants, context) };
}

/** Rows that hang on several records that are one thing: a connection over their sources. */
export function prepareJoined(
  field: string,
  subject: string,
  opened: ReadonlyMap<Source, Opened | null>,
  args: ConnectionArgs,
  wants: Wants,
  context: Context,
): PreparedConnection {
  const scope = { field, subject };
  const sources = [...opened].map(([source, each]) => toConnectionSource(source, each));
  return { sources, scope, ask: askOf(scope, args, wants, context) };
}

/**
 * The first page of an edge of which all rows are here: what `readPrepared` would bring, without waiting. `null` where it
 * takes more than cutting them off, since a row stands in them twice.
 *
 * @param field the type and the field, e.g. `Building.units`
 */
export function connectionOfAll(
  field: string,
  parent: Ref<NodeType>,
  rows: readonly NodeRecord[],
  { first, wants, source, at, kept }: AllAsk,
  context: Context,
): Connection | null {
  if (!areDistinct(rows)) return null;
  return new ConnectionOfAll(rows, first, wants.total, () => {
    const scope = { field, subject: toGlobalId(parent) };
    const origin = { source: source.id, provider: source.provider };
    const window = windowOfAll(rows, { first, origin, at, kept, key: (row) => refKey(row.ref) });
    return new WindowConnection(window, (state) => context.cursors.write(scope, state));
  });
}

/** What the connections of one edge of many parents have in common. */
export interface AllAsk {
  readonly first: number;
  readonly wants: Wants;
  readonly source: Source;
  /** When the rows arrived, and what they were kept from, if they were. */
  readonly at: Date;
  readonly kept: KeptRead | null;
}

/** Whether each record stands in a list once. Most lists have so few that comparing all with all is the least work. */
function areDistinct(rows: readonly NodeRecord[]): boolean {
  if (rows.length > 8) return new Set(rows.map(({ ref }) => refKey(ref))).size === rows.length;
  for (let one = 1; one < rows.length; one += 1)
    for (let other = 0; other < one; other += 1)
      if (sameRef((rows[one] as NodeRecord).ref, (rows[other] as NodeRecord).ref)) return false;
  return true;
}

/** Whether this operation reads all rows of a list anyway, to know which of them are the same as others. */
function isReadWhole(list: ListLoaderName, filter: object, source: Source, { identity }: Context): boolean {
  const type = linkableIn(list);
  return (
    !isNarrowing(filter as RawFilter) && type !== undefined && identity.snapshots.isReading(type, source)
  );
}

function linkableIn(list: ListLoaderName): LinkableType | undefined {
  return (Object.keys(listOf) as LinkableType[]).find((type) => listOf[type] === list);
}

/**
 * A first page as the beginning of the whole list: the same calls, where that is read as well. Where the whole list fails,
 * its beginning may still be had.
 */
function cutOfWhole<T>(listing: Listing<T>, most: number): Listing<T> {
  return {
    ...likeListing(listing),
    async read(ask) {
      if (ask.from !== start || ask.limit >= most) return listing.read(ask);
      const all = await listing.read({ ...ask, limit: most, needMore: true }).catch(() => null);
      if (all === null) return listing.read(ask);
      const { rows, more, ...whole } = all;
      return { ...whole, rows: rows.slice(0, ask.limit), more: rows.length > ask.limit || more };
    },
  };
}

/** The rows of a source that match a filter, as a root list would give them; `null` where it has none. */
export function openFiltered(
  list: ListLoaderName,
  raw: RawFilter,
  source: Source,
  context: Context,
): readonly (Opened | null)[] {
  const filter = narrowFilter(decodeFilter<ListLoaderName>(raw), source);
  const opened = openList(list, filter, source, null, context, 0);
  const others = list === 'persons' ? context.loaders.otherPersons(source, filter) : null;
  const matches = residualMatch<'persons'>('persons', filter, [], context.caller.scopes);
  if (others === null || matches === null) return [opened, others];
  const listing = filterListing(
    others.listing,
    matches as (row: NodeRecord) => boolean,
    callBudget(source, context),
  );
  return [opened, { ...others, listing }];
}

/** A window over rows that are at hand: where it begins, and what a cursor at a position holds. */
export function windowOf(
  scope: CursorScope,
  { first, after }: ConnectionArgs,
  context: Context,
): {
  readonly first: number;
  readonly from: Position;
  readonly state: ConnectionState;
  stateAt(position: Position): ConnectionState;
} {
  const state: ConnectionState =
    after === null || after === undefined
      ? new Map<string, Position>()
      : context.cursors.read(scope, after, new Set([atHand]));
  const position = state.get(atHand) ?? start;
  return {
    first: requireFirst(first),
    from: position === 'end' ? start : position,
    state,
    stateAt: (next) => new Map([[atHand, next]]),
  };
}

/** Stands in a cursor where a connection over sources names them. */
const atHand = 'all';

/** Rows that stand in their parent's answer. */
export function openEmbedded(rows: readonly NodeRecord[], wave: number): Opened {
  const listing = arrayListing({ load: () => rows, key: (row) => refKey(row.ref) });
  return { listing, waves: { wave, follow: () => undefined } };
}

function toConnectionSource(source: Source, opened: Opened | null): ConnectionSource<NodeRecord> {
  const origin = { source: source.id, provider: source.provider };
  if (opened === null) return { origin, listing: null };
  const { listing, waves, kinds } = opened;
  return { origin, listing, waves, ...(kinds && { kinds }) };
}

function askOf(
  scope: CursorScope,
  { first, after }: ConnectionArgs,
  wants: Wants,
  context: Context,
): ConnectionAsk<NodeRecord> {
  const configured = new Set(context.sources.map((source) => source.id));
  const state: ConnectionState =
    after === null || after === undefined ? new Map() : context.cursors.read(scope, after, configured);
  return { first: requireFirst(first), state, wantsMore: wants.more, wantsTotal: wants.total };
}

export function requireFirst(first: number | null | undefined): number {
  const value = first ?? defaultFirst;
  if (value < 1 || value > mostRows) {
    throw new BadInputError(`first: must be between 1 and ${mostRows}; page on with \`after\`.`);
  }
  return value;
}

export async function readPrepared(
  { sources, ask, scope }: PreparedConnection,
  context: Context,
): Promise<Connection> {
  const window = await readConnection(sources, ask, context.operation);
  return toConnection(window, (at) => context.cursors.write(scope, at));
}

/** How many waves it took to read a connection; of one source, where it is named. */
export function waveOf({ sources }: PreparedConnection, source?: string): number {
  return sources
    .filter(({ origin }) => source === undefined || origin.source === source)
    .reduce((deepest, { waves }) => Math.max(deepest, waves?.wave ?? 0), 0);
}

/** Cursors are signed only where they are selected. */
export function toConnection<T = NodeRecord>(
  window: ConnectionWindow<T>,
  write: (state: ConnectionState) => string,
): Connection<T> {
  return new WindowConnection(window, write);
}

/**
 * What GraphQL reads of a window, each part worked out when it is asked for: a query may have a thousand connections, and
 * of most it wants the nodes alone.
 */
class WindowConnection<T> implements Connection<T> {
  readonly nodes: readonly T[];
  readonly totalCount: number | null;
  readonly failures: readonly Error[];
  readonly #window: ConnectionWindow<T>;
  readonly #write: (state: ConnectionState) => string;

  constructor(window: ConnectionWindow<T>, write: (state: ConnectionState) => string) {
    this.nodes = window.rows.map(({ value }) => value);
    this.totalCount = window.total;
    this.failures = window.outcomes.flatMap((outcome) =>
      outcome.status === 'FAILED' ? [outcome.error] : [],
    );
    this.#window = window;
    this.#write = write;
  }

  get edges(): readonly { readonly node: T; readonly cursor: string }[] {
    const write = this.#write;
    return this.#window.rows.map((row) => ({
      node: row.value,
      get cursor() {
        return write(row.state());
      },
    }));
  }

  get pageInfo(): object {
    const { rows, endState, hasNextPage } = this.#window;
    const write = this.#write;
    return {
      hasNextPage,
      hasPreviousPage: false,
      get startCursor() {
        return rows[0] === undefined ? null : write(rows[0].state());
      },
      get endCursor() {
        return write(endState());
      },
    };
  }

  get sources(): readonly object[] {
    return this.#window.outcomes.map(toSourceResult);
  }
}

/** A connection over rows that are all here: everything but the nodes is worked out when it is asked for. */
class ConnectionOfAll<T> implements Connection<T> {
  readonly nodes: readonly T[];
  readonly totalCount: number | null;
  readonly failures: readonly Error[] = none;
  readonly #make: () => Connection<T>;
  #made: Connection<T> | undefined;

  constructor(rows: readonly T[], first: number, wantsTotal: boolean, make: () => Connection<T>) {
    this.nodes = rows.length > first ? rows.slice(0, first) : rows;
    this.totalCount = wantsTotal ? rows.length : null;
    this.#make = make;
  }

  get edges(): Connection<T>['edges'] {
    return this.#all().edges;
  }

  get pageInfo(): object {
    return this.#all().pageInfo;
  }

  get sources(): readonly object[] {
    return this.#all().sources;
  }

  #all(): Connection<T> {
    return (this.#made ??= this.#make());
  }
}

const none: readonly Error[] = [];

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
        ...(outcome.insteadOf === null ? {} : { error: toSourceError(outcome.insteadOf) }),
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
