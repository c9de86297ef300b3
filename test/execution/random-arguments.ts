import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import type { Random } from '../../src/sandbox/random.js';

/** What there is to ask for: without real values, almost every operation would ask for nothing. */
export interface Stock {
  /** Ids by type; those of records that are not there, or of no record, among them. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Cursors that were written for a field without a filter, by the field, e.g. `Query.units`. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
}

/** The variables of an operation that is being made up. */
export interface Variables {
  /** Type and default by name. */
  readonly declared: Map<string, { readonly type: string; readonly preset: string }>;
  /** Whether conditions may be null, each of which is an error. */
  readonly nullConditions: boolean;
  /** What the request sends. */
  readonly given: Record<string, unknown>;
}

interface Value {
  readonly literal: string;
  readonly json: unknown;
}

/** The arguments of a field, as they stand in the document; nothing where it has none. */
export function randomArguments(
  place: string,
  args: readonly GraphQLArgument[],
  random: Random,
  stock: Stock,
  variables: Variables,
): string {
  const chosen = args.filter(
    ({ name, type }) => isNonNullType(type) || random.chance(name === 'first' ? 60 : 22),
  );
  // Rows by the dozen show nothing that a few do not.
  const bounded = args.find(({ name }) => name === 'first');
  const all =
    bounded !== undefined && !chosen.includes(bounded) && random.chance(90) ? [...chosen, bounded] : chosen;
  if (all.length === 0) return '';
  const texts = all.map(
    ({ name, type }) => `${name}: ${argument(`${place}.${name}`, type, random, stock, variables)}`,
  );
  return `(${texts.join(', ')})`;
}

/** A literal, or a variable in its place. */
function argument(
  place: string,
  type: GraphQLInputType,
  random: Random,
  stock: Stock,
  variables: Variables,
): string {
  const value = (): Value => valueOf(place, type, random, stock);
  if (!random.chance(35)) return value().literal;
  const known = [...variables.declared].filter(([, each]) => each.type === String(type));
  if (known.length > 0 && random.chance(25)) return `$${random.pick(known)[0]}`;
  return `$${declare(type, value, random, variables)}`;
}

/** `@skip` and `@include`, seldom. */
export function randomDirectives(random: Random, variables: Variables, boolean: GraphQLInputType): string {
  if (!random.chance(12)) return '';
  const condition = (): string => {
    if (random.chance(40)) return String(random.chance(50));
    const value = (): Value => plain(random.chance(50));
    return `$${declare(boolean, value, random, variables)}`;
  };
  const one = random.pick(['skip', 'include']);
  const other = one === 'skip' ? 'include' : 'skip';
  return ` @${one}(if: ${condition()})${random.chance(15) ? ` @${other}(if: ${condition()})` : ''}`;
}

/** Declares a variable: with a default or without, given, left out, null, and seldom what does not fit. */
function declare(type: GraphQLInputType, value: () => Value, random: Random, variables: Variables): string {
  const name = `v${variables.declared.size}`;
  const { json } = value();
  const kind = random.int(0, 99);
  const set = (declared: string, preset: string, given?: unknown): void => {
    variables.declared.set(name, { type: declared, preset });
    if (given !== undefined) variables.given[name] = given;
  };
  if (kind < 45) set(String(type), '', json);
  else if (kind < 60) set(String(type), ` = ${value().literal}`);
  else if (kind < 70) set(String(type), ` = ${value().literal}`, json);
  else if (kind < 73) set(String(type), '', { no: 'such value' });
  else if (isNonNullType(type)) {
    const nullable = String(type.ofType);
    const { literal } = valueOf('', type, random, { ids: {}, cursors: {} });
    // What may be null stands where nothing may: fit by its default, until null is sent.
    if (kind < 93 || (nullable === 'Boolean' && !variables.nullConditions))
      set(nullable, ` = ${literal}`, json);
    else set(nullable, ` = ${literal}`, null);
  } else if (kind < 90) set(String(type), '');
  else set(String(type), '', null);
  return name;
}

function valueOf(place: string, type: GraphQLInputType, random: Random, stock: Stock): Value {
  if (isNonNullType(type)) return sound(place, type.ofType, random, stock);
  return random.chance(4) ? plain(null) : sound(place, type, random, stock);
}

function sound(place: string, type: GraphQLInputType, random: Random, stock: Stock): Value {
  if (isNonNullType(type)) return sound(place, type.ofType, random, stock);
  if (isListType(type)) {
    const count = place === 'Query.nodes.ids' ? random.int(0, 6) : random.int(0, 2);
    const items = Array.from({ length: count }, () => valueOf(place, type.ofType, random, stock));
    return {
      literal: `[${items.map(({ literal }) => literal).join(', ')}]`,
      json: items.map(({ json }) => json),
    };
  }
  if (isEnumType(type)) {
    const { name } = random.pick(type.getValues());
    return { literal: name, json: name };
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const chosen = fields.filter(
      (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || random.chance(18),
    );
    const members = chosen.map(
      ({ name, type: of }) => [name, valueOf(`${type.name}.${name}`, of, random, stock)] as const,
    );
    return {
      literal: `{ ${members.map(([name, { literal }]) => `${name}: ${literal}`).join(', ')} }`,
      json: Object.fromEntries(members.map(([name, { json }]) => [name, json])),
    };
  }
  switch (type.name) {
    case 'Int':
      return plain(random.chance(94) ? random.int(1, 3) : random.pick([0, -1, 101]));
    case 'Boolean':
      return plain(random.chance(50));
    case 'DateTime':
      return plain(random.pick(['2024-01-01T00:00:00Z', '2025-06-30T12:00:00+02:00']));
    case 'ID':
      return plain(idFor(place, random, stock));
    default:
      return plain(textFor(place, random, stock));
  }
}

function idFor(place: string, random: Random, { ids }: Stock): string {
  if (place.endsWith('.sources')) return random.pick(['pigello', 'facilitee', 'homeq', 'casavi', 'nobody']);
  const wanted = /^Query\.(\w+)\.id$/.exec(place)?.[1] ?? /\.(\w+)$/.exec(place)?.[1] ?? '';
  const fitting = ids[wanted.toLowerCase()] ?? [];
  const others = Object.values(ids).flat();
  if (fitting.length > 0 && random.chance(80)) return random.pick(fitting);
  return others.length > 0 && random.chance(90) ? random.pick(others) : random.pick(['', 'no id', 'QQ']);
}

function textFor(place: string, random: Random, { cursors }: Stock): string {
  if (place.endsWith('.after')) {
    const fitting = cursors[place.slice(0, -'.after'.length)] ?? [];
    const others = Object.values(cursors).flat();
    if (fitting.length > 0 && random.chance(75)) return random.pick(fitting);
    return others.length > 0 && random.chance(60) ? random.pick(others) : 'no cursor';
  }
  if (place.endsWith('.field')) return random.pick(['name', 'address', 'kind', 'email', 'no such field']);
  return random.pick(['a', 'an', '1', 'HUS-1', 'zzz', '']);
}

function plain(json: string | number | boolean | null): Value {
  return { literal: JSON.stringify(json), json };
}
