import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashApiKey } from '../../../src/access/api-keys.js';
import { scopes } from '../../../src/access/caller.js';
import { systems } from '../../upstreams/world.js';
import type { Candidate } from '../candidate.js';
import { everythingKept } from './kept.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface GatehouseOptions {
  /** Arguments behind `serve`. */
  readonly serve?: readonly string[];
  /** Whether the sources keep the answers of their endpoints, which they do not by default. */
  readonly cache?: boolean;
  /** Megabytes that V8's old generation may have, as a container limits it. @default as much as V8 likes */
  readonly heap?: number;
}

/**
 * Gatehouse as it is built and run in production: a caller for each API key, whose proof is checked with every request. The
 * limits of a caller are off, since a few callers ask more here than thousands do; all others are as they come, but for
 * `limits.concurrency`, which is the same for all candidates.
 */
export function gatehouse({ serve = [], cache = false, heap }: GatehouseOptions = {}): Candidate {
  const name = cache ? 'cached' : 'gatehouse';
  return {
    name,
    title: cache ? 'Gatehouse, `cache` set' : 'Gatehouse',
    command({ world, keys, connections, folder }) {
      const sources = systems.map((id) => ({
        id,
        provider: id,
        baseUrl: world.urls[id],
        credentials: world.credentials[id],
        limits: { concurrency: connections },
        ...(cache ? { cache: everythingKept[id] } : {}),
      }));
      const apiKeys = keys.map((key, index) => ({
        id: `caller-${index}`,
        hash: hashApiKey(key),
        sources: '*',
        scopes: Object.keys(scopes),
      }));
      mkdirSync(folder, { recursive: true });
      const config = join(folder, `${name}.json`);
      writeFileSync(config, JSON.stringify({ sources, auth: { apiKeys } }));
      return {
        args: [
          ...(heap === undefined ? [] : [`--max-old-space-size=${heap}`]),
          join(root, 'bin/gatehouse.mjs'),
          'serve',
          ...serve,
        ],
        folder,
        environment: {
          GATEHOUSE_CONFIG: config,
          GATEHOUSE_CURSOR_KEY: 'a key that only the bench uses',
          GATEHOUSE_CALLER_REQUESTS: 'off',
          GATEHOUSE_CALLER_CALLS: 'off',
          GATEHOUSE_CALLER_OPERATIONS: 'off',
        },
      };
    },
  };
}
