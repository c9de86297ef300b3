import { loadEnvFile } from '../config/env-file.js';
import { run } from './run.js';

/** The command `gatehouse`. */
loadEnvFile();
process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  input: process.stdin,
  hasColours: process.stdout.isTTY && process.stdout.hasColors(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
