import { sameRef } from '../../src/domain/global-id.js';
import type { Building, Document, DocumentKind, Lease, LeaseFilter, Ref } from '../../src/domain/index.js';
import type { Asked, Port } from '../../src/domain/provider.js';
import { noSession, type Session } from '../../src/http/session.js';
import { batchListings, recordListing } from '../../src/loaders/batch.js';
import {
  gatherRows,
  gatherRowsCost,
  isReadAhead,
  joinedListing,
  joinRows,
  mapRows,
  partListings,
  partsCost,
  readAhead,
  type PartWays,
  type Rows,
} from '../../src/loaders/parts.js';
import { filterListing } from '../../src/pagination/filter.js';
import { flattenListing } from '../../src/pagination/flatten.js';
import { emptyListing, mapListing, type Listing } from '../../src/pagination/listing.js';
import { start } from '../../src/pagination/position.js';
import { free, inTurn, sharedByParents, together, type Cost } from '../../src/plan/cost.js';
import { assumedEach, type Sizes } from '../../src/plan/sizes.js';
import type { HomeqSettings } from './config.js';
import type { Inventory } from './inventory.js';
import { apartmentOf, idOf, isTenant, ownRefs } from './keys.js';
import type { HomeqMap } from './map.js';
import type { HomeqLists, Received } from './pages.js';
import type { HomeqSamples } from './samples.js';
import type { Tenants } from './tenants.js';
import type { Agreement, ApartmentEntry } from './wire.js';

