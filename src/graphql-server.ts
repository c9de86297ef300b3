import { useEngine } from '@envelop/core';
import { useDisableIntrospection } from '@graphql-yoga/plugin-disable-introspection';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Surface } from './config/server-settings.js';
import type { Documents } from './documents/documents.js';
import { toError } from './errors.js';
import { exampleQuery } from './example-query.js';
import { createExecute } from './execution/execute.js';
import type { ClientAddress } from './front/client-address.js';
import { maskError } from './graphql-errors.js';
import type { CallRecord } from './http/call-log.js';
import type { Limits } from './limits/limits.js';
import type { Rate } from './limits/rates.js';
import { describe, type Log } from './log.js';
import { createCursors } from './pagination/cursor.js';
import type { PersistedDocuments } from './persisted/documents.js';
import { recordOperations } from './plugins/record-operations.js';
import { useCaller } from './plugins/use-caller.js';
import { useCallerLimits, type CallerLimits } from './plugins/use-caller-limits.js';
import { useErrorCodes } from './plugins/use-error-codes.js';
import { useHiddenSuggestions } from './plugins/use-hidden-suggestions.js';
import { useLimits } from './plugins/use-limits.js';
import { useOperation } from './plugins/use-operation.js';
import { usePersisted, type PersistedMode } from './plugins/use-persisted.js';
import { useRequestId } from './plugins/use-request-id.js';
import { useRequests } from './plugins/use-requests.js';
import { useResponseHeaders } from './plugins/use-response-headers.js';
import { useSourceFailures } from './plugins/use-source-failures.js';
import { useUpstream, type UpstreamMode } from './plugins/use-upstream.js';
import { useVerification } from './plugins/use-verification.js';
import { createSchema, graph } from './schema.js';
import type { Current } from './served.js';
import type { OperationListener } from './telemetry/finished-operation.js';
import type { Verdict } from './verification/verify.js';

/** Where GraphQL is spoken. */
export const endpoint = '/graphql';

export interface GraphQLOptions {
  /** What is served at the moment. */
  readonly current: () => Current;
  readonly cursorKeys: readonly [string, ...string[]];
  readonly documents: Documents;
  readonly log: Log;
  /** Milliseconds for one operation. */
  readonly operationTime: number;
  /** Upstream calls that one operation may make at most; `Infinity` for any number. */
  readonly maxCalls: number;
  readonly limits: Limits;
  readonly callerLimits: CallerLimits;
  /** Counts requests of callers, those for files included; `null` where they may send any number. */
  readonly requests: Rate | null;
  readonly surface: Surface;
  readonly addressOf: ClientAddress;
  readonly persisted: { readonly mode: PersistedMode; readonly documents: PersistedDocuments };
  /** Whether answers show their upstream calls where a request does not say. */
  readonly upstream: UpstreamMode;
  /** Share of queries that are run again with graphql-js, once they are answered. */
  readonly verifiedShare: number;
  /** Told what became of each of them. */
  readonly onVerified: (verdict: Verdict) => void;
  readonly onCalls: ((calls: readonly CallRecord[]) => void) | undefined;
  readonly onOperation: readonly OperationListener[];
}

/** GraphQL over HTTP: what is done with a request, in the order in which it is done. */
export function createGraphQLServer(options: GraphQLOptions): YogaServerInstance<object, object> {
  const { current, limits, callerLimits, surface, persisted, log } = options;
  /** What was thrown, by the error that says nothing of it; it is logged where it is known which request met it. */
  const causes = new WeakMap<object, Error>();
  const record = recordOperations(endpoint, options.onOperation);

  return createYoga<object, object>({
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
        if (masked !== error && masked.extensions['code'] === 'INTERNAL') causes.set(masked, thrownIn(error));
        return masked;
      },
    },
    plugins: [
      // The first: whatever is turned away is noted, too.
      record.begin,
      useResponseHeaders(),
      useCaller({
        authenticate: () => current().authenticate,
        endpoint,
        hasPage: surface.graphiql,
        unknownRequests: callerLimits.unknownRequests,
        addressOf: options.addressOf,
      }),
      useCallerLimits(callerLimits, endpoint, options.requests),
      useRequests({ endpoint, get: surface.get, bodyBytes: limits.bodyBytes }),
      // Before the limits, which do not hold for documents of the operator's own.
      usePersisted(persisted.mode, persisted.documents),
      useLimits(limits, (text) => persisted.documents.includes(text)),
      surface.introspection ? {} : useDisableIntrospection(),
      // Queries are run breadth first over the declared graph, so that all keys of a level are one batch.
      useEngine({ execute: createExecute(graph, { maxValues: limits.values }) as never }),
      useOperation({
        current,
        cursors: createCursors(options.cursorKeys),
        documents: options.documents,
        time: options.operationTime,
        maxCalls: options.maxCalls,
        onCalls: options.onCalls,
      }),
      // Before what makes the answer into that which clients see.
      useVerification({ share: options.verifiedShare, onVerified: options.onVerified, log }),
      // After the operation's own hooks: it reads what the resolvers left in the context.
      useSourceFailures((error, told) => causes.set(told, error)),
      useUpstream({ graph, mode: options.upstream, maxCalls: options.maxCalls }),
      // Before errors are made anew: it knows them by what they are.
      useRequestId({
        causeOf: (error) => causes.get(error),
        onInternal: (cause, requestId) =>
          log.error('an operation met an internal error', { ...describe(cause), requestId }),
      }),
      useErrorCodes(),
      surface.suggestions ? {} : useHiddenSuggestions(),
      record.end,
    ],
  });
}

function thrownIn(error: unknown): Error {
  return toError((error as { originalError?: unknown }).originalError ?? error);
}
