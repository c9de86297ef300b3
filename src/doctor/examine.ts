import type { SourceConfig } from '../config/config.js';
import type { Source } from '../domain/provider.js';
import { startOperation } from '../operation.js';
import { judgeConnection, lookAt } from './connection.js';
import type { Patient } from './diagnose.js';
import { judge } from './judge.js';
import { observe } from './observer.js';
import { byGravity, type Finding, type SourceReport } from './report.js';
import { toRows } from './rows.js';
import { walk, type Walked } from './walk.js';

export interface ExamineOptions {
  /** Milliseconds for the calls to one source. @default a minute */
  readonly time?: number;
}

/** Looks at one source: its connection, then its login and its endpoints. Closes what it opens. */
export async function examine(
  { provider, settings }: SourceConfig,
  { time = 60_000 }: ExamineOptions = {},
): Promise<SourceReport> {
  const source = provider.connect(settings);
  const patient: Patient = {
    endpoints: source.endpoints,
    credentials: listed(
      provider.environment
        .filter(({ setting, required }) => required && setting.startsWith('credentials.'))
        .map(({ setting, variable }) => `${setting} (${variable})`),
    ),
  };
  try {
    const { baseUrl } = source.client;
    const connection = judgeConnection(baseUrl, await lookAt(baseUrl));
    const isThere = connection.every(({ severity }) => severity !== 'error');
    return await askAll(source, patient, connection, isThere ? time : null);
  } finally {
    await source.client.close();
  }
}

/** @param time `null`: nothing can be asked */
async function askAll(
  source: Source,
  patient: Patient,
  connection: readonly Finding[],
  time: number | null,
): Promise<SourceReport> {
  const operation = startOperation(undefined, { time: time ?? 0 });
  const observed = observe(source.client);
  const nothing: Walked = { readings: [], paging: new Map() };
  try {
    const walked = time === null ? nothing : await walk(source, observed, operation);
    const logged = operation.log.calls;
    const why =
      time === null ? 'there is no connection' : operation.signal.aborted ? 'the time ran out' : null;
    const { rows, login } = toRows(source, logged, observed.seen, walked, why);
    const own = judge({ source, patient, logged, seen: observed.seen, walked, rows, time, why });
    const findings = [...connection, ...own].sort(byGravity);
    return {
      id: source.id,
      provider: source.provider,
      baseUrl: source.client.baseUrl,
      ok: findings.every(({ severity }) => severity !== 'error'),
      login,
      endpoints: rows,
      findings,
    };
  } finally {
    operation.finish();
  }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