/** Leases and documents: both are read out of agreements, which can be asked for by their apartment alone. */
export function createAgreementLoaders(
  { agreements }: HomeqLists,
  inventory: Inventory,
  tenants: Tenants,
  map: HomeqMap,
  samples: HomeqSamples,
  { id: source, limits, agreementsPageSize }: HomeqSettings,
  sizes: Sizes,
): Omit<Port, 'acceptsKey' | 'links'> {
  const byApartment = (session: Session): PartWays<Received<Agreement>> =>
    agreements.by(session, { parameter: 'apartment_id', of: (row) => row.apartment_id });

  const leasesOf = async (
    session: Session,
    apartments: readonly string[],
  ): Promise<(apartment: string) => Rows<Lease>> => {
    const of = await gatherRows(apartments, byApartment(session));
    return (apartment) => mapRows(of(apartment), (rows) => rows.map((row) => map.toLease(row)));
  };

  /** An agreement names its apartment only, so the apartments of the estates lead the way, and are at hand afterwards. */
  const leasesOfEstates = async (
    session: Session,
    estates: readonly string[],
  ): Promise<readonly Rows<Lease>[]> => {
    const byEstate = inventory.byEstate(session.branch());
    // Where so many apartments are known to be there that all agreements are fewer calls, these need not wait for them.
    const expected = estates.reduce((sum, id) => sum + (byEstate.sizeOf?.(id).rows ?? 0), 0);
    const [entriesOf] = await Promise.all([
      gatherRows(estates, byEstate),
      readAhead(expected, byApartment(session.branch())),
    ]);
    const entries = estates.map(entriesOf);
    const units = entries.flatMap((own) => (own instanceof Error ? [] : own));
    const of = await gatherRows(
      units.map(({ row }) => row.apartment.id),
      byApartment(session),
    );
    const leasesIn = (entry: Received<ApartmentEntry>): Rows<Lease> => {
      const unit = map.toUnit(entry);
      return mapRows(of(entry.row.apartment.id), (rows) => rows.map((row) => map.toLease(row, unit)));
    };
    return entries.map((own) => (own instanceof Error ? own : joinRows(own.map(leasesIn))));
  };

  /** The edges that lead from an estate over its apartments to all of their agreements. */
  const overApartments = <T extends Lease | Document>(to: (lease: Lease) => readonly T[]) => ({
    needs: 'ref' as const,
    open(session: Session, buildings: readonly Ref<'Building'>[]): readonly Listing<T>[] {
      const estates = buildings.map(idOf);
      inventory.readWhole(session, estates);
      return batchListings(estates, async () =>
        (await leasesOfEstates(session, estates)).map((leases) => mapRows(leases, (all) => all.flatMap(to))),
      );
    },
    cost(estates: number, like: Building): Cost {
      const byEstate = inventory.byEstate(noSession);
      const own = estates === 1 ? byEstate.sizeOf?.(idOf(like.ref)).rows : undefined;
      const each = own ?? byEstate.longest ?? assumedEach.onBuilding;
      const units = Math.min(estates * each, byEstate.list.known().rows ?? Infinity);
      const inOrder = isReadAhead(own ?? 0, byApartment(noSession)) ? together : inTurn;
      return inOrder(
        sharedByParents('apartments', gatherRowsCost(estates, byEstate, assumedEach.onBuilding)),
        sharedByParents('agreements', gatherRowsCost(units, byApartment(noSession))),
      );
    },
  });

  /** Records out of the agreements of the apartments that their keys name. */
  const fromApartments = <T extends 'Lease' | 'Document', R extends Lease | Document>(
    to: (lease: Lease) => readonly R[],
  ) => ({
    async load(session: Session, refs: readonly Ref<T>[]): Promise<readonly (R | null | Error)[]> {
      const of = await leasesOf(session, refs.map(apartmentOf));
      return refs.map((ref) => {
        const leases = of(apartmentOf(ref));
        if (leases instanceof Error) return leases;
        return leases.flatMap(to).find((record) => sameRef(record.ref, ref)) ?? null;
      });
    },
    cost: ({ count }: Asked<T>) => gatherRowsCost(count, byApartment(noSession)),
  });

  const listLeases = (session: Session, filter: LeaseFilter): Listing<Lease> => {
    const { externalId, search, status, unit, person } = filter;
    // An agreement has no number and no reference, and nothing in it tells another status.
    if (externalId !== undefined || search !== undefined) return emptyListing;
    if (status?.some((each) => each === 'UPCOMING' || each === 'UNKNOWN') === false) return emptyListing;
    const units = unit && [...new Set(ownRefs(unit, source).map(idOf))];
    const profiles = person && ownRefs(person, source).filter(isTenant).map(idOf);
    if (units?.length === 0 || profiles?.length === 0) return emptyListing;
    const isMeant = (received: Received<Agreement>): boolean =>
      (profiles?.includes(received.row.user_profile_id ?? '') ?? true) &&
      (status?.includes(map.toLease(received).status) ?? true);
    const find = (): Listing<Received<Agreement>> => {
      if (units !== undefined) return filterListing(joinedListing(units, byApartment(session)), isMeant);
      // What few agreements match is looked for in all of them at once: a person, or a signature that lies ahead.
      if (profiles !== undefined || status?.includes('UNKNOWN') === false)
        return tenants.scan(session, isMeant);
      if (status === undefined) return agreements.window(session);
      const rows = limits.scanCalls * agreementsPageSize;
      return filterListing(agreements.whole(session).list, isMeant, { rows });
    };
    return mapListing(find(), map.toLease);
  };

  /** The documents of all leases. Each lease holds its own, at most two, so that none costs a call. */
  const listDocuments = (session: Session, kinds: readonly DocumentKind[]): Listing<Document> =>
    flattenListing(mapListing(agreements.window(session), map.toLease), {
      key: ({ remoteId }) => remoteId,
      children(lease) {
        const own = documentsOf(lease).filter(({ kind }) => kinds.includes(kind));
        return { ...recordListing(() => own), known: () => ({ rows: own.length, atLeast: own.length }) };
      },
      childCost: () => free,
      mostEach: kinds.length,
      sizes: sizes.perPlace(`documents ${kinds.join(' ')}`),
      budget: limits.scanCalls * agreementsPageSize,
    });

  return {
    leases: {
      support: 'DERIVED',
      note: 'One for each agreement. Its term is not told: UPCOMING if the signature lies ahead, else UNKNOWN.',
      pushes: ['externalId', 'search', 'status', 'unit', 'person'],
      list: listLeases,
      sample: () => samples.lease(),
    },
    documents: {
      support: 'DERIVED',
      note: 'The digital contract and the profile card of each agreement.',
      pushes: ['externalId', 'search', 'kind'],
      list(session, { externalId, search, kind }) {
        const kinds = (['LEASE_CONTRACT', 'PROFILE_CARD'] as const).filter(
          (each) => kind?.includes(each) !== false,
        );
        // A file has neither a name nor a reference.
        if (externalId !== undefined || search !== undefined || kinds.length === 0) return emptyListing;
        return listDocuments(session, kinds);
      },
      sample: () => samples.document(),
    },

    leaseById: {
      support: 'DERIVED',
      note: 'By its apartment: HomeQ reads no agreement by id.',
      ...fromApartments<'Lease', Lease>(itself),
      sample: (ref) => samples.lease(apartmentOf(ref)),
    },
    documentById: {
      support: 'DERIVED',
      note: 'By the apartment of its agreement.',
      ...fromApartments<'Document', Document>(documentsOf),
      sample: (ref) => samples.document(samples.lease(apartmentOf(ref))),
    },

    leasesOfUnit: {
      support: 'DERIVED',
      needs: 'ref',
      open: (session, units) =>
        partListings(units.map(idOf), byApartment(session)).map((part) => mapListing(part, map.toLease)),
      cost(units, _, ask) {
        const cost = partsCost(units, byApartment(noSession), ask);
        // The first pages of the apartments' agreements are the same calls for their documents.
        return ask.from === start ? sharedByParents('agreements', cost) : cost;
      },
      sample: ({ ref }) => samples.lease(idOf(ref)),
    },
    documentsOfUnit: {
      support: 'DERIVED',
      note: 'The documents of the agreements of the apartment.',
      needs: 'ref',
      open: (session, units) =>
        batchListings(units.map(idOf), async (apartments) => {
          const of = await leasesOf(session, apartments);
          return apartments.map((id) => mapRows(of(id), (leases) => leases.flatMap(documentsOf)));
        }),
      cost: (units, _, { limit }) =>
        sharedByParents('agreements', gatherRowsCost(units, byApartment(noSession), limit)),
      sample: ({ ref }) => samples.document(samples.lease(idOf(ref))),
    },
    leasesOfBuilding: {
      support: 'DERIVED',
      note: "The agreements of the estate's apartments.",
      ...overApartments(itself),
      sample: () => samples.lease(samples.unit()),
    },
    documentsOfBuilding: {
      support: 'DERIVED',
      note: "The documents of the agreements of the estate's apartments.",
      ...overApartments(documentsOf),
      sample: () => samples.document(samples.lease(samples.unit())),
    },
    documentsOfLease: {
      support: 'DERIVED',
      note: 'The digital contract and the profile card.',
      // They stand in the lease.
      needs: 'record',
      open: (_, leases) => leases.map((lease) => recordListing(() => documentsOf(lease))),
      cost: () => free,
      sample: samples.document,
    },
  };
}

function itself(lease: Lease): readonly Lease[] {
  return [lease];
}

function documentsOf({ documents }: Lease): readonly Document[] {
  return documents ?? [];
}
