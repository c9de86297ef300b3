import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Document, Ref } from '../domain/index.js';
import type { Source } from '../domain/provider.js';
import { toError, UnknownHostError, UpstreamError } from '../errors.js';
import { toUpstreamError } from '../http/exchange.js';
import { filePath } from '../http/files.js';
import { createSession } from '../http/session.js';
import type { Rate } from '../limits/rates.js';
import { createLoaders } from '../loaders/loaders.js';
import type { Log } from '../log.js';
import { operationTime, startOperation } from '../operation.js';
import { documentsPath, isForDocument, readAsked, type Asked } from './asked.js';

export { documentsPath } from './asked.js';
import { isBundle, toOutgoing, toTold, type Outgoing } from './file.js';
import { toDisposition } from './file-name.js';
import { createDocumentLinks } from './link.js';
import { isShown } from './media-type.js';
import { notFound, Refusal, refuse } from './refusal.js';

/** What an operator may say of files. */
export interface DocumentSettings {
  /** What links begin with; where there is none, the address that the request for them was sent to. */
  readonly publicUrl?: string;
  /** Seconds for which a link can be followed. @default 5 minutes */
  readonly linkLifetime?: number;
  /** Files that are sent at once; one more is answered by 503. @default 50 */
  readonly maxDownloads?: number;
  /** Bytes of a file at most, once it is unpacked. @default 512 MiB */
  readonly maxFileBytes?: number;
}

export interface DocumentsOptions extends DocumentSettings {
  /** Those that are configured at the moment. */
  readonly sources: () => readonly Source[];
  /** The keys of cursors: links are signed with keys derived from them. */
  readonly keys: readonly [string, ...string[]];
  /** Milliseconds to find a document, and until its file begins to arrive. */
  readonly time?: number;
  /** Files that are sent at once through links of one caller. @default any number */
  readonly callerDownloads?: number;
  /** Counts the requests of callers; `null` where they may send any number. */
  readonly requests?: Rate | null;
  readonly log: Log;
  /** Told of what should not happen. */
  logInternal(error: Error): void;
}

/** Files of documents, behind short-lived links of the gateway's own. */
export interface Documents {
  /**
   * A link to a document's file, which opens it without further credentials.
   * @param origin of the gateway as the client knows it, where no setting says
   */
  toUrl(document: Ref<'Document'>, caller: string, origin: string): string;
  /** Whether a request is for a file. */
  serves(request: IncomingMessage): boolean;
  /** Answers it: with the file, or with an error. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function createDocuments(options: DocumentsOptions): Documents {
  const { sources, log, logInternal, time = operationTime } = options;
  const { maxDownloads = 50, maxFileBytes = 512 * 1024 * 1024, callerDownloads = Infinity } = options;
  const { requests = null } = options;
  const links = createDocumentLinks({ keys: options.keys, lifetime: options.linkLifetime ?? 300 });
  let underWay = 0;
  const underWayOf = new Map<string, number>();

  /** @throws Refusal where the caller whose link it is has had its share; otherwise it is to be given back */
  const takeShare = async (caller: string): Promise<void> => {
    const share = await requests?.take(caller);
    if (requests !== null && share?.isOver === true)
      throw tooMany(`This caller may send ${requests.limit} requests a minute`, share.reset);
    const busy = underWayOf.get(caller) ?? 0;
    if (busy >= callerDownloads)
      throw tooMany(`Through links of this caller ${callerDownloads} files are sent at once`, 1);
    underWayOf.set(caller, busy + 1);
  };
  const giveBack = (caller: string): void => {
    const left = (underWayOf.get(caller) ?? 1) - 1;
    if (left === 0) underWayOf.delete(caller);
    else underWayOf.set(caller, left);
  };

  /** The record as it is now: the provider's own links end, too, and are never kept. */
  const find = async (ref: Ref<'Document'>, signal: AbortSignal): Promise<Document | null> => {
    const operation = startOperation(signal, { time });
    try {
      const loaders = createLoaders(sources(), (source) => createSession(source.client, operation));
      const { value } = await loaders.record('documentById', ref, neededFields, 0);
      return value as Document | null;
    } finally {
      operation.finish();
    }
  };

