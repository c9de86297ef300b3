import { nodes } from './nodes.js';
import type { BenchQuery } from './query.js';

/** The mixed ids again, with every answer that they need in the source cache. The floor still makes its calls. */
export const cached: BenchQuery = {
  ...nodes,
  name: 'cached',
  title: 'Mixed `nodes(ids)`, everything in the source cache',
  knownAs: nodes.name,
  candidates: ['floor', 'cached'],
};
