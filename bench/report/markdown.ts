import type {
  AnswerFigures,
  Comparison,
  MemoryFigures,
  PagingFigures,
  QueryFigures,
  Results,
  WorkersFigures,
} from '../measure/results.js';
import { answersOf, compared, loadOf, ratio } from './ratios.js';
import { canShowThroughput, targetsOf, type Verdict } from './targets.js';
import { milliseconds, table, times, type Cell } from './words.js';

/** The results as Markdown. */

/** The peers that stand in the small table; the others stand behind each query. */
const peers = ['yoga', 'hive'];

/** The small table: Gatehouse beside the floor and its peers. */
export function summary(comparison: Comparison): string {
  const shown = comparison.candidates.filter(({ name }) => peers.includes(name));
  const head = [
    'Query',
    'Calls',
    'Waves',
    'CPU, floor = 1',
    ...shown.map(({ title }) => `Answers/s, ${title} = 1`),
  ];
  const rows = compared(comparison).map((query) => [
    query.title,
    besideFloor(query, 'calls'),
    besideFloor(query, 'waves'),
    times(ratio(query, 'cpu', 'gatehouse', 'floor')),
    ...shown.map(({ name }) => times(ratio(query, 'perSecond', 'gatehouse', name))),
  ]);
  return table(head, rows);
}

/** What the small table means, for those who see nothing else. */
export const legend = `Each figure is Gatehouse's, with ten requests under way at once and upstreams that answer at once. **Calls** and **waves** are of
one request, with the floor's behind them where those differ. **CPU** of an answer: less is better, 1 is what the floor takes.
**Answers a second**: more is better, 2 is twice as many as the peer gives. – stands for a query that the peer has no words for.`;

/** The targets that were missed and met, in a few lines. */
export function balance(results: Results): string {
  const targets = targetsOf(results);
  const count = (verdict: Verdict): number => targets.filter((each) => each.verdict === verdict).length;
  const missed = targets.filter(({ verdict }) => verdict === 'missed');
  const open = (['not measured', 'not to be seen on this machine'] as const)
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => `, ${count(verdict)} ${verdict}`)
    .join('');
  const list = missed.map(({ what, aim, found }) => `- ${what}: ${found ?? '–'}, aim ${aim}`).join('\n');
  return `Of ${targets.length} aims ${count('met')} are met, ${missed.length} missed${open}${missed.length === 0 ? '.' : `:\n\n${list}`}`;
}

export function howMade({ command, date, machine, rounds, isFinished }: Comparison): string {
  const broken = isFinished ? '' : ` **Broken off** behind round ${rounds.done} of ${rounds.asked}.`;
  return `\`${command}\`, ${date}: ${machine}. Medians of ${rounds.done} alternating rounds.${broken}`;
}

/** All that was found. */
export function page(results: Results): string {
  const { comparison, memory, paging, workers } = results;
  return `<!-- Written by \`npm run bench\`. -->

# Results

[README.md](README.md) says what the candidates are, and how to read the figures.

## Aims

${table(
  ['What', 'Aim', 'Found', ''],
  targetsOf(results).map(({ what, aim, found, verdict }) => [
    what,
    aim,
    found,
    verdict === 'missed' ? '**missed**' : verdict,
  ]),
  'names',
)}

${comparison === null ? 'The comparison was not run.' : comparisonPart(comparison)}

## Memory under steady load

${memory === null ? 'Not measured; `npm run bench -- memory` does it.' : memoryPart(memory)}

## Paging to the end

${paging === null ? 'Not measured; `npm run bench -- paging` does it.' : pagingPart(paging)}

## Two workers

${workers === null ? 'Not measured; `npm run bench -- workers` does it.' : workersPart(workers)}
`;
}