  const give = async (asked: Asked, response: ServerResponse, client: AbortSignal): Promise<void> => {
    const { document: ref } = asked.link;
    const source = sources().find(({ id }) => id === ref.source);
    const document = source === undefined ? null : await find(ref, client);
    if (source === undefined || document === null) throw notFound('There is no such document any more.');
    const { url } = document;
    if (url === null || url === undefined) throw notFound('The provider has no file for this document.');

    const { origin } = source.client;
    // A part of a bundle is no part of what is in it.
    const headers = isBundle(document) ? {} : asked.range;
    const answer = await source.client.file(
      { url, headers },
      { signal: client, deadline: Date.now() + time },
    );
    try {
      const file = await toOutgoing(document, answer, asked.part, maxFileBytes);
      response.writeHead(file.status, headersOf(file));
      if (asked.isHead) response.end();
      else await pipeline(file.content, response);
    } catch (error) {
      const told = toTold(error, origin, maxFileBytes);
      const isOurs = told instanceof UpstreamError || told instanceof Refusal;
      throw isOurs ? told : toUpstreamError(origin, `GET ${filePath}`, told, client);
    } finally {
      answer.body.destroy();
    }
  };

  const tell = (error: Error, asked: Asked | null): void => {
    if (error instanceof Refusal) return;
    if (!(error instanceof UpstreamError)) return logInternal(error);
    log.warn('a file of a document could not be given', {
      source: error.origin.source,
      caller: asked?.link.caller,
      code: error.code,
      reason: error.bare,
      ...(error instanceof UnknownHostError ? { host: error.host } : {}),
    });
  };

  return {
    toUrl(document, caller, origin) {
      const base = options.publicUrl ?? origin;
      return `${base}${documentsPath}${links.write({ document, caller })}`;
    },
    serves: isForDocument,
    async serve(request, response) {
      const client = new AbortController();
      response.once('close', () => client.abort());
      // A body that nobody wants must not stand before the next request.
      request.resume();
      let asked: Asked | null = null;
      underWay += 1;
      try {
        asked = readAsked(request, links);
        if (underWay > maxDownloads) throw overloaded();
        const { caller } = asked.link;
        await takeShare(caller);
        const startedAt = performance.now();
        await give(asked, response, client.signal).finally(() => giveBack(caller));
        log.info('a file of a document was given', {
          source: asked.link.document.source,
          caller: asked.link.caller,
          part: asked.part,
          status: response.statusCode,
          durationMs: Math.round(performance.now() - startedAt),
        });
      } catch (thrown) {
        const error = toError(thrown);
        if (response.headersSent) {
          // What has been sent must not be taken for the whole.
          response.destroy();
          if (!isClientGone(error)) tell(error, asked);
        } else if (!client.signal.aborted) {
          tell(error, asked);
          refuse(response, request.method, error);
        }
      } finally {
        underWay -= 1;
      }
    },
  };
}

/** Fields of a document that its file takes. */
const neededFields: ReadonlySet<string> = new Set(['url', 'fileName', 'title', 'mimeType', 'kind']);

function overloaded(): Refusal {
  return new Refusal(
    503,
    'OVERLOADED',
    'The gateway sends as many files as it takes on at once; try again in a moment.',
    { 'retry-after': '1' },
  );
}

function tooMany(message: string, retryAfter: number): Refusal {
  return new Refusal(
    429,
    'RATE_LIMITED',
    `${message}; come back later.`,
    { 'retry-after': String(retryAfter) },
    { retryable: true, retryAfter },
  );
}

/** Whether it was the client that ended a file: nobody is to be told. */
function isClientGone(error: Error): boolean {
  const { code } = error as { readonly code?: unknown };
  return error.name === 'AbortError' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function headersOf({ type, fileName, length, asStored }: Outgoing): Record<string, string | number> {
  return {
    ...asStored,
    'content-type': type,
    'content-disposition': toDisposition(isShown(type) ? 'inline' : 'attachment', fileName),
    ...(length === null ? {} : { 'content-length': length }),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    // Browsers' viewers of PDFs are pages that the policy of the PDF holds for: a sandbox leaves them blank.
    'content-security-policy':
      type === 'application/pdf'
        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
        : "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
    // A frontend beside the gateway may show a picture; a foreign page may not.
    'cross-origin-resource-policy': 'same-site',
  };
}
