import type {
  Address,
  BankAccount,
  Building,
  Document,
  Image,
  Lease,
  NodeType,
  Person,
  Ref,
  Unit,
} from '../../src/domain/index.js';
import { rawOf } from '../../src/wire/raw.js';
import { todayIn, toDateTime, toDay } from '../../src/wire/time.js';
import { joinWords, toEmail, toMoney, toUrl } from '../../src/wire/values.js';
import { toAmenities, toCommonAmenities } from './amenities.js';
import type { DocumentKindKey, PersonRoleKey } from './keys.js';
import type { Received } from './pages.js';
import type {
  Agreement,
  ApartmentDetail,
  ApartmentEntry,
  Employee,
  EmployeeDetail,
  Estate,
  EstateDetail,
  EstateEntry,
} from './wire.js';

/** What of the source's settings the meaning of a record depends on. */
export interface Meaning {
  readonly source: string;
  readonly currency: string;
  readonly timeZone: string;
}

/** What a record was read from, and when that arrived. */
interface Origin {
  readonly raw: object | null;
  readonly at: Date;
}

/** What entries of the inventory and the apartment's own answer both say of an apartment, under names of their own. */
interface ApartmentFacts {
  readonly lgh: string | null;
  readonly area: number | null;
  readonly floor: number | null;
  readonly rooms: number | null;
  readonly rent: number | null;
  readonly address: Address | null;
}

