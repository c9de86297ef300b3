import { describe, expect, it } from 'vitest';
import { casaviTruth } from '../../resolvers/casavi/sandbox.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox.js';
import { bareReference, realThings, type RealThing } from '../../src/sandbox/identity.js';
import { createPortfolio, type Portfolio, type SystemName } from '../../src/sandbox/portfolio.js';
import type { TruePerson } from '../../src/sandbox/truth.js';

const truthsOf = (portfolio: Portfolio) => ({
  pigello: pigelloTruth(portfolio),
  facilitee: faciliteeTruth(portfolio),
  homeq: homeqTruth(portfolio),
  casavi: casaviTruth(portfolio),
});
const portfolio = createPortfolio();
const truths = truthsOf(portfolio);
const things = realThings(portfolio, truths);
const SYSTEMS = Object.keys(truths) as SystemName[];
const LISTS = ['buildings', 'units', 'persons'] as const;
const originals = new Map(
  LISTS.flatMap((list) => portfolio[list].map(({ key, reference }) => [key, reference])),
);

describe('references', () => {
  it.each(LISTS)('of %s are spelled anew in HomeQ and Facilitee, a few of them', (list) => {
    for (const system of SYSTEMS) {
      const shown = truths[system][list].filter(
        ({ externalId }) => externalId !== null && !externalId.startsWith('PU-'),
      );
      const anew = shown.filter(({ real, externalId }) => externalId !== originals.get(real));
      const typed = system === 'facilitee' || (system === 'homeq' && list !== 'persons');
      expect(anew.length > 0).toBe(typed);
      expect(anew.length).toBeLessThanOrEqual(shown.length / 2);
      for (const { real, externalId } of shown)
        expect(bareReference(externalId ?? '')).toBe(bareReference(originals.get(real) ?? ''));
    }
  });

  it.each([1, 2, 3, 4, 5])('are never those of something else, nor are national ids (seed %i)', (seed) => {
    const drawn = createPortfolio({ seed });
    const all = truthsOf(drawn);
    for (const list of LISTS) {
      const realOf = new Map<string, string>();
      for (const { real, externalId } of SYSTEMS.flatMap((system) => [...all[system][list]])) {
        if (externalId === null) continue;
        const bare = bareReference(externalId);
        expect(realOf.get(bare) ?? real).toBe(real);
        realOf.set(bare, real);
      }
    }
    const nationalIds = drawn.persons.flatMap(({ nationalId }) => nationalId ?? []);
    expect(new Set(nationalIds).size).toBe(nationalIds.length);
  });
});

describe('near misses', () => {
  it('two buildings stand in one street, in different systems, with an apartment of the same number', () => {
    const [one, other] = ['H-1013', 'H-1015'].map((reference) =>
      portfolio.buildings.find((building) => building.reference === reference),
    );
    expect(other?.address).toMatchObject({
      street: one?.address.street,
      postalCode: one?.address.postalCode,
    });
    expect(other?.address.houseNumber).not.toBe(one?.address.houseNumber);
    expect([one?.systems, other?.systems]).toEqual([['pigello'], ['pigello', 'homeq']]);
    const numbers = (building: typeof one) =>
      portfolio.units.flatMap(({ buildingKey, nationalNumber }) =>
        buildingKey === building?.key ? nationalNumber : [],
      );
    expect(numbers(one)).toContain('1101');
    expect(numbers(other)).toEqual(['1101']);
  });

  it('two persons have the same name in different systems', () => {
    const name = ({ firstName, lastName }: { firstName: string | null; lastName: string | null }) =>
      `${firstName} ${lastName}`;
    const found = portfolio.persons.filter((person) => name(person) === 'Sebastian Straßer');
    expect(found.map(({ key, systems }) => [key, systems])).toEqual([
      ['person-103', ['facilitee']],
      ['person-629', ['casavi']],
    ]);
    const facilitee = truths.facilitee.persons.find(({ real }) => real === 'person-103');
    const casavi = truths.casavi.persons.find(({ real }) => real === 'person-629');
    expect(casavi && name(casavi)).toBe(facilitee?.name);
    expect(casavi?.email).not.toBe(facilitee?.email);
  });

  it('Facilitee has units with a number of its own that casavi knows, too', () => {
    const made = new Set(
      truths.facilitee.units
        .filter(({ externalId }) => externalId?.startsWith('PU-'))
        .map(({ real }) => real),
    );
    expect(truths.casavi.units.some(({ real }) => made.has(real))).toBe(true);
  });
});

