import type { CallFailure, CallOutcome } from './patience.js';

/** What one operation asked of its sources. Tests assert on it, so that no call creeps in unnoticed. */

/** One exchange with a provider. The path is the template: values of a URL are tenants' data. */
export interface CallRecord {
  readonly source: string;
  readonly method: string;
  readonly path: string;
  /** A login: it belongs to the source, and this operation was the one that had to wait for it. */
  readonly login: boolean;
  /** 1 for calls that waited for no other; a call that needed an answer stands one wave after it. 0 for logins. */
  readonly wave: number;
  /** 1; more where the call was made again, after a failure or with a new token. */
  readonly attempt: number;
  /** How many records or parents were asked for with this one call; `null` where it asked for a page of a list. */
  readonly keys: number | null;
  /** Milliseconds from the start of the operation. */
  readonly startedAt: number;
  /** `null` while under way. */
  durationMs: number | null;
  /** `null` while under way, and where no answer came. */
  status: number | null;
  /** Bytes of the decoded body. */
  bytes: number;
  /** Why it brought nothing that can be used; `null` while under way, and where it did. */
  failure: CallFailure | null;
  /** Answered from the source's cache, without asking the provider. */
  readonly cached: boolean;
  /** Answered by a call that another operation had under way. */
  readonly shared: boolean;
}

export type CallStart = Pick<
  CallRecord,
  'source' | 'method' | 'path' | 'login' | 'wave' | 'attempt' | 'keys' | 'cached' | 'shared'
>;

export interface CallLog {
  /** By the clock that never is set (`performance.now()`): what `startedAt` of its calls counts from. */
  readonly epoch: number;
  readonly calls: readonly CallRecord[];
  /** Notes that a call goes out; whoever made it tells how it ended. */
  begin(call: CallStart): (outcome: CallOutcome) => void;
}

export function createCallLog(now: () => number = () => performance.now()): CallLog {
  const calls: CallRecord[] = [];
  const epoch = now();
  return {
    epoch,
    calls,
    begin(call) {
      const record: CallRecord = {
        ...call,
        startedAt: now() - epoch,
        durationMs: null,
        status: null,
        bytes: 0,
        failure: null,
      };
      calls.push(record);
      return ({ status, bytes, failure }) => {
        record.durationMs = now() - epoch - record.startedAt;
        record.status = status;
        record.bytes = bytes;
        record.failure = failure;
      };
    },
  };
}