export function createMap({ source, currency, timeZone }: Meaning) {
  const ref = <T extends NodeType>(type: T, ...key: string[]): Ref<T> => ({ type, source, key });

  const common = <T extends NodeType>(own: Ref<T>, remoteId: string, { raw, at }: Origin) => ({
    ref: own,
    remoteId,
    fetchedAt: at,
    raw,
    // `indexed_at` of the inventory is the time of indexing, not of a change.
    updatedAt: null,
  });

  const buildingBase = (id: string, origin: Origin) => ({
    createdAt: null,
    kind: 'ESTATE' as const,
    buildingType: null,
    number: null,
    url: null,
    isActive: null,
    addresses: null,
    responsibilities: null,
    meteringCompany: null,
    customFields: null,
    tags: null,
    ...common(ref('Building', id), id, origin),
  });

  const building = (estate: Estate, origin: Origin): Building => ({
    externalId: estate.external_id,
    name: estate.name,
    address: cityAlone(estate.city),
    unitCount: estate.number_of_apartments,
    images: toImages(estate.images),
    office: estate.office && { remoteId: estate.office.id, name: estate.office.name },
    company: estate.company && { remoteId: estate.company.id, name: estate.company.name },
    // Only the estate's own answer has these.
    description: undefined,
    commonAmenities: undefined,
    ownerName: undefined,
    bankAccounts: undefined,
    ...buildingBase(estate.id, origin),
  });

  const unitBase = (id: string, origin: Origin, facts: ApartmentFacts) => ({
    createdAt: null,
    name: null,
    number: facts.lgh,
    nationalUnitNumber: facts.lgh,
    // "Apartments are created belonging to an Estate": there is no other kind of unit.
    kind: 'APARTMENT' as const,
    unitType: null,
    url: null,
    isActive: null,
    address: facts.address,
    floor: facts.floor,
    floorLabel: null,
    rooms: facts.rooms,
    area: facts.area === null ? null : { value: facts.area, unit: 'SQUARE_METRE' as const },
    rent: toMoney(facts.rent, currency),
    isCommonSpace: null,
    votingShare: null,
    // `has_rentals` and `has_ad` speak of the marketplace, not of who lives there.
    occupancy: 'UNKNOWN' as const,
    ownerName: null,
    ownerCompanyName: null,
    managerName: null,
    defaultIssueManagerName: null,
    owner: null,
    manager: null,
    defaultIssueManager: null,
    meteringCompany: null,
    customFields: null,
    ...common(ref('Unit', id), id, origin),
  });

  const personBase = (role: PersonRoleKey, id: string, origin: Origin) => ({
    externalId: null,
    title: null,
    salutation: null,
    companyName: null,
    companyRole: null,
    website: null,
    address: null,
    url: null,
    isActive: null,
    note: null,
    birthDate: null,
    preferredContactChannel: 'UNKNOWN' as const,
    providerPreferredContactChannel: null,
    rating: null,
    authorizedAmount: null,
    invoiceDetails: null,
    unitCount: null,
    activeIssueCount: null,
    customFields: null,
    tags: null,
    ...common(ref('Person', role, id), id, origin),
  });

  /** What the list of employees and an employee's own answer both say. */
  const employee = ({ row, at }: Received<Employee | EmployeeDetail>) => ({
    // An API user is an account for programs (docs/homeq.txt, "create an api user").
    kind: row.api_user === true ? ('UNKNOWN' as const) : ('PERSON' as const),
    roles: ['STAFF' as const],
    derivation: 'NATIVE' as const,
    firstName: row.first_name,
    lastName: row.last_name,
    email: toEmail(row.email),
    // Whoever has not joined may or may not have been invited.
    accountStatus: row.joined === true ? ('REGISTERED' as const) : ('UNKNOWN' as const),
    providerAccountStatus: row.joined === null ? null : String(row.joined),
    ...personBase('employee', row.id, { raw: rawOf(row), at }),
  });

  const tenant = ({ row, at }: Received<Agreement>, id: string): Person => {
    const name = joinWords(row.first_name, row.last_name);
    return {
      createdAt: null,
      kind: name === null ? 'UNKNOWN' : 'PERSON',
      roles: ['TENANT'],
      derivation: 'DERIVED_FROM_AGREEMENT',
      nationalId: row.ssn?.number ?? null,
      identityNumber: row.ssn?.identity ?? null,
      displayName: name,
      firstName: row.first_name,
      lastName: row.last_name,
      email: toEmail(row.email),
      phones: null,
      accountStatus: 'UNKNOWN',
      providerAccountStatus: null,
      staffRole: null,
      office: null,
      ...personBase('tenant', id, { raw: rawOf(row), at }),
    };
  };

  const document = (row: Agreement, kind: DocumentKindKey, uri: string | null, lease: Lease): Document[] => {
    if (uri === null) return [];
    const key = [kind, row.apartment_id, row.id] as const;
    return [
      {
        externalId: null,
        createdAt: null,
        title: null,
        fileName: null,
        kind: kind === 'digital-contract' ? 'LEASE_CONTRACT' : 'PROFILE_CARD',
        providerKind: kind === 'digital-contract' ? 'digital_contract' : 'profile_card',
        derivation: 'DERIVED_FROM_AGREEMENT',
        mimeType: null,
        sizeBytes: null,
        url: toUrl(uri),
        publishedAt: null,
        downloadCount: null,
        firstDownloadedAt: null,
        storageProvider: null,
        sharedWith: null,
        // The agreement holds its files, so that a file leads back to it at no cost.
        subject: lease,
        ...common(ref('Document', ...key), key.join(':'), { raw: lease.raw, at: lease.fetchedAt }),
      },
    ];
  };

  return {
    toBuilding: ({ row, at }: Received<EstateEntry>): Building =>
      building(row.estate, { raw: rawOf(row), at }),

    /** The same estate by its own answer, asked for what the inventory leaves out. */
    toBuildingDetail: (id: string, { row, at }: Received<EstateDetail>): Building => ({
      externalId: row.landlord_object_id,
      name: row.name,
      address: cityAlone(row.city),
      unitCount: row.apartment_count,
      // Pictures without captions, an office without its name, no company.
      images: undefined,
      office: undefined,
      company: undefined,
      description: joinParagraphs(row.cover_description, row.area_description),
      commonAmenities: row.common_attributes && toCommonAmenities(row.common_attributes),
      ownerName: row.estate_owner,
      bankAccounts: toBankAccounts(row),
      ...buildingBase(id, { raw: rawOf(row), at }),
    }),

    toUnit({ row, at }: Received<ApartmentEntry>): Unit {
      const { apartment, estate } = row;
      const { address, location } = apartment;
      return {
        externalId: apartment.external_id,
        building: estate && building(estate, { raw: rawOf(estate), at }),
        images: toImages(apartment.images),
        // Only the apartment's own answer has these; the inventory knows of amenities no more than yes or no.
        description: undefined,
        amenities: undefined,
        renovatedOn: undefined,
        canCreateListing: undefined,
        ...unitBase(
          apartment.id,
          { raw: rawOf(row), at },
          {
            ...apartment,
            lgh: address?.lgh ?? null,
            address:
              address === null && location === null
                ? null
                : toAddress({
                    ...(address ?? noAddress),
                    ...inSweden(location?.lat ?? null, location?.lon ?? null),
                  }),
          },
        ),
      };
    },

    /** The same apartment by its own answer, asked for what the inventory leaves out. */
    toUnitDetail: (id: string, { row, at }: Received<ApartmentDetail>): Unit => ({
      externalId: row.landlord_object_id,
      building: row.estate === null ? null : ref('Building', row.estate),
      images: undefined,
      description: row.description,
      amenities: toAmenities(row),
      renovatedOn: toDay(row.renovation_date, timeZone),
      canCreateListing: row.can_create_ad_listing,
      ...unitBase(
        id,
        { raw: rawOf(row), at },
        {
          ...row,
          lgh: row.national_id,
          address: toAddress({ ...row, lgh: row.national_id, ...inSweden(row.latitude, row.longitude) }),
        },
      ),
    }),

    /** An employee as the list has him: without telephone and personal number, and with the name of his office only. */
    toEmployee: ({ row, at }: Received<Employee>): Person => ({
      createdAt: toDateTime(row.date_joined, timeZone),
      nationalId: undefined,
      // Names first, as the employee's own answer has nothing else; the list's `name` is put together of them.
      displayName: joinWords(row.first_name, row.last_name) ?? row.name,
      phones: undefined,
      staffRole: row.right_profile_name,
      office: undefined,
      ...employee({ row, at }),
    }),

    /** The same employee by his own answer: without the day he joined, and without the name that the list puts together. */
    toEmployeeDetail: ({ row, at }: Received<EmployeeDetail>): Person => ({
      createdAt: undefined,
      nationalId: row.personal_number,
      displayName: joinWords(row.first_name, row.last_name) ?? undefined,
      phones:
        row.phone_number === null
          ? []
          : [{ kind: 'UNKNOWN', number: row.phone_number, countryCallingCode: null }],
      staffRole: row.right_profile?.name ?? null,
      office: row.root_office && { remoteId: row.root_office.id, name: row.root_office.name },
      ...employee({ row, at }),
    }),

    /** The person who signed an agreement; `null` where it does not say who. */
    toTenant: ({ row, at }: Received<Agreement>): Person | null =>
      row.user_profile_id === null ? null : tenant({ row, at }, row.user_profile_id),

    /** @param unit the apartment, where it was read on the way to its agreements */
    toLease({ row, at }: Received<Agreement>, unit?: Unit): Lease {
      const signedDate = toDay(row.sign_date, timeZone);
      const documents: Document[] = [];
      const lease: Lease = {
        externalId: null,
        createdAt: null,
        number: null,
        kind: 'RESIDENTIAL',
        providerKind: null,
        derivation: 'DERIVED_FROM_AGREEMENT',
        // An agreement has no term: all that can be told is that a signature is still to come.
        status: signedDate !== null && signedDate > todayIn(timeZone) ? 'UPCOMING' : 'UNKNOWN',
        isArchived: null,
        startDate: null,
        endDate: null,
        signedDate,
        cancelledDate: null,
        isMainContact: null,
        unit: unit ?? ref('Unit', row.apartment_id),
        // The apartment knows.
        building: undefined,
        tenants: row.user_profile_id === null ? [] : [tenant({ row, at }, row.user_profile_id)],
        documents,
        ...common(ref('Lease', row.id, row.apartment_id), `${row.id}:${row.apartment_id}`, {
          raw: rawOf(row),
          at,
        }),
      };
      documents.push(
        ...document(row, 'digital-contract', row.digital_contract, lease),
        ...document(row, 'profile-card', row.profile_card, lease),
      );
      return lease;
    },
  };
}

