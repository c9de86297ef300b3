import type { Estimate } from './estimate.js';

/** An estimate as clients see it in `extensions.upstream`: no ids and no values of a query stand in it. */
export function toDryRun({ calls, waves, sources, assumed }: Estimate): object {
  return {
    mode: 'dry-run',
    total: { calls, waves },
    sources: sources.map((each) => ({
      source: each.source,
      calls: each.calls,
      waves: each.waves,
      formula: each.parts.map(({ formula }) => formula).join(' + '),
    })),
    calls: sources.flatMap(({ source, parts }) =>
      parts.map(({ field, path, calls: most, formula }) => ({
        source,
        method: 'GET',
        path,
        field,
        calls: most,
        formula,
      })),
    ),
    assumed,
  };
}
