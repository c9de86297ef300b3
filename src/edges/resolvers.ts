import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { standIn } from '../execution/stand-in.js';
import { stubOf } from '../execution/same-as.js';
import { objectType } from '../execution/run.js';
import { toGlobalId } from '../domain/global-id.js';
import { isRef, type Link, type Maybe, type NodeRecord, type Ref } from '../domain/index.js';
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
import { recordSource } from './record-source.js';
import {
  comparedFor,
  conflictIn,
  inPreferredOrder,
  merge,
  requireMerged,
  toConflict,
  type Said,
} from '../identity/merge.js';
import { prepareJoinedPage, readLinkedPage } from '../identity/linked-edges.js';
import { type LinkedListArgs, readLinkedList } from '../identity/linked-list.js';
import { readLinkedById, readLinkedOne } from '../identity/linked-lookup.js';
import { type LinkedRecord, readBuildingOf, readMembers } from '../identity/linked-record.js';
import { readLinks, type LinkRows } from '../identity/same-as.js';
import {
  isLinkedEdge,
  type AnyEdge,
  type DetailLoader,
  type Graph,
  type LinkedEdge,
  type RootField,
  type TypeDeclaration,
} from './declaration.js';
import { suffices } from './links.js';
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
  if ('linkedList' in declared) {
    return async (_, args: LinkedListArgs, context, info) =>
      tellFailures((await readLinkedList(declared.linkedList, args, context)).value, context, info);
  }
  if ('linkedOne' in declared) {
    return async (_, args: Readonly<Record<string, string>>, context, info) =>
      tellFailures((await readLinkedOne(declared.linkedOne, args, context)).value, context, info);
  }
  return async (_, args: Readonly<Record<string, unknown>>, context, info) => {
    const found = refsIn(declared, args, context).map(async (ref) => {
      if (ref === null) return null;
      if ('linked' in ref) {
        const { value } = await readLinkedById(ref.linked, context);
        return 'byIds' in declared ? value : tellFailures(value, context, info);
      }
      // A record that a client names must be seen to exist, whatever is wanted of it.
      return load(ref, byId(ref), context, wantedOf(ref, context, info));
    });
    if (!('byIds' in declared)) return found[0];
    // A failure takes its own place in the list, and no other.
    return Promise.all(found.map((each) => each.catch(toError)));
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
    return async (parent, _, context, info) => {
      try {
        return await tell(
          parent,
          detail,
          field,
          context,
          (record) => (record as Record<string, unknown>)[field],
        );
      } catch (error) {
        const instead = standIn(info.returnType, error);
        if (instead === undefined) throw error;
        tellFailures({ failures: [error as Error] }, context, info);
        return instead;
      }
    };
  }
  if ('leaf' in edge) return (parent, _, context) => edge.leaf(parent as object, context);
  if ('same' in edge) {
    return async (parent, _, context, info) => {
      const { value } = await readLinks(parent as NodeRecord, context, 0);
      await keepLinks(graph, value, context, info);
      return tellFailures(value, context, info);
    };
  }
  if (isLinkedEdge(edge)) return linkedResolverOf(graph, field, edge);
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
        unique.map((link) => follow(link, edge.loader, context, info).catch(toError)),
      );
      return records.filter((record) => record !== null);
    };
  }
  if ('node' in edge) {
    return async (parent, _, context, info) => {
      const link = await tell(parent, detail, field, context, edge.key);
      if (link === null || link === undefined) return null;
      return stubs.get(parent as object) ?? (isRef(link) ? follow(link, byId(link), context, info) : link);
    };
  }
  return async (parent, _, context, info) => {
    let link = await tell(parent, detail, field, context, edge.key);
    if (link === undefined && edge.through !== undefined) {
      link = await linkThrough(graph, type, edge.through, field, parent as object, context);
    }
    return link === null || link === undefined ? null : follow(link, edge.loader, context, info);
  };
}

