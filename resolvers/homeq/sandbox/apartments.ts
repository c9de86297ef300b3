import type { Amenity, Unit } from '../../../src/sandbox/portfolio.js';
import { spelled } from '../../../src/sandbox/spelling.js';

/** An apartment's number. */
export function apartmentId(unit: Unit): number {
  return 1000 + unit.ordinal;
}

/** What an apartment's surroundings say of it. */
export interface Surroundings {
  readonly estateId: number;
  /** Whether there are parking spaces in the building. */
  readonly parking: boolean;
  readonly images: readonly unknown[];
  readonly hasAd: boolean;
  readonly hasDraft: boolean;
  readonly hasRentals: boolean;
}

/** The landlord's own number, as it was typed in: null on some, and empty where somebody has deleted it in a form. */
export function externalIdOf(unit: Unit): string | null {
  if (unit.oddity === 'null-members') return null;
  return unit.oddity === 'empty-text' ? '' : spelled(unit, 'homeq');
}

/** `ElasticApartment`: the apartment as the inventory shows it. Amenities are booleans only. */
export function apartmentInInventory(unit: Unit, around: Surroundings) {
  const detail = apartmentDetail(unit, around);
  const flawed = unit.oddity === 'null-members';
  // The schema types them as integers, the sample shows booleans; both come.
  const flag = (value: boolean): boolean | number => (unit.ordinal % 7 === 0 ? Number(value) : value);
  return {
    address: {
      city: detail.city,
      county: detail.county,
      lgh: detail.national_id,
      municipality: detail.municipality,
      street_name: detail.street_name,
      street_number: detail.street_number,
      zip_code: detail.zip_code,
    },
    amenities: {
      electricity_included: detail.electricity_included,
      handicap_friendly: detail.handicap_adapted,
      has_balcony: detail.balcony !== 'NONE',
      has_bathtub: detail.bathtub === 'PRESENT',
      has_dishwasher: detail.dishwasher === 'PRESENT',
      has_drier: detail.dryer === 'PRESENT',
      has_elevator: detail.elevator,
      has_garage: detail.garage !== 'NONE',
      has_kitchen_fan: detail.kitchen_fan === 'PRESENT',
      has_pantry: detail.pantry,
      has_parking: detail.parking !== 'NONE',
      has_patio: detail.patio,
      has_shower: detail.shower,
      has_washing_machine: detail.washing_machine === 'PRESENT',
      heating_included: detail.heating_included,
      internet_included: detail.internet_included,
      tv_included: detail.cable_package_included,
      water_included: detail.water !== 'PAY_EXTRA',
    },
    area: detail.area,
    external_id: detail.landlord_object_id,
    floor: detail.floor,
    has_ad: flag(around.hasAd),
    has_draft: flag(around.hasDraft),
    has_rentals: flag(around.hasRentals),
    id: detail.id,
    images: flawed ? [null] : around.images,
    location: flawed ? null : locationOf(unit),
    notes_count: flawed ? null : unit.note === null ? 0 : 1,
    rent: detail.rent,
    rooms: detail.rooms,
  };
}

/** The landlord's view of one apartment: grades of amenities, description, renovation. */
export function apartmentDetail(unit: Unit, around: Surroundings) {
  const has = (amenity: Amenity): boolean => unit.amenities.includes(amenity);
  const empty = unit.oddity === 'empty-text';
  const flawed = unit.oddity === 'null-members';
  return {
    accessibility_adapted: unit.floor === 0 || has('elevator'),
    area: unit.area,
    balcony: has('balcony') ? (BALCONIES[unit.ordinal % BALCONIES.length] ?? 'PRESENT') : 'NONE',
    bathtub: grade(unit, has('bathtub')),
    cable_package_included: has('tv-included'),
    can_create_ad_listing: !around.hasAd && !around.hasDraft,
    city: unit.address.city,
    county: empty ? '' : unit.address.county,
    description: empty ? '' : unit.description,
    dishwasher: grade(unit, has('dishwasher')),
    dryer: grade(unit, has('dryer')),
    electricity_included: has('electricity-included'),
    elevator: has('elevator'),
    estate: around.estateId,
    floor: unit.floor,
    floor_plan_reference: null,
    garage: 'NONE',
    handicap_adapted: has('elevator') && unit.ordinal % 3 === 0,
    heating_included: has('heating-included'),
    id: apartmentId(unit),
    internet_included: has('internet-included'),
    kitchen_fan: grade(unit, has('kitchen-fan')),
    landlord_object_id: externalIdOf(unit),
    latitude: flawed ? null : unit.address.latitude,
    laundry_room: has('laundry-room'),
    longitude: flawed ? null : unit.address.longitude,
    municipality: empty ? '' : unit.address.municipality,
    // Lantmäteriet's number: there is none outside Sweden.
    national_id: unit.nationalNumber,
    pantry: has('pantry'),
    parking: !around.parking ? 'NONE' : unit.ordinal % 9 === 0 ? 'INCLUDED' : 'AVAILABLE',
    patio: has('patio'),
    promotion_file_reference: null,
    renovation_date: empty ? '' : unit.renovatedOn,
    rent: rentOf(unit),
    rooms: unit.rooms,
    security_door: has('security-door'),
    shower: has('shower'),
    street_name: unit.address.street,
    street_number: unit.address.houseNumber,
    washing_machine: grade(unit, has('washing-machine')),
    water: has('water-included') ? (WATER[unit.ordinal % WATER.length] ?? 'ALL_INCLUDED') : 'PAY_EXTRA',
    // Five digits without a space: `^[0-9]{5}$` when an apartment is created.
    zip_code: unit.address.postalCode.replaceAll(' ', ''),
  };
}

/** HomeQ keeps whole amounts only. */
export function rentOf(unit: Unit): number | null {
  return unit.rent === null ? null : Math.round(unit.rent);
}

const BALCONIES = ['PRESENT', 'NORTH', 'WEST', 'SOUTH', 'EAST', 'NORTHWEST', 'SOUTHEAST'] as const;
const WATER = ['COLD_INCLUDED', 'WARM_COLD_INCLUDED', 'ALL_INCLUDED'] as const;

/** What is not there may be prepared for; the inventory's booleans do not tell that. */
function grade(unit: Unit, present: boolean): 'NONE' | 'PREPARED' | 'PRESENT' {
  if (present) return 'PRESENT';
  return unit.ordinal % 4 === 0 ? 'PREPARED' : 'NONE';
}

/** The document's own sample puts Stockholm at latitude 13.998, longitude 59.342: the two swapped. */
function locationOf({ address, ordinal }: Unit) {
  return ordinal % 23 === 0
    ? { lat: address.longitude, lon: address.latitude }
    : { lat: address.latitude, lon: address.longitude };
}
