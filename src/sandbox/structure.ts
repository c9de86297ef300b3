import { addHours, dateBetween, momentOn } from './calendar.js';
import { CITIES, type CatalogueEntry } from './catalogue.js';
import type { Amenity, Building, Country, PostalAddress, Unit, UnitKind } from './model.js';
import { OFFICES, SHARED_PROVIDERS, type Organisation } from './organisation.js';
import { involve, type PersonDraft } from './people.js';
import { createRandom, type Random } from './random.js';
import { SERIES } from './series.js';

/** Puts up the buildings of a catalogue and divides them into units. */
export function createStructure(
  seed: number,
  catalogue: readonly CatalogueEntry[],
  organisation: Organisation,
): { buildings: Building[]; units: Unit[] } {
  const random = createRandom(seed, 'structure');
  const buildings: Building[] = [];
  const units: Unit[] = [];
  catalogue.forEach((entry, index) => {
    const building = erect(random, entry, index + 1, organisation);
    buildings.push(building);
    const site: Site = {
      building,
      apartments: entry.units[0],
      owners: ownersOf(random, building, organisation.owners[Math.floor(index / SERIES)]),
      managers: organisation.managers.filter((manager) => manager.country === building.country),
    };
    let inBuilding = 0;
    KINDS.forEach((kind, position) => {
      for (let nth = 0; nth < (entry.units[position] ?? 0); nth++) {
        units.push(divide(random, site, { kind, nth, inBuilding: ++inBuilding, ordinal: units.length + 1 }));
      }
    });
  });
  return { buildings, units };
}

interface Site {
  readonly building: Building;
  readonly apartments: number;
  readonly owners: readonly PersonDraft[];
  readonly managers: readonly PersonDraft[];
}

/** Which unit: the nth of its kind (from 0), the nth in its building and the nth of all (from 1). */
interface Place {
  readonly kind: UnitKind;
  readonly nth: number;
  readonly inBuilding: number;
  readonly ordinal: number;
}

const KINDS: readonly UnitKind[] = ['apartment', 'commercial', 'parking', 'storage', 'common'];

function erect(random: Random, entry: CatalogueEntry, ordinal: number, organisation: Organisation): Building {
  const city = CITIES[entry.city];
  if (city === undefined) throw new Error(`The catalogue places "${entry.reference}" in an unknown city.`);
  const entrances = entry.houseNumbers.map((houseNumber, index) => ({
    street: entry.street,
    houseNumber,
    postalCode: entry.postalCode,
    city: entry.city,
    municipality: city.municipality,
    county: city.county,
    country: city.country,
    latitude: offset(city.latitude, ordinal * 7 + index),
    longitude: offset(city.longitude, ordinal * 11 + index),
    careOf: null,
  }));
  const address = entrances[0];
  if (address === undefined) throw new Error(`The catalogue gives "${entry.reference}" no house number.`);
  const manager = random.pick(organisation.managers.filter((person) => person.country === city.country));
  const [apartments, commercial, parking] = entry.units;
  return {
    key: `building-${ordinal}`,
    ordinal,
    reference: entry.reference,
    name: entry.name,
    popularName: entry.popularName ?? null,
    systems: entry.systems,
    country: city.country,
    address,
    entrances,
    category:
      apartments > 0 && commercial > 1
        ? 'Mixed use'
        : commercial > apartments
          ? 'Office building'
          : parking > apartments
            ? 'Parking facility'
            : 'Apartment building',
    builtYear: entry.builtYear,
    archived: entry.archived ?? false,
    condominium: entry.condominium ?? false,
    description: random.chance(70)
      ? `${entry.name ?? entry.popularName ?? entry.street}, built in ${entry.builtYear}, in the middle of ${entry.city}.`
      : null,
    note: random.chance(25) ? 'Main water valve in the cellar, second door on the left.' : null,
    officeKey: random.pick(OFFICES.filter((office) => office.country === city.country)).key,
    managerKey: manager.key,
    caretakerKey: random.pick(organisation.providers.slice(0, SHARED_PROVIDERS)).key,
    createdAt: momentOn(random, dateBetween(random, '2013-01-01', '2018-12-31')),
  };
}

/** A few hundred metres away, so that no two entrances stand on one another. */
function offset(degrees: number, step: number): number {
  return Math.round(degrees * 100_000 + ((step * 37) % 900) - 450) / 100_000;
}

/** Sweden is the landlord's own, Dutch buildings have one to three owners, German ones as many as fit, or one. */
function ownersOf(
  random: Random,
  building: Building,
  owners: Organisation['owners'][number] | undefined,
): readonly PersonDraft[] {
  const pool = owners?.[building.country] ?? [];
  const count = building.country === 'SE' ? 1 : building.condominium ? 26 : random.int(1, 3);
  return random.sample(pool, count);
}

