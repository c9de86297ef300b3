import {
  isAbstractType,
  isCompositeType,
  isObjectType,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Graph } from '../edges/declaration.js';

const reaching = new WeakMap<Graph, ReadonlyMap<string, boolean>>();

/** Whether an object of a type may lead on to records that have to be read: then its rows are handed on. */
export function reachesRecords(schema: GraphQLSchema, graph: Graph, type: GraphQLNamedType): boolean {
  let known = reaching.get(graph);
  if (known === undefined) reaching.set(graph, (known = reachOf(schema, graph)));
  return known.get(type.name) === true;
}

function reachOf(schema: GraphQLSchema, graph: Graph): ReadonlyMap<string, boolean> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const reach = new Map<string, boolean>();
  const leadsOn = (name: string): boolean => {
    const edges = Object.values(graph.types.get(name)?.edges ?? {});
    return edges.some((edge) => !('leaf' in edge) && !('embed' in edge));
  };
  for (const type of types) reach.set(type.name, leadsOn(type.name));
  // Through objects inside objects, until nothing changes.
  for (let changed = true; changed;) {
    changed = false;
    for (const type of types) {
      if (reach.get(type.name) === true) continue;
      const below = Object.values(type.getFields()).map((field) => getNamedType(field.type));
      if (
        !below.some((each) => isCompositeType(each) && !isAbstractType(each) && reach.get(each.name) === true)
      )
        continue;
      reach.set(type.name, true);
      changed = true;
    }
  }
  return reach;
}
