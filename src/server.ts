import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useEngine } from '@envelop/core';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga';
import type { Source } from './domain/provider.js';
import { ConfigError } from './errors.js';
import { exampleQuery } from './example-query.js';
import { checkIdentity } from './identity/check.js';
import { createRegistry } from './identity/registry.js';
import { identitySettings, type IdentitySettings } from './identity/settings.js';
import { maskError } from './graphql-errors.js';
import type { CallRecord } from './http/call-log.js';
import type { Log } from './log.js';
import { operationTime } from './operation.js';
import { createCursors } from './pagination/cursor.js';
import { useErrorCodes } from './plugins/use-error-codes.js';
import { useOperation } from './plugins/use-operation.js';
import { useSourceFailures } from './plugins/use-source-failures.js';
import { useUpstream, type UpstreamMode } from './plugins/use-upstream.js';
import { createExecute } from './execution/execute.js';
import { createSchema, graph } from './schema.js';

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
  /** Whether answers show their upstream calls where a request does not say. @default `off` */
  readonly upstream?: UpstreamMode;
  /** Told the upstream calls of each operation when it ends. */
  readonly onCalls?: (calls: readonly CallRecord[]) => void;
}

export interface Gateway {
  readonly yoga: YogaServerInstance<object, object>;
  /** Listens and resolves to the address, e.g. `http://127.0.0.1:4000`. */
  listen(port: number, host: string): Promise<string>;
  /** Stops taking requests, lets running ones finish, and closes the connections to the sources. */
  close(): Promise<void>;
}

export function createGateway(options: GatewayOptions): Gateway {
  const { sources, log, identity = identitySettings.parse({}) } = options;
  checkIdentity(identity, graph, sources);
  let stopping = false;
  const logInternal = (error: Error): void =>
    log.error('an operation met an internal error', describe(error));

  const yoga = createYoga<object, object>({
    schema: createSchema(),
    graphqlEndpoint: '/graphql',
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
        // What was translated before was logged before.
        if (masked !== error && masked.extensions['code'] === 'INTERNAL') logInternal(toError(error));
        return masked;
      },
    },
    plugins: [
      // Queries are run breadth first over the declared graph, so that all keys of a level are one batch.
      useEngine({ execute: createExecute(graph) as never }),
      useReadinessCheck({ endpoint: '/health/ready', check: () => !stopping }),
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
    ],
  });

  const server = createServer((request, response) => void yoga(request, response));
  return {
    yoga,
    listen: (port, host) => listen(server, port, host),
    async close() {
      stopping = true;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await yoga.dispose();
      await Promise.all(sources.map((source) => source.client.close()));
    },
  };
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
