import type { QueryFigures, Results } from '../measure/results.js';
import { answersOf, loadOf, ratio } from './ratios.js';

/** The results as Markdown. */

type Cell = string | number | null | undefined;

/** The small table: Gatehouse beside the floor and its peers. */
export function summary({ queries, candidates }: Results): string {
  const peers = candidates.filter(({ name }) => name !== 'gatehouse' && name !== 'floor');
  const head = [
    'Query',
    'Upstream calls',
    'CPU',
    'CPU, floor = 1',
    ...peers.map(({ title }) => `Times as fast as ${title}`),
  ];
  const rows = queries.map((query) => [
    query.title,
    answersOf(query, 'gatehouse')?.calls,
    milliseconds(loadOf(answersOf(query, 'gatehouse'), 10)?.cpu),
    times(ratio(query, 'cpu', 'gatehouse', 'floor')),
    ...peers.map(({ name }) => times(ratio(query, 'perSecond', 'gatehouse', name))),
  ]);
  return table(head, rows);
}

/** All that was found. */
export function page(results: Results): string {
  const { date, seed, portfolio, rounds, seconds, machine, command } = results;
  return `<!-- Written by \`npm run bench\`. -->

# Results

\`${command}\`, ${date}. ${machine}. Seed ${seed}: ${portfolio.buildings} buildings, ${portfolio.units} units. Medians of ${rounds}
rounds, windows of ${seconds} s. [README.md](README.md) says what the candidates are, and how to read the figures.

![Requests per second, as a part of the floor's](chart.svg)

${summary(results)}

**Times as fast** compares answers a second with ten requests under way at once. – stands for what a candidate cannot answer, and
for loads that it takes too long for.

${results.queries.map((query) => queryPart(query, results)).join('\n\n')}

## Start and memory

${table(
  ['', 'First answer after', 'Peak memory'],
  results.candidates.map(({ title, startUp, peakMemory }) => [
    title,
    startUp === null ? null : `${startUp.toFixed(0)} ms`,
    `${peakMemory.toFixed(0)} MB`,
  ]),
)}

## Identical requests

The deep query from one caller, the same text with the same arguments ten times at once. Everywhere else no two requests that are
under way together are alike.

${table(
  ['', 'Answers a second', 'Upstream calls an answer'],
  results.identical.map(({ candidate, perSecond, calls }) => [
    titleOf(results, candidate),
    perSecond.toFixed(0),
    calls.toFixed(1),
  ]),
)}

## Everything in the source cache

–: Gatehouse remembers no records from one request to the next.
`;
}

function queryPart(query: QueryFigures, results: Results): string {
  const head = [
    '',
    'Calls',
    'Waves',
    'Calls under load',
    'CPU',
    'CPU, floor = 1',
    ...[1, 10, 100].map((concurrency) => `Answers/s at ${concurrency}`),
    ...[1, 10, 100].map((concurrency) => `p50, p99 at ${concurrency}`),
    'p50, p99 at 10, 20 ms upstream',
  ];
  const rows = results.candidates.map(({ name, title }) => {
    const answers = answersOf(query, name);
    const at = (concurrency: number, latency = 0) => loadOf(answers, concurrency, latency);
    const latencies = (load: ReturnType<typeof at>): Cell =>
      load === null ? null : `${milliseconds(load.p50)}, ${milliseconds(load.p99)}`;
    return [
      title,
      answers?.calls,
      answers?.waves,
      at(10)?.calls.toFixed(1),
      milliseconds(at(10)?.cpu),
      times(ratio(query, 'cpu', name, 'floor')),
      ...[1, 10, 100].map((concurrency) => at(concurrency)?.perSecond.toFixed(0)),
      ...[1, 10, 100].map((concurrency) => latencies(at(concurrency))),
      latencies(at(10, 20)),
    ];
  });
  const bytes = answersOf(query, 'gatehouse')?.bytes ?? 0;
  return `## ${query.title}

${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB an answer.

${table(head, rows)}`;
}

export function titleOf(results: Results, name: string): string {
  return results.candidates.find((candidate) => candidate.name === name)?.title ?? name;
}

function milliseconds(value: number | undefined): Cell {
  return value === undefined ? null : `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

function times(value: number | null): Cell {
  return value?.toFixed(value < 10 ? 2 : 0);
}

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
