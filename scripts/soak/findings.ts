/** Where something in an answer is. */
export type Path = readonly (string | number)[];

/** Something that must not be: an answer that is wrong, late, missing, or says too much. */
export interface Finding {
  /** Name of the query. */
  readonly query: string;
  readonly path: string;
  readonly what: string;
}

/** What went wrong in a run. A few are kept in full: the rest tends to be the same again. */
export interface Findings {
  readonly count: number;
  readonly kept: readonly Finding[];
  add(query: string, path: Path, what: string): void;
}

const mostKept = 40;

export function createFindings(): Findings {
  const kept: Finding[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    kept,
    add(query, path, what) {
      count += 1;
      if (kept.length < mostKept) kept.push({ query, path: path.join('.'), what });
    },
  };
}

/** What sort of value it is. The value itself would fill the report, and may be somebody's name. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'string') return `text of ${value.length}`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${typeof value} ${value}`;
  return value === null ? 'null' : typeof value;
}
