import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLOutputType } from 'graphql';
import type { Wants } from '../edges/connections.js';
import type { PlannedField, Selection } from './plan.js';

/** What is wanted below a field whose type is an object type; nothing where it is a leaf or an abstract type. */
export function selectionOf(field: PlannedField): Selection | undefined {
  const type = objectTypeOf(field.type);
  return type && field.below?.(type);
}

function objectTypeOf(type: GraphQLOutputType): GraphQLObjectType | undefined {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
}

/** Which of the members that can cost calls a connection's selection names. */
export function wantsOf(field: PlannedField): Wants {
  const fields = selectionOf(field)?.fields ?? [];
  return {
    more: fields.some(
      (each) => each.name === 'pageInfo' && selectionOf(each)?.names.has('hasNextPage') === true,
    ),
    total: fields.some(({ name }) => name === 'totalCount'),
  };
}

/** The fields of a connection's selection that lead to its rows: `nodes`, and the `node` of `edges`. */
export function nodeFieldsOf(field: PlannedField): readonly PlannedField[] {
  return (selectionOf(field)?.fields ?? []).flatMap((each) => {
    if (each.name === 'nodes') return [each];
    if (each.name !== 'edges') return [];
    return selectionOf(each)?.fields.filter(({ name }) => name === 'node') ?? [];
  });
}
