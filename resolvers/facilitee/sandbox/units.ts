import type { UnitKind } from '../../../src/sandbox/portfolio.js';
import { address, ADDRESS_IDS, attachments, dateTime, nameOf, text } from './parts.js';
import {
  referenceOf,
  type Property,
  type PropertyUnit,
  type Records,
  type ReportedIssue,
} from './records.js';
import {
  mainContact,
  nestedCompany,
  nestedManager,
  nestedOwner,
  nestedPropertyUser,
  tradeName,
} from './users.js';

/** Categories of properties and units, as `property-categorization` lists them. */
export interface Categories {
  readonly property: readonly PropertyType[];
  readonly unit: readonly UnitType[];
}

interface PropertyType {
  readonly id: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly canDelete: boolean;
  readonly isUsed: boolean;
}

type UnitType = Omit<PropertyType, 'isActive'>;

const UNIT_TYPES: Readonly<Record<UnitKind, string>> = {
  apartment: 'Apartment',
  commercial: 'Commercial space',
  parking: 'Parking space',
  storage: 'Storage room',
  common: 'Common area',
};

/** The landlord's categories; the last of each is not used. */
export function createCategories(records: Records): Categories {
  const used = new Set(records.properties.map(({ building }) => building.category));
  const kinds = new Set<string>(records.units.map(({ unit }) => UNIT_TYPES[unit.kind]));
  const category = (name: string, index: number, isUsed: boolean): UnitType => ({
    id: index + 1,
    name,
    canDelete: !isUsed,
    isUsed,
  });
  return {
    property: [...new Set([...PROPERTY_TYPES, ...used]), 'Student housing'].map((name, index) => {
      const { id, canDelete, isUsed } = category(name, index, used.has(name));
      return { id, name, isActive: name !== 'Student housing', canDelete, isUsed };
    }),
    unit: [...Object.values(UNIT_TYPES), 'Houseboat berth'].map((name, index) =>
      category(name, index, kinds.has(name)),
    ),
  };
}

const PROPERTY_TYPES = ['Apartment building', 'Mixed use', 'Office building', 'Parking facility'];

/** How properties, units and issues are written. */
export interface UnitForms {
  property(property: Property): ReturnType<typeof writeProperty>;
  /** Row of `GET PropertyUnit?propertyId=`: people by name only. */
  row(unit: PropertyUnit): ReturnType<typeof writeRow>;
  /** `GET PropertyUnit/{id}`: people with their ids, contract dates, attachments. */
  detail(unit: PropertyUnit, origin: string): ReturnType<typeof writeDetail>;
  issue(issue: ReportedIssue): ReturnType<typeof writeIssue>;
}

/** The forms over a portfolio's categories. */
export function createUnitForms(categories: Categories, today: string): UnitForms {
  return {
    property: (property) => writeProperty(categories, property),
    row: (unit) => writeRow(categories, unit),
    detail: (unit, origin) => writeDetail(categories, today, unit, origin),
    issue: (issue) => writeIssue(categories, issue),
  };
}

/** A property's category; a property without units has none yet. */
export function propertyTypeOf(categories: Categories, property: Property): PropertyType | null {
  if (property.units.length === 0) return null;
  return categories.property.find((type) => type.name === property.building.category) ?? null;
}

/** A unit's category. */
export function unitTypeOf(categories: Categories, { unit }: PropertyUnit): UnitType | null {
  if (unit.oddity === 'null-members') return null;
  return categories.unit.find((type) => type.name === UNIT_TYPES[unit.kind]) ?? null;
}

function writeProperty(categories: Categories, property: Property) {
  const { building } = property;
  return {
    id: property.id,
    name: property.name,
    customPropertyId: referenceOf(building),
    address: address(building.address, ADDRESS_IDS.property + property.id),
    isActive: !building.archived,
    propertyType: propertyTypeOf(categories, property),
  };
}

function writeRow(categories: Categories, record: PropertyUnit) {
  const { unit, owner, manager, issueManager } = record;
  const damaged = unit.oddity === 'null-members';
  const contact = record.assignments.find(({ isMainContact }) => isMainContact);
  return {
    id: record.id,
    address: damaged ? null : unitAddress(record),
    propertyUnitType: unitTypeOf(categories, record),
    isCommonSpace: unit.kind === 'common',
    isActive: !unit.archived,
    customUnitId: record.customUnitId,
    additionalNote: text(unit.note, unit.oddity),
    floor: damaged ? null : unit.floor,
    mainContact: contact === undefined || damaged ? null : mainContact(contact),
    mainContactContractEnd: damaged ? null : dateTime(contact?.contractEnd ?? null),
    defaultIssueManagerName: issueManager === null || damaged ? null : nameOf(issueManager.person),
    defaultPropertyManagerName: manager === null ? null : nameOf(manager.person),
    propertyManagerId: manager?.id ?? null,
    ownerName: owner === null ? null : nameOf(owner.person),
    ownerCompanyName: text(record.ownerCompany?.name ?? null, unit.oddity),
  };
}

