import { serveGraphql } from '../common/graphql-server.js';
import { nodeReads } from '../common/node-reads.js';
import { pigello, rowsBy } from '../common/reads.js';
import { toBuilding, toLease, toPerson, toUnit } from '../common/records.js';
import type { ApartmentRow, BuildingRow, ContractRow, TenantRow } from '../common/wire.js';

/** Resolvers as a first version has them: each field asks for what it needs, by a call of its own. */
serveGraphql((providers) => ({
  async building(id) {
    const [row] = await rowsBy<BuildingRow>(providers, pigello.buildings, 'id__in', [id]);
    return row === undefined ? null : toBuilding(row);
  },
  async unitsOf(building) {
    const rows = await rowsBy<ApartmentRow>(providers, pigello.apartments, 'building__in', [building]);
    return rows.map(toUnit);
  },
  async leasesOf(unit) {
    const rows = await rowsBy<ContractRow>(providers, pigello.contracts, 'apartment__in', [unit]);
    return rows.map(toLease);
  },
  async person(id) {
    const [row] = await rowsBy<TenantRow>(providers, pigello.tenants, 'id__in', [id]);
    return row === undefined ? null : toPerson(row);
  },
  async node(ref) {
    const [found] = (await nodeReads[`${ref.type} ${ref.source}`]?.(providers, [ref])) ?? [];
    return found ?? null;
  },
}));
