import type { Random } from './random.js';

const DAY = 86_400_000;

// A large portfolio asks for the same few thousand days a million times.
const numbers = new Map<string, number>();
const dates = new Map<number, string>();

/** Days from 1970 to an ISO date. */
function toNumber(date: string): number {
  let number = numbers.get(date);
  if (number === undefined) numbers.set(date, (number = Date.parse(`${date}T00:00:00Z`) / DAY));
  return number;
}

function toDate(number: number): string {
  let date = dates.get(number);
  if (date === undefined) dates.set(number, (date = new Date(number * DAY).toISOString().slice(0, 10)));
  return date;
}

/** The day `days` after (or, if negative, before) an ISO date. */
export function addDays(date: string, days: number): string {
  return toDate(toNumber(date) + days);
}

/** A day from `from` to `to`, both included. */
export function dateBetween(random: Random, from: string, to: string): string {
  const days = toNumber(to) - toNumber(from);
  return addDays(from, random.int(0, Math.max(0, days)));
}

/** A moment in office hours of an ISO date, UTC with milliseconds. */
export function momentOn(random: Random, date: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${two(random.int(6, 17))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}.000Z`;
}

/** The moment some whole hours later, in the same form. */
export function addHours(moment: string, hours: number): string {
  const [date = '', rest = ''] = moment.split('T');
  const hour = Number(rest.slice(0, 2)) + hours;
  const day = Math.floor(hour / 24);
  return `${addDays(date, day)}T${String(hour - day * 24).padStart(2, '0')}${rest.slice(2)}`;
}

/** The earlier of two ISO texts of the same form. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** The first day of a month some months after the month of `date`. */
export function monthsLater(date: string, months: number): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  return toDate(Date.UTC(year, month, 1) / DAY);
}
