import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../domain/provider.js';
import type { SourceConfig } from './config.js';

/**
 * Connects sources, and hands out those again whose settings have not changed: they keep their logins, connections and
 * circuits.
 */
export function createConnections(): (configs: readonly SourceConfig[]) => readonly Source[] {
  let known: readonly { readonly config: SourceConfig; readonly source: Source }[] = [];
  return (configs) => {
    known = configs.map((config) => {
      const { provider, settings } = config;
      const same = known.find(
        (each) => each.config.provider === provider && isDeepStrictEqual(each.config.settings, settings),
      );
      return same ?? { config, source: provider.connect(settings) };
    });
    return known.map(({ source }) => source);
  };
}
