import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

/**
 * Whether a field's selection names a path below it, e.g. `pageInfo.hasNextPage`. Asked only where a call depends on
 * it: an exact `hasNextPage` and a total can cost one.
 */
export function selects(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  return info.fieldNodes.some((node) => selectsIn(info, node.selectionSet, path));
}

function selectsIn(
  info: GraphQLResolveInfo,
  selections: SelectionSetNode | undefined,
  path: readonly string[],
): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  return (selections?.selections ?? []).some((node) => {
    if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) return false;
    if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] === false)
      return false;
    if (node.kind === 'Field') return node.name.value === name && selectsIn(info, node.selectionSet, rest);
    const inner = node.kind === 'InlineFragment' ? node : info.fragments[node.name.value];
    return selectsIn(info, inner?.selectionSet, path);
  });
}
