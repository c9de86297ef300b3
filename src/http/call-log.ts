/** What one operation asked of its sources. Tests assert on it, so that no call creeps in unnoticed. */

/** One upstream call. The path is the template: values of a URL are tenants' data. */
export interface CallRecord {
  readonly source: string;
  readonly method: string;
  readonly path: string;
  /** 1 for calls that waited for no other; a call that needed an answer stands one wave after it. */
  readonly wave: number;
  /** Milliseconds from the start of the operation. */
  readonly startedAt: number;
  durationMs: number;
  /** `null` while under way, and where no answer came. */
  status: number | null;
  bytes: number;
}

export interface CallLog {
  readonly calls: readonly CallRecord[];
  begin(call: { source: string; method: string; path: string }): CallRecord;
  end(record: CallRecord, outcome: { status: number | null; bytes: number }): void;
}

/**
 * A wave is counted when a call is *asked for*, before it queues for a connection: one more than the deepest wave that
 * has been answered by then. Under equal latencies that is the longest chain of calls that waited for each other.
 */
export function createCallLog(now: () => number = () => performance.now()): CallLog {
  const calls: CallRecord[] = [];
  const epoch = now();
  let answered = 0;
  return {
    calls,
    begin(call) {
      const record: CallRecord = {
        ...call,
        wave: answered + 1,
        startedAt: now() - epoch,
        durationMs: 0,
        status: null,
        bytes: 0,
      };
      calls.push(record);
      return record;
    },
    end(record, outcome) {
      answered = Math.max(answered, record.wave);
      record.durationMs = now() - epoch - record.startedAt;
      record.status = outcome.status;
      record.bytes = outcome.bytes;
    },
  };
}
