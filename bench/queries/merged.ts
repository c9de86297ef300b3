import { globalId } from '../candidates/common/values.js';
import { systems } from '../upstreams/world.js';
import type { BenchQuery } from './query.js';

/** One list over four providers that page in four ways, counted. */
export const merged: BenchQuery = {
  name: 'merged',
  title: 'All four sources merged',
  list: 'all',
  document: (operation, alias) => `query ${operation}($first: Int!, $after: String) {
  ${alias}: buildings(first: $first, after: $after) {
    totalCount
    nodes {
      id
      name
      externalId
      kind
    }
    sources {
      sourceId
      status
    }
  }
}`,
  // Near the end of the first source's rows, so that those of the others come into the window.
  variants({ truths }) {
    const length = truths.pigello.buildings.length;
    return Array.from({ length: 64 }, (_, index) => ({
      first: 69 + (index % 32),
      offset: Math.max(1, length - 1 - (index % 16)),
    }));
  },
  expected: ({ first = 0, offset = 0 }, { truths }) =>
    systems
      .flatMap((system) =>
        truths[system].buildings
          .slice(system === 'pigello' ? offset : 0)
          .map(({ id }) => globalId('Building', system, id)),
      )
      .slice(0, first),
};
