import { setMaxListeners } from 'node:events';
import type { Operation } from './context.js';
import { createCallLog } from './http/call-log.js';

/** How long an operation may take, in milliseconds, and what of it one source may take before the others are asked. */
export const operationTime = 30_000;
const shareOfOneSource = 1 / 3;

/** Starts the clock of one operation. It ends with the client's connection or with its time, whichever comes first. */
export function startOperation(client: AbortSignal | undefined, time: number = operationTime): Operation {
  const controller = new AbortController();
  // Every call under way listens; how many there are is bounded elsewhere.
  setMaxListeners(0, controller.signal);
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, time);
  if (client?.aborted === true) abort();
  client?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    deadline: Date.now() + time,
    share: time * shareOfOneSource,
    log: createCallLog(),
    failures: [],
    finish() {
      clearTimeout(timer);
      client?.removeEventListener('abort', abort);
    },
  };
}
