import type { Command } from './command.js';
import { checkConfigCommand } from './commands/check-config.js';
import { doctorCommand } from './commands/doctor.js';
import { explainCommand } from './commands/explain.js';
import { hashKeyCommand } from './commands/hash-key.js';
import { sandboxCommand } from './commands/sandbox.js';
import { schemaCommand } from './commands/schema.js';
import { serveCommand } from './commands/serve.js';

/** All that `gatehouse` can be told to do, in the order in which an operator meets them. */
export const commands: readonly Command[] = [
  serveCommand,
  sandboxCommand,
  checkConfigCommand,
  hashKeyCommand,
  doctorCommand,
  explainCommand,
  schemaCommand,
];
