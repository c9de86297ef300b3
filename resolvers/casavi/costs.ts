import { start } from '../../src/pagination/position.js';
import type { Ask } from '../../src/pagination/listing.js';
import { sharedByParents, type Cost } from '../../src/plan/cost.js';
import { pageSize } from './pages.js';

/** Rows of a list that hangs on a record, where nobody has seen one of its kind: four pages. */
export const assumedRows = 4 * pageSize;

/** All of a list, with the proof that it ends where it seems to. */
export function wholeOf(rows: number): Ask {
  return { from: start, limit: Math.max(rows, 1), needMore: true, needTotal: false };
}

/** All of a list in which everything that is looked for will be met. */
export function pagesUpTo(rows: number): Ask {
  return { ...wholeOf(rows), needMore: false };
}

/** The calls are the same for whoever makes them. Several to one endpoint are told apart by their order. */
export function shared(cost: Cost, name: string): Cost {
  const seen = new Map<string, number>();
  const calls = cost.calls.map((call) => {
    if (call.shared !== undefined) return call;
    const order = seen.get(call.path) ?? 0;
    seen.set(call.path, order + 1);
    return { ...call, shared: `${order === 0 ? '' : `${order} `}${call.path} of ${name}` };
  });
  return { ...cost, calls };
}

/**
 * What several edges ask of the same parents is asked once, where lists are read from their start: their pages are the
 * same for all of them.
 */
export function fromStart({ from }: Ask, cost: Cost): Cost {
  return from === start ? sharedByParents('lists', cost) : cost;
}
