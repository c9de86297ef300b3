import type { Source } from '../domain/provider.js';
import type { DriftCount } from '../wire/drift.js';
import { cureOfPath, type Patient } from './diagnose.js';
import type { Finding } from './report.js';

/** Members that a note names. */
const most = 8;

/** Where what the doctor read is not as documented. */
export function judgeDrift({ drift, endpoints }: Source, patient: Patient): readonly Finding[] {
  const counts = drift.counts();
  const pathOf = ({ record }: DriftCount): string | null =>
    // Most providers name their records as the endpoints are named that bring them.
    endpoints.find(({ name }) => name === record)?.path ?? null;
  const told = counts
    .filter(({ kind }) => kind !== 'MISSING')
    .map((count): Finding => ({
      code: 'SHAPE',
      endpoint: pathOf(count),
      ...shapeOf(count, pathOf(count), patient),
    }));
  return [...told, ...missing(counts)];
}

function shapeOf(
  { record, field, kind, count, records }: DriftCount,
  path: string | null,
  patient: Patient,
): Pick<Finding, 'severity' | 'message' | 'cure'> {
  const name = field === '' ? record : `${record}.${field}`;
  // An entry of a list may be met more often than the record that holds it.
  const often =
    count >= records ? `in every one of ${records} records` : `${count} times in ${records} records`;
  switch (kind) {
    case 'UNKNOWN_VALUE':
      return {
        severity: 'warning',
        message: `${name} holds a word that no table translates, ${often}`,
        cure: 'Ask the vendor what it means, and add it to the tables of words in the settings of the source (docs/config.md).',
      };
    case 'UNUSABLE':
      return {
        severity: 'error',
        message: `${name} could not be used and was left out, ${often}`,
        cure: `The vendor's answers have changed, or are of another endpoint. ${path === null ? 'Check baseUrl.' : cureOfPath(path, patient)}`,
      };
    default:
      return {
        severity: count >= records ? 'error' : 'warning',
        message: `${name} is of another type than documented, ${often}: it reads as if it were not there`,
        cure: "Ask the vendor whether the member has changed; the provider's wire.ts says what is read.",
      };
  }
}

/** Vendors leave members out all the time: only what none of several records has is worth a note. */
function missing(counts: readonly DriftCount[]): readonly Finding[] {
  const gone = counts.filter(
    ({ kind, count, records }) => kind === 'MISSING' && records > 1 && count >= records,
  );
  if (gone.length === 0) return [];
  const names = gone.map(({ record, field }) => `${record}.${field}`);
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return [
    {
      severity: 'note',
      code: 'SHAPE',
      endpoint: null,
      message: `no record that was read has ${names.slice(0, most).join(', ')}${more}`,
      cure: 'Nothing to do where the account does not use them. `Source.drift` counts them in the running gateway.',
    },
  ];
}
