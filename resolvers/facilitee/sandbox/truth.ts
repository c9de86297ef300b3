import { groupBy, type Portfolio, type TenancyState } from '../../../src/sandbox/portfolio.js';
import type {
  TrueDocument,
  TrueIssue,
  TrueLease,
  TruePerson,
  Truth,
  TrueUnit,
} from '../../../src/sandbox/truth.js';
import { nameOf } from './parts.js';
import { createRecords, referenceOf, type Assignment, type PropertyUnit, type User } from './records.js';
import { issueReference } from './units.js';

/** What Facilitee's lists hold, with what is Facilitee's own. */
export interface FaciliteeTruth extends Truth {
  readonly units: readonly FaciliteeTrueUnit[];
  readonly persons: readonly FaciliteeTruePerson[];
  readonly leases: readonly FaciliteeTrueLease[];
  readonly issues: readonly FaciliteeTrueIssue[];
}

/** `personIds` are the property users, former ones too; the others stand apart. */
export interface FaciliteeTrueUnit extends TrueUnit {
  readonly ownerId: string | null;
  readonly managerId: string | null;
  readonly issueManagerId: string | null;
  readonly documentIds: readonly string[];
}

/**
 * `unitIds` of an owner are the units owned, of a manager those managed, of a property user those used, now or before.
 * `issueIds` is empty: an issue names its reporter by an id whose role is not told.
 */
export interface FaciliteeTruePerson extends TruePerson {
  /** The whole name, the only one there is: `firstName` and `lastName` are null. */
  readonly name: string | null;
  readonly documentIds: readonly string[];
}

/** One for each pair of a unit and a property user. */
export interface FaciliteeTrueLease extends TrueLease {
  readonly isMainContact: boolean;
}

/** `reporterId` is null, see `reporterName`. */
export interface FaciliteeTrueIssue extends TrueIssue {
  readonly reporterName: string | null;
  readonly assigneeName: string | null;
}

/** What Facilitee's lists hold for a portfolio, in the order in which the stand-in lists it. */
export function faciliteeTruth(portfolio: Portfolio): FaciliteeTruth {
  const records = createRecords(portfolio);
  const assignments = records.propertyUsers.flatMap((user) => user.assignments);
  const leasesOfUnit = groupBy(assignments, ({ unit }) => String(unit.id));
  const leasesOfProperty = groupBy(assignments, ({ unit }) => String(unit.property.id));
  const issuesOfUnit = groupBy(records.issues, ({ unit }) => (unit === null ? null : String(unit.id)));
  const issuesOfProperty = groupBy(records.issues, ({ unit }) =>
    unit === null ? null : String(unit.property.id),
  );
  const users = [
    ...records.owners,
    ...records.managers,
    ...records.serviceProviders,
    ...records.propertyUsers,
  ];

  return {
    buildings: records.properties.map((property) => ({
      id: String(property.id),
      real: property.building.key,
      externalId: referenceOf(property.building).trim(),
      name: property.name,
      active: !property.building.archived,
      unitIds: idsOf(property.units),
      leaseIds: (leasesOfProperty.get(String(property.id)) ?? []).map(leaseId),
      issueIds: idsOf(issuesOfProperty.get(String(property.id)) ?? []),
    })),
    units: records.units.map((unit) => ({
      id: String(unit.id),
      real: unit.unit.key,
      externalId: unit.customUnitId.trim(),
      number: unit.customUnitId.trim(),
      buildingId: String(unit.property.id),
      leaseIds: (leasesOfUnit.get(String(unit.id)) ?? []).map(leaseId),
      personIds: (leasesOfUnit.get(String(unit.id)) ?? []).map(({ user }) => userId(user)),
      issueIds: idsOf(issuesOfUnit.get(String(unit.id)) ?? []),
      ownerId: unit.owner === null ? null : userId(unit.owner),
      managerId: unit.manager === null ? null : userId(unit.manager),
      issueManagerId:
        unit.issueManager === null || unit.unit.oddity === 'null-members' ? null : userId(unit.issueManager),
      documentIds: documentsOf(unit, 'unit', String(unit.id)).map(({ id }) => id),
    })),
    persons: users.map((user) => ({
      id: userId(user),
      real: user.person.key,
      externalId: referenceOf(user.person).trim(),
      name: nameOf(user.person),
      firstName: null,
      lastName: null,
      companyName: user.person.companyName,
      email: user.person.email,
      unitIds: idsOf(user.role === 'property-user' ? user.assignments.map(({ unit }) => unit) : user.units),
      leaseIds: user.assignments.map(leaseId),
      issueIds: [],
      documentIds: documentsOf(user, 'person', userId(user)).map(({ id }) => id),
    })),
    leases: assignments.map((assignment) => ({
      id: leaseId(assignment),
      externalId: null,
      state: visibleState(assignment.tenancy.state),
      startDate: assignment.contractStart,
      endDate: assignment.contractEnd,
      unitId: String(assignment.unit.id),
      buildingId: String(assignment.unit.property.id),
      tenantIds: [userId(assignment.user)],
      documentIds: [],
      isMainContact: assignment.isMainContact,
    })),
    issues: records.issues.map((record) => ({
      id: String(record.id),
      externalId: issueReference(record),
      title: record.issue.title,
      providerStatus: record.status,
      createdAt: record.issue.createdAt,
      buildingId: record.unit === null ? null : String(record.unit.property.id),
      unitId: record.unit === null ? null : String(record.unit.id),
      reporterId: null,
      reporterName: record.reporter === null ? null : nameOf(record.reporter.person),
      assigneeName: record.manager === null ? null : nameOf(record.manager.person),
      documentIds: [],
      commentIds: [],
      taskIds: [],
    })),
    documents: [
      ...records.units.flatMap((unit) => documentsOf(unit, 'unit', String(unit.id))),
      ...records.serviceProviders.flatMap((user) => documentsOf(user, 'person', userId(user))),
    ],
  };
}

function userId(user: User): string {
  return `${user.role}:${user.id}`;
}

function leaseId({ unit, user }: Assignment): string {
  return `${unit.id}:${user.id}`;
}

function idsOf(records: readonly { readonly id: number }[]): string[] {
  return records.map(({ id }) => String(id));
}

function documentsOf(
  { files }: PropertyUnit | User,
  subject: 'unit' | 'person',
  subjectId: string,
): TrueDocument[] {
  return files.map((file) => ({ id: String(file.ordinal), title: file.name, subject, subjectId }));
}

/** Dates are all that there is: neither a notice nor a missing signature shows. */
function visibleState(state: TenancyState): TenancyState {
  if (state === 'notice-given') return 'active';
  return state === 'unsigned' ? 'upcoming' : state;
}
