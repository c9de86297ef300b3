import { CallBudgetError, TimedOutError, UnexpectedStatusError } from '../errors.js';
import type { SourceClient } from './client.js';
import type { ApiAnswer, ApiCall, Kept } from './exchange.js';
import type { Patience } from './patience.js';
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
  /** The oldest of the answers that were read here and were kept from earlier calls; `null` where all are new. */
  readonly kept: KeptRead | null;
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

/** That something was answered from what was kept. */
export interface KeptRead extends Kept {
  /** When the provider answered it. */
  readonly since: Date;
}

/** Calls that an operation may still make, over all sources. */
export interface CallBudget {
  /** Takes one; `false` where none is left. */
  take(): boolean;
}

/** What a session hears of its branches. */
interface Heard {
  wave(wave: number): void;
  kept(kept: KeptRead): void;
}

const unheard: Heard = { wave: () => undefined, kept: () => undefined };

interface Remembered {
  readonly answer: Promise<ApiAnswer>;
  /** The wave of the call that brought the answer. */
  readonly wave: number;
}

export function createSession(
  client: Pick<SourceClient, 'origin' | 'request'>,
  operation: Patience & { readonly share: number; readonly log: CallLog; readonly budget: CallBudget },
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
      const { signal, deadline, share, isOver } = operation;
      return client.request(call, {
        signal,
        deadline,
        ...(isOver && { isOver }),
        retryUntil: Math.min(deadline, Date.now() + share),
        watch({ method, path, login, without }) {
          const noted = {
            source: origin.source,
            method,
            path,
            login,
            cached: without === 'cached',
            shared: without === 'shared',
          };
          if (login) return log.begin({ ...noted, wave: 0, attempt: 1, keys: null });
          // A second attempt waited for the first.
          attempts += 1;
          return log.begin({
            ...noted,
            wave: after + attempts,
            attempt: attempts,
            keys: call.keys ?? null,
          });
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

  /** @param tell hears of what was waited for there, and of what was kept */
  const sessionAfter = (base: number, tell: Heard = unheard): Session => {
    let own = base;
    let ownKept: KeptRead | null = null;
    const heard: Heard = {
      wave(wave) {
        if (wave <= own) return;
        own = wave;
        tell.wave(wave);
      },
      kept(kept) {
        ownKept = older(ownKept, kept);
        tell.kept(kept);
      },
    };

    const get = async (call: ApiCall): Promise<ApiAnswer> => {
      const key = expandPath(call.path, call.params) + toQueryString(call.query);
      let found = memory.get(key);
      const end = steps.begin(found?.wave ?? own + 1);
      if (found === undefined) memory.set(key, (found = ask(call, own)));
      try {
        const answer = await found.answer;
        if (answer.kept !== undefined) heard.kept({ ...answer.kept, since: answer.receivedAt });
        return answer;
      } finally {
        heard.wave(found.wave);
        end();
      }
    };

    return {
      operation,
      get wave() {
        return own;
      },
      get kept() {
        return ownKept;
      },
      get,
      find: (call) =>
        get(call).catch((error: unknown) => {
          if (error instanceof UnexpectedStatusError && error.status === 404) return null;
          throw error;
        }),
      branch: () => sessionAfter(own, heard),
      after: (wave) => sessionAfter(wave),
      follow: heard.wave,
      inStep: () => steps.reached(own),
    };
  };
  return sessionAfter(0);
}

/** The one of two that makes a reader more careful: what stands in for a failure, and then the older one. */
export function older(one: KeptRead | null, other: KeptRead | null): KeptRead | null {
  if (one === null || other === null) return one ?? other;
  if ((one.insteadOf === null) !== (other.insteadOf === null)) return one.insteadOf === null ? other : one;
  return one.since <= other.since ? one : other;
}

/** For reckoning what something costs with the code that reads it: nothing can be read through it. */
export const noSession: Session = {
  operation: {},
  wave: 0,
  kept: null,
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
