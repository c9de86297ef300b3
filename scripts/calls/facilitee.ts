import type { FaciliteeTruth } from '../../resolvers/facilitee/sandbox/truth.js';
import { createRecords } from '../../resolvers/facilitee/sandbox/records.js';
import { fewest, pages, singles, type CountedQuery, type FloorCalls, type Holdings } from './counted.js';

/**
 * Facilitee takes no list of ids and filters by nothing but a property and a period. What there is: lists in pages, units
 * by property, issues by period, and single records. A row of units names its owner without an id; who that is, who else
 * has to do with the unit and which files it has, the unit's own record alone says. Names prove nobody, since two may have
 * the same.
 *
 * A page is taken to hold 100 rows: no limit is documented. What hangs on records is asked for in the wave in which it is
 * known that there is such a record, since a call for what hangs on nothing would be one too many.
 */
const list = (what: string, rows: number): FloorCalls => pages(what, rows, 100);
const one = (what: string): FloorCalls => ({ what, calls: 1 });

/** The calls that there are to choose from, by what the sandbox holds. */
function holdingsOf({ truth, portfolio }: Holdings) {
  const { buildings, units, persons, leases, issues, documents } = truth as FaciliteeTruth;
  const ofRole = (role: string) => persons.filter(({ id }) => id.startsWith(`${role}:`));
  const properties = list('properties', buildings.length);
  const unitLists = singles('lists of the units of a property', buildings);
  const users = list('property users', ofRole('property-user').length);
  /** The first records that hold so many rows together. */
  const first = <R>(rows: number, records: readonly R[], rowsOf: (record: R) => number): readonly R[] => {
    let found = 0;
    return records.filter((record) => {
      const isWanted = found < rows;
      found += rowsOf(record);
      return isWanted;
    });
  };
  return {
    buildings,
    units,
    persons,
    leases,
    documents,
    ofRole,
    properties,
    /** One for each property: there is no list of all units. */
    unitLists,
    /** Those of the first properties that hold so many units. */
    unitListsFor: (rows: number) =>
      singles(
        'lists of the units of a property',
        first(rows, buildings, ({ unitIds }) => unitIds.length),
      ),
    unitsIn: (some: readonly { readonly id: string }[]) =>
      units.filter(({ buildingId }) => some.some(({ id }) => id === buildingId)),
    first,
    owners: list('owners', ofRole('owner').length),
    managers: list('managers', ofRole('manager').length),
    serviceProviders: list('service providers', ofRole('service-provider').length),
    users,
    /** Property users by their ids. */
    usersOf: (leaseIds: readonly string[]) =>
      fewest(
        singles(
          'property users',
          leaseIds.map((id) => id.split(':')[1]),
        ),
        users,
      ),
    issues: list('issues', issues.length),
    reporters: createRecords(portfolio).issues.map(({ reporter }) => reporter),
  };
}

