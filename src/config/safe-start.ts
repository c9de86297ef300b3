import { ConfigError } from '../errors.js';
import { isLoopback } from './config.js';

/** What of a configuration decides whether it may be served. */
export interface Start {
  readonly production: boolean;
  readonly host: string;
  readonly configuredSources: number;
  /** Whether callers are named who can authenticate. */
  readonly hasCallers: boolean;
  readonly hasCursorKey: boolean;
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

function faultInProduction({ configuredSources, hasCallers, hasCursorKey }: Start): string | null {
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
  if (!hasCursorKey) {
    return (
      'NODE_ENV=production: GATEHOUSE_CURSOR_KEY is not set, so that cursors and links to documents would end with this' +
      ' process and be unknown to any other. Set it to at least 16 random characters, the same for all processes.'
    );
  }
  return null;
}

function faultInDevelopment({ host, configuredSources }: Start): string | null {
  // The sandbox alone may be shown to anybody: its data is made up.
  if (isLoopback(host) || configuredSources === 0) return null;
  return (
    `HOST=${host}: outside production the gateway is open to whoever reaches it, and would show tenants' data to the` +
    ' network. Unset HOST, or set NODE_ENV=production and name the callers in `auth`.'
  );
}
