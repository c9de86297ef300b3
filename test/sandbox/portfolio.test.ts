import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bareReference } from '../../src/sandbox/identity.js';
import {
  createPortfolio,
  groupBy,
  portfolioOf,
  type Portfolio,
  type SystemName,
} from '../../src/sandbox/portfolio.js';
import { catalogueOf } from '../../src/sandbox/series.js';

const SYSTEMS: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];
const portfolio = createPortfolio();
const buildingsIn = (system: SystemName): number => portfolioOf(portfolio, system).buildings.length;

describe('the portfolio', () => {
  it('is the same for the same seed, and another for another seed', () => {
    expect(createPortfolio({ seed: 7 })).toEqual(createPortfolio({ seed: 7 }));
    expect(createPortfolio({ seed: 7 }).persons).not.toEqual(createPortfolio({ seed: 8 }).persons);
  });

  it('does not change unnoticed: other machines and other days draw up the very same one', () => {
    const digest = createHash('sha256').update(JSON.stringify(portfolio)).digest('hex');
    expect(digest).toBe('d4e8ff53bf39820fc1b0f11112bb56f952e6e17389e8a7da08358d6a28c754db');
  });

  it.each([1, 2, 3, 4, 5])('has 40 buildings, 500 units and 800 persons (seed %i)', (seed) => {
    const drawn = createPortfolio({ seed });
    expect(drawn.buildings).toHaveLength(40);
    expect(drawn.units).toHaveLength(500);
    expect(drawn.persons).toHaveLength(800);
  });

  it('gives every record of a list a key, an ordinal and a reference of its own', () => {
    for (const list of [
      portfolio.buildings,
      portfolio.units,
      portfolio.persons,
      portfolio.tenancies,
      portfolio.issues,
    ]) {
      expect(new Set(list.map((record) => record.key)).size).toBe(list.length);
      expect(new Set(list.map((record) => record.reference)).size).toBe(list.length);
      expect(list.map((record) => record.ordinal)).toEqual(list.map((_, index) => index + 1));
    }
    const emails = portfolio.persons
      .flatMap((person) => person.email ?? [])
      .filter((email) => email.includes('@'));
    expect(new Set(emails).size).toBe(emails.length);
  });

  it('spreads the buildings over the systems: some in one, some in two, some in all four', () => {
    const counts = groupBy(portfolio.buildings, (building) => String(building.systems.length));
    expect(counts.get('1')?.length).toBeGreaterThanOrEqual(3);
    expect(counts.get('2')?.length).toBeGreaterThanOrEqual(3);
    expect(counts.get('4')?.length).toBeGreaterThanOrEqual(3);
    const records = SYSTEMS.reduce((sum, system) => sum + buildingsIn(system), 0);
    expect(records).toBeGreaterThanOrEqual(60);
    expect(records).toBeLessThanOrEqual(90);
  });

  it('has the sizes that make paging interesting', () => {
    const sizes = portfolio.buildings.map(
      (building) => portfolio.units.filter((unit) => unit.buildingKey === building.key).length,
    );
    expect(sizes.filter((size) => size === 0).length).toBeGreaterThanOrEqual(2);
    expect(sizes).toContain(1);
    expect(sizes).toContain(25);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(60);
  });

  it('has awkward references in casavi, and a postal code with a leading zero', () => {
    const { buildings } = portfolioOf(portfolio, 'casavi');
    for (const character of ['/', ' ', 'ö', '+']) {
      expect(buildings.some((building) => building.reference.includes(character))).toBe(true);
    }
    expect(buildings.some((building) => building.address.postalCode === '01067')).toBe(true);
  });

  it('holds enough of everything in each system', () => {
    const pigello = portfolioOf(portfolio, 'pigello');
    const apartments = pigello.units.filter((unit) => unit.kind === 'apartment');
    expect(apartments.length).toBeGreaterThan(200);
    expect(pigello.persons.filter((person) => person.roles.includes('tenant')).length).toBeGreaterThan(250);
    expect(pigello.tenancies.length).toBeGreaterThan(200);
    expect(pigello.issues.length).toBeGreaterThan(150);

    const facilitee = portfolioOf(portfolio, 'facilitee');
    expect(facilitee.units.length).toBeGreaterThan(100);
    expect(facilitee.persons.filter((person) => person.roles.includes('tenant')).length).toBeGreaterThan(100);
    expect(facilitee.issues.length).toBeGreaterThan(60);

    const homeq = portfolioOf(portfolio, 'homeq');
    expect(homeq.units.filter((unit) => unit.kind === 'apartment').length).toBeGreaterThan(100);
    expect(homeq.tenancies.length).toBeGreaterThan(60);
    expect(homeq.persons.filter((person) => person.employment !== null)).toHaveLength(15);

    const casavi = portfolioOf(portfolio, 'casavi');
    expect(casavi.units.length).toBeGreaterThan(100);
    expect(casavi.persons.length).toBeGreaterThan(100);
    // A multiple of the page size: the end of a bare array shows only on an empty page.
    expect(casavi.issues).toHaveLength(100);
    expect(casavi.buildings.length).toBeGreaterThan(25);
  });

  it('keeps tenancy states true on every day from 2026 to 2030', () => {
    for (const tenancy of portfolio.tenancies) {
      const { state, startDate, endDate, fixedUntil, cancelledOn, signedOn } = tenancy;
      if (state === 'undated') expect([startDate, endDate, fixedUntil]).toEqual([null, null, null]);
      else if (state === 'upcoming' || state === 'unsigned')
        expect(startDate && startDate >= '2031').toBe(true);
      else expect(startDate && startDate < '2026').toBe(true);
      if (state === 'ended') expect(endDate && endDate < '2025').toBe(true);
      if (state === 'notice-given')
        expect(endDate && endDate >= '2031' && cancelledOn && cancelledOn < '2026').toBe(true);
      if (state === 'active') expect(endDate === null && (fixedUntil ?? '2031') >= '2031').toBe(true);
      expect(signedOn === null).toBe(state === 'unsigned' || state === 'undated');
      expect(tenancy.personKeys.length).toBeGreaterThan(0);
    }
    const states = new Set(portfolio.tenancies.map((tenancy) => tenancy.state));
    expect(states).toEqual(new Set(['active', 'notice-given', 'ended', 'upcoming', 'unsigned', 'undated']));
  });

  it('lets nobody live in a unit before the one before has left', () => {
    for (const tenancies of groupBy(
      portfolio.tenancies.filter((tenancy) => tenancy.kind !== 'ownership'),
      (tenancy) => tenancy.unitKey,
    ).values()) {
      let free = '';
      for (const tenancy of tenancies) {
        if (tenancy.startDate === null) continue;
        expect(tenancy.startDate > free).toBe(true);
        free = tenancy.endDate ?? '9999';
      }
    }
  });

  it('has issues of every state in every system, from 2019 to the year it was drawn up', () => {
    for (const system of ['pigello', 'facilitee', 'casavi'] as const) {
      const { issues } = portfolioOf(portfolio, system);
      expect(new Set(issues.map((issue) => issue.state)).size).toBe(11);
      const years = new Set(issues.map((issue) => issue.createdAt.slice(0, 4)));
      expect([...years].sort()).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']);
      expect(issues.every((issue) => issue.createdAt < portfolio.asOf)).toBe(true);
    }
  });

  it.each(SYSTEMS)('names nothing in the part of %s that is not in that part', (system) => {
    expectWhole(system, portfolio);
  });
});

