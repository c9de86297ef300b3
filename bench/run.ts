import { compare } from './measure/compare.js';
import { watchMemory } from './measure/memory.js';
import { page } from './measure/paging.js';
import type { Results } from './measure/results.js';
import { compareWorkers } from './measure/workers.js';
import { readOptions, type BenchOptions } from './options.js';
import { prepare } from './prepare.js';
import { isKept, keep, readKept } from './report/kept.js';
import { memorySentence, pagingSentence, summary, workersSentence } from './report/markdown.js';
import { writeReport } from './report/write.js';

/** `npm run bench`: what Gatehouse costs beside the floor and its peers. `bench/README.md` says how to read it. */

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function run(options: BenchOptions): Promise<string> {
  const kept = async (found: Partial<Results>): Promise<void> => {
    if (isKept(options)) await writeReport(options, await keep(options, found));
  };
  if (options.what === 'report') {
    await writeReport(options, readKept(options));
    return 'The report is written again.';
  }
  if (options.what === 'memory') {
    const memory = await watchMemory(options, tell);
    await kept({ memory });
    return memorySentence(memory);
  }
  if (options.what === 'paging') {
    const paging = await page(options, tell);
    await kept({ paging });
    return pagingSentence(paging);
  }
  if (options.what === 'workers') {
    const workers = await compareWorkers(options, tell);
    await kept({ workers });
    return workersSentence(workers);
  }
  const comparison = await compare(options, {
    tell,
    keep: async (soFar) => {
      if (isKept(options)) await keep(options, { comparison: soFar });
    },
  });
  await kept({ comparison });
  return summary(comparison);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.what !== 'report') prepare();
  process.stdout.write(`${await run(options)}\n`);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
