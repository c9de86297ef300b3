import { floor, naive, yoga } from './by-hand.js';
import type { Candidate } from './candidate.js';
import { hive } from './hive/index.js';
import { gatehouse } from './gatehouse/index.js';

/** In the order of the results. */
export const candidates: readonly Candidate[] = [
  floor,
  gatehouse(),
  yoga,
  naive,
  hive,
  gatehouse({ cache: true }),
];
