import { providers } from '../../resolvers/providers.js';
import type { ProviderName } from '../domain/provider.js';
import type { SystemName } from '../sandbox/index.js';
import { parseSource, type SourceConfig } from './config.js';

/** Where the stand-ins of a running sandbox are, and what a source needs to log in there. */
export type SandboxPlaces = {
  readonly [N in SystemName]: {
    readonly url: string;
    readonly credentials: Readonly<Record<string, string>>;
  };
};

/** The sandbox's servers as sources: configured as any other, and reached over HTTP as any other. */
export function sandboxSources(
  sandbox: SandboxPlaces,
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
