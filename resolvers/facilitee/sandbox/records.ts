import { createHash } from 'node:crypto';
import {
  byKey,
  groupBy,
  portfolioOf,
  type Building,
  type FileRecord,
  type Issue,
  type OwnerCompany,
  type Person,
  type Portfolio,
  type Tenancy,
  type Unit,
} from '../../../src/sandbox/portfolio.js';
import { spelled } from '../../../src/sandbox/spelling.js';
import { issueStatuses } from './statuses.js';

/** The four roles that 002 gives users, each with endpoints of its own. */
export type UserRole = 'owner' | 'manager' | 'service-provider' | 'property-user';

/** A user in one role. Ids count within the role: an owner 12 and a property user 12 are two people. */
export interface User {
  readonly id: number;
  readonly role: UserRole;
  readonly person: Person;
  /** Units that an owner owns or a manager manages. */
  readonly units: readonly PropertyUnit[];
  /** Units that a property user uses, will use or has used, in the order of their ids. */
  readonly assignments: readonly Assignment[];
  /** Issues that a service provider still works on. */
  readonly activeIssues: number;
  readonly files: readonly FileRecord[];
}

/** One property. */
export interface Property {
  readonly id: number;
  readonly building: Building;
  readonly name: string | null;
  readonly units: readonly PropertyUnit[];
}

/** One property unit with everybody who has to do with it. */
export interface PropertyUnit {
  readonly id: number;
  readonly unit: Unit;
  readonly property: Property;
  readonly customUnitId: string;
  readonly owner: User | null;
  readonly ownerCompany: OwnerCompany | null;
  readonly manager: User | null;
  readonly issueManager: User | null;
  readonly assignments: readonly Assignment[];
  readonly files: readonly FileRecord[];
}

/** A property user's place in a unit; there is one per pair of the two. */
export interface Assignment {
  readonly unit: PropertyUnit;
  readonly user: User;
  readonly tenancy: Tenancy;
  /** True for one user of a unit at most. */
  readonly isMainContact: boolean;
  /** ISO dates. */
  readonly contractStart: string | null;
  readonly contractEnd: string | null;
}

/** One issue. */
export interface ReportedIssue {
  readonly id: number;
  readonly issue: Issue;
  readonly status: string;
  readonly unit: PropertyUnit | null;
  readonly reporter: User | null;
  readonly manager: User | null;
}

/** What Facilitee knows of a portfolio. */
export interface Records {
  /** The day that contracts are judged by. */
  readonly today: string;
  readonly properties: readonly Property[];
  /** All units, property by property. */
  readonly units: readonly PropertyUnit[];
  readonly owners: readonly User[];
  readonly managers: readonly User[];
  readonly serviceProviders: readonly User[];
  readonly propertyUsers: readonly User[];
  readonly issues: readonly ReportedIssue[];
}

type Draft<T, K extends keyof T> = Omit<T, K> & { -readonly [Member in K]: T[Member] };
type UserDraft = Omit<User, 'units' | 'assignments'> & { units: PropertyUnit[]; assignments: Assignment[] };

