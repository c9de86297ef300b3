/** A stream of repeatable chance. */
export interface Random {
  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  /** One element. */
  pick<T>(from: readonly T[]): T;
  /** Up to `count` different elements, in their order. */
  sample<T>(from: readonly T[], count: number): T[];
}

/**
 * Opens the stream of a seed for one topic. Topics have streams of their own, so that one more draw in one of them
 * moves nothing in the others. Integer arithmetic only: the same on every machine.
 */
export function createRandom(seed: number, topic: string): Random {
  const next = mulberry32(seed ^ fnv1a(topic));
  const int = (min: number, max: number): number => min + (next() % (max - min + 1));
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[int(0, from.length - 1)];
    if (chosen === undefined) throw new Error(`Nothing to pick from (${topic}).`);
    return chosen;
  };
  return {
    int,
    pick,
    chance: (percent) => int(0, 99) < percent,
    sample(from, count) {
      // In blocks, since taking one element out of a long list moves all behind it.
      const blocks: (typeof from)[number][][] = [];
      for (let start = 0; start < from.length; start += BLOCK) blocks.push(from.slice(start, start + BLOCK));
      for (let left = from.length; left > Math.max(0, count); left--) {
        let position = int(0, left - 1);
        const block = blocks.find((candidate) => {
          if (position < candidate.length) return true;
          position -= candidate.length;
          return false;
        });
        block?.splice(position, 1);
      }
      return blocks.flat();
    },
  };
}

const BLOCK = 512;

/** Tommy Ettinger's mulberry32, as unsigned 32-bit integers. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** FNV-1a over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
