import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { toGlobalId } from '../domain/global-id.js';
import { isRef, type Link, type NodeRecord, type Ref } from '../domain/index.js';
import type { RecordLoaderName } from '../domain/provider.js';
import { toError } from '../errors.js';
import { byId } from '../loaders/by-id.js';
import { uniqueBy } from '../loaders/group.js';
import { edgeConnection, type ConnectionArgs } from './connection-field.js';
import type { DetailLoader, TypeDeclaration } from './declaration.js';

/**
 * The ordinary resolvers of a declared type. A field of the SDL without an entry is a property of the record; where the
 * record's answer did not say (`undefined`), the type's detail loader is asked, and where that does not say either the
 * field is null.
 */

type Resolver = GraphQLFieldResolver<unknown, Context>;

export function resolversOf(
  declaration: TypeDeclaration,
  fields: readonly string[],
): Record<string, Resolver> {
  return Object.fromEntries(fields.map((field) => [field, resolverOf(declaration, field)]));
}

function resolverOf({ type, detail, edges }: TypeDeclaration, field: string): Resolver {
  const edge = edges[field];
  if (edge === undefined || 'embed' in edge) {
    return (parent, _, context) =>
      told(parent, detail, context, (record) => (record as Record<string, unknown>)[field]);
  }
  if ('leaf' in edge) return (parent, _, context) => edge.leaf(parent as object, context);
  if ('page' in edge) {
    const name = `${type}.${field}`;
    return (parent, args: ConnectionArgs, context, info: GraphQLResolveInfo) =>
      edgeConnection(
        name,
        edge.loader,
        parent as NodeRecord,
        edge.embedded?.(parent as object),
        args,
        context,
        info,
      );
  }
  if ('each' in edge) {
    return async (parent, _, context) => {
      const links = await told(parent, detail, context, edge.keys);
      if (links === null || links === undefined) return null;
      // A provider may name the same record twice; a list of people has each once.
      const unique = uniqueBy(links, (link) => toGlobalId(isRef(link) ? link : (link as NodeRecord).ref));
      const records = await Promise.all(
        unique.map((link) => follow(link, edge.loader, context).catch(toError)),
      );
      return records.filter((record) => record !== null);
    };
  }
  if ('node' in edge) {
    return async (parent, _, context) => {
      const link = await told(parent, detail, context, edge.key);
      if (link === null || link === undefined) return null;
      return isRef(link) ? follow(link, byId(link), context) : link;
    };
  }
  return async (parent, _, context) => {
    const { key, throughUnit } = edge;
    let link = await told(parent, detail, context, key);
    if (link === undefined && throughUnit !== undefined) {
      const way = throughUnit(parent as object);
      const unit = way === null || way === undefined ? null : await follow(way, 'unitById', context);
      // The unit may be one that another record names in part.
      link = unit === null ? null : await told(unit, 'unitDetail', context, key);
    }
    return link === null || link === undefined ? null : follow(link, edge.loader, context);
  };
}

/** Reads from the record, or from its detail where the record's answer did not say. */
function told<V>(
  parent: unknown,
  detail: DetailLoader | undefined,
  context: Context,
  read: (record: object) => V,
): V | Promise<V> {
  const value = read(parent as object);
  if (value !== undefined || detail === undefined) return value;
  const { ref } = parent as NodeRecord;
  return context.loaders
    .record(detail, ref as Ref<never>)
    .then((record) => (record === null ? value : read(record)));
}

/** The record behind a link; one that the parent's answer held costs nothing. */
function follow(link: Link, loader: RecordLoaderName, context: Context): Promise<object | null> {
  return isRef(link) ? context.loaders.record(loader, link) : Promise.resolve(link);
}
