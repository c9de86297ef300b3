import { compare } from './measure/compare.js';
import { readOptions } from './options.js';
import { prepare } from './prepare.js';
import { summary } from './report/markdown.js';
import { writeResults } from './report/write.js';

/** `npm run bench`: what Gatehouse costs beside the floor and its peers. `bench/README.md` says how to read it. */

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  const options = readOptions(process.argv.slice(2));
  prepare();
  const results = await compare(options, tell);
  process.stdout.write(`${summary(results)}\n`);
  const isWhole = !options.quick && !options.profile && options.only === null && options.queries === null;
  if (isWhole) await writeResults(results);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