function divide(random: Random, site: Site, place: Place): Unit {
  const { building, apartments } = site;
  const { kind, nth, inBuilding, ordinal } = place;
  const perFloor = apartments > 24 ? 6 : apartments > 8 ? 4 : 2;
  const floor =
    kind === 'apartment'
      ? Math.floor(nth / perFloor) + 1
      : kind === 'commercial' || kind === 'common'
        ? 0
        : -1;
  const door = (nth % perFloor) + 1;
  const number = String(inBuilding).padStart(4, '0');
  const apartment = kind === 'apartment';
  const rooms = apartment ? random.pick([1, 1, 1.5, 2, 2, 2, 2.5, 3, 3, 3, 4, 5]) : null;
  const area = areaOf(random, kind, rooms);
  const entrance = building.entrances[(nth + door) % building.entrances.length] ?? building.address;
  const owner = random.pick(site.owners);
  if (building.systems.includes('facilitee')) involve(owner, 'owner', ['facilitee']);
  const created = addHours(building.createdAt, random.int(1, 72));
  return {
    key: `unit-${ordinal}`,
    ordinal,
    reference: `${building.reference}-${number}`,
    number,
    nationalNumber:
      apartment && building.country === 'SE' ? `${10 + floor}${String(door).padStart(2, '0')}` : null,
    legacyNumber: random.chance(30) ? `${building.ordinal}-${inBuilding}` : null,
    buildingKey: building.key,
    kind,
    name: nameOf(random, building.country, kind, inBuilding, floor, door),
    address: entrance,
    floor,
    floorLabel: floorLabel(building.country, floor),
    rooms,
    area,
    rent: area === null ? null : rentOf(building.country, kind, area),
    amenities: apartment ? amenitiesOf(random, apartments) : [],
    renovatedOn: apartment && random.chance(30) ? dateBetween(random, '2005-01-01', '2024-12-31') : null,
    votingShare: building.condominium && area !== null ? Math.round(area * 2) / 10 : null,
    description: apartment && random.chance(50) ? describe(building.country, rooms, entrance) : null,
    note: random.chance(12) ? 'At the end of the hallway, to the right.' : null,
    ownerKey: owner.key,
    managerKey: building.managerKey,
    issueManagerKey: random.pick(site.managers).key,
    archived: building.archived,
    createdAt: created,
    // Every 47th is one that a provider may show damaged.
    oddity: ordinal % 47 === 0 ? 'null-members' : ordinal % 83 === 0 ? 'empty-text' : null,
  };
}

function areaOf(random: Random, kind: UnitKind, rooms: number | null): number | null {
  if (kind === 'apartment') return (140 + Math.round((rooms ?? 1) * 190) + random.int(0, 90)) / 10;
  if (kind === 'commercial') return random.int(450, 2600) / 10;
  if (kind === 'storage') return random.int(20, 80) / 10;
  return kind === 'parking' ? 12.5 : null;
}

function rentOf(country: Country, kind: UnitKind, area: number): number {
  if (kind === 'parking') return country === 'SE' ? 1100 : 95;
  return country === 'SE' ? Math.round(2600 + area * 94) : Math.round((120 + area * 13.5) * 100) / 100;
}

function amenitiesOf(random: Random, apartments: number): Amenity[] {
  const drawn = random.sample<Amenity>(
    [
      'balcony',
      'bathtub',
      'dishwasher',
      'dryer',
      'electricity-included',
      'internet-included',
      'kitchen-fan',
      'pantry',
      'patio',
      'security-door',
      'shower',
      'tv-included',
      'washing-machine',
    ],
    random.int(1, 6),
  );
  const common: Amenity[] = ['heating-included', 'water-included'];
  if (apartments >= 10) common.push('elevator', 'laundry-room');
  return [...drawn, ...common];
}

function nameOf(
  random: Random,
  country: Country,
  kind: UnitKind,
  inBuilding: number,
  floor: number,
  door: number,
): string | null {
  if (kind === 'common') return { SE: 'Tvättstuga', NL: 'Wasruimte', DE: 'Waschküche' }[country];
  if (kind === 'parking')
    return { SE: 'Garageplats', NL: 'Parkeerplaats', DE: 'Stellplatz' }[country] + ` ${inBuilding}`;
  if (kind === 'storage')
    return { SE: 'Förråd', NL: 'Berging', DE: 'Kellerabteil' }[country] + ` ${inBuilding}`;
  if (kind === 'commercial')
    return { SE: 'Lokal', NL: 'Bedrijfsruimte', DE: 'Ladenlokal' }[country] + ` ${inBuilding}`;
  if (country === 'DE') {
    return `WE ${String(inBuilding).padStart(2, '0')}, ${floorLabel(country, floor)} ${door % 2 === 0 ? 'rechts' : 'links'}`;
  }
  return country === 'SE' && random.chance(15) ? `Lägenhet ${inBuilding}` : null;
}

function floorLabel(country: Country, floor: number): string {
  if (country === 'SE') return floor < 0 ? 'Källare' : floor === 0 ? 'BV' : `${floor} tr`;
  if (country === 'NL') return floor < 0 ? 'Kelder' : floor === 0 ? 'Begane grond' : `${floor}e verdieping`;
  return floor < 0 ? 'KG' : floor === 0 ? 'EG' : `${floor}. OG`;
}

function describe(country: Country, rooms: number | null, address: PostalAddress): string {
  if (country === 'SE')
    return `Ljus lägenhet om ${rooms ?? 1} rum och kök på ${address.street} i ${address.city}.`;
  if (country === 'NL')
    return `Licht appartement met ${rooms ?? 1} kamers aan de ${address.street} in ${address.city}.`;
  return `Helle Wohnung mit ${rooms ?? 1} Zimmern in der ${address.street}, ${address.city}.`;
}
