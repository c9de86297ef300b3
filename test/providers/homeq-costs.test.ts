import { beforeEach, describe, expect, it } from 'vitest';
import { createLoaders } from '../../resolvers/homeq/loaders.js';
import type { NodeType, Ref } from '../../src/domain/index.js';
import type { EdgeLoader, Port, RecordLoader } from '../../src/domain/provider.js';
import type { Session } from '../../src/http/session.js';
import type { Ask, Listing } from '../../src/pagination/listing.js';
import { start } from '../../src/pagination/position.js';
import { callsOf, type Cost } from '../../src/plan/cost.js';
import { createDrift } from '../../src/wire/drift.js';
import { fakeHomeq, homeqSettings, upTo, type FakeHomeq, type Operation } from './homeq/server.js';

/**
 * What is reckoned beforehand is what is called, on a portfolio whose lists fill their pages to the last row: 4 estates of 5
 * apartments each with 3 agreements each. The inventory comes 10 rows to a page, agreements 20.
 */
const estates = upTo(4);
const apartments = upTo(20);
const agreements = upTo(60);

const estateOf = (apartment: number): number => Math.ceil(apartment / 5);
const apartmentOf = (agreement: number): number => Math.ceil(agreement / 3);

function answer(path: string, query: Readonly<Record<string, string>>): unknown {
  const { type, offset = '0', amount = '10', page = '1' } = query;
  const matches = (parameter: string, id: number): boolean =>
    query[parameter] === undefined || query[parameter] === String(id);
  const estate = (id: number) => ({ id, name: 'A', office: { id: 1, name: 'A' } });
  const cut = <R>(rows: readonly R[], from: number, size: number) => ({
    results: rows.slice(from, from + size),
    total: rows.length,
  });
  if (path.includes('inventory')) {
    const rows: readonly object[] =
      type === 'estate'
        ? estates.filter((id) => matches('estate.id', id)).map((id) => ({ type, estate: estate(id) }))
        : apartments
            .filter((id) => matches('apartment.id', id) && matches('estate.id', estateOf(id)))
            .map((id) => ({ type, apartment: { id }, estate: estate(estateOf(id)) }));
    return cut(rows, Number(offset), Number(amount));
  }
  if (path.includes('agreements')) {
    const rows = agreements
      .filter((id) => matches('apartment_id', apartmentOf(id)))
      .map((id) => ({
        id,
        apartment_id: apartmentOf(id),
        user_profile_id: id,
        digital_contract: 'https://files.example/a',
        profile_card: 'https://files.example/b',
      }));
    return cut(rows, 20 * (Number(page) - 1), 20);
  }
  const staff = upTo(4).map((id) => ({ id, first_name: 'A', name: 'A', root_office_name: 'A' }));
  if (path.includes('employee_id')) return { employees: staff.slice(0, 1) };
  if (path.includes('employees')) return { employees: staff };
  return { description: 'A' };
}

const refs = <T extends NodeType>(type: T, ids: readonly (number | string)[]): readonly Ref<T>[] =>
  ids.map((id) => ({ type, source: 'homeq', key: String(id).split(':') }));
const asks = (limit: number, needMore = false): Ask => ({ from: start, limit, needMore, needTotal: false });
const fieldsOf = (...names: string[]): ReadonlySet<string> => new Set(names);

type Loaders = Omit<Port, 'acceptsKey' | 'links'>;
let server: FakeHomeq;
let port: Loaders;
const create = (own: object = {}): void => {
  const settings = homeqSettings({ pageSize: 10, ...own });
  port = createLoaders(settings, { source: 'homeq', provider: 'HOMEQ' }, createDrift());
};
beforeEach(() => {
  server = fakeHomeq(answer);
  create();
});

/** What is compared: the reckoning, and the same thing done. */
interface Step {
  cost(): Cost;
  run(session: Session): Promise<unknown>;
}

const loaderOf = <L extends keyof Loaders>(name: L) => port[name] as NonNullable<Loaders[L]>;

