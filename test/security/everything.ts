import { getNamedType, isLeafType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { createSchema } from '../../src/schema.js';

/** Queries for whatever the schema has: a new field is in them without being entered. */

const schema = createSchema();
const query = schema.getQueryType();
if (query === null || query === undefined) throw new Error('There is no query type.');
export const roots: readonly GraphQLField<unknown, unknown>[] = Object.values(query.getFields());

/** Arguments that a field has, by name. */
export const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): ReadonlySet<string> =>
  new Set(args.map(({ name }) => name));

/** @param edges levels of lists and records beneath those that are selected */
export function everythingOf(type: string, edges: number): string {
  const object = schema.getType(type);
  if (!isObjectType(object)) throw new Error(`${type} is no object type.`);
  return selectionOf(object, edges);
}

/** A root field with everything beneath it; `edges` as above. */
export function everythingAt(
  { name, type }: GraphQLField<unknown, unknown>,
  args: string,
  edges: number,
): string {
  const object = getNamedType(type);
  if (!isObjectType(object)) throw new Error(`${name} leads to no object.`);
  return `${name}${args} ${isConnection(object) ? page(object, edges) : `{ ${selectionOf(object, edges)} }`}`;
}

export function typeOf({ type }: GraphQLField<unknown, unknown>): string {
  return getNamedType(type).name.replace(/Connection$/, '');
}

function selectionOf(object: GraphQLObjectType, edges: number): string {
  return Object.values(object.getFields())
    .map((field) => fieldOf(field, edges))
    .join(' ');
}

function fieldOf(field: GraphQLField<unknown, unknown>, edges: number): string {
  const type = getNamedType(field.type);
  const args = argumentsOf(field).has('field') ? '(field: "externalId")' : '';
  if (isLeafType(type)) return `${field.name}${args}`;
  if (isObjectType(type) && !isConnection(type) && !isRecord(type))
    return `${field.name}${args} { ${selectionOf(type, edges)} }`;
  if (edges === 0) return '';
  // One of several types: all of them are met elsewhere.
  if (!isObjectType(type)) return `${field.name} { __typename id }`;
  if (isConnection(type)) return `${field.name}(first: 2) ${page(type, edges - 1)}`;
  return `${field.name} { ${selectionOf(type, edges - 1)} }`;
}

function isRecord(object: GraphQLObjectType): boolean {
  return object.getInterfaces().some(({ name }) => name === 'Node');
}

function isConnection({ name }: GraphQLObjectType): boolean {
  return name.endsWith('Connection');
}

function page(connection: GraphQLObjectType, edges: number): string {
  return `{
    nodes { ${everythingOf(connection.name.replace(/Connection$/, ''), edges)} } edges { cursor } totalCount
    pageInfo { hasNextPage endCursor } sources { sourceId status truncated error { code message } }
  }`;
}
