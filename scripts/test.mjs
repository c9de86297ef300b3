import { spawn } from 'node:child_process';

/**
 * `npm test`: the checks of the code, with the short soak beside them, then all tests. Each of the two first ones keeps about one
 * core busy, and most machines have two.
 */

const run = (...args) =>
  new Promise((resolve) => {
    const child = spawn('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });

const beside = await Promise.all([
  run('run', '--silent', 'check'),
  run('run', '--silent', 'soak', '--', '--seconds', '90'),
]);
const failed = beside.find((code) => code !== 0);
process.exitCode = failed ?? (await run('exec', '--', 'vitest', 'run'));
