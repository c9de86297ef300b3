import { randomBytes } from 'node:crypto';
import type * as Api from '@opentelemetry/api';
import type { Context, Span, Tracer } from '@opentelemetry/api';
import type { CallRecord } from '../http/call-log.js';
import type { Log } from '../log.js';
import { hasFailed, type FinishedOperation, type OperationListener } from './finished-operation.js';

/**
 * OpenTelemetry traces: a span for each operation, in it one for each wave of calls to a source, in that one for each
 * call. They are drawn up from the call log when the operation is over, so that nothing has to be made, or carried along,
 * while it runs. Upstream calls carry no `traceparent`: vendors are third parties, and have no use for our ids.
 */
export interface Traces {
  readonly onOperation: OperationListener;
  /** Sends what has not been sent, and ends. */
  close(): Promise<void>;
}

export interface TraceOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** The base URL of a source; spans name its host. */
  baseUrlOf(source: string): string | undefined;
}

/** Whether the standard variables ask for traces: an exporter is named, or where to send them. */
export function areTracesOn(environment: TraceOptions['environment']): boolean {
  const valueOf = (variable: string): string => (environment[variable] ?? '').trim();
  if (valueOf('OTEL_SDK_DISABLED').toLowerCase() === 'true') return false;
  const exporter = valueOf('OTEL_TRACES_EXPORTER');
  if (exporter !== '') return exporter !== 'none';
  return ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].some(
    (variable) => valueOf(variable) !== '',
  );
}

/** Milliseconds that the last spans get to be sent: a collector that hangs must not keep the process. */
const flushTime = 3_000;

/** Starts what is needed, which is loaded only now. */
export async function startTraces({
  environment: { OTEL_SERVICE_NAME: serviceName = 'gatehouse' },
  log,
  baseUrlOf,
}: TraceOptions): Promise<Traces> {
  const [api, { NodeSDK, core, resources }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-node'),
  ]);
  core.setGlobalErrorHandler(warnOncePerMinute(log));
  // An operation that continues nobody's trace begins one under the id that its request has anyway.
  const ids = { traceId: '' };
  const sdk = new NodeSDK({
    serviceName,
    // The others look at the process and its host, and a command line may hold anything.
    resourceDetectors: [resources.envDetector],
    idGenerator: { generateTraceId: () => ids.traceId, generateSpanId: () => randomHex(8) },
    // Without these the SDK would send metrics and logs of its own, follow every promise, and read all headers.
    metricReaders: [],
    logRecordProcessors: [],
    contextManager: null as never,
    textMapPropagator: null,
  });
  sdk.start();
  const tracer = api.trace.getTracer('gatehouse');

  return {
    onOperation(operation) {
      const { requestId: traceId, parent } = operation;
      ids.traceId = traceId;
      const outside =
        parent === null
          ? api.ROOT_CONTEXT
          : api.trace.setSpanContext(api.ROOT_CONTEXT, {
              traceId,
              spanId: parent.spanId,
              traceFlags: parent.flags,
              isRemote: true,
            });
      draw(operation, {
        api,
        tracer,
        outside,
        within: (span) => api.trace.setSpan(outside, span),
        baseUrlOf,
      });
    },
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const inTime = new Promise<void>((resolve) => (timer = setTimeout(resolve, flushTime)));
      await Promise.race([sdk.shutdown().catch(warnOncePerMinute(log)), inTime]);
      clearTimeout(timer);
    },
  };
}

interface Easel {
  readonly api: typeof Api;
  readonly tracer: Tracer;
  readonly outside: Context;
  within(span: Span): Context;
  baseUrlOf(source: string): string | undefined;
}

