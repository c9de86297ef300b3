import { isRef, type Link, type NodeType, type Ref } from '../domain/index.js';
import type { Fields, RecordLoaderName } from '../domain/provider.js';
import { linksOf, loaderOf, suffices, type LinkEdge, type OneEdge } from '../edges/links.js';
import { toError } from '../errors.js';
import type { Loaded } from '../loaders/loaders.js';
import { selectionFor, type PlannedField } from '../plan/plan.js';
import { readDetails, type Details } from './details.js';
import { startAhead } from './pages.js';
import {
  deepest,
  inStep,
  isShared,
  nothingKnown,
  objectType,
  valueOf,
  type Found,
  type Place,
  type Run,
} from './run.js';

/** The links of a row. */
type Links = Loaded<readonly Link[] | null> | Error;

const nothing: Loaded<null> = { value: null, wave: 0 };

/** Follows an edge from all rows of a place to the records that their links name. */
export async function fetchLinks(
  run: Run,
  field: PlannedField,
  edge: LinkEdge,
  place: Place,
  details: Details,
): Promise<void> {
  const origins = place.known.get(field.name);
  const links = await readLinks(run, field, edge, place, details);

  // All links of all rows, and of which row they are: what a link leads to may be here already, and need not be waited for.
  const found: (Found | undefined)[] = [];
  const pending = new Map<string, Pending>();
  const rows: { readonly row: object; readonly from: number }[] = [];
  const wanted = new Map<string, Fields>();
  const refs: Ref<NodeType>[] = [];
  let { wave } = place;
  for (const row of place.rows) {
    const own = links.get(row) ?? nothing;
    if (own instanceof Error || own.value === null) {
      run.set(field, row, valueOf(own));
      continue;
    }
    rows.push({ row, from: found.length });
    for (const link of own.value) {
      if (!isRef(link)) {
        found.push({ value: link, wave: own.wave });
        continue;
      }
      refs.push(link as Ref<NodeType>);
      wave = Math.max(wave, own.wave);
      const fields = wantedOf(run, field, link.type, wanted);
      if (suffices(link, fields)) found.push({ value: { ref: link }, wave: own.wave });
      else {
        wait(pending, found.length, link, loaderOf(edge, link), fields, own.wave);
        found.push(undefined);
      }
    }
  }
  startAhead(run, field, refs, wave);
  if (pending.size > 0) await Promise.all([...pending.values()].map((each) => loadPending(run, each, found)));
  const followed = found as readonly Found[];
  rows.forEach(({ row, from }, index) => {
    const values = followed.slice(from, rows[index + 1]?.from ?? followed.length).map(valueOf);
    run.set(field, row, 'each' in edge ? values.filter((value) => value !== null) : (values[0] ?? null));
  });
  await run.descend(field, followed, origins?.known ?? nothingKnown);
}

/** The names of what a field wants of records of a type: the same for all that it leads to. */
function wantedOf(run: Run, field: PlannedField, type: string, known: Map<string, Fields>): Fields {
  let names = known.get(type);
  // Addresses are values of their own type; everything else is a type that the field may lead to.
  if (names === undefined)
    known.set(type, (names = field.below?.(objectType(run.schema, type)).names ?? new Set<string>()));
  return names;
}

/** Begins to follow the links that ids tell of the records which a client names by them, beside the records themselves. */
export function followAhead(run: Run, field: PlannedField, refs: readonly Ref<NodeType>[]): void {
  for (const ref of refs) {
    const port = run.context.sources.find(({ id }) => id === ref.source)?.port;
    if (port?.linksOf === undefined || !port.acceptsKey(ref.type, ref.key)) continue;
    const told = port.linksOf(ref);
    const edges = run.graph.types.get(ref.type)?.edges;
    for (const below of field.below?.(objectType(run.schema, ref.type)).fields ?? []) {
      const edge = edges?.[below.name];
      if (edge === undefined || !('one' in edge)) continue;
      const link = told[below.name];
      const middle = told[edge.through ?? ''];
      if (link !== undefined) {
        const wanted = wantedOf(run, below, link.type, new Map<string, Fields>());
        if (!suffices(link, wanted)) void load(run, link, loaderOf(edge, link), wanted, 0);
        startAhead(run, below, [link], 0);
      } else if (middle !== undefined) {
        const way = edges?.[edge.through ?? ''] as OneEdge;
        void load(run, middle, way.loader, new Set([below.name]), 0);
      }
    }
  }
}

