import { createInflateRaw } from 'node:zlib';
import type { Bytes } from './bytes.js';
import { ArchiveError } from './error.js';

/** Decodes one deflate stream, as fast as it is read, and leaves what follows it. */
export async function* inflate(bytes: Bytes): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw();
  const ended = new Promise<false>((resolve) => {
    inflater.once('end', () => resolve(false));
    inflater.once('close', () => resolve(false));
  });
  let given = 0;
  let last: Buffer = Buffer.alloc(0);
  /** Resolves to `false` where the stream is at its end: zlib then leaves some of the piece. */
  const give = (piece: Buffer): Promise<boolean> => {
    last = piece;
    given += piece.length;
    const taken = new Promise<boolean>((resolve) =>
      inflater.write(piece, (error) => resolve((error ?? null) === null && inflater.bytesWritten === given)),
    );
    return Promise.race([taken, ended]);
  };
  const feed = async (): Promise<void> => {
    // One piece at a time: only of the last one something can be left.
    while (await give(await bytes.next()));
  };
  feed().catch((error: unknown) => inflater.destroy(error as Error));
  try {
    for await (const piece of inflater) yield piece as Buffer;
  } catch (error) {
    // zlib's own names begin so; all else is the way here that broke.
    const { code } = error as { readonly code?: unknown };
    throw String(code).startsWith('Z_') ? new ArchiveError('a part of it cannot be decoded') : error;
  }
  bytes.unread(last.subarray(last.length - (given - inflater.bytesWritten)));
}
