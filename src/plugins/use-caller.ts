import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { Authenticate } from '../access/authenticate.js';
import { setCaller } from '../access/caller.js';
import { UnauthenticatedError } from '../errors.js';
import { networkOf, type ClientAddress } from '../front/client-address.js';
import { createRate } from '../limits/rates.js';
import { tooMany } from './too-many.js';

export interface CallerOptions {
  /** Asked for each request, since callers may change while the gateway runs. */
  readonly authenticate: () => Authenticate;
  /** Where GraphQL is spoken; whatever else there is has its own way. */
  readonly endpoint: string;
  /** Whether browsers are given a page there, from which people then ask as whoever they are. */
  readonly hasPage: boolean;
  /** Requests a minute from one address that prove no caller; `Infinity` for any number. */
  readonly unknownRequests: number;
  readonly addressOf: ClientAddress;
}

/** What the HTTP server hands on with a request; nothing where there is no server between. */
interface ServerContext {
  readonly req?: IncomingMessage;
}

/**
 * Finds out who asks, before anything that they sent is read. Whoever does not say so is not answered; and an address that
 * keeps asking like that is told to stop. Those at the same address who do prove who they are are not made to suffer for it.
 */
export function useCaller(options: CallerOptions): Plugin {
  const { authenticate, endpoint, hasPage, addressOf } = options;
  const unknown = createRate('unknown', options.unknownRequests);
  return {
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      if (url.pathname !== endpoint) return;
      try {
        setCaller(request, await authenticate()(request.headers));
      } catch (error) {
        if (!(error instanceof UnauthenticatedError)) throw error;
        if (hasPage && isForPage(request, url)) return;
        const { req } = serverContext as ServerContext;
        const share =
          error.isOurs || req === undefined ? undefined : await unknown?.take(networkOf(addressOf(req)));
        endResponse(
          share?.isOver === true
            ? tooMany(
                fetchAPI.Response,
                `There were more than ${options.unknownRequests} requests a minute from this address that did not say who asks`,
                share.reset,
              )
            : toResponse(error, fetchAPI.Response),
        );
      }
    },
  };
}

/** A page holds nothing that is anybody's; whoever opens it says who they are in what they send from there. */
function isForPage({ method, headers }: Request, url: URL): boolean {
  return (
    method === 'GET' &&
    headers.get('accept')?.includes('text/html') === true &&
    !url.searchParams.has('query')
  );
}

function toResponse(error: UnauthenticatedError, Response: typeof globalThis.Response): Response {
  const { code, message, isOurs } = error;
  return new Response(
    JSON.stringify({ errors: [{ message, extensions: { code, ...(isOurs ? { retryable: true } : {}) } }] }),
    {
      status: isOurs ? 503 : 401,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        // RFC 6750, 3: what was wrong is in the body; a challenge must stand here.
        ...(isOurs ? { 'retry-after': '5' } : { 'www-authenticate': 'Bearer realm="gatehouse"' }),
      },
    },
  );
}
