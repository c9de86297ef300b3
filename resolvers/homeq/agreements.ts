import type { Building, Document, Lease, LeaseFilter, Person, Ref } from '../../src/domain/index.js';
import type { Port } from '../../src/domain/provider.js';
import { ScanLimitError, type Origin } from '../../src/errors.js';
import type { Session } from '../../src/http/session.js';
import { groupBy } from '../../src/loaders/group.js';
import { filterListing } from '../../src/pagination/filter.js';
import { flattenListing } from '../../src/pagination/flatten.js';
import {
  arrayListing,
  emptyListing,
  mapListing,
  toPair,
  type Listing,
} from '../../src/pagination/listing.js';
import type { HomeqSettings } from './config.js';
import type { Inventory } from './inventory.js';
import { apartmentOf, idOf, isTenant, ownRefs } from './keys.js';
import type { HomeqMap } from './map.js';
import type { HomeqLists, Received } from './pages.js';
import { callsBy, joinSlots, mapSlots, recordOf, rowsBy, rowsOf, toSlot, type Slot } from './rows.js';
import type { Agreement } from './wire.js';

/** Leases, tenants and documents: all of them are read out of agreements. */
export interface Agreements {
  readonly loaders: Pick<
    Port,
    | 'leases'
    | 'documents'
    | 'leaseById'
    | 'documentById'
    | 'leasesOfBuilding'
    | 'documentsOfBuilding'
    | 'leasesOfUnit'
    | 'documentsOfUnit'
    | 'unitsOfPerson'
    | 'leasesOfPerson'
    | 'documentsOfPerson'
    | 'documentsOfLease'
  >;
  /** Tenants by the profiles that signed. */
  tenantsById(session: Session, ids: readonly string[]): Promise<readonly (Person | null | Error)[]>;
  /** The most calls that looking for tenants may cost. */
  readonly scanCalls: number;
}

