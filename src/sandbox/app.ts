import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { SystemName } from './model.js';

/** A request as a route handler sees it. */
export interface SandboxRequest {
  readonly method: string;
  /** The path as it was sent, still percent-encoded. */
  readonly path: string;
  /** What the `{names}` of the route's template stand for, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body as text, empty without one; `parseJson(request.body)` and `new URLSearchParams(request.body)` read it. */
  readonly body: string;
  /** `http://127.0.0.1:4711`: what links in an answer must begin with. */
  readonly origin: string;
}

/** A handler's answer. `json`, `text` and `bytes` make one. */
export interface SandboxAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What answers a path. */
export interface SandboxRoute {
  readonly method: string;
  /**
   * Path template: `/properties/{propertyId}/units`. A parameter is one whole segment, split before percent-decoding, so
   * that an id may hold an encoded slash. A trailing slash counts. The first route that fits wins.
   */
  readonly path: string;
  /** Answers although `guard` would refuse: the login, temporary file links. */
  readonly open?: boolean;
  handle(request: SandboxRequest): SandboxAnswer | Promise<SandboxAnswer>;
}

/**
 * A vendor's stand-in: what it answers, as data. It opens no port; the listener serves it.
 *
 * Each provider folder has one, at `resolvers/<provider>/sandbox.ts`, made by `createXSandbox(portfolio)` beside
 * `X_SANDBOX_CREDENTIALS` and `xTruth(portfolio)`. It imports nothing from the gateway, its wire schemas and mappings
 * least of all: otherwise both sides would agree on the same mistake. Logins it has handed out are its own state, so one
 * app serves one listener.
 */
export interface SandboxApp {
  readonly name: SystemName;
  readonly routes: readonly SandboxRoute[];
  /** Facilitee's paths match in any case; default false. */
  readonly caseInsensitive?: boolean;
  /** Longest request target (path and query) in bytes; beyond it the answer is 414. Default 8,190. */
  readonly maxTargetBytes?: number;
  /** Lower-case names of headers that hold secrets: never recorded. `authorization` and `cookie` never are anyway. */
  readonly credentialHeaders?: readonly string[];
  /** Looks at each request to a route that is not `open`: an answer refuses it (401, 403), null lets it pass. */
  guard?(request: SandboxRequest): SandboxAnswer | null;
  /** The vendor's error body for what the listener itself refuses: 404 and 405 (no such route), 414, 500. */
  error?(status: number, request: Pick<SandboxRequest, 'method' | 'path'>): SandboxAnswer;
}

/** An answer in JSON. */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value) ?? '',
  };
}

/** An answer in plain text, or in another textual form that `headers` names. */
export function text(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): SandboxAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body };
}

/** A file as an answer. */
export function bytes(contentType: string, body: Uint8Array, fileName: string): SandboxAnswer {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return { status: 200, headers: { 'content-type': contentType, 'content-disposition': disposition }, body };
}

/**
 * A file as stores such as S3 answer it: with a tag, and by the one range that is asked for; `If-Range` with another tag gets
 * all of it.
 */
export function stored(
  { headers }: Pick<SandboxRequest, 'headers'>,
  contentType: string,
  body: Uint8Array,
  fileName: string,
): SandboxAnswer {
  const whole = bytes(contentType, body, fileName);
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const kept = { ...whole.headers, etag, 'accept-ranges': 'bytes' };
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  const condition = headers['if-range'] ?? etag;
  if ((first === '' && last === '') || condition !== etag) return { ...whole, headers: kept };
  const from = first === '' ? Math.max(0, body.length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? body.length - 1 : Math.min(Number(last), body.length - 1);
  if (from > to) return { status: 416, headers: { 'content-range': `bytes */${body.length}` }, body: '' };
  return {
    status: 206,
    headers: { ...kept, 'content-range': `bytes ${from}-${to}/${body.length}` },
    body: body.subarray(from, to + 1),
  };
}

/** The value in a JSON text, or undefined if it is not JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
