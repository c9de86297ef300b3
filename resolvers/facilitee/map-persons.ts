import type {
  AccountStatus,
  Address,
  Document,
  InvoiceDetails,
  Person,
  Phone,
  Rating,
} from '../../src/domain/index.js';
import { toCountryCode, toCountryName } from '../../src/wire/country.js';
import { rawOf } from '../../src/wire/raw.js';
import { joinWords, toEmail, toMoney } from '../../src/wire/values.js';
import { toDocument } from './map-documents.js';
import { personRef, roles, type Role } from './roles.js';
import type { PostalAddress, Single, User } from './wire.js';

/** A user as a list, a single record or a unit says it. `nested`: within a unit, where most members are missing. */
type Form = 'row' | 'detail' | 'nested';

export const accountStatuses: ReadonlyMap<string | null, AccountStatus> = new Map([
  ['Uninvited', 'UNINVITED'],
  ['Invited', 'INVITED'],
  ['Active', 'ACTIVE'],
]);

/** What users mean. Members that an answer leaves out and the single record has are `undefined`. */
export function createPersonMap({
  source,
  currency,
}: {
  readonly source: string;
  readonly currency: string;
}) {
  const base = (role: Role, row: User, at: Date, form: Form): Person => {
    const status = row.status ?? row.userStatus;
    const left = form === 'nested' ? undefined : null;
    return {
      ref: personRef(source, role, row.id),
      remoteId: `${role}:${row.id}`,
      fetchedAt: at,
      raw: rawOf(row),
      externalId: row.externalReferenceId ?? left,
      createdAt: null,
      updatedAt: null,
      // A name and a company say nothing about whether the user is a human or the company.
      kind: 'UNKNOWN',
      roles: [roles[role].means],
      derivation: 'NATIVE',
      displayName: row.name ?? row.companyName,
      firstName: null,
      lastName: null,
      title: null,
      salutation: null,
      companyName: row.companyName,
      companyRole: null,
      email: toEmail(row.email),
      phones: toPhones(row),
      website: null,
      address: toAddress(row.address) ?? left,
      url: null,
      isActive: row.isActive,
      note: row.additionalNote,
      nationalId: null,
      birthDate: null,
      accountStatus: accountStatuses.get(status) ?? 'UNKNOWN',
      providerAccountStatus: status,
      preferredContactChannel: 'UNKNOWN',
      providerPreferredContactChannel: null,
      rating: null,
      authorizedAmount: null,
      invoiceDetails: null,
      unitCount: null,
      activeIssueCount: null,
      staffRole: null,
      office: null,
      customFields: null,
      tags: null,
      // Property users alone have any.
      leases: [],
    };
  };

  const toOwner = (row: Single<'owner'>, at: Date, form: Form): Person => ({
    ...base('owner', row, at, form),
    ...(form === 'nested' ? { note: undefined } : {}),
    authorizedAmount: toMoney(row.authorizedAmount, currency),
    invoiceDetails: form === 'detail' ? toInvoiceDetails(row) : undefined,
    unitCount: inRowsOnly(row.numberOfPropertyUnits, form),
    documents: [],
  });

  const toManager = (row: Single<'manager'>, at: Date, form: Form): Person => ({
    ...base('manager', row, at, form),
    // "Get a list of Property Managers" has no address.
    address: toAddress(row.address) ?? (form === 'detail' ? null : undefined),
    rating: form === 'nested' ? undefined : toRating(row),
    unitCount: inRowsOnly(row.numberOfPropertyUnits, form),
    staffRole: inRowsOnly(row.role, form),
    documents: [],
  });

  const toServiceProvider = (row: Single<'serviceProvider'>, at: Date, form: Form): Person => {
    const documents: Document[] = [];
    const person: Person = {
      ...base('service-provider', row, at, form),
      rating: toRating(row),
      activeIssueCount: inRowsOnly(row.activeIssues, form),
      tags: row.tags,
      units: [],
      // "Get a list of Service Providers" has no attachments.
      ...(form === 'detail' ? { documents } : {}),
    };
    documents.push(...row.attachments.map((each) => toDocument(person, each, at)));
    return person;
  };

  /** @param told the places of the user, where the answer has them; otherwise another one does */
  const toPropertyUser = (
    row: User,
    at: Date,
    form: Form,
    told: Pick<Person, 'leases' | 'units'> = { leases: undefined },
  ): Person =>
    // Not spread: users are many, and members behind a spread take their time.
    Object.assign(
      base('property-user', row, at, form),
      told,
      { documents: [] },
      // "Get Property Unit details" gives the status of managers and owners, of property users it does not.
      form === 'nested' ? { accountStatus: undefined, providerAccountStatus: undefined } : {},
    );

  return { toOwner, toManager, toServiceProvider, toPropertyUser };
}

/** Counters, and the role of a manager, stand in the rows of lists alone. */
function inRowsOnly<V>(value: V | null, form: Form): V | null | undefined {
  return value ?? (form === 'row' ? null : undefined);
}

export function toAddress(address: PostalAddress | null): Address | null {
  if (address === null) return null;
  return {
    line1: joinWords(address.street, address.streetNumber),
    street: address.street,
    houseNumber: address.streetNumber,
    postalCode: address.postCode,
    city: address.city,
    municipality: null,
    county: null,
    country: toCountryCode(address.country),
    countryName: toCountryName(address.country),
    unitNumber: null,
    careOf: null,
    latitude: null,
    longitude: null,
    googlePlaceId: address.googlePlaceId,
  };
}

/** The code is `31` for users and `+31` for owner companies. One without the other is not kept ("Create Owner"). */
function toPhones({ countryCode, phoneNumber }: User): readonly Phone[] {
  if (phoneNumber === null) return [];
  return [
    {
      kind: 'UNKNOWN',
      number: phoneNumber,
      countryCallingCode: /^\+?(\d+)$/.exec(countryCode ?? '')?.[1] ?? null,
    },
  ];
}

/** An average of no marks at all is written as 0. */
function toRating(row: {
  readonly averageRating: number | null;
  readonly numberOfRatings: number | null;
}): Rating | null {
  const { averageRating, numberOfRatings } = row;
  if (averageRating === null && numberOfRatings === null) return null;
  return { average: numberOfRatings === 0 ? null : averageRating, count: numberOfRatings };
}

function toInvoiceDetails(row: Single<'owner'>): InvoiceDetails | null {
  const { invoiceAddress, invoiceCompany, invoiceEmail, attentionTo } = row;
  if ([invoiceAddress, invoiceCompany, invoiceEmail, attentionTo].every((member) => member === null)) {
    return null;
  }
  return {
    company: invoiceCompany,
    attentionTo,
    email: toEmail(invoiceEmail),
    address: toAddress(invoiceAddress),
  };
}
