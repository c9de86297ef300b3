import type { Building, Document, Issue, Lease, Person, Unit } from '../domain/index.js';
import type { ListLoaderName, Lists } from '../domain/provider.js';

/**
 * Filters that are compared in the gateway: what a provider could not filter, and a provider's own search, which may
 * find more than was asked. Members that lead to other records (building, unit, …) are not here: they choose the rows.
 */

/** What a member of a filter asks of each row: made once for a filter, since there are many rows. */
type Test<L extends ListLoaderName> = {
  readonly [M in keyof Lists[L]['filter']]?: (
    wanted: NonNullable<Lists[L]['filter'][M]>,
    scopes: ReadonlySet<string>,
  ) => (row: Lists[L]['row']) => boolean;
};

type Text = string | null | undefined;

const externalId = (values: readonly string[]) => {
  const wanted = new Set(values);
  return (row: { externalId?: Text }): boolean =>
    typeof row.externalId === 'string' && wanted.has(row.externalId);
};

/** Whether one of the texts holds the part, whatever the case. */
function search<R>(texts: (row: R, scopes: ReadonlySet<string>) => readonly Text[]) {
  return (part: string, scopes: ReadonlySet<string>) => {
    const wanted = part.toLocaleLowerCase();
    return (row: R): boolean =>
      texts(row, scopes).some(
        (text) => typeof text === 'string' && text.toLocaleLowerCase().includes(wanted),
      );
  };
}

function oneOf<R, V>(value: (row: R) => V | undefined) {
  return (values: readonly V[]) => {
    const wanted = new Set(values);
    return (row: R): boolean => {
      const own = value(row);
      return own !== undefined && wanted.has(own);
    };
  };
}

const tests: { readonly [L in ListLoaderName]: Test<L> } = {
  buildings: {
    externalId,
    search: search((row: Building) => [row.name, row.number, row.externalId]),
  },
  units: {
    externalId,
    search: search((row: Unit) => [row.name, row.number, row.externalId]),
    kind: oneOf((row: Unit) => row.kind),
  },
  persons: {
    externalId,
    // Whoever may not see an e-mail address must not be able to guess it, letter by letter.
    search: search((row: Person, scopes) => [
      row.displayName,
      scopes.has('pii:contact') ? row.email : null,
      row.externalId,
    ]),
    role: (wanted) => (row) => row.roles.some((role) => wanted.includes(role)),
  },
  leases: {
    externalId,
    search: search((row: Lease) => [row.number, row.externalId]),
    status: oneOf((row: Lease) => row.status),
  },
  issues: {
    externalId,
    search: search((row: Issue) => [row.number, row.title, row.externalId]),
    status: oneOf((row: Issue) => row.status),
    createdAfter: (wanted) => (row) => instant(row.createdAt) >= instant(wanted),
    createdBefore: (wanted) => (row) => instant(row.createdAt) <= instant(wanted),
  },
  documents: {
    externalId,
    search: search((row: Document) => [row.title, row.fileName, row.externalId]),
    kind: oneOf((row: Document) => row.kind),
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
  type Check = (wanted: unknown, scopes: ReadonlySet<string>) => (row: Lists[L]['row']) => boolean;
  const checks = Object.entries(tests[list] as Record<string, Check>)
    .filter(([member]) => !pushed.includes(member))
    .flatMap(([member, test]) => {
      const wanted = (filter as Record<string, unknown>)[member];
      return wanted === undefined ? [] : [test(wanted, scopes)];
    });
  return checks.length === 0 ? null : (row) => checks.every((check) => check(row));
}