function comparisonPart(comparison: Comparison): string {
  const { seed, portfolio, seconds, queries } = comparison;
  const find = (name: string): QueryFigures | undefined => queries.find((query) => query.name === name);
  const [cached, hello] = [find('cached'), find('hello')];
  return `## Comparison

${howMade(comparison)} Seed ${seed}: ${portfolio.buildings} buildings, ${portfolio.units} units. Windows of
${seconds} s, and longer where a candidate has given few answers by then.

![Answers a second, as a part of the floor's](chart.svg)

${summary(comparison)}

${legend}

${compared(comparison)
  .map((query) => queryPart(query, comparison))
  .join('\n\n')}

## Start and memory

Milliseconds from the start of the process to its first answer, and the most memory that it ever had, all loads together.

${table(
  ['', 'First answer after', 'Peak memory'],
  comparison.candidates.map(({ title, startUp, peakMemory }) => [
    title,
    startUp === null ? null : `${startUp.toFixed(0)} ms`,
    `${peakMemory.toFixed(0)} MB`,
  ]),
)}

## Identical requests

The deep query from one caller, the same text with the same arguments ten times at once. Everywhere else 64 requests take turns, no
two of them alike.

${
  comparison.identical.length === 0
    ? 'Not measured.'
    : table(
        ['', 'Answers/s', 'Upstream calls an answer'],
        comparison.identical.map(({ candidate, perSecond, calls }) => [
          titleOf(comparison, candidate),
          perSecond.toFixed(perSecondDigits(perSecond)),
          calls.toFixed(1),
        ]),
      )
}

## Everything in the source cache

The mixed ids again, by a Gatehouse whose sources keep their answers (\`cache\`), as none does by default. The floor makes its calls.

${cached === undefined ? 'Not measured.' : figures(cached, comparison)}

## The server alone

\`{ __typename }\`, which asks no provider: what yoga costs before it does anything.

${hello === undefined ? 'Not measured.' : figures(hello, comparison)}`;
}

function queryPart(query: QueryFigures, comparison: Comparison): string {
  const bytes = answersOf(query, 'gatehouse')?.bytes ?? 0;
  return `## ${query.title}

${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB an answer.

${figures(query, comparison)}`;
}

/** Two tables: what an answer costs, and how long it takes. */
function figures(query: QueryFigures, comparison: Comparison): string {
  const shown = comparison.candidates.filter(({ name }) => answersOf(query, name) !== undefined);
  const at = (name: string, concurrency: number, latency = 0) =>
    loadOf(answersOf(query, name), concurrency, latency);
  const latencies = (load: ReturnType<typeof at>): Cell =>
    load === null ? null : `${milliseconds(load.p50)}, ${milliseconds(load.p99)}`;
  const work = shown.map(({ name, title }) => [
    title,
    answersOf(query, name)?.calls,
    answersOf(query, name)?.waves,
    at(name, 10)?.calls.toFixed(1),
    milliseconds(at(name, 10)?.cpu),
    times(ratio(query, 'cpu', name, 'floor')),
    ...[1, 10, 100].map((concurrency) =>
      at(name, concurrency)?.perSecond.toFixed(perSecondDigits(at(name, concurrency)?.perSecond)),
    ),
    name === 'gatehouse' ? null : times(ratio(query, 'perSecond', 'gatehouse', name)),
  ]);
  const waiting = shown.map(({ name, title }) => [
    title,
    ...[1, 10, 100].map((concurrency) => latencies(at(name, concurrency))),
    ...[1, 10].map((concurrency) => latencies(at(name, concurrency, 20))),
  ]);
  const said = notes(query, comparison);
  return `${table(
    [
      '',
      'Calls',
      'Waves',
      'Calls under load',
      'CPU',
      'CPU, floor = 1',
      'Answers/s, 1 at once',
      '10 at once',
      '100 at once',
      'Gatehouse gives, times as many',
    ],
    work,
  )}

${table(['p50, p99', '1 at once', '10 at once', '100 at once', '1, upstreams of 20 ms', '10, upstreams of 20 ms'], waiting)}${said.length === 0 ? '' : `\n\n${said.join('\n')}`}`;
}

