import type { GraphQLError, ExecutionResult } from 'graphql';
import type { Failure } from '../context.js';
import { maskError, toGraphQLError } from '../graphql-errors.js';

/** An answer before plugins make it what clients see: with the failures that stand beside a value. */
export interface Outcome {
  readonly result: ExecutionResult;
  readonly failures: readonly Failure[];
}

/**
 * Where two answers to one operation differ, as paths in the answer: `buildings.nodes.3.name`, or `errors` where the whole
 * operation failed. Values are not told: they are personal data.
 *
 * Data must be the same to the byte, the order of fields included. Errors must have the same message, place in the
 * document and code. Below a place that an error has made null several errors may be told, or one of them: which one is a
 * matter of timing, so that there only the place counts.
 *
 * @param since milliseconds since 1970: moments from then on are when something was read, and are alike
 */
export function differences(one: Outcome, other: Outcome, since = Infinity): readonly string[] {
  const found = new Set<string>();
  const data = [one.result.data, other.result.data] as const;
  // The order of members counts, too, and this is the quickest way to see it.
  if (JSON.stringify(data[0]) !== JSON.stringify(data[1])) compareValues(data[0], data[1], [], since, found);
  const told = [toldIn(one), toldIn(other)] as const;
  for (const [here, there] of [told, [told[1], told[0]]] as const) {
    for (const [place, entries] of here) {
      const others = there.get(place) ?? [];
      if (entries.join('\n') !== others.join('\n')) found.add(`errors at ${place}`);
    }
  }
  return [...found];
}

type Path = readonly (string | number)[];

function compareValues(one: unknown, other: unknown, path: Path, since: number, found: Set<string>): void {
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = Object.keys(one);
    const others = Object.keys(other);
    if (keys.join('\n') !== others.join('\n'))
      found.add(`${nameOf(path)}: ${Array.isArray(one) ? 'length' : 'fields'}`);
    for (const key of keys)
      if (Object.hasOwn(other, key)) compareValues(one[key], other[key], [...path, key], since, found);
  } else if (JSON.stringify(one) !== JSON.stringify(other)) {
    if (![one, other].every((value) => isMomentFrom(since, value))) found.add(nameOf(path));
  }
}

function isMomentFrom(since: number, value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && Date.parse(value) >= since;
}

/** What an executor made. Values of the scalar JSON are looked at as a whole: their members may be anybody's words. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    Array.isArray(value) ||
    (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null)
  );
}

function nameOf(path: Path): string {
  return path.length === 0 ? 'data' : path.join('.');
}

/** What is told at each place, in an order of its own. */
function toldIn({
  result: { data, errors = [] },
  failures,
}: Outcome): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, string[]>();
  const tell = (place: string, what: string): void => {
    const known = told.get(place);
    if (known === undefined) told.set(place, [what]);
    else if (!known.includes(what)) known.push(what);
  };
  for (const error of errors) {
    const nulled = nulledBy(error.path ?? [], data);
    tell(nameOf(nulled ?? error.path ?? []), nulled === null ? describe(error) : 'null');
  }
  for (const { error, path } of failures) {
    const nulled = nulledBy(path, data);
    // What failed for one reason in many rows may be told at one of them.
    const field = path.filter((key) => typeof key === 'string');
    if (nulled === null) tell(`${nameOf(field)} beside a value`, describe(toGraphQLError(error)));
    else tell(nameOf(nulled), 'null');
  }
  for (const entries of told.values()) entries.sort();
  return told;
}

/** The place above an error that it, or another one beside it, has made null; `null` where it has its own. */
function nulledBy(path: Path, data: unknown): Path | null {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return null;
}

function describe(error: GraphQLError): string {
  const { message, locations = [], extensions } = error;
  const code = maskError(error).extensions;
  return JSON.stringify([message, locations, extensions, code]);
}
