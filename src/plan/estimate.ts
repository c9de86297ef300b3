import { GraphQLError, getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { isRef, type NodeRecord, type NodeType, type RecordOf, type Ref } from '../domain/index.js';
import type { EdgeLoader, Fields, RecordLoader, Source } from '../domain/provider.js';
import { prepareEdge, prepareList, type ConnectionArgs, type ListArgs } from '../edges/connections.js';
import type { Graph, TypeDeclaration } from '../edges/declaration.js';
import {
  isLinkEdge,
  linksOf,
  loaderOf,
  suffices,
  type LinkEdge,
  type OneEdge,
  type PageEdge,
} from '../edges/links.js';
import { refsIn } from '../edges/refs.js';
import { BadInputError, ForbiddenError } from '../errors.js';
import { isNarrowing } from '../filters/decode.js';
import { selectionFor, type PlannedField, type Selection } from './plan.js';
import { reachesRecords } from './reach.js';
import { nodeFieldsOf, selectionOf, wantsOf } from './shape.js';
import { byId } from '../loaders/by-id.js';
import { connectionCost } from '../pagination/connection.js';
import type { Ask } from '../pagination/listing.js';
import { start } from '../pagination/position.js';
import { kindsOf, shareOut, type Kind } from './kinds.js';
import type { LinkableType } from '../domain/global-id.js';
import { checkLinkedList } from '../identity/linked-list.js';
import { isWorthReading } from '../identity/linked-lookup.js';
import { identitiesIn } from './identities.js';
import { createLinkedEstimate, type SourceRows } from './linked.js';
import { createGathering, type Read, type Wanted } from './gathering.js';
import { createLedger, type SourceEstimate } from './ledger.js';

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
  /** Plain lists that were reckoned with: nobody knows how long they are, and the schema says what to assume. */
  readonly assumed: readonly AssumedSize[];
  /** Arguments that cannot be: what hangs on them is not reckoned, since it would not be read either. */
  readonly faults: readonly Fault[];
}

/** The length that a plain list is taken to have (`@listSize`). */
export interface AssumedSize {
  /** The field's place in the operation, e.g. `leases.nodes.tenants`. */
  readonly field: string;
  readonly size: number;
}

export interface Fault {
  /** The field's place in the operation, e.g. `buildings.nodes.units`. */
  readonly field: string;
  readonly error: BadInputError | ForbiddenError | GraphQLError;
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
  /** Whether it takes just so many waves. Where it may be fewer, nobody knows who asks at the same time. */
  readonly isSure: boolean;
  /** Records that their edges lead back to. */
  readonly known: ReadonlyMap<string, Rows>;
}

const nothingKnown: ReadonlyMap<string, Rows> = new Map();

