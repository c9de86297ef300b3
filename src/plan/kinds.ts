/** Rows of one kind among those of a loader. */
export interface Kind<T> {
  /** One of them, with every reference set. */
  readonly like: T;
  /** How many there are at most, where that is known. */
  readonly most?: number | undefined;
  /** How many are known to stand in a list in front of those of the next kind. */
  readonly least?: number;
}

/** How many rows of each kind may stand among so many. `inOrder`: they are the first of a list that is as it comes. */
export function shareOut(rows: number, kinds: readonly Kind<unknown>[], inOrder: boolean): readonly number[] {
  let left = rows;
  return kinds.map(({ most = Infinity, least = 0 }) => {
    const own = Math.min(left, most);
    if (inOrder) left = Math.max(0, left - least);
    return own;
  });
}

/** The kinds of rows that a loader brings of one parent, or of so many. */
export function kindsOf<A, T>(
  loader: { sample(of: A): T; kinds?(of: A, number: number): readonly Kind<T>[] },
  of: A,
  number = 1,
): readonly Kind<T>[] {
  return loader.kinds?.(of, number) ?? [{ like: loader.sample(of) }];
}
