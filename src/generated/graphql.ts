// Written by `npm run generate` from schema/; change it there.
import type { Json } from '../scalars.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Address as AddressRecord } from '../domain/values.js';
import type { Building as BuildingRecord, Responsibility as ResponsibilityRecord } from '../domain/building.js';
import type { Comment as CommentRecord } from '../domain/comment.js';
import type { Document as DocumentRecord } from '../domain/document.js';
import type { LinkRow as LinkRowRecord } from '../identity/same-as.js';
import type { Issue as IssueRecord } from '../domain/issue.js';
import type { Lease as LeaseRecord } from '../domain/lease.js';
import type { LinkedRecord as LinkedRecordRecord } from '../identity/linked-record.js';
import type { Person as PersonRecord } from '../domain/person.js';
import type { Task as TaskRecord } from '../domain/task.js';
import type { Unit as UnitRecord } from '../domain/unit.js';
import type { Context } from '../context.js';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A country as two capital letters, such as `SE` or `DE` (ISO 3166-1 alpha-2). */
  CountryCode: { input: string; output: string; }
  /** A currency as three capital letters, such as `SEK` or `EUR` (ISO 4217). */
  CurrencyCode: { input: string; output: string; }
  /**
   * A calendar day without a time, `YYYY-MM-DD` (`full-date` of RFC 3339). A provider that sends a time for a day
   * is read in the time zone of its source.
   */
  Date: { input: string; output: string; }
  /**
   * A moment in time with its offset, such as `2025-03-01T09:30:00.000Z` (RFC 3339). A provider time that comes
   * without an offset is read in the time zone of its source. Text that is no time is null.
   */
  DateTime: { input: string; output: string; }
  /**
   * A decimal number as text, such as `"6747"` or `"650.50"`: an optional minus sign, digits, and optionally a
   * point with more digits. Text, so that no amount is rounded on its way.
   */
  Decimal: { input: string; output: string; }
  /** An e-mail address as the provider has it; nobody verified that it receives mail. */
  EmailAddress: { input: string; output: string; }
  /** Any JSON value, with the members that a provider gave it. */
  JSON: { input: Json; output: Json; }
  /** An absolute URL with its scheme. */
  URL: { input: string; output: string; }
};

/** Whether a person can log in to the provider's portal. */
export type AccountStatus =
  /** Has logged in at least once. Facilitee `Active`. */
  | 'ACTIVE'
  /** Invited, has not logged in yet. Facilitee `Invited`. */
  | 'INVITED'
  /** Has an account. casavi `isRegistered`; HomeQ `joined`. */
  | 'REGISTERED'
  /** Not invited yet. Facilitee `Uninvited`. */
  | 'UNINVITED'
  /** The provider does not say, or in a word that the gateway does not know. */
  | 'UNKNOWN';

/** A postal address. Every part is null where the provider does not give it; nothing is guessed from other parts. */
export type Address = {
  readonly __typename?: 'Address';
  /** Care of. Pigello `care_of`. */
  readonly careOf?: Maybe<Scalars['String']['output']>;
  /** City. Pigello, Facilitee, HomeQ and casavi `city`. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country code, where the provider gives a code or a name that means exactly one country. */
  readonly country?: Maybe<Scalars['CountryCode']['output']>;
  /** Country as the provider writes it. Pigello, Facilitee and casavi `country`. */
  readonly countryName?: Maybe<Scalars['String']['output']>;
  /** County. HomeQ `county`. */
  readonly county?: Maybe<Scalars['String']['output']>;
  /** The whole address on one line, put together by the gateway; null if no part is known. */
  readonly formatted?: Maybe<Scalars['String']['output']>;
  /** Google place id. Facilitee `googlePlaceId`. */
  readonly googlePlaceId?: Maybe<Scalars['String']['output']>;
  /**
   * House number. Pigello `street_number`; Facilitee `streetNumber`; HomeQ `street_number`; casavi only where
   * its one line splits without doubt.
   */
  readonly houseNumber?: Maybe<Scalars['String']['output']>;
  /** Latitude in degrees, WGS 84. Pigello `latitude`; HomeQ `location.lat`. */
  readonly latitude?: Maybe<Scalars['Float']['output']>;
  /** Street and number on one line. casavi `street` or `address` as written; the others street + number. */
  readonly line1?: Maybe<Scalars['String']['output']>;
  /** Longitude in degrees, WGS 84. Pigello `longitude`; HomeQ `location.lon`. */
  readonly longitude?: Maybe<Scalars['Float']['output']>;
  /** Municipality. HomeQ `municipality`. */
  readonly municipality?: Maybe<Scalars['String']['output']>;
  /**
   * Postal code as written. Pigello `postal_code`; Facilitee `postCode`; HomeQ `zip_code`; casavi `postalCode`
   * (its properties send a number: a leading zero is lost there).
   */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /**
   * Street name. Pigello and Facilitee `street`; HomeQ `street_name`; casavi only where its one line splits
   * without doubt.
   */
  readonly street?: Maybe<Scalars['String']['output']>;
  /** Number of the dwelling within the address. HomeQ `lgh` (`national_id`). */
  readonly unitNumber?: Maybe<Scalars['String']['output']>;
};

/** Something that a building or a unit has, has not, or includes in the rent. */
export type Amenity = {
  readonly __typename?: 'Amenity';
  /** What it is. */
  readonly kind: AmenityKind;
  /** The provider's word for it, such as HomeQ `dryer` or `has_drier`. */
  readonly providerName?: Maybe<Scalars['String']['output']>;
  /** The provider's word for its state, such as `NORTH` for a balcony, `COLD_INCLUDED` for water, or `true`. */
  readonly providerState?: Maybe<Scalars['String']['output']>;
  /** Whether it is there. */
  readonly state: AmenityState;
};

/** What an amenity is. HomeQ names many of them in several ways. */
export type AmenityKind =
  /** Adapted for accessibility. HomeQ `accessibility_adapted`. */
  | 'ACCESSIBILITY_ADAPTED'
  /** Balcony. HomeQ `balcony`, `has_balcony`. */
  | 'BALCONY'
  /** Bathtub. HomeQ `bathtub`. */
  | 'BATHTUB'
  /** Cable television. HomeQ `cable_package_included`, `tv_included`. */
  | 'CABLE_TV'
  /** Dishwasher. HomeQ `dishwasher`. */
  | 'DISHWASHER'
  /** Tumble dryer. HomeQ `dryer`, `drier`. */
  | 'DRYER'
  /** Electricity. HomeQ `electricity_included`. */
  | 'ELECTRICITY'
  /** Lift. HomeQ `elevator`. */
  | 'ELEVATOR'
  /** Garage. HomeQ `garage`. */
  | 'GARAGE'
  /** Adapted for wheelchairs and the like. HomeQ `handicap_adapted`, `handicap_friendly`. */
  | 'HANDICAP_ADAPTED'
  /** Heating. HomeQ `heating_included`. */
  | 'HEATING'
  /** Internet access. HomeQ `internet_included`. */
  | 'INTERNET'
  /** Kitchen fan. HomeQ `kitchen_fan`. */
  | 'KITCHEN_FAN'
  /** Shared laundry room. HomeQ `laundry_room`. */
  | 'LAUNDRY_ROOM'
  /** Pantry. HomeQ `pantry`. */
  | 'PANTRY'
  /** Parking. HomeQ `parking`. */
  | 'PARKING'
  /** Patio. HomeQ `patio`. */
  | 'PATIO'
  /** Security door. HomeQ `security_door`. */
  | 'SECURITY_DOOR'
  /** Shower. HomeQ `shower`. */
  | 'SHOWER'
  /** A word of the provider that the gateway does not know. */
  | 'UNKNOWN'
  /** Washing machine. HomeQ `washing_machine`. */
  | 'WASHING_MACHINE'
  /** Water. HomeQ `water`, `water_included`. */
  | 'WATER';

/** Whether an amenity is there. */
export type AmenityState =
  /** It is included in the rent. */
  | 'INCLUDED'
  /** It is not there. */
  | 'NONE'
  /** Prepared, to be fitted by the tenant. */
  | 'PREPARED'
  /** It is there. */
  | 'PRESENT'
  /** A word of the provider that the gateway does not know. */
  | 'UNKNOWN';

/** A floor area. */
export type Area = {
  readonly __typename?: 'Area';
  /** What the number counts. */
  readonly unit: AreaUnit;
  /** The number. */
  readonly value: Scalars['Float']['output'];
};

/** Unit of an area. */
export type AreaUnit =
  /** Square metres. */
  | 'SQUARE_METRE'
  /** The provider does not say. */
  | 'UNKNOWN';

/** An account that payments go to. */
export type BankAccount = {
  readonly __typename?: 'BankAccount';
  /** Which kind of account it is. */
  readonly kind: BankAccountKind;
  /** Its number, as the provider writes it. HomeQ `bankgiro`, `postgiro`. */
  readonly number: Scalars['String']['output'];
};

/** A kind of account. */
export type BankAccountKind =
  /** A number at Bankgirot, which leads to an account at any Swedish bank. HomeQ `bankgiro`. */
  | 'BANKGIRO'
  /** A number at PlusGirot. HomeQ `postgiro`. */
  | 'POSTGIRO'
  /** The provider does not say. */
  | 'UNKNOWN';

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
  readonly address?: Maybe<Address>;
  /**
   * All entrances or houses. Facilitee its one `address`; casavi `addresses`. Null where the provider does not
   * list them.
   */
  readonly addresses?: Maybe<ReadonlyArray<Address>>;
  /** Accounts that payments for it go to. HomeQ `bankgiro`, `postgiro`. Null where the provider names none. */
  readonly bankAccounts?: Maybe<ReadonlyArray<BankAccount>>;
  /** The customer's own category, in its words. Facilitee `propertyType.name`. */
  readonly buildingType?: Maybe<Scalars['String']['output']>;
  /** Amenities shared by all its units. HomeQ `common_attributes`. */
  readonly commonAmenities?: Maybe<ReadonlyArray<Amenity>>;
  /** Company that manages it. Pigello `organization` (key only); HomeQ `company`. */
  readonly company?: Maybe<Organization>;
  /** When the record was created at the provider. Pigello `created_at`; the others do not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Fields that the customer defined. Pigello `customer_columns`; casavi `customFields`. */
  readonly customFields?: Maybe<ReadonlyArray<CustomField>>;
  /** Free text about it. HomeQ `cover_description` and `area_description`; casavi `note`. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Documents about this building or something in it. */
  readonly documents: DocumentConnection;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; Facilitee `customPropertyId`; HomeQ `external_id` (`landlord_object_id`); casavi `id`.
   */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Pictures of it. HomeQ `images`. */
  readonly images?: Maybe<ReadonlyArray<Image>>;
  /** Whether it is in use, i.e. not archived. Pigello not `archived`; Facilitee `isActive`. */
  readonly isActive?: Maybe<Scalars['Boolean']['output']>;
  /** Issues about this building or a unit in it. */
  readonly issues: IssueConnection;
  /** What the provider's record stands for. */
  readonly kind: BuildingKind;
  /** Leases of units in this building, ended ones too. */
  readonly leases: LeaseConnection;
  /** How the metering company knows it. casavi `mscNumber`, `mscProviderName`. */
  readonly meteringCompany?: Maybe<MeteringReference>;
  /** Display name. Pigello `name`, else `popular_name`; Facilitee, HomeQ and casavi `name`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Number that people use for it. Facilitee `customPropertyId`; casavi `number`. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Office in charge of it. HomeQ `office`. */
  readonly office?: Maybe<Office>;
  /** Name of the legal owner. HomeQ `estate_owner`. */
  readonly ownerName?: Maybe<Scalars['String']['output']>;
  /** Persons connected with this building or a unit in it, such as tenants, owners, managers. */
  readonly persons: PersonConnection;
  /**
   * The record as the provider's answer had it. Pigello building; Facilitee property; HomeQ inventory entry or
   * estate; casavi property. Which answer it was depends on how the record was reached. National ids, secrets and
   * what signs a link are blacked out.
   */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** Who does what for it, such as the caretaker. casavi `responsibilities`. */
  readonly responsibilities?: Maybe<ReadonlyArray<Responsibility>>;
  /**
   * Records that are the same building in other systems, with the rule that tells. Ambiguous ones are shown, not joined.
   * Sources whose records are not known from a short while ago are read for it.
   */
  readonly sameAs: ReadonlyArray<EntityLink>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** Labels. Pigello `tags`. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** How many units it has, where the provider keeps the number. HomeQ `number_of_apartments`. */
  readonly unitCount?: Maybe<Scalars['Int']['output']>;
  /** Units in this building. */
  readonly units: UnitConnection;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Deep link to the building in the provider's application. casavi `appLink`. */
  readonly url?: Maybe<Scalars['URL']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
