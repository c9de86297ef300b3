import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import type { Results } from '../measure/results.js';
import type { BenchOptions } from '../options.js';

/** The results of the last runs, in `results.json`. */

type Kept = Pick<BenchOptions, 'out'>;

/** Whether a run is to be read by others: not one that looks at a part, unless it has a folder of its own. */
export function isKept({ out, quick, profile, only, queries }: BenchOptions): boolean {
  return out !== null || (!quick && !profile && only === null && queries === null);
}

export function folderOf({ out }: Kept): string {
  return out ?? fileURLToPath(new URL('..', import.meta.url));
}

export function readKept(options: Kept): Results {
  const file = join(folderOf(options), 'results.json');
  const nothing: Results = { comparison: null, memory: null, paging: null, workers: null };
  return existsSync(file) ? { ...nothing, ...(JSON.parse(readFileSync(file, 'utf8')) as Results) } : nothing;
}

/** Puts what one kind of run found in the place of what the last one did; what others found stays. */
export async function keep(options: Kept, found: Partial<Results>): Promise<Results> {
  const results = { ...readKept(options), ...found };
  mkdirSync(folderOf(options), { recursive: true });
  const text = await format(JSON.stringify(results, rounded, 2), { parser: 'json', printWidth: 110 });
  writeFileSync(join(folderOf(options), 'results.json'), text);
  return results;
}

/** Four digits are more than any figure is good for, and leave small differences between runs readable. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
