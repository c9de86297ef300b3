import type { NodeRecord } from '../domain/index.js';
import type { TypeDeclaration } from '../edges/declaration.js';
import { isLinkEdge, linksOf } from '../edges/links.js';
import { toError } from '../errors.js';
import type { Loaded } from '../loaders/loaders.js';
import type { Found, Place, Run } from './run.js';

/** The answers that hold what others leave out (`undefined`), for the rows of one place. */
export interface Details {
  /** Whether some row's answer did not say this. */
  areFor(name: string): boolean;
  /** Settles when they are read; never fails. */
  readonly here: Promise<unknown>;
  /** Reads from the row, or from its detail where the row does not say. */
  tell<V>(row: object, from: (record: object) => V): Loaded<V> | Error;
}

/** Reads the details of the records whose answers did not say what is wanted of them: one batch for all fields. */
export function readDetails(
  { context }: Run,
  { selection, rows, wave, known }: Place,
  declaration: TypeDeclaration | undefined,
): Details {
  const detail = declaration?.detail;
  const source = context.sources.find(
    ({ id }) => id === (rows[0] as Partial<NodeRecord> | undefined)?.ref?.source,
  );
  const isServed = detail !== undefined && source?.port[detail] !== undefined;

  const untold = new Set<string>();
  const missing = new Set<object>();
  for (const { name } of isServed ? selection.fields : []) {
    const edge = declaration?.edges[name];
    // What leads back to where the reader came from need not be told.
    if (name === '__typename' || known.has(name)) continue;
    if (edge !== undefined && !('embed' in edge) && !isLinkEdge(edge)) continue;
    for (const row of rows) {
      const value =
        edge === undefined || 'embed' in edge
          ? (row as Readonly<Record<string, unknown>>)[name]
          : linksOf(edge, row);
      if (value !== undefined) continue;
      untold.add(name);
      missing.add(row);
    }
  }

  const details = new Map<object, Found>();
  const read = async (row: object): Promise<void> => {
    if (detail === undefined) return;
    details.set(
      row,
      await context.loaders.record(detail, (row as NodeRecord).ref, untold, wave).catch(toError),
    );
  };
  return {
    areFor: (name) => untold.has(name),
    here: Promise.all([...missing].map(read)),
    tell(row, from) {
      const value = from(row);
      const found = value === undefined ? details.get(row) : undefined;
      if (found instanceof Error) return found;
      if (found === undefined || found.value === null) return { value, wave };
      return { value: from(found.value), wave: found.wave };
    },
  };
}
