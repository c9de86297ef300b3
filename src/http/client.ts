import pLimit from 'p-limit';
import { Agent, request, type Dispatcher } from 'undici';
import {
  RateLimitedError,
  RejectedCredentialsError,
  TimedOutError,
  UnexpectedShapeError,
  UnexpectedStatusError,
  UnreachableError,
  UpstreamError,
  type Origin,
} from '../errors.js';
import { acceptedEncodings, BodyTooLargeError, readBody } from './body.js';
import type { CallOutcome } from './call-log.js';
import { expandPath, toQueryString, type Query } from './url.js';

/** A call in the provider's own terms: the path is a template, so that logs and errors can name it safely. */
export interface ApiCall {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How many records or parents are asked for with this one call; for the call log. */
  readonly keys?: number;
}

/** A successful answer, parsed from JSON. The body is `undefined` where the provider sent none. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly receivedAt: Date;
}

/** How long a call may take. Ends with the operation it belongs to, or earlier. */
export interface Patience {
  readonly signal: AbortSignal;
  /** `Date.now()` at which the operation ends. */
  readonly deadline: number;
  /** Told of each exchange when it begins; what it returns is told how the exchange ended. */
  readonly watch?: Watch | undefined;
}

export type Watch = (exchange: {
  readonly method: string;
  readonly path: string;
  readonly login: boolean;
}) => (outcome: CallOutcome) => void;

/** Sends one call as it is, without credentials. What a login is built on. */
export type Send = (call: ApiCall, patience: Patience) => Promise<ApiAnswer>;

/** Who we are at a provider: headers for each call, and what to do when they are refused. */
export interface Auth {
  headers(patience: Patience): Promise<Readonly<Record<string, string>>>;
  /** After a 401 to a call that carried `sent`: whether there is something new to try. */
  renew?(sent: Readonly<Record<string, string>>): boolean;
}

/** Limits of one source. Every one is a setting of the source. */
export interface ClientLimits {
  /** Milliseconds for one exchange; a login is an exchange of its own. */
  readonly callTimeout: number;
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Bytes of a decoded body. */
  readonly maxBodyBytes: number;
}

export const defaultLimits: ClientLimits = {
  callTimeout: 10_000,
  concurrency: 8,
  maxBodyBytes: 20 * 1024 * 1024,
};

