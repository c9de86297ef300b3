import { GraphQLError, isObjectType } from 'graphql';
import type { Context } from '../context.js';
import { refKey } from '../domain/global-id.js';
import type { NodeRecord, NodeType, Ref } from '../domain/index.js';
import type { Source } from '../domain/provider.js';
import {
  connectionOfAll,
  openEmbedded,
  prepareEdge,
  readPrepared,
  requireFirst,
  waveOf,
  type Connection,
  type ConnectionArgs,
} from '../edges/connections.js';
import { isExact, type PageEdge } from '../edges/links.js';
import { toError } from '../errors.js';
import type { Loaded, Opened } from '../loaders/loaders.js';
import { withinTime } from '../pagination/connection.js';
import type { PlannedField } from '../plan/plan.js';
import { nodeFieldsOf, wantsOf } from '../plan/shape.js';
import { inStep, isShared, nothingKnown, type Known, type Origins, type Place, type Run } from './run.js';

/** Reads the connections that hang on all rows of a place. */
export async function fetchPages(
  run: Run,
  field: PlannedField,
  edge: PageEdge,
  place: Place,
  args: ConnectionArgs,
): Promise<void> {
  const name = `${place.selection.type.name}.${field.name}`;
  const { wave } = place;
  const ahead = run.ahead.get(field);
  const parents = place.rows as readonly NodeRecord[];
  const found: (Loaded<Connection> | Error)[] = [];
  const single = (index: number, read: Promise<Loaded<Connection> | Error>): Promise<void> =>
    read.then((each) => void (found[index] = each));
  const waiting: Promise<void>[] = [];
  /** Those whose rows come together, and where they stand among all. */
  const together: number[] = [];
  parents.forEach((parent, index) => {
    const early = ahead?.get(refKey(parent.ref));
    if (early !== undefined) waiting.push(single(index, early));
    else if (mustBeRead(edge, parent)) together.push(index);
    else waiting.push(single(index, readPage(run, field, name, edge, parent, args, wave)));
  });
  if (together.length > 0) {
    const members = together.map((index) => parents[index] as NodeRecord);
    const read = await readPages(run, field, name, edge, members, args, wave);
    read.forEach((each, index) => {
      const at = together[index] as number;
      if (each instanceof Promise) waiting.push(single(at, each));
      else found[at] = each;
    });
  }
  if (waiting.length > 0) await Promise.all(waiting);

  const nodes: NodeRecord[] = [];
  const owners: NodeRecord[] = [];
  let deepest = wave;
  parents.forEach((parent, index) => {
    const own = found[index] as Loaded<Connection> | Error;
    run.set(field, parent, own instanceof Error ? own : own.value);
    if (own instanceof Error) return;
    deepest = Math.max(deepest, own.wave);
    for (const node of own.value.nodes) {
      nodes.push(node);
      owners.push(parent);
    }
  });
  await descendToNodes(
    run,
    field,
    nodes,
    edge.inverse === undefined
      ? nothingKnown
      : new Map([[edge.inverse, new Owners(nodes, owners, place.known)]]),
    () => deepest,
  );
}

/** Of which record each row is, sorted by row only where somebody follows the way back. */
class Owners implements Origins {
  readonly known: Known;
  readonly #rows: readonly object[];
  readonly #owners: readonly NodeRecord[];
  #of: ReadonlyMap<object, NodeRecord> | undefined;

  constructor(rows: readonly object[], owners: readonly NodeRecord[], known: Known) {
    this.#rows = rows;
    this.#owners = owners;
    this.known = known;
  }

  get of(): ReadonlyMap<object, NodeRecord> {
    return (this.#of ??= new Map(
      this.#rows.map((row, index): [object, NodeRecord] => [row, this.#owners[index] as NodeRecord]),
    ));
  }
}

