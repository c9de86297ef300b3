import { providers } from '../../resolvers/providers.js';
import type { ProviderName } from '../domain/provider.js';
import type { Sandbox, SystemName } from '../sandbox/index.js';
import { parseSource, type SourceConfig } from './config.js';

/** The sandbox's servers as sources: configured as any other, and reached over HTTP as any other. */
export function sandboxSources(
  sandbox: Sandbox,
  settings: { readonly [N in SystemName]?: object } = {},
): readonly SourceConfig[] {
  return providers.map(({ name }) => {
    const id = name.toLowerCase() as Lowercase<ProviderName>;
    const { url, credentials } = sandbox[id];
    return parseSource(
      { id, provider: id, baseUrl: url, credentials, ...settings[id] },
      id,
      (path) => `${id}.${path}`,
    );
  });
}
