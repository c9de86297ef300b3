import { LRUCache } from 'lru-cache';
import type { Evidence } from './evidence.js';
import type { Resolution, Manual } from './resolve.js';
import { rules, type LinkableType, type Rule } from './rules.js';
import type { IdentitySettings } from './settings.js';

/** What a source's records of one type are recognised by, as they were read last. */
export interface Snapshot {
  /** In the order of the source's list. */
  readonly records: readonly Evidence[];
  /** `Date.now()` when it was read. */
  readonly readAt: number;
  /** Whether these are all; a list may be longer than is kept. */
  readonly isComplete: boolean;
  /** Addresses that were looked up since, by the record's id. */
  readonly addresses: Map<string, readonly string[]>;
}

/**
 * What outlives an operation of what was learnt about who is who: per source and type what its records are recognised by,
 * and what the rules made of it. It holds what `Evidence` does: ids, reference numbers, addresses of buildings and units, and
 * digests of what is personal.
 */
export interface Registry {
  readonly settings: IdentitySettings;
  readonly manual: Manual;
  readonly generated: readonly RegExp[];
  rulesFor(type: LinkableType): readonly Rule[];
  /** What was read last, unless it is too old for anything. */
  get(of: SnapshotName): Snapshot | undefined;
  set(of: SnapshotName, snapshot: Snapshot): void;
  /** What another operation is just reading. */
  running(of: SnapshotName): Promise<Snapshot> | undefined;
  run(of: SnapshotName, reading: Promise<Snapshot>): void;
  /** The record of the building that a unit was in when it was last read, by id. */
  buildingOf(unit: string): string | undefined;
  /** Whether it may be used without asking the source. */
  isFresh(snapshot: Snapshot): boolean;
  /** What the rules made of just these snapshots (and of units: within what buildings), where that is remembered. */
  resolved(type: LinkableType, of: readonly unknown[]): Resolution | undefined;
  remember(type: LinkableType, of: readonly unknown[], resolution: Resolution): void;
}

/** All records of a type in a source, or the units of one building there. */
export interface SnapshotName {
  /** Type and source. */
  readonly list: string;
  /** Id of the building's record. */
  readonly building?: string;
}

export function snapshotOf(type: LinkableType, source: string, building?: string): SnapshotName {
  const list = `${type} ${source}`;
  return building === undefined ? { list } : { list, building };
}

export function createRegistry(settings: IdentitySettings, now: () => number = Date.now): Registry {
  // Lists are as many as sources; buildings, whose units are kept one by one, may be any number.
  const lists = new Map<string, Snapshot>();
  const parts = new LRUCache<string, Snapshot>({
    maxSize: 4 * (settings.maxRecords + 1),
    sizeCalculation: ({ records }) => records.length + 1,
  });
  const buildings = new LRUCache<string, string>({ max: 4 * (settings.maxRecords + 1) });
  const running = new Map<string, Promise<Snapshot>>();
  const resolutions = new Map<
    LinkableType,
    { readonly of: readonly unknown[]; readonly resolution: Resolution }
  >();
  const age = ({ readAt }: Snapshot): number => (now() - readAt) / 1000;
  const isUsable = (snapshot: Snapshot): boolean =>
    age(snapshot) < settings.refreshSeconds + settings.staleSeconds;
  return {
    settings,
    manual: { same: settings.same, different: settings.different },
    generated: settings.generatedReferences.map((pattern) => new RegExp(pattern)),
    rulesFor: (type) =>
      settings.rules[type].flatMap((name) => (rules[type] as Readonly<Record<string, Rule>>)[name] ?? []),
    get({ list, building }) {
      const kept: Pick<Map<string, Snapshot>, 'get'> & { delete(name: string): unknown } =
        building === undefined ? lists : parts;
      const snapshot = kept.get(`${list} ${building ?? ''}`);
      if (snapshot === undefined || isUsable(snapshot)) return snapshot;
      // What is too old for anything is not kept.
      kept.delete(`${list} ${building ?? ''}`);
      return undefined;
    },
    set({ list, building }, snapshot) {
      if (building === undefined) lists.set(`${list} `, snapshot);
      else parts.set(`${list} ${building}`, snapshot);
      for (const record of snapshot.records)
        if (record.building !== null) buildings.set(record.id, record.building);
    },
    buildingOf: (unit) => buildings.get(unit),
    running: ({ list, building }) => running.get(`${list} ${building ?? ''}`),
    run({ list, building }, reading) {
      const name = `${list} ${building ?? ''}`;
      running.set(name, reading);
      const forget = (): void => {
        if (running.get(name) === reading) running.delete(name);
      };
      reading.then(forget, forget);
    },
    isFresh: (snapshot) => age(snapshot) < settings.refreshSeconds,
    resolved(type, of) {
      const known = resolutions.get(type);
      const isSame = known?.of.length === of.length && known.of.every((each, index) => each === of[index]);
      return isSame ? known.resolution : undefined;
    },
    remember: (type, of, resolution) => void resolutions.set(type, { of, resolution }),
  };
}