/** The links of all rows: back to where the reader came from, in the record, in its detail, or in another record. */
async function readLinks(
  run: Run,
  field: PlannedField,
  edge: LinkEdge,
  place: Place,
  details: Details,
): Promise<Map<object, Links>> {
  const origins = place.known.get(field.name);
  if (details.areFor(field.name)) await details.here;
  const links = new Map<object, Links>();
  const unsaid: object[] = [];
  for (const row of place.rows) {
    const origin = origins?.of.get(row);
    const told =
      origin === undefined
        ? details.tell(row, (record) => linksOf(edge, record))
        : { value: [origin as Link], wave: place.wave };
    if (told instanceof Error) links.set(row, told);
    else if (told.value !== undefined) links.set(row, { value: told.value, wave: told.wave });
    else unsaid.push(row);
  }
  if (unsaid.length > 0 && 'one' in edge && edge.through !== undefined) {
    const found = await readThrough(run, field, edge.through, { ...place, rows: unsaid }, details);
    for (const [row, own] of found) links.set(row, own);
  }
  return links;
}

/**
 * Where only another record knows: follows the edge that leads to it, and reads the edge of the same name there. All rows
 * go together, so that what they lead to is one batch.
 */
async function readThrough(
  run: Run,
  field: PlannedField,
  through: string,
  place: Place,
  details: Details,
): Promise<ReadonlyMap<object, Links>> {
  const way = run.graph.types.get(place.selection.type.name)?.edges[through] as OneEdge;
  const there = run.graph.types.get(way.one);
  const edge = there?.edges[field.name] as OneEdge | undefined;
  if (edge === undefined) return new Map();

  const origins = place.known.get(through);
  const wanted: Fields = new Set([field.name]);
  const reached = await Promise.all(
    place.rows.map(async (row): Promise<readonly [object, Found]> => {
      const origin = origins?.of.get(row);
      if (origin !== undefined) return [row, { value: origin, wave: place.wave }];
      const told = details.tell(row, (record) => linksOf(way, record));
      if (told instanceof Error) return [row, told];
      const [link] = told.value ?? [];
      return [row, link === undefined ? nothing : await load(run, link, way.loader, wanted, told.wave)];
    }),
  );
  const records = reached.flatMap(([, found]) =>
    found instanceof Error || found.value === null ? [] : [{ value: found.value, wave: found.wave }],
  );
  const middle: Place = {
    selection: selectionFor(objectType(run.schema, way.one), [field]),
    rows: records.map(({ value }) => value),
    wave: deepest(records, place.wave),
    known: origins?.known ?? nothingKnown,
  };
  const links = await readLinks(run, field, edge, middle, readDetails(run, middle, there));
  return new Map(
    reached.map(([row, found]): [object, Links] => [
      row,
      found instanceof Error ? found : found.value === null ? nothing : (links.get(found.value) ?? nothing),
    ]),
  );
}

/** Links that one loader of one source is to follow, and where among all what they lead to belongs. */
interface Pending {
  readonly loader: RecordLoaderName;
  readonly source: string;
  readonly fields: Fields;
  readonly refs: Ref[];
  readonly places: number[];
  wave: number;
}

function wait(
  pending: Map<string, Pending>,
  at: number,
  ref: Ref,
  loader: RecordLoaderName,
  fields: Fields,
  wave: number,
): void {
  const name = `${ref.type} ${ref.source}`;
  let own = pending.get(name);
  if (own === undefined)
    pending.set(name, (own = { loader, source: ref.source, fields, refs: [], places: [], wave }));
  own.refs.push(ref);
  own.places.push(at);
  own.wave = Math.max(own.wave, wave);
}

async function loadPending(run: Run, own: Pending, found: (Found | undefined)[]): Promise<void> {
  const { loader, source, refs, fields, places, wave } = own;
  if (isShared(run, loader)) await inStep(run, source, wave);
  const loaded = await run.context.loaders
    .records(loader, source, refs, fields, wave)
    .catch((error: unknown) => refs.map(() => toError(error)));
  places.forEach((at, index) => (found[at] = loaded[index]));
}

async function load(
  run: Run,
  link: Link,
  loader: RecordLoaderName,
  fields: Fields,
  wave: number,
): Promise<Found> {
  if (!isRef(link)) return { value: link, wave };
  if (isShared(run, loader)) await inStep(run, link.source, wave);
  return run.context.loaders.record(loader, link, fields, wave).catch(toError);
}
