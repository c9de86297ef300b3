import type { Context } from '../context.js';
import { parseGlobalId, parseLinkedId, requireId, toGlobalId } from '../domain/global-id.js';
import type { NodeType, Ref } from '../domain/index.js';
import type { Source } from '../domain/provider.js';
import { BadInputError } from '../errors.js';
import type { Loaded } from '../loaders/loaders.js';
import { type LinkedRecord, toLinkedRecord } from './linked-record.js';
import { toReferenceKey } from './normalise.js';
import { type LinkableType, listOf } from './rules.js';

/** One real thing by an id or a reference; `null` where nothing is known. */
export async function readLinkedOne(
  type: LinkableType,
  { id, externalId }: { readonly id?: string | null; readonly externalId?: string | null },
  context: Context,
): Promise<Loaded<LinkedRecord | null>> {
  const field = `linked${type}`;
  if (((id ?? null) === null) === ((externalId ?? null) === null)) {
    throw new BadInputError(`${field}: give exactly one of \`id\` and \`externalId\`.`);
  }
  if (id !== null && id !== undefined) return readLinkedById(requireLinkedId(id, type, context), context);
  return readByReference(type, externalId ?? '', context);
}

/** Reads the id of a real thing, or of a record of it. */
function requireLinkedId(id: string, type: LinkableType, { sources }: Context): Ref<LinkableType> {
  const ref = parseLinkedId(id);
  const own = ref ?? parseGlobalId(id);
  if (own !== null && own.type !== type) {
    throw new BadInputError(
      `id: this is the id of a ${ref === null ? '' : 'Linked'}${own.type}; pass the id of a Linked${type} or of a ${type}.`,
    );
  }
  if (ref === null) {
    const record = requireId(id, type, 'id');
    requireFitting(record, sources);
    return record;
  }
  requireFitting(ref, sources);
  return ref;
}

function requireFitting(ref: Ref<NodeType>, sources: readonly Source[]): void {
  if (sources.find(({ id }) => id === ref.source)?.port.acceptsKey(ref.type, ref.key) === false)
    throw new BadInputError('id: this is not an id of Gatehouse; pass an `id` as a query returned it.');
}

/** The thing that a record is, or is part of. */
export async function readLinkedById(
  ref: Ref<LinkableType>,
  context: Context,
): Promise<Loaded<LinkedRecord | null>> {
  // A source that the caller may not see does not exist.
  const source = context.sources.find((each) => each.id === ref.source);
  if (source === undefined || !source.port.acceptsKey(ref.type, ref.key)) return { value: null, wave: 0 };
  const known = await context.identity.around(ref, 0);
  const entity = known.resolution.of(toGlobalId(ref));
  if (entity !== undefined)
    return { value: toLinkedRecord(entity, known.statuses, context, true), wave: known.wave };
  const failed = known.statuses.find((each) => each.source.id === ref.source && each.error !== null);
  if (failed?.error !== undefined && failed.error !== null) throw failed.error;
  return { value: null, wave: known.wave };
}

async function readByReference(
  type: LinkableType,
  externalId: string,
  context: Context,
): Promise<Loaded<LinkedRecord | null>> {
  const key = toReferenceKey(externalId);
  const known = await context.identity.all(type);
  const found = known.resolution.entities.filter(({ members }) =>
    members.some(({ reference }) => key !== null && reference === key),
  );
  const [entity, ...others] = found;
  if (others.length > 0) {
    throw new BadInputError(
      `externalId: ${found.length} ${listOf[type]} carry this reference, and nothing tells that they are one; ask by \`id\`.`,
    );
  }
  if (entity !== undefined)
    return { value: toLinkedRecord(entity, known.statuses, context, true), wave: known.wave };
  const [ref] = await context.identity.withReference(type, externalId);
  return ref === undefined ? { value: null, wave: known.wave } : readLinkedById(ref, context);
}
