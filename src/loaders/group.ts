/** Rows by the keys they belong to; a row with several keys stands under each. */
export function groupBy<T>(
  rows: readonly T[],
  keysOf: (row: T) => readonly (string | null | undefined)[],
): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      if (key === null || key === undefined) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return (key) => groups.get(key) ?? [];
}

/** The rows without repetitions, by what tells them apart; the first of each is kept. */
export function uniqueBy<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  const seen = new Map<string, T>();
  for (const row of rows) if (!seen.has(keyOf(row))) seen.set(keyOf(row), row);
  return [...seen.values()];
}
