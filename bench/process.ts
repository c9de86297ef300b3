import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Processes of the bench's own, which are asked by messages: what one of them works does not disturb the others. */

interface Question {
  readonly id: number;
  readonly name: string;
  readonly value: unknown;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** A process that answers questions. */
export interface Helper {
  readonly pid: number;
  ask<T>(name: string, value?: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** @param module path of a module of the bench that calls `answerQuestions`, from this folder */
export function startHelper(module: string): Helper {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), [], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.once('exit', () => {
    for (const [id, settle] of waiting) settle({ id, error: `${module} ended before it answered` });
  });
  return {
    pid: child.pid ?? 0,
    async ask<T>(name: string, value?: unknown): Promise<T> {
      const id = (asked += 1);
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      child.send({ id, name, value } satisfies Question);
      const answer = await answered;
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value as T;
    },
    stop: () => end(child),
  };
}

/** Called once in the module of a helper. */
export function answerQuestions(answers: Readonly<Record<string, (value: never) => unknown>>): void {
  process.on('message', ({ id, name, value }: Question) => {
    void Promise.resolve()
      .then(() => answers[name]?.(value as never))
      .then(
        (answer): Answer => ({ id, value: answer }),
        (error: unknown): Answer => ({ id, error: String(error) }),
      )
      .then((answer) => process.send?.(answer));
  });
  process.once('disconnect', () => process.exit());
}

/** Ends a process by SIGTERM, and where that does not help by SIGKILL. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(late);
}
