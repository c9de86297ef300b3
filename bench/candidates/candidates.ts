import { floor, naive, yoga } from './by-hand.js';
import type { Candidate } from './candidate.js';
import { hive } from './hive/index.js';
import { gatehouse, type GatehouseOptions } from './gatehouse/index.js';

/** In the order of the results. */
export function candidates(options: GatehouseOptions): readonly Candidate[] {
  return [floor, gatehouse(options), yoga, naive, hive, gatehouse({ cache: true })];
}
