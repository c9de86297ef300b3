import type { Running } from '../candidates/candidate.js';
import type { WindowOrder, WindowResult } from '../load/window.js';
import type { Helper } from '../process.js';
import type { BenchQuery } from '../queries/query.js';
import type { Counted } from '../upstreams/world.js';
import { patience, type Known, type Load } from './loads.js';
import { cpuMs } from './process-figures.js';
import type { Request } from './requests.js';

/** One query of one candidate, and all windows that it had. */
export interface Pair {
  readonly running: Running;
  readonly query: BenchQuery;
  readonly requests: readonly Request[];
  readonly bytes: readonly number[];
  readonly known: Known;
  readonly windows: Map<Load, Window[]>;
}

export type Window = WindowResult & { readonly cpu: number; readonly calls: number };

/** What takes windows of a pair. */
export interface Measuring {
  readonly upstreams: Helper;
  readonly load: Helper;
  readonly keys: readonly string[];
  readonly seconds: number;
}

/** @throws Error that names candidate and query where an answer is wrong */
export async function measure(
  { upstreams, load, keys, seconds }: Measuring,
  { running, query, requests, bytes }: Pick<Pair, 'running' | 'query' | 'requests' | 'bytes'>,
  { concurrency, least, isAlike }: Load,
  round: number,
): Promise<Window> {
  const asked = requests.map(({ body }, index) => ({ body, bytes: bytes[index] ?? 0 }));
  const order: WindowOrder = {
    url: running.url,
    concurrency,
    seconds,
    least,
    most: Math.max(seconds, patience),
    requests: isAlike === true ? asked.slice(0, 1) : asked,
    // Windows do not all begin with the same request.
    from: round * 7,
    keys: isAlike === true ? keys.slice(0, 1) : keys,
  };
  await upstreams.ask<Counted>('take');
  const before = cpuMs(running.pid);
  const result = await load.ask<WindowResult>('window', order);
  const cpu = (cpuMs(running.pid) - before) / result.answers;
  const { calls } = await upstreams.ask<Counted>('take');
  if (result.wrong > 0)
    throw new Error(`${running.candidate.name} gave ${result.wrong} wrong answers to ${query.name}`);
  return { ...result, cpu, calls: calls / result.answers };
}
