import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { DocumentSettings } from '../documents/documents.js';
import { ConfigError } from '../errors.js';
import type { LogLevel } from '../log.js';
import type { MetricsPlace } from '../telemetry/metrics-endpoint.js';
import type { Limits } from '../limits/limits.js';
import type { CallerLimits } from '../plugins/use-caller-limits.js';
import type { SandboxOptions } from '../sandbox/index.js';
import type { PersistedMode } from '../plugins/use-persisted.js';
import { isLoopback, type Environment } from './config.js';
import { requireSafeStart } from './safe-start.js';
import { presetOf, serverSchema, serverVariables } from './server-variables.js';

/** How the server itself runs. All of it comes from the environment. */
export interface ServerSettings {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Processes that answer requests; 1 for this one alone. */
  readonly workers: number;
  /** The first signs cursors, all are accepted. */
  readonly cursorKeys: readonly [string, ...string[]];
  /** Upstream calls that one operation may make at most; `Infinity` for any number. */
  readonly maxCalls: number;
  /** Operations under way at once. */
  readonly maxOperations: number;
  /** Milliseconds that operations get to finish when the gateway is stopped. */
  readonly drainTime: number;
  readonly logLevel: LogLevel;
  /** Where metrics can be read; `undefined` where none are kept. */
  readonly metrics: MetricsPlace | undefined;
  /** Share of queries that are run again to compare the answers. */
  readonly verifiedShare: number;
  /** Links to files of documents, and what is sent through them. */
  readonly documents: DocumentSettings;
  /** Milliseconds for one operation. */
  readonly operationTime: number;
  readonly limits: Limits;
  readonly callerLimits: CallerLimits;
  readonly surface: Surface;
  readonly persisted: Persisted;
  readonly sandbox: SandboxSettings;
  /** What an operator should know before the first request. */
  readonly warnings: readonly string[];
}

/** How the sandbox is served, where no source is configured. */
export interface SandboxSettings extends Pick<SandboxOptions, 'seed' | 'buildings' | 'faults' | 'latency'> {
  /** The file of a portfolio in place of one that is made up. */
  readonly file: string | undefined;
  /** Of the first stand-in; 0 for free ones. */
  readonly port: number;
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

/**
 * @param hasCallers whether callers are named who can authenticate
 * @throws ConfigError with a line for each variable that cannot be used, or why the gateway must not be served like that
 */
export function readServerSettings(
  environment: Environment,
  configuredSources: number,
  hasCallers: boolean,
): ServerSettings {
  const production = environment['NODE_ENV'] === 'production';
  const variables = readVariables(environment, production);
  const { HOST: host } = variables;
  const warnings: string[] = [];
  requireSafeStart({
    production,
    host,
    configuredSources,
    hasCallers,
    cursorKeys: variables.GATEHOUSE_CURSOR_KEY,
  });
  if (!isLoopback(host) && configuredSources === 0)
    warnings.push(`The sandbox is open to the network (HOST=${host}): its data is made up.`);
  if (variables.GATEHOUSE_CURSOR_KEY === undefined) {
    warnings.push(
      'GATEHOUSE_CURSOR_KEY is not set: cursors are signed with a key made for this start and end with it.',
    );
  }
  if (production && variables.GATEHOUSE_PUBLIC_URL === undefined) {
    warnings.push(
      'GATEHOUSE_PUBLIC_URL is not set: links to documents begin with whatever host a request names, and with http.',
    );
  }
  return {
    production,
    port: variables.PORT,
    host,
    workers: variables.GATEHOUSE_WORKERS,
    cursorKeys: variables.GATEHOUSE_CURSOR_KEY ?? [randomBytes(32).toString('base64url')],
    maxCalls: variables.GATEHOUSE_MAX_CALLS,
    maxOperations: variables.GATEHOUSE_MAX_OPERATIONS,
    drainTime: variables.GATEHOUSE_DRAIN_TIME,
    logLevel: variables.LOG_LEVEL,
    metrics: placeMetrics(variables, production),
    verifiedShare: variables.GATEHOUSE_VERIFY,
    documents: documentsOf(variables),
    operationTime: variables.GATEHOUSE_OPERATION_TIME,
    limits: toLimits(variables),
    callerLimits: toCallerLimits(variables),
    surface: toSurface(variables),
    persisted: toPersisted(variables),
    sandbox: toSandbox(variables),
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

function documentsOf({
  GATEHOUSE_PUBLIC_URL: publicUrl,
  GATEHOUSE_LINK_LIFETIME: linkLifetime,
  GATEHOUSE_MAX_DOWNLOADS: maxDownloads,
  GATEHOUSE_MAX_FILE_SIZE: maxFileSize,
}: Variables): DocumentSettings {
  return {
    ...(publicUrl === undefined ? {} : { publicUrl }),
    linkLifetime,
    maxDownloads,
    maxFileBytes: maxFileSize * 1024 * 1024,
  };
}

function placeMetrics(
  { GATEHOUSE_METRICS: isOn, GATEHOUSE_METRICS_PORT: port, GATEHOUSE_METRICS_HOST: host }: Variables,
  production: boolean,
): MetricsPlace | undefined {
  if (port !== undefined) return { port, host };
  if (isOn && production) {
    throw new ConfigError(
      'GATEHOUSE_METRICS=on: in production whoever reaches the gateway could read its metrics; set' +
        ' GATEHOUSE_METRICS_PORT to give them a port of their own, or unset it.',
    );
  }
  return isOn ? 'BESIDE' : undefined;
}

function toSandbox(variables: Variables): SandboxSettings {
  return {
    seed: variables.GATEHOUSE_SANDBOX_SEED,
    buildings: variables.GATEHOUSE_SANDBOX_BUILDINGS,
    file: variables.GATEHOUSE_SANDBOX_PORTFOLIO,
    faults: variables.GATEHOUSE_SANDBOX_FAULTS ?? [],
    latency: variables.GATEHOUSE_SANDBOX_LATENCY,
    port: variables.GATEHOUSE_SANDBOX_PORT,
  };
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
    values: variables.GATEHOUSE_MAX_VALUES,
  };
}

function toCallerLimits(variables: Variables): CallerLimits {
  return {
    requests: variables.GATEHOUSE_CALLER_REQUESTS,
    calls: variables.GATEHOUSE_CALLER_CALLS,
    operations: variables.GATEHOUSE_CALLER_OPERATIONS,
    downloads: variables.GATEHOUSE_CALLER_DOWNLOADS,
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
