import { Agent, request } from 'undici';
import { operationTime } from '../../src/operation.js';
import { apiKey } from './gateway.js';
import type { Findings, Path } from './findings.js';
import type { LeakTest } from './leaks.js';

/** An entry of `errors`. */
export interface AnswerError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions?: {
    readonly code?: unknown;
    readonly source?: unknown;
    readonly occurrences?: unknown;
  };
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly AnswerError[];
}

/** A document with a name to call it by. */
export interface Query {
  readonly name: string;
  readonly document: string;
}

/** Asks the gateway; `null` where there is no answer to compare, which was noted if nobody but the gateway is to blame. */
export type Ask = (
  query: Query,
  variables: Readonly<Record<string, unknown>>,
  /** When the client goes away. */
  leave?: AbortSignal,
) => Promise<Answer | null>;

/** What came back, counted. */
export interface Tally {
  complete: number;
  /** Answers that lack something, and say so. */
  partial: number;
  /** Refused as a whole, with the time to come back at. */
  overloaded: number;
  /** Clients that went away before they had their answer. */
  left: number;
  /** Errors by their code. */
  readonly codes: Record<string, number>;
  /** Milliseconds that answers took. */
  readonly times: number[];
}

export function emptyTally(): Tally {
  return { complete: 0, partial: 0, overloaded: 0, left: 0, codes: {}, times: [] };
}

/** Codes that faults of providers may lead to. Clients make no mistakes here, and the gateway should make none either. */
const expectedCodes: ReadonlySet<unknown> = new Set([
  'OVERLOADED',
  'UPSTREAM_UNREACHABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAUTHORIZED',
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_STATUS',
  'UPSTREAM_BAD_RESPONSE',
]);

/** Beyond the time that an operation has. */
const latest = operationTime + 2_000;

export function createAsk(
  url: string,
  {
    clients,
    findings,
    tally,
    leaks,
  }: {
    readonly clients: number;
    readonly findings: Findings;
    readonly tally: Tally;
    readonly leaks: LeakTest;
  },
): { readonly ask: Ask; close(): Promise<void> } {
  const dispatcher = new Agent({ connections: clients, headersTimeout: latest, bodyTimeout: latest });

  const judge = (name: string, { message, path = [], extensions = {} }: AnswerError): void => {
    const { code, source } = extensions;
    tally.codes[String(code)] = (tally.codes[String(code)] ?? 0) + 1;
    if (!expectedCodes.has(code)) findings.add(name, path, `an error of code ${String(code)}: ${message}`);
    else if (typeof source !== 'string') findings.add(name, path, `a ${String(code)} that names no source`);
    const leak = leaks(JSON.stringify({ message, extensions }));
    if (leak !== null) findings.add(name, path, `an error that tells ${leak}`);
  };

  const ask: Ask = async (query, variables, leave) => {
    const begin = performance.now();
    let status: number;
    let text: string;
    try {
      const answer = await request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'x-api-key': apiKey,
        },
        body: JSON.stringify({ query: query.document, variables }),
        dispatcher,
        ...(leave !== undefined && { signal: leave }),
      });
      status = answer.statusCode;
      text = await answer.body.text();
      if (status === 503 && answer.headers['retry-after'] !== undefined) {
        tally.overloaded += 1;
        return null;
      }
    } catch (error) {
      if (leave?.aborted === true) tally.left += 1;
      else findings.add(query.name, [], `no answer (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
      return null;
    }
    tally.times.push(performance.now() - begin);
    const body = parse(text);
    if (status !== 200 || body === null) {
      findings.add(query.name, [], `status ${status} with ${body === null ? 'no JSON' : 'JSON'}`);
      return null;
    }
    const { data, errors = [] } = body as { readonly data?: unknown; readonly errors?: AnswerError[] };
    for (const error of errors) judge(query.name, error);
    if (errors.length === 0) tally.complete += 1;
    else tally.partial += 1;
    if (typeof data !== 'object' || data === null) {
      findings.add(query.name, [], 'no data, although each of its fields may be null or partial');
      return null;
    }
    return { data: data as Answer['data'], errors };
  };
  return { ask, close: () => dispatcher.close() };
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
