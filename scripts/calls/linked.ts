import { casaviTruth } from '../../resolvers/casavi/sandbox/truth.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox/truth.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox/truth.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox/truth.js';
import type { Portfolio, SystemName } from '../../src/sandbox/index.js';
import {
  batch,
  fewest,
  pages,
  singles,
  type CountedQuery,
  type FloorCalls,
  type Holdings,
} from './counted.js';

/** Queries that have to know which records are the same: once that is known, and where it has to be read anew. */

const truthsOf = (portfolio: Portfolio) => ({
  pigello: pigelloTruth(portfolio),
  facilitee: faciliteeTruth(portfolio),
  homeq: homeqTruth(portfolio),
  casavi: casaviTruth(portfolio),
});

interface Members {
  readonly nodes: readonly {
    readonly members: readonly { readonly id: string; readonly source: { readonly sourceId: string } }[];
  }[];
}

/** The records of a page, by their source. */
function membersOf({ nodes }: Members): (system: SystemName) => readonly string[] {
  const all = nodes.flatMap(({ members }) => members);
  return (system) => all.filter(({ source }) => source.sourceId === system).map(({ id }) => id);
}

/** Every list of buildings, to its end. */
const allBuildings = ({ portfolio }: Holdings): readonly FloorCalls[] => {
  const { pigello, facilitee, homeq, casavi } = truthsOf(portfolio);
  return [
    pages('Pigello: buildings', pigello.buildings.length, 500),
    pages('Facilitee: properties', facilitee.buildings.length, 100),
    pages('HomeQ: estates', homeq.buildings.length, 500),
    pages('casavi: properties', casavi.buildings.length, 25),
  ];
};

/** What tells buildings without a reference apart: their addresses. */
const addressesOfNameless = ({ portfolio }: Holdings): readonly FloorCalls[] => {
  const { pigello, homeq } = truthsOf(portfolio);
  const nameless = pigello.buildings.filter(({ externalId }) => externalId === null);
  return [
    batch('Pigello: addresses of buildings that only they can tell', nameless, 202),
    singles(
      'HomeQ: apartments of estates without a reference, of which the addresses are',
      homeq.buildings.filter(({ externalId }) => externalId === null),
    ),
  ];
};

/** Every list of persons, to its end, and HomeQ's agreements, where its tenants stand. */
const allPersons = ({ portfolio }: Holdings): readonly FloorCalls[] => {
  const { pigello, facilitee, homeq, casavi } = truthsOf(portfolio);
  const inRole = (role: string) => facilitee.persons.filter(({ id }) => id.startsWith(`${role}:`)).length;
  const inList = (list: string) => casavi.persons.filter(({ key }) => key.startsWith(`${list}:`)).length;
  return [
    pages('Pigello: tenants', pigello.persons.length, 500),
    pages('Facilitee: owners', inRole('owner'), 100),
    pages('Facilitee: managers', inRole('manager'), 100),
    pages('Facilitee: service providers', inRole('service-provider'), 100),
    pages('Facilitee: property users', inRole('property-user'), 100),
    pages('HomeQ: employees', 1, 1),
    pages('HomeQ: agreements', homeq.leases.length, 20),
    // A list without a total ends with a page that is not full.
    pages('casavi: contacts', inList('contact') + 1, 25),
    pages('casavi: staff', inList('staff') + 1, 25),
  ];
};

const buildingsWithLinks = '{ buildings(first: 25) { nodes { name sameAs { rule node { id } } } } }';

const linkedBuildings = `{
  linkedBuildings(first: 25) {
    nodes { name address { line1 city } members { id source { sourceId } } }
  }
}`;

const linkedPersons = `{
  linkedPersons(first: 25) { nodes { displayName email members { id source { sourceId } } } }
}`;

const unitsWithLinks = `{
  units(first: 25) { nodes { number sameAs { node { id ... on Unit { rent { amount } } } } } }
}`;

/** A page of buildings takes all sources, since the first has too few. */
const pageOfBuildings = ({ portfolio }: Holdings): readonly FloorCalls[] => {
  const { pigello, facilitee, homeq } = truthsOf(portfolio);
  return [
    pages('Pigello: buildings', pigello.buildings.length, 500),
    pages('Facilitee: properties', facilitee.buildings.length, 100),
    pages('HomeQ: estates', homeq.buildings.length, 500),
    pages('casavi: properties, as many as are missing', 1, 25),
  ];
};

/** The first units of all sources are those of Pigello's first buildings, which HomeQ has as well. */
const unitsOfTheirBuildings = (): readonly FloorCalls[] => [
  pages('Pigello: apartments', 25, 500),
  pages('Pigello: all apartments of their buildings', 1, 500),
  pages('HomeQ: all apartments of the same buildings', 1, 500),
];

