import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { DocumentSettings } from '../documents/documents.js';
import { ConfigError } from '../errors.js';
import type { LogLevel } from '../log.js';
import type { MetricsPlace } from '../telemetry/metrics-endpoint.js';
import { isLoopback, type Environment } from './config.js';
import { requireSafeStart } from './safe-start.js';
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
  readonly logLevel: LogLevel;
  /** Where metrics can be read; `undefined` where none are kept. */
  readonly metrics: MetricsPlace | undefined;
  /** Links to files of documents, and what is sent through them. */
  readonly documents: DocumentSettings;
  /** What an operator should know before the first request. */
  readonly warnings: readonly string[];
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
    hasCursorKey: variables.GATEHOUSE_CURSOR_KEY !== undefined,
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
    cursorKeys: variables.GATEHOUSE_CURSOR_KEY ?? [randomBytes(32).toString('base64url')],
    maxCalls: variables.GATEHOUSE_MAX_CALLS,
    maxOperations: variables.GATEHOUSE_MAX_OPERATIONS,
    drainTime: variables.GATEHOUSE_DRAIN_TIME,
    logLevel: variables.LOG_LEVEL,
    metrics: placeMetrics(variables, production),
    documents: documentsOf(variables),
    warnings,
  };
}

function readVariables(environment: Environment, production: boolean): z.output<typeof serverSchema> {
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
}: z.output<typeof serverSchema>): DocumentSettings {
  return {
    ...(publicUrl === undefined ? {} : { publicUrl }),
    linkLifetime,
    maxDownloads,
    maxFileBytes: maxFileSize * 1024 * 1024,
  };
}

function placeMetrics(
  {
    GATEHOUSE_METRICS: isOn,
    GATEHOUSE_METRICS_PORT: port,
    GATEHOUSE_METRICS_HOST: host,
  }: z.output<typeof serverSchema>,
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
