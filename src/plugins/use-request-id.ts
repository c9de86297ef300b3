import type { Plugin } from 'graphql-yoga';
import { isAsyncIterable } from 'graphql-yoga';
import { readTrace, requestIdHeader, type RequestTrace } from '../telemetry/request-id.js';

/** What the HTTP server hands on with a request; nothing where there is no server between. */
interface ServerContext {
  readonly req?: object;
}

/** By the server's own request, which stays the same whatever plugins make of it. */
const traces = new WeakMap<object, RequestTrace>();

/** What a request is known by; the same for as long as it lives. */
export function traceOf(request: Request, { req }: ServerContext): RequestTrace {
  let trace = traces.get(req ?? request);
  if (trace === undefined) {
    trace = readTrace(request.headers.get('traceparent'));
    traces.set(req ?? request, trace);
  }
  return trace;
}

/**
 * Tells clients what their request is known by: in a header of every answer, and in INTERNAL errors, which say nothing
 * else; so that a report leads to the line of the log.
 *
 * @param onInternal told of each INTERNAL error, for which `causeOf` knows what was thrown
 */
export function useRequestId({
  causeOf,
  onInternal,
}: {
  causeOf(error: object): Error | undefined;
  onInternal(cause: Error, requestId: string): void;
}): Plugin {
  return {
    onResultProcess({ request, serverContext, result }) {
      if (isAsyncIterable(result) || Array.isArray(result)) return;
      for (const error of result.errors ?? []) {
        if (error.extensions['code'] !== 'INTERNAL') continue;
        const { requestId } = traceOf(request, serverContext as ServerContext);
        error.extensions['requestId'] = requestId;
        const cause = causeOf(error);
        if (cause !== undefined) onInternal(cause, requestId);
      }
    },
    onResponse({ request, serverContext, response }) {
      response.headers.set(requestIdHeader, traceOf(request, serverContext as ServerContext).requestId);
    },
  };
}
