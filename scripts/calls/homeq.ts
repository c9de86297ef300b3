import { homeqTruth } from '../../resolvers/homeq/sandbox/truth.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import { fewest, pages, singles, type CountedQuery, type FloorCalls, type Holdings } from './counted.js';

/**
 * HomeQ takes one id in a filter (docs/homeq.txt, "list inventory", "list of all agreements"), so that many records are
 * asked for one by one or read out of their whole list. The inventory comes up to 500 rows a call, agreements 20 a page
 * (assumed-shapes, "HomeQ"), employees all at once. An agreement is found by its apartment, and has no filter by person.
 * An entry of an apartment holds its estate, an agreement its tenant and its files.
 *
 * What hangs on rows waits for them: how many there are decides between single calls and the whole list. All apartments
 * of an estate are known by their number, so that their agreements wait for the estate only; those of a window on its
 * apartments wait for the window.
 */
const inventory = (what: string, rows = 1): FloorCalls => pages(what, rows, 500);
const agreements = (what: string, rows = 1): FloorCalls => pages(what, rows, 20);
const employees: FloorCalls = { what: 'all employees', calls: 1 };

/** Records by their ids, or the whole list. */
const apartments = (what: string, ids: readonly unknown[], { truth }: Holdings): FloorCalls =>
  fewest(singles(what, ids), inventory('all apartments', truth.units.length));
const agreementsOf = (what: string, apartmentIds: readonly unknown[], { truth }: Holdings): FloorCalls =>
  fewest(singles(what, apartmentIds), agreements('all agreements', truth.leases.length));

interface Nodes<R> {
  readonly nodes: readonly R[];
}
interface Named {
  readonly id: string;
}

const employee = (id: string): string =>
  toGlobalId({ type: 'Person', source: 'homeq', key: ['employee', id] });
const tenant = (id: string): string => toGlobalId({ type: 'Person', source: 'homeq', key: ['tenant', id] });
const apartment = (id: string): string => toGlobalId({ type: 'Unit', source: 'homeq', key: [id] });

/** Whoever signed the most agreements. */
const busiest = ({ portfolio }: Holdings) =>
  homeqTruth(portfolio).tenants.reduce((most, each) =>
    each.leaseIds.length > most.leaseIds.length ? each : most,
  );

/** The estate with the most apartments. */
const largest = ({ truth }: Holdings) =>
  truth.buildings.reduce((most, each) => (each.unitIds.length > most.unitIds.length ? each : most));

