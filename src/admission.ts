import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuse, type Refusal } from './front/refusal.js';

/** Lets so many requests in at once: one more is told to come back at once, instead of waiting without end. */
export interface Admission {
  /** Whether the request may go on; if not, it has been answered (503). */
  admits(request: IncomingMessage, response: ServerResponse): boolean;
  /** From now on every answer ends its connection, those under way included. */
  closeConnections(): void;
  /** Whether a request is under way on a connection. */
  isBusy(socket: Socket): boolean;
  readonly underWay: number;
  /** How many were turned away so far. */
  readonly turnedAway: number;
}

/** Seconds after which it is worth coming back: an operation takes a fraction of one. */
const retryAfter = 1;

/** @param most requests under way at once, but for those of health checks: they must be answered when nothing else is */
export function createAdmission(most: number): Admission {
  const underWay = new Set<ServerResponse>();
  const busy = new Set<Socket>();
  let isClosing = false;
  let turnedAway = 0;
  // An endpoint can be written in many ways, so that what is let through is named, and not what is counted.
  const isHealthCheck = ({ url = '' }: IncomingMessage): boolean => /^\/health\/(live|ready)$/.test(url);

  return {
    admits(request, response) {
      if (isClosing) response.setHeader('connection', 'close');
      busy.add(request.socket);
      response.once('close', () => busy.delete(request.socket));
      if (isHealthCheck(request)) return true;
      if (underWay.size >= most) {
        turnedAway += 1;
        refuse(request, response, overloaded);
        return false;
      }
      underWay.add(response);
      response.once('close', () => underWay.delete(response));
      return true;
    },
    closeConnections() {
      isClosing = true;
      for (const response of underWay) {
        if (!response.headersSent) response.setHeader('connection', 'close');
      }
    },
    isBusy: (socket) => busy.has(socket),
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
