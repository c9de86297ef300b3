import type { Endpoint, Source } from '../domain/provider.js';
import type { CallRecord } from '../http/call-log.js';
import type { Seen } from './observer.js';
import type { EndpointReport, LoginState } from './report.js';
import { keyTypeOf } from './steps.js';
import type { Walked } from './walk.js';

/** A row for each endpoint, in the order of the provider's table. */
export function toRows(
  source: Pick<Source, 'port' | 'endpoints'>,
  logged: readonly CallRecord[],
  seen: readonly Seen[],
  { paging }: Walked,
  why: string | null,
): { readonly rows: readonly EndpointReport[]; readonly login: LoginState } {
  const logins = logged.filter(({ login }) => login);
  const failed = seen.some(({ login }) => login);
  const reasonOf = (path: string): string => {
    if (why !== null) return why;
    if (failed) return 'there was no login';
    const type = keyTypeOf(source.port, path);
    return type === null
      ? 'nothing that was read has to be asked for there'
      : `no ${type} at hand can be asked for there`;
  };
  const rows = source.endpoints.map((endpoint): EndpointReport => {
    const calls = logged.filter(({ path, cached, shared }) => path === endpoint.path && !cached && !shared);
    const base = paging.get(endpoint.path)?.base ?? null;
    return {
      ...figuresOf(endpoint, calls),
      paging: base,
      notChecked: calls.length > 0 ? null : reasonOf(endpoint.path),
    };
  });
  const login = logged.length === 0 ? 'not tried' : logins.length === 0 ? 'none' : failed ? 'failed' : 'ok';
  return { rows, login };
}

function figuresOf(
  endpoint: Endpoint,
  calls: readonly CallRecord[],
): Omit<EndpointReport, 'paging' | 'notChecked'> {
  const times = calls.flatMap(({ durationMs }) => durationMs ?? []).sort((one, other) => one - other);
  const rounded = (time: number | undefined): number | null => (time === undefined ? null : Math.round(time));
  return {
    ...endpoint,
    status: calls.at(-1)?.status ?? null,
    calls: calls.length,
    medianMs: rounded(times[Math.floor((times.length - 1) / 2)]),
    slowestMs: rounded(times.at(-1)),
    bytes: calls.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
