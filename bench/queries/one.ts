import { globalId } from '../candidates/common/values.js';
import type { BenchQuery } from './query.js';

/** The smallest thing to ask for: what is left is the server. */
export const one: BenchQuery = {
  name: 'one',
  title: 'One record',
  document: (operation, alias) => `query ${operation}($id: ID!) {
  ${alias}: building(id: $id) {
    id
    name
    externalId
    isActive
    createdAt
  }
}`,
  variants: ({ truths }) =>
    truths.pigello.buildings.slice(0, 64).map(({ id }) => ({ id: globalId('Building', 'pigello', id) })),
  expected: ({ id = '' }) => [id],
};
