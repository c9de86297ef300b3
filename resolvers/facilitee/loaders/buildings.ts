import type { Building, Ref } from '../../../src/domain/index.js';
import type { Port, RecordLoader } from '../../../src/domain/provider.js';
import { gather, gatherCost } from '../../../src/loaders/gather.js';
import { mapListing } from '../../../src/pagination/listing.js';
import type { Kit } from '../loaders.js';
import { searchFor } from '../search.js';

/** Properties: a row of the list says all that the single record says. */
const pair = { list: 'properties', record: 'property' } as const;

export function createBuildingLoaders({ lists, ways, map, samples }: Kit) {
  const buildingById: RecordLoader<'Building'> = {
    support: 'NATIVE',
    async load(session, refs: readonly Ref<'Building'>[]) {
      const ids = refs.map(({ key }) => key[0] ?? '');
      const found = await gather(ids, ways.of(session, pair));
      return ids.map((id): Building | null | Error => {
        const received = found(id);
        return received === null || received instanceof Error ? received : map.toBuilding(received);
      });
    },
    cost: ({ count }) => gatherCost(count, ways.access(pair)),
    sample: (ref) => ({ ...samples.building, ref }),
  };

  return {
    buildings: {
      support: 'NATIVE',
      note: 'Properties, inactive ones too.',
      pushes: [],
      list: (session, { externalId }) =>
        mapListing(lists.listing(session, 'properties', searchFor(externalId)), map.toBuilding),
      sample: () => samples.building,
    },
    buildingById,
    // For properties that units and issues name in part.
    buildingDetail: buildingById,
  } satisfies Partial<Port>;
}