/** Hands on the rows of connections. The two ways to them, `nodes` and `edges`, are places of their own. */
export async function descendToNodes(
  run: Run,
  field: PlannedField,
  rows: readonly NodeRecord[],
  known: Known,
  waveIn: (source: string) => number,
): Promise<void> {
  const ways = nodeFieldsOf(field);
  if (ways.length === 0) return;
  const found = rows.map((row) => ({ value: row, wave: waveIn(row.ref.source) }));
  await Promise.all(ways.map((each) => run.descend(each, found, known)));
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

/** Whether the rows of an edge have to be read: they may stand in the parent itself. */
function mustBeRead(edge: PageEdge, parent: NodeRecord): boolean {
  return edge.embedded?.(parent) === undefined;
}

/**
 * The connections of several parents, lined up with them. Where one batch brings the rows of all, they are waited for once,
 * and each parent's are cut out of it; what takes more than that is read by itself.
 */
async function readPages(
  run: Run,
  field: PlannedField,
  name: string,
  edge: PageEdge,
  parents: readonly NodeRecord[],
  args: ConnectionArgs,
  wave: number,
): Promise<readonly (Loaded<Connection> | Error | Promise<Loaded<Connection> | Error>)[]> {
  const { context } = run;
  const id = parents[0]?.ref.source ?? '';
  const source = context.sources.find((each) => each.id === id);
  const isFirstPage = args.after === null || args.after === undefined;
  if (source === undefined || parents.some(({ ref }) => ref.source !== id))
    return parents.map((parent) => readPage(run, field, name, edge, parent, args, wave));
  try {
    if (isShared(run, edge.loader)) await inStep(run, id, wave);
    const first = requireFirst(args.first);
    const opened = await context.loaders.edges(edge.loader, id, parents, wave);
    const alone = parents.map((parent, index) => {
      const own = opened[index] ?? null;
      return own instanceof Error || (isFirstPage && own?.arriving !== undefined)
        ? null
        : readOpened(run, field, name, parent, own, args, wave);
    });
    const arriving = new Set<Promise<void>>();
    opened.forEach((own, index) => {
      if (alone[index] === null && own !== null && !(own instanceof Error) && own.arriving !== undefined)
        arriving.add(own.arriving);
    });
    const isLate = await hasNotArrived(arriving, source, context.operation);
    const at = new Date();
    return parents.map((parent, index) => {
      const read = alone[index] ?? null;
      if (read !== null) return read;
      const own = opened[index] as Opened | Error;
      if (own instanceof Error) return own;
      const rows = isLate ? [] : (own.take?.() ?? []);
      const value =
        isLate || rows instanceof Error
          ? null
          : connectionOfAll(
              name,
              parent.ref,
              rows,
              { first, wants: wantsOf(field), source, at, kept: own.waves.kept ?? null },
              context,
            );
      return value === null
        ? readOpened(run, field, name, parent, own, args, wave)
        : { value, wave: Math.max(wave, own.waves.wave) };
    });
  } catch (error) {
    return parents.map(() => toError(error));
  }
}

/** Whether the operation's time was over first. What is late is read by itself, and fails as such a read does. */
async function hasNotArrived(
  arriving: ReadonlySet<Promise<void>>,
  { id, provider }: Source,
  { deadline }: Context['operation'],
): Promise<boolean> {
  if (arriving.size === 0) return false;
  return withinTime(Promise.all(arriving), { source: id, provider }, deadline - Date.now()).then(
    () => false,
    () => true,
  );
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
    return await readOpened(run, field, name, parent, opened, args, wave);
  } catch (error) {
    return toError(error);
  }
}

async function readOpened(
  { context }: Run,
  field: PlannedField,
  name: string,
  parent: NodeRecord | Ref<NodeType>,
  opened: Opened | null,
  args: ConnectionArgs,
  wave: number,
): Promise<Loaded<Connection> | Error> {
  try {
    const ref = 'ref' in parent ? parent.ref : parent;
    const prepared = prepareEdge(name, ref, opened, args, wantsOf(field), context);
    const value = await readPrepared(prepared, context);
    return { value, wave: Math.max(wave, waveOf(prepared)) };
  } catch (error) {
    return toError(error);
  }
}
