import type { Command } from './command.js';

/** All commands, a line each. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: gatehouse <command> [options]

One GraphQL schema over the property management systems that a landlord already runs.

${lines.join('\n')}

gatehouse <command> --help says more of one. Settings come from the environment, from .env, and from the file that
GATEHOUSE_CONFIG names; docs/config.md lists them.

${exitCodes}`;
}

/** One command with its options. */
export function helpOf({ usage, help }: Command): string {
  return `Usage: gatehouse ${usage}

${help}
  --help               print this

${exitCodes}`;
}

const exitCodes = `Exit codes: 0 all is well, 1 what was looked at is not as it should be, 2 something is wrong with what was given.
`;
