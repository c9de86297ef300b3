import { parseArgs } from 'node:util';

export const usage = `Usage: gatehouse explain --calls <file.graphql ...>

Prints the calls that each operation of the files would make at most, source by source, without making any. Fragments may
stand in other files. "-" reads standard input.

  --variables <json>   variables, as JSON or as the name of a JSON file
  --operation <name>   only the operation of this name
  --max-calls <n>      fail (exit code 1) where an operation could make more calls
  --config <file>      a configuration file, in place of the one that GATEHOUSE_CONFIG names; sources come from it, from the
                       environment and from .env, as for the gateway (where nothing is configured, one of each provider)
  --json               print JSON
  --help               print this

Exit codes: 0 all is well, 1 an operation could make more than --max-calls, 2 something is wrong with what was given.
`;

export interface ExplainArguments {
  readonly files: readonly string[];
  readonly variables: string | undefined;
  readonly operation: string | undefined;
  readonly maxCalls: number | undefined;
  readonly config: string | undefined;
  readonly json: boolean;
}

/** The command line cannot be understood; the message names what, and the cure. */
export class UsageError extends Error {}

/** Reads the command line; `null` where help is wanted. */
export function readArguments(args: readonly string[]): ExplainArguments | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [command, ...files] = positionals;
  if (command !== 'explain') {
    throw new UsageError(
      command === undefined ? 'Name a command: explain.' : `${command} is no command; there is explain.`,
    );
  }
  if (values.calls !== true) throw new UsageError('Say what to explain: --calls.');
  if (files.length === 0) throw new UsageError('Name a file that holds a query, or - for standard input.');
  return {
    files,
    variables: values.variables,
    operation: values.operation,
    maxCalls: readNumber(values['max-calls']),
    config: values.config,
    json: values.json === true,
  };
}

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
