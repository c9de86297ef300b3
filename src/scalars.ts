import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/**
 * A value of the scalar JSON. In a holder, since what a provider sent may have any members, and to the executor some of
 * them would mean something (`failures`).
 */
export interface Json {
  readonly json: unknown;
}

/**
 * The scalars of `schema/scalars.graphql`. All but JSON are text: mappers make sure of the form of what goes out, here
 * the form of what comes in is checked. Their descriptions stand in the SDL.
 */
export const scalars = {
  DateTime: textScalar(
    'DateTime',
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i,
    'a moment with its offset such as 2025-03-01T09:30:00Z',
  ),
  Date: textScalar('Date', /^\d{4}-\d{2}-\d{2}$/, 'a day such as 2025-03-01'),
  Decimal: textScalar('Decimal', /^-?\d+(\.\d+)?$/, 'a decimal number as text such as "650.50"'),
  CurrencyCode: textScalar('CurrencyCode', /^[A-Z]{3}$/, 'three capital letters such as SEK'),
  CountryCode: textScalar('CountryCode', /^[A-Z]{2}$/, 'two capital letters such as SE'),
  URL: textScalar('URL', /^[a-z][a-z0-9+.-]*:\S+$/i, 'an absolute URL'),
  EmailAddress: textScalar('EmailAddress', /^\S+@\S+$/, 'an e-mail address'),
  JSON: new GraphQLScalarType({ name: 'JSON', serialize: (value) => (value as Json).json }),
} as const;

function textScalar(name: string, form: RegExp, wanted: string): GraphQLScalarType {
  const parse = (value: unknown, nodes: readonly ValueNode[] = []): string => {
    if (typeof value === 'string' && form.test(value) && isCalendarTime(name, value)) return value;
    throw new GraphQLError(`${name} must be ${wanted}.`, { nodes });
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => (value instanceof Date ? value.toISOString() : value),
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, [node]),
  });
}

/** The 31st of February has the form of a day and is none. */
function isCalendarTime(name: string, value: string): boolean {
  if (name !== 'DateTime' && name !== 'Date') return true;
  const day = value.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(value)) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(day)
  );
}
