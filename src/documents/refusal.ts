import type { ServerResponse } from 'node:http';
import { UnexpectedStatusError, UpstreamError } from '../errors.js';
import { toGraphQLError } from '../graphql-errors.js';

/** Why a file is not given: an HTTP status, and an error in the form that answers of GraphQL have. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What `extensions` say besides the code. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.more = more;
  }
}

/** The document, its source or its file does not exist. */
export function notFound(message: string): Refusal {
  return new Refusal(404, 'NOT_FOUND', message);
}

/** Answers with the error. What is no error of ours says nothing of itself. */
export function refuse(response: ServerResponse, method: string | undefined, error: Error): void {
  const { status, headers, message, extensions } = toAnswer(error);
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(method === 'HEAD' ? undefined : body);
}

function toAnswer(error: Error): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly message: string;
  readonly extensions: object;
} {
  if (error instanceof Refusal) {
    const { status, headers, message, code, more } = error;
    return { status, headers, message, extensions: { code, ...more } };
  }
  if (error instanceof UnexpectedStatusError && (error.status === 404 || error.status === 410))
    return toAnswer(notFound('The provider has no file there any more.'));
  const { message, extensions } = toGraphQLError(error);
  if (!(error instanceof UpstreamError)) return { status: 500, headers: {}, message, extensions };
  const retryAfter = error.retryAfter === null ? {} : { 'retry-after': String(error.retryAfter) };
  return { status: statusOf(error), headers: retryAfter, message, extensions };
}

function statusOf({ code }: UpstreamError): number {
  switch (code) {
    case 'UPSTREAM_TIMEOUT':
      return 504;
    case 'OVERLOADED':
    case 'UPSTREAM_RATE_LIMITED':
      return 503;
    default:
      return 502;
  }
}
