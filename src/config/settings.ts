import { z } from 'zod';
import type { Endpoint, Provenance } from '../domain/provider.js';
import type { FileRules } from '../http/file-hosts.js';
import { defaultLimits, everyEndpoint, type EndpointRules, type Keeping, type Rate } from '../http/limits.js';

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

const milliseconds = (least: number, most: number) => z.int().min(least).max(most);

/** `files.example.com`, `files.example.com:8443`, or `*.example.com` for whatever stands below it. */
const fileHost = z
  .string()
  .regex(
    /^(\*\.[a-z0-9-]+(\.[a-z0-9-]+)+|[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?$/,
    'must be a host in lower case such as files.example.com, or *.files.example.com, without https:// and path',
  );

const limits = z
  .strictObject({
    callTimeout: milliseconds(100, 60_000)
      .default(defaultLimits.callTimeout)
      .describe('Milliseconds for one call, from sending it to the end of its answer.'),
    connectTimeout: milliseconds(100, 60_000)
      .default(defaultLimits.connectTimeout)
      .describe('Milliseconds to connect, TLS included.'),
    firstByteTimeout: milliseconds(100, 60_000)
      .default(defaultLimits.firstByteTimeout)
      .describe('Milliseconds until an answer begins.'),
    concurrency: z
      .int()
      .min(1)
      .max(100)
      .default(defaultLimits.concurrency)
      .describe('Calls under way at once.'),
    queue: z
      .int()
      .min(1)
      .default(defaultLimits.queue)
      .describe('Calls that wait for others to end; one more is refused (OVERLOADED).'),
    attempts: z
      .int()
      .min(1)
      .max(5)
      .default(defaultLimits.attempts)
      .describe(
        'How often a GET is sent at most, where connections fail, or the answer is 429, 500, 502, 503 or 504. Never after a timeout.',
      ),
    retryDelay: milliseconds(1, 10_000)
      .default(defaultLimits.retryDelay)
      .describe(
        'Milliseconds before the second attempt at most, and twice as many before the third; up to half of it is left to chance. `Retry-After` goes before.',
      ),
    breakAfter: z
      .int()
      .min(1)
      .default(defaultLimits.breakAfter)
      .describe(
        'Failures in a row (no connection, timeout, 5xx, 429) after which an endpoint is left alone; of a login at most three.',
      ),
    breakFor: milliseconds(10, 60_000)
      .default(defaultLimits.breakFor)
      .describe('Milliseconds that it is left alone at first; then one call probes it.'),
    breakAtMost: milliseconds(10, 600_000)
      .default(defaultLimits.breakAtMost)
      .describe('Milliseconds that it is left alone at most: each probe that fails doubles them.'),
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
  defaults: {
    readonly currency: string;
    readonly timeZone: string;
    readonly documentHosts?: readonly string[];
  },
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
    documentHosts: z
      .array(fileHost)
      .default([...(defaults.documentHosts ?? [])])
      .describe(
        'Hosts that files of documents may be fetched from, beside that of `baseUrl`; `*.files.example.com` stands for all below it. The login never goes there.',
      ),
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

/** Calls that single endpoints of a provider are asked at most, by the names of its table; `*` stands for all together. */
export function rateLimits<N extends string>(
  table: Readonly<Record<N, unknown>>,
  defaults: Partial<Record<N | typeof everyEndpoint, Rate>> = {},
) {
  const names = [everyEndpoint, ...(Object.keys(table) as N[])] as const;
  return z
    .partialRecord(
      z.enum(names),
      z.strictObject({
        calls: z.int().min(1).describe('Calls.'),
        seconds: z.number().positive().describe('In so many seconds.'),
      }),
    )
    .default(defaults as never)
    .describe(
      'Calls that an endpoint is asked at most in so many seconds, by name; `*` stands for all endpoints together. One beyond it waits, or is refused where it would have to wait past its operation.',
    );
}

/**
 * Endpoints whose answers are kept unless the settings say otherwise, by the names that providers' tables give them: what
 * changes once in months, and holds nobody's data. Records of tenants are never among them.
 */
const keptByDefault: readonly string[] = ['propertyTypes', 'unitTypes', 'offices', 'countryCodes'];
const defaultKeeping: Keeping = { ttl: 3_600, staleFor: 86_400 };

/** Endpoints of a provider whose answers are kept, by the names of its table. A login is none of them. */
export function keptAnswers<N extends string>(table: Readonly<Record<N, unknown>>, login?: N) {
  const names = (Object.keys(table) as N[]).filter((name) => name !== login) as [N, ...N[]];
  const defaults = Object.fromEntries(
    names.filter((name) => keptByDefault.includes(name)).map((name) => [name, defaultKeeping]),
  );
  return z
    .partialRecord(
      z.enum(names),
      z.strictObject({
        ttl: z.int().min(0).describe('Seconds for which an answer serves instead of a call.'),
        staleFor: z
          .int()
          .min(0)
          .default(0)
          .describe('Seconds after that for which it serves where a call fails, marked as PARTIAL.'),
      }),
    )
    .default(defaults as never)
    .describe(
      'Answers that are kept in memory, by the name of their endpoint. None holds by default but those of lists of types, offices and country codes: all others are of tenants.',
    );
}

/** The same by path template, as calls name endpoints. */
export function endpointRules<N extends string>(
  table: Readonly<Record<N, { readonly path: string }>>,
  own: {
    readonly paths: Partial<Record<string, string>>;
    readonly rates: Partial<Record<N | typeof everyEndpoint, Rate>>;
    readonly cache: Partial<Record<N, Keeping>>;
  },
): EndpointRules {
  const byPath = <V>(rules: Partial<Record<string, V>>): ReadonlyMap<string, V> =>
    new Map(
      Object.entries(rules).flatMap(([name, rule]): [string, V][] => {
        const path = name === everyEndpoint ? name : (own.paths[name] ?? table[name as N].path);
        return rule === undefined ? [] : [[path, rule]];
      }),
    );
  return { rates: byPath<Rate>(own.rates), keeping: byPath<Keeping>(own.cache) };
}

/** Where files of a source may be fetched from. */
export function fileRules(own: {
  readonly documentHosts: readonly string[];
  readonly allowHttp: boolean;
}): FileRules {
  return { hosts: own.documentHosts, allowHttp: own.allowHttp };
}

/** The table with the operator's paths in it. */
export function endpointsOf<N extends string>(
  table: Readonly<Record<N, { readonly path: string; readonly provenance: Provenance }>>,
  overrides: Partial<Record<N, string>>,
): readonly Endpoint[] {
  return (Object.keys(table) as N[]).map((name): Endpoint => {
    const own = overrides[name];
    return own === undefined
      ? { name, path: table[name].path, provenance: table[name].provenance }
      : { name, path: own, provenance: 'configured' };
  });
}

function placesOf(path: string): string[] {
  return path.match(/\{\w+\}/g) ?? [];
}
