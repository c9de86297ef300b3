import type { Document } from './document.js';
import type { Link } from './links.js';
import type { Maybe, SourcedRecord } from './record.js';
import type { DateText } from './values.js';

export type LeaseKind =
  'RESIDENTIAL' | 'COMMERCIAL' | 'PARKING' | 'OUTDOOR' | 'BLOCK' | 'OWNERSHIP' | 'OTHER' | 'UNKNOWN';

export type LeaseStatus =
  'DRAFT' | 'PENDING_SIGNATURE' | 'UPCOMING' | 'ACTIVE' | 'NOTICE_GIVEN' | 'ENDED' | 'UNKNOWN';

export type LeaseDerivation = 'NATIVE' | 'EMBEDDED' | 'DERIVED_FROM_UNIT' | 'DERIVED_FROM_AGREEMENT';

/** A contract about the use of a unit: a tenancy, or where the provider keeps them alike, an ownership. */
export interface Lease extends SourcedRecord<'Lease'> {
  readonly number: Maybe<string>;
  readonly kind: LeaseKind;
  readonly providerKind: Maybe<string>;
  readonly derivation: LeaseDerivation;
  /** Worked out from the dates; "today" is evaluated in the source's time zone. */
  readonly status: LeaseStatus;
  /** The record was put away; it says nothing about the term. */
  readonly isArchived: Maybe<boolean>;
  readonly startDate: Maybe<DateText>;
  readonly endDate: Maybe<DateText>;
  readonly signedDate: Maybe<DateText>;
  readonly cancelledDate: Maybe<DateText>;
  /** Facilitee: the tenant is the unit's main contact. */
  readonly isMainContact: Maybe<boolean>;
  readonly unit: Maybe<Link<'Unit'>>;
  /** `undefined` where only the unit knows it: the edge then goes through the unit. */
  readonly building: Maybe<Link<'Building'>>;
  readonly tenants: Maybe<readonly Link<'Person'>[]>;
  /** Present when the provider's answer already holds ALL documents of the lease, so that no call is needed. */
  readonly documents?: readonly Document[] | undefined;
}
