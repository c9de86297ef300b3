import type { ServerResponse } from 'node:http';
import { getOperationAST, type DocumentNode, type ExecutionResult } from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { callerOf } from '../access/caller.js';
import type { Context } from '../context.js';
import type { CallLog } from '../http/call-log.js';
import type {
  FinishedOperation,
  OperationError,
  OperationListener,
  OperationOutcome,
} from '../telemetry/finished-operation.js';
import { hashOfOperation } from '../telemetry/operation-hash.js';
import { traceOf } from './use-request-id.js';

/** What the HTTP server hands on with a request; nothing where there is no server between. */
interface ServerContext {
  readonly req?: object;
  readonly res?: ServerResponse;
}

/** What was answered; without the data, which a client may take its time to read. */
interface Answer {
  /** `null` where it is null, and `undefined` where nothing was run. */
  readonly data: true | null | undefined;
  readonly errors: readonly OperationError[];
}

/** What is known so far of a request under way. */
interface Noted {
  readonly startedAt: number;
  /** Whether it holds an operation: pages and preflights do not. */
  isOperation: boolean;
  hash: string | null;
  type: FinishedOperation['type'];
  name: string | null;
  log: CallLog | null;
  answer: Answer | null;
  /** `null` while nothing has been answered. */
  status: number | null;
}

/** Two plugins: `begin` comes before all that may turn a request away, `end` after all that may change its answer. */
export interface OperationRecord {
  readonly begin: Plugin<Partial<Context>>;
  readonly end: Plugin;
}

/**
 * Notes what each request to the GraphQL endpoint was and did, and tells it when the answer has been sent or the client
 * has gone.
 */
export function recordOperations(endpoint: string, listeners: readonly OperationListener[]): OperationRecord {
  if (listeners.length === 0) return { begin: {}, end: {} };
  // By the server's own request, which stays the same whatever plugins make of it.
  const underWay = new WeakMap<object, Noted>();
  const notedOf = (request: Request, { req }: ServerContext): Noted | undefined =>
    underWay.get(req ?? request);

  const tell = (noted: Noted, request: Request, server: ServerContext, isGone: boolean): void => {
    const status = isGone ? clientHasGone : (noted.status ?? clientHasGone);
    if (!noted.isOperation && status < 400) return;
    const operation = toFinished(noted, {
      ...traceOf(request, server),
      caller: callerOf(request)?.id ?? null,
      status,
    });
    for (const listener of listeners) listener(operation);
  };

  const begin: Plugin<Partial<Context>> = {
    onRequest({ request, url, serverContext }) {
      if (url.pathname !== endpoint) return;
      const server = serverContext as ServerContext;
      const noted = beginNoted();
      underWay.set(server.req ?? request, noted);
      const { res } = server;
      res?.once('close', () => tell(noted, request, server, !res.writableFinished));
    },
    onParams({ request, context }) {
      const noted = notedOf(request, context);
      if (noted !== undefined) noted.isOperation = true;
    },
    onParse({ context, params: { source } }) {
      const { request, params } = context as YogaInitialContext;
      const noted = notedOf(request, context as ServerContext);
      if (noted === undefined) return;
      noted.hash = hashOfOperation(String(source));
      return ({ result }) => {
        if (result === null || result instanceof Error) return;
        const operation = getOperationAST(result as DocumentNode, params.operationName);
        noted.type = operation?.operation ?? null;
        noted.name = operation?.name?.value.slice(0, longestName) ?? null;
      };
    },
    onExecute({ args }) {
      const context = args.contextValue as Context & YogaInitialContext;
      const noted = notedOf(context.request, context as ServerContext);
      if (noted !== undefined) noted.log = context.operation.log;
    },
  };

  const end: Plugin = {
    onResultProcess({ request, serverContext, result }) {
      const noted = notedOf(request, serverContext as ServerContext);
      if (noted === undefined || isAsyncIterable(result) || Array.isArray(result)) return;
      noted.answer = toAnswer(result);
    },
    onResponse({ request, serverContext, response }) {
      const server = serverContext as ServerContext;
      const noted = notedOf(request, server);
      if (noted === undefined) return;
      noted.status = response.status;
      if (server.res === undefined) tell(noted, request, server, request.signal.aborted);
    },
  };
  return { begin, end };
}

function beginNoted(): Noted {
  return {
    startedAt: performance.now(),
    isOperation: false,
    hash: null,
    type: null,
    name: null,
    log: null,
    answer: null,
    status: null,
  };
}

/** As nginx writes it: no status of HTTP, since nobody was there to be sent one. */
const clientHasGone = 499;

/** Characters of an operation's name. The client chooses it, and a line of a log is no place for a novel. */
const longestName = 100;

function toFinished(
  { startedAt, type, name, hash, log, answer }: Noted,
  request: Pick<FinishedOperation, 'requestId' | 'parent' | 'caller' | 'status'>,
): FinishedOperation {
  return {
    ...request,
    type,
    name,
    hash,
    startedAt: performance.timeOrigin + startedAt,
    durationMs: performance.now() - startedAt,
    outcome: outcomeOf(request.status, answer),
    errors: answer?.errors ?? [],
    calls: log?.calls ?? [],
    callsFrom: performance.timeOrigin + (log?.epoch ?? startedAt),
  };
}

function toAnswer({ data, errors = [] }: ExecutionResult): Answer {
  return {
    data: data === null || data === undefined ? data : true,
    errors: errors.map(({ extensions: { code, source } }) => ({
      code: typeof code === 'string' ? code : 'UNKNOWN',
      source: typeof source === 'string' ? source : null,
    })),
  };
}

function outcomeOf(status: number, answer: Answer | null): OperationOutcome {
  if (status === clientHasGone) return 'ABANDONED';
  const { data, errors = [] } = answer ?? {};
  if (answer !== null && errors.length === 0 && status < 400) return 'OK';
  if (data === true) return 'PARTIAL';
  const isOurs = status >= 500 || errors.some(({ code }) => code === 'INTERNAL');
  return data === null || isOurs ? 'FAILED' : 'REFUSED';
}
