import { z } from 'zod';
import { digestOfNationalId } from '../identity/digest.js';

/**
 * Building blocks of `wire.ts`: readers that bear what vendors really send. A member that is missing, null or of another
 * type becomes null and never costs the record; only a record without its key is unusable.
 */

/** A member that may be missing: zod counts one that is merely unknown as required. */
const anything = z.unknown().optional();

/** Text. A number is taken as text, since vendors disagree with themselves; blank text is none. */
export const text = anything.transform((value): string | null => {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
});

/**
 * A national identity number, of which only a keyed digest is kept: what is not in a record cannot leak. It serves to see
 * that two systems mean the same person.
 */
export const nationalIdDigest = text.transform((value) =>
  value === null ? null : digestOfNationalId(value),
);

/** A number. Text that holds one is taken too, with a decimal comma or point. */
export const number = anything.transform(toNumber);

export function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*-?\d+([.,]\d+)?\s*$/.test(value)) return null;
  return Number(value.trim().replace(',', '.'));
}

/** A whole number; one with decimals is none. */
export const integer = anything.transform((value): number | null => {
  const found = toNumber(value);
  return found !== null && Number.isSafeInteger(found) ? found : null;
});

/** Yes or no. Python's spelling and 0/1 are taken too. */
export const flag = anything.transform((value): boolean | null => {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 'true' || value === 'True') return true;
  if (value === 0 || value === 'false' || value === 'False') return false;
  return null;
});

/** The provider's key of a record, as text. A record without one cannot be named and is left out. */
export const key = z.union([z.string().trim().min(1), z.number()]).transform((value) => String(value));

/** A list; entries that do not fit are left out, anything else than a list is an empty one. */
export function list<T extends z.ZodType>(entry: T) {
  return anything.transform((value): z.output<T>[] =>
    Array.isArray(value)
      ? value.flatMap((each: unknown) => {
          const read = entry.safeParse(each);
          return read.success ? [read.data] : [];
        })
      : [],
  );
}

/** An object, or null for whatever is not of its form. */
export function maybe<T extends z.ZodType>(shape: T) {
  return anything.transform((value): z.output<T> | null => {
    const read = shape.safeParse(value);
    return read.success ? read.data : null;
  });
}

/** An object whose members the customer defined. */
export const freeMembers = anything.transform((value): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {},
);

/** Readings by the answer they were made of: an operation may come back to the same answer for many parents. */
const readings = new WeakMap<readonly unknown[], Map<z.ZodType, readonly unknown[]>>();

/** Reads the records of a list in their order; `null` stands for one that cannot be used, so that offsets stay right. */
export function readRows<T extends z.ZodType>(
  shape: T,
  rows: readonly unknown[],
): readonly (z.output<T> | null)[] {
  let byShape = readings.get(rows);
  if (byShape === undefined) readings.set(rows, (byShape = new Map<z.ZodType, readonly unknown[]>()));
  let read = byShape.get(shape);
  if (read === undefined) {
    read = rows.map((row) => {
      const result = shape.safeParse(row);
      return result.success ? result.data : null;
    });
    byShape.set(shape, read);
  }
  return read as readonly (z.output<T> | null)[];
}
