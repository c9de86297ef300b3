import type { Lease, Person, Ref, Unit } from '../../src/domain/index.js';
import type { Port } from '../../src/domain/provider.js';
import { ScanLimitError, type Origin } from '../../src/errors.js';
import { noSession, type Session } from '../../src/http/session.js';
import { batchListings, recordListing } from '../../src/loaders/batch.js';
import { gather, gatherCost } from '../../src/loaders/gather.js';
import { groupBy } from '../../src/loaders/group.js';
import { joinRows, mapRows, type Rows } from '../../src/loaders/parts.js';
import { filterListing } from '../../src/pagination/filter.js';
import { emptyListing, mapListing, type Ask, type Listing } from '../../src/pagination/listing.js';
import { start } from '../../src/pagination/position.js';
import { free, inTurn, type Cost } from '../../src/plan/cost.js';
import type { HomeqSettings } from './config.js';
import type { Inventory } from './inventory.js';
import { idOf, isTenant } from './keys.js';
import type { HomeqMap } from './map.js';
import type { HomeqLists, Received } from './pages.js';
import { nobody, type HomeqSamples } from './samples.js';
import type { Agreement } from './wire.js';

/**
 * Tenants, and what hangs on them. HomeQ has no filter by person, so all agreements are looked through, as far as the
 * budget goes: one scan for all tenants of an operation, since its pages are the same calls.
 */
export interface Tenants {
  readonly loaders: Omit<Port, 'acceptsKey' | 'links'>;
  /** Tenants by the profiles that signed. */
  byId(session: Session, profiles: readonly string[]): Promise<readonly (Person | null | Error)[]>;
  /** The agreements that pass, looked for in all of them at once. */
  scan(session: Session, passes: (received: Received<Agreement>) => boolean): Listing<Received<Agreement>>;
  /** The most calls that looking for tenants takes. */
  scanCost(): Cost;
}

export function createTenants(
  { agreements }: HomeqLists,
  inventory: Inventory,
  map: HomeqMap,
  samples: HomeqSamples,
  { limits: { scanCalls }, agreementsPageSize }: HomeqSettings,
  origin: Origin,
): Tenants {
  const scanRows = scanCalls * agreementsPageSize;

  const scan: Tenants['scan'] = (session, passes) =>
    filterListing({ ...agreements.whole(session).list, stride: scanRows }, passes, { rows: scanRows });

  const signedBy = (session: Session, profile: string): Listing<Lease> =>
    mapListing(
      scan(session, ({ row }) => row.user_profile_id === profile),
      map.toLease,
    );

  const everything = (rows: number): Ask => ({ from: start, limit: rows, needMore: true, needTotal: false });

  /** The agreements by who signed them, and whether these are all. */
  const readSigned = async (session: Session) => {
    const { rows, more } = await agreements.whole(session).list.read(everything(scanRows));
    const of = groupBy(
      rows.map(({ value }) => value),
      ({ row }) => [row.user_profile_id],
    );
    const profiles = [...new Set(rows.flatMap(({ value: { row } }) => row.user_profile_id ?? []))];
    return { of, profiles, isComplete: more === false };
  };

  const scanCost = (): Cost => {
    const { list } = agreements.whole(noSession);
    return list.cost(everything(Math.max(1, Math.min(scanRows, list.known().rows ?? scanRows))));
  };

  const tooMany = (): Error =>
    new ScanLimitError(
      origin,
      `a tenant is looked for in the agreements, and there are more pages of them than limits.scanCalls (${scanCalls})`,
    );

  /** The agreements of each person: those of a tenant, all or none; employees have none. */
  const agreementsOf = async (
    session: Session,
    persons: readonly Ref<'Person'>[],
  ): Promise<readonly Rows<Received<Agreement>>[]> => {
    if (!persons.some(isTenant)) return persons.map(() => []);
    const { of, isComplete } = await readSigned(session);
    return persons.map((ref) => {
      if (!isTenant(ref)) return [];
      return isComplete ? of(idOf(ref)) : tooMany();
    });
  };

  /** Rows of a list are all of one kind; among several persons that a client names, a tenant may be any of them. */
  const ofTenants = (persons: number, { ref }: Person, cost: Cost): Cost =>
    isTenant(ref) || (persons > 1 && idOf(ref) !== nobody) ? cost : free;

  return {
    scan,
    scanCost,

    async byId(session, profiles) {
      if (profiles.length === 0) return [];
      const { of, isComplete } = await readSigned(session);
      return profiles.map((profile) => {
        const [received] = of(profile);
        if (received !== undefined) return map.toTenant(received);
        return isComplete ? null : tooMany();
      });
    },

    loaders: {
      otherPersons: {
        support: 'DERIVED',
        note: 'Tenants, as they stand in the agreements.',
        pushes: [],
        list(session, { externalId, role }) {
          // A tenant has no reference.
          if (externalId !== undefined || role?.includes('TENANT') === false) return emptyListing;
          let isComplete = true;
          const all = recordListing(async () => {
            const signed = await readSigned(session);
            ({ isComplete } = signed);
            return signed.profiles.flatMap((profile) => {
              const [received] = signed.of(profile);
              return (received && map.toTenant(received)) ?? [];
            });
          }, scanCost());
          return {
            ...all,
            // Agreements beyond the budget are not looked through: their tenants are missing.
            read: async (ask) => ({
              ...(await all.read(ask)),
              ...(isComplete ? {} : { lost: true as const }),
            }),
          };
        },
        sample: () => samples.lease().tenants?.[0] as Person,
      },
      leasesOfPerson: {
        support: 'DERIVED',
        note: 'Looked for in all agreements; employees have none.',
        needs: 'ref',
        open: (session, persons) =>
          persons.map((ref) => (isTenant(ref) ? signedBy(session, idOf(ref)) : emptyListing)),
        cost: (persons, like, ask) => ofTenants(persons, like, signedBy(noSession, '').cost(ask)),
        sample: () => samples.lease(),
      },
      documentsOfPerson: {
        support: 'DERIVED',
        note: 'Of the agreements that the tenant signed; employees have none.',
        needs: 'ref',
        open: (session, persons) =>
          batchListings(persons, async () =>
            (await agreementsOf(session, persons)).map((rows) =>
              mapRows(rows, (all) => all.flatMap((row) => map.toLease(row).documents ?? [])),
            ),
          ),
        cost: (persons, like) => ofTenants(persons, like, scanCost()),
        sample: () => samples.document(),
      },
      unitsOfPerson: {
        support: 'DERIVED',
        note: 'The apartments of the agreements that the tenant signed; employees have none.',
        needs: 'ref',
        open: (session, persons) =>
          batchListings(persons, async () => {
            const apartments = (await agreementsOf(session, persons)).map((rows) =>
              mapRows(rows, (all) => [...new Set(all.map(({ row }) => row.apartment_id))]),
            );
            const ids = apartments.flatMap((own) => (own instanceof Error ? [] : own));
            const of = await gather(ids, inventory.byId(session));
            const unitOf = (id: string): Rows<Unit> => {
              const entry = of(id);
              if (entry instanceof Error) return entry;
              return entry === null ? [] : [map.toUnit(entry)];
            };
            return apartments.map((own) => (own instanceof Error ? own : joinRows(own.map(unitOf))));
          }),
        cost: (persons, like, { limit }) => {
          const ways = inventory.byId(noSession);
          const units = Math.min(persons * limit, ways.list.known().rows ?? Infinity);
          return ofTenants(persons, like, inTurn(scanCost(), gatherCost(units, ways)));
        },
        sample: () => samples.unit(),
      },
    },
  };
}
