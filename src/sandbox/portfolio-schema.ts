import { z } from 'zod';
import type { Portfolio } from './model.js';

/** What a portfolio looks like as JSON; the meaning of its members stands in `model.ts`. */

const text = z.string();
const textOrNull = z.string().nullable();
const numberOrNull = z.number().nullable();
const key = z.string().min(1);
const ordinal = z.int().min(1).max(99_999_999);
const date = z.iso.date({ error: 'must be a date such as 2026-01-31' });
const dateOrNull = date.nullable();
// As the sandbox writes them: stand-ins compare moments as texts.
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, {
  error: 'must be a moment such as 2026-01-31T09:30:00.000Z',
});
const momentOrNull = moment.nullable();
const system = z.enum(['pigello', 'facilitee', 'homeq', 'casavi']);
const country = z.enum(['SE', 'NL', 'DE']);
const oddity = z
  .enum(['invalid-date', 'trailing-comma', 'null-members', 'unlisted-code', 'empty-text'])
  .nullable();
const trade = z.enum([
  'plumbing',
  'heating',
  'electrical',
  'elevator',
  'locks',
  'windows',
  'appliances',
  'pests',
  'cleaning',
  'noise',
  'garden',
  'internet',
  'damp',
  'waste',
]);

const address = z.strictObject({
  street: text,
  houseNumber: text,
  postalCode: text,
  city: text,
  municipality: textOrNull,
  county: textOrNull,
  country,
  latitude: numberOrNull,
  longitude: numberOrNull,
  careOf: textOrNull,
});

const office = z.strictObject({
  key,
  ordinal,
  name: text,
  city: text,
  country,
  parentKey: key.nullable(),
});

const building = z.strictObject({
  key,
  ordinal,
  reference: key,
  name: textOrNull,
  popularName: textOrNull,
  systems: z.array(system),
  country,
  address,
  entrances: z.array(address).min(1),
  category: text,
  builtYear: z.int(),
  archived: z.boolean(),
  condominium: z.boolean(),
  description: textOrNull,
  note: textOrNull,
  officeKey: key,
  managerKey: key,
  caretakerKey: key,
  helperKeys: z.array(key).exactOptional(),
  createdAt: moment,
});

const unit = z.strictObject({
  key,
  ordinal,
  reference: key,
  number: text,
  nationalNumber: textOrNull,
  legacyNumber: textOrNull,
  buildingKey: key,
  kind: z.enum(['apartment', 'commercial', 'parking', 'storage', 'common']),
  name: textOrNull,
  address,
  floor: z.int(),
  floorLabel: text,
  rooms: numberOrNull,
  area: numberOrNull,
  rent: numberOrNull,
  amenities: z.array(
    z.enum([
      'balcony',
      'bathtub',
      'dishwasher',
      'dryer',
      'elevator',
      'electricity-included',
      'heating-included',
      'internet-included',
      'kitchen-fan',
      'laundry-room',
      'pantry',
      'patio',
      'security-door',
      'shower',
      'tv-included',
      'washing-machine',
      'water-included',
    ]),
  ),
  renovatedOn: dateOrNull,
  votingShare: numberOrNull,
  description: textOrNull,
  note: textOrNull,
  ownerKey: key,
  managerKey: key,
  issueManagerKey: key,
  archived: z.boolean(),
  createdAt: moment,
  oddity,
});

const person = z.strictObject({
  key,
  ordinal,
  reference: key,
  kind: z.enum(['person', 'company']),
  roles: z.array(
    z.enum([
      'tenant',
      'sub-tenant',
      'owner',
      'manager',
      'service-provider',
      'staff',
      'contact',
      'former-tenant',
    ]),
  ),
  systems: z.array(system),
  country,
  title: textOrNull,
  salutation: textOrNull,
  firstName: textOrNull,
  lastName: textOrNull,
  companyName: textOrNull,
  companyRole: textOrNull,
  email: textOrNull,
  phone: textOrNull,
  mobile: textOrNull,
  website: textOrNull,
  address: address.nullable(),
  birthDate: dateOrNull,
  nationalId: textOrNull,
  note: textOrNull,
  account: z.enum(['uninvited', 'invited', 'active']),
  preferredContact: z.enum(['letter', 'online', 'email']),
  createdAt: moment,
  archived: z.boolean(),
  anonymized: z.boolean(),
  owner: z
    .strictObject({
      authorizedAmount: z.number(),
      invoiceEmail: textOrNull,
      companies: z.array(
        z.strictObject({
          ordinal,
          name: text,
          invoiceEmail: text,
          maxMandateAmount: z.number(),
          attentionTo: text,
        }),
      ),
    })
    .nullable(),
  employment: z
    .strictObject({
      username: text,
      officeKey: key,
      title: text,
      rights: text,
      joinedOn: date,
      apiUser: z.boolean(),
    })
    .nullable(),
  trades: z.array(trade),
  rating: z.strictObject({ average: z.number(), count: z.int() }).nullable(),
  oddity,
});

