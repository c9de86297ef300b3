import { LRUCache } from 'lru-cache';

/**
 * How long a source's lists were when they were last seen. It is all that outlives an operation of what a provider
 * answered: it chooses between ways of access and tells what a query will cost, and says nothing of anybody.
 */
export interface Sizes {
  /** A whole list, or the part of one that hangs on a parent. */
  of(list: string, part?: string): Size;
  /** Of the parts of a list that were seen, the longest; `undefined` where none was. */
  longestPart(list: string): number | undefined;
  /** What hangs on each record of a list, by the record's place in it. */
  perPlace(list: string): PlaceSizes;
}

/**
 * Rows that are reckoned with below each of several parents as long as nobody has seen how many there are: on a building,
 * and on anything smaller.
 */
export const assumedEach = { onBuilding: 100, onOther: 10 } as const;

/** The size of one list. */
export interface Size {
  /** Rows; `undefined` where nobody has seen the list's end or been told its length. */
  readonly rows: number | undefined;
  /** Rows that are known to be there, although there may be more. */
  readonly atLeast: number;
  /** The length was told, or the end was seen. */
  remember(rows: number): void;
  /** So many rows were there, and nothing said that they were all. */
  rememberAtLeast(rows: number): void;
}

/** How many rows hang on each record of a list, e.g. units on each property, by the record's place. */
export interface PlaceSizes {
  at(place: number): number | undefined;
  remember(place: number, rows: number): void;
}

/** Parts are named by ids, of which clients send any: a bound keeps made-up ones from staying. */
const mostParts = 10_000;

interface Known {
  rows: number | undefined;
  atLeast: number;
}

export function createSizes(): Sizes {
  const lists = new Map<string, Known>();
  const parts = new LRUCache<string, Known>({ max: mostParts });
  const longest = new Map<string, number>();
  const places = new Map<string, PlaceSizes>();

  const known = (list: string, part: string | undefined, create: boolean): Known | undefined => {
    const name = part === undefined ? list : `${list} ${part}`;
    const memory: Pick<Map<string, Known>, 'get'> & { set(name: string, known: Known): unknown } =
      part === undefined ? lists : parts;
    let found = memory.get(name);
    if (found === undefined && create) memory.set(name, (found = { rows: undefined, atLeast: 0 }));
    return found;
  };

  return {
    of: (list, part) => ({
      get rows() {
        return known(list, part, false)?.rows;
      },
      get atLeast() {
        const found = known(list, part, false);
        return found?.rows ?? found?.atLeast ?? 0;
      },
      remember(rows) {
        Object.assign(known(list, part, true) as Known, { rows, atLeast: rows });
        if (part !== undefined) longest.set(list, Math.max(rows, longest.get(list) ?? 0));
      },
      rememberAtLeast(rows) {
        const found = known(list, part, true) as Known;
        // More than were said to be all: whoever said so is out of date.
        if (found.rows !== undefined && found.rows < rows) found.rows = undefined;
        found.atLeast = Math.max(rows, found.atLeast);
      },
    }),
    longestPart: (list) => longest.get(list),
    perPlace(list) {
      let found = places.get(list);
      if (found === undefined) places.set(list, (found = createPlaceSizes()));
      return found;
    },
  };
}

/** The first so many records of a list; of later ones nothing is remembered. */
const mostPlaces = 10_000;

function createPlaceSizes(): PlaceSizes {
  const rows: (number | undefined)[] = [];
  return {
    at: (place) => rows[place],
    remember(place, count) {
      if (place < mostPlaces) rows[place] = count;
    },
  };
}