export type BuildingKind =
  /** One building. Pigello building, Facilitee property. */
  | 'BUILDING'
  /** An owners' community or the like, of one or several houses. casavi property. */
  | 'COMMUNITY'
  /** A letting estate. HomeQ estate. */
  | 'ESTATE'
  /** The provider does not say. */
  | 'UNKNOWN';

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
export type BuildingOrderField =
  /** By `Building.createdAt`. */
  | 'CREATED_AT'
  /** By `Building.externalId`. */
  | 'EXTERNAL_ID'
  /** By `Building.name`. */
  | 'NAME';

/** Whether a source can serve one list or one edge. It tells "the provider cannot" from "there are none". */
export type Capability = {
  readonly __typename?: 'Capability';
  /** Name of the field of that type, such as `leases`; null for the type's list field on `Query`. */
  readonly edge?: Maybe<Scalars['String']['output']>;
  /** What to know about it, in a sentence. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** How the source serves it. */
  readonly support: Support;
  /** Name of the type, such as `Unit`. */
  readonly type: Scalars['String']['output'];
};

/** One message in the conversation about an issue. casavi. */
export type Comment = Node & {
  readonly __typename?: 'Comment';
  /** Who wrote it. casavi `authorId`, a member of the staff; null if a tenant or the account as a whole wrote it. */
  readonly author?: Maybe<Person>;
  /** Who wrote it, as it stands in the comment. casavi `authorName`. */
  readonly authorName?: Maybe<Scalars['String']['output']>;
  /** When it was written. casavi `createdAt`. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Whether only the managing organisation may read it. casavi `isInternal`. */
  readonly isInternal?: Maybe<Scalars['Boolean']['output']>;
  /** The issue it belongs to. */
  readonly issue?: Maybe<Issue>;
  /**
   * The record as the provider's answer had it. casavi comment. Which answer it was depends on how the record was
   * reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** What was written, in Markdown. casavi `text`. */
  readonly text?: Maybe<Scalars['String']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
export type ContactChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** By post. casavi `LETTER`. */
  | 'LETTER'
  /** Through the provider's portal. casavi `ONLINE`. */
  | 'ONLINE'
  /** By telephone. */
  | 'PHONE'
  /** The provider does not say, or in a word that the gateway does not know. */
  | 'UNKNOWN';

/** A field that the customer defined at the provider. */
export type CustomField = {
  readonly __typename?: 'CustomField';
  /** Its name, exactly as the customer wrote it. */
  readonly name: Scalars['String']['output'];
  /** What kind of value the provider holds. */
  readonly type: CustomFieldType;
  /** Its value as text; lists and objects as JSON text; null if empty. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** Kind of value of a custom field, as the provider sent it. */
export type CustomFieldType =
  /** `true` or `false`. */
  | 'BOOLEAN'
  /** A number. */
  | 'NUMBER'
  /** A list or an object, given as JSON text. */
  | 'OTHER'
  /** Text. */
  | 'TEXT'
  /** Empty, so that nothing tells. */
  | 'UNKNOWN';

/** A file, or the record of one, that belongs to another record. */
export type Document = Node & SourcedNode & {
  readonly __typename?: 'Document';
  /** When the record was created at the provider. Pigello `created_at`; the others do not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the provider has it as a record of its own, or the gateway read it out of another record. */
  readonly derivation: DocumentDerivation;
  /** How often it was downloaded. casavi `downloadCount`. */
  readonly downloadCount?: Maybe<Scalars['Int']['output']>;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; casavi `id`; the others have none.
   */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Name of the file. Pigello `document_file.name` or `file.name`; Facilitee `name`; casavi `filename`. */
  readonly fileName?: Maybe<Scalars['String']['output']>;
  /** When it was first downloaded. casavi `firstDownloadAt`. */
  readonly firstDownloadedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** What it is, by the place where it was found. */
  readonly kind: DocumentKind;
  /** Media type. casavi `contentType`. */
  readonly mimeType?: Maybe<Scalars['String']['output']>;
  /** The provider's own word or code for it. Pigello `category`, an unlabelled number. */
  readonly providerKind?: Maybe<Scalars['String']['output']>;
  /** When it was published. casavi `publishedAt`. */
  readonly publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The record as the provider's answer had it. Pigello signed or signable document or errand file; Facilitee
   * attachment; HomeQ the agreement that holds it; casavi document, or the attachment in its ticket. Which answer
   * it was depends on how the record was reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** Who may see it. casavi `sharedWith`. */
  readonly sharedWith?: Maybe<ReadonlyArray<DocumentShare>>;
  /** Size in bytes. casavi `size`. Facilitee gives a `size` without a unit, so it is null there. */
  readonly sizeBytes?: Maybe<Scalars['Int']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** Storage that keeps the file, where it is not the provider itself. casavi `resource`. */
  readonly storageProvider?: Maybe<Scalars['String']['output']>;
  /** The record that it belongs to: a building, unit, person, lease or issue. */
  readonly subject?: Maybe<SourcedNode>;
  /** Title. Pigello `name`, else the file name; Facilitee `name`; casavi `title`, of an attachment its file name. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Where the file can be fetched by GET, without credentials: a link of the gateway's own that ends after a few
   * minutes, so ask for it when it is needed. A contract that was signed in Pigello and comes as a ZIP file is given
   * as the PDF in it; `?part=metadata` gives the rest. Null only where the provider has no file. Pigello `get`;
   * Facilitee and casavi attachments `url`; HomeQ `digital_contract` and `profile_card`; casavi documents have none.
   */
  readonly url?: Maybe<Scalars['URL']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** How the gateway comes to a document. */
export type DocumentDerivation =
  /** A file named by an agreement. HomeQ. */
  | 'DERIVED_FROM_AGREEMENT'
  /** An attachment in the record of an issue. casavi tickets. */
  | 'DERIVED_FROM_ISSUE'
  /** An attachment in the record of a person. Facilitee service providers. */
  | 'DERIVED_FROM_PERSON'
  /** An attachment in the record of a unit. Facilitee. */
  | 'DERIVED_FROM_UNIT'
  /** The provider has it as a record of its own. Pigello; casavi documents. */
  | 'NATIVE';

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
export type DocumentKind =
  /** A floor plan. */
  | 'FLOOR_PLAN'
  /** A file attached to an issue. */
  | 'ISSUE_ATTACHMENT'
  /**
   * The contract of a lease. HomeQ `digital_contract`; Pigello documents of contracts signed outside it
   * (`signedcontractdocument`).
   */
  | 'LEASE_CONTRACT'
  /** Something else. */
  | 'OTHER'
  /** A file attached to a person. Facilitee service providers. */
  | 'PERSON_ATTACHMENT'
  /** A summary of who rents. HomeQ `profile_card`. */
  | 'PROFILE_CARD'
  /** A promotional leaflet. */
  | 'PROMOTION'
  /** The contract signed in Pigello with what belongs to it, often a ZIP file (`signabledocument`). */
  | 'SIGNED_CONTRACT_BUNDLE'
  /** A statement of costs. */
  | 'STATEMENT'
  /** A file attached to a unit. Facilitee. */
  | 'UNIT_ATTACHMENT'
  /** The provider does not say. */
  | 'UNKNOWN';

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
export type DocumentOrderField =
  /** By `Document.createdAt`. */
  | 'CREATED_AT'
  /** By `Document.title`. */
  | 'TITLE';

/** Who may see a document. */
export type DocumentShare = {
  readonly __typename?: 'DocumentShare';
  /** The provider's own key of that record. casavi `propertyId`, `unitId`, `contactId` or `contractId`. */
  readonly remoteId?: Maybe<Scalars['String']['output']>;
  /**
   * Only people in these roles there, in the provider's words, such as `owner` or `custom:Beirat`; null if all.
   * casavi `roles`.
   */
  readonly roles?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What kind of record it is shared with. */
  readonly type: DocumentShareType;
};

/** What kind of record a document is shared with. */
export type DocumentShareType =
  /** A building. casavi property. */
  | 'BUILDING'
  /** A lease. casavi contract. */
  | 'LEASE'
  /** A person. casavi contact. */
  | 'PERSON'
  /** A unit. */
  | 'UNIT'
  /** Something that the gateway does not know. */
  | 'UNKNOWN';

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
export type DriftKind =
  /**
   * The member is absent; the field is null. Providers leave out what has no value, so that this is no fault by itself; if
   * a member is absent in all records that once had it, the provider may have renamed or withdrawn it, or the account may
   * have lost a right.
   */
  | 'MISSING'
  /** A value is there, but of a type or form that cannot be read; the field is null. The provider may have changed it. */
  | 'MISTYPED'
  /**
   * A word stands in no table of meanings; the field is UNKNOWN, and its `provider...` field holds the word. Where the
   * configuration has a table, such as `statusCodes`, add it there.
   */
  | 'UNKNOWN_VALUE'
  /**
   * A record or an entry of a list was left out, since it has no id or cannot be read. It is missing in answers: ask the
   * provider what it is.
   */
  | 'UNUSABLE';

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
  readonly caption?: Maybe<Scalars['String']['output']>;
  /** Its place among the pictures, lowest first. HomeQ `position`. */
  readonly position?: Maybe<Scalars['Int']['output']>;
  /** A small version of it. HomeQ `thumbnail_url`. */
  readonly thumbnailUrl?: Maybe<Scalars['URL']['output']>;
  /** Where the picture is. HomeQ `url`. */
  readonly url?: Maybe<Scalars['URL']['output']>;
};

/** Where a person's invoices go. */
export type InvoiceDetails = {
  readonly __typename?: 'InvoiceDetails';
  /** Postal address for invoices. Facilitee `invoiceAddress`. */
  readonly address?: Maybe<Address>;
  /** For whose attention. Facilitee `attentionTo`. */
  readonly attentionTo?: Maybe<Scalars['String']['output']>;
  /** Company to invoice. Facilitee `invoiceCompany`. */
  readonly company?: Maybe<Scalars['String']['output']>;
  /** E-mail address for invoices. Facilitee `invoiceEmail`; Pigello `invoice_email`. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
};

/**
 * Something reported that wants handling: a defect, a question, a complaint. Pigello errand, Facilitee issue,
 * casavi ticket.
 */
export type Issue = Node & SourcedNode & {
  readonly __typename?: 'Issue';
  /** Who handles it. casavi `assignedToId`. */
  readonly assignee?: Maybe<Person>;
  /** Name of who handles it, as it stands in the issue. Facilitee `issueManagerName`; casavi `assignedToName`. */
  readonly assigneeName?: Maybe<Scalars['String']['output']>;
  /** The building it is about. */
  readonly building?: Maybe<Building>;
  /** Trade or type, in the customer's words. Pigello `errand_type.name`; Facilitee `category`; casavi `type`. */
  readonly category?: Maybe<Scalars['String']['output']>;
  /** Group that the category belongs to. casavi `typeGroup`. */
  readonly categoryGroup?: Maybe<Scalars['String']['output']>;
  /** When it was closed. Pigello `closed_at`; casavi `closedAt`. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The conversation about it, oldest first where the provider keeps an order. casavi. */
  readonly comments: CommentConnection;
  /** When the record was created at the provider. Pigello `created_at`; Facilitee `created`; casavi `createdAt`. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Fields that the customer defined. casavi `customFields`; Pigello `customer_columns`. */
  readonly customFields?: Maybe<ReadonlyArray<CustomField>>;
  /** What was reported, in full. Pigello, Facilitee and casavi `description`. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Files attached to it. Pigello, casavi. */
  readonly documents: DocumentConnection;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; Facilitee `userReferenceId`; casavi `id`.
   */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Who else may see it. Pigello `tenant_reviewers`; casavi `sharedWithContacts`. */
  readonly followers?: Maybe<ReadonlyArray<Person>>;
  /** Whether occupants of the unit are involved. Facilitee `propertyUsersInvolved`. */
  readonly hasOccupantsInvolved?: Maybe<Scalars['Boolean']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Whether everybody in the building may see it. casavi `sharedWithProperty`. */
  readonly isSharedWithBuilding?: Maybe<Scalars['Boolean']['output']>;
  /** Number that people use for it. Pigello `id_number`; Facilitee `id`; casavi `number`. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** How urgent it is. Facilitee `urgent`. */
  readonly priority: IssuePriority;
  /** The provider's own word or code for it. Pigello, Facilitee and casavi `status`. */
  readonly providerStatus?: Maybe<Scalars['String']['output']>;
  /** How the work on it was judged. Facilitee `overallRating`. */
  readonly rating?: Maybe<IssueRating>;
  /**
   * The record as the provider's answer had it. Pigello general errand; Facilitee issue; casavi ticket. Which
   * answer it was depends on how the record was reached. National ids, secrets and what signs a link are blacked
   * out.
   */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** Why it was rejected. Facilitee `rejectionComment`. */
  readonly rejectionComment?: Maybe<Scalars['String']['output']>;
  /** When it was reported, which may be before it was recorded. casavi `reportedAt`. */
  readonly reportedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Who reported it. Pigello `reporter_tenant`, else `creator_tenant`; Facilitee `reporterId`, an id without a
   * role, so the user who also has the name `reporterName`, and null if there is none; casavi `contactId`.
   */
  readonly reporter?: Maybe<Person>;
  /** E-mail address of who reported it, as it stands in the issue. casavi `contactEmail`. */
  readonly reporterEmail?: Maybe<Scalars['EmailAddress']['output']>;
  /** Name of who reported it, as it stands in the issue. Facilitee `reporterName`; casavi `contactName`. */
  readonly reporterName?: Maybe<Scalars['String']['output']>;
  /** Telephone number of who reported it, as it stands in the issue. casavi `contactTelephone`. */
  readonly reporterTelephone?: Maybe<Scalars['String']['output']>;
  /** Time left to respond, in a unit that Facilitee does not state. Facilitee `responseTimeLeft`. */
  readonly responseTimeLeft?: Maybe<Scalars['Int']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /**
   * Where it stands, in words that are the same for all providers. Pigello's codes are mapped by a table of the
   * source's configuration.
   */
  readonly status: IssueStatus;
  /** The label that the customer shows instead of the status. casavi `statusText`. */
  readonly statusText?: Maybe<Scalars['String']['output']>;
  /** Work orders given out for it. casavi. */
  readonly tasks: TaskConnection;
  /** What it is about, in a few words. Pigello and casavi `title`; Facilitee `name`. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** The unit it is about; null if it is about the building as a whole, or the provider does not say. */
  readonly unit?: Maybe<Unit>;
  /**
   * When the record was last changed at the provider. Facilitee `modified`; casavi `lastModified`; Pigello does
   * not say.
   */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Deep link to the issue in the provider's application. casavi `appLink`. */
  readonly url?: Maybe<Scalars['URL']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
export type IssueOrderField =
  /** By `Issue.createdAt`. */
  | 'CREATED_AT'
  /** By `Issue.externalId`. */
  | 'EXTERNAL_ID'
  /** By `Issue.title`. */
  | 'TITLE'
  /** By `Issue.updatedAt`. */
  | 'UPDATED_AT';

/** How urgent an issue is. */
export type IssuePriority =
  /** Not urgent. */
  | 'NORMAL'
  /** The provider does not say. */
  | 'UNKNOWN'
  /** Urgent. */
  | 'URGENT';

/** How the work on an issue was judged. */
export type IssueRating = {
  readonly __typename?: 'IssueRating';
  /** What was said about it. Facilitee `comment`. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** Kind of the rating, an unlabelled code. Facilitee `type`. */
  readonly providerType?: Maybe<Scalars['String']['output']>;
  /** When it was last given. Facilitee `lastRatedDate`. */
  readonly ratedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who gave it, by name or role. Facilitee `user`. */
  readonly ratedBy?: Maybe<Scalars['String']['output']>;
  /** The mark. Facilitee `rating`. */
  readonly value?: Maybe<Scalars['Int']['output']>;
};

/** Where an issue stands. */
export type IssueStatus =
  /** Given to somebody. Facilitee `Assigned`, `MyTask`. */
  | 'ASSIGNED'
  /** Closed. Facilitee `Closed`; casavi `CLOSED`; Pigello 4. */
  | 'CLOSED'
  /** Somebody works on it. Facilitee `InProgress`; casavi `INPROGRESS`; Pigello 1. */
  | 'IN_PROGRESS'
  /** Put off. casavi `POSTPONED`. */
  | 'ON_HOLD'
  /**
   * Reported, nobody works on it yet. Facilitee `New`, `SubmittedByManager`, `ToBeAssigned`, `ServicerRejected`;
   * casavi `OPEN`; Pigello 0.
   */
  | 'OPEN'
  /**
   * A quotation is asked for or considered. Facilitee `Quote`, `NewQuotation`, `QuotationSent`,
   * `QuotationAcceptedByManager`, `QuotationAccepted`, `QuotationRejected`.
   */
  | 'QUOTATION'
  /** Turned down. Facilitee `Rejected`; Pigello 5. */
  | 'REJECTED'
  /** Done. Facilitee `Resolved`, `ResolvedBeforeAssignmentWasAccepted`; Pigello 3. */
  | 'RESOLVED'
  /** Planned for later. Facilitee `Future`. */
  | 'SCHEDULED'
  /** A word or code that the gateway does not know. */
  | 'UNKNOWN'
  /** Waits for somebody's answer. Facilitee `MoreInfo`, `MoreInfoOwner`; casavi `PENDING`; Pigello 2. */
  | 'WAITING';

/** A contract about the use of a unit: a tenancy, or where the provider keeps them alike, an ownership. */
export type Lease = Node & SourcedNode & {
  readonly __typename?: 'Lease';
  /** The building of that unit. */
  readonly building?: Maybe<Building>;
  /** When notice was given. Pigello `cancellation_time`. */
  readonly cancelledDate?: Maybe<Scalars['Date']['output']>;
  /** When the record was created at the provider. Pigello `created_at`; the others do not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the provider has the contract as a record of its own, or the gateway read it out of another record. */
  readonly derivation: LeaseDerivation;
  /** Documents of this lease, such as the signed contract. */
  readonly documents: DocumentConnection;
  /**
   * Last day; null if open-ended or unknown. Pigello `end_date`, else `initial_end_date`; Facilitee
   * `contractEnd`; casavi `endAt`.
   */
  readonly endDate?: Maybe<Scalars['Date']['output']>;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; casavi the contract `id`; Facilitee and HomeQ have none.
   */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Whether the record was put away; it says nothing about the term. Pigello `archived`. */
  readonly isArchived?: Maybe<Scalars['Boolean']['output']>;
  /** Whether its tenant is the main contact of the unit. Facilitee `isMainContact`. */
  readonly isMainContact?: Maybe<Scalars['Boolean']['output']>;
  /** What the contract is about. */
  readonly kind: LeaseKind;
  /** Contract number. Pigello `id_number`; casavi the contract `id`. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The provider's own word for its kind. casavi contract `type` (`RENTER`, `OWNER`). */
  readonly providerKind?: Maybe<Scalars['String']['output']>;
  /**
   * The record as the provider's answer had it. Pigello apartment contract; Facilitee the unit's entry in its
   * user's record; HomeQ agreement; casavi the contract in its unit. Which answer it was depends on how the record
   * was reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** When it was signed. Pigello `signed_time`; HomeQ `sign_date`. */
  readonly signedDate?: Maybe<Scalars['Date']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** First day. Pigello `start_date`; Facilitee `contractStart`; casavi `startAt`. */
  readonly startDate?: Maybe<Scalars['Date']['output']>;
  /**
   * Where the contract stands today, in the time zone of the source, worked out from its dates. No provider has
   * a word of its own for it: Facilitee gives `expired`, HomeQ only `sign_date`.
   */
  readonly status: LeaseStatus;
  /**
   * The parties that rent (or own, if `kind` is OWNERSHIP). Pigello `tenants`; Facilitee the property user;
   * HomeQ the signer; casavi `contactIds`.
   */
  readonly tenants?: Maybe<ReadonlyArray<Person>>;
  /** The unit it is about. */
  readonly unit?: Maybe<Unit>;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** How the gateway comes to a lease. */
export type LeaseDerivation =
  /** Worked out from a signed agreement. HomeQ. */
  | 'DERIVED_FROM_AGREEMENT'
  /** Worked out from the assignment of a person to a unit. Facilitee. */
  | 'DERIVED_FROM_UNIT'
  /** It stands inside the record of a unit. casavi. */
  | 'EMBEDDED'
  /** The provider has it as a record of its own. Pigello. */
  | 'NATIVE';

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
export type LeaseKind =
  /** A block of units is let to one tenant. */
  | 'BLOCK'
  /** A shop, an office or the like is let. */
  | 'COMMERCIAL'
  /** Something else, or a contract without a type at the provider. */
  | 'OTHER'
  /** An outdoor space is let. */
  | 'OUTDOOR'
  /** The unit is owned, not let. casavi `OWNER`. */
  | 'OWNERSHIP'
  /** A parking space is let. */
  | 'PARKING'
  /** A dwelling is let. */
  | 'RESIDENTIAL'
  /** The provider does not say. */
  | 'UNKNOWN';

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
export type LeaseOrderField =
  /** By `Lease.endDate`; a lease without an end is the last. */
  | 'END_DATE'
  /** By `Lease.signedDate`. */
  | 'SIGNED_DATE'
  /** By `Lease.startDate`. */
  | 'START_DATE';

/** Where a contract stands today. */
export type LeaseStatus =
  /** Running. */
  | 'ACTIVE'
  /** Not sent for signing. */
  | 'DRAFT'
  /** The term is over. */
  | 'ENDED'
  /** Notice was given; the term still runs. */
  | 'NOTICE_GIVEN'
  /** Sent, not signed by all. */
  | 'PENDING_SIGNATURE'
  /** What the provider gives does not tell. */
  | 'UNKNOWN'
  /** Signed; the term starts later. */
  | 'UPCOMING';

/** How sure it is that two records are the same thing. */
export type LinkConfidence =
  /** Several records of one source fit alike. All of them are shown; none is joined with this one. */
  | 'AMBIGUOUS'
  /** Both carry the same key that stands for one thing only: the customer's reference, or the national identity number. */
  | 'EXACT'
  /** The operator says so in the configuration. */
  | 'MANUAL'
  /**
   * Several facts agree that hardly ever agree by chance, such as address and national unit number, or a verified
   * e-mail address and the name.
   */
  | 'STRONG';

/**
 * One real building, whichever systems know it: the records that are the same building, joined. `members` are the
 * records; every other field is merged of them.
 */
export type LinkedBuilding = Node & {
  readonly __typename?: 'LinkedBuilding';
  /** Main address. */
  readonly address?: Maybe<Address>;
  /** All entrances or houses. */
  readonly addresses?: Maybe<ReadonlyArray<Address>>;
  /** Accounts that payments for it go to. */
  readonly bankAccounts?: Maybe<ReadonlyArray<BankAccount>>;
  /** The customer's own category, in its words. */
  readonly buildingType?: Maybe<Scalars['String']['output']>;
  /** Amenities shared by all its units. */
  readonly commonAmenities?: Maybe<ReadonlyArray<Amenity>>;
  /** Company that manages it. */
  readonly company?: Maybe<Organization>;
  /**
   * Fields in which the records disagree, after what is only another way of writing it is evened out (case,
   * blanks, punctuation, number format). Selecting it reads all compared fields of all records.
   */
  readonly conflicts: ReadonlyArray<FieldConflict>;
  /** Fields that the customer defined. */
  readonly customFields?: Maybe<ReadonlyArray<CustomField>>;
  /** Free text about it. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Documents about this building or something in it, of all systems. */
  readonly documents: DocumentConnection;
  /** The customer's own reference number, of the first record that has one. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /**
   * Opaque global id, derived from the first of its records in the order of sources. `node`, `linkedBuilding`
   * and stored links find it by any id it ever had, as long as the record that the id was derived from exists.
   */
  readonly id: Scalars['ID']['output'];
  /** Pictures of it. */
  readonly images?: Maybe<ReadonlyArray<Image>>;
  /** Whether it is in use, i.e. */
  readonly isActive?: Maybe<Scalars['Boolean']['output']>;
  /** Issues about this building or a unit in it, of all systems. */
  readonly issues: IssueConnection;
  /** What the provider's record stands for. */
  readonly kind?: Maybe<BuildingKind>;
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
  readonly meteringCompany?: Maybe<MeteringReference>;
  /** Display name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Number that people use for it. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Office in charge of it. */
  readonly office?: Maybe<Office>;
  /** Name of the legal owner. */
  readonly ownerName?: Maybe<Scalars['String']['output']>;
  /** Persons connected with this building or a unit in it, each real person once. */
  readonly persons: LinkedPersonConnection;
  /**
   * From which record a merged field is taken; null where no record has a value. A name that is no merged field
   * of LinkedBuilding is a BAD_USER_INPUT error.
   */
  readonly provenance?: Maybe<RecordSource>;
  /** Who does what for it, such as the caretaker. */
  readonly responsibilities?: Maybe<ReadonlyArray<Responsibility>>;
  /**
   * What each source that was asked about it contributed. FAILED: its records are left out; PARTIAL: which
   * records belong here is known from earlier.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /** Labels. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** How many units it has, where the provider keeps the number. */
  readonly unitCount?: Maybe<Scalars['Int']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
  readonly activeIssueCount?: Maybe<Scalars['Int']['output']>;
  /** Postal address. */
  readonly address?: Maybe<Address>;
  /** Up to which amount work may be ordered without asking this owner. */
  readonly authorizedAmount?: Maybe<Money>;
  /** Date of birth. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** Company that it is or belongs to. */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /** Position in that company. */
  readonly companyRole?: Maybe<Scalars['String']['output']>;
  /**
   * Fields in which the records disagree, after what is only another way of writing it is evened out (case,
   * blanks, punctuation, number format). Selecting it reads all compared fields of all records.
   */
  readonly conflicts: ReadonlyArray<FieldConflict>;
  /** Fields that the customer defined. */
  readonly customFields?: Maybe<ReadonlyArray<CustomField>>;
  /** A label to show. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** Documents of this person, of all systems. */
  readonly documents: DocumentConnection;
  /** Main e-mail address. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** The customer's own reference number, of the first record that has one. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /**
   * Opaque global id, derived from the first of its records in the order of sources. `node`, `linkedPerson` and
   * stored links find it by any id it ever had, as long as the record that the id was derived from exists.
   */
  readonly id: Scalars['ID']['output'];
  /** Where invoices go, if elsewhere. */
  readonly invoiceDetails?: Maybe<InvoiceDetails>;
  /** Whether the person is still current. */
  readonly isActive?: Maybe<Scalars['Boolean']['output']>;
  /** Issues that this person reported or follows, of all systems. */
  readonly issues: IssueConnection;
  /** Whether it is a human being or a company. */
  readonly kind?: Maybe<PersonKind>;
  /** Last name. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** Leases of this person, as the records of all systems have them, ended ones too. */
  readonly leases: LeaseConnection;
  /**
   * The records that are this person, in the order of sources. A record whose source failed is left out, and
   * told in `sources`.
   */
  readonly members: ReadonlyArray<Person>;
  /** National identity number, as the provider of the first record that has one writes it. */
  readonly nationalId?: Maybe<Scalars['String']['output']>;
  /** Free text about the person. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Office that this employee belongs to. */
  readonly office?: Maybe<Office>;
  /** Telephone numbers. */
  readonly phones?: Maybe<ReadonlyArray<Phone>>;
  /** How the person wants to be contacted. */
  readonly preferredContactChannel?: Maybe<ContactChannel>;
  /**
   * From which record a merged field is taken; null where no record has a value. A name that is no merged field
   * of LinkedPerson is a BAD_USER_INPUT error.
   */
  readonly provenance?: Maybe<RecordSource>;
  /** Marks that this person's work was given. */
  readonly rating?: Maybe<Rating>;
  /** All roles that its records prove, each once. */
  readonly roles?: Maybe<ReadonlyArray<PersonRole>>;
  /** Salutation, such as "Family". */
  readonly salutation?: Maybe<Scalars['String']['output']>;
  /**
   * What each source that was asked about it contributed. FAILED: its records are left out; PARTIAL: which
   * records belong here is known from earlier.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /** Role among the customer's own staff, in the provider's word. */
  readonly staffRole?: Maybe<Scalars['String']['output']>;
  /** Labels. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Title, such as "Doctor". */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** How many units this owner or manager has. */
  readonly unitCount?: Maybe<Scalars['Int']['output']>;
  /** Units that this person rents, uses or owns, each real unit once. */
  readonly units: LinkedUnitConnection;
  /** Website. */
  readonly website?: Maybe<Scalars['URL']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
  readonly address?: Maybe<Address>;
  /** What it has. */
  readonly amenities?: Maybe<ReadonlyArray<Amenity>>;
  /** Floor area. */
  readonly area?: Maybe<Area>;
  /** The building that it is in, joined over the systems in the same way. */
  readonly building?: Maybe<LinkedBuilding>;
  /** Whether the provider would accept a new listing for it now. */
  readonly canCreateListing?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Fields in which the records disagree, after what is only another way of writing it is evened out (case,
   * blanks, punctuation, number format). Selecting it reads all compared fields of all records.
   */
  readonly conflicts: ReadonlyArray<FieldConflict>;
  /** Fields that the customer defined. */
  readonly customFields?: Maybe<ReadonlyArray<CustomField>>;
  /** Who handles its issues by default. */
  readonly defaultIssueManager?: Maybe<Person>;
  /** Name of the person who handles its issues by default. */
  readonly defaultIssueManagerName?: Maybe<Scalars['String']['output']>;
  /** Free text about it. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Documents about this unit, of all systems. */
  readonly documents: DocumentConnection;
  /** The customer's own reference number, of the first record that has one. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Floor as a number, counted as the provider counts. */
  readonly floor?: Maybe<Scalars['Float']['output']>;
  /** Floor as written, such as "3rd". */
  readonly floorLabel?: Maybe<Scalars['String']['output']>;
  /**
   * Opaque global id, derived from the first of its records in the order of sources. `node`, `linkedUnit` and
   * stored links find it by any id it ever had, as long as the record that the id was derived from exists.
   */
  readonly id: Scalars['ID']['output'];
  /** Pictures of it. */
  readonly images?: Maybe<ReadonlyArray<Image>>;
  /** Whether it is in use, i.e. */
  readonly isActive?: Maybe<Scalars['Boolean']['output']>;
  /** Whether all occupants share it. */
  readonly isCommonSpace?: Maybe<Scalars['Boolean']['output']>;
  /** Issues about this unit, of all systems. */
  readonly issues: IssueConnection;
  /** What the unit is used for. */
  readonly kind?: Maybe<UnitKind>;
  /**
   * Leases of this unit, as the records of all systems have them, ended ones too. Leases are not joined: two
   * systems may both list one.
   */
  readonly leases: LeaseConnection;
  /** Its property manager. */
  readonly manager?: Maybe<Person>;
  /** Name of its property manager. */
  readonly managerName?: Maybe<Scalars['String']['output']>;
  /**
   * The records that are this unit, in the order of sources. A record whose source failed is left out, and told
   * in `sources`.
   */
  readonly members: ReadonlyArray<Unit>;
  /** How the metering company knows it. */
  readonly meteringCompany?: Maybe<MeteringReference>;
  /** Display name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Number in the national register, in Sweden the four digits of Lantmäteriet. */
  readonly nationalUnitNumber?: Maybe<Scalars['String']['output']>;
  /** Number within the building. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Whether somebody lives in it or uses it, as far as the provider's answers prove it. */
  readonly occupancy?: Maybe<UnitOccupancy>;
  /** Its owner. */
  readonly owner?: Maybe<Person>;
  /** Name of the company that its owner invoices through. */
  readonly ownerCompanyName?: Maybe<Scalars['String']['output']>;
  /** Name of its owner. */
  readonly ownerName?: Maybe<Scalars['String']['output']>;
  /** Persons connected with this unit, each real person once. */
  readonly persons: LinkedPersonConnection;
  /**
   * From which record a merged field is taken; null where no record has a value. A name that is no merged field
   * of LinkedUnit is a BAD_USER_INPUT error.
   */
  readonly provenance?: Maybe<RecordSource>;
  /** Last renovation. */
  readonly renovatedOn?: Maybe<Scalars['Date']['output']>;
  /** Rent a month as it would be asked, not the rent of a lease. */
  readonly rent?: Maybe<Money>;
  /** How many rooms; the kitchen does not count. */
  readonly rooms?: Maybe<Scalars['Float']['output']>;
  /**
   * What each source that was asked about it contributed. FAILED: its records are left out; PARTIAL: which
   * records belong here is known from earlier.
   */
  readonly sources: ReadonlyArray<SourceResult>;
  /** The provider's own word for its kind or category. */
  readonly unitType?: Maybe<Scalars['String']['output']>;
  /** Share of the votes in the owners' community. */
  readonly votingShare?: Maybe<Scalars['Float']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
  readonly propertyNumber?: Maybe<Scalars['String']['output']>;
  /** Name of the metering company. casavi `mscProviderName`. */
  readonly providerName?: Maybe<Scalars['String']['output']>;
  /** Number of the unit. casavi `mscNumber` of a unit. */
  readonly unitNumber?: Maybe<Scalars['String']['output']>;
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
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The provider's own key of the office. */
  readonly remoteId?: Maybe<Scalars['String']['output']>;
};

/**
 * Which way an order runs. Texts are compared without regard to the language of the landlord, digits in them as
 * numbers: 9 comes before 10.
 */
export type OrderDirection =
  /** The least first; those without a value last. */
  | 'ASC'
  /** The greatest first, behind those without a value. */
  | 'DESC';

/** A company or organisation. */
export type Organization = {
  readonly __typename?: 'Organization';
  /** Its name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The provider's own key of the organisation. */
  readonly remoteId?: Maybe<Scalars['String']['output']>;
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
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /**
   * Whether another page follows; exact. A failed source does not count, a source not yet asked does. Selecting
   * it may ask one more wave of sources.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Always false: connections are read forwards only. It is here because the Relay specification asks for it. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge of this page; null if the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
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
  readonly activeIssueCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Postal address. Pigello `current_registered_address`; Facilitee `address`; casavi `street`, `postalCode`,
   * `city`, `country`.
   */
  readonly address?: Maybe<Address>;
  /** Up to which amount work may be ordered without asking this owner. Facilitee `authorizedAmount`. */
  readonly authorizedAmount?: Maybe<Money>;
  /** Date of birth. Pigello `birth_date`; the others do not say. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** Company that it is or belongs to. Pigello `corporate_name`; Facilitee `companyName`; casavi `company`. */
  readonly companyName?: Maybe<Scalars['String']['output']>;
  /** Position in that company. casavi `companyRole`. */
  readonly companyRole?: Maybe<Scalars['String']['output']>;
  /**
   * When the record was created at the provider. Pigello `created_at`; HomeQ `date_joined`; the others do not
   * say.
   */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Fields that the customer defined. casavi `customFields`; Pigello `customer_columns`. */
  readonly customFields?: Maybe<ReadonlyArray<CustomField>>;
  /** Whether the provider has a record of this person, or the gateway read it out of another record. */
  readonly derivation: PersonDerivation;
  /** A label to show. Facilitee and HomeQ employees `name`; else first and last name; else the company. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** Documents about this person or its leases. */
  readonly documents: DocumentConnection;
  /** Main e-mail address. Pigello, Facilitee, HomeQ and casavi `email`. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`; Facilitee `externalReferenceId`; casavi `id`; HomeQ has none.
   */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /**
   * First name. Pigello and HomeQ `first_name`; casavi `firstName`. Facilitee has only the whole name, which is
   * not split.
   */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /**
   * Where invoices go, if elsewhere. Facilitee owners (detail) `invoiceAddress`, `invoiceCompany`,
   * `invoiceEmail`, `attentionTo`; Pigello `invoice_email`.
   */
  readonly invoiceDetails?: Maybe<InvoiceDetails>;
  /** Whether the person is still current. Pigello false once `active_to` has passed; the others do not say. */
  readonly isActive?: Maybe<Scalars['Boolean']['output']>;
  /** Issues that this person reported. */
  readonly issues: IssueConnection;
  /** Whether it is a human being or a company. */
  readonly kind: PersonKind;
  /** Last name. Pigello and HomeQ `last_name`; casavi `lastName`. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** Leases that this person is a party to, ended ones too. */
  readonly leases: LeaseConnection;
  /**
   * National identity number, as the provider writes it. Pigello `ssn`; HomeQ `ssn` of the agreement, of employees
   * `personal_number`.
   */
  readonly nationalId?: Maybe<Scalars['String']['output']>;
  /** Free text about the person. Facilitee `additionalNote`; casavi `note`. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Office that this employee belongs to. HomeQ `root_office`. */
  readonly office?: Maybe<Office>;
  /** Telephone numbers. */
  readonly phones?: Maybe<ReadonlyArray<Phone>>;
  /** How the person wants to be contacted. */
  readonly preferredContactChannel: ContactChannel;
  /**
   * The provider's own word for it. Facilitee `status` or `userStatus`; casavi `isRegistered` and HomeQ `joined`
   * as `true` or `false`.
   */
  readonly providerAccountStatus?: Maybe<Scalars['String']['output']>;
  /** The provider's own word for it. casavi `preferredWayOfContact`. */
  readonly providerPreferredContactChannel?: Maybe<Scalars['String']['output']>;
  /** Marks that this person's work was given. Facilitee managers and service providers. */
  readonly rating?: Maybe<Rating>;
  /**
   * The record as the provider's answer had it. Pigello tenant; Facilitee user of a role; HomeQ employee, or the
   * agreement that names a tenant; casavi contact or staff member. Which answer it was depends on how the record
   * was reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** The roles that this record proves; there may be others that it does not. */
  readonly roles: ReadonlyArray<PersonRole>;
  /** Salutation, such as "Family". casavi `salutation`. */
  readonly salutation?: Maybe<Scalars['String']['output']>;
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
  readonly staffRole?: Maybe<Scalars['String']['output']>;
  /** Labels. Facilitee service providers `tags`. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Title, such as "Doctor". casavi `title`. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** How many units this owner or manager has. Facilitee `numberOfPropertyUnits`. */
  readonly unitCount?: Maybe<Scalars['Int']['output']>;
  /** Units that this person rents, uses, owns or manages. */
  readonly units: UnitConnection;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Deep link to the person in the provider's application. casavi `appLink`. */
  readonly url?: Maybe<Scalars['URL']['output']>;
  /** Website. casavi `website`. */
  readonly website?: Maybe<Scalars['URL']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** How the gateway comes to a person. */
export type PersonDerivation =
  /** Read out of an agreement that the person signed. HomeQ tenants. */
  | 'DERIVED_FROM_AGREEMENT'
  /** The provider has a record of the person. */
  | 'NATIVE';

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
export type PersonKind =
  /** A company or another organisation. */
  | 'COMPANY'
  /** A human being. */
  | 'PERSON'
  /** The provider does not say. */
  | 'UNKNOWN';

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
export type PersonOrderField =
  /** By `Person.displayName`. */
  | 'DISPLAY_NAME'
  /** By `Person.email`. */
  | 'EMAIL'
  /** By `Person.externalId`. */
  | 'EXTERNAL_ID';

/** What a person is to the customer. */
export type PersonRole =
  /** Applies for a unit. */
  | 'APPLICANT'
  /** Somebody the customer knows, in no stated role. casavi contact. */
  | 'CONTACT'
  /** Applies for a unit together with somebody else. */
  | 'CO_APPLICANT'
  /** Vouches for an applicant or a tenant. */
  | 'GUARANTOR'
  /** Handles issues. */
  | 'ISSUE_MANAGER'
  /** Signs for the landlord. */
  | 'LANDLORD_SIGNATORY'
  /** Uses a unit, whether or not it rents it. Facilitee property user. */
  | 'OCCUPANT'
  /** Owns a unit or a building. Facilitee owner. */
  | 'OWNER'
  /** Manages units or buildings. Facilitee manager. */
  | 'PROPERTY_MANAGER'
  /** Carries out work. Facilitee service provider. */
  | 'SERVICE_PROVIDER'
  /** One of the customer's own people. HomeQ employee; casavi staff. */
  | 'STAFF'
  /** Rents from a tenant. */
  | 'SUB_TENANT'
  /** Rents a unit. Pigello tenant; HomeQ signer of an agreement. */
  | 'TENANT'
  /** A role that the gateway does not know. */
  | 'UNKNOWN';

/** A telephone number. */
export type Phone = {
  readonly __typename?: 'Phone';
  /** Country calling code that stands beside the number, digits only, such as `31`. Facilitee `countryCode`. */
  readonly countryCallingCode?: Maybe<Scalars['String']['output']>;
  /** What the number is for. */
  readonly kind: PhoneKind;
  /**
   * The number as the provider writes it. Pigello `phone_number`; Facilitee `phoneNumber`; HomeQ `phone_number`;
   * casavi `telephone`, `mobile`, `fax`.
   */
  readonly number: Scalars['String']['output'];
};

/** What a telephone number is for. */
export type PhoneKind =
  /** A fax machine. casavi `fax`. */
  | 'FAX'
  /** A telephone at a desk or in a home. casavi `telephone`. */
  | 'LANDLINE'
  /** A mobile telephone. casavi `mobile`. */
  | 'MOBILE'
  /** The provider does not say. */
  | 'UNKNOWN';

/** The systems that the gateway can read. */
export type Provider =
  /** casavi, property management and tenant portal (Germany). */
  | 'CASAVI'
  /** Facilitee, issue management (Netherlands). */
  | 'FACILITEE'
  /** HomeQ, letting (Sweden). */
  | 'HOMEQ'
  /** Pigello, property management (Sweden). */
  | 'PIGELLO';

/** Everything that can be asked. */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * One building. A malformed id, or the id of another type, is a BAD_USER_INPUT error; an unknown or forbidden
   * record is null.
   */
  readonly building?: Maybe<Building>;
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
  readonly document?: Maybe<Document>;
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
  readonly issue?: Maybe<Issue>;
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
  readonly lease?: Maybe<Lease>;
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
  readonly linkedBuilding?: Maybe<LinkedBuilding>;
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
  readonly linkedPerson?: Maybe<LinkedPerson>;
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
  readonly linkedUnit?: Maybe<LinkedUnit>;
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
  readonly node?: Maybe<Node>;
  /**
   * Up to 100 records by their global ids, in the order asked. A malformed, unknown or forbidden id is null in
   * its place; a source that fails gives null and an entry in `errors`.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /**
   * One person or company. A malformed id, or the id of another type, is a BAD_USER_INPUT error; an unknown or
   * forbidden record is null.
   */
  readonly person?: Maybe<Person>;
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
  readonly unit?: Maybe<Unit>;
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
  readonly average?: Maybe<Scalars['Float']['output']>;
  /** How many marks were given. Facilitee `numberOfRatings`. */
  readonly count?: Maybe<Scalars['Int']['output']>;
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
  readonly contact?: Maybe<Person>;
  /** Name of the person. casavi `contactName`. */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** E-mail address for this role. casavi `email`. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** The provider's own word for it. casavi `roleType`. */
  readonly providerRoleType?: Maybe<Scalars['String']['output']>;
  /** What the person does, in the customer's words, such as "Hausmeister". casavi `roleName`. */
  readonly roleName?: Maybe<Scalars['String']['output']>;
  /** Whether the person belongs to the managing organisation. */
  readonly roleType: ResponsibilityRoleType;
  /** Telephone number for this role. casavi `telephone`. */
  readonly telephone?: Maybe<Scalars['String']['output']>;
};

/** Whether a responsible person belongs to the managing organisation. */
export type ResponsibilityRoleType =
  /** Somebody from outside, such as a craftsman. casavi `external`. */
  | 'EXTERNAL'
  /** One of its own people. casavi `internal`. */
  | 'INTERNAL'
  /** The provider does not say, or in a word that the gateway does not know. */
  | 'UNKNOWN';

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
  readonly retryAfter?: Maybe<Scalars['Int']['output']>;
  /** Whether the same request may succeed later. */
  readonly retryable: Scalars['Boolean']['output'];
};

/** What one source contributed to a connection. */
export type SourceResult = {
  readonly __typename?: 'SourceResult';
  /** Why it failed or is partial; null otherwise. */
  readonly error?: Maybe<SourceError>;
  /** When its oldest answer used here arrived; null if there was none. */
  readonly fetchedAt?: Maybe<Scalars['DateTime']['output']>;
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
export type SourceStatus =
  /** It could not be read; a timeout counts as a failure. */
  | 'FAILED'
  /** Everything asked for is here. */
  | 'OK'
  /** Something is here, but not all of it, or not fresh. */
  | 'PARTIAL'
  /** It cannot serve this list or edge and was not asked. */
  | 'SKIPPED';

/** A record that a source holds, with its provenance and reference number. */
export type SourcedNode = {
  /** When the record was created at the provider. Null where the provider does not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The customer's own reference number, by which the same thing may be known in several systems. */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** The record as the provider's answer had it. National ids, secrets and what signs a link are blacked out. */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** When the record was last changed at the provider. Null where the provider does not say. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How a source serves a list or an edge. */
export type Support =
  /** The gateway puts it together from other answers of the provider. */
  | 'DERIVED'
  /** The provider's interface has it. */
  | 'NATIVE'
  /** The provider has nothing to read it from: a list is empty with status SKIPPED, a single edge is null. */
  | 'UNSUPPORTED';

/** A work order given out for an issue. casavi. */
export type Task = Node & {
  readonly __typename?: 'Task';
  /** When the assignee accepted it. casavi `acceptedAt`. */
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who is to do it. casavi `assignedToId`, a contact. */
  readonly assignee?: Maybe<Person>;
  /** When it was completed. casavi `completedAt`. */
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was given out. casavi `createdAt`. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who gave it out. casavi `createdById`. */
  readonly createdBy?: Maybe<Person>;
  /** When the assignee declined it. casavi `declinedAt`. */
  readonly declinedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is to be done, in full. casavi `description`. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** The issue it was given out for. */
  readonly issue?: Maybe<Issue>;
  /** Order number that people use for it. casavi `id`. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The provider's own word for it. casavi `status`. */
  readonly providerStatus?: Maybe<Scalars['String']['output']>;
  /**
   * The record as the provider's answer had it. casavi task. Which answer it was depends on how the record was
   * reached. National ids, secrets and what signs a link are blacked out.
   */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** Which source this record was read from, under which key, and when. */
  readonly source: RecordSource;
  /** Where it stands. casavi `status`. */
  readonly status: TaskStatus;
  /** What is to be done, in a few words. casavi `title`. */
  readonly title?: Maybe<Scalars['String']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
export type TaskStatus =
  /** Accepted. casavi `ACCEPTED`. */
  | 'ACCEPTED'
  /** Done. casavi `COMPLETED`. */
  | 'COMPLETED'
  /** Declined. casavi `DECLINED`. */
  | 'DECLINED'
  /** Given out, no answer yet. casavi `OPEN`. */
  | 'OPEN'
  /** A word that the gateway does not know. */
  | 'UNKNOWN';

/** A space that is let, owned or used as one: an apartment, a shop, a parking space, a common area. */
export type Unit = Node & SourcedNode & {
  readonly __typename?: 'Unit';
  /**
   * Its own address. Pigello `address`; Facilitee `address` (may be the property's); HomeQ `address` and
   * `location`; casavi `address`, one line.
   */
  readonly address?: Maybe<Address>;
  /** What it has. HomeQ, apartment detail. */
  readonly amenities?: Maybe<ReadonlyArray<Amenity>>;
  /** Floor area. Pigello `usable_area`; HomeQ and casavi `area`. */
  readonly area?: Maybe<Area>;
  /** The building it belongs to. */
  readonly building?: Maybe<Building>;
  /** Whether the provider would accept a new listing for it now. HomeQ `can_create_ad_listing`. */
  readonly canCreateListing?: Maybe<Scalars['Boolean']['output']>;
  /** When the record was created at the provider. Pigello `created_at`; the others do not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Fields that the customer defined. casavi `customFields`; Pigello `customer_columns`. */
  readonly customFields?: Maybe<ReadonlyArray<CustomField>>;
  /** Who handles its issues by default. Facilitee `defaultIssueManager`. */
  readonly defaultIssueManager?: Maybe<Person>;
  /**
   * Name of the person who handles its issues by default. Facilitee `defaultIssueManagerName`
   * (`defaultIssueManager.name`).
   */
  readonly defaultIssueManagerName?: Maybe<Scalars['String']['output']>;
  /** Free text about it. Facilitee `additionalNote`; HomeQ `description`; casavi `note`. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Documents about this unit or something in it. */
  readonly documents: DocumentConnection;
  /**
   * The customer's own reference number, by which the same thing may be known in several systems. Pigello
   * `custom_id`, else `landlord_custom_id`; Facilitee `customUnitId` (made up by Facilitee where the customer
   * gave none); HomeQ `external_id` (`landlord_object_id`); casavi `id`.
   */
  readonly externalId?: Maybe<Scalars['String']['output']>;
  /**
   * Floor as a number, counted as the provider counts. Pigello the lowest of `floors`; Facilitee and HomeQ
   * `floor`.
   */
  readonly floor?: Maybe<Scalars['Float']['output']>;
  /** Floor as written, such as "3rd". casavi `floor`. */
  readonly floorLabel?: Maybe<Scalars['String']['output']>;
  /** Opaque global id: one for a record however it was reached, stable across restarts and machines. */
  readonly id: Scalars['ID']['output'];
  /** Pictures of it. HomeQ `images`. */
  readonly images?: Maybe<ReadonlyArray<Image>>;
  /** Whether it is in use, i.e. not archived. Pigello not `archived`; Facilitee `isActive`. */
  readonly isActive?: Maybe<Scalars['Boolean']['output']>;
  /** Whether all occupants share it. Facilitee `isCommonSpace`. */
  readonly isCommonSpace?: Maybe<Scalars['Boolean']['output']>;
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
  readonly manager?: Maybe<Person>;
  /** Name of its property manager. Facilitee `defaultPropertyManagerName` (`manager.name`). */
  readonly managerName?: Maybe<Scalars['String']['output']>;
  /** How the metering company knows it. casavi `mscNumber`, `propertyMscNumber`. */
  readonly meteringCompany?: Maybe<MeteringReference>;
  /** Display name. Pigello `popular_name`; casavi `name`; Facilitee and HomeQ have none. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * Number in the national register, in Sweden the four digits of Lantmäteriet. Pigello `apartment_id`; HomeQ
   * `lgh` (`national_id`).
   */
  readonly nationalUnitNumber?: Maybe<Scalars['String']['output']>;
  /**
   * Number within the building. Pigello `apartment_id`; Facilitee `customUnitId`; HomeQ `lgh` (`national_id`);
   * casavi `number`.
   */
  readonly number?: Maybe<Scalars['String']['output']>;
  /**
   * Whether somebody lives in it or uses it, as far as the provider's answers prove it. Facilitee from
   * `propertyUsers` (detail), casavi from running `contracts`; the others do not say.
   */
  readonly occupancy: UnitOccupancy;
  /** Its owner. Facilitee `owner`. */
  readonly owner?: Maybe<Person>;
  /** Name of the company that its owner invoices through. Facilitee `ownerCompanyName` (`ownerCompany.name`). */
  readonly ownerCompanyName?: Maybe<Scalars['String']['output']>;
  /** Name of its owner. Facilitee `ownerName`. */
  readonly ownerName?: Maybe<Scalars['String']['output']>;
  /** Persons connected with this unit, such as tenants, occupants, owner, manager. */
  readonly persons: PersonConnection;
  /**
   * The record as the provider's answer had it. Pigello apartment; Facilitee property unit; HomeQ inventory entry
   * or apartment; casavi unit. Which answer it was depends on how the record was reached. National ids, secrets
   * and what signs a link are blacked out.
   */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** Last renovation. HomeQ `renovation_date`. */
  readonly renovatedOn?: Maybe<Scalars['Date']['output']>;
  /** Rent a month as it would be asked, not the rent of a lease. HomeQ `rent`. */
  readonly rent?: Maybe<Money>;
  /** How many rooms; the kitchen does not count. Pigello from `category`; HomeQ and casavi `rooms`. */
  readonly rooms?: Maybe<Scalars['Float']['output']>;
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
  readonly unitType?: Maybe<Scalars['String']['output']>;
  /** When the record was last changed at the provider. No provider says. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Deep link to the unit in the provider's application. casavi `appLink`. */
  readonly url?: Maybe<Scalars['URL']['output']>;
  /** Share of the votes in the owners' community. casavi `votingShare`. */
  readonly votingShare?: Maybe<Scalars['Float']['output']>;
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
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
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
export type UnitKind =
  /** A dwelling. */
  | 'APARTMENT'
  /** A shop, an office, a workshop. */
  | 'COMMERCIAL'
  /** A space that all occupants share. */
  | 'COMMON_AREA'
  /** The provider has a word for it that fits none of these. */
  | 'OTHER'
  /** An outdoor space. */
  | 'OUTDOOR'
  /** A parking space or garage. */
  | 'PARKING'
  /** A cellar compartment or other storage. */
  | 'STORAGE'
  /** The provider does not say. */
  | 'UNKNOWN';

/** Whether a unit is occupied. */
export type UnitOccupancy =
  /** Somebody uses it. */
  | 'OCCUPIED'
  /** It is promised to somebody. */
  | 'RESERVED'
  /** The provider does not say. */
  | 'UNKNOWN'
  /** Nobody uses it. */
  | 'VACANT';

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
export type UnitOrderField =
  /** By the value of `Unit.area`. */
  | 'AREA'
  /** By `Unit.externalId`. */
  | 'EXTERNAL_ID'
  /** By `Unit.floor`. */
  | 'FLOOR'
  /** By `Unit.number`. */
  | 'NUMBER'
  /** By the amount of `Unit.rent`, whatever its currency. */
  | 'RENT'
  /** By `Unit.rooms`. */
  | 'ROOMS';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( BuildingRecord )
    | ( CommentRecord )
    | ( DocumentRecord )
    | ( IssueRecord )
    | ( LeaseRecord )
    | ( LinkedRecordRecord )
    | ( LinkedRecordRecord )
    | ( LinkedRecordRecord )
    | ( PersonRecord )
    | ( TaskRecord )
    | ( UnitRecord )
  ;
  SourcedNode:
    | ( BuildingRecord )
    | ( DocumentRecord )
    | ( IssueRecord )
    | ( LeaseRecord )
    | ( PersonRecord )
    | ( UnitRecord )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountStatus: AccountStatus;
  Address: ResolverTypeWrapper<AddressRecord>;
  Amenity: ResolverTypeWrapper<Amenity>;
  AmenityKind: AmenityKind;
  AmenityState: AmenityState;
  Area: ResolverTypeWrapper<Area>;
  AreaUnit: AreaUnit;
  BankAccount: ResolverTypeWrapper<BankAccount>;
  BankAccountKind: BankAccountKind;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Building: ResolverTypeWrapper<BuildingRecord>;
  BuildingConnection: ResolverTypeWrapper<Omit<BuildingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BuildingEdge']>, nodes: ReadonlyArray<ResolversTypes['Building']> }>;
  BuildingEdge: ResolverTypeWrapper<Omit<BuildingEdge, 'node'> & { node: ResolversTypes['Building'] }>;
  BuildingFilter: BuildingFilter;
  BuildingKind: BuildingKind;
  BuildingOrder: BuildingOrder;
  BuildingOrderField: BuildingOrderField;
  Capability: ResolverTypeWrapper<Capability>;
  Comment: ResolverTypeWrapper<CommentRecord>;
  CommentConnection: ResolverTypeWrapper<Omit<CommentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['CommentEdge']>, nodes: ReadonlyArray<ResolversTypes['Comment']> }>;
  CommentEdge: ResolverTypeWrapper<Omit<CommentEdge, 'node'> & { node: ResolversTypes['Comment'] }>;
  ConflictingValue: ResolverTypeWrapper<ConflictingValue>;
  ContactChannel: ContactChannel;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  CustomField: ResolverTypeWrapper<CustomField>;
  CustomFieldType: CustomFieldType;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Document: ResolverTypeWrapper<DocumentRecord>;
  DocumentConnection: ResolverTypeWrapper<Omit<DocumentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DocumentEdge']>, nodes: ReadonlyArray<ResolversTypes['Document']> }>;
  DocumentDerivation: DocumentDerivation;
  DocumentEdge: ResolverTypeWrapper<Omit<DocumentEdge, 'node'> & { node: ResolversTypes['Document'] }>;
  DocumentFilter: DocumentFilter;
  DocumentKind: DocumentKind;
  DocumentOrder: DocumentOrder;
  DocumentOrderField: DocumentOrderField;
  DocumentShare: ResolverTypeWrapper<DocumentShare>;
  DocumentShareType: DocumentShareType;
  Drift: ResolverTypeWrapper<Drift>;
  DriftKind: DriftKind;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  EntityLink: ResolverTypeWrapper<LinkRowRecord>;
  FieldConflict: ResolverTypeWrapper<FieldConflict>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Image: ResolverTypeWrapper<Image>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InvoiceDetails: ResolverTypeWrapper<Omit<InvoiceDetails, 'address'> & { address?: Maybe<ResolversTypes['Address']> }>;
  Issue: ResolverTypeWrapper<IssueRecord>;
  IssueConnection: ResolverTypeWrapper<Omit<IssueConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['IssueEdge']>, nodes: ReadonlyArray<ResolversTypes['Issue']> }>;
  IssueEdge: ResolverTypeWrapper<Omit<IssueEdge, 'node'> & { node: ResolversTypes['Issue'] }>;
  IssueFilter: IssueFilter;
  IssueOrder: IssueOrder;
  IssueOrderField: IssueOrderField;
  IssuePriority: IssuePriority;
  IssueRating: ResolverTypeWrapper<IssueRating>;
  IssueStatus: IssueStatus;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Lease: ResolverTypeWrapper<LeaseRecord>;
  LeaseConnection: ResolverTypeWrapper<Omit<LeaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LeaseEdge']>, nodes: ReadonlyArray<ResolversTypes['Lease']> }>;
  LeaseDerivation: LeaseDerivation;
  LeaseEdge: ResolverTypeWrapper<Omit<LeaseEdge, 'node'> & { node: ResolversTypes['Lease'] }>;
  LeaseFilter: LeaseFilter;
  LeaseKind: LeaseKind;
  LeaseOrder: LeaseOrder;
  LeaseOrderField: LeaseOrderField;
  LeaseStatus: LeaseStatus;
  LinkConfidence: LinkConfidence;
  LinkedBuilding: ResolverTypeWrapper<LinkedRecordRecord>;
  LinkedBuildingConnection: ResolverTypeWrapper<Omit<LinkedBuildingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LinkedBuildingEdge']>, nodes: ReadonlyArray<ResolversTypes['LinkedBuilding']> }>;
  LinkedBuildingEdge: ResolverTypeWrapper<Omit<LinkedBuildingEdge, 'node'> & { node: ResolversTypes['LinkedBuilding'] }>;
  LinkedPerson: ResolverTypeWrapper<LinkedRecordRecord>;
  LinkedPersonConnection: ResolverTypeWrapper<Omit<LinkedPersonConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LinkedPersonEdge']>, nodes: ReadonlyArray<ResolversTypes['LinkedPerson']> }>;
  LinkedPersonEdge: ResolverTypeWrapper<Omit<LinkedPersonEdge, 'node'> & { node: ResolversTypes['LinkedPerson'] }>;
  LinkedUnit: ResolverTypeWrapper<LinkedRecordRecord>;
  LinkedUnitConnection: ResolverTypeWrapper<Omit<LinkedUnitConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LinkedUnitEdge']>, nodes: ReadonlyArray<ResolversTypes['LinkedUnit']> }>;
  LinkedUnitEdge: ResolverTypeWrapper<Omit<LinkedUnitEdge, 'node'> & { node: ResolversTypes['LinkedUnit'] }>;
  MeteringReference: ResolverTypeWrapper<MeteringReference>;
  Money: ResolverTypeWrapper<Money>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Office: ResolverTypeWrapper<Office>;
  OrderDirection: OrderDirection;
  Organization: ResolverTypeWrapper<Organization>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Person: ResolverTypeWrapper<PersonRecord>;
  PersonConnection: ResolverTypeWrapper<Omit<PersonConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PersonEdge']>, nodes: ReadonlyArray<ResolversTypes['Person']> }>;
  PersonDerivation: PersonDerivation;
  PersonEdge: ResolverTypeWrapper<Omit<PersonEdge, 'node'> & { node: ResolversTypes['Person'] }>;
  PersonFilter: PersonFilter;
  PersonKind: PersonKind;
  PersonOrder: PersonOrder;
  PersonOrderField: PersonOrderField;
  PersonRole: PersonRole;
  Phone: ResolverTypeWrapper<Phone>;
  PhoneKind: PhoneKind;
  Provider: Provider;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rating: ResolverTypeWrapper<Rating>;
  RecordSource: ResolverTypeWrapper<RecordSource>;
  Responsibility: ResolverTypeWrapper<ResponsibilityRecord>;
  ResponsibilityRoleType: ResponsibilityRoleType;
  Source: ResolverTypeWrapper<Source>;
  SourceError: ResolverTypeWrapper<SourceError>;
  SourceResult: ResolverTypeWrapper<SourceResult>;
  SourceStatus: SourceStatus;
  SourcedNode: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['SourcedNode']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Support: Support;
  Task: ResolverTypeWrapper<TaskRecord>;
  TaskConnection: ResolverTypeWrapper<Omit<TaskConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['TaskEdge']>, nodes: ReadonlyArray<ResolversTypes['Task']> }>;
  TaskEdge: ResolverTypeWrapper<Omit<TaskEdge, 'node'> & { node: ResolversTypes['Task'] }>;
  TaskStatus: TaskStatus;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  Unit: ResolverTypeWrapper<UnitRecord>;
  UnitConnection: ResolverTypeWrapper<Omit<UnitConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['UnitEdge']>, nodes: ReadonlyArray<ResolversTypes['Unit']> }>;
  UnitEdge: ResolverTypeWrapper<Omit<UnitEdge, 'node'> & { node: ResolversTypes['Unit'] }>;
  UnitFilter: UnitFilter;
  UnitKind: UnitKind;
  UnitOccupancy: UnitOccupancy;
  UnitOrder: UnitOrder;
  UnitOrderField: UnitOrderField;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: AddressRecord;
  Amenity: Amenity;
  Area: Area;
  BankAccount: BankAccount;
  Boolean: Scalars['Boolean']['output'];
  Building: BuildingRecord;
  BuildingConnection: Omit<BuildingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BuildingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Building']> };
  BuildingEdge: Omit<BuildingEdge, 'node'> & { node: ResolversParentTypes['Building'] };
  BuildingFilter: BuildingFilter;
  BuildingOrder: BuildingOrder;
  Capability: Capability;
  Comment: CommentRecord;
  CommentConnection: Omit<CommentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['CommentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Comment']> };
  CommentEdge: Omit<CommentEdge, 'node'> & { node: ResolversParentTypes['Comment'] };
  ConflictingValue: ConflictingValue;
  CountryCode: Scalars['CountryCode']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  CustomField: CustomField;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Document: DocumentRecord;
  DocumentConnection: Omit<DocumentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DocumentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Document']> };
  DocumentEdge: Omit<DocumentEdge, 'node'> & { node: ResolversParentTypes['Document'] };
  DocumentFilter: DocumentFilter;
  DocumentOrder: DocumentOrder;
  DocumentShare: DocumentShare;
  Drift: Drift;
  EmailAddress: Scalars['EmailAddress']['output'];
  EntityLink: LinkRowRecord;
  FieldConflict: FieldConflict;
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  Image: Image;
  Int: Scalars['Int']['output'];
  InvoiceDetails: Omit<InvoiceDetails, 'address'> & { address?: Maybe<ResolversParentTypes['Address']> };
  Issue: IssueRecord;
  IssueConnection: Omit<IssueConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['IssueEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Issue']> };
  IssueEdge: Omit<IssueEdge, 'node'> & { node: ResolversParentTypes['Issue'] };
  IssueFilter: IssueFilter;
  IssueOrder: IssueOrder;
  IssueRating: IssueRating;
  JSON: Scalars['JSON']['output'];
  Lease: LeaseRecord;
  LeaseConnection: Omit<LeaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LeaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Lease']> };
  LeaseEdge: Omit<LeaseEdge, 'node'> & { node: ResolversParentTypes['Lease'] };
  LeaseFilter: LeaseFilter;
  LeaseOrder: LeaseOrder;
  LinkedBuilding: LinkedRecordRecord;
  LinkedBuildingConnection: Omit<LinkedBuildingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LinkedBuildingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['LinkedBuilding']> };
  LinkedBuildingEdge: Omit<LinkedBuildingEdge, 'node'> & { node: ResolversParentTypes['LinkedBuilding'] };
  LinkedPerson: LinkedRecordRecord;
  LinkedPersonConnection: Omit<LinkedPersonConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LinkedPersonEdge']>, nodes: ReadonlyArray<ResolversParentTypes['LinkedPerson']> };
  LinkedPersonEdge: Omit<LinkedPersonEdge, 'node'> & { node: ResolversParentTypes['LinkedPerson'] };
  LinkedUnit: LinkedRecordRecord;
  LinkedUnitConnection: Omit<LinkedUnitConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LinkedUnitEdge']>, nodes: ReadonlyArray<ResolversParentTypes['LinkedUnit']> };
  LinkedUnitEdge: Omit<LinkedUnitEdge, 'node'> & { node: ResolversParentTypes['LinkedUnit'] };
  MeteringReference: MeteringReference;
  Money: Money;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Office: Office;
  Organization: Organization;
  PageInfo: PageInfo;
  Person: PersonRecord;
  PersonConnection: Omit<PersonConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PersonEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Person']> };
  PersonEdge: Omit<PersonEdge, 'node'> & { node: ResolversParentTypes['Person'] };
  PersonFilter: PersonFilter;
  PersonOrder: PersonOrder;
  Phone: Phone;
  Query: Record<PropertyKey, never>;
  Rating: Rating;
  RecordSource: RecordSource;
  Responsibility: ResponsibilityRecord;
  Source: Source;
  SourceError: SourceError;
  SourceResult: SourceResult;
  SourcedNode: ResolversInterfaceTypes<ResolversParentTypes>['SourcedNode'];
  String: Scalars['String']['output'];
  Task: TaskRecord;
  TaskConnection: Omit<TaskConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['TaskEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Task']> };
  TaskEdge: Omit<TaskEdge, 'node'> & { node: ResolversParentTypes['Task'] };
  URL: Scalars['URL']['output'];
  Unit: UnitRecord;
  UnitConnection: Omit<UnitConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['UnitEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Unit']> };
  UnitEdge: Omit<UnitEdge, 'node'> & { node: ResolversParentTypes['Unit'] };
  UnitFilter: UnitFilter;
  UnitOrder: UnitOrder;
};

