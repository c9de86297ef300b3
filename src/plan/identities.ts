import { getNamedType, isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';
import type { LinkableType } from '../domain/global-id.js';
import type { Graph } from '../edges/declaration.js';
import type { Selection } from './plan.js';

/**
 * The types of which an operation has to know which records are the same: reading what tells needs nothing that the
 * operation reads first. Units are told apart within buildings, so it is these that are needed.
 */
export function identitiesIn(
  root: Selection,
  schema: GraphQLSchema,
  graph: Graph,
): ReadonlySet<LinkableType> {
  const needed = new Set<LinkableType>();
  const need = (type: LinkableType): unknown => needed.add(type === 'Unit' ? 'Building' : type);
  const visit = (selection: Selection): void => {
    const { type } = selection;
    const edges = graph.types.get(type.name)?.edges ?? {};
    for (const field of selection.fields) {
      const root = type === schema.getQueryType() ? graph.query[field.name] : undefined;
      if (root !== undefined && 'linkedOne' in root) need(root.linkedOne);
      if (root !== undefined && 'linkedList' in root) need(root.linkedList);
      const edge = edges[field.name];
      if (edge !== undefined && 'same' in edge) need(type.name as LinkableType);
      if (edge !== undefined && 'joinedLinked' in edge) need(edge.joinedLinked);
      if (edge !== undefined && 'buildingOf' in edge) need('Building');
      if (field.below === null) continue;
      const named = getNamedType(field.type);
      const types = isAbstractType(named)
        ? schema.getPossibleTypes(named)
        : isObjectType(named)
          ? [named]
          : [];
      for (const each of types) visit(field.below(each));
    }
  };
  visit(root);
  return needed;
}
