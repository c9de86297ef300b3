import { CATALOGUE, CITIES, type CatalogueEntry } from './catalogue.js';
import { NAMES } from './names.js';

/** How many buildings a portfolio may have; 8,000 of them have 100,000 units. */
export const MOST_BUILDINGS = 10_000;

/** How many buildings one series has: those of the catalogue. */
export const SERIES = CATALOGUE.length;

/**
 * The catalogue, cut short or continued. Fewer buildings are those that the most systems know, so that every system has
 * one. More are further series of the same forty, each under references and at addresses of its own.
 */
export function catalogueOf(count: number): readonly CatalogueEntry[] {
  if (count <= SERIES) {
    const known = CATALOGUE.toSorted((one, other) => other.systems.length - one.systems.length);
    const kept = new Set(known.slice(0, count));
    return CATALOGUE.filter((entry) => kept.has(entry));
  }
  return Array.from({ length: Math.ceil(count / SERIES) }, (_, series) =>
    CATALOGUE.map((entry) => (series === 0 ? entry : inSeries(entry, series))),
  )
    .flat()
    .slice(0, count);
}

/** The same building once more: `H-1001` is `H2-1001` in the second series. */
function inSeries(entry: CatalogueEntry, series: number): CatalogueEntry {
  const number = series + 1;
  const streets = [entry.street, ...streetsBut(entry.street, entry.city)];
  // The postal code moves on when all streets have been used: nowhere do two series meet at one address.
  const step = Math.floor(series / streets.length);
  return {
    ...entry,
    // Digits behind the first letters: without its punctuation, too, no reference reads like one of another series.
    reference: entry.reference.replace(/^\p{L}+/u, (letters) => `${letters}${number}`),
    name: entry.name === null ? null : `${entry.name} (${number})`,
    ...(entry.popularName === undefined ? {} : { popularName: `${entry.popularName} (${number})` }),
    street: streets[series % streets.length] ?? entry.street,
    postalCode: entry.postalCode.replace(/\d\d(?=\D*$)/, (digits) =>
      String((Number(digits) + step) % 100).padStart(2, '0'),
    ),
  };
}

function streetsBut(street: string, city: string): readonly string[] {
  const country = CITIES[city]?.country ?? 'SE';
  return NAMES[country].streets.filter((other) => other !== street);
}
