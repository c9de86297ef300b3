import type { Document } from '../domain/index.js';
import { UnexpectedShapeError, type Origin } from '../errors.js';
import { BodyEncodingError, BodyTooLargeError, decode, isZlibError } from '../http/body.js';
import type { FileAnswer } from '../http/files.js';
import { openMetadata, openPdf, zipMark, type Part } from './bundle.js';
import { toFileName } from './file-name.js';
import { endingOf, mediaType } from './media-type.js';
import { notFound, Refusal } from './refusal.js';
import { ArchiveError } from './zip/error.js';

/** A file as it goes out. */
export interface Outgoing {
  readonly status: 200 | 206;
  readonly type: string;
  readonly fileName: string;
  /** Bytes; `null` where only the end tells. */
  readonly length: number | null;
  /** What holds for the provider's bytes, and so only where they go out as they came. */
  readonly asStored: Readonly<Record<string, string>>;
  readonly content: AsyncIterable<Buffer>;
}

/** Documents that may be a ZIP file of a PDF and what proves it. */
export function isBundle({ kind }: Document): boolean {
  return kind === 'SIGNED_CONTRACT_BUNDLE';
}

/**
 * What a provider's answer gives: the file as it is, or a part of the bundle that it is.
 * @throws Refusal, or what `toTold` makes an UpstreamError of
 */
export async function toOutgoing(
  document: Document,
  answer: FileAnswer,
  part: 'file' | 'metadata',
  most: number,
): Promise<Outgoing> {
  const { status } = answer;
  if (status === 416) throw outOfRange(answer);
  const told = document.fileName ?? document.title;
  const name = toFileName(told ?? 'document');
  const content = decode(answer.body, header(answer, 'content-encoding')) as AsyncIterable<Buffer>;
  const isDecoded = content !== (answer.body as AsyncIterable<Buffer>);
  const size = Number(header(answer, 'content-length') ?? NaN);
  const length = isDecoded || !Number.isSafeInteger(size) ? null : size;
  if (length !== null && length > most) throw new BodyTooLargeError();

  const bundle = isBundle(document) ? await peek(content) : null;
  if (bundle?.isZip === true) {
    const opened = await (part === 'metadata' ? openMetadata : openPdf)(bundle.content, { bytes: most });
    if (opened === null) throw notFound('There is nothing beside the document in this bundle.');
    return toPart(opened, part);
  }
  if (part === 'metadata')
    throw notFound('Only a signed bundle has metadata, and this document is a single file.');
  const type = mediaType([header(answer, 'content-type'), document.mimeType], name);
  return {
    status,
    type,
    // Not every provider names its files, and systems open files by the endings of theirs.
    fileName: told === null || told === undefined ? `${name}${endingOf(type)}` : name,
    length,
    asStored: {
      'accept-ranges': bundle === null && !isDecoded && acceptsRanges(answer) ? 'bytes' : 'none',
      ...(isDecoded ? {} : validators(answer)),
      ...(status === 206 ? { 'content-range': header(answer, 'content-range') ?? '' } : {}),
    },
    content: length === null ? limited(bundle?.content ?? content, most) : (bundle?.content ?? content),
  };
}

function toPart({ name, size, content }: Part, part: 'file' | 'metadata'): Outgoing {
  const fileName = toFileName(name);
  return {
    status: 200,
    type: part === 'file' ? 'application/pdf' : mediaType([], fileName),
    fileName,
    length: size,
    asStored: { 'accept-ranges': 'none' },
    content,
  };
}

/** An error with a source, where the file is at fault. */
export function toTold(error: unknown, origin: Origin, most: number): unknown {
  if (error instanceof ArchiveError)
    return new UnexpectedShapeError(origin, `the bundle cannot be unpacked: ${error.message}`, 'ARCHIVE');
  if (error instanceof BodyTooLargeError)
    return new UnexpectedShapeError(origin, `the file is larger than ${most} bytes`, 'TOO_LARGE');
  if (error instanceof BodyEncodingError || isZlibError(error))
    return new UnexpectedShapeError(origin, 'the file has an encoding that cannot be undone', 'ENCODING');
  return error;
}

/** The same bytes, and whether they begin as a ZIP file does: names and types of stored files are not to be relied on. */
async function peek(
  content: AsyncIterable<Buffer>,
): Promise<{ readonly isZip: boolean; readonly content: AsyncIterable<Buffer> }> {
  const pieces = content[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < zipMark.length) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return {
    isZip: head.subarray(0, zipMark.length).equals(zipMark),
    content: (async function* () {
      yield head;
      for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
    })(),
  };
}

async function* limited(content: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > most) throw new BodyTooLargeError();
    yield piece;
  }
}

function header({ headers }: Pick<FileAnswer, 'headers'>, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join() : value;
}

function acceptsRanges(answer: FileAnswer): boolean {
  return answer.status === 206 || header(answer, 'accept-ranges')?.toLowerCase() === 'bytes';
}

/** By them a client knows whether the rest of a file still fits the part that it has. */
function validators(answer: FileAnswer): Record<string, string> {
  const found: Record<string, string> = {};
  const tag = header(answer, 'etag');
  if (tag !== undefined && /^(W\/)?"[\x21\x23-\x7e]{0,256}"$/.test(tag)) found['etag'] = tag;
  const changed = header(answer, 'last-modified');
  if (changed !== undefined && /^[A-Za-z]{3}, [\w :]{1,40}$/.test(changed)) found['last-modified'] = changed;
  return found;
}

function outOfRange(answer: FileAnswer): Refusal {
  const range = header(answer, 'content-range') ?? '';
  return new Refusal(416, 'BAD_USER_INPUT', 'Range: the file has no such bytes.', {
    ...(/^bytes \*\/\d{1,15}$/.test(range) ? { 'content-range': range } : {}),
  });
}
