import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Caller } from '../access/caller.js';
import { refusalOf } from '../access/required-scopes.js';
import { recordSource } from '../edges/record-source.js';
import type { Context } from '../context.js';
import type { Address, Area, Money, NodeRecord } from '../domain/index.js';
import type { Graph } from '../edges/declaration.js';
import { BadInputError, type ForbiddenError } from '../errors.js';
import { toAddressKey, toEmailKey, toNameKey, toReferenceKey, toWordsKey } from './normalise.js';
import type { LinkableType } from './rules.js';

/** What one record says of a field. */
export interface Said<R> {
  readonly record: R;
  /** An `Error` where it could not be read. */
  readonly value: unknown;
}

/** The value that a merged view shows, and the record that it is from. */
export interface Merged<R> {
  readonly value: unknown;
  readonly from: R | null;
}

/** Whether a value says anything: of lists an empty one says nothing that another might not know better. */
export function saysNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === 'UNKNOWN' ||
    value instanceof Error ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Fields of which all values together are the truth. */
const united: ReadonlySet<string> = new Set(['Person.roles']);

/**
 * The first value that says something. Where none does, one that was not read is an error, and an empty list is better than
 * nothing.
 */
export function merge<R>(type: LinkableType, field: string, said: readonly Said<R>[]): Merged<R> {
  const saying = said.filter(({ value }) => !saysNothing(value));
  const [first] = saying;
  if (first === undefined) {
    const failed = said.find(({ value }) => value instanceof Error);
    const rest = said.find(({ value }) => value !== null && value !== undefined);
    return { value: (failed ?? rest)?.value ?? null, from: null };
  }
  const value = united.has(`${type}.${field}`)
    ? [...new Set(saying.flatMap((each) => each.value as readonly unknown[]))]
    : first.value;
  return { value, from: first.record };
}

/** Records by the order of sources that is preferred for a field; those that are not named follow as they stand. */
export function inPreferredOrder<R extends { readonly source: string }>(
  records: readonly R[],
  preferred: readonly string[] | undefined,
): readonly R[] {
  if (preferred === undefined) return records;
  const rank = ({ source }: R): number => {
    const place = preferred.indexOf(source);
    return place < 0 ? preferred.length : place;
  };
  return [...records].sort((one, other) => rank(one) - rank(other));
}

/** How a field is compared over records, and shown where they disagree. */
interface Comparison {
  /** Equal for values that mean the same; `null` for one that cannot be compared. */
  readonly key: (value: never) => string | null;
  readonly text: (value: never) => string;
}

const plainText = (key: (text: string) => string | null): Comparison => ({
  key,
  text: (value: string) => value,
});
const word: Comparison = { key: (value: string) => (value === 'OTHER' ? null : value), text: String };
const digits = (decimals: number): Comparison => ({
  key: (value: number) => value.toFixed(decimals),
  text: String,
});
const yesOrNo: Comparison = { key: String, text: String };
const address: Comparison = {
  key: toAddressKey,
  text: ({ line1, street, houseNumber, postalCode, city }: Address) =>
    [line1 ?? join(street, houseNumber), join(postalCode, city)].filter((part) => part !== '').join(', '),
};
const money: Comparison = {
  key: ({ amount, currency }: Money) => `${Number(amount)} ${currency}`,
  text: ({ amount, currency }: Money) => `${amount} ${currency}`,
};
const area: Comparison = {
  key: ({ value }: Area) => value.toFixed(1),
  text: ({ value, unit }: Area) => (unit === 'SQUARE_METRE' ? `${value} m²` : String(value)),
};
const reference = plainText(toReferenceKey);
const name = plainText(toNameKey);

function join(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

/**
 * The fields that are compared. Left out are those that mean something else in each system, such as the number that
 * people use for a unit, and those that one system alone keeps.
 */
const compared: Readonly<Record<LinkableType, Readonly<Record<string, Comparison>>>> = {
  Building: {
    externalId: reference,
    name: plainText(toWordsKey),
    address,
    unitCount: digits(0),
    isActive: yesOrNo,
  },
  Unit: {
    externalId: reference,
    nationalUnitNumber: reference,
    kind: word,
    address,
    floor: digits(1),
    rooms: digits(1),
    area,
    rent: money,
    isActive: yesOrNo,
  },
  Person: {
    externalId: reference,
    kind: word,
    displayName: name,
    companyName: name,
    email: plainText(toEmailKey),
    address,
  },
};

export interface Conflict<R> {
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly record: R }[];
}

/** Who looks at a merged view. */
interface Viewer {
  readonly schema: GraphQLSchema;
  readonly caller: Caller;
}

/** The fields of a type that are compared, as far as a caller may see them: a conflict shows their values. */
export function comparedFor(type: LinkableType, { schema, caller }: Viewer): readonly string[] {
  return Object.keys(compared[type]).filter((field) => refusalIn(schema, type, field, caller) === null);
}

function refusalIn(
  schema: GraphQLSchema,
  type: LinkableType,
  name: string,
  { scopes }: Caller,
): ForbiddenError | null {
  const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
  return field === undefined ? null : refusalOf(schema, type, field, scopes);
}

/** What records disagree on; `null` where they do not, as far as they say anything. */
export function conflictIn<R>(
  type: LinkableType,
  field: string,
  said: readonly Said<R>[],
): Conflict<R> | null {
  const comparison = compared[type][field];
  if (comparison === undefined) return null;
  const values = said.flatMap(({ record, value }) => {
    const key = saysNothing(value) ? null : comparison.key(value as never);
    return key === null ? [] : [{ key, value: comparison.text(value as never), record }];
  });
  if (new Set(values.map(({ key }) => key)).size < 2) return null;
  return { field, values: values.map(({ value, record }) => ({ value, record })) };
}

/** A conflict as `FieldConflict` of the schema. */
export function toConflict({ field, values }: Conflict<NodeRecord>, context: Context): object {
  return {
    field,
    values: values.map(({ value, record }) => ({ value, source: recordSource(record, context) })),
  };
}

/**
 * That a field is one of those that are merged.
 *
 * @throws BadInputError
 */
export function requireMerged(
  { graph, schema, caller }: { readonly graph: Graph } & Viewer,
  type: LinkableType,
  field: string,
): void {
  const edge = graph.types.get(`Linked${type}`)?.edges[field];
  if (edge !== undefined && 'merged' in edge) {
    const refusal = refusalIn(schema, type, field, caller);
    if (refusal === null) return;
    throw refusal;
  }
  throw new BadInputError(
    `provenance: \`field\` names no merged field of Linked${type}; name one of its fields that ${type} has, too.`,
  );
}
