import { createRandom } from './random.js';

/** What goes wrong with an answer. */
export type Fault = (
  | {
      /** Answered instead of what was asked. */
      readonly status: number;
      /** A text is sent as it stands, anything else as JSON. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A list of zeros that is far too long, instead of what was asked. */
  | { readonly flood: Flood }
  /** Answered rightly, but later. */
  | { readonly delayMs: number }
  /** Never answered: the connection stays open until the client gives up or the server stops. */
  | { readonly hang: true }
  /** The connection is reset as soon as the request's head is there. */
  | { readonly reset: true }
  /** Answered rightly, but the connection breaks in the middle of the body. */
  | { readonly truncate: true }
  /** Answered rightly up to the middle of the body; then the connection stays open, as with `hang`. */
  | { readonly stall: true }
  /** Answered rightly: the head at once, the body in pieces of so many bytes, with a pause before each. */
  | { readonly drip: { readonly bytes: number; readonly everyMs: number } }
  /** Answered rightly, but the value in the body is another. Strikes JSON of a status of 2xx; all else stays right. */
  | { readonly change: (body: unknown, request: FaultTarget) => unknown }
  /** Answered with the right status, but with these headers over the right ones, and these bytes as the body. */
  | {
      readonly replace: {
        readonly headers?: Readonly<Record<string, string>>;
        readonly bytes?: Uint8Array;
      };
    }
) & {
  /** How many requests it strikes; without it, all until it is cleared. */
  readonly times?: number;
  /** How likely it strikes a request that fits, from 0 to 1; without it, it always does. */
  readonly probability?: number;
};

/** A status of 200 and one long list of zeros, made while it is sent: the sandbox holds no more of it than a block. */
export interface Flood {
  /** How long the JSON text is, 3 bytes at least: what a client counts once it has undone the encoding. */
  readonly bytes: number;
  /** Sends it compressed to a thousandth. */
  readonly encoding?: 'gzip';
}

/** A request as a matcher sees it. */
export interface FaultTarget {
  readonly method: string;
  /** The path as it was sent, still percent-encoded. */
  readonly path: string;
  /** Template of the route; null when no route fits. */
  readonly route: string | null;
  readonly query: URLSearchParams;
}

/** Which requests are struck: all (`*`), a route's template or exact path, a pattern for the path, or a question. */
export type FaultMatch = '*' | (string & {}) | RegExp | ((request: FaultTarget) => boolean);

/** Switches for faults. */
export interface Faults {
  /**
   * Adds a fault and returns the switch that takes it away. Of several that fit, the one added last strikes; if chance
   * spares the request, the one before it.
   */
  fail(match: FaultMatch, fault: Fault): () => void;
  /** Takes all faults away, and lets chance begin anew. */
  clearFaults(): void;
  /** The fault that strikes this request, if any; counts it. */
  strike(request: FaultTarget): Fault | null;
}

/** A set of faults, empty at first. The same requests in the same order meet the same chance, seed for seed. */
export function createFaults(seed = 1, topic = 'faults'): Faults {
  let armed: { match: FaultMatch; fault: Fault; left: number }[] = [];
  let random = createRandom(seed, topic);
  const strikes = ({ probability }: Fault): boolean =>
    probability === undefined || random.int(0, 999_999) < probability * 1_000_000;
  return {
    fail(match, fault) {
      const entry = { match, fault, left: fault.times ?? Infinity };
      armed.push(entry);
      return () => {
        armed = armed.filter((candidate) => candidate !== entry);
      };
    },
    clearFaults() {
      armed = [];
      random = createRandom(seed, topic);
    },
    strike(request) {
      const entry = armed.findLast(
        ({ match, fault, left }) => left > 0 && fits(match, request) && strikes(fault),
      );
      if (entry === undefined) return null;
      entry.left -= 1;
      return entry.fault;
    },
  };
}

function fits(match: FaultMatch, request: FaultTarget): boolean {
  if (match === '*') return true;
  if (typeof match === 'string') return match === request.route || match === request.path;
  if (typeof match === 'function') return match(request);
  // A global or sticky pattern remembers where it stood.
  match.lastIndex = 0;
  return match.test(request.path);
}
