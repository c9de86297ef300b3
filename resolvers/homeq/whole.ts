/** A list as it is read from its first page to its last. */
export interface Pages<R> {
  /** Page `index`, counted from 0, and whether it is the last one. */
  read(index: number): Promise<{ readonly rows: readonly R[]; readonly last: boolean }>;
  /** How many pages there are, by the size that the list was last seen to have; `null` before the first answer. */
  count(): number | null;
  /** How many pages to reckon with before anything is known. */
  readonly guess: number;
  /** What tells two rows apart. */
  key(row: R): string;
}

/** What was read of a list: all of it, or what was read before another way had become the shorter one. */
export interface Whole<R> {
  readonly rows: readonly R[];
  readonly complete: boolean;
}

/**
 * Reads a list to its end, as long as that takes fewer calls than `otherwise` says the other way would still take, and at
 * most `most` pages. A list whose size is known is read at once; of an unknown one the first page tells.
 */
export async function readWhole<R>(
  pages: Pages<R>,
  otherwise: (rows: readonly R[]) => number,
  most = Infinity,
): Promise<Whole<R>> {
  // By key: a list that changes while it is read shows a row twice.
  const found = new Map<string, R>();
  let index = 0;
  let complete = false;
  while (!complete && index < most) {
    const known = pages.count();
    // A list may have grown beyond what was known: then there is one page more, at least.
    const left = known === null ? pages.guess : Math.max(1, known - index);
    if (left >= otherwise([...found.values()])) break;
    const batch = known === null ? 1 : Math.min(left, most - index);
    const read = await Promise.all(Array.from({ length: batch }, (_, i) => pages.read(index + i)));
    const before = found.size;
    for (const row of read.flatMap((page) => page.rows)) found.set(pages.key(row), row);
    // A server that ignores the page parameter repeats itself for ever.
    complete = read.some((page) => page.last) || found.size === before;
    index += batch;
  }
  return { rows: [...found.values()], complete };
}
