/**
 * Finding records in lists that never change, in a time that does not grow with the list. What has been prepared for a list
 * is kept for as long as the list itself.
 */

const indexes = new WeakMap<readonly unknown[], Map<string, ReadonlyMap<string, readonly number[]>>>();
const answers = new WeakMap<readonly unknown[], Map<string, unknown>>();

/** How many answers are remembered of one list. */
const REMEMBERED = 16;

/**
 * The records that have one of the wanted texts, in the order of the list. `name` tells this index of the list from
 * others; `textsOf` must always say the same of a record.
 */
export function lookUp<T>(
  records: readonly T[],
  name: string,
  textsOf: (record: T) => readonly string[],
  wanted: Iterable<string>,
): readonly T[] {
  const index = indexOf(records, name, textsOf);
  const positions = new Set<number>();
  for (const text of wanted) for (const position of index.get(text) ?? []) positions.add(position);
  return [...positions].sort((one, other) => one - other).map((position) => records[position] as T);
}

/** The first record with an id, or undefined. */
export function lookUpId<T extends { readonly id: string | number }>(
  records: readonly T[],
  id: string | number | undefined,
): T | undefined {
  return lookUp(records, 'id', (record) => [String(record.id)], [String(id)])[0];
}

function indexOf<T>(
  records: readonly T[],
  name: string,
  textsOf: (record: T) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const ofList = indexes.get(records) ?? new Map<string, ReadonlyMap<string, readonly number[]>>();
  indexes.set(records, ofList);
  const known = ofList.get(name);
  if (known !== undefined) return known;
  const index = new Map<string, number[]>();
  for (const [position, record] of records.entries()) {
    for (const text of textsOf(record)) {
      const positions = index.get(text);
      if (positions === undefined) index.set(text, [position]);
      else positions.push(position);
    }
  }
  ofList.set(name, index);
  return index;
}

/** What a question about a list was answered with, so that its next page does not cost a search of the whole list again. */
export function remembered<T, R>(records: readonly T[], question: string, answer: () => R): R {
  const ofList = answers.get(records) ?? new Map<string, unknown>();
  answers.set(records, ofList);
  if (ofList.has(question)) return ofList.get(question) as R;
  const found = answer();
  const [oldest] = ofList.keys();
  if (ofList.size >= REMEMBERED && oldest !== undefined) ofList.delete(oldest);
  ofList.set(question, found);
  return found;
}
