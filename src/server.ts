import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { useEngine } from '@envelop/core';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga';
import { createAuthenticate, type Authenticate } from './access/authenticate.js';
import type { Source } from './domain/provider.js';
import { exampleQuery } from './example-query.js';
import { checkIdentity } from './identity/check.js';
import { createRegistry } from './identity/registry.js';
import { identitySettings, type IdentitySettings } from './identity/settings.js';
import { maskError } from './graphql-errors.js';
import type { CallRecord } from './http/call-log.js';
import type { Log } from './log.js';
import { operationTime } from './operation.js';
import { createAdmission } from './admission.js';
import { createDocuments, type DocumentSettings } from './documents/documents.js';
import { createHealth } from './health.js';
import { listen } from './listen.js';
import { createCursors } from './pagination/cursor.js';
import { useCaller } from './plugins/use-caller.js';
import { useErrorCodes } from './plugins/use-error-codes.js';
import { useOperation } from './plugins/use-operation.js';
import { recordOperations } from './plugins/record-operations.js';
import { useRequestId } from './plugins/use-request-id.js';
import { useSourceFailures } from './plugins/use-source-failures.js';
import { useUpstream, type UpstreamMode } from './plugins/use-upstream.js';
import { createExecute } from './execution/execute.js';
import { createSchema, graph } from './schema.js';
import type { OperationListener } from './telemetry/finished-operation.js';
import { createMetrics } from './telemetry/metrics.js';
import {
  answerMetrics,
  createMetricsServer,
  metricsPath,
  type MetricsPlace,
} from './telemetry/metrics-endpoint.js';
import { logDrift } from './wire/drift-log.js';

export interface GatewayOptions {
  readonly sources: readonly Source[];
  readonly cursorKeys: readonly [string, ...string[]];
  readonly log: Log;
  /** Who may ask. @default anybody, who may see everything */
  readonly authenticate?: Authenticate;
  /** How records of several sources are found to be the same. @default as the configuration's defaults */
  readonly identity?: IdentitySettings;
  /** Milliseconds for one operation. @default 30 seconds */
  readonly operationTime?: number;
  /** Upstream calls that one operation may make at most. @default any number */
  readonly maxCalls?: number;
  /** Operations under way at once; one more is answered by 503. @default 500 */
  readonly maxOperations?: number;
  /** Milliseconds that operations get to finish when the gateway is closed. @default 8 seconds */
  readonly drainTime?: number;
  /** Whether `/health/ready` tells which sources are degraded and why, and not only how many. @default true */
  readonly healthDetails?: boolean;
  /** Whether answers show their upstream calls where a request does not say. @default `off` */
  readonly upstream?: UpstreamMode;
  /** Links to files of documents, and what is sent through them. */
  readonly documents?: DocumentSettings;
  /** Told the upstream calls of each operation when it ends. */
  readonly onCalls?: (calls: readonly CallRecord[]) => void;
  /** Told of each operation when it is over. */
  readonly onOperation?: readonly OperationListener[];
  /** Where metrics can be read. @default nowhere, and none are kept */
  readonly metrics?: MetricsPlace;
}

export interface Gateway {
  readonly yoga: YogaServerInstance<object, object>;
  /** Listens and resolves to the address, e.g. `http://127.0.0.1:4000`. */
  listen(port: number, host: string): Promise<string>;
  /** Where metrics can be read, once it listens; `null` where there are none. */
  readonly metricsUrl: string | null;
  /** Stops taking requests, lets running ones finish within a limit, and closes all connections. */
  close(): Promise<void>;
}

