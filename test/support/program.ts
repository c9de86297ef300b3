import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A program of `src/` in a process of its own, as an operator runs it. */
export interface Program {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** What it has written so far. */
  readonly printed: () => string;
  readonly complained: () => string;
  /** Its exit code; `null` where a signal ended it. */
  readonly ended: Promise<number | null>;
}

const tsx = import.meta.resolve('tsx');

/** @param environment all that it sees of the environment, the search path excepted */
export function runProgram(
  file: string,
  args: readonly string[],
  { cwd, environment }: { readonly cwd: string; readonly environment: Readonly<Record<string, string>> },
): Program {
  const child = spawn(process.execPath, ['--import', tsx, file, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return {
    process: child,
    printed: gather(child.stdout),
    complained: gather(child.stderr),
    ended: new Promise((resolve) => child.once('close', (code) => resolve(code))),
  };
}

function gather(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}
