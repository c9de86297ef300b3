import { CallBudgetError, TimedOutError, UnexpectedStatusError } from '../errors.js';
import type { ApiAnswer, ApiCall, Patience, SourceClient } from './client.js';
import type { CallLog } from './call-log.js';
import { createSteps } from './steps.js';
import { expandPath, toQueryString } from './url.js';

/**
 * One source as one operation sees it: every GET is made once, however many fields ask for it. The memory dies with the
 * operation, so nothing is shared between callers.
 */
export interface Session {
  /** The operation's own object: the same for all branches, so that something can be kept for as long as it runs. */
  readonly operation: object;
  /** The deepest wave that was waited for here. */
  readonly wave: number;
  /** GETs and returns the parsed answer; the same call asked twice within the operation is one call. */
  get(call: ApiCall): Promise<ApiAnswer>;
  /** As `get`, but a 404 is `null`: by id it means that there is no such record. */
  find(call: ApiCall): Promise<ApiAnswer | null>;
  /** The same session for work that runs beside other work, so that neither counts the other's waves as its own. */
  branch(): Session;
  /** The same session for work that waited for so many waves of this operation, wherever they were made. */
  after(wave: number): Session;
  /** Says that what follows waited for so many waves. */
  follow(wave: number): void;
  /** Settles once every call of this wave has been answered, so that what they lead to can be asked for together. */
  inStep(): Promise<void>;
}

/** Calls that an operation may still make, over all sources. */
export interface CallBudget {
  /** Takes one; `false` where none is left. */
  take(): boolean;
}

interface Remembered {
  readonly answer: Promise<ApiAnswer>;
  /** The wave of the call that brought the answer. */
  readonly wave: number;
}

export function createSession(
  client: SourceClient,
  operation: Patience & { readonly log: CallLog; readonly budget: CallBudget },
): Session {
  const memory = new Map<string, Remembered>();
  const steps = createSteps();
  const { log, budget } = operation;
  const { origin } = client;

  const ask = (call: ApiCall, after: number): Remembered => {
    const name = `GET ${call.path}`;
    let attempts = 0;
    const request = async (): Promise<ApiAnswer> => {
      if (operation.signal.aborted) throw new TimedOutError(origin, `no time left for ${name}`);
      if (!budget.take()) {
        throw new CallBudgetError(origin, `${name} would be more than the calls that one operation may make`);
      }
      const { signal, deadline } = operation;
      return client.request(call, {
        signal,
        deadline,
        watch({ method, path, login }) {
          const noted = { source: origin.source, method, path, login };
          if (login) return log.begin({ ...noted, wave: 0, keys: null });
          // A second attempt waited for the first.
          attempts += 1;
          return log.begin({ ...noted, wave: after + attempts, keys: call.keys ?? null });
        },
      });
    };
    return {
      answer: request(),
      get wave() {
        return after + Math.max(attempts, 1);
      },
    };
  };

  const sessionAfter = (base: number): Session => {
    let own = base;
    const branches: Session[] = [];
    const waited = (): number => branches.reduce((deepest, { wave }) => Math.max(deepest, wave), own);

    const get = async (call: ApiCall): Promise<ApiAnswer> => {
      const key = expandPath(call.path, call.params) + toQueryString(call.query);
      let found = memory.get(key);
      const end = steps.begin(found?.wave ?? waited() + 1);
      if (found === undefined) memory.set(key, (found = ask(call, waited())));
      try {
        return await found.answer;
      } finally {
        own = Math.max(own, found.wave);
        end();
      }
    };

    return {
      operation,
      get wave() {
        return waited();
      },
      get,
      find: (call) =>
        get(call).catch((error: unknown) => {
          if (error instanceof UnexpectedStatusError && error.status === 404) return null;
          throw error;
        }),
      branch() {
        const branch = sessionAfter(waited());
        branches.push(branch);
        return branch;
      },
      after: sessionAfter,
      follow(wave) {
        own = Math.max(own, wave);
      },
      inStep: () => steps.reached(waited()),
    };
  };
  return sessionAfter(0);
}

/** For reckoning what something costs with the code that reads it: nothing can be read through it. */
export const noSession: Session = {
  operation: {},
  wave: 0,
  get: nothingIsRead,
  find: nothingIsRead,
  branch: () => noSession,
  after: () => noSession,
  follow: () => undefined,
  inStep: () => Promise.resolve(),
};

function nothingIsRead(): Promise<never> {
  return Promise.reject(new TypeError('what is only reckoned must not be read'));
}
