import type { EdgeLoaderName, Port } from '../../../src/domain/provider.js';
import { groupBy, uniqueBy } from '../../../src/loaders/group.js';
import { chunks, linkId, remoteId } from '../ids.js';
import type { PigelloMap } from '../map.js';
import type { PigelloReads } from '../reads.js';

/** What hangs on what. One parent is read by its window where Pigello filters by it, many by one batch. */
export function createEdgeLoaders(reads: PigelloReads, map: PigelloMap): Pick<Port, EdgeLoaderName> {
  const { lists, root, unitsOf, leasesByUnit, leasesOfBuildings, leasesOfTenants } = reads;
  const {
    issuesOfUnits,
    issuesOfBuildings,
    issuesOfTenants,
    tenantsOf,
    documentsOf,
    documentsOfLeases,
    filesOfIssues,
  } = reads;

  return {
    unitsOfBuilding: {
      support: 'NATIVE',
      list: (session, building) =>
        root(session, 'apartment', map.toUnit, { name: 'building__in', values: [building.remoteId] }),
      async all(session, buildings) {
        const of = groupBy(await unitsOf(session, buildings.map(remoteId)), (unit) => [
          linkId(unit.building),
        ]);
        return buildings.map((building) => of(building.remoteId));
      },
      calls: chunks,
    },
    leasesOfBuilding: {
      support: 'DERIVED',
      note: "The contracts of the building's apartments.",
      all: (session, buildings) => leasesOfBuildings(session, buildings.map(remoteId)),
      calls: (buildings) => 2 * chunks(buildings),
    },
    issuesOfBuilding: {
      support: 'NATIVE',
      note: "The building's errands and those of its apartments.",
      all: (session, buildings) => issuesOfBuildings(session, buildings.map(remoteId)),
      calls: (buildings) => 3 * chunks(buildings),
    },
    personsOfBuilding: {
      support: 'DERIVED',
      note: "The tenants of the contracts of the building's apartments.",
      all: async (session, buildings) =>
        tenantsOf(session, await leasesOfBuildings(session, buildings.map(remoteId))),
      calls: (buildings) => 3 * chunks(buildings),
    },
    documentsOfBuilding: {
      support: 'DERIVED',
      note: "The documents of the building's contracts and errands.",
      async all(session, buildings) {
        const ids = buildings.map(remoteId);
        const [leases, issues] = await Promise.all([
          leasesOfBuildings(session, ids),
          issuesOfBuildings(session, ids),
        ]);
        return documentsOf(session, leases, issues);
      },
      calls: (buildings) => 7 * chunks(buildings),
    },

    leasesOfUnit: {
      support: 'NATIVE',
      list: (session, unit) =>
        root(session, 'apartmentcontract', map.toLease, { name: 'apartment__in', values: [unit.remoteId] }),
      all: (session, units) => leasesByUnit(session, units.map(remoteId)),
      calls: chunks,
    },
    personsOfUnit: {
      support: 'DERIVED',
      note: "The tenants of the apartment's contracts.",
      all: async (session, units) => tenantsOf(session, await leasesByUnit(session, units.map(remoteId))),
      calls: (units) => 2 * chunks(units),
    },
    issuesOfUnit: {
      support: 'NATIVE',
      list: (session, unit) =>
        root(session, 'generalerrand', map.toIssue, { name: 'apartment__in', values: [unit.remoteId] }),
      all: (session, units) => issuesOfUnits(session, units.map(remoteId)),
      calls: chunks,
    },
    documentsOfUnit: {
      support: 'DERIVED',
      note: "The documents of the apartment's contracts and errands.",
      async all(session, units) {
        const ids = units.map(remoteId);
        const [leases, issues] = await Promise.all([leasesByUnit(session, ids), issuesOfUnits(session, ids)]);
        return documentsOf(session, leases, issues);
      },
      calls: (units) => 5 * chunks(units),
    },

    unitsOfPerson: {
      support: 'NATIVE',
      list: (session, person) =>
        root(session, 'apartment', map.toUnit, { name: 'tenants', values: [person.remoteId] }),
      // An apartment does not say whose it is: for many tenants at once their contracts lead the way.
      async all(session, persons) {
        const ids = persons.map(remoteId);
        const leases = await leasesOfTenants(session, ids);
        const unitIds = leases.flatMap((lease) => linkId(lease.unit) ?? []);
        const units = await lists.matching(session, 'apartment', { name: 'id__in', values: unitIds });
        const unit = groupBy(units.map(map.toUnit), (each) => [each.remoteId]);
        const of = groupBy(leases, (lease) => (lease.tenants ?? []).map(linkId));
        return ids.map((id) =>
          uniqueBy(
            of(id).flatMap((lease) => unit(linkId(lease.unit) ?? '')),
            remoteId,
          ),
        );
      },
      calls: (persons) => 2 * chunks(persons),
    },
    leasesOfPerson: {
      support: 'NATIVE',
      list: (session, person) =>
        root(session, 'apartmentcontract', map.toLease, { name: 'tenants', values: [person.remoteId] }),
      async all(session, persons) {
        const ids = persons.map(remoteId);
        const of = groupBy(await leasesOfTenants(session, ids), (lease) => (lease.tenants ?? []).map(linkId));
        return ids.map((id) => of(id));
      },
      calls: chunks,
    },
    issuesOfPerson: {
      support: 'NATIVE',
      note: 'Errands that the tenant reported, created or reviews.',
      async all(session, persons) {
        const ids = persons.map(remoteId);
        const of = await issuesOfTenants(session, ids);
        return ids.map((id) => of(id));
      },
      calls: (persons) => 3 * chunks(persons),
    },
    documentsOfPerson: {
      support: 'DERIVED',
      note: "The documents of the tenant's contracts and errands.",
      async all(session, persons) {
        const ids = persons.map(remoteId);
        const [leases, issuesOfTenant] = await Promise.all([
          leasesOfTenants(session, ids),
          issuesOfTenants(session, ids),
        ]);
        const of = groupBy(leases, (lease) => (lease.tenants ?? []).map(linkId));
        return documentsOf(
          session,
          ids.map((id) => of(id)),
          ids.map((id) => issuesOfTenant(id)),
        );
      },
      calls: (persons) => 7 * chunks(persons),
    },

    documentsOfLease: {
      support: 'NATIVE',
      async all(session, leases) {
        const of = await documentsOfLeases(session, leases.map(remoteId));
        return leases.map((lease) => of(lease.remoteId));
      },
      calls: (leases) => 2 * chunks(leases),
    },
    documentsOfIssue: {
      support: 'NATIVE',
      list: (session, issue) =>
        root(session, 'generalerrandfile', map.toErrandFile, {
          name: 'errand__in',
          values: [issue.remoteId],
        }),
      async all(session, issues) {
        const of = await filesOfIssues(session, issues.map(remoteId));
        return issues.map((issue) => of(issue.remoteId));
      },
      calls: chunks,
    },
  };
}
