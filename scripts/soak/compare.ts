import { documentsPath } from '../../src/documents/documents.js';
import type { Answer } from './ask.js';
import { kindOf, type Path } from './findings.js';

/** Compares what came with what must be there. What is missing must have an error of its own; nothing else may differ. */
export interface Comparison {
  readonly errors: Answer['errors'];
  /** Told what is wrong, and where. */
  wrong(path: Path, what: string): void;
}

type Fields = Readonly<Record<string, unknown>>;

/** A part of a connection's `sources`. */
export interface SourceEntry {
  readonly sourceId: string;
  readonly status: 'OK' | 'PARTIAL' | 'FAILED' | 'SKIPPED';
  readonly truncated: boolean;
  readonly error: { readonly code: string; readonly message: string } | null;
}

interface Connection extends Fields {
  readonly nodes: readonly (Fields & { readonly id: string })[];
  readonly sources: readonly SourceEntry[];
}

export function compare(got: unknown, expected: unknown, path: Path, { errors, wrong }: Comparison): void {
  const at = (value: unknown, right: unknown, place: Path): void => {
    // What is never null says so.
    if (value === 'UNKNOWN' && right !== value && hasErrorBelow(errors, place)) return;
    if (value === null && right !== null) {
      if (!hasErrorBelow(errors, place)) wrong(place, `null without an error, ${kindOf(right)} expected`);
      return;
    }
    if (Array.isArray(right)) {
      if (place.at(-1) === 'sameAs') return links(value, right, place);
      if (!Array.isArray(value) || value.length !== right.length)
        return wrong(place, `${kindOf(value)}, ${kindOf(right)} expected`);
      return right.forEach((entry, index) => at(value[index], entry, [...place, index]));
    }
    if (!isFields(right)) {
      if (value !== right && !(isLink(value) && isLink(right)))
        wrong(place, `another value: ${kindOf(value)}, ${kindOf(right)} expected`);
      return;
    }
    if (!isFields(value)) return wrong(place, `${kindOf(value)}, object expected`);
    if (isConnection(right)) return connection(value as unknown as Connection, right, place);
    for (const [name, field] of Object.entries(right)) at(value[name], field, [...place, name]);
  };

  /** A connection below a record: one source holds all of it, and the expected one holds the whole list. */
  const connection = (value: Connection, right: Connection, place: Path): void => {
    const { sources, nodes } = value;
    checkEntries(sources, place, { errors, wrong });
    const isWhole = sources.every((entry) => !isLacking(entry));
    if (isWhole && sources.map(nameOf).join() !== right.sources.map(nameOf).join())
      wrong(place, `sources ${sources.map(nameOf).join()}, ${right.sources.map(nameOf).join()} expected`);
    let from = 0;
    nodes.forEach((node, index) => {
      const found = right.nodes.findIndex(({ id }, nth) => nth >= from && id === node.id);
      if (found < 0) {
        const known = right.nodes.some(({ id }) => id === node.id);
        return wrong([...place, 'nodes', index], known ? 'twice, or out of order' : 'a record of elsewhere');
      }
      from = found + 1;
      at(node, right.nodes[found], [...place, 'nodes', index]);
    });
    if (isWhole && nodes.length !== right.nodes.length)
      wrong(place, `${nodes.length} records, and all sources OK; ${right.nodes.length} expected`);
  };

  /** Which records are the same: a source that fails may take its links with it. */
  const links = (value: unknown, right: readonly unknown[], place: Path): void => {
    const idOf = (link: unknown): unknown => (link as { readonly node: Fields }).node['id'];
    if (!Array.isArray(value)) return wrong(place, `${kindOf(value)}, ${kindOf(right)} expected`);
    value.forEach((link: unknown, index) => {
      const same = right.find((entry) => idOf(entry) === idOf(link));
      if (same === undefined) wrong([...place, index], 'a link that is none');
      else at(link, same, [...place, index]);
    });
    if (value.length !== right.length && !hasErrorBelow(errors, place))
      wrong(place, `${value.length} links without an error, ${right.length} expected`);
  };

  at(got, expected, path);
}

/** Whether something failed here or below: then what is here may be null. */
export function hasErrorBelow(errors: Answer['errors'], path: Path): boolean {
  return errors.some((error) => isTellingOf(error, path));
}

/** What failed for one reason in several rows is told at the first of them: any row may be meant. */
function isTellingOf({ path: place = [], extensions }: Answer['errors'][number], path: Path): boolean {
  const isOfMany = extensions?.occurrences !== undefined;
  return path.every(
    (part, index) =>
      place[index] === part || (isOfMany && typeof part === 'number' && typeof place[index] === 'number'),
  );
}

/** Whether a source of a connection may lack records. */
export function isLacking({ status }: SourceEntry): boolean {
  return status === 'FAILED' || status === 'PARTIAL';
}

/** What a connection says of its sources: each once, and a failure in `errors` as well. */
export function checkEntries(
  sources: readonly SourceEntry[],
  path: Path,
  { errors, wrong }: Comparison,
): void {
  if (new Set(sources.map(({ sourceId }) => sourceId)).size !== sources.length)
    wrong([...path, 'sources'], 'a source twice');
  for (const { sourceId, status, error } of sources) {
    const place = [...path, 'sources', sourceId];
    if (status === 'FAILED' && error === null) wrong(place, 'FAILED without its error');
    if (status === 'OK' && error !== null) wrong(place, `OK with an error of code ${error.code}`);
    const isTold = errors.some(
      (each) =>
        each.path?.length === path.length && isTellingOf(each, path) && each.extensions?.source === sourceId,
    );
    if (status === 'FAILED' && !isTold) wrong(place, 'FAILED, and no entry in `errors` says so');
  }
}

function nameOf({ sourceId, status }: SourceEntry): string {
  return `${sourceId} ${status}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isConnection(value: Fields): value is Connection {
  return Array.isArray(value['nodes']) && Array.isArray(value['sources']);
}

/** Whether a value is a link to a file: each is made anew, with an end of its own. */
function isLink(value: unknown): boolean {
  return typeof value === 'string' && value.includes(documentsPath);
}