const linkedUnits = `{
  linkedUnits(first: 25) {
    nodes { number rent { amount } conflicts { field values { value source { sourceId } } } }
  }
}`;

const linkedBuilding = `{
  linkedBuilding(externalId: "H-1003") {
    name
    units(first: 20) { nodes { number members { id } } }
    leases(first: 10) { nodes { startDate } }
  }
}`;

export const linkedQueries: readonly CountedQuery[] = [
  {
    title: 'Buildings, and the records that are the same',
    query: buildingsWithLinks,
    floor: (_, holdings) => ({ calls: pageOfBuildings(holdings), waves: 2 }),
  },
  {
    title: 'Real buildings with their records',
    query: linkedBuildings,
    floor: ({ linkedBuildings: page }: { linkedBuildings: Members }, holdings) => {
      const of = membersOf(page);
      const { facilitee, casavi } = truthsOf(holdings.portfolio);
      return {
        calls: [
          batch('Pigello: buildings', of('pigello'), 202),
          batch('Pigello: addresses', of('pigello'), 202),
          fewest(
            singles('Facilitee: properties', of('facilitee')),
            pages('Facilitee: properties', facilitee.buildings.length, 100),
          ),
          pages('HomeQ: estates', of('homeq').length, 500),
          fewest(
            singles('casavi: properties', of('casavi')),
            pages('casavi: properties', casavi.buildings.length, 25),
          ),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Real persons with their records',
    query: linkedPersons,
    floor: ({ linkedPersons: page }: { linkedPersons: Members }, holdings) => {
      const of = membersOf(page);
      const { homeq, facilitee } = truthsOf(holdings.portfolio);
      const users = facilitee.persons.filter(({ id }) => id.startsWith('property-user:')).length;
      return {
        calls: [
          batch('Pigello: tenants', of('pigello'), 202),
          fewest(
            singles('Facilitee: property users', of('facilitee')),
            pages('Facilitee: property users', users, 100),
          ),
          pages('HomeQ: agreements, where tenants stand', homeq.leases.length, 20),
          singles('casavi: contacts, fewer than the pages of their list', of('casavi')),
        ],
        waves: 1,
      };
    },
  },
  {
    title: 'Units, and the records that are the same',
    query: unitsWithLinks,
    floor: () => ({
      calls: [pages('Pigello: apartments', 25, 500), pages('HomeQ: the same apartments', 1, 500)],
      waves: 2,
    }),
  },
  {
    title: 'Real units, and where their records disagree',
    query: linkedUnits,
    floor: () => ({
      calls: [
        pages('Pigello: apartments', 25, 500),
        pages('Pigello: addresses', 25, 202),
        pages('HomeQ: the same apartments', 1, 500),
      ],
      waves: 2,
    }),
  },
  {
    title: 'A real building with its units and leases',
    query: linkedBuilding,
    floor: (_, { portfolio }) => {
      const { casavi } = truthsOf(portfolio);
      const units = casavi.buildings.find(({ externalId }) => externalId === 'H-1003')?.unitIds ?? [];
      return {
        calls: [
          ...[
            'Pigello: the building',
            'Facilitee: the property',
            'HomeQ: the estate',
            'casavi: the property',
          ].map((what) => ({ what, calls: 1 })),
          ...['Pigello: its apartments', 'Facilitee: its units', 'HomeQ: its apartments'].map((what) => ({
            what,
            calls: 1,
          })),
          pages('casavi: its units', units.length, 25),
          { what: 'Pigello: contracts of its apartments', calls: 1 },
        ],
        waves: 2,
      };
    },
  },
];

export const linkedAnewQueries: readonly CountedQuery[] = [
  {
    title: 'Buildings, and the records that are the same',
    query: buildingsWithLinks,
    floor: (_, holdings) => ({
      calls: [...allBuildings(holdings), ...addressesOfNameless(holdings)],
      waves: 2,
    }),
  },
  {
    title: 'Real buildings with their records',
    query: linkedBuildings,
    floor: ({ linkedBuildings: page }: { linkedBuildings: Members }, holdings) => ({
      calls: [
        ...allBuildings(holdings),
        ...addressesOfNameless(holdings),
        batch('Pigello: addresses of the others', membersOf(page)('pigello'), 202),
      ],
      waves: 3,
    }),
  },
  {
    title: 'Real persons with their records',
    query: linkedPersons,
    floor: (_, holdings) => ({ calls: allPersons(holdings), waves: 1 }),
  },
  {
    title: 'Units, and the records that are the same',
    query: unitsWithLinks,
    floor: (_, holdings) => ({
      calls: [...allBuildings(holdings), ...addressesOfNameless(holdings), ...unitsOfTheirBuildings()],
      waves: 3,
    }),
  },
];
