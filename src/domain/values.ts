import type { Maybe } from './record.js';

/** A calendar day, `YYYY-MM-DD`. */
export type DateText = string;

/** A moment with its offset, RFC 3339, such as `2025-03-01T09:30:00.000Z`. */
export type DateTimeText = string;

/** The systems that can be read. */
export type Provider = 'PIGELLO' | 'FACILITEE' | 'HOMEQ' | 'CASAVI';

/**
 * A postal address. It has no ref of its own: Pigello names an address only by its id, so a field holds
 * a `Link<'Address'>`; the others give the values. `Address.formatted` of the schema is computed from these.
 */
export interface Address {
  /** Street and number on one line: as written (casavi), else put together from the parts. */
  readonly line1: Maybe<string>;
  readonly street: Maybe<string>;
  readonly houseNumber: Maybe<string>;
  readonly postalCode: Maybe<string>;
  readonly city: Maybe<string>;
  readonly municipality: Maybe<string>;
  readonly county: Maybe<string>;
  /** ISO 3166-1 alpha-2, only where the provider's code or name means exactly one country. */
  readonly country: Maybe<string>;
  readonly countryName: Maybe<string>;
  readonly unitNumber: Maybe<string>;
  readonly careOf: Maybe<string>;
  readonly latitude: Maybe<number>;
  readonly longitude: Maybe<number>;
  readonly googlePlaceId: Maybe<string>;
}

/** An amount of money; the currency is the source's, since no provider sends one. */
export interface Money {
  /** Decimal text, never a float. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

export type BankAccountKind = 'BANKGIRO' | 'POSTGIRO' | 'UNKNOWN';

/** An account that payments go to. */
export interface BankAccount {
  readonly kind: BankAccountKind;
  /** As the provider writes it. */
  readonly number: string;
}

export type AreaUnit = 'SQUARE_METRE' | 'UNKNOWN';

export interface Area {
  readonly value: number;
  readonly unit: AreaUnit;
}

export type PhoneKind = 'LANDLINE' | 'MOBILE' | 'FAX' | 'UNKNOWN';

export interface Phone {
  readonly kind: PhoneKind;
  /** As the provider writes it. */
  readonly number: string;
  /** Digits only, without `+`. */
  readonly countryCallingCode: Maybe<string>;
}

export type CustomFieldType = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'OTHER' | 'UNKNOWN';

/** A field that the customer defined at the provider. */
export interface CustomField {
  /** Exactly as the customer wrote it. */
  readonly name: string;
  /** As text; lists and objects as JSON text (type `OTHER`); null if empty (type `UNKNOWN`). */
  readonly value: string | null;
  readonly type: CustomFieldType;
}

export interface Rating {
  readonly average: Maybe<number>;
  readonly count: Maybe<number>;
}

export interface Image {
  readonly url: Maybe<string>;
  readonly caption: Maybe<string>;
  readonly position: Maybe<number>;
  readonly thumbnailUrl: Maybe<string>;
}

export type AmenityKind =
  | 'ACCESSIBILITY_ADAPTED'
  | 'BALCONY'
  | 'BATHTUB'
  | 'CABLE_TV'
  | 'DISHWASHER'
  | 'DRYER'
  | 'ELECTRICITY'
  | 'ELEVATOR'
  | 'GARAGE'
  | 'HANDICAP_ADAPTED'
  | 'HEATING'
  | 'INTERNET'
  | 'KITCHEN_FAN'
  | 'LAUNDRY_ROOM'
  | 'PANTRY'
  | 'PARKING'
  | 'PATIO'
  | 'SECURITY_DOOR'
  | 'SHOWER'
  | 'WASHING_MACHINE'
  | 'WATER'
  | 'UNKNOWN';

export type AmenityState = 'NONE' | 'PREPARED' | 'PRESENT' | 'INCLUDED' | 'UNKNOWN';

export interface Amenity {
  readonly kind: AmenityKind;
  readonly state: AmenityState;
  readonly providerName: Maybe<string>;
  readonly providerState: Maybe<string>;
}

/** An office of the managing organisation; its key is the provider's, and never called `id`. */
export interface Office {
  readonly remoteId: Maybe<string>;
  readonly name: Maybe<string>;
}

/** A company; its key is the provider's, and never called `id`. */
export interface Organization {
  readonly remoteId: Maybe<string>;
  readonly name: Maybe<string>;
}

/** How a metering company (Messdienstleister) knows a building or a unit. */
export interface MeteringReference {
  readonly propertyNumber: Maybe<string>;
  readonly unitNumber: Maybe<string>;
  readonly providerName: Maybe<string>;
}
