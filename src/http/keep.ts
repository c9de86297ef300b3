import { LRUCache } from 'lru-cache';
import { UpstreamError } from '../errors.js';
import type { ApiAnswer } from './exchange.js';
import type { Keeping } from './limits.js';

/**
 * Answers of the endpoints that the source's settings name, for as long as they say. It belongs to one source and so to
 * one set of credentials: what another source or account may see is never in it.
 */
export interface Keep {
  /** An answer that may serve instead of a call. */
  fresh(key: string, keeping: Keeping): ApiAnswer | null;
  /** An answer that may serve where a call failed; none for a source that is not let in any more. */
  instead(key: string, keeping: Keeping, failure: unknown): ApiAnswer | null;
  put(key: string, keeping: Keeping, answer: ApiAnswer): void;
}

/** Bytes as they were sent, of all answers of a source; in memory they take some times as much. */
const mostBytes = 32 * 1024 * 1024;

export function createKeep(now: () => number = () => Date.now()): Keep {
  const answers = new LRUCache<string, ApiAnswer>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes = 0 }) => bytes + 1,
  });
  const within = (key: string, seconds: number): ApiAnswer | null => {
    const answer = answers.get(key);
    return answer !== undefined && now() - answer.receivedAt.getTime() <= seconds * 1000 ? answer : null;
  };
  return {
    fresh(key, { ttl }) {
      const answer = within(key, ttl);
      return answer && { ...answer, kept: { insteadOf: null } };
    },
    instead(key, { ttl, staleFor }, failure) {
      if (!(failure instanceof UpstreamError)) return null;
      if (failure.code === 'UPSTREAM_UNAUTHORIZED') {
        // An open circuit has the code of what opened it.
        answers.clear();
        return null;
      }
      const answer = within(key, ttl + staleFor);
      return answer && { ...answer, kept: { insteadOf: failure } };
    },
    put: (key, { ttl, staleFor }, answer) =>
      // What is too old for anything goes when there is need of its place, or when it is asked for.
      void answers.set(key, answer, { ttl: Math.max(1, (ttl + staleFor) * 1000) }),
  };
}
