import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { providers } from '../../resolvers/providers.js';
import { connectSources, readSources, type Environment } from '../config/config.js';
import type { Source } from '../domain/provider.js';
import { ConfigError } from '../errors.js';
import { toDryRun } from '../plan/report.js';
import { createSchema, graph } from '../schema.js';
import { readArguments, usage, UsageError, type ExplainArguments } from './arguments.js';
import { explain, ExplainError, type Explained, type OperationFile } from './explain.js';
import { toTable } from './table.js';

/** The command `gatehouse`. */
async function main(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  if (given === null) {
    process.stdout.write(usage);
    return 0;
  }
  const sources = connect(given.config);
  try {
    const explained = explain(await readFiles(given.files), {
      schema: createSchema(),
      graph,
      sources,
      operation: given.operation,
      variables: readVariables(given.variables),
    });
    process.stdout.write(given.json ? toJson(explained) : explained.map(toText).join('\n'));
    return judge(explained, given);
  } finally {
    await Promise.all(sources.map(({ client }) => client.close()));
  }
}

/** The configured sources; where there is none, one of each provider: nothing is asked of them, so any credentials do. */
function connect(config: string | undefined): readonly Source[] {
  const configured = readSources(
    config === undefined ? process.env : { ...process.env, GATEHOUSE_CONFIG: config },
  );
  return connectSources(configured.length > 0 ? configured : readSources(exampleEnvironment()));
}

function exampleEnvironment(): Environment {
  const required = providers.flatMap(({ environment }) => environment.filter((each) => each.required));
  return Object.fromEntries(required.map(({ variable, example }) => [variable, example]));
}

function readFiles(names: readonly string[]): Promise<readonly OperationFile[]> {
  return Promise.all(
    names.map(async (name) =>
      name === '-'
        ? { name: 'standard input', text: await text(process.stdin) }
        : { name, text: readText(name) },
    ),
  );
}

function readText(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unreadable'}).`,
    );
  }
}

function readVariables(given: string | undefined): Readonly<Record<string, unknown>> {
  if (given === undefined) return {};
  const json = given.trimStart().startsWith('{') ? given : readText(given);
  try {
    const variables: unknown = JSON.parse(json);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables))
      return { ...variables };
  } catch {
    // Told below, without quoting what may be personal data.
  }
  throw new UsageError('--variables: must be a JSON object, or the name of a file that holds one.');
}

function toJson(explained: readonly Explained[]): string {
  const operations = explained.map(({ operation, estimate }) => ({ operation, ...toDryRun(estimate) }));
  return `${JSON.stringify(operations, null, 2)}\n`;
}

function toText({ operation, estimate: { calls, waves, sources } }: Explained): string {
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
    '',
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function judge(explained: readonly Explained[], { maxCalls }: ExplainArguments): number {
  const over = explained.filter(({ estimate }) => estimate.calls > (maxCalls ?? Infinity));
  for (const { operation, estimate } of over) {
    process.stderr.write(
      `${operation} could make ${counted(estimate.calls, 'call')}, and --max-calls allows ${maxCalls ?? 0}; ask for less at once, by smaller \`first\` or fewer levels.\n`,
    );
  }
  return over.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const isTheirs =
      error instanceof UsageError || error instanceof ExplainError || error instanceof ConfigError;
    process.stderr.write(`${isTheirs ? error.message : String((error as Error).stack)}\n`);
    if (error instanceof UsageError) process.stderr.write('See gatehouse --help.\n');
    process.exitCode = 2;
  },
);
