import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { SandboxAnswer } from './app.js';
import type { Way } from './damage.js';
import type { Flood } from './faults.js';

/** The head of a flood. It does not say how much will come: the client has to count. */
export function floodAnswer({ encoding }: Flood): SandboxAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return {
    status: 200,
    headers: encoding === undefined ? headers : { ...headers, 'content-encoding': encoding },
    body: '',
  };
}

/** Sends the body of a flood as fast as the client reads it; fails once the client has gone. */
export async function sendFlood({ bytes, encoding }: Flood, way: Way): Promise<void> {
  const counted = async function* (blocks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const block of blocks) {
      way.leaving(block.length);
      yield block;
    }
    way.finish();
  };
  if (encoding === undefined) await pipeline(zeros(bytes), counted, way.response);
  else await pipeline(zeros(bytes), createGzip(), counted, way.response);
}

/** A list of zeros as a JSON text of exactly so many bytes, block by block. */
function* zeros(bytes: number): Generator<Buffer> {
  yield Buffer.from('[0');
  const block = Buffer.from(',0'.repeat(32_768));
  let left = bytes - '[0]'.length;
  for (; left >= block.length; left -= block.length) yield block;
  yield Buffer.from(`${',0'.repeat(Math.floor(left / 2))}${' '.repeat(left % 2)}]`);
}
