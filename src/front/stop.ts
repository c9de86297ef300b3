import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

export interface StopTimes {
  /** Milliseconds for which requests are still taken, on connections that are open and on new ones. */
  readonly grace: number;
  /** Milliseconds after which whatever is still under way is cut off, the grace included. */
  readonly drain: number;
}

/** Ends a server without dropping a request: one may have been sent that nobody has read yet. */
export interface Stop {
  readonly hasBegun: boolean;
  /**
   * From now on every answer ends its connection, as does silence. After the grace no connection is taken any more, and what
   * is under way gets to finish.
   */
  begin(times: StopTimes): Promise<void>;
}

interface Connection {
  /** Requests that have come and are not answered. */
  readonly underWay: Set<ServerResponse>;
  silence: NodeJS.Timeout | undefined;
}

/** Looks on at a server's connections from the beginning; so it is made before the server listens. */
export function createStop(server: Server): Stop {
  const connections = new Map<Socket, Connection>();
  let grace: number | null = null;

  const awaitRequest = (socket: Socket, connection: Connection): void => {
    if (grace === null || connection.underWay.size > 0) return;
    clearTimeout(connection.silence);
    connection.silence = setTimeout(() => socket.destroy(), grace);
  };
  const note = ({ socket }: IncomingMessage, response: ServerResponse): void => {
    if (grace !== null) response.setHeader('connection', 'close');
    const connection = connections.get(socket);
    if (connection === undefined) return;
    clearTimeout(connection.silence);
    connection.underWay.add(response);
    response.once('close', () => {
      connection.underWay.delete(response);
      awaitRequest(socket, connection);
    });
  };

  server.on('connection', (socket) => {
    const connection: Connection = { underWay: new Set(), silence: undefined };
    connections.set(socket, connection);
    socket.once('close', () => {
      clearTimeout(connection.silence);
      connections.delete(socket);
    });
    awaitRequest(socket, connection);
  });
  // Before whoever answers.
  server.prependListener('request', note);
  server.prependListener('checkExpectation', note);

  return {
    get hasBegun() {
      return grace !== null;
    },
    async begin(times) {
      grace = Math.min(times.grace, times.drain);
      for (const [socket, connection] of connections) {
        for (const response of connection.underWay)
          if (!response.headersSent) response.setHeader('connection', 'close');
        awaitRequest(socket, connection);
      }
      if (connections.size > 0) await delay(grace);
      // What the system has taken on by itself is reset with the server's end: right after it was fetched there is least of it.
      await nextTurn();
      await endServer(server, times.drain - grace);
    },
  };
}

/** Takes no more connections, and cuts those that are still busy after so many milliseconds. */
export function endServer(server: Server, drainTime: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), drainTime);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
