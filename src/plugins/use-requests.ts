import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { readBody } from '../limits/body.js';
import { limitError } from '../limits/limit-error.js';

export interface RequestOptions {
  /** Where GraphQL is spoken. */
  readonly endpoint: string;
  /** Whether queries may be sent by GET. */
  readonly get: boolean;
  /** Bytes of a body at most. */
  readonly bodyBytes: number;
}

/**
 * Reads requests: JSON by POST, and where it is allowed the parameters of a GET. A browser sends neither for a page of
 * another origin without asking first, and it is told no.
 *
 * Instead of `@graphql-yoga/plugin-csrf-prevention`, which lets a form pass that has the right header, and a GET of any
 * page that can set one; and of yoga's own parsers, which take forms and plain text, and put other characters in the
 * place of bytes that are no text.
 */
export function useRequests({ endpoint, get, bodyBytes }: RequestOptions): Plugin {
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      // yoga would send one answer as a stream of events, or in parts.
      if (url.pathname === endpoint && !acceptsJson(request)) endResponse(notAcceptable(fetchAPI.Response));
    },
    onRequestParse({ request, url, setRequestParser }) {
      if (request.method === 'POST') {
        requireJson(request.headers);
        setRequestParser(async () =>
          parseBody(await readBody(request, bodyBytes).catch(brokenOff), bodyBytes),
        );
      } else if (request.method === 'GET' && get) {
        setRequestParser(() => parseQuery(url.searchParams));
      } else {
        const allowed = get ? 'GET, POST' : 'POST';
        throw refusal(405, `Send operations by ${get ? 'POST or GET' : 'POST'}.`, { Allow: allowed });
      }
    },
  };
}

/** Whether an answer can be what the client takes. A browser that opens the page asks for HTML. */
function acceptsJson({ method, headers }: Request): boolean {
  const accepted = (headers.get('accept') || '*/*')
    .split(',')
    .map((each) => each.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  return accepted.some(
    (type) =>
      /^(application\/(json|graphql-response\+json|\*)|\*\/\*)$/.test(type) ||
      (method === 'GET' && type === 'text/html'),
  );
}

function notAcceptable(Response: typeof globalThis.Response): Response {
  const message =
    'Answers are `application/graphql-response+json` or `application/json`; accept one of them.';
  return new Response(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] }), {
    status: 406,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

/** @throws GraphQLError 415 */
function requireJson(headers: Headers): void {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') throw refusal(415, 'Send the operation as `application/json`.');
  const [charset, ...others] = parameters
    .filter((each) => each.startsWith('charset='))
    .map((each) => each.slice('charset='.length));
  if (others.length > 0) throw refusal(400, 'The header Content-Type has several charsets; send one.');
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset)) throw refusal(415, 'Send JSON in UTF-8.');
  const coding = headers.get('content-encoding')?.trim().toLowerCase();
  if (coding !== undefined && coding !== '' && coding !== 'identity')
    throw refusal(415, 'Send the body without a content encoding.', { 'Accept-Encoding': 'identity' });
}

function parseBody(bytes: Uint8Array | null, most: number): GraphQLParams {
  if (bytes === null) {
    const excess = { what: `The body has more than ${most} bytes`, found: most + 1, limit: most };
    throw limitError({ ...excess, setting: 'GATEHOUSE_MAX_BODY_BYTES' }, 413);
  }
  const value = parseJson(bytes);
  if (typeof value !== 'object' || value === null)
    throw refusal(400, 'The body must be a JSON object with `query` and perhaps `variables`.');
  return value as GraphQLParams;
}

function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal(400, 'The body is not UTF-8.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the body.
    throw refusal(400, 'The body is not JSON.');
  }
}

function parseQuery(query: URLSearchParams): GraphQLParams {
  const read = (name: string): string | undefined => query.get(name) || undefined;
  const readJson = (name: string): Record<string, unknown> | undefined => {
    const text = read(name);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw refusal(400, `The parameter \`${name}\` is not JSON.`);
    }
  };
  const members = {
    query: read('query'),
    operationName: read('operationName'),
    variables: readJson('variables'),
    extensions: readJson('extensions'),
    documentId: read('documentId'),
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** The client went away in the middle of its request: nobody reads the answer. */
function brokenOff(): never {
  throw refusal(400, 'The body broke off.');
}

function refusal(status: number, message: string, headers?: Record<string, string>): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', http: { status, ...(headers === undefined ? {} : { headers }) } },
  });
}
