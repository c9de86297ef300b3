import type { Building, BuildingFilter, Ref, Unit, UnitFilter } from '../../src/domain/index.js';
import { isRef } from '../../src/domain/index.js';
import type { Asked, Fields, Port } from '../../src/domain/provider.js';
import { toError } from '../../src/errors.js';
import { noSession, type Session } from '../../src/http/session.js';
import { gather, gatherCost, type Ways } from '../../src/loaders/gather.js';
import { joinedListing, partListings, partsCost, type PartWays } from '../../src/loaders/parts.js';
import { perOperation } from '../../src/loaders/per-operation.js';
import { arrayListing } from '../../src/pagination/array.js';
import { filterListing } from '../../src/pagination/filter.js';
import { emptyListing, mapListing, readAll, type Listing } from '../../src/pagination/listing.js';
import { count, free, oneWave, together, type Cost } from '../../src/plan/cost.js';
import { pathOf, type HomeqSettings } from './config.js';
import { idOf, ownRefs } from './keys.js';
import { completed, type HomeqMap } from './map.js';
import type { HomeqLists, Received } from './pages.js';
import type { HomeqSamples } from './samples.js';
import type { ApartmentEntry, EstateEntry } from './wire.js';

/** Buildings and units: estates and apartments, out of the inventory, whose entries hold nearly everything. */
export interface Inventory {
  readonly loaders: Omit<Port, 'acceptsKey' | 'links'>;
  /** The ways to apartments by their ids. */
  byId(session: Session): Ways<Received<ApartmentEntry>>;
  /** The ways to apartments by their estates. */
  byEstate(session: Session): PartWays<Received<ApartmentEntry>>;
  /** Says that all apartments of these estates are read in this operation: a window on them is then no call of its own. */
  readWhole(session: Session, estates: readonly string[]): void;
}

/** What the entries of the inventory leave out, and the answer tells that an estate or an apartment has of its own. */
const ofEstates = [
  'description',
  'commonAmenities',
  'ownerName',
  'bankAccounts',
] as const satisfies readonly (keyof Building)[];
const ofApartments = [
  'description',
  'amenities',
  'renovatedOn',
  'canCreateListing',
] as const satisfies readonly (keyof Unit)[];

