import type { Scope } from '../access/caller.js';
import type { Building, Document, Issue, Lease, Person, Unit } from './index.js';

/** An order that a list was asked in. */
export interface Order {
  readonly field: string;
  readonly descending: boolean;
}

/** The rows of the root lists. */
export interface ListRows {
  readonly buildings: Building;
  readonly units: Unit;
  readonly persons: Person;
  readonly leases: Lease;
  readonly issues: Issue;
  readonly documents: Document;
}

/** `undefined`: the row does not tell, though the record has it elsewhere. */
type OrderValue<T> = (row: T) => string | number | null | undefined;

/** By what: the enums of `schema/` name the same fields. */
const orders: { readonly [L in keyof ListRows]: Readonly<Record<string, OrderValue<ListRows[L]>>> } = {
  buildings: {
    NAME: ({ name }) => name,
    EXTERNAL_ID: ({ externalId }) => externalId,
    CREATED_AT: ({ createdAt }) => instant(createdAt),
  },
  units: {
    NUMBER: ({ number }) => number,
    EXTERNAL_ID: ({ externalId }) => externalId,
    FLOOR: ({ floor }) => floor,
    ROOMS: ({ rooms }) => rooms,
    AREA: ({ area }) => area && area.value,
    RENT: ({ rent }) => rent && Number(rent.amount),
  },
  persons: {
    DISPLAY_NAME: ({ displayName }) => displayName,
    EMAIL: ({ email }) => email,
    EXTERNAL_ID: ({ externalId }) => externalId,
  },
  leases: {
    START_DATE: ({ startDate }) => startDate,
    END_DATE: ({ endDate }) => endDate,
    SIGNED_DATE: ({ signedDate }) => signedDate,
  },
  issues: {
    CREATED_AT: ({ createdAt }) => instant(createdAt),
    UPDATED_AT: ({ updatedAt }) => instant(updatedAt),
    TITLE: ({ title }) => title,
    EXTERNAL_ID: ({ externalId }) => externalId,
  },
  documents: {
    TITLE: ({ title }) => title,
    CREATED_AT: ({ createdAt }) => instant(createdAt),
  },
};

function instant(text: string | null | undefined): number | null | undefined {
  return typeof text === 'string' ? Date.parse(text) : text;
}

/** `9` before `10`, `a` beside `A`, `å` beside `a`: one order for all sources, since the landlord's language is not known. */
const collator = new Intl.Collator('und', { numeric: true });

/**
 * Compares rows of a list. A row without the value stands behind all that have one, and in front of them where the order
 * is turned round; rows that are equal here are left as they are.
 */
export function comparison<L extends keyof ListRows>(
  list: L,
  { field, descending }: Order,
): (one: ListRows[L], other: ListRows[L]) => number {
  const value = valueOf(list, field);
  const sign = descending ? -1 : 1;
  return (one, other) => sign * compare(value(one) ?? null, value(other) ?? null);
}

/** Whether a row tells what it would be ordered by. */
export function tells<L extends keyof ListRows>(list: L, { field }: Order, row: ListRows[L]): boolean {
  return valueOf(list, field)(row) !== undefined;
}

/** Orders that tell something of a field which needs a scope, by list and field. */
const guarded: { readonly [L in keyof ListRows]?: Readonly<Record<string, Scope>> } = {
  persons: { EMAIL: 'pii:contact' },
};

/** The scope that an order takes; `null` where it takes none. */
export function scopeOfOrder(list: keyof ListRows, field: string): Scope | null {
  return guarded[list]?.[field] ?? null;
}

/** What a list can be ordered by. */
export function orderFields(list: keyof ListRows): readonly string[] {
  return Object.keys(orders[list]);
}

function valueOf<L extends keyof ListRows>(list: L, field: string): OrderValue<ListRows[L]> {
  const value = orders[list][field];
  if (value === undefined) throw new TypeError(`${list} have no order by ${field}`);
  return value;
}

function compare(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return collator.compare(String(one), String(other));
}
