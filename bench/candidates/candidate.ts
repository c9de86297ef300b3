import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end } from '../process.js';
import type { Variant } from '../queries/query.js';
import type { World } from '../upstreams/world.js';

/** Something that answers the queries of the bench. */
export interface Candidate {
  readonly name: string;
  /** As the head of its column. */
  readonly title: string;
  /** How its process is begun; asked for each start. */
  command(setting: Setting): Command | Promise<Command>;
  /** How it is asked, where it has a schema of its own. */
  readonly dialect?: Dialect;
}

/** What all candidates are told. */
export interface Setting {
  readonly world: World;
  readonly port: number;
  /** Calls under way at once for each provider. */
  readonly connections: number;
  /** API keys of the callers. */
  readonly keys: readonly string[];
  /** A folder for files of this run. */
  readonly folder: string;
  /** Whether Node writes a CPU profile into `bench/profiles` when the process ends. */
  readonly isProfiled?: boolean;
}

export interface Command {
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Working directory, where it matters. */
  readonly folder?: string;
}

/** A body of a request. */
export interface Body {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Dialect {
  /** The same question in the candidate's own schema; null where it has no words for it. */
  body(query: string, operation: string, variant: Variant, world: World): Body | null;
  /** What an answer says, in the words of the floor. */
  content(query: string, answer: unknown, variant: Variant): unknown;
}

/** A candidate that is running. */
export interface Running {
  readonly candidate: Candidate;
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of its process to its first answer. */
  readonly startUp: number;
  stop(): Promise<void>;
}

/** How long a candidate may take to start, in milliseconds. */
const patience = 60_000;

export async function startCandidate(candidate: Candidate, setting: Omit<Setting, 'port'>): Promise<Running> {
  const port = await freePort();
  const { args, environment, folder } = await candidate.command({ ...setting, port });
  const { urls, credentials } = setting.world;
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [...(setting.isProfiled === true ? profiling(candidate.name) : []), ...args],
    {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        BENCH_UPSTREAMS: JSON.stringify({ urls, credentials, connections: setting.connections }),
        ...environment,
      },
      // What a candidate logs goes to the null device, as fast as it can.
      stdio: ['ignore', 'ignore', process.env['BENCH_DEBUG'] === undefined ? 'ignore' : 'inherit'],
    },
  );
  const url = `http://127.0.0.1:${port}/graphql`;
  await untilItAnswers(url, setting.keys[0] ?? '', child, candidate.name);
  return {
    candidate,
    url,
    pid: child.pid ?? 0,
    startUp: performance.now() - begun,
    stop: () => end(child),
  };
}

/** Arguments of Node: a profile is written by a process that ends of its own accord, which most candidates do not when told. */
function profiling(name: string): readonly string[] {
  return [
    '--cpu-prof',
    `--cpu-prof-dir=${fileURLToPath(new URL('../profiles', import.meta.url))}`,
    `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`,
    '--import',
    'data:text/javascript,process.once("SIGTERM", () => process.exit())',
  ];
}

async function untilItAnswers(url: string, key: string, child: ChildProcess, name: string): Promise<void> {
  const deadline = performance.now() + patience;
  while (child.exitCode === null && performance.now() < deadline) {
    const answered = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({
        query: 'query none_a { a: __typename }',
        operationName: 'none_a',
        variables: {},
      }),
    }).catch(() => null);
    if (answered?.ok === true) return;
    await delay(5);
  }
  await end(child);
  throw new Error(`${name} did not start; run with BENCH_DEBUG=1 to see what it says`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
