/** Days and moments as vendors write them, made RFC 3339. What is no time becomes null, never an exception. */

/**
 * A moment with its offset. Text without one is read in the source's zone; a trailing comma (docs/casavi.txt, sample of
 * "Get a task by ID") is dropped; "Invalid Date" (docs/casavi.txt, changelog 1.11.5) and its like are null.
 */
export function toDateTime(value: string | null | undefined, timeZone: string): string | null {
  if (value === null || value === undefined) return null;
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

/** A calendar day. A moment is read as the day it falls on in the source's zone: midnight in UTC may be another day there. */
export function toDay(value: string | null | undefined, timeZone: string): string | null {
  const text = value?.trim().replace(/,$/, '') ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? text : null;
  if (!/(Z|[+-]\d{2}:?\d{2})$/i.test(text))
    return toDateTime(text, timeZone) === null ? null : text.slice(0, 10);
  const moment = toDateTime(text, timeZone);
  if (moment === null) return null;
  const day = dayIn(timeZone, new Date(moment));
  // "Never" is often the last moment of the year 9999, which is the year 10000 to the east of Greenwich.
  return /^\d{4}-/.test(day) ? day : text.slice(0, 10);
}

/** Today, or the day of a moment, in a zone. */
export function dayIn(timeZone: string, moment: Date = new Date()): string {
  return formatter(timeZone).format(moment).slice(0, 10);
}

function isDay(text: string): boolean {
  // `0001-01-01` is how .NET writes that there is no date; no vendor means a year before 1000.
  if (text < '1000') return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
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
