import { loadEnvFile } from '../config/env-file.js';
import { run } from './run.js';

/** The command `gatehouse`. */
// Whoever reads what is printed may have enough, as `head` has after some lines.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

loadEnvFile();
process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  input: process.stdin,
  hasColours: process.stdout.isTTY && process.stdout.hasColors(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
