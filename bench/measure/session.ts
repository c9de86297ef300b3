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
import { watchForInterruption } from './interruption.js';

/** Gatehouse alone over its upstreams. */
export interface Session {
  readonly running: Running;
  readonly world: World;
  readonly keys: readonly string[];
  readonly load: Helper;
  readonly upstreams: Helper;
  /** Ends the Gatehouse that runs, and starts one that has answered nothing yet. */
  restart(): Promise<Running>;
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
  const interruption = watchForInterruption();
  const measured = async (): Promise<T> => {
    const world = await upstreams.ask<World>('start', { seed, buildings });
    const restart = async (): Promise<Running> => {
      await running?.stop();
      return (running = await startCandidate(gatehouse(), { world, connections, keys, folder }));
    };
    return run({ running: await restart(), world, keys, load, upstreams, restart });
  };
  try {
    return await Promise.race([interruption.told, measured()]);
  } finally {
    interruption.dispose();
    await running?.stop();
    await Promise.all([upstreams.stop(), load.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
