import {
  isRef,
  type Document,
  type Issue,
  type Lease,
  type Link,
  type Person,
  type Ref,
  type Unit,
} from '../../src/domain/index.js';
import type { Port, RecordLoader } from '../../src/domain/provider.js';
import type { Session } from '../../src/http/session.js';
import { groupBy, uniqueBy } from '../../src/loaders/group.js';
import { concatListings } from '../../src/pagination/concat.js';
import { emptyListing, mapListing, type Listing } from '../../src/pagination/listing.js';
import type { DocumentList, PigelloMap } from './map.js';
import { idsPerCall, type InFilter, type PigelloLists, type Received } from './pages.js';
import type { Entity } from './paths.js';

/**
 * How Pigello is asked. Everything is a list with an id filter, so a batch of any size is a few calls: that is the
 * access path everywhere. Records are never read by their single path.
 */
export function createLoaders(lists: PigelloLists, map: PigelloMap): Omit<Port, 'acceptsKey' | 'links'> {
  const chunks = (ids: number): number => Math.ceil(ids / idsPerCall);

  /** Records by their ids: `id__in`, answers matched by id. */
  const byId = <
    E extends Entity,
    T extends 'Building' | 'Unit' | 'Person' | 'Lease' | 'Issue' | 'Address',
    R,
  >(
    entity: E,
    to: (received: Received<E>) => R,
  ) => ({
    support: 'NATIVE' as const,
    async load(session: Session, refs: readonly Ref<T>[]): Promise<readonly (R | null)[]> {
      const ids = refs.map(idOf);
      const found = groupBy(
        await lists.matching(session, entity, { name: 'id__in', values: ids }),
        ({ row }) => [row.id],
      );
      return ids.map((id) => {
        const [received] = found(id);
        return received === undefined ? null : to(received);
      });
    },
    calls: chunks,
  });

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

  // The rows behind the edges, each for many parents at once ------------------------------------------------------

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

  const issuesOf = async (
    session: Session,
    filter: 'building__in' | 'apartment__in',
    parents: readonly string[],
  ): Promise<readonly (readonly Issue[])[]> => {
    const errands = await lists.matching(session, 'generalerrand', { name: filter, values: parents });
    const of = groupBy(errands, ({ row }) => [
      filter === 'building__in' ? row.building?.id : row.apartment?.id,
    ]);
    return parents.map((id) => of(id).map(map.toIssue));
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
    buildings: {
      support: 'NATIVE',
      pushes: ['externalId'],
      list: (session, { externalId }) => root(session, 'building', map.toBuilding, custom(externalId)),
    },
    units: {
      support: 'NATIVE',
      note: 'Apartments; other spaces have no known path.',
      // Not externalId: a unit's may stand in `landlord_custom_id` as well.
      pushes: ['building'],
      list: (session, { building }) =>
        root(session, 'apartment', map.toUnit, within('building__in', building)),
    },
    persons: {
      support: 'NATIVE',
      note: 'Tenants.',
      pushes: ['externalId'],
      list: (session, { externalId }) => root(session, 'tenant', map.toPerson, custom(externalId)),
    },
    leases: {
      support: 'NATIVE',
      note: 'Apartment contracts, ended ones too.',
      pushes: ['externalId', 'unit', 'person'],
      list: (session, { externalId, unit, person }) =>
        root(
          session,
          'apartmentcontract',
          map.toLease,
          custom(externalId),
          within('apartment__in', unit),
          within('tenants', person),
        ),
    },
    issues: {
      support: 'NATIVE',
      note: 'General errands.',
      pushes: ['externalId', 'building', 'unit'],
      list: (session, { externalId, building, unit }) =>
        root(
          session,
          'generalerrand',
          map.toIssue,
          custom(externalId),
          within('building__in', building),
          within('apartment__in', unit),
        ),
    },
    documents: {
      support: 'NATIVE',
      note: 'Contract documents of apartment contracts, signed in Pigello or outside it, and files of errands.',
      pushes: ['lease', 'issue'],
      list: (session, { lease, issue }) => {
        const ofLeases = within('object_id__in', lease);
        const ofIssues = within('errand__in', issue);
        // A document hangs on one thing: on a lease and on an issue at once hangs none.
        if (ofLeases !== null && ofIssues !== null) return emptyListing;
        const contracts = [
          root(session, 'signedcontractdocument', map.toSignedDocument, ofLeases),
          root(session, 'signabledocument', map.toSignableDocument, ofLeases),
        ];
        const files = [root(session, 'generalerrandfile', map.toErrandFile, ofIssues)];
        return concatListings([...(ofIssues === null ? contracts : []), ...(ofLeases === null ? files : [])]);
      },
    },

    buildingById: byId('building', map.toBuilding),
    unitById: byId('apartment', map.toUnit),
    personById: byId('tenant', map.toPerson),
    leaseById: byId('apartmentcontract', map.toLease),
    issueById: byId('generalerrand', map.toIssue),
    addressById: byId('address', map.toAddress),
    documentById: {
      support: 'NATIVE',
      async load(session, refs) {
        const read = async <E extends DocumentList>(
          list: E,
          to: (received: Received<E>) => Document,
        ): Promise<readonly Document[]> => {
          const values = refs.filter((ref) => ref.key[0] === list).map(idOf);
          return (await lists.matching(session, list, { name: 'id__in', values })).map(to);
        };
        const found = await Promise.all([
          read('signedcontractdocument', map.toSignedDocument),
          read('signabledocument', map.toSignableDocument),
          read('generalerrandfile', map.toErrandFile),
        ]);
        // Compared by the whole key: an id that names another parent is no id of the document.
        const byKey = groupBy(found.flat(), (document) => [document.remoteId]);
        return refs.map((ref) => byKey(ref.key.join(':'))[0] ?? null);
      },
      calls: (refs) => 3 * chunks(refs),
    } satisfies RecordLoader<'Document'>,

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
      list: (session, building) =>
        root(session, 'generalerrand', map.toIssue, { name: 'building__in', values: [building.remoteId] }),
      all: (session, buildings) => issuesOf(session, 'building__in', buildings.map(remoteId)),
      calls: chunks,
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
          issuesOf(session, 'building__in', ids),
        ]);
        return documentsOf(session, leases, issues);
      },
      calls: (buildings) => 6 * chunks(buildings),
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
      all: (session, units) => issuesOf(session, 'apartment__in', units.map(remoteId)),
      calls: chunks,
    },
    documentsOfUnit: {
      support: 'DERIVED',
      note: "The documents of the apartment's contracts and errands.",
      async all(session, units) {
        const ids = units.map(remoteId);
        const [leases, issues] = await Promise.all([
          leasesByUnit(session, ids),
          issuesOf(session, 'apartment__in', ids),
        ]);
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

/** Pigello's id stands last in every key. */
function idOf(ref: Ref): string {
  return ref.key.at(-1) ?? '';
}

function remoteId(record: { readonly remoteId: string }): string {
  return record.remoteId;
}

function linkId(link: Link | null | undefined): string | null {
  if (link === null || link === undefined) return null;
  return isRef(link) ? idOf(link) : 'remoteId' in link ? link.remoteId : null;
}

function within(name: string, refs: readonly Ref[] | undefined): InFilter | null {
  return refs === undefined ? null : { name, values: refs.map(idOf) };
}

/** Values of a comma-joined filter cannot hold a comma themselves: no reference with one can be asked for. */
function custom(values: readonly string[] | undefined): InFilter | null {
  return values === undefined
    ? null
    : {
        name: 'custom_id__in',
        values: values.filter((value) => value.trim() !== '' && !value.includes(',')),
      };
}
