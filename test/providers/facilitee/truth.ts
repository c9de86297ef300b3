import { createRecords } from '../../../resolvers/facilitee/sandbox/records.js';
import { faciliteeTruth, type FaciliteeTruth } from '../../../resolvers/facilitee/sandbox.js';
import type { Portfolio } from '../../../src/sandbox/portfolio.js';

/**
 * Facilitee's truth with what it leaves open: who reported an issue, of whom Facilitee tells an id without a role, and
 * everybody of a unit, not its property users alone.
 */
export function wholeTruth(portfolio: Portfolio): FaciliteeTruth {
  const truth = faciliteeTruth(portfolio);
  const reporters = new Map(
    createRecords(portfolio).issues.map(({ id, reporter }) => [
      String(id),
      reporter === null ? null : `${reporter.role}:${reporter.id}`,
    ]),
  );
  const issues = truth.issues.map((issue) => ({ ...issue, reporterId: reporters.get(issue.id) ?? null }));
  return {
    ...truth,
    issues,
    persons: truth.persons.map((person) => ({
      ...person,
      issueIds: issues.filter(({ reporterId }) => reporterId === person.id).map(({ id }) => id),
    })),
    units: truth.units.map((unit) => ({
      ...unit,
      personIds: [...new Set([unit.ownerId, unit.managerId, unit.issueManagerId, ...unit.personIds])].filter(
        (id) => id !== null,
      ),
    })),
  };
}
