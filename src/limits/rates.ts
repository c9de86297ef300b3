import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** How much of something each of many may have a minute. Counted in this process; `RateLimiterRedis` counts for several. */
export interface Rate {
  readonly limit: number;
  /** Takes so much of it. What is taken beyond the limit is counted, too. */
  take(key: string, points?: number): Promise<Share>;
  /** What is left, taking nothing. */
  look(key: string): Promise<Share>;
}

export interface Share {
  readonly isOver: boolean;
  readonly remaining: number;
  /** Seconds until there is all of it again. */
  readonly reset: number;
}

const minute = 60;

/** @param limit a whole number, or `Infinity` for as much as they like: then there is nothing to count */
export function createRate(name: string, limit: number): Rate | null {
  if (limit === Infinity) return null;
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: limit, duration: minute });
  const toShare = ({ consumedPoints, msBeforeNext }: RateLimiterRes): Share => ({
    isOver: consumedPoints > limit,
    remaining: Math.max(0, limit - consumedPoints),
    reset: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  });
  return {
    limit,
    async take(key, points = 1) {
      // Unlike `consume`, it does not throw where there is nothing left.
      return toShare(await limiter.penalty(key, points));
    },
    async look(key) {
      const found = await limiter.get(key);
      return found === null ? { isOver: false, remaining: limit, reset: minute } : toShare(found);
    },
  };
}
