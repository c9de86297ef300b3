import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCandidate, type Running } from '../candidates/candidate.js';
import { gatehouse, type GatehouseOptions } from '../candidates/gatehouse/index.js';
import { startHelper, type Helper } from '../process.js';
import type { World, WorldOptions } from '../upstreams/world.js';
import { connections } from './compare.js';
import { watchForInterruption } from './interruption.js';

/** What a run of Gatehouse alone has. */
interface Place {
  readonly world: World;
  readonly keys: readonly string[];
  readonly load: Helper;
  readonly upstreams: Helper;
  /** Starts one more Gatehouse; whatever still runs in the end is stopped. */
  start(options?: GatehouseOptions): Promise<Running>;
}

/** Gatehouse alone over its upstreams. */
export interface Session extends Omit<Place, 'start'> {
  readonly running: Running;
  /** Ends the Gatehouse that runs, and starts one that has answered nothing yet. */
  restart(): Promise<Running>;
}

/** Starts Gatehouse for a run of its own, and ends everything behind it. */
export function withGatehouse<T>(
  options: WorldOptions,
  run: (session: Session) => Promise<T>,
  candidate: GatehouseOptions = {},
): Promise<T> {
  return withUpstreams(options, async ({ start, ...place }) => {
    let running = await start(candidate);
    const restart = async (): Promise<Running> => {
      await running.stop();
      return (running = await start(candidate));
    };
    return run({ ...place, running, restart });
  });
}

/** Starts upstreams and load for a run that starts Gatehouse itself, and ends everything behind it. */
export async function withUpstreams<T>(
  { seed, buildings, hasTruths = true }: WorldOptions,
  run: (place: Place) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const keys = Array.from({ length: 128 }, () => `gh_${randomBytes(32).toString('base64url')}`);
  const upstreams = startHelper('./upstreams/main.ts');
  const load = startHelper('./load/main.ts');
  const started: Running[] = [];
  const interruption = watchForInterruption();
  const measured = async (): Promise<T> => {
    const world = await upstreams.ask<World>('start', { seed, buildings, hasTruths });
    const start = async (options?: GatehouseOptions): Promise<Running> => {
      const running = await startCandidate(gatehouse(options), { world, connections, keys, folder });
      started.push(running);
      return running;
    };
    return run({ world, keys, load, upstreams, start });
  };
  try {
    return await Promise.race([interruption.told, measured()]);
  } finally {
    interruption.dispose();
    await Promise.all(started.map((running) => running.stop()));
    await Promise.all([upstreams.stop(), load.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
