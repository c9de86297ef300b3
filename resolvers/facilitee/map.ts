import type {
  Building,
  Document,
  Issue,
  IssueStatus,
  Lease,
  NodeType,
  Person,
  Ref,
  Unit,
  UnitKind,
  UnitOccupancy,
} from '../../src/domain/index.js';
import { leaseStatusOn } from '../../src/domain/lease-status.js';
import { uniqueBy } from '../../src/loaders/group.js';
import { rawOf } from '../../src/wire/raw.js';
import { todayIn, toDateTime, toDay } from '../../src/wire/time.js';
import { noMoment } from './keys.js';
import { toDocument } from './map-documents.js';
import { createPersonMap, toAddress } from './map-persons.js';
import type { Received } from './pages.js';
import { lookUpRef, personRef, type Role } from './roles.js';
import type { IssueUnit, Place, PropertyPart, Row, Single, User } from './wire.js';

/** What of the source's settings the meaning of a record depends on. */
export interface Meaning {
  readonly source: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly unitTypes: Readonly<Record<string, UnitKind>>;
  readonly statusCodes: Readonly<Record<string, IssueStatus>>;
}

export function createMap(meaning: Meaning) {
  const { source, timeZone } = meaning;
  const unitKinds = byWord(meaning.unitTypes);
  const statuses = byWord(meaning.statusCodes);
  const persons = createPersonMap(meaning);

  const ref = <T extends NodeType>(type: T, ...key: string[]): Ref<T> => ({ type, source, key });
  const moment = (value: string | null): string | null => toDateTime(value, timeZone);
  const day = (value: string | null): string | null => toContractDay(value, timeZone);
  const common = <T extends NodeType>(own: Ref<T>, row: object, at: Date) => ({
    ref: own,
    remoteId: own.key.join(':'),
    fetchedAt: at,
    raw: rawOf(row),
    createdAt: null,
    updatedAt: null,
  });

  /** A property without what only its own record says. */
  const toBuildingPart = (part: PropertyPart, at: Date): Building => ({
    externalId: undefined,
    name: part.name,
    kind: 'BUILDING',
    buildingType: part.propertyType?.name ?? null,
    number: undefined,
    url: null,
    isActive: undefined,
    address: undefined,
    addresses: undefined,
    description: null,
    unitCount: null,
    commonAmenities: null,
    images: null,
    ownerName: null,
    bankAccounts: null,
    office: null,
    company: null,
    responsibilities: null,
    meteringCompany: null,
    customFields: null,
    tags: null,
    ...common(ref('Building', part.id), part, at),
  });

  const toBuilding = ({ row, at }: Received<Row<'properties'>>): Building => {
    const address = toAddress(row.address);
    return {
      ...toBuildingPart(row, at),
      externalId: row.customPropertyId,
      number: row.customPropertyId,
      isActive: row.isActive,
      address,
      addresses: address === null ? null : [address],
    };
  };

  /** A unit of which only the key is known: everything that its own record says is still to be asked. */
  const toUnitPart = (id: string, row: object, at: Date): Unit => ({
    externalId: undefined,
    name: null,
    number: undefined,
    nationalUnitNumber: null,
    kind: undefined,
    unitType: undefined,
    url: null,
    isActive: undefined,
    building: undefined,
    address: undefined,
    floor: undefined,
    floorLabel: null,
    rooms: null,
    area: null,
    rent: null,
    description: undefined,
    isCommonSpace: undefined,
    votingShare: null,
    amenities: null,
    renovatedOn: null,
    occupancy: undefined,
    ownerName: undefined,
    ownerCompanyName: undefined,
    managerName: undefined,
    defaultIssueManagerName: undefined,
    owner: undefined,
    manager: undefined,
    defaultIssueManager: undefined,
    canCreateListing: null,
    images: null,
    meteringCompany: null,
    customFields: null,
    ...common(ref('Unit', id), row, at),
  });

  const toKind = (row: Row<'propertyUnits'> | Single<'propertyUnit'>): UnitKind => {
    if (row.isCommonSpace === true) return 'COMMON_AREA';
    const type = row.propertyUnitType?.name ?? null;
    return type === null ? 'UNKNOWN' : (unitKinds(type) ?? 'OTHER');
  };

  /** What a row of a property's units and the unit's own record both say. */
  const toUnitBase = (row: Row<'propertyUnits'> | Single<'propertyUnit'>, at: Date): Unit => ({
    ...toUnitPart(row.id, row, at),
    // Facilitee makes one up where the customer gave none ("Create Property Unit").
    externalId: row.customUnitId,
    number: row.customUnitId,
    kind: toKind(row),
    unitType: row.propertyUnitType?.name ?? null,
    isActive: row.isActive,
    address: toAddress(row.address),
    floor: row.floor,
    description: row.additionalNote,
    isCommonSpace: row.isCommonSpace,
  });

  /** The row of a property's units. It does not name the property: the one that was asked for does. */
  const toUnit = ({ row, at }: Received<Row<'propertyUnits'>>, building: Unit['building']): Unit => ({
    ...toUnitBase(row, at),
    building,
    ownerName: row.ownerName,
    ownerCompanyName: row.ownerCompanyName,
    managerName: row.defaultPropertyManagerName,
    defaultIssueManagerName: row.defaultIssueManagerName,
    manager: row.propertyManagerId === null ? null : personRef(source, 'manager', row.propertyManagerId),
  });

  const toUnitDetail = ({ row, at }: Received<Single<'propertyUnit'>>): Unit => {
    const owner = row.owner && persons.toOwner(row.owner, at, 'nested');
    const manager = row.manager && persons.toManager(row.manager, at, 'nested');
    const issueManager = row.defaultIssueManager && persons.toManager(row.defaultIssueManager, at, 'nested');
    const users = row.propertyUsers.map((user) => persons.toPropertyUser(user, at, 'nested'));
    const named = [owner, manager, issueManager, ...users].filter((person) => person !== null);
    const documents: Document[] = [];
    const unit: Unit = {
      ...toUnitBase(row, at),
      building: row.property === null ? null : toBuildingPart(row.property, at),
      occupancy: toOccupancy(row),
      ownerName: row.owner?.name ?? null,
      ownerCompanyName: row.ownerCompany?.name ?? null,
      managerName: row.manager?.name ?? null,
      defaultIssueManagerName: row.defaultIssueManager?.name ?? null,
      owner,
      manager,
      defaultIssueManager: issueManager,
      // Everybody whom the unit names, each once.
      persons: uniqueBy(named, (person) => person.remoteId),
      documents,
    };
    documents.push(...row.attachments.map((each) => toDocument(unit, each, at)));
    return unit;
  };

  /**
   * The contract dates of a unit are those of its main contact. Assigned users of whom nothing says that their contract
   * is over or has yet to begin are its users; whether users whose contract is over have left is not said.
   */
  const toOccupancy = (row: Single<'propertyUnit'>): UnitOccupancy => {
    if (row.isCommonSpace === true) return 'UNKNOWN';
    if (row.propertyUsers.length === 0) return 'VACANT';
    const today = todayIn(timeZone);
    const start = day(row.contractStart);
    const end = day(row.contractEnd);
    if (row.expired === true || (end !== null && end < today)) return 'UNKNOWN';
    return start !== null && start > today ? 'RESERVED' : 'OCCUPIED';
  };

  /** A unit as its user's record names it. */
  const toUnitOfPlace = (place: Place, at: Date): Unit => ({
    ...toUnitPart(place.propertyUnitId, place, at),
    externalId: place.customUnitId,
    number: place.customUnitId,
    address: toAddress(place.address),
    floor: place.floor,
    description: place.additionalNote,
  });

  const toUnitOfIssue = (unit: IssueUnit, at: Date): Unit => ({
    ...toUnitPart(unit.id, unit, at),
    unitType: unit.propertyUnitType?.name ?? null,
    building: unit.property === null ? undefined : toBuildingPart(unit.property, at),
    address: toAddress(unit.address),
    floor: unit.floor,
  });

  const toLease = (place: Place, unit: Unit, tenant: Person, user: string, at: Date): Lease => {
    const startDate = day(place.contractStart);
    const endDate = day(place.contractEnd);
    return {
      externalId: null,
      number: null,
      // The unit's kind does not stand here, and a lease must say the same wherever it is met.
      kind: 'UNKNOWN',
      providerKind: null,
      derivation: 'DERIVED_FROM_UNIT',
      status: leaseStatusOn(todayIn(timeZone), { start: startDate, end: endDate }),
      isArchived: null,
      startDate,
      endDate,
      signedDate: null,
      cancelledDate: null,
      isMainContact: place.isMainContact,
      unit,
      building: undefined,
      tenants: [tenant],
      ...common(ref('Lease', place.propertyUnitId, user), place, at),
    };
  };

  /** A property user with a lease for each unit that they have a place in: the same in rows and in the single record. */
  const toPropertyUser = (row: Single<'propertyUser'>, at: Date, form: 'row' | 'detail'): Person => {
    const leases: Lease[] = [];
    const units: Unit[] = [];
    const person = persons.toPropertyUser(row, at, form, { leases, units });
    // A second place in the same unit would be a lease of the same key.
    for (const place of uniqueBy(row.propertyUnits, (each) => each.propertyUnitId)) {
      const unit = toUnitOfPlace(place, at);
      units.push(unit);
      leases.push(toLease(place, unit, person, row.id, at));
    }
    return person;
  };

  /** A user of any role, from its list or from its own record. */
  const toPerson = (role: Role, { row, at, form }: Received<User>): Person => {
    switch (role) {
      case 'owner':
        return persons.toOwner(row as Single<'owner'>, at, form);
      case 'manager':
        return persons.toManager(row as Single<'manager'>, at, form);
      case 'service-provider':
        return persons.toServiceProvider(row as Single<'serviceProvider'>, at, form);
      case 'property-user':
        return toPropertyUser(row as Single<'propertyUser'>, at, form);
    }
  };

  /** One moment in the key, so that an issue can be asked for by its id: the list is by period only. */
  const issueKey = (row: Row<'issues'>): readonly [id: string, created: string] => [
    row.id,
    moment(row.created)?.replace(/[-:.]/g, '') ?? noMoment,
  ];

  return {
    toBuilding,
    toUnit,
    toUnitDetail,
    toPerson,
    issueKey,

    toIssue({ row, at }: Received<Row<'issues'>>): Issue {
      const unit = row.propertyUnit;
      return {
        ref: ref('Issue', ...issueKey(row)),
        remoteId: row.id,
        fetchedAt: at,
        raw: rawOf(row),
        externalId: row.userReferenceId,
        createdAt: moment(row.created),
        updatedAt: moment(row.modified),
        number: row.id,
        title: row.name,
        description: row.description,
        category: row.category,
        categoryGroup: null,
        status: (row.status === null ? undefined : statuses(row.status)) ?? 'UNKNOWN',
        providerStatus: row.status,
        statusText: null,
        priority: row.urgent === null ? 'UNKNOWN' : row.urgent ? 'URGENT' : 'NORMAL',
        url: null,
        // An issue names its property through the unit alone; where it does not, the unit's own record does.
        building: unit?.property ? toBuildingPart(unit.property, at) : unit === null ? null : undefined,
        unit: unit && toUnitOfIssue(unit, at),
        // An id without a role: the user is looked for, and the name compared.
        reporter:
          row.reporterId === null || row.reporterName === null
            ? null
            : lookUpRef(source, row.reporterId, row.reporterName),
        reporterName: row.reporterName,
        reporterEmail: null,
        reporterTelephone: null,
        // A name without an id.
        assignee: null,
        assigneeName: row.issueManagerName,
        followers: null,
        isSharedWithBuilding: null,
        hasOccupantsInvolved: row.propertyUsersInvolved,
        reportedAt: null,
        closedAt: null,
        responseTimeLeft: row.responseTimeLeft,
        rejectionComment: row.rejectionComment,
        rating: row.overallRating && {
          value: row.overallRating.rating,
          comment: row.overallRating.comment,
          providerType: row.overallRating.type,
          ratedBy: row.overallRating.user,
          ratedAt: moment(row.overallRating.lastRatedDate),
        },
        customFields: null,
      };
    },
  };
}

export type FaciliteeMap = ReturnType<typeof createMap>;

/**
 * A contract's day. It is typed in as a day and written as midnight in UTC ("Update Property Unit details": `01.01.2021`
 * comes back as `2021-01-01T00:00:00.000Z`), which is the evening before in zones west of Greenwich.
 */
export function toContractDay(value: string | null, timeZone: string): string | null {
  return toDay(value?.replace(/T00:00:00(\.0+)?Z$/, '') ?? null, timeZone);
}

/** Looks words up whatever their case: customers type the names of types themselves. */
export function byWord<V>(table: Readonly<Record<string, V>>): (word: string) => V | undefined {
  const values = new Map(Object.entries(table).map(([word, value]) => [word.toLowerCase(), value]));
  return (word) => values.get(word.toLowerCase());
}