/** The rows of an edge, for all parents at once. */
function edge<P extends NodeType>(
  name: keyof Loaders,
  parent: `${Lowercase<P>}ById` & keyof Loaders,
  parents: readonly Ref<P>[],
  ask: Ask,
): Step {
  const loader = loaderOf(name) as unknown as EdgeLoader<P, NodeType>;
  const like = () =>
    (loaderOf(parent) as unknown as RecordLoader<P>).sample(parents[0] as Ref<P>, fieldsOf());
  return {
    cost: () => loader.cost(parents.length, like(), ask),
    async run(session) {
      const listings: readonly Listing<unknown>[] =
        loader.needs === 'ref'
          ? loader.open(session, parents)
          : loader.open(
              session,
              parents.map(() => like()),
            );
      const slices = await Promise.all(listings.map((listing) => listing.read(ask)));
      for (const { rows } of slices) expect(rows.length).toBeGreaterThan(0);
    },
  };
}

/** Records by their refs. */
function records<T extends NodeType>(
  name: keyof Loaders,
  wanted: readonly Ref<T>[],
  ...fields: string[]
): Step {
  const loader = loaderOf(name) as unknown as RecordLoader<T>;
  return {
    cost: () => loader.cost({ count: wanted.length, refs: wanted }, fieldsOf(...fields)),
    async run(session) {
      const found = await loader.load(session, wanted, fieldsOf(...fields));
      expect(found.every((record) => record !== null && !(record instanceof Error))).toBe(true);
    },
  };
}

/** A window on a root list. */
function list(name: 'buildings' | 'units' | 'leases' | 'documents' | 'persons', ask: Ask, filter = {}): Step {
  const open = (session: Session): Listing<unknown> => loaderOf(name).list(session, filter);
  return {
    cost: () => open(idle).cost(ask),
    async run(session) {
      expect((await open(session).read(ask)).rows).toHaveLength(ask.limit);
    },
  };
}
const idle = fakeHomeq(() => null).open().session;

async function perform(step: Step): Promise<Operation> {
  const operation = server.open();
  await step.run(operation.session);
  return operation;
}

const tenant = (id: number): string => `tenant:${id}`;
const lease = (id: number): string => `${id}:${apartmentOf(id)}`;

const steps: readonly (readonly [string, () => Step])[] = [
  ['a window on the estates', () => list('buildings', asks(4))],
  ['a window on the apartments', () => list('units', asks(20, true))],
  ['apartments of two estates', () => list('units', asks(10), { building: refs('Building', [1, 2]) })],
  ['a window on the agreements', () => list('leases', asks(40))],
  ['leases of two units', () => list('leases', asks(6), { unit: refs('Unit', [1, 2]) })],
  ['leases of one person', () => list('leases', asks(1), { person: refs('Person', [tenant(5)]) })],
  ['a window on the documents', () => list('documents', asks(80))],
  ['a window on documents of a kind', () => list('documents', asks(20), { kind: ['PROFILE_CARD'] })],
  ['the employees', () => list('persons', asks(4))],

  ['one unit', () => records('unitById', refs('Unit', [3]))],
  ['two units', () => records('unitById', refs('Unit', [3, 4]))],
  ['all units', () => records('unitById', refs('Unit', apartments))],
  [
    'all units, with what only their own answers tell',
    () => records('unitById', refs('Unit', apartments), 'number', 'description'),
  ],
  [
    'one building, with what only its own answer tells',
    () => records('buildingById', refs('Building', [2]), 'ownerName'),
  ],
  [
    'one building, and all employees',
    () => records('buildingById', refs('Building', [2]), 'name', 'persons'),
  ],
  ['details of units', () => records('unitDetail', refs('Unit', [1, 2, 3]), 'amenities')],
  ['one lease', () => records('leaseById', refs('Lease', [lease(7)]))],
  ['leases of all units', () => records('leaseById', refs('Lease', [1, 4, 7, 10, 13].map(lease)))],
  ['a document', () => records('documentById', refs('Document', ['digital-contract:3:7']))],
  ['a tenant', () => records('personById', refs('Person', [tenant(9)]))],
  ['an employee', () => records('personById', refs('Person', ['employee:1']), 'displayName')],
  [
    'an employee, by both of his answers',
    () => records('personById', refs('Person', ['employee:1']), 'createdAt', 'phones'),
  ],

  ['units of one building', () => edge('unitsOfBuilding', 'buildingById', refs('Building', [2]), asks(5))],
  [
    'units of one building, and whether there are more',
    () => edge('unitsOfBuilding', 'buildingById', refs('Building', [2]), asks(5, true)),
  ],
  [
    'units of all buildings',
    () => edge('unitsOfBuilding', 'buildingById', refs('Building', estates), asks(5)),
  ],
  ['leases of one building', () => edge('leasesOfBuilding', 'buildingById', refs('Building', [2]), asks(15))],
  [
    'leases of all buildings',
    () => edge('leasesOfBuilding', 'buildingById', refs('Building', estates), asks(15)),
  ],
  [
    'documents of one building',
    () => edge('documentsOfBuilding', 'buildingById', refs('Building', [2]), asks(30)),
  ],
  [
    'persons of all buildings',
    () => edge('personsOfBuilding', 'buildingById', refs('Building', estates), asks(4)),
  ],
  ['leases of one unit', () => edge('leasesOfUnit', 'unitById', refs('Unit', [3]), asks(3))],
  ['leases of three units', () => edge('leasesOfUnit', 'unitById', refs('Unit', [3, 4, 5]), asks(3))],
  ['leases of all units by edge', () => edge('leasesOfUnit', 'unitById', refs('Unit', apartments), asks(3))],
  ['documents of two units', () => edge('documentsOfUnit', 'unitById', refs('Unit', [3, 4]), asks(6))],
  ['documents of all units', () => edge('documentsOfUnit', 'unitById', refs('Unit', apartments), asks(6))],
  ['units of a tenant', () => edge('unitsOfPerson', 'personById', refs('Person', [tenant(7)]), asks(1))],
  [
    'leases of two tenants',
    () => edge('leasesOfPerson', 'personById', refs('Person', [tenant(7), tenant(60)]), asks(1)),
  ],
  [
    'documents of a tenant',
    () => edge('documentsOfPerson', 'personById', refs('Person', [tenant(7)]), asks(2)),
  ],
];