export type ListSizeDirectiveArgs = {
  assumedSize: Scalars['Int']['input'];
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = Context, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: ReadonlyArray<ReadonlyArray<Scalars['String']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = Context, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  careOf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  countryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  county?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  formatted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  googlePlaceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  line1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AmenityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Amenity'] = ResolversParentTypes['Amenity']> = {
  kind?: Resolver<ResolversTypes['AmenityKind'], ParentType, ContextType>;
  providerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AmenityState'], ParentType, ContextType>;
};

export type AreaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Area'] = ResolversParentTypes['Area']> = {
  unit?: Resolver<ResolversTypes['AreaUnit'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BankAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BankAccount'] = ResolversParentTypes['BankAccount']> = {
  kind?: Resolver<ResolversTypes['BankAccountKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BuildingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Building'] = ResolversParentTypes['Building']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  addresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Address']>>, ParentType, ContextType>;
  bankAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BankAccount']>>, ParentType, ContextType>;
  buildingType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commonAmenities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Amenity']>>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<BuildingDocumentsArgs, 'first'>>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Image']>>, ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<BuildingIssuesArgs, 'first'>>;
  kind?: Resolver<ResolversTypes['BuildingKind'], ParentType, ContextType>;
  leases?: Resolver<ResolversTypes['LeaseConnection'], ParentType, ContextType, RequireFields<BuildingLeasesArgs, 'first'>>;
  meteringCompany?: Resolver<Maybe<ResolversTypes['MeteringReference']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  ownerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['PersonConnection'], ParentType, ContextType, RequireFields<BuildingPersonsArgs, 'first'>>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  responsibilities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Responsibility']>>, ParentType, ContextType>;
  sameAs?: Resolver<ReadonlyArray<ResolversTypes['EntityLink']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  unitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<BuildingUnitsArgs, 'first'>>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BuildingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildingConnection'] = ResolversParentTypes['BuildingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BuildingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Building']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BuildingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildingEdge'] = ResolversParentTypes['BuildingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Building'], ParentType, ContextType>;
};

