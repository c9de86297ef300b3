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
import { HOMEQ_LIMITED_PATHS, HOMEQ_PATHS } from './paths.js';

/** The endpoints that the gateway asks; the table of paths knows a few more, for the stand-in. */
const { login, inventory, estate, apartment, agreements, employees, employee } = HOMEQ_PATHS;
export const asked = { login, inventory, estate, apartment, agreements, employees, employee };

/** Those that rates and kept answers may be set for; lists of offices and listings are not asked for yet. */
export const ruled = { ...asked, offices: HOMEQ_PATHS.offices, ...HOMEQ_LIMITED_PATHS };

export const settings = sourceSettings('homeq', {
  currency: 'SEK',
  timeZone: 'Europe/Stockholm',
  // The one host of files that the document names (docs/homeq.txt, its example of a media file); that contracts lie there is assumed.
  documentHosts: ['homeq-media-live.s3.amazonaws.com'],
}).extend({
  baseUrl: baseUrl.default('https://api.homeq.se').describe('What stands before the documented paths.'),
  credentials: z
    .strictObject({
      username: secret.describe('User name of the account, out of the landlord portal.'),
      password: secret.describe('Password of that account.'),
      twoFactorToken: secret
        .optional()
        .describe('Sent at login, for an account with two factor authentication.'),
      deviceToken: secret
        .optional()
        .describe('Sent at login, for an account that must log in from a registered device.'),
    })
    .describe('What a login takes (docs/homeq.txt, "fetch a JWT token").'),
  pageSize: z
    .int()
    .min(1)
    .max(500)
    .default(500)
    .describe('The most rows that one call to the inventory asks for. That 500 are allowed is assumed.'),
  agreementsPageSize: z
    .int()
    .min(1)
    .max(1000)
    .default(20)
    .describe('Rows of a page of agreements, which HomeQ alone decides. That it is 20 is assumed.'),
  paths: pathOverrides(asked),
  // The one rate that the document states (docs/homeq.txt, listing detail: 60/m).
  rates: rateLimits(ruled, { listing: { calls: 60, seconds: 60 } }),
  cache: keptAnswers(ruled, 'login'),
});

export type HomeqSettings = z.output<typeof settings>;

/** The path of an endpoint: the operator's, or that of the table. */
export function pathOf({ paths }: Pick<HomeqSettings, 'paths'>, name: keyof typeof asked): string {
  return paths[name] ?? asked[name].path;
}

export const environment: readonly EnvironmentVariable[] = [
  {
    variable: 'HOMEQ_BASE_URL',
    setting: 'baseUrl',
    required: false,
    description: 'What stands before the documented paths.',
    example: 'https://api.homeq.se',
  },
  {
    variable: 'HOMEQ_USERNAME',
    setting: 'credentials.username',
    required: true,
    description: 'User name of the account, out of the landlord portal.',
    example: '…',
  },
  {
    variable: 'HOMEQ_PASSWORD',
    setting: 'credentials.password',
    required: true,
    description: 'Password of that account.',
    example: '…',
  },
  {
    variable: 'HOMEQ_TWO_FACTOR_TOKEN',
    setting: 'credentials.twoFactorToken',
    required: false,
    description: 'Sent at login, for an account with two factor authentication.',
    example: '…',
  },
  {
    variable: 'HOMEQ_DEVICE_TOKEN',
    setting: 'credentials.deviceToken',
    required: false,
    description: 'Sent at login, for an account that must log in from a registered device.',
    example: '…',
  },
];
