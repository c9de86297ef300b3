/** The records whose member `by` is the key of one of `parents`. */
export function having<K extends string, T extends { readonly [M in K]: string | null }>(
  records: readonly T[],
  by: K,
  parents: readonly { readonly key: string }[],
): T[] {
  const keys = new Set<string | null>(parents.map((parent) => parent.key));
  return records.filter((record) => keys.has(record[by]));
}

/** Records by their key. */
export function byKey<T extends { readonly key: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.key, record]));
}

/** Records by a key that they share, in their order; `groups.get(key) ?? []`. */
export function groupBy<T>(
  records: readonly T[],
  by: (record: T) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const key = by(record);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}
