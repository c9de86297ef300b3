import { z } from 'zod';
import { defaultLimits } from '../http/client.js';

/** Building blocks for `resolvers/<provider>/config.ts`: what every source of the configuration has. */

/** A value that may also be given as `{"env": "NAME"}`. It was resolved before it is validated; see `secrets.ts`. */
export const secret = z
  .string({ error: 'must be a text, or {"env": "NAME"} to take it from the environment' })
  .min(1, 'must not be empty')
  .meta({ secret: true });

/** What stands before the provider's documented paths. */
export const baseUrl = z
  .string({ error: 'must be a URL such as https://api.example.com' })
  .transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const fault =
      url === null || !/^https?:$/.test(url.protocol)
        ? 'is not an http(s) URL; give it as https://host'
        : url.username !== '' || url.password !== ''
          ? 'must not hold a user name or password; use the credentials'
          : url.search !== '' || url.hash !== ''
            ? 'must end before any ? or #'
            : null;
    if (fault !== null) {
      context.addIssue({ code: 'custom', message: fault });
      return z.NEVER;
    }
    return text.replace(/\/+$/, '');
  })
  .meta({ format: 'uri' });

const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone; give it as e.g. Europe/Stockholm');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const limits = z
  .strictObject({
    callTimeout: z
      .int()
      .min(100)
      .max(60_000)
      .default(defaultLimits.callTimeout)
      .describe('Milliseconds for one call.'),
    concurrency: z
      .int()
      .min(1)
      .max(100)
      .default(defaultLimits.concurrency)
      .describe('Calls under way at once.'),
    maxBodyBytes: z
      .int()
      .min(1024)
      .default(defaultLimits.maxBodyBytes)
      .describe('Bytes that one answer may have once it is decoded.'),
    scanCalls: z
      .int()
      .min(1)
      .default(200)
      .describe('Calls that one read may spend on scanning before it stops and says `truncated`.'),
    sortRows: z
      .int()
      .min(1)
      .default(5_000)
      .describe(
        'Rows of a list that are read and ordered in the gateway at most, where the provider cannot order them; a longer list is refused.',
      ),
  })
  .prefault({})
  .describe('Limits of the calls to this source.');

/** The settings of every source; a provider adds its own with `.extend`. */
export function sourceSettings<P extends string>(
  provider: P,
  defaults: { readonly currency: string; readonly timeZone: string },
) {
  return z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens')
      .describe(
        'Names the source in ids, filters and statuses. Changing it changes every id of its records.',
      ),
    provider: z.literal(provider).describe('Which vendor this is an account of.'),
    allowHttp: z
      .boolean()
      .default(false)
      .describe('Whether plain http to a host other than loopback is allowed.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be three capital letters such as EUR')
      .default(defaults.currency)
      .describe('ISO 4217 currency of all amounts: no provider sends one.'),
    timeZone: timeZone
      .default(defaults.timeZone)
      .describe('IANA zone in which times without an offset are read and "today" is evaluated.'),
    limits,
  });
}

/**
 * Paths that an operator can override, by the names of the provider's table. Every place of the original must stand in
 * its replacement: without one, all records would share a URL.
 */
export function pathOverrides<N extends string>(table: Readonly<Record<N, { readonly path: string }>>) {
  const names = Object.keys(table) as [N, ...N[]];
  return z
    .partialRecord(z.enum(names), z.string().startsWith('/', 'must start with /'))
    .superRefine((given, context) => {
      for (const name of names) {
        const missing = placesOf(table[name].path).filter(
          (place) => given[name] !== undefined && !placesOf(given[name]).includes(place),
        );
        if (missing.length > 0) {
          context.addIssue({ code: 'custom', path: [name], message: `must hold ${missing.join(' and ')}` });
        }
      }
    })
    .default({})
    .describe('Replaces paths of the provider, by name; places such as {propertyId} must stay in them.');
}

function placesOf(path: string): string[] {
  return path.match(/\{\w+\}/g) ?? [];
}
