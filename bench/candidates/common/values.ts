import type { ContractRow, TenantRow } from './wire.js';

/** The values that the candidates make of what providers send: the same ones that Gatehouse makes. */

/** The ids of Gatehouse: a candidate with shorter ones would have less to write. */
export function globalId(type: string, source: string, ...key: readonly (string | number)[]): string {
  const parts = [type, source, ...key.map((part) => encodeURIComponent(part))];
  return Buffer.from(parts.join(':')).toString('base64url');
}

export interface Ref {
  readonly type: string;
  readonly source: string;
  readonly key: readonly string[];
}

export function parseId(id: string): Ref {
  const [type = '', source = '', ...key] = Buffer.from(id, 'base64url').toString().split(':');
  return { type, source, key: key.map(decodeURIComponent) };
}

/** A text without the blanks around it; null where nothing is left. */
export function text(value: string | number | null): string | null {
  const trimmed = value === null ? '' : String(value).trim();
  return trimmed === '' ? null : trimmed;
}

export function moment(value: string | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}

/** The day of a date or of a moment at midnight. */
export function day(value: string | null): string | null {
  return value === null ? null : value.slice(0, 10);
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

export function today(): string {
  return calendar.format(new Date());
}

export function leaseStatus(row: ContractRow, now: string): string {
  const end = row.end_date ?? row.initial_end_date;
  if (end !== null && end < now) return 'ENDED';
  if (row.start_date !== null && row.start_date > now)
    return row.signed_time === null ? 'UNKNOWN' : 'UPCOMING';
  if (row.cancellation_time !== null) return 'NOTICE_GIVEN';
  return row.start_date === null ? 'UNKNOWN' : 'ACTIVE';
}

/** `PX_1_5_RO` has one and a half rooms. */
export function rooms(category: string | null): number | null {
  const match = /_(\d+)(?:_(\d+))?_R/.exec(category ?? '');
  return match === null ? null : Number(match[2] === undefined ? match[1] : `${match[1]}.${match[2]}`);
}

export function lowest(floors: readonly number[] | null): number | null {
  return floors === null || floors.length === 0 ? null : Math.min(...floors);
}

export function joinWords(first: string | null, last: string | null): string | null {
  const words = [text(first), text(last)].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(' ');
}

export function tenantIds(row: ContractRow): readonly string[] {
  return row.tenants.filter((tenant) => tenant !== null).map(({ id }) => id);
}

export function tenantName(row: TenantRow): string | null {
  return joinWords(row.first_name, row.last_name) ?? text(row.corporate_name);
}
