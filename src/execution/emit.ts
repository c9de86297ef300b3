import {
  getNamedType,
  GraphQLError,
  GraphQLID,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../context.js';
import type { NodeRecord } from '../domain/index.js';
import type { Graph } from '../edges/declaration.js';
import type { Failure } from '../context.js';
import type { ForbiddenError } from '../errors.js';
import type { Values } from './fetch.js';
import type { PlannedField, Selection } from '../plan/plan.js';
import { limitError } from '../limits/limit-error.js';
import { standIn } from './stand-in.js';

/**
 * Makes the answer of what was read: values in the order of the selection, errors at their places, and null where an
 * error belongs, by the rules of GraphQL ("CompleteValue", "Handling Field Errors"). It waits for nothing.
 *
 * An answer has tens of thousands of values and a few dozen places. So what can be told of a place (its type, where its
 * values are found, what a null there means) is told once for all objects that stand there, and the path to a value is put
 * together where an error needs it.
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
  /** What was read for a field, by the row; `undefined` where its values stand in the rows. */
  valuesOf(field: PlannedField): Values | undefined;
  /** Values that the answer may have. */
  readonly maxValues: number;
}

/** From a value up to the root. */
interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
}

/** How values become what the answer has. Fails with what is wrong with one. */
type Complete = (value: unknown, prev: Path | undefined, key: string | number) => unknown;

/** A field at one place of the answer. */
interface Step {
  readonly field: PlannedField;
  readonly key: string;
  readonly refusal: ForbiddenError | undefined;
  readonly values: Values | undefined;
  /** Where the values stand that were not read for the field. */
  readonly read: (row: object) => unknown;
  readonly complete: Complete;
}

