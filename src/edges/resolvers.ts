import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { toGlobalId } from '../domain/global-id.js';
import { isRef, type Link, type Maybe, type NodeRecord } from '../domain/index.js';
import type { Fields, RecordLoaderName } from '../domain/provider.js';
import { toError } from '../errors.js';
import { selectedNames, selects } from '../execution/selection.js';
import { byId } from '../loaders/by-id.js';
import { uniqueBy } from '../loaders/group.js';
import {
  openEmbedded,
  prepareEdge,
  prepareList,
  readPrepared,
  type Connection,
  type ConnectionArgs,
  type ListArgs,
  type PreparedConnection,
  type Wants,
} from './connections.js';
import type { AnyEdge, DetailLoader, Graph, RootField, TypeDeclaration } from './declaration.js';
import { refsIn } from './refs.js';

/**
 * The ordinary resolvers of the declared graph, one field of one object at a time. The gateway runs queries breadth first
 * (`src/execution`) and does not call them; they are what any other executor runs the schema by, and what the answers of
 * ours are compared with.
 */

type Resolver = GraphQLFieldResolver<unknown, Context>;
type OneEdge = Extract<AnyEdge, { one: string }>;

export function resolversOf(
  graph: Graph,
  { type, detail, edges }: TypeDeclaration,
  fields: readonly string[],
): Record<string, Resolver> {
  return Object.fromEntries(
    fields.map((field) => [field, resolverOf(graph, type, detail, field, edges[field])]),
  );
}

export function queryResolversOf({ query }: Graph): Record<string, Resolver> {
  return Object.fromEntries(
    Object.entries(query).map(([field, declared]) => [field, rootResolverOf(declared)]),
  );
}

function rootResolverOf(declared: RootField): Resolver {
  if ('leaf' in declared) return (_, __, context) => declared.leaf(context);
  if ('list' in declared) {
    return async (_, args: ListArgs, context, info) =>
      told(prepareList(declared.list, args, wantsIn(info), context), context, info);
  }
  return async (_, args: Readonly<Record<string, unknown>>, context, info) => {
    const found = refsIn(declared, args, context).map((ref) =>
      ref === null ? null : follow(ref, byId(ref), context, selectedNames(info)),
    );
    if (!('byIds' in declared)) return found[0];
    // A failure takes its own place in the list, and no other.
    return Promise.all(found.map((each) => each?.catch(toError) ?? Promise.resolve(null)));
  };
}

function resolverOf(
  graph: Graph,
  type: string,
  detail: DetailLoader | undefined,
  field: string,
  edge: AnyEdge | undefined,
): Resolver {
  if (edge === undefined || 'embed' in edge) {
    return (parent, _, context) =>
      tell(parent, detail, field, context, (record) => (record as Record<string, unknown>)[field]);
  }
  if ('leaf' in edge) return (parent, _, context) => edge.leaf(parent as object, context);
  if ('page' in edge) {
    return async (parent, args: ConnectionArgs, context, info) => {
      const record = parent as NodeRecord;
      const embedded = edge.embedded?.(record);
      const opened =
        embedded === undefined
          ? await context.loaders.edge(edge.loader, record, 0)
          : openEmbedded(embedded, 0);
      return told(
        prepareEdge(`${type}.${field}`, record.ref, opened, args, wantsIn(info), context),
        context,
        info,
      );
    };
  }
  if ('each' in edge) {
    return async (parent, _, context, info) => {
      const links = await tell(parent, detail, field, context, edge.keys);
      if (links === null || links === undefined) return null;
      // A provider may name the same record twice; a list of people has each once.
      const unique = uniqueBy(links, (link) => toGlobalId(isRef(link) ? link : (link as NodeRecord).ref));
      const records = await Promise.all(
        unique.map((link) => follow(link, edge.loader, context, selectedNames(info)).catch(toError)),
      );
      return records.filter((record) => record !== null);
    };
  }
  if ('node' in edge) {
    return async (parent, _, context, info) => {
      const link = await tell(parent, detail, field, context, edge.key);
      if (link === null || link === undefined) return null;
      return isRef(link) ? follow(link, byId(link), context, selectedNames(info)) : link;
    };
  }
  return async (parent, _, context, info) => {
    let link = await tell(parent, detail, field, context, edge.key);
    if (link === undefined && edge.through !== undefined) {
      link = await linkThrough(graph, type, edge.through, field, parent as object, context);
    }
    return link === null || link === undefined
      ? null
      : follow(link, edge.loader, context, selectedNames(info));
  };
}

/** The link of an edge that only another record knows, to which an edge of this one leads. */
async function linkThrough(
  graph: Graph,
  type: string,
  through: string,
  field: string,
  parent: object,
  context: Context,
): Promise<Maybe<Link>> {
  const way = graph.types.get(type)?.edges[through] as OneEdge;
  const there = graph.types.get(way.one);
  const edge = there?.edges[field] as OneEdge | undefined;
  const link = way.key(parent);
  if (link === null || link === undefined || edge === undefined) return null;
  const record = await follow(link, way.loader, context, new Set([field]));
  return record === null ? null : tell(record, there?.detail, field, context, edge.key);
}

/** Reads from the record, or from its detail where the record's answer did not say. */
function tell<V>(
  parent: unknown,
  detail: DetailLoader | undefined,
  field: string,
  context: Context,
  read: (record: object) => V,
): V | Promise<V> {
  const value = read(parent as object);
  if (value !== undefined || detail === undefined) return value;
  const { ref } = parent as NodeRecord;
  return context.loaders
    .record(detail, ref, new Set([field]), 0)
    .then((loaded) => (loaded.value === null ? value : read(loaded.value)));
}

/** The record behind a link; one that the parent's answer held costs nothing. */
async function follow(
  link: Link,
  loader: RecordLoaderName,
  context: Context,
  fields: Fields,
): Promise<object | null> {
  return isRef(link) ? (await context.loaders.record(loader, link, fields, 0)).value : link;
}

function wantsIn(info: GraphQLResolveInfo): Wants {
  return { more: selects(info, ['pageInfo', 'hasNextPage']), total: selects(info, ['totalCount']) };
}

/** A connection that lost a source still has a value; its failure joins `errors` when the operation ends. */
async function told(
  prepared: PreparedConnection,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection> {
  const connection = await readPrepared(prepared, context);
  const path: (string | number)[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at !== undefined; at = at.prev)
    path.unshift(at.key);
  for (const error of connection.failures) context.operation.failures.push({ path, error });
  return connection;
}
