import type { BenchOptions } from '../options.js';
import { median } from './median.js';
import { memoryOf } from './process-figures.js';
import { withGatehouse } from './session.js';

/** Buildings of a portfolio whose sources list 100,000 units together. */
const buildings = 4_400;

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($after: String) {
  units(first: 100, after: $after) { nodes { id number name } pageInfo { hasNextPage endCursor } }
}`;

/** Pages all units to their end, and says whether the last pages cost what the first did, and what memory they took. */
export function page(options: BenchOptions): Promise<string> {
  return withGatehouse({ ...options, buildings }, async ({ running, keys }) => {
    const ask = async (after: string | null): Promise<Page> => {
      const response = await fetch(running.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${keys[0]}` },
        body: JSON.stringify({ query, variables: { after } }),
      });
      const { data } = (await response.json()) as { readonly data?: { readonly units: Page } };
      if (data === undefined) throw new Error('A page of units was refused.');
      return data.units;
    };
    // What code and connections take is there before the first page that counts.
    for (let turn = 0; turn < 20; turn += 1) await ask(null);
    const before = memoryOf(running.pid).peak;
    const times: number[] = [];
    const seen = new Set<string>();
    let rows = 0;
    for (let after: string | null = null, isMore = true; isMore;) {
      const sent = performance.now();
      const { nodes, pageInfo } = await ask(after);
      times.push(performance.now() - sent);
      rows += nodes.length;
      for (const { id } of nodes) seen.add(id);
      ({ hasNextPage: isMore, endCursor: after } = pageInfo);
    }
    if (seen.size !== rows) throw new Error(`${rows - seen.size} units came twice.`);
    const tenth = Math.max(1, Math.floor(times.length / 10));
    const first = median(times.slice(0, tenth)) ?? 0;
    const last = median(times.slice(-tenth)) ?? 0;
    const grown = memoryOf(running.pid).peak - before;
    return `${rows} units in ${times.length} pages. A page of the first tenth took ${first.toFixed(1)} ms, one of the last ${last.toFixed(1)} ms (${(last / first).toFixed(2)}). Peak memory grew by ${grown.toFixed(0)} MB from ${before.toFixed(0)} MB.`;
  });
}
