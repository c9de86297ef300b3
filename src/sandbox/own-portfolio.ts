import { z } from 'zod';
import type { Portfolio } from './model.js';
import { portfolioSchema } from './portfolio-schema.js';

/** A portfolio of somebody's own cannot be served: a line for each place, with the cure, and none of its values. */
export class PortfolioError extends Error {
  override name = 'PortfolioError';
}

/** How many lines a message has at most: what was exported by another version is wrong everywhere. */
const MOST_LINES = 20;

/**
 * Reads the JSON text of a portfolio, such as `gatehouse sandbox --export` writes one.
 *
 * @throws PortfolioError
 */
export function readPortfolio(text: string): Portfolio {
  const given = parse(text);
  const result = portfolioSchema.safeParse(given);
  if (!result.success) throw failure(result.error.issues.map(toLine));
  // Not the schema's copy: members stay in their order, so that what is exported again is the same text.
  const portfolio = given as Portfolio;
  const lines = [...repeated(portfolio), ...dangling(portfolio), ...accountless(portfolio)];
  if (lines.length > 0) throw failure(lines);
  return portfolio;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What the parser says quotes the text.
    throw new PortfolioError('The portfolio is not JSON; begin with one that was exported.');
  }
}

function failure(lines: readonly string[]): PortfolioError {
  const more = lines.length - MOST_LINES;
  return new PortfolioError(
    [...lines.slice(0, MOST_LINES), ...(more > 0 ? [`And ${more} more.`] : [])].join('\n'),
  );
}

function toLine(issue: z.core.$ZodIssue): string {
  const place = issue.path.length === 0 ? 'The portfolio' : z.core.toDotPath(issue.path);
  if (issue.code === 'unrecognized_keys')
    return `${place}: ${issue.keys.map((key) => `\`${key}\``).join(', ')} is no member; remove it.`;
  if (/received undefined/.test(issue.message))
    return `${place}: is missing; set it, to null where there is nothing to say.`;
  const message = issue.message
    .replace(/^Invalid (?:input|option): expected/, 'must be')
    .replace(/, received .*$/, '');
  return `${place}: ${message}.`;
}

type List = Exclude<keyof Portfolio, 'seed' | 'asOf' | 'company'>;

const LISTS: readonly List[] = [
  'offices',
  'buildings',
  'units',
  'persons',
  'tenancies',
  'subTenancies',
  'issues',
  'comments',
  'tasks',
  'inspections',
  'files',
];

/** Ids of the providers are made of keys, ordinals and references. */
function* repeated(portfolio: Portfolio): Generator<string> {
  for (const list of LISTS) {
    for (const member of ['key', 'ordinal', 'reference'] as const) {
      const seen = new Set<unknown>();
      for (const [position, record] of portfolio[list].entries()) {
        const value = (record as Partial<Record<typeof member, unknown>>)[member];
        if (value === undefined) continue;
        if (seen.has(value))
          yield `${list}[${position}].${member}: stands on a record before, too; give it another.`;
        seen.add(value);
      }
    }
  }
}

/** Which members name records of which list. */
const REFERENCES: Readonly<Partial<Record<List, Readonly<Record<string, List>>>>> = {
  offices: { parentKey: 'offices' },
  buildings: { officeKey: 'offices', managerKey: 'persons', caretakerKey: 'persons', helperKeys: 'persons' },
  units: { buildingKey: 'buildings', ownerKey: 'persons', managerKey: 'persons', issueManagerKey: 'persons' },
  tenancies: { unitKey: 'units', buildingKey: 'buildings', personKeys: 'persons' },
  subTenancies: { tenantKey: 'persons', subTenantKey: 'persons' },
  issues: {
    buildingKey: 'buildings',
    unitKey: 'units',
    reporterKey: 'persons',
    enteredByKey: 'persons',
    followerKeys: 'persons',
    assigneeKey: 'persons',
    serviceProviderKey: 'persons',
  },
  comments: { issueKey: 'issues', authorKey: 'persons' },
  tasks: { issueKey: 'issues', assigneeKey: 'persons', createdByKey: 'persons' },
  inspections: { unitKey: 'units' },
};

const OWNERS = {
  tenancy: 'tenancies',
  unit: 'units',
  person: 'persons',
  issue: 'issues',
  comment: 'comments',
} as const;

function* dangling(portfolio: Portfolio): Generator<string> {
  const keys = new Map(LISTS.map((list) => [list, new Set(portfolio[list].map(({ key }) => key))]));
  const names = (list: List, named: unknown): boolean =>
    named === null ||
    named === undefined ||
    (Array.isArray(named)
      ? named.every((key) => names(list, key))
      : typeof named === 'string' && keys.get(list)?.has(named) === true);
  for (const list of LISTS) {
    for (const [member, target] of Object.entries(REFERENCES[list] ?? {})) {
      for (const [position, record] of portfolio[list].entries()) {
        if (names(target, (record as unknown as Record<string, unknown>)[member])) continue;
        yield `${list}[${position}].${member}: names nothing in \`${target}\`; add it there, or name another.`;
      }
    }
  }
  for (const [position, { employment }] of portfolio.persons.entries()) {
    if (employment === null || names('offices', employment.officeKey)) continue;
    yield `persons[${position}].employment.officeKey: names nothing in \`offices\`; add it there, or name another.`;
  }
  for (const [position, { ownerType, ownerKey }] of portfolio.files.entries()) {
    if (names(OWNERS[ownerType], ownerKey)) continue;
    yield `files[${position}].ownerKey: names nothing in \`${OWNERS[ownerType]}\`; add it there, or name another.`;
  }
}

/** HomeQ's login answers with the account that the program has. */
function* accountless({ persons }: Portfolio): Generator<string> {
  const has = persons.some(
    ({ systems, employment }) => systems.includes('homeq') && employment?.apiUser === true,
  );
  if (!has)
    yield 'persons: one must be an account for programs in homeq; give an employee of it `apiUser: true`.';
}
