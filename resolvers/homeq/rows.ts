import { toError } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import type { Query } from '../../src/http/url.js';
import { groupBy } from '../../src/loaders/group.js';
import type { HomeqList, Received } from './pages.js';

/** What belongs to one of many keys: its rows, or the failure that took its own place only. */
export type Slot<T> = readonly T[] | Error;

/** How the rows that belong to a key are found. */
export interface Way<R> {
  /** The key that a row belongs to. */
  keyOf(row: R): string | null;
  /** What is asked for one key. */
  filter(key: string): Query;
  /** Whether one row is all there is to a key, so that a key needs no call once its row was met. */
  readonly single?: boolean;
}

/**
 * The rows of many keys, lined up with them. HomeQ takes one key a call and no list of them, so it is either one call for
 * each key or the whole list, whichever is fewer. A failed page fails all keys; a failed call for one key fails that one.
 */
export async function rowsBy<R>(
  list: HomeqList<R>,
  session: Session,
  keys: readonly string[],
  { keyOf, filter, single = false }: Way<R>,
): Promise<readonly Slot<Received<R>>[]> {
  const wanted = [...new Set(keys)];
  const group = (rows: readonly Received<R>[]) => groupBy(rows, ({ row }) => [keyOf(row)]);
  const missing = (rows: readonly Received<R>[]): readonly string[] => {
    const of = group(rows);
    return single ? wanted.filter((key) => of(key).length === 0) : wanted;
  };
  const whole = await list.whole(session, (rows) => missing(rows).length);
  const of = group(whole.rows);
  const apart = new Map(
    await Promise.all(
      (whole.complete ? [] : missing(whole.rows)).map(
        // Compared again: a search index may find more than was asked for.
        async (key): Promise<readonly [string, Slot<Received<R>>]> => [
          key,
          await list
            .matching(session, filter(key))
            .then((rows) => rows.filter(({ row }) => keyOf(row) === key))
            .catch(toError),
        ],
      ),
    ),
  );
  return keys.map((key) => apart.get(key) ?? of(key));
}

/** The most calls that the rows of so many keys cost: a page or two that showed the list to be too long, then one each. */
export function callsBy(keys: number, guess: number): number {
  return keys <= guess ? keys : keys + 1;
}

/** The slots with their rows in another form. */
export function mapSlots<A, B>(
  slots: readonly Slot<A>[],
  map: (rows: readonly A[]) => readonly B[],
): Slot<B>[] {
  return slots.map((slot) => (slot instanceof Error ? slot : map(slot)));
}

/** Several slots as one: what failed in one of them fails the whole. */
export function joinSlots<T>(slots: readonly Slot<T>[]): Slot<T> {
  const rows: T[] = [];
  for (const slot of slots) {
    if (slot instanceof Error) return slot;
    rows.push(...slot);
  }
  return rows;
}

/** The rows of a slot, for a listing: a failure is thrown there. */
export function rowsOf<T>(slot: Slot<T>): readonly T[] {
  if (slot instanceof Error) throw slot;
  return slot;
}

/** The one record of a slot, or `null` in a gap. */
export function recordOf<T>(slot: Slot<T>): T | null | Error {
  return slot instanceof Error ? slot : (slot[0] ?? null);
}

/** The slot of one record. */
export function toSlot<T>(record: T | null | Error): Slot<T> {
  if (record instanceof Error) return record;
  return record === null ? [] : [record];
}
