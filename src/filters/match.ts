import type { Building, Document, Issue, Lease, Person, Unit } from '../domain/index.js';
import type { ListLoaderName, Lists } from '../domain/provider.js';

/**
 * Filters that are compared in the gateway: what a provider could not filter, and a provider's own search, which may
 * find more than was asked. Members that lead to other records (building, unit, …) are not here: they choose the rows.
 */

type Test<L extends ListLoaderName> = {
  readonly [M in keyof Lists[L]['filter']]?: (
    row: Lists[L]['row'],
    wanted: NonNullable<Lists[L]['filter'][M]>,
    scopes: ReadonlySet<string>,
  ) => boolean;
};

const externalId = (row: { externalId?: string | null | undefined }, wanted: readonly string[]): boolean =>
  typeof row.externalId === 'string' && wanted.includes(row.externalId);

/** Whether one of the texts holds the part, whatever the case. */
function holds(part: string, texts: readonly (string | null | undefined)[]): boolean {
  const wanted = part.toLocaleLowerCase();
  return texts.some((text) => typeof text === 'string' && text.toLocaleLowerCase().includes(wanted));
}

const tests: { readonly [L in ListLoaderName]: Test<L> } = {
  buildings: {
    externalId,
    search: (row: Building, part) => holds(part, [row.name, row.number, row.externalId]),
  },
  units: {
    externalId,
    search: (row: Unit, part) => holds(part, [row.name, row.number, row.externalId]),
    kind: (row: Unit, wanted) => row.kind !== undefined && wanted.includes(row.kind),
  },
  persons: {
    externalId,
    // Whoever may not see an e-mail address must not be able to guess it, letter by letter.
    search: (row: Person, part, scopes) =>
      holds(part, [row.displayName, scopes.has('pii:contact') ? row.email : null, row.externalId]),
    role: (row: Person, wanted) => row.roles.some((role) => wanted.includes(role)),
  },
  leases: {
    externalId,
    search: (row: Lease, part) => holds(part, [row.number, row.externalId]),
    status: (row: Lease, wanted) => wanted.includes(row.status),
  },
  issues: {
    externalId,
    search: (row: Issue, part) => holds(part, [row.number, row.title, row.externalId]),
    status: (row: Issue, wanted) => wanted.includes(row.status),
    createdAfter: (row: Issue, wanted) => instant(row.createdAt) >= instant(wanted),
    createdBefore: (row: Issue, wanted) => instant(row.createdAt) <= instant(wanted),
  },
  documents: {
    externalId,
    search: (row: Document, part) => holds(part, [row.title, row.fileName, row.externalId]),
    kind: (row: Document, wanted) => wanted.includes(row.kind),
  },
};

// A record without a date compares as NaN: it matches no period.
function instant(text: string | null | undefined): number {
  return typeof text === 'string' ? Date.parse(text) : Number.NaN;
}

/**
 * The comparison that is left once the provider has filtered what it can; `null` where nothing is left.
 *
 * @param scopes what the caller may see: it finds nothing by anything else
 */
export function residualMatch<L extends ListLoaderName>(
  list: L,
  filter: Lists[L]['filter'],
  pushed: readonly PropertyKey[],
  scopes: ReadonlySet<string>,
): ((row: Lists[L]['row']) => boolean) | null {
  type Check = (row: Lists[L]['row'], wanted: unknown, scopes: ReadonlySet<string>) => boolean;
  const checks = Object.entries(tests[list] as Record<string, Check>)
    .filter(([member]) => !pushed.includes(member))
    .flatMap(([member, test]) => {
      const wanted = (filter as Record<string, unknown>)[member];
      return wanted === undefined ? [] : [(row: Lists[L]['row']): boolean => test(row, wanted, scopes)];
    });
  return checks.length === 0 ? null : (row) => checks.every((check) => check(row));
}
