import type { AuthSettings } from '../access/settings.js';
import { checkIdentity } from '../identity/check.js';
import type { IdentitySettings } from '../identity/settings.js';
import { readPersisted, type PersistedDocuments } from '../persisted/documents.js';
import type { PersistedMode } from '../plugins/use-persisted.js';
import { createSchema, graph } from '../schema.js';
import { readAuth, readIdentity, readSources, type Environment, type SourceConfig } from './config.js';
import { readServerSettings, type ServerSettings } from './server-settings.js';

/** A configuration in which nothing is wrong that can be seen without asking anybody. */
export interface Prepared {
  /** None where the sandbox is to be served. */
  readonly sources: readonly SourceConfig[];
  readonly auth: AuthSettings | null;
  readonly identity: IdentitySettings;
  readonly settings: ServerSettings;
  readonly persisted: { readonly mode: PersistedMode; readonly documents: PersistedDocuments };
}

/**
 * Reads all of a configuration and checks it: the same for a start, for reading it again, and for `gatehouse check-config`.
 *
 * @throws ConfigError
 */
export function prepare(environment: Environment): Prepared {
  const sources = readSources(environment);
  const auth = readAuth(environment, sources);
  const settings = readServerSettings(environment, sources.length, auth !== null);
  const identity = readIdentity(environment);
  // The sandbox's sources have the names that are known here.
  if (sources.length > 0)
    checkIdentity(
      identity,
      graph,
      sources.map(({ settings: { id } }) => ({ id })),
    );
  const persisted = readPersisted(settings.persisted, createSchema());
  return { sources, auth, identity, settings, persisted };
}
