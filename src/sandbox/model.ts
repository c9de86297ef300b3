/**
 * What the sandbox's landlord owns and who lives there: plain, readonly, JSON-shaped data that knows no provider.
 * Each stand-in server projects it to its own vendor's shapes.
 *
 * Every record has a `key` (unique in its list, stable for a seed), which other records name it by, and an `ordinal`
 * (1, 2, 3, ... in its list) for vendors whose ids are integers. A `reference` is the landlord's own number, the one
 * that is the same in every provider.
 */

/** The four systems that the landlord keeps records in. */
export type SystemName = 'pigello' | 'facilitee' | 'homeq' | 'casavi';

/** Country of a building or a person. */
export type Country = 'SE' | 'NL' | 'DE';

/**
 * Marks a record that a stand-in may show damaged, in a way its vendor is known to: the gateway must bear it.
 * - `invalid-date`: a date-time that reads `Invalid Date`
 * - `trailing-comma`: a date-time with a comma inside the text, `2016-08-05T23:30:00Z,`
 * - `null-members`: members that are normally there are null, and arrays hold a null
 * - `unlisted-code`: a status that no document lists
 * - `empty-text`: optional texts are `""` instead of null
 */
export type Oddity = 'invalid-date' | 'trailing-comma' | 'null-members' | 'unlisted-code' | 'empty-text';

/** A postal address; `street` is without the house number. */
export interface PostalAddress {
  readonly street: string;
  readonly houseNumber: string;
  readonly postalCode: string;
  readonly city: string;
  readonly municipality: string | null;
  readonly county: string | null;
  readonly country: Country;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly careOf: string | null;
}

/** An office of the landlord's own organisation. */
export interface Office {
  readonly key: string;
  readonly ordinal: number;
  readonly name: string;
  readonly city: string;
  readonly country: Country;
  /** Null for the root office. */
  readonly parentKey: string | null;
}

/** One real building. */
export interface Building {
  readonly key: string;
  readonly ordinal: number;
  /** `H-1003`; a few hold a slash, a space or an umlaut. */
  readonly reference: string;
  /** The official name; null where only a popular one is in use. */
  readonly name: string | null;
  readonly popularName: string | null;
  /** The systems in which this building has a record. */
  readonly systems: readonly SystemName[];
  readonly country: Country;
  readonly address: PostalAddress;
  /** All entrances, the main one first. */
  readonly entrances: readonly PostalAddress[];
  /** `Apartment building`, `Mixed use`, `Office building`, `Parking facility`. */
  readonly category: string;
  readonly builtYear: number;
  /** Sold or given up: Pigello's `archived`, Facilitee's `isActive: false`. */
  readonly archived: boolean;
  /** Units are owned one by one (German WEG): each has a tenancy of kind `ownership`. */
  readonly condominium: boolean;
  readonly description: string | null;
  readonly note: string | null;
  readonly officeKey: string;
  /** A person with the role `manager`. */
  readonly managerKey: string;
  /** A person with the role `service-provider`. */
  readonly caretakerKey: string;
  /** Others who look after it; only casavi names more than the two. */
  readonly helperKeys?: readonly string[];
  readonly createdAt: string;
}

export type UnitKind = 'apartment' | 'commercial' | 'parking' | 'storage' | 'common';

/** Amenities of an apartment, as neutral words. */
export type Amenity =
  | 'balcony'
  | 'bathtub'
  | 'dishwasher'
  | 'dryer'
  | 'elevator'
  | 'electricity-included'
  | 'heating-included'
  | 'internet-included'
  | 'kitchen-fan'
  | 'laundry-room'
  | 'pantry'
  | 'patio'
  | 'security-door'
  | 'shower'
  | 'tv-included'
  | 'washing-machine'
  | 'water-included';

/** Anything in a building that can be let, used or owned. */
export interface Unit {
  readonly key: string;
  readonly ordinal: number;
  /** The building's reference and a running number: `H-1003-0012`. */
  readonly reference: string;
  /** Running number within the building, four digits: `0012`. */
  readonly number: string;
  /** Lantmäteriet's apartment number (`1101` = one stair up, first door); apartments in Sweden only. */
  readonly nationalNumber: string | null;
  /** The landlord's older number for the same unit. */
  readonly legacyNumber: string | null;
  readonly buildingKey: string;
  readonly kind: UnitKind;
  readonly name: string | null;
  readonly address: PostalAddress;
  /** 0 = ground floor, negative = below it. */
  readonly floor: number;
  /** The floor as written on the door: `2 tr`, `EG`, `3e verdieping`. */
  readonly floorLabel: string;
  /** Half rooms occur; null for anything but apartments. */
  readonly rooms: number | null;
  /** Square metres. */
  readonly area: number | null;
  /** Per month, in the country's currency. */
  readonly rent: number | null;
  readonly amenities: readonly Amenity[];
  readonly renovatedOn: string | null;
  /** Thousandths of a condominium. */
  readonly votingShare: number | null;
  readonly description: string | null;
  readonly note: string | null;
  /** A person with the role `owner`. */
  readonly ownerKey: string;
  readonly managerKey: string;
  readonly issueManagerKey: string;
  readonly archived: boolean;
  readonly createdAt: string;
  readonly oddity: Oddity | null;
}

