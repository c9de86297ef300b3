import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import type { Results } from '../measure/results.js';
import { chart } from './chart.js';
import { page, summary } from './markdown.js';

const begin = '<!-- bench: written by `npm run bench` -->';
const end = '<!-- end of bench -->';

/** Writes the results, the chart, and the small table of the main README. */
export async function writeResults(results: Results): Promise<void> {
  const file = (name: string): URL => new URL(`../${name}`, import.meta.url);
  writeFileSync(file('results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(file('results.md'), await format(page(results), { parser: 'markdown', printWidth: 110 }));
  writeFileSync(file('chart.svg'), chart(results));
  const readme = file('../README.md');
  const text = readFileSync(readme, 'utf8');
  const [before, after] = [text.split(begin)[0], text.split(end)[1]];
  if (before === undefined || after === undefined) throw new Error(`README.md has no place for "${begin}".`);
  const said = `${begin}

\`${results.command}\`, ${results.date}: ${results.machine}.

![Answers a second, as a part of the floor's](bench/chart.svg)

${summary(results)}

${end}`;
  writeFileSync(readme, await format(`${before}${said}${after}`, { parser: 'markdown', printWidth: 110 }));
}
