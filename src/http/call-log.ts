import type { CallOutcome } from './patience.js';

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
  /** Answered from the source's cache, without asking the provider. */
  readonly cached: boolean;
  /** Answered by a call that another operation had under way. */
  readonly shared: boolean;
}

export type CallStart = Pick<
  CallRecord,
  'source' | 'method' | 'path' | 'login' | 'wave' | 'keys' | 'cached' | 'shared'
>;

export interface CallLog {
  readonly calls: readonly CallRecord[];
  /** Notes that a call goes out; whoever made it tells how it ended. */
  begin(call: CallStart): (outcome: CallOutcome) => void;
}

export function createCallLog(now: () => number = () => performance.now()): CallLog {
  const calls: CallRecord[] = [];
  const epoch = now();
  return {
    calls,
    begin(call) {
      const record: CallRecord = {
        ...call,
        startedAt: now() - epoch,
        durationMs: null,
        status: null,
        bytes: 0,
      };
      calls.push(record);
      return ({ status, bytes }) => {
        record.durationMs = now() - epoch - record.startedAt;
        record.status = status;
        record.bytes = bytes;
      };
    },
  };
}
