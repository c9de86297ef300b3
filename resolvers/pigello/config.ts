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

/** Assumed: Pigello publishes no labels for the codes 0 to 5, and customers have codes of their own. */
const defaultStatusCodes = {
  '0': 'OPEN',
  '1': 'IN_PROGRESS',
  '2': 'WAITING',
  '3': 'RESOLVED',
  '4': 'CLOSED',
  '5': 'REJECTED',
} as const;

export const settings = sourceSettings('pigello', { currency: 'SEK', timeZone: 'Europe/Stockholm' }).extend({
  baseUrl: baseUrl.default('https://api.pigello.io').describe('What stands before the documented paths.'),
  credentials: z
    .strictObject({
      customerId: secret.describe('Header X-PIGELLO-CUSTOMER-ID.'),
      applicationId: secret.describe('Header X-PIGELLO-APPLICATION-ID.'),
      serviceId: secret.describe('Header X-PIGELLO-SERVICE-ID.'),
      serviceVersionId: secret.describe('Header X-PIGELLO-SERVICE-VERSION-ID.'),
      clientCt: secret.describe('Header X-PIGELLO-CLIENT-CT: the content type of the activation.'),
      clientEntity: secret.describe('Header X-PIGELLO-CLIENT-ENTITY: the id of the activation.'),
      clientSecret: secret.describe('Header X-PIGELLO-CLIENT-SECRET.'),
    })
    .describe('The seven headers of every call (docs/pigello-accounts.txt, "Security").'),
  pageSize: z
    .int()
    .min(1)
    .max(500)
    .default(500)
    .describe('The largest page that is asked for. 500 is what all examples of the documents use.'),
  sortable: z
    .boolean()
    .default(true)
    .describe(
      'Whether lists are asked for in an order (`_order_by`), which no document of Pigello shows. Without it, they are read and ordered in the gateway.',
    ),
  statusCodes: z
    .record(z.string().regex(/^-?\d+$/, 'must be a whole number'), issueStatus)
    .default(defaultStatusCodes)
    .describe(
      'What the status codes of errands mean. A code that is not listed is UNKNOWN; a table that is given replaces the default one.',
    ),
  paths: pathOverrides(paths),
  rates: rateLimits(paths),
  cache: keptAnswers(paths),
});

export type PigelloSettings = z.output<typeof settings>;

export const environment: readonly EnvironmentVariable[] = [
  {
    variable: 'PIGELLO_BASE_URL',
    setting: 'baseUrl',
    required: false,
    description: 'What stands before the documented paths.',
    example: 'https://api.pigello.io',
  },
  ...(
    [
      ['PIGELLO_CUSTOMER_ID', 'customerId', 'Header X-PIGELLO-CUSTOMER-ID.'],
      ['PIGELLO_APPLICATION_ID', 'applicationId', 'Header X-PIGELLO-APPLICATION-ID.'],
      ['PIGELLO_SERVICE_ID', 'serviceId', 'Header X-PIGELLO-SERVICE-ID.'],
      ['PIGELLO_SERVICE_VERSION_ID', 'serviceVersionId', 'Header X-PIGELLO-SERVICE-VERSION-ID.'],
      ['PIGELLO_CLIENT_CT', 'clientCt', 'Header X-PIGELLO-CLIENT-CT.'],
      ['PIGELLO_CLIENT_ENTITY', 'clientEntity', 'Header X-PIGELLO-CLIENT-ENTITY.'],
      ['PIGELLO_CLIENT_SECRET', 'clientSecret', 'Header X-PIGELLO-CLIENT-SECRET.'],
    ] as const
  ).map(([variable, member, description]) => ({
    variable,
    setting: `credentials.${member}`,
    required: true,
    description,
    example: '…',
  })),
];
