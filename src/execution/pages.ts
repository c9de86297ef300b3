import { GraphQLError, isObjectType } from 'graphql';
import { refKey } from '../domain/global-id.js';
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
import { deepest, inStep, isShared, nothingKnown, type Known, type Place, type Run } from './run.js';

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
      const found = await (run.ahead.get(field)?.get(refKey(record.ref)) ??
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
  const pages = new Map<string, readonly PageBelow[]>();
  const seen = new Set<string>();
  for (const ref of refs) {
    let below = pages.get(ref.type);
    if (below === undefined) pages.set(ref.type, (below = pagesBelow(run, field, ref.type)));
    if (below.length === 0 || seen.has(refKey(ref))) continue;
    seen.add(refKey(ref));
    const source = run.context.sources.find((each) => each.id === ref.source);
    // A key out of another record reaches no path unchecked.
    if (source?.port.acceptsKey(ref.type, ref.key) !== true || !isExact(ref)) continue;
    for (const { page, edge, args } of below) {
      const { after } = args;
      if (after === null || after === undefined) run.context.loaders.ahead(edge.loader, ref, wave);
      if (source.port[edge.loader]?.needs !== 'ref') continue;
      let reading = run.ahead.get(page);
      if (reading === undefined)
        run.ahead.set(page, (reading = new Map<string, Promise<Loaded<Connection> | Error>>()));
      const id = refKey(ref);
      const name = `${ref.type}.${page.name}`;
      if (!reading.has(id)) reading.set(id, readPage(run, page, name, edge, ref, args, wave));
    }
  }
}

/** A connection that a field wants of the records that it leads to. */
interface PageBelow {
  readonly page: PlannedField;
  readonly edge: PageEdge;
  readonly args: ConnectionArgs;
}

/** The connections that a field wants of records of a type. */
function pagesBelow(run: Run, field: PlannedField, name: string): readonly PageBelow[] {
  const type = run.schema.getType(name);
  if (!isObjectType(type)) return [];
  return (field.below?.(type).fields ?? []).flatMap((page) => {
    const edge = run.graph.types.get(name)?.edges[page.name];
    if (edge === undefined || !('page' in edge) || page.args instanceof GraphQLError) return [];
    return [{ page, edge, args: page.args }];
  });
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
    if (embedded === undefined && isShared(run, edge.loader)) await inStep(run, ref.source, wave);
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
