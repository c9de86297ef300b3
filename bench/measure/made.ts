import type { World } from '../upstreams/world.js';
import { machine } from './machine.js';
import type { Made } from './results.js';

/** What is to be told of a run over a portfolio, so that it can be repeated. */
export function made({ seed, buildings, units }: World): Made {
  const given = process.argv.slice(2);
  return {
    date: new Date().toISOString().slice(0, 10),
    command: ['npm run bench', ...(given.length > 0 ? ['--', ...given] : [])].join(' '),
    machine: machine(),
    seed,
    portfolio: { buildings, units },
  };
}
