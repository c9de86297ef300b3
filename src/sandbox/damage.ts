import type { ServerResponse } from 'node:http';
import { parseJson, type SandboxAnswer } from './app.js';
import type { Fault, FaultTarget } from './faults.js';
import { sendFlood } from './flood.js';

/** The way of an answer to the client. */
export interface Way {
  readonly response: ServerResponse;
  /** Told how many bytes of the body leave, before they do. */
  leaving(bytes: number): void;
  /** Told that all has been said, before the last byte leaves: whatever the client does next comes after it. */
  finish(): void;
}

/** What a fault makes of the right answer. */
export function spoil(answer: SandboxAnswer, fault: Fault | null, request: FaultTarget): SandboxAnswer {
  if (fault !== null && 'change' in fault) {
    const value = jsonOf(answer);
    if (value === undefined) return answer;
    return { ...answer, body: JSON.stringify(fault.change(value, request)) ?? '' };
  }
  if (fault !== null && 'replace' in fault) {
    const { headers, bytes } = fault.replace;
    return { ...answer, headers: { ...answer.headers, ...headers }, body: bytes ?? answer.body };
  }
  return answer;
}

/** Sends an answer, as badly as a fault demands. */
export async function send(answer: SandboxAnswer, fault: Fault | null, way: Way): Promise<void> {
  const { response } = way;
  response.statusCode = answer.status;
  // One by one: however a fault spells a name, it takes the place of the right header.
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  if (fault !== null && 'flood' in fault) return sendFlood(fault.flood, way);

  const body = Buffer.from(answer.body as Uint8Array);
  response.setHeader('content-length', body.length);
  if (fault !== null && 'drip' in fault) return drip(body, fault.drip, way);
  const half = body.subarray(0, Math.floor(body.length / 2));
  if (fault !== null && 'stall' in fault) {
    way.leaving(half.length);
    response.flushHeaders();
    response.write(half);
    return;
  }
  way.finish();
  if (fault !== null && 'truncate' in fault) {
    way.leaving(half.length);
    response.write(half, () => response.destroy());
    return;
  }
  way.leaving(body.length);
  response.end(body);
}

/** Waits, but no longer than the client does. */
export function wait(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    response.once('close', done);
  });
}

async function drip(body: Buffer, pace: { bytes: number; everyMs: number }, way: Way): Promise<void> {
  const { response } = way;
  response.flushHeaders();
  for (let from = 0; from < body.length; from += pace.bytes) {
    await wait(pace.everyMs, response);
    if (response.destroyed) return;
    const piece = body.subarray(from, from + pace.bytes);
    way.leaving(piece.length);
    response.write(piece);
  }
  way.finish();
  response.end();
}

/** The value in a successful answer in JSON; undefined for any other answer. */
function jsonOf({ status, headers, body }: SandboxAnswer): unknown {
  const type = headers['content-type'] ?? '';
  if (status < 200 || status > 299 || !/^application\/([^;]+\+)?json\b/.test(type)) return undefined;
  return parseJson(Buffer.from(body as Uint8Array).toString('utf8'));
}
