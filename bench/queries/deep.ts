import { globalId } from '../candidates/common/values.js';
import { spread, type BenchQuery } from './query.js';

const lease = 'contracts.apartmentcontract';

/** The deep one: what a portal shows of a district. */
export const deep: BenchQuery = {
  name: 'deep',
  title: '25 buildings, their units, leases and tenants',
  list: 'buildings',
  document: (operation, alias) => `query ${operation}($after: String) {
  ${alias}: buildings(first: 25, after: $after, filter: { providers: [PIGELLO] }) {
    nodes {
      id
      name
      externalId
      units(first: 100) {
        nodes {
          id
          number
          unitType
          rooms
          leases(first: 100) {
            nodes {
              id
              status
              startDate
              endDate
              tenants {
                id
                displayName
              }
            }
          }
        }
      }
    }
  }
}`,
  variants: ({ truths }) => spread(truths.pigello.buildings.length, 25).map((offset) => ({ offset })),
  expected({ offset = 0 }, { truths }) {
    const { buildings, units, leases } = truths.pigello;
    const unitOf = new Map(units.map((unit) => [unit.id, unit]));
    const leaseOf = new Map(leases.map((each) => [each.id, each]));
    return buildings
      .slice(offset, offset + 25)
      .flatMap((building) => [
        globalId('Building', 'pigello', building.id),
        ...building.unitIds.flatMap((unit) => [
          globalId('Unit', 'pigello', unit),
          ...(unitOf.get(unit)?.leaseIds ?? []).flatMap((each) => [
            globalId('Lease', 'pigello', lease, each),
            ...(leaseOf.get(each)?.tenantIds ?? []).map((tenant) => globalId('Person', 'pigello', tenant)),
          ]),
        ]),
      ]);
  },
};
