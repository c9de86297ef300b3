import type { Document, Issue, Lease, Person, Unit } from '../../src/domain/index.js';
import type { Session } from '../../src/http/session.js';
import { groupBy, uniqueBy } from '../../src/loaders/group.js';
import { emptyListing, mapListing, type Listing } from '../../src/pagination/listing.js';
import { linkId, remoteId } from './ids.js';
import type { PigelloMap } from './map.js';
import type { InFilter, PigelloLists, Received } from './pages.js';
import type { Entity } from './paths.js';

/** The records behind lists and edges, each for many parents at once. */
export function createReads(lists: PigelloLists, map: PigelloMap) {
  /** A list as records, narrowed by the filters that are given. */
  const root = <E extends Entity, R>(
    session: Session,
    entity: E,
    to: (received: Received<E>) => R,
    ...filters: readonly (InFilter | null)[]
  ): Listing<R> => {
    const given = filters.filter((filter) => filter !== null);
    // Pigello refuses an empty filter; nothing matches one.
    if (given.some(({ values }) => values.length === 0)) return emptyListing;
    return mapListing(lists.listing(session, entity, ...given), to);
  };

  const unitsOf = async (session: Session, buildings: readonly string[]): Promise<readonly Unit[]> =>
    (await lists.matching(session, 'apartment', { name: 'building__in', values: buildings })).map(map.toUnit);

  const leasesOf = async (session: Session, units: readonly string[]): Promise<readonly Lease[]> =>
    (await lists.matching(session, 'apartmentcontract', { name: 'apartment__in', values: units })).map(
      map.toLease,
    );

  const leasesOfTenants = async (session: Session, tenants: readonly string[]): Promise<readonly Lease[]> =>
    // Without `__in`, yet it takes several (docs/pigello-my-pages.txt, step 2).
    (await lists.matching(session, 'apartmentcontract', { name: 'tenants', values: tenants })).map(
      map.toLease,
    );

  const tenantsById = async (
    session: Session,
    ids: readonly string[],
  ): Promise<(id: string) => readonly Person[]> =>
    groupBy(
      (await lists.matching(session, 'tenant', { name: 'id__in', values: ids })).map(map.toPerson),
      (person) => [person.remoteId],
    );

  /** Errands name a tenant in three ways, each a filter of its own (docs/pigello-my-pages.txt, steps 14 to 16). */
  const issuesOfTenants = async (
    session: Session,
    tenants: readonly string[],
  ): Promise<(id: string) => readonly Issue[]> => {
    const [reported, created, reviewed] = await Promise.all(
      (['reporter_tenant__in', 'creator_tenant__in', 'tenant_reviewers__in'] as const).map((name) =>
        lists.matching(session, 'generalerrand', { name, values: tenants }),
      ),
    );
    const all = uniqueBy([...(reported ?? []), ...(created ?? []), ...(reviewed ?? [])], ({ row }) => row.id);
    const of = groupBy(all, ({ row }) => [
      row.reporter_tenant?.id,
      row.creator_tenant?.id,
      ...row.tenant_reviewers.map(({ id }) => id),
    ]);
    return (id) => of(id).map(map.toIssue);
  };

  /** Contracts signed outside Pigello and inside it are two lists: both are asked, and merged (steps 3 and 4). */
  const documentsOfLeases = async (
    session: Session,
    leases: readonly string[],
  ): Promise<(id: string) => readonly Document[]> => {
    const filter = { name: 'object_id__in', values: leases };
    const [signed, signable] = await Promise.all([
      lists.matching(session, 'signedcontractdocument', filter),
      lists.matching(session, 'signabledocument', filter),
    ]);
    const signedOf = groupBy(signed, ({ row }) => [row.object_id]);
    const signableOf = groupBy(signable, ({ row }) => [row.object_id]);
    return (id) => [...signedOf(id).map(map.toSignedDocument), ...signableOf(id).map(map.toSignableDocument)];
  };

  const filesOfIssues = async (
    session: Session,
    issues: readonly string[],
  ): Promise<(id: string) => readonly Document[]> => {
    const files = await lists.matching(session, 'generalerrandfile', { name: 'errand__in', values: issues });
    const of = groupBy(files, ({ row }) => [row.errand?.id]);
    return (id) => of(id).map(map.toErrandFile);
  };

  /** The documents of leases and of issues that hang on the same parents. */
  const documentsOf = async (
    session: Session,
    leases: readonly (readonly Lease[])[],
    issues: readonly (readonly Issue[])[],
  ): Promise<readonly (readonly Document[])[]> => {
    const [ofLease, ofIssue] = await Promise.all([
      documentsOfLeases(session, leases.flat().map(remoteId)),
      filesOfIssues(session, issues.flat().map(remoteId)),
    ]);
    return leases.map((own, index) => [
      ...own.flatMap((lease) => ofLease(lease.remoteId)),
      ...(issues[index] ?? []).flatMap((issue) => ofIssue(issue.remoteId)),
    ]);
  };

  const issuesOfUnits = async (
    session: Session,
    units: readonly string[],
  ): Promise<readonly (readonly Issue[])[]> => {
    const errands = await lists.matching(session, 'generalerrand', { name: 'apartment__in', values: units });
    const of = groupBy(errands, ({ row }) => [row.apartment?.id]);
    return units.map((id) => of(id).map(map.toIssue));
  };

  /** An errand may name its apartment alone: the errands of a building's apartments are the building's as well. */
  const issuesOfBuildings = async (
    session: Session,
    buildings: readonly string[],
  ): Promise<readonly (readonly Issue[])[]> => {
    const [direct, units] = await Promise.all([
      lists.matching(session, 'generalerrand', { name: 'building__in', values: buildings }),
      unitsOf(session, buildings),
    ]);
    const buildingOf = new Map(units.map((unit) => [unit.remoteId, linkId(unit.building)]));
    const inside = await lists.matching(session, 'generalerrand', {
      name: 'apartment__in',
      values: [...buildingOf.keys()],
    });
    const errands = uniqueBy([...direct, ...inside], ({ row }) => row.id);
    const of = groupBy(errands, ({ row }) => [row.building?.id ?? buildingOf.get(row.apartment?.id ?? '')]);
    return buildings.map((id) => of(id).map(map.toIssue));
  };

  const leasesOfBuildings = async (
    session: Session,
    buildings: readonly string[],
  ): Promise<readonly (readonly Lease[])[]> => {
    const units = await unitsOf(session, buildings);
    const leaseOf = groupBy(await leasesOf(session, units.map(remoteId)), (lease) => [linkId(lease.unit)]);
    const unitOf = groupBy(units, (unit) => [linkId(unit.building)]);
    return buildings.map((id) => unitOf(id).flatMap((unit) => leaseOf(unit.remoteId)));
  };

  const tenantsOf = async (
    session: Session,
    leases: readonly (readonly Lease[])[],
  ): Promise<readonly (readonly Person[])[]> => {
    const ids = leases.map((own) => [...new Set(own.flatMap((lease) => (lease.tenants ?? []).map(linkId)))]);
    const tenant = await tenantsById(
      session,
      ids.flat().filter((id) => id !== null),
    );
    return ids.map((own) => own.flatMap((id) => (id === null ? [] : tenant(id))));
  };

  const leasesByUnit = async (
    session: Session,
    units: readonly string[],
  ): Promise<readonly (readonly Lease[])[]> => {
    const of = groupBy(await leasesOf(session, units), (lease) => [linkId(lease.unit)]);
    return units.map((id) => of(id));
  };

  return {
    lists,
    root,
    unitsOf,
    leasesByUnit,
    leasesOfBuildings,
    leasesOfTenants,
    issuesOfUnits,
    issuesOfBuildings,
    issuesOfTenants,
    tenantsOf,
    documentsOf,
    documentsOfLeases,
    filesOfIssues,
  };
}

export type PigelloReads = ReturnType<typeof createReads>;
