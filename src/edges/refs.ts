import type { Context } from '../context.js';
import { parseGlobalId, parseLinkedId, requireId, type LinkableType } from '../domain/global-id.js';
import type { NodeType, Ref } from '../domain/index.js';
import { BadInputError } from '../errors.js';
import type { RootField } from './declaration.js';

/** A record, or the real thing that a record stands for. */
export type NamedRef = Ref<NodeType> | { readonly linked: Ref<LinkableType> };

function parseAnyId(id: string): NamedRef | null {
  const linked = parseLinkedId(id);
  return linked === null ? parseGlobalId(id) : { linked };
}

/**
 * The records that are asked for. Of several, one that is no id has no record; a single one is a mistake that the client
 * is told of.
 *
 * @throws BadInputError
 */
export function refsIn(
  declared: Extract<RootField, { byId: unknown } | { byIds: unknown }>,
  args: Readonly<Record<string, unknown>>,
  { sources }: Context,
): readonly (NamedRef | null)[] {
  if ('byIds' in declared) {
    const ids = args['ids'] as readonly string[];
    if (ids.length > declared.byIds) {
      throw new BadInputError(`ids: at most ${declared.byIds} ids at once, got ${ids.length}; ask in parts.`);
    }
    return ids.map(parseAnyId);
  }
  const id = args['id'] as string;
  const ref = declared.byId === null ? parseAnyId(id) : requireId(id, declared.byId, 'id');
  if (ref !== null && 'linked' in ref) return [ref];
  const source = sources.find((each) => each.id === ref?.source);
  if (ref === null || source?.port.acceptsKey(ref.type, ref.key) === false) {
    throw new BadInputError('id: this is not an id of Gatehouse; pass an `id` as a query returned it.');
  }
  return [ref];
}
