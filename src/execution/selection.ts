import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { refusalOf } from '../access/required-scopes.js';

/** What a resolver's selection is looked at for: objects of one type, as a caller sees them. */
export interface Viewed {
  readonly type: string;
  readonly scopes: ReadonlySet<string>;
}

/** The fields below a resolver's field, fragments opened: those of one type, or whatever type they are asked of. */
function fieldsBelow(
  info: GraphQLResolveInfo,
  sets: readonly (SelectionSetNode | undefined)[],
  type: string | null,
): readonly FieldNode[] {
  return sets.flatMap((set) =>
    (set?.selections ?? []).flatMap((node): readonly FieldNode[] => {
      if (isLeftOut(info, node)) return [];
      if (node.kind === 'Field') return [node];
      const inner = node.kind === 'InlineFragment' ? node : info.fragments[node.name.value];
      const condition = inner?.typeCondition?.name.value;
      if (type !== null && condition !== undefined && !fits(info.schema, type, condition)) return [];
      return fieldsBelow(info, [inner?.selectionSet], type);
    }),
  );
}

function isLeftOut({ variableValues }: GraphQLResolveInfo, node: SelectionNode): boolean {
  try {
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] === true ||
      getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] === false
    );
  } catch {
    // A condition that is null is an error of the object that it stands below, where the executor meets it.
    return false;
  }
}

function fits(schema: GraphQLSchema, type: string, condition: string): boolean {
  const [own, other] = [schema.getType(type), schema.getType(condition)];
  return type === condition || (isObjectType(own) && isAbstractType(other) && schema.isSubType(other, own));
}

/** Whether a field's selection names a path below it, e.g. `pageInfo.hasNextPage`. */
export function selects(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  let fields: readonly FieldNode[] = info.fieldNodes;
  for (const name of path) {
    const sets = fields.map((field) => field.selectionSet);
    fields = fieldsBelow(info, sets, null).filter((field) => field.name.value === name);
  }
  return fields.length > 0;
}

/**
 * The names of the fields that are selected of what a field leads to, without those that the caller may not see.
 *
 * @param below the field below it that leads there, where it is not itself the one
 */
export function selectedNames(
  info: GraphQLResolveInfo,
  { type, scopes }: Viewed,
  below?: string,
): ReadonlySet<string> {
  const own = info.fieldNodes.map((field) => field.selectionSet);
  const sets =
    below === undefined
      ? own
      : fieldsBelow(info, own, null).flatMap(({ name, selectionSet }) =>
          name.value === below ? [selectionSet] : [],
        );
  const names = new Set(fieldsBelow(info, sets, type).map((field) => field.name.value));
  const of = info.schema.getType(type);
  if (!isObjectType(of)) return names;
  const fields = of.getFields();
  for (const name of names) {
    const field = fields[name];
    if (field !== undefined && refusalOf(info.schema, type, field, scopes) !== null) names.delete(name);
  }
  return names;
}
