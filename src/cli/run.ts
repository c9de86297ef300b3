import { ConfigError } from '../errors.js';
import { readArguments } from './arguments.js';
import { UsageError, type Terminal } from './command.js';
import { commands } from './commands.js';
import { ExplainError } from './explain.js';
import { helpOf, overview } from './help.js';

/**
 * Runs a command line; what is wrong with it is complained of, with the cure.
 *
 * @returns the exit code, as the help has them
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const asked = readArguments(args, commands);
    if ('help' in asked) {
      terminal.print(asked.help === null ? overview(commands) : helpOf(asked.help));
      return 0;
    }
    return await asked.command.run(asked.given, terminal);
  } catch (error) {
    const isTheirs =
      error instanceof UsageError || error instanceof ExplainError || error instanceof ConfigError;
    terminal.complain(`${isTheirs ? error.message : String((error as Error).stack)}\n`);
    if (error instanceof UsageError) terminal.complain('See gatehouse --help.\n');
    return 2;
  }
}
