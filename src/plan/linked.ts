import { GraphQLError, isObjectType, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import type { LinkableType } from '../domain/global-id.js';
import { isRef, type Building, type NodeRecord, type NodeType, type Unit } from '../domain/index.js';
import type { EdgeLoader, EdgeLoaderName, ListLoader, RecordLoader, Source } from '../domain/provider.js';
import { isLinkedEdge, type Graph, type LinkedEdge } from '../edges/declaration.js';
import { suffices } from '../edges/links.js';
import { isNarrowing } from '../filters/decode.js';
import { listOf } from '../identity/rules.js';
import { snapshotOf } from '../identity/registry.js';
import { comparedFor } from '../identity/merge.js';
import { byId } from '../loaders/by-id.js';
import type { Ask } from '../pagination/listing.js';
import { start } from '../pagination/position.js';
import { noSession } from '../http/session.js';
import type { Gathering } from './gathering.js';
import type { Ledger } from './ledger.js';
import { selectionFor, type PlannedField, type Selection } from './plan.js';
import { nodeFieldsOf, selectionOf } from './shape.js';
import { kindsOf } from './kinds.js';
import { assumedEach } from './sizes.js';

/** Records of one source, as far as their number is known. */
export interface SourceRows {
  readonly id: string;
  readonly source: Source;
  readonly count: number;
  readonly like: NodeRecord;
  readonly wave: number;
}

/** What the reckoning of a whole operation lends to that of real things. */
export interface LinkedEstimateOptions {
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly context: Context;
  readonly ledger: Ledger;
  readonly gathering: Gathering;
  /** Reckons what is wanted of rows. */
  walk(selection: Selection, rows: SourceRows, place: string): void;
  /** Reckons a connection that hangs on rows. */
  walkPage(
    field: PlannedField,
    loader: EdgeLoaderName,
    target: NodeType,
    rows: SourceRows,
    place: string,
  ): void;
}

/** Buildings that a source is reckoned with as long as nobody has seen how many it has. */
const assumedBuildings = 100;

/** Records that a source may have of one thing: of a human one in each of its lists of persons. */
function recordsEach(type: LinkableType, { port }: Source): number {
  if (type !== 'Person') return 1;
  const lists = port.persons === undefined ? 0 : kindsOf(port.persons, {}).length;
  return lists + (port.otherPersons === undefined ? 0 : 1);
}

/** Real things at one place of the operation. */
interface Things {
  readonly type: LinkableType;
  readonly count: number;
  readonly id: string;
  /** Waves until it is known which records they are. */
  readonly wave: number;
  readonly place: string;
  /** Where the records were read on the way: one of a source, with every reference set. */
  readonly inHand?: (source: Source) => NodeRecord | undefined;
}

/** Reckons what it takes to know which records are one thing, and to read them. */
export interface LinkedEstimate {
  /** What it takes to know which records of a type are the same: read beside everything else. */
  know(type: LinkableType): void;
  same(field: PlannedField, type: LinkableType, rows: SourceRows, place: string): void;
  list(field: PlannedField, type: LinkableType, place: string): void;
  one(field: PlannedField, type: LinkableType, place: string): void;
}

export function createLinkedEstimate(options: LinkedEstimateOptions): LinkedEstimate {
  const { schema, graph, context, ledger, gathering, walk, walkPage } = options;
  const { registry, sources } = context;
  const { maxRecords } = registry.settings;
  const known = new Map<LinkableType, number>();

  const everything: Ask = { from: start, limit: maxRecords, needMore: true, needTotal: false };

  /** All units of a building, as many as one is reckoned with. */
  const unitsOfOne: Ask = { ...everything, limit: assumedEach.onBuilding };

  /** Waves until it is known which records of a type are the same. */
  const knowing = (type: LinkableType, place: string): number => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const after = type === 'Unit' ? knowing('Building', place) : 0;
    let deepest = after;
    const snapshots = sources.map((source) => registry.get(snapshotOf(type, source.id)));
    sources.forEach((source, index) => {
      const snapshot = snapshots[index];
      if (snapshot !== undefined && registry.isFresh(snapshot)) return;
      for (const loader of [
        source.port[listOf[type]],
        type === 'Person' ? source.port.otherPersons : undefined,
      ]) {
        if (loader === undefined) continue;
        const listing = (loader as ListLoader<NodeRecord, object>).list(noSession, {});
        const cost = listing.cost({ ...everything, limit: listing.known().rows ?? maxRecords });
        const once = `identity of ${type} ${loader === source.port.otherPersons ? 'beside' : ''}`;
        deepest = Math.max(deepest, ledger.add({ source, field: place, cost, after: 0, once, parents: '' }));
      }
    });
    const isKnown = snapshots.every((each) => each !== undefined && registry.isFresh(each));
    const isResolved = isKnown && registry.resolved(type, snapshots) !== undefined;
    if (!isResolved) {
      for (const source of sources) deepest = Math.max(deepest, lookingUp(type, source, deepest, place));
    }
    known.set(type, deepest);
    return deepest;
  };

  /** Addresses that have to be looked up to tell records apart. */
  const lookingUp = (
    type: LinkableType,
    source: Source,
    after: number,
    place: string,
    units?: number,
  ): number => {
    const like = sampleOf(type, source);
    if (type === 'Person' || like === undefined) return after;
    const number =
      units ??
      registry.get(snapshotOf(type, source.id))?.records.length ??
      knownRows(type, source) ??
      assumedBuildings;
    const { address } = like as Building | Unit;
    const once = `addresses of ${type} ${units ?? ''}`;
    if (address !== null && address !== undefined && isRef(address)) {
      const loader = source.port.addressById;
      if (loader === undefined) return after;
      const cost = loader.cost({ count: number, like: address }, new Set());
      return ledger.add({ source, field: place, cost, after, once, parents: '' });
    }
    const { unitsOfBuilding } = source.port;
    const isElsewhere =
      type === 'Building' &&
      (address === null || address === undefined || !('line1' in address) || address.line1 === null);
    if (!isElsewhere || unitsOfBuilding === undefined) return after;
    const cost = unitsOfBuilding.cost(number, like as Building, unitsOfOne);
    return ledger.add({ source, field: place, cost, after, once, parents: '' });
  };

  const knownRows = (type: LinkableType, source: Source): number | undefined => {
    const loader = source.port[listOf[type]] as ListLoader<NodeRecord, object> | undefined;
    return loader?.list(noSession, {}).known().rows;
  };

  /** Records of a source among so many things; no more than it has, where that is known. */
  const recordsOf = (type: LinkableType, source: Source, things: number): number => {
    const held = registry.get(snapshotOf(type, source.id)) ?? undefined;
    const most = held?.isComplete === true && registry.isFresh(held) ? held.records.length : Infinity;
    return Math.min(things * recordsEach(type, source), most);
  };

  const sampleOf = (type: LinkableType, source: Source): NodeRecord | undefined =>
    (source.port[listOf[type]] as ListLoader<NodeRecord, object> | undefined)?.sample({});

  /** Waves until the units of so many buildings are told apart, in every source. */
  const knowingUnits = (buildings: number, id: string, place: string): number => {
    const after = knowing('Building', place);
    let deepest = after;
    for (const source of sources) {
      const loader = source.port.unitsOfBuilding;
      const like = sampleOf('Building', source);
      if (loader === undefined || like === undefined) continue;
      const own = recordsOf('Building', source, buildings);
      const cost = loader.cost(own, like as Building, unitsOfOne);
      const here =
        loader.needs === 'record'
          ? ledger.add({
              source,
              field: place,
              cost: (source.port.buildingById as RecordLoader<'Building'>).cost(
                { count: buildings },
                new Set(),
              ),
              after,
              once: `buildings of ${id}`,
              parents: id,
            })
          : after;
      const wave = ledger.add({
        source,
        field: place,
        cost,
        after: here,
        once: `units of ${id}`,
        parents: id,
      });
      const looked = lookingUp('Unit', source, wave, place, own * assumedEach.onBuilding);
      deepest = Math.max(deepest, looked);
    }
    return deepest;
  };

  const wantRecords = (
    source: Source,
    like: NodeRecord,
    {
      id,
      count,
      fields,
      field,
      wave,
    }: { id: string; count: number; fields: ReadonlySet<string>; field: string; wave: number },
    then: (rows: SourceRows) => void,
  ): void => {
    const loader = byId(like.ref);
    if (source.port[loader] === undefined) return;
    const wanted = {
      source,
      loader,
      id: `${id} ${source.id}`,
      like: like.ref,
      count,
      fields,
      field,
      wave,
      apart: id,
    };
    gathering.want(wanted, (read) =>
      then({ id: `${id} ${source.id}`, source, count, like: read.like as NodeRecord, wave: read.wave }),
    );
  };

  /** Real things: their records in every source, and what is wanted of them. */
  const walkLinked = (selection: Selection, things: Things): void => {
    const { type, count, id, wave, place, inHand } = things;
    const edges = graph.types.get(selection.type.name)?.edges ?? {};
    const memberType = schema.getType(type);
    if (!isObjectType(memberType)) return;
    const edgeOf = ({ name }: PlannedField): LinkedEdge | undefined => {
      const edge = edges[name];
      return edge !== undefined && isLinkedEdge(edge) ? edge : undefined;
    };
    const of = (kind: string): readonly PlannedField[] =>
      selection.fields.filter((field) => kind in (edgeOf(field) ?? {}));
    const bare = [
      ...(of('conflicts').length > 0 ? comparedFor(type, { schema, caller: context.caller }) : []),
      ...of('provenance').flatMap(({ args }) =>
        args instanceof GraphQLError ? [] : [String(args['field'])],
      ),
    ].flatMap((name): PlannedField[] => {
      const definition = memberType.getFields()[name];
      if (definition === undefined) return [];
      return [{ key: name, name, type: definition.type, nodes: [], args: {}, assumedSize: 1, below: null }];
    });
    const fields = [...of('merged'), ...bare];
    const whole = selectionFor(memberType, fields);
    const members = of('members').flatMap((field) => selectionOf(field) ?? []);
    const wanted = new Set([...whole.names, ...members.flatMap(({ names }) => [...names])]);
    const joined = of('joined');

    for (const source of sources) {
      const like = sampleOf(type, source);
      if (like === undefined) continue;
      const records = recordsOf(type, source, count);
      const own = { id: `${id} ${source.id}`, source, count: records, like, wave };
      const hang = (rows: SourceRows): void => {
        for (const field of joined) {
          const edge = edgeOf(field) as Extract<LinkedEdge, { joined: unknown }>;
          walkPage(field, edge.loader, edge.joined, rows, `${place}.${field.name}`);
        }
      };
      const needsRecord = joined.some((field) => {
        const edge = edgeOf(field) as Extract<LinkedEdge, { joined: unknown }>;
        return source.port[edge.loader]?.needs === 'record';
      });
      const row = inHand?.(source);
      if (row !== undefined) {
        // They were read to know which are one.
        const rows = { ...own, like: row };
        if (fields.length > 0) walk(whole, rows, place);
        for (const each of members) walk(each, rows, `${place}.members`);
        hang(rows);
      } else if (suffices(like.ref, wanted) && !needsRecord) hang(own);
      else {
        wantRecords(source, like, { id, count: records, fields: wanted, field: place, wave }, (rows) => {
          if (fields.length > 0) walk(whole, rows, place);
          for (const each of members) walk(each, rows, `${place}.members`);
          hang(rows);
        });
      }
    }
    for (const field of selection.fields) {
      const edge = edgeOf(field);
      const at = `${place}.${field.name}`;
      const below = selectionOf(field);
      if (edge === undefined || below === undefined) continue;
      if ('buildingOf' in edge)
        walkLinked(below, {
          type: 'Building',
          count,
          id: `${id}.building`,
          wave: knowing('Building', at),
          place: at,
        });
      if ('joinedLinked' in edge)
        walkJoined(field, edge, { type, count, id: `${id}.${field.name}`, wave, place: at });
    }
  };

  const walkJoined = (
    field: PlannedField,
    { joinedLinked: target, loader: name }: Extract<LinkedEdge, { joinedLinked: unknown }>,
    { type, count, id, wave, place }: Things,
  ): void => {
    let deepest = wave;
    const isOfBuilding = type === 'Building' && target === 'Unit';
    if (isOfBuilding) deepest = Math.max(deepest, knowingUnits(count, id, place));
    else {
      for (const source of sources) {
        const loader = source.port[name] as EdgeLoader<NodeType, NodeType> | undefined;
        const like = sampleOf(type, source);
        if (loader === undefined || like === undefined) continue;
        const records = recordsOf(type, source, count);
        let after = wave;
        if (loader.needs === 'record') {
          const read = source.port[byId(like.ref)] as RecordLoader<NodeType> | undefined;
          const cost = read?.cost({ count: records, like: like.ref }, new Set());
          if (cost !== undefined)
            after = ledger.add({ source, field: place, cost, after, once: `parents of ${id}`, parents: id });
        }
        const limit = type === 'Building' ? assumedEach.onBuilding : assumedEach.onOther;
        const cost = loader.cost(records, like as never, { ...everything, limit });
        deepest = Math.max(deepest, ledger.add({ source, field: place, cost, after, once: id, parents: id }));
      }
      if (target === 'Unit') {
        const persons = sources.reduce((sum, source) => sum + recordsOf(type, source, count), 0);
        const units = persons * assumedEach.onOther;
        deepest = Math.max(deepest, knowingUnits(units, id, place));
      } else deepest = Math.max(deepest, knowing(target, place));
    }
    walkRows(field, {
      type: target,
      count: count * firstOf(field),
      id,
      wave: deepest,
      place,
      ...(isOfBuilding && {
        inHand: (source: Source) => {
          const building = sampleOf('Building', source);
          return building && source.port.unitsOfBuilding?.sample(building as Building);
        },
      }),
    });
  };

  const walkRows = (field: PlannedField, things: Things): void => {
    for (const each of nodeFieldsOf(field)) {
      const selection = selectionOf(each);
      const place = `${things.place}.${each.name === 'nodes' ? 'nodes' : 'edges.node'}`;
      if (selection !== undefined) walkLinked(selection, { ...things, place });
    }
  };

  return {
    know: (type) => void knowing(type, 'identity'),

    same(field, type, rows, place) {
      const id = `${rows.id}.${field.name}`;
      const wave = Math.max(
        rows.wave,
        type === 'Unit' ? knowingUnits(rows.count, id, place) : knowing(type, place),
      );
      for (const node of selectionOf(field)?.fields.filter(({ name }) => name === 'node') ?? []) {
        const memberType = schema.getType(type);
        const selection = isObjectType(memberType) ? node.below?.(memberType) : undefined;
        if (selection === undefined) continue;
        for (const source of sources) {
          const like = sampleOf(type, source);
          if (like === undefined || suffices(like.ref, selection.names)) continue;
          const count = recordsOf(type, source, rows.count);
          wantRecords(source, like, { id, count, fields: selection.names, field: place, wave }, (found) =>
            walk(selection, found, `${place}.node`),
          );
        }
      }
    },

    list(field, type, place) {
      const wave = knowing(type, place);
      const args = field.args as { filter?: Readonly<Record<string, unknown>> };
      const narrows = isNarrowing(args.filter);
      let deepest = wave;
      for (const source of narrows ? sources : []) {
        for (const loader of [
          source.port[listOf[type]],
          type === 'Person' ? source.port.otherPersons : undefined,
        ]) {
          if (loader === undefined) continue;
          // However it is narrowed, it is at most the whole list.
          const listing = (loader as ListLoader<NodeRecord, object>).list(noSession, {});
          const cost = listing.cost({ ...everything, limit: listing.known().rows ?? maxRecords });
          const once = `${type} that match ${JSON.stringify(args.filter)} ${loader === source.port.otherPersons ? 'beside' : ''}`;
          deepest = Math.max(
            deepest,
            ledger.add({ source, field: place, cost, after: 0, once, parents: '' }),
          );
        }
      }
      walkRows(field, {
        type,
        count: firstOf(field),
        id: `linked ${type}${JSON.stringify(args)}`,
        wave: deepest,
        place,
      });
    },

    one(field, type, place) {
      const selection = selectionOf(field) ?? belowOf(field, `Linked${type}`);
      const id = `linked ${type}${JSON.stringify(field.args)}`;
      let wave = 0;
      const { externalId } = field.args as { externalId?: string | null };
      if (type === 'Unit' && (externalId ?? null) === null) {
        // The unit itself says which building it is in.
        for (const source of sources) {
          const like = sampleOf(type, source);
          const loader = source.port.unitById;
          if (like === undefined || loader === undefined) continue;
          const cost = loader.cost({ count: 1 }, new Set(['building']));
          wave = Math.max(wave, ledger.add({ source, field: place, cost, after: 0, once: id, parents: '' }));
        }
        wave = Math.max(wave, knowingUnits(1, id, place));
      } else wave = knowing(type, place);
      if (selection !== undefined) walkLinked(selection, { type, count: 1, id, wave, place });
    },
  };

  function belowOf(field: PlannedField, name: string): Selection | undefined {
    const type = schema.getType(name);
    return isObjectType(type) ? field.below?.(type) : undefined;
  }
}

function firstOf({ args }: PlannedField): number {
  return args instanceof GraphQLError ? 0 : ((args as { first?: number | null }).first ?? 25);
}
