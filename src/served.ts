import { isDeepStrictEqual } from 'node:util';
import type { Authenticate } from './access/authenticate.js';
import type { Source } from './domain/provider.js';
import { createHealth, type Health } from './health.js';
import { checkIdentity } from './identity/check.js';
import { createRegistry, type Registry } from './identity/registry.js';
import type { IdentitySettings } from './identity/settings.js';
import type { Log } from './log.js';
import { graph } from './schema.js';

/** What a gateway serves, and to whom: all that can be replaced while it runs. */
export interface Content {
  readonly sources: readonly Source[];
  /** How records of several sources are found to be the same. */
  readonly identity: IdentitySettings;
  readonly authenticate: Authenticate;
}

/** What is served at the moment. Whoever takes it for an operation keeps it until the operation ends. */
export interface Current extends Content {
  readonly registry: Registry;
  readonly health: Health;
}

export interface Served {
  readonly current: Current;
  /**
   * Serves something else from now on. What is under way ends with what it began with: a source that is no longer served is
   * closed once no operation can need it, and its files have come to their end.
   *
   * @throws ConfigError where it does not fit together; then nothing has changed
   */
  replace(next: Content): void;
  /** Looks whether hosts can be reached, from now on. */
  watch(): void;
  /** Looks no more. */
  unwatch(): void;
  /** Closes all sources. */
  close(): Promise<void>;
}

export interface ServedOptions {
  readonly log: Log;
  /** Subscribes to a source that is served from now on. @returns what ends it */
  attach(source: Source): () => void;
  /** Milliseconds after which no operation can need a source any more that is not served. */
  readonly longest: number;
}

export function createServed(first: Content, { log, attach, longest }: ServedOptions): Served {
  const attached = new Map<Source, () => void>();
  /** Sources that are no longer served, as long as operations may need them or files of theirs are under way, and what closes them. */
  const leaving = new Map<Source, NodeJS.Timeout>();
  let isWatching = false;

  const begin = (content: Content): Current => {
    for (const source of content.sources) if (!attached.has(source)) attached.set(source, attach(source));
    const health = createHealth(content.sources, log);
    if (isWatching) health.watch();
    return { ...content, registry: createRegistry(content.identity), health };
  };

  const leave = (source: Source): void => {
    attached.get(source)?.();
    attached.delete(source);
    const close = (): void => {
      source.client
        .close({ finishFiles: true })
        .catch(() => log.warn(`${source.id} could not be closed.`))
        .finally(() => leaving.delete(source));
    };
    leaving.set(source, setTimeout(close, longest).unref());
  };

  checkIdentity(first.identity, graph, first.sources);
  let current = begin(first);

  return {
    get current() {
      return current;
    },
    replace(next) {
      checkIdentity(next.identity, graph, next.sources);
      const before = current;
      const isAlike =
        isDeepStrictEqual(next.identity, before.identity) &&
        next.sources.length === before.sources.length &&
        next.sources.every((source, index) => source === before.sources[index]);
      if (isAlike) {
        // Only callers have changed: what is known of who is who, and of hosts, still holds.
        current = { ...before, authenticate: next.authenticate };
        return;
      }
      before.health.close();
      for (const source of before.sources) if (!next.sources.includes(source)) leave(source);
      current = begin(next);
    },
    watch() {
      isWatching = true;
      current.health.watch();
    },
    unwatch() {
      isWatching = false;
      current.health.close();
    },
    async close() {
      for (const timer of leaving.values()) clearTimeout(timer);
      for (const detach of attached.values()) detach();
      await Promise.all([...current.sources, ...leaving.keys()].map(({ client }) => client.close()));
    },
  };
}
