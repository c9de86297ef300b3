/** What goes wrong with an answer. */
export type Fault = (
  | {
      /** Answered instead of what was asked. */
      readonly status: number;
      /** A text is sent as it stands, anything else as JSON. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Answered rightly, but later. */
  | { readonly delayMs: number }
  /** Never answered: the connection stays open until the client gives up or the server stops. */
  | { readonly hang: true }
  /** Answered rightly, but the connection breaks in the middle of the body. */
  | { readonly truncate: true }
) & {
  /** How many requests it strikes; without it, all until it is cleared. */
  readonly times?: number;
};

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
  /** Adds a fault and returns the switch that takes it away. Of several that fit, the one added last strikes. */
  fail(match: FaultMatch, fault: Fault): () => void;
  clearFaults(): void;
  /** The fault that strikes this request, if any; counts it. */
  strike(request: FaultTarget): Fault | null;
}

/** A set of faults, empty at first. */
export function createFaults(): Faults {
  let armed: { match: FaultMatch; fault: Fault; left: number }[] = [];
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
    },
    strike(request) {
      const entry = armed.findLast((candidate) => candidate.left > 0 && fits(candidate.match, request));
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
