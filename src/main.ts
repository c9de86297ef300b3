import { loadEnvFile } from './config/env-file.js';
import { ConfigError } from './errors.js';
import { serve } from './serve.js';

/** The gateway as a process of its own: what `npm start` and the image run. */
loadEnvFile();
serve(process.env).catch((error: unknown) => {
  // A faulty configuration is the operator's to mend: its message is all they need.
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
