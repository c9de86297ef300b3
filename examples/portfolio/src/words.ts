import type { DateTime, Day, Decimal } from '@gatehouse/client';

/** `IN_PROGRESS` as people would write it: In progress. */
export function inWords(value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same for a value that the provider told; nothing where it did not. */
export const known = (value: string): string | null => (value === 'UNKNOWN' ? null : inWords(value));

/** `a, b and c` */
export const inList = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(words);

/** What there is of it, with a dot between the parts. */
export const joined = (...parts: readonly (string | number | null | undefined | false)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join(' · ');

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
// A day has no time zone: read as midnight UTC, it must be written as such, or it is the day before west of Greenwich.
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

export const dateOf = (moment: DateTime | null): string | null =>
  moment === null ? null : dates.format(new Date(moment));

export const dayOf = (day: Day | null): string | null => (day === null ? null : days.format(new Date(day)));

export const timeOf = (moment: Date): string => times.format(moment);

/** An amount with its currency. It is text, of which `format` loses no digit. */
export const moneyOf = (amount: Decimal, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount as `${number}`);
