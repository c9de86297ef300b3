import { older, type KeptRead } from '../http/session.js';
import type { Context } from '../context.js';
import { toGlobalId } from '../domain/global-id.js';
import type { NodeRecord, Ref } from '../domain/index.js';
import type { EdgeLoaderName, Fields, Source } from '../domain/provider.js';
import { type ConnectionArgs, type Wants, prepareJoined, windowOf } from '../edges/connections.js';
import { toError } from '../errors.js';
import { byId } from '../loaders/by-id.js';
import type { Loaded, Opened } from '../loaders/loaders.js';
import { concatListings } from '../pagination/concat.js';
import { type Listing, readAll, unknownLength } from '../pagination/listing.js';
import { free } from '../plan/cost.js';
import { type LinkedConnection, pageOf } from './linked-list.js';
import type { LinkedRecord } from './linked-record.js';
import type { Entity } from './resolve.js';
import type { LinkableType } from './rules.js';
import { type Status, createStatuses } from './statuses.js';

/** The edges of a real thing's records, as one connection over their sources. */
export async function prepareJoinedPage(
  row: LinkedRecord,
  { field, loader }: { readonly field: string; readonly loader: EdgeLoaderName },
  args: ConnectionArgs,
  wants: Wants,
  context: Context,
  wave: number,
): Promise<ReturnType<typeof prepareJoined>> {
  const opened = await openAll(row, loader, context, wave);
  return prepareJoined(`${row.ref.type}.${field}`, row.id, opened, args, wants, context);
}

/** The edges of all records, by source. */
async function openAll(
  row: LinkedRecord,
  loader: EdgeLoaderName,
  context: Context,
  wave: number,
): Promise<ReadonlyMap<Source, Opened | null>> {
  const bySource = new Map<Source, (Opened | null)[]>();
  await Promise.all(
    row.entity.members.map(async ({ ref }) => {
      const source = context.sources.find(({ id }) => id === ref.source);
      if (source === undefined) return;
      const own: (Opened | null)[] = bySource.get(source) ?? [];
      bySource.set(source, own);
      const index = own.push(null) - 1;
      const opening = openEdge(loader, ref, source, context, wave);
      own[index] = await context.identity.snapshots.inTime(source, opening).catch(failing);
    }),
  );
  // A source that could not say which of its records belong here may have rows, too.
  for (const { source, error, status } of row.statuses.list()) {
    if (status === 'FAILED' && error !== null && !bySource.has(source))
      bySource.set(source, [failing(error)]);
  }
  const inOrder = context.sources.filter((source) => bySource.has(source));
  return new Map(inOrder.map((source) => [source, joinOpened(bySource.get(source) ?? [])]));
}

async function openEdge(
  loader: EdgeLoaderName,
  ref: Ref<LinkableType>,
  source: Source,
  { loaders }: Context,
  wave: number,
): Promise<Opened | null> {
  if (source.port[loader]?.needs !== 'record') return loaders.edge(loader, ref, wave);
  loaders.ahead(loader, ref, wave);
  const { value, wave: here } = await loaders.record(byId(ref), ref, noFields, wave);
  return value === null ? null : loaders.edge(loader, value as NodeRecord, here);
}

const noFields: Fields = new Set();

/** Several records of one source: their rows one after the other. */
function joinOpened(opened: readonly (Opened | null)[]): Opened | null {
  const served = opened.filter((each) => each !== null);
  const [first, ...others] = served;
  if (first === undefined || others.length === 0) return first ?? null;
  return {
    listing: concatListings(served.map(({ listing }) => listing)),
    waves: {
      get wave() {
        return served.reduce((most, { waves }) => Math.max(most, waves.wave), 0);
      },
      get kept() {
        return served.reduce<KeptRead | null>((oldest, { waves }) => older(oldest, waves.kept ?? null), null);
      },
      follow: (wave) => served.forEach(({ waves }) => waves.follow(wave)),
    },
  };
}

