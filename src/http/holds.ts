import { setTimeout as delay } from 'node:timers/promises';
import { RateLimitedError, type Origin } from '../errors.js';
import { everyEndpoint, type Rate } from './limits.js';
import type { Patience } from './patience.js';

/** Keeps calls back: while the provider asked to wait, and beyond the rates that the source's settings allow. */
export interface Holds {
  /** Lets a call go out and counts it, or says for how many milliseconds it must not, and why. */
  take(path: string): Held | null;
  /** Milliseconds for which the provider asked to wait still. */
  left(path: string): number;
  /** The provider asked all callers of an endpoint to wait for so many seconds. */
  hold(path: string, seconds: number): void;
  /**
   * Waits, where there is the time for it.
   * @throws RateLimitedError where there is not: better to know at once
   */
  wait(held: Held, name: string, patience: Patience): Promise<void>;
}

export interface Held {
  readonly milliseconds: number;
  readonly why: string;
}

/** Seconds that an endpoint is held at most: a header that is wrong must not shut it for days. */
const longestHold = 60;

/** @param now a clock that is never set */
export function createHolds(
  origin: Origin,
  rates: ReadonlyMap<string, Rate>,
  now: () => number = () => performance.now(),
): Holds {
  const heldUntil = new Map<string, number>();
  const windows = new Map([...rates].map(([path, rate]) => [path, createWindow(rate, now)]));
  const left = (path: string): number => Math.max(0, (heldUntil.get(path) ?? 0) - now());

  return {
    left,
    take(path) {
      const asked = left(path);
      if (asked > 0) return { milliseconds: asked, why: 'was answered by a request to wait' };
      const own = [path, everyEndpoint].flatMap((place) => windows.get(place) ?? []);
      for (const { full, rate } of own) {
        const milliseconds = full();
        if (milliseconds > 0)
          return { milliseconds, why: `may be asked ${rate.calls} times in ${rate.seconds} s, and has been` };
      }
      for (const { count } of own) count();
      return null;
    },
    hold(path, seconds) {
      const until = now() + Math.min(seconds, longestHold) * 1000;
      heldUntil.set(path, Math.max(until, heldUntil.get(path) ?? 0));
    },
    async wait({ milliseconds, why }, name, { signal, deadline, retryUntil = deadline }) {
      if (Date.now() + milliseconds >= retryUntil)
        throw new RateLimitedError(origin, `${name} ${why}`, Math.ceil(milliseconds / 1000));
      await delay(milliseconds, undefined, { signal });
    },
  };
}

interface Window {
  readonly rate: Rate;
  /** Milliseconds until one more may go out. */
  full(): number;
  count(): void;
}

/** The last calls by their times: in no stretch of so many seconds there are more, wherever it begins. */
function createWindow(rate: Rate, now: () => number): Window {
  const times: number[] = [];
  return {
    rate,
    full() {
      const oldest = times[times.length - rate.calls];
      return oldest === undefined ? 0 : Math.max(0, oldest + rate.seconds * 1000 - now());
    },
    count() {
      times.push(now());
      if (times.length > 2 * rate.calls) times.splice(0, times.length - rate.calls);
    },
  };
}
