import { GraphQLError, isObjectType } from 'graphql';
import { toGlobalId } from '../domain/global-id.js';
import type { NodeRecord, NodeType, Ref } from '../domain/index.js';
import {
  openEmbedded,
  prepareEdge,
  readPrepared,
  waveOf,
  type Connection,
  type ConnectionArgs,
} from '../edges/connections.js';
import { isExact, type PageEdge } from '../edges/links.js';
import { toError } from '../errors.js';
import type { Loaded, Opened } from '../loaders/loaders.js';
import type { PlannedField } from '../plan/plan.js';
import { nodeFieldsOf, wantsOf } from '../plan/shape.js';
import { deepest, inStep, nothingKnown, type Known, type Place, type Run } from './run.js';

/** Reads the connections that hang on all rows of a place. */
export async function fetchPages(
  run: Run,
  field: PlannedField,
  edge: PageEdge,
  place: Place,
  args: ConnectionArgs,
): Promise<void> {
  const name = `${place.selection.type.name}.${field.name}`;
  const read = await Promise.all(
    place.rows.map(async (row) => {
      const record = row as NodeRecord;
      const found = await (run.ahead.get(field)?.get(toGlobalId(record.ref)) ??
        readPage(run, field, name, edge, record, args, place.wave));
      run.set(field, row, found instanceof Error ? found : found.value);
      return { record, found };
    }),
  );
  const connections = read.flatMap(({ record, found }) =>
    found instanceof Error ? [] : [{ record, connection: found.value, wave: found.wave }],
  );
  const wave = deepest(connections, place.wave);
  const of = new Map(
    connections.flatMap(({ record, connection }) =>
      connection.nodes.map((node): [object, NodeRecord] => [node, record]),
    ),
  );
  await descendToNodes(
    run,
    field,
    connections.map(({ connection }) => connection),
    edge.inverse === undefined ? nothingKnown : new Map([[edge.inverse, { of, known: place.known }]]),
    () => wave,
  );
}

/** Hands on the rows of connections. The two ways to them, `nodes` and `edges`, are places of their own. */
export async function descendToNodes(
  run: Run,
  field: PlannedField,
  connections: readonly Connection[],
  known: Known,
  waveIn: (source: string) => number,
): Promise<void> {
  const rows = connections.flatMap(({ nodes }) => nodes);
  const found = rows.map((row) => ({ value: row, wave: waveIn(row.ref.source) }));
  await Promise.all(nodeFieldsOf(field).map((each) => run.descend(each, found, known)));
}

/** Begins to read connections of which the parent's ref says enough, beside the parents themselves. */
export function startAhead(
  run: Run,
  field: PlannedField,
  refs: readonly Ref<NodeType>[],
  wave: number,
): void {
  for (const ref of new Map(refs.map((each) => [toGlobalId(each), each])).values()) {
    const source = run.context.sources.find((each) => each.id === ref.source);
    const type = run.schema.getType(ref.type);
    // A key out of another record reaches no path unchecked.
    if (source?.port.acceptsKey(ref.type, ref.key) !== true || !isObjectType(type) || !isExact(ref)) continue;
    for (const page of field.below?.(type).fields ?? []) {
      const edge = run.graph.types.get(ref.type)?.edges[page.name];
      if (edge === undefined || !('page' in edge) || page.args instanceof GraphQLError) continue;
      const { after } = page.args as ConnectionArgs;
      if (after === null || after === undefined) run.context.loaders.ahead(edge.loader, ref, wave);
      if (source.port[edge.loader]?.needs !== 'ref') continue;
      let reading = run.ahead.get(page);
      if (reading === undefined)
        run.ahead.set(page, (reading = new Map<string, Promise<Loaded<Connection> | Error>>()));
      const id = toGlobalId(ref);
      const name = `${ref.type}.${page.name}`;
      if (!reading.has(id)) reading.set(id, readPage(run, page, name, edge, ref, page.args, wave));
    }
  }
}

async function readPage(
  run: Run,
  field: PlannedField,
  name: string,
  edge: PageEdge,
  parent: NodeRecord | Ref<NodeType>,
  args: ConnectionArgs,
  wave: number,
): Promise<Loaded<Connection> | Error> {
  const { context } = run;
  try {
    const isHere = 'ref' in parent;
    const ref = isHere ? parent.ref : parent;
    const embedded = isHere ? edge.embedded?.(parent) : undefined;
    if (embedded === undefined) await inStep(run, edge.loader, ref.source, wave);
    const opened: Opened | null =
      embedded === undefined
        ? await context.loaders.edge(edge.loader, parent, wave)
        : openEmbedded(embedded, wave);
    const prepared = prepareEdge(name, ref, opened, args, wantsOf(field), context);
    const value = await readPrepared(prepared, context);
    return { value, wave: Math.max(wave, waveOf(prepared)) };
  } catch (error) {
    return toError(error);
  }
}
