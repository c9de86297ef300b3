import { endpointRules, endpointsOf, fileRules } from '../../../src/config/settings.js';
import type { Port, Provider, ProviderName } from '../../../src/domain/provider.js';
import { createSourceClient } from '../../../src/http/client.js';
import { createDrift } from '../../../src/wire/drift.js';
import { createAuth } from './auth.js';
import { environment, settings, type LodgerSettings } from './config.js';
import { createLoaders } from './loaders.js';
import { createMap } from './map.js';
import { createLists } from './pages.js';
import { paths } from './paths.js';

/** A cast for as long as it is an example: a provider of the gateway stands in `ProviderName`. */
const name = 'LODGER' as string as ProviderName;

/** Lodger, a made-up register of houses and flats. */
export const lodger: Provider<LodgerSettings> = {
  name,
  settings,
  environment,
  connect(own) {
    const origin = { source: own.id, provider: name };
    const client = createSourceClient({
      origin,
      baseUrl: own.baseUrl,
      limits: own.limits,
      endpoints: endpointRules(paths, own),
      files: fileRules(own),
      auth: () => createAuth(own),
    });
    const drift = createDrift();
    const port: Port = {
      ...createLoaders(own, createLists(own, origin, drift), createMap(own.id)),
      links: { Unit: ['building'] },
      acceptsKey: (type, key) => ['Building', 'Unit'].includes(type) && key.length === 1 && isId(key[0]),
    };
    return {
      id: own.id,
      provider: name,
      currency: own.currency,
      timeZone: own.timeZone,
      scanCalls: own.limits.scanCalls,
      sortRows: own.limits.sortRows,
      port,
      client,
      endpoints: endpointsOf(paths, own.paths),
      drift,
      // It has none.
      nationalIdMembers: [],
    };
  },
};

/** Keys end up in paths: whatever is of another form never leaves the gateway. */
function isId(text: string | undefined): boolean {
  return /^[1-9]\d{0,8}$/.test(text ?? '');
}