export type CapabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Capability'] = ResolversParentTypes['Capability']> = {
  edge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  support?: Resolver<ResolversTypes['Support'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment']> = {
  author?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  authorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isInternal?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentConnection'] = ResolversParentTypes['CommentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Comment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEdge'] = ResolversParentTypes['CommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type ConflictingValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConflictingValue'] = ResolversParentTypes['ConflictingValue']> = {
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CustomFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomField'] = ResolversParentTypes['CustomField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CustomFieldType'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  derivation?: Resolver<ResolversTypes['DocumentDerivation'], ParentType, ContextType>;
  downloadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstDownloadedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DocumentKind'], ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  sharedWith?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DocumentShare']>>, ParentType, ContextType>;
  sizeBytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  storageProvider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['SourcedNode']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DocumentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentConnection'] = ResolversParentTypes['DocumentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DocumentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Document']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DocumentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentEdge'] = ResolversParentTypes['DocumentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
};

export type DocumentShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentShare'] = ResolversParentTypes['DocumentShare']> = {
  remoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['DocumentShareType'], ParentType, ContextType>;
};

export type DriftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Drift'] = ResolversParentTypes['Drift']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DriftKind'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EntityLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntityLink'] = ResolversParentTypes['EntityLink']> = {
  confidence?: Resolver<ResolversTypes['LinkConfidence'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SourcedNode'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FieldConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldConflict'] = ResolversParentTypes['FieldConflict']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['ConflictingValue']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  thumbnailUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type InvoiceDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvoiceDetails'] = ResolversParentTypes['InvoiceDetails']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  attentionTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
};

