import { z } from 'zod';
import { flag, integer, key, list, maybe, number, rawRows, text } from '../../src/wire/fields.js';

/**
 * What Facilitee says, in its own names (docs/facilitee.txt, the "Response values" of each operation). Rows of a list and
 * the single record differ in members; one shape reads both. Everything but ids may be absent or null, and lists may
 * hold nulls. Members that nobody reads, among them ids of addresses and types, are left out.
 */

/** "integer" throughout; 0 in a sample is the document's own placeholder. */
const id = key.pipe(z.string().regex(/^[1-9]\d*$/));

/** `googlePlaceId` is typed `object` in "Get a list of Issues", and `street` `street`: typing errors of the document. */
const address = maybe(
  z.object({
    street: text,
    streetNumber: text,
    postCode: text,
    city: text,
    country: text,
    googlePlaceId: text,
  }),
);

/** A category that the customer named: `propertyType`, `propertyUnitType`, `ownerCompany`. */
const named = maybe(z.object({ name: text }));

const attachments = list(z.object({ id, name: text, url: text }));

/**
 * What all users have. The account's status is `status` in some answers and `userStatus` in others; `isActive` stands
 * within units only.
 */
const user = {
  id,
  email: text,
  name: text,
  companyName: text,
  countryCode: text,
  phoneNumber: text,
  additionalNote: text,
  externalReferenceId: text,
  address,
  status: text,
  userStatus: text,
  isActive: flag,
};

/** Invoice members in the single record only, `numberOfPropertyUnits` in rows only. */
export const owner = z.object({
  ...user,
  authorizedAmount: number,
  numberOfPropertyUnits: integer,
  invoiceAddress: address,
  invoiceCompany: text,
  invoiceEmail: text,
  attentionTo: text,
});

const rating = { averageRating: number, numberOfRatings: integer };

/** The address in the single record only; `role` and `numberOfPropertyUnits` in rows only. */
export const manager = z.object({ ...user, ...rating, role: text, numberOfPropertyUnits: integer });

/** Attachments in the single record only, where tags are objects; in rows they are texts, and `activeIssues` is added. */
export const serviceProvider = z.object({
  ...user,
  ...rating,
  activeIssues: integer,
  tags: list(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])),
  attachments,
});

/** A property user's place in a unit. */
export const place = z.object({
  propertyUnitId: id,
  customUnitId: text,
  additionalNote: text,
  floor: integer,
  isMainContact: flag,
  contractStart: text,
  contractEnd: text,
  address,
});

/** The same in rows and in the single record. */
export const propertyUser = z.object({ ...user, propertyUnits: list(place) });

/** The same in rows and in the single record. */
export const property = z.object({
  id,
  name: text,
  customPropertyId: text,
  address,
  isActive: flag,
  propertyType: named,
});

/** A property as units and issues name it. */
const propertyPart = maybe(z.object({ id, name: text, propertyType: named }));

const unit = {
  id,
  address,
  propertyUnitType: named,
  isCommonSpace: flag,
  isActive: flag,
  customUnitId: text,
  additionalNote: text,
  floor: integer,
};

/** A row of a property's units: people by name, but for the manager's id. `mainContact` has no id and is left unread. */
export const unitRow = z.object({
  ...unit,
  defaultIssueManagerName: text,
  defaultPropertyManagerName: text,
  propertyManagerId: maybe(id),
  ownerName: text,
  ownerCompanyName: text,
});

/** A single unit: people with their ids, the contract of the main contact, files. */
export const unitDetail = z.object({
  ...unit,
  contractStart: text,
  contractEnd: text,
  expired: flag,
  manager: maybe(manager),
  defaultIssueManager: maybe(manager),
  owner: maybe(owner),
  ownerCompany: named,
  propertyUsers: list(z.object(user)),
  attachments,
  property: propertyPart,
});

export const issue = z.object({
  id,
  name: text,
  description: text,
  category: text,
  reporterId: maybe(id),
  reporterName: text,
  issueManagerName: text,
  urgent: flag,
  propertyUsersInvolved: flag,
  status: text,
  created: text,
  modified: text,
  responseTimeLeft: integer,
  userReferenceId: text,
  rejectionComment: text,
  propertyUnit: maybe(
    z.object({ id, address, floor: integer, propertyUnitType: named, property: propertyPart }),
  ),
  overallRating: maybe(
    z.object({ rating: integer, comment: text, type: text, user: text, lastRatedDate: text }),
  ),
});

/** The rows of each list, by the name of its path. */
export const rows = {
  properties: property,
  propertyUnits: unitRow,
  owners: owner,
  managers: manager,
  serviceProviders: serviceProvider,
  propertyUsers: propertyUser,
  issues: issue,
} as const;

/** The single records, by the name of their path. */
export const records = {
  property,
  propertyUnit: unitDetail,
  owner,
  manager,
  serviceProvider,
  propertyUser,
} as const;

export type ListName = keyof typeof rows;
export type RecordName = keyof typeof records;
export type Row<L extends ListName> = z.output<(typeof rows)[L]>;
export type Single<R extends RecordName> = z.output<(typeof records)[R]>;
export type User = z.output<z.ZodObject<typeof user>>;
export type Place = z.output<typeof place>;
export type Attachment = z.output<typeof attachments>[number];
export type PostalAddress = NonNullable<z.output<typeof address>>;
export type PropertyPart = NonNullable<z.output<typeof propertyPart>>;
export type IssueUnit = NonNullable<z.output<typeof issue>['propertyUnit']>;

/**
 * A page of a list. Its numbers are hints: the samples contradict themselves ("Get a list of Property Managers": ten
 * pages of one for ten items, one shown; "Get a list of Service Providers": one item and zeros throughout).
 */
export const page = z.object({
  items: rawRows,
  totalItems: integer,
  pageSize: integer,
  numberOfPages: integer,
});
