import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import type { Comparison, Results } from '../measure/results.js';
import type { BenchOptions } from '../options.js';
import { chart } from './chart.js';
import { folderOf } from './kept.js';
import { balance, howMade, legend, page, summary } from './markdown.js';

const begin = '<!-- bench: written by `npm run bench` -->';
const end = '<!-- end of bench -->';

/** Writes the results as a page and a chart, and the small table of the main README unless a folder is named. */
export async function writeReport(options: Pick<BenchOptions, 'out'>, results: Results): Promise<void> {
  const folder = folderOf(options);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'results.md'), await pretty(page(results)));
  if (results.comparison === null) return;
  writeFileSync(join(folder, 'chart.svg'), chart(results.comparison));
  const part = readmePart(results, results.comparison);
  if (options.out === null) await writeReadme(part);
  else writeFileSync(join(folder, 'readme-part.md'), await pretty(part));
}

async function writeReadme(part: string): Promise<void> {
  const file = new URL('../../README.md', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const [before, after] = [text.split(begin)[0], text.split(end)[1]];
  if (before === undefined || after === undefined) throw new Error(`README.md has no place for "${begin}".`);
  writeFileSync(file, await pretty(`${before}${begin}\n\n${part}\n\n${end}${after}`));
}

function readmePart(results: Results, comparison: Comparison): string {
  return `${howMade(comparison)}

${summary(comparison)}

${legend}

![Answers a second, as a part of the floor's](bench/chart.svg)

${balance(results)}

[The results](bench/results.md) have every candidate, load and aim.`;
}

function pretty(markdown: string): Promise<string> {
  return format(markdown, { parser: 'markdown', printWidth: 110 });
}