/** A field of a real thing: of its records, one after the other, until one says something. */
function linkedResolverOf(graph: Graph, field: string, edge: LinkedEdge): Resolver {
  const say = (
    row: LinkedRecord,
    name: string,
    args: object,
    context: Context,
    info: GraphQLResolveInfo,
  ): Promise<readonly Said<NodeRecord>[]> => {
    const declared = graph.types.get(row.linked);
    const resolve = resolverOf(graph, row.linked, declared?.detail, name, declared?.edges[name]);
    return readMembers(row, new Set([name]), context, 0).then((members) => {
      const records = members.map(({ value }) => ({ record: value, source: value.ref.source }));
      const preferred = context.registry.settings.prefer[`${row.linked}.${name}`];
      return Promise.all(
        inPreferredOrder(records, preferred).map(async ({ record }) => ({
          record,
          value: await Promise.resolve(resolve(record, args, context, info)).catch(toError),
        })),
      );
    });
  };
  return async (parent, args: Readonly<Record<string, unknown>>, context, info) => {
    const row = parent as LinkedRecord;
    if ('members' in edge)
      return (await readMembers(row, wantedOf({ type: row.linked }, context, info), context, 0)).map(
        ({ value }) => value,
      );
    if ('merged' in edge) return merge(row.linked, field, await say(row, field, args, context, info)).value;
    if ('provenance' in edge) {
      const name = String(args['field']);
      requireMerged({ graph, schema: info.schema, caller: context.caller }, row.linked, name);
      const { from } = merge(row.linked, name, await say(row, name, {}, context, info));
      return from === null ? null : recordSource(from, context);
    }
    if ('conflicts' in edge) {
      const found = await Promise.all(
        comparedFor(row.linked, { schema: info.schema, caller: context.caller }).map(async (name) =>
          conflictIn(row.linked, name, await say(row, name, {}, context, info)),
        ),
      );
      return found.flatMap((conflict) => conflict ?? []).map((conflict) => toConflict(conflict, context));
    }
    if ('buildingOf' in edge) return tellFailures((await readBuildingOf(row, context)).value, context, info);
    if ('joinedLinked' in edge) {
      const target = { field, target: edge.joinedLinked, loader: edge.loader };
      return tellFailures((await readLinkedPage(row, target, args, context, 0)).value, context, info);
    }
    const page = { field, loader: edge.loader };
    return told(await prepareJoinedPage(row, page, args, wantsIn(info), context, 0), context, info);
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
  const record = await load(link, way.loader, context, new Set([field]));
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

/** The record behind a link; one that the parent's answer held costs nothing, nor does one of which only the id is wanted. */
async function follow(
  link: Link,
  loader: RecordLoaderName,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<object | null> {
  if (!isRef(link)) return link;
  const wanted = wantedOf(link, context, info);
  return suffices(link, wanted) ? { ref: link } : load(link, loader, context, wanted);
}

/** What stands for records that are known to be the same as another, and cannot be read. */
const stubs = new WeakMap<object, object>();

/** Links to what is no longer there are dropped; those to what cannot be read lead to what is known of it. */
async function keepLinks(
  graph: Graph,
  links: LinkRows,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<void> {
  const read = links.map(async (link) => {
    const { node } = link;
    const wanted = selectedNames(info, { type: node.type, scopes: context.caller.scopes }, 'node');
    if (suffices(node, wanted)) return node;
    const found = await load(node, byId(node), context, wanted).catch(toError);
    if (!(found instanceof Error)) return found;
    link.stale = true;
    links.failures.push(found);
    stubs.set(link, stubOf(objectType(info.schema, node.type), graph.types.get(node.type), link));
    return node;
  });
  const found = await Promise.all(read);
  const kept = links.filter((_, index) => found[index] !== null);
  links.splice(0, links.length, ...kept);
}

/** What is selected of a record, as the caller sees it. */
function wantedOf({ type }: Pick<Ref, 'type'>, { caller }: Context, info: GraphQLResolveInfo): Fields {
  return selectedNames(info, { type, scopes: caller.scopes });
}

async function load(
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
  return tellFailures(await readPrepared(prepared, context), context, info);
}

/** What has a value although a source failed: the failure joins `errors` at its path. */
function tellFailures<T extends { readonly failures: readonly Error[] } | null>(
  value: T,
  context: Context,
  info: GraphQLResolveInfo,
): T {
  const path: (string | number)[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at !== undefined; at = at.prev)
    path.unshift(at.key);
  for (const error of value?.failures ?? []) context.operation.failures.push({ path, error });
  return value;
}