describe('real things', () => {
  const several = (list: readonly RealThing[]) => list.filter(({ records }) => records.length > 1);
  const unprovable = (list: readonly RealThing[]) =>
    list.flatMap((thing) => thing.unprovable.map((record) => ({ ...record, real: thing.real })));

  it('name every record of every system once', () => {
    for (const list of LISTS) {
      const named = things[list].flatMap(({ records }) => records.map(({ system, id }) => `${system} ${id}`));
      const held = SYSTEMS.flatMap((system) => {
        const tenants = system === 'homeq' && list === 'persons' ? truths.homeq.tenants : [];
        const records: readonly { id: string; key?: string }[] = [...truths[system][list], ...tenants];
        return records.map(({ id, key }) => `${system} ${key ?? id}`);
      });
      expect(named.sort()).toEqual(held.sort());
      expect(new Set(named).size).toBe(named.length);
      for (const { real } of things[list]) expect(originals.has(real)).toBe(true);
    }
  });

  it('are known to several systems in good part', () => {
    expect(LISTS.map((list) => several(things[list]).length)).toEqual([23, 323, 449]);
  });

  it('can be proven, but for units without any number and companies without a name', () => {
    expect(unprovable(things.buildings)).toEqual([]);
    for (const { system, id } of unprovable(things.units)) {
      const record = truths[system].units.find((unit) => unit.id === id);
      if (system === 'facilitee') expect(record?.externalId).toMatch(/^PU-/);
      else expect([system, record?.externalId, record?.number]).toEqual(['homeq', null, null]);
    }
    expect(
      unprovable(things.units)
        .map(({ system }) => system)
        .sort(),
    ).toEqual([...Array<string>(13).fill('facilitee'), ...Array<string>(2).fill('homeq')]);
    const tenants: readonly TruePerson[] = truths.homeq.tenants;
    expect(unprovable(things.persons)).toHaveLength(5);
    for (const { system, real } of unprovable(things.persons)) {
      expect(system).toBe('homeq');
      const named = tenants.find((tenant) => tenant.real === real);
      expect(named).toMatchObject({ firstName: null, lastName: null });
    }
  });

  it('are told by an address, a national number, a national id, or mail and name where there is no reference', () => {
    const of = (list: keyof typeof things, system: SystemName, id: string) =>
      things[list].find(({ records }) =>
        records.some((record) => record.system === system && record.id === id),
      );
    const estate = truths.homeq.buildings.find(({ externalId }) => externalId === null);
    expect(of('buildings', 'homeq', estate?.id ?? '')).toMatchObject({
      records: [{ system: 'pigello' }, { system: 'homeq' }],
      unprovable: [],
    });
    const unit = truths.homeq.units.find(({ externalId, number }) => externalId === null && number !== null);
    expect(of('units', 'homeq', unit?.id ?? '')?.records[0]?.system).toBe('pigello');
    expect(of('units', 'homeq', unit?.id ?? '')?.unprovable).toEqual([]);
    // Of an employee HomeQ shows a national id, but casavi does not.
    const employee = things.persons.find(
      ({ records }) => records.length > 1 && records.some(({ id }) => id.startsWith('employee:')),
    );
    expect(employee?.records.map(({ system }) => system)).toEqual(['homeq', 'casavi']);
    expect(employee?.unprovable).toEqual([]);
  });

  it('are one where Facilitee has somebody twice, in two roles', () => {
    const [manager] = portfolio.persons.filter(({ roles }) => roles.includes('manager'));
    const twice = {
      ...portfolio,
      persons: portfolio.persons.map((person) =>
        person === manager ? { ...person, roles: [...person.roles, 'tenant' as const] } : person,
      ),
    };
    const person = realThings(twice, truthsOf(twice)).persons.find(({ real }) => real === manager?.key);
    expect(person?.records.map(({ system, id }) => `${system} ${id.split(':')[0]}`)).toEqual([
      'facilitee manager',
      'facilitee property-user',
      'casavi staff',
    ]);
    expect(person?.unprovable).toEqual([]);
  });
});