/** Looks at everything once, so that the sizes of all lists are known. */
async function lookAround(): Promise<void> {
  for (const [, make] of steps) await perform(make());
  for (const one of apartments) await perform(edge('leasesOfUnit', 'unitById', refs('Unit', [one]), asks(9)));
}

describe('where the lists are known', () => {
  it.each(steps)('%s: as many calls as were reckoned', async (_, make) => {
    await lookAround();
    const step = make();
    const cost = step.cost();
    const { calls } = await perform(step);
    expect({ calls: callsOf(cost), byPath: byPath(cost) }).toEqual({
      calls: calls.length,
      byPath: tally(calls.map(({ path }) => [path, 1])),
    });
  });
});

describe('where nothing is known', () => {
  it.each(steps)('%s: no more calls than were reckoned', async (_, make) => {
    // One page of the inventory is nearly always everything: that much is assumed.
    create({ pageSize: 500 });
    const step = make();
    const cost = step.cost();
    const { calls } = await perform(step);
    expect(callsOf(cost)).toBeGreaterThanOrEqual(calls.length);
  });
});

it('reckons with the whole budget of a scan where the agreements are more', async () => {
  await lookAround();
  create({ limits: { scanCalls: 2 } });
  await lookAroundIn('leases');
  const step = records('personById', refs('Person', [tenant(9)]));
  expect(callsOf(step.cost())).toBe(2);
  expect((await perform(step)).calls).toHaveLength(2);
});

it('reckons nothing for what hangs on employees', () => {
  for (const name of ['unitsOfPerson', 'leasesOfPerson', 'documentsOfPerson'] as const) {
    const one = edge(name, 'personById', refs('Person', ['employee:1']), asks(5));
    expect(callsOf(one.cost())).toBe(0);
    // Unless a client names several persons: there may be a tenant among them.
    const several = edge(name, 'personById', refs('Person', ['employee:1', tenant(7)]), asks(5));
    expect(callsOf(several.cost())).toBeGreaterThan(0);
  }
});

it('names the calls that edges of the same parents share', () => {
  const building = loaderOf('buildingById').sample(refs('Building', [1])[0] as Ref<'Building'>, fieldsOf());
  const [leases, documents] = (['leasesOfBuilding', 'documentsOfBuilding'] as const).map((name) =>
    loaderOf(name)
      .cost(1, building, asks(5))
      .calls.map(({ path, sharedByParents }) => [path, sharedByParents]),
  );
  expect(leases?.every(([, name]) => name !== undefined)).toBe(true);
  expect(documents).toEqual(leases);
});

async function lookAroundIn(name: 'leases'): Promise<void> {
  await perform(list(name, asks(20)));
}

function byPath({ calls }: Cost): Readonly<Record<string, number>> {
  return tally(calls.map(({ path, calls: most }) => [path, most]));
}

function tally(entries: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [name, count] of entries) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
