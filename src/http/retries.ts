import { RateLimitedError, UnexpectedStatusError, UnreachableError } from '../errors.js';
import type { ClientLimits } from './limits.js';

/**
 * When a GET is sent again: after a connection that failed or broke, a 5xx that may pass, or a 429. Never after a timeout:
 * whoever is too slow is not helped by a second call, and the client has waited already.
 */
export interface Retries {
  /** Notes a call that is made for the first time: so many of them allow for one retry. */
  deposit(): void;
  /**
   * Milliseconds to wait before the next attempt; `null` where there is to be none: the failure is of another kind, the
   * attempts or the budget are spent, or the provider asks to wait beyond the deadline.
   */
  next(error: unknown, attempt: number, deadline: number): number | null;
}

/** Retries in store at first and at most; a source that fails all the time is asked at most a fifth more often. */
const mostTokens = 10;
const tokensPerCall = 0.2;
const tokensPerSecond = 0.5;

/** Statuses that may be gone a moment later. 501 and 505 will not be. */
const passing: ReadonlySet<number> = new Set([500, 502, 503, 504]);

export function createRetries(
  { attempts, retryDelay }: Pick<ClientLimits, 'attempts' | 'retryDelay'>,
  {
    now = () => performance.now(),
    random = Math.random,
  }: { readonly now?: () => number; readonly random?: () => number } = {},
): Retries {
  let tokens = mostTokens;
  let filledAt = now();
  const fill = (more: number): void => {
    const at = now();
    tokens = Math.min(mostTokens, tokens + more + ((at - filledAt) / 1000) * tokensPerSecond);
    filledAt = at;
  };

  return {
    deposit: () => fill(tokensPerCall),
    next(error, attempt, deadline) {
      if (attempt >= attempts || !mayPass(error)) return null;
      const most = retryDelay * 2 ** (attempt - 1);
      const asked = (error as { retryAfter?: number | null }).retryAfter ?? null;
      const wait = asked === null ? most * (0.5 + random() / 2) : asked * 1000 + random() * retryDelay;
      if (Date.now() + wait >= deadline) return null;
      fill(0);
      if (tokens < 1) return null;
      tokens -= 1;
      return wait;
    },
  };
}

function mayPass(error: unknown): boolean {
  return (
    error instanceof UnreachableError ||
    error instanceof RateLimitedError ||
    (error instanceof UnexpectedStatusError && passing.has(error.status))
  );
}

/** Seconds; what is longer is as good as never. */
const longest = 1_000_000;

/**
 * `Retry-After` in either form, seconds or an HTTP date (RFC 9110, 10.2.3), as whole seconds from now. A date is compared
 * with the answer's own `Date`, where it has one: clocks differ.
 */
export function readRetryAfter(
  value: string | string[] | undefined,
  answeredAt: number = Date.now(),
): number | null {
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Math.min(Number(text), longest);
  // In any of its three forms, all of which mean GMT. `Date.parse` alone also takes numbers, words and local times.
  const isDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w :-]+$/.test(text);
  const date = isDate ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(0, Math.ceil((date - answeredAt) / 1000)), longest);
}
