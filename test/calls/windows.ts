import { parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';

/** As many rows as a client may ask for at once. */
const mostRows = 100;

/**
 * The query with each of its windows just as long as the list it looks at (of the lists at one place of the query: as the
 * longest of them).
 *
 * @param read runs a query and brings its data
 */
export async function fillWindows(
  schema: GraphQLSchema,
  query: string,
  read: (query: string) => Promise<unknown>,
): Promise<string> {
  const connections = connectionsIn(schema, query);
  const open = connections.flatMap((each, nth) => [
    firstOf(each, mostRows),
    { from: each.selection, to: each.selection, text: ` ${rowsOf(nth)}: nodes { __typename } ` },
  ]);
  const data = await read(edited(query, open));
  return edited(
    query,
    connections.map((each, nth) => firstOf(each, Math.max(1, ...lengthsOf(data, rowsOf(nth))))),
  );
}

/** What the rows of the nth connection of a query are called, wherever they stand in the answer. */
function rowsOf(nth: number): string {
  return `rowsOfConnection${nth}`;
}

/** Where a connection's `first` stands, or is to stand and between what, and where its selection begins. */
interface Connection {
  readonly from: number;
  readonly to: number;
  readonly around: readonly [string, string];
  readonly selection: number;
}

function connectionsIn(schema: GraphQLSchema, query: string): readonly Connection[] {
  const types = new TypeInfo(schema);
  const found: Connection[] = [];
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field(field) {
        if (!/Connection!?$/.test(String(types.getType()))) return;
        const isAlone = (field.arguments ?? []).length === 0;
        const start = field.arguments?.[0]?.loc?.start ?? field.name.loc?.end ?? 0;
        const own = field.arguments?.findIndex(({ name }) => name.value === 'first') ?? -1;
        found.push({
          from: field.arguments?.[own]?.loc?.start ?? start,
          to: field.arguments?.[own]?.loc?.end ?? start,
          around: own >= 0 ? ['', ''] : isAlone ? ['(', ')'] : ['', ', '],
          selection: (field.selectionSet?.loc?.start ?? 0) + 1,
        });
      },
    }),
  );
  return found;
}

/** A change of a text. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function firstOf({ from, to, around: [before, behind] }: Connection, first: number): Edit {
  return { from, to, text: `${before}first: ${first}${behind}` };
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((all, { from, to, text: own }) => all.slice(0, from) + own + all.slice(to), text);
}

/** How long the lists of a name are, wherever they stand in the answer. */
function lengthsOf(value: unknown, name: string): readonly number[] {
  if (Array.isArray(value)) return value.flatMap((each) => lengthsOf(each, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === name && Array.isArray(member) ? [member.length] : lengthsOf(member, name),
  );
}
