import type { ParseArgsConfig } from 'node:util';
import type { Readable } from 'node:stream';
import type { Environment } from '../config/config.js';

/** Where a command is run. */
export interface Terminal {
  readonly environment: Environment;
  readonly input: Readable;
  /** Whether people read what is printed, on a screen that can show colours. */
  readonly hasColours: boolean;
  print(text: string): void;
  complain(text: string): void;
}

/** One of the things that `gatehouse` can be told to do. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands behind `gatehouse` on the command line. */
  readonly usage: string;
  /** What it does, and its options; printed by `--help`. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** @returns the exit code */
  run(given: Given, terminal: Terminal): Promise<number>;
}

/** The command line behind the command's name. */
export interface Given {
  readonly words: readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  has(option: string): boolean;
}

/** The command line cannot be understood; the message names what, and the cure. */
export class UsageError extends Error {}

/** The environment, with the configuration file that an option names in place of the one that it names itself. */
export function environmentOf(given: Given, { environment }: Terminal): Environment {
  const config = given.text('config');
  return config === undefined ? environment : { ...environment, GATEHOUSE_CONFIG: config };
}

/** Refuses words that a command has no use for. */
export function requireNoWords(given: Given, command: string): void {
  const [word] = given.words;
  if (word !== undefined) throw new UsageError(`${command} takes nothing but options; leave out ${word}.`);
}

/** What several commands say of `--config`. */
export const configOption = `  --config <file>      a configuration file, in place of the one that GATEHOUSE_CONFIG names; sources come from it, from the
                       environment and from .env, as for the gateway`;
