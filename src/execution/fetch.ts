import { getNamedType, GraphQLError, isAbstractType } from 'graphql';
import type { NodeRecord } from '../domain/index.js';
import type { Connection } from '../edges/connections.js';
import { isLinkEdge } from '../edges/links.js';
import { toError } from '../errors.js';
import { isLinked } from '../identity/linked-record.js';
import type { Loaded } from '../loaders/loaders.js';
import { selectionFor, type PlannedField, type Selection } from '../plan/plan.js';
import { identitiesIn } from '../plan/identities.js';
import { reachesRecords } from '../plan/reach.js';
import { selectionOf } from '../plan/shape.js';
import { sharedLoaders } from '../plan/shared-loaders.js';
import { readDetails, type Details } from './details.js';
import { fetchLinkedPlace } from './linked.js';
import { fetchLinks } from './links.js';
import { fetchSame } from './same-as.js';
import { fetchPages } from './pages.js';
import { fetchRoot } from './roots.js';
import { isVain } from './vain.js';
import { deepest, nothingKnown, objectType, type Found, type Known, type Place, type Run } from './run.js';

/** What was read for a field, by the row. */
export type Values = Pick<ReadonlyMap<object, unknown>, 'get' | 'has'>;

/** What was read for the fields of rows. Fields that are not here stand in the row. */
export interface Fetched {
  valuesOf(field: PlannedField): Values | undefined;
}

/**
 * Reads everything that an operation names, breadth first: all rows at one place of the operation are handed on together,
 * so that a batch function sees all keys of a level at once and there is a promise for each edge of the plan, not for each
 * object. What was read is kept by field and row; `emit.ts` makes the answer of it.
 *
 * Rows of different sources go their own way from where they part: no source waits for another.
 */
export async function fetchAll(
  selection: Selection,
  root: object,
  { schema, graph, context }: Pick<Run, 'schema' | 'graph' | 'context'>,
): Promise<Fetched> {
  const results = new Map<PlannedField, Map<object, unknown>>();
  const run: Run = {
    schema,
    graph,
    context,
    shared: sharedLoaders(selection, schema, graph),
    ahead: new Map<PlannedField, Map<string, Promise<Loaded<Connection> | Error>>>(),
    set(field, row, value) {
      let values = results.get(field);
      if (values === undefined) results.set(field, (values = new Map<object, unknown>()));
      values.set(row, value);
    },
    has: (field, row) => results.get(field)?.has(row) === true,
    get: (field, row) => results.get(field)?.get(row),
    descend: (field, found, known) => descend(run, field, found, known),
  };
  // Whoever needs it later finds it read.
  const sound = selectionFor(
    selection.type,
    selection.fields.filter((field) => !isVain(field, run)),
  );
  for (const type of identitiesIn(sound, schema, graph))
    void context.identity.all(type).catch(() => undefined);
  await Promise.all(selection.fields.map((field) => fetchRoot(run, field, root)));
  return { valuesOf: (field) => results.get(field) };
}

/** Source by source and type by type. */
async function descend(run: Run, field: PlannedField, found: readonly Found[], known: Known): Promise<void> {
  const groups = new Map<string, Group>();
  // Rows of one kind come one after the other: most are of the group of the one before.
  let latest: Group | undefined;
  for (const each of found) {
    if (each instanceof Error || each.value === null) continue;
    const row = each.value;
    const type = typeNameOf(field, row);
    // A real thing is of no one source.
    const source = isLinked(row) ? undefined : (row as Partial<NodeRecord>).ref?.source;
    if (latest?.type !== type || latest.source !== source) {
      const key = `${source ?? ''} ${type}`;
      latest = groups.get(key);
      if (latest === undefined) groups.set(key, (latest = { source, type, rows: new Set(), wave: 0 }));
    }
    latest.rows.add(row);
    latest.wave = Math.max(latest.wave, each.wave);
  }
  await Promise.all(
    [...groups.values()].map(async ({ type, rows, wave }) => {
      const selection = field.below?.(objectType(run.schema, type));
      if (selection !== undefined) await fetchPlace(run, { selection, rows: [...rows], wave, known });
    }),
  );
}

/** Rows of one source and type. */
interface Group {
  readonly source: string | undefined;
  readonly type: string;
  readonly rows: Set<object>;
  wave: number;
}

function typeNameOf(field: PlannedField, row: object): string {
  const type = getNamedType(field.type);
  return isAbstractType(type) ? (row as NodeRecord).ref.type : type.name;
}

async function fetchPlace(run: Run, place: Place): Promise<void> {
  const { selection, rows } = place;
  const declaration = run.graph.types.get(selection.type.name);
  if (declaration?.joins !== undefined) return fetchLinkedPlace(run, place, declaration.joins);
  const details = readDetails(run, place, declaration);
  await Promise.all(
    selection.fields.map(async (field) => {
      const edge = declaration?.edges[field.name];
      try {
        if (field.args instanceof GraphQLError) throw field.args;
        if (edge === undefined || 'embed' in edge) await fetchProperty(run, field, place, details);
        else if ('page' in edge) await fetchPages(run, field, edge, place, field.args);
        else if ('same' in edge) await fetchSame(run, field, place);
        else if (isLinkEdge(edge)) await fetchLinks(run, field, edge, place, details);
      } catch (error) {
        for (const row of rows) run.set(field, row, toError(error));
      }
    }),
  );
}

/** A member of the record; where its answer did not say, of the detail that does. */
async function fetchProperty(run: Run, field: PlannedField, place: Place, details: Details): Promise<void> {
  const isUntold = details.areFor(field.name);
  const leadsOn = reachesRecords(run.schema, run.graph, getNamedType(field.type));
  if (!isUntold && !leadsOn) return;
  if (isUntold) await details.here;
  const found: Loaded<unknown>[] = [];
  for (const row of place.rows) {
    const told = details.tell(row, (record) => (record as Readonly<Record<string, unknown>>)[field.name]);
    if (isUntold) run.set(field, row, told instanceof Error ? told : told.value);
    if (!(told instanceof Error)) found.push(told);
  }
  // Objects in the record may lead on to other records, such as those responsible for a building.
  const selection = leadsOn ? selectionOf(field) : undefined;
  const objects = found.flatMap(({ value, wave }): Loaded<object>[] => {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values
      .filter((each) => typeof each === 'object' && each !== null)
      .map((each) => ({ value: each, wave }));
  });
  if (selection === undefined || objects.length === 0) return;
  await fetchPlace(run, {
    selection,
    rows: objects.map(({ value }) => value),
    wave: deepest(objects, 0),
    known: nothingKnown,
  });
}
