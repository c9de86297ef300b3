import { z } from 'zod';
import {
  baseUrl,
  keptAnswers,
  pathOverrides,
  rateLimits,
  secret,
  sourceSettings,
} from '../../../src/config/settings.js';
import type { EnvironmentVariable } from '../../../src/domain/provider.js';
import { paths, type PathName } from './paths.js';

export const settings = sourceSettings('lodger', { currency: 'EUR', timeZone: 'Europe/Berlin' }).extend({
  baseUrl: baseUrl.describe('What stands before the documented paths.'),
  credentials: z
    .strictObject({ apiKey: secret.describe('Header X-Api-Key of every call.') })
    .describe('What Lodger hands out for its interface.'),
  paths: pathOverrides(paths),
  rates: rateLimits(paths),
  cache: keptAnswers(paths),
});

export type LodgerSettings = z.output<typeof settings>;

/** The path of an endpoint: the operator's, or that of the table. */
export function pathOf({ paths: own }: Pick<LodgerSettings, 'paths'>, name: PathName): string {
  return own[name] ?? paths[name].path;
}

export const environment: readonly EnvironmentVariable[] = [
  {
    variable: 'LODGER_BASE_URL',
    setting: 'baseUrl',
    required: true,
    description: 'What stands before the documented paths.',
    example: 'https://lodger.example',
  },
  {
    variable: 'LODGER_API_KEY',
    setting: 'credentials.apiKey',
    required: true,
    description: 'Header X-Api-Key of every call.',
    example: '…',
  },
];
