import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import { Agent } from 'undici';
import {
  OpenCircuitError,
  OverloadedError,
  RateLimitedError,
  RejectedCredentialsError,
  TimedOutError,
  UpstreamError,
  type Origin,
} from '../errors.js';
import { createCircuits, type CircuitListener, type OpenCircuit } from './circuits.js';
import { exchange, nameOf, targetOf, type ApiAnswer, type ApiCall } from './exchange.js';
import type { FileRules } from './file-hosts.js';
import { createFiles, filePath, type FileAnswer, type FileCall } from './files.js';
import { createFlights } from './flights.js';
import { createHolds, type Held } from './holds.js';
import { createKeep } from './keep.js';
import type { ClientLimits, EndpointRules } from './limits.js';
import { joinWatches, type Patience, type SourceWatch, type Watch } from './patience.js';
import { createRetries } from './retries.js';

export type { ApiAnswer, ApiCall } from './exchange.js';
export type { Patience, SourceWatch, Watch } from './patience.js';

/** Sends one call as it is, without credentials. What a login is built on. */
export type Send = (call: ApiCall, patience: Patience) => Promise<ApiAnswer>;

/** Does a login, and leaves the endpoint alone where logins keep failing, whatever they fail of. */
export type GuardLogin = <T>(path: string, login: () => Promise<T>) => Promise<T>;

/** Who we are at a provider: headers for each call, and what to do when they are refused. */
export interface Auth {
  headers(patience: Patience): Promise<Readonly<Record<string, string>>>;
  /** After a 401 to a call that carried `sent`: whether there is something new to try. */
  renew?(sent: Readonly<Record<string, string>>): boolean;
}

