import type { Auth } from './client.js';
import { unlessAborted, type Patience } from './patience.js';

/** A token as a login brought it. */
export interface Token {
  readonly value: string;
  /** When the provider's clock says that it ends, in milliseconds since 1970; `null` where it does not say. */
  readonly expiresAt: number | null;
  /** Milliseconds that this clock is ahead of ours (`ApiAnswer.clockSkew`), where the end is a time and not a length. */
  readonly clockSkew?: number | undefined;
}

export interface TokenAuthOptions {
  /**
   * Logs in and brings a new token. Many operations may wait for one login, and none of them may end it: the patience that
   * it is given has the call's limit alone, and the log of the operation that asked.
   */
  login(patience: Patience): Promise<Token>;
  /** The headers that carry the token. */
  headers(token: string): Readonly<Record<string, string>>;
  /** Milliseconds before its end at which a token is renewed: covers what clocks differ by and the call's own way. */
  readonly early: number;
  readonly now?: () => number;
}

/** Milliseconds after a renewal beside the calls has failed. */
const pause = 5_000;

/** Milliseconds before its end from which on a token is not sent any more. */
const tooLate = 5_000;

/**
 * Credentials that a login exchanges for a token. One login is in flight at a time, however many calls wait for it; the
 * promise is forgotten when it settles, so that one failed login is not remembered for ever. A token is renewed beside the
 * calls while it still serves them, so that a login that fails or takes long costs none of them anything.
 */
export function createTokenAuth({ login, headers, early, now = Date.now }: TokenAuthOptions): Auth {
  let token: Token | null = null;
  let pending: Promise<Token> | null = null;
  let renewAt = 0;
  let endsAt = 0;

  const renewed = (watch: Patience['watch']): Promise<Token> => {
    const patience = { signal: new AbortController().signal, deadline: Infinity, watch };
    pending ??= login(patience)
      .then((got) => {
        const life = lifeOf(got, now());
        // A token that lives for less than the margin is still worth half of its life.
        renewAt = now() + Math.max(life - early, life / 2);
        endsAt = now() + Math.max(life - tooLate, life * 0.9);
        token = got;
        return got;
      })
      .finally(() => (pending = null));
    return pending;
  };

  return {
    async headers(patience) {
      if (token !== null && now() < endsAt) {
        // What comes of it shows when the token has ended.
        if (now() >= renewAt) renewed(patience.watch).catch(() => (renewAt = now() + pause));
        return headers(token.value);
      }
      // An operation that has ended starts no login: nobody would be left to see it fail.
      patience.signal.throwIfAborted();
      return headers((await unlessAborted(renewed(patience.watch), patience.signal)).value);
    },
    renew(sent) {
      // Ten calls may come back with the same expired token: only the first throws it away, the others take the new one.
      if (token !== null && sameHeaders(headers(token.value), sent)) token = null;
      return true;
    },
  };
}

/** Milliseconds for which it serves. An end that has passed already is no end: a 401 then tells, and no call logs in anew. */
function lifeOf({ expiresAt, clockSkew = 0 }: Token, at: number): number {
  const life = expiresAt === null ? Infinity : expiresAt - clockSkew - at;
  return life > 0 ? life : Infinity;
}

function sameHeaders(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.entries(a).every(([name, value]) => b[name] === value);
}
