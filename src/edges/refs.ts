import type { Context } from '../context.js';
import { parseGlobalId, requireId } from '../domain/global-id.js';
import type { NodeType, Ref } from '../domain/index.js';
import { BadInputError } from '../errors.js';
import type { RootField } from './declaration.js';

/**
 * The records that are asked for. Of several, one that is no id has no record; a single one is a mistake that the client
 * is told of.
 *
 * @throws BadInputError
 */
export function refsIn(
  declared: Exclude<RootField, { list: unknown } | { leaf: unknown }>,
  args: Readonly<Record<string, unknown>>,
  { sources }: Context,
): readonly (Ref<NodeType> | null)[] {
  if ('byIds' in declared) {
    const ids = args['ids'] as readonly string[];
    if (ids.length > declared.byIds) {
      throw new BadInputError(`ids: at most ${declared.byIds} ids at once, got ${ids.length}; ask in parts.`);
    }
    return ids.map((id) => parseGlobalId(id));
  }
  const id = args['id'] as string;
  const ref = declared.byId === null ? parseGlobalId(id) : requireId(id, declared.byId, 'id');
  const source = sources.find((each) => each.id === ref?.source);
  if (ref === null || source?.port.acceptsKey(ref.type, ref.key) === false) {
    throw new BadInputError('id: this is not an id of Gatehouse; pass an `id` as a query returned it.');
  }
  return [ref];
}