export interface ClientOptions {
  readonly origin: Origin;
  /** What stands before the documented paths, without a trailing slash. */
  readonly baseUrl: string;
  readonly limits: ClientLimits;
  readonly endpoints: EndpointRules;
  /** Where files may be fetched from. @default the base URL's host alone */
  readonly files?: FileRules;
  /** Headers that every call carries, the login excepted. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly auth: (send: Send, guard: GuardLogin) => Auth;
}

/** The HTTP client of one source: shared by all operations, holds the connections and the credentials. */
export interface SourceClient {
  readonly origin: Origin;
  readonly baseUrl: string;
  request(call: ApiCall, patience: Patience): Promise<ApiAnswer>;
  /** Opens a file by the address that the provider gave for it; whoever gets it reads the body or destroys it. */
  file(call: FileCall, patience: Patience): Promise<FileAnswer>;
  /** Endpoints that kept failing. */
  readonly openCircuits: readonly OpenCircuit[];
  /** Tells when an endpoint begins to be left alone, and when it answers again. @returns what ends it */
  onCircuit(listener: CircuitListener): () => void;
  /** Calls that are being made or waited for at the moment. */
  readonly load: Load;
  /** Tells of all calls, logins included, as `Patience.watch` tells whoever asked. @returns what ends it */
  watch(watch: SourceWatch): () => void;
  /** Ends all connections; those of files once they have come to their end, where it is said that they may. */
  close(how?: { readonly finishFiles: boolean }): Promise<void>;
}

export interface Load {
  /** At most as many as the source's `limits.concurrency`. */
  readonly underWay: number;
  /** Calls that wait for others to end. */
  readonly waiting: number;
}

/**
 * The way of every call to a provider: kept answer, shared call, circuit, login, queue, what it has to wait for, exchange; and
 * after a failure another attempt, or an answer that was kept (decision 17). Each step is a file of its own.
 */
export function createSourceClient(options: ClientOptions): SourceClient {
  const { origin, baseUrl, limits, endpoints } = options;
  const dispatcher = new Agent({
    // A few connections more than calls at once: a login must not wait behind the calls that wait for it.
    connections: limits.concurrency + 2,
    connectTimeout: limits.connectTimeout,
    // Both are kept by the exchange, to the millisecond.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const queue = new PQueue({ concurrency: limits.concurrency });
  const circuits = createCircuits(origin, limits);
  const retries = createRetries(limits);
  const holds = createHolds(origin, endpoints.rates);
  const flights = createFlights<ApiAnswer>(origin);
  const keep = createKeep();

  const watches = new Set<SourceWatch>();
  const exchangeOptions = { origin, baseUrl, dispatcher, limits, watches };
  /** Endpoints that refused a token which had just been given: another one will not please them. */
  const refusing = new Map<string, number>();
  const guardLogin: GuardLogin = async (path, login) => {
    const name = `POST ${path}`;
    const left = holds.left(path);
    if (left > 0)
      throw new RateLimitedError(origin, `${name} was answered by a request to wait`, Math.ceil(left / 1000));
    try {
      return await circuits.of(name, 'login').run(login);
    } catch (error) {
      holdFor(path, error);
      throw error;
    }
  };
  const auth = options.auth(
    (call, patience) => exchange(exchangeOptions, call, patience, 'login'),
    guardLogin,
  );

  /** Failures of logins: a login is no idempotent call, and whoever asks next tries again anyway. */
  const failedLogins = new WeakSet<object>();
  const credentialsFor = (patience: Patience): Promise<Readonly<Record<string, string>>> =>
    auth.headers(patience).catch((error: unknown) => {
      if (error instanceof UpstreamError) failedLogins.add(error);
      throw error;
    });

  const holdFor = (path: string, error: unknown): void => {
    const { retryAfter = null } = error as Partial<UpstreamError>;
    if (retryAfter !== null && !(error instanceof OpenCircuitError)) holds.hold(path, retryAfter);
  };

  /** Sends a call once; a second time where its token had ended. */
  const send = async (call: ApiCall, patience: Patience, renewed: boolean): Promise<ApiAnswer> => {
    const credentials = await credentialsFor(patience);
    const headers = { ...options.headers, ...credentials, ...call.headers };
    try {
      const answer = await circuits.of(nameOf(call), 'call').run(async () => {
        try {
          return await exchange(exchangeOptions, { ...call, headers }, patience, 'call');
        } catch (error) {
          const told = ofBurst(error, holds.left(call.path) > 0);
          holdFor(call.path, told);
          throw told;
        }
      });
      refusing.delete(call.path);
      return answer;
    } catch (error) {
      if (!(error instanceof RejectedCredentialsError) || error.cause !== 401) throw error;
      // One renewal and one replay: a token may end between the check and the call, but a second 401 is an answer.
      if (renewed) refusing.set(call.path, performance.now() + refusalTime);
      else if ((refusing.get(call.path) ?? 0) < performance.now() && auth.renew?.(credentials) === true)
        return send(call, patience, true);
      throw error;
    }
  };

  /** Waits for a place among the calls under way, and until the call may be made. */
  const attempt = async (call: ApiCall, patience: Patience): Promise<ApiAnswer> => {
    const name = nameOf(call);
    // Before the queue: what would be refused behind it need not wait, and a login must not take the places of calls.
    circuits.of(name, 'call').require();
    await credentialsFor(patience);
    for (;;) {
      if (queue.size >= limits.queue)
        throw new OverloadedError(origin, `${limits.queue} calls wait already; ${name} is not made`);
      const done = await queue.add(
        async (): Promise<ApiAnswer | Held> => holds.take(call.path) ?? (await send(call, patience, false)),
        { signal: patience.signal },
      );
      if ('status' in done) return done;
      await holds.wait(done, name, patience);
    }
  };

  const persist = async (call: ApiCall, patience: Patience): Promise<ApiAnswer> => {
    if (call.method !== undefined && call.method !== 'GET') return attempt(call, patience);
    retries.deposit();
    let failure: Error | undefined;
    for (let count = 1; ; count += 1) {
      try {
        return await attempt(call, patience);
      } catch (error) {
        // Where the attempts themselves opened the circuit, what they met says more.
        if (error instanceof OpenCircuitError && failure !== undefined) throw failure;
        failure = error as Error;
        if (failedLogins.has(failure)) throw failure;
        const wait = retries.next(failure, count, patience.retryUntil ?? patience.deadline);
        if (wait === null) throw failure;
        await delay(wait, undefined, { signal: patience.signal });
        for (const each of watches) each.retry({ method: 'GET', path: call.path });
      }
    }
  };

  const tellWithout = (
    without: 'shared' | 'cached',
    { path }: ApiCall,
    { watch }: Patience,
  ): ReturnType<Watch> | undefined =>
    joinWatches(watch, watches)?.({ method: 'GET', path, login: false, without });

  const shared = (call: ApiCall, key: string, patience: Patience): Promise<ApiAnswer> => {
    let end: ReturnType<Watch> | undefined;
    const flight = flights.share(
      key,
      patience,
      (own) => persist(call, own),
      () => (end = tellWithout('shared', call, patience)),
    );
    return end === undefined
      ? flight
      : flight.finally(() => end?.({ status: null, bytes: 0, failure: null }));
  };

  const request = async (call: ApiCall, patience: Patience): Promise<ApiAnswer> => {
    if (call.method !== undefined && call.method !== 'GET') return persist(call, patience);
    const key = `${targetOf(call)} ${call.headers === undefined ? '' : JSON.stringify(call.headers)}`;
    const keeping = endpoints.keeping.get(call.path);
    if (keeping === undefined) return shared(call, key, patience);
    const give = (answer: ApiAnswer): ApiAnswer => {
      tellWithout('cached', call, patience)?.({ status: answer.status, bytes: 0, failure: null });
      return answer;
    };
    const fresh = keep.fresh(key, keeping);
    if (fresh !== null) return give(fresh);
    try {
      const answer = await shared(call, key, patience);
      keep.put(key, keeping, answer);
      return answer;
    } catch (error) {
      const old = keep.instead(key, keeping, error);
      if (old === null) throw error;
      return give(old);
    }
  };

  const files = createFiles({
    origin,
    baseUrl,
    limits,
    rules: options.files ?? { hosts: [], allowHttp: false },
    watches,
    login: async (patience) => ({ ...options.headers, ...(await credentialsFor(patience)) }),
    renew: (sent) => auth.renew?.(sent) === true,
  });
  /** Neither queued nor tried again: a file lasts as long as its size does, and whoever wants it is there to ask again. */
  const file = async (call: FileCall, patience: Patience): Promise<FileAnswer> => {
    const held = holds.left(filePath);
    if (held > 0)
      throw new RateLimitedError(
        origin,
        `GET ${filePath} was answered by a request to wait`,
        Math.ceil(held / 1000),
      );
    return circuits.of(`GET ${filePath}`, 'call').run(() =>
      files.open(call, patience).catch((error: unknown) => {
        holdFor(filePath, error);
        throw error;
      }),
    );
  };

  return {
    origin,
    baseUrl,
    request: (call, patience) =>
      request(call, patience).catch((error: unknown) => {
        throw told(error, origin, call, patience);
      }),
    file: (call, patience) =>
      file(call, patience).catch((error: unknown) => {
        throw told(error, origin, { path: filePath }, patience);
      }),
    get openCircuits() {
      return circuits.open;
    },
    onCircuit: circuits.onChange,
    get load() {
      return { underWay: queue.pending, waiting: queue.size };
    },
    watch(watch) {
      watches.add(watch);
      return () => void watches.delete(watch);
    },
    // Whoever asked is answered by now: what is still under way, such as a login that hangs, has nobody waiting for it.
    close: async ({ finishFiles } = { finishFiles: false }) => {
      await Promise.all([dispatcher.destroy(), finishFiles ? files.finish() : files.close()]);
    },
  };
}

/** Milliseconds for which an endpoint that refused a new token is not given another one. */
const refusalTime = 60_000;

/** The same error, where it is one of several of a burst: they tell the endpoint's trouble once. */
function ofBurst(error: unknown, isHeld: boolean): unknown {
  return error instanceof RateLimitedError && isHeld && error.retryAfter !== null
    ? new RateLimitedError(error.origin, error.bare, error.retryAfter, { isOfBurst: true })
    : error;
}

/** An error of ours. What waiting was ended by, the operation's time or the client, comes out as the platform's own. */
function told(error: unknown, origin: Origin, call: ApiCall, { signal }: Patience): unknown {
  if (error instanceof UpstreamError || !signal.aborted) return error;
  return new TimedOutError(origin, `no time left for ${nameOf(call)}`);
}
