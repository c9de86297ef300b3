import { fileURLToPath } from 'node:url';
import type { Candidate } from './candidate.js';

/** The candidates whose servers stand in this folder, compiled beside it. */
function byHand(name: string, title: string): Candidate {
  return {
    name,
    title,
    command: () => ({ args: [fileURLToPath(new URL(`../dist/${name}/server.js`, import.meta.url))] }),
  };
}

export const floor = byHand('floor', 'Floor');
export const naive = byHand('naive', 'Naive resolvers');
export const yoga = byHand('yoga', 'yoga + DataLoader');
