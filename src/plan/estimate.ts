import { GraphQLError, getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import {
  isRef,
  type Link,
  type NodeRecord,
  type NodeType,
  type RecordOf,
  type Ref,
} from '../domain/index.js';
import type { EdgeLoader, Fields, RecordLoader, RecordLoaderName, Source } from '../domain/provider.js';
import { prepareEdge, prepareList, type ConnectionArgs, type ListArgs } from '../edges/connections.js';
import type { Graph, TypeDeclaration } from '../edges/declaration.js';
import { linksOf, loaderOf, suffices, type LinkEdge, type OneEdge, type PageEdge } from '../edges/links.js';
import { refsIn } from '../edges/refs.js';
import { BadInputError } from '../errors.js';
import type { PlannedField, Selection } from './plan.js';
import { reachesRecords } from './reach.js';
import { nodeFieldsOf, selectionOf, wantsOf } from './shape.js';
import { byId } from '../loaders/by-id.js';
import { connectionCost } from '../pagination/connection.js';
import type { Ask } from '../pagination/listing.js';
import { start } from '../pagination/position.js';
import type { CallCost, Cost } from './cost.js';

/**
 * The calls that an operation would make at most, reckoned without making any. It walks the operation as the execution
 * does, with numbers in place of rows: every list is full, every reference is set, and what a row is like is told by a
 * sample that the provider's own mapper made. What each step costs is said by the loader that would take it.
 */
export interface Estimate {
  readonly calls: number;
  /** The longest chain of calls that wait for each other. */
  readonly waves: number;
  /** In the order of sources; one that is not asked has none. */
  readonly sources: readonly SourceEstimate[];
  /** Arguments that cannot be: what hangs on them is not reckoned, since it would not be read either. */
  readonly faults: readonly Fault[];
}

export interface Fault {
  /** The field's place in the operation, e.g. `buildings.nodes.units`. */
  readonly field: string;
  readonly error: Error;
}

export interface SourceEstimate {
  readonly source: string;
  readonly calls: number;
  readonly waves: number;
  readonly parts: readonly EstimatedCalls[];
}

/** The calls to one endpoint for one field of the operation. */
export interface EstimatedCalls {
  /** The field's place in the operation, e.g. `buildings.nodes.units`. */
  readonly field: string;
  readonly path: string;
  readonly calls: number;
  readonly formula: string;
}

export interface EstimateOptions {
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly context: Context;
}

/** Rows at one place of the operation, all of one source. */
interface Rows {
  /** What tells them apart: the same rows asked for again cost nothing. */
  readonly id: string;
  readonly source: Source;
  readonly count: number;
  /** One of them, with every reference set. */
  readonly like: object;
  /** Which ones, where that is known beforehand. */
  readonly refs?: readonly Ref<NodeType>[];
  /** Waves until their refs are known, and until they are here. */
  readonly named: number;
  readonly here: number;
  /** Records that their edges lead back to. */
  readonly known: ReadonlyMap<string, Rows>;
}

const nothingKnown: ReadonlyMap<string, Rows> = new Map();

export function estimate(root: Selection, { schema, graph, context }: EstimateOptions): Estimate {
  const ledger = createLedger(context.sources);
  const faults: Fault[] = [];
  for (const field of root.fields) walkRoot(field);
  return { ...ledger.sum(), faults };

  /** Takes the steps that a field's arguments have to allow; where they do not, that is told once. */
  function unlessFaulty<T>(field: string, prepare: () => T): T | null {
    try {
      return prepare();
    } catch (error) {
      if (!(error instanceof BadInputError || error instanceof GraphQLError)) throw error;
      faults.push({ field, error });
      return null;
    }
  }

  function walkRoot(field: PlannedField): void {
    const declared = graph.query[field.name];
    if (declared === undefined || 'leaf' in declared) return;
    const args = unlessFaulty(field.name, () => argumentsOf(field));
    if (args === null) return;
    if ('list' in declared) return walkList(field, declared.list, args);
    const asked = unlessFaulty(field.name, () => refsIn(declared, args, context)) ?? [];
    const groups = new Map<string, Ref<NodeType>[]>();
    for (const ref of asked) {
      const source = context.sources.find(({ id }) => id === ref?.source);
      if (ref === null || source?.port.acceptsKey(ref.type, ref.key) !== true) continue;
      const key = `${ref.source} ${ref.type}`;
      groups.set(key, [...(groups.get(key) ?? []), ref]);
    }
    for (const refs of groups.values()) walkRefs(field, refs);
  }

  function walkList(field: PlannedField, list: Parameters<typeof prepareList>[0], args: ListArgs): void {
    const prepared = unlessFaulty(field.name, () => prepareList(list, args, wantsOf(field), context));
    if (prepared === null) return;
    const id = `${list}${JSON.stringify(args)}`;
    for (const { source: asked, cost, rows } of connectionCost(prepared.sources, prepared.ask)) {
      const source = context.sources.find((each) => each.id === asked.origin.source);
      if (source === undefined) continue;
      const once = `${id}${JSON.stringify(wantsOf(field))}`;
      const wave = ledger.add({ source, field: field.name, cost, after: 0, once, parents: '' });
      const like = asked.sample?.();
      if (like === undefined || rows === 0) continue;
      const found: Rows = { id, source, count: rows, like, named: wave, here: wave, known: nothingKnown };
      walkNodes(field, found, field.name);
    }
  }

  /** Records that a client names by their ids. */
  function walkRefs(field: PlannedField, refs: readonly Ref<NodeType>[]): void {
    const [first] = refs;
    const source = context.sources.find(({ id }) => id === first?.source);
    const type = schema.getType(first?.type ?? '');
    if (first === undefined || source === undefined || !isObjectType(type)) return;
    const selection = field.below?.(type);
    const unique = [...new Map(refs.map((ref) => [ref.key.join(':'), ref])).values()];
    const id = `${first.type} ${unique.map(({ key }) => key.join(':')).join()}`;
    const read = readRecords(source, byId(first), first, unique.length, selection, id, field.name, 0, unique);
    if (read !== null && selection !== undefined) walk(selection, read, field.name);
  }

  /** The rows that a loader of records brings, and what that costs. `null`: the provider has no such loader. */
  function readRecords(
    source: Source,
    name: RecordLoaderName,
    ref: Ref,
    count: number,
    selection: Selection | undefined,
    id: string,
    place: string,
    wave: number,
    refs?: readonly Ref<NodeType>[],
  ): Rows | null {
    const loader = source.port[name] as RecordLoader<NodeType> | undefined;
    if (loader === undefined) return null;
    const fields = selection?.names ?? noFields;
    const asked = { count, like: ref as Ref<NodeType>, ...(refs && { refs }) };
    const seen = (loader.looksAt ?? []).filter((each) => fields.has(each));
    const here = ledger.add({
      source,
      field: place,
      cost: loader.cost(asked, fields),
      after: wave,
      once: [id, name, ...seen].join(' '),
      parents: id,
    });
    const like = loader.sample(ref as Ref<NodeType>, fields);
    return { id, source, count, like, named: wave, here, known: nothingKnown, ...(refs && { refs }) };
  }

  /** What is wanted of rows of a connection. */
  function walkNodes(field: PlannedField, rows: Rows, place: string): void {
    for (const each of nodeFieldsOf(field)) {
      const selection = selectionOf(each);
      if (selection !== undefined)
        walk(selection, rows, `${place}.${each.name === 'nodes' ? 'nodes' : 'edges.node'}`);
    }
  }

  function walk(selection: Selection, rows: Rows, place: string): void {
    const declaration = graph.types.get(selection.type.name);
    const details = readDetails(selection, rows, declaration, place);
    for (const field of selection.fields) {
      const edge = declaration?.edges[field.name];
      const at = `${place}.${field.name}`;
      const args = unlessFaulty(at, () => argumentsOf(field));
      if (args === null) continue;
      if (edge === undefined || 'embed' in edge) walkProperty(field, rows, details, at);
      else if ('page' in edge) walkPage(field, edge, rows, args, at, selection.type.name);
      else if (!('leaf' in edge)) walkLink(field, edge, rows, details, at, declaration);
    }
  }

  /** The answer that holds what others leave out, if some field that is wanted is left out. */
  function readDetails(
    selection: Selection,
    rows: Rows,
    declaration: TypeDeclaration | undefined,
    place: string,
  ): Rows | null {
    const detail = declaration?.detail;
    if (detail === undefined || rows.source.port[detail] === undefined) return null;
    const untold = selection.fields.filter(({ name }) => {
      const edge = declaration?.edges[name];
      if (name === '__typename' || (edge !== undefined && ('leaf' in edge || 'page' in edge))) return false;
      if (rows.known.has(name)) return false;
      return edge === undefined || 'embed' in edge
        ? (rows.like as Readonly<Record<string, unknown>>)[name] === undefined
        : linksOf(edge, rows.like) === undefined;
    });
    if (untold.length === 0) return null;
    const wanted = { ...selection, names: new Set(untold.map(({ name }) => name)) };
    const { ref } = rows.like as NodeRecord;
    return readRecords(rows.source, detail, ref, rows.count, wanted, rows.id, place, rows.here, rows.refs);
  }

  function tell<V>(
    rows: Rows,
    details: Rows | null,
    from: (record: object) => V,
  ): { value: V; wave: number } {
    const value = from(rows.like);
    return value !== undefined || details === null
      ? { value, wave: rows.here }
      : { value: from(details.like), wave: details.here };
  }

  function walkProperty(field: PlannedField, rows: Rows, details: Rows | null, place: string): void {
    const selection = selectionOf(field);
    if (selection === undefined || !reachesRecords(schema, graph, getNamedType(field.type))) return;
    const { value, wave } = tell(rows, details, (record) => (record as Record<string, unknown>)[field.name]);
    const isList = Array.isArray(value);
    const like: unknown = isList ? value[0] : value;
    if (typeof like !== 'object' || like === null) return;
    const count = rows.count * (isList ? field.assumedSize : 1);
    const id = `${rows.id}.${field.name}`;
    walk(
      selection,
      { id, source: rows.source, count, like, named: wave, here: wave, known: nothingKnown },
      place,
    );
  }

  function walkLink(
    field: PlannedField,
    edge: LinkEdge,
    rows: Rows,
    details: Rows | null,
    place: string,
    declaration: TypeDeclaration | undefined,
  ): void {
    const back = rows.known.get(field.name);
    if (back !== undefined) return walkTo(field, back, place);
    const told = tell(rows, details, (record) => linksOf(edge, record));
    if (told.value === undefined && 'one' in edge && edge.through !== undefined) {
      return walkThrough(field, edge.through, rows, place, declaration);
    }
    const [link] = told.value ?? [];
    if (link === undefined) return;
    const count = rows.count * ('each' in edge ? field.assumedSize : 1);
    const reached = reach(field, edge, link, rows, count, told.wave, place);
    if (reached !== null) walkTo(field, reached, place);
  }

  /** What a link leads to; `null` where it costs nothing to say all that is wanted of it. */
  function reach(
    field: PlannedField,
    edge: LinkEdge,
    link: Link,
    { id: from, source }: Rows,
    count: number,
    wave: number,
    place: string,
  ): Rows | null {
    const id = `${from}.${field.name}`;
    if (!isRef(link)) return { id, source, count, like: link, named: wave, here: wave, known: nothingKnown };
    const type = schema.getType(link.type);
    const selection = isObjectType(type) ? field.below?.(type) : undefined;
    if (suffices(link, selection?.names ?? noFields)) return null;
    return readRecords(source, loaderOf(edge, link), link, count, selection, id, place, wave);
  }

  function walkTo(field: PlannedField, rows: Rows, place: string): void {
    const named = getNamedType(field.type);
    const name = isObjectType(named) ? named.name : (rows.like as NodeRecord).ref.type;
    const type = schema.getType(name);
    const selection = isObjectType(type) ? field.below?.(type) : undefined;
    if (selection !== undefined) walk(selection, rows, place);
  }

  /** Where only another record knows: that one is read, and its edge of the same name followed. */
  function walkThrough(
    field: PlannedField,
    through: string,
    rows: Rows,
    place: string,
    declaration: TypeDeclaration | undefined,
  ): void {
    const way = declaration?.edges[through] as OneEdge | undefined;
    const there = graph.types.get(way?.one ?? '');
    const edge = there?.edges[field.name] as OneEdge | undefined;
    const type = schema.getType(way?.one ?? '');
    if (way === undefined || edge === undefined || !isObjectType(type)) return;
    const wanted: Selection = { type, fields: [field], names: new Set([field.name]) };
    let middle = rows.known.get(through);
    if (middle === undefined) {
      const [link] = linksOf(way, rows.like) ?? [];
      if (link === undefined) return;
      const id = `${rows.id}.${through}`;
      middle = isRef(link)
        ? (readRecords(rows.source, way.loader, link, rows.count, wanted, id, place, rows.here) ?? undefined)
        : { ...rows, id, like: link, known: nothingKnown };
    }
    if (middle === undefined) return;
    walkLink(field, edge, middle, readDetails(wanted, middle, there, place), place, there);
  }

  function walkPage(
    field: PlannedField,
    edge: PageEdge,
    rows: Rows,
    args: ConnectionArgs,
    place: string,
    type: string,
  ): void {
    const loader = rows.source.port[edge.loader] as EdgeLoader<NodeType, NodeType> | undefined;
    const parent = rows.like as RecordOf<NodeType>;
    const embedded = edge.embedded?.(parent);
    if (embedded === undefined && loader === undefined) return;
    const [only, ...others] = rows.refs ?? [];
    const ref = others.length === 0 && only !== undefined ? only : (rows.like as NodeRecord).ref;
    // A cursor belongs to one parent: where that is not known beforehand, the window is reckoned from the start.
    const given = only === undefined ? { ...args, after: null } : args;
    const prepared = unlessFaulty(place, () =>
      prepareEdge(`${type}.${field.name}`, ref, null, given, wantsOf(field), context),
    );
    if (prepared === null) return;
    const { first, state, wantsMore, wantsTotal } = prepared.ask;
    const position = state.get(rows.source.id) ?? start;
    const ask: Ask = {
      from: position === 'end' ? start : position,
      limit: first,
      needMore: wantsMore,
      needTotal: wantsTotal,
    };
    const id = `${rows.id}.${field.name}${JSON.stringify(args)}`;
    const after = loader?.needs === 'ref' ? rows.named : rows.here;
    const here =
      embedded === undefined && loader !== undefined
        ? ledger.add({
            source: rows.source,
            field: place,
            cost: loader.cost(rows.count, parent, ask),
            after,
            once: `${id}${JSON.stringify(ask)}`,
            parents: rows.id,
          })
        : rows.here;
    const like = embedded === undefined ? loader?.sample(parent) : embedded[0];
    if (like === undefined) return;
    const known = edge.inverse === undefined ? nothingKnown : new Map([[edge.inverse, rows]]);
    const found: Rows = {
      id,
      source: rows.source,
      count: rows.count * first,
      like,
      named: here,
      here: Math.max(here, rows.here),
      known,
    };
    walkNodes(field, found, place);
  }
}

const noFields: Fields = new Set();

function argumentsOf({ args }: PlannedField): Readonly<Record<string, unknown>> {
  if (args instanceof GraphQLError) throw args;
  return args;
}

interface Step {
  readonly source: Source;
  /** The field's place in the operation. */
  readonly field: string;
  readonly cost: Cost;
  /** Waves that stand before it. */
  readonly after: number;
  /** What tells it from other steps of the source. */
  readonly once: string;
  /** What tells the rows that it is taken for. */
  readonly parents: string;
}

/** Keeps what was reckoned, each thing once. */
function createLedger(sources: readonly Source[]) {
  const lines = new Map<string, EstimatedCalls[]>();
  const shared = new Map<string, number>();
  const added = new Map<string, number>();
  const deepest = new Map<string, number>();

  /** How many of these calls stand in the ledger as the same calls of another step. */
  const alreadyMade = ({ id }: Source, { path, calls, ...alike }: CallCost, parents: string): number => {
    const scope = alike.shared ?? (alike.sharedByParents && `${alike.sharedByParents} of ${parents}`);
    if (scope === undefined) return 0;
    const name = `${id} ${path} ${scope}`;
    const known = shared.get(name) ?? 0;
    shared.set(name, Math.max(known, calls));
    return known;
  };

  return {
    /** Adds what a step costs, unless it was added before; says how many waves stand before what comes after it. */
    add({ source, field, cost, after, once, parents }: Step): number {
      const key = `${source.id} ${once}`;
      const before = added.get(key);
      if (before !== undefined) return before;
      const wave = after + cost.waves;
      added.set(key, wave);
      deepest.set(source.id, Math.max(wave, deepest.get(source.id) ?? 0));
      for (const call of cost.calls) {
        const calls = call.calls - alreadyMade(source, call, parents);
        if (calls <= 0) continue;
        const own = lines.get(source.id) ?? [];
        own.push({ field, path: call.path, calls, formula: call.formula });
        lines.set(source.id, own);
      }
      return wave;
    },
    sum(): Omit<Estimate, 'faults'> {
      const all = sources.flatMap(({ id }): SourceEstimate[] => {
        const parts = lines.get(id);
        if (parts === undefined) return [];
        const calls = parts.reduce((sum, part) => sum + part.calls, 0);
        return [{ source: id, calls, waves: deepest.get(id) ?? 0, parts }];
      });
      return {
        calls: all.reduce((sum, { calls }) => sum + calls, 0),
        waves: all.reduce((most, { waves }) => Math.max(most, waves), 0),
        sources: all,
      };
    },
  };
}
