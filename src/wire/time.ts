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
    return Number.isNaN(iso.getTime()) ? null : iso.toISOString();
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
  return moment === null ? null : dayIn(timeZone, new Date(moment));
}

/** Today, or the day of a moment, in a zone. */
export function dayIn(timeZone: string, moment: Date = new Date()): string {
  return formatter(timeZone).format(moment).slice(0, 10);
}

function isDay(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** A local time of a zone as a moment. In the hour that a zone skips or repeats, the offset before the change is taken. */
function fromZone(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsetAt = (moment: number): number =>
    Date.parse(`${formatter(timeZone).format(new Date(moment)).replace(' ', 'T')}Z`) -
    Math.floor(moment / 1000) * 1000;
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess)).toISOString();
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
