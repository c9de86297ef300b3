import { requireId } from '../domain/global-id.js';
import type { NodeType, Ref } from '../domain/index.js';
import type { ListLoaderName, Lists, Source } from '../domain/provider.js';
import { BadInputError } from '../errors.js';

/** Members of filters that hold global ids, and the type they must be of. */
const idMembers = {
  building: 'Building',
  unit: 'Unit',
  person: 'Person',
  lease: 'Lease',
  issue: 'Issue',
} as const satisfies Readonly<Record<string, NodeType>>;

/** A filter as a client wrote it: `null` members restrict nothing. */
export type RawFilter = Readonly<Record<string, unknown>> | null | undefined;

/** Turns a client's filter into one over refs. A malformed id, or one of another type, is the client's mistake. */
export function decodeFilter<L extends ListLoaderName>(raw: RawFilter): Lists[L]['filter'] {
  const filter: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(raw ?? {})) {
    if (value === null || value === undefined) continue;
    requireShort(member, value);
    filter[member] = isIdMember(member)
      ? (value as readonly string[]).map((id) => requireId(id, idMembers[member], `filter.${member}`))
      : value;
  }
  return filter;
}

/** Values of one member, and characters of one value: every row of a list is compared with them. */
const mostValues = 500;
const longestText = 200;

function requireShort(member: string, value: unknown): void {
  const values = new Set<unknown>(Array.isArray(value) ? value : [value]);
  if (values.size > mostValues) {
    throw new BadInputError(
      `filter.${member}: at most ${mostValues} values at once, got ${values.size}; ask in parts.`,
    );
  }
  // Ids have a limit of their own.
  if (
    !isIdMember(member) &&
    [...values].some((each) => typeof each === 'string' && each.length > longestText)
  )
    throw new BadInputError(`filter.${member}: at most ${longestText} characters; shorten it.`);
}

function isIdMember(member: string): member is keyof typeof idMembers {
  return member in idMembers;
}

/** Whether a filter restricts more than the sources. */
export function isNarrowing(filter: RawFilter): boolean {
  return Object.entries(filter ?? {}).some(
    ([member, value]) =>
      value !== null && value !== undefined && member !== 'sources' && member !== 'providers',
  );
}

/** The sources that a filter chooses, in the configured order. */
export function chooseSources(
  sources: readonly Source[],
  filter: {
    readonly sources?: readonly string[] | undefined;
    readonly providers?: readonly string[] | undefined;
  },
): readonly Source[] {
  return sources.filter(
    (source) =>
      (filter.sources === undefined || filter.sources.includes(source.id)) &&
      (filter.providers === undefined || filter.providers.includes(source.provider)),
  );
}

/**
 * A filter as one source sees it: ids of other sources are none of its business, whatever they look like. A key that
 * cannot be the provider's is the client's mistake, as it is everywhere; it must not reach a query string.
 */
export function narrowFilter<F extends object>(filter: F, { id, port }: Source): F {
  return Object.fromEntries(
    Object.entries(filter).map(([member, value]: [string, unknown]) => {
      if (!isIdMember(member)) return [member, value];
      const own = (value as readonly Ref<NodeType>[]).filter((ref) => ref.source === id);
      if (own.some((ref) => !port.acceptsKey(ref.type, ref.key))) {
        throw new BadInputError(
          `filter.${member}: this is not an id of Gatehouse; pass an \`id\` as a query returned it.`,
        );
      }
      return [member, own];
    }),
  ) as F;
}

/** Whether a member is an empty list, which nothing matches: no call need be made to know it. */
export function matchesNothing(filter: object): boolean {
  return Object.values(filter).some((value) => Array.isArray(value) && value.length === 0);
}
