import { globalId } from '../candidates/common/values.js';
import { spread, type BenchQuery } from './query.js';

/** A page behind a cursor, and whether another follows. */
export const page: BenchQuery = {
  name: 'page',
  title: 'A page in the middle',
  list: 'leases',
  document: (operation, alias) => `query ${operation}($after: String) {
  ${alias}: leases(first: 25, after: $after, filter: { providers: [PIGELLO] }) {
    nodes {
      id
      number
      status
      startDate
      endDate
      unit {
        id
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}`,
  variants({ truths }) {
    const third = Math.floor(truths.pigello.leases.length / 3);
    return spread(third, 25).map((offset) => ({ offset: third + offset }));
  },
  expected: ({ offset = 0 }, { truths }) =>
    truths.pigello.leases
      .slice(offset, offset + 25)
      .flatMap(({ id, unitId }) => [
        globalId('Lease', 'pigello', 'contracts.apartmentcontract', id),
        globalId('Unit', 'pigello', unitId ?? ''),
      ]),
};
