/** Days and moments as vendors write them, made RFC 3339. What is no time becomes null, never an exception. */

/**
 * A moment with its offset. Text without one is read in the source's zone; a trailing comma (docs/casavi.txt, sample of
 * "Get a task by ID") is dropped; "Invalid Date" (docs/casavi.txt, changelog 1.11.5) and its like are null.
 */
export function toDateTime(value: string | null | undefined, timeZone: string): string | null {
  if (value === null || value === undefined) return null;
  // The form that most vendors write, without what taking it apart allocates.
  if (utc.test(value) && isDay(value)) {
    if (value.length === 24) return value;
    return `${value.slice(0, 19)}.${value.slice(20, -1).padEnd(3, '0')}Z`;
  }
  const text = value.trim().replace(/,$/, '');
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', offset] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  if (!isDay(`${year}-${month}-${day}`)) return null;
  if (offset !== undefined) {
    const iso = new Date(
      `${local}${offset.toUpperCase() === 'Z' ? 'Z' : offset.replace(/^(...)(\d\d)$/, '$1:$2')}`,
    );
    return toIso(iso.getTime());
  }
  return fromZone(local, timeZone);
}

const utc = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

const plainDay = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day. A moment is read as the day it falls on in the source's zone: midnight in UTC may be another day there. */
export function toDay(value: string | null | undefined, timeZone: string): string | null {
  if (value === null || value === undefined) return null;
  if (plainDay.test(value)) return isDay(value) ? value : null;
  const text = value.trim().replace(/,$/, '');
  if (plainDay.test(text)) return isDay(text) ? text : null;
  if (!/(Z|[+-]\d{2}:?\d{2})$/i.test(text))
    return toDateTime(text, timeZone) === null ? null : text.slice(0, 10);
  const moment = toDateTime(text, timeZone);
  if (moment === null) return null;
  const day = dayIn(timeZone, new Date(moment));
  // "Never" is often the last moment of the year 9999, which is the year 10000 to the east of Greenwich.
  return /^\d{4}-/.test(day) ? day : text.slice(0, 10);
}

/** Today in a zone. */
export function todayIn(timeZone: string): string {
  const minute = Math.floor(Date.now() / 60_000);
  let known = days.get(timeZone);
  if (known?.minute !== minute)
    days.set(timeZone, (known = { minute, day: dayIn(timeZone, new Date(minute * 60_000)) }));
  return known.day;
}

/** What was today in each zone when somebody last asked. Zones are ahead of each other by whole minutes. */
const days = new Map<string, { readonly minute: number; readonly day: string }>();

/** The day of a moment in a zone. */
export function dayIn(timeZone: string, moment: Date): string {
  const time = moment.getTime();
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 10);
}

/** Whether a text begins with a day that there is, as `2026-11-28`. */
function isDay(text: string): boolean {
  // `0001-01-01` is how .NET writes that there is no date; no vendor means a year before 1000.
  if (text < '1000') return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return day >= 1 && day <= daysOf(Number(text.slice(0, 4)), month);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

/** RFC 3339, whose years have four digits. */
function toIso(moment: number): string | null {
  const iso = Number.isNaN(moment) ? '' : new Date(moment).toISOString();
  return /^\d{4}-/.test(iso) ? iso : null;
}

/**
 * A local time of a zone as a moment. Where clocks change, the offset before the change is taken for the hour that is
 * skipped and for the one that comes twice.
 */
function fromZone(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const day = 24 * 60 * 60 * 1000;
  const before = offsetAt(asUtc - day, timeZone);
  const after = offsetAt(asUtc + day, timeZone);
  if (before === after) return toIso(asUtc - before);
  // The later offset only where the earlier one is not in force any more, and the later one is.
  const isBefore = offsetAt(asUtc - before, timeZone) === before;
  const isAfter = offsetAt(asUtc - after, timeZone) === after;
  return toIso(asUtc - (!isBefore && isAfter ? after : before));
}

/** Milliseconds that clocks in a zone are ahead of UTC at a moment. */
function offsetAt(moment: number, timeZone: string): number {
  const quarter = Math.floor(moment / 900_000);
  let known = offsets.get(timeZone);
  if (known === undefined || known.size >= mostQuarters)
    offsets.set(timeZone, (known = new Map<number, number>()));
  let offset = known.get(quarter);
  if (offset === undefined) known.set(quarter, (offset = readOffset(moment, timeZone)));
  return offset;
}

/** Clocks change at a full quarter of an hour, if they do. */
const offsets = new Map<string, Map<number, number>>();
const mostQuarters = 10_000;

function readOffset(moment: number, timeZone: string): number {
  const shown = formatter(timeZone).format(new Date(moment));
  const [year = 0, month = 1, day, hour, minute, second] = shown.split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formats as `2026-11-22 10:30:00`; Swedish is the locale that writes ISO. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (found === undefined) {
    found = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, found);
  }
  return found;
}
