import { parseArgs } from 'node:util';
import { UsageError, type Command, type Given } from './command.js';

/** What the command line asks for: a command with its options, or help. */
export type Asked =
  | { readonly command: Command; readonly given: Given }
  /** Of one command; of all where none was named. */
  | { readonly help: Command | null };

/** @throws UsageError */
export function readArguments(args: readonly string[], commands: readonly Command[]): Asked {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    const [of] = rest;
    return { help: of === undefined ? null : find(of, commands) };
  }
  if (name === undefined || name.startsWith('-')) {
    throw new UsageError(`Name a command: ${listed(commands)}.`);
  }
  const command = find(name, commands);
  const { values, positionals } = parse(command, rest);
  if (values['help'] === true) return { help: command };
  return {
    command,
    given: {
      words: positionals,
      text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
      texts: (option) => (Array.isArray(values[option]) ? (values[option] as readonly string[]) : []),
      has: (option) => values[option] === true,
    },
  };
}

function find(name: string, commands: readonly Command[]): Command {
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new UsageError(`${name} is no command; there are ${listed(commands)}.`);
  return command;
}

function listed(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function parse(
  { name, options }: Command,
  args: readonly string[],
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    const { message } = error as Error;
    const [, unknown] = /^Unknown option '(-[^']*)'/.exec(message) ?? [];
    throw new UsageError(unknown === undefined ? message : `${name} takes no ${unknown}; leave it out.`);
  }
}