/** Moves a portfolio's Facilitee part into Facilitee's own tables. */
export function createRecords(portfolio: Portfolio): Records {
  const here = portfolioOf(portfolio, 'facilitee');
  const filesOf = groupBy(here.files, (file) => file.ownerKey);
  const issuesOf = groupBy(
    here.issues.filter((issue) => issue.closedAt === null),
    (issue) => issue.serviceProviderKey,
  );
  const usersIn = (role: UserRole, fits: (person: Person) => boolean): UserDraft[] =>
    here.persons.filter(fits).map((person, index) => ({
      id: index + 1,
      role,
      person,
      units: [],
      assignments: [],
      activeIssues: role === 'service-provider' ? (issuesOf.get(person.key) ?? []).length : 0,
      files: role === 'service-provider' ? (filesOf.get(person.key) ?? []) : [],
    }));
  const owners = usersIn('owner', (person) => person.roles.includes('owner'));
  const managers = usersIn('manager', (person) => person.roles.includes('manager'));
  const serviceProviders = usersIn('service-provider', (person) => person.roles.includes('service-provider'));
  const propertyUsers = usersIn('property-user', (person) =>
    person.roles.some((role) => role === 'tenant' || role === 'former-tenant'),
  );
  const ownerOf = byPerson(owners);
  const managerOf = byPerson(managers);
  const propertyUserOf = byPerson(propertyUsers);
  const serviceProviderOf = byPerson(serviceProviders);

  const unitsIn = groupBy(here.units, (unit) => unit.buildingKey);
  const tenanciesOf = groupBy(here.tenancies, (tenancy) => tenancy.unitKey);
  const properties = here.buildings.map((building): Property => {
    const units: PropertyUnit[] = [];
    const property: Property = {
      id: building.ordinal,
      building,
      name: building.name ?? building.popularName,
      units,
    };
    for (const unit of unitsIn.get(building.key) ?? []) {
      const owner = ownerOf.get(unit.ownerKey) ?? null;
      const manager = managerOf.get(unit.managerKey) ?? null;
      const record: Draft<PropertyUnit, 'assignments'> = {
        id: unit.ordinal,
        unit,
        property,
        customUnitId: customUnitId(unit),
        owner,
        ownerCompany: ownerCompany(owner, unit),
        manager,
        issueManager: managerOf.get(unit.issueManagerKey) ?? null,
        assignments: [],
        files: filesOf.get(unit.key) ?? [],
      };
      record.assignments = assign(record, tenanciesOf.get(unit.key) ?? [], propertyUserOf);
      owner?.units.push(record);
      manager?.units.push(record);
      units.push(record);
    }
    return property;
  });

  const units = properties.flatMap((property) => property.units);
  for (const unit of [...units].sort((one, other) => one.id - other.id)) {
    for (const assignment of unit.assignments)
      propertyUserOf.get(assignment.user.person.key)?.assignments.push(assignment);
  }
  const unitOf = new Map(units.map((record) => [record.unit.key, record]));
  const buildings = byKey(here.buildings);
  const statuses = issueStatuses(here.issues);
  const issues = here.issues.map((issue): ReportedIssue => {
    const unit = unitOf.get(issue.unitKey ?? '') ?? null;
    const building = buildings.get(issue.buildingKey ?? '');
    return {
      id: issue.ordinal,
      issue,
      status: statuses.get(issue.key) ?? 'New',
      unit,
      // What nobody reported was seen by the owner or by the manager.
      reporter:
        propertyUserOf.get(issue.reporterKey ?? '') ??
        serviceProviderOf.get(issue.reporterKey ?? '') ??
        (issue.ordinal % 2 === 0 ? unit?.owner : null) ??
        managerOf.get(building?.managerKey ?? '') ??
        null,
      manager: managerOf.get(issue.assigneeKey ?? '') ?? null,
    };
  });
  return {
    today: portfolio.asOf,
    properties,
    units,
    owners,
    managers,
    serviceProviders,
    propertyUsers,
    issues,
  };
}

function byPerson(users: readonly UserDraft[]): ReadonlyMap<string, UserDraft> {
  return new Map(users.map((user) => [user.person.key, user]));
}

/** Parking spaces and storage rooms never had a number of the landlord's: Facilitee made one up (002, "Create Property Unit"). */
function customUnitId(unit: Unit): string {
  const numbered = unit.kind !== 'parking' && unit.kind !== 'storage' && unit.ordinal % 29 !== 0;
  return numbered ? referenceOf(unit) : `PU-${fingerprint(`unit ${unit.key}`).slice(0, 10).toUpperCase()}`;
}

/** The landlord's number of a building, a unit or a person, as it was typed into Facilitee. */
export function referenceOf(record: Building | Unit | Person): string {
  return spelled(record, 'facilitee');
}

/** Owners with companies hold some units themselves. */
function ownerCompany(owner: User | null, unit: Unit): OwnerCompany | null {
  const companies = owner?.person.owner?.companies ?? [];
  return companies[unit.ordinal % (companies.length + 1)] ?? null;
}

/** Everybody who uses, will use or has used a unit: the current users first, the main contact before all others. */
function assign(
  unit: PropertyUnit,
  tenancies: readonly Tenancy[],
  users: ReadonlyMap<string, User>,
): Assignment[] {
  const ranked = [...tenancies].sort((one, other) => rank(one) - rank(other) || other.ordinal - one.ordinal);
  const assignments: Assignment[] = [];
  for (const tenancy of ranked) {
    for (const key of tenancy.personKeys) {
      const user = users.get(key);
      // Somebody who comes back to a unit has one place in it, with the dates of the later contract.
      if (user === undefined || assignments.some((assignment) => assignment.user === user)) continue;
      assignments.push({
        unit,
        user,
        tenancy,
        isMainContact: assignments.length === 0,
        contractStart: tenancy.startDate,
        contractEnd: tenancy.endDate ?? tenancy.fixedUntil,
      });
    }
  }
  return assignments;
}

function rank(tenancy: Tenancy): number {
  if (tenancy.state === 'ended') return 2;
  return tenancy.state === 'upcoming' || tenancy.state === 'unsigned' ? 1 : 0;
}

/** A hexadecimal text that is always the same for a name. */
export function fingerprint(name: string): string {
  return createHash('sha256').update(`facilitee ${name}`).digest('hex');
}
