import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse, type Refusal } from './front/refusal.js';
import { onceOver } from './front/work.js';

/** Lets so many requests in at once: one more is told to come back at once, instead of waiting without end. */
export interface Admission {
  /** Whether the request may go on; if not, it has been answered (503). */
  admits(request: IncomingMessage, response: ServerResponse): boolean;
  readonly underWay: number;
  /** How many were turned away so far. */
  readonly turnedAway: number;
}

/** Seconds after which it is worth coming back: an operation takes a fraction of one. */
const retryAfter = 1;

/** @param most requests under way at once, but for those of health checks: they must be answered when nothing else is */
export function createAdmission(most: number): Admission {
  const underWay = new Set<ServerResponse>();
  let turnedAway = 0;
  // An endpoint can be written in many ways, so that what is let through is named, and not what is counted.
  const isHealthCheck = ({ url = '' }: IncomingMessage): boolean => /^\/health\/(live|ready)$/.test(url);

  return {
    admits(request, response) {
      if (isHealthCheck(request)) return true;
      if (underWay.size >= most) {
        turnedAway += 1;
        refuse(request, response, overloaded);
        return false;
      }
      underWay.add(response);
      onceOver(response, () => underWay.delete(response));
      return true;
    },
    get underWay() {
      return underWay.size;
    },
    get turnedAway() {
      return turnedAway;
    },
  };
}

/** At once, and with when to come back. */
const overloaded: Refusal = {
  status: 503,
  message: 'The gateway has more operations under way than it takes on; try again in a moment.',
  extensions: { code: 'OVERLOADED', retryable: true, retryAfter },
  headers: { 'retry-after': String(retryAfter) },
};