export type PersonRole =
  'tenant' | 'sub-tenant' | 'owner' | 'manager' | 'service-provider' | 'staff' | 'contact' | 'former-tenant';

/** A company that an owner has invoices sent to. */
export interface OwnerCompany {
  readonly ordinal: number;
  readonly name: string;
  readonly invoiceEmail: string;
  readonly maxMandateAmount: number;
  readonly attentionTo: string;
}

/** What is known of a person as an owner. */
export interface OwnerProfile {
  readonly authorizedAmount: number;
  readonly invoiceEmail: string | null;
  readonly companies: readonly OwnerCompany[];
}

/** What is known of a person as one of the landlord's employees. */
export interface Employment {
  readonly username: string;
  readonly officeKey: string;
  /** `Property manager`, `Letting agent`, `Caretaker`, `Administrator`, `Accountant`. */
  readonly title: string;
  /** Rights in the system: `Administrator`, `Editor`, `Reader`. */
  readonly rights: string;
  readonly joinedOn: string;
  /** An account for programs, not a human. */
  readonly apiUser: boolean;
}

/** A human being or a company. */
export interface Person {
  readonly key: string;
  readonly ordinal: number;
  /** The landlord's number: `C-31076` (customers and suppliers), `M-0007` (own staff). */
  readonly reference: string;
  readonly kind: 'person' | 'company';
  readonly roles: readonly PersonRole[];
  /** The systems in which this person has a record. */
  readonly systems: readonly SystemName[];
  readonly country: Country;
  readonly title: string | null;
  readonly salutation: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyName: string | null;
  readonly companyRole: string | null;
  readonly email: string | null;
  /** International form without spaces: `+46701740612`. */
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly website: string | null;
  readonly address: PostalAddress | null;
  readonly birthDate: string | null;
  /** Swedish personal identity number, 12 digits with a valid check digit, from the range set aside for tests. */
  readonly nationalId: string | null;
  readonly note: string | null;
  readonly account: 'uninvited' | 'invited' | 'active';
  readonly preferredContact: 'letter' | 'online' | 'email';
  readonly createdAt: string;
  /** No longer a customer: casavi does not know such a contact any more, and its contracts vanish (its changelog, 1.5.1). */
  readonly archived: boolean;
  /** Personal data has been wiped on request. */
  readonly anonymized: boolean;
  readonly owner: OwnerProfile | null;
  readonly employment: Employment | null;
  /** Trades of a service provider. */
  readonly trades: readonly Trade[];
  /** Average and number of ratings, for managers and service providers. */
  readonly rating: { readonly average: number; readonly count: number } | null;
  readonly oddity: Oddity | null;
}

/**
 * How a tenancy stands on any day from 2026 to 2030: dates keep wide margins, so that no calendar day changes a state.
 * - `active`: began before 2026, open-ended or fixed until 2031 or later
 * - `notice-given`: active, cancelled, ends in 2031 or later
 * - `ended`: ended before 2025
 * - `upcoming`: signed, begins in 2031 or later
 * - `unsigned`: begins in 2031 or later, not signed yet
 * - `undated`: no dates are on file
 */
export type TenancyState = 'active' | 'notice-given' | 'ended' | 'upcoming' | 'unsigned' | 'undated';

/** Who may use a unit, and from when to when. */
export interface Tenancy {
  readonly key: string;
  readonly ordinal: number;
  /** Contract number: `A-0024`. */
  readonly reference: string;
  readonly unitKey: string;
  readonly buildingKey: string;
  /** `untyped`: nobody said whether it is a rental or an ownership. */
  readonly kind: 'rental' | 'ownership' | 'untyped';
  readonly state: TenancyState;
  /** One or two persons, the main contact first. */
  readonly personKeys: readonly string[];
  readonly startDate: string | null;
  /** End of a fixed term. */
  readonly fixedUntil: string | null;
  /** The last day, once it is certain: after a notice, or when it is over. */
  readonly endDate: string | null;
  readonly signedOn: string | null;
  /** When an unsigned one is to be signed. */
  readonly signingPlannedOn: string | null;
  readonly cancelledOn: string | null;
  readonly rent: number | null;
  /** Let through the marketplace (HomeQ), which therefore holds an agreement. */
  readonly letOnline: boolean;
  readonly createdAt: string;
  readonly archived: boolean;
  readonly oddity: Oddity | null;
}

/** A sub-tenant (household member, guarantor, payer) of a tenant. */
export interface SubTenancy {
  readonly key: string;
  readonly ordinal: number;
  readonly tenantKey: string;
  readonly subTenantKey: string;
  readonly kind: 'household' | 'guarantor' | 'payer' | 'other';
  readonly active: boolean;
  readonly createdAt: string;
}

export type Trade =
  | 'plumbing'
  | 'heating'
  | 'electrical'
  | 'elevator'
  | 'locks'
  | 'windows'
  | 'appliances'
  | 'pests'
  | 'cleaning'
  | 'noise'
  | 'garden'
  | 'internet'
  | 'damp'
  | 'waste';