export type IssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Issue'] = ResolversParentTypes['Issue']> = {
  assignee?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  assigneeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  building?: Resolver<Maybe<ResolversTypes['Building']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categoryGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  comments?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<IssueCommentsArgs, 'first'>>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<IssueDocumentsArgs, 'first'>>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  followers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  hasOccupantsInvolved?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSharedWithBuilding?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['IssuePriority'], ParentType, ContextType>;
  providerStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['IssueRating']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  rejectionComment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reporter?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  reporterEmail?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  reporterName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reporterTelephone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responseTimeLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IssueStatus'], ParentType, ContextType>;
  statusText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, RequireFields<IssueTasksArgs, 'first'>>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IssueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueConnection'] = ResolversParentTypes['IssueConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['IssueEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Issue']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type IssueEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueEdge'] = ResolversParentTypes['IssueEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
};

export type IssueRatingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueRating'] = ResolversParentTypes['IssueRating']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ratedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ratedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LeaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lease'] = ResolversParentTypes['Lease']> = {
  building?: Resolver<Maybe<ResolversTypes['Building']>, ParentType, ContextType>;
  cancelledDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  derivation?: Resolver<ResolversTypes['LeaseDerivation'], ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<LeaseDocumentsArgs, 'first'>>;
  endDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isArchived?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isMainContact?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LeaseKind'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  signedDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LeaseStatus'], ParentType, ContextType>;
  tenants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Person']>>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LeaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaseConnection'] = ResolversParentTypes['LeaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LeaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Lease']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LeaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaseEdge'] = ResolversParentTypes['LeaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lease'], ParentType, ContextType>;
};

