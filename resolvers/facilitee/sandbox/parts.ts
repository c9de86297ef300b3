import { fileBody } from '../../../src/sandbox/file-body.js';
import {
  COUNTRY_NAMES,
  type FileRecord,
  type Oddity,
  type Person,
  type PostalAddress,
} from '../../../src/sandbox/portfolio.js';
import { fingerprint } from './records.js';

/** Where the ids of addresses begin, by what the address belongs to; a large portfolio's overlap, and nothing is found by them. */
export const ADDRESS_IDS = { property: 10_000, unit: 20_000, user: 30_000, invoice: 40_000, company: 50_000 };

/** An address. Some answers give it an id, others do not: without `id` the member is not there. */
export function address(place: PostalAddress, id?: number) {
  return {
    ...(id === undefined ? {} : { id }),
    street: place.street,
    streetNumber: place.houseNumber,
    postCode: place.postalCode,
    city: place.city,
    country: COUNTRY_NAMES[place.country],
    // Only what was picked on the map has one.
    googlePlaceId: place.latitude === null ? null : placeId(place),
  };
}

/** Of a user's full name only the whole is kept; a company without a contact goes by its own name. */
export function nameOf(person: Person): string | null {
  const name = [person.firstName, person.lastName].filter((part) => part !== null).join(' ');
  return name === '' ? person.companyName : name;
}

/** An optional text; where somebody typed nothing into the form, it is empty instead of null. */
export function text(value: string | null, oddity: Oddity | null): string | null {
  return value ?? (oddity === 'empty-text' ? '' : null);
}

/**
 * A telephone number in two halves; both or none are kept (002, "Create Owner"). Users have the country's code without
 * `+`, owner companies with it.
 */
export function phone(person: Person, plus = '') {
  const [, code, number] = /^\+(31|46|49)(\d+)$/.exec(person.mobile ?? person.phone ?? '') ?? [];
  return code === undefined || number === undefined
    ? { countryCode: text(null, person.oddity), phoneNumber: text(null, person.oddity) }
    : { countryCode: `${plus}${code}`, phoneNumber: number };
}

/** `2021-01-01` as 002 writes all date-times. */
export function dateTime(date: string | null): string | null {
  return date === null ? null : `${date}T00:00:00.000Z`;
}

/** Attached files; a record without any has null, or now and then an empty list. */
export function attachments(files: readonly FileRecord[], recordId: number, origin: string) {
  if (files.length === 0) return recordId % 3 === 0 ? [] : null;
  return files.map((file) => ({
    id: file.ordinal,
    name: file.name,
    url: `${origin}/files/${fileToken(file)}/${encodeURIComponent(file.name)}`,
    size: file.oddity === 'null-members' ? null : fileBody(file).length,
  }));
}

/** What a temporary link names a file by. */
export function fileToken(file: FileRecord): string {
  return fingerprint(`file ${file.key}`).slice(0, 40);
}

function placeId(place: PostalAddress): string {
  const hash = fingerprint(`${place.street} ${place.houseNumber}, ${place.city}`);
  return `ChIJ${Buffer.from(hash, 'hex').toString('base64url').slice(0, 23)}`;
}
