import type { NodeType } from '../../src/domain/index.js';
import type { Links, Port, Provider } from '../../src/domain/provider.js';
import { endpointRules, endpointsOf, fileRules } from '../../src/config/settings.js';
import { createSourceClient } from '../../src/http/client.js';
import { createSizes } from '../../src/plan/sizes.js';
import { createDrift } from '../../src/wire/drift.js';
import { createAuth } from './auth.js';
import { environment, settings, type PigelloSettings } from './config.js';
import { createLoaders } from './loaders.js';
import { createMap } from './map.js';
import { createLists } from './pages.js';
import { apartmentContract, paths } from './paths.js';
import { nationalIdMembers } from './wire.js';

/** Pigello, a Swedish ERP for landlords: buildings, apartments, contracts, tenants, errands and their documents. */
export const pigello: Provider<PigelloSettings> = {
  name: 'PIGELLO',
  settings,
  environment,
  connect(own) {
    const origin = { source: own.id, provider: 'PIGELLO' };
    const client = createSourceClient({
      origin,
      baseUrl: own.baseUrl,
      limits: own.limits,
      endpoints: endpointRules(paths, own),
      files: fileRules(own),
      auth: () => createAuth(own),
    });
    const drift = createDrift({
      words: { generalerrand: { status: (code) => Object.hasOwn(own.statusCodes, code) } },
    });
    const lists = createLists(own, origin, createSizes(), drift);
    const port: Port = {
      ...createLoaders(lists, createMap({ ...own, source: own.id }), own),
      links,
      acceptsKey,
    };
    return {
      id: own.id,
      provider: 'PIGELLO',
      currency: own.currency,
      timeZone: own.timeZone,
      scanCalls: own.limits.scanCalls,
      sortRows: own.limits.sortRows,
      port,
      client,
      endpoints: endpointsOf(paths, own.paths),
      drift,
      nationalIdMembers,
    };
  },
};

const links: Links = {
  Unit: ['building'],
  Lease: ['unit', 'building', 'tenants'],
  Issue: ['building', 'unit', 'reporter', 'followers'],
  Document: ['subject'],
};

/** Ids are uuids; anything that could change the meaning of a comma-joined filter or of a path is refused. */
const id = /^[\w-]{1,64}$/;
const documentLists = ['signedcontractdocument', 'signabledocument', 'generalerrandfile'];

function acceptsKey(type: NodeType, key: readonly string[]): boolean {
  if (!id.test(key.at(-1) ?? '')) return false;
  if (type === 'Document') {
    return key.length === 3 && documentLists.includes(key[0] ?? '') && id.test(key[1] ?? '');
  }
  return type === 'Lease' ? key.length === 2 && key[0] === apartmentContract : key.length === 1;
}
