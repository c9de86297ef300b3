import type { Operation } from '../context.js';
import { toGlobalId } from '../domain/global-id.js';
import type { Building, NodeRecord, Person, Ref, Unit } from '../domain/index.js';
import type { Source } from '../domain/provider.js';
import { toError } from '../errors.js';
import type { Loaders, Opened } from '../loaders/loaders.js';
import { withinTime } from '../pagination/connection.js';
import { start } from '../pagination/position.js';
import { toEvidence, type Evidence } from './evidence.js';
import { snapshotOf, type Registry, type Snapshot, type SnapshotName } from './registry.js';
import { listOf, type LinkableType } from './rules.js';
import type { Status } from './statuses.js';

/**
 * What sources' records are recognised by, for one operation: as it is remembered where that is a short while old, and
 * read anew otherwise. Where a source does not answer, what is remembered serves as long as it may.
 */
export interface Snapshots {
  /** All records of a type. */
  all(type: LinkableType, source: Source): Promise<Seen>;
  /** Whether this operation reads all of a source's records of a type. */
  isReading(type: LinkableType, source: Source): boolean;
  /**
   * The units of a record of a building; `null` where its provider has none.
   *
   * @param anew whether they are read even if they are known, so that their records are at hand
   */
  unitsOf(building: Ref<'Building'>, source: Source, wave: number, anew: boolean): Promise<Seen | null>;
  /** The rows of lists that are opened for a source, as far as so many are compared at all. */
  rowsOf(source: Source, opened: readonly Opened[]): Promise<Rows>;
  evidenceOf(row: NodeRecord): Evidence;
  /** Waits no longer than a source may keep others waiting. */
  inTime<T>(source: Source, work: Promise<T>): Promise<T>;
}

/** What one source's records are recognised by. */
export interface Seen {
  readonly source: Source;
  readonly snapshot: Snapshot | undefined;
  readonly status: Status;
  /** Waves that it took. */
  readonly wave: number;
}

export interface Rows {
  readonly rows: readonly NodeRecord[];
  readonly isComplete: boolean;
  readonly wave: number;
}

export interface SnapshotsOptions {
  readonly registry: Registry;
  readonly loaders: Loaders;
  readonly operation: Pick<Operation, 'share' | 'deadline'>;
}

const noFields: ReadonlySet<string> = new Set();

