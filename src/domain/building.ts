import type { Link } from './links.js';
import type { Maybe, SourcedRecord } from './record.js';
import type {
  Address,
  Amenity,
  BankAccount,
  CustomField,
  Image,
  MeteringReference,
  Office,
  Organization,
} from './values.js';

export type BuildingKind = 'BUILDING' | 'ESTATE' | 'COMMUNITY' | 'UNKNOWN';

export type ResponsibilityRoleType = 'INTERNAL' | 'EXTERNAL' | 'UNKNOWN';

/** Who is responsible for something in a building. */
export interface Responsibility {
  readonly contactName: Maybe<string>;
  readonly roleName: Maybe<string>;
  readonly roleType: ResponsibilityRoleType;
  readonly providerRoleType: Maybe<string>;
  readonly email: Maybe<string>;
  readonly telephone: Maybe<string>;
  readonly contact: Maybe<Link<'Person'>>;
}

/** The managed property object that units hang on: a house, a letting estate or an owners' community. */
export interface Building extends SourcedRecord<'Building'> {
  readonly name: Maybe<string>;
  readonly kind: BuildingKind;
  /** The customer's own category, in its words. */
  readonly buildingType: Maybe<string>;
  readonly number: Maybe<string>;
  /** Deep link to the provider's application. */
  readonly url: Maybe<string>;
  readonly isActive: Maybe<boolean>;
  readonly address: Maybe<Link<'Address'>>;
  readonly addresses: Maybe<readonly Address[]>;
  readonly description: Maybe<string>;
  readonly unitCount: Maybe<number>;
  readonly commonAmenities: Maybe<readonly Amenity[]>;
  readonly images: Maybe<readonly Image[]>;
  readonly ownerName: Maybe<string>;
  readonly bankAccounts: Maybe<readonly BankAccount[]>;
  readonly office: Maybe<Office>;
  readonly company: Maybe<Organization>;
  readonly responsibilities: Maybe<readonly Responsibility[]>;
  readonly meteringCompany: Maybe<MeteringReference>;
  readonly customFields: Maybe<readonly CustomField[]>;
  readonly tags: Maybe<readonly string[]>;
}