export type HomeqMap = ReturnType<typeof createMap>;

/**
 * Latitude and longitude, put right: the inventory's own sample has Stockholm at latitude 13.998, longitude 59.342. Sweden
 * lies between 55 and 69.1 north and between 10 and 25 east, so that the two cannot be mistaken for each other.
 */
export function inSweden(
  latitude: number | null,
  longitude: number | null,
): { readonly latitude: number | null; readonly longitude: number | null } {
  const northern = (degrees: number | null): boolean => degrees !== null && degrees >= 55 && degrees <= 69.1;
  return !northern(latitude) && northern(longitude)
    ? { latitude: longitude, longitude: latitude }
    : { latitude, longitude };
}

/** Where the inventory knows the place on the map alone. */
const noAddress = {
  street_name: null,
  street_number: null,
  zip_code: null,
  city: null,
  municipality: null,
  county: null,
  lgh: null,
};

function toAddress(parts: {
  readonly street_name: string | null;
  readonly street_number: string | null;
  readonly zip_code: string | null;
  readonly city: string | null;
  readonly municipality: string | null;
  readonly county: string | null;
  readonly lgh: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}): Address {
  return {
    line1: joinWords(parts.street_name, parts.street_number),
    street: parts.street_name,
    houseNumber: parts.street_number,
    postalCode: parts.zip_code,
    city: parts.city,
    municipality: parts.municipality,
    county: parts.county,
    country: null,
    countryName: null,
    unitNumber: parts.lgh,
    careOf: null,
    latitude: parts.latitude,
    longitude: parts.longitude,
    googlePlaceId: null,
  };
}

