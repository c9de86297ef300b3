import { beforeAll, describe, expect, it } from 'vitest';
import type { NodeRecord, NodeType, RecordOf, Ref } from '../../src/domain/index.js';
import type { EdgeLoader, Port, RecordLoader } from '../../src/domain/provider.js';
import type { Session } from '../../src/http/session.js';
import { readAll, type Ask, type Listing } from '../../src/pagination/listing.js';
import { start } from '../../src/pagination/position.js';
import { inTurn, type Cost } from '../../src/plan/cost.js';
import { createWorld, type World } from './casavi/world.js';

const ref = <T extends NodeType>(type: T, ...key: readonly string[]): Ref<T> => ({
  type,
  source: 'casavi',
  key,
});
const window = (limit: number, needMore = true): Ask => ({ from: start, limit, needMore, needTotal: false });

/** What is asked of the port in one go, and what it said beforehand that this costs. */
interface Case {
  readonly cost: Cost;
  readonly read: (session: Session) => Promise<unknown>;
}

/** The rows of several parents. */
function edge<P extends NodeType, T extends NodeType>(
  loader: EdgeLoader<P, T> | undefined,
  like: RecordOf<P>,
  parents: readonly (Ref<P> | RecordOf<P>)[],
  ask: Ask,
): Case {
  if (loader === undefined) throw new Error('the port has no such edge');
  return {
    cost: loader.cost(parents.length, like, ask),
    read: (session) => {
      const open = loader.open as (
        session: Session,
        parents: readonly unknown[],
      ) => readonly Listing<NodeRecord>[];
      return Promise.all(open(session, parents).map((listing) => listing.read(ask)));
    },
  };
}

function byId<T extends NodeType>(
  loader: RecordLoader<T> | undefined,
  refs: readonly Ref<T>[],
  fields: readonly string[] = [],
  known = true,
): Case {
  if (loader === undefined) throw new Error('the port has no such loader');
  const names = new Set(fields);
  return {
    cost: loader.cost({ count: refs.length, ...(known ? { refs } : {}) }, names),
    read: (session) => loader.load(session, refs, names),
  };
}

/** One after the other, in the same operation. */
function inHand(first: Case, then: Case): Case {
  return {
    cost: inTurn(first.cost, then.cost),
    read: async (session) => {
      await first.read(session);
      await then.read(session);
    },
  };
}

function list(listing: (session: Session) => Listing<unknown>, ask: Ask, world: World): Case {
  return {
    cost: listing(world.session()).cost(ask),
    read: (session) => listing(session).read(ask),
  };
}

