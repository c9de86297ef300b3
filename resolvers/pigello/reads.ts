import type { Document, Issue, Lease, Person, Unit } from '../../src/domain/index.js';
import type { Session } from '../../src/http/session.js';
import { uniqueBy } from '../../src/loaders/group.js';
import { byId, filters, type IdFilter } from './filters.js';
import { linkId, remoteId } from './ids.js';
import type { PigelloMap } from './map.js';
import type { PigelloLists, Received } from './pages.js';
import type { Entity } from './paths.js';

/** What belongs to one of many parents: its records, or the failure that took its own place only. */
export type Slot<T> = readonly T[] | Error;

/** The records that hang on many parents at once, lined up with the parents. */
export function createReads(lists: PigelloLists, map: PigelloMap) {
  /** Records that one filter finds. */
  const by =
    <E extends Entity, R>(filter: IdFilter<E>, to: (received: Received<E>) => R) =>
    async (session: Session, ids: readonly string[]): Promise<readonly Slot<R>[]> => {
      const found = await lists.rowsBy(session, filter, ids);
      return found.map((slot) => mapSlot(slot, (rows) => rows.map(to)));
    };

  const unitsOfBuildings = by(filters.apartmentsOfBuilding, map.toUnit);
  const leasesOfUnits = by(filters.contractsOfApartment, map.toLease);
  const leasesOfPersons = by(filters.contractsOfTenant, map.toLease);
  const issuesOfUnits = by(filters.errandsOfApartment, map.toIssue);
  const issuesAtBuildings = by(filters.errandsOfBuilding, map.toIssue);
  const filesOfIssues = by(filters.filesOfErrand, map.toErrandFile);
  const unitsById = by(byId('apartment'), map.toUnit);
  const personsById = by(byId('tenant'), map.toPerson);

  /** Errands name a tenant in three ways, each a filter of its own (docs/pigello-my-pages.txt, steps 14 to 16). */
  const issuesOfPersons = async (
    session: Session,
    ids: readonly string[],
  ): Promise<readonly Slot<Issue>[]> => {
    const found = await Promise.all(
      [filters.errandsOfReporter, filters.errandsOfCreator, filters.errandsOfReviewer].map((filter) =>
        by(filter, map.toIssue)(session, ids),
      ),
    );
    return ids.map((_, index) => mapSlot(join(found.map((slots) => slots[index] ?? [])), unique));
  };

  /** What hangs on the records that hang on the parents. */
  const beyond = async <A, B>(
    slots: readonly Slot<A>[],
    keysOf: (record: A) => readonly (string | null)[],
    read: (keys: readonly string[]) => Promise<readonly Slot<B>[]>,
  ): Promise<readonly Slot<B>[]> => {
    const keys = slots.map((slot) =>
      slot instanceof Error ? [] : [...new Set(slot.flatMap(keysOf))].filter((key) => key !== null),
    );
    const all = [...new Set(keys.flat())];
    const found = await read(all);
    const of = new Map(all.map((key, index) => [key, found[index] ?? []]));
    return slots.map((slot, index) =>
      slot instanceof Error ? slot : join((keys[index] ?? []).map((key) => of.get(key) ?? [])),
    );
  };
  const ownId = (record: { readonly remoteId: string }): readonly string[] => [record.remoteId];

  const leasesOfBuildings = async (
    session: Session,
    ids: readonly string[],
  ): Promise<readonly Slot<Lease>[]> =>
    beyond(await unitsOfBuildings(session, ids), ownId, (units) => leasesOfUnits(session, units));

  /** An errand may name its apartment alone: the errands of a building's apartments are the building's as well. */
  const issuesOfBuildings = async (
    session: Session,
    ids: readonly string[],
  ): Promise<readonly Slot<Issue>[]> => {
    const [direct, inside] = await Promise.all([
      issuesAtBuildings(session.branch(), ids),
      unitsOfBuildings(session, ids).then((units) =>
        beyond(units, ownId, (keys) => issuesOfUnits(session, keys)),
      ),
    ]);
    return ids.map((_, index) => mapSlot(join([direct[index] ?? [], inside[index] ?? []]), unique));
  };

  const personsOfLeases = (
    session: Session,
    leases: readonly Slot<Lease>[],
  ): Promise<readonly Slot<Person>[]> =>
    beyond(
      leases,
      ({ tenants }) => (tenants ?? []).map(linkId),
      (ids) => personsById(session, ids),
    );

  const unitsOfLeases = (session: Session, leases: readonly Slot<Lease>[]): Promise<readonly Slot<Unit>[]> =>
    beyond(
      leases,
      ({ unit }) => [linkId(unit)],
      (ids) => unitsById(session, ids),
    );

  /** Contracts signed outside Pigello and inside it are two lists: both are asked, and merged (steps 3 and 4). */
  const documentsOfLeases = async (
    session: Session,
    ids: readonly string[],
  ): Promise<readonly Slot<Document>[]> => {
    const [signed, signable] = await Promise.all([
      by(filters.signedDocumentsOfContract, map.toSignedDocument)(session, ids),
      by(filters.signableDocumentsOfContract, map.toSignableDocument)(session, ids),
    ]);
    return ids.map((_, index) => join([signed[index] ?? [], signable[index] ?? []]));
  };

  /** The documents of leases and of issues that hang on the same parents. */
  const documentsOf = async (
    session: Session,
    leases: readonly Slot<Lease>[],
    issues: readonly Slot<Issue>[],
  ): Promise<readonly Slot<Document>[]> => {
    const [ofLeases, ofIssues] = await Promise.all([
      beyond(leases, ownId, (ids) => documentsOfLeases(session, ids)),
      beyond(issues, ownId, (ids) => filesOfIssues(session, ids)),
    ]);
    return leases.map((_, index) => join([ofLeases[index] ?? [], ofIssues[index] ?? []]));
  };

  return {
    unitsOfBuildings,
    leasesOfBuildings,
    issuesOfBuildings,
    leasesOfUnits,
    issuesOfUnits,
    leasesOfPersons,
    issuesOfPersons,
    personsOfLeases,
    unitsOfLeases,
    documentsOf,
    documentsOfLeases,
    filesOfIssues,
  };
}

export type PigelloReads = ReturnType<typeof createReads>;

function mapSlot<A, B>(slot: Slot<A>, map: (records: readonly A[]) => readonly B[]): Slot<B> {
  return slot instanceof Error ? slot : map(slot);
}

/** Several slots as one: what failed in one of them fails the whole. */
function join<T>(slots: readonly Slot<T>[]): Slot<T> {
  const records: T[] = [];
  for (const slot of slots) {
    if (slot instanceof Error) return slot;
    records.push(...slot);
  }
  return records;
}

/** One that is found in several ways is one. */
function unique<R extends { readonly remoteId: string }>(records: readonly R[]): readonly R[] {
  return uniqueBy(records, remoteId);
}
