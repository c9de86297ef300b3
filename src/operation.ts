import { setMaxListeners } from 'node:events';
import type { Operation, OperationBudget } from './context.js';
import { createCallLog } from './http/call-log.js';

/** How long an operation may take, in milliseconds, and what of it one source may take before the others are asked. */
export const operationTime = 30_000;
const shareOfOneSource = 1 / 3;

export interface OperationLimits {
  /** Milliseconds. @default 30 seconds */
  readonly time?: number;
  /** Upstream calls. @default any number */
  readonly maxCalls?: number;
}

/** Starts the clock of one operation. It ends with the client's connection or with its time, whichever comes first. */
export function startOperation(
  client: AbortSignal | undefined,
  { time = operationTime, maxCalls = Infinity }: OperationLimits = {},
): Operation {
  const controller = new AbortController();
  // Every call under way listens; how many there are is bounded elsewhere.
  setMaxListeners(0, controller.signal);
  const abort = (): void => controller.abort();
  let isFinished = false;
  const timer = setTimeout(abort, time);
  if (client?.aborted === true) abort();
  client?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    deadline: Date.now() + time,
    share: time * shareOfOneSource,
    log: createCallLog(),
    budget: createBudget(maxCalls),
    failures: [],
    isAbandoned: () => client?.aborted === true,
    isOver: () => isFinished,
    finish() {
      isFinished = true;
      clearTimeout(timer);
      client?.removeEventListener('abort', abort);
    },
  };
}

function createBudget(maxCalls: number): OperationBudget {
  let left = maxCalls;
  let refused = 0;
  return {
    take() {
      left -= 1;
      if (left < 0) refused += 1;
      return left >= 0;
    },
    end() {
      left = 0;
    },
    get refused() {
      return refused;
    },
  };
}