export function estimate(root: Selection, { schema, graph, context }: EstimateOptions): Estimate {
  const ledger = createLedger(context.sources);
  const gathering = createGathering(ledger);
  const assumed = new Map<string, number>();
  const faults: Fault[] = [];
  const linked = createLinkedEstimate({
    schema,
    graph,
    context,
    ledger,
    gathering,
    walk: (selection, rows, place) => walk(selection, rowsFrom(rows), place),
    walkPage: (field, loader, target, rows, place) => {
      const args = unlessFaulty(place, () => argumentsOf(field));
      if (args !== null) walkPage(field, { page: target, loader }, rowsFrom(rows), args, place, 'Linked');
    },
  });
  for (const type of identitiesIn(root, schema, graph)) linked.know(type);
  for (const field of root.fields) walkRoot(field);
  gathering.settle();
  const all = ledger.sum();
  return {
    calls: all.reduce((sum, { calls }) => sum + calls, 0),
    waves: all.reduce((most, { waves }) => Math.max(most, waves), 0),
    sources: all,
    assumed: [...assumed].map(([field, size]) => ({ field, size })),
    faults,
  };

  /** How many items a plain list is reckoned with. */
  function assumedSizeOf({ assumedSize }: PlannedField, place: string): number {
    assumed.set(place, assumedSize);
    return assumedSize;
  }

  /** Takes the steps that a field's arguments have to allow; where they do not, that is told once. */
  function unlessFaulty<T>(field: string, prepare: () => T): T | null {
    try {
      return prepare();
    } catch (error) {
      if (!isFault(error)) throw error;
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
    if ('linkedList' in declared) {
      unlessFaulty(field.name, () => checkLinkedList(declared.linkedList, args, context));
      return linked.list(field, declared.linkedList, field.name);
    }
    if ('linkedOne' in declared) {
      const isWorthIt = unlessFaulty(field.name, () => isWorthReading(declared.linkedOne, args, context));
      if (isWorthIt === true) linked.one(field, declared.linkedOne, field.name);
      return;
    }
    const asked = unlessFaulty(field.name, () => refsIn(declared, args, context)) ?? [];
    const groups = new Map<string, Ref<NodeType>[]>();
    for (const ref of asked) {
      if (ref !== null && 'linked' in ref) {
        linked.one(field, ref.linked.type, field.name);
        continue;
      }
      const source = context.sources.find(({ id }) => id === ref?.source);
      if (ref === null || source?.port.acceptsKey(ref.type, ref.key) !== true) continue;
      const key = `${ref.source} ${ref.type}`;
      groups.set(key, [...(groups.get(key) ?? []), ref]);
    }
    for (const refs of groups.values()) walkRefs(field, refs);
  }

  function walkList(field: PlannedField, list: Parameters<typeof prepareList>[0], args: ListArgs): void {
    const shares = unlessFaulty(field.name, () => {
      const { sources, ask } = prepareList(list, args, wantsOf(field), context);
      return connectionCost(sources, ask);
    });
    if (shares === null) return;
    const id = `${list}${JSON.stringify(args)}`;
    const once = `${id}${JSON.stringify(wantsOf(field))}`;
    for (const { source: asked, cost, rows, isSure } of shares) {
      const source = context.sources.find((each) => each.id === asked.origin.source);
      if (source === undefined) continue;
      const wave = ledger.add({ source, field: field.name, cost, after: 0, once, parents: '' });
      const found = { id, source, count: rows, named: wave, here: wave, isSure, known: nothingKnown };
      walkKinds(field, found, asked.kinds?.() ?? [], field.name, isPlain(args));
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
    const wanted = {
      source,
      loader: byId(first),
      id: `${first.type} ${unique.map(({ key }) => key.join(':')).join()}`,
      like: first,
      count: unique.length,
      refs: unique,
      fields: selection?.names ?? noFields,
      field: field.name,
      wave: 0,
    };
    gathering.want(wanted, (read) => {
      if (selection !== undefined) walk(selection, rowsOf(wanted, read), field.name);
    });
  }

  /** Rows of a connection, one kind after the other. */
  function walkKinds(
    field: PlannedField,
    rows: Omit<Rows, 'like'>,
    kinds: readonly Kind<NodeRecord>[],
    place: string,
    inOrder = false,
  ): void {
    const counts = shareOut(rows.count, kinds, inOrder);
    kinds.forEach(({ like }, nth) => {
      const count = counts[nth] ?? 0;
      const id = nth === 0 ? rows.id : `${rows.id} (kind ${nth})`;
      if (count > 0) walkNodes(field, { ...rows, id, count, like }, place);
    });
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
      else if ('same' in edge) linked.same(field, selection.type.name as LinkableType, flat(rows), at);
      else if (isLinkEdge(edge)) walkLink(field, edge, rows, details, at, declaration);
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
      if (name === '__typename' || (edge !== undefined && !('embed' in edge) && !isLinkEdge(edge)))
        return false;
      if (rows.known.has(name)) return false;
      return edge === undefined || 'embed' in edge
        ? (rows.like as Readonly<Record<string, unknown>>)[name] === undefined
        : linksOf(edge, rows.like) === undefined;
    });
    if (untold.length === 0) return null;
    const loader = rows.source.port[detail] as RecordLoader<NodeType>;
    const fields = new Set(untold.map(({ name }) => name));
    const { ref } = rows.like as NodeRecord;
    const asked = { count: rows.count, like: ref, ...(rows.refs && { refs: rows.refs }) };
    const cost = loader.cost(asked, fields);
    const here = ledger.add({
      source: rows.source,
      field: place,
      cost,
      after: rows.here,
      once: [rows.id, detail, ...(loader.looksAt ?? []).filter((each) => fields.has(each))].join(' '),
      parents: rows.id,
    });
    return { ...rows, like: loader.sample(ref, fields), here, isSure: rows.isSure && cost.waves <= 1 };
  }

  function tell<V>(
    rows: Rows,
    details: Rows | null,
    from: (record: object) => V,
  ): { readonly value: V; readonly from: Rows } {
    const value = from(rows.like);
    return value !== undefined || details === null
      ? { value, from: rows }
      : { value: from(details.like), from: details };
  }

  function walkProperty(field: PlannedField, rows: Rows, details: Rows | null, place: string): void {
    const selection = selectionOf(field);
    if (selection === undefined || !reachesRecords(schema, graph, getNamedType(field.type))) return;
    const told = tell(rows, details, (record) => (record as Record<string, unknown>)[field.name]);
    const { value } = told;
    const isList = Array.isArray(value);
    const like: unknown = isList ? value[0] : value;
    if (typeof like !== 'object' || like === null) return;
    const count = rows.count * (isList ? assumedSizeOf(field, place) : 1);
    const id = `${rows.id}.${field.name}`;
    walk(selection, inHand(told.from, id, count, like), place);
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
    const count = rows.count * ('each' in edge ? assumedSizeOf(field, place) : 1);
    const id = `${rows.id}.${field.name}`;
    if (!isRef(link)) return walkTo(field, inHand(told.from, id, count, link), place);
    const type = schema.getType(link.type);
    const fields = (isObjectType(type) ? field.below?.(type).names : undefined) ?? noFields;
    // It costs nothing to say what its ref says.
    if (suffices(link, fields)) return;
    const wanted = wantedFrom(
      isTold(rows, field.name) ? beforehand(rows) : told.from,
      { loader: loaderOf(edge, link), id, like: link, count, fields },
      place,
    );
    gathering.want(wanted, (read) => walkTo(field, notBefore(rows, rowsOf(wanted, read)), place));
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
    const selection = selectionFor(type, [field]);
    const walkOn = (middle: Rows): void =>
      walkLink(field, edge, middle, readDetails(selection, middle, there, place), place, there);

    const back = rows.known.get(through);
    if (back !== undefined) return walkOn(back);
    const [link] = linksOf(way, rows.like) ?? [];
    if (link === undefined) return;
    const id = `${rows.id}.${through}`;
    if (!isRef(link)) return walkOn(inHand(rows, id, rows.count, link));
    const { loader } = way;
    const wanted = wantedFrom(
      isTold(rows, through) ? beforehand(rows) : rows,
      { loader, id, like: link, count: rows.count, fields: selection.names },
      place,
    );
    gathering.want(wanted, (read) => walkOn(notBefore(rows, rowsOf(wanted, read))));
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
    const begins = loader?.needs === 'ref' || (loader?.ahead !== undefined && ask.from === start);
    const after = begins ? rows.named : rows.here;
    const known = edge.inverse === undefined ? nothingKnown : new Map([[edge.inverse, rows]]);
    const all = { ...rows, id, count: rows.count * first, known };
    if (embedded !== undefined || loader === undefined) {
      const [like] = embedded ?? [];
      return walkKinds(field, { ...all, named: rows.here }, like === undefined ? [] : [{ like }], place);
    }
    const cost = loader.cost(rows.count, parent, ask);
    const once = `${id}${JSON.stringify(ask)}`;
    const here = ledger.add({ source: rows.source, field: place, cost, after, once, parents: rows.id });
    const found = {
      ...all,
      named: here,
      here: Math.max(here, rows.here),
      isSure: rows.isSure && cost.waves <= 1,
    };
    walkKinds(field, found, kindsOf(loader, parent, rows.count), place);
  }
}