export function createAgreementLoaders(
  { agreements }: HomeqLists,
  inventory: Inventory,
  map: HomeqMap,
  { id: source, limits, agreementsPageSize }: HomeqSettings,
  origin: Origin,
): Agreements {
  const { scanCalls } = limits;
  const calls = (keys: number): number => callsBy(keys, agreements.guess);
  const scanRows = scanCalls * agreementsPageSize;

  const toLeases = (slots: readonly Slot<Received<Agreement>>[]): readonly Slot<Lease>[] =>
    mapSlots(slots, (rows) => rows.map(map.toLease));

  const leasesOfUnits = async (session: Session, units: readonly string[]): Promise<readonly Slot<Lease>[]> =>
    toLeases(
      await rowsBy(agreements, session, units, {
        keyOf: (row) => row.apartment_id,
        filter: (id) => ({ apartment_id: id }),
      }),
    );

  /** An agreement names its apartment only, so the apartments of the estates lead the way. */
  const leasesOfBuildings = async (
    session: Session,
    buildings: readonly Building[],
  ): Promise<readonly Slot<Lease>[]> => {
    // The estates say how many apartments to expect: where those are better served by reading all agreements, that need
    // not wait for the apartments.
    const expected = buildings.reduce((sum, { unitCount }) => sum + (unitCount ?? 0), 0);
    const [units, whole] = await Promise.all([
      inventory.unitsOf(session, buildings.map(remoteId)),
      agreements.whole(session, () => expected),
    ]);
    const ids = units.flatMap((slot) => (slot instanceof Error ? [] : slot.map(remoteId)));
    const of = groupBy(whole.rows, ({ row }) => [row.apartment_id]);
    const slots = whole.complete ? toLeases(ids.map((id) => of(id))) : await leasesOfUnits(session, ids);
    const leases = new Map(ids.map((id, index) => [id, slots[index] ?? []]));
    return units.map((slot) =>
      slot instanceof Error ? slot : joinSlots(slot.map((unit) => leases.get(unit.remoteId) ?? [])),
    );
  };

  /** The agreements that these profiles signed: HomeQ has no such filter, so all agreements are looked through. */
  const signedBy = async (session: Session, profiles: readonly string[]) => {
    const { rows, complete } = await agreements.whole(
      session,
      () => (profiles.length === 0 ? 0 : Infinity),
      scanCalls,
    );
    return { of: groupBy(rows, ({ row }) => [row.user_profile_id]), complete };
  };

  const agreementsOf = async (
    session: Session,
    persons: readonly Person[],
  ): Promise<readonly Slot<Received<Agreement>>[]> => {
    const tenants = persons.filter(({ ref }) => isTenant(ref));
    const { of, complete } = await signedBy(session, tenants.map(remoteId));
    return persons.map((person) => {
      if (!isTenant(person.ref)) return [];
      return complete ? of(person.remoteId) : tooMany();
    });
  };

  const tooMany = (): Error =>
    new ScanLimitError(
      origin,
      `a tenant is looked for in the agreements, and there are more pages of them than limits.scanCalls (${scanCalls})`,
    );

  /** All agreements in one read, as far as the budget goes, so that their pages go out together. */
  const scanned = (session: Session): Listing<Received<Agreement>> => ({
    ...agreements.listing(session),
    stride: scanRows,
  });

  const leasesSignedBy = (session: Session, profile: string): Listing<Lease> =>
    mapListing(
      filterListing(scanned(session), ({ row }) => row.user_profile_id === profile, scanRows),
      map.toLease,
    );

  const listLeases = (session: Session, filter: LeaseFilter): Listing<Lease> => {
    const { externalId, search, status, unit, person } = filter;
    // An agreement has no number and no reference, and nothing in it tells another status.
    if (externalId !== undefined || search !== undefined) return emptyListing;
    if (status?.some((each) => each === 'UPCOMING' || each === 'UNKNOWN') === false) return emptyListing;
    const units = unit && [...new Set(ownRefs(unit, source).map(idOf))];
    const profiles = person && ownRefs(person, source).filter(isTenant).map(idOf);
    if (units?.length === 0 || profiles?.length === 0) return emptyListing;
    // What few agreements match is looked for in all of them at once: a person, or a signature that lies ahead.
    const sparse = profiles !== undefined || status?.includes('UNKNOWN') === false;
    const leases =
      units !== undefined
        ? arrayListing(async () => rowsOf(joinSlots(await leasesOfUnits(session, units))))
        : mapListing(sparse ? scanned(session) : agreements.listing(session), map.toLease);
    if (profiles === undefined && status === undefined) return leases;
    return filterListing(
      leases,
      (lease) =>
        (profiles === undefined || tenantsOf(lease).some((tenant) => profiles.includes(tenant.remoteId))) &&
        (status === undefined || status.includes(lease.status)),
      scanRows,
    );
  };

  /** The documents of all leases. Each lease holds its own, at most two, so that no lease costs a call. */
  const listDocuments = (session: Session, wanted: (document: Document) => boolean): Listing<Document> => {
    const leases = mapListing(agreements.listing(session), map.toLease);
    const own = (lease: Lease): readonly Document[] => (lease.documents ?? []).filter(wanted);
    const documents = flattenListing(leases, {
      children: (lease) => arrayListing(() => own(lease)),
      estimate: (lease) => own(lease).length,
      budget: scanRows,
    });
    return {
      ...documents,
      async read(ask) {
        const [from] = toPair(ask.from);
        const slice = documents.read(ask);
        // Most agreements have a document or two: as many agreements as documents are wanted are read together.
        if (ask.limit > 0) leases.read({ ...ask, from, needMore: false }).catch(() => undefined);
        return slice;
      },
    };
  };

  const documentsOfSlots = (slots: readonly Slot<Lease>[]): readonly Slot<Document>[] =>
    mapSlots(slots, (leases) => leases.flatMap((lease) => lease.documents ?? []));

  const leasesBy = (session: Session, refs: readonly Ref<'Lease' | 'Document'>[]) =>
    leasesOfUnits(session, refs.map(apartmentOf));

  /** The estates' apartments, and then one call for each of them or the pages of all agreements, whichever is fewer. */
  const callsOfBuildings = (buildings: number): number => inventory.callsForUnits(buildings) + scanCalls;

  return {
    scanCalls,

    async tenantsById(session, ids) {
      const { of, complete } = await signedBy(session, ids);
      return ids.map((id) => {
        const [received] = of(id);
        if (received !== undefined) return map.toTenant(received);
        return complete ? null : tooMany();
      });
    },

    loaders: {
      leases: {
        support: 'DERIVED',
        note: 'One for each agreement. Its term is not told: UPCOMING if the signature lies ahead, else UNKNOWN.',
        pushes: ['externalId', 'search', 'status', 'unit', 'person'],
        list: listLeases,
      },
      documents: {
        support: 'DERIVED',
        note: 'The digital contract and the profile card of each agreement.',
        pushes: ['externalId', 'search', 'kind'],
        list(session, { externalId, search, kind }) {
          // A file has neither a name nor a reference.
          if (externalId !== undefined || search !== undefined) return emptyListing;
          if (kind?.some((each) => each === 'LEASE_CONTRACT' || each === 'PROFILE_CARD') === false)
            return emptyListing;
          return listDocuments(session, (document) => kind === undefined || kind.includes(document.kind));
        },
      },

      leaseById: {
        support: 'DERIVED',
        note: 'By its apartment: HomeQ reads no agreement by id.',
        async load(session, refs) {
          const slots = await leasesBy(session, refs);
          return refs.map(({ key: [agreement] }, index) => {
            const slot = slots[index] ?? [];
            return recordOf(
              slot instanceof Error ? slot : slot.filter((lease) => lease.ref.key[0] === agreement),
            );
          });
        },
        calls,
      },
      documentById: {
        support: 'DERIVED',
        note: 'By the apartment of its agreement.',
        async load(session, refs) {
          const slots = documentsOfSlots(await leasesBy(session, refs));
          return refs.map(({ key }, index) => {
            const slot = slots[index] ?? [];
            return recordOf(
              slot instanceof Error ? slot : slot.filter(({ remoteId }) => remoteId === key.join(':')),
            );
          });
        },
        calls,
      },

      leasesOfUnit: {
        support: 'DERIVED',
        list: (session, unit) =>
          mapListing(agreements.listing(session, { apartment_id: unit.remoteId }), map.toLease),
        all: (session, units) => leasesOfUnits(session, units.map(remoteId)),
        calls: (units, first) => calls(units) * Math.ceil(first / agreementsPageSize),
      },
      leasesOfBuilding: {
        support: 'DERIVED',
        note: "The agreements of the estate's apartments.",
        all: leasesOfBuildings,
        calls: callsOfBuildings,
      },
      documentsOfUnit: {
        support: 'DERIVED',
        note: 'The documents of the agreements of the apartment.',
        all: async (session, units) => documentsOfSlots(await leasesOfUnits(session, units.map(remoteId))),
        calls,
      },
      documentsOfBuilding: {
        support: 'DERIVED',
        note: "The documents of the agreements of the estate's apartments.",
        all: async (session, buildings) => documentsOfSlots(await leasesOfBuildings(session, buildings)),
        calls: callsOfBuildings,
      },

      leasesOfPerson: {
        support: 'DERIVED',
        note: 'Looked for in all agreements; employees have none.',
        list: (session, { ref, remoteId }) =>
          isTenant(ref) ? leasesSignedBy(session, remoteId) : emptyListing,
        calls: () => scanCalls,
      },
      documentsOfPerson: {
        support: 'DERIVED',
        note: 'Of the agreements that the tenant signed; employees have none.',
        all: async (session, persons) => documentsOfSlots(toLeases(await agreementsOf(session, persons))),
        calls: () => scanCalls,
      },
      unitsOfPerson: {
        support: 'DERIVED',
        note: 'The apartments of the agreements that the tenant signed; employees have none.',
        async all(session, persons) {
          const slots = mapSlots(await agreementsOf(session, persons), (rows) => [
            ...new Set(rows.map(({ row }) => row.apartment_id)),
          ]);
          const ids = [...new Set(slots.flatMap((slot) => (slot instanceof Error ? [] : slot)))];
          const found = await inventory.unitsById(session, ids);
          const unit = new Map(ids.map((id, index) => [id, toSlot(found[index] ?? null)]));
          return slots.map((slot) =>
            slot instanceof Error ? slot : joinSlots(slot.map((id) => unit.get(id) ?? [])),
          );
        },
        calls: (persons) => scanCalls + persons,
      },

      documentsOfLease: {
        support: 'DERIVED',
        note: 'The digital contract and the profile card.',
        all: (_, leases) => Promise.resolve(leases.map(({ documents }) => documents ?? [])),
        calls: () => 0,
      },
    },
  };
}

function remoteId(record: { readonly remoteId: string }): string {
  return record.remoteId;
}

function tenantsOf({ tenants }: Lease): readonly Person[] {
  // Tenants stand in their agreement, so none of them is a bare ref.
  return (tenants ?? []).filter((tenant): tenant is Person => 'remoteId' in tenant);
}
