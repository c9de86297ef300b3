import { z } from 'zod';
import type { EnvironmentVariable } from '../../src/domain/provider.js';
import {
  baseUrl,
  keptAnswers,
  pathOverrides,
  rateLimits,
  secret,
  sourceSettings,
} from '../../src/config/settings.js';
import { paths } from './paths.js';

const issueStatus = z.enum([
  'SCHEDULED',
  'OPEN',
  'WAITING',
  'ON_HOLD',
  'QUOTATION',
  'ASSIGNED',
  'IN_PROGRESS',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'UNKNOWN',
]);

const unitKind = z.enum([
  'APARTMENT',
  'COMMERCIAL',
  'PARKING',
  'STORAGE',
  'COMMON_AREA',
  'OUTDOOR',
  'OTHER',
  'UNKNOWN',
]);

/** docs/facilitee.txt, "Possible statuses": the words are documented, what they mean here is assumed. */
const defaultStatusCodes = {
  Future: 'SCHEDULED',
  New: 'OPEN',
  SubmittedByManager: 'OPEN',
  ToBeAssigned: 'OPEN',
  ServicerRejected: 'OPEN',
  MoreInfo: 'WAITING',
  MoreInfoOwner: 'WAITING',
  Quote: 'QUOTATION',
  NewQuotation: 'QUOTATION',
  QuotationSent: 'QUOTATION',
  QuotationAcceptedByManager: 'QUOTATION',
  QuotationAccepted: 'QUOTATION',
  QuotationRejected: 'QUOTATION',
  Assigned: 'ASSIGNED',
  MyTask: 'ASSIGNED',
  InProgress: 'IN_PROGRESS',
  Resolved: 'RESOLVED',
  ResolvedBeforeAssignmentWasAccepted: 'RESOLVED',
  Closed: 'CLOSED',
  Rejected: 'REJECTED',
} as const;

/** Assumed: every customer names its unit types itself (docs/facilitee.txt, "Create Property Unit Type"). */
const defaultUnitTypes = {
  Apartment: 'APARTMENT',
  Appartement: 'APARTMENT',
  Studio: 'APARTMENT',
  House: 'APARTMENT',
  Woning: 'APARTMENT',
  Commercial: 'COMMERCIAL',
  'Commercial space': 'COMMERCIAL',
  Office: 'COMMERCIAL',
  'Office space': 'COMMERCIAL',
  Shop: 'COMMERCIAL',
  Retail: 'COMMERCIAL',
  Bedrijfsruimte: 'COMMERCIAL',
  Kantoor: 'COMMERCIAL',
  Winkel: 'COMMERCIAL',
  Parking: 'PARKING',
  'Parking space': 'PARKING',
  'Parking spot': 'PARKING',
  Parkeerplaats: 'PARKING',
  Garage: 'PARKING',
  Storage: 'STORAGE',
  'Storage room': 'STORAGE',
  'Storage space': 'STORAGE',
  Berging: 'STORAGE',
  'Common area': 'COMMON_AREA',
  'Common space': 'COMMON_AREA',
  Garden: 'OUTDOOR',
  Tuin: 'OUTDOOR',
} as const;

export const settings = sourceSettings('facilitee', { currency: 'EUR', timeZone: 'Europe/Amsterdam' }).extend(
  {
    // The document elides its host (`.../api/public`): every customer has one of its own.
    baseUrl: baseUrl.describe('What stands before `/api/connect/token` and `/api/public`.'),
    credentials: z
      .strictObject({
        clientId: secret.describe('`client_id` of the login.'),
        clientSecret: secret.describe('`client_secret` of the login.'),
      })
      .describe('What Facilitee hands out for the API (docs/facilitee.txt, "Authorization").'),
    pageSize: z
      .int()
      .min(1)
      .max(100)
      .default(100)
      .describe(
        'The largest page that is asked for. The document states no limit; more than 100 is not assumed.',
      ),
    issuesSince: z.iso
      .datetime({ offset: true, error: 'must be a moment such as 2000-01-01T00:00:00.000Z' })
      .refine((text) => new Date(text).getUTCFullYear() > 1000, 'must lie in a year after 1000')
      .default('2000-01-01T00:00:00.000Z')
      .describe('Issues created before this moment are not listed: Facilitee lists issues by period only.'),
    unitTypes: z
      .record(z.string(), unitKind)
      .default(defaultUnitTypes)
      .describe(
        'What the names of unit types mean, whatever their case. One that is not listed is OTHER, none is UNKNOWN.',
      ),
    statusCodes: z
      .record(z.string(), issueStatus)
      .default(defaultStatusCodes)
      .describe(
        'What the statuses of issues mean, whatever their case. One that is not listed is UNKNOWN; a table that is given replaces the default one.',
      ),
    paths: pathOverrides(paths),
    rates: rateLimits(paths),
    cache: keptAnswers(paths, 'token'),
  },
);

export type FaciliteeSettings = z.output<typeof settings>;

export const environment: readonly EnvironmentVariable[] = [
  {
    variable: 'FACILITEE_BASE_URL',
    setting: 'baseUrl',
    required: true,
    description: 'What stands before `/api/connect/token` and `/api/public`.',
    example: 'https://your-host.example',
  },
  {
    variable: 'FACILITEE_CLIENT_ID',
    setting: 'credentials.clientId',
    required: true,
    description: '`client_id` of the login.',
    example: '…',
  },
  {
    variable: 'FACILITEE_CLIENT_SECRET',
    setting: 'credentials.clientSecret',
    required: true,
    description: '`client_secret` of the login.',
    example: '…',
  },
];
