import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCandidate, type Running } from '../candidates/candidate.js';
import { gatehouse } from '../candidates/gatehouse/index.js';
import type { BenchOptions } from '../options.js';
import { startHelper, type Helper } from '../process.js';
import type { World } from '../upstreams/world.js';
import { connections } from './compare.js';

/** Gatehouse alone over its upstreams. */
export interface Session {
  readonly running: Running;
  readonly world: World;
  readonly keys: readonly string[];
  readonly load: Helper;
}

/** Starts Gatehouse for a run of its own, and ends everything behind it. */
export async function withGatehouse<T>(
  { seed, buildings }: Pick<BenchOptions, 'seed' | 'buildings'>,
  run: (session: Session) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const keys = Array.from({ length: 128 }, () => `gh_${randomBytes(32).toString('base64url')}`);
  const upstreams = startHelper('./upstreams/main.ts');
  const load = startHelper('./load/main.ts');
  let running: Running | undefined;
  try {
    const world = await upstreams.ask<World>('start', { seed, buildings });
    running = await startCandidate(gatehouse(), { world, connections, keys, folder });
    return await run({ running, world, keys, load });
  } finally {
    await running?.stop();
    await Promise.all([upstreams.stop(), load.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
