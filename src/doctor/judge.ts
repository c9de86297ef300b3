import type { Source } from '../domain/provider.js';
import { RejectedCredentialsError } from '../errors.js';
import type { CallRecord } from '../http/call-log.js';
import { diagnose, type Patient } from './diagnose.js';
import { judgeDrift } from './drift.js';
import type { Seen } from './observer.js';
import type { EndpointReport, Finding } from './report.js';
import { isNotFound, type Walked } from './walk.js';

/** All that was seen of a source. */
export interface Evidence {
  readonly source: Source;
  readonly patient: Patient;
  readonly logged: readonly CallRecord[];
  readonly seen: readonly Seen[];
  readonly walked: Walked;
  readonly rows: readonly EndpointReport[];
  /** Milliseconds that there were. */
  readonly time: number | null;
  /** Why not everything could be asked. */
  readonly why: string | null;
}

/** What the evidence comes to. */
export function judge(evidence: Evidence): readonly Finding[] {
  return [
    ...failures(evidence),
    ...paging(evidence),
    ...judgeDrift(evidence.source, evidence.patient),
    ...clock(evidence),
    ...passing(evidence),
    ...slowness(evidence),
    ...ending(evidence),
    ...notChecked(evidence),
  ];
}

function failures({ seen, walked, patient }: Evidence): readonly Finding[] {
  const refused = seen.every(
    ({ failure, login }) => failure instanceof RejectedCredentialsError && !login && failure.cause !== 401,
  );
  // Where nothing else is answered it is not the right to one endpoint that is missing.
  if (seen.length > 0 && refused) {
    return [
      {
        severity: 'error',
        code: 'LOGIN',
        endpoint: null,
        message: 'the credentials were refused by every endpoint',
        cure: `Check ${patient.credentials}.`,
      },
    ];
  }
  const isLetIn = seen.some(({ failure, login }) => failure === null && !login);
  const found = new Map<string, Finding>();
  const add = (finding: Finding | null): void => {
    const key = `${finding?.code ?? ''} ${finding?.endpoint ?? ''}`;
    if (finding !== null && !found.has(key)) found.set(key, finding);
  };
  for (const { path, failure, login } of seen) {
    if (failure === null) continue;
    const others = seen.filter((each) => each.path === path);
    // One record that is gone proves nothing.
    if (isNotFound(failure) && others.some((each) => !isNotFound(each.failure))) continue;
    const finding = diagnose(failure, { path, login, isLetIn }, patient);
    const isPassing = others.some((each) => each.failure === null);
    add(finding && { ...finding, ...(isPassing ? { severity: 'warning' } : {}) });
  }
  for (const { path, failure } of walked.readings)
    add(diagnose(failure, { path, login: false, isLetIn }, patient));
  return [...found.values()];
}

function paging({ seen, walked }: Evidence): readonly Finding[] {
  const empty = new Set(seen.filter(({ lacksRows }) => lacksRows).map(({ path }) => path));
  const faults = [
    ...[...empty].map(
      (path) => [path, 'the first page is empty, and the total says that there are rows'] as const,
    ),
    ...[...walked.paging].flatMap(([path, { fault, base }]) =>
      fault === null || empty.has(path)
        ? []
        : [[path, `${fault}${base === null ? '' : ` (asked with ${base})`}`] as const],
    ),
  ];
  return faults.map(([path, message]) => ({
    severity: 'error',
    code: 'PAGING',
    endpoint: path,
    message,
    cure: 'Lists of this endpoint cannot be trusted: ask the vendor how it pages, and whether rows keep their order.',
  }));
}

/** Milliseconds by which clocks may differ. */
const mostSkew = 30_000;

function clock({ seen }: Evidence): readonly Finding[] {
  const skews = seen.flatMap(({ clockSkew }) => clockSkew ?? []).sort((one, other) => one - other);
  const skew = skews[Math.floor(skews.length / 2)] ?? 0;
  if (Math.abs(skew) <= mostSkew) return [];
  const seconds = Math.round(Math.abs(skew) / 1000);
  return [
    {
      severity: 'warning',
      code: 'CLOCK',
      endpoint: null,
      message: `the host's clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} this machine's: times that it tells, such as the end of a token, mean something else here`,
      cure: 'Check the clock of this machine (NTP). If other sources have no such finding, it is right: tell the vendor.',
    },
  ];
}

/** What went wrong, and went right when it was tried again. */
function passing({ logged, rows, seen }: Evidence): readonly Finding[] {
  return rows.flatMap(({ path, calls }): Finding[] => {
    if (seen.some((each) => each.path === path && each.failure !== null)) return [];
    const failed = logged.filter(
      (each) => each.path === path && !each.cached && !each.shared && isFailed(each),
    );
    if (failed.length === 0) return [];
    const isRate = failed.some(({ status }) => status === 429);
    const statuses = [...new Set(failed.map(({ status }) => status ?? 'no answer'))].join(', ');
    return [
      {
        severity: 'warning',
        code: isRate ? 'RATE' : 'STATUS',
        endpoint: path,
        message: `${failed.length} of ${calls} calls failed (${statuses}) and had to be made again`,
        cure: isRate
          ? 'Ask the vendor how many calls are allowed, and set `rates` of the source to that.'
          : 'Run this again later; if it stays, tell the vendor.',
      },
    ];
  });
}

function isFailed({ status, durationMs, login }: CallRecord): boolean {
  // A call with a token that has ended is refused once as a matter of course.
  return durationMs !== null && !login && (status === null || status === 429 || status >= 500);
}

/** Milliseconds from which on a call is slow. */
const slow = 2_000;

function slowness({ rows, seen }: Evidence): readonly Finding[] {
  return rows
    .filter(({ path, slowestMs }) => {
      const failed = seen.some((each) => each.path === path && each.failure !== null);
      return !failed && slowestMs !== null && slowestMs > slow;
    })
    .map(({ path, slowestMs, medianMs }) => ({
      severity: 'warning',
      code: 'LATENCY',
      endpoint: path,
      message: `a call took ${slowestMs ?? 0} ms (median ${medianMs ?? 0} ms)`,
      cure: 'Ask the vendor why; until then, queries that need it are as slow. `limits.callTimeout` is what ends a call.',
    }));
}

function ending({ why, time, source }: Evidence): readonly Finding[] {
  if (why === null || time === null) return [];
  return [
    {
      severity: 'error',
      code: 'TIME',
      endpoint: null,
      message: `the ${Math.round(time / 1000)} s for ${source.id} ran out`,
      cure: 'See what is slow, or does not answer; then run this again with --source.',
    },
  ];
}

function notChecked({ rows, why }: Evidence): readonly Finding[] {
  const left = rows.filter((row) => row.notChecked !== null);
  const reasons = new Set(left.map((row) => row.notChecked ?? ''));
  // What stops everything is told once.
  if (left.length > 1 && (why !== null || reasons.size === 1)) {
    const names = left.map(({ name }) => name).join(', ');
    return [note(null, `not checked, since ${[...reasons].join()}: ${names}`)];
  }
  return left.map(({ path, notChecked: reason }) => note(path, `not checked, since ${reason ?? ''}`));
}

function note(endpoint: string | null, message: string): Finding {
  const cure =
    endpoint === null
      ? 'Mend what stands above, then run this again.'
      : 'Nothing to do, unless the account has such records: an account that has some shows how they are answered.';
  return { severity: 'note', code: 'NOT_CHECKED', endpoint, message, cure };
}
