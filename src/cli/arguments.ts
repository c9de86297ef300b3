import { parseArgs } from 'node:util';

export const usage = `Usage: gatehouse explain --calls <file.graphql ...>
       gatehouse doctor

explain prints the calls that each operation of the files would make at most, source by source, without making any.
Fragments may stand in other files. "-" reads standard input.

  --variables <json>   variables, as JSON or as the name of a JSON file
  --operation <name>   only the operation of this name
  --max-calls <n>      fail (exit code 1) where an operation could make more calls

doctor logs in to each configured source, asks each endpoint that the gateway uses, and prints how it answered, what is
wrong, and the cure. It reads only, and prints no record and no secret.

  --source <id>        only this source; may be given several times
  --strict             fail (exit code 1) for warnings, too

Both take:

  --config <file>      a configuration file, in place of the one that GATEHOUSE_CONFIG names; sources come from it, from the
                       environment and from .env, as for the gateway (where nothing is configured, explain takes one of
                       each provider)
  --json               print JSON
  --help               print this

Exit codes: 0 all is well, 1 an operation could make more than --max-calls, or something is wrong with a source, 2 something
is wrong with what was given.
`;

export interface ExplainArguments {
  readonly command: 'explain';
  readonly files: readonly string[];
  readonly variables: string | undefined;
  readonly operation: string | undefined;
  readonly maxCalls: number | undefined;
  readonly config: string | undefined;
  readonly json: boolean;
}

export interface DoctorArguments {
  readonly command: 'doctor';
  /** Only these; all where there is none. */
  readonly sources: readonly string[];
  readonly strict: boolean;
  readonly config: string | undefined;
  readonly json: boolean;
}

/** The command line cannot be understood; the message names what, and the cure. */
export class UsageError extends Error {}

/** Reads the command line; `null` where help is wanted. */
export function readArguments(args: readonly string[]): ExplainArguments | DoctorArguments | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [command, ...files] = positionals;
  if (command !== 'explain' && command !== 'doctor') {
    throw new UsageError(
      command === undefined
        ? 'Name a command: explain or doctor.'
        : `${command} is no command; there are explain and doctor.`,
    );
  }
  const alien = own[command === 'explain' ? 'doctor' : 'explain'].find((name) => values[name] !== undefined);
  if (alien !== undefined) throw new UsageError(`${command} takes no --${alien}; leave it out.`);
  const both = { config: values.config, json: values.json === true };
  if (command === 'doctor') {
    const [file] = files;
    if (file !== undefined) throw new UsageError(`doctor takes no file; leave out ${file}.`);
    return { command, sources: values.source ?? [], strict: values.strict === true, ...both };
  }
  if (values.calls !== true) throw new UsageError('Say what to explain: --calls.');
  if (files.length === 0) throw new UsageError('Name a file that holds a query, or - for standard input.');
  return {
    command,
    files,
    variables: values.variables,
    operation: values.operation,
    maxCalls: readNumber(values['max-calls']),
    ...both,
  };
}

/** What one of the commands takes alone. */
const own = {
  explain: ['calls', 'variables', 'operation', 'max-calls'],
  doctor: ['source', 'strict'],
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        calls: { type: 'boolean' },
        variables: { type: 'string' },
        operation: { type: 'string' },
        'max-calls': { type: 'string' },
        source: { type: 'string', multiple: true },
        strict: { type: 'boolean' },
        config: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError('--max-calls: must be a whole number from 0 up.');
  return Number(text);
}
