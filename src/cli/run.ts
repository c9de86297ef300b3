import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { providers } from '../../resolvers/providers.js';
import { connectSources, readSources, type Environment } from '../config/config.js';
import type { Source } from '../domain/provider.js';
import { ConfigError } from '../errors.js';
import { toDryRun } from '../plan/report.js';
import { createSchema, graph } from '../schema.js';
import { readArguments, usage, UsageError, type ExplainArguments } from './arguments.js';
import { runDoctor } from './doctor.js';
import { explain, ExplainError, type Explained, type OperationFile } from './explain.js';
import { toTable } from './table.js';

/** Where a command is run. */
export interface Terminal {
  readonly environment: Environment;
  readonly input: Readable;
  print(text: string): void;
  complain(text: string): void;
}

/**
 * Runs a command line; what is wrong with it is complained of, with the cure.
 * @returns the exit code, as the usage has them
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const given = readArguments(args);
    if (given === null) {
      terminal.print(usage);
      return 0;
    }
    if (given.command === 'explain') return await runExplain(given, terminal);
    const { text: report, code } = await runDoctor(given, terminal.environment);
    terminal.print(report);
    return code;
  } catch (error) {
    const isTheirs =
      error instanceof UsageError || error instanceof ExplainError || error instanceof ConfigError;
    terminal.complain(`${isTheirs ? error.message : String((error as Error).stack)}\n`);
    if (error instanceof UsageError) terminal.complain('See gatehouse --help.\n');
    return 2;
  }
}

async function runExplain(given: ExplainArguments, terminal: Terminal): Promise<number> {
  const sources = connect(given.config, terminal);
  try {
    const explained = explain(await readFiles(given.files, terminal), {
      schema: createSchema(),
      graph,
      sources,
      operation: given.operation,
      variables: readVariables(given.variables),
    });
    terminal.print(given.json ? toJson(explained) : explained.map(toText).join('\n'));
    return judge(explained, given, terminal);
  } finally {
    await Promise.all(sources.map(({ client }) => client.close()));
  }
}

/** The configured sources; where there is none, one of each provider: nothing is asked of them, so any credentials do. */
function connect(config: string | undefined, { environment }: Terminal): readonly Source[] {
  const configured = readSources(
    config === undefined ? environment : { ...environment, GATEHOUSE_CONFIG: config },
  );
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

function readVariables(given: string | undefined): Readonly<Record<string, unknown>> {
  if (given === undefined) return {};
  try {
    const json = given.trimStart().startsWith('{') ? given : readFileSync(given, 'utf8');
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

function judge(explained: readonly Explained[], { maxCalls }: ExplainArguments, terminal: Terminal): number {
  const over = explained.filter(({ estimate }) => estimate.calls > (maxCalls ?? Infinity));
  for (const { operation, estimate } of over) {
    terminal.complain(
      `${operation} could make ${counted(estimate.calls, 'call')}, and --max-calls allows ${maxCalls ?? 0}; ask for less at once, by smaller \`first\` or fewer levels.\n`,
    );
  }
  return over.length === 0 ? 0 : 1;
}
