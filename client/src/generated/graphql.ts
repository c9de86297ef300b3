/* eslint-disable */
import type { CountryCode } from '../scalars.js';
import type { CurrencyCode } from '../scalars.js';
import type { Day } from '../scalars.js';
import type { DateTime } from '../scalars.js';
import type { Decimal } from '../scalars.js';
import type { EmailAddress } from '../scalars.js';
import type { Url } from '../scalars.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A country as two capital letters, such as `SE` or `DE` (ISO 3166-1 alpha-2). */
  CountryCode: { input: CountryCode; output: CountryCode; }
  /** A currency as three capital letters, such as `SEK` or `EUR` (ISO 4217). */
  CurrencyCode: { input: CurrencyCode; output: CurrencyCode; }
  /**
   * A calendar day without a time, `YYYY-MM-DD` (`full-date` of RFC 3339). A provider that sends a time for a day
   * is read in the time zone of its source.
   */
  Date: { input: Day; output: Day; }
  /**
   * A moment in time with its offset, such as `2025-03-01T09:30:00.000Z` (RFC 3339). A provider time that comes
   * without an offset is read in the time zone of its source. Text that is no time is null.
   */
  DateTime: { input: DateTime; output: DateTime; }
  /**
   * A decimal number as text, such as `"6747"` or `"650.50"`: an optional minus sign, digits, and optionally a
   * point with more digits. Text, so that no amount is rounded on its way.
   */
  Decimal: { input: Decimal; output: Decimal; }
  /** An e-mail address as the provider has it; nobody verified that it receives mail. */
  EmailAddress: { input: EmailAddress; output: EmailAddress; }
  /** Any JSON value, with the members that a provider gave it. */
  JSON: { input: unknown; output: unknown; }
  /** An absolute URL with its scheme. */
  URL: { input: Url; output: Url; }
};