export type LinkedBuildingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedBuilding'] = ResolversParentTypes['LinkedBuilding']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  addresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Address']>>, ParentType, ContextType>;
  bankAccounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BankAccount']>>, ParentType, ContextType>;
  buildingType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commonAmenities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Amenity']>>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['FieldConflict']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<LinkedBuildingDocumentsArgs, 'first'>>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Image']>>, ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<LinkedBuildingIssuesArgs, 'first'>>;
  kind?: Resolver<Maybe<ResolversTypes['BuildingKind']>, ParentType, ContextType>;
  leases?: Resolver<ResolversTypes['LeaseConnection'], ParentType, ContextType, RequireFields<LinkedBuildingLeasesArgs, 'first'>>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Building']>, ParentType, ContextType>;
  meteringCompany?: Resolver<Maybe<ResolversTypes['MeteringReference']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  ownerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['LinkedPersonConnection'], ParentType, ContextType, RequireFields<LinkedBuildingPersonsArgs, 'first'>>;
  provenance?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType, RequireFields<LinkedBuildingProvenanceArgs, 'field'>>;
  responsibilities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Responsibility']>>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  unitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['LinkedUnitConnection'], ParentType, ContextType, RequireFields<LinkedBuildingUnitsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkedBuildingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedBuildingConnection'] = ResolversParentTypes['LinkedBuildingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LinkedBuildingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LinkedBuilding']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LinkedBuildingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedBuildingEdge'] = ResolversParentTypes['LinkedBuildingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LinkedBuilding'], ParentType, ContextType>;
};

