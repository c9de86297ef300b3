import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { providers } from '../../../resolvers/providers.js';
import { connectSources, readSources, type Environment } from '../../config/config.js';
import type { Source } from '../../domain/provider.js';
import { toDryRun } from '../../plan/report.js';
import { createSchema, graph } from '../../schema.js';
import {
  configOption,
  environmentOf,
  UsageError,
  type Command,
  type Given,
  type Terminal,
} from '../command.js';
import { explain, type Explained, type OperationFile } from '../explain.js';
import { toTable } from '../table.js';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'print the upstream calls that operations would make, without making any',
  usage: 'explain --calls <file.graphql ...>',
  help: `Prints the calls that each operation of the files would make at most, source by source, without making any. Fragments may
stand in other files. "-" reads standard input. Where no source is configured, one of each provider is assumed.

  --calls              what to explain
  --variables <json>   variables, as JSON or as the name of a JSON file
  --operation <name>   only the operation of this name
  --max-calls <n>      fail (exit code 1) where an operation could make more calls
${configOption}
  --json               print JSON`,
  options: {
    calls: { type: 'boolean' },
    variables: { type: 'string' },
    operation: { type: 'string' },
    'max-calls': { type: 'string' },
    config: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(given, terminal) {
    if (!given.has('calls')) throw new UsageError('Say what to explain: --calls.');
    if (given.words.length === 0)
      throw new UsageError('Name a file that holds a query, or - for standard input.');
    const maxCalls = readMaxCalls(given.text('max-calls'));
    const sources = connect(environmentOf(given, terminal));
    try {
      const explained = explain(await readFiles(given.words, terminal), {
        schema: createSchema(),
        graph,
        sources,
        operation: given.text('operation'),
        variables: readVariables(given),
      });
      terminal.print(given.has('json') ? toJson(explained) : explained.map(toText).join('\n'));
      return judge(explained, maxCalls, terminal);
    } finally {
      await Promise.all(sources.map(({ client }) => client.close()));
    }
  },
};

function readMaxCalls(given: string | undefined): number {
  if (given === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(given)) throw new UsageError('--max-calls: must be a whole number from 0 up.');
  return Number(given);
}

/** The configured sources; where there is none, one of each provider: nothing is asked of them, so any credentials do. */
function connect(environment: Environment): readonly Source[] {
  const configured = readSources(environment);
  return connectSources(configured.length > 0 ? configured : readSources(exampleEnvironment()));
}

function exampleEnvironment(): Environment {
  const required = providers.flatMap(({ environment }) => environment.filter((each) => each.required));
  return Object.fromEntries(required.map(({ variable, example }) => [variable, example]));
}

/** A file that is named twice, as patterns of a shell do, is read once. */
function readFiles(names: readonly string[], { input }: Terminal): Promise<readonly OperationFile[]> {
  return Promise.all(
    [...new Set(names)].map(async (name) =>
      name === '-' ? { name: 'standard input', text: await text(input) } : { name, text: readText(name) },
    ),
  );
}

function readText(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unreadable'}); name a readable file.`,
    );
  }
}

function readVariables(given: Given): Readonly<Record<string, unknown>> {
  const told = given.text('variables');
  if (told === undefined) return {};
  try {
    const json = told.trimStart().startsWith('{') ? told : readFileSync(told, 'utf8');
    const variables: unknown = JSON.parse(json);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables))
      return { ...variables };
  } catch {
    // Told below, without quoting what may be personal data.
  }
  throw new UsageError('--variables: must be a JSON object, or the name of a readable file that holds one.');
}

function toJson(explained: readonly Explained[]): string {
  const operations = explained.map(({ operation, estimate }) => ({ operation, ...toDryRun(estimate) }));
  return `${JSON.stringify(operations, null, 2)}\n`;
}

function toText({ operation, estimate: { calls, waves, sources, assumed } }: Explained): string {
  const rows = sources.flatMap(({ source, parts }) =>
    parts.map(({ field, path, calls: most, formula }) => [source, field, `GET ${path}`, most, formula]),
  );
  const totals = sources.map((each) => [
    each.source,
    `in all, ${counted(each.waves, 'wave')}`,
    '',
    each.calls,
    '',
  ]);
  const lines = toTable(['source', 'field', 'call', 'calls', 'formula'], [...rows, ...totals]);
  return [
    `${operation}: at most ${counted(calls, 'call')} in ${counted(waves, 'wave')}`,
    ...(rows.length === 0 ? [] : lines),
    ...assumed.map(({ field, size }) => `${field} is taken to hold ${counted(size, 'item')}`),
    '',
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function judge(explained: readonly Explained[], maxCalls: number, terminal: Terminal): number {
  const over = explained.filter(({ estimate }) => estimate.calls > maxCalls);
  for (const { operation, estimate } of over) {
    terminal.complain(
      `${operation} could make ${counted(estimate.calls, 'call')}, and --max-calls allows ${maxCalls}; ask for less at once, by smaller \`first\` or fewer levels.\n`,
    );
  }
  return over.length === 0 ? 0 : 1;
}
