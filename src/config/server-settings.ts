import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { ConfigError } from '../errors.js';
import type { Limits } from '../limits/limits.js';
import type { CallerLimits } from '../plugins/use-caller-limits.js';
import type { PersistedMode } from '../plugins/use-persisted.js';
import { isLoopback, type Environment } from './config.js';
import { presetOf, serverSchema, serverVariables } from './server-variables.js';

/** How the server itself runs. All of it comes from the environment. */
export interface ServerSettings {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** The first signs cursors, all are accepted. */
  readonly cursorKeys: readonly [string, ...string[]];
  /** Upstream calls that one operation may make at most; `Infinity` for any number. */
  readonly maxCalls: number;
  /** Operations under way at once. */
  readonly maxOperations: number;
  /** Milliseconds that operations get to finish when the gateway is stopped. */
  readonly drainTime: number;
  /** Milliseconds for one operation. */
  readonly operationTime: number;
  readonly limits: Limits;
  readonly callerLimits: CallerLimits;
  readonly surface: Surface;
  readonly persisted: Persisted;
  /** What an operator should know before the first request. */
  readonly warnings: readonly string[];
}

/** What can be seen and sent from outside. */
export interface Surface {
  readonly introspection: boolean;
  readonly graphiql: boolean;
  /** Whether messages suggest names of the schema. */
  readonly suggestions: boolean;
  /** Whether queries may be sent by GET. */
  readonly get: boolean;
  readonly cors: { readonly origins: readonly string[]; readonly credentials: boolean };
  /** Seconds for which browsers must come back by https; `Infinity` where that is not said. */
  readonly hsts: number;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/** Whether operations are sent by the hash of their document, and the file that lists them. */
export interface Persisted {
  readonly mode: PersistedMode;
  readonly file: string | undefined;
}

/** @throws ConfigError with a line for each variable that cannot be used */
export function readServerSettings(environment: Environment, configuredSources: number): ServerSettings {
  const production = environment['NODE_ENV'] === 'production';
  const variables = readVariables(environment, production);
  const { HOST: host } = variables;
  const warnings: string[] = [];
  if (production && configuredSources === 0) {
    throw new ConfigError(
      'NODE_ENV=production: no source is configured, and the sandbox is not for production. Set the variables of a' +
        ' provider or GATEHOUSE_CONFIG (see .env.example), or unset NODE_ENV to try the sandbox.',
    );
  }
  if (!isLoopback(host)) {
    if (configuredSources === 0)
      warnings.push(`The sandbox is open to the network (HOST=${host}): its data is made up.`);
    else refuseOpenHost(host, production);
  }
  if (variables.GATEHOUSE_CURSOR_KEY === undefined) {
    warnings.push(
      'GATEHOUSE_CURSOR_KEY is not set: cursors are signed with a key made for this start and end with it.',
    );
  }
  return {
    production,
    port: variables.PORT,
    host,
    cursorKeys: variables.GATEHOUSE_CURSOR_KEY ?? [randomBytes(32).toString('base64url')],
    maxCalls: variables.GATEHOUSE_MAX_CALLS,
    maxOperations: variables.GATEHOUSE_MAX_OPERATIONS,
    drainTime: variables.GATEHOUSE_DRAIN_TIME,
    operationTime: variables.GATEHOUSE_OPERATION_TIME,
    limits: toLimits(variables),
    callerLimits: toCallerLimits(variables),
    surface: toSurface(variables),
    persisted: toPersisted(variables),
    warnings,
  };
}

type Variables = z.output<typeof serverSchema>;

function readVariables(environment: Environment, production: boolean): Variables {
  // A variable that is set to nothing is one that is not set.
  const given = serverVariables.map((name) => [name, environment[name] || presetOf(name, production)]);
  const result = serverSchema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`).join('\n'),
  );
}

function toLimits(variables: Variables): Limits {
  return {
    bodyBytes: variables.GATEHOUSE_MAX_BODY_BYTES,
    documentBytes: variables.GATEHOUSE_MAX_DOCUMENT_BYTES,
    tokens: variables.GATEHOUSE_MAX_TOKENS,
    depth: variables.GATEHOUSE_MAX_DEPTH,
    rootFields: variables.GATEHOUSE_MAX_ROOT_FIELDS,
    fields: variables.GATEHOUSE_MAX_FIELDS,
    aliases: variables.GATEHOUSE_MAX_ALIASES,
    directives: variables.GATEHOUSE_MAX_DIRECTIVES,
    directivesPerPlace: variables.GATEHOUSE_MAX_DIRECTIVES_PER_PLACE,
    duplicates: variables.GATEHOUSE_MAX_DUPLICATES,
    variablesBytes: variables.GATEHOUSE_MAX_VARIABLES_BYTES,
    variablesDepth: variables.GATEHOUSE_MAX_VARIABLES_DEPTH,
  };
}

function toCallerLimits(variables: Variables): CallerLimits {
  return {
    requests: variables.GATEHOUSE_CALLER_REQUESTS,
    calls: variables.GATEHOUSE_CALLER_CALLS,
    operations: variables.GATEHOUSE_CALLER_OPERATIONS,
    unknownRequests: variables.GATEHOUSE_UNKNOWN_REQUESTS,
  };
}

function toSurface(variables: Variables): Surface {
  return {
    introspection: variables.GATEHOUSE_INTROSPECTION,
    graphiql: variables.GATEHOUSE_GRAPHIQL,
    suggestions: variables.GATEHOUSE_SUGGESTIONS,
    get: variables.GATEHOUSE_GET,
    cors: {
      origins: variables.GATEHOUSE_CORS_ORIGINS,
      credentials: variables.GATEHOUSE_CORS_CREDENTIALS,
    },
    hsts: variables.GATEHOUSE_HSTS,
    trustedProxies: variables.GATEHOUSE_TRUSTED_PROXIES,
  };
}

function toPersisted({ GATEHOUSE_PERSISTED: mode, GATEHOUSE_PERSISTED_FILE: file }: Variables): Persisted {
  if (mode !== 'off' && file === undefined) {
    throw new ConfigError(
      `GATEHOUSE_PERSISTED=${mode}: there is no list of documents; name it by GATEHOUSE_PERSISTED_FILE, or set \`off\`.`,
    );
  }
  return { mode, file };
}

const development = readVariables({}, false);

/** What holds in development where nothing is set: for gateways that are made in code. */
export const developmentLimits = toLimits(development);
export const developmentSurface = toSurface(development);
export const developmentCallerLimits = toCallerLimits(development);

/** Where callers do not authenticate, tenants' data stays on this machine. */
function refuseOpenHost(host: string, production: boolean): never {
  const mode = production
    ? ''
    : '; outside production the gateway serves configured sources on loopback only';
  throw new ConfigError(
    `HOST=${host}: anyone who reaches it could read tenants' data, since callers do not authenticate; unset it${mode}.`,
  );
}
