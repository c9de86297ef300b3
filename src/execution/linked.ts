import { GraphQLError, type GraphQLObjectType } from 'graphql';
import { recordSource } from '../edges/record-source.js';
import type { NodeRecord } from '../domain/index.js';
import { readPrepared, waveOf, type ConnectionArgs } from '../edges/connections.js';
import { isLinkedEdge, type LinkedEdge } from '../edges/declaration.js';
import { suffices } from '../edges/links.js';
import { toError } from '../errors.js';
import {
  comparedFor,
  conflictIn,
  inPreferredOrder,
  merge,
  requireMerged,
  toConflict,
  type Said,
} from '../identity/merge.js';
import type { LinkableType } from '../identity/rules.js';
import { prepareJoinedPage, readLinkedPage } from '../identity/linked-edges.js';
import { type LinkedConnection, readLinkedList } from '../identity/linked-list.js';
import { readLinkedOne } from '../identity/linked-lookup.js';
import { type LinkedRecord, readBuildingOf, readMembers } from '../identity/linked-record.js';
import type { Loaded } from '../loaders/loaders.js';
import { selectionFor, type PlannedField, type Selection } from '../plan/plan.js';
import { nodeFieldsOf, selectionOf, wantsOf } from '../plan/shape.js';
import { descendToNodes } from './pages.js';
import { nothingKnown, objectType, type Found, type Place, type Run } from './run.js';

/** Reads a field of `Query` that brings real things. */
export async function fetchLinkedRoot(
  run: Run,
  field: PlannedField,
  root: object,
  declared: { readonly linkedList: LinkableType } | { readonly linkedOne: LinkableType },
): Promise<void> {
  if (field.args instanceof GraphQLError) throw field.args;
  if ('linkedOne' in declared) {
    const found = await readLinkedOne(declared.linkedOne, field.args, run.context);
    return setLinked(run, field, root, found);
  }
  const found = await readLinkedList(declared.linkedList, field.args, run.context);
  run.set(field, root, found.value);
  await descendToLinked(run, field, [found]);
}

export async function setLinked(
  run: Run,
  field: PlannedField,
  row: object,
  found: Loaded<LinkedRecord | null>,
): Promise<void> {
  run.set(field, row, found.value);
  await run.descend(field, [found], nothingKnown);
  // Of a thing of which no record can be read, nothing is known.
  if (found.value?.isGone === true) run.set(field, row, found.value.failures[0] ?? null);
}

async function descendToLinked(
  run: Run,
  field: PlannedField,
  connections: readonly Loaded<LinkedConnection>[],
): Promise<void> {
  const rows = connections.flatMap(({ value, wave }): Found[] =>
    value.nodes.map((node) => ({ value: node, wave })),
  );
  await Promise.all(nodeFieldsOf(field).map((each) => run.descend(each, rows, nothingKnown)));
}

/** Reads what is wanted of real things: of their records, and of what hangs on these. */
export async function fetchLinkedPlace(run: Run, place: Place, joins: LinkableType): Promise<void> {
  const rows = place.rows as readonly LinkedRecord[];
  const edges = run.graph.types.get(place.selection.type.name)?.edges ?? {};
  const members = fetchMembers(run, place, joins, edges as Readonly<Record<string, LinkedEdge>>);
  await Promise.all([
    members,
    ...place.selection.fields.map(async (field) => {
      const edge = edges[field.name];
      if (edge === undefined || !isLinkedEdge(edge)) return;
      try {
        if ('joined' in edge) await fetchJoined(run, field, edge, rows, place.wave);
        else if ('joinedLinked' in edge) await fetchJoinedLinked(run, field, edge, rows, place.wave);
        else if ('buildingOf' in edge) {
          await Promise.all(
            rows.map(async (row) => setLinked(run, field, row, await readBuildingOf(row, run.context))),
          );
        }
      } catch (error) {
        for (const row of rows) run.set(field, row, toError(error));
      }
    }),
  ]);
}

