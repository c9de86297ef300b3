import type { Endpoint, ProviderName } from '../domain/provider.js';

/** What the doctor found. `--json` prints it as it stands: docs/doctor.md describes it. */

/** `error`: something does not work. `warning`: it works, but may not for long, or not well. `note`: good to know. */
export type Severity = 'error' | 'warning' | 'note';

export type FindingCode =
  /** No connection to the host, or one that breaks off. */
  | 'UNREACHABLE'
  /** The certificate, or none where there should be one. */
  | 'TLS'
  /** The credentials are refused. */
  | 'LOGIN'
  /** The credentials hold, but not for this endpoint. */
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  /** Any other status. */
  | 'STATUS'
  /** Something else than JSON: a page for people, a redirect, nothing. */
  | 'CONTENT'
  /** JSON in which the records are not where they are documented. */
  | 'ENVELOPE'
  /** Records whose members are not as documented. */
  | 'SHAPE'
  /** Rows come twice, or not at all. */
  | 'PAGING'
  | 'CLOCK'
  | 'LATENCY'
  | 'RATE'
  /** The doctor's own time ran out. */
  | 'TIME'
  | 'NOT_CHECKED'
  /** A mistake of the gateway. */
  | 'INTERNAL';

export interface Finding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** Path template; `null` where it is about the source as a whole. */
  readonly endpoint: string | null;
  readonly message: string;
  /** What to do about it. */
  readonly cure: string;
}

/** How an endpoint answered. */
export interface EndpointReport extends Endpoint {
  /** Of the last answer; `null` where none came. */
  readonly status: number | null;
  readonly calls: number;
  readonly medianMs: number | null;
  readonly slowestMs: number | null;
  /** Of all its answers, decoded. */
  readonly bytes: number;
  /** The parameter that pages, and what it counts from, as far as it was seen: `page from 0`, `offset from 0`. */
  readonly paging: string | null;
  /** Why it was not asked. */
  readonly notChecked: string | null;
}

/** `none`: the provider has no login, each call carries the credentials. */
export type LoginState = 'ok' | 'failed' | 'none' | 'not tried';

export interface SourceReport {
  readonly id: string;
  readonly provider: ProviderName;
  readonly baseUrl: string;
  /** Whether there is no error. */
  readonly ok: boolean;
  readonly login: LoginState;
  readonly endpoints: readonly EndpointReport[];
  /** The gravest first. */
  readonly findings: readonly Finding[];
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** The gravest first; otherwise as they were found. */
export function byGravity(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
