import { z } from 'zod';
import {
  flag,
  freeMembers,
  key,
  list,
  maybe,
  nationalId,
  number,
  rawRows,
  text,
} from '../../src/wire/fields.js';

/**
 * What Pigello says, in its own names. docs/pigello-accounts.txt shows the form of an object (relations as `{id}`, dates,
 * `tags`, `customer_columns`); the members of the entities below are assumed, since no document lists them. Everything
 * but `id` may be absent or null.
 */

/** `{id}`, or the whole object where a server embeds it; `{}` in bulk answers is no relation. */
const relation = maybe(z.object({ id: key }));

const common = { id: key, custom_id: text, created_at: text };

export const building = z.object({
  ...common,
  name: text,
  popular_name: text,
  address: relation,
  organization: relation,
  archived: flag,
  tags: list(z.string()),
  customer_columns: freeMembers,
});

export const address = z.object({
  id: key,
  street: text,
  street_number: text,
  postal_code: text,
  city: text,
  country: text,
  care_of: text,
  latitude: number,
  longitude: number,
});

export const apartment = z.object({
  ...common,
  landlord_custom_id: text,
  popular_name: text,
  apartment_id: text,
  building: relation,
  address: relation,
  floors: list(z.number()),
  usable_area: number,
  category: text,
  archived: flag,
});

export const apartmentcontract = z.object({
  ...common,
  id_number: text,
  apartment: relation,
  tenants: list(z.object({ id: key })),
  start_date: text,
  initial_end_date: text,
  end_date: text,
  signed_time: text,
  cancellation_time: text,
  archived: flag,
});

export const tenant = z.object({
  ...common,
  first_name: text,
  last_name: text,
  corporate_name: text,
  email: text,
  phone_number: text,
  invoice_email: text,
  ssn: nationalId,
  birth_date: text,
  current_registered_address: relation,
  active_to: text,
});

const file = maybe(z.object({ name: text, get: text }));

export const signedcontractdocument = z.object({
  ...common,
  object_id: text,
  document_file: file,
  category: text,
});

export const signabledocument = z.object({
  ...common,
  name: text,
  object_id: text,
  document_file: file,
  category: text,
  signed_time: text,
});

export const generalerrand = z.object({
  ...common,
  id_number: text,
  title: text,
  description: text,
  status: text,
  errand_type: maybe(z.object({ name: text })),
  apartment: relation,
  building: relation,
  reporter_tenant: relation,
  creator_tenant: relation,
  tenant_reviewers: list(z.object({ id: key })),
  closed_at: text,
});

export const generalerrandfile = z.object({ id: key, errand: relation, file, created_at: text });

/** Members that hold a national identity number, wherever they stand. */
export const nationalIdMembers = ['ssn'] as const;

/** The shape of each entity's rows, by the name of its path. */
export const shapes = {
  building,
  address,
  apartment,
  apartmentcontract,
  tenant,
  signedcontractdocument,
  signabledocument,
  generalerrand,
  generalerrandfile,
} as const;

export type Rows = { readonly [E in keyof typeof shapes]: z.output<(typeof shapes)[E]> };

/**
 * The rows of a list answer and its total. The envelope is not documented: a bare array, `data`, `results` or `items`
 * are taken, and a total in `meta.total`, `meta.count` or `count`. `null` for anything else.
 */
export function readEnvelope(
  body: unknown,
): { readonly rows: readonly unknown[]; readonly total: number | null } | null {
  if (Array.isArray(body)) return { rows: body, total: null };
  const envelope = envelopeOfList.safeParse(body);
  if (!envelope.success) return null;
  const { data, results, items, meta, count } = envelope.data;
  const rows = data ?? results ?? items;
  return rows === undefined ? null : { rows, total: meta?.total ?? meta?.count ?? count };
}

const envelopeOfList = z.object({
  data: rawRows.optional(),
  results: rawRows.optional(),
  items: rawRows.optional(),
  meta: maybe(z.object({ total: number, count: number })),
  count: number,
});
