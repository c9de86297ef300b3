import { readSources, type SourceConfig } from '../../config/config.js';
import { examine } from '../../doctor/examine.js';
import type { EndpointReport, Finding, SourceReport } from '../../doctor/report.js';
import { paint } from '../colours.js';
import {
  configOption,
  environmentOf,
  requireNoWords,
  UsageError,
  type Command,
  type Given,
  type Terminal,
} from '../command.js';
import { toTable } from '../table.js';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'ask each source, and say what is wrong with it and what to do',
  usage: 'doctor [--source <id>] [--strict]',
  help: `Logs in to each configured source, asks each endpoint that the gateway uses, and prints how it answered, what is wrong, and
the cure. It reads only, and prints no record and no secret.

  --source <id>        only this source; may be given several times
  --strict             fail (exit code 1) for warnings, too
${configOption}
  --json               print JSON`,
  options: {
    source: { type: 'string', multiple: true },
    strict: { type: 'boolean' },
    config: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(given, terminal) {
    requireNoWords(given, 'doctor');
    // All at the same time.
    const sources = await Promise.all(chosen(given, terminal).map((config) => examine(config)));
    const ok = sources.every((each) => each.ok && (!given.has('strict') || !has(each, 'warning')));
    terminal.print(
      given.has('json')
        ? `${JSON.stringify({ ok, sources }, null, 2)}\n`
        : sources.map((each) => toText(each, terminal)).join('\n'),
    );
    return ok ? 0 : 1;
  },
};

function chosen(given: Given, terminal: Terminal): readonly SourceConfig[] {
  const configured = readSources(environmentOf(given, terminal));
  const ids = given.texts('source');
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

function toText(
  { id, provider, baseUrl, login, endpoints, findings }: SourceReport,
  terminal: Terminal,
): string {
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
    ...findings.flatMap((finding) => linesOf(finding, terminal)),
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

const colours = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

function linesOf(
  { severity, code, endpoint, message, cure }: Finding,
  terminal: Terminal,
): readonly string[] {
  // Messages of failed calls name their endpoint themselves.
  const place = endpoint === null || message.includes(endpoint) ? '' : `${endpoint}: `;
  return [`${paint(colours[severity], severity, terminal)} ${code}  ${place}${message}`, `    cure: ${cure}`];
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
