import type { Links, Port, Provider } from '../../src/domain/provider.js';
import { endpointRules, endpointsOf, fileRules } from '../../src/config/settings.js';
import { createSourceClient } from '../../src/http/client.js';
import { createSizes } from '../../src/plan/sizes.js';
import { createDrift } from '../../src/wire/drift.js';
import { createAuth } from './auth.js';
import { environment, settings, type FaciliteeSettings } from './config.js';
import { acceptsKey } from './keys.js';
import { createLoaders } from './loaders.js';
import { createMap } from './map.js';
import { createLists } from './pages.js';
import { paths } from './paths.js';
import { wordsOf } from './words.js';

/** Facilitee, a Dutch system for maintenance: properties, their units, the people around them, issues and files. */
export const facilitee: Provider<FaciliteeSettings> = {
  name: 'FACILITEE',
  settings,
  environment,
  connect(own) {
    const origin = { source: own.id, provider: 'FACILITEE' };
    const client = createSourceClient({
      origin,
      baseUrl: own.baseUrl,
      limits: own.limits,
      endpoints: endpointRules(paths, own),
      files: fileRules(own),
      // Expected in all requests, GETs too (docs/facilitee.txt, "Introduction").
      headers: { 'content-type': 'application/json' },
      auth: (send, guard) => createAuth(own, origin, send, guard),
    });
    const drift = createDrift({ words: wordsOf(own) });
    const lists = createLists(own, origin, createSizes(), drift);
    const port: Port = {
      ...createLoaders(own, lists, createMap({ ...own, source: own.id })),
      links,
      acceptsKey,
    };
    return {
      id: own.id,
      provider: 'FACILITEE',
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

const links: Links = {
  Unit: ['building', 'owner', 'manager', 'defaultIssueManager'],
  Lease: ['unit', 'building', 'tenants'],
  Issue: ['building', 'unit', 'reporter'],
  Document: ['subject'],
};
