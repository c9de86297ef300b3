import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { refusalOf } from '../access/required-scopes.js';
import type { ForbiddenError } from '../errors.js';

/**
 * An operation, laid out for running it and for reckoning what it costs: at each place the fields that are wanted there,
 * merged over fragments, in the order of the answer, with their arguments.
 */
export interface Plan {
  readonly operation: OperationDefinitionNode;
  readonly root: Selection;
}

/** The fields that are wanted of an object of one type, at one place of an operation. */
export interface Selection {
  readonly type: GraphQLObjectType;
  /** Those that are to be read. */
  readonly fields: readonly PlannedField[];
  readonly names: ReadonlySet<string>;
  /** Those that the caller may not see, with the reason; they stand in the answer, and nothing is read for them. */
  readonly refused: ReadonlyMap<PlannedField, ForbiddenError>;
  /** All of them, in the order of the answer. */
  readonly shown: readonly PlannedField[];
  /** Why nobody can tell what is wanted: a condition (`@skip`, `@include`) is null. It is an error of each object. */
  readonly fault?: GraphQLError;
}

export interface PlannedField {
  /** Its name in the answer. */
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  /** Why the arguments do not fit, if they do not. */
  readonly args: Readonly<Record<string, unknown>> | GraphQLError;
  /** How many items a plain list is assumed to hold (`@listSize`); 1 where nothing is said. */
  readonly assumedSize: number;
  /** What is wanted below it, by the type of the object; `null` for a leaf. */
  readonly below: ((type: GraphQLObjectType) => Selection) | null;
}

export interface Document {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the caller may see. */
  readonly scopes: ReadonlySet<string>;
}

export function createPlan(document: Document): Plan {
  const { schema, operation } = document;
  const root = schema.getRootType(operation.operation);
  if (root === null || root === undefined) {
    throw new GraphQLError(`There are no ${operation.operation}s to execute.`, { nodes: operation });
  }
  return { operation, root: select(document, root, [operation.selectionSet]) };
}

function select(
  document: Document,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): Selection {
  const byKey = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  try {
    for (const set of sets) collect(document, type, set, byKey, visited);
  } catch (error) {
    if (error instanceof GraphQLError) return { ...selectionFor(type, []), fault: error };
    throw error;
  }
  const refused = new Map<PlannedField, ForbiddenError>();
  const shown = [...byKey].flatMap(([key, nodes]) => {
    const definition = fieldOf(document.schema, type, nodes[0]?.name.value ?? '');
    if (definition === undefined) return [];
    const field = plan(document, definition, key, nodes);
    const refusal = refusalOf(document.schema, type.name, definition, document.scopes);
    if (refusal !== null) refused.set(field, refusal);
    return [field];
  });
  return selectionFor(type, shown, refused);
}

/** A selection of fields, of which some may be refused. */
export function selectionFor(
  type: GraphQLObjectType,
  shown: readonly PlannedField[],
  refused: ReadonlyMap<PlannedField, ForbiddenError> = noRefusals,
): Selection {
  const fields = refused.size === 0 ? shown : shown.filter((field) => !refused.has(field));
  return { type, fields, names: new Set(fields.map(({ name }) => name)), refused, shown };
}

const noRefusals: ReadonlyMap<PlannedField, ForbiddenError> = new Map();

function plan(
  document: Document,
  definition: GraphQLField<unknown, unknown>,
  key: string,
  nodes: readonly FieldNode[],
): PlannedField {
  const selections = new Map<string, Selection>();
  const below = (type: GraphQLObjectType): Selection => {
    let selection = selections.get(type.name);
    if (selection === undefined) {
      const sets = nodes.map((node) => node.selectionSet);
      selections.set(type.name, (selection = select(document, type, sets)));
    }
    return selection;
  };
  return {
    key,
    name: definition.name,
    type: definition.type,
    nodes,
    args: argumentsOf(document, definition, nodes),
    assumedSize: assumedSizeOf(document.schema, definition),
    below: isCompositeType(getNamedType(definition.type)) ? below : null,
  };
}

function argumentsOf(
  { variables }: Document,
  definition: GraphQLField<unknown, unknown>,
  [node]: readonly FieldNode[],
): PlannedField['args'] {
  if (node === undefined || definition.args.length === 0) return noArguments;
  try {
    return getArgumentValues(definition, node, variables);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

const noArguments: Readonly<Record<string, unknown>> = {};

function assumedSizeOf(schema: GraphQLSchema, { astNode }: GraphQLField<unknown, unknown>): number {
  const directive = schema.getDirective('listSize');
  if (directive === null || directive === undefined || astNode === null || astNode === undefined) return 1;
  const size: unknown = getDirectiveValues(directive, astNode)?.['assumedSize'];
  return typeof size === 'number' ? size : 1;
}

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

/** The field nodes of a selection set by their names in the answer, fragments opened (GraphQL, "CollectFields"). */
function collect(
  document: Document,
  type: GraphQLObjectType,
  set: SelectionSetNode | undefined,
  byKey: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const node of set?.selections ?? []) {
    if (getDirectiveValues(GraphQLSkipDirective, node, document.variables)?.['if'] === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, node, document.variables)?.['if'] === false) continue;
    if (node.kind === 'Field') {
      const key = (node.alias ?? node.name).value;
      const nodes = byKey.get(key);
      if (nodes === undefined) byKey.set(key, [node]);
      else nodes.push(node);
    } else if (node.kind === 'InlineFragment') {
      const condition = node.typeCondition?.name.value;
      if (condition === undefined || fits(document.schema, type, condition)) {
        collect(document, type, node.selectionSet, byKey, visited);
      }
    } else if (!visited.has(node.name.value)) {
      visited.add(node.name.value);
      const fragment = document.fragments[node.name.value];
      if (fragment !== undefined && fits(document.schema, type, fragment.typeCondition.name.value)) {
        collect(document, type, fragment.selectionSet, byKey, visited);
      }
    }
  }
}

function fits(schema: GraphQLSchema, type: GraphQLObjectType, condition: string): boolean {
  const conditional = schema.getType(condition);
  if (conditional === type) return true;
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}