function draw(operation: FinishedOperation, easel: Easel): void {
  const { type, name, hash, status, outcome, startedAt, durationMs, calls, errors } = operation;
  const end = startedAt + durationMs;
  const span = easel.tracer.startSpan(
    type ?? 'request',
    {
      kind: easel.api.SpanKind.SERVER,
      startTime: startedAt,
      attributes: {
        ...(type === null ? {} : { 'graphql.operation.type': type }),
        ...(name === null ? {} : { 'graphql.operation.name': name }),
        ...(hash === null ? {} : { 'gatehouse.operation.hash': hash }),
        'gatehouse.operation.outcome': outcome,
        'http.response.status_code': status,
        ...(errors[0] === undefined ? {} : { 'error.type': errors[0].code }),
      },
    },
    easel.outside,
  );
  if (span.isRecording()) {
    const inside = easel.within(span);
    for (const call of calls.filter(({ login }) => login)) drawCall(call, inside, operation, easel);
    for (const wave of wavesOf(calls)) drawWave(wave, inside, operation, easel);
  }
  // A client that went away, or that is at fault, is no failure of ours.
  if (outcome === 'FAILED' || outcome === 'PARTIAL') span.setStatus({ code: easel.api.SpanStatusCode.ERROR });
  span.end(end);
}

/** Calls of one wave to one source. */
type Wave = readonly [CallRecord, ...CallRecord[]];

function wavesOf(calls: readonly CallRecord[]): readonly Wave[] {
  const waves = new Map<string, [CallRecord, ...CallRecord[]]>();
  for (const call of calls) {
    if (call.login) continue;
    const key = `${call.source} ${call.wave}`;
    const wave = waves.get(key);
    if (wave === undefined) waves.set(key, [call]);
    else wave.push(call);
  }
  return [...waves.values()];
}

function drawWave(wave: Wave, inside: Context, operation: FinishedOperation, easel: Easel): void {
  const [{ source, wave: number }] = wave;
  const span = easel.tracer.startSpan(
    `${source} wave ${number}`,
    {
      startTime: operation.callsFrom + Math.min(...wave.map(({ startedAt }) => startedAt)),
      attributes: { 'gatehouse.source': source, 'gatehouse.wave': number },
    },
    inside,
  );
  for (const call of wave) drawCall(call, easel.within(span), operation, easel);
  span.end(Math.max(...wave.map((call) => endOf(call, operation))));
}

function drawCall(call: CallRecord, inside: Context, operation: FinishedOperation, easel: Easel): void {
  const { source, method, path, login, attempt, keys, status, bytes, failure, cached, shared } = call;
  const baseUrl = easel.baseUrlOf(source);
  const host = baseUrl === undefined ? undefined : new URL(baseUrl);
  const span = easel.tracer.startSpan(
    `${method} ${path}`,
    {
      kind: easel.api.SpanKind.CLIENT,
      startTime: operation.callsFrom + call.startedAt,
      attributes: {
        'http.request.method': method,
        'url.template': path,
        ...(host === undefined ? {} : { 'server.address': host.hostname, 'server.port': portOf(host) }),
        ...(status === null ? {} : { 'http.response.status_code': status }),
        ...(bytes === 0 ? {} : { 'gatehouse.call.bytes': bytes }),
        ...(attempt === 1 ? {} : { 'http.request.resend_count': attempt - 1 }),
        ...(failure === null ? {} : { 'error.type': failure }),
        'gatehouse.source': source,
        ...(keys === null ? {} : { 'gatehouse.call.keys': keys }),
        ...(login ? { 'gatehouse.call.login': true } : {}),
        ...(cached ? { 'gatehouse.call.kept': true } : {}),
        ...(shared ? { 'gatehouse.call.shared': true } : {}),
      },
    },
    inside,
  );
  if (hasFailed(call) && failure !== 'ABANDONED') span.setStatus({ code: easel.api.SpanStatusCode.ERROR });
  span.end(endOf(call, operation));
}

/** A call that is still under way, for others or for nobody, ends with the operation here. */
function endOf({ startedAt, durationMs }: CallRecord, operation: FinishedOperation): number {
  return durationMs === null
    ? operation.startedAt + operation.durationMs
    : operation.callsFrom + startedAt + durationMs;
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

const minute = 60_000;

/** Tells that spans could not be sent; the message itself stays here, since it may quote what the collector answered. */
function warnOncePerMinute(log: Log): (error: unknown) => void {
  let lastAt = -Infinity;
  return (error) => {
    if (performance.now() - lastAt < minute) return;
    lastAt = performance.now();
    const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
    log.warn('Traces cannot be sent; look at the OTEL variables and the collector.', {
      error: typeof name === 'string' ? name : null,
      code: typeof code === 'string' || typeof code === 'number' ? code : null,
    });
  };
}
