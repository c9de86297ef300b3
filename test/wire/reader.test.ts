import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as casavi from '../../resolvers/casavi/wire.js';
import * as facilitee from '../../resolvers/facilitee/wire.js';
import * as homeq from '../../resolvers/homeq/wire.js';
import * as pigello from '../../resolvers/pigello/wire.js';
import { heldBy } from '../../src/wire/held.js';
import { readerOf, unfit } from '../../src/wire/reader.js';

const schemas = Object.entries({ casavi, facilitee, homeq, pigello }).flatMap(([provider, wire]) =>
  Object.entries(wire).flatMap(([name, shape]: [string, unknown]): [string, z.ZodType][] =>
    shape instanceof z.ZodType ? [[`${provider} ${name}`, shape]] : [],
  ),
);

/** What a schema may meet: values of its form, of another one, or none. */
function valuesFor(shape: z.ZodType): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.constantFrom(null, undefined, '', ' ', 0, -1.5, NaN, true, 'True', {}, []),
    fc.anything(),
  );
  const likely = fc.constantFrom(
    '7',
    12,
    ' text ',
    '2026-01-05',
    '3,5',
    false,
    'estate',
    'apartment',
    10n ** 20n,
  );
  const held = heldBy(shape);
  const fit: fc.Arbitrary<unknown> =
    held === undefined
      ? withoutHolder(shape)
      : 'list' in held
        ? fc.array(fc.oneof({ weight: 4, arbitrary: valuesFor(held.list) }, odd), { maxLength: 3 })
        : 'maybe' in held
          ? valuesFor(held.maybe)
          : likely;
  return fc.oneof({ weight: 8, arbitrary: fit }, { weight: 1, arbitrary: odd });
}

function withoutHolder(shape: z.ZodType): fc.Arbitrary<unknown> {
  if (shape instanceof z.ZodPipe) return withoutHolder(shape.in as z.ZodType);
  if (shape instanceof z.ZodUnion)
    return fc.oneof(...shape.options.map((each) => withoutHolder(each as z.ZodType)));
  if (shape instanceof z.ZodNumber) return fc.oneof(fc.integer(), fc.double());
  if (shape instanceof z.ZodLiteral) return fc.constantFrom(...shape.values);
  if (!(shape instanceof z.ZodObject)) return fc.constantFrom('4711', 'a text', 4711, ' 5 ');
  const members = Object.entries(shape.shape);
  return fc.record(Object.fromEntries(members.map(([name, member]) => [name, valuesFor(member)])), {
    requiredKeys: [],
  });
}

/** Rows of a form that hold their key more often than not. */
function rowsOf(shape: z.ZodType): fc.Arbitrary<unknown> {
  const values = valuesFor(shape);
  return fc.oneof(
    values,
    fc
      .tuple(values, fc.integer({ min: 1, max: 99 }))
      .map(([row, id]) =>
        typeof row === 'object' && row !== null && !Array.isArray(row) ? { ...row, id, Id: id } : row,
      ),
  );
}

describe('a reader made of a schema', () => {
  it.each(schemas)('reads as the schema does: %s', (_, shape) => {
    const read = readerOf(shape);
    fc.assert(
      fc.property(rowsOf(shape), (row) => {
        const { success, data } = shape.safeParse(row);
        const own = read(row);
        expect(own === unfit, 'refused').toBe(!success);
        if (!success) return;
        expect(own).toEqual(data);
        if (typeof data === 'object' && data !== null)
          expect(Object.keys(own as object)).toEqual(Object.keys(data));
      }),
      { numRuns: 60, ...(process.env['CI'] === undefined ? {} : { seed: 7 }) },
    );
  });
});
