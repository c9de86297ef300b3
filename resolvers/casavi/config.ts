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

/** docs/casavi.txt shows only PARKING; the others are assumed. */
const defaultPurposes = {
  LIVING: 'APARTMENT',
  APARTMENT: 'APARTMENT',
  COMMERCIAL: 'COMMERCIAL',
  PARKING: 'PARKING',
} as const;

/** The words are those of docs/casavi.txt, "The ticket model"; what they mean is assumed. */
const defaultStatusCodes = {
  OPEN: 'OPEN',
  PENDING: 'WAITING',
  POSTPONED: 'ON_HOLD',
  INPROGRESS: 'IN_PROGRESS',
  CLOSED: 'CLOSED',
} as const;

export const settings = sourceSettings('casavi', { currency: 'EUR', timeZone: 'Europe/Berlin' }).extend({
  baseUrl: baseUrl.default('https://api.mycasavi.com').describe('What stands before the documented paths.'),
  credentials: z
    .strictObject({
      key: secret.describe('API key.'),
      secret: secret.describe('API secret.'),
    })
    .describe('Key and secret of a casavi account (docs/casavi.txt, "Get access token").'),
  purposes: z
    .record(z.string().min(1), unitKind)
    .default(defaultPurposes)
    .describe(
      'What the purposes of units mean. One that is not listed is OTHER, a unit without one UNKNOWN.',
    ),
  statusCodes: z
    .record(z.string().min(1), issueStatus)
    .default(defaultStatusCodes)
    .describe(
      'What the statuses of tickets mean. One that is not listed is UNKNOWN; a table that is given replaces the default one.',
    ),
  paths: pathOverrides(paths),
  rates: rateLimits(paths),
  cache: keptAnswers(paths, 'authenticate'),
});

export type CasaviSettings = z.output<typeof settings>;

export const environment: readonly EnvironmentVariable[] = [
  {
    variable: 'CASAVI_BASE_URL',
    setting: 'baseUrl',
    required: false,
    description: 'What stands before the documented paths.',
    example: 'https://api.mycasavi.com',
  },
  {
    variable: 'CASAVI_KEY',
    setting: 'credentials.key',
    required: true,
    description: 'API key.',
    example: '…',
  },
  {
    variable: 'CASAVI_SECRET',
    setting: 'credentials.secret',
    required: true,
    description: 'API secret.',
    example: '…',
  },
];
