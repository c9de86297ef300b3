import { contactKey, readPersonKey } from '../keys.js';
import {
  isRef,
  type Building,
  type Link,
  type NodeRecord,
  type NodeType,
  type RecordOf,
  type Ref,
  type Unit,
} from '../../../src/domain/index.js';
import type { EdgeLoaderName, Port } from '../../../src/domain/provider.js';
import type { Session } from '../../../src/http/session.js';
import { batchListings, recordListing } from '../../../src/loaders/batch.js';
import { emptyListing, type Ask, type Listing } from '../../../src/pagination/listing.js';
import { forEach, free, inTurn, type Cost } from '../../../src/plan/cost.js';
import { assumedEach } from '../../../src/plan/sizes.js';
import { fromStart } from '../costs.js';
import type { Reads } from '../reads/index.js';
import { sampleId, type CasaviSamples } from '../samples.js';

/**
 * What hangs on records. casavi has no batches: an edge is a list for each parent, of which only the window is read, or
 * stands in what was read already. Leases lie on no edge: casavi lists no documents of a contract.
 */
export function createEdgeLoaders(
  { records, structure, allUnits, persons, tickets }: Reads,
  samples: CasaviSamples,
): Pick<Port, EdgeLoaderName> {
  const { places } = tickets;

  /** A listing for each parent, of which nothing but its id is needed. */
  const each = <P extends NodeType, T extends NodeType>(
    list: (session: Session, ref: Ref<P>) => Listing<RecordOf<T>>,
  ) => ({
    needs: 'ref' as const,
    open: (session: Session, refs: readonly Ref<P>[]) => refs.map((ref) => list(session, ref)),
  });
  /** Rows that are looked for, since no list can be narrowed to a person. Contracts and reports of the staff do not exist. */
  const lookedFor = <T extends NodeType>(
    look: (session: Session) => (contacts: ReadonlySet<string>) => Listing<RecordOf<T>>,
  ) => ({
    needs: 'ref' as const,
    open(session: Session, refs: readonly Ref<'Person'>[]) {
      const rowsOf = look(session);
      return refs
        .map(readPersonKey)
        .map(({ first, id }) => (first === 'contact' ? rowsOf(new Set([id])) : emptyListing));
    },
  });
  const lookedThrough = 'All of them are looked through, since no list can be narrowed to a person.';

  /** All units of the parents' properties. */
  const unitsCost = (parents: number, like: Building | Unit, ask: Ask): Cost =>
    fromStart(ask, structure.unitsCostIn(parents, undefined, only(parents, like, 0)));
  /** Units with their contracts: at hand, or to be read. */
  const contractsCost = (units: number, like: Unit, ask: Ask): Cost =>
    like.leases === undefined ? unitsCost(units, like, ask) : free;
  const ticketCost = (issues: number): Cost => records.singlesCost('ticket', issues);

  return {
    unitsOfBuilding: {
      support: 'NATIVE',
      ...each<'Building', 'Unit'>((session, ref) => structure.unitsOf(session, ref)),
      cost: (buildings, like, ask) =>
        fromStart(ask, structure.unitsCostIn(buildings, ask, only(buildings, like, 0))),
      sample: () => samples.listedUnit(),
    },
    leasesOfBuilding: {
      support: 'DERIVED',
      note: "The contracts of the property's units.",
      ...each<'Building', 'Lease'>((session, ref) => structure.leasesOf(session, ref)),
      cost: unitsCost,
      sample: () => samples.lease(samples.listedUnit()),
    },
    issuesOfBuilding: {
      support: 'NATIVE',
      needs: 'ref',
      open: places.ofProperties,
      cost: (buildings, _like, ask) => fromStart(ask, places.propertiesCost(buildings, ask)),
      sample: () => samples.issue(),
    },
    personsOfBuilding: {
      support: 'DERIVED',
      note: 'Who is responsible for it; those who live there hang on its leases.',
      needs: 'record',
      open: (session, buildings) =>
        persons.behind(
          session,
          buildings.map((building) => () => Promise.resolve(responsibleFor(building))),
        ),
      cost: (buildings, like, ask) => {
        const refs = responsibleFor(like).filter((link) => isRef(link));
        return persons.personsCost({ count: buildings * personsIn(ask), refs });
      },
      sample: () => samples.contact(),
    },
    documentsOfBuilding: {
      support: 'DERIVED',
      note: "The attachments of the property's tickets.",
      needs: 'ref',
      open: (session, refs) =>
        places.ofProperties(session, refs).map((issues) => tickets.documentsIn(session, issues)),
      cost: (buildings, like, ask) =>
        fromStart(ask, places.allOfPropertiesCost(buildings, only(buildings, like, 0))),
      sample: () => samples.attachment(),
    },

    leasesOfUnit: {
      support: 'DERIVED',
      note: "Its contracts stand in the list of the property's units, ended ones too.",
      needs: 'ref',
      open: (session, refs) => batchListings(refs, () => structure.leasesByUnit(session, refs)),
      cost: contractsCost,
      sample: () => samples.lease(samples.listedUnit()),
    },
    personsOfUnit: {
      support: 'DERIVED',
      note: 'The contacts of its contracts, ended ones too.',
      needs: 'ref',
      open(session, refs) {
        const leases = once(() => structure.leasesByUnit(session, refs));
        return persons.behind(
          session,
          refs.map((_, index) => async () => {
            const own = (await leases())[index] ?? [];
            if (own instanceof Error) throw own;
            return own.flatMap(({ tenants }) => tenants ?? []);
          }),
        );
      },
      cost: (units, like, ask) =>
        inTurn(
          contractsCost(units, like, ask),
          persons.personsCost({ count: units * personsIn(ask), refs: [aContact(like)] }),
        ),
      sample: () => samples.contact(),
    },
    issuesOfUnit: {
      support: 'NATIVE',
      needs: 'ref',
      open: places.ofUnits,
      cost: (units, _like, ask) => fromStart(ask, places.unitsCost(units, ask)),
      sample: () => samples.issue(),
    },
    documentsOfUnit: {
      support: 'DERIVED',
      note: 'The attachments of its tickets.',
      needs: 'ref',
      open: (session, refs) =>
        places.ofUnits(session, refs).map((issues) => tickets.documentsIn(session, issues)),
      cost: (units, like, ask) => fromStart(ask, places.allOfUnitsCost(units, only(units, like, 1))),
      sample: () => samples.attachment(),
    },

    unitsOfPerson: {
      support: 'DERIVED',
      note: `Units that the contact has a contract for. ${lookedThrough}`,
      ...lookedFor<'Unit'>(allUnits.unitsOfContacts),
      cost: () => allUnits.scanCost(),
      sample: () => samples.unitAnywhere(),
    },
    leasesOfPerson: {
      support: 'DERIVED',
      note: `Contracts of the contact. ${lookedThrough}`,
      ...lookedFor<'Lease'>(allUnits.leasesOfContacts),
      cost: () => allUnits.scanCost(),
      sample: () => samples.lease(samples.unitAnywhere()),
    },
    issuesOfPerson: {
      support: 'DERIVED',
      note: `Tickets that the contact reported or follows. ${lookedThrough}`,
      ...lookedFor<'Issue'>(tickets.issuesOfContacts),
      cost: () => tickets.scanCost(),
      sample: () => samples.issue(),
    },
    documentsOfPerson: {
      support: 'DERIVED',
      note: `Attachments of tickets that the contact reported or follows. ${lookedThrough}`,
      ...lookedFor<'Document'>((session) => {
        const issuesOf = tickets.issuesOfContacts(session);
        return (contacts) => tickets.documentsIn(session, issuesOf(contacts));
      }),
      cost: () => tickets.scanCost(),
      sample: () => samples.attachment(),
    },

    commentsOfIssue: {
      support: 'NATIVE',
      ...each<'Issue', 'Comment'>((session, { key: [id = ''] }) => tickets.commentsOf(session, id)),
      cost: (issues, _like, ask) => fromStart(ask, forEach(issues, tickets.commentsCost(ask))),
      sample: (like) => samples.comment(like),
    },
    tasksOfIssue: {
      support: 'NATIVE',
      ...each<'Issue', 'Task'>((session, { key: [id = ''] }) => tickets.tasksOf(session, id)),
      cost: (issues, _like, ask) => fromStart(ask, ticketCost(issues)),
      sample: (like) => samples.task(like.remoteId),
    },
    documentsOfIssue: {
      support: 'NATIVE',
      // Every answer about a ticket holds its attachments, or else its single answer does.
      needs: 'record',
      open: (session, issues) =>
        issues.map((issue) => recordListing(() => tickets.documentsOf(session, issue))),
      cost: (issues, like, ask) => (like.documents === undefined ? fromStart(ask, ticketCost(issues)) : free),
      sample: () => samples.attachment(),
    },
  };
}

/** A part of the only parent's key. */
function only(parents: number, { ref }: NodeRecord, part: number): string | undefined {
  return parents === 1 ? ref.key[part] : undefined;
}

/** How many persons of a parent a window asks for; where they are counted, all of them. */
function personsIn({ limit, needMore, needTotal }: Ask): number {
  return needTotal ? Math.max(limit, assumedEach.onOther) : limit + (needMore ? 1 : 0);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function responsibleFor({ responsibilities }: Building): readonly Link<'Person'>[] {
  return (responsibilities ?? []).flatMap(({ contact }) => contact ?? []);
}

/** Contracts name contacts. */
function aContact({ ref: { source } }: Unit): Ref<'Person'> {
  return { type: 'Person', source, key: contactKey(sampleId) };
}
