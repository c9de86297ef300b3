import { LRUCache } from 'lru-cache';
import type { ListName } from './wire.js';

/**
 * How many rows lists and parts of lists were last seen to have. Sizes alone outlive an operation: they choose between
 * access paths, and say nothing of anybody.
 */
export interface Sizes {
  /** A part is named after its list; the whole list has the list's own name. */
  remember(list: ListName, name: string, rows: number): void;
  of(name: string): number | undefined;
  /** What the parts of a list have on average. */
  average(list: ListName): number | undefined;
}

export function createSizes(): Sizes {
  // Parts are named by ids that clients send: a bound keeps made-up ones from staying.
  const sizes = new LRUCache<string, number>({ max: 10_000 });
  const averages = new Map<ListName, { rows: number; parts: number }>();
  return {
    remember(list, name, rows) {
      const last = sizes.get(name);
      sizes.set(name, rows);
      if (name === list) return;
      const average = averages.get(list) ?? { rows: 0, parts: 0 };
      average.rows += rows - (last ?? 0);
      if (last === undefined) average.parts += 1;
      averages.set(list, average);
    },
    of: (name) => sizes.get(name),
    average(list) {
      const average = averages.get(list);
      return average === undefined ? undefined : average.rows / average.parts;
    },
  };
}
