import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import { json, text, type SandboxAnswer, type SandboxApp, type SandboxRequest } from './app.js';
import { answerControl, CONTROL_PATH, type Control } from './control.js';
import { send, spoil, wait } from './damage.js';
import type { Fault, Faults } from './faults.js';
import { floodAnswer } from './flood.js';
import type { RecordedRequest, Sequence } from './requests.js';
import { matchRoute } from './routes.js';

/** What an exchange of one request and its answer needs from the listener. */
export interface ExchangeTools {
  readonly faults: Faults;
  readonly control: Control;
  readonly sequence: Sequence;
  /** By how much the `Date` of answers is wrong. */
  readonly clockSkewMs: number;
  /** Told of each request when it begins. */
  begun(request: RecordedRequest): void;
  /** Told of each request once, when it ends, however it does. */
  finished(request: RecordedRequest): void;
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
    if (path === CONTROL_PATH) {
      // No call of a provider's client: it is neither recorded nor struck.
      bodyOf(message)
        .then((body) => answerControl(tools.control, { method, host: message.headers.host ?? '', body }))
        .then((answer) => response.writeHead(answer.status, answer.headers).end(answer.body))
        .catch(() => response.destroy());
      return;
    }
    const match = matchRoute(app, method, path);
    const entry: Writable<RecordedRequest> = {
      method,
      path,
      query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
      targetBytes: Buffer.byteLength(target),
      route: match.found === 'route' ? match.route.path : null,
      status: null,
      bytes: 0,
      startedAt: tools.sequence.next(),
      finishedAt: null,
      headers: withoutCredentials(message.headers, app.credentialHeaders ?? []),
    };
    tools.begun(entry);
    const finish = (): void => {
      if (entry.finishedAt !== null) return;
      entry.finishedAt = tools.sequence.next();
      tools.finished(entry);
    };
    response.once('close', finish);

    const fault = tools.faults.strike(entry);
    if (fault !== null && 'hang' in fault) {
      // Behind a body that nobody reads, the end of the connection would go unseen.
      message.resume();
      return;
    }
    if (fault !== null && 'reset' in fault) {
      finish();
      message.socket.resetAndDestroy();
      return;
    }

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
      const right = await answerTo(app, request, match, entry.targetBytes, fault);
      const answer = spoil(right, fault, entry);
      if (fault !== null && 'delayMs' in fault) await wait(fault.delayMs, response);
      if (response.destroyed) return;
      entry.status = answer.status;
      if (tools.clockSkewMs !== 0) {
        response.setHeader('date', new Date(Date.now() + tools.clockSkewMs).toUTCString());
      }
      const leaving = (bytes: number): void => void (entry.bytes += bytes);
      await send(answer, fault, { response, leaving, finish });
    };
    // A client that goes away while its body is being read, or while a flood is sent.
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
  if (fault !== null && 'flood' in fault) return floodAnswer(fault.flood);
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

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const ALWAYS_SECRET = ['authorization', 'proxy-authorization', 'cookie'];

function withoutCredentials(headers: IncomingHttpHeaders, secret: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ALWAYS_SECRET.includes(name) && !secret.includes(name)),
  );
}
