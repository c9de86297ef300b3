import DataLoader from 'dataloader';
import { serveGraphql } from '../common/graphql-server.js';
import { nodeReads } from '../common/node-reads.js';
import type { NodeFields } from '../common/node-records.js';
import type { Providers } from '../common/providers.js';
import { groupBy, pigello, rowsBy } from '../common/reads.js';
import { toBuilding, toLease, toPerson, toUnit, type Building, type Person } from '../common/records.js';
import type { Ref } from '../common/values.js';
import type { ApartmentRow, BuildingRow, ContractRow, TenantRow } from '../common/wire.js';

/** Resolvers over a DataLoader for each thing that Pigello finds by lists of ids, made anew for each request. */
serveGraphql((providers) => {
  const buildings = byId<BuildingRow, Building>(providers, pigello.buildings, toBuilding);
  const persons = byId<TenantRow, Person>(providers, pigello.tenants, toPerson);
  const units = byParent(
    providers,
    [pigello.apartments, 'building__in'],
    ({ building }: ApartmentRow) => building?.id,
    toUnit,
  );
  const leases = byParent(
    providers,
    [pigello.contracts, 'apartment__in'],
    ({ apartment }: ContractRow) => apartment?.id,
    toLease,
  );
  const nodes = new DataLoader<Ref, NodeFields | null, string>((refs) => readNodes(providers, refs), {
    cacheKeyFn: ({ type, source, key }) => [type, source, ...key].join(':'),
  });
  return {
    building: (id) => buildings.load(id),
    unitsOf: (building) => units.load(building),
    leasesOf: (unit) => leases.load(unit),
    person: (id) => persons.load(id),
    node: (ref) => nodes.load(ref),
  };
});

function byId<Row extends { readonly id: string }, T>(
  providers: Providers,
  list: string,
  to: (row: Row) => T,
): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const rows = await rowsBy<Row>(providers, list, 'id__in', ids);
    const of = new Map(rows.map((row) => [row.id, to(row)]));
    return ids.map((id) => of.get(id) ?? null);
  });
}

function byParent<Row, T>(
  providers: Providers,
  [list, filter]: readonly [string, string],
  parentOf: (row: Row) => string | undefined,
  to: (row: Row) => T,
): DataLoader<string, readonly T[]> {
  return new DataLoader(async (ids) => {
    const of = groupBy(await rowsBy<Row>(providers, list, filter, ids), parentOf);
    return ids.map((id) => (of.get(id) ?? []).map(to));
  });
}

async function readNodes(
  providers: Providers,
  refs: readonly Ref[],
): Promise<readonly (NodeFields | null)[]> {
  const found: (NodeFields | null)[] = refs.map(() => null);
  const groups = groupBy([...refs.entries()], ([, { type, source }]) => `${type} ${source}`);
  await Promise.all(
    [...groups].map(async ([kind, members]) => {
      const answers =
        (await nodeReads[kind]?.(
          providers,
          members.map(([, ref]) => ref),
        )) ?? [];
      for (const [index, [place]] of members.entries()) found[place] = answers[index] ?? null;
    }),
  );
  return found;
}
