import type { Counted } from './world.js';

/** Counts calls, and how they wait for each other. */
export interface Calls {
  /** @returns what `end` is told by */
  begin(): number;
  end(call: number): void;
  /** What was counted since the last time; from then on it counts anew. */
  take(): Counted;
}

/** So many calls are followed for waves; a window of load has more, and nobody asks for its waves. */
const followed = 5_000;

export function createCalls(): Calls {
  let calls = 0;
  /** The wave of each call, by the order in which they began. */
  let waves: number[] = [];
  /** The deepest wave that has ended. */
  let reached = 0;
  return {
    begin() {
      calls += 1;
      if (waves.length >= followed) return -1;
      return waves.push(reached + 1) - 1;
    },
    end(call) {
      reached = Math.max(reached, waves[call] ?? 0);
    },
    take() {
      const counted = { calls, waves: waves.reduce((most, wave) => Math.max(most, wave), 0) };
      calls = 0;
      waves = [];
      reached = 0;
      return counted;
    },
  };
}
