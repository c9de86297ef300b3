import type { Address } from '../../../src/domain/index.js';
import { toCountryCode, toCountryName } from '../../../src/wire/country.js';
import type { RowOf } from '../wire.js';

interface Place {
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string | null;
}

export const nowhere: Place = { postalCode: null, city: null, country: null };

/** The houses of a property. */
export interface Houses {
  readonly all: readonly Address[];
  /** Where the property is as a whole, if it names no house. */
  readonly place: Address | null;
  of(unitId: string): Address | null;
}

export function housesOf(row: RowOf<'property'>): Houses {
  const listed = (row.addresses ?? []).flatMap(({ street, units }) => {
    const address = street === null ? null : toAddress(street, row);
    return address === null ? [] : [{ address, units }];
  });
  return {
    all: listed.map(({ address }) => address),
    place: toAddress(null, row),
    of: (unitId) => listed.find(({ units }) => units.includes(unitId))?.address ?? null,
  };
}

/**
 * An address with its one line as written. Street and number are split only where nothing else can be meant: words
 * without any digit, then one number ("Straße des 17. Juni 135" and "Q 7, 24" stay whole).
 */
export function toAddress(line1: string | null, { postalCode, city, country }: Place): Address | null {
  if (line1 === null && postalCode === null && city === null && country === null) return null;
  const parts = /^(\p{L}[^\d,;/()]*?) (\d{1,4}(?: ?[a-zA-Z])?(?:-\d{1,4}[a-zA-Z]?)?)$/u.exec(line1 ?? '');
  const code = toCountryCode(country);
  return {
    line1,
    street: parts?.[1] ?? null,
    houseNumber: parts?.[2] ?? null,
    // Properties send a number, which has lost the leading zero of 01067 Dresden; German codes have five digits.
    postalCode:
      code === 'DE' && postalCode !== null && /^\d+$/.test(postalCode)
        ? postalCode.padStart(5, '0')
        : postalCode,
    city,
    municipality: null,
    county: null,
    country: code,
    countryName: toCountryName(country),
    unitNumber: null,
    careOf: null,
    latitude: null,
    longitude: null,
    googlePlaceId: null,
  };
}
