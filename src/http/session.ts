import { TimedOutError, UnexpectedStatusError } from '../errors.js';
import type { ApiAnswer, ApiCall, Patience, SourceClient } from './client.js';
import type { CallLog } from './call-log.js';
import { expandPath, toQueryString } from './url.js';

/**
 * One source as one operation sees it: every GET is made once, however many fields ask for it. The memory dies with the
 * operation, so nothing is shared between callers.
 */
export interface Session {
  /** GETs and returns the parsed answer; the same call asked twice within the operation is one call. */
  get(call: ApiCall): Promise<ApiAnswer>;
  /** As `get`, but a 404 is `null`: by id it means that there is no such record. */
  find(call: ApiCall): Promise<ApiAnswer | null>;
}

export function createSession(client: SourceClient, patience: Patience, log: CallLog): Session {
  const memory = new Map<string, Promise<ApiAnswer>>();

  const ask = async (call: ApiCall): Promise<ApiAnswer> => {
    if (patience.signal.aborted) throw new TimedOutError(client.origin, `no time left for GET ${call.path}`);
    const record = log.begin({ source: client.origin.source, method: 'GET', path: call.path });
    try {
      const answer = await client.request(call, patience);
      log.end(record, { status: answer.status, bytes: answer.bytes });
      return answer;
    } catch (error) {
      log.end(record, { status: error instanceof UnexpectedStatusError ? error.status : null, bytes: 0 });
      throw error;
    }
  };

  const get = (call: ApiCall): Promise<ApiAnswer> => {
    const key = expandPath(call.path, call.params) + toQueryString(call.query);
    let answer = memory.get(key);
    if (answer === undefined) memory.set(key, (answer = ask(call)));
    return answer;
  };

  return {
    get,
    find: (call) =>
      get(call).catch((error: unknown) => {
        if (error instanceof UnexpectedStatusError && error.status === 404) return null;
        throw error;
      }),
  };
}
