import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refusal.js';

/** What of a server decides which heads it takes. */
export interface HeadRules {
  /** Whether there is something at a path; it is compared as it was sent. */
  serves(path: string): boolean;
  /** Whether it answers to a host name or address; `null` where it answers to any. */
  readonly hosts: ((host: string) => boolean) | null;
}

/** Header fields of one request. */
const mostFields = 100;
const methods: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
export const allowedMethods = [...methods].join(', ');

/**
 * What is wrong with a request before its body, beyond what Node's parser refuses itself; `null` where nothing is. What
 * two servers in a row could read in two ways is refused.
 */
export function faultOfHead(request: IncomingMessage, { serves, hosts: isOurs }: HeadRules): Refusal | null {
  const { method, url = '', httpVersion, headers, rawHeaders } = request;
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return fault(505, 'Send HTTP/1.1.');
  if (rawHeaders.length / 2 > mostFields)
    return fault(431, `A request has ${mostFields} header fields at most; send fewer.`);
  const hosts = valuesOf(rawHeaders, 'host');
  const isOld = httpVersion === '1.0' && hosts.length === 0;
  if (!isOld && (hosts.length !== 1 || !isHost(hosts[0])))
    return fault(400, 'The header Host must be there once, with a host name and perhaps a port.');
  // A page can have the name of its own host lead here, and is then no stranger to the browser: only Host tells.
  if (isOurs !== null && !isOurs(nameOf(headers.host)))
    return fault(
      421,
      'Without proof of who asks, the gateway answers on this machine alone: send the request to localhost, 127.0.0.1 or [::1].',
    );
  const codings = valuesOf(rawHeaders, 'transfer-encoding');
  if (codings.length > 1 || (codings[0] ?? 'chunked').toLowerCase() !== 'chunked' || isAmbiguous(request))
    return fault(
      400,
      'The header Transfer-Encoding can only be `chunked`, once, and without Content-Length.',
    );
  for (const name of ['Authorization', 'X-API-Key', 'Content-Type'])
    if (new Set(valuesOf(rawHeaders, name.toLowerCase())).size > 1)
      return fault(400, `The header ${name} is there with different values; send one.`);
  if (!methods.has(method))
    return fault(405, `Send one of the methods ${allowedMethods}.`, { allow: allowedMethods });
  if (method === 'OPTIONS' && url === '*') return null;
  const path = pathOf(request);
  if (path === null) return fault(400, 'The target of the request must be a path.');
  return serves(path) ? null : fault(404, 'There is nothing here.');
}

/** The target without the address of this host, where it begins with that. */
export function targetOf({ url = '', headers: { host } }: IncomingMessage): string {
  const origin = `http://${host ?? ''}`;
  return host !== undefined && url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
}

/** What stands before the query; `null` where the target is no path. */
export function pathOf(request: IncomingMessage): string | null {
  const target = targetOf(request);
  if (!target.startsWith('/')) return null;
  const end = target.search(/[?#]/);
  return end === -1 ? target : target.slice(0, end);
}

function isAmbiguous({ headers, httpVersion }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] === undefined) return false;
  return headers['content-length'] !== undefined || httpVersion === '1.0';
}

function isHost(text = ''): boolean {
  return text === '' || (/^[\w.:[\]-]+$/.test(text) && URL.canParse(`http://${text}`));
}

/** Without the port; nothing where there is no host. */
function nameOf(host = ''): string {
  return host === '' ? '' : new URL(`http://${host}`).hostname;
}

/** As they were sent: Node keeps one of several, or joins them. */
function valuesOf(rawHeaders: readonly string[], name: string): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

function fault(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  // A request that could be read in two ways leaves open where the next one begins.
  const close = status === 400 || status === 431 || status === 505 ? { connection: 'close' } : {};
  return { status, message, extensions: { code: 'BAD_USER_INPUT' }, headers: { ...headers, ...close } };
}
