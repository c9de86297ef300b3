import { project } from '../../resolvers/casavi/sandbox/rows.js';
import { casaviTruth, type CasaviTruth } from '../../resolvers/casavi/sandbox/truth.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { NodeType } from '../../src/domain/index.js';
import { fewest, pages, singles, type CountedQuery, type FloorCalls, type Holdings } from './counted.js';

/**
 * casavi reads lists of 25 rows a page ("a list of max 25 tickets", docs/casavi.txt, "Get list of Tickets") and records
 * one by one; no call takes several ids. Records of which the ids are known are the fewest of single calls and the pages
 * of their list. An edge waits for the ids of its parents, unless the query names them.
 */
const pageSize = 25;
const list = (what: string, rows = 1): FloorCalls => pages(what, rows, pageSize);

/** Lists other than those of properties and units are bare arrays: that a full page is the last, only the next one shows. */
const toEnd = (what: string, rows: number): FloorCalls => ({
  what: `${what}, to the end (⌊${rows} ÷ ${pageSize}⌋ + 1)`,
  calls: Math.floor(rows / pageSize) + 1,
});

const records = (what: string, ids: readonly unknown[], rows: number): FloorCalls =>
  fewest(singles(what, ids), list(`${what} out of their list`, rows));

/** Several lists as one. */
const sum = (what: string, parts: readonly FloorCalls[]): FloorCalls => ({
  what,
  calls: parts.reduce((all, { calls }) => all + calls, 0),
});

const truthOf = ({ portfolio }: Holdings): CasaviTruth => casaviTruth(portfolio);
const rowsOf = ({ portfolio }: Holdings): ReturnType<typeof project> => project(portfolio, '');

type TrueBuilding = CasaviTruth['buildings'][number];
type TrueUnit = CasaviTruth['units'][number];

/** Global ids of records that hang on no list of their own, or of certain ones. */
const idOf = (type: NodeType, ...key: readonly (string | null)[]): string =>
  toGlobalId({ type, source: 'casavi', key: key.map((part) => part ?? '') });
const unitIdOf = ({ id, buildingId }: TrueUnit): string => idOf('Unit', buildingId, id);

const contactsIn = ({ persons }: CasaviTruth): number =>
  persons.filter(({ key }) => key.startsWith('contact:')).length;
const staffIn = ({ persons }: CasaviTruth): number =>
  persons.filter(({ key }) => key.startsWith('staff:')).length;
const contacts = (truth: CasaviTruth, ids: readonly (string | null)[]): FloorCalls =>
  records('contacts', present(ids), contactsIn(truth));
const staff = (truth: CasaviTruth, ids: readonly (string | null)[]): FloorCalls =>
  records('staff members', present(ids), staffIn(truth));
const properties = (truth: CasaviTruth, ids: readonly (string | null)[]): FloorCalls =>
  records('properties', present(ids), truth.buildings.length);

function present<T>(values: readonly (T | null | undefined)[]): readonly T[] {
  return values.flatMap((value) => value ?? []);
}

const unitsOf = ({ units }: CasaviTruth, { id }: TrueBuilding): readonly TrueUnit[] =>
  units.filter(({ buildingId }) => buildingId === id);

/** The pages of units, property by property, until these hold so many rows. */
function unitsUntil(
  truth: CasaviTruth,
  rows: number,
  rowsIn: (unit: TrueUnit) => number = () => 1,
): { readonly buildings: number; readonly units: readonly TrueUnit[]; readonly calls: FloorCalls } {
  const found: TrueUnit[] = [];
  let held = 0;
  let calls = 0;
  let buildings = 0;
  for (const building of truth.buildings) {
    if (held >= rows) break;
    const own = unitsOf(truth, building);
    let read = 0;
    buildings += 1;
    do {
      const page = own.slice(read, read + pageSize);
      found.push(...page);
      held += page.reduce((all, unit) => all + rowsIn(unit), 0);
      read += pageSize;
      calls += 1;
    } while (read < own.length && held < rows);
  }
  return { buildings, units: found, calls: { what: `units of ${buildings} properties`, calls } };
}

