import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Readable } from 'node:stream';
import type { Transform } from 'node:stream';

/** The decoded body grew beyond the limit. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What we can decode, for `accept-encoding`. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * Reads a body to its end and decodes it. The limit counts *decoded* bytes while they arrive: undici's own limit counts
 * what came over the wire, and a small gzip can hold gigabytes.
 */
export async function readBody(body: Readable, encoding: string | undefined, limit: number): Promise<Buffer> {
  const decoder = encoding === undefined ? undefined : decoders[encoding.trim().toLowerCase()];
  if (encoding !== undefined && decoder === undefined && encoding !== 'identity') {
    body.destroy();
    throw new TypeError('unknown content-encoding');
  }
  const source = decoder === undefined ? body : pipeInto(body, decoder());
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      body.destroy();
      throw new BodyTooLargeError();
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}

function pipeInto(body: Readable, decoder: Transform): Transform {
  // `pipe` does not forward errors: a connection cut in the middle must surface on the stream that is being read.
  body.on('error', (error) => decoder.destroy(error));
  return body.pipe(decoder);
}
