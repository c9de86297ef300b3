import { request, type Dispatcher } from 'undici';
import {
  AbandonedError,
  RateLimitedError,
  RejectedCredentialsError,
  TimedOutError,
  UnexpectedShapeError,
  UnexpectedStatusError,
  UnreachableError,
  UpstreamError,
  type Origin,
} from '../errors.js';
import { acceptedEncodings, BodyEncodingError, BodyTooLargeError, readBody } from './body.js';
import { readContentType, readJson } from './json.js';
import type { ClientLimits } from './limits.js';
import { joinWatches, type CallFailure, type Patience, type SourceWatch } from './patience.js';
import { readRetryAfter } from './retries.js';
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

/** Milliseconds for the body of an answer that is refused by its status. */
const dumpTime = 100;

/** A successful answer, parsed from JSON. The body is `undefined` where the provider sent none. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly receivedAt: Date;
  /** Milliseconds that the provider's clock is ahead of ours, as far as its `Date` header tells (to a second). */
  readonly clockSkew?: number;
  /** Bytes of the decoded body. */
  readonly bytes?: number;
  /** Set where the answer was kept from an earlier call. */
  readonly kept?: Kept;
}

/** Why an answer that was kept is given. */
export interface Kept {
  /** The failure that it stands in for; `null` where it is still as good as new. */
  readonly insteadOf: UpstreamError | null;
}

/** The call as errors and logs name it: never with values, since those are tenants' data. */
export function nameOf({ method = 'GET', path }: ApiCall): string {
  return `${method} ${path}`;
}

/** What stands behind the base URL for a call. */
export function targetOf({ path, params, query }: ApiCall): string {
  return `${expandPath(path, params)}${toQueryString(query)}`;
}

export interface ExchangeOptions {
  readonly origin: Origin;
  /** What stands before the documented paths, without a trailing slash. */
  readonly baseUrl: string;
  readonly dispatcher: Dispatcher;
  readonly limits: Pick<ClientLimits, 'callTimeout' | 'firstByteTimeout' | 'maxBodyBytes'>;
  /** Those who look on. */
  readonly watches: ReadonlySet<SourceWatch>;
}

/**
 * Sends one request as it is and reads its answer to the end. Redirects are not followed: credentials and bodies go to the
 * configured host alone.
 */
export async function exchange(
  { origin, baseUrl, dispatcher, limits, watches }: ExchangeOptions,
  call: ApiCall,
  patience: Patience,
  purpose: 'login' | 'call',
): Promise<ApiAnswer> {
  const method = call.method ?? 'GET';
  const name = nameOf(call);
  const url = `${baseUrl}${targetOf(call)}`;
  const clock = startClock(origin, name, patience, limits);
  const end = joinWatches(patience.watch, watches)?.({ method, path: call.path, login: purpose === 'login' });
  let status: number | null = null;
  let size = 0;
  let failure: CallFailure | null = null;
  try {
    const answer = await request(url, {
      method,
      headers: { accept: 'application/json', 'accept-encoding': acceptedEncodings, ...call.headers },
      ...(call.body === undefined ? {} : { body: call.body }),
      dispatcher,
      signal: clock.signal,
    });
    clock.headIsHere();
    status = answer.statusCode;
    const { headers } = answer;
    if (status < 200 || status > 299) {
      await discard(answer);
      throw statusError(origin, name, status, headers);
    }
    const bytes = await readBody(answer.body, joined(headers['content-encoding']), limits.maxBodyBytes);
    size = bytes.length;
    const receivedAt = new Date();
    const skew = skewOf(headers['date'], receivedAt);
    const told = { status, receivedAt, bytes: size, ...(skew === null ? {} : { clockSkew: skew }) };
    if (size > 0)
      return { ...told, body: readJson(origin, name, bytes, readContentType(headers['content-type'])) };
    if (status === 204) return { ...told, body: undefined };
    throw new UnexpectedShapeError(origin, `${name} answered ${status} without a body`, 'EMPTY');
  } catch (error) {
    const told = toUpstreamError(origin, name, error, clock.signal, limits);
    failure = toFailure(told);
    throw told;
  } finally {
    clock.stop();
    end?.({ status, bytes: size, failure });
  }
}

/** Reads what stands on the connection, so that it can be used again; a long or slow error is not worth waiting for. */
export async function discard({ body }: Dispatcher.ResponseData): Promise<void> {
  await body.dump({ limit: 65_536, signal: AbortSignal.timeout(dumpTime) }).catch(() => undefined);
}

