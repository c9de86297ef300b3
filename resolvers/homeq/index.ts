import type { Links, Port, Provider } from '../../src/domain/provider.js';
import { endpointRules, endpointsOf, fileRules } from '../../src/config/settings.js';
import { createSourceClient } from '../../src/http/client.js';
import { createDrift } from '../../src/wire/drift.js';
import { words } from './amenities.js';
import { createAuth } from './auth.js';
import { asked, environment, ruled, settings, type HomeqSettings } from './config.js';
import { acceptsKey, linksOf } from './keys.js';
import { createLoaders } from './loaders.js';
import { nationalIdMembers } from './wire.js';

/** HomeQ, a Swedish marketplace for rented flats: a landlord's estates, apartments, agreements and employees. */
export const homeq: Provider<HomeqSettings> = {
  name: 'HOMEQ',
  settings,
  environment,
  connect(own) {
    const origin = { source: own.id, provider: 'HOMEQ' };
    const client = createSourceClient({
      origin,
      baseUrl: own.baseUrl,
      limits: own.limits,
      endpoints: endpointRules(ruled, own),
      files: fileRules(own),
      auth: (send, guard) => createAuth(own, origin, send, guard),
    });
    const drift = createDrift({ words });
    const port: Port = { ...createLoaders(own, origin, drift), links, linksOf, acceptsKey };
    return {
      id: own.id,
      provider: 'HOMEQ',
      currency: own.currency,
      timeZone: own.timeZone,
      scanCalls: own.limits.scanCalls,
      sortRows: own.limits.sortRows,
      port,
      client,
      endpoints: endpointsOf(asked, own.paths),
      drift,
      nationalIdMembers,
    };
  },
};

const links: Links = {
  Unit: ['building'],
  Lease: ['unit', 'building', 'tenants'],
  Document: ['subject'],
};
