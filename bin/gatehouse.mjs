#!/usr/bin/env node
import { build, BuildError, isStale } from '../scripts/build.mjs';

/** The command line, built first where that is needed. */
try {
  if (isStale()) build();
  await import('../dist/src/cli/main.js');
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
