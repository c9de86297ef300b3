import type { Amenity, AmenityKind, AmenityState } from '../../src/domain/index.js';
import type { Words } from '../../src/wire/drift.js';
import { amenityNames, commonAttributeNames } from './wire.js';

/** HomeQ's words for one thing differ between an apartment and an estate: `dryer` and `drier`, `…_adapted` and `…_friendly`. */
const kinds = {
  accessibility_adapted: 'ACCESSIBILITY_ADAPTED',
  balcony: 'BALCONY',
  bathtub: 'BATHTUB',
  cable_package_included: 'CABLE_TV',
  dishwasher: 'DISHWASHER',
  drier: 'DRYER',
  dryer: 'DRYER',
  electricity_included: 'ELECTRICITY',
  elevator: 'ELEVATOR',
  garage: 'GARAGE',
  handicap_adapted: 'HANDICAP_ADAPTED',
  handicap_friendly: 'HANDICAP_ADAPTED',
  heating_included: 'HEATING',
  internet_included: 'INTERNET',
  kitchen_fan: 'KITCHEN_FAN',
  laundry_room: 'LAUNDRY_ROOM',
  pantry: 'PANTRY',
  parking: 'PARKING',
  patio: 'PATIO',
  security_door: 'SECURITY_DOOR',
  shower: 'SHOWER',
  tv_included: 'CABLE_TV',
  washing_machine: 'WASHING_MACHINE',
  water: 'WATER',
} as const satisfies Readonly<
  Record<(typeof amenityNames | typeof commonAttributeNames)[number], AmenityKind>
>;

type AmenityName = keyof typeof kinds;

/** The words that grade an amenity (docs/homeq.txt, "API resource for creating Apartments"); compass points are balconies. */
const states: Readonly<Record<string, AmenityState>> = {
  NONE: 'NONE',
  PREPARED: 'PREPARED',
  PRESENT: 'PRESENT',
  NORTH: 'PRESENT',
  WEST: 'PRESENT',
  SOUTH: 'PRESENT',
  EAST: 'PRESENT',
  NORTHWEST: 'PRESENT',
  NORTHEAST: 'PRESENT',
  SOUTHWEST: 'PRESENT',
  SOUTHEAST: 'PRESENT',
  AVAILABLE: 'PRESENT',
  INCLUDED: 'INCLUDED',
  PAY_EXTRA: 'PRESENT',
  COLD_INCLUDED: 'INCLUDED',
  WARM_COLD_INCLUDED: 'INCLUDED',
  ALL_INCLUDED: 'INCLUDED',
};

/** The members of single answers whose words grade an amenity, and which words do. */
export const words: Words = {
  apartment: Object.fromEntries(amenityNames.map((name) => [name, isGrade])),
  estate: Object.fromEntries(commonAttributeNames.map((name) => [`common_attributes.${name}`, isGrade])),
};

function isGrade(word: string): boolean {
  return word === 'true' || word === 'false' || Object.hasOwn(states, word);
}

/** Members by their names, as words. */
type Members = Readonly<Partial<Record<AmenityName, string | null>>>;

/** What an apartment's own answer grades; `null` where it grades nothing. */
export function toAmenities(members: Members): readonly Amenity[] | null {
  const amenities = read(members);
  return amenities.length === 0 ? null : amenities;
}

/** What all apartments of an estate have. A "no" only says that not all of them do, so it is left out. */
export function toCommonAmenities(members: Members): readonly Amenity[] {
  return read(members).filter(({ providerState }) => providerState !== 'false');
}

function read(members: Members): readonly Amenity[] {
  return namesOf(members).flatMap((name) => {
    const word = members[name] ?? null;
    return word === null ? [] : [amenity(name, word)];
  });
}

function amenity(name: AmenityName, word: string): Amenity {
  return { kind: kinds[name], state: stateOf(name, word), providerName: name, providerState: word };
}

function stateOf(name: AmenityName, word: string): AmenityState {
  const paidFor = name.endsWith('_included');
  if (word === 'true') return paidFor ? 'INCLUDED' : 'PRESENT';
  // Electricity that is not included in the rent is no proof that there is none.
  if (word === 'false') return paidFor ? 'UNKNOWN' : 'NONE';
  return Object.hasOwn(states, word) ? (states[word] ?? 'UNKNOWN') : 'UNKNOWN';
}

function namesOf(members: object): AmenityName[] {
  return Object.keys(members).filter((name): name is AmenityName => Object.hasOwn(kinds, name));
}