/** Everything that can be asked of a port, each with as much as there is. */
function casesOf(world: World, port: Port): Readonly<Record<string, Case>> {
  const buildings = world.properties.map(({ id }) => ref('Building', id));
  const units = world.units.map(({ id, propertyId }) => ref('Unit', propertyId, id));
  const leases = world.units.map(({ id, propertyId }) => ref('Lease', propertyId, id, `${id}-L`));
  const contacts = world.contacts.map(({ id }) => ref('Person', 'contact', id));
  const issues = world.tickets.map(({ id }) => ref('Issue', id));
  const [property, unit, issue, contact] = [buildings[0], units[0], issues[0], contacts[0]];
  if (property === undefined || unit === undefined || issue === undefined || contact === undefined)
    throw new Error('the world is empty');

  const building = () => port.buildings?.sample({}) as RecordOf<'Building'>;
  const listedUnit = () => port.unitsOfBuilding?.sample(building()) as RecordOf<'Unit'>;
  const single = port.unitById?.sample(unit, new Set()) as RecordOf<'Unit'>;
  const ticket = () => port.issues?.sample({}) as RecordOf<'Issue'>;
  const person = () => port.persons?.sample({}) as RecordOf<'Person'>;
  const eachUnits = world.units.length / world.properties.length;
  const eachTickets = world.tickets.length / world.units.length;
  const eachContacts = world.contacts.length / world.units.length;
  const inProperty = eachUnits * eachTickets;

  return {
    'all buildings': list(
      (s) => port.buildings?.list(s, {}) as Listing<unknown>,
      window(buildings.length),
      world,
    ),
    'all units': list((s) => port.units?.list(s, {}) as Listing<unknown>, window(units.length), world),
    'some units': list((s) => port.units?.list(s, {}) as Listing<unknown>, window(eachUnits, false), world),
    'all leases': list((s) => port.leases?.list(s, {}) as Listing<unknown>, window(units.length), world),
    'all persons': list(
      (s) => port.persons?.list(s, {}) as Listing<unknown>,
      window(contacts.length + world.staff.length),
      world,
    ),
    'some persons': list((s) => port.persons?.list(s, {}) as Listing<unknown>, window(30), world),
    'all issues': list((s) => port.issues?.list(s, {}) as Listing<unknown>, window(issues.length), world),
    'all documents': list(
      (s) => port.documents?.list(s, {}) as Listing<unknown>,
      window(issues.length),
      world,
    ),
    'units by building': list(
      (s) => port.units?.list(s, { building: [property] }) as Listing<unknown>,
      window(eachUnits),
      world,
    ),
    'leases by unit': list(
      (s) => port.leases?.list(s, { unit: [unit] }) as Listing<unknown>,
      window(1),
      world,
    ),
    'leases by person': list(
      (s) => port.leases?.list(s, { person: [contact] }) as Listing<unknown>,
      window(1),
      world,
    ),
    'issues by building': list(
      (s) => port.issues?.list(s, { building: [property] }) as Listing<unknown>,
      window(inProperty),
      world,
    ),
    'issues by unit': list(
      (s) => port.issues?.list(s, { unit: [unit] }) as Listing<unknown>,
      window(eachTickets),
      world,
    ),
    'issues by all units': list(
      (s) => port.issues?.list(s, { unit: units }) as Listing<unknown>,
      window(issues.length),
      world,
    ),

    'units of buildings': edge(port.unitsOfBuilding, building(), buildings, window(eachUnits)),
    'leases of buildings': edge(port.leasesOfBuilding, building(), buildings, window(eachUnits)),
    'issues of buildings': edge(port.issuesOfBuilding, building(), buildings, window(inProperty)),
    'some issues of buildings': edge(port.issuesOfBuilding, building(), buildings, window(3)),
    'issues of a building': edge(port.issuesOfBuilding, building(), [property], window(inProperty)),
    'documents of buildings': edge(port.documentsOfBuilding, building(), buildings, window(inProperty)),
    'leases of units': edge(port.leasesOfUnit, single, [unit], window(1)),
    'persons of units in hand': inHand(
      edge(port.unitsOfBuilding, building(), buildings, window(eachUnits)),
      edge(port.personsOfUnit, listedUnit(), units, window(eachContacts)),
    ),
    'persons of a unit': edge(port.personsOfUnit, single, [unit], window(eachContacts, false)),
    'one person of each unit': edge(port.personsOfUnit, single, units, window(1, false)),
    'issues of units': edge(port.issuesOfUnit, listedUnit(), units, window(eachTickets)),
    'issues of a unit': edge(port.issuesOfUnit, single, [unit], window(eachTickets)),
    'documents of units': edge(port.documentsOfUnit, listedUnit(), units, window(eachTickets)),
    'units of a person': edge(port.unitsOfPerson, person(), [contact], window(1)),
    'units of persons': edge(port.unitsOfPerson, person(), contacts.slice(0, 5), window(1)),
    'leases of persons': edge(port.leasesOfPerson, person(), contacts.slice(0, 5), window(1)),
    'issues of persons': edge(port.issuesOfPerson, person(), contacts.slice(0, 5), window(eachTickets)),
    'documents of persons': edge(port.documentsOfPerson, person(), contacts.slice(0, 5), window(eachTickets)),
    'comments of issues': edge(
      port.commentsOfIssue,
      ticket(),
      issues.slice(0, 25),
      window(world.comments.length),
    ),
    'tasks of issues': edge(port.tasksOfIssue, ticket(), issues.slice(0, 25), window(world.comments.length)),

    'buildings by id': byId(port.buildingById, buildings),
    'a building by id': byId(port.buildingById, buildings.slice(0, 1)),
    'units by id': byId(port.unitById, units),
    'a unit by id': byId(port.unitById, [unit]),
    'units by id, with their leases': byId(port.unitById, units, ['leases']),
    'leases by id': byId(port.leaseById, leases),
    'persons by id': byId(port.personById, contacts),
    'few persons by id': byId(port.personById, contacts.slice(0, 3)),
    'issues by id': byId(port.issueById, issues),
    'issues by id, with their comments': byId(port.issueById, issues.slice(0, 25), ['comments']),
    'documents by id': byId(
      port.documentById,
      issues.map(({ key: [id = ''] }) => ref('Document', 'ticket', id, '1')),
    ),
    'tasks by id': byId(
      port.taskById,
      issues.slice(0, 25).flatMap(({ key: [id = ''] }) => [ref('Task', id, 'A0'), ref('Task', id, 'A1')]),
    ),
    'comments by id': byId(
      port.commentById,
      issues.slice(0, 25).map(({ key: [id = ''] }) => ref('Comment', id, 'K0')),
    ),
  };
}

