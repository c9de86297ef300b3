import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Readable, Transform } from 'node:stream';

/** The decoded body grew beyond the limit. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** The body is in no encoding that can be decoded, or not in the one that it names. */
export class BodyEncodingError extends Error {
  override readonly name = 'BodyEncodingError';
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What is asked for. Not `deflate`, which servers send in two forms. */
export const acceptedEncodings = 'gzip, br';

/**
 * The same body without its encoding, as it arrives. One layer is taken off: a second one is a way to hide a bomb.
 * @throws BodyEncodingError
 */
export function decode(body: Readable, encoding: string | undefined): Readable {
  // It may be given up before anybody reads it.
  body.once('error', () => undefined);
  const name = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== 'identity' && each !== '')
    .join();
  if (name === '') return body;
  const decoder = Object.hasOwn(decoders, name) ? decoders[name]?.() : undefined;
  if (decoder !== undefined) return pipeInto(body, decoder);
  body.destroy();
  throw new BodyEncodingError();
}

/**
 * Reads a body to its end and decodes it. The limit counts *decoded* bytes while they arrive: undici's own limit counts
 * what came over the wire, and a small gzip can hold gigabytes.
 */
export async function readBody(body: Readable, encoding: string | undefined, limit: number): Promise<Buffer> {
  const decoded = decode(body, encoding);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of decoded as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw new BodyTooLargeError();
      chunks.push(chunk);
    }
  } catch (error) {
    body.destroy();
    throw isZlibError(error) ? new BodyEncodingError() : error;
  } finally {
    if (decoded !== body) decoded.destroy();
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}

function pipeInto(body: Readable, decoder: Transform): Transform {
  // `pipe` does not forward errors: a connection cut in the middle must surface on the stream that is being read.
  body.on('error', (error) => decoder.destroy(error));
  return body.pipe(decoder);
}

/** Whether zlib could not decode a body: `Z_DATA_ERROR`, `Z_BUF_ERROR`, and brotli's `ERR_…`. */
export function isZlibError(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^(Z_|ERR_?_?_?(BROTLI|ZLIB|PADDING|DECOMP))/.test(code) || code.startsWith('ERR__ERROR');
}
