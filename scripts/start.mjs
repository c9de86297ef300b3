import { build, BuildError, isStale } from './build.mjs';

/** `npm start`: builds where that is needed, then runs the gateway in this process, so that signals reach it. */

// Before the build: whoever ends npm meanwhile must find us gone as well.
const parent = process.ppid;

try {
  if (isStale()) {
    process.stdout.write('Building ...\n');
    build();
  }
  stopWithNpm();
  await import('../dist/src/main.js');
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/**
 * A signal to npm ends npm and the shell that it started us with, and many shells do not pass it on. Then we have
 * another parent, and stop as if the signal had been ours.
 */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
