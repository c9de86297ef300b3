import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { useEngine } from '@envelop/core';
import { useDisableIntrospection } from '@graphql-yoga/plugin-disable-introspection';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga';
import {
  developmentCallerLimits,
  developmentLimits,
  developmentSurface,
  type Surface,
} from './config/server-settings.js';
import type { Source } from './domain/provider.js';
import { ConfigError } from './errors.js';
import { exampleQuery } from './example-query.js';
import { clientAddress } from './front/client-address.js';
import { clientTimes, createHttpServer, type ClientTimes } from './front/http-server.js';
import { checkIdentity } from './identity/check.js';
import { createRegistry } from './identity/registry.js';
import { identitySettings, type IdentitySettings } from './identity/settings.js';
import { maskError } from './graphql-errors.js';
import type { CallRecord } from './http/call-log.js';
import type { Limits } from './limits/limits.js';
import type { Log } from './log.js';
import { operationTime } from './operation.js';
import { createAdmission } from './admission.js';
import { createHealth } from './health.js';
import { createCursors } from './pagination/cursor.js';
import { noDocuments, type PersistedDocuments } from './persisted/documents.js';
import { useCallerLimits, useUnknownLimits, type CallerLimits } from './plugins/use-caller-limits.js';
import { useErrorCodes } from './plugins/use-error-codes.js';
import { useHiddenSuggestions } from './plugins/use-hidden-suggestions.js';
import { useLimits } from './plugins/use-limits.js';
import { useOperation } from './plugins/use-operation.js';
import { usePersisted, type PersistedMode } from './plugins/use-persisted.js';
import { useRequests } from './plugins/use-requests.js';
import { useResponseHeaders } from './plugins/use-response-headers.js';
import { useSourceFailures } from './plugins/use-source-failures.js';
import { useUpstream, type UpstreamMode } from './plugins/use-upstream.js';
import { createExecute } from './execution/execute.js';
import { createSchema, graph } from './schema.js';
import { logDrift } from './wire/drift-log.js';

export interface GatewayOptions {
  readonly sources: readonly Source[];
  readonly cursorKeys: readonly [string, ...string[]];
  readonly log: Log;
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
  /** Whether `/health/ready` tells why a source is degraded, and not only that it is. @default true */
  readonly healthDetails?: boolean;
  /** Whether answers show their upstream calls where a request does not say. @default `off` */
  readonly upstream?: UpstreamMode;
  /** What a request may hold. @default as the settings' defaults */
  readonly limits?: Limits;
  /** What one caller may have. @default as the settings' defaults in development: any number */
  readonly callerLimits?: CallerLimits;
  /** What can be seen and sent from outside. @default as the settings' defaults in development */
  readonly surface?: Surface;
  /** Operations that clients may send by their hashes. @default none */
  readonly persisted?: { readonly mode: PersistedMode; readonly documents: PersistedDocuments };
  /** How long clients may take. */
  readonly clientTimes?: Partial<ClientTimes>;
  /** Told the upstream calls of each operation when it ends. */
  readonly onCalls?: (calls: readonly CallRecord[]) => void;
}

export interface Gateway {
  readonly yoga: YogaServerInstance<object, object>;
  /** Listens and resolves to the address, e.g. `http://127.0.0.1:4000`. */
  listen(port: number, host: string): Promise<string>;
  /** Stops taking requests, lets running ones finish within a limit, and closes all connections. */
  close(): Promise<void>;
}

const endpoint = '/graphql';

/** Everything that there is. yoga alone would also take paths that end in one of them. */
const paths: ReadonlySet<string> = new Set([endpoint, '/health/live', '/health/ready']);

