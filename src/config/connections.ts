import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../domain/provider.js';
import type { SourceConfig } from './config.js';

/** Sources that are connected, and what takes them for those in use. */
export interface Connected {
  readonly sources: readonly Source[];
  /** From now on it is these that are handed out again. */
  keep(): void;
}

/**
 * Connects sources, and hands out those again whose settings have not changed: they keep their logins, connections and
 * circuits.
 */
export function createConnections(): (configs: readonly SourceConfig[]) => Connected {
  let kept: readonly { readonly config: SourceConfig; readonly source: Source }[] = [];
  return (configs) => {
    const connected = configs.map((config) => {
      const { provider, settings } = config;
      const same = kept.find(
        (each) => each.config.provider === provider && isDeepStrictEqual(each.config.settings, settings),
      );
      return same ?? { config, source: provider.connect(settings) };
    });
    return {
      sources: connected.map(({ source }) => source),
      keep: () => void (kept = connected),
    };
  };
}
