import type { Person } from '../../../src/domain/index.js';
import type { EdgeLoaderName, Port } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import { arrayListing, emptyListing } from '../../../src/pagination/listing.js';
import { readPersonKey } from '../keys.js';
import type { Reads } from '../reads/index.js';
import { personCalls, unitPages, windowCalls } from './calls.js';

/**
 * What hangs on records. casavi has no batches: an edge is a list for each parent, of which only the window is read, or
 * stands in what was read already. Leases lie on no edge: casavi lists no documents of a contract.
 */
export function createEdgeLoaders(
  { structure, persons, tickets }: Reads,
  scanCalls: number,
): Pick<Port, EdgeLoaderName> {
  /** The bare id of a contact; contracts and reports of the staff do not exist. */
  const contactOf = (person: Person): string | null => {
    const { first, id } = readPersonKey(person.ref);
    return first === 'contact' ? id : null;
  };
  const lookedThrough = 'All of them are looked through, since no list can be narrowed to a person.';

  return {
    unitsOfBuilding: {
      support: 'NATIVE',
      list: (session, building) => structure.unitsOf(session, building),
      calls: (buildings, first) => buildings * windowCalls(first),
    },
    leasesOfBuilding: {
      support: 'DERIVED',
      note: "The contracts of the property's units.",
      list: (session, building) => structure.leasesIn(structure.unitsOf(session, building)),
      calls: (buildings) => unitPages * buildings,
    },
    issuesOfBuilding: {
      support: 'NATIVE',
      list: (session, building) => tickets.issuesOf(session, { building }),
      calls: (buildings, first) => buildings * windowCalls(first),
    },
    personsOfBuilding: {
      support: 'DERIVED',
      note: 'Who is responsible for it; those who live there hang on its leases.',
      all: (session, buildings) =>
        persons.personsOf(
          session,
          buildings.map(({ responsibilities }) =>
            (responsibilities ?? []).flatMap(({ contact }) => contact ?? []),
          ),
        ),
      // Reckoned with two responsible persons each.
      calls: (buildings) => personCalls(2 * buildings),
    },
    documentsOfBuilding: {
      support: 'DERIVED',
      note: "The attachments of the property's tickets.",
      list: (session, building) => tickets.documentsIn(session, tickets.issuesOf(session, { building })),
      calls: (buildings, first) => buildings * windowCalls(first),
    },

    leasesOfUnit: {
      support: 'DERIVED',
      note: "Its contracts stand in the list of the property's units, ended ones too.",
      all: (session, units) => structure.leasesByUnit(session, units),
      calls: (units) => unitPages * units,
    },
    personsOfUnit: {
      support: 'DERIVED',
      note: 'The contacts of its contracts, ended ones too.',
      all: async (session, units) => {
        const leases = await structure.leasesByUnit(session, units);
        return persons.personsOf(
          session,
          leases.map((own) => (own instanceof Error ? own : own.flatMap(({ tenants }) => tenants ?? []))),
        );
      },
      calls: (units, first) => unitPages * units + personCalls(units * first),
    },
    issuesOfUnit: {
      support: 'NATIVE',
      list: (session, unit) => tickets.issuesOf(session, { unit }),
      all: (session, units) => tickets.issuesByUnit(session, units),
      // Those of its property may be tried first.
      calls: (units, first) => units * (1 + windowCalls(first)),
    },
    documentsOfUnit: {
      support: 'DERIVED',
      note: 'The attachments of its tickets.',
      list: (session, unit) => tickets.documentsIn(session, tickets.issuesOf(session, { unit })),
      all: async (session, units) => {
        const issues = await tickets.issuesByUnit(session, units);
        return Promise.all(
          issues.map(async (own) => {
            if (own instanceof Error) return own;
            const found = await Promise.all(own.map((issue) => tickets.documentsOf(session, issue))).catch(
              toError,
            );
            return found instanceof Error ? found : found.flat();
          }),
        );
      },
      calls: (units, first) => units * (1 + windowCalls(first)),
    },

    unitsOfPerson: {
      support: 'DERIVED',
      note: `Units that the contact has a contract for. ${lookedThrough}`,
      list: (session, person) => {
        const contact = contactOf(person);
        return contact === null ? emptyListing : structure.unitsOfContacts(session, new Set([contact]));
      },
      // One look through the properties serves all of them.
      calls: () => (1 + unitPages) * scanCalls,
    },
    leasesOfPerson: {
      support: 'DERIVED',
      note: `Contracts of the contact. ${lookedThrough}`,
      list: (session, person) => {
        const contact = contactOf(person);
        return contact === null ? emptyListing : structure.leasesOfContacts(session, new Set([contact]));
      },
      calls: () => (1 + unitPages) * scanCalls,
    },
    issuesOfPerson: {
      support: 'DERIVED',
      note: `Tickets that the contact reported or follows. ${lookedThrough}`,
      list: (session, person) => {
        const contact = contactOf(person);
        return contact === null ? emptyListing : tickets.issuesOfContact(session, contact);
      },
      calls: () => scanCalls + 1,
    },
    documentsOfPerson: {
      support: 'DERIVED',
      note: `Attachments of tickets that the contact reported or follows. ${lookedThrough}`,
      list: (session, person) => {
        const contact = contactOf(person);
        return contact === null
          ? emptyListing
          : tickets.documentsIn(session, tickets.issuesOfContact(session, contact));
      },
      calls: () => scanCalls + 1,
    },

    commentsOfIssue: {
      support: 'NATIVE',
      list: (session, issue) => tickets.commentsOf(session, issue.remoteId),
      calls: (issues, first) => issues * (1 + windowCalls(first)),
    },
    tasksOfIssue: {
      support: 'NATIVE',
      list: (session, issue) => tickets.tasksOf(session, issue.remoteId),
      calls: (issues) => issues,
    },
    documentsOfIssue: {
      support: 'NATIVE',
      list: (session, issue) => arrayListing(() => tickets.documentsOf(session, issue)),
      calls: (issues) => issues,
    },
  };
}
