import { compare } from './measure/compare.js';
import { watchMemory } from './measure/memory.js';
import { page } from './measure/paging.js';
import { compareWorkers } from './measure/workers.js';
import { readOptions, type BenchOptions } from './options.js';
import { prepare } from './prepare.js';
import { summary } from './report/markdown.js';
import { writeResults } from './report/write.js';

/** `npm run bench`: what Gatehouse costs beside the floor and its peers. `bench/README.md` says how to read it. */

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function run(options: BenchOptions): Promise<string> {
  if (options.what === 'memory') return watchMemory(options, tell);
  if (options.what === 'paging') return page(options);
  if (options.what === 'workers') return compareWorkers(options, tell);
  const results = await compare(options, tell);
  const isWhole = !options.quick && !options.profile && options.only === null && options.queries === null;
  if (isWhole) await writeResults(results);
  return summary(results);
}

try {
  const options = readOptions(process.argv.slice(2));
  prepare();
  process.stdout.write(`${await run(options)}\n`);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
