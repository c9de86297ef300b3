import { ConfigError } from '../errors.js';
import { isLoopback } from './config.js';
import { exampleKey } from './server-variables.js';

/** What of a configuration decides whether it may be served. */
export interface Start {
  readonly production: boolean;
  readonly host: string;
  readonly configuredSources: number;
  /** Whether callers are named who can authenticate. */
  readonly hasCallers: boolean;
  /** `undefined` where none is set. */
  readonly cursorKeys: readonly string[] | undefined;
}

/**
 * Refuses what would show tenants' data to whoever comes, or break once there are two processes. In production nothing is
 * open; outside it everything is, and therefore stays on this machine.
 *
 * @throws ConfigError with a message of its own for each
 */
export function requireSafeStart(start: Start): void {
  const fault = start.production ? faultInProduction(start) : faultInDevelopment(start);
  if (fault !== null) throw new ConfigError(fault);
}

function faultInProduction({ configuredSources, hasCallers, cursorKeys }: Start): string | null {
  if (configuredSources === 0) {
    return (
      'NODE_ENV=production: no source is configured, and the sandbox is not for production. Set the variables of a' +
      ' provider or GATEHOUSE_CONFIG (see .env.example), or unset NODE_ENV to try the sandbox.'
    );
  }
  if (!hasCallers) {
    return (
      "NODE_ENV=production: nobody is named who may ask, and without that anybody could read tenants' data. Add" +
      ' `auth` with `apiKeys` or `jwt` to the file that GATEHOUSE_CONFIG names; `gatehouse hash-key` makes a key.'
    );
  }
  if (cursorKeys === undefined) {
    return (
      'NODE_ENV=production: GATEHOUSE_CURSOR_KEY is not set, so that cursors and links to documents would end with this' +
      ' process and be unknown to any other. Set it to at least 16 random characters, the same for all processes.'
    );
  }
  if (cursorKeys.some(isGuessable)) {
    return (
      'NODE_ENV=production: GATEHOUSE_CURSOR_KEY can be guessed, and whoever does can make links that open documents.' +
      ' Take random ones, e.g. of `openssl rand -base64 32`.'
    );
  }
  return null;
}

/** What `.env.example` shows, and what nobody has drawn. */
function isGuessable(key: string): boolean {
  return key === exampleKey || new Set(key).size < 8;
}

function faultInDevelopment({ host, configuredSources }: Start): string | null {
  // The sandbox alone may be shown to anybody: its data is made up.
  if (isLoopback(host) || configuredSources === 0) return null;
  return (
    `HOST=${host}: outside production the gateway is open to whoever reaches it, and would show tenants' data to the` +
    ' network. Unset HOST, or set NODE_ENV=production and name the callers in `auth`.'
  );
}