/** A source whose record could not be read fails where its rows are read. */
function failing(error: unknown): Opened {
  const listing: Listing<never> = {
    stride: 1,
    read: () => Promise.reject(toError(error)),
    cost: () => free,
    known: () => unknownLength,
  };
  return { listing, waves: { wave: 0, follow: () => undefined } };
}

/** Real units or persons that hang on a real thing: all of them are read, since only then it is known which are one. */
export async function readLinkedPage(
  row: LinkedRecord,
  edge: { readonly field: string; readonly target: LinkableType; readonly loader: EdgeLoaderName },
  args: ConnectionArgs,
  context: Context,
  wave: number,
): Promise<Loaded<LinkedConnection>> {
  const scope = { field: `${row.ref.type}.${edge.field}`, subject: row.id };
  const ask = windowOf(scope, args, context);
  const { entities, statuses, wave: here } = await entitiesOn(row, edge, context, wave);
  return { value: await pageOf(entities, ask, statuses, scope, context), wave: Math.max(wave, here) };
}

async function entitiesOn(
  row: LinkedRecord,
  { target, loader }: { readonly target: LinkableType; readonly loader: EdgeLoaderName },
  context: Context,
  wave: number,
): Promise<{
  readonly entities: readonly Entity[];
  readonly statuses: readonly Status[];
  readonly wave: number;
}> {
  if (row.linked === 'Building' && target === 'Unit') {
    const known = await context.identity.unitsOf(row.entity);
    const statuses = createStatuses(context.sources);
    const missing = row.statuses.list().filter(({ status }) => status === 'FAILED');
    for (const status of [...known.statuses, ...missing]) statuses.add(status);
    return { entities: known.resolution.entities, statuses: statuses.list(), wave: known.wave };
  }
  // Who the persons are takes the same calls whoever is found: they need not wait.
  const everybody = target === 'Person' ? context.identity.all('Person') : null;
  const opened = await openAll(row, loader, context, wave);
  const statuses = createStatuses(context.sources);
  let deepest = wave;
  const rows = await Promise.all(
    [...opened].map(async ([source, each]): Promise<readonly NodeRecord[]> => {
      const told = { source, error: null, truncated: false };
      if (each === null) {
        statuses.add({ ...told, status: 'SKIPPED', fetchedAt: null });
        return [];
      }
      try {
        const all = await context.identity.snapshots.inTime(source, readAll(each.listing));
        statuses.add({ ...told, status: 'OK', fetchedAt: new Date() });
        deepest = Math.max(deepest, each.waves.wave);
        return all;
      } catch (error) {
        statuses.add({ ...told, status: 'FAILED', error: toError(error), fetchedAt: null });
        return [];
      }
    }),
  );
  const known = await everybody;
  for (const status of known?.statuses ?? []) if (status.error !== null) statuses.add(status);
  deepest = Math.max(deepest, known?.wave ?? 0);
  const around = await Promise.all(
    rows.flat().map(async (record) => {
      const near = await context.identity.around(record, deepest).catch(toError);
      return { record, near };
    }),
  );
  const entities = new Map<string, Entity>();
  for (const { record, near } of around) {
    if (near instanceof Error) {
      // Nobody can tell now whether it is the same as another: it stands for itself.
      const source = context.sources.find(({ id }) => id === record.ref.source);
      if (source !== undefined)
        statuses.add({ source, status: 'PARTIAL', error: near, truncated: false, fetchedAt: null });
      const own = context.identity.snapshots.evidenceOf(record);
      entities.set(own.id, { id: own.id, members: [own] });
      continue;
    }
    for (const status of near.statuses) if (status.error !== null) statuses.add(status);
    deepest = Math.max(deepest, near.wave);
    const entity = near.resolution.of(toGlobalId(record.ref));
    if (entity !== undefined) entities.set(entity.id, entity);
  }
  return {
    entities: [...entities.values()],
    statuses: statuses.list(),
    wave: deepest,
  };
}