/** The records, and the fields that are merged of them. */
async function fetchMembers(
  run: Run,
  { selection, rows: all, wave }: Place,
  joins: LinkableType,
  edges: Readonly<Record<string, LinkedEdge>>,
): Promise<void> {
  const rows = all as readonly LinkedRecord[];
  const type = objectType(run.schema, joins);
  const kindOf = (field: PlannedField): LinkedEdge | undefined => edges[field.name];
  const of = (kind: string): readonly PlannedField[] =>
    selection.fields.filter((field) => kind in (kindOf(field) ?? {}));
  const merged = of('merged');
  const asked = of('provenance');
  const conflicts = of('conflicts');
  const members = of('members');

  const viewer = { graph: run.graph, schema: run.schema, caller: run.context.caller };
  // Fields of which only the record's word is wanted, not what a query selects of it.
  const bare = new Map<string, PlannedField>();
  const bareField = (name: string): PlannedField => {
    let field = bare.get(name);
    if (field === undefined) bare.set(name, (field = bareFieldOf(type, name)));
    return field;
  };
  const provenance = asked.flatMap((field) => {
    if (field.args instanceof GraphQLError) return [];
    const name = String(field.args['field']);
    try {
      requireMerged(viewer, joins, name);
      return [{ field, name }];
    } catch (error) {
      for (const row of rows) run.set(field, row, toError(error));
      return [];
    }
  });
  for (const { name } of provenance) bareField(name);
  const comparable = conflicts.length > 0 ? comparedFor(joins, viewer) : [];
  for (const name of comparable) bareField(name);

  const fields = [...merged, ...bare.values()];
  const wanted = new Set([
    ...fields.map(({ name }) => name),
    ...members.flatMap((field) => [...(selectionOf(field)?.names ?? [])]),
  ]);
  const first = rows[0]?.entity.members[0];
  const isNamed = first === undefined || suffices(first.ref, wanted);
  const read = await Promise.all(
    rows.map(async (row): Promise<readonly Loaded<NodeRecord>[]> => {
      if (!isNamed) return readMembers(row, wanted, run.context, wave);
      // To name the records costs nothing.
      row.members = row.entity.members.map(({ ref }) => ({ ref }) as NodeRecord);
      return row.members.map((value) => ({ value, wave }));
    }),
  );
  const found = read.flat();
  for (const field of members) rows.forEach((row) => run.set(field, row, row.members));
  const whole = selectionFor(type, fields);
  await Promise.all([
    fields.length === 0 ? null : run.descend(placeholder(type, whole), found, nothingKnown),
    ...members.map((field) => run.descend(field, found, nothingKnown)),
  ]);

  for (const row of rows) {
    const say = (field: PlannedField): readonly Said<NodeRecord>[] => saidOf(run, joins, row, field);
    for (const field of merged) {
      const said = say(field);
      const { value, from } = merge(joins, field.name, said);
      run.set(field, row, value);
      if (from !== null) noteFailures(run, row, said);
    }
    for (const { field, name } of provenance) {
      const { from } = merge(joins, name, say(bareField(name)));
      run.set(field, row, from === null ? null : recordSource(from, run.context));
    }
    for (const field of conflicts) {
      const values = comparable.flatMap((name) => {
        const conflict = conflictIn(joins, name, say(bareField(name)));
        return conflict === null ? [] : [conflict];
      });
      run.set(
        field,
        row,
        values.map((conflict) => toConflict(conflict, run.context)),
      );
    }
  }
}

/** What the records say of a field, in the order that is preferred for it. */
function saidOf(
  { context, ...run }: Run,
  joins: LinkableType,
  { members }: LinkedRecord,
  field: PlannedField,
): readonly Said<NodeRecord>[] {
  const preferred = context.registry.settings.prefer[`${joins}.${field.name}`];
  const inOrder = inPreferredOrder(
    members.map((record) => ({ record, source: record.ref.source })),
    preferred,
  );
  return inOrder.map(({ record }) => ({
    record,
    value: run.has(field, record)
      ? run.get(field, record)
      : (record as unknown as Readonly<Record<string, unknown>>)[field.name],
  }));
}

/** A value that could not be read of one record, where another had one: the view answers, and says so. */
function noteFailures({ context }: Run, row: LinkedRecord, said: readonly Said<NodeRecord>[]): void {
  for (const { record, value } of said) {
    const source = context.sources.find(({ id }) => id === record.ref.source);
    if (!(value instanceof Error) || source === undefined) continue;
    row.statuses.add({
      source,
      status: 'PARTIAL',
      error: value,
      truncated: false,
      fetchedAt: record.fetchedAt,
    });
  }
}

/** A field of a record as it stands, without anything below it. */
function bareFieldOf(type: GraphQLObjectType, name: string): PlannedField {
  const definition = type.getFields()[name];
  if (definition === undefined) throw new TypeError(`${type.name} has no field ${name}`);
  return { key: name, name, type: definition.type, nodes: [], args: {}, assumedSize: 1, below: null };
}

/** A field that leads to records of which so much is wanted. */
function placeholder(type: GraphQLObjectType, selection: Selection): PlannedField {
  return { ...bareHolder, type, below: () => selection };
}

const bareHolder = { key: '', name: '', nodes: [], args: {}, assumedSize: 1 };

async function fetchJoined(
  run: Run,
  field: PlannedField,
  { loader }: Extract<LinkedEdge, { joined: unknown }>,
  rows: readonly LinkedRecord[],
  wave: number,
): Promise<void> {
  if (field.args instanceof GraphQLError) throw field.args;
  const args = field.args as ConnectionArgs;
  const read = await eachRow(run, field, rows, async (row) => {
    const page = { field: field.name, loader };
    const prepared = await prepareJoinedPage(row, page, args, wantsOf(field), run.context, wave);
    const value = await readPrepared(prepared, run.context);
    return { value, wave: Math.max(wave, waveOf(prepared)) };
  });
  const deepest = read.reduce((most, each) => Math.max(most, each.wave), wave);
  await descendToNodes(
    run,
    field,
    read.flatMap(({ value }) => value.nodes),
    nothingKnown,
    () => deepest,
  );
}

/** What is read for a field of each row; where that fails for one, the others have theirs. */
async function eachRow<T>(
  run: Run,
  field: PlannedField,
  rows: readonly LinkedRecord[],
  read: (row: LinkedRecord) => Promise<Loaded<T>>,
): Promise<readonly Loaded<T>[]> {
  const found = await Promise.all(
    rows.map(async (row) => {
      const each = await read(row).catch(toError);
      run.set(field, row, each instanceof Error ? each : each.value);
      return each;
    }),
  );
  return found.filter((each): each is Loaded<T> => !(each instanceof Error));
}

async function fetchJoinedLinked(
  run: Run,
  field: PlannedField,
  { joinedLinked: target, loader }: Extract<LinkedEdge, { joinedLinked: unknown }>,
  rows: readonly LinkedRecord[],
  wave: number,
): Promise<void> {
  if (field.args instanceof GraphQLError) throw field.args;
  const args = field.args as ConnectionArgs;
  const read = await eachRow(run, field, rows, (row) =>
    readLinkedPage(row, { field: field.name, target, loader }, args, run.context, wave),
  );
  await descendToLinked(run, field, read);
}
