import type { Operation } from '../context.js';
import { parseGlobalId, toGlobalId } from '../domain/global-id.js';
import { isRef, type NodeRecord, type Ref, type Unit } from '../domain/index.js';
import type { RecordLoaderName, Source } from '../domain/provider.js';
import type { Loaders } from '../loaders/loaders.js';
import { lookUpAddresses } from './addresses.js';
import type { Evidence } from './evidence.js';
import { createReferences } from './references.js';
import type { Registry } from './registry.js';
import { resolve, type Entity, type Resolution } from './resolve.js';
import type { LinkableType } from './rules.js';
import { createSnapshots, recordsOf, type Snapshots } from './snapshots.js';
import type { Status } from './statuses.js';

/** Who is who, for one operation: among the records of the sources that its caller may see, and no others. */
export interface Identity {
  readonly snapshots: Snapshots;
  /** All records of a type, and which of them are the same. Sources that were read a short while ago are not asked again. */
  all(type: LinkableType): Promise<Known>;
  /** The units of a building: read, so that their records are at hand. */
  unitsOf(building: Entity): Promise<Known>;
  /** What is known around one record: of a unit, the units of its building. */
  around(record: NodeRecord | Ref<LinkableType>, wave: number): Promise<Known>;
  /** The records with a reference as it is written, of sources that have more records than are kept. */
  withReference(type: LinkableType, externalId: string): Promise<readonly Ref<LinkableType>[]>;
}

export interface Known {
  readonly resolution: Resolution;
  /** What each source contributed, in the order of sources. */
  readonly statuses: readonly Status[];
  /** Waves that it took. */
  readonly wave: number;
}

export interface IdentityOptions {
  readonly registry: Registry;
  readonly sources: readonly Source[];
  readonly loaders: Loaders;
  readonly operation: Pick<Operation, 'share' | 'deadline'>;
}

const noFields: ReadonlySet<string> = new Set();
const theBuilding: ReadonlySet<string> = new Set(['building']);