export function emit(selection: Selection, root: object, options: EmitOptions): Emitted {
  const { schema, graph, context, valuesOf, maxValues } = options;
  let values = 0;
  const errors: GraphQLError[] = [];
  const failures: Failure[] = [];
  const places = new Map<Selection, readonly Step[]>();
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

  function emitObject(at: Selection, row: object, path: Path | undefined): Record<string, unknown> {
    if (at.fault !== undefined) throw at.fault;
    let steps = places.get(at);
    if (steps === undefined) places.set(at, (steps = at.shown.map((field) => stepOf(at, field))));
    count(steps.length);
    const object = new AnswerObject();
    for (const step of steps) object[step.key] = emitField(step, row, path);
    return object;
  }

  function count(more: number): void {
    values += more;
    if (values > maxValues) throw new TooManyValuesError();
  }

  function emitField(step: Step, row: object, path: Path | undefined): unknown {
    const { field, refusal, values: read } = step;
    try {
      if (refusal !== undefined) throw refusal;
      let value = read?.get(row);
      if (value === undefined && read?.has(row) !== true) value = step.read(row);
      if (value instanceof Error) {
        const instead = standIn(field.type, value);
        if (instead === undefined) throw value;
        failures.push({ path: toArray(path, step.key), error: value });
        value = instead;
      }
      if (field.below !== null)
        for (const error of failuresIn(value)) failures.push({ path: toArray(path, step.key), error });
      return step.complete(value, path, step.key);
    } catch (error) {
      return orNull(field.type, error, field, path, step.key);
    }
  }

  /** An error takes the place of its value, or where there must be one, goes on up. */
  function orNull(
    type: GraphQLOutputType,
    error: unknown,
    field: PlannedField,
    path: Path | undefined,
    key: string | number,
  ): null {
    if (error instanceof TooManyValuesError) throw error;
    const located = locatedError(error, field.nodes, toArray(path, key));
    if (isNonNullType(type)) throw located;
    errors.push(located);
    return null;
  }

  function stepOf({ type, refused }: Selection, field: PlannedField): Step {
    return {
      field,
      key: field.key,
      refusal: refused.get(field),
      values: valuesOf(field),
      read: readerOf(type, field),
      complete: completeOf(field.type, type, field),
    };
  }

  function readerOf(parent: GraphQLObjectType, { name, args }: PlannedField): (row: object) => unknown {
    if (name === '__typename') return () => parent.name;
    if (args instanceof GraphQLError) {
      return () => {
        throw args;
      };
    }
    if (parent === schema.getQueryType()) {
      const declared = graph.query[name];
      return () => (declared !== undefined && 'leaf' in declared ? declared.leaf(context) : undefined);
    }
    const edge = graph.types.get(parent.name)?.edges[name];
    if (edge !== undefined && 'leaf' in edge) return (row) => edge.leaf(row, context);
    return (row) => (row as Readonly<Record<string, unknown>>)[name];
  }

  function completeOf(type: GraphQLOutputType, parent: GraphQLObjectType, field: PlannedField): Complete {
    if (isNonNullType(type)) {
      const inner = completeOf(type.ofType, parent, field);
      return (value, prev, key) => {
        const completed = inner(value, prev, key);
        if (completed !== null) return completed;
        throw new Error(`Cannot return null for non-nullable field ${parent.name}.${field.name}.`);
      };
    }
    if (isListType(type)) return listOf(type.ofType, completeOf(type.ofType, parent, field), field);
    if (isLeafType(type)) {
      const isText = isTextScalar(type);
      return (value) => {
        if (value === null || value === undefined) return null;
        if (isText && typeof value === 'string') return value;
        if (value instanceof Error) throw value;
        const serialized: unknown = type.serialize(value);
        if (serialized !== undefined && serialized !== null) return serialized;
        throw new Error(
          `Expected \`${type.name}.serialize\` to return a value, it returned ${String(serialized)}.`,
        );
      };
    }
    const selectionOf = selectionsOf(type, parent, field);
    return (value, prev, key) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      return emitObject(selectionOf(value), value, { prev, key });
    };
  }

  function listOf(item: GraphQLOutputType, complete: Complete, field: PlannedField): Complete {
    return (value, prev, key) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      const items = Array.isArray(value) ? (value as readonly unknown[]) : [...(value as Iterable<unknown>)];
      count(items.length);
      const path = { prev, key };
      return items.map((each, index) => {
        try {
          return complete(each, path, index);
        } catch (error) {
          return orNull(item, error, field, path, index);
        }
      });
    };
  }

  /** What is wanted of a value, by its type; as a rule all values at a place are of one. */
  function selectionsOf(
    type: GraphQLOutputType,
    parent: GraphQLObjectType,
    { below, name }: PlannedField,
  ): (value: unknown) => Selection {
    const named = getNamedType(type);
    const wanted = (concrete: unknown): Selection => {
      if (!isObjectType(concrete))
        throw new TypeError(`a value of ${named.name} is of no type of the schema`);
      const selected = below?.(concrete);
      if (selected === undefined) throw new TypeError(`${parent.name}.${name} has no selection`);
      return selected;
    };
    if (isAbstractType(named)) return (value) => wanted(schema.getType((value as NodeRecord).ref.type));
    let known: Selection | undefined;
    return () => (known ??= wanted(named));
  }
}

/**
 * An object of the answer: without a prototype's members, as clients may give any name, and not by `Object.create(null)`,
 * which makes hash tables of them.
 */
const AnswerObject = function () {
  // Members come one by one.
} as unknown as new () => Record<string, unknown>;
AnswerObject.prototype = Object.create(null) as object;

/** Whether a value is an object of an answer, and not what a provider sent. */
export function isAnswerObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value instanceof AnswerObject;
}

/** Ends the whole answer, however many fields around it might be null. */
class TooManyValuesError extends Error {}

/** Whether text is written as it is. */
function isTextScalar(type: GraphQLLeafType): boolean {
  return type === GraphQLString || type === GraphQLID;
}

/** Failures of sources that a value has in spite of which it is one. */
function failuresIn(value: unknown): readonly Error[] {
  return typeof value === 'object' && value !== null && 'failures' in value
    ? (value.failures as readonly Error[])
    : [];
}

function toArray(prev: Path | undefined, key: string | number): (string | number)[] {
  const keys = [key];
  for (let at = prev; at !== undefined; at = at.prev) keys.unshift(at.key);
  return keys;
}