/** An estate says no more of where it lies. */
function cityAlone(city: string | null): Address | null {
  return city === null
    ? null
    : toAddress({
        street_name: null,
        street_number: null,
        zip_code: null,
        city,
        municipality: null,
        county: null,
        lgh: null,
        latitude: null,
        longitude: null,
      });
}

function toImages(images: Estate['images']): Image[] {
  return images.map(({ url, caption, position, thumbnail_url }) => ({
    url: toUrl(url),
    caption,
    position,
    thumbnailUrl: toUrl(thumbnail_url),
  }));
}

/** Null where the answer names none: the company's own are the default then ("Update company information"). */
function toBankAccounts({ bankgiro, postgiro }: EstateDetail): readonly BankAccount[] | null {
  const accounts: BankAccount[] = [];
  if (bankgiro !== null) accounts.push({ kind: 'BANKGIRO', number: bankgiro });
  if (postgiro !== null) accounts.push({ kind: 'POSTGIRO', number: postgiro });
  return accounts.length === 0 ? null : accounts;
}

function joinParagraphs(...texts: readonly (string | null)[]): string | null {
  const given = texts.filter((text) => text !== null);
  return given.length === 0 ? null : given.join('\n\n');
}

/** A record with what its own answer leaves out, out of the answer that tells it. */
export function completed<R extends object>(
  record: R,
  detail: R | null | undefined,
  fields: readonly (keyof R)[],
): R {
  if (!detail) return record;
  return { ...record, ...Object.fromEntries(fields.map((field) => [field, detail[field]])) };
}
