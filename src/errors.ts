/**
 * Every way Gatehouse can fail, on one screen. `src/graphql-errors.ts` alone translates them for GraphQL clients.
 *
 * No message may hold a body, a token, a personal number or a query string: tenants live in there. A call is
 * therefore named by its method and path *template* (`GET /properties/{propertyId}/units`), never by its URL.
 */

/** The configured source that an upstream error came from. */
export interface Origin {
  readonly source: string;
  readonly provider: string;
}

/** Codes of `extensions.code` that upstream errors carry; part of the public contract. */
export type UpstreamCode =
  | 'OVERLOADED'
  | 'UPSTREAM_UNREACHABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_UNAUTHORIZED'
  | 'UPSTREAM_RATE_LIMITED'
  | 'UPSTREAM_STATUS'
  | 'UPSTREAM_BAD_RESPONSE'
  | 'CALL_LIMIT_EXCEEDED';

/** A call to a provider did not bring what was asked. */
export abstract class UpstreamError extends Error {
  abstract readonly code: UpstreamCode;
  /** Whether asking again later can help. */
  abstract readonly retryable: boolean;
  /** Seconds the provider asked to wait, where it said so. */
  readonly retryAfter: number | null = null;
  readonly origin: Origin;
  /** The message without the source's name. */
  readonly bare: string;

  constructor(origin: Origin, message: string, options?: ErrorOptions) {
    super(`${origin.source}: ${message}`, options);
    this.origin = origin;
    this.bare = message;
  }
}

/** No connection: refused, reset, unknown host, TLS failure. */
export class UnreachableError extends UpstreamError {
  override readonly name = 'UnreachableError';
  readonly code = 'UPSTREAM_UNREACHABLE';
  readonly retryable = true;
}

/** The call's or the operation's time ran out. */
export class TimedOutError extends UpstreamError {
  override readonly name = 'TimedOutError';
  readonly code = 'UPSTREAM_TIMEOUT';
  readonly retryable = true;
  /** Whether the provider had the whole time of a call: otherwise the operation ended first, and nothing is proven. */
  readonly isTheirs: boolean;

  constructor(origin: Origin, message: string, { isTheirs = false }: { readonly isTheirs?: boolean } = {}) {
    super(origin, message);
    this.isTheirs = isTheirs;
  }
}

/** The provider refused the credentials of the source, at login or on a call (401, 403). */
export class RejectedCredentialsError extends UpstreamError {
  override readonly name = 'RejectedCredentialsError';
  readonly code = 'UPSTREAM_UNAUTHORIZED';
  readonly retryable = false;
}

/** The provider answered 429, or a limit of the source's settings spares it one. */
export class RateLimitedError extends UpstreamError {
  override readonly name = 'RateLimitedError';
  readonly code = 'UPSTREAM_RATE_LIMITED';
  readonly retryable = true;
  override readonly retryAfter: number | null;
  /** Whether the provider had asked to wait already when it came: calls that are under way together are refused together. */
  readonly isOfBurst: boolean;

  constructor(
    origin: Origin,
    message: string,
    retryAfter: number | null,
    { isOfBurst = false }: { readonly isOfBurst?: boolean } = {},
  ) {
    super(origin, message);
    this.retryAfter = retryAfter;
    this.isOfBurst = isOfBurst;
  }
}

/** Any other status that is not a success. A 404 by id is not an error: the record is `null`. */
export class UnexpectedStatusError extends UpstreamError {
  override readonly name = 'UnexpectedStatusError';
  readonly code = 'UPSTREAM_STATUS';
  readonly status: number;
  readonly retryable: boolean;
  override readonly retryAfter: number | null;

  constructor(origin: Origin, message: string, status: number, retryAfter: number | null = null) {
    super(origin, message);
    this.status = status;
    this.retryable = status >= 500;
    this.retryAfter = retryAfter;
  }
}