export const homeqQueries: readonly CountedQuery[] = [
  {
    title: 'Buildings, counted',
    query: `{
      buildings(first: 25) {
        nodes { name externalId unitCount address { city } office { name } }
        pageInfo { hasNextPage }
        totalCount
      }
    }`,
    floor: (answer: { buildings: Nodes<unknown> }) => ({
      calls: [inventory('estates', answer.buildings.nodes.length)],
      waves: 1,
    }),
  },
  {
    title: 'Buildings with what only their own answers tell',
    query: '{ buildings(first: 10) { nodes { name description ownerName commonAmenities { kind } } } }',
    floor: (answer: { buildings: Nodes<unknown> }) => ({
      calls: [inventory('estates'), singles('estates, each on its own', [...answer.buildings.nodes.keys()])],
      waves: 2,
    }),
  },
  {
    title: 'Units of all buildings',
    query: '{ buildings(first: 25) { nodes { name units(first: 100) { nodes { number } totalCount } } } }',
    floor: (answer: { buildings: Nodes<unknown> }, holdings) => ({
      calls: [
        inventory('estates'),
        apartments('apartments of an estate', [...answer.buildings.nodes.keys()], holdings),
      ],
      waves: 2,
    }),
  },
  {
    title: 'Units and their building',
    query: '{ units(first: 100) { nodes { number rent { amount } building { name office { name } } } } }',
    floor: () => ({ calls: [inventory('apartments', 100)], waves: 1 }),
  },
  {
    title: 'Units with what only their own answers tell',
    query: '{ units(first: 50) { nodes { number description renovatedOn amenities { kind state } } } }',
    floor: (answer: { units: Nodes<unknown> }) => ({
      calls: [
        inventory('apartments', 50),
        singles('apartments, each on its own', [...answer.units.nodes.keys()]),
      ],
      waves: 2,
    }),
  },
  {
    title: 'Units with leases and documents',
    query: `{
      units(first: 50) {
        nodes {
          number
          leases(first: 5) { nodes { signedDate unit { number } building { name } tenants { displayName } } }
          documents(first: 5) { nodes { kind url } }
        }
      }
    }`,
    floor: (answer: { units: Nodes<unknown> }, holdings) => ({
      calls: [
        inventory('apartments', 50),
        agreementsOf('agreements of an apartment', [...answer.units.nodes.keys()], holdings),
      ],
      waves: 2,
    }),
  },
  {
    title: 'A building with everything that hangs on it',
    query: `query ($id: ID!) {
      building(id: $id) {
        name
        ownerName
        units(first: 20) { nodes { number building { name } } }
        leases(first: 20) { nodes { signedDate unit { number } tenants { displayName } } }
        persons(first: 20) { nodes { displayName } }
        documents(first: 20) { nodes { kind subject { ... on Lease { signedDate } } } }
      }
    }`,
    variables: (holdings) =>
      Promise.resolve({ id: toGlobalId({ type: 'Building', source: 'homeq', key: [largest(holdings).id] }) }),
    floor: (_: never, holdings) => ({
      calls: [
        inventory('estate'),
        { what: 'the estate on its own', calls: 1 },
        inventory('its apartments', largest(holdings).unitIds.length),
        agreementsOf('agreements of an apartment', largest(holdings).unitIds, holdings),
        employees,
      ],
      waves: 1,
    }),
  },
  {
    title: 'Leases and documents of all buildings',
    query: `{
      buildings(first: 25) {
        nodes {
          name
          leases(first: 100) { nodes { signedDate tenants { displayName email } } }
          documents(first: 100) { nodes { kind url } }
        }
      }
    }`,
    floor: (answer: { buildings: Nodes<unknown> }, holdings) => ({
      calls: [
        inventory('estates'),
        apartments('apartments of an estate', [...answer.buildings.nodes.keys()], holdings),
        agreementsOf(
          'agreements of an apartment',
          holdings.truth.units.map(({ id }) => id),
          holdings,
        ),
      ],
      waves: 2,
    }),
  },
  {
    title: 'A unit by its id, with its leases',
    query: `query ($id: ID!) {
      unit(id: $id) {
        number
        description
        building { name }
        leases(first: 5) { nodes { signedDate tenants { displayName } } }
        documents(first: 5) { nodes { kind url } }
      }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('units', 2))[1] }),
    floor: () => ({
      calls: [
        inventory('apartment'),
        { what: 'the apartment on its own', calls: 1 },
        agreements('its agreements'),
      ],
      waves: 1,
    }),
  },
  {
    title: 'A lease by its id, with its unit',
    query: `query ($id: ID!) {
      lease(id: $id) {
        signedDate
        unit { number }
        building { name }
        tenants { displayName }
        documents(first: 5) { nodes { kind url } }
      }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('leases', 1))[0] }),
    floor: () => ({ calls: [agreements('agreements of the apartment'), inventory('apartment')], waves: 1 }),
  },
  {
    title: 'Leases with units, buildings, tenants and documents',
    query: `{
      leases(first: 100) {
        nodes {
          signedDate
          unit { number }
          building { name }
          tenants { displayName email }
          documents(first: 5) { nodes { url subject { id } } }
        }
      }
    }`,
    floor: (answer: { leases: Nodes<{ readonly unit: { readonly number: string } }> }, holdings) => ({
      calls: [
        agreements('agreements', 100),
        apartments('apartments', [...answer.leases.nodes.keys()], holdings),
      ],
      waves: 2,
    }),
  },
  {
    title: 'Documents and what they belong to',
    query: `{
      documents(first: 100) {
        nodes { kind url subject { ... on Lease { id signedDate unit { number } } } }
      }
    }`,
    floor: (answer: { documents: Nodes<{ readonly subject: Named }> }, holdings) => {
      const [last] = answer.documents.nodes.slice(-1);
      const read = holdings.truth.leases.findIndex(({ id }) => leaseId(id) === last?.subject.id) + 1;
      return {
        calls: [
          agreements('agreements that hold a hundred', read),
          apartments('apartments', [...answer.documents.nodes.keys()], holdings),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Persons with what only their own answers tell',
    query: `{
      persons(first: 25) {
        nodes {
          displayName
          createdAt
          office { name }
          phones { number }
          units(first: 5) { nodes { number } }
          leases(first: 5) { nodes { signedDate } }
          documents(first: 5) { nodes { kind } }
        }
      }
    }`,
    floor: (answer: { persons: Nodes<unknown> }) => ({
      calls: [employees, singles('employees, each on his own', [...answer.persons.nodes.keys()])],
      waves: 2,
    }),
  },
  {
    title: 'A tenant with units, leases and documents',
    query: `query ($id: ID!) {
      person(id: $id) {
        displayName
        units(first: 5) { nodes { number building { name } } }
        leases(first: 5) { nodes { signedDate unit { number } } }
        documents(first: 5) { nodes { kind url } }
      }
    }`,
    variables: (holdings) => Promise.resolve({ id: tenant(busiest(holdings).id) }),
    floor: (_: never, holdings) => ({
      calls: [
        agreements('all agreements', holdings.truth.leases.length),
        apartments('apartments of his agreements', busiest(holdings).unitIds, holdings),
      ],
      waves: 2,
    }),
  },
  {
    title: 'Two hundred units by their ids',
    query: `query ($one: [ID!]!, $other: [ID!]!) {
      one: nodes(ids: $one) { id ... on Unit { number building { name } } }
      other: nodes(ids: $other) { id ... on Unit { number building { name } } }
    }`,
    variables({ truth }) {
      const ids = truth.units.slice(0, 200).map(({ id }) => apartment(id));
      return Promise.resolve({ one: ids.slice(0, 100), other: ids.slice(100) });
    },
    floor: (answer: { one: readonly Named[]; other: readonly Named[] }, holdings) => ({
      calls: [
        apartments(
          'apartments',
          [...answer.one, ...answer.other].map(({ id }) => id),
          holdings,
        ),
      ],
      waves: 1,
    }),
  },
  {
    title: 'A hundred nodes of five types',
    query: `query ($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Building { name }
        ... on Unit { number }
        ... on Person { displayName }
        ... on Lease { signedDate }
        ... on Document { kind }
      }
    }`,
    async variables({ ids, truth }) {
      const tenants = [...new Set(truth.leases.flatMap(({ tenantIds }) => tenantIds))];
      return {
        ids: [
          ...(await Promise.all([ids('buildings', 16), ids('units', 20)])).flat(),
          ...truth.persons.slice(0, 14).map(({ id }) => employee(id)),
          ...tenants.slice(0, 10).map(tenant),
          ...(await Promise.all([ids('leases', 20), ids('documents', 20)])).flat(),
        ],
      };
    },
    floor: (_: never, { truth }) => ({
      calls: [
        inventory('all estates', truth.buildings.length),
        inventory('all apartments', truth.units.length),
        employees,
        agreements('all agreements', truth.leases.length),
      ],
      waves: 1,
    }),
  },
  {
    title: 'The same list under two aliases',
    query: `{
      one: leases(first: 20) { nodes { signedDate unit { number } } }
      other: leases(first: 20) { nodes { building { name } } }
    }`,
    floor: (answer: { one: Nodes<unknown> }, holdings) => ({
      calls: [agreements('agreements', 20), apartments('apartments', [...answer.one.nodes.keys()], holdings)],
      waves: 2,
    }),
  },
  {
    title: 'Ids alone',
    query: `{
      leases(first: 50) { nodes { id unit { id } tenants { id } documents(first: 2) { nodes { id subject { id } } } } }
      units(first: 50) { nodes { id building { id } } }
    }`,
    floor: () => ({ calls: [agreements('agreements', 50), inventory('apartments', 50)], waves: 1 }),
  },
  {
    title: 'Leases that are yet to be signed',
    query: '{ leases(first: 10, filter: { status: [UPCOMING] }) { nodes { status signedDate } } }',
    floor: (_: never, { truth }) => ({
      calls: [agreements('all agreements', truth.leases.length)],
      waves: 1,
    }),
  },
  {
    title: 'Four levels down',
    query: `{
      buildings(first: 25) {
        nodes {
          name
          units(first: 50) { nodes { number leases(first: 5) { nodes { signedDate tenants { displayName } } } } }
        }
      }
    }`,
    floor: (answer: { buildings: Nodes<unknown> }, holdings) => ({
      calls: [
        inventory('estates'),
        apartments('apartments of an estate', [...answer.buildings.nodes.keys()], holdings),
        agreementsOf(
          'agreements of an apartment',
          holdings.truth.units.map(({ id }) => id),
          holdings,
        ),
      ],
      waves: 3,
    }),
  },
];

function leaseId(id: string): string {
  return toGlobalId({ type: 'Lease', source: 'homeq', key: id.split(':') });
}
