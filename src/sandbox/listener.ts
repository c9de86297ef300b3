import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { SandboxApp } from './app.js';
import { createControl, type Control } from './control.js';
import { createExchange } from './exchange.js';
import { createFaults, type Faults } from './faults.js';
import { createRequestRing, createSequence, type RecordedRequest, type Sequence } from './requests.js';

/** A stand-in server that is listening, with its switches. */
export interface SandboxServer extends Pick<Faults, 'fail' | 'clearFaults'> {
  readonly name: SandboxApp['name'];
  /** `http://127.0.0.1:4711`, without a trailing slash; the same after `stop` and `start`. */
  readonly url: string;
  readonly port: number;
  /** How many requests have begun and not ended, those before the last `reset` included. */
  readonly underWay: number;
  /** Every request since the last `reset`, oldest first; at most the last 50,000. */
  readonly requests: readonly RecordedRequest[];
  /** How many connections are open, idle ones included. */
  connections(): Promise<number>;
  /** Puts faults, in words, in place of those that were switched on before, here or at the control address. */
  readonly switchTo: Control['switchTo'];
  /** Forgets the requests and clears the faults. */
  reset(): void;
  /** Closes the port abruptly and cuts all connections: the provider is down. */
  stop(): Promise<void>;
  /** Opens the same port again after `stop`. */
  start(): Promise<void>;
  /** The same as `stop`, for good. */
  close(): Promise<void>;
}

/** Where to listen, and how to count. */
export interface ListenOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** One counter for several servers puts their requests into one order. */
  readonly sequence?: Sequence;
  /** How many requests are remembered; default 50,000. */
  readonly remember?: number;
  /** What faults with a `probability` draw from; default 1. */
  readonly seed?: number;
  /** How far the clock is ahead that answers are dated by, behind if negative; default 0. */
  readonly clockSkewMs?: number;
}

/** Serves a stand-in on loopback. */
export async function listen(app: SandboxApp, options: ListenOptions = {}): Promise<SandboxServer> {
  const ring = createRequestRing(options.remember);
  const underWay = new Set<RecordedRequest>();
  const faults = createFaults(options.seed, `faults of ${app.name}`);
  const control = createControl((fault) => faults.fail('*', fault));
  const exchange = createExchange(app, {
    faults,
    control,
    sequence: options.sequence ?? createSequence(),
    clockSkewMs: options.clockSkewMs ?? 0,
    begun(request) {
      ring.add(request);
      underWay.add(request);
    },
    finished: (request) => void underWay.delete(request),
    origin: () => url,
  });

  let server = await open(exchange, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const clearFaults = (): void => {
    control.switchTo([]);
    faults.clearFaults();
  };
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return {
    name: app.name,
    url,
    port,
    get underWay() {
      return underWay.size;
    },
    requests: ring.requests,
    fail: faults.fail,
    clearFaults,
    switchTo: control.switchTo,
    connections: () => promisify(server.getConnections.bind(server))(),
    reset() {
      ring.clear();
      clearFaults();
    },
    stop,
    async start() {
      if (!server.listening) server = await open(exchange, port);
    },
    close: stop,
  };
}

function open(listener: RequestListener, port: number): Promise<Server> {
  // More than Node's 16 KiB, so that a long target meets the stand-in's 414 and not Node's own 431.
  const server = createServer({ maxHeaderSize: 262_144, keepAliveTimeout: 60_000 }, listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}
