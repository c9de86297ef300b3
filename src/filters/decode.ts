import { requireId } from '../domain/global-id.js';
import type { NodeType, Ref } from '../domain/index.js';
import type { ListLoaderName, Lists, Source } from '../domain/provider.js';

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
    filter[member] = isIdMember(member)
      ? (value as readonly string[]).map((id) => requireId(id, idMembers[member], `filter.${member}`))
      : value;
  }
  return filter as Lists[L]['filter'];
}

function isIdMember(member: string): member is keyof typeof idMembers {
  return member in idMembers;
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

/** The refs of a filter member that belong to one source. */
export function refsOf(refs: readonly Ref[], source: Source): readonly Ref[] {
  return refs.filter((ref) => ref.source === source.id);
}