export function createGateway(options: GatewayOptions): Gateway {
  const { sources, log, identity = identitySettings.parse({}) } = options;
  const limits = options.limits ?? developmentLimits;
  const callerLimits = options.callerLimits ?? developmentCallerLimits;
  const surface = options.surface ?? developmentSurface;
  const persisted = options.persisted ?? { mode: 'off', documents: noDocuments };
  checkIdentity(identity, graph, sources);
  let stopping = false;
  const logInternal = (error: Error): void =>
    log.error('an operation met an internal error', describe(error));

  const yoga = createYoga<object, object>({
    schema: createSchema(),
    graphqlEndpoint: endpoint,
    healthCheckEndpoint: '/health/live',
    landingPage: false,
    // Answered before yoga, which by default answers any origin with its own and allows credentials.
    cors: false,
    // Bodies are read, and measured, by `useRequests`.
    maxRequestBodySize: false,
    extraParamNames: persisted.mode === 'off' ? [] : ['documentId'],
    batching: false,
    multipart: false,
    logging: false,
    renderGraphiQL,
    graphiql: surface.graphiql && {
      title: 'Gatehouse',
      defaultQuery: exampleQuery,
      shouldPersistHeaders: false,
    },
    maskedErrors: {
      maskError: (error) => {
        const masked = maskError(error);
        // What was translated before was logged before.
        if (masked !== error && masked.extensions['code'] === 'INTERNAL') logInternal(toError(error));
        return masked;
      },
    },
    plugins: [
      useResponseHeaders(),
      // Before whatever finds out who asks: it counts what that refuses.
      useUnknownLimits(callerLimits, endpoint, clientAddress(surface.trustedProxies)),
      // After it: it counts by caller.
      useCallerLimits(callerLimits, endpoint),
      useRequests({ get: surface.get, bodyBytes: limits.bodyBytes }),
      // Before the limits, which do not hold for documents of the operator's own.
      usePersisted(persisted.mode, persisted.documents),
      useLimits(limits, (text) => persisted.documents.includes(text)),
      surface.introspection ? {} : useDisableIntrospection(),
      // Queries are run breadth first over the declared graph, so that all keys of a level are one batch.
      useEngine({ execute: createExecute(graph) as never }),
      useReadinessCheck({ endpoint: '/health/ready', check: ({ fetchAPI }) => toReadiness(fetchAPI) }),
      useOperation({
        sources,
        cursors: createCursors(options.cursorKeys),
        registry: createRegistry(identity),
        time: options.operationTime ?? operationTime,
        maxCalls: options.maxCalls ?? Infinity,
        onCalls: options.onCalls,
      }),
      // After the operation's own hooks: it reads what the resolvers left in the context.
      useSourceFailures(logInternal),
      useUpstream({ graph, mode: options.upstream ?? 'off', maxCalls: options.maxCalls ?? Infinity }),
      useErrorCodes(),
      surface.suggestions ? {} : useHiddenSuggestions(),
    ],
  });

  const silence = sources.map((source) => logDrift(source, log));
  const admission = createAdmission(options.maxOperations ?? 500);
  const health = createHealth(sources, log);
  const toReadiness = ({ Response }: { readonly Response: typeof globalThis.Response }): Response => {
    const { sources: all } = health;
    const status = stopping ? 'STOPPING' : all.some((each) => each.status !== 'OK') ? 'DEGRADED' : 'OK';
    const told =
      options.healthDetails === false ? all.map(({ id, status: each }) => ({ id, status: each })) : all;
    // A source that is down leaves the gateway useful: it is ready.
    return Response.json(
      { status, sources: told },
      { status: stopping ? 503 : 200, headers: { 'cache-control': 'no-store' } },
    );
  };
  const server = createHttpServer(
    {
      cors: surface.cors,
      hsts: surface.hsts,
      times: { ...clientTimes, ...options.clientTimes },
      serves: (path) => paths.has(path),
    },
    (request, response) => {
      if (admission.admits(request, response)) void yoga(request, response);
    },
  );
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    yoga,
    async listen(port, host) {
      const address = await listen(server, port, host);
      health.watch();
      return address;
    },
    async close() {
      stopping = true;
      health.close();
      admission.closeConnections();
      // Those that never asked anything would make every stop last as long as it may.
      for (const socket of sockets) if (!admission.isBusy(socket)) socket.destroy();
      await stopServing(server, options.drainTime ?? 8_000);
      await yoga.dispose();
      for (const stop of silence) stop();
      await Promise.all(sources.map((source) => source.client.close()));
    },
  };
}

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

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => reject(toListenError(error, port, host));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      const { address, port: bound, family } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`);
    });
  });
}

/** What an operator can mend, in their words. */
function toListenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `PORT: ${port} is in use on ${host}; stop what uses it, or choose another port.`,
      );
    case 'EACCES':
      return new ConfigError(`PORT: ${port} may not be used by this user; choose one from 1024 up.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError(
        `HOST: ${host} is no address of this machine; use 127.0.0.1, or 0.0.0.0 for all of them.`,
      );
    default:
      return error;
  }
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
