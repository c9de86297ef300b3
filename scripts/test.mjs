import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * `npm test`: the short soak, then all tests; and beside them, in the time that they leave, the checks of the code, which are
 * heard of when they fail.
 */

/** @returns the exit code, and what was printed where that is kept */
const run = (args, { isBeside = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', ...args], {
      stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    // Tests have times to keep; the checks have none. What a process starts has its priority.
    if (isBeside && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
    child.once('error', () => resolve({ code: 1, printed }));
    child.once('close', (code) => resolve({ code: code ?? 1, printed }));
  });

/** One after the other, up to the first that fails. */
async function inTurn(...scripts) {
  for (const script of scripts) {
    const ended = await run([script], { isBeside: true });
    if (ended.code !== 0) return ended;
  }
  return { code: 0, printed: [] };
}

// Two lanes: what is left of them when the tests end has both cores.
const beside = Promise.all([inTurn('check:format'), inTurn('check:types', 'check:generated')]);
const soak = await run(['soak', '--', '--seconds', '75']);
const tests = soak.code === 0 ? await run(['tests']) : soak;
const failed = (await beside).filter(({ code }) => code !== 0);
for (const { printed } of failed) for (const chunk of printed) process.stdout.write(chunk);
process.exitCode = tests.code === 0 ? (failed[0]?.code ?? 0) : tests.code;
