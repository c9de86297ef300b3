import type { Context } from '../context.js';
import { parseGlobalId, parseLinkedId, requireId, toGlobalId } from '../domain/global-id.js';
import type { NodeType, Ref } from '../domain/index.js';
import type { Source } from '../domain/provider.js';
import { BadInputError } from '../errors.js';
import type { Loaded } from '../loaders/loaders.js';
import { type LinkedRecord, toLinkedRecord } from './linked-record.js';
import { toReferenceKey } from './normalise.js';
import { type LinkableType, listOf } from './rules.js';

/** By what a client names a real thing. */
interface Named {
  readonly id?: string | null;
  readonly externalId?: string | null;
}

/** One real thing by an id or a reference; `null` where nothing is known. */
export async function readLinkedOne(
  type: LinkableType,
  named: Named,
  context: Context,
): Promise<Loaded<LinkedRecord | null>> {
  const ref = namedThing(type, named, context);
  if (ref !== null) return readLinkedById(ref, context);
  return readByReference(type, named.externalId ?? '', context);
}

/** What is named, before anything is read; `null` where it is named by its reference. */
function namedThing(
  type: LinkableType,
  { id, externalId }: Named,
  context: Context,
): Ref<LinkableType> | null {
  if (((id ?? null) === null) === ((externalId ?? null) === null)) {
    throw new BadInputError(`linked${type}: give exactly one of \`id\` and \`externalId\`.`);
  }
  return id === null || id === undefined ? null : requireLinkedId(id, type, context);
}

/** Whether something has to be read for a real thing that is named like this: not for ids of nothing, which cost no call. */
export function isWorthReading(type: LinkableType, named: Named, context: Context): boolean {
  const ref = namedThing(type, named, context);
  return ref === null || isReachable(ref, context);
}

/** Whether a record can be in a source that exists for the caller. */
function isReachable({ type, source, key }: Ref<LinkableType>, { sources }: Context): boolean {
  return sources.find(({ id }) => id === source)?.port.acceptsKey(type, key) === true;
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
  if (!isReachable(ref, context)) return { value: null, wave: 0 };
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