export const faciliteeQueries: readonly CountedQuery[] = [
  {
    title: 'Buildings, counted, with their units and issues',
    query: `{
      buildings(first: 25) {
        nodes {
          name
          address { formatted }
          units(first: 100) { nodes { number ownerName building { name } } totalCount }
          issues(first: 50) { nodes { title } totalCount }
        }
        pageInfo { hasNextPage }
        totalCount
      }
    }`,
    floor: (_: never, holdings) => {
      const { properties, unitLists, issues } = holdingsOf(holdings);
      return { calls: [properties, unitLists, issues], waves: 2 };
    },
  },
  {
    title: 'A hundred units, their buildings and managers',
    query: '{ units(first: 100) { nodes { number building { name } manager { displayName email } } } }',
    floor: (_: never, holdings) => {
      const { properties, unitListsFor, managers, units } = holdingsOf(holdings);
      const named = units.slice(0, 100).flatMap(({ managerId }) => managerId ?? []);
      return {
        calls: [properties, unitListsFor(100), fewest(singles('managers', named), managers)],
        waves: 3,
      };
    },
  },
  {
    title: 'The owners of 40 units of one property',
    query: `query ($id: ID!) {
      building(id: $id) { name units(first: 40) { nodes { number owner { displayName email } } } }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('buildings', 1))[0] }),
    floor: (_: never, holdings) => {
      const { buildings, unitsIn } = holdingsOf(holdings);
      const units = unitsIn(buildings.slice(0, 1)).slice(0, 40);
      return { calls: [one('property'), one('list of its units'), singles('units', units)], waves: 2 };
    },
  },
  {
    title: 'A building with everything that hangs on it',
    query: `query ($id: ID!) {
      building(id: $id) {
        name
        units(first: 20) { nodes { number building { name } } }
        leases(first: 20) { nodes { startDate tenants { displayName } } }
        issues(first: 20) { nodes { title } }
        persons(first: 20) { nodes { displayName } }
        documents(first: 20) { nodes { title } }
      }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('buildings', 1))[0] }),
    floor: (_: never, holdings) => {
      const { buildings, unitsIn, usersOf, issues } = holdingsOf(holdings);
      const units = unitsIn(buildings.slice(0, 1));
      return {
        calls: [
          one('property'),
          one('list of its units'),
          issues,
          // Fewer than 20 files: each unit has to be looked at.
          singles('units', units),
          usersOf(units.flatMap(({ leaseIds }) => leaseIds).slice(0, 20)),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Leases of all buildings',
    query: `{
      buildings(first: 25) {
        nodes { name leases(first: 100) { nodes { startDate unit { number } tenants { displayName } } } }
      }
    }`,
    floor: (_: never, holdings) => {
      const { properties, unitLists, leases, usersOf } = holdingsOf(holdings);
      return { calls: [properties, unitLists, usersOf(leases.map(({ id }) => id))], waves: 2 };
    },
  },
  {
    title: 'Everybody and every file of three buildings',
    query: `{
      buildings(first: 3) {
        nodes {
          persons(first: 100) { nodes { displayName email roles } }
          documents(first: 100) { nodes { title url } }
        }
      }
    }`,
    floor: (_: never, holdings) => {
      const { properties, buildings, unitsIn } = holdingsOf(holdings);
      const some = buildings.slice(0, 3);
      return {
        calls: [
          properties,
          singles('lists of the units of a property', some),
          singles('units', unitsIn(some)),
        ],
        waves: 3,
      };
    },
  },
  {
    title: 'Units with everybody and everything that hangs on them',
    query: `{
      units(first: 20) {
        nodes {
          number
          occupancy
          building { name address { formatted } }
          owner { displayName }
          manager { displayName }
          defaultIssueManager { displayName }
          leases(first: 5) { nodes { startDate unit { number } building { name } } }
          persons(first: 5) { nodes { displayName } }
          issues(first: 5) { nodes { title unit { number } } }
          documents(first: 5) { nodes { title } }
        }
      }
    }`,
    floor: (_: never, holdings) => {
      const { properties, unitListsFor, units, usersOf, issues } = holdingsOf(holdings);
      const some = units.slice(0, 20);
      return {
        calls: [
          properties,
          unitListsFor(20),
          singles('units', some),
          issues,
          usersOf(some.flatMap(({ leaseIds }) => leaseIds.slice(0, 5))),
        ],
        waves: 3,
        why:
          "rows of units name the managers by id, so their list is read beside the units' own records: whether these say " +
          'all that is wanted of a manager is seen only a wave later',
      };
    },
  },
  {
    title: 'A unit by its id, with its issues',
    query: `query ($id: ID!) {
      unit(id: $id) {
        number
        building { name }
        leases(first: 5) { nodes { startDate tenants { displayName } } }
        issues(first: 10) { nodes { title } }
      }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('units', 1))[0] }),
    floor: (_: never, holdings) => {
      const { units, usersOf, issues } = holdingsOf(holdings);
      return { calls: [one('unit'), usersOf(units[0]?.leaseIds ?? []), issues], waves: 2 };
    },
  },
  {
    title: 'Property users with all that hangs on them',
    query: `{
      persons(first: 50, filter: { role: [OCCUPANT] }) {
        nodes {
          displayName
          address { formatted }
          units(first: 5) { nodes { number } }
          leases(first: 5) { nodes { startDate unit { number } } }
          issues(first: 5) { nodes { title } }
          documents(first: 5) { nodes { title } }
        }
      }
    }`,
    floor: (_: never, holdings) => ({
      calls: [list('property users', 50), holdingsOf(holdings).issues],
      waves: 2,
    }),
  },
  {
    title: 'Managers with the units that they manage',
    query: `{
      persons(first: 25, filter: { role: [PROPERTY_MANAGER] }) {
        nodes { displayName staffRole unitCount address { formatted } units(first: 50) { nodes { number } } }
      }
    }`,
    floor: (_: never, holdings) => {
      const { managers, ofRole, properties, unitLists } = holdingsOf(holdings);
      // Their addresses stand in their own records alone.
      return {
        calls: [managers, singles('managers', ofRole('manager')), properties, unitLists],
        waves: 3,
      };
    },
  },
  {
    title: 'Owners with the units that they own',
    query: `{
      persons(first: 6, filter: { role: [OWNER] }) {
        nodes { displayName unitCount units(first: 50) { nodes { number } } }
      }
    }`,
    floor: (_: never, holdings) => {
      const { ofRole, properties, unitLists, units } = holdingsOf(holdings);
      const owners = ofRole('owner').slice(0, 6);
      const names = new Map(ofRole('owner').map(({ id, name }) => [id, name]));
      // Each unit of an owner's name has to be looked at: another one may have the name, too.
      const named = owners.flatMap(({ name }) =>
        units.filter(({ ownerId }) => names.get(ownerId ?? '') === name).slice(0, 50),
      );
      return { calls: [one('page of owners'), properties, unitLists, singles('units', named)], waves: 4 };
    },
  },
  {
    title: 'Persons of several roles, and their files',
    query: '{ persons(first: 60) { nodes { displayName email documents(first: 5) { nodes { title } } } } }',
    floor: (_: never, holdings) => {
      const { owners, managers, serviceProviders, persons } = holdingsOf(holdings);
      const some = persons.slice(0, 60).filter(({ id }) => id.startsWith('service-provider:'));
      return {
        calls: [owners, managers, serviceProviders, singles('service providers', some)],
        waves: 2,
      };
    },
  },
  {
    title: 'The issues of one person',
    query: `query ($id: ID!) {
      person(id: $id) { displayName email issues(first: 20) { nodes { title createdAt } totalCount } }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('persons', 1, '{ role: [OCCUPANT] }'))[0] }),
    floor: (_: never, holdings) => ({
      calls: [one('property user'), holdingsOf(holdings).issues],
      waves: 1,
    }),
  },
  {
    title: 'Leases with units, buildings and tenants',
    query: `{
      leases(first: 100) { nodes { startDate endDate unit { number } building { name } tenants { displayName } } }
    }`,
    floor: (_: never, holdings) => {
      const { first, ofRole, leases, properties, unitLists } = holdingsOf(holdings);
      const users = first(100, ofRole('property-user'), ({ leaseIds }) => leaseIds.length);
      // A user's record does not name the properties of the units.
      const units = singles(
        'units',
        leases.slice(0, 100).map(({ unitId }) => unitId),
      );
      const byList = [properties, unitLists];
      const calls = byList.reduce((sum, each) => sum + each.calls, 0);
      return {
        calls: [list('property users', users.length), ...(calls < units.calls ? byList : [units])],
        waves: calls < units.calls ? 3 : 2,
      };
    },
  },
  {
    title: 'Issues with all they name',
    query: `{
      issues(first: 50) {
        nodes {
          title
          building { name }
          unit { floor building { name } }
          reporter { displayName email }
          assigneeName
        }
      }
    }`,
    floor: (_: never, holdings) => {
      const { reporters, users, owners, managers, serviceProviders } = holdingsOf(holdings);
      const named = reporters.slice(0, 50).filter((reporter) => reporter !== null);
      const others = named.filter(({ role }) => role !== 'property-user');
      const last = others.filter(({ role }) => role === 'service-provider');
      // An id without a role: looked for among property users, then owners and managers, then service providers.
      return {
        calls: [
          list('issues', 50),
          fewest(singles('property users', named), users),
          fewest(singles('owners', others), owners),
          fewest(singles('managers', others), managers),
          fewest(singles('service providers', last), serviceProviders),
        ],
        waves: last.length === 0 ? 3 : 4,
      };
    },
  },
  {
    title: 'Documents and what they belong to',
    query: `{
      documents(first: 25) {
        nodes {
          title
          url
          subject { id ... on Unit { number building { name } } ... on Person { displayName } }
        }
      }
    }`,
    floor: (_: never, holdings) => {
      const { first, units, properties, unitListsFor } = holdingsOf(holdings);
      const some = first(25, units, ({ documentIds }) => documentIds.length);
      return {
        calls: [properties, unitListsFor(some.length), singles('units', some)],
        waves: 3,
      };
    },
  },
  {
    title: 'A hundred nodes of six types',
    query: `query ($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Building { name }
        ... on Unit { number }
        ... on Person { displayName }
        ... on Lease { startDate }
        ... on Issue { title }
        ... on Document { title }
      }
    }`,
    variables: async ({ ids }) => {
      const some = await Promise.all([
        ids('buildings', 16),
        ids('units', 24),
        ids('persons', 20),
        ids('leases', 20),
        ids('issues', 16),
        ids('documents', 4),
      ]);
      return { ids: some.flat() };
    },
    floor: (_: never, holdings) => {
      const { properties, unitLists, owners, leases, usersOf, issues, documents } = holdingsOf(holdings);
      return {
        calls: [
          properties,
          // Fewer than the 24 units one by one.
          unitLists,
          owners,
          usersOf(leases.slice(0, 20).map(({ id }) => id)),
          issues,
          singles(
            'units of documents',
            documents.slice(0, 4).map(({ subjectId }) => subjectId),
          ),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'A record of each type by its id',
    query: `query ($building: ID!, $unit: ID!, $owner: ID!, $manager: ID!, $lease: ID!, $issue: ID!, $document: ID!) {
      building(id: $building) { name }
      unit(id: $unit) { occupancy owner { displayName } }
      person(id: $owner) { displayName unitCount invoiceDetails { company } }
      manager: node(id: $manager) { ... on Person { displayName address { formatted } } }
      lease(id: $lease) { startDate tenants { displayName } }
      issue(id: $issue) { title building { name address { formatted } } }
      document(id: $document) { title subject { ... on Unit { number } } }
    }`,
    variables: async ({ ids }) => {
      const [building, unit, owner, manager, lease, issue, document] = await Promise.all([
        ids('buildings', 1),
        ids('units', 1),
        ids('persons', 1, '{ role: [OWNER] }'),
        ids('persons', 1, '{ role: [PROPERTY_MANAGER] }'),
        ids('leases', 1),
        ids('issues', 1),
        ids('documents', 1),
      ]);
      return {
        building: building?.[0],
        unit: unit?.[0],
        owner: owner?.[0],
        manager: manager?.[0],
        lease: lease?.[0],
        issue: issue?.[0],
        document: document?.[0],
      };
    },
    floor: (_: never, { truth }) => {
      const [unit] = (truth as FaciliteeTruth).units;
      return {
        calls: [
          one('property'),
          one('unit'),
          one('owner'),
          // How many units an owner has stands in the list alone.
          one('page of owners'),
          one('manager'),
          one('property user'),
          one('page of issues'),
          // An issue names its property without the address.
          one('property of the issue'),
          ...(unit?.documentIds.length === 0 ? [one('unit of the document')] : []),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'The same list under two aliases',
    query: `{
      one: units(first: 20) { nodes { number building { name } } }
      other: units(first: 20) { nodes { building { name } } }
    }`,
    floor: (_: never, holdings) => {
      const { properties, unitListsFor } = holdingsOf(holdings);
      return { calls: [properties, unitListsFor(20)], waves: 2 };
    },
  },
  {
    title: 'Ids alone, in the order of the leases',
    query: `{
      leases(first: 50, orderBy: { field: START_DATE, direction: DESC }) {
        nodes { startDate unit { id } tenants { id } }
      }
    }`,
    floor: (_: never, holdings) => ({ calls: [holdingsOf(holdings).users], waves: 1 }),
  },
];
