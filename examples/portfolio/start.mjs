import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** `npm start`: the gateway, over the sandbox where no source is configured, and the application in front of it. */

const parent = process.ppid;
const url = `http://127.0.0.1:${process.env.PORT ?? 4000}`;
process.env.GATEHOUSE_URL = url;

const gateway = spawn(
  process.execPath,
  [fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))],
  {
    stdio: 'inherit',
  },
);
// One without the other is of no use.
gateway.once('exit', (code) => process.exit(code ?? 1));
process.once('exit', () => gateway.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => gateway.kill());
// A signal to npm ends npm and the shell that it started us with, and many shells do not pass it on.
setInterval(() => process.ppid === parent || gateway.kill(), 250).unref();

const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));

try {
  await build({ configFile, logLevel: 'warn' });
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) await pause(100);
  const { resolvedUrls } = await preview({ configFile });
  process.stdout.write(`The portfolio is at ${resolvedUrls?.local[0] ?? ''}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
  gateway.kill();
}
