import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../context.js';
import type { NodeRecord } from '../domain/index.js';
import type { Graph } from '../edges/declaration.js';
import type { Failure } from '../context.js';
import type { Fetched } from './fetch.js';
import type { PlannedField, Selection } from '../plan/plan.js';
import { limitError } from '../limits/limit-error.js';
import { standIn } from './stand-in.js';

/**
 * Makes the answer of what was read: values in the order of the selection, errors at their places, and null where an
 * error belongs, by the rules of GraphQL ("CompleteValue", "Handling Field Errors"). It waits for nothing.
 */
export interface Emitted {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLError[];
  /** Failures of sources whose connection has a value all the same, with the connection's path. */
  readonly failures: readonly Failure[];
}

export interface EmitOptions {
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly context: Context;
  readonly fetched: Fetched;
  /** Values that the answer may have. */
  readonly maxValues: number;
}

/** From a value up to the root, as graphql-js has it. */
interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
}

export function emit(selection: Selection, root: object, options: EmitOptions): Emitted {
  const { schema, graph, context, fetched, maxValues } = options;
  let values = 0;
  const errors: GraphQLError[] = [];
  const failures: Failure[] = [];
  try {
    return { data: emitObject(selection, root, undefined), errors, failures };
  } catch (error) {
    if (error instanceof TooManyValuesError) {
      const what = 'The answer would have more values';
      const excess = { found: values, limit: maxValues, setting: 'GATEHOUSE_MAX_VALUES' };
      return { data: null, errors: [limitError({ what, ...excess })], failures: [] };
    }
    errors.push(error as GraphQLError);
    return { data: null, errors, failures };
  }

  function emitObject(
    { type, shown, refused, fault }: Selection,
    row: object,
    path: Path | undefined,
  ): Readonly<Record<string, unknown>> {
    if (fault !== undefined) throw fault;
    values += shown.length;
    if (values > maxValues) throw new TooManyValuesError();
    const object = Object.create(null) as Record<string, unknown>;
    for (const field of shown) {
      const at = { prev: path, key: field.key };
      const refusal = refused.get(field);
      object[field.key] =
        refusal === undefined ? emitField(type, field, row, at) : orNull(field.type, refusal, field, at);
    }
    return object;
  }

  function emitField(parent: GraphQLObjectType, field: PlannedField, row: object, path: Path): unknown {
    try {
      const found = valueOf(parent, field, row);
      const instead = standIn(field.type, found);
      if (instead !== undefined) failures.push({ path: toArray(path), error: found as Error });
      const value = instead ?? found;
      for (const error of failuresIn(value)) failures.push({ path: toArray(path), error });
      return complete(field.type, value, parent, field, path);
    } catch (error) {
      return orNull(field.type, error, field, path);
    }
  }

  /** An error takes the place of its value, or where there must be one, goes on up. */
  function orNull(type: GraphQLOutputType, error: unknown, field: PlannedField, path: Path): null {
    if (error instanceof TooManyValuesError) throw error;
    const located = locatedError(error, field.nodes, toArray(path));
    if (isNonNullType(type)) throw located;
    errors.push(located);
    return null;
  }

  function valueOf(parent: GraphQLObjectType, field: PlannedField, row: object): unknown {
    if (field.name === '__typename') return parent.name;
    if (field.args instanceof GraphQLError) throw field.args;
    if (fetched.has(field, row)) return fetched.get(field, row);
    if (parent === schema.getQueryType()) {
      const declared = graph.query[field.name];
      return declared !== undefined && 'leaf' in declared ? declared.leaf(context) : undefined;
    }
    const edge = graph.types.get(parent.name)?.edges[field.name];
    return edge !== undefined && 'leaf' in edge
      ? edge.leaf(row, context)
      : (row as Readonly<Record<string, unknown>>)[field.name];
  }

  function complete(
    type: GraphQLOutputType,
    value: unknown,
    parent: GraphQLObjectType,
    field: PlannedField,
    path: Path,
  ): unknown {
    if (value instanceof Error) throw value;
    if (isNonNullType(type)) {
      const completed = complete(type.ofType, value, parent, field, path);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${parent.name}.${field.name}.`);
    }
    if (value === null || value === undefined) return null;
    if (isListType(type)) {
      const item = type.ofType;
      const items = [...(value as Iterable<unknown>)];
      values += items.length;
      if (values > maxValues) throw new TooManyValuesError();
      return items.map((each, index) => {
        const at = { prev: path, key: index };
        try {
          return complete(item, each, parent, field, at);
        } catch (error) {
          return orNull(item, error, field, at);
        }
      });
    }
    if (isLeafType(type)) {
      const serialized: unknown = type.serialize(value);
      if (serialized !== undefined && serialized !== null) return serialized;
      throw new Error(
        `Expected \`${type.name}.serialize\` to return a value, it returned ${String(serialized)}.`,
      );
    }
    const selection = field.below?.(typeOf(type, value));
    if (selection === undefined) throw new TypeError(`${parent.name}.${field.name} has no selection`);
    return emitObject(selection, value, path);
  }

  function typeOf(type: GraphQLOutputType, value: unknown): GraphQLObjectType {
    const named = getNamedType(type);
    const concrete = isAbstractType(named) ? schema.getType((value as NodeRecord).ref.type) : named;
    if (!isObjectType(concrete)) throw new TypeError(`a value of ${named.name} is of no type of the schema`);
    return concrete;
  }
}

/** Ends the whole answer, however many fields around it might be null. */
class TooManyValuesError extends Error {}

/** Failures of sources that a value has in spite of which it is one. */
function failuresIn(value: unknown): readonly Error[] {
  return typeof value === 'object' && value !== null && 'failures' in value
    ? (value.failures as readonly Error[])
    : [];
}

function toArray(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at !== undefined; at = at.prev) keys.unshift(at.key);
  return keys;
}
