import { z } from 'zod';
import { integer, key, maybe, number, rawRows, text } from '../../../src/wire/fields.js';

/** What Lodger says, in its own names. What is missing, null or of another type is read as null; only ids must be there. */

export const house = z.object({
  id: key,
  reference: text,
  title: text,
  place: maybe(z.object({ street: text, zip: text, town: text })),
});

export const flat = z.object({
  id: key,
  houseId: text,
  reference: text,
  no: text,
  level: integer,
  sqm: number,
});

export type House = z.output<typeof house>;
export type Flat = z.output<typeof flat>;

export const page = z.object({ items: rawRows, total: integer });
