import {
  executeSync,
  getVariableValues,
  GraphQLError,
  Kind,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caller } from '../access/caller.js';
import type { Context } from '../context.js';
import type { Graph } from '../edges/declaration.js';
import { emit } from './emit.js';
import { fetchAll } from './fetch.js';
import { createPlan, type Document, type Plan, type PlannedField } from '../plan/plan.js';

/** Runs queries: plans, reads breadth first, and makes the answer. Resolvers of the schema are not called. */
export type Execute = (args: ExecutionArgs) => Promise<ExecutionResult>;

/** @param maxValues values that an answer may have */
export function createExecute(
  graph: Graph,
  { maxValues = Infinity }: { readonly maxValues?: number } = {},
): Execute {
  return async (args) => {
    const prepared = prepare(args);
    if (!('plan' in prepared)) return { errors: prepared.errors };
    const { document, plan } = prepared;
    const { schema } = args;
    const context = args.contextValue as Context;
    const root = {};
    if (context.operation.isAbandoned()) return abandoned;
    const fetched = await fetchAll(plan.root, root, { schema, graph, context });
    // Nobody reads the answer.
    if (context.operation.isAbandoned()) return abandoned;
    const introspected = introspect(args, document, plan);
    const { data, errors, failures } = emit(plan.root, root, {
      schema,
      graph,
      context,
      maxValues,
      valuesOf: (field) =>
        introspected.has(field) ? new Map([[root, introspected.get(field)]]) : fetched.valuesOf(field),
    });
    context.operation.failures.push(...failures);
    return errors.length === 0 ? { data } : { errors, data };
  };
}

const abandoned: ExecutionResult = { errors: [new GraphQLError('The client has gone.')], data: null };

type Prepared =
  { readonly document: Document; readonly plan: Plan } | { readonly errors: readonly GraphQLError[] };

const laidOut = new WeakMap<object, { readonly args: ExecutionArgs; readonly prepared: Prepared }>();

/**
 * What {@link layOut} says: once for an operation, although it is reckoned before it is run. It is kept with the
 * context, which each operation has of its own.
 */
export function prepare(args: ExecutionArgs): Prepared {
  const context = args.contextValue as Context;
  const known = laidOut.get(context);
  if (
    known?.args.document === args.document &&
    known.args.variableValues === args.variableValues &&
    known.args.operationName === args.operationName
  )
    return known.prepared;
  const prepared = layOut(args, context.caller);
  laidOut.set(context, { args, prepared });
  return prepared;
}

/** Finds the operation, reads its variables, and lays it out for a caller. */
export function layOut(
  {
    schema,
    document: { definitions },
    operationName,
    variableValues,
  }: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>,
  { scopes }: Pick<Caller, 'scopes'>,
): Prepared {
  const operations = definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const named =
    (operationName ?? '') === ''
      ? operations
      : operations.filter((each) => each.name?.value === operationName);
  const [operation, ...others] = named;
  if (operation === undefined) {
    const message =
      (operationName ?? '') === ''
        ? 'Must provide an operation.'
        : 'operationName: the document has no operation of this name.';
    return { errors: [new GraphQLError(message)] };
  }
  if (others.length > 0) {
    return {
      errors: [new GraphQLError('Must provide operation name if query contains multiple operations.')],
    };
  }
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}, {
    maxErrors: 50,
  });
  if (variables.errors !== undefined) return { errors: variables.errors };
  const fragments = Object.fromEntries(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const document = { schema, operation, fragments, variables: variables.coerced, scopes };
  try {
    return { document, plan: createPlan(document) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** What an operation asks of the schema itself: graphql-js knows, and no source has to be asked. */
function introspect(
  args: ExecutionArgs,
  { operation }: Document,
  { root }: Plan,
): ReadonlyMap<PlannedField, unknown> {
  const asked = root.fields.filter(({ name }) => name === '__schema' || name === '__type');
  if (asked.length === 0) return new Map();
  return new Map(
    asked.map((field) => {
      const alone: OperationDefinitionNode = {
        ...operation,
        selectionSet: { kind: Kind.SELECTION_SET, selections: field.nodes },
      };
      const definitions = args.document.definitions.map((each) => (each === operation ? alone : each));
      const { data, errors } = executeSync({ ...args, document: { kind: Kind.DOCUMENT, definitions } });
      return [field, errors?.[0] ?? data?.[field.key]];
    }),
  );
}
