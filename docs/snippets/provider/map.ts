import type { Address, Building, Link, Ref, Unit } from '../../../src/domain/index.js';
import { rawOf } from '../../../src/wire/raw.js';
import type { Received } from './pages.js';
import type { Flat, House } from './wire.js';

/** What Lodger's records mean. What it does not say is null, and nothing is guessed. */
export function createMap(source: string) {
  const buildingRef = (id: string): Ref<'Building'> => ({ type: 'Building', source, key: [id] });

  return {
    toBuilding: ({ row, at }: Received<House>): Building => ({
      ...untold,
      ref: buildingRef(row.id),
      remoteId: row.id,
      fetchedAt: at,
      raw: rawOf(row),
      externalId: row.reference,
      name: row.title,
      kind: 'BUILDING',
      buildingType: null,
      isActive: null,
      address: toAddress(row),
      addresses: null,
      unitCount: null,
      commonAmenities: null,
      bankAccounts: null,
      office: null,
      company: null,
      responsibilities: null,
      tags: null,
      ownerName: null,
    }),

    toUnit: ({ row, at }: Received<Flat>, building: Link<'Building'> | null): Unit => ({
      ...untold,
      ref: { type: 'Unit', source, key: [row.id] },
      remoteId: row.id,
      fetchedAt: at,
      raw: rawOf(row),
      externalId: row.reference,
      name: null,
      number: row.no,
      nationalUnitNumber: null,
      kind: 'UNKNOWN',
      unitType: null,
      isActive: null,
      building: building ?? (row.houseId === null ? null : buildingRef(row.houseId)),
      address: null,
      floor: row.level,
      floorLabel: null,
      rooms: null,
      area: row.sqm === null ? null : { value: row.sqm, unit: 'SQUARE_METRE' },
      rent: null,
      isCommonSpace: null,
      votingShare: null,
      amenities: null,
      renovatedOn: null,
      occupancy: 'UNKNOWN',
      ownerName: null,
      ownerCompanyName: null,
      managerName: null,
      defaultIssueManagerName: null,
      owner: null,
      manager: null,
      defaultIssueManager: null,
      canCreateListing: null,
    }),
  };
}

/** What neither houses nor flats have. */
const untold = {
  createdAt: null,
  updatedAt: null,
  number: null,
  url: null,
  description: null,
  images: null,
  meteringCompany: null,
  customFields: null,
} as const;

function toAddress({ place }: House): Address | null {
  if (place === null) return null;
  return {
    line1: place.street,
    street: null,
    houseNumber: null,
    postalCode: place.zip,
    city: place.town,
    municipality: null,
    county: null,
    country: null,
    countryName: null,
    unitNumber: null,
    careOf: null,
    latitude: null,
    longitude: null,
    googlePlaceId: null,
  };
}
