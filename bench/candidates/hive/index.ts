import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Candidate } from '../candidate.js';
import { dialect } from './dialect.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const binaries = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url));

/** Hive Gateway over a supergraph that Mesh Compose makes of an OpenAPI description, as its guide recommends. */
export const hive: Candidate = {
  name: 'hive',
  title: 'Hive + Mesh',
  dialect,
  command({ world, folder }) {
    const supergraph = join(folder, 'supergraph.graphql');
    const credentials = Object.entries(world.credentials.pigello).map(([name, value]) => [
      `PIGELLO_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
      value,
    ]);
    const environment = { ...(Object.fromEntries(credentials) as Record<string, string>) };
    const composed = spawnSync(
      process.execPath,
      [join(binaries, 'mesh-compose'), '-c', 'mesh.config.mjs', '-o', supergraph],
      {
        cwd: here,
        env: { PATH: process.env['PATH'], PIGELLO_URL: world.urls.pigello, ...environment },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (composed.status !== 0) throw new Error('Mesh Compose failed; see the messages above.');
    return {
      args: [join(binaries, 'hive-gateway'), 'supergraph', '-c', 'gateway.config.mjs'],
      folder: here,
      environment: { ...environment, HIVE_SUPERGRAPH: supergraph },
    };
  },
};
