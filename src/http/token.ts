import type { Auth, Patience, Watch } from './client.js';

/** A token as a login brought it. */
export interface Token {
  readonly value: string;
  /** `Date.now()` at which the provider says it ends; `null` where it does not say. */
  readonly expiresAt: number | null;
}

export interface TokenAuthOptions {
  /**
   * Logs in and brings a new token. Its time is bounded by the call's limit alone, not by the operation that asked, which
   * only notes it in its log.
   */
  login(watch: Watch | undefined): Promise<Token>;
  /** The headers that carry the token. */
  headers(token: string): Readonly<Record<string, string>>;
  /** Milliseconds before its end at which a token is renewed: covers clock skew and the call's own way. */
  readonly early: number;
  readonly now?: () => number;
}

/**
 * Credentials that a login exchanges for a token. One login is in flight at a time, however many calls wait for it; the
 * promise is forgotten when it settles, so that one failed login is not remembered for ever.
 */
export function createTokenAuth({ login, headers, early, now = Date.now }: TokenAuthOptions): Auth {
  let token: Token | null = null;
  let pending: Promise<Token> | null = null;

  let renewAt = 0;

  const fresh = (): boolean => now() < renewAt;
  const renewed = (watch: Watch | undefined): Promise<Token> => {
    pending ??= login(watch)
      .then((got) => {
        // A token that lives for less than the margin is still worth half of its life.
        const life = got.expiresAt === null ? Infinity : got.expiresAt - now();
        renewAt = now() + Math.max(life - early, life / 2);
        token = got;
        return got;
      })
      .finally(() => (pending = null));
    return pending;
  };

  return {
    async headers(patience) {
      if (fresh() && token !== null) return headers(token.value);
      // An operation that has ended starts no login: nobody would be left to see it fail.
      patience.signal.throwIfAborted();
      return headers((await abandonable(renewed(patience.watch), patience)).value);
    },
    renew(sent) {
      // Ten calls may come back with the same expired token: only the first throws it away, the others take the new one.
      if (token !== null && sameHeaders(headers(token.value), sent)) token = null;
      return true;
    },
  };
}

function sameHeaders(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.entries(a).every(([name, value]) => b[name] === value);
}

/** Waits for a shared promise without holding on to it: an operation that ends leaves the login to the others. */
function abandonable<T>(shared: Promise<T>, { signal }: Patience): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abandon, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', abandon));
  });
}