export function createSnapshots({ registry, loaders, operation }: SnapshotsOptions): Snapshots {
  const { maxRecords } = registry.settings;
  const seen = new Map<string, Promise<Seen>>();
  /** What of it was not known, and is read in this operation. */
  const reading = new Set<string>();

  const inTime: Snapshots['inTime'] = (source, work) =>
    withinTime(
      work,
      { source: source.id, provider: source.provider },
      Math.min(operation.share, operation.deadline - Date.now()),
    );

  const rowsOf = async (source: Source, opened: readonly Opened[]): Promise<Rows> => {
    const slices = await inTime(
      source,
      Promise.all(
        opened.map(({ listing }) =>
          listing.read({ from: start, limit: maxRecords, needMore: true, needTotal: false }),
        ),
      ),
    );
    return {
      rows: slices.flatMap(({ rows }) => rows.map(({ value }) => value)),
      isComplete: slices.every(
        ({ more, stoppedAt, lost }) => more === false && stoppedAt === undefined && lost !== true,
      ),
      wave: opened.reduce((most, { waves }) => Math.max(most, waves.wave), 0),
    };
  };

  const evidenceOf = (row: NodeRecord): Evidence =>
    toEvidence(row as Building | Unit | Person, { generated: registry.generated });

  const once = (name: string, look: () => Promise<Seen>): Promise<Seen> => {
    let found = seen.get(name);
    if (found === undefined) seen.set(name, (found = look()));
    return found;
  };

  const read = async (name: SnapshotName, load: () => Promise<Rows>): Promise<[Snapshot, number]> => {
    const readAt = Date.now();
    const { rows, isComplete, wave } = await load();
    const snapshot: Snapshot = {
      records: rows.slice(0, maxRecords).map(evidenceOf),
      readAt,
      isComplete: isComplete && rows.length <= maxRecords,
      addresses: new Map(),
    };
    registry.set(name, snapshot);
    return [snapshot, wave];
  };

  /** Reads what is not known, or too old, unless somebody is just doing so; where that fails, what is known serves. */
  const readAnew = async (
    source: Source,
    name: SnapshotName,
    known: Snapshot | undefined,
    load: () => Promise<Rows>,
  ): Promise<Seen> => {
    try {
      const other = registry.running(name);
      // Whoever began it may have less time, or go away.
      const shared = other && (await inTime(source, other).catch(() => undefined));
      if (shared !== undefined) return toSeen(source, shared);
      if (name.building === undefined) reading.add(name.list);
      const own = read(name, load);
      registry.run(
        name,
        own.then(([snapshot]) => snapshot),
      );
      const [snapshot, wave] = await own;
      return { ...toSeen(source, snapshot), wave };
    } catch (error) {
      return { source, snapshot: known, status: statusOf(source, known, toError(error)), wave: 1 };
    }
  };

  return {
    evidenceOf,
    rowsOf,
    inTime,

    all: (type, source) =>
      once(`${type} ${source.id}`, () => {
        const name = snapshotOf(type, source.id);
        const known = registry.get(name);
        if (known !== undefined && registry.isFresh(known)) return Promise.resolve(toSeen(source, known));
        const list = loaders.list(listOf[type], source, {}, undefined, 0);
        const others = type === 'Person' ? loaders.otherPersons(source, {}) : null;
        const opened = [list, others].filter((each) => each !== null);
        if (opened.length === 0) return Promise.resolve(notServed(source));
        return readAnew(source, name, known, () => rowsOf(source, opened));
      }),

    isReading: (type, source) => reading.has(snapshotOf(type, source.id).list),

    async unitsOf(building, source, wave, anew) {
      if (source.port.unitsOfBuilding === undefined) return null;
      const id = toGlobalId(building);
      const name = snapshotOf('Unit', source.id, id);
      return once(`${name.list} ${id} ${anew}`, async () => {
        const known = registry.get(name) ?? cutOf(registry.get(snapshotOf('Unit', source.id)), id);
        if (!anew && known !== undefined && registry.isFresh(known))
          return { ...toSeen(source, known), wave };
        const load = async (): Promise<Rows> => {
          const opened = await inTime(source, openUnits(loaders, building, source, wave));
          return opened === null ? { rows: [], isComplete: true, wave } : rowsOf(source, [opened]);
        };
        if (!anew) return readAnew(source, name, known, load);
        try {
          const [snapshot, here] = await read(name, load);
          return { ...toSeen(source, snapshot), wave: here };
        } catch (error) {
          return { source, snapshot: known, status: statusOf(source, known, toError(error)), wave };
        }
      });
    },
  };
}

/** The units of one building, of all that were read of a source. */
function cutOf(whole: Snapshot | undefined, building: string): Snapshot | undefined {
  return whole && { ...whole, records: whole.records.filter((record) => record.building === building) };
}

/** The units of a building, by its ref or, where its provider needs that, by its record. */
export async function openUnits(
  loaders: Loaders,
  building: Ref<'Building'>,
  { port }: Source,
  wave: number,
): Promise<Opened | null> {
  if (port.unitsOfBuilding?.needs !== 'record') return loaders.edge('unitsOfBuilding', building, wave);
  const { value, wave: here } = await loaders.record('buildingById', building, noFields, wave);
  return value === null ? null : loaders.edge('unitsOfBuilding', value as Building, here);
}

/** Records with the addresses that were looked up of them before. */
export function recordsOf({ snapshot }: Pick<Seen, 'snapshot'>): readonly Evidence[] {
  if (snapshot === undefined) return [];
  const { records, addresses } = snapshot;
  return records.map((record) => {
    const known = record.addresses ?? addresses.get(record.id);
    return known === undefined || known === record.addresses ? record : { ...record, addresses: known };
  });
}

function toSeen(source: Source, snapshot: Snapshot): Seen {
  return { source, snapshot, status: statusOf(source, snapshot, null), wave: 0 };
}

function notServed(source: Source): Seen {
  const status: Status = { source, status: 'SKIPPED', error: null, truncated: false, fetchedAt: null };
  return { source, snapshot: undefined, status, wave: 0 };
}

function statusOf(source: Source, snapshot: Snapshot | undefined, error: Error | null): Status {
  return {
    source,
    status: snapshot === undefined ? 'FAILED' : error === null && snapshot.isComplete ? 'OK' : 'PARTIAL',
    error,
    truncated: snapshot?.isComplete === false,
    fetchedAt: snapshot === undefined ? null : new Date(snapshot.readAt),
  };
}
