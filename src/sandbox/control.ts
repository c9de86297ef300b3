import { json, parseJson, type SandboxAnswer } from './app.js';
import { FAULT_FORMS, readFault } from './fault-words.js';
import type { Fault } from './faults.js';

/** Where a running stand-in is told what goes wrong. No vendor has such a path. */
export const CONTROL_PATH = '/_sandbox/faults';

/** The faults that were switched on from outside. */
export interface Control {
  /** In words, in the order in which they were named. */
  readonly words: readonly string[];
  /** Puts these in place of those before. */
  switchTo(faults: readonly (readonly [word: string, fault: Fault])[]): void;
}

/** Keeps what was switched on, and how to take it away again. */
export function createControl(fail: (fault: Fault) => () => void): Control {
  let on: readonly { readonly word: string; readonly undo: () => void }[] = [];
  return {
    get words() {
      return on.map(({ word }) => word);
    },
    switchTo(faults) {
      for (const { undo } of on) undo();
      on = faults.map(([word, fault]) => ({ word, undo: fail(fault) }));
    },
  };
}

/**
 * Answers the control address: GET tells what is on, PUT takes a JSON list of words in place of it, DELETE ends all. Other
 * sites' pages reach none of it: browsers ask for leave before PUT and DELETE, which is not given, and a name that has been
 * made to lead here is refused.
 */
export function answerControl(
  control: Control,
  { method, host, body }: { readonly method: string; readonly host: string; readonly body: string },
): SandboxAnswer {
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) {
    return json(403, { message: 'Ask by 127.0.0.1 or localhost.' });
  }
  if (method === 'DELETE') control.switchTo([]);
  else if (method === 'PUT') {
    const words = parseJson(body);
    if (!Array.isArray(words)) return json(400, { message: 'Send a JSON list of faults, such as ["503"].' });
    const faults: (readonly [string, Fault])[] = [];
    for (const [position, word] of words.entries()) {
      const fault = typeof word === 'string' ? readFault(word) : null;
      if (fault === null) return json(400, { message: `[${position}]: must be ${FAULT_FORMS}.` });
      faults.push([word as string, fault]);
    }
    control.switchTo(faults);
  } else if (method !== 'GET') {
    return json(405, { message: 'Send GET, PUT or DELETE.' }, { allow: 'GET, PUT, DELETE' });
  }
  return json(200, { faults: control.words }, { 'cache-control': 'no-store' });
}