/** What is wrong with an answer that cannot be used. Stands in `extensions.reason`; part of the public contract. */
export type BadResponse =
  /** Members or records are not where they are documented. */
  | 'SHAPE'
  | 'NOT_JSON'
  /** A page for people, such as a login form or an error page of a proxy. */
  | 'HTML'
  /** Another content type than JSON. */
  | 'CONTENT_TYPE'
  /** No body where one is documented. */
  | 'EMPTY'
  /** Beyond the source's `maxBodyBytes`, once decoded. */
  | 'TOO_LARGE'
  /** Nested deeper than any documented answer. */
  | 'TOO_DEEP'
  /** A number beyond what IEEE 754 doubles hold. */
  | 'NUMBER'
  /** A content encoding or a character encoding that cannot be read. */
  | 'ENCODING'
  /** A ZIP file that cannot be unpacked, or does not hold what it should. */
  | 'ARCHIVE'
  /** Leads elsewhere, where neither the call nor its credentials follow. */
  | 'REDIRECT';

/** The answer was not what the endpoint documents. */
export class UnexpectedShapeError extends UpstreamError {
  override readonly name = 'UnexpectedShapeError';
  readonly code = 'UPSTREAM_BAD_RESPONSE';
  readonly retryable = false;
  readonly reason: BadResponse;

  constructor(origin: Origin, message: string, reason: BadResponse = 'SHAPE') {
    super(origin, message);
    this.reason = reason;
  }
}

/** A document's file lies where the source's settings do not let the gateway go. */
export class UnknownHostError extends UpstreamError {
  override readonly name = 'UnknownHostError';
  readonly code = 'UPSTREAM_BAD_RESPONSE';
  readonly retryable = false;
  /** For the operator's log; clients are not told. */
  readonly host: string;

  constructor(origin: Origin, message: string, host: string) {
    super(origin, message);
    this.host = host;
  }
}

/** The endpoint kept failing: it is left alone for a while, and no call was made. The code is that of its last failure. */
export class OpenCircuitError extends UpstreamError {
  override readonly name = 'OpenCircuitError';
  readonly code: UpstreamCode;
  readonly retryable: boolean;
  override readonly retryAfter: number;

  constructor(origin: Origin, call: string, last: UpstreamError, retryAfter: number) {
    super(origin, `${call} is left alone for a while, since it kept failing (last: ${last.bare})`);
    this.code = last.code;
    this.retryable = last.retryable;
    this.retryAfter = retryAfter;
  }
}

/** More calls wait for this source than its settings allow: it is slower than what is asked of it. */
export class OverloadedError extends UpstreamError {
  override readonly name = 'OverloadedError';
  readonly code = 'OVERLOADED';
  readonly retryable = true;
  override readonly retryAfter = 1;
}

/** Nobody waits for the call any more: its clients have gone. No answer shows it. */
export class AbandonedError extends UpstreamError {
  override readonly name = 'AbandonedError';
  readonly code = 'UPSTREAM_TIMEOUT';
  readonly retryable = true;
}

/** What was asked for can only be searched for, and the search spent the calls that the source's settings allow one read. */
export class ScanLimitError extends UpstreamError {
  override readonly name = 'ScanLimitError';
  readonly code = 'CALL_LIMIT_EXCEEDED';
  readonly retryable = false;
}

/** One more call would be more than an operation may make. Its estimate was lower: lists have grown since they were last seen. */
export class CallBudgetError extends UpstreamError {
  override readonly name = 'CallBudgetError';
  readonly code = 'CALL_LIMIT_EXCEEDED';
  readonly retryable = false;
}

/** The client asked for something that cannot be: the message names the argument and the cure. */
export class BadInputError extends Error {
  override readonly name = 'BadInputError';
  readonly code = 'BAD_USER_INPUT';
}

/** A request does not prove who sent it. The message says what is wrong with it, and never quotes it. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError';
  readonly code = 'UNAUTHENTICATED';
  /** Whether it is the gateway that cannot tell: then the same request may be right in a moment. */
  readonly isOurs: boolean;

  constructor(message: string, { isOurs = false }: { readonly isOurs?: boolean } = {}) {
    super(message);
    this.isOurs = isOurs;
  }
}

/** The caller has not the scopes that what it asked for needs. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
  readonly code = 'FORBIDDEN';
  /** Those that are missing. */
  readonly scopes: readonly string[];

  /** @param place as clients know it, e.g. `Person.email` */
  constructor(place: string, scopes: readonly string[]) {
    const named = scopes.map((scope) => `\`${scope}\``).join(' and ');
    super(`${place} needs the scope ${named}, which this caller does not have.`);
    this.scopes = scopes;
  }
}

/** The configuration cannot be used; the message names the variable or the path in the file, and the cure. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Whatever was thrown, as an `Error`. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error('something that is no error was thrown', { cause: thrown });
}
