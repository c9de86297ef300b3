import type { Plugin } from 'graphql-yoga';
import type { Authenticate } from '../access/authenticate.js';
import { setCaller } from '../access/caller.js';
import { UnauthenticatedError } from '../errors.js';

export interface CallerOptions {
  /** Asked for each request, since callers may change while the gateway runs. */
  readonly authenticate: () => Authenticate;
  /** Where GraphQL is spoken; whatever else there is has its own way. */
  readonly endpoint: string;
}

/** Finds out who asks, before anything that they sent is read. Whoever does not say so is not answered. */
export function useCaller({ authenticate, endpoint }: CallerOptions): Plugin {
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      // A preflight asks whether it may ask; it carries no credentials, and learns nothing.
      if (url.pathname !== endpoint || request.method === 'OPTIONS') return;
      try {
        setCaller(request, await authenticate()(request.headers));
      } catch (error) {
        if (!(error instanceof UnauthenticatedError)) throw error;
        endResponse(toResponse(error, fetchAPI.Response));
      }
    },
  };
}

function toResponse(error: UnauthenticatedError, Response: typeof globalThis.Response): Response {
  const { code, message, isOurs } = error;
  return new Response(
    JSON.stringify({ errors: [{ message, extensions: { code, ...(isOurs ? { retryable: true } : {}) } }] }),
    {
      status: isOurs ? 503 : 401,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        // RFC 6750, 3: what was wrong is in the body; a challenge must stand here.
        ...(isOurs ? { 'retry-after': '5' } : { 'www-authenticate': 'Bearer realm="gatehouse"' }),
      },
    },
  );
}
