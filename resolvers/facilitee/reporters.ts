import type { Person } from '../../src/domain/index.js';
import type { Session } from '../../src/http/session.js';
import type { IssueRow } from './issue-rows.js';
import type { PersonsOf } from './persons-of.js';
import type { Role } from './roles.js';

/** Whoever reported an issue is in most cases one of those who use the unit, and rarely a service provider. */
const likelyReporters: readonly (readonly Role[])[] = [
  ['property-user'],
  ['owner', 'manager'],
  ['service-provider'],
];

/** The most lookups that finding one reporter may cost. */
export const reporterLookups = likelyReporters.flat().length;

/**
 * Who reported issues: an id without a role. The roles are tried in turn, and a user is the reporter only if the name
 * is the one in the issue, since ids may count anew in each role. Nobody is preferred to somebody else.
 */
export function createReportersOf(personsOf: PersonsOf) {
  return async (
    session: Session,
    rows: readonly IssueRow[],
  ): Promise<(row: IssueRow) => Person | null | Error> => {
    const found = new Map<string, Person | Error>();
    const keyOf = ({ row }: IssueRow): string => reporterKey(row.reporterId ?? '', row.reporterName ?? '');
    for (const roles of likelyReporters) {
      const open = rows.filter((row) => row.row.reporterId !== null && !found.has(keyOf(row)));
      if (open.length === 0) break;
      const ids = open.flatMap(({ row }) => row.reporterId ?? []);
      const finders = await Promise.all(roles.map((role) => personsOf(session, role, ids)));
      for (const row of open) {
        const candidates = finders.map((personOf) => personOf(row.row.reporterId ?? ''));
        const reporter =
          candidates.find((person) => isNamed(person, row.row.reporterName)) ??
          candidates.find((person) => person instanceof Error);
        if (reporter) found.set(keyOf(row), reporter);
      }
    }
    return (row) => found.get(keyOf(row)) ?? null;
  };
}

function isNamed(person: Person | null | Error, name: string | null): person is Person {
  return person !== null && !(person instanceof Error) && person.displayName === name;
}

/** Id and name, which no id of another role's user shares. */
export function reporterKey(id: string, name: string): string {
  return `${id} ${name}`;
}
