import type { Fault } from './faults.js';

/** Faults in words, as the command line, the environment and the control address take them. */

/** What a word must look like, for messages. */
export const FAULT_FORMS =
  'a status from 400 to 599, latency=<ms>, hang, reset, truncate, stall or garbage, and behind it @<n>% where only so many calls are to meet it';

const MOST_LATENCY = 600_000;

const WORDS: Readonly<Record<string, Fault>> = {
  hang: { hang: true },
  reset: { reset: true },
  truncate: { truncate: true },
  stall: { stall: true },
  // What a proxy in front of a provider says when it is not itself.
  garbage: {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html><body>Down for maintenance</body></html>',
  },
};

/** `503`, `latency=500`, `hang@20%`; null for what is none. */
export function readFault(text: string): Fault | null {
  const [, word = '', percent] = /^([a-z0-9=]+?)(?:@(\d{1,3})%)?$/.exec(text.trim()) ?? [];
  const fault = faultOf(word);
  if (fault === null || percent === undefined) return fault;
  const share = Number(percent);
  return share >= 1 && share <= 100 ? { ...fault, probability: share / 100 } : null;
}

function faultOf(word: string): Fault | null {
  if (/^[45]\d\d$/.test(word)) {
    const status = Number(word);
    // What asks for patience says how much.
    return status === 429 ? { status, headers: { 'retry-after': '1' } } : { status };
  }
  const [, ms] = /^latency=(\d{1,6})$/.exec(word) ?? [];
  if (ms !== undefined) return Number(ms) <= MOST_LATENCY ? { delayMs: Number(ms) } : null;
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null;
}
