import { readSources, type Environment, type SourceConfig } from '../config/config.js';
import { examine } from '../doctor/examine.js';
import type { EndpointReport, Finding, SourceReport } from '../doctor/report.js';
import { UsageError, type DoctorArguments } from './arguments.js';
import { toTable } from './table.js';

/** What `gatehouse doctor` prints, and its exit code. */
export interface Diagnosed {
  readonly text: string;
  readonly code: 0 | 1;
}

/** Examines the configured sources, all at the same time. */
export async function runDoctor(given: DoctorArguments, environment: Environment): Promise<Diagnosed> {
  const sources = await Promise.all(chosen(given, environment).map((config) => examine(config)));
  const ok = sources.every((each) => each.ok && (!given.strict || !has(each, 'warning')));
  const text = given.json ? `${JSON.stringify({ ok, sources }, null, 2)}\n` : sources.map(toText).join('\n');
  return { text, code: ok ? 0 : 1 };
}

function chosen(
  { config, sources: ids }: DoctorArguments,
  environment: Environment,
): readonly SourceConfig[] {
  const configured = readSources(
    config === undefined ? environment : { ...environment, GATEHOUSE_CONFIG: config },
  );
  if (configured.length === 0) {
    throw new UsageError(
      'No source is configured: set the variables of one, or name a file by --config; docs/config.md has both.',
    );
  }
  const known = configured.map(({ settings }) => settings.id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new UsageError(`--source: no source is named ${unknown}; there are ${known.join(', ')}.`);
  }
  return configured.filter(({ settings }) => ids.length === 0 || ids.includes(settings.id));
}

function toText({ id, provider, baseUrl, login, endpoints, findings }: SourceReport): string {
  const rows = endpoints.map((each) => rowOf(each, findings));
  const head = [
    'endpoint',
    'path',
    'status',
    'calls',
    'median ms',
    'slowest ms',
    'bytes',
    'pages',
    'findings',
  ];
  return [
    `${id} (${provider}) at ${baseUrl}: ${summaryOf(findings)}`,
    ...(login === 'failed' || login === 'not tried' ? [`login: ${login}`] : []),
    ...toTable(head, rows),
    ...findings.flatMap(linesOf),
    '',
  ].join('\n');
}

function rowOf(row: EndpointReport, findings: readonly Finding[]): readonly (string | number)[] {
  const codes = findings.filter(({ endpoint }) => endpoint === row.path).map(({ code }) => code);
  const { name, path, status, calls, medianMs, slowestMs, bytes, paging } = row;
  return [
    name,
    path,
    status ?? '-',
    calls,
    medianMs ?? '-',
    slowestMs ?? '-',
    bytes,
    paging ?? '',
    [...new Set(codes)].join(' '),
  ];
}

function linesOf({ severity, code, endpoint, message, cure }: Finding): readonly string[] {
  // Messages of failed calls name their endpoint themselves.
  const place = endpoint === null || message.includes(endpoint) ? '' : `${endpoint}: `;
  return [`${severity} ${code}  ${place}${message}`, `    cure: ${cure}`];
}

function summaryOf(findings: readonly Finding[]): string {
  const counted = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counted.length === 0 ? 'all is well' : counted.join(', ');
}

function has({ findings }: SourceReport, severity: Finding['severity']): boolean {
  return findings.some((each) => each.severity === severity);
}
