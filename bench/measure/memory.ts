import type { WindowResult } from '../load/window.js';
import type { BenchOptions } from '../options.js';
import { one } from '../queries/one.js';
import { deep } from '../queries/deep.js';
import { walk } from './handed-out.js';
import { median } from './median.js';
import { memoryOf } from './process-figures.js';
import { askOnce, requestsFor } from './requests.js';
import { withGatehouse } from './session.js';

/** Seconds between two looks at the memory. */
const stretch = 5;

/** Asks steadily for some minutes, and says what memory Gatehouse had in the first and the last third behind the warm-up. */
export function watchMemory(options: BenchOptions, tell: (line: string) => void): Promise<string> {
  return withGatehouse(options, async ({ running, world, keys, load }) => {
    const key = keys[0] ?? '';
    const handedOut = await walk(running, key);
    const requests: { readonly body: string; readonly bytes: number }[] = [];
    for (const query of [deep, one]) {
      const variants = query.variants(world, handedOut);
      for (const request of requestsFor(running, query, variants, { handedOut, world }) ?? []) {
        requests.push({ body: request.body, bytes: (await askOnce(running, query, request, key)).bytes });
      }
    }
    const samples: number[] = [];
    let answers = 0;
    const end = performance.now() + options.minutes * 60_000;
    for (let from = 0; performance.now() < end; from = answers) {
      const order = { url: running.url, concurrency: 10, seconds: stretch, least: 1, requests, from, keys };
      const result = await load.ask<WindowResult>('window', order);
      if (result.wrong > 0) throw new Error(`Gatehouse gave ${result.wrong} wrong answers.`);
      answers += result.answers;
      samples.push(memoryOf(running.pid).now);
      tell(`${answers} answers, ${(samples.at(-1) ?? 0).toFixed(0)} MB`);
    }
    const warm = samples.slice(Math.floor(samples.length / 4));
    const third = Math.max(1, Math.floor(warm.length / 3));
    const first = median(warm.slice(0, third)) ?? 0;
    const last = median(warm.slice(-third)) ?? 0;
    return `${answers} answers in ${options.minutes} minutes. Resident memory: ${first.toFixed(0)} MB in the first third behind the warm-up, ${last.toFixed(0)} MB in the last (${(last / first).toFixed(2)}).`;
  });
}
