import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { corsHeaders, type CorsOptions } from './cors.js';
import { securityHeaders } from './headers.js';
import { refuse, toBody, type Refusal } from './refusal.js';
import { allowedMethods, faultOfHead, targetOf, type HeadRules } from './request-head.js';

/** Milliseconds that clients get. One that takes longer wants to tie up what others need. */
export interface ClientTimes {
  /** To send the head of a request. */
  readonly head: number;
  /** To send all of it. */
  readonly request: number;
  /** To send or read anything. */
  readonly idle: number;
}

export const clientTimes: ClientTimes = { head: 10_000, request: 30_000, idle: 60_000 };

/** An operation that takes all its time moves nothing meanwhile, and is answered all the same. */
export function timesFor(operationTime: number): ClientTimes {
  return { ...clientTimes, idle: Math.max(clientTimes.idle, operationTime + 10_000) };
}

export interface HttpServerOptions extends HeadRules {
  readonly cors: CorsOptions;
  /** Seconds for which browsers must come back by https; `Infinity` where that is not said. */
  readonly hsts: number;
  readonly times: ClientTimes;
}

/**
 * Node's server as it may face the internet: its own answers and all others have the same headers, what is ambiguous is
 * refused, and nobody holds a connection for ever. `handle` sees requests that ask for something that is there.
 */
export function createHttpServer(
  { cors, hsts, times, ...rules }: HttpServerOptions,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const everywhere = securityHeaders(hsts);
  const begin = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries({ ...everywhere, ...corsHeaders(request, cors) }))
      response.setHeader(name, value);
    noteAnswered(request, response);
  };
  const server = createServer(
    {
      headersTimeout: times.head,
      requestTimeout: times.request,
      // Longer than the 60 seconds after which most proxies let go: whoever reuses a connection must not meet its end.
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: Math.min(1_000, times.head),
      maxHeaderSize: 16_384,
      // `faultOfHead` requires it: Node's own answer has none of our headers.
      requireHostHeader: false,
    },
    (request, response) => {
      begin(request, response);
      const fault = faultOfHead(request, rules);
      if (fault !== null) refuse(request, response, fault);
      else if (request.method === 'OPTIONS') answerOptions(request, response);
      else {
        // Whoever answers compares paths.
        request.url = targetOf(request);
        handle(request, response);
      }
    },
  );
  // Node drops what is above, silently; `faultOfHead` counts instead.
  server.maxHeadersCount = 0;
  server.maxRequestsPerSocket = 1_000;
  server.setTimeout(times.idle);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    begin(request, response);
    refuse(request, response, unknownExpectation);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    answerClientError(error, socket, everywhere),
  );
  return server;
}

const unknownExpectation: Refusal = {
  status: 417,
  message: 'The header Expect can only be `100-continue`.',
  extensions: { code: 'BAD_USER_INPUT' },
};

/** Connections on which a request was answered before all of it was there. */
const answeredEarly = new WeakSet<Duplex>();

function noteAnswered(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  response.once('finish', () => {
    if (request.complete) return;
    answeredEarly.add(socket);
    request.once('end', () => answeredEarly.delete(socket));
  });
}

function answerOptions(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(204, { allow: allowedMethods });
  response.end();
}

/** What Node's parser, or its clock, refuses. The connection ends with it. */
function answerClientError(
  { code }: NodeJS.ErrnoException,
  socket: Duplex,
  headers: Readonly<Record<string, string>>,
): void {
  // Where an answer has begun, or was given, a second one would be taken for that to the next request.
  const begun = (socket as { _httpMessage?: { readonly headersSent?: boolean } | null })._httpMessage;
  if (!socket.writable || code === 'ECONNRESET' || begun?.headersSent === true || answeredEarly.has(socket)) {
    socket.destroy();
    return;
  }
  const refusal = toRefusal(code);
  const body = toBody(refusal);
  const lines = {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}\r\n${head.join('')}\r\n${body}`,
  );
  // What the client still sends is of no use.
  socket.once('finish', () => socket.destroy());
}

function toRefusal(code: string | undefined): Refusal {
  const extensions = { code: 'BAD_USER_INPUT' };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return { status: 408, message: 'The request did not come in time; send it faster.', extensions };
  if (code === 'HPE_HEADER_OVERFLOW')
    return { status: 431, message: 'The head of the request is too large; send fewer headers.', extensions };
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return { status: 413, message: 'The body is cut into odd chunks; send it plainly.', extensions };
  return { status: 400, message: 'The request is not well-formed HTTP/1.1.', extensions };
}
