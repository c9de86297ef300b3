import { connect, type Socket } from 'node:net';
import type { Source } from './domain/provider.js';
import type { UpstreamCode } from './errors.js';
import type { Log } from './log.js';

/** What `/health/ready` tells of a source. */
export interface SourceHealth {
  readonly id: string;
  readonly provider: string;
  readonly status: 'OK' | 'DEGRADED';
  /** Why it is degraded, as errors of queries tell it. */
  readonly code: UpstreamCode | null;
}

/** Which sources are in trouble, without asking them for anything: from the calls that queries make, and by connecting. */
export interface Health {
  readonly sources: readonly SourceHealth[];
  /** Looks whether hosts can be reached: all of them at once, and those in trouble again and again. */
  watch(): void;
  close(): void;
}

/** Milliseconds between two looks at a host that is in trouble. */
const interval = 5_000;
const connectTime = 5_000;

export function createHealth(sources: readonly Source[], log: Log): Health {
  const unreachable = new Set<string>();
  const sockets = new Set<Socket>();
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const stops = sources.map(({ id, client }) =>
    client.onCircuit(({ call, failure }) => {
      if (failure === null) log.info(`${id}: ${call} answers again.`);
      else log.warn(`${id}: ${call} kept failing and is left alone for a while.`, { code: failure.code });
    }),
  );

  const look = async (source: Source): Promise<void> => {
    const isReached = await canConnect(source.client.baseUrl, sockets);
    if (isClosed || isReached === !unreachable.has(source.id)) return;
    if (isReached) {
      unreachable.delete(source.id);
      log.info(`${source.id} can be reached again.`);
    } else {
      unreachable.add(source.id);
      log.warn(`${source.id} cannot be reached; queries are answered without it.`);
    }
  };
  const isInTrouble = ({ id, client }: Source): boolean =>
    unreachable.has(id) || client.openCircuits.length > 0;

  return {
    get sources() {
      return sources.map(({ id, provider, client }): SourceHealth => {
        // One whose time is over is tried by the next call; until then nothing is known against it.
        const open = client.openCircuits.find(({ isDue }) => !isDue);
        const code = open?.failure.code ?? (unreachable.has(id) ? 'UPSTREAM_UNREACHABLE' : null);
        return { id, provider, status: code === null ? 'OK' : 'DEGRADED', code };
      });
    },
    watch() {
      for (const source of sources) void look(source);
      timer = setInterval(() => {
        for (const source of sources.filter(isInTrouble)) void look(source);
      }, interval).unref();
    },
    close() {
      clearInterval(timer);
      isClosed = true;
      for (const socket of sockets) socket.destroy();
      for (const stop of stops) stop();
    },
  };
}

/** Whether somebody listens there. Nothing is sent: a provider is not to be asked only to be looked at. */
function canConnect(baseUrl: string, sockets: Set<Socket>): Promise<boolean> {
  const { hostname, port, protocol } = new URL(baseUrl);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    });
    sockets.add(socket);
    const end = (isReached: boolean): void => {
      socket.destroy();
      resolve(isReached);
    };
    socket.setTimeout(connectTime, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('close', () => {
      sockets.delete(socket);
      resolve(false);
    });
  });
}
