import type { Building, Ref, Unit } from '../../../src/domain/index.js';
import type { Port } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import { noSession, type Session } from '../../../src/http/session.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import { mapListing, type Listing } from '../../../src/pagination/listing.js';
import { count, forEach, oneWave } from '../../../src/plan/cost.js';
import { pathOf, type LodgerSettings } from './config.js';
import type { createMap } from './map.js';
import type { LodgerLists } from './pages.js';
import * as wire from './wire.js';

/** The members of the port that Lodger can serve: houses and flats. What it cannot serve it does not mention. */
export function createLoaders(
  settings: LodgerSettings,
  lists: LodgerLists,
  map: ReturnType<typeof createMap>,
): Omit<Port, 'acceptsKey' | 'links'> {
  const at = new Date(0);
  const someHouse = (id = '0'): Building => map.toBuilding({ row: wire.house.parse({ id }), at });
  const someFlat = (building: Building | null, id = '0'): Unit =>
    map.toUnit({ row: wire.flat.parse({ id, houseId: '0' }), at }, building);

  const houses = (session: Session): Listing<Building> => mapListing(lists.houses(session), map.toBuilding);
  const flatsOf = (session: Session, id: string): Listing<Unit> =>
    mapListing(lists.flatsOf(session, id), (flat) =>
      map.toUnit(flat, { type: 'Building', source: settings.id, key: [id] }),
    );

  return {
    buildings: {
      support: 'NATIVE',
      pushes: [],
      list: houses,
      sample: () => someHouse(),
    },
    units: {
      support: 'DERIVED',
      note: 'The flats of each house.',
      pushes: [],
      list: (session) =>
        flattenListing(lists.houses(session), {
          key: ({ row }) => row.id,
          children: ({ row }) => flatsOf(session, row.id),
          childCost: (ask) => flatsOf(noSession, '0').cost(ask),
          budget: settings.limits.scanCalls,
        }),
      sample: () => someFlat(null),
    },
    unitsOfBuilding: {
      support: 'NATIVE',
      needs: 'ref',
      open: (session, parents) => parents.map((ref) => flatsOf(session, idOf(ref))),
      cost: (parents, _, ask) => forEach(parents, flatsOf(noSession, '0').cost(ask)),
      sample: (building) => someFlat(building),
    },

    buildingById: {
      support: 'NATIVE',
      load: (session, refs) =>
        eachOf(refs, async (id) => mapFound(await lists.house(session, id), map.toBuilding)),
      cost: (asked) => oneWave(pathOf(settings, 'house'), asked.count, count(asked.count, 'single call')),
      sample: (ref) => someHouse(idOf(ref)),
    },
    unitById: {
      support: 'NATIVE',
      load: (session, refs) =>
        eachOf(refs, async (id) => mapFound(await lists.flat(session, id), (flat) => map.toUnit(flat, null))),
      cost: (asked) => oneWave(pathOf(settings, 'flat'), asked.count, count(asked.count, 'single call')),
      sample: (ref) => someFlat(null, idOf(ref)),
    },
  };
}

function idOf({ key: [id = ''] }: Ref): string {
  return id;
}

function mapFound<A, B>(found: A | null, to: (found: A) => B): B | null {
  return found === null ? null : to(found);
}

/** One call for each; a failure stays in its own slot. */
function eachOf<T>(refs: readonly Ref[], load: (id: string) => Promise<T | null>) {
  return Promise.all(refs.map((ref) => load(idOf(ref)).catch(toError)));
}
