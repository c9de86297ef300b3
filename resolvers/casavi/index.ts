import type { Links, Port, Provider } from '../../src/domain/provider.js';
import { endpointRules, endpointsOf, fileRules } from '../../src/config/settings.js';
import { createSourceClient } from '../../src/http/client.js';
import { createSizes } from '../../src/plan/sizes.js';
import { createDrift } from '../../src/wire/drift.js';
import { createAuth } from './auth.js';
import { createRecords } from './by-id.js';
import { environment, settings, type CasaviSettings } from './config.js';
import { acceptsKey, linksOf } from './keys.js';
import { createEdgeLoaders } from './loaders/edges.js';
import { createListLoaders } from './loaders/lists.js';
import { createRecordLoaders } from './loaders/records.js';
import { createMap } from './map.js';
import { createLists } from './pages.js';
import { paths, type PathName } from './paths.js';
import { createReads } from './reads/index.js';
import { createSamples } from './samples.js';
import { wordsOf } from './words.js';

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
      endpoints: endpointRules(paths, own),
      files: fileRules(own),
      auth: (send, guard) => createAuth(own, origin, send, guard),
    });
    const drift = createDrift({ words: wordsOf(own) });
    const map = createMap({ source, timeZone, purposes, statusCodes });
    const samples = createSamples(map);
    const pathOf = (name: PathName): string => own.paths[name] ?? paths[name].path;
    const lists = createLists(pathOf, origin, createSizes(), drift);
    const reads = createReads(lists, createRecords(lists, pathOf, origin, drift), map, scanCalls);
    const port: Port = {
      ...createListLoaders(reads, samples, { source, statusCodes }),
      ...createRecordLoaders(reads, map, samples),
      ...createEdgeLoaders(reads, samples),
      links,
      linksOf,
      acceptsKey,
    };
    return {
      id: source,
      provider: 'CASAVI',
      currency: own.currency,
      timeZone,
      scanCalls,
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
  Unit: ['building'],
  Lease: ['unit', 'building', 'tenants'],
  Issue: ['building', 'unit', 'reporter', 'assignee', 'followers'],
  Document: ['subject'],
  Comment: ['issue', 'author'],
  Task: ['issue', 'assignee', 'createdBy'],
  Responsibility: ['contact'],
};
