import { toError } from '../../src/errors.js';
import { everybody } from '../../src/access/caller.js';
import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Context } from '../../src/context.js';
import type { NodeRecord, NodeType, RecordOf, Ref } from '../../src/domain/index.js';
import type { EdgeLoader, ListLoader, RecordLoader, Source } from '../../src/domain/provider.js';
import type { CallRecord } from '../../src/http/call-log.js';
import { createSession, type Session } from '../../src/http/session.js';
import { createIdentity } from '../../src/identity/identity.js';
import { createRegistry } from '../../src/identity/registry.js';
import { identitySettings } from '../../src/identity/settings.js';
import type { Loaders } from '../../src/loaders/loaders.js';
import { startOperation } from '../../src/operation.js';
import { createCursors } from '../../src/pagination/cursor.js';

/**
 * The gateway without its planning, for contrast: graphql-js runs the ordinary resolvers of the declared graph, each field
 * of each object makes its own calls, and nothing is gathered or remembered. Paths, paging and mappers are the same.
 */
export async function runPlain(
  schema: GraphQLSchema,
  sources: readonly Source[],
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly result: ExecutionResult; readonly calls: readonly CallRecord[] }> {
  const operation = startOperation(undefined, { time: 600_000 });
  // An operation of its own for each session: what is kept for one is kept for no other.
  const loaders = plainLoaders(sources, (source) => createSession(source.client, { ...operation }));
  const registry = createRegistry(identitySettings.parse({}));
  const context: Context = {
    operation,
    caller: everybody,
    sources,
    cursors: createCursors(['a key of this one run']),
    loaders,
    registry,
    identity: createIdentity({ registry, sources, loaders, operation }),
    toFileUrl: () => 'https://gateway.example.com/documents/made-up',
  };
  try {
    const result = await execute({ schema, document, variableValues: variables, contextValue: context });
    return { result, calls: operation.log.calls.filter(({ login }) => !login) };
  } finally {
    operation.finish();
  }
}

/** @param open a session without a memory, since it is used once */
function plainLoaders(sources: readonly Source[], open: (source: Source) => Session): Loaders {
  const sourceOf = (id: string): Source | undefined => sources.find((source) => source.id === id);
  const one: Pick<Loaders, 'record' | 'edge'> = {
    async record(name, ref, fields) {
      const source = sourceOf(ref.source);
      const loader = source?.port[name] as RecordLoader<NodeType> | undefined;
      const isKnown = ref.type === 'Address' || source?.port.acceptsKey(ref.type, ref.key) === true;
      if (source === undefined || loader === undefined || !isKnown) return { value: null, wave: 0 };
      const [found = null] = await loader.load(open(source), [ref as Ref<NodeType>], fields);
      if (found instanceof Error) throw found;
      return { value: found, wave: 0 };
    },
    edge(name, parent) {
      const ref = 'ref' in parent ? parent.ref : parent;
      const source = sourceOf(ref.source);
      const loader = source?.port[name] as EdgeLoader<NodeType, NodeType> | undefined;
      if (source === undefined || loader === undefined) return Promise.resolve(null);
      const session = open(source);
      const [listing] =
        loader.needs === 'ref'
          ? loader.open(session, [ref])
          : loader.open(session, [parent as RecordOf<NodeType>]);
      return Promise.resolve(listing === undefined ? null : { listing, waves: session });
    },
  };
  return {
    ...one,
    records: (name, _, refs, fields, wave) =>
      Promise.all(refs.map((ref) => one.record(name, ref, fields, wave).catch(toError))),
    edges: (name, _, parents, wave) =>
      Promise.all(parents.map((parent) => one.edge(name, parent, wave).catch(toError))),
    ahead: () => undefined,
    list(name, source, filter, order) {
      const loader = source.port[name] as ListLoader<NodeRecord, object> | undefined;
      if (loader === undefined) return null;
      const session = open(source);
      return { listing: loader.list(session, filter, order), waves: session };
    },
    otherPersons(source, filter) {
      const session = open(source);
      return source.port.otherPersons === undefined
        ? null
        : { listing: source.port.otherPersons.list(session, filter), waves: session };
    },
    inStep: () => Promise.resolve(),
  };
}
