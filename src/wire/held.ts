import type { z } from 'zod';
import { noteRaw } from './raw.js';

/** What a reader holds: zod keeps a transform to itself, and drift is found by comparing what came with what was wanted. */
export type Held =
  /** One value: the function that reads it, which gives null for what does not fit. */
  | { readonly leaf: (value: unknown) => unknown }
  /** A list of such entries. */
  | { readonly list: z.ZodType }
  /** One of these, or none. */
  | { readonly maybe: z.ZodType };

const held = new WeakMap<z.ZodType, Held>();

/** Notes what a reader holds. */
export function holding<T extends z.ZodType>(reader: T, what: Held): T {
  held.set(reader, what);
  return reader;
}

export function heldBy(reader: z.ZodType): Held | undefined {
  return held.get(reader);
}

/** Objects within answers that a reader could not use. Looking for them afterwards then takes no second reading. */
const leftOut = new WeakSet<object>();

/** What a reader makes of a value that may not fit; null for one that does not. */
export function readOrLeave<T extends z.ZodType>(
  reader: T,
  value: unknown,
): { readonly data: z.output<T> } | null {
  const read = reader.safeParse(value);
  if (read.success) {
    noteRaw(read.data, value);
    return read;
  }
  if (typeof value === 'object' && value !== null) leftOut.add(value);
  return null;
}

export function isLeftOut(value: object): boolean {
  return leftOut.has(value);
}
