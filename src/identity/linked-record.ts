import type { Context } from '../context.js';
import { toLinkedId } from '../domain/global-id.js';
import type { NodeRecord } from '../domain/index.js';
import type { Fields } from '../domain/provider.js';
import { toError } from '../errors.js';
import { byId } from '../loaders/by-id.js';
import type { Loaded } from '../loaders/loaders.js';
import type { Entity } from './resolve.js';
import type { LinkableType } from './rules.js';
import { type Status, type Statuses, createStatuses, failuresOf } from './statuses.js';

/** One real thing as a query reads it: a row of `LinkedBuilding` and its like. */
export interface LinkedRecord {
  /** Named by the canonical record; the type is that of the schema. */
  readonly ref: { readonly type: string; readonly source: string; readonly key: readonly string[] };
  readonly linked: LinkableType;
  readonly id: string;
  readonly entity: Entity;
  readonly statuses: Statuses;
  /** Its records, once they were read: those that could be. */
  members: readonly NodeRecord[];
  /** Whether no record of it could be read. */
  isGone: boolean;
  /** Failures of sources, for `errors`; of a row in a list the list tells them. */
  readonly failures: readonly Error[];
}

export function isLinked(row: object): row is LinkedRecord {
  return 'linked' in row && 'entity' in row;
}

/** @param tells whether its failures are told at its own place */
export function toLinkedRecord(
  entity: Entity,
  statuses: readonly Status[],
  context: Context,
  tells: boolean,
): LinkedRecord {
  const [first] = entity.members;
  if (first === undefined) throw new TypeError('an entity without members');
  const own = createStatuses(context.sources);
  for (const status of statuses) own.add(status);
  return {
    ref: { ...first.ref, type: `Linked${first.ref.type}` },
    linked: first.ref.type,
    id: toLinkedId(first.ref),
    entity,
    statuses: own,
    members: [],
    isGone: false,
    get failures() {
      return tells ? failuresOf(own.list()) : [];
    },
  };
}

/** Reads the records of a real thing, and keeps them with it. */
export async function readMembers(
  row: LinkedRecord,
  fields: Fields,
  context: Context,
  wave: number,
): Promise<readonly Loaded<NodeRecord>[]> {
  const found = await Promise.all(
    row.entity.members.map(async ({ ref }) => {
      const loaded = await context.loaders.record(byId(ref), ref, fields, wave).catch(toError);
      return { ref, loaded };
    }),
  );
  const members: Loaded<NodeRecord>[] = [];
  for (const { ref, loaded } of found) {
    if (!(loaded instanceof Error)) {
      if (loaded.value !== null) members.push({ value: loaded.value as NodeRecord, wave: loaded.wave });
      continue;
    }
    const source = context.sources.find(({ id }) => id === ref.source);
    if (source !== undefined)
      row.statuses.add({ source, status: 'FAILED', error: loaded, truncated: false, fetchedAt: null });
  }
  row.members = members.map(({ value }) => value);
  row.isGone = members.length === 0;
  return members;
}

/** The building that a real unit is in. */
export async function readBuildingOf(
  row: LinkedRecord,
  context: Context,
): Promise<Loaded<LinkedRecord | null>> {
  const known = await context.identity.all('Building');
  const entity = row.entity.members
    .map(({ building }) => (building === null ? undefined : known.resolution.of(building)))
    .find((each) => each !== undefined);
  return {
    value: entity === undefined ? null : toLinkedRecord(entity, known.statuses, context, false),
    wave: known.wave,
  };
}