const tenancy = z.strictObject({
  key,
  ordinal,
  reference: key,
  unitKey: key,
  buildingKey: key,
  kind: z.enum(['rental', 'ownership', 'untyped']),
  state: z.enum(['active', 'notice-given', 'ended', 'upcoming', 'unsigned', 'undated']),
  personKeys: z.array(key).min(1),
  startDate: dateOrNull,
  fixedUntil: dateOrNull,
  endDate: dateOrNull,
  signedOn: dateOrNull,
  signingPlannedOn: dateOrNull,
  cancelledOn: dateOrNull,
  rent: numberOrNull,
  letOnline: z.boolean(),
  createdAt: moment,
  archived: z.boolean(),
  oddity,
});

const subTenancy = z.strictObject({
  key,
  ordinal,
  tenantKey: key,
  subTenantKey: key,
  kind: z.enum(['household', 'guarantor', 'payer', 'other']),
  active: z.boolean(),
  createdAt: moment,
});

const issue = z.strictObject({
  key,
  ordinal,
  reference: key,
  reportedIn: system,
  title: text,
  description: textOrNull,
  trade,
  state: z.enum([
    'scheduled',
    'open',
    'waiting',
    'on-hold',
    'quotation',
    'assigned',
    'in-progress',
    'resolved',
    'closed',
    'rejected',
    'unlisted',
  ]),
  stateText: textOrNull,
  urgent: z.boolean(),
  buildingKey: key.nullable(),
  unitKey: key.nullable(),
  reporterKey: key.nullable(),
  enteredByKey: key.nullable(),
  followerKeys: z.array(key),
  assigneeKey: key.nullable(),
  serviceProviderKey: key.nullable(),
  reportedAt: moment,
  createdAt: moment,
  modifiedAt: moment,
  closedAt: momentOrNull,
  responseHoursLeft: numberOrNull,
  rejectionComment: textOrNull,
  rating: z.strictObject({ stars: z.int(), comment: textOrNull, ratedAt: moment }).nullable(),
  oddity,
});

const comment = z.strictObject({
  key,
  ordinal,
  issueKey: key,
  authorKey: key.nullable(),
  authorName: text,
  text,
  internal: z.boolean(),
  createdAt: moment,
});

const task = z.strictObject({
  key,
  ordinal,
  reference: key,
  issueKey: key,
  title: text,
  description: textOrNull,
  state: z.enum(['open', 'accepted', 'completed', 'declined']),
  assigneeKey: key.nullable(),
  createdByKey: key.nullable(),
  createdAt: moment,
  acceptedAt: momentOrNull,
  declinedAt: momentOrNull,
  completedAt: momentOrNull,
  oddity,
});

const inspection = z.strictObject({
  key,
  ordinal,
  unitKey: key,
  title: text,
  state: z.enum(['open', 'in-progress', 'waiting', 'done', 'closed', 'rejected']),
  requestedAt: moment,
  plannedAt: momentOrNull,
  doneAt: momentOrNull,
  faults: z.array(
    z.strictObject({
      key,
      ordinal,
      title: text,
      description: textOrNull,
      fixed: z.boolean(),
      createdAt: moment,
    }),
  ),
});

const file = z.strictObject({
  key,
  ordinal,
  kind: z.enum([
    'contract-scan',
    'contract-appendix',
    'contract-digital',
    'unit',
    'service-provider',
    'issue-photo',
    'issue-document',
    'comment',
  ]),
  ownerType: z.enum(['tenancy', 'unit', 'person', 'issue', 'comment']),
  ownerKey: key,
  name: z.string().regex(/^[^/\\]+\.\w+$/, { error: 'must be a file name with an ending, such as plan.pdf' }),
  contentType: z.enum(['application/pdf', 'application/zip', 'image/png']),
  createdAt: moment,
  signedAt: momentOrNull,
  oddity,
});

export const portfolioSchema = z.strictObject({
  seed: z.int().min(0),
  asOf: date,
  company: z.strictObject({ name: text, organisationNumber: text, domain: text }),
  offices: z.array(office).min(1),
  buildings: z.array(building),
  units: z.array(unit),
  persons: z.array(person),
  tenancies: z.array(tenancy),
  subTenancies: z.array(subTenancy),
  issues: z.array(issue),
  comments: z.array(comment),
  tasks: z.array(task),
  inspections: z.array(inspection),
  files: z.array(file),
}) satisfies z.ZodType<Portfolio>;
