import { once } from 'node:events';
import { connect } from 'node:net';

/** What came back over one connection. */
export interface RawAnswer {
  /** Statuses of all answers, in their order. */
  readonly statuses: readonly number[];
  readonly text: string;
  readonly isClosed: boolean;
}

/**
 * Writes bytes as they are, and reads until the server closes the connection or `until` is met. For what no client would
 * send.
 *
 * @param until ends the reading where the server keeps the connection; by default the end of one whole answer
 */
export async function sendRaw(
  url: string,
  parts: string | readonly string[],
  until: (text: string) => boolean = isWhole,
): Promise<RawAnswer> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  let isClosed = false;
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const over = new Promise<void>((resolve) => {
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (until(text)) resolve();
    });
    socket.once('end', () => (isClosed = true));
    socket.once('close', () => {
      isClosed = true;
      resolve();
    });
  });
  for (const part of [parts].flat()) {
    await new Promise<void>((resolve) => socket.write(part, 'latin1', () => resolve()));
  }
  await over;
  socket.destroy();
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  return { statuses, text, isClosed };
}

/** Whether an answer with a known length is there to its last byte. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = text.slice(0, end).toLowerCase();
  // The last answer on a connection is followed by its end, which tells whether it was the only one.
  if (/\r\nconnection: close/.test(head)) return false;
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length === undefined) return /\r\n0\r\n\r\n$/.test(text) || / (204|304) /.test(head);
  return text.length >= end + 4 + Number(length);
}
