import { globalId } from '../candidates/common/values.js';
import { spread, type BenchQuery } from './query.js';

/** One upstream call, and a hundred records to read and to write. */
export const list: BenchQuery = {
  name: 'list',
  title: 'A list of 100 units',
  list: 'units',
  document: (operation, alias) => `query ${operation}($after: String) {
  ${alias}: units(first: 100, after: $after, filter: { providers: [PIGELLO] }) {
    nodes {
      id
      name
      externalId
      number
      unitType
      rooms
      floor
      isActive
      createdAt
      area {
        value
        unit
      }
      building {
        id
      }
    }
  }
}`,
  variants: ({ truths }) => spread(truths.pigello.units.length, 100).map((offset) => ({ offset })),
  expected: ({ offset = 0 }, { truths }) =>
    truths.pigello.units
      .slice(offset, offset + 100)
      .flatMap(({ id, buildingId }) => [
        globalId('Unit', 'pigello', id),
        globalId('Building', 'pigello', buildingId ?? ''),
      ]),
};
