import { globalId } from '../candidates/common/values.js';
import type { World } from '../upstreams/world.js';
import type { BenchQuery } from './query.js';

/** What a client asks for that has kept ids: records of all types and sources, mixed. */
export const nodes: BenchQuery = {
  name: 'nodes',
  title: 'Mixed `nodes(ids)`',
  document: (operation, alias) => `query ${operation}($ids: [ID!]!) {
  ${alias}: nodes(ids: $ids) {
    __typename
    id
    ... on SourcedNode {
      externalId
      source {
        sourceId
        remoteId
      }
    }
    ... on Building {
      name
    }
    ... on Unit {
      number
    }
    ... on Lease {
      startDate
    }
    ... on Person {
      displayName
    }
    ... on Issue {
      title
    }
    ... on Document {
      title
    }
  }
}`,
  variants: (world, { documents }) =>
    Array.from({ length: 64 }, (_, index) => ({ ids: idsOf(world, documents, index * 5) })),
  expected: ({ ids = [] }) => ids,
};

/** The records of a request: so many of each kind, from a place on. */
function idsOf({ truths }: World, documents: readonly string[], from: number): readonly string[] {
  const take = <T>(list: readonly T[], count: number, to: (each: T) => string): readonly string[] =>
    Array.from({ length: Math.min(count, list.length) }, (_, index) => list[(from + index) % list.length])
      .filter((each) => each !== undefined)
      .map(to);
  const { pigello, facilitee, homeq, casavi } = truths;
  const kinds = [
    take(pigello.buildings, 4, ({ id }) => globalId('Building', 'pigello', id)),
    take(pigello.units, 4, ({ id }) => globalId('Unit', 'pigello', id)),
    take(pigello.persons, 4, ({ id }) => globalId('Person', 'pigello', id)),
    take(pigello.leases, 4, ({ id }) => globalId('Lease', 'pigello', 'contracts.apartmentcontract', id)),
    take(pigello.issues, 4, ({ id }) => globalId('Issue', 'pigello', id)),
    take(documents, 4, (id) => id),
    take(facilitee.units, 2, ({ id }) => globalId('Unit', 'facilitee', id)),
    take(facilitee.leases, 1, ({ id }) => globalId('Lease', 'facilitee', ...id.split(':'))),
    take(homeq.buildings, 2, ({ id }) => globalId('Building', 'homeq', id)),
    take(homeq.leases, 2, ({ id }) => globalId('Lease', 'homeq', ...id.split(':'))),
    take(casavi.buildings, 1, ({ id }) => globalId('Building', 'casavi', id)),
    take(casavi.units, 2, ({ id, buildingId }) => globalId('Unit', 'casavi', buildingId ?? '', id)),
    take(casavi.persons.filter(isContact), 2, ({ id }) => globalId('Person', 'casavi', 'contact', id)),
    take(casavi.issues, 2, ({ id }) => globalId('Issue', 'casavi', id)),
  ];
  // Mixed, as a client's are: the first of each kind, then the second, and so on.
  const longest = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => kinds.flatMap((kind) => kind[place] ?? [])).flat();
}

function isContact({ id }: { readonly id: string }): boolean {
  return id.startsWith('C-');
}
