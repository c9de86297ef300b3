import type { BenchQuery } from './query.js';

/** What the server of the plain candidate costs by itself: with the floor's work, it is what one record is measured against. */
export const hello: BenchQuery = {
  name: 'hello',
  title: 'Nothing but `__typename`',
  candidates: ['yoga'],
  document: (operation, alias) => `query ${operation} { ${alias}: __typename }`,
  variants: () => Array.from({ length: 64 }, () => ({})),
  expected: () => [],
};
