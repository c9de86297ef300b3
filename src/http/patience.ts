import type { UpstreamCode } from '../errors.js';

/** How long a call may take. Ends with the operations that wait for it, or earlier. */
export interface Patience {
  readonly signal: AbortSignal;
  /** `Date.now()` at which whoever waits longest gives up. */
  readonly deadline: number;
  /** `Date.now()` after which no attempt is made anew, and no rate waited for. @default the deadline */
  readonly retryUntil?: number;
  /** Whether whoever asked has gone on without an answer: nobody else should wait for this call, then. */
  readonly isOver?: () => boolean;
  /** Told of each exchange when it begins; what it returns is told how the exchange ended. */
  readonly watch?: Watch | undefined;
}

export interface CallOutcome {
  readonly status: number | null;
  readonly bytes: number;
  /** Why it brought nothing that can be used; `null` where it did. A 404 is a failure here, whatever it means to the reader. */
  readonly failure: CallFailure | null;
}

/** The code of an upstream error; ABANDONED: nobody waited any more; INTERNAL: a mistake of ours. */
export type CallFailure = UpstreamCode | 'ABANDONED' | 'INTERNAL';

export type Watch = (exchange: {
  readonly method: string;
  readonly path: string;
  readonly login: boolean;
  /** Where no request goes out for it: answered by a call that somebody else has under way, or from the source's cache. */
  readonly without?: 'shared' | 'cached';
}) => (outcome: CallOutcome) => void;

/** Looks on at all calls of a source, whoever asks for them. */
export interface SourceWatch {
  readonly exchange: Watch;
  /** A call has failed and is about to be made again. */
  readonly retry: (call: { readonly method: string; readonly path: string }) => void;
}

/** One that tells both who asked and who looks on; nothing is made where nobody looks on. */
export function joinWatches(own: Watch | undefined, others: ReadonlySet<SourceWatch>): Watch | undefined {
  if (others.size === 0) return own;
  return (exchange) => {
    const ends = [...others].map((other) => other.exchange(exchange));
    if (own !== undefined) ends.push(own(exchange));
    return (outcome) => ends.forEach((end) => end(outcome));
  };
}

/**
 * Waits for work that others may share, without holding on to it: whoever goes away leaves it to them.
 * @throws the signal's reason, once it is aborted
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => reject(signal.reason as Error);
    if (signal.aborted) abandon();
    signal.addEventListener('abort', abandon, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon));
  });
}
