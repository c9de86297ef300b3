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
}

export type Watch = (exchange: {
  readonly method: string;
  readonly path: string;
  readonly login: boolean;
  /** Where no request goes out for it: answered by a call that somebody else has under way, or from the source's cache. */
  readonly without?: 'shared' | 'cached';
}) => (outcome: CallOutcome) => void;

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
