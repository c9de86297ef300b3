import type {
  Address,
  Building,
  Document,
  Issue,
  IssueStatus,
  Lease,
  NodeType,
  Person,
  Ref,
  RefType,
  Unit,
} from '../../src/domain/index.js';
import { leaseStatusOn } from '../../src/domain/lease-status.js';
import { toCountryCode, toCountryName } from '../../src/wire/country.js';
import { rawOf } from '../../src/wire/raw.js';
import { todayIn, toDateTime, toDay } from '../../src/wire/time.js';
import { joinWords, toCustomFields, toEmail, toUrl } from '../../src/wire/values.js';
import type { Received } from './pages.js';
import { apartmentContract, type Entity } from './paths.js';

/** What of the source's settings the meaning of a record depends on. */
export interface Meaning {
  readonly source: string;
  readonly timeZone: string;
  readonly statusCodes: Readonly<Record<string, IssueStatus>>;
}

/** Kinds of documents, by the list that holds them: the first part of a document's key. */
export type DocumentList = Extract<
  Entity,
  'signedcontractdocument' | 'signabledocument' | 'generalerrandfile'
>;

export function createMap(meaning: Meaning) {
  const { source, timeZone } = meaning;
  // A map, since a plain object has members of its own that no provider's code may meet.
  const statusOf = new Map(Object.entries(meaning.statusCodes));

  const ref = <T extends RefType>(type: T, ...key: string[]): Ref<T> => ({ type, source, key });
  const refTo = <T extends RefType>(type: T, relation: { id: string } | null): Ref<T> | null =>
    relation === null ? null : ref(type, relation.id);
  const leaseRef = (id: string): Ref<'Lease'> => ref('Lease', apartmentContract, id);
  const moment = (value: string | null): string | null => toDateTime(value, timeZone);
  const day = (value: string | null): string | null => toDay(value, timeZone);

  const common = <T extends NodeType>(
    own: Ref<T>,
    {
      row,
      at,
    }: {
      readonly row: { id: string; created_at: string | null };
      readonly at: Date;
    },
  ) => ({
    ref: own,
    remoteId: row.id,
    fetchedAt: at,
    raw: rawOf(row),
    createdAt: moment(row.created_at),
    updatedAt: null,
  });

  return {
    toBuilding(received: Received<'building'>): Building {
      const { row } = received;
      return {
        externalId: row.custom_id,
        name: row.name ?? row.popular_name,
        kind: 'BUILDING',
        buildingType: null,
        number: null,
        url: null,
        isActive: row.archived === null ? null : !row.archived,
        address: refTo('Address', row.address),
        addresses: null,
        description: null,
        unitCount: null,
        commonAmenities: null,
        images: null,
        ownerName: null,
        bankAccounts: null,
        office: null,
        company: row.organization === null ? null : { remoteId: row.organization.id, name: null },
        responsibilities: null,
        meteringCompany: null,
        customFields: toCustomFields(row.customer_columns),
        tags: row.tags,
        ...common(ref('Building', row.id), received),
      };
    },

    toAddress({ row }: Received<'address'>): Address {
      return {
        line1: joinWords(row.street, row.street_number),
        street: row.street,
        houseNumber: row.street_number,
        postalCode: row.postal_code,
        city: row.city,
        municipality: null,
        county: null,
        country: toCountryCode(row.country),
        countryName: toCountryName(row.country),
        unitNumber: null,
        careOf: row.care_of,
        latitude: row.latitude,
        longitude: row.longitude,
        googlePlaceId: null,
      };
    },

    toUnit(received: Received<'apartment'>): Unit {
      const { row } = received;
      return {
        externalId: row.custom_id ?? row.landlord_custom_id,
        name: row.popular_name,
        number: row.apartment_id,
        // `apartment_id` is the land survey's four digits, not a key (wire facts, apartment).
        nationalUnitNumber: row.apartment_id,
        kind: 'APARTMENT',
        unitType: row.category,
        url: null,
        isActive: row.archived === null ? null : !row.archived,
        building: refTo('Building', row.building),
        address: refTo('Address', row.address),
        // A list, since a maisonette has two floors: the lowest is where one enters.
        floor: row.floors.length === 0 ? null : Math.min(...row.floors),
        floorLabel: null,
        rooms: toRooms(row.category),
        area: row.usable_area === null ? null : { value: row.usable_area, unit: 'SQUARE_METRE' },
        rent: null,
        description: null,
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
        images: null,
        meteringCompany: null,
        customFields: null,
        ...common(ref('Unit', row.id), received),
      };
    },

    toPerson(received: Received<'tenant'>): Person {
      const { row } = received;
      const name = joinWords(row.first_name, row.last_name);
      const activeTo = day(row.active_to);
      return {
        externalId: row.custom_id,
        kind: name !== null ? 'PERSON' : row.corporate_name !== null ? 'COMPANY' : 'UNKNOWN',
        roles: ['TENANT'],
        derivation: 'NATIVE',
        nationalId: row.ssn?.number ?? null,
        birthDate: day(row.birth_date),
        identityNumber: row.ssn?.identity ?? null,
        displayName: name ?? row.corporate_name,
        firstName: row.first_name,
        lastName: row.last_name,
        title: null,
        salutation: null,
        companyName: row.corporate_name,
        companyRole: null,
        email: toEmail(row.email),
        phones:
          row.phone_number === null
            ? []
            : [{ kind: 'UNKNOWN', number: row.phone_number, countryCallingCode: null }],
        website: null,
        address: refTo('Address', row.current_registered_address),
        url: null,
        isActive: activeTo === null ? null : activeTo >= todayIn(timeZone),
        note: null,
        accountStatus: 'UNKNOWN',
        providerAccountStatus: null,
        preferredContactChannel: 'UNKNOWN',
        providerPreferredContactChannel: null,
        rating: null,
        authorizedAmount: null,
        invoiceDetails:
          row.invoice_email === null
            ? null
            : { company: null, attentionTo: null, email: toEmail(row.invoice_email), address: null },
        unitCount: null,
        activeIssueCount: null,
        staffRole: null,
        office: null,
        customFields: null,
        tags: null,
        ...common(ref('Person', row.id), received),
      };
    },

    toLease(received: Received<'apartmentcontract'>): Lease {
      const { row } = received;
      const startDate = day(row.start_date);
      const endDate = day(row.end_date) ?? day(row.initial_end_date);
      const signedDate = day(row.signed_time);
      const cancelledDate = day(row.cancellation_time);
      return {
        externalId: row.custom_id,
        number: row.id_number,
        kind: 'RESIDENTIAL',
        providerKind: apartmentContract,
        derivation: 'NATIVE',
        status: leaseStatusOn(todayIn(timeZone), {
          start: startDate,
          end: endDate,
          signed: signedDate !== null,
          cancelled: cancelledDate !== null,
        }),
        isArchived: row.archived,
        startDate,
        endDate,
        signedDate,
        cancelledDate,
        isMainContact: null,
        unit: refTo('Unit', row.apartment),
        building: undefined,
        tenants: row.tenants.map(({ id }) => ref('Person', id)),
        ...common(leaseRef(row.id), received),
      };
    },

    toIssue(received: Received<'generalerrand'>): Issue {
      const { row } = received;
      return {
        externalId: row.custom_id,
        number: row.id_number,
        title: row.title,
        description: row.description,
        category: row.errand_type?.name ?? null,
        categoryGroup: null,
        status: statusOf.get(row.status ?? '') ?? 'UNKNOWN',
        providerStatus: row.status,
        statusText: null,
        priority: 'UNKNOWN',
        url: null,
        // An errand may name its apartment alone; the apartment then knows the building.
        building: refTo('Building', row.building) ?? undefined,
        unit: refTo('Unit', row.apartment),
        reporter: refTo('Person', row.reporter_tenant ?? row.creator_tenant),
        reporterName: null,
        reporterEmail: null,
        reporterTelephone: null,
        assignee: null,
        assigneeName: null,
        followers: row.tenant_reviewers.map(({ id }) => ref('Person', id)),
        isSharedWithBuilding: null,
        hasOccupantsInvolved: null,
        reportedAt: null,
        closedAt: moment(row.closed_at),
        responseTimeLeft: null,
        rejectionComment: null,
        rating: null,
        customFields: null,
        ...common(ref('Issue', row.id), received),
      };
    },

    toSignedDocument(received: Received<'signedcontractdocument'>): Document {
      const { row } = received;
      return {
        externalId: row.custom_id,
        title: row.document_file?.name ?? null,
        fileName: row.document_file?.name ?? null,
        kind: 'LEASE_CONTRACT',
        providerKind: row.category,
        url: toUrl(row.document_file?.get ?? null),
        publishedAt: moment(row.created_at),
        subject: row.object_id === null ? null : leaseRef(row.object_id),
        ...documentBase('signedcontractdocument', row.object_id, received),
      };
    },

    toSignableDocument(received: Received<'signabledocument'>): Document {
      const { row } = received;
      return {
        externalId: row.custom_id,
        title: row.name ?? row.document_file?.name ?? null,
        fileName: row.document_file?.name ?? null,
        // "Document payloads are often ZIPs" of the PDF and its metadata (docs/pigello-my-pages.txt, step 4).
        kind: 'SIGNED_CONTRACT_BUNDLE',
        providerKind: row.category,
        url: toUrl(row.document_file?.get ?? null),
        publishedAt: moment(row.signed_time) ?? moment(row.created_at),
        subject: row.object_id === null ? null : leaseRef(row.object_id),
        ...documentBase('signabledocument', row.object_id, received),
      };
    },

    toErrandFile(received: Received<'generalerrandfile'>): Document {
      const { row } = received;
      return {
        externalId: null,
        title: row.file?.name ?? null,
        fileName: row.file?.name ?? null,
        kind: 'ISSUE_ATTACHMENT',
        providerKind: null,
        url: toUrl(row.file?.get ?? null),
        publishedAt: moment(row.created_at),
        subject: refTo('Issue', row.errand),
        ...documentBase('generalerrandfile', row.errand?.id ?? null, received),
      };
    },
  };

  function documentBase(
    list: DocumentList,
    parent: string | null,
    { row, at }: { readonly row: { id: string; created_at: string | null }; readonly at: Date },
  ) {
    const own = ref('Document', list, parent ?? noParent, row.id);
    return {
      ref: own,
      remoteId: own.key.join(':'),
      fetchedAt: at,
      raw: rawOf(row),
      createdAt: moment(row.created_at),
      updatedAt: null,
      derivation: 'NATIVE' as const,
      mimeType: null,
      sizeBytes: null,
      downloadCount: null,
      firstDownloadedAt: null,
      storageProvider: null,
      sharedWith: null,
    };
  }
}

export type PigelloMap = ReturnType<typeof createMap>;

/** Stands in a document's key where the provider names no parent. */
export const noParent = '-';

/** Rooms out of a category such as `PX_2_ROK` (two rooms and kitchen) or `PX_1_5_RO` (one and a half). */
export function toRooms(category: string | null): number | null {
  const match = /_(\d+)(?:_(\d+))?_R/.exec(category ?? '');
  return match === null ? null : Number(match[2] === undefined ? match[1] : `${match[1]}.${match[2]}`);
}
