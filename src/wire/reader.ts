import { z } from 'zod';
import { heldBy, readOf } from './held.js';
import { noteRaw, Row } from './raw.js';

/**
 * Readers of provider records, made of their zod schemas. They call the functions that the schemas are built of, and leave
 * out what zod does around each of them: a context, a result and a list of issues for every member. What is of no known
 * kind is read by zod itself, so that a schema always means what it says.
 */

/** Reads a value; `unfit` is one that the schema refuses. */
export type Reader = (value: unknown) => unknown;

export const unfit = Symbol('unfit');

const readers = new WeakMap<z.ZodType, Reader>();

/** Says how a schema is read where it may refuse what it is given. */
export function readBy<T extends z.ZodType>(shape: T, reader: Reader): T {
  readers.set(shape, reader);
  return shape;
}

export function readerOf(shape: z.ZodType): Reader {
  let reader = readers.get(shape);
  if (reader === undefined) readers.set(shape, (reader = makeReader(shape)));
  return reader;
}

function makeReader(shape: z.ZodType): Reader {
  const read = readOf(shape);
  if (read !== undefined) return read;
  if (shape instanceof z.ZodObject && isPlain(shape) && shape.def.catchall === undefined)
    return objectReader(shape.shape);
  if (shape instanceof z.ZodUnknown) return (value) => value;
  if (shape instanceof z.ZodString && isPlain(shape))
    return (value) => (typeof value === 'string' ? value : unfit);
  if (shape instanceof z.ZodNumber && isPlain(shape))
    return (value) => (Number.isFinite(value) ? value : unfit);
  if (shape instanceof z.ZodPipe && !(shape.out instanceof z.ZodTransform)) {
    const [first, then] = [readerOf(shape.in as z.ZodType), readerOf(shape.out as z.ZodType)];
    return (value) => {
      const own = first(value);
      return own === unfit ? unfit : then(own);
    };
  }
  return (value) => {
    const { success, data } = shape.safeParse(value);
    if (!success) return unfit;
    noteRaw(data, value);
    return data;
  };
}

/** Whether a schema has no further checks, such as a least length or a form. */
function isPlain({ def }: { readonly def: object }): boolean {
  const { checks, format, coerce } = def as {
    checks?: readonly unknown[];
    format?: string;
    coerce?: boolean;
  };
  return (checks === undefined || checks.length === 0) && format === undefined && coerce !== true;
}

function objectReader(shape: Readonly<Record<string, z.ZodType>>): Reader {
  const members = Object.entries(shape).map(([name, member]) => ({
    name,
    read: readerOf(member),
    // A member that may be missing is missing in what is read, unless its reader says what it is then.
    isKept: heldBy(member) !== undefined,
    isWanted: member instanceof z.ZodUnknown,
  }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return unfit;
    const raw = value as Readonly<Record<string, unknown>>;
    const row = new Row(raw) as object as Record<string, unknown>;
    for (const { name, read, isKept, isWanted } of members) {
      if (isWanted && !(name in raw)) return unfit;
      const own = read(raw[name]);
      if (own === unfit) return unfit;
      if (own !== undefined || isKept || name in raw) row[name] = own;
    }
    return row;
  };
}
