import type { Providers } from '../common/providers.js';
import { groupBy, pigello, readWindow, rowsBy } from '../common/reads.js';
import { day, globalId, leaseStatus, rooms, tenantIds, tenantName, text, today } from '../common/values.js';
import type { ApartmentRow, BuildingRow, ContractRow, TenantRow } from '../common/wire.js';
import type { Variables } from './server.js';

export function createDeep(providers: Providers): (variables: Variables) => Promise<unknown> {
  return async ({ after }) => {
    const offset = Number(after ?? 0);
    const buildings = await readWindow<BuildingRow>(providers, pigello.buildings, offset, 25);
    const buildingIds = buildings.rows.map(({ id }) => id);
    const units = await rowsBy<ApartmentRow>(providers, pigello.apartments, 'building__in', buildingIds);
    const unitIds = units.map(({ id }) => id);
    const leases = await rowsBy<ContractRow>(providers, pigello.contracts, 'apartment__in', unitIds);
    const personIds = new Set(leases.flatMap(tenantIds));
    const tenants = await rowsBy<TenantRow>(providers, pigello.tenants, 'id__in', [...personIds]);

    const unitsOf = groupBy(units, ({ building }) => building?.id);
    const leasesOf = groupBy(leases, ({ apartment }) => apartment?.id);
    const now = today();
    const persons = new Map(
      tenants.map((row) => [
        row.id,
        { id: globalId('Person', 'pigello', row.id), displayName: tenantName(row) },
      ]),
    );
    const toLease = (row: ContractRow) => ({
      id: globalId('Lease', 'pigello', 'contracts.apartmentcontract', row.id),
      status: leaseStatus(row, now),
      startDate: day(row.start_date),
      endDate: day(row.end_date) ?? day(row.initial_end_date),
      tenants: tenantIds(row).map((id) => persons.get(id) ?? null),
    });
    const toUnit = (row: ApartmentRow) => ({
      id: globalId('Unit', 'pigello', row.id),
      number: text(row.apartment_id),
      unitType: text(row.category),
      rooms: rooms(row.category),
      leases: { nodes: (leasesOf.get(row.id) ?? []).map(toLease) },
    });
    return {
      nodes: buildings.rows.map((row) => ({
        id: globalId('Building', 'pigello', row.id),
        name: text(row.name) ?? text(row.popular_name),
        externalId: text(row.custom_id),
        units: { nodes: (unitsOf.get(row.id) ?? []).map(toUnit) },
      })),
    };
  };
}
