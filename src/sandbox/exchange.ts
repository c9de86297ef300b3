import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { json, text, type SandboxAnswer, type SandboxApp, type SandboxRequest } from './app.js';
import type { Fault, Faults } from './faults.js';
import type { RecordedRequest, Sequence } from './requests.js';
import { matchRoute } from './routes.js';

/** What an exchange of one request and its answer needs from the listener. */
export interface ExchangeTools {
  readonly faults: Faults;
  readonly sequence: Sequence;
  record(request: RecordedRequest): void;
  origin(): string;
}

type Writable<T> = { -readonly [Member in keyof T]: T[Member] };

/** Answers requests from an app: records each, lets faults strike, and refuses what the app would not serve. */
export function createExchange(app: SandboxApp, tools: ExchangeTools): RequestListener {
  return (message, response) => {
    const target = message.url ?? '/';
    const mark = target.indexOf('?');
    const path = mark < 0 ? target : target.slice(0, mark);
    const method = message.method ?? 'GET';
    const match = matchRoute(app, method, path);
    const entry: Writable<RecordedRequest> = {
      method,
      path,
      query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
      targetBytes: Buffer.byteLength(target),
      route: match.found === 'route' ? match.route.path : null,
      status: null,
      startedAt: tools.sequence.next(),
      finishedAt: null,
      headers: withoutCredentials(message.headers, app.credentialHeaders ?? []),
    };
    tools.record(entry);
    response.once('close', () => {
      entry.finishedAt ??= tools.sequence.next();
    });

    const fault = tools.faults.strike(entry);
    if (fault !== null && 'hang' in fault) return;

    const exchange = async (): Promise<void> => {
      const request: SandboxRequest = {
        method,
        path,
        params: match.found === 'route' ? match.params : {},
        query: entry.query,
        headers: message.headers,
        body: await bodyOf(message),
        origin: tools.origin(),
      };
      const answer = await answerTo(app, request, match, entry.targetBytes, fault);
      if (fault !== null && 'delayMs' in fault) await wait(fault.delayMs, response);
      if (response.destroyed) return;
      entry.status = answer.status;
      // Counted before the bytes leave: whatever the client does next comes after it.
      entry.finishedAt = tools.sequence.next();
      send(response, answer, fault !== null && 'truncate' in fault);
    };
    // A client that goes away while its body is being read.
    exchange().catch(() => response.destroy());
  };
}

async function answerTo(
  app: SandboxApp,
  request: SandboxRequest,
  match: ReturnType<typeof matchRoute>,
  targetBytes: number,
  fault: Fault | null,
): Promise<SandboxAnswer> {
  if (fault !== null && 'status' in fault) {
    const { status, body = '', headers = {} } = fault;
    return typeof body === 'string' ? text(status, body, headers) : json(status, body, headers);
  }
  const refuse = (status: number): SandboxAnswer => app.error?.(status, request) ?? json(status, { status });
  if (targetBytes > (app.maxTargetBytes ?? 8190)) return refuse(414);
  if (match.found === 'nothing') return refuse(404);
  if (match.found === 'path') return refuse(405);
  const refusal = match.route.open === true ? null : (app.guard?.(request) ?? null);
  if (refusal !== null) return refusal;
  try {
    return await match.route.handle(request);
  } catch {
    return refuse(500);
  }
}

function send(response: ServerResponse, answer: SandboxAnswer, truncated: boolean): void {
  const body = Buffer.from(answer.body as Uint8Array);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  if (!truncated) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Waits, but no longer than the client does. */
function wait(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const ALWAYS_SECRET = ['authorization', 'proxy-authorization', 'cookie'];

function withoutCredentials(headers: IncomingHttpHeaders, secret: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ALWAYS_SECRET.includes(name) && !secret.includes(name)),
  );
}
