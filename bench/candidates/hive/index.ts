import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
    // It is started more than once in a run, over the same upstreams.
    if (!existsSync(supergraph)) compose(supergraph, { PIGELLO_URL: world.urls.pigello, ...environment });
    return {
      args: [join(binaries, 'hive-gateway'), 'supergraph', '-c', 'gateway.config.mjs'],
      folder: here,
      environment: { ...environment, HIVE_SUPERGRAPH: supergraph },
    };
  },
};

/** @throws Error with what Mesh Compose said */
function compose(supergraph: string, environment: Readonly<Record<string, string>>): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(binaries, 'mesh-compose'), '-c', 'mesh.config.mjs', '-o', supergraph],
    {
      cwd: here,
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`Mesh Compose failed:\n${stderr}`);
}
