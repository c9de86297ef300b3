import type { Source } from '../domain/provider.js';
import type { CallCost, Cost } from './cost.js';

/** What an operation would ask of one source at most. */
export interface SourceEstimate {
  readonly source: string;
  readonly calls: number;
  readonly waves: number;
  readonly parts: readonly EstimatedCalls[];
}

/** The calls to one endpoint for one field of the operation, or for several that ask for records together. */
export interface EstimatedCalls {
  /** The field's place in the operation, e.g. `buildings.nodes.units`. */
  readonly field: string;
  readonly path: string;
  readonly calls: number;
  readonly formula: string;
}

export interface Step {
  readonly source: Source;
  /** The field's place in the operation. */
  readonly field: string;
  readonly cost: Cost;
  /** Waves that stand before it. */
  readonly after: number;
  /** What tells it from other steps of the source. */
  readonly once: string;
  /** What tells the rows that it is taken for. */
  readonly parents: string;
}

export interface Ledger {
  /** Adds what a step costs, unless it was added before; says how many waves stand before what comes after it. */
  add(step: Step): number;
  /** In the order of sources; one that is not asked has none. */
  sum(): readonly SourceEstimate[];
}

/** Keeps what was reckoned, each thing once. */
export function createLedger(sources: readonly Source[]): Ledger {
  const lines = new Map<string, EstimatedCalls[]>();
  const shared = new Map<string, number>();
  const added = new Map<string, number>();
  const deepest = new Map<string, number>();

  /** How many of these calls stand in the ledger as the same calls of another step. */
  const alreadyMade = ({ id }: Source, { path, calls, ...alike }: CallCost, parents: string): number => {
    const scope = alike.shared ?? (alike.sharedByParents && `${alike.sharedByParents} of ${parents}`);
    if (scope === undefined) return 0;
    const name = `${id} ${path} ${scope}`;
    const known = shared.get(name) ?? 0;
    shared.set(name, Math.max(known, calls));
    return known;
  };

  return {
    add({ source, field, cost, after, once, parents }) {
      const key = `${source.id} ${once}`;
      const before = added.get(key);
      if (before !== undefined) return before;
      const wave = after + cost.waves;
      added.set(key, wave);
      deepest.set(source.id, Math.max(wave, deepest.get(source.id) ?? 0));
      for (const call of cost.calls) {
        const calls = call.calls - alreadyMade(source, call, parents);
        if (calls <= 0) continue;
        const own = lines.get(source.id) ?? [];
        own.push({ field, path: call.path, calls, formula: call.formula });
        lines.set(source.id, own);
      }
      return wave;
    },
    sum: () =>
      sources.flatMap(({ id }): SourceEstimate[] => {
        const parts = lines.get(id);
        if (parts === undefined) return [];
        const calls = parts.reduce((sum, part) => sum + part.calls, 0);
        return [{ source: id, calls, waves: deepest.get(id) ?? 0, parts }];
      }),
  };
}