export function createGateway(options: GatewayOptions): Gateway {
  const { sources, log, identity = identitySettings.parse({}) } = options;
  checkIdentity(identity, graph, sources);
  const { authenticate = createAuthenticate(null, { isOpen: true }) } = options;
  let stopping = false;
  /** What was thrown, by the error that says nothing of it; it is logged where it is known which request met it. */
  const causes = new WeakMap<object, Error>();
  const admission = createAdmission(options.maxOperations ?? 500);
  const metrics =
    options.metrics === undefined
      ? null
      : createMetrics({ underWay: () => admission.underWay, turnedAway: () => admission.turnedAway });
  const onOperation = [...(options.onOperation ?? []), ...(metrics === null ? [] : [metrics.onOperation])];

  const record = recordOperations(endpoint, onOperation);

  const documents = createDocuments({
    ...options.documents,
    sources: () => sources,
    keys: options.cursorKeys,
    ...(options.operationTime === undefined ? {} : { time: options.operationTime }),
    log,
    logInternal: (error) => log.error('a link met an internal error', describe(error)),
  });

  const yoga = createYoga<object, object>({
    schema: createSchema(),
    graphqlEndpoint: endpoint,
    healthCheckEndpoint: '/health/live',
    landingPage: false,
    // Without this, yoga answers any origin with its own and allows credentials.
    cors: false,
    batching: false,
    multipart: false,
    logging: false,
    renderGraphiQL,
    graphiql: { title: 'Gatehouse', defaultQuery: exampleQuery, shouldPersistHeaders: false },
    maskedErrors: {
      maskError: (error) => {
        const masked = maskError(error);
        if (masked !== error && masked.extensions['code'] === 'INTERNAL') causes.set(masked, toError(error));
        return masked;
      },
    },
    plugins: [
      record.begin,
      // Queries are run breadth first over the declared graph, so that all keys of a level are one batch.
      useEngine({ execute: createExecute(graph) as never }),
      useReadinessCheck({ endpoint: '/health/ready', check: ({ fetchAPI }) => toReadiness(fetchAPI) }),
      useCaller({ authenticate: () => authenticate, endpoint }),
      useOperation({
        sources,
        cursors: createCursors(options.cursorKeys),
        registry: createRegistry(identity),
        documents,
        time: options.operationTime ?? operationTime,
        maxCalls: options.maxCalls ?? Infinity,
        onCalls: options.onCalls,
      }),
      // After the operation's own hooks: it reads what the resolvers left in the context.
      useSourceFailures((error, told) => causes.set(told, error)),
      useUpstream({ graph, mode: options.upstream ?? 'off', maxCalls: options.maxCalls ?? Infinity }),
      // Before errors are made anew: it knows them by what they are.
      useRequestId({
        causeOf: (error) => causes.get(error),
        onInternal: (cause, requestId) =>
          log.error('an operation met an internal error', { ...describe(cause), requestId }),
      }),
      useErrorCodes(),
      record.end,
    ],
  });

  const silence = sources.map((source) => logDrift(source, log));
  const unwatch = sources.map((source) => metrics?.watch(source));
  const health = createHealth(sources, log);
  const toReadiness = ({ Response }: { readonly Response: typeof globalThis.Response }): Response => {
    const { sources: all } = health;
    const status = stopping ? 'STOPPING' : all.some((each) => each.status !== 'OK') ? 'DEGRADED' : 'OK';
    // Which systems a landlord has is nobody's business who is not let in.
    const told =
      options.healthDetails === false
        ? { total: all.length, degraded: all.filter((each) => each.status !== 'OK').length }
        : all;
    // A source that is down leaves the gateway useful: it is ready.
    return Response.json(
      { status, sources: told },
      { status: stopping ? 503 : 200, headers: { 'cache-control': 'no-store' } },
    );
  };
  const metricsServer =
    metrics === null || typeof options.metrics !== 'object' ? null : createMetricsServer(metrics);
  let metricsUrl: string | null = null;
  const server = createServer(clientTimes, (request, response) => {
    // Before admission: they tell why nothing else is let in.
    if (metrics !== null && metricsServer === null && answerMetrics(metrics, request, response)) return;
    if (!admission.admits(request, response)) return;
    // A file is streamed past yoga, which has a notion of answers that are whole.
    if (documents.serves(request)) void documents.serve(request, response);
    else void yoga(request, response);
  });
  // A client that neither sends nor reads for so long is gone, or wants to tie up what others need.
  server.setTimeout(idleTime);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    yoga,
    async listen(port, host) {
      const address = await listen(server, port, host);
      if (metricsServer !== null && typeof options.metrics === 'object')
        metricsUrl = await listen(
          metricsServer,
          options.metrics.port,
          options.metrics.host,
          metricsVariables,
        );
      else if (metrics !== null) metricsUrl = address;
      health.watch();
      return address;
    },
    get metricsUrl() {
      return metricsUrl && metricsUrl + metricsPath;
    },
    async close() {
      stopping = true;
      health.close();
      admission.closeConnections();
      // Those that never asked anything would make every stop last as long as it may.
      for (const socket of sockets) if (!admission.isBusy(socket)) socket.destroy();
      await stopServing(server, options.drainTime ?? 8_000);
      await yoga.dispose();
      for (const stop of [...silence, ...unwatch]) stop?.();
      // Last, so that whoever reads them sees the stop, too.
      if (metricsServer !== null) await stopServing(metricsServer, 0);
      await Promise.all(sources.map((source) => source.client.close()));
    },
  };
}

/** Where GraphQL is spoken. */
const endpoint = '/graphql';

/** Milliseconds that a client may take to send a request's head, and the whole of it. */
const clientTimes = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };
const idleTime = 60_000;

const metricsVariables = { port: 'GATEHOUSE_METRICS_PORT', host: 'GATEHOUSE_METRICS_HOST' };

/** Takes no more connections, and cuts those that are still busy after so many milliseconds. */
function stopServing(server: Server, drainTime: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), drainTime);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** An internal error for the log: its name and where it came from, not its message, which may quote a record. */
export function describe(error: Error): object {
  const origin = error instanceof AggregateError ? error.errors : undefined;
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, at: stack.slice(0, 5).map((line) => line.trim()), causes: origin?.length };
}

function toError(error: unknown): Error {
  const original = (error as { originalError?: unknown }).originalError ?? error;
  return original instanceof Error ? original : new Error('a non-error was thrown');
}