interface Clock {
  readonly signal: AbortSignal;
  /** From now on only the whole call's time counts. */
  headIsHere(): void;
  stop(): void;
}

/** Aborts when the call's time, or that of its first byte, is over, at the deadline, or when nobody waits any more; with the error to tell. */
function startClock(
  origin: Origin,
  name: string,
  { signal, deadline }: Patience,
  { callTimeout, firstByteTimeout }: ExchangeOptions['limits'],
): Clock {
  const controller = new AbortController();
  const left = deadline - Date.now();
  if (left <= 0) throw new TimedOutError(origin, `no time left for ${name}`);
  const isTheirs = callTimeout <= left;
  const whole = setTimeout(
    () => controller.abort(new TimedOutError(origin, `${name} took too long`, { isTheirs })),
    Math.min(callTimeout, left),
  );
  // Whatever ends the whole call ends the wait for its head: a timer of its own is needed only where it is shorter.
  const head =
    firstByteTimeout >= Math.min(callTimeout, left)
      ? undefined
      : setTimeout(
          () =>
            controller.abort(
              new TimedOutError(origin, `${name} was not answered within ${firstByteTimeout} ms`, {
                isTheirs: true,
              }),
            ),
          firstByteTimeout,
        );
  const leave = (): void => controller.abort(signal.reason);
  if (signal.aborted) leave();
  // Listeners are taken off again: a signal may live through thousands of calls.
  signal.addEventListener('abort', leave, { once: true });
  return {
    signal: controller.signal,
    headIsHere: () => clearTimeout(head),
    stop() {
      clearTimeout(whole);
      clearTimeout(head);
      signal.removeEventListener('abort', leave);
    },
  };
}

/** What a status that is no success means. */
export function statusError(
  origin: Origin,
  name: string,
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): UpstreamError {
  if (status >= 300 && status < 400) {
    return new UnexpectedShapeError(
      origin,
      `${name} answered ${status}: it leads elsewhere, and is not followed; check baseUrl and the path`,
      'REDIRECT',
    );
  }
  if (status === 401 || status === 403) {
    return new RejectedCredentialsError(origin, `the credentials were refused (${status}) by ${name}`, {
      cause: status,
    });
  }
  const answeredAt = Date.parse(joined(headers['date']) ?? '');
  const retryAfter = readRetryAfter(
    headers['retry-after'],
    Number.isNaN(answeredAt) ? Date.now() : answeredAt,
  );
  if (status === 429) return new RateLimitedError(origin, `too many calls (429) to ${name}`, retryAfter);
  return new UnexpectedStatusError(
    origin,
    `${name} answered ${status}`,
    status,
    status === 503 ? retryAfter : null,
  );
}

/** What a call that brought no answer failed of. */
export function toUpstreamError(
  origin: Origin,
  name: string,
  error: unknown,
  { aborted, reason }: AbortSignal,
  { maxBodyBytes }: Partial<ExchangeOptions['limits']> = {},
): unknown {
  if (error instanceof UpstreamError) return error;
  if (aborted) return reason;
  if (error instanceof BodyTooLargeError)
    return new UnexpectedShapeError(
      origin,
      `${name} answered more than ${maxBodyBytes ?? 0} bytes`,
      'TOO_LARGE',
    );
  if (error instanceof BodyEncodingError)
    return new UnexpectedShapeError(origin, `${name} answered a body that cannot be decoded`, 'ENCODING');
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  // A mistake of ours, or a credential that no header can hold: neither is the network's.
  if (/INVALID/.test(code) || error instanceof TypeError) return error;
  if (/TIMEOUT|ETIMEDOUT/.test(code))
    return new TimedOutError(origin, `${name} took too long to connect (${code})`, { isTheirs: true });
  return new UnreachableError(origin, `${name} could not be reached, or broke off (${code})`);
}

export function toFailure(error: unknown): CallFailure {
  if (error instanceof AbandonedError) return 'ABANDONED';
  if (error instanceof UpstreamError) return error.code;
  // What ends an operation ends its calls with an error of the platform's own.
  return error instanceof DOMException ? 'ABANDONED' : 'INTERNAL';
}

function joined(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join() : header;
}

function skewOf(date: string | string[] | undefined, receivedAt: Date): number | null {
  const told = Date.parse(joined(date) ?? '');
  return Number.isNaN(told) ? null : told - receivedAt.getTime();
}
