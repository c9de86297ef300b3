import type { IncomingMessage } from 'node:http';
import type { DocumentLink, DocumentLinks } from './link.js';
import { Refusal } from './refusal.js';

/** What a request for a file asks. */
export interface Asked {
  readonly link: DocumentLink;
  readonly isHead: boolean;
  /** The file itself, or what stands beside it in a signed bundle. */
  readonly part: 'file' | 'metadata';
  /** `range` and `if-range`, where they can be passed on. */
  readonly range: Readonly<Record<string, string>>;
}

/** Where files are. */
export const documentsPath = '/documents/';

/** Whether a request is for the file of a document. */
export function isForDocument({ url = '' }: IncomingMessage): boolean {
  return url.startsWith(documentsPath);
}

/** @throws Refusal */
export function readAsked(request: IncomingMessage, links: DocumentLinks): Asked {
  const { method, url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD')
    throw new Refusal(405, 'BAD_USER_INPUT', 'A file is fetched by GET or HEAD.', { allow: 'GET, HEAD' });
  const mark = url.indexOf('?');
  const link = links.read(url.slice(documentsPath.length, mark < 0 ? undefined : mark));
  if (link === 'forged')
    throw new Refusal(403, 'FORBIDDEN', 'This is no link of this gateway; ask for `Document.url` again.');
  if (link === 'expired')
    throw new Refusal(410, 'FORBIDDEN', 'This link has ended; ask for `Document.url` again.');
  return {
    link,
    isHead: method === 'HEAD',
    part: readPart(mark < 0 ? '' : url.slice(mark + 1)),
    // Only a GET has a range (RFC 9110, 14.2).
    range: method === 'GET' ? readRange(request) : {},
  };
}

function readPart(query: string): Asked['part'] {
  const members = [...new URLSearchParams(query)];
  const [first] = members;
  if (first === undefined) return 'file';
  if (members.length === 1 && first[0] === 'part' && first[1] === 'metadata') return 'metadata';
  throw new Refusal(
    400,
    'BAD_USER_INPUT',
    'part: the only value is `metadata`, and no other parameter is taken; leave it out for the file itself.',
  );
}

/** One range; others are ignored, as every server may (RFC 9110, 14.2): an answer of several parts would have to be taken apart. */
function readRange({ headers }: IncomingMessage): Asked['range'] {
  const { range } = headers;
  const condition = headers['if-range']?.toString();
  if (range === undefined || !/^bytes=(\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range)) return {};
  if (condition === undefined) return { range };
  // A tag or a date; what is neither asks for a condition that cannot hold.
  return /^[\x20-\x7e]{1,256}$/.test(condition) ? { range, 'if-range': condition } : {};
}
