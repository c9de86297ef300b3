import { randomBytes } from 'node:crypto';
import type { DocumentSettings } from '../documents/documents.js';
import { ConfigError } from '../errors.js';
import { isLoopback, type Environment } from './config.js';

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
  /** Links to files of documents, and what is sent through them. */
  readonly documents: DocumentSettings;
  /** What an operator should know before the first request. */
  readonly warnings: readonly string[];
}

export function readServerSettings(environment: Environment, configuredSources: number): ServerSettings {
  const production = environment['NODE_ENV'] === 'production';
  const host = environment['HOST'] || '127.0.0.1';
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
    else requireAllowedHost(production, host, environment);
  }
  return {
    production,
    port: readPort(environment['PORT']),
    host,
    cursorKeys: readKeys(environment, warnings),
    maxCalls: readMaxCalls(environment['GATEHOUSE_MAX_CALLS'], production),
    maxOperations: readCount(environment, 'GATEHOUSE_MAX_OPERATIONS', 500, 1),
    drainTime: readCount(environment, 'GATEHOUSE_DRAIN_TIME', 8_000, 0),
    documents: readDocumentSettings(environment),
    warnings,
  };
}

function readDocumentSettings(environment: Environment): DocumentSettings {
  const publicUrl = readPublicUrl(environment['GATEHOUSE_PUBLIC_URL']);
  return {
    ...(publicUrl === null ? {} : { publicUrl }),
    linkLifetime: readCount(environment, 'GATEHOUSE_LINK_LIFETIME', 300, 1),
    maxDownloads: readCount(environment, 'GATEHOUSE_MAX_DOWNLOADS', 50, 1),
    maxFileBytes: readCount(environment, 'GATEHOUSE_MAX_FILE_SIZE', 512, 1) * 1024 * 1024,
  };
}

/** What links begin with, without a slash at the end. */
function readPublicUrl(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === '');
  if (!isPlain)
    throw new ConfigError(
      'GATEHOUSE_PUBLIC_URL: must be the http(s) URL that clients reach the gateway by, such as https://api.example.com, without user name, ? and #.',
    );
  return url.href.replace(/\/+$/, '');
}

/** Callers cannot authenticate yet: tenants' data stays on this machine unless the operator takes that on. */
function requireAllowedHost(production: boolean, host: string, environment: Environment): void {
  if (production && environment['GATEHOUSE_ALLOW_OPEN'] === '1') return;
  const cure = production
    ? 'set GATEHOUSE_ALLOW_OPEN=1 if something in front of the gateway authenticates callers'
    : 'unset it; outside production the gateway serves configured sources on loopback only';
  throw new ConfigError(
    `HOST=${host}: anyone who reaches it could read tenants' data, since callers do not authenticate; ${cure}.`,
  );
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4000;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new ConfigError('PORT: must be a number from 0 to 65535.');
  return port;
}

/** With room for all that a frontend asks; a query beyond it is a mistake, or an attack on the sources. */
const maxCallsInProduction = 20_000;

function readMaxCalls(text: string | undefined, production: boolean): number {
  if (text === undefined || text === '') return production ? maxCallsInProduction : Infinity;
  if (text === 'off') return Infinity;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new ConfigError('GATEHOUSE_MAX_CALLS: must be a whole number from 1 up, or `off`.');
  return Number(text);
}

function readCount(environment: Environment, variable: string, preset: number, least: number): number {
  const text = environment[variable];
  if (text === undefined || text === '') return preset;
  if (!/^\d{1,7}$/.test(text) || Number(text) < least)
    throw new ConfigError(`${variable}: must be a whole number from ${least} up.`);
  return Number(text);
}

const shortestKey = 16;

function readKeys(environment: Environment, warnings: string[]): [string, ...string[]] {
  const [first, ...others] = (environment['GATEHOUSE_CURSOR_KEY'] ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (first === undefined) {
    warnings.push(
      'GATEHOUSE_CURSOR_KEY is not set: cursors are signed with a key made for this start and end with it.',
    );
    return [randomBytes(32).toString('base64url')];
  }
  if ([first, ...others].some((key) => key.length < shortestKey)) {
    throw new ConfigError(`GATEHOUSE_CURSOR_KEY: every key must have at least ${shortestKey} characters.`);
  }
  return [first, ...others];
}