export type LinkedPersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedPerson'] = ResolversParentTypes['LinkedPerson']> = {
  activeIssueCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  authorizedAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyRole?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['FieldConflict']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<LinkedPersonDocumentsArgs, 'first'>>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceDetails?: Resolver<Maybe<ResolversTypes['InvoiceDetails']>, ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<LinkedPersonIssuesArgs, 'first'>>;
  kind?: Resolver<Maybe<ResolversTypes['PersonKind']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leases?: Resolver<ResolversTypes['LeaseConnection'], ParentType, ContextType, RequireFields<LinkedPersonLeasesArgs, 'first'>>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  nationalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  phones?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Phone']>>, ParentType, ContextType>;
  preferredContactChannel?: Resolver<Maybe<ResolversTypes['ContactChannel']>, ParentType, ContextType>;
  provenance?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType, RequireFields<LinkedPersonProvenanceArgs, 'field'>>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonRole']>>, ParentType, ContextType>;
  salutation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  staffRole?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['LinkedUnitConnection'], ParentType, ContextType, RequireFields<LinkedPersonUnitsArgs, 'first'>>;
  website?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkedPersonConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedPersonConnection'] = ResolversParentTypes['LinkedPersonConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LinkedPersonEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LinkedPerson']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LinkedPersonEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedPersonEdge'] = ResolversParentTypes['LinkedPersonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LinkedPerson'], ParentType, ContextType>;
};