export interface ClientOptions {
  readonly origin: Origin;
  /** What stands before the documented paths, without a trailing slash. */
  readonly baseUrl: string;
  readonly limits: ClientLimits;
  /** Headers that every call carries, the login excepted. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly auth: (send: Send) => Auth;
}

/** The HTTP client of one source: shared by all operations, holds the connections and the credentials. */
export interface SourceClient {
  readonly origin: Origin;
  request(call: ApiCall, patience: Patience): Promise<ApiAnswer>;
  close(): Promise<void>;
}

export function createSourceClient(options: ClientOptions): SourceClient {
  const { origin, limits } = options;
  // A few connections more than calls at once: a login must not wait behind the calls that wait for it.
  const agent = new Agent({ connections: limits.concurrency + 2, connectTimeout: limits.callTimeout });
  const queue = pLimit(limits.concurrency);
  const auth = options.auth((call, patience) => exchange(agent, options, call, patience, 'login'));

  const attempt = async (call: ApiCall, patience: Patience, renewed: boolean): Promise<ApiAnswer> => {
    const credentials = await auth.headers(patience).catch((error: unknown) => {
      throw error instanceof UpstreamError || !patience.signal.aborted
        ? error
        : new TimedOutError(origin, 'no time left to wait for the login');
    });
    try {
      const headers = { ...options.headers, ...credentials, ...call.headers };
      return await exchange(agent, options, { ...call, headers }, patience, 'call');
    } catch (error) {
      // One renewal and one replay: a token may end between the check and the call, but a second 401 is an answer.
      const refused = error instanceof RejectedCredentialsError && error.cause === 401;
      if (!renewed && refused && auth.renew?.(credentials) === true) return attempt(call, patience, true);
      throw error;
    }
  };

  return {
    origin,
    request: (call, patience) => queue(() => attempt(call, patience, false)),
    // Whoever asked is answered by now: what is still under way, such as a login that hangs, has nobody waiting for it.
    close: () => agent.destroy(),
  };
}

async function exchange(
  agent: Dispatcher,
  options: ClientOptions,
  call: ApiCall,
  patience: Patience,
  purpose: 'login' | 'call',
): Promise<ApiAnswer> {
  const { origin, limits } = options;
  const method = call.method ?? 'GET';
  const name = `${method} ${call.path}`;
  const url = `${options.baseUrl}${expandPath(call.path, call.params)}${toQueryString(call.query)}`;
  const timer = startTimer(patience, limits.callTimeout);
  if (timer.signal.aborted) {
    timer.stop();
    throw new TimedOutError(origin, `no time left for ${name}`);
  }
  const end = patience.watch?.({ method, path: call.path, login: purpose === 'login' });
  let status: number | null = null;
  let size = 0;
  try {
    const answer = await request(url, {
      method,
      headers: { accept: 'application/json', 'accept-encoding': acceptedEncodings, ...call.headers },
      ...(call.body === undefined ? {} : { body: call.body }),
      dispatcher: agent,
      signal: timer.signal,
    });
    status = answer.statusCode;
    if (answer.statusCode < 200 || answer.statusCode > 299) {
      await answer.body.dump();
      throw statusError(origin, name, answer.statusCode, answer.headers['retry-after']);
    }
    const encoding = answer.headers['content-encoding'];
    const bytes = await readBody(
      answer.body,
      Array.isArray(encoding) ? encoding.join() : encoding,
      limits.maxBodyBytes,
    ).catch((error: unknown) => {
      throw timer.signal.aborted ? error : bodyError(origin, name, error, limits.maxBodyBytes);
    });
    size = bytes.length;
    return {
      status: answer.statusCode,
      body: parseJson(origin, name, answer.statusCode, bytes),
      receivedAt: new Date(),
    };
  } catch (error) {
    if (error instanceof UpstreamError) throw error;
    if (timer.signal.aborted) throw new TimedOutError(origin, `${name} took too long`);
    throw transportError(origin, name, error);
  } finally {
    timer.stop();
    end?.({ status, bytes: size });
  }
}

/** Aborts after the call's own time, at the operation's deadline, or with the operation, whichever comes first. */
function startTimer(patience: Patience, callTimeout: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const left = Math.min(callTimeout, patience.deadline - Date.now());
  if (left <= 0 || patience.signal.aborted) abort();
  const timer = setTimeout(abort, Math.max(left, 0));
  // Listeners are taken off again: an operation may make thousands of calls with one signal.
  patience.signal.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      patience.signal.removeEventListener('abort', abort);
    },
  };
}

function statusError(
  origin: Origin,
  name: string,
  status: number,
  retryAfter: string | string[] | undefined,
): UpstreamError {
  if (status === 401 || status === 403) {
    return new RejectedCredentialsError(origin, `the credentials were refused (${status}) by ${name}`, {
      cause: status,
    });
  }
  if (status === 429) {
    return new RateLimitedError(origin, `too many calls (429) to ${name}`, readRetryAfter(retryAfter));
  }
  return new UnexpectedStatusError(origin, `${name} answered ${status}`, status);
}

/** `Retry-After` in either form, seconds or an HTTP date (RFC 9110, 10.2.3), as whole seconds from now. */
export function readRetryAfter(
  value: string | string[] | undefined,
  now: number = Date.now(),
): number | null {
  const text = Array.isArray(value) ? value[0] : value;
  if (text === undefined) return null;
  if (/^\d+$/.test(text.trim())) return Number(text.trim());
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

function parseJson(origin: Origin, name: string, status: number, bytes: Buffer): unknown {
  if (bytes.length === 0) {
    if (status === 204) return undefined;
    throw new UnexpectedShapeError(origin, `${name} answered ${status} without a body`);
  }
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    // The parser's own message quotes the body: it is left behind on purpose.
    throw new UnexpectedShapeError(origin, `${name} answered something that is not JSON`);
  }
}

function bodyError(origin: Origin, name: string, error: unknown, limit: number): UpstreamError {
  return error instanceof BodyTooLargeError
    ? new UnexpectedShapeError(origin, `${name} answered more than ${limit} bytes`)
    : new UnexpectedShapeError(origin, `${name} answered a body that ends early or cannot be decoded`);
}

function transportError(origin: Origin, name: string, error: unknown): UpstreamError {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no connection';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return new TimedOutError(origin, `${name} took too long (${code})`);
  return new UnreachableError(origin, `${name} could not be reached (${code})`);
}
