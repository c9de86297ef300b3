import { casaviTruth } from '../../resolvers/casavi/sandbox/truth.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox/truth.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox/truth.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox/truth.js';
import { contractQuery } from '../../test/support/queries.js';
import type { TrueBuilding } from '../../src/sandbox/truth.js';
import { batch, pages, singles, type CountedQuery, type FloorCalls, type Holdings } from './counted.js';

/** Pages of the four providers' lists, whose sizes stand in their own catalogues. */
const page = {
  pigello: (what: string, rows = 1) => pages(`Pigello: ${what}`, rows, 500),
  facilitee: (what: string, rows = 1) => pages(`Facilitee: ${what}`, rows, 100),
  homeq: (what: string, rows = 1) => pages(`HomeQ: ${what}`, rows, 500),
  casavi: (what: string, rows = 1) => pages(`casavi: ${what}`, rows, 25),
};

const sources = ['pigello', 'facilitee', 'homeq', 'casavi'] as const;

const idsOf = (
  { ids }: Holdings,
  list: Parameters<Holdings['ids']>[0],
  first: number,
  source: string,
): Promise<readonly string[]> => ids(list, first, `{ sources: ["${source}"] }`);

const all = ({ portfolio }: Holdings) => ({
  pigello: pigelloTruth(portfolio),
  facilitee: faciliteeTruth(portfolio),
  homeq: homeqTruth(portfolio),
  casavi: casaviTruth(portfolio),
});

/** A page of buildings from each source. */
const buildings = (holdings: Holdings): readonly FloorCalls[] => {
  const { pigello, facilitee, homeq, casavi } = all(holdings);
  return [
    page.pigello('buildings', pigello.buildings.length),
    page.facilitee('properties', facilitee.buildings.length),
    page.homeq('estates', homeq.buildings.length),
    page.casavi('properties', casavi.buildings.length),
  ];
};

export const queriesOfAll: readonly CountedQuery[] = [
  {
    title: 'Buildings with units, leases, tenants, issues and documents, counted over all sources',
    query: contractQuery,
    floor: (_, holdings) => {
      const { pigello } = all(holdings);
      const places = pigello.buildings.slice(0, 7);
      const idsIn = (of: (building: TrueBuilding) => readonly string[]) => places.flatMap(of);
      const units = idsIn(({ unitIds }) => unitIds.slice(0, 20));
      const leases = pigello.leases.filter(({ unitId }) => units.includes(unitId ?? ''));
      const issues = pigello.issues.filter(({ unitId }) => units.includes(unitId ?? ''));
      const byIds = (what: string, ids: readonly unknown[]): FloorCalls =>
        batch(`Pigello: ${what}`, ids, 202);
      return {
        calls: [
          // Each source's list is asked for its total, which one page tells.
          page.pigello('buildings'),
          page.facilitee('properties'),
          page.homeq('estates'),
          page.casavi('properties'),
          byIds('addresses', places),
          byIds('apartments of buildings', places),
          byIds('errands of buildings', places),
          byIds(
            'contracts of apartments',
            idsIn(({ unitIds }) => unitIds),
          ),
          byIds(
            'errands of apartments',
            idsIn(({ unitIds }) => unitIds),
          ),
          byIds('tenants', [
            ...leases.flatMap(({ tenantIds }) => tenantIds),
            ...issues.flatMap(({ reporterId }) => reporterId ?? []),
          ]),
          byIds(
            'signed documents of contracts',
            idsIn(({ leaseIds }) => leaseIds),
          ),
          byIds(
            'signable documents of contracts',
            idsIn(({ leaseIds }) => leaseIds),
          ),
          byIds(
            'files of errands',
            idsIn(({ issueIds }) => issueIds),
          ),
        ],
        waves: 4,
      };
    },
  },
  {
    title: 'A page that the first source fills',
    query: '{ buildings(first: 10) { nodes { name } } }',
    floor: () => ({ calls: [page.pigello('buildings', 10)], waves: 1 }),
  },
  {
    title: 'A page that takes all sources',
    query:
      '{ buildings(first: 60) { nodes { name source { provider } } pageInfo { hasNextPage } sources { status } } }',
    floor: (_, holdings) => ({ calls: buildings(holdings), waves: 2 }),
  },
  {
    title: 'Buildings of all sources in the order of their names',
    query: '{ buildings(first: 10, orderBy: { field: NAME }) { nodes { name } } }',
    floor: (_, holdings) => ({ calls: buildings(holdings), waves: 1 }),
  },
  {
    title: 'A building of each source by its id',
    query: `query ($p: ID!, $f: ID!, $h: ID!, $c: ID!) {
      pigello: building(id: $p) { name }
      facilitee: building(id: $f) { name }
      homeq: building(id: $h) { name }
      casavi: building(id: $c) { name }
    }`,
    variables: async (holdings) => {
      const [p, f, h, c] = await Promise.all(
        sources.map((source) => idsOf(holdings, 'buildings', 1, source)),
      );
      return { p: p?.[0], f: f?.[0], h: h?.[0], c: c?.[0] };
    },
    floor: () => ({
      calls: sources.map((source) => ({ what: `${source}: the building`, calls: 1 })),
      waves: 1,
    }),
  },
  {
    title: 'A hundred nodes of four sources',
    query: `query ($ids: [ID!]!) {
      nodes(ids: $ids) {
        __typename
        ... on Building { name }
        ... on Unit { number }
        ... on Person { displayName }
        ... on Issue { title }
      }
    }`,
    variables: async (holdings) => {
      const each = await Promise.all(
        sources.flatMap((source) => [
          idsOf(holdings, 'buildings', 5, source),
          idsOf(holdings, 'units', 10, source),
          idsOf(holdings, 'persons', 10, source),
        ]),
      );
      return { ids: each.flat() };
    },
    floor: (_, holdings) => {
      const { facilitee, casavi } = all(holdings);
      return {
        calls: [
          page.pigello('buildings', 5),
          page.pigello('apartments', 10),
          page.pigello('tenants', 10),
          page.facilitee('properties', facilitee.buildings.length),
          singles('Facilitee: units, which are in no list of all', [...Array(10).keys()]),
          page.facilitee('owners', 10),
          page.homeq('estates', 5),
          page.homeq('apartments', 10),
          page.homeq('employees', 10),
          page.casavi('properties', casavi.buildings.length),
          ...casavi.buildings
            .filter(({ id }) => casavi.units.slice(0, 10).some(({ buildingId }) => buildingId === id))
            .map(({ unitIds }) => page.casavi('units of their property', unitIds.length)),
          singles('casavi: contacts, fewer than the pages of their list', [...Array(10).keys()]),
        ],
        waves: 1,
      };
    },
  },
];