function writeDetail(categories: Categories, today: string, record: PropertyUnit, origin: string) {
  const { unit, property, owner, manager, issueManager } = record;
  const damaged = unit.oddity === 'null-members';
  const contact = record.assignments.find(({ isMainContact }) => isMainContact);
  const contractEnd = contact?.contractEnd ?? null;
  return {
    id: record.id,
    address: damaged ? null : unitAddress(record),
    // The main contact's: those of the others stand in their own `propertyUnits` only.
    contractStart: dateTime(contact?.contractStart ?? null),
    contractEnd: dateTime(contractEnd),
    expired: contractEnd !== null && contractEnd < today,
    isCommonSpace: unit.kind === 'common',
    isActive: !unit.archived,
    manager: manager === null ? null : nestedManager(manager),
    defaultIssueManager: issueManager === null || damaged ? null : nestedManager(issueManager),
    owner: owner === null ? null : nestedOwner(owner),
    ownerCompany:
      owner === null || record.ownerCompany === null
        ? null
        : nestedCompany(owner, record.ownerCompany.ordinal),
    propertyUsers: [...record.assignments.map(nestedPropertyUser), ...(damaged ? [null] : [])],
    attachments: attachments(record.files, record.id, origin),
    customUnitId: record.customUnitId,
    additionalNote: text(unit.note, unit.oddity),
    floor: damaged ? null : unit.floor,
    propertyUnitType: unitTypeOf(categories, record),
    property: {
      propertyType: propertyTypeOf(categories, property),
      name: property.name,
      id: property.id,
    },
    hasPropertyAddress: hasPropertyAddress(record),
  };
}

function writeIssue(categories: Categories, record: ReportedIssue) {
  const { issue, unit, reporter, manager } = record;
  const damaged = issue.oddity === 'null-members';
  return {
    id: record.id,
    name: issue.title,
    description: damaged ? null : text(issue.description, issue.oddity),
    category: damaged ? null : tradeName(issue.trade),
    // A user's id, and nothing says in which role.
    reporterId: reporter?.id ?? null,
    reporterName: reporter === null ? null : nameOf(reporter.person),
    issueManagerName: manager === null ? text(null, issue.oddity) : nameOf(manager.person),
    urgent: issue.urgent,
    propertyUsersInvolved: issue.followerKeys.length > 0,
    status: record.status,
    created: issue.createdAt,
    modified: issue.modifiedAt,
    responseTimeLeft: damaged ? null : (issue.responseHoursLeft ?? 0),
    userReferenceId: issueReference(record),
    rejectionComment: issue.rejectionComment ?? '',
    propertyUnit:
      unit === null
        ? null
        : {
            id: unit.id,
            address: unitAddress(unit),
            floor: damaged ? null : unit.unit.floor,
            propertyUnitType: damaged ? null : unitTypeOf(categories, unit),
            property: {
              propertyType: propertyTypeOf(categories, unit.property),
              name: unit.property.name,
              id: unit.property.id,
            },
          },
    overallRating:
      issue.rating === null || damaged
        ? null
        : {
            rating: issue.rating.stars,
            comment: text(issue.rating.comment, issue.oddity),
            type: 2,
            user: reporter === null ? null : nameOf(reporter.person),
            lastRatedDate: issue.rating.ratedAt,
          },
  };
}

/** The landlord's number of an issue, where it has one. */
export function issueReference({ issue }: ReportedIssue): string | null {
  return issue.oddity === 'null-members' ? null : issue.reference;
}

/** A unit at the property's own entrance shares its address (002, `hasPropertyAddress`), id and all. */
function unitAddress(record: PropertyUnit) {
  return hasPropertyAddress(record)
    ? address(record.property.building.address, ADDRESS_IDS.property + record.property.id)
    : address(record.unit.address, ADDRESS_IDS.unit + record.id);
}

function hasPropertyAddress({ unit, property }: PropertyUnit): boolean {
  return unit.address.houseNumber === property.building.address.houseNumber;
}