/** Records of real things, as rows like any others. */
function rowsFrom({ wave, ...rows }: SourceRows): Rows {
  return { ...rows, named: wave, here: wave, isSure: false, known: nothingKnown };
}

function flat({ id, source, count, like, here }: Rows): SourceRows {
  return { id, source, count, like: like as NodeRecord, wave: here };
}

const noFields: Fields = new Set();

function argumentsOf({ args }: PlannedField): Readonly<Record<string, unknown>> {
  if (args instanceof GraphQLError) throw args;
  return args;
}

/** Whether a list is read from its start, as it comes. */
function isPlain({ after, filter, orderBy }: ListArgs): boolean {
  return (after ?? null) === null && (orderBy ?? null) === null && !isNarrowing(filter);
}

/** Whether the ids that a client names rows by tell where a link of theirs leads. */
function isTold({ source, like, named }: Rows, field: string): boolean {
  const { ref } = like as Partial<NodeRecord>;
  return named === 0 && ref !== undefined && source.port.linksOf?.(ref)[field] !== undefined;
}

/** Rows of which it is enough that they were named. */
function beforehand(rows: Rows): Rows {
  return { ...rows, here: rows.named, isSure: true };
}

/** What links of rows led to, which may have been here before these were. */
function notBefore({ here, isSure }: Rows, reached: Rows): Rows {
  return { ...reached, here: Math.max(here, reached.here), isSure: isSure && reached.isSure };
}

/** Rows that stand in the answer that others were read from. */
function inHand({ source, here, isSure }: Rows, id: string, count: number, like: object): Rows {
  return { id, source, count, like, named: here, here, isSure, known: nothingKnown };
}

/** What links of rows lead to. */
function wantedFrom(
  { source, here, isSure, id }: Rows,
  wanted: Pick<Wanted, 'loader' | 'id' | 'like' | 'count' | 'fields'>,
  field: string,
): Wanted {
  return { ...wanted, source, field, wave: here, ...(isSure ? {} : { apart: id }) };
}

/** What was wanted, once it is here. */
function rowsOf({ id, source, count, refs, wave }: Wanted, read: Read): Rows {
  return {
    id,
    source,
    count,
    like: read.like,
    named: wave,
    here: read.wave,
    isSure: read.isSure,
    known: nothingKnown,
    ...(refs && { refs }),
  };
}

/** What is wrong with the operation itself, and would be told by running it. */
function isFault(error: unknown): error is Fault['error'] {
  return error instanceof BadInputError || error instanceof ForbiddenError || error instanceof GraphQLError;
}
