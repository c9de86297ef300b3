import type { Links, Port, Provider } from '../../src/domain/provider.js';
import { createSourceClient } from '../../src/http/client.js';
import { createAuth } from './auth.js';
import { environment, settings, type CasaviSettings } from './config.js';
import { acceptsKey } from './keys.js';
import { createEdgeLoaders } from './loaders/edges.js';
import { createListLoaders } from './loaders/lists.js';
import { createRecordLoaders } from './loaders/records.js';
import { createMap } from './map.js';
import { createLists } from './pages.js';
import { createReads } from './reads/index.js';

/** casavi, a German portal between property managers and residents: communities, units, contacts, tickets. */
export const casavi: Provider<CasaviSettings> = {
  name: 'CASAVI',
  settings,
  environment,
  connect(own) {
    const { id: source, timeZone, purposes, statusCodes } = own;
    const { scanCalls } = own.limits;
    const origin = { source, provider: 'CASAVI' };
    const client = createSourceClient({
      origin,
      baseUrl: own.baseUrl,
      limits: own.limits,
      auth: (send) => createAuth(own, origin, send),
    });
    const map = createMap({ source, timeZone, purposes, statusCodes });
    const reads = createReads(createLists(own, origin), map, scanCalls);
    const port: Port = {
      ...createListLoaders(reads, { source, statusCodes, scanCalls }),
      ...createRecordLoaders(reads, map),
      ...createEdgeLoaders(reads, scanCalls),
      links,
      acceptsKey,
    };
    return { id: source, provider: 'CASAVI', currency: own.currency, timeZone, scanCalls, port, client };
  },
};

const links: Links = {
  Unit: ['building'],
  Lease: ['unit', 'building', 'tenants'],
  Issue: ['building', 'unit', 'reporter', 'assignee', 'followers'],
  Document: ['subject'],
  Comment: ['issue', 'author'],
  Task: ['issue', 'assignee', 'createdBy'],
  Responsibility: ['contact'],
};