describe('a portfolio of another size', () => {
  it.each([1, 39, 41, 90])('holds together with %i buildings', (buildings) => {
    const drawn = createPortfolio({ buildings });
    expect(drawn.buildings).toHaveLength(buildings);
    for (const list of [drawn.buildings, drawn.units, drawn.persons, drawn.tenancies, drawn.issues]) {
      const plain = list.map(({ reference }) => bareReference(reference));
      expect(new Set(plain).size).toBe(list.length);
      expect(list.map(({ ordinal }) => ordinal)).toEqual(list.map((_, index) => index + 1));
    }
    for (const system of SYSTEMS) {
      expect(portfolioOf(drawn, system).buildings.length).toBeGreaterThan(0);
      expectWhole(system, drawn);
    }
  });

  it('is the same for the same seed and size, and begins like one of forty', () => {
    expect(createPortfolio({ seed: 7, buildings: 3 })).toEqual(createPortfolio({ seed: 7, buildings: 3 }));
    expect(createPortfolio({ buildings: 40 })).toEqual(portfolio);
  });

  it('gives every entrance an address of its own, up to the largest size', () => {
    const entrances = catalogueOf(10_000).flatMap(({ street, houseNumbers, postalCode, city }) =>
      houseNumbers.map((houseNumber) => [street, houseNumber, postalCode, city].join()),
    );
    expect(entrances.length).toBeGreaterThan(10_000);
    expect(new Set(entrances).size).toBe(entrances.length);
  });

  it('gives nobody the mail address or the national number of another', () => {
    const { persons } = createPortfolio({ buildings: 90 });
    const mails = persons.flatMap(({ email }) => (email?.includes('@') ? [email] : []));
    expect(new Set(mails).size).toBe(mails.length);
    const ids = persons.flatMap(({ nationalId }) => nationalId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([0, 10_001, 1.5, NaN])('refuses %d buildings', (buildings) => {
    expect(() => createPortfolio({ buildings })).toThrow(
      'buildings: must be a whole number from 1 to 10000.',
    );
  });
});

/** Whatever the part of a system names is in that part. */
function expectWhole(system: SystemName, whole: Portfolio): void {
  const part = portfolioOf(whole, system);
  const keys = (records: readonly { readonly key: string }[]): Set<string> =>
    new Set(records.map(({ key }) => key));
  const persons = keys(part.persons);
  const units = keys(part.units);
  const buildings = keys(part.buildings);
  for (const tenancy of part.tenancies) {
    expect(units.has(tenancy.unitKey)).toBe(true);
    for (const key of tenancy.personKeys) expect(persons.has(key)).toBe(true);
  }
  for (const issue of part.issues) {
    if (issue.unitKey !== null) expect(units.has(issue.unitKey)).toBe(true);
    if (issue.buildingKey !== null) expect(buildings.has(issue.buildingKey)).toBe(true);
    const named = [issue.reporterKey, issue.enteredByKey, issue.assigneeKey, issue.serviceProviderKey];
    for (const key of [...named, ...issue.followerKeys])
      if (key !== null) expect(persons.has(key)).toBe(true);
  }
  for (const link of part.subTenancies) {
    expect(persons.has(link.tenantKey) && persons.has(link.subTenantKey)).toBe(true);
  }
  if (system === 'facilitee') {
    for (const unit of part.units) {
      for (const key of [unit.ownerKey, unit.managerKey, unit.issueManagerKey])
        expect(persons.has(key)).toBe(true);
    }
  }
  if (system === 'facilitee' || system === 'casavi') {
    for (const building of part.buildings) {
      expect(persons.has(building.managerKey) && persons.has(building.caretakerKey)).toBe(true);
    }
  }
}