export function createInventory(
  { estates, apartments, estate, apartment, employees, employeesCost }: HomeqLists,
  map: HomeqMap,
  samples: HomeqSamples,
  settings: HomeqSettings,
): Inventory {
  const byId = (session: Session) => apartments.byId(session, 'apartment.id');
  const byEstate = (session: Session) =>
    apartments.by(session, { parameter: 'estate.id', of: (row) => row.estate?.id ?? null });

  const wholeEstates = perOperation(() => new Set<string>());

  /** The windows on the apartments of estates; on what is read as a whole anyway, windows on that. */
  const openUnits = (session: Session, ids: readonly string[]): readonly Listing<Unit>[] => {
    const ways = byEstate(session);
    return partListings(ids, ways).map((part, index) => {
      const all = arrayListing({ load: () => readAll(part), key: ways.idOf });
      const isWhole = (): boolean => wholeEstates(session).has(ids[index] ?? '');
      return mapListing({ ...part, read: (ask) => (isWhole() ? all : part).read(ask) }, map.toUnit);
    });
  };

  const listBuildings = (session: Session, { externalId }: BuildingFilter): Listing<Building> => {
    if (externalId === undefined) return mapListing(estates.window(session), map.toBuilding);
    const ways = estates.by(session, {
      parameter: 'estate.external_id',
      of: (row) => row.estate.external_id,
    });
    return mapListing(joinedListing(externalId.filter(isReference), ways), map.toBuilding);
  };

  const listUnits = (session: Session, { externalId, building, kind }: UnitFilter): Listing<Unit> => {
    if (kind?.includes('APARTMENT') === false) return emptyListing;
    const own = building && [...new Set(ownRefs(building, settings.id).map(idOf))];
    const [only, ...others] = own ?? [];
    if (own !== undefined && only === undefined) return emptyListing;
    if (externalId !== undefined) {
      const ways = apartments.by(session, {
        parameter: 'apartment.external_id',
        of: (row) => row.apartment.external_id,
      });
      const units = mapListing(joinedListing(externalId.filter(isReference), ways), map.toUnit);
      return own === undefined ? units : filterListing(units, (unit) => own.includes(estateOf(unit)));
    }
    if (only === undefined) return mapListing(apartments.window(session), map.toUnit);
    const ways = byEstate(session);
    return mapListing(
      others.length === 0 ? ways.part(only) : joinedListing([only, ...others], ways),
      map.toUnit,
    );
  };

  /**
   * Records by id. Where fields are named that the inventory leaves out, the single answers are asked in the same wave as
   * the inventory, and each record is made of both.
   */
  const records = <T extends 'Building' | 'Unit', E, R extends Building | Unit>(options: {
    ways(session: Session): Ways<Received<E>>;
    to(received: Received<E>): R;
    readonly own: readonly (keyof R & string)[];
    readonly ownPath: 'estate' | 'apartment';
    detail(session: Session, id: string): Promise<R | null>;
    sample(id: string): R;
    sampleDetail(id: string): R;
  }) => {
    const { ways, to, own, ownPath, detail, sample, sampleDetail } = options;
    const namesOwn = (fields: Fields): boolean => own.some((field) => fields.has(field));
    const detailCost = ({ count: records }: Asked<T>): Cost =>
      oneWave(pathOf(settings, ownPath), records, count(records, 'single call'));
    return {
      byId: {
        support: 'NATIVE' as const,
        looksAt: own,
        async load(session: Session, refs: readonly Ref<T>[], fields: Fields) {
          const ids = refs.map(idOf);
          // A detail that fails is left out of its record: whoever asks for it meets the same failure.
          const details = Promise.all(
            namesOwn(fields) ? ids.map((id) => detail(session, id).catch(() => null)) : [],
          );
          const [of, completing] = await Promise.all([gather(ids, ways(session.branch())), details]);
          return ids.map((id, index) => {
            const entry = of(id);
            return entry === null || entry instanceof Error
              ? entry
              : completed(to(entry), completing[index], own);
          });
        },
        cost: (asked: Asked<T>, fields: Fields) =>
          together(gatherCost(asked.count, ways(noSession)), namesOwn(fields) ? detailCost(asked) : free),
        sample(ref: Ref<T>, fields: Fields) {
          const id = idOf(ref);
          return completed(sample(id), namesOwn(fields) ? sampleDetail(id) : null, own);
        },
      },
      detail: {
        support: 'NATIVE' as const,
        load: (session: Session, refs: readonly Ref<T>[]) =>
          Promise.all(refs.map((ref) => detail(session, idOf(ref)).catch(toError))),
        cost: detailCost,
        sample: (ref: Ref<T>) => sampleDetail(idOf(ref)),
      },
    };
  };

  const buildings = records<'Building', EstateEntry, Building>({
    ways: (session) => estates.byId(session, 'estate.id'),
    to: map.toBuilding,
    own: ofEstates,
    ownPath: 'estate',
    async detail(session, id) {
      const received = await estate(session, id);
      return received && map.toBuildingDetail(id, received);
    },
    sample: samples.building,
    sampleDetail: samples.buildingDetail,
  });
  const units = records<'Unit', ApartmentEntry, Unit>({
    ways: byId,
    to: map.toUnit,
    own: ofApartments,
    ownPath: 'apartment',
    async detail(session, id) {
      const received = await apartment(session, id);
      return received && map.toUnitDetail(id, received);
    },
    sample: samples.unit,
    sampleDetail: samples.unitDetail,
  });

  return {
    byId,
    byEstate,
    readWhole(session, ids) {
      for (const id of ids) wholeEstates(session).add(id);
    },
    loaders: {
      buildings: {
        support: 'NATIVE',
        note: 'Estates.',
        pushes: ['externalId'],
        list: listBuildings,
        sample: () => samples.building(),
      },
      units: {
        support: 'NATIVE',
        note: 'Apartments.',
        pushes: ['externalId', 'building', 'kind'],
        list: listUnits,
        sample: () => samples.unit(),
      },
      buildingById: {
        ...buildings.byId,
        load(session, refs, fields) {
          // All employees are one call, so that those of an estate need not wait until it tells its office.
          if (fields.has('persons')) employees(session.branch()).catch(() => undefined);
          return buildings.byId.load(session, refs, fields);
        },
        cost: (asked, fields) =>
          together(buildings.byId.cost(asked, fields), fields.has('persons') ? employeesCost : free),
      },
      unitById: units.byId,
      buildingDetail: buildings.detail,
      unitDetail: units.detail,
      unitsOfBuilding: {
        support: 'NATIVE',
        needs: 'ref',
        open: (session, parents) => openUnits(session, parents.map(idOf)),
        cost: (parents, _, ask) => partsCost(parents, byEstate(noSession), ask),
        sample: ({ ref }) => samples.unit(undefined, idOf(ref)),
      },
    },
  };
}

/** An empty parameter is refused, and finds nothing: an empty reference is none. */
function isReference(text: string): boolean {
  return text.trim() !== '';
}

function estateOf({ building }: Unit): string {
  if (building === null || building === undefined) return '';
  return isRef(building) ? idOf(building) : building.remoteId;
}
