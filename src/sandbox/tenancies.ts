import { addDays, dateBetween, momentOn, monthsLater } from './calendar.js';
import type { Building, PostalAddress, SubTenancy, Tenancy, TenancyState, Unit } from './model.js';
import { involve, type People, type PersonDraft } from './people.js';
import { createRandom, type Random } from './random.js';

/** Tenancies before they are numbered. */
type TenancyDraft = Omit<Tenancy, 'key' | 'ordinal' | 'reference' | 'unitKey' | 'buildingKey' | 'oddity'>;

/** For every 500 units: persons beside the organisation, once all have moved in and the strangers have been added. */
const PERSONS = 684;
/** Of them, kept free for sub-tenants and for people without a tenancy. */
const RESERVED = 50;
const SUB_TENANTS = 16;
const UNITS = 500;

/** Lets the units: history first, then who lives there today, then who comes next. */
export function createTenancies(
  seed: number,
  buildings: readonly Building[],
  units: readonly Unit[],
  people: People,
): { tenancies: Tenancy[]; subTenancies: SubTenancy[] } {
  const random = createRandom(seed, 'tenancies');
  const buildingOf = new Map(buildings.map((building) => [building.key, building]));
  const residents = new Map<string, PersonDraft[]>();
  const residentsLike = (country: string, kind: string): PersonDraft[] => {
    const name = `${country} ${kind}`;
    const found = residents.get(name) ?? [];
    residents.set(name, found);
    return found;
  };
  const tenancies: Tenancy[] = [];
  const share = (of: number): number => Math.round((of * units.length) / UNITS);
  const most = people.list.length + share(PERSONS);

  const add = (unit: Unit, building: Building, draft: TenancyDraft): Tenancy => {
    const ordinal = tenancies.length + 1;
    const tenancy: Tenancy = {
      key: `tenancy-${ordinal}`,
      ordinal,
      reference: `A-${String(ordinal).padStart(4, '0')}`,
      unitKey: unit.key,
      buildingKey: unit.buildingKey,
      ...draft,
      oddity: ordinal % 97 === 0 ? 'null-members' : null,
    };
    tenancies.push(tenancy);
    for (const key of draft.personKeys) {
      const person = people.get(key);
      // The marketplace knows a tenant only through an agreement that was made on it.
      const systems = building.systems.filter((system) => system !== 'homeq' || draft.letOnline);
      if (draft.kind === 'ownership') involve(person, 'owner', systems.includes('casavi') ? ['casavi'] : []);
      else involve(person, 'tenant', systems);
    }
    return tenancy;
  };

  /** Somebody for the unit: a resident of the same country where one fits, else a new person. */
  const find = (unit: Unit, building: Building, reusePercent: number): PersonDraft => {
    const company = unit.kind === 'commercial';
    const known = residentsLike(building.country, company ? 'company' : 'person');
    const full = people.list.length >= most - share(RESERVED);
    if (known.length > 0 && (full || random.chance(reusePercent))) return random.pick(known);
    const home: PostalAddress | null = unit.kind === 'apartment' ? unit.address : null;
    const person = people.add({
      country: building.country,
      role: 'tenant',
      company: company || (unit.kind === 'apartment' && random.chance(3)),
      ...(home === null ? {} : { address: home }),
    });
    residentsLike(building.country, person.kind).push(person);
    return person;
  };

  const party = (unit: Unit, building: Building, reusePercent: number): string[] => {
    const first = find(unit, building, reusePercent);
    if (unit.kind !== 'apartment' || !random.chance(38)) return [first.key];
    const second = find(unit, building, reusePercent);
    return second === first ? [first.key] : [first.key, second.key];
  };

  for (const unit of units) {
    const building = buildingOf.get(unit.buildingKey);
    if (building === undefined || unit.kind === 'common') continue;
    if (building.condominium) add(unit, building, ownership(random, unit));
    const online = (): boolean =>
      building.systems.includes('homeq') && unit.kind === 'apartment' && random.chance(60);
    const letTo = (state: TenancyState, reusePercent: number, moveIn: string): Tenancy => {
      const personKeys = party(unit, building, reusePercent);
      return add(
        unit,
        building,
        rental(random, unit, state, personKeys, moveIn, state !== 'undated' && online()),
      );
    };
    // Parking and storage go mostly to people who already live there.
    const reuse = unit.kind === 'apartment' || unit.kind === 'commercial' ? 4 : 85;
    let free = '2015-01-01';
    if (random.chance(building.archived ? 100 : 42)) {
      const past = letTo('ended', Math.max(reuse, 55), dateBetween(random, '2012-01-01', '2021-06-01'));
      if (past.endDate !== null) free = past.endDate;
    }
    if (building.archived) continue;
    let next = monthsLater('2031-01-01', random.int(1, 20));
    if (!random.chance(7)) {
      const state = random.chance(7) ? 'notice-given' : unit.ordinal % 211 === 0 ? 'undated' : 'active';
      const current = letTo(state, reuse, monthsLater(dateBetween(random, free, '2025-03-01'), 1));
      if (current.endDate === null) continue;
      next = monthsLater(current.endDate, 1);
    }
    if (random.chance(70)) letTo(random.chance(60) ? 'upcoming' : 'unsigned', 30, next);
  }

  const subTenancies = sublet(random, tenancies, people, share(SUB_TENANTS));
  addStrangers(random, people, most);
  return { tenancies, subTenancies };
}