/** Whether a person can log in to the provider's portal. */
export const AccountStatus = {
  /** Has logged in at least once. Facilitee `Active`. */
  ACTIVE: 'ACTIVE',
  /** Invited, has not logged in yet. Facilitee `Invited`. */
  INVITED: 'INVITED',
  /** Has an account. casavi `isRegistered`; HomeQ `joined`. */
  REGISTERED: 'REGISTERED',
  /** Not invited yet. Facilitee `Uninvited`. */
  UNINVITED: 'UNINVITED',
  /** The provider does not say, or in a word that the gateway does not know. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type AccountStatus = typeof AccountStatus[keyof typeof AccountStatus];
/** A postal address. Every part is null where the provider does not give it; nothing is guessed from other parts. */
export type Address = {
  readonly __typename?: 'Address';
  /** Care of. Pigello `care_of`. */
  readonly careOf: Maybe<Scalars['String']['output']>;
  /** City. Pigello, Facilitee, HomeQ and casavi `city`. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** Country code, where the provider gives a code or a name that means exactly one country. */
  readonly country: Maybe<Scalars['CountryCode']['output']>;
  /** Country as the provider writes it. Pigello, Facilitee and casavi `country`. */
  readonly countryName: Maybe<Scalars['String']['output']>;
  /** County. HomeQ `county`. */
  readonly county: Maybe<Scalars['String']['output']>;
  /** The whole address on one line, put together by the gateway; null if no part is known. */
  readonly formatted: Maybe<Scalars['String']['output']>;
  /** Google place id. Facilitee `googlePlaceId`. */
  readonly googlePlaceId: Maybe<Scalars['String']['output']>;
  /**
   * House number. Pigello `street_number`; Facilitee `streetNumber`; HomeQ `street_number`; casavi only where
   * its one line splits without doubt.
   */
  readonly houseNumber: Maybe<Scalars['String']['output']>;
  /** Latitude in degrees, WGS 84. Pigello `latitude`; HomeQ `location.lat`. */
  readonly latitude: Maybe<Scalars['Float']['output']>;
  /** Street and number on one line. casavi `street` or `address` as written; the others street + number. */
  readonly line1: Maybe<Scalars['String']['output']>;
  /** Longitude in degrees, WGS 84. Pigello `longitude`; HomeQ `location.lon`. */
  readonly longitude: Maybe<Scalars['Float']['output']>;
  /** Municipality. HomeQ `municipality`. */
  readonly municipality: Maybe<Scalars['String']['output']>;
  /**
   * Postal code as written. Pigello `postal_code`; Facilitee `postCode`; HomeQ `zip_code`; casavi `postalCode`
   * (its properties send a number: a leading zero is lost there).
   */
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /**
   * Street name. Pigello and Facilitee `street`; HomeQ `street_name`; casavi only where its one line splits
   * without doubt.
   */
  readonly street: Maybe<Scalars['String']['output']>;
  /** Number of the dwelling within the address. HomeQ `lgh` (`national_id`). */
  readonly unitNumber: Maybe<Scalars['String']['output']>;
};

/** Something that a building or a unit has, has not, or includes in the rent. */
export type Amenity = {
  readonly __typename?: 'Amenity';
  /** What it is. */
  readonly kind: AmenityKind;
  /** The provider's word for it, such as HomeQ `dryer` or `has_drier`. */
  readonly providerName: Maybe<Scalars['String']['output']>;
  /** The provider's word for its state, such as `NORTH` for a balcony, `COLD_INCLUDED` for water, or `true`. */
  readonly providerState: Maybe<Scalars['String']['output']>;
  /** Whether it is there. */
  readonly state: AmenityState;
};

/** What an amenity is. HomeQ names many of them in several ways. */
export const AmenityKind = {
  /** Adapted for accessibility. HomeQ `accessibility_adapted`. */
  ACCESSIBILITY_ADAPTED: 'ACCESSIBILITY_ADAPTED',
  /** Balcony. HomeQ `balcony`, `has_balcony`. */
  BALCONY: 'BALCONY',
  /** Bathtub. HomeQ `bathtub`. */
  BATHTUB: 'BATHTUB',
  /** Cable television. HomeQ `cable_package_included`, `tv_included`. */
  CABLE_TV: 'CABLE_TV',
  /** Dishwasher. HomeQ `dishwasher`. */
  DISHWASHER: 'DISHWASHER',
  /** Tumble dryer. HomeQ `dryer`, `drier`. */
  DRYER: 'DRYER',
  /** Electricity. HomeQ `electricity_included`. */
  ELECTRICITY: 'ELECTRICITY',
  /** Lift. HomeQ `elevator`. */
  ELEVATOR: 'ELEVATOR',
  /** Garage. HomeQ `garage`. */
  GARAGE: 'GARAGE',
  /** Adapted for wheelchairs and the like. HomeQ `handicap_adapted`, `handicap_friendly`. */
  HANDICAP_ADAPTED: 'HANDICAP_ADAPTED',
  /** Heating. HomeQ `heating_included`. */
  HEATING: 'HEATING',
  /** Internet access. HomeQ `internet_included`. */
  INTERNET: 'INTERNET',
  /** Kitchen fan. HomeQ `kitchen_fan`. */
  KITCHEN_FAN: 'KITCHEN_FAN',
  /** Shared laundry room. HomeQ `laundry_room`. */
  LAUNDRY_ROOM: 'LAUNDRY_ROOM',
  /** Pantry. HomeQ `pantry`. */
  PANTRY: 'PANTRY',
  /** Parking. HomeQ `parking`. */
  PARKING: 'PARKING',
  /** Patio. HomeQ `patio`. */
  PATIO: 'PATIO',
  /** Security door. HomeQ `security_door`. */
  SECURITY_DOOR: 'SECURITY_DOOR',
  /** Shower. HomeQ `shower`. */
  SHOWER: 'SHOWER',
  /** A word of the provider that the gateway does not know. */
  UNKNOWN: 'UNKNOWN',
  /** Washing machine. HomeQ `washing_machine`. */
  WASHING_MACHINE: 'WASHING_MACHINE',
  /** Water. HomeQ `water`, `water_included`. */
  WATER: 'WATER'
} as const;

export type AmenityKind = typeof AmenityKind[keyof typeof AmenityKind];
/** Whether an amenity is there. */
export const AmenityState = {
  /** It is included in the rent. */
  INCLUDED: 'INCLUDED',
  /** It is not there. */
  NONE: 'NONE',
  /** Prepared, to be fitted by the tenant. */
  PREPARED: 'PREPARED',
  /** It is there. */
  PRESENT: 'PRESENT',
  /** A word of the provider that the gateway does not know. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type AmenityState = typeof AmenityState[keyof typeof AmenityState];
/** A floor area. */
export type Area = {
  readonly __typename?: 'Area';
  /** What the number counts. */
  readonly unit: AreaUnit;
  /** The number. */
  readonly value: Scalars['Float']['output'];
};

/** Unit of an area. */
export const AreaUnit = {
  /** Square metres. */
  SQUARE_METRE: 'SQUARE_METRE',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type AreaUnit = typeof AreaUnit[keyof typeof AreaUnit];
/** An account that payments go to. */
export type BankAccount = {
  readonly __typename?: 'BankAccount';
  /** Which kind of account it is. */
  readonly kind: BankAccountKind;
  /** Its number, as the provider writes it. HomeQ `bankgiro`, `postgiro`. */
  readonly number: Scalars['String']['output'];
};

/** A kind of account. */
export const BankAccountKind = {
  /** A number at Bankgirot, which leads to an account at any Swedish bank. HomeQ `bankgiro`. */
  BANKGIRO: 'BANKGIRO',
  /** A number at PlusGirot. HomeQ `postgiro`. */
  POSTGIRO: 'POSTGIRO',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type BankAccountKind = typeof BankAccountKind[keyof typeof BankAccountKind];
/**
 * The managed property object that units hang on. Its extent differs: one house (Pigello building, Facilitee
 * property), a letting estate (HomeQ estate), or an owners' community of several houses (casavi property);
 * `kind` tells.
 */
export type Building = Node & SourcedNode & {
  readonly __typename?: 'Building';
  /**
   * Main address. Pigello `address`; Facilitee `address`; HomeQ only its `city`; casavi `postalCode`, `city`,
   * `country` with the first of `addresses`.
   */
  readonly address: Maybe<Address>;
  /**
   * All entrances or houses. Facilitee its one `address`; casavi `addresses`. Null where the provider does not
   * list them.
   */
  readonly addresses: Maybe<ReadonlyArray<Address>>;
  /** Accounts that payments for it go to. HomeQ `bankgiro`, `postgiro`. Null where the provider names none. */
  readonly bankAccounts: Maybe<ReadonlyArray<BankAccount>>;
  /** The customer's own category, in its words. Facilitee `propertyType.name`. */
  readonly buildingType: Maybe<Scalars['String']['output']>;
  /** Amenities shared by all its units. HomeQ `common_attributes`. */
  readonly commonAmenities: Maybe<ReadonlyArray<Amenity>>;
  /** Company that manages it. Pigello `organization` (key only); HomeQ `company`. */
  readonly company: Maybe<Organization>;
  /** When the record was created at the provider. Pigello `created_at`; the others do not say. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Fields that the customer defined. Pigello `customer_columns`; casavi `customFields`. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** Free text about it. HomeQ `cover_description` and `area_description`; casavi `note`. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Documents about this building or something in it. */
  readonly documents: DocumentConnection;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; Facilitee `customPropertyId`; HomeQ `external_id` (`landlord_object_id`); casavi `id`.
   */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Pictures of it. HomeQ `images`. */
  readonly images: Maybe<ReadonlyArray<Image>>;
  /** Whether it is in use, i.e. not archived. Pigello not `archived`; Facilitee `isActive`. */
  readonly isActive: Maybe<Scalars['Boolean']['output']>;
  /** Issues about this building or a unit in it. */
  readonly issues: IssueConnection;
  /** What the provider's record stands for. */
  readonly kind: BuildingKind;
  /** Leases of units in this building, ended ones too. */
  readonly leases: LeaseConnection;
  /** How the metering company knows it. casavi `mscNumber`, `mscProviderName`. */
  readonly meteringCompany: Maybe<MeteringReference>;
  /** Display name. Pigello `name`, else `popular_name`; Facilitee, HomeQ and casavi `name`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Number that people use for it. Facilitee `customPropertyId`; casavi `number`. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** Office in charge of it. HomeQ `office`. */
  readonly office: Maybe<Office>;
  /** Name of the legal owner. HomeQ `estate_owner`. */
  readonly ownerName: Maybe<Scalars['String']['output']>;
  /** Persons connected with this building or a unit in it, such as tenants, owners, managers. */
  readonly persons: PersonConnection;
  /**
   * The record as the provider's answer had it. Pigello building; Facilitee property; HomeQ inventory entry or
   * estate; casavi property. Which answer it was depends on how the record was reached. National ids, secrets and
   * what signs a link are blacked out.
   */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Who does what for it, such as the caretaker. casavi `responsibilities`. */
  readonly responsibilities: Maybe<ReadonlyArray<Responsibility>>;
  /**
   * Records that are the same building in other systems, with the rule that tells. Ambiguous ones are shown, not joined.
   * Sources whose records are not known from a short while ago are read for it.
   */
  readonly sameAs: ReadonlyArray<EntityLink>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** Labels. Pigello `tags`. */
  readonly tags: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** How many units it has, where the provider keeps the number. HomeQ `number_of_apartments`. */
  readonly unitCount: Maybe<Scalars['Int']['output']>;
  /** Units in this building. */
  readonly units: UnitConnection;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Deep link to the building in the provider's application. casavi `appLink`. */
  readonly url: Maybe<Scalars['URL']['output']>;
};


/**
 * The managed property object that units hang on. Its extent differs: one house (Pigello building, Facilitee
 * property), a letting estate (HomeQ estate), or an owners' community of several houses (casavi property);
 * `kind` tells.
 */
export type BuildingDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The managed property object that units hang on. Its extent differs: one house (Pigello building, Facilitee
 * property), a letting estate (HomeQ estate), or an owners' community of several houses (casavi property);
 * `kind` tells.
 */
export type BuildingIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The managed property object that units hang on. Its extent differs: one house (Pigello building, Facilitee
 * property), a letting estate (HomeQ estate), or an owners' community of several houses (casavi property);
 * `kind` tells.
 */
export type BuildingLeasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The managed property object that units hang on. Its extent differs: one house (Pigello building, Facilitee
 * property), a letting estate (HomeQ estate), or an owners' community of several houses (casavi property);
 * `kind` tells.
 */
export type BuildingPersonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The managed property object that units hang on. Its extent differs: one house (Pigello building, Facilitee
 * property), a letting estate (HomeQ estate), or an owners' community of several houses (casavi property);
 * `kind` tells.
 */
export type BuildingUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A page of buildings, collected over the sources that hold them. There is no `last` and no `before`, because no
 * provider can read a list backwards.
 */
export type BuildingConnection = {
  readonly __typename?: 'BuildingConnection';
  /** The buildings of this page, each with its cursor. */
  readonly edges: ReadonlyArray<BuildingEdge>;
  /** The buildings of this page without their cursors. */
  readonly nodes: ReadonlyArray<Building>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /**
   * What each source that was asked contributed: ok, partial, failed or skipped. A source that this page did not
   * reach is left out.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many buildings match in all chosen sources together. Null if a source failed or has no honest number.
   * Selecting it asks all chosen sources at once and may cost calls of its own.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One building in a connection, with its place in it. */
export type BuildingEdge = {
  readonly __typename?: 'BuildingEdge';
  /**
   * The place of this building in the list; pass it as `after` to continue behind it. Opaque, signed, and the
   * same text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The building. */
  readonly node: Building;
};

/**
 * Which buildings to list. Members are joined by AND, values within a list by OR; an empty list matches nothing;
 * a member left out or null does not restrict.
 */
export type BuildingFilter = {
  /** Only records that carry one of these reference numbers of the customer's own. */
  readonly externalId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sources of these providers. */
  readonly providers?: InputMaybe<ReadonlyArray<Provider>>;
  /** Only records whose name, number or `externalId` contains this text; upper and lower case are the same. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only these sources (`Source.id`). */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What a provider's record of a building stands for. */
export const BuildingKind = {
  /** One building. Pigello building, Facilitee property. */
  BUILDING: 'BUILDING',
  /** An owners' community or the like, of one or several houses. casavi property. */
  COMMUNITY: 'COMMUNITY',
  /** A letting estate. HomeQ estate. */
  ESTATE: 'ESTATE',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type BuildingKind = typeof BuildingKind[keyof typeof BuildingKind];
/**
 * An order of buildings. All chosen sources are asked at once. A source that cannot order its buildings has all of
 * them read and ordered by the gateway, up to its `limits.sortRows`; a longer list is refused.
 */
export type BuildingOrder = {
  /** Which way. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: BuildingOrderField;
};

/** What buildings can be ordered by. Those that are equal stay source by source, in the order of sources. */
export const BuildingOrderField = {
  /** By `Building.createdAt`. */
  CREATED_AT: 'CREATED_AT',
  /** By `Building.externalId`. */
  EXTERNAL_ID: 'EXTERNAL_ID',
  /** By `Building.name`. */
  NAME: 'NAME'
} as const;

export type BuildingOrderField = typeof BuildingOrderField[keyof typeof BuildingOrderField];
/** Whether a source can serve one list or one edge. It tells "the provider cannot" from "there are none". */
export type Capability = {
  readonly __typename?: 'Capability';
  /** Name of the field of that type, such as `leases`; null for the type's list field on `Query`. */
  readonly edge: Maybe<Scalars['String']['output']>;
  /** What to know about it, in a sentence. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** How the source serves it. */
  readonly support: Support;
  /** Name of the type, such as `Unit`. */
  readonly type: Scalars['String']['output'];
};

/** One message in the conversation about an issue. casavi. */
export type Comment = Node & {
  readonly __typename?: 'Comment';
  /** Who wrote it. casavi `authorId`, a member of the staff; null if a tenant or the account as a whole wrote it. */
  readonly author: Maybe<Person>;
  /** Who wrote it, as it stands in the comment. casavi `authorName`. */
  readonly authorName: Maybe<Scalars['String']['output']>;
  /** When it was written. casavi `createdAt`. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Whether only the managing organisation may read it. casavi `isInternal`. */
  readonly isInternal: Maybe<Scalars['Boolean']['output']>;
  /** The issue it belongs to. */
  readonly issue: Maybe<Issue>;
  /**
   * The record as the provider's answer had it. casavi comment. Which answer it was depends on how the record was
   * reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** What was written, in Markdown. casavi `text`. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/**
 * A page of comments, collected over the sources that hold them. There is no `last` and no `before`, because no
 * provider can read a list backwards.
 */
export type CommentConnection = {
  readonly __typename?: 'CommentConnection';
  /** The comments of this page, each with its cursor. */
  readonly edges: ReadonlyArray<CommentEdge>;
  /** The comments of this page without their cursors. */
  readonly nodes: ReadonlyArray<Comment>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /**
   * What each source that was asked contributed: ok, partial, failed or skipped. A source that this page did not
   * reach is left out.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many comments match in all chosen sources together. Null if a source failed or has no honest number.
   * Selecting it asks all chosen sources at once and may cost calls of its own.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One comment in a connection, with its place in it. */
export type CommentEdge = {
  readonly __typename?: 'CommentEdge';
  /**
   * The place of this comment in the list; pass it as `after` to continue behind it. Opaque, signed, and the
   * same text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The comment. */
  readonly node: Comment;
};

/** What one record says of a field. */
export type ConflictingValue = {
  readonly __typename?: 'ConflictingValue';
  /** The record that says so. */
  readonly source: RecordSource;
  /** As text: amounts with their currency, addresses on one line. */
  readonly value: Scalars['String']['output'];
};

/** A way of contacting a person. */
export const ContactChannel = {
  /** By e-mail. */
  EMAIL: 'EMAIL',
  /** By post. casavi `LETTER`. */
  LETTER: 'LETTER',
  /** Through the provider's portal. casavi `ONLINE`. */
  ONLINE: 'ONLINE',
  /** By telephone. */
  PHONE: 'PHONE',
  /** The provider does not say, or in a word that the gateway does not know. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type ContactChannel = typeof ContactChannel[keyof typeof ContactChannel];
/** A field that the customer defined at the provider. */
export type CustomField = {
  readonly __typename?: 'CustomField';
  /** Its name, exactly as the customer wrote it. */
  readonly name: Scalars['String']['output'];
  /** What kind of value the provider holds. */
  readonly type: CustomFieldType;
  /** Its value as text; lists and objects as JSON text; null if empty. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/** Kind of value of a custom field, as the provider sent it. */
export const CustomFieldType = {
  /** `true` or `false`. */
  BOOLEAN: 'BOOLEAN',
  /** A number. */
  NUMBER: 'NUMBER',
  /** A list or an object, given as JSON text. */
  OTHER: 'OTHER',
  /** Text. */
  TEXT: 'TEXT',
  /** Empty, so that nothing tells. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type CustomFieldType = typeof CustomFieldType[keyof typeof CustomFieldType];
/** A file, or the record of one, that belongs to another record. */
export type Document = Node & SourcedNode & {
  readonly __typename?: 'Document';
  /** When the record was created at the provider. Pigello `created_at`; the others do not say. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether the provider has it as a record of its own, or the gateway read it out of another record. */
  readonly derivation: DocumentDerivation;
  /** How often it was downloaded. casavi `downloadCount`. */
  readonly downloadCount: Maybe<Scalars['Int']['output']>;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; casavi `id`; the others have none.
   */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Name of the file. Pigello `document_file.name` or `file.name`; Facilitee `name`; casavi `filename`. */
  readonly fileName: Maybe<Scalars['String']['output']>;
  /** When it was first downloaded. casavi `firstDownloadAt`. */
  readonly firstDownloadedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** What it is, by the place where it was found. */
  readonly kind: DocumentKind;
  /** Media type. casavi `contentType`. */
  readonly mimeType: Maybe<Scalars['String']['output']>;
  /** The provider's own word or code for it. Pigello `category`, an unlabelled number. */
  readonly providerKind: Maybe<Scalars['String']['output']>;
  /** When it was published. casavi `publishedAt`. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The record as the provider's answer had it. Pigello signed or signable document or errand file; Facilitee
   * attachment; HomeQ the agreement that holds it; casavi document, or the attachment in its ticket. Which answer
   * it was depends on how the record was reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Who may see it. casavi `sharedWith`. */
  readonly sharedWith: Maybe<ReadonlyArray<DocumentShare>>;
  /** Size in bytes. casavi `size`. Facilitee gives a `size` without a unit, so it is null there. */
  readonly sizeBytes: Maybe<Scalars['Int']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** Storage that keeps the file, where it is not the provider itself. casavi `resource`. */
  readonly storageProvider: Maybe<Scalars['String']['output']>;
  /** The record that it belongs to: a building, unit, person, lease or issue. */
  readonly subject: Maybe<SourcedNode>;
  /** Title. Pigello `name`, else the file name; Facilitee `name`; casavi `title`, of an attachment its file name. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Where the file can be fetched by GET, without credentials: a link of the gateway's own that ends after a few
   * minutes, so ask for it when it is needed. A contract that was signed in Pigello and comes as a ZIP file is given
   * as the PDF in it; `?part=metadata` gives the rest. Null only where the provider has no file. Pigello `get`;
   * Facilitee and casavi attachments `url`; HomeQ `digital_contract` and `profile_card`; casavi documents have none.
   */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/**
 * A page of documents, collected over the sources that hold them. There is no `last` and no `before`, because no
 * provider can read a list backwards.
 */
export type DocumentConnection = {
  readonly __typename?: 'DocumentConnection';
  /** The documents of this page, each with its cursor. */
  readonly edges: ReadonlyArray<DocumentEdge>;
  /** The documents of this page without their cursors. */
  readonly nodes: ReadonlyArray<Document>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /**
   * What each source that was asked contributed: ok, partial, failed or skipped. A source that this page did not
   * reach is left out.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many documents match in all chosen sources together. Null if a source failed or has no honest number.
   * Selecting it asks all chosen sources at once and may cost calls of its own.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** How the gateway comes to a document. */
export const DocumentDerivation = {
  /** A file named by an agreement. HomeQ. */
  DERIVED_FROM_AGREEMENT: 'DERIVED_FROM_AGREEMENT',
  /** An attachment in the record of an issue. casavi tickets. */
  DERIVED_FROM_ISSUE: 'DERIVED_FROM_ISSUE',
  /** An attachment in the record of a person. Facilitee service providers. */
  DERIVED_FROM_PERSON: 'DERIVED_FROM_PERSON',
  /** An attachment in the record of a unit. Facilitee. */
  DERIVED_FROM_UNIT: 'DERIVED_FROM_UNIT',
  /** The provider has it as a record of its own. Pigello; casavi documents. */
  NATIVE: 'NATIVE'
} as const;

export type DocumentDerivation = typeof DocumentDerivation[keyof typeof DocumentDerivation];
/** One document in a connection, with its place in it. */
export type DocumentEdge = {
  readonly __typename?: 'DocumentEdge';
  /**
   * The place of this document in the list; pass it as `after` to continue behind it. Opaque, signed, and the
   * same text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The document. */
  readonly node: Document;
};

/**
 * Which documents to list. Members are joined by AND, values within a list by OR; an empty list matches nothing;
 * a member left out or null does not restrict.
 */
export type DocumentFilter = {
  /** Only documents about these buildings or something in them (`Building.id`). */
  readonly building?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only records that carry one of these reference numbers of the customer's own. */
  readonly externalId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only files attached to these issues (`Issue.id`). */
  readonly issue?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only documents of these kinds. */
  readonly kind?: InputMaybe<ReadonlyArray<DocumentKind>>;
  /** Only documents of these leases (`Lease.id`). */
  readonly lease?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only sources of these providers. */
  readonly providers?: InputMaybe<ReadonlyArray<Provider>>;
  /** Only records whose title or `externalId` contains this text; upper and lower case are the same. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only these sources (`Source.id`). */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only documents about these units or something in them (`Unit.id`). */
  readonly unit?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What a document is. */
export const DocumentKind = {
  /** A floor plan. */
  FLOOR_PLAN: 'FLOOR_PLAN',
  /** A file attached to an issue. */
  ISSUE_ATTACHMENT: 'ISSUE_ATTACHMENT',
  /**
   * The contract of a lease. HomeQ `digital_contract`; Pigello documents of contracts signed outside it
   * (`signedcontractdocument`).
   */
  LEASE_CONTRACT: 'LEASE_CONTRACT',
  /** Something else. */
  OTHER: 'OTHER',
  /** A file attached to a person. Facilitee service providers. */
  PERSON_ATTACHMENT: 'PERSON_ATTACHMENT',
  /** A summary of who rents. HomeQ `profile_card`. */
  PROFILE_CARD: 'PROFILE_CARD',
  /** A promotional leaflet. */
  PROMOTION: 'PROMOTION',
  /** The contract signed in Pigello with what belongs to it, often a ZIP file (`signabledocument`). */
  SIGNED_CONTRACT_BUNDLE: 'SIGNED_CONTRACT_BUNDLE',
  /** A statement of costs. */
  STATEMENT: 'STATEMENT',
  /** A file attached to a unit. Facilitee. */
  UNIT_ATTACHMENT: 'UNIT_ATTACHMENT',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type DocumentKind = typeof DocumentKind[keyof typeof DocumentKind];
/**
 * An order of documents. All chosen sources are asked at once. A source that cannot order its documents has all of
 * them read and ordered by the gateway, up to its `limits.sortRows`; a longer list is refused.
 */
export type DocumentOrder = {
  /** Which way. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: DocumentOrderField;
};

/** What documents can be ordered by. Those that are equal stay source by source, in the order of sources. */
export const DocumentOrderField = {
  /** By `Document.createdAt`. */
  CREATED_AT: 'CREATED_AT',
  /** By `Document.title`. */
  TITLE: 'TITLE'
} as const;

export type DocumentOrderField = typeof DocumentOrderField[keyof typeof DocumentOrderField];
/** Who may see a document. */
export type DocumentShare = {
  readonly __typename?: 'DocumentShare';
  /** The provider's own key of that record. casavi `propertyId`, `unitId`, `contactId` or `contractId`. */
  readonly remoteId: Maybe<Scalars['String']['output']>;
  /**
   * Only people in these roles there, in the provider's words, such as `owner` or `custom:Beirat`; null if all.
   * casavi `roles`.
   */
  readonly roles: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What kind of record it is shared with. */
  readonly type: DocumentShareType;
};

/** What kind of record a document is shared with. */
export const DocumentShareType = {
  /** A building. casavi property. */
  BUILDING: 'BUILDING',
  /** A lease. casavi contract. */
  LEASE: 'LEASE',
  /** A person. casavi contact. */
  PERSON: 'PERSON',
  /** A unit. */
  UNIT: 'UNIT',
  /** Something that the gateway does not know. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type DocumentShareType = typeof DocumentShareType[keyof typeof DocumentShareType];
/** One way in which one field of a source's answers is not as documented. */
export type Drift = {
  readonly __typename?: 'Drift';
  /** How often it was met. Entries of lists count one by one, so that it may exceed `records`. */
  readonly count: Scalars['Int']['output'];
  /** Path of the field in the provider's own names, such as `contracts[].status`; empty for the record itself. */
  readonly field: Scalars['String']['output'];
  /** What is wrong with it. */
  readonly kind: DriftKind;
  /** When it was last met. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** Name of the list or of the single record that was answered, such as `tickets`. */
  readonly record: Scalars['String']['output'];
  /** Records of this name that were read. */
  readonly records: Scalars['Int']['output'];
};

/** What can be wrong with a field, gravest first. */
export const DriftKind = {
  /**
   * The member is absent; the field is null. Providers leave out what has no value, so that this is no fault by itself; if
   * a member is absent in all records that once had it, the provider may have renamed or withdrawn it, or the account may
   * have lost a right.
   */
  MISSING: 'MISSING',
  /** A value is there, but of a type or form that cannot be read; the field is null. The provider may have changed it. */
  MISTYPED: 'MISTYPED',
  /**
   * A word stands in no table of meanings; the field is UNKNOWN, and its `provider...` field holds the word. Where the
   * configuration has a table, such as `statusCodes`, add it there.
   */
  UNKNOWN_VALUE: 'UNKNOWN_VALUE',
  /**
   * A record or an entry of a list was left out, since it has no id or cannot be read. It is missing in answers: ask the
   * provider what it is.
   */
  UNUSABLE: 'UNUSABLE'
} as const;

export type DriftKind = typeof DriftKind[keyof typeof DriftKind];
/** That another record is the same building, unit or person, and why the gateway says so. */
export type EntityLink = {
  readonly __typename?: 'EntityLink';
  /** How sure it is. */
  readonly confidence: LinkConfidence;
  /**
   * The other record. Where its source is down, only `id`, `source` and `externalId` are known of it: its other fields
   * are null, and `errors` says why.
   */
  readonly node: SourcedNode;
  /**
   * The rule that found it: `manual`, or the name of a rule of the configuration, e.g. `reference`. Where two records
   * are known to be the same only through a third, the weaker of the two rules.
   */
  readonly rule: Scalars['String']['output'];
  /** Whether it is known from earlier only, because a source could not be asked now. */
  readonly stale: Scalars['Boolean']['output'];
};

/** A field in which the records of one thing disagree. */
export type FieldConflict = {
  readonly __typename?: 'FieldConflict';
  /** Name of the field, e.g. `rent`. */
  readonly field: Scalars['String']['output'];
  /** What each record says, in the order that the merged field prefers: the first is the one it shows. */
  readonly values: ReadonlyArray<ConflictingValue>;
};

/** A picture. */
export type Image = {
  readonly __typename?: 'Image';
  /** What it shows. HomeQ `caption`. */
  readonly caption: Maybe<Scalars['String']['output']>;
  /** Its place among the pictures, lowest first. HomeQ `position`. */
  readonly position: Maybe<Scalars['Int']['output']>;
  /** A small version of it. HomeQ `thumbnail_url`. */
  readonly thumbnailUrl: Maybe<Scalars['URL']['output']>;
  /** Where the picture is. HomeQ `url`. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** Where a person's invoices go. */
export type InvoiceDetails = {
  readonly __typename?: 'InvoiceDetails';
  /** Postal address for invoices. Facilitee `invoiceAddress`. */
  readonly address: Maybe<Address>;
  /** For whose attention. Facilitee `attentionTo`. */
  readonly attentionTo: Maybe<Scalars['String']['output']>;
  /** Company to invoice. Facilitee `invoiceCompany`. */
  readonly company: Maybe<Scalars['String']['output']>;
  /** E-mail address for invoices. Facilitee `invoiceEmail`; Pigello `invoice_email`. */
  readonly email: Maybe<Scalars['EmailAddress']['output']>;
};

/**
 * Something reported that wants handling: a defect, a question, a complaint. Pigello errand, Facilitee issue,
 * casavi ticket.
 */
export type Issue = Node & SourcedNode & {
  readonly __typename?: 'Issue';
  /** Who handles it. casavi `assignedToId`. */
  readonly assignee: Maybe<Person>;
  /** Name of who handles it, as it stands in the issue. Facilitee `issueManagerName`; casavi `assignedToName`. */
  readonly assigneeName: Maybe<Scalars['String']['output']>;
  /** The building it is about. */
  readonly building: Maybe<Building>;
  /** Trade or type, in the customer's words. Pigello `errand_type.name`; Facilitee `category`; casavi `type`. */
  readonly category: Maybe<Scalars['String']['output']>;
  /** Group that the category belongs to. casavi `typeGroup`. */
  readonly categoryGroup: Maybe<Scalars['String']['output']>;
  /** When it was closed. Pigello `closed_at`; casavi `closedAt`. */
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** The conversation about it, oldest first where the provider keeps an order. casavi. */
  readonly comments: CommentConnection;
  /** When the record was created at the provider. Pigello `created_at`; Facilitee `created`; casavi `createdAt`. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Fields that the customer defined. casavi `customFields`; Pigello `customer_columns`. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** What was reported, in full. Pigello, Facilitee and casavi `description`. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Files attached to it. Pigello, casavi. */
  readonly documents: DocumentConnection;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; Facilitee `userReferenceId`; casavi `id`.
   */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Who else may see it. Pigello `tenant_reviewers`; casavi `sharedWithContacts`. */
  readonly followers: Maybe<ReadonlyArray<Person>>;
  /** Whether occupants of the unit are involved. Facilitee `propertyUsersInvolved`. */
  readonly hasOccupantsInvolved: Maybe<Scalars['Boolean']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Whether everybody in the building may see it. casavi `sharedWithProperty`. */
  readonly isSharedWithBuilding: Maybe<Scalars['Boolean']['output']>;
  /** Number that people use for it. Pigello `id_number`; Facilitee `id`; casavi `number`. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** How urgent it is. Facilitee `urgent`. */
  readonly priority: IssuePriority;
  /** The provider's own word or code for it. Pigello, Facilitee and casavi `status`. */
  readonly providerStatus: Maybe<Scalars['String']['output']>;
  /** How the work on it was judged. Facilitee `overallRating`. */
  readonly rating: Maybe<IssueRating>;
  /**
   * The record as the provider's answer had it. Pigello general errand; Facilitee issue; casavi ticket. Which
   * answer it was depends on how the record was reached. National ids, secrets and what signs a link are blacked
   * out.
   */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Why it was rejected. Facilitee `rejectionComment`. */
  readonly rejectionComment: Maybe<Scalars['String']['output']>;
  /** When it was reported, which may be before it was recorded. casavi `reportedAt`. */
  readonly reportedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Who reported it. Pigello `reporter_tenant`, else `creator_tenant`; Facilitee `reporterId`, an id without a
   * role, so the user who also has the name `reporterName`, and null if there is none; casavi `contactId`.
   */
  readonly reporter: Maybe<Person>;
  /** E-mail address of who reported it, as it stands in the issue. casavi `contactEmail`. */
  readonly reporterEmail: Maybe<Scalars['EmailAddress']['output']>;
  /** Name of who reported it, as it stands in the issue. Facilitee `reporterName`; casavi `contactName`. */
  readonly reporterName: Maybe<Scalars['String']['output']>;
  /** Telephone number of who reported it, as it stands in the issue. casavi `contactTelephone`. */
  readonly reporterTelephone: Maybe<Scalars['String']['output']>;
  /** Time left to respond, in a unit that Facilitee does not state. Facilitee `responseTimeLeft`. */
  readonly responseTimeLeft: Maybe<Scalars['Int']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /**
   * Where it stands, in words that are the same for all providers. Pigello's codes are mapped by a table of the
   * source's configuration.
   */
  readonly status: IssueStatus;
  /** The label that the customer shows instead of the status. casavi `statusText`. */
  readonly statusText: Maybe<Scalars['String']['output']>;
  /** Work orders given out for it. casavi. */
  readonly tasks: TaskConnection;
  /** What it is about, in a few words. Pigello and casavi `title`; Facilitee `name`. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** The unit it is about; null if it is about the building as a whole, or the provider does not say. */
  readonly unit: Maybe<Unit>;
  /**
   * When the record was last changed at the provider. Facilitee `modified`; casavi `lastModified`; Pigello does
   * not say.
   */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Deep link to the issue in the provider's application. casavi `appLink`. */
  readonly url: Maybe<Scalars['URL']['output']>;
};


/**
 * Something reported that wants handling: a defect, a question, a complaint. Pigello errand, Facilitee issue,
 * casavi ticket.
 */
export type IssueCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Something reported that wants handling: a defect, a question, a complaint. Pigello errand, Facilitee issue,
 * casavi ticket.
 */
export type IssueDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Something reported that wants handling: a defect, a question, a complaint. Pigello errand, Facilitee issue,
 * casavi ticket.
 */
export type IssueTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A page of issues, collected over the sources that hold them. There is no `last` and no `before`, because no
 * provider can read a list backwards.
 */
export type IssueConnection = {
  readonly __typename?: 'IssueConnection';
  /** The issues of this page, each with its cursor. */
  readonly edges: ReadonlyArray<IssueEdge>;
  /** The issues of this page without their cursors. */
  readonly nodes: ReadonlyArray<Issue>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /**
   * What each source that was asked contributed: ok, partial, failed or skipped. A source that this page did not
   * reach is left out.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many issues match in all chosen sources together. Null if a source failed or has no honest number.
   * Selecting it asks all chosen sources at once and may cost calls of its own.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One issue in a connection, with its place in it. */
export type IssueEdge = {
  readonly __typename?: 'IssueEdge';
  /**
   * The place of this issue in the list; pass it as `after` to continue behind it. Opaque, signed, and the same
   * text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The issue. */
  readonly node: Issue;
};

/**
 * Which issues to list. Members are joined by AND, values within a list by OR; an empty list matches nothing; a
 * member left out or null does not restrict.
 */
export type IssueFilter = {
  /** Only issues about these buildings or units in them (`Building.id`). */
  readonly building?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only issues created at this moment or later. */
  readonly createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only issues created at this moment or earlier. */
  readonly createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only records that carry one of these reference numbers of the customer's own. */
  readonly externalId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sources of these providers. */
  readonly providers?: InputMaybe<ReadonlyArray<Provider>>;
  /** Only records whose title, number or `externalId` contains this text; upper and lower case are the same. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only these sources (`Source.id`). */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only issues in these states. */
  readonly status?: InputMaybe<ReadonlyArray<IssueStatus>>;
  /** Only issues about these units (`Unit.id`). */
  readonly unit?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/**
 * An order of issues. All chosen sources are asked at once. A source that cannot order its issues has all of
 * them read and ordered by the gateway, up to its `limits.sortRows`; a longer list is refused.
 */
export type IssueOrder = {
  /** Which way. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: IssueOrderField;
};

/** What issues can be ordered by. Those that are equal stay source by source, in the order of sources. */
export const IssueOrderField = {
  /** By `Issue.createdAt`. */
  CREATED_AT: 'CREATED_AT',
  /** By `Issue.externalId`. */
  EXTERNAL_ID: 'EXTERNAL_ID',
  /** By `Issue.title`. */
  TITLE: 'TITLE',
  /** By `Issue.updatedAt`. */
  UPDATED_AT: 'UPDATED_AT'
} as const;

export type IssueOrderField = typeof IssueOrderField[keyof typeof IssueOrderField];
/** How urgent an issue is. */
export const IssuePriority = {
  /** Not urgent. */
  NORMAL: 'NORMAL',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN',
  /** Urgent. */
  URGENT: 'URGENT'
} as const;

export type IssuePriority = typeof IssuePriority[keyof typeof IssuePriority];
/** How the work on an issue was judged. */
export type IssueRating = {
  readonly __typename?: 'IssueRating';
  /** What was said about it. Facilitee `comment`. */
  readonly comment: Maybe<Scalars['String']['output']>;
  /** Kind of the rating, an unlabelled code. Facilitee `type`. */
  readonly providerType: Maybe<Scalars['String']['output']>;
  /** When it was last given. Facilitee `lastRatedDate`. */
  readonly ratedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who gave it, by name or role. Facilitee `user`. */
  readonly ratedBy: Maybe<Scalars['String']['output']>;
  /** The mark. Facilitee `rating`. */
  readonly value: Maybe<Scalars['Int']['output']>;
};

/** Where an issue stands. */
export const IssueStatus = {
  /** Given to somebody. Facilitee `Assigned`, `MyTask`. */
  ASSIGNED: 'ASSIGNED',
  /** Closed. Facilitee `Closed`; casavi `CLOSED`; Pigello 4. */
  CLOSED: 'CLOSED',
  /** Somebody works on it. Facilitee `InProgress`; casavi `INPROGRESS`; Pigello 1. */
  IN_PROGRESS: 'IN_PROGRESS',
  /** Put off. casavi `POSTPONED`. */
  ON_HOLD: 'ON_HOLD',
  /**
   * Reported, nobody works on it yet. Facilitee `New`, `SubmittedByManager`, `ToBeAssigned`, `ServicerRejected`;
   * casavi `OPEN`; Pigello 0.
   */
  OPEN: 'OPEN',
  /**
   * A quotation is asked for or considered. Facilitee `Quote`, `NewQuotation`, `QuotationSent`,
   * `QuotationAcceptedByManager`, `QuotationAccepted`, `QuotationRejected`.
   */
  QUOTATION: 'QUOTATION',
  /** Turned down. Facilitee `Rejected`; Pigello 5. */
  REJECTED: 'REJECTED',
  /** Done. Facilitee `Resolved`, `ResolvedBeforeAssignmentWasAccepted`; Pigello 3. */
  RESOLVED: 'RESOLVED',
  /** Planned for later. Facilitee `Future`. */
  SCHEDULED: 'SCHEDULED',
  /** A word or code that the gateway does not know. */
  UNKNOWN: 'UNKNOWN',
  /** Waits for somebody's answer. Facilitee `MoreInfo`, `MoreInfoOwner`; casavi `PENDING`; Pigello 2. */
  WAITING: 'WAITING'
} as const;

export type IssueStatus = typeof IssueStatus[keyof typeof IssueStatus];
/** A contract about the use of a unit: a tenancy, or where the provider keeps them alike, an ownership. */
export type Lease = Node & SourcedNode & {
  readonly __typename?: 'Lease';
  /** The building of that unit. */
  readonly building: Maybe<Building>;
  /** When notice was given. Pigello `cancellation_time`. */
  readonly cancelledDate: Maybe<Scalars['Date']['output']>;
  /** When the record was created at the provider. Pigello `created_at`; the others do not say. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether the provider has the contract as a record of its own, or the gateway read it out of another record. */
  readonly derivation: LeaseDerivation;
  /** Documents of this lease, such as the signed contract. */
  readonly documents: DocumentConnection;
  /**
   * Last day; null if open-ended or unknown. Pigello `end_date`, else `initial_end_date`; Facilitee
   * `contractEnd`; casavi `endAt`.
   */
  readonly endDate: Maybe<Scalars['Date']['output']>;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; casavi the contract `id`; Facilitee and HomeQ have none.
   */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Whether the record was put away; it says nothing about the term. Pigello `archived`. */
  readonly isArchived: Maybe<Scalars['Boolean']['output']>;
  /** Whether its tenant is the main contact of the unit. Facilitee `isMainContact`. */
  readonly isMainContact: Maybe<Scalars['Boolean']['output']>;
  /** What the contract is about. */
  readonly kind: LeaseKind;
  /** Contract number. Pigello `id_number`; casavi the contract `id`. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** The provider's own word for its kind. casavi contract `type` (`RENTER`, `OWNER`). */
  readonly providerKind: Maybe<Scalars['String']['output']>;
  /**
   * The record as the provider's answer had it. Pigello apartment contract; Facilitee the unit's entry in its
   * user's record; HomeQ agreement; casavi the contract in its unit. Which answer it was depends on how the record
   * was reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** When it was signed. Pigello `signed_time`; HomeQ `sign_date`. */
  readonly signedDate: Maybe<Scalars['Date']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** First day. Pigello `start_date`; Facilitee `contractStart`; casavi `startAt`. */
  readonly startDate: Maybe<Scalars['Date']['output']>;
  /**
   * Where the contract stands today, in the time zone of the source, worked out from its dates. No provider has
   * a word of its own for it: Facilitee gives `expired`, HomeQ only `sign_date`.
   */
  readonly status: LeaseStatus;
  /**
   * The parties that rent (or own, if `kind` is OWNERSHIP). Pigello `tenants`; Facilitee the property user;
   * HomeQ the signer; casavi `contactIds`.
   */
  readonly tenants: Maybe<ReadonlyArray<Person>>;
  /** The unit it is about. */
  readonly unit: Maybe<Unit>;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
};


/** A contract about the use of a unit: a tenancy, or where the provider keeps them alike, an ownership. */
export type LeaseDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A page of leases, collected over the sources that hold them. There is no `last` and no `before`, because no
 * provider can read a list backwards.
 */
export type LeaseConnection = {
  readonly __typename?: 'LeaseConnection';
  /** The leases of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LeaseEdge>;
  /** The leases of this page without their cursors. */
  readonly nodes: ReadonlyArray<Lease>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /**
   * What each source that was asked contributed: ok, partial, failed or skipped. A source that this page did not
   * reach is left out.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many leases match in all chosen sources together. Null if a source failed or has no honest number.
   * Selecting it asks all chosen sources at once and may cost calls of its own.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** How the gateway comes to a lease. */
export const LeaseDerivation = {
  /** Worked out from a signed agreement. HomeQ. */
  DERIVED_FROM_AGREEMENT: 'DERIVED_FROM_AGREEMENT',
  /** Worked out from the assignment of a person to a unit. Facilitee. */
  DERIVED_FROM_UNIT: 'DERIVED_FROM_UNIT',
  /** It stands inside the record of a unit. casavi. */
  EMBEDDED: 'EMBEDDED',
  /** The provider has it as a record of its own. Pigello. */
  NATIVE: 'NATIVE'
} as const;

export type LeaseDerivation = typeof LeaseDerivation[keyof typeof LeaseDerivation];
/** One lease in a connection, with its place in it. */
export type LeaseEdge = {
  readonly __typename?: 'LeaseEdge';
  /**
   * The place of this lease in the list; pass it as `after` to continue behind it. Opaque, signed, and the same
   * text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The lease. */
  readonly node: Lease;
};

/**
 * Which leases to list. Members are joined by AND, values within a list by OR; an empty list matches nothing; a
 * member left out or null does not restrict.
 */
export type LeaseFilter = {
  /** Only records that carry one of these reference numbers of the customer's own. */
  readonly externalId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only leases that one of these persons is a party to (`Person.id`). */
  readonly person?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only sources of these providers. */
  readonly providers?: InputMaybe<ReadonlyArray<Provider>>;
  /** Only records whose number or `externalId` contains this text; upper and lower case are the same. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only these sources (`Source.id`). */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only leases in these states. */
  readonly status?: InputMaybe<ReadonlyArray<LeaseStatus>>;
  /** Only leases of these units (`Unit.id`). */
  readonly unit?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What a contract is about. */
export const LeaseKind = {
  /** A block of units is let to one tenant. */
  BLOCK: 'BLOCK',
  /** A shop, an office or the like is let. */
  COMMERCIAL: 'COMMERCIAL',
  /** Something else, or a contract without a type at the provider. */
  OTHER: 'OTHER',
  /** An outdoor space is let. */
  OUTDOOR: 'OUTDOOR',
  /** The unit is owned, not let. casavi `OWNER`. */
  OWNERSHIP: 'OWNERSHIP',
  /** A parking space is let. */
  PARKING: 'PARKING',
  /** A dwelling is let. */
  RESIDENTIAL: 'RESIDENTIAL',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type LeaseKind = typeof LeaseKind[keyof typeof LeaseKind];
/**
 * An order of leases. All chosen sources are asked at once. A source that cannot order its leases has all of
 * them read and ordered by the gateway, up to its `limits.sortRows`; a longer list is refused.
 */
export type LeaseOrder = {
  /** Which way. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: LeaseOrderField;
};

/** What leases can be ordered by. Those that are equal stay source by source, in the order of sources. */
export const LeaseOrderField = {
  /** By `Lease.endDate`; a lease without an end is the last. */
  END_DATE: 'END_DATE',
  /** By `Lease.signedDate`. */
  SIGNED_DATE: 'SIGNED_DATE',
  /** By `Lease.startDate`. */
  START_DATE: 'START_DATE'
} as const;

export type LeaseOrderField = typeof LeaseOrderField[keyof typeof LeaseOrderField];
/** Where a contract stands today. */
export const LeaseStatus = {
  /** Running. */
  ACTIVE: 'ACTIVE',
  /** Not sent for signing. */
  DRAFT: 'DRAFT',
  /** The term is over. */
  ENDED: 'ENDED',
  /** Notice was given; the term still runs. */
  NOTICE_GIVEN: 'NOTICE_GIVEN',
  /** Sent, not signed by all. */
  PENDING_SIGNATURE: 'PENDING_SIGNATURE',
  /** What the provider gives does not tell. */
  UNKNOWN: 'UNKNOWN',
  /** Signed; the term starts later. */
  UPCOMING: 'UPCOMING'
} as const;

export type LeaseStatus = typeof LeaseStatus[keyof typeof LeaseStatus];
/** How sure it is that two records are the same thing. */
export const LinkConfidence = {
  /** Several records of one source fit alike. All of them are shown; none is joined with this one. */
  AMBIGUOUS: 'AMBIGUOUS',
  /** Both carry the same key that stands for one thing only: the customer's reference, or the national identity number. */
  EXACT: 'EXACT',
  /** The operator says so in the configuration. */
  MANUAL: 'MANUAL',
  /**
   * Several facts agree that hardly ever agree by chance, such as address and national unit number, or a verified
   * e-mail address and the name.
   */
  STRONG: 'STRONG'
} as const;

export type LinkConfidence = typeof LinkConfidence[keyof typeof LinkConfidence];
/**
 * One real building, whichever systems know it: the records that are the same building, joined. `members` are the
 * records; every other field is merged of them.
 */
export type LinkedBuilding = Node & {
  readonly __typename?: 'LinkedBuilding';
  /** Main address. */
  readonly address: Maybe<Address>;
  /** All entrances or houses. */
  readonly addresses: Maybe<ReadonlyArray<Address>>;
  /** Accounts that payments for it go to. */
  readonly bankAccounts: Maybe<ReadonlyArray<BankAccount>>;
  /** The customer's own category, in its words. */
  readonly buildingType: Maybe<Scalars['String']['output']>;
  /** Amenities shared by all its units. */
  readonly commonAmenities: Maybe<ReadonlyArray<Amenity>>;
  /** Company that manages it. */
  readonly company: Maybe<Organization>;
  /**
   * Fields in which the records disagree, after what is only another way of writing it is evened out (case,
   * blanks, punctuation, number format). Selecting it reads all compared fields of all records.
   */
  readonly conflicts: ReadonlyArray<FieldConflict>;
  /** Fields that the customer defined. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** Free text about it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Documents about this building or something in it, of all systems. */
  readonly documents: DocumentConnection;
  /** The customer's own reference number, of the first record that has one. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /**
   * Opaque global id, derived from the first of its records in the order of sources. `node`, `linkedBuilding`
   * and stored links find it by any id it ever had, as long as the record that the id was derived from exists.
   */
  readonly id: Scalars['ID']['output'];
  /** Pictures of it. */
  readonly images: Maybe<ReadonlyArray<Image>>;
  /** Whether it is in use, i.e. */
  readonly isActive: Maybe<Scalars['Boolean']['output']>;
  /** Issues about this building or a unit in it, of all systems. */
  readonly issues: IssueConnection;
  /** What the provider's record stands for. */
  readonly kind: Maybe<BuildingKind>;
  /**
   * Leases of units in this building, as the records of all systems have them, ended ones too. Leases are not
   * joined: two systems may both list one.
   */
  readonly leases: LeaseConnection;
  /**
   * The records that are this building, in the order of sources. A record whose source failed is left out, and
   * told in `sources`.
   */
  readonly members: ReadonlyArray<Building>;
  /** How the metering company knows it. */
  readonly meteringCompany: Maybe<MeteringReference>;
  /** Display name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Number that people use for it. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** Office in charge of it. */
  readonly office: Maybe<Office>;
  /** Name of the legal owner. */
  readonly ownerName: Maybe<Scalars['String']['output']>;
  /** Persons connected with this building or a unit in it, each real person once. */
  readonly persons: LinkedPersonConnection;
  /**
   * From which record a merged field is taken; null where no record has a value. A name that is no merged field
   * of LinkedBuilding is a BAD_USER_INPUT error.
   */
  readonly provenance: Maybe<RecordSource>;
  /** Who does what for it, such as the caretaker. */
  readonly responsibilities: Maybe<ReadonlyArray<Responsibility>>;
  /**
   * What each source that was asked about it contributed. FAILED: its records are left out; PARTIAL: which
   * records belong here is known from earlier.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /** Labels. */
  readonly tags: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** How many units it has, where the provider keeps the number. */
  readonly unitCount: Maybe<Scalars['Int']['output']>;
  /** Units in this building, each real unit once. */
  readonly units: LinkedUnitConnection;
};


/**
 * One real building, whichever systems know it: the records that are the same building, joined. `members` are the
 * records; every other field is merged of them.
 */
export type LinkedBuildingDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One real building, whichever systems know it: the records that are the same building, joined. `members` are the
 * records; every other field is merged of them.
 */
export type LinkedBuildingIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One real building, whichever systems know it: the records that are the same building, joined. `members` are the
 * records; every other field is merged of them.
 */
export type LinkedBuildingLeasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One real building, whichever systems know it: the records that are the same building, joined. `members` are the
 * records; every other field is merged of them.
 */
export type LinkedBuildingPersonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One real building, whichever systems know it: the records that are the same building, joined. `members` are the
 * records; every other field is merged of them.
 */
export type LinkedBuildingProvenanceArgs = {
  field: Scalars['String']['input'];
};


/**
 * One real building, whichever systems know it: the records that are the same building, joined. `members` are the
 * records; every other field is merged of them.
 */
export type LinkedBuildingUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of real buildings, each once. There is no `last` and no `before`. */
export type LinkedBuildingConnection = {
  readonly __typename?: 'LinkedBuildingConnection';
  /** The buildings of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LinkedBuildingEdge>;
  /** The buildings of this page without their cursors. */
  readonly nodes: ReadonlyArray<LinkedBuilding>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /** What each source contributed: ok, partial, failed or skipped. */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many real buildings there are, as far as the sources that answered know; null if a source failed or holds more
   * records than are compared.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One real building in a connection, with its place in it. */
export type LinkedBuildingEdge = {
  readonly __typename?: 'LinkedBuildingEdge';
  /**
   * The place of this building in the list; pass it as `after` to continue behind it. Opaque, signed, and the same
   * text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The building. */
  readonly node: LinkedBuilding;
};

/**
 * One human being or company, whichever systems and roles know it: the records that are the same person, joined.
 * `members` are the records; every other field is merged of them.
 */
export type LinkedPerson = Node & {
  readonly __typename?: 'LinkedPerson';
  /** How many open issues this service provider works on. */
  readonly activeIssueCount: Maybe<Scalars['Int']['output']>;
  /** Postal address. */
  readonly address: Maybe<Address>;
  /** Up to which amount work may be ordered without asking this owner. */
  readonly authorizedAmount: Maybe<Money>;
  /** Date of birth. */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /** Company that it is or belongs to. */
  readonly companyName: Maybe<Scalars['String']['output']>;
  /** Position in that company. */
  readonly companyRole: Maybe<Scalars['String']['output']>;
  /**
   * Fields in which the records disagree, after what is only another way of writing it is evened out (case,
   * blanks, punctuation, number format). Selecting it reads all compared fields of all records.
   */
  readonly conflicts: ReadonlyArray<FieldConflict>;
  /** Fields that the customer defined. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** A label to show. */
  readonly displayName: Maybe<Scalars['String']['output']>;
  /** Documents of this person, of all systems. */
  readonly documents: DocumentConnection;
  /** Main e-mail address. */
  readonly email: Maybe<Scalars['EmailAddress']['output']>;
  /** The customer's own reference number, of the first record that has one. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /**
   * Opaque global id, derived from the first of its records in the order of sources. `node`, `linkedPerson` and
   * stored links find it by any id it ever had, as long as the record that the id was derived from exists.
   */
  readonly id: Scalars['ID']['output'];
  /** Where invoices go, if elsewhere. */
  readonly invoiceDetails: Maybe<InvoiceDetails>;
  /** Whether the person is still current. */
  readonly isActive: Maybe<Scalars['Boolean']['output']>;
  /** Issues that this person reported or follows, of all systems. */
  readonly issues: IssueConnection;
  /** Whether it is a human being or a company. */
  readonly kind: Maybe<PersonKind>;
  /** Last name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** Leases of this person, as the records of all systems have them, ended ones too. */
  readonly leases: LeaseConnection;
  /**
   * The records that are this person, in the order of sources. A record whose source failed is left out, and
   * told in `sources`.
   */
  readonly members: ReadonlyArray<Person>;
  /** National identity number, as the provider of the first record that has one writes it. */
  readonly nationalId: Maybe<Scalars['String']['output']>;
  /** Free text about the person. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** Office that this employee belongs to. */
  readonly office: Maybe<Office>;
  /** Telephone numbers. */
  readonly phones: Maybe<ReadonlyArray<Phone>>;
  /** How the person wants to be contacted. */
  readonly preferredContactChannel: Maybe<ContactChannel>;
  /**
   * From which record a merged field is taken; null where no record has a value. A name that is no merged field
   * of LinkedPerson is a BAD_USER_INPUT error.
   */
  readonly provenance: Maybe<RecordSource>;
  /** Marks that this person's work was given. */
  readonly rating: Maybe<Rating>;
  /** All roles that its records prove, each once. */
  readonly roles: Maybe<ReadonlyArray<PersonRole>>;
  /** Salutation, such as "Family". */
  readonly salutation: Maybe<Scalars['String']['output']>;
  /**
   * What each source that was asked about it contributed. FAILED: its records are left out; PARTIAL: which
   * records belong here is known from earlier.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /** Role among the customer's own staff, in the provider's word. */
  readonly staffRole: Maybe<Scalars['String']['output']>;
  /** Labels. */
  readonly tags: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Title, such as "Doctor". */
  readonly title: Maybe<Scalars['String']['output']>;
  /** How many units this owner or manager has. */
  readonly unitCount: Maybe<Scalars['Int']['output']>;
  /** Units that this person rents, uses or owns, each real unit once. */
  readonly units: LinkedUnitConnection;
  /** Website. */
  readonly website: Maybe<Scalars['URL']['output']>;
};


/**
 * One human being or company, whichever systems and roles know it: the records that are the same person, joined.
 * `members` are the records; every other field is merged of them.
 */
export type LinkedPersonDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One human being or company, whichever systems and roles know it: the records that are the same person, joined.
 * `members` are the records; every other field is merged of them.
 */
export type LinkedPersonIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One human being or company, whichever systems and roles know it: the records that are the same person, joined.
 * `members` are the records; every other field is merged of them.
 */
export type LinkedPersonLeasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One human being or company, whichever systems and roles know it: the records that are the same person, joined.
 * `members` are the records; every other field is merged of them.
 */
export type LinkedPersonProvenanceArgs = {
  field: Scalars['String']['input'];
};


/**
 * One human being or company, whichever systems and roles know it: the records that are the same person, joined.
 * `members` are the records; every other field is merged of them.
 */
export type LinkedPersonUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of real persons, each once. There is no `last` and no `before`. */
export type LinkedPersonConnection = {
  readonly __typename?: 'LinkedPersonConnection';
  /** The persons of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LinkedPersonEdge>;
  /** The persons of this page without their cursors. */
  readonly nodes: ReadonlyArray<LinkedPerson>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /** What each source contributed: ok, partial, failed or skipped. */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many real persons there are, as far as the sources that answered know; null if a source failed or holds more
   * records than are compared.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One real person in a connection, with its place in it. */
export type LinkedPersonEdge = {
  readonly __typename?: 'LinkedPersonEdge';
  /**
   * The place of this person in the list; pass it as `after` to continue behind it. Opaque, signed, and the same
   * text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The person. */
  readonly node: LinkedPerson;
};

/**
 * One real unit, whichever systems know it: the records that are the same unit, joined. `members` are the records;
 * every other field is merged of them.
 */
export type LinkedUnit = Node & {
  readonly __typename?: 'LinkedUnit';
  /** Its own address. */
  readonly address: Maybe<Address>;
  /** What it has. */
  readonly amenities: Maybe<ReadonlyArray<Amenity>>;
  /** Floor area. */
  readonly area: Maybe<Area>;
  /** The building that it is in, joined over the systems in the same way. */
  readonly building: Maybe<LinkedBuilding>;
  /** Whether the provider would accept a new listing for it now. */
  readonly canCreateListing: Maybe<Scalars['Boolean']['output']>;
  /**
   * Fields in which the records disagree, after what is only another way of writing it is evened out (case,
   * blanks, punctuation, number format). Selecting it reads all compared fields of all records.
   */
  readonly conflicts: ReadonlyArray<FieldConflict>;
  /** Fields that the customer defined. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** Who handles its issues by default. */
  readonly defaultIssueManager: Maybe<Person>;
  /** Name of the person who handles its issues by default. */
  readonly defaultIssueManagerName: Maybe<Scalars['String']['output']>;
  /** Free text about it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Documents about this unit, of all systems. */
  readonly documents: DocumentConnection;
  /** The customer's own reference number, of the first record that has one. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Floor as a number, counted as the provider counts. */
  readonly floor: Maybe<Scalars['Float']['output']>;
  /** Floor as written, such as "3rd". */
  readonly floorLabel: Maybe<Scalars['String']['output']>;
  /**
   * Opaque global id, derived from the first of its records in the order of sources. `node`, `linkedUnit` and
   * stored links find it by any id it ever had, as long as the record that the id was derived from exists.
   */
  readonly id: Scalars['ID']['output'];
  /** Pictures of it. */
  readonly images: Maybe<ReadonlyArray<Image>>;
  /** Whether it is in use, i.e. */
  readonly isActive: Maybe<Scalars['Boolean']['output']>;
  /** Whether all occupants share it. */
  readonly isCommonSpace: Maybe<Scalars['Boolean']['output']>;
  /** Issues about this unit, of all systems. */
  readonly issues: IssueConnection;
  /** What the unit is used for. */
  readonly kind: Maybe<UnitKind>;
  /**
   * Leases of this unit, as the records of all systems have them, ended ones too. Leases are not joined: two
   * systems may both list one.
   */
  readonly leases: LeaseConnection;
  /** Its property manager. */
  readonly manager: Maybe<Person>;
  /** Name of its property manager. */
  readonly managerName: Maybe<Scalars['String']['output']>;
  /**
   * The records that are this unit, in the order of sources. A record whose source failed is left out, and told
   * in `sources`.
   */
  readonly members: ReadonlyArray<Unit>;
  /** How the metering company knows it. */
  readonly meteringCompany: Maybe<MeteringReference>;
  /** Display name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Number in the national register, in Sweden the four digits of Lantmäteriet. */
  readonly nationalUnitNumber: Maybe<Scalars['String']['output']>;
  /** Number within the building. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** Whether somebody lives in it or uses it, as far as the provider's answers prove it. */
  readonly occupancy: Maybe<UnitOccupancy>;
  /** Its owner. */
  readonly owner: Maybe<Person>;
  /** Name of the company that its owner invoices through. */
  readonly ownerCompanyName: Maybe<Scalars['String']['output']>;
  /** Name of its owner. */
  readonly ownerName: Maybe<Scalars['String']['output']>;
  /** Persons connected with this unit, each real person once. */
  readonly persons: LinkedPersonConnection;
  /**
   * From which record a merged field is taken; null where no record has a value. A name that is no merged field
   * of LinkedUnit is a BAD_USER_INPUT error.
   */
  readonly provenance: Maybe<RecordSource>;
  /** Last renovation. */
  readonly renovatedOn: Maybe<Scalars['Date']['output']>;
  /** Rent a month as it would be asked, not the rent of a lease. */
  readonly rent: Maybe<Money>;
  /** How many rooms; the kitchen does not count. */
  readonly rooms: Maybe<Scalars['Float']['output']>;
  /**
   * What each source that was asked about it contributed. FAILED: its records are left out; PARTIAL: which
   * records belong here is known from earlier.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /** The provider's own word for its kind or category. */
  readonly unitType: Maybe<Scalars['String']['output']>;
  /** Share of the votes in the owners' community. */
  readonly votingShare: Maybe<Scalars['Float']['output']>;
};


/**
 * One real unit, whichever systems know it: the records that are the same unit, joined. `members` are the records;
 * every other field is merged of them.
 */
export type LinkedUnitDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One real unit, whichever systems know it: the records that are the same unit, joined. `members` are the records;
 * every other field is merged of them.
 */
export type LinkedUnitIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One real unit, whichever systems know it: the records that are the same unit, joined. `members` are the records;
 * every other field is merged of them.
 */
export type LinkedUnitLeasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One real unit, whichever systems know it: the records that are the same unit, joined. `members` are the records;
 * every other field is merged of them.
 */
export type LinkedUnitPersonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One real unit, whichever systems know it: the records that are the same unit, joined. `members` are the records;
 * every other field is merged of them.
 */
export type LinkedUnitProvenanceArgs = {
  field: Scalars['String']['input'];
};

/** A page of real units, each once. There is no `last` and no `before`. */
export type LinkedUnitConnection = {
  readonly __typename?: 'LinkedUnitConnection';
  /** The units of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LinkedUnitEdge>;
  /** The units of this page without their cursors. */
  readonly nodes: ReadonlyArray<LinkedUnit>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /** What each source contributed: ok, partial, failed or skipped. */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many real units there are, as far as the sources that answered know; null if a source failed or holds more
   * records than are compared.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One real unit in a connection, with its place in it. */
export type LinkedUnitEdge = {
  readonly __typename?: 'LinkedUnitEdge';
  /**
   * The place of this unit in the list; pass it as `after` to continue behind it. Opaque, signed, and the same
   * text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The unit. */
  readonly node: LinkedUnit;
};

/** Numbers under which a metering company (German: Messdienstleister) knows a building or a unit. */
export type MeteringReference = {
  readonly __typename?: 'MeteringReference';
  /** Number of the property. casavi `mscNumber` of a property, `propertyMscNumber` of a unit. */
  readonly propertyNumber: Maybe<Scalars['String']['output']>;
  /** Name of the metering company. casavi `mscProviderName`. */
  readonly providerName: Maybe<Scalars['String']['output']>;
  /** Number of the unit. casavi `mscNumber` of a unit. */
  readonly unitNumber: Maybe<Scalars['String']['output']>;
};

/** An amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** The amount, in whole currency units. */
  readonly amount: Scalars['Decimal']['output'];
  /** The currency, from the source's configuration, since no provider sends one. */
  readonly currency: Scalars['CurrencyCode']['output'];
};

/** Anything that `node(id)` can answer. */
export type Node = {
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
};

/** An office of the organisation that manages a record. */
export type Office = {
  readonly __typename?: 'Office';
  /** Name of the office. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The provider's own key of the office. */
  readonly remoteId: Maybe<Scalars['String']['output']>;
};

/**
 * Which way an order runs. Texts are compared without regard to the language of the landlord, digits in them as
 * numbers: 9 comes before 10.
 */
export const OrderDirection = {
  /** The least first; those without a value last. */
  ASC: 'ASC',
  /** The greatest first, behind those without a value. */
  DESC: 'DESC'
} as const;

export type OrderDirection = typeof OrderDirection[keyof typeof OrderDirection];
/** A company or organisation. */
export type Organization = {
  readonly __typename?: 'Organization';
  /** Its name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** The provider's own key of the organisation. */
  readonly remoteId: Maybe<Scalars['String']['output']>;
};

/**
 * Where a page of a connection stands. Connections are read forwards only: there is no `last` and no `before`,
 * because no provider can read a list backwards.
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Cursor to continue after, given on every page, an empty one too. Asking again with it retries a failed
   * source from where it stood.
   */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /**
   * Whether another page follows; exact. A failed source does not count, a source not yet asked does. Selecting
   * it may ask one more wave of sources.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Always false: connections are read forwards only. It is here because the Relay specification asks for it. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge of this page; null if the page is empty. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/**
 * A natural person or a company that a source knows: a tenant, an owner, a manager, a contact. The same human in
 * two roles or two sources is two records.
 */
export type Person = Node & SourcedNode & {
  readonly __typename?: 'Person';
  /** Whether the person can log in to the provider's portal. */
  readonly accountStatus: AccountStatus;
  /** How many open issues this service provider works on. Facilitee `activeIssues`. */
  readonly activeIssueCount: Maybe<Scalars['Int']['output']>;
  /**
   * Postal address. Pigello `current_registered_address`; Facilitee `address`; casavi `street`, `postalCode`,
   * `city`, `country`.
   */
  readonly address: Maybe<Address>;
  /** Up to which amount work may be ordered without asking this owner. Facilitee `authorizedAmount`. */
  readonly authorizedAmount: Maybe<Money>;
  /** Date of birth. Pigello `birth_date`; the others do not say. */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /** Company that it is or belongs to. Pigello `corporate_name`; Facilitee `companyName`; casavi `company`. */
  readonly companyName: Maybe<Scalars['String']['output']>;
  /** Position in that company. casavi `companyRole`. */
  readonly companyRole: Maybe<Scalars['String']['output']>;
  /**
   * When the record was created at the provider. Pigello `created_at`; HomeQ `date_joined`; the others do not
   * say.
   */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Fields that the customer defined. casavi `customFields`; Pigello `customer_columns`. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** Whether the provider has a record of this person, or the gateway read it out of another record. */
  readonly derivation: PersonDerivation;
  /** A label to show. Facilitee and HomeQ employees `name`; else first and last name; else the company. */
  readonly displayName: Maybe<Scalars['String']['output']>;
  /** Documents about this person or its leases. */
  readonly documents: DocumentConnection;
  /** Main e-mail address. Pigello, Facilitee, HomeQ and casavi `email`. */
  readonly email: Maybe<Scalars['EmailAddress']['output']>;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; Facilitee `externalReferenceId`; casavi `id`; HomeQ has none.
   */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /**
   * First name. Pigello and HomeQ `first_name`; casavi `firstName`. Facilitee has only the whole name, which is
   * not split.
   */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /**
   * Where invoices go, if elsewhere. Facilitee owners (detail) `invoiceAddress`, `invoiceCompany`,
   * `invoiceEmail`, `attentionTo`; Pigello `invoice_email`.
   */
  readonly invoiceDetails: Maybe<InvoiceDetails>;
  /** Whether the person is still current. Pigello false once `active_to` has passed; the others do not say. */
  readonly isActive: Maybe<Scalars['Boolean']['output']>;
  /** Issues that this person reported. */
  readonly issues: IssueConnection;
  /** Whether it is a human being or a company. */
  readonly kind: PersonKind;
  /** Last name. Pigello and HomeQ `last_name`; casavi `lastName`. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** Leases that this person is a party to, ended ones too. */
  readonly leases: LeaseConnection;
  /**
   * National identity number, as the provider writes it. Pigello `ssn`; HomeQ `ssn` of the agreement, of employees
   * `personal_number`.
   */
  readonly nationalId: Maybe<Scalars['String']['output']>;
  /** Free text about the person. Facilitee `additionalNote`; casavi `note`. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** Office that this employee belongs to. HomeQ `root_office`. */
  readonly office: Maybe<Office>;
  /** Telephone numbers. */
  readonly phones: Maybe<ReadonlyArray<Phone>>;
  /** How the person wants to be contacted. */
  readonly preferredContactChannel: ContactChannel;
  /**
   * The provider's own word for it. Facilitee `status` or `userStatus`; casavi `isRegistered` and HomeQ `joined`
   * as `true` or `false`.
   */
  readonly providerAccountStatus: Maybe<Scalars['String']['output']>;
  /** The provider's own word for it. casavi `preferredWayOfContact`. */
  readonly providerPreferredContactChannel: Maybe<Scalars['String']['output']>;
  /** Marks that this person's work was given. Facilitee managers and service providers. */
  readonly rating: Maybe<Rating>;
  /**
   * The record as the provider's answer had it. Pigello tenant; Facilitee user of a role; HomeQ employee, or the
   * agreement that names a tenant; casavi contact or staff member. Which answer it was depends on how the record
   * was reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** The roles that this record proves; there may be others that it does not. */
  readonly roles: ReadonlyArray<PersonRole>;
  /** Salutation, such as "Family". casavi `salutation`. */
  readonly salutation: Maybe<Scalars['String']['output']>;
  /**
   * Records that are the same person in other systems or roles, with the rule that tells. Ambiguous ones are shown, not joined.
   * Sources whose records are not known from a short while ago are read for it.
   */
  readonly sameAs: ReadonlyArray<EntityLink>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /**
   * Role among the customer's own staff, in the provider's word. casavi `role` (such as `MANAGER`); HomeQ
   * `right_profile_name`; Facilitee managers `role`.
   */
  readonly staffRole: Maybe<Scalars['String']['output']>;
  /** Labels. Facilitee service providers `tags`. */
  readonly tags: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Title, such as "Doctor". casavi `title`. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** How many units this owner or manager has. Facilitee `numberOfPropertyUnits`. */
  readonly unitCount: Maybe<Scalars['Int']['output']>;
  /** Units that this person rents, uses, owns or manages. */
  readonly units: UnitConnection;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Deep link to the person in the provider's application. casavi `appLink`. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** Website. casavi `website`. */
  readonly website: Maybe<Scalars['URL']['output']>;
};


/**
 * A natural person or a company that a source knows: a tenant, an owner, a manager, a contact. The same human in
 * two roles or two sources is two records.
 */
export type PersonDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A natural person or a company that a source knows: a tenant, an owner, a manager, a contact. The same human in
 * two roles or two sources is two records.
 */
export type PersonIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A natural person or a company that a source knows: a tenant, an owner, a manager, a contact. The same human in
 * two roles or two sources is two records.
 */
export type PersonLeasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A natural person or a company that a source knows: a tenant, an owner, a manager, a contact. The same human in
 * two roles or two sources is two records.
 */
export type PersonUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A page of persons, collected over the sources that hold them. There is no `last` and no `before`, because no
 * provider can read a list backwards.
 */
export type PersonConnection = {
  readonly __typename?: 'PersonConnection';
  /** The persons of this page, each with its cursor. */
  readonly edges: ReadonlyArray<PersonEdge>;
  /** The persons of this page without their cursors. */
  readonly nodes: ReadonlyArray<Person>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /**
   * What each source that was asked contributed: ok, partial, failed or skipped. A source that this page did not
   * reach is left out.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many persons match in all chosen sources together. Null if a source failed or has no honest number.
   * Selecting it asks all chosen sources at once and may cost calls of its own.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** How the gateway comes to a person. */
export const PersonDerivation = {
  /** Read out of an agreement that the person signed. HomeQ tenants. */
  DERIVED_FROM_AGREEMENT: 'DERIVED_FROM_AGREEMENT',
  /** The provider has a record of the person. */
  NATIVE: 'NATIVE'
} as const;

export type PersonDerivation = typeof PersonDerivation[keyof typeof PersonDerivation];
/** One person in a connection, with its place in it. */
export type PersonEdge = {
  readonly __typename?: 'PersonEdge';
  /**
   * The place of this person in the list; pass it as `after` to continue behind it. Opaque, signed, and the same
   * text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The person. */
  readonly node: Person;
};

/**
 * Which persons to list. Members are joined by AND, values within a list by OR; an empty list matches nothing; a
 * member left out or null does not restrict.
 */
export type PersonFilter = {
  /** Only records that carry one of these reference numbers of the customer's own. */
  readonly externalId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only sources of these providers. */
  readonly providers?: InputMaybe<ReadonlyArray<Provider>>;
  /** Only persons whose record proves one of these roles. */
  readonly role?: InputMaybe<ReadonlyArray<PersonRole>>;
  /**
   * Only records whose `displayName`, e-mail address or `externalId` contains this text; upper and lower case
   * are the same.
   */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only these sources (`Source.id`). */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Whether a person is a human being or a company. */
export const PersonKind = {
  /** A company or another organisation. */
  COMPANY: 'COMPANY',
  /** A human being. */
  PERSON: 'PERSON',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type PersonKind = typeof PersonKind[keyof typeof PersonKind];
/**
 * An order of persons. All chosen sources are asked at once. A source that cannot order its persons has all of
 * them read and ordered by the gateway, up to its `limits.sortRows`; a longer list is refused.
 */
export type PersonOrder = {
  /** Which way. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: PersonOrderField;
};

/** What persons can be ordered by. Those that are equal stay source by source, in the order of sources. */
export const PersonOrderField = {
  /** By `Person.displayName`. */
  DISPLAY_NAME: 'DISPLAY_NAME',
  /** By `Person.email`. */
  EMAIL: 'EMAIL',
  /** By `Person.externalId`. */
  EXTERNAL_ID: 'EXTERNAL_ID'
} as const;

export type PersonOrderField = typeof PersonOrderField[keyof typeof PersonOrderField];
/** What a person is to the customer. */
export const PersonRole = {
  /** Applies for a unit. */
  APPLICANT: 'APPLICANT',
  /** Somebody the customer knows, in no stated role. casavi contact. */
  CONTACT: 'CONTACT',
  /** Applies for a unit together with somebody else. */
  CO_APPLICANT: 'CO_APPLICANT',
  /** Vouches for an applicant or a tenant. */
  GUARANTOR: 'GUARANTOR',
  /** Handles issues. */
  ISSUE_MANAGER: 'ISSUE_MANAGER',
  /** Signs for the landlord. */
  LANDLORD_SIGNATORY: 'LANDLORD_SIGNATORY',
  /** Uses a unit, whether or not it rents it. Facilitee property user. */
  OCCUPANT: 'OCCUPANT',
  /** Owns a unit or a building. Facilitee owner. */
  OWNER: 'OWNER',
  /** Manages units or buildings. Facilitee manager. */
  PROPERTY_MANAGER: 'PROPERTY_MANAGER',
  /** Carries out work. Facilitee service provider. */
  SERVICE_PROVIDER: 'SERVICE_PROVIDER',
  /** One of the customer's own people. HomeQ employee; casavi staff. */
  STAFF: 'STAFF',
  /** Rents from a tenant. */
  SUB_TENANT: 'SUB_TENANT',
  /** Rents a unit. Pigello tenant; HomeQ signer of an agreement. */
  TENANT: 'TENANT',
  /** A role that the gateway does not know. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type PersonRole = typeof PersonRole[keyof typeof PersonRole];
/** A telephone number. */
export type Phone = {
  readonly __typename?: 'Phone';
  /** Country calling code that stands beside the number, digits only, such as `31`. Facilitee `countryCode`. */
  readonly countryCallingCode: Maybe<Scalars['String']['output']>;
  /** What the number is for. */
  readonly kind: PhoneKind;
  /**
   * The number as the provider writes it. Pigello `phone_number`; Facilitee `phoneNumber`; HomeQ `phone_number`;
   * casavi `telephone`, `mobile`, `fax`.
   */
  readonly number: Scalars['String']['output'];
};

/** What a telephone number is for. */
export const PhoneKind = {
  /** A fax machine. casavi `fax`. */
  FAX: 'FAX',
  /** A telephone at a desk or in a home. casavi `telephone`. */
  LANDLINE: 'LANDLINE',
  /** A mobile telephone. casavi `mobile`. */
  MOBILE: 'MOBILE',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type PhoneKind = typeof PhoneKind[keyof typeof PhoneKind];
/** The systems that the gateway can read. */
export const Provider = {
  /** casavi, property management and tenant portal (Germany). */
  CASAVI: 'CASAVI',
  /** Facilitee, issue management (Netherlands). */
  FACILITEE: 'FACILITEE',
  /** HomeQ, letting (Sweden). */
  HOMEQ: 'HOMEQ',
  /** Pigello, property management (Sweden). */
  PIGELLO: 'PIGELLO'
} as const;

export type Provider = typeof Provider[keyof typeof Provider];
/** Everything that can be asked. */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * One building. A malformed id, or the id of another type, is a BAD_USER_INPUT error; an unknown or forbidden
   * record is null.
   */
  readonly building: Maybe<Building>;
  /**
   * Buildings of all sources. Pigello buildings (archived ones too), Facilitee properties (inactive ones too),
   * HomeQ estates, casavi properties. There is no `last` and no `before`, because no provider can read a list
   * backwards.
   */
  readonly buildings: BuildingConnection;
  /**
   * One document. A malformed id, or the id of another type, is a BAD_USER_INPUT error; an unknown or forbidden
   * record is null.
   */
  readonly document: Maybe<Document>;
  /**
   * Documents of all sources. Pigello signed and signable contract documents and errand files; Facilitee
   * attachments of units and service providers; HomeQ contract and profile card of each agreement; casavi
   * attachments of tickets (a document of its document interface only by id or `externalId`, since casavi lists
   * none). Pictures are not documents. There is no `last` and no `before`, because no provider can read a list
   * backwards.
   */
  readonly documents: DocumentConnection;
  /**
   * One issue. A malformed id, or the id of another type, is a BAD_USER_INPUT error; an unknown or forbidden
   * record is null.
   */
  readonly issue: Maybe<Issue>;
  /**
   * Issues of all sources. Pigello general errands; Facilitee issues, by default all since the start that the
   * source's configuration names; casavi tickets. HomeQ has none. There is no `last` and no `before`, because no
   * provider can read a list backwards.
   */
  readonly issues: IssueConnection;
  /**
   * One lease. A malformed id, or the id of another type, is a BAD_USER_INPUT error; an unknown or forbidden
   * record is null.
   */
  readonly lease: Maybe<Lease>;
  /**
   * Leases of all sources, ended ones too. Pigello apartment contracts; Facilitee one for each pair of a unit
   * and a property user; HomeQ one for each agreement; casavi contracts, of owners too. All but Pigello's are
   * embedded or derived: see `derivation`. There is no `last` and no `before`, because no provider can read a
   * list backwards.
   */
  readonly leases: LeaseConnection;
  /**
   * One real building, by the id of it or of any record of it, or by the external reference of a record. Give
   * exactly one of the two; a malformed id, or one of another type, is a BAD_USER_INPUT error. Null where no
   * record is known. If a reference is that of several buildings, it is null with a BAD_USER_INPUT error: ask by
   * id then.
   */
  readonly linkedBuilding: Maybe<LinkedBuilding>;
  /**
   * Every real building once, those that only one source knows included, in the order of sources and their
   * lists. A source that fails is told in `sources`; what is known of the buildings from others, and which
   * records belong together, stays. There is no `last` and no `before`.
   */
  readonly linkedBuildings: LinkedBuildingConnection;
  /**
   * One real person, by the id of it or of any record of it, or by the external reference of a record. Give
   * exactly one of the two; a malformed id, or one of another type, is a BAD_USER_INPUT error. Null where no
   * record is known. If a reference is that of several persons, it is null with a BAD_USER_INPUT error: ask by
   * id then.
   */
  readonly linkedPerson: Maybe<LinkedPerson>;
  /**
   * Every real person once, those that only one source knows included, in the order of sources and their lists.
   * A source that fails is told in `sources`; what is known of the persons from others, and which records belong
   * together, stays. There is no `last` and no `before`.
   */
  readonly linkedPersons: LinkedPersonConnection;
  /**
   * One real unit, by the id of it or of any record of it, or by the external reference of a record. Give
   * exactly one of the two; a malformed id, or one of another type, is a BAD_USER_INPUT error. Null where no
   * record is known. If a reference is that of several units, it is null with a BAD_USER_INPUT error: ask by id
   * then.
   */
  readonly linkedUnit: Maybe<LinkedUnit>;
  /**
   * Every real unit once, those that only one source knows included, in the order of sources and their lists. A
   * source that fails is told in `sources`; what is known of the units from others, and which records belong
   * together, stays. There is no `last` and no `before`.
   */
  readonly linkedUnits: LinkedUnitConnection;
  /**
   * Any record by its global id. A malformed id is a BAD_USER_INPUT error; an unknown or forbidden record is
   * null.
   */
  readonly node: Maybe<Node>;
  /**
   * Up to 100 records by their global ids, in the order asked. A malformed, unknown or forbidden id is null in
   * its place; a source that fails gives null and an entry in `errors`.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /**
   * One person or company. A malformed id, or the id of another type, is a BAD_USER_INPUT error; an unknown or
   * forbidden record is null.
   */
  readonly person: Maybe<Person>;
  /**
   * Persons and companies of all sources. Pigello tenants; Facilitee owners, managers, service providers and
   * property users; HomeQ employees (its tenants only through `Lease.tenants`); casavi contacts, then staff.
   * There is no `last` and no `before`, because no provider can read a list backwards.
   */
  readonly persons: PersonConnection;
  /** The configured sources that the caller may use, in the order in which lists ask them. */
  readonly sources: ReadonlyArray<Source>;
  /**
   * One unit. A malformed id, or the id of another type, is a BAD_USER_INPUT error; an unknown or forbidden
   * record is null.
   */
  readonly unit: Maybe<Unit>;
  /**
   * Units of all sources. Pigello apartments, Facilitee property units, HomeQ apartments, casavi units. There is
   * no `last` and no `before`, because no provider can read a list backwards.
   */
  readonly units: UnitConnection;
};


/** Everything that can be asked. */
export type QueryBuildingArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryBuildingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BuildingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<BuildingOrder>;
};


/** Everything that can be asked. */
export type QueryDocumentArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DocumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DocumentOrder>;
};


/** Everything that can be asked. */
export type QueryIssueArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IssueFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<IssueOrder>;
};


/** Everything that can be asked. */
export type QueryLeaseArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryLeasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LeaseOrder>;
};


/** Everything that can be asked. */
export type QueryLinkedBuildingArgs = {
  externalId?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


/** Everything that can be asked. */
export type QueryLinkedBuildingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BuildingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryLinkedPersonArgs = {
  externalId?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


/** Everything that can be asked. */
export type QueryLinkedPersonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryLinkedUnitArgs = {
  externalId?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


/** Everything that can be asked. */
export type QueryLinkedUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UnitFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** Everything that can be asked. */
export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryPersonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PersonOrder>;
};


/** Everything that can be asked. */
export type QueryUnitArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UnitFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<UnitOrder>;
};

/** Marks that were given, summed up. */
export type Rating = {
  readonly __typename?: 'Rating';
  /** Average mark; null if nobody gave one. Facilitee `averageRating`. */
  readonly average: Maybe<Scalars['Float']['output']>;
  /** How many marks were given. Facilitee `numberOfRatings`. */
  readonly count: Maybe<Scalars['Int']['output']>;
};

/** Where a record was read from. */
export type RecordSource = {
  readonly __typename?: 'RecordSource';
  /** When the answer that this record was read from arrived. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** The provider of that source. */
  readonly provider: Provider;
  /** The provider's own key of the record. Where several keys together name a record, they are joined by `:`. */
  readonly remoteId: Scalars['String']['output'];
  /** The source (`Source.id`). */
  readonly sourceId: Scalars['ID']['output'];
};

/** Who is responsible for something in a building. */
export type Responsibility = {
  readonly __typename?: 'Responsibility';
  /** The person. casavi `contactId`. */
  readonly contact: Maybe<Person>;
  /** Name of the person. casavi `contactName`. */
  readonly contactName: Maybe<Scalars['String']['output']>;
  /** E-mail address for this role. casavi `email`. */
  readonly email: Maybe<Scalars['EmailAddress']['output']>;
  /** The provider's own word for it. casavi `roleType`. */
  readonly providerRoleType: Maybe<Scalars['String']['output']>;
  /** What the person does, in the customer's words, such as "Hausmeister". casavi `roleName`. */
  readonly roleName: Maybe<Scalars['String']['output']>;
  /** Whether the person belongs to the managing organisation. */
  readonly roleType: ResponsibilityRoleType;
  /** Telephone number for this role. casavi `telephone`. */
  readonly telephone: Maybe<Scalars['String']['output']>;
};

/** Whether a responsible person belongs to the managing organisation. */
export const ResponsibilityRoleType = {
  /** Somebody from outside, such as a craftsman. casavi `external`. */
  EXTERNAL: 'EXTERNAL',
  /** One of its own people. casavi `internal`. */
  INTERNAL: 'INTERNAL',
  /** The provider does not say, or in a word that the gateway does not know. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type ResponsibilityRoleType = typeof ResponsibilityRoleType[keyof typeof ResponsibilityRoleType];
/** One configured account at a provider. */
export type Source = {
  readonly __typename?: 'Source';
  /** What this source can be asked for: one row for each list and each edge. */
  readonly capabilities: ReadonlyArray<Capability>;
  /** The currency of its amounts, from the configuration, since no provider sends one. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /**
   * Where its answers are not as documented: what each field did not say although it should have, counted since the
   * gateway started, gravest kind first and most frequent first within it. What does not fit is null and costs nothing
   * else, so this is where it shows. A warning in the log tells of new drift, at most once a minute. No values are kept.
   */
  readonly drift: ReadonlyArray<Drift>;
  /**
   * The source's id, from the configuration; by default the provider's name in lower case. Not a global id:
   * `node(id)` does not take it.
   */
  readonly id: Scalars['ID']['output'];
  /** The system this source is an account at. */
  readonly provider: Provider;
  /**
   * IANA name of the zone (such as `Europe/Stockholm`) in which its times without an offset are read and in
   * which "today" is evaluated; from the configuration.
   */
  readonly timeZone: Scalars['String']['output'];
};

/** Why a source could not answer. It never holds text of a provider's answer. */
export type SourceError = {
  readonly __typename?: 'SourceError';
  /**
   * One of the codes that stand in `extensions.code` of errors, such as UPSTREAM_TIMEOUT or
   * UPSTREAM_UNAUTHORIZED.
   */
  readonly code: Scalars['String']['output'];
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** How many seconds to wait before asking again, where the provider said so. */
  readonly retryAfter: Maybe<Scalars['Int']['output']>;
  /** Whether the same request may succeed later. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** What one source contributed to a connection. */
export type SourceResult = {
  readonly __typename?: 'SourceResult';
  /** Why it failed or is partial; null otherwise. */
  readonly error: Maybe<SourceError>;
  /** When its oldest answer used here arrived; null if there was none. */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** The provider of that source. */
  readonly provider: Provider;
  /** The source (`Source.id`). */
  readonly sourceId: Scalars['ID']['output'];
  /** How it went. */
  readonly status: SourceStatus;
  /** Whether the gateway stopped reading this source before its end, so that records may be missing here. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** How a source answered a connection. */
export const SourceStatus = {
  /** It could not be read; a timeout counts as a failure. */
  FAILED: 'FAILED',
  /** Everything asked for is here. */
  OK: 'OK',
  /** Something is here, but not all of it, or not fresh. */
  PARTIAL: 'PARTIAL',
  /** It cannot serve this list or edge and was not asked. */
  SKIPPED: 'SKIPPED'
} as const;

export type SourceStatus = typeof SourceStatus[keyof typeof SourceStatus];
/** A record that a source holds, with its provenance and reference number. */
export type SourcedNode = {
  /** When the record was created at the provider. Null where the provider does not say. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The customer's own reference number, by which the same thing may be known in several systems. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** The record as the provider's answer had it. National ids, secrets and what signs a link are blacked out. */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** When the record was last changed at the provider. Null where the provider does not say. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
};

/** How a source serves a list or an edge. */
export const Support = {
  /** The gateway puts it together from other answers of the provider. */
  DERIVED: 'DERIVED',
  /** The provider's interface has it. */
  NATIVE: 'NATIVE',
  /** The provider has nothing to read it from: a list is empty with status SKIPPED, a single edge is null. */
  UNSUPPORTED: 'UNSUPPORTED'
} as const;

export type Support = typeof Support[keyof typeof Support];
/** A work order given out for an issue. casavi. */
export type Task = Node & {
  readonly __typename?: 'Task';
  /** When the assignee accepted it. casavi `acceptedAt`. */
  readonly acceptedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who is to do it. casavi `assignedToId`, a contact. */
  readonly assignee: Maybe<Person>;
  /** When it was completed. casavi `completedAt`. */
  readonly completedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was given out. casavi `createdAt`. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Who gave it out. casavi `createdById`. */
  readonly createdBy: Maybe<Person>;
  /** When the assignee declined it. casavi `declinedAt`. */
  readonly declinedAt: Maybe<Scalars['DateTime']['output']>;
  /** What is to be done, in full. casavi `description`. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** The issue it was given out for. */
  readonly issue: Maybe<Issue>;
  /** Order number that people use for it. casavi `id`. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** The provider's own word for it. casavi `status`. */
  readonly providerStatus: Maybe<Scalars['String']['output']>;
  /**
   * The record as the provider's answer had it. casavi task. Which answer it was depends on how the record was
   * reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** Where it stands. casavi `status`. */
  readonly status: TaskStatus;
  /** What is to be done, in a few words. casavi `title`. */
  readonly title: Maybe<Scalars['String']['output']>;
};

/**
 * A page of tasks, collected over the sources that hold them. There is no `last` and no `before`, because no
 * provider can read a list backwards.
 */
export type TaskConnection = {
  readonly __typename?: 'TaskConnection';
  /** The tasks of this page, each with its cursor. */
  readonly edges: ReadonlyArray<TaskEdge>;
  /** The tasks of this page without their cursors. */
  readonly nodes: ReadonlyArray<Task>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /**
   * What each source that was asked contributed: ok, partial, failed or skipped. A source that this page did not
   * reach is left out.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many tasks match in all chosen sources together. Null if a source failed or has no honest number.
   * Selecting it asks all chosen sources at once and may cost calls of its own.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One task in a connection, with its place in it. */
export type TaskEdge = {
  readonly __typename?: 'TaskEdge';
  /**
   * The place of this task in the list; pass it as `after` to continue behind it. Opaque, signed, and the same
   * text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The task. */
  readonly node: Task;
};

/** Where a work order stands. */
export const TaskStatus = {
  /** Accepted. casavi `ACCEPTED`. */
  ACCEPTED: 'ACCEPTED',
  /** Done. casavi `COMPLETED`. */
  COMPLETED: 'COMPLETED',
  /** Declined. casavi `DECLINED`. */
  DECLINED: 'DECLINED',
  /** Given out, no answer yet. casavi `OPEN`. */
  OPEN: 'OPEN',
  /** A word that the gateway does not know. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type TaskStatus = typeof TaskStatus[keyof typeof TaskStatus];
/** A space that is let, owned or used as one: an apartment, a shop, a parking space, a common area. */
export type Unit = Node & SourcedNode & {
  readonly __typename?: 'Unit';
  /**
   * Its own address. Pigello `address`; Facilitee `address` (may be the property's); HomeQ `address` and
   * `location`; casavi `address`, one line.
   */
  readonly address: Maybe<Address>;
  /** What it has. HomeQ, apartment detail. */
  readonly amenities: Maybe<ReadonlyArray<Amenity>>;
  /** Floor area. Pigello `usable_area`; HomeQ and casavi `area`. */
  readonly area: Maybe<Area>;
  /** The building it belongs to. */
  readonly building: Maybe<Building>;
  /** Whether the provider would accept a new listing for it now. HomeQ `can_create_ad_listing`. */
  readonly canCreateListing: Maybe<Scalars['Boolean']['output']>;
  /** When the record was created at the provider. Pigello `created_at`; the others do not say. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Fields that the customer defined. casavi `customFields`; Pigello `customer_columns`. */
  readonly customFields: Maybe<ReadonlyArray<CustomField>>;
  /** Who handles its issues by default. Facilitee `defaultIssueManager`. */
  readonly defaultIssueManager: Maybe<Person>;
  /**
   * Name of the person who handles its issues by default. Facilitee `defaultIssueManagerName`
   * (`defaultIssueManager.name`).
   */
  readonly defaultIssueManagerName: Maybe<Scalars['String']['output']>;
  /** Free text about it. Facilitee `additionalNote`; HomeQ `description`; casavi `note`. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Documents about this unit or something in it. */
  readonly documents: DocumentConnection;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`, else `landlord_custom_id`; Facilitee `customUnitId` (made up by Facilitee where the customer
   * gave none); HomeQ `external_id` (`landlord_object_id`); casavi `id`.
   */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /**
   * Floor as a number, counted as the provider counts. Pigello the lowest of `floors`; Facilitee and HomeQ
   * `floor`.
   */
  readonly floor: Maybe<Scalars['Float']['output']>;
  /** Floor as written, such as "3rd". casavi `floor`. */
  readonly floorLabel: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Pictures of it. HomeQ `images`. */
  readonly images: Maybe<ReadonlyArray<Image>>;
  /** Whether it is in use, i.e. not archived. Pigello not `archived`; Facilitee `isActive`. */
  readonly isActive: Maybe<Scalars['Boolean']['output']>;
  /** Whether all occupants share it. Facilitee `isCommonSpace`. */
  readonly isCommonSpace: Maybe<Scalars['Boolean']['output']>;
  /** Issues about this unit. */
  readonly issues: IssueConnection;
  /**
   * What the unit is used for. Pigello and HomeQ: apartments; Facilitee from `isCommonSpace` and
   * `propertyUnitType.name`, casavi from `purpose`, both by a table of the source's configuration.
   */
  readonly kind: UnitKind;
  /** Leases of this unit, ended ones too. */
  readonly leases: LeaseConnection;
  /** Its property manager. Facilitee `manager`. */
  readonly manager: Maybe<Person>;
  /** Name of its property manager. Facilitee `defaultPropertyManagerName` (`manager.name`). */
  readonly managerName: Maybe<Scalars['String']['output']>;
  /** How the metering company knows it. casavi `mscNumber`, `propertyMscNumber`. */
  readonly meteringCompany: Maybe<MeteringReference>;
  /** Display name. Pigello `popular_name`; casavi `name`; Facilitee and HomeQ have none. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * Number in the national register, in Sweden the four digits of Lantmäteriet. Pigello `apartment_id`; HomeQ
   * `lgh` (`national_id`).
   */
  readonly nationalUnitNumber: Maybe<Scalars['String']['output']>;
  /**
   * Number within the building. Pigello `apartment_id`; Facilitee `customUnitId`; HomeQ `lgh` (`national_id`);
   * casavi `number`.
   */
  readonly number: Maybe<Scalars['String']['output']>;
  /**
   * Whether somebody lives in it or uses it, as far as the provider's answers prove it. Facilitee from
   * `propertyUsers` (detail), casavi from running `contracts`; the others do not say.
   */
  readonly occupancy: UnitOccupancy;
  /** Its owner. Facilitee `owner`. */
  readonly owner: Maybe<Person>;
  /** Name of the company that its owner invoices through. Facilitee `ownerCompanyName` (`ownerCompany.name`). */
  readonly ownerCompanyName: Maybe<Scalars['String']['output']>;
  /** Name of its owner. Facilitee `ownerName`. */
  readonly ownerName: Maybe<Scalars['String']['output']>;
  /** Persons connected with this unit, such as tenants, occupants, owner, manager. */
  readonly persons: PersonConnection;
  /**
   * The record as the provider's answer had it. Pigello apartment; Facilitee property unit; HomeQ inventory entry
   * or apartment; casavi unit. Which answer it was depends on how the record was reached. National ids, secrets
   * and what signs a link are blacked out.
   */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Last renovation. HomeQ `renovation_date`. */
  readonly renovatedOn: Maybe<Scalars['Date']['output']>;
  /** Rent a month as it would be asked, not the rent of a lease. HomeQ `rent`. */
  readonly rent: Maybe<Money>;
  /** How many rooms; the kitchen does not count. Pigello from `category`; HomeQ and casavi `rooms`. */
  readonly rooms: Maybe<Scalars['Float']['output']>;
  /**
   * Records that are the same unit in other systems, with the rule that tells. Ambiguous ones are shown, not joined.
   * Sources whose records are not known from a short while ago are read for it.
   */
  readonly sameAs: ReadonlyArray<EntityLink>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /**
   * The provider's own word for its kind or category. Pigello `category` (such as `PX_2_ROK`); Facilitee
   * `propertyUnitType.name`; casavi `purpose`.
   */
  readonly unitType: Maybe<Scalars['String']['output']>;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Deep link to the unit in the provider's application. casavi `appLink`. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** Share of the votes in the owners' community. casavi `votingShare`. */
  readonly votingShare: Maybe<Scalars['Float']['output']>;
};


/** A space that is let, owned or used as one: an apartment, a shop, a parking space, a common area. */
export type UnitDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A space that is let, owned or used as one: an apartment, a shop, a parking space, a common area. */
export type UnitIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A space that is let, owned or used as one: an apartment, a shop, a parking space, a common area. */
export type UnitLeasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A space that is let, owned or used as one: an apartment, a shop, a parking space, a common area. */
export type UnitPersonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A page of units, collected over the sources that hold them. There is no `last` and no `before`, because no
 * provider can read a list backwards.
 */
export type UnitConnection = {
  readonly __typename?: 'UnitConnection';
  /** The units of this page, each with its cursor. */
  readonly edges: ReadonlyArray<UnitEdge>;
  /** The units of this page without their cursors. */
  readonly nodes: ReadonlyArray<Unit>;
  /** Where this page ends, and whether another follows. */
  readonly pageInfo: PageInfo;
  /**
   * What each source that was asked contributed: ok, partial, failed or skipped. A source that this page did not
   * reach is left out.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /**
   * How many units match in all chosen sources together. Null if a source failed or has no honest number.
   * Selecting it asks all chosen sources at once and may cost calls of its own.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One unit in a connection, with its place in it. */
export type UnitEdge = {
  readonly __typename?: 'UnitEdge';
  /**
   * The place of this unit in the list; pass it as `after` to continue behind it. Opaque, signed, and the same
   * text for the same place.
   */
  readonly cursor: Scalars['String']['output'];
  /** The unit. */
  readonly node: Unit;
};

/**
 * Which units to list. Members are joined by AND, values within a list by OR; an empty list matches nothing; a
 * member left out or null does not restrict.
 */
export type UnitFilter = {
  /** Only units in these buildings (`Building.id`). */
  readonly building?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only records that carry one of these reference numbers of the customer's own. */
  readonly externalId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only units of these kinds. */
  readonly kind?: InputMaybe<ReadonlyArray<UnitKind>>;
  /** Only sources of these providers. */
  readonly providers?: InputMaybe<ReadonlyArray<Provider>>;
  /** Only records whose name, number or `externalId` contains this text; upper and lower case are the same. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only these sources (`Source.id`). */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What a unit is used for. */
export const UnitKind = {
  /** A dwelling. */
  APARTMENT: 'APARTMENT',
  /** A shop, an office, a workshop. */
  COMMERCIAL: 'COMMERCIAL',
  /** A space that all occupants share. */
  COMMON_AREA: 'COMMON_AREA',
  /** The provider has a word for it that fits none of these. */
  OTHER: 'OTHER',
  /** An outdoor space. */
  OUTDOOR: 'OUTDOOR',
  /** A parking space or garage. */
  PARKING: 'PARKING',
  /** A cellar compartment or other storage. */
  STORAGE: 'STORAGE',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type UnitKind = typeof UnitKind[keyof typeof UnitKind];
/** Whether a unit is occupied. */
export const UnitOccupancy = {
  /** Somebody uses it. */
  OCCUPIED: 'OCCUPIED',
  /** It is promised to somebody. */
  RESERVED: 'RESERVED',
  /** The provider does not say. */
  UNKNOWN: 'UNKNOWN',
  /** Nobody uses it. */
  VACANT: 'VACANT'
} as const;

export type UnitOccupancy = typeof UnitOccupancy[keyof typeof UnitOccupancy];
/**
 * An order of units. All chosen sources are asked at once. A source that cannot order its units has all of
 * them read and ordered by the gateway, up to its `limits.sortRows`; a longer list is refused.
 */
export type UnitOrder = {
  /** Which way. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: UnitOrderField;
};

/** What units can be ordered by. Those that are equal stay source by source, in the order of sources. */
export const UnitOrderField = {
  /** By the value of `Unit.area`. */
  AREA: 'AREA',
  /** By `Unit.externalId`. */
  EXTERNAL_ID: 'EXTERNAL_ID',
  /** By `Unit.floor`. */
  FLOOR: 'FLOOR',
  /** By `Unit.number`. */
  NUMBER: 'NUMBER',
  /** By the amount of `Unit.rent`, whatever its currency. */
  RENT: 'RENT',
  /** By `Unit.rooms`. */
  ROOMS: 'ROOMS'
} as const;

export type UnitOrderField = typeof UnitOrderField[keyof typeof UnitOrderField];
export type BuildingPageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type BuildingPageQuery = { readonly __typename: 'Query', readonly building: (
    { readonly __typename: 'Building', readonly buildingType: string | null, readonly description: string | null, readonly ownerName: string | null, readonly url: Url | null, readonly units: (
      { readonly __typename: 'UnitConnection' }
      & { ' $fragmentRefs'?: { 'UnitListFragment': UnitListFragment } }
    ), readonly leases: (
      { readonly __typename: 'LeaseConnection' }
      & { ' $fragmentRefs'?: { 'LeaseListFragment': LeaseListFragment } }
    ), readonly issues: (
      { readonly __typename: 'IssueConnection' }
      & { ' $fragmentRefs'?: { 'IssueListFragment': IssueListFragment } }
    ), readonly documents: (
      { readonly __typename: 'DocumentConnection' }
      & { ' $fragmentRefs'?: { 'DocumentListFragment': DocumentListFragment } }
    ) }
    & { ' $fragmentRefs'?: { 'BuildingCardFragment': BuildingCardFragment } }
  ) | null };

export type BuildingUnitsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BuildingUnitsQuery = { readonly __typename: 'Query', readonly building: { readonly __typename: 'Building', readonly id: string, readonly units: (
      { readonly __typename: 'UnitConnection' }
      & { ' $fragmentRefs'?: { 'UnitListFragment': UnitListFragment } }
    ) } | null };

export type BuildingLeasesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BuildingLeasesQuery = { readonly __typename: 'Query', readonly building: { readonly __typename: 'Building', readonly id: string, readonly leases: (
      { readonly __typename: 'LeaseConnection' }
      & { ' $fragmentRefs'?: { 'LeaseListFragment': LeaseListFragment } }
    ) } | null };

export type BuildingIssuesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BuildingIssuesQuery = { readonly __typename: 'Query', readonly building: { readonly __typename: 'Building', readonly id: string, readonly issues: (
      { readonly __typename: 'IssueConnection' }
      & { ' $fragmentRefs'?: { 'IssueListFragment': IssueListFragment } }
    ) } | null };

export type BuildingDocumentsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BuildingDocumentsQuery = { readonly __typename: 'Query', readonly building: { readonly __typename: 'Building', readonly id: string, readonly documents: (
      { readonly __typename: 'DocumentConnection' }
      & { ' $fragmentRefs'?: { 'DocumentListFragment': DocumentListFragment } }
    ) } | null };

export type DocumentsPageQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DocumentFilter>;
  orderBy?: InputMaybe<DocumentOrder>;
}>;


export type DocumentsPageQuery = { readonly __typename: 'Query', readonly documents: { readonly __typename: 'DocumentConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'DocumentEdge', readonly cursor: string, readonly node: (
        { readonly __typename: 'Document', readonly subject:
          | { readonly __typename: 'Building', readonly id: string, readonly externalId: string | null }
          | { readonly __typename: 'Document', readonly id: string, readonly externalId: string | null }
          | { readonly __typename: 'Issue', readonly id: string, readonly externalId: string | null }
          | { readonly __typename: 'Lease', readonly id: string, readonly externalId: string | null }
          | { readonly __typename: 'Person', readonly id: string, readonly externalId: string | null }
          | { readonly __typename: 'Unit', readonly id: string, readonly externalId: string | null }
         | null }
        & { ' $fragmentRefs'?: { 'DocumentCardFragment': DocumentCardFragment } }
      ) }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
      { readonly __typename: 'SourceResult' }
      & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
    )> } };

export type DocumentLinkQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DocumentLinkQuery = { readonly __typename: 'Query', readonly document: { readonly __typename: 'Document', readonly id: string, readonly url: Url | null } | null };

export type BuildingCardFragment = { readonly __typename: 'Building', readonly id: string, readonly externalId: string | null, readonly name: string | null, readonly kind: BuildingKind, readonly number: string | null, readonly isActive: boolean | null, readonly address: { readonly __typename: 'Address', readonly formatted: string | null, readonly city: string | null } | null, readonly source: (
    { readonly __typename: 'RecordSource' }
    & { ' $fragmentRefs'?: { 'OriginFragment': OriginFragment } }
  ) } & { ' $fragmentName'?: 'BuildingCardFragment' };

export type BuildingListFragment = { readonly __typename: 'BuildingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BuildingEdge', readonly cursor: string, readonly node: (
      { readonly __typename: 'Building' }
      & { ' $fragmentRefs'?: { 'BuildingCardFragment': BuildingCardFragment } }
    ) }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
    { readonly __typename: 'SourceResult' }
    & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
  )> } & { ' $fragmentName'?: 'BuildingListFragment' };

export type DocumentCardFragment = { readonly __typename: 'Document', readonly id: string, readonly externalId: string | null, readonly title: string | null, readonly fileName: string | null, readonly kind: DocumentKind, readonly mimeType: string | null, readonly sizeBytes: number | null, readonly createdAt: DateTime | null, readonly publishedAt: DateTime | null, readonly url: Url | null, readonly source: (
    { readonly __typename: 'RecordSource' }
    & { ' $fragmentRefs'?: { 'OriginFragment': OriginFragment } }
  ) } & { ' $fragmentName'?: 'DocumentCardFragment' };

export type DocumentListFragment = { readonly __typename: 'DocumentConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'DocumentEdge', readonly cursor: string, readonly node: (
      { readonly __typename: 'Document' }
      & { ' $fragmentRefs'?: { 'DocumentCardFragment': DocumentCardFragment } }
    ) }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
    { readonly __typename: 'SourceResult' }
    & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
  )> } & { ' $fragmentName'?: 'DocumentListFragment' };

export type IssueCardFragment = { readonly __typename: 'Issue', readonly id: string, readonly externalId: string | null, readonly number: string | null, readonly title: string | null, readonly category: string | null, readonly status: IssueStatus, readonly providerStatus: string | null, readonly priority: IssuePriority, readonly createdAt: DateTime | null, readonly updatedAt: DateTime | null, readonly reporterName: string | null, readonly assigneeName: string | null, readonly source: (
    { readonly __typename: 'RecordSource' }
    & { ' $fragmentRefs'?: { 'OriginFragment': OriginFragment } }
  ) } & { ' $fragmentName'?: 'IssueCardFragment' };

export type IssueListFragment = { readonly __typename: 'IssueConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'IssueEdge', readonly cursor: string, readonly node: (
      { readonly __typename: 'Issue' }
      & { ' $fragmentRefs'?: { 'IssueCardFragment': IssueCardFragment } }
    ) }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
    { readonly __typename: 'SourceResult' }
    & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
  )> } & { ' $fragmentName'?: 'IssueListFragment' };

export type LeaseCardFragment = { readonly __typename: 'Lease', readonly id: string, readonly externalId: string | null, readonly number: string | null, readonly kind: LeaseKind, readonly status: LeaseStatus, readonly derivation: LeaseDerivation, readonly startDate: Day | null, readonly endDate: Day | null, readonly tenants: ReadonlyArray<(
    { readonly __typename: 'Person' }
    & { ' $fragmentRefs'?: { 'PersonNameFragment': PersonNameFragment } }
  )> | null, readonly source: (
    { readonly __typename: 'RecordSource' }
    & { ' $fragmentRefs'?: { 'OriginFragment': OriginFragment } }
  ) } & { ' $fragmentName'?: 'LeaseCardFragment' };

export type LeaseListFragment = { readonly __typename: 'LeaseConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'LeaseEdge', readonly cursor: string, readonly node: (
      { readonly __typename: 'Lease' }
      & { ' $fragmentRefs'?: { 'LeaseCardFragment': LeaseCardFragment } }
    ) }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
    { readonly __typename: 'SourceResult' }
    & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
  )> } & { ' $fragmentName'?: 'LeaseListFragment' };

export type PersonNameFragment = { readonly __typename: 'Person', readonly id: string, readonly kind: PersonKind, readonly displayName: string | null } & { ' $fragmentName'?: 'PersonNameFragment' };

export type PersonContactFragment = { readonly __typename: 'Person', readonly id: string, readonly email: EmailAddress | null, readonly phones: ReadonlyArray<{ readonly __typename: 'Phone', readonly kind: PhoneKind, readonly number: string, readonly countryCallingCode: string | null }> | null, readonly address: { readonly __typename: 'Address', readonly formatted: string | null } | null } & { ' $fragmentName'?: 'PersonContactFragment' };

export type PersonCardFragment = (
  { readonly __typename: 'Person', readonly externalId: string | null, readonly roles: ReadonlyArray<PersonRole>, readonly companyName: string | null, readonly accountStatus: AccountStatus, readonly isActive: boolean | null, readonly source: (
    { readonly __typename: 'RecordSource' }
    & { ' $fragmentRefs'?: { 'OriginFragment': OriginFragment } }
  ) }
  & { ' $fragmentRefs'?: { 'PersonNameFragment': PersonNameFragment } }
) & { ' $fragmentName'?: 'PersonCardFragment' };

export type SourceReportFragment = { readonly __typename: 'SourceResult', readonly sourceId: string, readonly provider: Provider, readonly status: SourceStatus, readonly truncated: boolean, readonly error: { readonly __typename: 'SourceError', readonly code: string, readonly message: string, readonly retryable: boolean, readonly retryAfter: number | null } | null } & { ' $fragmentName'?: 'SourceReportFragment' };

export type OriginFragment = { readonly __typename: 'RecordSource', readonly sourceId: string, readonly provider: Provider, readonly remoteId: string, readonly fetchedAt: DateTime } & { ' $fragmentName'?: 'OriginFragment' };

export type UnitCardFragment = { readonly __typename: 'Unit', readonly id: string, readonly externalId: string | null, readonly name: string | null, readonly number: string | null, readonly kind: UnitKind, readonly occupancy: UnitOccupancy, readonly floorLabel: string | null, readonly rooms: number | null, readonly area: { readonly __typename: 'Area', readonly value: number, readonly unit: AreaUnit } | null, readonly rent: { readonly __typename: 'Money', readonly amount: Decimal, readonly currency: CurrencyCode } | null, readonly source: (
    { readonly __typename: 'RecordSource' }
    & { ' $fragmentRefs'?: { 'OriginFragment': OriginFragment } }
  ) } & { ' $fragmentName'?: 'UnitCardFragment' };

export type UnitListFragment = { readonly __typename: 'UnitConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'UnitEdge', readonly cursor: string, readonly node: (
      { readonly __typename: 'Unit' }
      & { ' $fragmentRefs'?: { 'UnitCardFragment': UnitCardFragment } }
    ) }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
    { readonly __typename: 'SourceResult' }
    & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
  )> } & { ' $fragmentName'?: 'UnitListFragment' };

export type IssueBoardQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IssueFilter>;
  orderBy?: InputMaybe<IssueOrder>;
}>;


export type IssueBoardQuery = { readonly __typename: 'Query', readonly issues: { readonly __typename: 'IssueConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'IssueEdge', readonly cursor: string, readonly node: (
        { readonly __typename: 'Issue', readonly building: { readonly __typename: 'Building', readonly id: string, readonly name: string | null } | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly number: string | null } | null }
        & { ' $fragmentRefs'?: { 'IssueCardFragment': IssueCardFragment } }
      ) }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
      { readonly __typename: 'SourceResult' }
      & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
    )> } };

export type IssuePageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type IssuePageQuery = { readonly __typename: 'Query', readonly issue: (
    { readonly __typename: 'Issue', readonly description: string | null, readonly statusText: string | null, readonly url: Url | null, readonly building: (
      { readonly __typename: 'Building' }
      & { ' $fragmentRefs'?: { 'BuildingCardFragment': BuildingCardFragment } }
    ) | null, readonly unit: (
      { readonly __typename: 'Unit' }
      & { ' $fragmentRefs'?: { 'UnitCardFragment': UnitCardFragment } }
    ) | null, readonly reporter: (
      { readonly __typename: 'Person' }
      & { ' $fragmentRefs'?: { 'PersonNameFragment': PersonNameFragment } }
    ) | null, readonly assignee: (
      { readonly __typename: 'Person' }
      & { ' $fragmentRefs'?: { 'PersonNameFragment': PersonNameFragment } }
    ) | null, readonly comments: { readonly __typename: 'CommentConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'CommentEdge', readonly cursor: string, readonly node: { readonly __typename: 'Comment', readonly id: string, readonly text: string | null, readonly isInternal: boolean | null, readonly authorName: string | null, readonly createdAt: DateTime | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
        { readonly __typename: 'SourceResult' }
        & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
      )> }, readonly tasks: { readonly __typename: 'TaskConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'TaskEdge', readonly cursor: string, readonly node: { readonly __typename: 'Task', readonly id: string, readonly title: string | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
        { readonly __typename: 'SourceResult' }
        & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
      )> }, readonly documents: (
      { readonly __typename: 'DocumentConnection' }
      & { ' $fragmentRefs'?: { 'DocumentListFragment': DocumentListFragment } }
    ) }
    & { ' $fragmentRefs'?: { 'IssueCardFragment': IssueCardFragment } }
  ) | null };

export type PortfolioQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BuildingFilter>;
  orderBy?: InputMaybe<BuildingOrder>;
}>;


export type PortfolioQuery = { readonly __typename: 'Query', readonly buildings: (
    { readonly __typename: 'BuildingConnection' }
    & { ' $fragmentRefs'?: { 'BuildingListFragment': BuildingListFragment } }
  ) };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { readonly __typename: 'Query', readonly sources: ReadonlyArray<{ readonly __typename: 'Source', readonly id: string, readonly provider: Provider, readonly currency: CurrencyCode, readonly timeZone: string, readonly capabilities: ReadonlyArray<{ readonly __typename: 'Capability', readonly type: string, readonly edge: string | null, readonly support: Support, readonly note: string | null }> }> };

export type TenantPageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  contact?: Scalars['Boolean']['input'];
}>;


export type TenantPageQuery = { readonly __typename: 'Query', readonly person: (
    { readonly __typename: 'Person', readonly leases: { readonly __typename: 'LeaseConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'LeaseEdge', readonly cursor: string, readonly node: (
          { readonly __typename: 'Lease', readonly unit: (
            { readonly __typename: 'Unit', readonly building: { readonly __typename: 'Building', readonly id: string, readonly name: string | null } | null }
            & { ' $fragmentRefs'?: { 'UnitCardFragment': UnitCardFragment } }
          ) | null }
          & { ' $fragmentRefs'?: { 'LeaseCardFragment': LeaseCardFragment } }
        ) }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly sources: ReadonlyArray<(
        { readonly __typename: 'SourceResult' }
        & { ' $fragmentRefs'?: { 'SourceReportFragment': SourceReportFragment } }
      )> }, readonly issues: (
      { readonly __typename: 'IssueConnection' }
      & { ' $fragmentRefs'?: { 'IssueListFragment': IssueListFragment } }
    ), readonly documents: (
      { readonly __typename: 'DocumentConnection' }
      & { ' $fragmentRefs'?: { 'DocumentListFragment': DocumentListFragment } }
    ) }
    & { ' $fragmentRefs'?: { 'PersonCardFragment': PersonCardFragment;'PersonContactFragment': PersonContactFragment } }
  ) | null };

export type UnitPageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type UnitPageQuery = { readonly __typename: 'Query', readonly unit: (
    { readonly __typename: 'Unit', readonly description: string | null, readonly unitType: string | null, readonly isActive: boolean | null, readonly url: Url | null, readonly address: { readonly __typename: 'Address', readonly formatted: string | null } | null, readonly building: (
      { readonly __typename: 'Building' }
      & { ' $fragmentRefs'?: { 'BuildingCardFragment': BuildingCardFragment } }
    ) | null, readonly leases: (
      { readonly __typename: 'LeaseConnection' }
      & { ' $fragmentRefs'?: { 'LeaseListFragment': LeaseListFragment } }
    ), readonly issues: (
      { readonly __typename: 'IssueConnection' }
      & { ' $fragmentRefs'?: { 'IssueListFragment': IssueListFragment } }
    ), readonly documents: (
      { readonly __typename: 'DocumentConnection' }
      & { ' $fragmentRefs'?: { 'DocumentListFragment': DocumentListFragment } }
    ) }
    & { ' $fragmentRefs'?: { 'UnitCardFragment': UnitCardFragment } }
  ) | null };

export type UnitLeasesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type UnitLeasesQuery = { readonly __typename: 'Query', readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly leases: (
      { readonly __typename: 'LeaseConnection' }
      & { ' $fragmentRefs'?: { 'LeaseListFragment': LeaseListFragment } }
    ) } | null };

export const OriginFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}}]} as unknown as DocumentNode<OriginFragment, unknown>;
export const BuildingCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuildingCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Building"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}}]} as unknown as DocumentNode<BuildingCardFragment, unknown>;
export const SourceReportFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}}]} as unknown as DocumentNode<SourceReportFragment, unknown>;
export const BuildingListFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuildingList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BuildingConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuildingCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuildingCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Building"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}}]} as unknown as DocumentNode<BuildingListFragment, unknown>;
export const DocumentCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}}]} as unknown as DocumentNode<DocumentCardFragment, unknown>;
export const DocumentListFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}}]} as unknown as DocumentNode<DocumentListFragment, unknown>;
export const IssueCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeName"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}}]} as unknown as DocumentNode<IssueCardFragment, unknown>;
export const IssueListFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IssueConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeName"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}}]} as unknown as DocumentNode<IssueListFragment, unknown>;
export const PersonNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]} as unknown as DocumentNode<PersonNameFragment, unknown>;
export const LeaseCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"tenants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}}]} as unknown as DocumentNode<LeaseCardFragment, unknown>;
export const LeaseListFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeaseConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"tenants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}}]} as unknown as DocumentNode<LeaseListFragment, unknown>;
export const PersonContactFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonContact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"countryCallingCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}}]}}]} as unknown as DocumentNode<PersonContactFragment, unknown>;
export const PersonCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"accountStatus"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}}]} as unknown as DocumentNode<PersonCardFragment, unknown>;
export const UnitCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"floorLabel"}},{"kind":"Field","name":{"kind":"Name","value":"rooms"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}}]} as unknown as DocumentNode<UnitCardFragment, unknown>;
export const UnitListFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnitConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"floorLabel"}},{"kind":"Field","name":{"kind":"Name","value":"rooms"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}}]} as unknown as DocumentNode<UnitListFragment, unknown>;
export const BuildingPageDocument = {"__meta__":{"hash":"35c07cddb3f99f8a4e74f91c5398ed115121945e3fee698158025c740a4bf968"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BuildingPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuildingCard"}},{"kind":"Field","name":{"kind":"Name","value":"buildingType"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitList"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseList"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueList"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"floorLabel"}},{"kind":"Field","name":{"kind":"Name","value":"rooms"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"tenants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeName"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuildingCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Building"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnitConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeaseConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IssueConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<BuildingPageQuery, BuildingPageQueryVariables>;
export const BuildingUnitsDocument = {"__meta__":{"hash":"b0fc7f60ca4e61da3bc41b4ae725aea952132dbf44272003d7cb0f5ea3caf065"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BuildingUnits"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"floorLabel"}},{"kind":"Field","name":{"kind":"Name","value":"rooms"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnitConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<BuildingUnitsQuery, BuildingUnitsQueryVariables>;
export const BuildingLeasesDocument = {"__meta__":{"hash":"549d3c8db3f6304896ec38e8cfaa1aa1edd3506f3978d5e93ade6d14ab37c022"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BuildingLeases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"tenants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeaseConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<BuildingLeasesQuery, BuildingLeasesQueryVariables>;
export const BuildingIssuesDocument = {"__meta__":{"hash":"638657c0d3f03c173b8ab5ff7762cd2ad3593862ab13a9194a1b93156f3a27e6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BuildingIssues"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeName"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IssueConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<BuildingIssuesQuery, BuildingIssuesQueryVariables>;
export const BuildingDocumentsDocument = {"__meta__":{"hash":"f919e1840d8860b3f06d6210498c4f38659566a40bd9bf61d1fac52feb80d4f2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BuildingDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<BuildingDocumentsQuery, BuildingDocumentsQueryVariables>;
export const DocumentsPageDocument = {"__meta__":{"hash":"857d91b92fa09032f565456eb83387f83ff812d86e3ac1adf20862f069015f2b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DocumentsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentCard"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}}]} as unknown as DocumentNode<DocumentsPageQuery, DocumentsPageQueryVariables>;
export const DocumentLinkDocument = {"__meta__":{"hash":"bb33ac3a939602c514235bce43a38558b8525d30bb1ddf01d61b8dc5a567f51f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DocumentLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<DocumentLinkQuery, DocumentLinkQueryVariables>;
export const IssueBoardDocument = {"__meta__":{"hash":"1bcb400cd89fc277cd63bb358ded17e35f8cc595e337053a0e8e266804d82400"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IssueBoard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueCard"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeName"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}}]} as unknown as DocumentNode<IssueBoardQuery, IssueBoardQueryVariables>;
export const IssuePageDocument = {"__meta__":{"hash":"315b555719fcf0e177de51c296180b7f10f2cfcb02d2a9b0ca5fd525db0a36ad"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IssuePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"issue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueCard"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"statusText"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuildingCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reporter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"comments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"isInternal"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeName"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuildingCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Building"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"floorLabel"}},{"kind":"Field","name":{"kind":"Name","value":"rooms"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<IssuePageQuery, IssuePageQueryVariables>;
export const PortfolioDocument = {"__meta__":{"hash":"ce6e5f65fdf5828a150b98e90e8e1846b7289e1bd006867d8debe7a0759e849d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Portfolio"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BuildingFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BuildingOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"buildings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuildingList"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuildingCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Building"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuildingList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BuildingConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuildingCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<PortfolioQuery, PortfolioQueryVariables>;
export const SourcesDocument = {"__meta__":{"hash":"e4dca1a291deb3a554f5b835c44c77af70a3f1a615d1b7931249f2cde9af1dc6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"edge"}},{"kind":"Field","name":{"kind":"Name","value":"support"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]}}]} as unknown as DocumentNode<SourcesQuery, SourcesQueryVariables>;
export const TenantPageDocument = {"__meta__":{"hash":"1b9c49f29c19c370bc7f3cf2af7390103234b6488955916adae2fc46277bfef6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TenantPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"contact"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonCard"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonContact"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"contact"}}}]}]},{"kind":"Field","name":{"kind":"Name","value":"leases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseCard"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitCard"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueList"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeName"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"companyName"}},{"kind":"Field","name":{"kind":"Name","value":"accountStatus"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonContact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"countryCallingCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"tenants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"floorLabel"}},{"kind":"Field","name":{"kind":"Name","value":"rooms"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IssueConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<TenantPageQuery, TenantPageQueryVariables>;
export const UnitPageDocument = {"__meta__":{"hash":"a98d2b154f69ec83b9c5bbb2496fc348896a4c62f37ba69da4a60c0a3d6f2a70"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitCard"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"unitType"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"building"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuildingCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseList"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueList"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"tenants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Issue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"providerStatus"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"assigneeName"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occupancy"}},{"kind":"Field","name":{"kind":"Name","value":"floorLabel"}},{"kind":"Field","name":{"kind":"Name","value":"rooms"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuildingCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Building"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"formatted"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeaseConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IssueList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IssueConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"IssueCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<UnitPageQuery, UnitPageQueryVariables>;
export const UnitLeasesDocument = {"__meta__":{"hash":"fa4df66ea3d29517482ec32f3f17b6a3401a94530765a55532ee795302b56710"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitLeases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"25"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseList"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Origin"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSource"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"remoteId"}},{"kind":"Field","name":{"kind":"Name","value":"fetchedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"derivation"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"tenants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Origin"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceReport"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sourceId"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseList"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LeaseConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceReport"}}]}}]}}]} as unknown as DocumentNode<UnitLeasesQuery, UnitLeasesQueryVariables>;