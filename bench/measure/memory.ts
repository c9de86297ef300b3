import type { WindowRequest, WindowResult } from '../load/window.js';
import type { BenchOptions } from '../options.js';
import { deep } from '../queries/deep.js';
import { one } from '../queries/one.js';
import type { BenchQuery } from '../queries/query.js';
import { walk } from './handed-out.js';
import { made } from './made.js';
import { median } from './median.js';
import { memoryOf } from './process-figures.js';
import { askOnce, requestsFor } from './requests.js';
import type { MemoryFigures } from './results.js';
import { withGatehouse } from './session.js';

/** Seconds between two looks at the memory. */
const stretch = 5;

/** Asks steadily for some minutes, and looks at the memory of Gatehouse all the while. */
export function watchMemory(options: BenchOptions, tell: (line: string) => void): Promise<MemoryFigures> {
  return withGatehouse(options, async ({ running, world, keys, load }) => {
    const key = keys[0] ?? '';
    const handedOut = await walk(running, key);
    const asked = async (query: BenchQuery): Promise<readonly WindowRequest[]> => {
      const variants = query.variants(world, handedOut);
      const found: WindowRequest[] = [];
      for (const request of requestsFor(running, query, variants, { handedOut, world }) ?? [])
        found.push({ body: request.body, bytes: (await askOnce(running, query, request, key)).bytes });
      return found;
    };
    const small = await asked(one);
    const requests = (await asked(deep)).flatMap((large, index) => [
      large,
      small[index % small.length] ?? large,
    ]);
    const samples: number[] = [];
    let answers = 0;
    const end = performance.now() + options.minutes * 60_000;
    for (let from = 0; performance.now() < end; from = answers) {
      const seconds = Math.min(stretch, (end - performance.now()) / 1000);
      const order = {
        url: running.url,
        concurrency: 10,
        seconds,
        least: 1,
        most: seconds,
        requests,
        from,
        keys,
      };
      const result = await load.ask<WindowResult>('window', order);
      if (result.wrong > 0) throw new Error(`Gatehouse gave ${result.wrong} wrong answers.`);
      answers += result.answers;
      samples.push(memoryOf(running.pid).now);
      tell(
        `${answers} answers, ${(samples.at(-1) ?? 0).toFixed(0)} MB; ${Math.max(0, (end - performance.now()) / 60_000).toFixed(1)} minutes left`,
      );
    }
    // The first quarter is the warm-up: heaps grow to what the load needs, code is compiled.
    const warm = samples.slice(Math.floor(samples.length / 4));
    const third = Math.max(1, Math.floor(warm.length / 3));
    return {
      ...made(world),
      minutes: options.minutes,
      answers,
      samples: samples.map(Math.round),
      first: median(warm.slice(0, third)) ?? 0,
      last: median(warm.slice(-third)) ?? 0,
    };
  });
}
