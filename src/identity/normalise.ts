import type { Address } from '../domain/index.js';

/**
 * What people write differently and mean alike. Every function gives a text to compare by, or `null` where nothing is left
 * that could prove anything.
 */

/** A reference number without case, blanks and punctuation: `H-1003`, `h 1003` and `H/1003` are one. */
export function toReferenceKey(reference: string | null | undefined): string | null {
  return orNull(plain(reference ?? '').replace(/[^\p{L}\p{N}]/gu, ''));
}

/** Street, number, postal code and town; `null` unless street, number and one of the two others are known. */
export function toAddressKey(address: Address): string | null {
  const line = address.line1 ?? [address.street, address.houseNumber].filter(Boolean).join(' ');
  const street = toStreetKey(line);
  const postalCode = plain(address.postalCode ?? '').replace(/\s/g, '');
  const city = toWordsKey(address.city ?? '');
  // A street without a number is not one building.
  if (!/\d/.test(street) || (postalCode === '' && city === null)) return null;
  return [street, postalCode === '' ? city : postalCode].join(' ');
}

/** `Hauptstraße 5`, `Hauptstr. 5` and `HAUPTSTRASSE 5` are one (DIN 5008 allows the short form). */
export function toStreetKey(line: string): string {
  return plain(line)
    .replace(/stra(?:ss|ß)e\b|str\.|str\b/g, 'str')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words in whatever order, so that `Berg, Anna` and `Anna Berg` are one. */
export function toNameKey(name: string | null | undefined): string | null {
  const words = plain(name ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return orNull(words.sort().join(' '));
}

/** An e-mail address without case; `null` where it is none. */
export function toEmailKey(email: string | null | undefined): string | null {
  const text = (email ?? '').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : null;
}

/** Words without case, blanks and punctuation between them. */
export function toWordsKey(text: string): string | null {
  return orNull(
    plain(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