export type LinkedUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedUnit'] = ResolversParentTypes['LinkedUnit']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  amenities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Amenity']>>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  building?: Resolver<Maybe<ResolversTypes['LinkedBuilding']>, ParentType, ContextType>;
  canCreateListing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['FieldConflict']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  defaultIssueManager?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  defaultIssueManagerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<LinkedUnitDocumentsArgs, 'first'>>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  floor?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  floorLabel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Image']>>, ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isCommonSpace?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<LinkedUnitIssuesArgs, 'first'>>;
  kind?: Resolver<Maybe<ResolversTypes['UnitKind']>, ParentType, ContextType>;
  leases?: Resolver<ResolversTypes['LeaseConnection'], ParentType, ContextType, RequireFields<LinkedUnitLeasesArgs, 'first'>>;
  manager?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  managerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  meteringCompany?: Resolver<Maybe<ResolversTypes['MeteringReference']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationalUnitNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occupancy?: Resolver<Maybe<ResolversTypes['UnitOccupancy']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  ownerCompanyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['LinkedPersonConnection'], ParentType, ContextType, RequireFields<LinkedUnitPersonsArgs, 'first'>>;
  provenance?: Resolver<Maybe<ResolversTypes['RecordSource']>, ParentType, ContextType, RequireFields<LinkedUnitProvenanceArgs, 'field'>>;
  renovatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rent?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  rooms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  unitType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  votingShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkedUnitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedUnitConnection'] = ResolversParentTypes['LinkedUnitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LinkedUnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LinkedUnit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LinkedUnitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkedUnitEdge'] = ResolversParentTypes['LinkedUnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LinkedUnit'], ParentType, ContextType>;
};

export type MeteringReferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeteringReference'] = ResolversParentTypes['MeteringReference']> = {
  propertyNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Building' | 'Comment' | 'Document' | 'Issue' | 'Lease' | 'LinkedBuilding' | 'LinkedPerson' | 'LinkedUnit' | 'Person' | 'Task' | 'Unit', ParentType, ContextType>;
};

export type OfficeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Office'] = ResolversParentTypes['Office']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remoteId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  accountStatus?: Resolver<ResolversTypes['AccountStatus'], ParentType, ContextType>;
  activeIssueCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  authorizedAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyRole?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  derivation?: Resolver<ResolversTypes['PersonDerivation'], ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<PersonDocumentsArgs, 'first'>>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceDetails?: Resolver<Maybe<ResolversTypes['InvoiceDetails']>, ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<PersonIssuesArgs, 'first'>>;
  kind?: Resolver<ResolversTypes['PersonKind'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leases?: Resolver<ResolversTypes['LeaseConnection'], ParentType, ContextType, RequireFields<PersonLeasesArgs, 'first'>>;
  nationalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  phones?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Phone']>>, ParentType, ContextType>;
  preferredContactChannel?: Resolver<ResolversTypes['ContactChannel'], ParentType, ContextType>;
  providerAccountStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerPreferredContactChannel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['PersonRole']>, ParentType, ContextType>;
  salutation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sameAs?: Resolver<ReadonlyArray<ResolversTypes['EntityLink']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  staffRole?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<PersonUnitsArgs, 'first'>>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonConnection'] = ResolversParentTypes['PersonConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PersonEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Person']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersonEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonEdge'] = ResolversParentTypes['PersonEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
};

export type PhoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Phone'] = ResolversParentTypes['Phone']> = {
  countryCallingCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PhoneKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  building?: Resolver<Maybe<ResolversTypes['Building']>, ParentType, ContextType, RequireFields<QueryBuildingArgs, 'id'>>;
  buildings?: Resolver<ResolversTypes['BuildingConnection'], ParentType, ContextType, RequireFields<QueryBuildingsArgs, 'first'>>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType, RequireFields<QueryDocumentArgs, 'id'>>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<QueryDocumentsArgs, 'first'>>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType, RequireFields<QueryIssueArgs, 'id'>>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<QueryIssuesArgs, 'first'>>;
  lease?: Resolver<Maybe<ResolversTypes['Lease']>, ParentType, ContextType, RequireFields<QueryLeaseArgs, 'id'>>;
  leases?: Resolver<ResolversTypes['LeaseConnection'], ParentType, ContextType, RequireFields<QueryLeasesArgs, 'first'>>;
  linkedBuilding?: Resolver<Maybe<ResolversTypes['LinkedBuilding']>, ParentType, ContextType, Partial<QueryLinkedBuildingArgs>>;
  linkedBuildings?: Resolver<ResolversTypes['LinkedBuildingConnection'], ParentType, ContextType, RequireFields<QueryLinkedBuildingsArgs, 'first'>>;
  linkedPerson?: Resolver<Maybe<ResolversTypes['LinkedPerson']>, ParentType, ContextType, Partial<QueryLinkedPersonArgs>>;
  linkedPersons?: Resolver<ResolversTypes['LinkedPersonConnection'], ParentType, ContextType, RequireFields<QueryLinkedPersonsArgs, 'first'>>;
  linkedUnit?: Resolver<Maybe<ResolversTypes['LinkedUnit']>, ParentType, ContextType, Partial<QueryLinkedUnitArgs>>;
  linkedUnits?: Resolver<ResolversTypes['LinkedUnitConnection'], ParentType, ContextType, RequireFields<QueryLinkedUnitsArgs, 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'id'>>;
  persons?: Resolver<ResolversTypes['PersonConnection'], ParentType, ContextType, RequireFields<QueryPersonsArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<QueryUnitArgs, 'id'>>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<QueryUnitsArgs, 'first'>>;
};

export type RatingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rating'] = ResolversParentTypes['Rating']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RecordSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordSource'] = ResolversParentTypes['RecordSource']> = {
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  remoteId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ResponsibilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Responsibility'] = ResolversParentTypes['Responsibility']> = {
  contact?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  contactName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  providerRoleType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roleName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roleType?: Resolver<ResolversTypes['ResponsibilityRoleType'], ParentType, ContextType>;
  telephone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['Capability']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  drift?: Resolver<ReadonlyArray<ResolversTypes['Drift']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceError'] = ResolversParentTypes['SourceError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfter?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SourceResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceResult'] = ResolversParentTypes['SourceResult']> = {
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  fetchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SourceStatus'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SourcedNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcedNode'] = ResolversParentTypes['SourcedNode']> = {
  __resolveType: TypeResolveFn<'Building' | 'Document' | 'Issue' | 'Lease' | 'Person' | 'Unit', ParentType, ContextType>;
};

export type TaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  declinedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TaskStatus'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Task']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  amenities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Amenity']>>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['Area']>, ParentType, ContextType>;
  building?: Resolver<Maybe<ResolversTypes['Building']>, ParentType, ContextType>;
  canCreateListing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomField']>>, ParentType, ContextType>;
  defaultIssueManager?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  defaultIssueManagerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, RequireFields<UnitDocumentsArgs, 'first'>>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  floor?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  floorLabel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Image']>>, ParentType, ContextType>;
  isActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isCommonSpace?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<UnitIssuesArgs, 'first'>>;
  kind?: Resolver<ResolversTypes['UnitKind'], ParentType, ContextType>;
  leases?: Resolver<ResolversTypes['LeaseConnection'], ParentType, ContextType, RequireFields<UnitLeasesArgs, 'first'>>;
  manager?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  managerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meteringCompany?: Resolver<Maybe<ResolversTypes['MeteringReference']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationalUnitNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occupancy?: Resolver<ResolversTypes['UnitOccupancy'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  ownerCompanyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  persons?: Resolver<ResolversTypes['PersonConnection'], ParentType, ContextType, RequireFields<UnitPersonsArgs, 'first'>>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  renovatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rent?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  rooms?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sameAs?: Resolver<ReadonlyArray<ResolversTypes['EntityLink']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['RecordSource'], ParentType, ContextType>;
  unitType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  votingShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitConnection'] = ResolversParentTypes['UnitConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceResult']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UnitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitEdge'] = ResolversParentTypes['UnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Unit'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  Amenity?: AmenityResolvers<ContextType>;
  Area?: AreaResolvers<ContextType>;
  BankAccount?: BankAccountResolvers<ContextType>;
  Building?: BuildingResolvers<ContextType>;
  BuildingConnection?: BuildingConnectionResolvers<ContextType>;
  BuildingEdge?: BuildingEdgeResolvers<ContextType>;
  Capability?: CapabilityResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  ConflictingValue?: ConflictingValueResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  CustomField?: CustomFieldResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Document?: DocumentResolvers<ContextType>;
  DocumentConnection?: DocumentConnectionResolvers<ContextType>;
  DocumentEdge?: DocumentEdgeResolvers<ContextType>;
  DocumentShare?: DocumentShareResolvers<ContextType>;
  Drift?: DriftResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  EntityLink?: EntityLinkResolvers<ContextType>;
  FieldConflict?: FieldConflictResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  InvoiceDetails?: InvoiceDetailsResolvers<ContextType>;
  Issue?: IssueResolvers<ContextType>;
  IssueConnection?: IssueConnectionResolvers<ContextType>;
  IssueEdge?: IssueEdgeResolvers<ContextType>;
  IssueRating?: IssueRatingResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Lease?: LeaseResolvers<ContextType>;
  LeaseConnection?: LeaseConnectionResolvers<ContextType>;
  LeaseEdge?: LeaseEdgeResolvers<ContextType>;
  LinkedBuilding?: LinkedBuildingResolvers<ContextType>;
  LinkedBuildingConnection?: LinkedBuildingConnectionResolvers<ContextType>;
  LinkedBuildingEdge?: LinkedBuildingEdgeResolvers<ContextType>;
  LinkedPerson?: LinkedPersonResolvers<ContextType>;
  LinkedPersonConnection?: LinkedPersonConnectionResolvers<ContextType>;
  LinkedPersonEdge?: LinkedPersonEdgeResolvers<ContextType>;
  LinkedUnit?: LinkedUnitResolvers<ContextType>;
  LinkedUnitConnection?: LinkedUnitConnectionResolvers<ContextType>;
  LinkedUnitEdge?: LinkedUnitEdgeResolvers<ContextType>;
  MeteringReference?: MeteringReferenceResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Office?: OfficeResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  PersonConnection?: PersonConnectionResolvers<ContextType>;
  PersonEdge?: PersonEdgeResolvers<ContextType>;
  Phone?: PhoneResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  RecordSource?: RecordSourceResolvers<ContextType>;
  Responsibility?: ResponsibilityResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceError?: SourceErrorResolvers<ContextType>;
  SourceResult?: SourceResultResolvers<ContextType>;
  SourcedNode?: SourcedNodeResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  URL?: GraphQLScalarType;
  Unit?: UnitResolvers<ContextType>;
  UnitConnection?: UnitConnectionResolvers<ContextType>;
  UnitEdge?: UnitEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
};
