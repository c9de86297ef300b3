import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** How a query asks for one field, so that its answer tells whether a provider fills it. */

/** Whether records of this type have an id of their own: what leads to one is an edge, all else stands in the record. */
export function isRecord(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

/** Whether a type is a connection or an edge of one. */
export function isPaging(name: string): boolean {
  return /(Connection|Edge)$/.test(name);
}

/** Whether a field leads to other records. */
export function isEdge({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return isInterfaceType(named) || (isObjectType(named) && (isPaging(named.name) || isRecord(named)));
}

/** Fields that stand in a record. Which records are the same is the gateway's own to say, and who holds them, too. */
export function plainFields(type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(
    (field) => !isEdge(field) && !['EntityLink', 'RecordSource'].includes(getNamedType(field.type).name),
  );
}

/** A field with all that stands in its value; of other records their ids alone. */
export function selectionOf(
  field: GraphQLField<unknown, unknown>,
  within: (type: GraphQLObjectType) => string = valueOf,
): string {
  const named = getNamedType(field.type);
  if (isLeafType(named)) return field.name;
  if (isInterfaceType(named)) return `${field.name} { id }`;
  if (!isObjectType(named)) throw new TypeError(`${field.name} is of a kind that pages cannot tell`);
  if (isPaging(named.name)) return `${field.name}(first: 20) { nodes { ${within(nodeOf(named))} } }`;
  return `${field.name} { ${isRecord(named) ? within(named) : valueOf(named)} }`;
}

/** What a connection holds. */
export function nodeOf(connection: GraphQLObjectType): GraphQLObjectType {
  const node = getNamedType(fieldOf(connection, 'nodes').type);
  if (!isObjectType(node)) throw new TypeError(`${connection.name} has no nodes`);
  return node;
}

/** All that stands in a value; of a record its id. */
function valueOf(type: GraphQLObjectType): string {
  if (isRecord(type)) return 'id';
  return Object.values(type.getFields())
    .map((field) => selectionOf(field))
    .join(' ');
}

/** All that stands in a record. */
export function plainSelection(type: GraphQLObjectType): string {
  return plainFields(type)
    .map((field) => selectionOf(field))
    .join(' ');
}

export function fieldOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
  const field = type.getFields()[name];
  if (field === undefined) throw new TypeError(`${type.name} has no field ${name}`);
  return field;
}

/** The object type of this name. */
export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new TypeError(`schema/ has no type ${name}`);
  return type;
}
