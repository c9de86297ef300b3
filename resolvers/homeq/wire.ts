import { z } from 'zod';
import {
  flag,
  integer,
  leaf,
  list,
  maybe,
  nationalId,
  number,
  rawRows,
  text,
} from '../../src/wire/fields.js';

/**
 * What HomeQ says, in its own names (docs/homeq.txt; the models stand behind the webhooks at its end). Members whose
 * values are links were lost from it: image `url` and `thumbnail_url`, `digital_contract` and `profile_card` are assumed
 * where only a table of members names them. Everything but the key may be absent or null.
 */

/** All of HomeQ's keys are integers from 1; a number as text is taken, too. */
const id = z
  .union([z.int(), z.string().trim()])
  .transform(String)
  .refine((value) => /^[1-9]\d{0,14}$/.test(value));

const named = maybe(z.object({ id: maybe(id), name: text }));

// Login -----------------------------------------------------------------------------------------------------------

/** The company, the employee with his personal number and his rights stand beside it. */
export const login = z.object({ token: z.string().regex(/^[\x21-\x7e]+$/) });

/** The part of a JWT that says when it ends, in seconds (RFC 7519, 4.1.4). */
export const tokenPayload = z.object({ exp: number });

// Inventory -------------------------------------------------------------------------------------------------------

const image = z.object({ caption: text, position: integer, url: text, thumbnail_url: text });

/** `ElasticEstate`: in the entries of apartments it stands in full. */
export const estate = z.object({
  id,
  name: text,
  external_id: text,
  city: text,
  number_of_apartments: integer,
  office: named,
  company: named,
  images: list(image),
});

/** `ElasticApartment`. Its `amenities` are yes or no only; the apartment's own answer grades them, and is read instead. */
export const apartment = z.object({
  id,
  external_id: text,
  address: maybe(
    z.object({
      street_name: text,
      street_number: text,
      zip_code: text,
      city: text,
      municipality: text,
      county: text,
      lgh: text,
    }),
  ),
  location: maybe(z.object({ lat: number, lon: number })),
  area: number,
  floor: number,
  rooms: number,
  rent: number,
  images: list(image),
});

/**
 * Entries of the inventory. `type` must be what was asked for: an entry of a listing (`object_ad`) holds an apartment and
 * an estate, too. `identifier` is not read: its documented pattern does not fit keys of one digit.
 */
export const entries = {
  estate: z.object({ type: z.literal('estate'), estate }),
  apartment: z.object({ type: z.literal('apartment'), apartment, estate: maybe(estate) }),
} as const;

export type Estate = z.output<typeof estate>;
export type EstateEntry = z.output<typeof entries.estate>;
export type ApartmentEntry = z.output<typeof entries.apartment>;

// Estate and apartment alone --------------------------------------------------------------------------------------

/** A word, or yes and no as words. */
const state = leaf((value): string | null => {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
});

/** What an apartment has, by the names of its own answer, in the document's order. */
export const amenityNames = [
  'accessibility_adapted',
  'balcony',
  'bathtub',
  'cable_package_included',
  'dishwasher',
  'dryer',
  'electricity_included',
  'elevator',
  'garage',
  'handicap_adapted',
  'heating_included',
  'internet_included',
  'kitchen_fan',
  'laundry_room',
  'pantry',
  'parking',
  'patio',
  'security_door',
  'shower',
  'washing_machine',
  'water',
] as const;

/** What all apartments of an estate have (`CommonAttributes`): some things go by another name than in an apartment. */
export const commonAttributeNames = [
  'balcony',
  'bathtub',
  'dishwasher',
  'drier',
  'electricity_included',
  'elevator',
  'garage',
  'handicap_friendly',
  'heating_included',
  'internet_included',
  'kitchen_fan',
  'parking',
  'patio',
  'tv_included',
  'washing_machine',
] as const;

function states<N extends string>(names: readonly N[]): Record<N, typeof state> {
  return Object.fromEntries(names.map((name) => [name, state])) as Record<N, typeof state>;
}

/** "Information about an estate", the landlord's view. */
export const estateDetail = z.object({
  name: text,
  landlord_object_id: text,
  city: text,
  apartment_count: integer,
  bankgiro: text,
  postgiro: text,
  cover_description: text,
  area_description: text,
  estate_owner: text,
  common_attributes: maybe(z.object(states(commonAttributeNames))),
});

/** "Information about an Apartment": an address in one level with the rest, and `landlord_object_id` for `external_id`. */
export const apartmentDetail = z.object({
  estate: maybe(id),
  landlord_object_id: text,
  street_name: text,
  street_number: text,
  zip_code: text,
  city: text,
  municipality: text,
  county: text,
  national_id: text,
  latitude: number,
  longitude: number,
  area: number,
  floor: number,
  rooms: number,
  rent: number,
  description: text,
  renovation_date: text,
  can_create_ad_listing: flag,
  ...states(amenityNames),
});

export type EstateDetail = z.output<typeof estateDetail>;
export type ApartmentDetail = z.output<typeof apartmentDetail>;

// Agreements ------------------------------------------------------------------------------------------------------

/**
 * The landlord's row of an agreement: a table of members without a title, which also stands in assumed-shapes. The sample
 * of the operation itself shows the consumer's. Without its apartment an agreement cannot be asked for again.
 */
export const agreement = z.object({
  id,
  apartment_id: id,
  user_profile_id: maybe(id),
  first_name: text,
  last_name: text,
  ssn: nationalId,
  email: text,
  sign_date: text,
  digital_contract: text,
  profile_card: text,
});

export type Agreement = z.output<typeof agreement>;

// Employees -------------------------------------------------------------------------------------------------------

const employeeCommon = { id, api_user: flag, email: text, first_name: text, last_name: text, joined: flag };

/** A row of "all employees". */
export const employee = z.object({
  ...employeeCommon,
  name: text,
  date_joined: text,
  right_profile_name: text,
  root_office_name: text,
});

/** "A specific employee": other members, and no `name` and no `date_joined`. */
export const employeeDetail = z.object({
  ...employeeCommon,
  personal_number: text,
  phone_number: text,
  right_profile: named,
  root_office: named,
});

export type Employee = z.output<typeof employee>;
export type EmployeeDetail = z.output<typeof employeeDetail>;

/**
 * Members that hold a national identity number, wherever they stand: entries of a listing have those of its applicants,
 * too. `national_id` is none of them, but the number of an apartment.
 */
export const nationalIdMembers = ['ssn', 'personal_number'] as const;

// Envelopes -------------------------------------------------------------------------------------------------------

const results = z.object({ results: rawRows, total: z.unknown().optional() });
const employees = z.object({ employees: rawRows });

/** The rows of an inventory or of agreements, and how many there are in all; `null` for whatever is not of that form. */
export function readResults(
  body: unknown,
): { readonly rows: readonly unknown[]; readonly total: number | null } | null {
  const read = results.safeParse(body);
  return read.success ? { rows: read.data.results, total: readTotal(read.data.total) } : null;
}

/** Employees stand in `employees`, a single one, too. */
export function readEmployees(body: unknown): readonly unknown[] | null {
  const read = employees.safeParse(body);
  return read.success ? read.data.employees : null;
}

/** A total, which the inventory's sample writes as text with a comma behind it: `"1,"`. */
export function readTotal(value: unknown): number | null {
  const found = typeof value === 'string' ? /^\s*(\d{1,15})\s*,?\s*$/.exec(value)?.[1] : value;
  const total = typeof found === 'string' ? Number(found) : found;
  return typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : null;
}
