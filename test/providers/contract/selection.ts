import { getNamedType, isInterfaceType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import { createSchema } from '../../../src/schema.js';

const schema = createSchema();

/**
 * Everything that a record of a type says of itself: its scalars and the objects that stand in it, but no other record
 * and no list that pages. `fetchedAt` and `raw` are left out, since no two answers have them alike.
 */
export function ownFields(type: string): string {
  return fieldsOf(objectType(type)).join(' ');
}

const unlike = ['fetchedAt', 'raw'];

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
}

function fieldsOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    if (field.args.length > 0 || unlike.includes(field.name) || isRecord(target)) return [];
    if (isLeafType(target)) return [field.name];
    return isObjectType(target) ? [`${field.name} { ${fieldsOf(target).join(' ')} }`] : [];
  });
}

function isRecord(type: unknown): boolean {
  if (isInterfaceType(type)) return true;
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}
