import {
  isRef,
  type Address,
  type Building,
  type Lease,
  type LeaseKind,
  type Link,
  type Ref,
  type Responsibility,
  type ResponsibilityRoleType,
  type Unit,
  type UnitKind,
} from '../../../src/domain/index.js';
import { leaseStatusOn } from '../../../src/domain/lease-status.js';
import { rawOf } from '../../../src/wire/raw.js';
import { todayIn } from '../../../src/wire/time.js';
import { toCustomFields, toEmail, toUrl } from '../../../src/wire/values.js';
import { contactKey, lookUpKey } from '../keys.js';
import type { Received } from '../pages.js';
import type { RowOf } from '../wire.js';
import { housesOf, nowhere, toAddress, type Houses } from './address.js';
import { ownMember, type MapContext } from './context.js';

/** Properties, units, and the contracts that stand in units. */
export function createStructureMap({ ref, common, day, purposes, timeZone }: MapContext) {
  /** The houses of properties in hand, for units that leave their address to them. */
  const houses = new WeakMap<Building, Houses>();

  return {
    propertyRef: (id: string): Ref<'Building'> => ref('Building', id),

    toBuilding(received: Received<'properties' | 'property'>): Building {
      const { row } = received;
      const own = housesOf(row);
      const building: Building = {
        createdAt: null,
        updatedAt: null,
        name: row.name,
        kind: 'COMMUNITY',
        buildingType: null,
        number: row.number,
        url: toUrl(row.appLink),
        isActive: null,
        address: own.all[0] ?? own.place,
        addresses: own.all,
        description: row.note,
        unitCount: null,
        commonAmenities: null,
        images: null,
        ownerName: null,
        bankAccounts: null,
        office: null,
        company: null,
        responsibilities: row.responsibilities.map(toResponsibility),
        meteringCompany:
          row.mscNumber === null && row.mscProviderName === null
            ? null
            : { propertyNumber: row.mscNumber, unitNumber: null, providerName: row.mscProviderName },
        customFields: toCustomFields(row.customFields),
        tags: null,
        ...common(ref('Building', row.id), received),
      };
      houses.set(building, own);
      return building;
    },

    /** Where a unit is whose own address is empty: the house of its property that names it. */
    toHouse: (row: RowOf<'property'>, unitId: string): Address | null => housesOf(row).of(unitId),

    /** A unit of a property. `complete`: the answer has ended contracts, too; "Get unit by id" has running ones only. */
    toUnit(received: Received<'units' | 'unit'>, building: Link<'Building'>, complete: boolean): Unit {
      const { row } = received;
      const property = propertyOf(building);
      const terms = row.contracts.map(termOf);
      const leases: Lease[] = [];
      const unit: Unit = {
        createdAt: null,
        updatedAt: null,
        name: row.name,
        number: row.number,
        nationalUnitNumber: null,
        kind: kindOf(row.purpose),
        unitType: row.purpose,
        url: toUrl(row.appLink),
        isActive: null,
        building,
        address: addressOf(row, building),
        floor: null,
        floorLabel: row.floor,
        rooms: row.rooms,
        area: row.area === null ? null : { value: row.area, unit: 'SQUARE_METRE' },
        rent: null,
        description: row.note,
        isCommonSpace: null,
        votingShare: row.votingShare,
        amenities: null,
        renovatedOn: null,
        // An owner may use the unit or not; and no contract proves a vacancy, since those of archived contacts vanish.
        occupancy: terms.some((term) => term.status === 'ACTIVE' && !isOwnership(term.type))
          ? 'OCCUPIED'
          : 'UNKNOWN',
        ownerName: null,
        ownerCompanyName: null,
        managerName: null,
        defaultIssueManagerName: null,
        owner: null,
        manager: null,
        defaultIssueManager: null,
        canCreateListing: null,
        images: null,
        meteringCompany:
          row.mscNumber === null && row.propertyMscNumber === null
            ? null
            : { propertyNumber: row.propertyMscNumber, unitNumber: row.mscNumber, providerName: null },
        customFields: toCustomFields(row.customFields),
        leases: complete ? leases : undefined,
        ...common(ref('Unit', property, row.id), received),
      };
      leases.push(...terms.map((term) => toLease(term, unit, received.at)));
      return unit;
    },
  };

  function kindOf(purpose: string | null): UnitKind {
    return purpose === null ? 'UNKNOWN' : (ownMember(purposes, purpose) ?? 'OTHER');
  }

  /** A unit's own line, else the house that its property places it in: at hand, or to be asked for. */
  function addressOf(row: RowOf<'unit'>, building: Link<'Building'>): Link<'Address'> | null {
    if (row.address !== null) return toAddress(row.address, nowhere);
    if (isRef(building)) return ref('Address', propertyOf(building), row.id);
    const known = houses.get(building);
    return known === undefined ? ref('Address', building.remoteId, row.id) : known.of(row.id);
  }

  /** A contract with its days, and what they prove today. */
  function termOf(contract: RowOf<'unit'>['contracts'][number]) {
    const [start, end] = [day(contract.startAt), day(contract.endAt)];
    return {
      ...contract,
      raw: rawOf(contract),
      start,
      end,
      status: leaseStatusOn(todayIn(timeZone), { start, end }),
    };
  }

  function toLease(contract: ReturnType<typeof termOf>, unit: Unit, at: Date): Lease {
    const key = [...unit.ref.key, contract.id];
    return {
      ref: ref('Lease', ...key),
      remoteId: key.join(':'),
      fetchedAt: at,
      raw: contract.raw,
      externalId: contract.id,
      createdAt: null,
      updatedAt: null,
      number: contract.id,
      kind: leaseKindOf(contract.type, unit.kind ?? 'UNKNOWN'),
      providerKind: contract.type,
      derivation: 'EMBEDDED',
      status: contract.status,
      isArchived: null,
      startDate: contract.start,
      endDate: contract.end,
      signedDate: null,
      cancelledDate: null,
      isMainContact: null,
      unit,
      building: unit.building,
      tenants: contract.contactIds.map((id) => ref('Person', ...contactKey(id))),
    };
  }

  function toResponsibility(row: RowOf<'property'>['responsibilities'][number]): Responsibility {
    const isInternal = row.roleType === 'internal';
    return {
      contactName: row.contactName,
      roleName: row.roleName,
      roleType: ownMember(roleTypes, row.roleType ?? '') ?? 'UNKNOWN',
      providerRoleType: row.roleType,
      email: toEmail(row.email),
      telephone: row.telephone,
      // `contactId` may be the id of one of the staff, above all where the role is an internal one.
      contact:
        row.contactId === null
          ? null
          : ref('Person', ...lookUpKey(isInternal ? 'staff' : 'contact', row.contactId)),
    };
  }
}

export const roleTypes: Readonly<Record<string, ResponsibilityRoleType>> = {
  internal: 'INTERNAL',
  external: 'EXTERNAL',
};

/** The property behind a link. */
export function propertyOf(building: Link<'Building'>): string {
  return (isRef(building) ? building : building.ref).key[0] ?? '';
}

/** The words for a contract's type are assumed: RENTER and OWNER. */
function isOwnership(type: string | null): boolean {
  return type === 'OWNER' || type === 'OWNERSHIP';
}

function leaseKindOf(type: string | null, unit: UnitKind): LeaseKind {
  if (isOwnership(type)) return 'OWNERSHIP';
  if (type !== 'RENTER') return 'OTHER';
  switch (unit) {
    case 'APARTMENT':
      return 'RESIDENTIAL';
    case 'COMMERCIAL':
    case 'PARKING':
    case 'OUTDOOR':
    case 'UNKNOWN':
      return unit;
    default:
      return 'OTHER';
  }
}
