import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Installs what the candidates are made of, compiles those written here, and builds Gatehouse, each where that is needed. */
export function prepare(): void {
  if (!isInstalled(here)) run('npm', ['ci', '--no-audit', '--no-fund'], here);
  run(process.execPath, [fileURLToPath(import.meta.resolve('typescript/bin/tsc')), '-p', 'candidates'], here);
  // Whatever the command line is told, it builds first where that is needed.
  run(process.execPath, ['bin/gatehouse.mjs', '--help'], fileURLToPath(new URL('..', import.meta.url)));
}

function run(command: string, args: readonly string[], cwd: string): void {
  const env = Object.fromEntries(
    // What npm has read from the repository's `.npmrc` (engines are strict there) does not hold for the bench's own install.
    Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_config_')),
  );
  const { status } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args[0] ?? ''} failed; see the messages above.`);
}
