import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { scopes } from '../../src/access/caller.js';
import type { Memory } from './probe.js';

/** The gateway as an operator runs it, in a process of its own: its memory and its end are its own. */
export interface GatewayProcess {
  /** `http://127.0.0.1:4711/graphql`. */
  readonly url: string;
  /** How it ended: an exit code or the name of a signal; `null` while it runs. */
  readonly end: number | string | null;
  /** What it uses once garbage has been collected; `null` where it does not answer. */
  memory(): Promise<Memory | null>;
  /** Ends it as an operator does, by SIGTERM, and says how that went. */
  stop(): Promise<number | string>;
}

/** What its clients prove themselves by. */
export const apiKey = createApiKey();

/** Longer than the gateway takes to close its connections. */
const patience = 5_000;

/**
 * @param sources what stands in `sources` of the configuration file
 * @param onLine told every line that it logs
 */
export async function startGateway(
  sources: readonly object[],
  onLine: (line: string) => void,
): Promise<GatewayProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-soak-'));
  const config = join(folder, 'gatehouse.json');
  const callers = [{ id: 'soak', hash: hashApiKey(apiKey), sources: '*', scopes: Object.keys(scopes) }];
  writeFileSync(config, JSON.stringify({ sources, auth: { apiKeys: callers } }));
  const child = fork(fileURLToPath(import.meta.resolve('../../src/main.ts')), [], {
    execArgv: [
      '--expose-gc',
      ...['--import', import.meta.resolve('tsx')],
      ...['--import', import.meta.resolve('./probe.ts')],
    ],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      GATEHOUSE_CONFIG: config,
      GATEHOUSE_CURSOR_KEY: 'a key that only the soak uses',
      // All clients are one caller here.
      GATEHOUSE_CALLER_REQUESTS: 'off',
      GATEHOUSE_CALLER_CALLS: 'off',
      GATEHOUSE_CALLER_OPERATIONS: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let end: number | string | null = null;
  const ended = once(child, 'exit').then(([code, signal]: (number | string | null)[]) => {
    rmSync(folder, { recursive: true, force: true });
    return (end = code ?? signal ?? 'unknown');
  });

  const url = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        const ready = /ready at (http:\S+\/graphql)/.exec(line)?.[1];
        if (ready === undefined) onLine(line);
        else resolve(ready);
      });
    }
  });
  const failure = ended.then((how) => {
    throw new Error(`The gateway ended before it was ready (${how}).`);
  });

  return {
    url: await Promise.race([url, failure]),
    get end() {
      return end;
    },
    async memory() {
      if (end !== null) return null;
      const answer = once(child, 'message').then(([told]: Memory[]) => told ?? null);
      child.send('memory', () => undefined);
      return Promise.race([answer, delay(patience, null, { ref: false }), ended.then(() => null)]);
    },
    async stop() {
      child.kill('SIGTERM');
      const how = await Promise.race([ended, delay(patience, null, { ref: false })]);
      if (how !== null) return how;
      child.kill('SIGKILL');
      await ended;
      return `still running ${patience / 1000} s after SIGTERM`;
    },
  };
}
