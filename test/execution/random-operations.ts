import {
  doTypesOverlap,
  getNamedType,
  GraphQLBoolean,
  GraphQLNonNull,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  parse,
  print,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../../src/sandbox/random.js';
import { randomArguments, randomDirectives, type Stock, type Variables } from './random-arguments.js';

/** An operation that nobody thought of. */
export interface RandomOperation {
  readonly document: DocumentNode;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Size {
  /** Fields that it has at most, roughly. */
  readonly most: number;
  /** Whether a condition may be null. That is an error of the objects below it, beside which no other can be told. */
  readonly nullConditions: boolean;
}

/**
 * What the fields of one place in the answer mean, by their names there. Whatever is selected there again, be it in a
 * fragment, must mean the same.
 */
type Meanings = Map<string, { readonly says: string; readonly below: Meanings }>;

interface Fragment {
  readonly type: GraphQLCompositeType;
  readonly text: string;
  readonly meanings: Meanings;
}

/** Names that an object of JavaScript has, or reads as something else. */
const awkwardNames = [
  '__proto__',
  '_0',
  '_1',
  'constructor',
  'toString',
  'length',
  'then',
  'failures',
  'id',
  'node',
];

/** Fields that say something else each time that they are asked. */
const restless: ReadonlySet<string> = new Set(['Source.drift', 'Query.__schema', 'Query.__type']);

/**
 * Makes up valid operations, of all that there is in a schema: aliases, fields that are merged, fragments within one
 * another, conditions, variables. The same chance makes the same operation.
 */
export function randomOperations(
  schema: GraphQLSchema,
  stock: Stock,
): (random: Random, size: Size) => RandomOperation {
  const composites = Object.values(schema.getTypeMap()).filter(
    (each): each is GraphQLCompositeType => isCompositeType(each) && !isIntrospectionType(each),
  );
  const overlapping = new Map(
    composites.map((type) => [type, composites.filter((each) => doTypesOverlap(schema, type, each))]),
  );
  const conditionsIn = (type: GraphQLCompositeType): readonly GraphQLCompositeType[] =>
    overlapping.get(type) ?? [type];
  return (random, size) => randomOperation(schema, random, stock, size, conditionsIn);
}

function randomOperation(
  schema: GraphQLSchema,
  random: Random,
  stock: Stock,
  { most, nullConditions }: Size,
  conditionsIn: (type: GraphQLCompositeType) => readonly GraphQLCompositeType[],
): RandomOperation {
  const variables: Variables = { declared: new Map(), given: {}, nullConditions };
  const fragments = new Map<string, Fragment>();
  let left = random.int(3, most);

  const query = schema.getQueryType();
  if (query === null || query === undefined) throw new TypeError('the schema has no queries');
  const selection = selectionOf(query, new Map(), 0);
  const body = [selection, ...spreadFrom(selection, fragments)].join('\n');
  const declared = [...variables.declared]
    .filter(([name]) => new RegExp(`\\$${name}\\b`).test(body))
    .map(([name, { type, preset }]) => `$${name}: ${type}${preset}`);
  const text = print(parse(`query Random${declared.length === 0 ? '' : `(${declared.join(', ')})`} ${body}`));
  return { document: parse(text), text, variables: variables.given };

  function selectionOf(type: GraphQLCompositeType, meanings: Meanings, depth: number): string {
    const wanted = random.int(1, depth === 0 ? 3 : 4);
    const parts: string[] = [];
    for (let index = 0; index < wanted && (left > 0 || parts.length === 0); index++) {
      const part =
        depth > 0 || random.chance(25) ? partOf(type, meanings, depth) : fieldIn(type, meanings, depth);
      parts.push(part ?? typeName(meanings));
    }
    return `{ ${parts.join(' ')} }`;
  }

  function partOf(type: GraphQLCompositeType, meanings: Meanings, depth: number): string | null {
    const kind = random.int(0, 99);
    if (kind < 8) return typeName(meanings);
    if (kind < (isAbstractType(type) ? 60 : 20)) return inlineIn(type, meanings, depth);
    if (kind < (isAbstractType(type) ? 80 : 30)) return spreadIn(type, meanings, depth);
    return fieldIn(type, meanings, depth);
  }

  function typeName(meanings: Meanings): string {
    return named('__typename', '', 'String!', meanings)?.text ?? '__typename';
  }

  function inlineIn(type: GraphQLCompositeType, meanings: Meanings, depth: number): string {
    const condition = random.chance(15) ? null : random.pick(conditionsIn(type));
    const on = condition === null ? '' : ` on ${condition.name}`;
    const directives = randomDirectives(random, variables, boolean);
    return `...${on}${directives} ${selectionOf(condition ?? type, meanings, depth + 1)}`;
  }

  function spreadIn(type: GraphQLCompositeType, meanings: Meanings, depth: number): string | null {
    const fitting = [...fragments].filter(
      ([, each]) => doTypesOverlap(schema, type, each.type) && agrees(each.meanings, meanings),
    );
    const directives = randomDirectives(random, variables, boolean);
    if (fitting.length > 0 && random.chance(60)) {
      const [name, { meanings: more }] = random.pick(fitting);
      adopt(more, meanings);
      return `...${name}${directives}`;
    }
    const on = random.pick(conditionsIn(type));
    const own: Meanings = new Map();
    const text = selectionOf(on, own, depth + 1);
    const name = `F${fragments.size}`;
    if (!agrees(own, meanings)) return null;
    fragments.set(name, { type: on, text, meanings: own });
    adopt(own, meanings);
    return `...${name}${directives}`;
  }

  function fieldIn(type: GraphQLCompositeType, meanings: Meanings, depth: number): string | null {
    if (!('getFields' in type)) return null;
    const all = Object.values(type.getFields()).filter(({ name }) => !restless.has(`${type.name}.${name}`));
    const leaves = all.filter((each) => !isCompositeType(getNamedType(each.type)));
    const others = all.filter((each) => isCompositeType(getNamedType(each.type)));
    const goesOn = others.length > 0 && left > 0 && depth < 9 && random.chance(isObjectType(type) ? 50 : 30);
    // The one list whose items may be null: drawn as others are, it would be met too seldom.
    const nodes = depth === 0 && random.chance(10) ? others.filter(({ name }) => name === 'nodes') : [];
    const from = nodes.length > 0 ? nodes : goesOn || leaves.length === 0 ? others : leaves;
    const field = random.pick(from) as GraphQLField<unknown, unknown>;
    left -= 1;
    const args = randomArguments(`${type.name}.${field.name}`, field.args, random, stock, variables);
    const place = named(field.name, args, String(field.type), meanings);
    if (place === null) return null;
    const directives = randomDirectives(random, variables, boolean);
    const below = getNamedType(field.type);
    const selection = isCompositeType(below) ? ` ${selectionOf(below, place.below, depth + 1)}` : '';
    return `${place.text}${directives}${selection}`;
  }

  /** A field with a name in the answer that means nothing else there; `null` where none was found. */
  function named(
    field: string,
    args: string,
    type: string,
    meanings: Meanings,
  ): { readonly text: string; readonly below: Meanings } | null {
    const says = `${field}${args}: ${type}`;
    const names = [
      ...(random.chance(75) ? [field] : []),
      ...(random.chance(15) ? [random.pick(awkwardNames)] : []),
      `a${random.int(0, 3)}`,
      `b${random.int(0, 9)}`,
      field,
    ];
    for (const name of names) {
      let meaning = meanings.get(name);
      if (meaning !== undefined && meaning.says !== says) continue;
      if (meaning === undefined) meanings.set(name, (meaning = { says, below: new Map() }));
      return { text: `${name === field ? '' : `${name}: `}${field}${args}`, below: meaning.below };
    }
    return null;
  }
}

/** The fragments that a selection spreads, and those that they spread: what was made up in vain is left out. */
function spreadFrom(selection: string, fragments: ReadonlyMap<string, Fragment>): readonly string[] {
  const wanted = new Set<string>();
  const look = (text: string): void => {
    for (const [, name] of text.matchAll(/\.\.\.(F\d+)\b/g)) {
      const fragment = fragments.get(name ?? '');
      if (name === undefined || fragment === undefined || wanted.has(name)) continue;
      wanted.add(name);
      look(fragment.text);
    }
  };
  look(selection);
  return [...fragments]
    .filter(([name]) => wanted.has(name))
    .map(([name, { type, text }]) => `fragment ${name} on ${type.name} ${text}`);
}

const boolean = new GraphQLNonNull(GraphQLBoolean);

/** Whether what is selected twice means the same both times. */
function agrees(more: Meanings, meanings: Meanings): boolean {
  return [...more].every(([name, { says, below }]) => {
    const known = meanings.get(name);
    return known === undefined || (known.says === says && agrees(below, known.below));
  });
}

function adopt(more: Meanings, meanings: Meanings): void {
  for (const [name, { says, below }] of more) {
    let known = meanings.get(name);
    if (known === undefined) meanings.set(name, (known = { says, below: new Map() }));
    adopt(below, known.below);
  }
}
