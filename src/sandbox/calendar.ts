import type { Random } from './random.js';

const DAY = 86_400_000;

/** The day `days` after (or, if negative, before) an ISO date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** A day from `from` to `to`, both included. */
export function dateBetween(random: Random, from: string, to: string): string {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
  return addDays(from, random.int(0, Math.max(0, days)));
}

/** A moment in office hours of an ISO date, UTC with milliseconds. */
export function momentOn(random: Random, date: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${two(random.int(6, 17))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}.000Z`;
}

/** The moment some whole hours later. */
export function addHours(moment: string, hours: number): string {
  return new Date(Date.parse(moment) + hours * 3_600_000).toISOString();
}

/** The earlier of two ISO texts of the same form. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** The first day of a month some months after the month of `date`. */
export function monthsLater(date: string, months: number): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
