import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

/** The fields below a resolver's field, fragments opened, whatever type they are asked of. */
function fieldsBelow(
  info: GraphQLResolveInfo,
  sets: readonly (SelectionSetNode | undefined)[],
): readonly FieldNode[] {
  return sets.flatMap((set) =>
    (set?.selections ?? []).flatMap((node): readonly FieldNode[] => {
      if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) return [];
      if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] === false) return [];
      if (node.kind === 'Field') return [node];
      const inner = node.kind === 'InlineFragment' ? node : info.fragments[node.name.value];
      return fieldsBelow(info, [inner?.selectionSet]);
    }),
  );
}

/** Whether a field's selection names a path below it, e.g. `pageInfo.hasNextPage`. */
export function selects(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  let fields: readonly FieldNode[] = info.fieldNodes;
  for (const name of path) {
    fields = fieldsBelow(
      info,
      fields.map((field) => field.selectionSet),
    ).filter((field) => field.name.value === name);
  }
  return fields.length > 0;
}

/** The names of the fields that are selected of what a field leads to. */
export function selectedNames(info: GraphQLResolveInfo): ReadonlySet<string> {
  const fields = fieldsBelow(
    info,
    info.fieldNodes.map((field) => field.selectionSet),
  );
  return new Set(fields.map((field) => field.name.value));
}