/** Why something is missing, or rests on less. */
function notes(query: QueryFigures, comparison: Comparison): readonly string[] {
  const { rounds } = comparison;
  const unanswered = query.unanswered.map((name) => `- ${titleOf(comparison, name)} has no words for it.`);
  const about = ({ candidate, load, leftOut }: AnswerFigures): readonly string[] => [
    ...leftOut
      .filter(({ latency }) => latency === 0)
      .map(
        ({ concurrency, why }) => `- ${titleOf(comparison, candidate)} with ${concurrency} at once ${why}.`,
      ),
    ...load
      .filter(({ windows }) => windows < rounds.done)
      .map(
        ({ concurrency, windows }) =>
          `- ${titleOf(comparison, candidate)} with ${concurrency} at once takes long: medians of ${windows} ${windows === 1 ? 'window' : 'windows'}.`,
      ),
  ];
  return [...unanswered, ...query.answers.flatMap(about)];
}

function memoryPart(memory: MemoryFigures): string {
  const { command, date, machine, samples } = memory;
  return `\`${command}\`, ${date}: ${machine}.

${memorySentence(memory)} MB at each look: ${samples.join(', ')}.`;
}

export function memorySentence({ answers, minutes, first, last }: MemoryFigures): string {
  return `${answers} answers in ${minutes} minutes, ten under way at once, the deep query and one record in turn. Resident memory: ${first.toFixed(0)} MB in the first third behind the warm-up, ${last.toFixed(0)} MB in the last (${(last / first).toFixed(2)}).`;
}

function pagingPart(paging: PagingFigures): string {
  const { command, date, machine, portfolio, sources } = paging;
  return `\`${command}\`, ${date}: ${machine}. ${portfolio.buildings} buildings with ${portfolio.units} units, which some sources share.

${pagingSentence(paging)}

${table(
  ['Pages of', 'Pages', 'Calls', 'Time, first tenth', 'last tenth', 'CPU, first tenth', 'last tenth'],
  sources.map(({ source, pages, first, last }) => [
    source,
    pages,
    first.calls === last.calls ? first.calls : `${first.calls.toFixed(1)}, ${last.calls.toFixed(1)}`,
    milliseconds(first.time),
    milliseconds(last.time),
    milliseconds(first.cpu),
    milliseconds(last.cpu),
  ]),
)}`;
}

export function pagingSentence({ rows, pages, before, grown }: PagingFigures): string {
  return `${rows} units in ${pages} pages of 100. Peak memory grew by ${grown.toFixed(0)} MB from ${before.toFixed(0)} MB (\`--max-old-space-size=192\`).`;
}

function workersPart(workers: WorkersFigures): string {
  const { command, date, machine, rounds, seconds, loads } = workers;
  return `\`${command}\`, ${date}: ${machine}. Medians of ${rounds} alternating rounds, windows of ${seconds} s.

${workersSentence(workers)}

${table(
  [
    'The deep query',
    'CPU, one process',
    'two workers',
    'Answers/s, one process',
    'two workers',
    'Busier worker, other = 1',
  ],
  loads.map(({ concurrency, one, two, spread }) => [
    `${concurrency} at once`,
    milliseconds(one.cpu),
    milliseconds(two.cpu),
    one.perSecond.toFixed(perSecondDigits(one.perSecond)),
    two.perSecond.toFixed(perSecondDigits(two.perSecond)),
    times(spread),
  ]),
)}`;
}

export function workersSentence(workers: WorkersFigures): string {
  const said = workers.loads.map(
    ({ concurrency, answers, one, two, spread }) =>
      `With ${concurrency} requests at once two workers gave ${answers} answers, each for ${times(two.cpu / one.cpu)} times the CPU that one process takes, and ${times(two.perSecond / one.perSecond)} times as many a second; the busier worker took ${times(spread)} times the CPU of the other.`,
  );
  const cores = canShowThroughput(workers)
    ? ''
    : ` The answers a second say nothing of workers here: ${workers.cores} cores were for them, the upstreams and the load together.`;
  return `${said.join(' ')}${cores}`;
}

function besideFloor(query: QueryFigures, member: 'calls' | 'waves'): Cell {
  const [own, floor] = ['gatehouse', 'floor'].map((name) => answersOf(query, name)?.[member]);
  return own === undefined || floor === undefined || own === floor ? own : `${own} (floor ${floor})`;
}

function titleOf({ candidates }: Comparison, name: string): string {
  return candidates.find((candidate) => candidate.name === name)?.title ?? name;
}

function perSecondDigits(value = 0): number {
  return value < 10 ? 1 : 0;
}