/** Units of certain properties by their ids. */
const unitsByRef = (truth: CasaviTruth, units: readonly TrueUnit[], inListOnly = false): FloorCalls =>
  sum(
    'units, property by property',
    truth.buildings.flatMap((building) => {
      const own = units.filter(({ buildingId }) => buildingId === building.id);
      if (own.length === 0) return [];
      const whole = list('its list', building.unitIds.length);
      return [inListOnly ? whole : fewest(singles('units', own), whole)];
    }),
  );

interface Nodes<R> {
  readonly nodes: readonly R[];
}

export const casaviQueries: readonly CountedQuery[] = [
  {
    title: 'Buildings, counted',
    query: '{ buildings(first: 25) { nodes { name externalId } pageInfo { hasNextPage } totalCount } }',
    floor: () => ({ calls: [list('properties', 25)], waves: 1 }),
  },
  {
    title: 'Units of all buildings',
    query: `{
      buildings(first: 50) {
        nodes { name address { formatted } units(first: 50) { nodes { number address { formatted } building { name } } } }
      }
    }`,
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      return {
        calls: [
          list('properties', truth.buildings.length),
          sum(
            'units of each property',
            truth.buildings.map(({ unitIds }) => list('units', Math.min(50, unitIds.length))),
          ),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Units and their building',
    query: '{ units(first: 100) { nodes { number address { formatted } building { name } } } }',
    floor: (_, holdings) => {
      const { buildings, calls } = unitsUntil(truthOf(holdings), 100);
      return { calls: [list('properties', buildings), calls], waves: 2 };
    },
  },
  {
    title: 'A building with everything that hangs on it',
    query: `query ($id: ID!) {
      building(id: $id) {
        name
        units(first: 20) { nodes { number building { name } issues(first: 5) { nodes { title } } } }
        leases(first: 20) { nodes { number tenants { id } } }
        issues(first: 20) { nodes { title } }
        persons(first: 20) { nodes { displayName } }
        documents(first: 20) { nodes { title } }
      }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('buildings', 1))[0] }),
    floor: () => ({
      calls: [
        list('property'),
        list('its units, with their contracts'),
        list('its tickets, with their attachments'),
        { what: 'the contact and the staff member who are responsible for it', calls: 2 },
      ],
      waves: 2,
    }),
  },
  {
    title: 'Issues and documents of all buildings',
    query: `{
      buildings(first: 50) { nodes { issues(first: 5) { nodes { title } } documents(first: 5) { nodes { title } } } }
    }`,
    floor: (_, holdings) => {
      const { buildings, issues } = truthOf(holdings);
      return {
        calls: [
          list('properties', buildings.length),
          fewest(singles('lists of tickets', buildings), toEnd('all tickets', issues.length)),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Leases and responsible persons of buildings',
    query: `{
      buildings(first: 10) {
        nodes {
          leases(first: 10) { nodes { number startDate } }
          responsibilities { roleName contact { displayName } }
          persons(first: 5) { nodes { displayName } }
        }
      }
    }`,
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      const responsible = rowsOf(holdings)
        .properties.slice(0, 10)
        .flatMap(({ responsibilities }) => responsibilities);
      const of = (type: string): readonly string[] =>
        responsible.filter(({ roleType }) => roleType === type).map(({ contactId }) => contactId);
      return {
        calls: [
          list('properties', 10),
          singles('lists of units', truth.buildings.slice(0, 10)),
          staff(truth, of('internal')),
          contacts(truth, of('external')),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Units with leases, persons, issues and documents',
    query: `{
      units(first: 20) {
        nodes {
          number
          leases(first: 5) { nodes { number unit { number } building { name } } }
          persons(first: 5) { nodes { displayName } }
          issues(first: 5) { nodes { title unit { number } } }
          documents(first: 5) { nodes { title } }
        }
      }
    }`,
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      return {
        calls: [
          list('properties'),
          list('units of the first property', 20),
          list('tickets of the first property'),
          contacts(
            truth,
            truth.units.slice(0, 20).flatMap(({ personIds }) => personIds.slice(0, 5)),
          ),
        ],
        waves: 3,
      };
    },
  },
  {
    title: 'Issues of forty units of one property',
    query: `query ($ids: [ID!]!) {
      nodes(ids: $ids) { ... on Unit { number issues(first: 5) { nodes { title status } } } }
    }`,
    variables: (holdings) => Promise.resolve({ ids: largest(holdings).slice(0, 40).map(unitIdOf) }),
    floor: (_, holdings) => ({
      calls: [list('units of the property', largest(holdings).length), list('tickets of the property')],
      waves: 1,
    }),
  },
  {
    title: 'A unit by its id, with its leases and tenants',
    query: `query ($id: ID!) {
      unit(id: $id) {
        number
        building { name }
        leases(first: 20) { nodes { startDate endDate tenants { displayName email } } }
        persons(first: 20) { nodes { displayName } }
        issues(first: 5) { nodes { title } }
      }
    }`,
    variables: (holdings) => Promise.resolve({ id: unitIdOf(letOnTheLastPage(holdings)) }),
    floor: (_, holdings) => {
      return {
        calls: [
          list('units of its property: only there are ended contracts', largest(holdings).length),
          list('property'),
          list('its tickets'),
          contacts(truthOf(holdings), letOnTheLastPage(holdings).personIds),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Contacts of sixty leases',
    query: `{
      leases(first: 60) { nodes { number unit { number } building { name } tenants { displayName } } }
    }`,
    floor: (answer: { leases: Nodes<unknown> }, holdings) => {
      const truth = truthOf(holdings);
      const { buildings, calls } = unitsUntil(truth, 60, ({ leaseIds }) => leaseIds.length);
      const tenants = truth.leases.slice(0, answer.leases.nodes.length).flatMap(({ tenantIds }) => tenantIds);
      return { calls: [list('properties', buildings), calls, contacts(truth, tenants)], waves: 3 };
    },
  },
  {
    title: 'Four levels down',
    query: `{
      buildings(first: 5) {
        nodes {
          name
          units(first: 10) { nodes { number leases(first: 3) { nodes { startDate tenants { displayName } } } } }
        }
      }
    }`,
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      const buildings = truth.buildings.slice(0, 5);
      const units = new Set(buildings.flatMap((building) => unitsOf(truth, building).slice(0, 10)));
      const leases = [...units].flatMap(({ leaseIds }) => leaseIds.slice(0, 3));
      return {
        calls: [
          list('properties', buildings.length),
          singles('lists of units, with their contracts', buildings),
          contacts(
            truth,
            truth.leases.filter(({ id }) => leases.includes(id)).flatMap(({ tenantIds }) => tenantIds),
          ),
        ],
        waves: 3,
      };
    },
  },
  {
    title: 'Contacts, and the staff',
    query: `{
      persons(first: 100) { nodes { displayName address { formatted } } pageInfo { hasNextPage } }
      staff: persons(first: 50, filter: { role: [STAFF] }) { nodes { displayName staffRole } pageInfo { hasNextPage } }
    }`,
    floor: (_, holdings) => ({
      // That contacts follow the fourth page, only the fifth can show.
      calls: [list('contacts', 101), toEnd('staff', staffIn(truthOf(holdings)))],
      waves: 1,
    }),
  },
  {
    title: 'Persons with units, leases, issues and documents',
    query: `{
      persons(first: 10) {
        nodes {
          displayName
          units(first: 5) { nodes { number building { name } } }
          leases(first: 5) { nodes { number } }
          issues(first: 5) { nodes { title } }
          documents(first: 5) { nodes { title } }
        }
      }
    }`,
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      return {
        calls: [list('contacts', 10), ...lookThrough(truth)],
        waves: 3,
      };
    },
  },
  {
    title: 'Units of a person',
    query: `query ($id: ID!) {
      person(id: $id) { displayName units(first: 10) { nodes { number building { name } } } }
    }`,
    variables: async ({ ids }) => ({ id: (await ids('persons', 1))[0] }),
    floor: (_, holdings) => {
      const [pagesOfProperties, units] = lookThrough(truthOf(holdings));
      return { calls: present([list('contact'), pagesOfProperties, units]), waves: 2 };
    },
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
          assignee { displayName }
          followers { displayName }
          documents(first: 5) { nodes { title subject { ... on Issue { title } } } }
        }
      }
    }`,
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      const tickets = rowsOf(holdings)
        .tickets.slice(0, 50)
        .map(({ row }) => row);
      const at = new Set(tickets.map(({ unitId }) => unitId));
      return {
        calls: [
          list('tickets', 50),
          properties(
            truth,
            tickets.map(({ propertyId }) => propertyId),
          ),
          unitsByRef(
            truth,
            truth.units.filter(({ id }) => at.has(id)),
          ),
          contacts(
            truth,
            tickets.flatMap((row) => [row.contactId, ...(row.sharedWithContacts ?? [])]),
          ),
          staff(
            truth,
            tickets.map(({ assignedToId }) => assignedToId),
          ),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Comments and tasks of issues',
    query: `{
      issues(first: 20) {
        nodes {
          title
          customFields { name }
          comments(first: 10) { nodes { text author { displayName } issue { title } } }
          tasks(first: 10) { nodes { title issue { title } createdBy { displayName } } }
        }
      }
    }`,
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      const tickets = rowsOf(holdings).tickets.slice(0, 20);
      return {
        calls: [
          list('tickets', 20),
          singles('tickets, with their comments and tasks', tickets),
          staff(
            truth,
            tickets.flatMap(({ more }) => [
              ...more.comments.slice(0, 10).map(({ authorId }) => authorId),
              ...more.tasks.map(({ createdById }) => createdById),
            ]),
          ),
        ],
        waves: 3,
      };
    },
  },
  {
    title: 'An issue by its id, with the whole of a long conversation',
    query: `query ($id: ID!) {
      issue(id: $id) {
        title
        comments(first: 50) { nodes { text authorName } pageInfo { hasNextPage } }
        tasks(first: 10) { nodes { title assignee { displayName } } }
      }
    }`,
    variables: (holdings) => Promise.resolve({ id: idOf('Issue', talkative(holdings).row.id) }),
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      const assignees = present(talkative(holdings).more.tasks.map(({ assignedToId }) => assignedToId));
      const isStaff = new Set(truth.persons.flatMap(({ key, id }) => (key.startsWith('staff:') ? id : [])));
      const clerks = assignees.filter((id) => isStaff.has(id));
      return {
        calls: [
          list('ticket, with its comments and tasks'),
          // Whose id it is, the record does not say ("External ID of the contact", with managers in the samples).
          contacts(truth, assignees),
          staff(truth, clerks),
        ],
        waves: clerks.length > 0 ? 3 : 2,
      };
    },
  },
  {
    title: 'Comments, tasks and documents by their ids',
    query: `query ($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Comment { text author { displayName } issue { title } }
        ... on Task { title createdBy { displayName } issue { title } }
        ... on Document { title subject { ... on Issue { title } } }
      }
    }`,
    variables: (holdings) => {
      const { ticket, documents } = severalOf(holdings);
      return Promise.resolve({
        ids: [
          ...ticket.more.comments.slice(0, 3).map(({ id }) => idOf('Comment', ticket.row.id, id)),
          ...ticket.more.tasks.map(({ id }) => idOf('Task', ticket.row.id, id)),
          ...ticket.row.attachments.map((id) => idOf('Document', 'ticket', ticket.row.id, String(id))),
          ...documents.map(({ id }) => idOf('Document', 'document', id)),
        ],
      });
    },
    floor: (_, holdings) => {
      const { ticket, documents } = severalOf(holdings);
      return {
        calls: [
          list('ticket, with its comments, tasks and attachments'),
          singles('documents of the document interface', documents),
          staff(truthOf(holdings), [
            ...ticket.more.comments.slice(0, 3).map(({ authorId }) => authorId),
            ...ticket.more.tasks.map(({ createdById }) => createdById),
          ]),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Documents and what they belong to',
    query: `{
      documents(first: 50) { nodes { title subject { ... on Issue { title unit { number } building { name } } } } }
    }`,
    floor: (answer: { documents: Nodes<unknown> }, holdings) => {
      const truth = truthOf(holdings);
      const documents = truth.documents.slice(0, answer.documents.nodes.length);
      const owners = new Set(documents.map(({ subjectId }) => subjectId));
      const issues = truth.issues.filter(({ id }) => owners.has(id));
      const at = new Set(issues.map(({ unitId }) => unitId));
      const last = truth.issues.findLastIndex(({ id }) => owners.has(id));
      return {
        calls: [
          list('tickets', last + 1),
          properties(
            truth,
            issues.map(({ buildingId }) => buildingId),
          ),
          unitsByRef(
            truth,
            truth.units.filter(({ id }) => at.has(id)),
          ),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'A hundred nodes of five types',
    query: `query ($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Building { name }
        ... on Unit { number }
        ... on Person { displayName }
        ... on Lease { number }
        ... on Issue { title }
      }
    }`,
    variables: async ({ ids }) => {
      const lists = ['buildings', 'units', 'persons', 'leases', 'issues'] as const;
      return { ids: (await Promise.all(lists.map((each) => ids(each, 20)))).flat() };
    },
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      const twenty = Array.from({ length: 20 }, (_each, index) => index);
      return {
        calls: [
          records('properties', twenty, truth.buildings.length),
          list('units of the first property, with their contracts', truth.buildings[0]?.unitIds.length),
          records('contacts', twenty, contactsIn(truth)),
          records('tickets', twenty, truth.issues.length),
        ],
        waves: 1,
      };
    },
  },
  {
    title: 'The same list under two aliases',
    query: `{
      one: issues(first: 20) { nodes { title building { name } } }
      other: issues(first: 20) { nodes { building { name } reporter { displayName } } }
    }`,
    floor: (_, holdings) => {
      const truth = truthOf(holdings);
      const issues = truth.issues.slice(0, 20);
      return {
        calls: [
          list('tickets', 20),
          properties(
            truth,
            issues.map(({ buildingId }) => buildingId),
          ),
          contacts(
            truth,
            issues.map(({ reporterId }) => reporterId),
          ),
        ],
        waves: 2,
      };
    },
  },
  {
    title: 'Ids alone, of open issues',
    query: `{
      issues(first: 25, filter: { status: [OPEN] }) {
        nodes { title unit { id } building { id } reporter { id } followers { id } }
        pageInfo { hasNextPage }
      }
    }`,
    floor: (_, holdings) => ({
      calls: [
        toEnd(
          'open tickets',
          Math.min(
            25,
            truthOf(holdings).issues.filter(({ providerStatus }) => providerStatus === 'OPEN').length,
          ),
        ),
      ],
      waves: 1,
    }),
  },
];

/** All units with their contracts, and all tickets: what is looked through for a person. */
function lookThrough(truth: CasaviTruth): readonly FloorCalls[] {
  return [
    list('properties', truth.buildings.length),
    sum(
      'units of each property',
      truth.buildings.map(({ unitIds }) => list('units', unitIds.length)),
    ),
    toEnd('tickets', truth.issues.length),
  ];
}

/** The units of the property that has most. */
function largest(holdings: Holdings): readonly TrueUnit[] {
  const truth = truthOf(holdings);
  const [property] = [...truth.buildings].sort((one, other) => other.unitIds.length - one.unitIds.length);
  return property === undefined ? [] : unitsOf(truth, property);
}

/** A unit of it that stands on the last page of its list, and has had tenants. */
function letOnTheLastPage(holdings: Holdings): TrueUnit {
  const units = largest(holdings);
  const unit = units.slice(-(units.length % pageSize)).find(({ personIds }) => personIds.length > 0);
  if (unit === undefined) throw new TypeError('nobody has a contract for a unit on the last page');
  return unit;
}

/** The ticket with most comments. */
function talkative(holdings: Holdings) {
  const [ticket] = [...rowsOf(holdings).tickets].sort(
    (one, other) => other.more.comments.length - one.more.comments.length,
  );
  if (ticket === undefined) throw new TypeError('the sandbox holds no tickets');
  return ticket;
}

/** A ticket with comments, tasks and attachments, and documents of the document interface. */
function severalOf(holdings: Holdings) {
  const { tickets, documents } = rowsOf(holdings);
  const [ticket] = tickets
    .filter(
      ({ row, more }) => row.attachments.length > 0 && more.tasks.length > 0 && more.comments.length > 0,
    )
    .sort((one, other) => other.more.tasks.length - one.more.tasks.length);
  if (ticket === undefined) throw new TypeError('the sandbox holds no ticket with everything');
  return { ticket, documents: documents.slice(0, 5) };
}
