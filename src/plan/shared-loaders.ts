import { getNamedType, isAbstractType, isObjectType, type GraphQLSchema } from 'graphql';
import type { EdgeLoaderName, RecordLoaderName } from '../domain/provider.js';
import type { AnyEdge, Graph, TypeDeclaration } from '../edges/declaration.js';
import { isLinkEdge } from '../edges/links.js';
import type { PlannedField, Selection } from './plan.js';
import { byId } from '../loaders/by-id.js';

export type LoaderName = EdgeLoaderName | RecordLoaderName;

/**
 * The loaders that more than one place of an operation asks, such as tenants of leases and reporters of issues: what these
 * want in the same wave can be asked for in the same call.
 */
export function sharedLoaders(root: Selection, schema: GraphQLSchema, graph: Graph): ReadonlySet<LoaderName> {
  const places = new Map<LoaderName, Set<Selection>>();
  const visit = (selection: Selection): void => {
    const declaration = graph.types.get(selection.type.name);
    for (const field of selection.fields) {
      for (const loader of loadersOf(declaration, field, graph)) {
        const known = places.get(loader);
        if (known === undefined) places.set(loader, new Set([selection]));
        else known.add(selection);
      }
      if (field.below === null) continue;
      const named = getNamedType(field.type);
      const types = isAbstractType(named)
        ? schema.getPossibleTypes(named)
        : isObjectType(named)
          ? [named]
          : [];
      for (const type of types) visit(field.below(type));
    }
  };
  visit(root);
  return new Set([...places].flatMap(([loader, { size }]) => (size > 1 ? loader : [])));
}

function loadersOf(
  declaration: TypeDeclaration | undefined,
  { name }: PlannedField,
  graph: Graph,
): readonly LoaderName[] {
  const edge = declaration?.edges[name];
  if (edge === undefined || !('page' in edge || isLinkEdge(edge))) return [];
  if ('node' in edge) return edge.node.map((type) => byId({ type }));
  const through =
    'through' in edge && edge.through !== undefined ? declaration?.edges[edge.through] : undefined;
  return [edge.loader, ...(through === undefined ? [] : throughOf(through, name, graph))];
}

/** What leads on where only another record knows: the way to that record, and its edge of the same name. */
function throughOf(way: AnyEdge, name: string, graph: Graph): readonly LoaderName[] {
  if (!('one' in way)) return [];
  const there = graph.types.get(way.one)?.edges[name];
  return [way.loader, ...(there !== undefined && 'loader' in there ? [there.loader] : [])];
}
