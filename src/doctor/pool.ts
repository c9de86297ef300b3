import { toGlobalId } from '../domain/global-id.js';
import type { NodeRecord, Ref, RefType } from '../domain/index.js';

/** The records that were met, and what they lead to: whatever else is asked is asked with these. */
export interface Pool {
  add(record: unknown): void;
  /** A few of each type, of as many kinds as there are. */
  records(type: RefType): readonly NodeRecord[];
  refs(type: RefType): readonly Ref[];
}

/** Of each type: enough to hold some of every kind, and no more. */
const most = 60;
/** Of these, what is asked with: each is reckoned before each read. */
const few = 8;
/** How deep records are looked into: a lease holds its tenants, these hold their address. */
const depth = 4;

export function createPool(): Pool {
  const records = new Map<RefType, Map<string, NodeRecord>>();
  const refs = new Map<RefType, Map<string, Ref>>();

  const put = <V>(of: Map<RefType, Map<string, V>>, ref: Ref, value: V): void => {
    let known = of.get(ref.type);
    if (known === undefined) of.set(ref.type, (known = new Map<string, V>()));
    if (known.size < most) known.set(toGlobalId(ref), value);
  };

  const look = (value: unknown, left: number): void => {
    if (typeof value !== 'object' || value === null || value instanceof Date) return;
    if (isRefLike(value)) return put(refs, value, value);
    if ('ref' in value && isRefLike(value.ref)) put(records, value.ref, value as NodeRecord);
    if (left > 0) for (const member of Object.values(value)) look(member, left - 1);
  };

  return {
    add: (record) => look(record, depth),
    records: (type) => spread([...(records.get(type)?.values() ?? [])], ({ ref }) => ref),
    refs: (type) => spread([...(refs.get(type)?.values() ?? [])], (ref) => ref),
  };
}

/** The first of each kind, then the second of each, and so on: a key of several parts begins with what it is a key of. */
function spread<V>(values: readonly V[], refOf: (value: V) => Ref): readonly V[] {
  const kinds = new Map<string, number>();
  const ranked = values.map((value) => {
    const { key } = refOf(value);
    const kind = key.length > 1 ? (key[0] ?? '') : '';
    const rank = kinds.get(kind) ?? 0;
    kinds.set(kind, rank + 1);
    return { value, rank };
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, few)
    .map(({ value }) => value);
}

function isRefLike(value: unknown): value is Ref {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    'type' in value &&
    Array.isArray(value.key)
  );
}