/** Worlds of lists that fill their pages, that do not, and that hang on few or many. */
const worlds = {
  'five properties of a page of units': createWorld({
    properties: 5,
    unitsEach: 25,
    contactsEach: 4,
    ticketsEach: 2,
    commentsEach: 5,
    staff: 25,
  }),
  'thirty properties of four units': createWorld({
    properties: 30,
    unitsEach: 4,
    contactsEach: 1,
    ticketsEach: 5,
    commentsEach: 25,
    staff: 3,
  }),
  'three properties of many tickets': createWorld({
    properties: 3,
    unitsEach: 2,
    contactsEach: 1,
    ticketsEach: 50,
    commentsEach: 30,
    staff: 3,
  }),
};
const names = Object.keys(
  casesOf(
    worlds['five properties of a page of units'],
    worlds['five properties of a page of units'].connect(),
  ),
);

/** Reads all lists, so that their lengths are known. */
async function see(world: World, port: Port): Promise<void> {
  const session = world.session();
  for (const name of ['buildings', 'units', 'leases', 'persons', 'issues', 'documents'] as const) {
    await readAll(port[name]?.list(session, {}) as Listing<unknown>);
  }
  for (const { cost, read } of Object.values(casesOf(world, port))) {
    expect(cost.waves).toBeGreaterThanOrEqual(0);
    await read(world.session());
  }
}

/** What is shared within an operation, or by edges of the same parents, is asked once: the most of it that anybody asks. */
function merged(...costs: readonly Cost[]): number {
  const shared = new Map<string, number>();
  let alone = 0;
  for (const { path, calls, ...alike } of costs.flatMap((cost) => cost.calls)) {
    const name = alike.shared ?? alike.sharedByParents;
    if (name === undefined) alone += calls;
    else shared.set(`${path} ${name}`, Math.max(calls, shared.get(`${path} ${name}`) ?? 0));
  }
  return [...shared.values()].reduce((sum, calls) => sum + calls, alone);
}

describe.each(Object.entries(worlds))('what casavi may be asked, in a world of %s', (_, world) => {
  let known: Port;
  beforeAll(async () => {
    known = world.connect();
    await see(world, known);
  });
  const callsIn = async (read: Case['read']): Promise<number> => {
    world.asked.splice(0);
    await read(world.session());
    return world.asked.length;
  };

  it.each(names)('%s: never more than was said, of lists that nobody has seen', async (name) => {
    const { cost, read } = casesOf(world, world.connect())[name] as Case;
    expect(await callsIn(read)).toBeLessThanOrEqual(merged(cost));
  });

  it.each(names)('%s: just what was said, once the lists are known', async (name) => {
    const { cost, read } = casesOf(world, known)[name] as Case;
    expect(await callsIn(read)).toBe(merged(cost));
  });

  it('several edges of the same parents: what they have in common is said once', async () => {
    const buildings = world.properties.map(({ id }) => ref('Building', id));
    const like = known.buildings?.sample({}) as RecordOf<'Building'>;
    for (const parents of [buildings, buildings.slice(0, 1)]) {
      const units = window(world.units.length / buildings.length);
      const tickets = window(world.tickets.length / buildings.length);
      const cases = [
        edge(known.unitsOfBuilding, like, parents, units),
        edge(known.leasesOfBuilding, like, parents, units),
        edge(known.issuesOfBuilding, like, parents, tickets),
        edge(known.documentsOfBuilding, like, parents, tickets),
      ];
      const calls = await callsIn((session) => Promise.all(cases.map(({ read }) => read(session))));
      expect(calls).toBe(merged(...cases.map(({ cost }) => cost)));
    }
  });
});
