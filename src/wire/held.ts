import type { z } from 'zod';

/** What a reader holds: zod keeps a transform to itself, and drift is found by comparing what came with what was wanted. */
export type Held =
  /** One value: the function that reads it, which gives null for what does not fit. */
  | { readonly leaf: (value: unknown) => unknown }
  /** A list of such entries. */
  | { readonly list: z.ZodType }
  /** One of these, or none. */
  | { readonly maybe: z.ZodType };

const held = new WeakMap<z.ZodType, Held & { readonly read: (value: unknown) => unknown }>();

/** Notes what a reader holds, and the function that it reads any value with, whether that fits or not. */
export function holding<T extends z.ZodType>(reader: T, what: Held, read: (value: unknown) => unknown): T {
  held.set(reader, { ...what, read });
  return reader;
}

export function heldBy(reader: z.ZodType): Held | undefined {
  return held.get(reader);
}

/** Objects within answers that a reader could not use. Looking for them afterwards then takes no second reading. */
const leftOut = new WeakSet<object>();

/** How a reader reads any value; `undefined` for one that is zod's own. */
export function readOf(reader: z.ZodType): ((value: unknown) => unknown) | undefined {
  return held.get(reader)?.read;
}

/** Notes that a value did not fit. */
export function leaveOut(value: unknown): void {
  if (typeof value === 'object' && value !== null) leftOut.add(value);
}

export function isLeftOut(value: object): boolean {
  return leftOut.has(value);
}