function ownership(random: Random, unit: Unit): TenancyDraft {
  const startDate = dateBetween(random, '2001-01-01', '2019-12-31');
  return {
    kind: 'ownership',
    state: 'active',
    personKeys: [unit.ownerKey],
    startDate,
    fixedUntil: null,
    endDate: null,
    signedOn: addDays(startDate, -40),
    signingPlannedOn: null,
    cancelledOn: null,
    rent: null,
    letOnline: false,
    createdAt: momentOn(random, addDays(startDate, -45)),
    archived: false,
  };
}

function rental(
  random: Random,
  unit: Unit,
  state: TenancyState,
  personKeys: readonly string[],
  moveIn: string,
  letOnline: boolean,
): TenancyDraft {
  const ahead = state === 'upcoming' || state === 'unsigned';
  const signed = ahead
    ? dateBetween(random, '2025-06-01', '2025-12-01')
    : addDays(moveIn, -random.int(14, 70));
  const fixed = state === 'active' && random.chance(15);
  return {
    kind: random.chance(4) ? 'untyped' : 'rental',
    state,
    personKeys,
    startDate: state === 'undated' ? null : moveIn,
    fixedUntil: fixed ? monthsLater('2031-01-01', random.int(3, 40)) : null,
    endDate:
      state === 'ended'
        ? addDays(monthsLater(moveIn, random.int(8, 40)), -1)
        : state === 'notice-given'
          ? addDays(monthsLater('2031-01-01', random.int(1, 12)), -1)
          : null,
    signedOn: state === 'undated' || state === 'unsigned' ? null : signed,
    signingPlannedOn: state === 'unsigned' ? addDays(moveIn, -20) : null,
    cancelledOn: state === 'notice-given' ? dateBetween(random, '2025-07-01', '2025-12-01') : null,
    rent: unit.rent,
    letOnline,
    createdAt: momentOn(random, addDays(signed, -3)),
    archived: false,
  };
}

/** Household members, guarantors and payers of some tenants: persons whom Pigello names in a connection only. */
function sublet(random: Random, tenancies: readonly Tenancy[], people: People, count: number): SubTenancy[] {
  const candidates = tenancies.filter(
    (tenancy) =>
      tenancy.state === 'active' && people.get(tenancy.personKeys[0] ?? '').systems.includes('pigello'),
  );
  return random.sample(candidates, count).map((tenancy, index) => {
    const tenant = people.get(tenancy.personKeys[0] ?? '');
    const subTenant = people.add({ country: tenant.country, role: 'sub-tenant', systems: ['pigello'] });
    return {
      key: `sub-tenancy-${index + 1}`,
      ordinal: index + 1,
      tenantKey: tenant.key,
      subTenantKey: subTenant.key,
      kind: random.pick(['household', 'household', 'guarantor', 'payer', 'other'] as const),
      active: random.chance(85),
      createdAt: tenancy.createdAt,
    };
  });
}

/** People on file without any tenancy, until there are so many: former tenants, users without a unit, bare contacts. */
function addStrangers(random: Random, people: People, most: number): void {
  while (people.list.length < most) {
    const country = (['SE', 'NL', 'DE'] as const)[people.list.length % 3] ?? 'SE';
    const system = ({ SE: 'pigello', NL: 'facilitee', DE: 'casavi' } as const)[country];
    const role = country === 'DE' ? 'contact' : 'former-tenant';
    people.add({ country, role, systems: [system], company: random.chance(10) });
  }
}
