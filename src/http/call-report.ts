import type { CallRecord } from './call-log.js';

/** The calls of an operation as clients see them in `extensions.upstream`: paths are templates, and no value of a URL is there. */
export function toCallReport(records: readonly CallRecord[]): object {
  const sources = [...new Set(records.map(({ source }) => source))];
  return {
    mode: 'log',
    total: totalOf(records),
    sources: sources.map((source) => ({
      source,
      ...totalOf(records.filter((record) => record.source === source)),
    })),
    calls: records.map(
      ({
        source,
        method,
        path,
        login,
        wave,
        keys,
        startedAt,
        durationMs,
        status,
        bytes,
        cached,
        shared,
      }) => ({
        source,
        method,
        path,
        login,
        wave,
        keys,
        startMs: toTenths(startedAt),
        durationMs: durationMs === null ? null : toTenths(durationMs),
        status,
        bytes,
        cached,
        shared,
      }),
    ),
  };
}

/** Logins are counted apart: they belong to the source, and whoever comes first has to wait for one. */
function totalOf(records: readonly CallRecord[]): object {
  const calls = records.filter(({ login, cached, shared }) => !login && !cached && !shared);
  return {
    calls: calls.length,
    waves: calls.reduce((deepest, { wave }) => Math.max(deepest, wave), 0),
    logins: records.filter(({ login }) => login).length,
    cached: records.filter(({ cached }) => cached).length,
    shared: records.filter(({ shared }) => shared).length,
    failed: calls.filter(({ status }) => status === null || status >= 400).length,
    bytes: records.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function toTenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
