import type { z } from 'zod';
import type { RecordDrift } from './drift.js';
import { readerOf, unfit } from './reader.js';

/** What was made of answers: an operation may come back to the same answer for many parents. */
function readings<V>() {
  const made = new WeakMap<object, Map<z.ZodType, V>>();
  return (answer: object, shape: z.ZodType, make: () => V): V => {
    let byShape = made.get(answer);
    if (byShape === undefined) made.set(answer, (byShape = new Map<z.ZodType, V>()));
    const known = byShape.get(shape);
    if (known !== undefined) return known;
    const value = make();
    byShape.set(shape, value);
    return value;
  };
}

function orNull(read: unknown): unknown {
  return read === unfit || read === undefined ? null : read;
}

const rowsOf = readings<readonly unknown[]>();

/** Reads the records of a list in their order; `null` stands for one that cannot be used, so that offsets stay right. */
export function readRows<T extends z.ZodType>(
  shape: T,
  rows: readonly unknown[],
  drift: RecordDrift,
): readonly (z.output<T> | null)[] {
  return rowsOf(rows, shape, () => {
    const one = readerOf(shape);
    const read = rows.map((row) => orNull(one(row)));
    drift.count(shape, rows, read);
    return read;
  }) as readonly (z.output<T> | null)[];
}

const recordOf = readings<{ readonly record: unknown }>();

/** Reads an answer that is a single record; `null` if it cannot be used. */
export function readRecord<T extends z.ZodType>(
  shape: T,
  body: unknown,
  drift: RecordDrift,
): z.output<T> | null {
  const make = () => {
    const record = orNull(readerOf(shape)(body));
    drift.count(shape, [body], [record]);
    return { record };
  };
  // What is no object is no record either, and nobody comes back to it.
  const { record } = typeof body === 'object' && body !== null ? recordOf(body, shape, make) : make();
  return record as z.output<T> | null;
}
