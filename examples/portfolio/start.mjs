import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** `npm start`: the gateway, over the sandbox where no source is configured, and the application in front of it. */

const gateway = spawn(
  process.execPath,
  [fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))],
  {
    stdio: 'inherit',
  },
);
// One without the other is of no use.
gateway.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => gateway.kill(signal));

process.env.GATEHOUSE_URL ??= `http://127.0.0.1:${process.env.PORT ?? 4000}`;
const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));

try {
  await build({ configFile, logLevel: 'warn' });
  const { resolvedUrls } = await preview({ configFile });
  process.stdout.write(`The portfolio is at ${resolvedUrls?.local[0] ?? ''}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  gateway.kill();
}
