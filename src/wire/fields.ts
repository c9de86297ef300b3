import { z } from 'zod';
import { IdentityNumber } from '../identity/digest.js';
import { holding, leaveOut } from './held.js';
import { readBy, readerOf, unfit, type Reader } from './reader.js';

/**
 * Building blocks of `wire.ts`: readers that bear what vendors really send. A member that is missing, null or of another
 * type becomes null and never costs the record; only a record without its key is unusable. What did not fit is counted by
 * `drift.ts`, for which each reader notes what it holds.
 */

/** A member that may be missing: zod counts one that is merely unknown as required. */
const anything = z.unknown().optional();

/** One value, as a function reads it that gives null for what does not fit. */
export function leaf<T>(read: (value: unknown) => T | null) {
  return holding(anything.transform(read), { leaf: read }, read);
}

/** Text. A number is taken as text, since vendors disagree with themselves; blank text is none. */
export const text = leaf(toText);

function toText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** A national identity number as it is written, and what two systems are seen to mean the same person by. */
export interface NationalId {
  readonly number: string;
  readonly identity: IdentityNumber;
}

/**
 * A national identity number. The number is for the one field that shows it, behind its scope; everything else has the
 * digest to go by.
 */
export const nationalId = holding(anything.transform(toNationalId), { leaf: toText }, toNationalId);

function toNationalId(value: unknown): NationalId | null {
  const number = toText(value);
  return number === null ? null : { number, identity: new IdentityNumber(number) };
}

/** A number. Text that holds one is taken too, with a decimal comma or point. */
export const number = leaf(toNumber);

export function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*-?\d+([.,]\d+)?\s*$/.test(value)) return null;
  return Number(value.trim().replace(',', '.'));
}

/** A whole number; one with decimals is none. */
export const integer = leaf((value): number | null => {
  const found = toNumber(value);
  return found !== null && Number.isSafeInteger(found) ? found : null;
});

/** Yes or no. Python's spelling and 0/1 are taken too. */
export const flag = leaf((value): boolean | null => {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 'true' || value === 'True') return true;
  if (value === 0 || value === 'false' || value === 'False') return false;
  return null;
});

/** The provider's key of a record, as text. A record without one cannot be named and is left out. */
export const key = readBy(
  z.union([z.string().trim().min(1), z.number()]).transform((value) => String(value)),
  (value) => {
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : unfit;
    const trimmed = typeof value === 'string' ? value.trim() : '';
    return trimmed === '' ? unfit : trimmed;
  },
);

/** A list; entries that do not fit are left out, anything else than a list is an empty one. */
export function list<T extends z.ZodType>(entry: T) {
  const read = (value: unknown): z.output<T>[] => (Array.isArray(value) ? entriesOf(entry, value) : []);
  return holding(anything.transform(read), { list: entry }, read);
}

/** A list, or null where the answer has no such member: an empty list and none mean different things. */
export function listed<T extends z.ZodType>(entry: T) {
  const read = (value: unknown): z.output<T>[] | null =>
    Array.isArray(value) ? entriesOf(entry, value) : null;
  return holding(anything.transform(read), { list: entry }, read);
}

function entriesOf<T extends z.ZodType>(entry: T, values: readonly unknown[]): z.output<T>[] {
  const read = readerOf(entry);
  const entries: z.output<T>[] = [];
  for (const value of values) {
    const own = read(value);
    if (own === unfit) leaveOut(value);
    else entries.push(own as z.output<T>);
  }
  return entries;
}

/** An object, or null for whatever is not of its form. */
export function maybe<T extends z.ZodType>(shape: T) {
  let reader: Reader | undefined;
  const read = (value: unknown): z.output<T> | null => {
    const own = (reader ??= readerOf(shape))(value);
    if (own !== unfit) return own as z.output<T>;
    leaveOut(value);
    return null;
  };
  return holding(anything.transform(read), { maybe: shape }, read);
}

/** An object whose members the customer defined. */
export const freeMembers = holding(
  anything.transform((value) => toMembers(value) ?? {}),
  { leaf: toMembers },
  (value) => toMembers(value) ?? {},
);

function toMembers(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The records of an answer as they came: always the same list for the same answer, so that they are read only once. */
export const rawRows = z.custom<readonly unknown[]>((value) => Array.isArray(value));