export function createIdentity({ registry, sources, loaders, operation }: IdentityOptions): Identity {
  const snapshots = createSnapshots({ registry, loaders, operation });
  const references = createReferences(loaders, snapshots);
  const all = new Map<LinkableType, Promise<Known>>();
  const units = new Map<string, Promise<Known>>();

  const lookUp = (records: readonly Evidence[], wave: number) =>
    lookUpAddresses(records, wave, { loaders, sources, snapshots });

  const resolveAll = async (type: LinkableType): Promise<Known> => {
    const [found, buildings] = await Promise.all([
      Promise.all(sources.map((source) => snapshots.all(type, source))),
      type === 'Unit' ? identity.all('Building') : null,
    ]);
    const statuses = found.map(({ status }) => status);
    let wave = Math.max(buildings?.wave ?? 0, ...found.map((each) => each.wave));
    const read = found.map(({ snapshot }) => snapshot);
    // Units are told by the buildings they are in: what was made of these may have changed.
    const of = [...read, ...(buildings === null ? [] : [buildings.resolution])];
    const remembered = registry.resolved(type, of);
    if (remembered !== undefined) return { resolution: remembered, statuses, wave };

    const records = found.flatMap(recordsOf).map((record) => {
      if (buildings === null) return record;
      const building = buildings.resolution.of(record.building ?? '')?.id ?? record.building;
      return { ...record, scope: building ?? record.id };
    });
    let isComplete = true;
    const resolution = await resolve(records, registry.rulesFor(type), registry.manual, async (missing) => {
      const looked = await lookUp(missing, wave);
      ({ isComplete, wave } = looked);
      for (const snapshot of read) {
        const ids = new Set(snapshot?.records.map(({ id }) => id));
        for (const { id, addresses } of looked.records)
          if (ids.has(id) && addresses !== undefined) snapshot?.addresses.set(id, addresses);
      }
      return looked.records;
    });
    if (isComplete) registry.remember(type, of, resolution);
    return { resolution, statuses, wave };
  };

  /** @param anew even if they were read a short while ago */
  const unitsIn = (building: Entity, anew: boolean): Promise<Known> => {
    const name = `${building.id} ${anew}`;
    let known = units.get(name);
    if (known === undefined) units.set(name, (known = resolveUnits(building, anew)));
    return known;
  };

  const resolveUnits = async (building: Entity, anew: boolean): Promise<Known> => {
    const { wave: after } = await identity.all('Building');
    const found = await Promise.all(
      building.members.map(({ ref }) => {
        const source = sources.find(({ id }) => id === ref.source) as Source;
        return snapshots.unitsOf(ref as Ref<'Building'>, source, after, anew);
      }),
    );
    const parts = found.filter((each) => each !== null);
    let wave = Math.max(after, ...parts.map((each) => each.wave));
    const records = parts.flatMap(recordsOf).map((record) => ({ ...record, scope: building.id }));
    const resolution = await resolve(records, registry.rulesFor('Unit'), registry.manual, async (missing) => {
      const looked = await lookUp(missing, wave);
      ({ wave } = looked);
      return looked.records;
    });
    return { resolution, statuses: parts.map(({ status }) => status), wave };
  };

  /** The record of the building that a unit is in: told by its key, its record, or its detail. */
  const buildingOf = async (unit: NodeRecord | Ref<LinkableType>, wave: number): Promise<string | null> => {
    const ref = refOf(unit) as Ref<'Unit'>;
    const source = sources.find(({ id }) => id === ref.source);
    const told = source?.port.linksOf?.(ref)['building'];
    if (told !== undefined) return toGlobalId(told);
    let record = 'ref' in unit ? (unit as Unit) : null;
    // Its source may be down.
    const known = record?.building === undefined ? registry.buildingOf(toGlobalId(ref)) : undefined;
    if (known !== undefined) return known;
    record ??= (await loaders.record('unitById', ref, theBuilding, wave)).value as Unit | null;
    if (record?.building === undefined && record !== null)
      record = (await loaders.record('unitDetail', ref, theBuilding, wave)).value as Unit | null;
    const { building } = record ?? {};
    if (building === null || building === undefined) return null;
    return toGlobalId(isRef(building) ? building : building.ref);
  };

  const aroundUnit = async (unit: NodeRecord | Ref<LinkableType>, wave: number): Promise<Known> => {
    const [, id] = await Promise.all([identity.all('Building'), buildingOf(unit, wave)]);
    const ref = id === null ? null : parseGlobalId(id);
    const buildings =
      ref === null ? await identity.all('Building') : await identity.around(ref as Ref<'Building'>, wave);
    const building = buildings.resolution.of(id ?? '');
    // Nothing is compared with a unit of no building that is known.
    if (building === undefined) return { ...buildings, resolution: await alone(unit, wave) };
    let known = await unitsIn(building, false);
    // It may be newer than what was read a while ago.
    if (known.resolution.of(toGlobalId(refOf(unit))) === undefined) known = await unitsIn(building, true);
    return { ...known, statuses: [...buildings.statuses, ...known.statuses] };
  };

  const alone = async (record: NodeRecord | Ref<LinkableType>, wave: number): Promise<Resolution> => {
    const own = await evidenceFor(record, wave);
    return resolve(own === null ? [] : [own], [], registry.manual, (same) => Promise.resolve(same));
  };

  /** What a record is recognised by, whether it is at hand or has to be read. */
  const evidenceFor = async (
    record: NodeRecord | Ref<LinkableType>,
    wave: number,
  ): Promise<Evidence | null> => {
    if ('ref' in record) return snapshots.evidenceOf(record);
    const { value } = await loaders.record(loaderOf[record.type], record, noFields, wave);
    return value === null ? null : snapshots.evidenceOf(value as NodeRecord);
  };

  /**
   * A record that is not among those that were read, since it is new, or one of a type of which some source has more than is
   * kept: records that carry its reference are asked for. With those of other rows, this is one call a source.
   */
  const beyond = async (
    record: NodeRecord | Ref<LinkableType>,
    { resolution, statuses }: Known,
    wave: number,
  ): Promise<Resolution> => {
    const ref = refOf(record);
    const id = toGlobalId(ref);
    const listed = resolution.of(id);
    const own = listed?.members.find((each) => each.id === id) ?? (await evidenceFor(record, wave));
    if (own === null) return resolution;
    const { externalId } = own;
    const longer = statuses.filter(({ source, truncated }) => truncated && source.id !== ref.source);
    const further = await Promise.all(
      externalId === null
        ? []
        : longer.map(({ source }) => references.find(ref.type, source, externalId, wave)),
    );
    const near = listed?.members ?? resolution.entities.flatMap(({ members }) => members);
    const ids = new Set([id, ...near.map((each) => each.id)]);
    const order = new Map(sources.map((source, index) => [source.id, index]));
    const placeOf = (each: Evidence): number => order.get(each.ref.source) ?? 0;
    const records = [
      ...near.filter((each) => each.id !== id),
      own,
      ...further.flat().filter((each) => !ids.has(each.id)),
    ].sort((one, other) => placeOf(one) - placeOf(other));
    return resolve(
      records,
      registry.rulesFor(ref.type),
      registry.manual,
      async (missing) => (await lookUp(missing, wave)).records,
    );
  };

  const identity: Identity = {
    snapshots,

    all(type) {
      let known = all.get(type);
      if (known === undefined) all.set(type, (known = resolveAll(type)));
      return known;
    },

    unitsOf: (building) => unitsIn(building, true),

    async around(record, wave) {
      const ref = refOf(record);
      if (ref.type === 'Unit') return aroundUnit(record, wave);
      const known = await identity.all(ref.type);
      const isListed = known.resolution.of(toGlobalId(ref)) !== undefined;
      if (isListed && !known.statuses.some(({ truncated }) => truncated)) return known;
      return { ...known, resolution: await beyond(record, known, wave) };
    },

    async withReference(type, externalId) {
      const { statuses, wave } = await identity.all(type);
      const longer = statuses.filter(({ truncated }) => truncated);
      const found = await Promise.all(
        longer.map(({ source }) => references.find(type, source, externalId, wave)),
      );
      return found.flat().map(({ ref }) => ref);
    },
  };
  return identity;
}

const loaderOf = {
  Building: 'buildingById',
  Unit: 'unitById',
  Person: 'personById',
} as const satisfies Readonly<Record<LinkableType, RecordLoaderName>>;

function refOf(record: NodeRecord | Ref<LinkableType>): Ref<LinkableType> {
  return ('ref' in record ? record.ref : record) as Ref<LinkableType>;
}
