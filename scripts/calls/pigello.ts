import { batch, pages, type CountedQuery, type FloorCalls } from './counted.js';

/**
 * Pigello reads lists: pages of up to 500 rows (as in all examples of docs/pigello-accounts.txt and
 * docs/pigello-my-pages.txt), narrowed by ids joined with commas, about 200 of which fit into a URL of 8,000 bytes.
 */
const list = (what: string, rows: number): FloorCalls => pages(what, rows, 500);
const byIds = (what: string, ids: readonly unknown[]): FloorCalls => batch(what, ids, 202);

interface Nodes<R> {
  readonly nodes: readonly R[];
}

export const pigelloQueries: readonly CountedQuery[] = [
  {
    title: 'Buildings, counted',
    query: '{ buildings(first: 25) { nodes { name externalId } pageInfo { hasNextPage } totalCount } }',
    floor: () => ({ calls: [list('buildings', 25)], waves: 1 }),
  },
  {
    title: 'Addresses of buildings',
    query: '{ buildings(first: 25) { nodes { name address { formatted } } } }',
    floor: (answer: { buildings: Nodes<unknown> }) => ({
      calls: [list('buildings', 25), byIds('addresses', answer.buildings.nodes)],
      waves: 2,
    }),
  },
  {
    title: 'Units of all buildings',
    query: '{ buildings(first: 25) { nodes { name units(first: 100) { nodes { number } totalCount } } } }',
    floor: (answer: { buildings: Nodes<unknown> }) => ({
      calls: [list('buildings', 25), byIds('apartments of buildings', answer.buildings.nodes)],
      waves: 2,
    }),
  },
  {
    title: 'Units and their building',
    query: '{ units(first: 100) { nodes { number building { name } } } }',
    floor: () => ({ calls: [list('apartments', 100), byIds('buildings', [1])], waves: 2 }),
  },
  {
    title: 'A building with everything that hangs on it',
    query: `query ($id: ID!) {
      building(id: $id) {
        name
        units(first: 20) { nodes { number building { name } } }
        leases(first: 20) { nodes { number } }
        issues(first: 20) { nodes { title } }
        persons(first: 20) { nodes { displayName } }
        documents(first: 20) { nodes { title } }
      }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('buildings', 1))[0] }),
    floor: () => ({
      calls: [
        list('building', 1),
        list('its apartments', 1),
        list('its errands', 1),
        list('errands of its apartments', 1),
        list('contracts of its apartments', 1),
        list('tenants of the contracts', 1),
        list('signed documents of the contracts', 1),
        list('signable documents of the contracts', 1),
        list('files of the errands', 1),
      ],
      waves: 3,
    }),
  },
  {
    title: 'Leases of all buildings',
    query: '{ buildings(first: 25) { nodes { leases(first: 100) { nodes { number } } } } }',
    floor: (answer: { buildings: Nodes<unknown> }, { truth }) => ({
      calls: [
        list('buildings', 25),
        byIds('apartments of buildings', answer.buildings.nodes),
        byIds('contracts of apartments', truth.units),
      ],
      waves: 3,
    }),
  },
  {
    title: 'Issues of all buildings',
    query: '{ buildings(first: 25) { nodes { issues(first: 50) { nodes { title } } } } }',
    floor: (answer: { buildings: Nodes<unknown> }, { truth }) => ({
      calls: [
        list('buildings', 25),
        byIds('errands of buildings', answer.buildings.nodes),
        byIds('apartments of buildings', answer.buildings.nodes),
        byIds('errands of apartments', truth.units),
      ],
      waves: 3,
    }),
  },
  {
    title: 'Persons of buildings',
    query: '{ buildings(first: 25) { nodes { persons(first: 50) { nodes { displayName } } } } }',
    floor: (answer: { buildings: Nodes<unknown> }, { truth }) => ({
      calls: [
        list('buildings', 25),
        byIds('apartments of buildings', answer.buildings.nodes),
        byIds('contracts of apartments', truth.units),
        byIds(
          'tenants',
          truth.leases.flatMap(({ tenantIds }) => tenantIds),
        ),
      ],
      waves: 4,
    }),
  },
  {
    title: 'Documents of buildings',
    query: '{ buildings(first: 25) { nodes { documents(first: 50) { nodes { title } } } } }',
    floor: (answer: { buildings: Nodes<unknown> }, { truth }) => ({
      calls: [
        list('buildings', 25),
        byIds('apartments of buildings', answer.buildings.nodes),
        byIds('errands of buildings', answer.buildings.nodes),
        byIds('contracts of apartments', truth.units),
        byIds('errands of apartments', truth.units),
        byIds('signed documents of contracts', truth.leases),
        byIds('signable documents of contracts', truth.leases),
        byIds('files of errands', truth.issues),
      ],
      waves: 4,
    }),
  },
  {
    title: 'Units with leases, persons, issues and documents',
    query: `{
      units(first: 50) {
        nodes {
          number
          leases(first: 5) { nodes { number unit { number } building { name } } }
          persons(first: 5) { nodes { displayName } }
          issues(first: 5) { nodes { title unit { number } } }
          documents(first: 5) { nodes { title } }
        }
      }
    }`,
    floor: () => ({
      calls: [
        list('apartments', 50),
        byIds('buildings', [1]),
        byIds('contracts of apartments', [1]),
        byIds('errands of apartments', [1]),
        byIds('tenants', [1]),
        byIds('signed documents of contracts', [1]),
        byIds('signable documents of contracts', [1]),
        byIds('files of errands', [1]),
      ],
      waves: 3,
    }),
  },
  {
    title: 'A unit by its id',
    query: `query ($id: ID!) {
      unit(id: $id) { number building { name } leases(first: 5) { nodes { startDate } } issues(first: 5) { nodes { title } } }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('units', 1))[0] }),
    floor: () => ({
      calls: [list('apartment', 1), list('its contracts', 1), list('its errands', 1), list('building', 1)],
      waves: 2,
    }),
  },
  {
    title: 'Leases with units, buildings, tenants and documents',
    query: `{
      leases(first: 100) {
        nodes {
          number
          unit { number }
          building { name }
          tenants { displayName }
          documents(first: 5) { nodes { title subject { id } } }
        }
      }
    }`,
    floor: (answer: { leases: Nodes<{ readonly tenants: readonly { displayName: string }[] }> }) => ({
      calls: [
        list('contracts', 100),
        byIds('apartments', [1]),
        byIds('buildings', [1]),
        byIds('tenants', [...answer.leases.nodes.flatMap(({ tenants }) => tenants).keys()].slice(0, 202)),
        byIds('signed documents', [1]),
        byIds('signable documents', [1]),
      ],
      waves: 3,
    }),
  },
  {
    title: 'Persons with units, leases, issues and documents',
    query: `{
      persons(first: 50) {
        nodes {
          displayName
          address { formatted }
          units(first: 5) { nodes { number } }
          leases(first: 5) { nodes { number } }
          issues(first: 5) { nodes { title } }
          documents(first: 5) { nodes { title } }
        }
      }
    }`,
    floor: () => ({
      calls: [
        list('tenants', 50),
        byIds('addresses', [1]),
        byIds('apartments of tenants', [1]),
        byIds('contracts of tenants', [1]),
        byIds('errands that they reported', [1]),
        byIds('errands that they entered', [1]),
        byIds('errands that they follow', [1]),
        byIds('signed documents of contracts', [1]),
        byIds('signable documents of contracts', [1]),
        byIds('files of errands', [1]),
      ],
      waves: 3,
    }),
  },
  {
    title: 'Issues with all they name',
    query: `{
      issues(first: 50) {
        nodes {
          title
          building { name }
          unit { number }
          reporter { displayName }
          followers { displayName }
          documents(first: 5) { nodes { title subject { ... on Issue { title } } } }
        }
      }
    }`,
    floor: () => ({
      calls: [
        list('errands', 50),
        byIds('buildings', [1]),
        byIds('apartments', [1]),
        byIds('tenants', [1]),
        byIds('files of errands', [1]),
      ],
      waves: 2,
    }),
  },
  {
    title: 'Documents and what they belong to',
    query: `{
      documents(first: 100) {
        nodes { title subject { ... on Lease { number unit { number } } ... on Issue { title } } }
      }
    }`,
    floor: () => ({
      calls: [list('signed documents', 100), byIds('contracts', [1]), byIds('apartments', [1])],
      waves: 3,
    }),
  },
  {
    title: 'A hundred nodes of five types',
    query: `query ($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Unit { number }
        ... on Lease { number }
      }
    }`,
    variables: async ({ ids }) => {
      const lists = ['buildings', 'units', 'persons', 'leases', 'issues'] as const;
      return { ids: (await Promise.all(lists.map((each) => ids(each, 20)))).flat().slice(0, 100) };
    },
    floor: () => ({
      calls: ['buildings', 'apartments', 'tenants', 'contracts', 'errands'].map((what) => list(what, 20)),
      waves: 1,
    }),
  },
  {
    title: 'The same list under two aliases',
    query: `{
      one: units(first: 20) { nodes { number building { name } } }
      other: units(first: 20) { nodes { building { name } } }
    }`,
    floor: () => ({ calls: [list('apartments', 20), byIds('buildings', [1])], waves: 2 }),
  },
  {
    title: 'Leases in the order of their start',
    query: `{ leases(first: 50, orderBy: { field: START_DATE, direction: DESC }) { nodes { startDate } } }`,
    floor: () => ({ calls: [list('contracts', 50)], waves: 1 }),
  },
  {
    title: 'Buildings in the order of their names',
    query: '{ buildings(first: 10, orderBy: { field: NAME }) { nodes { name } } }',
    floor: (_: never, { truth }) => ({ calls: [list('all buildings', truth.buildings.length)], waves: 1 }),
  },
  {
    title: 'Open issues, filtered by the gateway',
    query: '{ issues(first: 10, filter: { status: [OPEN] }) { nodes { title } } }',
    floor: () => ({ calls: [list('errands', 500)], waves: 1 }),
  },
  {
    title: 'Ids alone',
    query: '{ leases(first: 50) { nodes { number unit { id } tenants { id } } } }',
    floor: () => ({ calls: [list('contracts', 50)], waves: 1 }),
  },
  {
    title: 'Four levels down',
    query: `{
      buildings(first: 25) {
        nodes {
          name
          units(first: 50) { nodes { number leases(first: 5) { nodes { startDate tenants { displayName } } } } }
        }
      }
    }`,
    floor: (
      answer: {
        buildings: Nodes<{
          units: Nodes<{ leases: Nodes<{ tenants: readonly { displayName: string }[] }> }>;
        }>;
      },
      { truth },
    ) => ({
      calls: [
        list('buildings', 25),
        byIds('apartments of buildings', answer.buildings.nodes),
        byIds('contracts of apartments', truth.units),
        byIds(
          'tenants',
          truth.leases.flatMap(({ tenantIds }) => tenantIds),
        ),
      ],
      waves: 4,
    }),
  },
];
