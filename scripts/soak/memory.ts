import { setTimeout as delay } from 'node:timers/promises';
import type { GatewayProcess } from './gateway.js';
import type { Memory } from './probe.js';

/** What the gateway used in the course of a run, in megabytes: medians of the first and the last third behind the warm-up. */
export interface MemoryFigures {
  readonly samples: number;
  readonly heap: Span;
  readonly external: Span;
  readonly rss: Span;
  readonly isFlat: boolean;
  /** How many cores the gateway kept busy. */
  readonly cores: number;
}

export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What the gateway used at one moment. */
export interface Sample extends Memory {
  readonly at: number;
}

const mebibyte = 1024 * 1024;

/** The part of a run that caches, code and pools need to fill. */
const warmUp = 0.25;

/** What chance and late optimisation may add, and what no leak stays below for long: a part, and megabytes. */
const slack = { part: 0.15, most: 8 };

/** Asks again and again what the gateway uses, until the end. */
export async function sampleMemory(
  gateway: GatewayProcess,
  everyMs: number,
  ending: AbortSignal,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  while (!ending.aborted) {
    const used = await gateway.memory();
    if (used !== null) samples.push({ ...used, at: performance.now() });
    await delay(everyMs, undefined, { signal: ending }).catch(() => undefined);
  }
  return samples;
}

export function judgeMemory(all: readonly Sample[]): MemoryFigures {
  const warm = all.slice(Math.floor(all.length * warmUp));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const span = (member: keyof Memory): Span => ({
    first: medianOf(warm.slice(0, third).map((sample) => sample[member])) / mebibyte,
    last: medianOf(warm.slice(-third).map((sample) => sample[member])) / mebibyte,
  });
  const heap = span('heapUsed');
  const external = span('external');
  const isFlat = [heap, external].every(({ first, last }) => last <= first * (1 + slack.part) + slack.most);
  const [begin, end] = [all[0], all.at(-1)];
  const cores =
    begin === undefined || end === undefined ? 0 : (end.cpuMs - begin.cpuMs) / (end.at - begin.at);
  return { samples: all.length, heap, external, rss: span('rss'), isFlat, cores };
}

function medianOf(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
