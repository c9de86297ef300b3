import type { Document } from './document.js';
import type { Lease } from './lease.js';
import type { Link } from './links.js';
import type { Maybe, SourcedRecord } from './record.js';
import type { Unit } from './unit.js';
import type { Address, CustomField, DateText, Money, Office, Phone, Rating } from './values.js';

export type PersonKind = 'PERSON' | 'COMPANY' | 'UNKNOWN';

export type PersonRole =
  | 'TENANT'
  | 'SUB_TENANT'
  | 'OCCUPANT'
  | 'OWNER'
  | 'PROPERTY_MANAGER'
  | 'ISSUE_MANAGER'
  | 'SERVICE_PROVIDER'
  | 'CONTACT'
  | 'STAFF'
  | 'APPLICANT'
  | 'CO_APPLICANT'
  | 'GUARANTOR'
  | 'LANDLORD_SIGNATORY'
  | 'UNKNOWN';

export type PersonDerivation = 'NATIVE' | 'DERIVED_FROM_AGREEMENT';

export type AccountStatus = 'UNINVITED' | 'INVITED' | 'ACTIVE' | 'REGISTERED' | 'UNKNOWN';

export type ContactChannel = 'LETTER' | 'EMAIL' | 'PHONE' | 'ONLINE' | 'UNKNOWN';

/** Where a person's invoices go, if elsewhere. */
export interface InvoiceDetails {
  readonly company: Maybe<string>;
  readonly attentionTo: Maybe<string>;
  readonly email: Maybe<string>;
  readonly address: Maybe<Address>;
}

/** A natural person or a company. The same human in two roles or two sources is two records. */
export interface Person extends SourcedRecord<'Person'> {
  readonly kind: PersonKind;
  /** The roles that the key alone proves, so that the same record says the same wherever it was met. */
  readonly roles: readonly PersonRole[];
  readonly derivation: PersonDerivation;
  readonly displayName: Maybe<string>;
  readonly firstName: Maybe<string>;
  readonly lastName: Maybe<string>;
  readonly title: Maybe<string>;
  readonly salutation: Maybe<string>;
  readonly companyName: Maybe<string>;
  readonly companyRole: Maybe<string>;
  readonly email: Maybe<string>;
  readonly phones: Maybe<readonly Phone[]>;
  readonly website: Maybe<string>;
  readonly address: Maybe<Link<'Address'>>;
  /** Deep link to the provider's application. */
  readonly url: Maybe<string>;
  readonly isActive: Maybe<boolean>;
  readonly note: Maybe<string>;
  /**
   * National identity number, as the provider writes it. Only the field of this name shows it: filters, the identity of
   * records, logs and errors never look at it.
   */
  readonly nationalId: Maybe<string>;
  readonly birthDate: Maybe<DateText>;
  /** What of the national identity number shows that two records are one person: its keyed digest. */
  readonly identityNumber?: { readonly digest: string | null } | null;
  /** `undefined`: this answer (an embedded person) did not say, the detail call does. */
  readonly accountStatus: AccountStatus | undefined;
  readonly providerAccountStatus: Maybe<string>;
  readonly preferredContactChannel: ContactChannel;
  readonly providerPreferredContactChannel: Maybe<string>;
  readonly rating: Maybe<Rating>;
  readonly authorizedAmount: Maybe<Money>;
  readonly invoiceDetails: Maybe<InvoiceDetails>;
  readonly unitCount: Maybe<number>;
  readonly activeIssueCount: Maybe<number>;
  /** In the provider's words. */
  readonly staffRole: Maybe<string>;
  readonly office: Maybe<Office>;
  readonly customFields: Maybe<readonly CustomField[]>;
  readonly tags: Maybe<readonly string[]>;
  /** Present when the provider's answer already holds ALL units of the person, so that no call is needed. */
  readonly units?: readonly Unit[] | undefined;
  /** Present when the provider's answer already holds ALL leases of the person, ended ones too, so that no call is needed. */
  readonly leases?: readonly Lease[] | undefined;
  /** Present when the provider's answer already holds ALL documents of the person, so that no call is needed. */
  readonly documents?: readonly Document[] | undefined;
}
