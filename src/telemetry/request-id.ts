import { randomBytes } from 'node:crypto';

/** What a request is known by: in its answer, in the log, and in traces. */
export interface RequestTrace {
  /** 32 hexadecimal digits: the trace id that the request brought, or one of our own. */
  readonly requestId: string;
  /** The caller's span, where it brought one. */
  readonly parent: ParentSpan | null;
}

export interface ParentSpan {
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** Of W3C Trace Context: bit 0 says that the caller records its part. */
  readonly flags: number;
}

/** The header of every answer that tells it. */
export const requestIdHeader = 'x-request-id';

/** W3C Trace Context, level 1. Versions to come may add fields behind the four, version 00 has none. */
const form = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;

/** @param traceparent the header as it came; whatever is not exactly of its form is as good as none */
export function readTrace(traceparent: string | null): RequestTrace {
  const [, version, traceId = '', spanId = '', flags = '', more] = form.exec(traceparent ?? '') ?? [];
  const isUsable = !/^0*$/.test(traceId) && !/^0*$/.test(spanId) && (version !== '00' || more === undefined);
  return isUsable
    ? { requestId: traceId, parent: { spanId, flags: Number.parseInt(flags, 16) } }
    : { requestId: randomBytes(16).toString('hex'), parent: null };
}
