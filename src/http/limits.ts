/** Limits of one source. Every one is a setting of the source. */
export interface ClientLimits {
  /** Milliseconds for one exchange, from sending it to the end of its answer; a login is an exchange of its own. */
  readonly callTimeout: number;
  /** Milliseconds to connect, TLS included. */
  readonly connectTimeout: number;
  /** Milliseconds until the head of the answer is here. */
  readonly firstByteTimeout: number;
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Calls that wait for others to end; one more is refused. */
  readonly queue: number;
  /** Bytes of a decoded body. */
  readonly maxBodyBytes: number;
  /** How often a GET is sent at most, the first time included. */
  readonly attempts: number;
  /** Milliseconds before the second attempt at most; twice as many before the third. Half of it is left to chance. */
  readonly retryDelay: number;
  /** Failures in a row after which an endpoint is left alone. */
  readonly breakAfter: number;
  /** Milliseconds that an endpoint is left alone at first; twice as many each time a probe fails. */
  readonly breakFor: number;
  /** Milliseconds that an endpoint is left alone at most. */
  readonly breakAtMost: number;
}

export const defaultLimits: ClientLimits = {
  callTimeout: 10_000,
  connectTimeout: 10_000,
  firstByteTimeout: 10_000,
  concurrency: 8,
  queue: 5_000,
  maxBodyBytes: 20 * 1024 * 1024,
  attempts: 3,
  retryDelay: 200,
  breakAfter: 5,
  breakFor: 5_000,
  breakAtMost: 30_000,
};

/** So many calls in so many seconds. */
export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}

/** How long answers of an endpoint are kept. */
export interface Keeping {
  /** Seconds for which an answer serves instead of a call. */
  readonly ttl: number;
  /** Seconds for which it serves where a call fails. */
  readonly staleFor: number;
}

/** What holds for single endpoints, by their path template. */
export interface EndpointRules {
  readonly rates: ReadonlyMap<string, Rate>;
  readonly keeping: ReadonlyMap<string, Keeping>;
}

/** In `EndpointRules.rates`: all endpoints of the source together. */
export const everyEndpoint = '*';
