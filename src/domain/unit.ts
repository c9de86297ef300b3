import type { Document } from './document.js';
import type { Lease } from './lease.js';
import type { Link } from './links.js';
import type { Person } from './person.js';
import type { Maybe, SourcedRecord } from './record.js';
import type { Amenity, Area, CustomField, DateText, Image, MeteringReference, Money } from './values.js';

export type UnitKind =
  'APARTMENT' | 'COMMERCIAL' | 'PARKING' | 'STORAGE' | 'COMMON_AREA' | 'OUTDOOR' | 'OTHER' | 'UNKNOWN';

export type UnitOccupancy = 'VACANT' | 'OCCUPIED' | 'RESERVED' | 'UNKNOWN';

/** A space that is let, owned or used as one. */
export interface Unit extends SourcedRecord<'Unit'> {
  readonly name: Maybe<string>;
  readonly number: Maybe<string>;
  readonly nationalUnitNumber: Maybe<string>;
  /** `undefined`: this answer (a unit that another record names) did not say, the detail call does. */
  readonly kind: UnitKind | undefined;
  /** The provider's own word for its kind or category. */
  readonly unitType: Maybe<string>;
  /** Deep link to the provider's application. */
  readonly url: Maybe<string>;
  readonly isActive: Maybe<boolean>;
  readonly building: Maybe<Link<'Building'>>;
  readonly address: Maybe<Link<'Address'>>;
  readonly floor: Maybe<number>;
  /** The floor as written, where it is text. */
  readonly floorLabel: Maybe<string>;
  readonly rooms: Maybe<number>;
  readonly area: Maybe<Area>;
  /** A month's rent as it would be asked; not the rent of a lease. */
  readonly rent: Maybe<Money>;
  readonly description: Maybe<string>;
  readonly isCommonSpace: Maybe<boolean>;
  readonly votingShare: Maybe<number>;
  readonly amenities: Maybe<readonly Amenity[]>;
  readonly renovatedOn: Maybe<DateText>;
  /** `undefined`: only the detail call tells. */
  readonly occupancy: UnitOccupancy | undefined;
  readonly ownerName: Maybe<string>;
  readonly ownerCompanyName: Maybe<string>;
  readonly managerName: Maybe<string>;
  readonly defaultIssueManagerName: Maybe<string>;
  readonly owner: Maybe<Link<'Person'>>;
  readonly manager: Maybe<Link<'Person'>>;
  readonly defaultIssueManager: Maybe<Link<'Person'>>;
  readonly canCreateListing: Maybe<boolean>;
  readonly images: Maybe<readonly Image[]>;
  readonly meteringCompany: Maybe<MeteringReference>;
  readonly customFields: Maybe<readonly CustomField[]>;
  /** Present when the provider's answer already holds ALL leases of the unit, ended ones too, so that no call is needed. */
  readonly leases?: readonly Lease[] | undefined;
  /** Present when the provider's answer already holds ALL persons of the unit, so that no call is needed. */
  readonly persons?: readonly Person[] | undefined;
  /** Present when the provider's answer already holds ALL documents of the unit, so that no call is needed. */
  readonly documents?: readonly Document[] | undefined;
}
