import type { IncomingHttpHeaders } from 'node:http';

/** One request as a stand-in server saw it. */
export interface RecordedRequest {
  readonly method: string;
  /** The path as it was sent, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Length of the request target (path and query) in bytes. */
  readonly targetBytes: number;
  /** Template of the route that answered, such as `/units/{unitId}`; null when no route fits. */
  readonly route: string | null;
  /** What was answered; null while unanswered, for a hung request, and for one that the client gave up. */
  readonly status: number | null;
  /** Length of the answer's body in bytes as it was sent, compressed or not; what has left so far while it runs. */
  readonly bytes: number;
  /** Position of the arrival on the sandbox's common counter. */
  readonly startedAt: number;
  /** Position of the end (answered, cut off or given up) on the same counter; null while it runs. */
  readonly finishedAt: number | null;
  /** Headers without credentials. */
  readonly headers: IncomingHttpHeaders;
}

/** Counts upwards; one counter for all servers puts their requests into one order. */
export interface Sequence {
  next(): number;
}

/** Opens a counter that begins at 1. */
export function createSequence(): Sequence {
  let last = 0;
  return { next: () => ++last };
}

/** The last so many requests, oldest first. */
export interface RequestRing {
  readonly requests: readonly RecordedRequest[];
  add(request: RecordedRequest): void;
  clear(): void;
}

/** Keeps up to `limit` requests; the oldest go first, a tenth at a time so that forgetting stays cheap. */
export function createRequestRing(limit = 50_000): RequestRing {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    add(request) {
      if (requests.length >= limit) requests.splice(0, Math.max(1, Math.floor(limit / 10)));
      requests.push(request);
    },
    clear: () => void requests.splice(0),
  };
}

/**
 * Splits requests into waves: a request opens a new wave when it arrived after some request of the current wave had
 * ended, so that it may have waited for that answer. Requests of several servers can be given together.
 *
 * Let answers take a while (`server.fail('*', { delayMs: 20 })`): otherwise the first of several simultaneous requests
 * is answered before the last one has arrived.
 */
export function wavesOf(requests: readonly RecordedRequest[]): RecordedRequest[][] {
  const waves: RecordedRequest[][] = [];
  let firstEnd = -1;
  for (const request of [...requests].sort((one, other) => one.startedAt - other.startedAt)) {
    const wave = waves.at(-1);
    if (wave === undefined || request.startedAt > firstEnd) {
      waves.push([request]);
      firstEnd = request.finishedAt ?? Infinity;
    } else {
      wave.push(request);
      firstEnd = Math.min(firstEnd, request.finishedAt ?? Infinity);
    }
  }
  return waves;
}
