import { json, type SandboxAnswer } from '../../../src/sandbox/app.js';
import { lookUp, remembered } from '../../../src/sandbox/look-up.js';
import { numberOf, problemWith, type Form } from './parameters.js';
import { refuseParameter } from './refusals.js';
import type { Entry } from './rows.js';

/** Assumed: beyond it the question is refused, not cut short. */
const MAX_AMOUNT = 500;

/** The parameters that the document lists, and no other: there is no filter for several ids, and no search. */
const PARAMETERS: Readonly<Record<string, Form>> = {
  amount: 'integer',
  offset: 'integer',
  type: ['estate', 'apartment', 'object_ad'],
  'apartment.external_id': 'text',
  'estate.external_id': 'text',
  'apartment.id': 'integer',
  'estate.id': 'integer',
  'project.id': 'integer',
  'listing.employee.id': 'integer',
  exclude_projects: 'boolean',
  use_root_office: 'boolean',
  'listing.status': [
    'closing',
    'approved',
    'active',
    'rented',
    'draft',
    'deleted',
    'reserved',
    'paused',
    'rejected',
    'publishing',
  ],
};

/** Answers `GET /api/v3/inventory/`. `total` as text ends in a comma, as in the document's sample: `"1,"`. */
export function answerInventory(
  entries: readonly Entry[],
  query: URLSearchParams,
  total: 'text' | 'number',
): SandboxAnswer {
  const problem = problemWith(query, PARAMETERS);
  if (problem !== null) return refuseParameter(problem);
  const amount = numberOf(query, 'amount') ?? 10;
  const offset = numberOf(query, 'offset') ?? 0;
  if (amount < 1 || amount > MAX_AMOUNT) {
    return refuseParameter(`"amount" must be between 1 and ${MAX_AMOUNT}.`);
  }
  const some = named(entries, query);
  const filters = [...query].filter(([name]) => name !== 'amount' && name !== 'offset').sort();
  const found = remembered(some, JSON.stringify(filters), () => some.filter((entry) => fits(entry, query)));
  return json(200, {
    results: found.slice(offset, offset + amount).map((entry) => entry.row),
    total: total === 'text' ? `${found.length},` : found.length,
  });
}

/** The entries of the one estate or apartment that is asked for; all, where none is. */
function named(entries: readonly Entry[], query: URLSearchParams): readonly Entry[] {
  for (const [name, textOf] of NAMES) {
    const wanted = query.get(name);
    if (wanted === null) continue;
    const textsOf = (entry: Entry): string[] => [textOf(entry)].filter((text) => text !== null).map(String);
    return lookUp(entries, name, textsOf, [wanted]);
  }
  return entries;
}

const NAMES: readonly (readonly [parameter: string, textOf: (entry: Entry) => string | number | null])[] = [
  ['apartment.id', ({ apartment }) => apartment?.id ?? null],
  ['apartment.external_id', ({ apartment }) => apartment?.externalId ?? null],
  ['estate.id', ({ estate }) => estate.id],
  ['estate.external_id', ({ estate }) => estate.externalId],
];

function fits(entry: Entry, query: URLSearchParams): boolean {
  const equal = (name: string, value: string | number | null | undefined): boolean =>
    !query.has(name) || (value !== null && value !== undefined && query.get(name) === String(value));
  return (
    (entry.selected || query.get('use_root_office') === 'true') &&
    equal('type', entry.type) &&
    equal('estate.id', entry.estate.id) &&
    equal('estate.external_id', entry.estate.externalId) &&
    equal('apartment.id', entry.apartment?.id) &&
    equal('apartment.external_id', entry.apartment?.externalId) &&
    // What is about listings leaves listings only.
    equal('project.id', entry.listing?.projectId) &&
    equal('listing.employee.id', entry.listing?.employeeId) &&
    equal('listing.status', entry.listing?.status) &&
    (query.get('exclude_projects') !== 'true' || (entry.listing?.projectId ?? null) === null)
  );
}