/** How far an issue has come; each stand-in picks its vendor's word. `unlisted` = a status no document lists. */
export type IssueState =
  | 'scheduled'
  | 'open'
  | 'waiting'
  | 'on-hold'
  | 'quotation'
  | 'assigned'
  | 'in-progress'
  | 'resolved'
  | 'closed'
  | 'rejected'
  | 'unlisted';

/** Something reported broken, missing or annoying. It lives in the one system where it was reported. */
export interface Issue {
  readonly key: string;
  readonly ordinal: number;
  /** `AP-0232`; every 13th holds a slash: `AP-2023/0232`. */
  readonly reference: string;
  readonly reportedIn: SystemName;
  readonly title: string;
  readonly description: string | null;
  readonly trade: Trade;
  readonly state: IssueState;
  /** The landlord's own word for the state, where somebody typed one. */
  readonly stateText: string | null;
  readonly urgent: boolean;
  /** Null for a few that concern no building. */
  readonly buildingKey: string | null;
  /** Null when it concerns the whole building. */
  readonly unitKey: string | null;
  readonly reporterKey: string | null;
  /** Who typed it in, when that was another tenant than the reporter. */
  readonly enteredByKey: string | null;
  /** Tenants who follow it. */
  readonly followerKeys: readonly string[];
  /** A manager or other member of the staff. */
  readonly assigneeKey: string | null;
  readonly serviceProviderKey: string | null;
  readonly reportedAt: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly closedAt: string | null;
  readonly responseHoursLeft: number | null;
  readonly rejectionComment: string | null;
  readonly rating: {
    readonly stars: number;
    readonly comment: string | null;
    readonly ratedAt: string;
  } | null;
  readonly oddity: Oddity | null;
}

/** A message in an issue's conversation. */
export interface Comment {
  readonly key: string;
  readonly ordinal: number;
  readonly issueKey: string;
  readonly authorKey: string | null;
  readonly authorName: string;
  readonly text: string;
  /** Not shown to tenants. */
  readonly internal: boolean;
  readonly createdAt: string;
}

/** A work order within an issue. */
export interface Task {
  readonly key: string;
  readonly ordinal: number;
  /** `T-000987` */
  readonly reference: string;
  readonly issueKey: string;
  readonly title: string;
  readonly description: string | null;
  readonly state: 'open' | 'accepted' | 'completed' | 'declined';
  readonly assigneeKey: string | null;
  readonly createdByKey: string | null;
  readonly createdAt: string;
  readonly acceptedAt: string | null;
  readonly declinedAt: string | null;
  readonly completedAt: string | null;
  readonly oddity: Oddity | null;
}

/** A planned or held inspection of an apartment. */
export interface Inspection {
  readonly key: string;
  readonly ordinal: number;
  readonly unitKey: string;
  readonly title: string;
  readonly state: 'open' | 'in-progress' | 'waiting' | 'done' | 'closed' | 'rejected';
  readonly requestedAt: string;
  readonly plannedAt: string | null;
  readonly doneAt: string | null;
  readonly faults: readonly InspectionFault[];
}

/** Something found at an inspection. */
export interface InspectionFault {
  readonly key: string;
  readonly ordinal: number;
  readonly title: string;
  readonly description: string | null;
  readonly fixed: boolean;
  readonly createdAt: string;
}

export type FileKind =
  | 'contract-scan' // signed on paper and scanned
  | 'contract-appendix'
  | 'contract-digital' // signed (or to be signed) electronically: a ZIP of the PDF and its proof
  | 'unit'
  | 'service-provider'
  | 'issue-photo'
  | 'issue-document'
  | 'comment';

/** A stored file. Its bytes are made on demand by `fileBody`. */
export interface FileRecord {
  readonly key: string;
  readonly ordinal: number;
  readonly kind: FileKind;
  /** The list that `ownerKey` is a key of. */
  readonly ownerType: 'tenancy' | 'unit' | 'person' | 'issue' | 'comment';
  readonly ownerKey: string;
  readonly name: string;
  readonly contentType: 'application/pdf' | 'application/zip' | 'image/png';
  readonly createdAt: string;
  /** For `contract-digital`: null until everybody has signed. */
  readonly signedAt: string | null;
  readonly oddity: Oddity | null;
}

/** Everything the sandbox knows. */
export interface Portfolio {
  readonly seed: number;
  /** The day the portfolio was drawn up; nothing that happened lies after it. */
  readonly asOf: string;
  readonly company: { readonly name: string; readonly organisationNumber: string; readonly domain: string };
  readonly offices: readonly Office[];
  readonly buildings: readonly Building[];
  readonly units: readonly Unit[];
  readonly persons: readonly Person[];
  readonly tenancies: readonly Tenancy[];
  readonly subTenancies: readonly SubTenancy[];
  readonly issues: readonly Issue[];
  readonly comments: readonly Comment[];
  readonly tasks: readonly Task[];
  readonly inspections: readonly Inspection[];
  readonly files: readonly FileRecord[];
}
