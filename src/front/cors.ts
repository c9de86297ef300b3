import type { IncomingMessage } from 'node:http';

export interface CorsOptions {
  /** As browsers write them in `Origin`. */
  readonly origins: readonly string[];
  /** Whether browsers may send cookies and the like. */
  readonly credentials: boolean;
}

/** What pages of other origins may send: what the gateway reads, and no more. */
const requestHeaders = 'authorization, content-type, gatehouse-upstream, traceparent, tracestate, x-api-key';
/** What they may read besides the body. */
const responseHeaders = 'ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, x-request-id';

/**
 * Headers for a page of another origin; none where the origin is not listed.
 *
 * Not yoga's: for an origin that is not among several it answers `Access-Control-Allow-Origin: null`, which is the origin
 * of any sandboxed page; and only what passes through yoga would have them, which a refusal does not.
 */
export function corsHeaders(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  { origins, credentials }: CorsOptions,
): Readonly<Record<string, string>> {
  if (origins.length === 0) return {};
  // Also without the header: a cache must not hand the answer to somebody else.
  const vary = { vary: 'Origin' };
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return vary;
  const allowed = {
    ...vary,
    'access-control-allow-origin': origin,
    // The page of an origin that is named may read the answer.
    'cross-origin-resource-policy': 'cross-origin',
    ...(credentials ? { 'access-control-allow-credentials': 'true' } : {}),
  };
  return isPreflight(method, headers)
    ? {
        ...allowed,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': requestHeaders,
        'access-control-max-age': '600',
      }
    : { ...allowed, 'access-control-expose-headers': responseHeaders };
}

function isPreflight(method: string | undefined, headers: IncomingMessage['headers']): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}
