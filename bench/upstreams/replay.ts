import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import type { Calls } from './calls.js';

/**
 * Stands before a provider's stand-in and gives each answer again that it has seen. A stand-in looks through all its rows for
 * every call; on a machine whose cores it shares with the candidates, that work would be measured in place of theirs.
 */
export interface Replay {
  readonly url: string;
  close(): Promise<void>;
}

interface Stored {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** @param latency how many milliseconds every answer waits */
export async function startReplay(standIn: string, calls: Calls, latency: () => number): Promise<Replay> {
  const pool = new Pool(standIn, { connections: 16 });
  const stored = new Map<string, Stored>();
  /** Credentials that the stand-in has let in; others are for it to refuse. */
  const accepted = new Set<string>();

  const fetched = async (message: IncomingMessage): Promise<Stored> => {
    const { host: _, connection: __, ...headers } = message.headers;
    const {
      statusCode,
      headers: got,
      body,
    } = await pool.request({
      method: message.method as 'GET',
      path: message.url ?? '/',
      headers,
      body: message.method === 'GET' ? null : message,
    });
    const type = got['content-type'];
    return {
      status: statusCode,
      type: typeof type === 'string' ? type : 'application/json',
      body: Buffer.from(await body.arrayBuffer()),
    };
  };

  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isRead = message.method === 'GET';
    const credential = credentialOf(message);
    const name = message.url ?? '/';
    const call = isRead ? calls.begin() : null;
    let found = isRead && accepted.has(credential) ? stored.get(name) : undefined;
    if (found === undefined) {
      found = await fetched(message);
      if (isRead && found.status === 200) {
        accepted.add(credential);
        stored.set(name, found);
      }
    }
    const send = ({ status, type, body }: Stored): void => {
      if (call !== null) calls.end(call);
      response.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body);
    };
    if (latency() === 0) send(found);
    else setTimeout(send, latency(), found);
  };

  const server = createServer({ maxHeaderSize: 65_536, keepAliveTimeout: 600_000 }, (message, response) => {
    answer(message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await pool.close();
    },
  };
}

function credentialOf({ headers }: IncomingMessage): string {
  return String(headers.authorization ?? headers['token'] ?? headers['x-pigello-client-secret']);
}
