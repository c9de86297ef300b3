import { table } from '../docs/markdown.js';
import type { FloorCalls } from './counted.js';
import type { Measured } from './measure.js';

/** The queries of one catalogue, as they were measured. */
export interface MeasuredCatalogue {
  readonly title: string;
  readonly measured: readonly Measured[];
}

/** `docs/calls.md`: what the queries of all catalogues cost, beside the fewest calls that could answer them. */
export function callsPage(catalogues: readonly MeasuredCatalogue[]): string {
  return [
    '<!-- Written by `npm run calls`; change the queries in `scripts/calls` instead. -->',
    '# What queries cost',
    intro,
    ...catalogues.map(summaryOf),
    '## The queries and their lower bounds',
    ...catalogues.map(detailsOf),
  ].join('\n\n');
}

const intro = `Each query was run through the gateway against the sandbox, and its upstream calls were counted; logins are left out.

- **Calls** and **waves**: the HTTP requests to providers, and the longest chain of requests that wait for each other, once
  the gateway has seen how long the providers' lists are ([decision 9](decisions/0009-records-are-not-cached.md): no
  record is remembered).
- **Fewest**: the calls, and the waves, below which no plan can be made of these interfaces. It is written down by hand, from the
  providers' documents and what the sandbox holds: for each list the rows divided by the page size, for each endpoint that takes
  ids the distinct ids divided by how many it takes, one for each record that can only be asked for alone, and the fewer of both
  where there is a choice. How it comes about stands below, with each query.
- **Ratio**: calls divided by the fewest.
- **Dry run**: the calls that the gateway said the query would make at most, before it made any.
- The two tables at the end are of queries that have to know which records are the same ([identity](identity.md)): what tells is
  read once every five minutes and remembered in between, so these are counted both ways.
- **First time**: the same for a gateway that has just started, and knows no list: calls in waves, and the dry run's bound.
- **Plain**: the calls of the same schema run by graphql-js with a call for each field of each object, nothing gathered and
  nothing remembered. It gives the same answers.`;

/** The table of one catalogue. */
export function summaryOf({ title, measured }: MeasuredCatalogue): string {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const calls = sum(measured.map(({ known }) => known.calls));
  const plain = sum(measured.map((each) => each.plain));
  return [
    `## ${title}`,
    summary(measured),
    `${measured.length} queries: ${calls} calls in all, where the fewest are ${sum(measured.map(fewestOf))} and the plain version makes ${plain}.`,
  ].join('\n\n');
}

/** The queries of one catalogue, and how their lower bounds come about. */
export function detailsOf({ title, measured }: MeasuredCatalogue): string {
  return [`### ${title}`, ...measured.map(details)].join('\n\n');
}

function summary(measured: readonly Measured[]): string {
  const explained = measured.filter(({ floor }) => floor.why !== undefined);
  const note = (each: Measured): string =>
    explained.includes(each) ? ` [${explained.indexOf(each) + 1}]` : '';
  const rows = measured.map((each) => [
    each.title,
    String(each.known.calls),
    String(each.known.waves),
    `${fewestOf(each)} in ${each.floor.waves}`,
    `${(each.known.calls / fewestOf(each)).toFixed(2)}${note(each)}`,
    `≤ ${each.known.bound.calls}`,
    `${each.first.calls} in ${each.first.waves}, ≤ ${each.first.bound.calls}`,
    String(each.plain),
  ]);
  return [
    table(['Query', 'Calls', 'Waves', 'Fewest', 'Ratio', 'Dry run', 'First time', 'Plain'], rows),
    ...explained.map(({ title, floor }, index) => `${index + 1}. ${title}: ${floor.why ?? ''}`),
  ].join('\n\n');
}

function details({ title, query, floor }: Measured): string {
  return [
    `<details>\n<summary>${title}</summary>`,
    `\`\`\`graphql\n${query.trim()}\n\`\`\``,
    `The fewest calls, in ${plural(floor.waves, 'wave')}:`,
    floor.calls
      .filter(({ calls }) => calls > 0)
      .map(({ what, calls }: FloorCalls) => `- ${calls}: ${what}`)
      .join('\n'),
    '</details>',
  ].join('\n\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The fewest calls that could answer a query. */
export function fewestOf({ floor }: Pick<Measured, 'floor'>): number {
  return floor.calls.reduce((sum, { calls }) => sum + calls, 0);
}
