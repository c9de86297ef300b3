import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../src/context.js';
import { parseGlobalId, requireId } from '../src/domain/global-id.js';
import type { NodeType, Ref } from '../src/domain/index.js';
import type { ListLoaderName } from '../src/domain/provider.js';
import { rootConnection, type ConnectionArgs } from '../src/edges/connection-field.js';
import { BadInputError, toError } from '../src/errors.js';
import type { RawFilter } from '../src/filters/decode.js';
import type { QueryNodeArgs, QueryNodesArgs } from '../src/generated/graphql.js';
import { byId } from '../src/loaders/by-id.js';

const maxIds = 100;

export const Query = {
  node: (_: unknown, { id }: QueryNodeArgs, context: Context) => {
    const ref = parseGlobalId(id);
    if (ref === null) {
      throw new BadInputError('id: this is not an id of Gatehouse; pass an `id` as a query returned it.');
    }
    return load(ref, context, 'id');
  },

  nodes: (_: unknown, { ids }: QueryNodesArgs, context: Context) => {
    if (ids.length > maxIds) {
      throw new BadInputError(`ids: at most ${maxIds} ids at once, got ${ids.length}; ask in parts.`);
    }
    return Promise.all(
      ids.map(async (id) => {
        const ref = parseGlobalId(id);
        if (ref === null) return null;
        // A failure takes its own place in the list, and no other.
        return context.loaders.record(byId(ref), ref as Ref<never>).catch(toError);
      }),
    );
  },

  sources: (_: unknown, __: unknown, context: Context) => context.sources,

  building: one('Building'),
  unit: one('Unit'),
  person: one('Person'),
  lease: one('Lease'),
  issue: one('Issue'),
  document: one('Document'),

  buildings: list('buildings'),
  units: list('units'),
  persons: list('persons'),
  leases: list('leases'),
  issues: list('issues'),
  documents: list('documents'),
};

function one(type: NodeType) {
  return (_: unknown, { id }: QueryNodeArgs, context: Context) =>
    load(requireId(id, type, 'id'), context, 'id');
}

function load(ref: Ref<NodeType>, context: Context, argument: string): Promise<object | null> {
  const source = context.sources.find((each) => each.id === ref.source);
  if (source !== undefined && !source.port.acceptsKey(ref.type, ref.key)) {
    throw new BadInputError(
      `${argument}: this is not an id of Gatehouse; pass an \`id\` as a query returned it.`,
    );
  }
  return context.loaders.record(byId(ref), ref);
}

function list(name: ListLoaderName) {
  return (
    _: unknown,
    args: ConnectionArgs & { readonly filter?: RawFilter },
    context: Context,
    info: GraphQLResolveInfo,
  ) => rootConnection(name, args, context, info);
}
