import { z } from 'zod';
import { flag, freeMembers, integer, key, list, listed, number, text } from '../../src/wire/fields.js';

/**
 * What casavi says, in its own names (docs/casavi.txt; cited by the titles of its operations). `id` is the customer's
 * reference ("IDs"); `internalId` is left unread, since no path takes it. The document lost what nested lists hold:
 * those shapes are assumed, and say so. Everything but `id` may be absent or null.
 */

/** Assumed. `units` are the ids of the units behind that door. */
const house = z.object({ street: text, units: list(key) });

/** Assumed. */
const responsibility = z.object({
  contactId: text,
  contactName: text,
  roleName: text,
  roleType: text,
  email: text,
  telephone: text,
});

/** "Get property by Id". `postalCode` and `number` are numbers in its sample. */
export const property = z.object({
  id: key,
  name: text,
  note: text,
  country: text,
  city: text,
  postalCode: text,
  number: text,
  addresses: listed(house),
  responsibilities: list(responsibility),
  // Not in the document's sample; in public material.
  mscNumber: text,
  mscProviderName: text,
  customFields: freeMembers,
  appLink: text,
});

/** Assumed, with the members of the payload of contract_enddate_updated; public material spells some otherwise. */
const contract = z
  .object({
    id: text,
    contractId: text,
    type: text,
    contactIds: list(key),
    contacts: list(z.object({ id: key })),
    startAt: text,
    endAt: text,
    startDate: text,
    endDate: text,
  })
  .transform((row, context) => {
    const id = row.id ?? row.contractId;
    if (id === null) {
      context.addIssue({ code: 'custom', message: 'a contract without its id' });
      return z.NEVER;
    }
    return {
      id,
      type: row.type,
      contactIds: [...new Set([...row.contactIds, ...row.contacts.map((contact) => contact.id)])],
      startAt: row.startAt ?? row.startDate,
      endAt: row.endAt ?? row.endDate,
    };
  });

/** "Get unit by id". `area` and `rooms` are texts in its sample, `floor` is "3rd". */
export const unit = z.object({
  id: key,
  name: text,
  number: text,
  note: text,
  purpose: text,
  address: text,
  floor: text,
  rooms: number,
  area: number,
  votingShare: number,
  mscNumber: text,
  propertyMscNumber: text,
  contracts: list(contract),
  customFields: freeMembers,
  appLink: text,
});

/** "Get contact by Id". `postalCode` is a text here. */
export const contact = z.object({
  id: key,
  title: text,
  salutation: text,
  firstName: text,
  lastName: text,
  company: text,
  companyRole: text,
  email: text,
  telephone: text,
  mobile: text,
  fax: text,
  website: text,
  street: text,
  postalCode: text,
  city: text,
  country: text,
  note: text,
  isRegistered: flag,
  preferredWayOfContact: text,
  customFields: freeMembers,
  appLink: text,
});

/** "Get staff members by ID". */
export const staffMember = z.object({ id: key, firstName: text, lastName: text, email: text, role: text });

/** Assumed; `name` where `filename` is missing. The link is temporary. */
const attachment = z
  .object({ id: key, filename: text, name: text, contentType: text, size: integer, url: text })
  .transform(({ name, ...row }) => ({ ...row, filename: row.filename ?? name }));

const files = { attachments: listed(key), attachmentDetails: listed(attachment) };

/** "The ticket model". */
export const ticket = z.object({
  id: key,
  number: text,
  title: text,
  description: text,
  type: text,
  typeGroup: text,
  propertyId: text,
  unitId: text,
  status: text,
  statusText: text,
  contactId: text,
  contactName: text,
  contactTelephone: text,
  contactEmail: text,
  sharedWithContacts: list(key),
  sharedWithProperty: flag,
  assignedToId: text,
  assignedToName: text,
  createdAt: text,
  lastModified: text,
  closedAt: text,
  // May be the text "Invalid Date" (changelog 1.11.5).
  reportedAt: text,
  ...files,
  appLink: text,
});

/** Assumed: the document's samples of a comment are `{}`. */
export const comment = z.object({
  id: key,
  text,
  isInternal: flag,
  authorId: text,
  authorName: text,
  createdAt: text,
});

/** "Get a task by ID". The times of its sample read "2016-08-05T23:30:00Z,": with the comma inside. */
export const task = z.object({
  id: key,
  title: text,
  description: text,
  status: text,
  assignedToId: text,
  createdById: text,
  createdAt: text,
  acceptedAt: text,
  declinedAt: text,
  completedAt: text,
});

/** "Get a ticket by ID": the ticket model, and what only this answer has. */
export const ticketDetail = ticket.extend({
  customFields: freeMembers,
  comments: listed(comment),
  tasks: listed(task),
});

/** "Get information about a document". What its `sharedWith` holds is assumed. */
export const document = z.object({
  id: key,
  title: text,
  // Members of the upload that an answer may repeat.
  name: text,
  contentType: text,
  publishedAt: text,
  resource: text,
  downloadCount: integer,
  firstDownloadAt: text,
  sharedWith: listed(
    z.object({
      propertyId: text,
      unitId: text,
      contactId: text,
      contractId: text,
      roles: listed(z.string()),
    }),
  ),
});

/** The shapes of the rows of lists, by the name of their path. */
export const rowShapes = {
  properties: property,
  units: unit,
  contacts: contact,
  staff: staffMember,
  tickets: ticket,
  comments: comment,
} as const;

/** The shapes of single records, by the name of their path. */
export const recordShapes = {
  property,
  unit,
  contact,
  staffMember,
  ticket: ticketDetail,
  task,
  document,
} as const;

export type ListName = keyof typeof rowShapes;
export type RecordName = keyof typeof recordShapes;
export type RowOf<N extends ListName | RecordName> = N extends ListName
  ? z.output<(typeof rowShapes)[N]>
  : N extends RecordName
    ? z.output<(typeof recordShapes)[N]>
    : never;

/** One page of a list, as far as its envelope tells. */
export interface Envelope {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  readonly pageCount: number | null;
  /** The number of this page as the answer gives it. */
  readonly page: number | null;
}

const envelopeOfList = z.object({
  rows: listed(z.unknown()),
  content: listed(z.unknown()),
  list: listed(z.unknown()),
  count: integer,
  pageCount: integer,
  page: integer,
});

/**
 * The page in a list's answer; null for what is none. Properties come as `{count, page, pageCount, rows}`, units as
 * `{rows, pageCount, page}`, the other lists as bare arrays; public material shows `content` and `list` for `rows`, and
 * envelopes where the document has arrays. All are taken everywhere.
 */
export function readEnvelope(body: unknown, pageSize: number): Envelope | null {
  if (Array.isArray(body)) return { rows: body, total: null, pageCount: null, page: null };
  const envelope = envelopeOfList.safeParse(body);
  if (!envelope.success) return null;
  const { count, pageCount, page } = envelope.data;
  const rows = envelope.data.rows ?? envelope.data.content ?? envelope.data.list;
  if (rows === null) return null;
  // `count` is explained nowhere: it is taken for a total only where the number of pages bears it out.
  const total = count !== null && Math.ceil(count / pageSize) === pageCount ? count : null;
  return { rows, total, pageCount, page };
}
