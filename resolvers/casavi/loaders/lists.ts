import { toGlobalId } from '../../../src/domain/global-id.js';
import type { IssueStatus, NodeType, Person, Ref } from '../../../src/domain/index.js';
import type { ListLoaderName, Port } from '../../../src/domain/provider.js';
import { uniqueBy } from '../../../src/loaders/group.js';
import { concatListings } from '../../../src/pagination/concat.js';
import { filterListing } from '../../../src/pagination/filter.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import { arrayListing, emptyListing, type Listing } from '../../../src/pagination/listing.js';
import { contactKey, isReference, readPersonKey, staffKey } from '../keys.js';
import { propertyOf } from '../map.js';
import { isFound } from '../reads/listings.js';
import { isTenancyOf } from '../reads/structure.js';
import type { Reads } from '../reads/index.js';

/** The words that "Get list of Tickets" can filter by: PENDING is a status, but not one of them. */
const filterable: ReadonlySet<string> = new Set(['OPEN', 'CLOSED', 'INPROGRESS', 'POSTPONED']);

/** What the root lists must know of the source. */
export interface OwnSettings {
  readonly source: string;
  readonly statusCodes: Readonly<Record<string, IssueStatus>>;
  readonly scanCalls: number;
}

/** casavi's root lists. Each reference is the `externalId` as well, so that this filter is nearly always a single call. */
export function createListLoaders(
  { structure, persons, tickets }: Reads,
  { source, statusCodes, scanCalls }: OwnSettings,
): Pick<Port, ListLoaderName> {
  /** The words to narrow tickets by; null where they would lose some. The gateway compares the statuses again. */
  const wordsFor = (wanted: readonly IssueStatus[] | undefined): readonly string[] | null => {
    if (wanted === undefined || wanted.includes('UNKNOWN')) return null;
    const words = Object.keys(statusCodes).filter((word) => wanted.includes(statusCodes[word] ?? 'UNKNOWN'));
    return words.every((word) => filterable.has(word)) ? words : null;
  };

  /** The rows that hang on several records, as many records at a time as their rows are likely to be wanted. */
  const oneAfterTheOther = <P, T>(parents: readonly P[], children: (parent: P) => Listing<T>): Listing<T> => {
    const [only] = parents;
    return parents.length === 1 && only !== undefined
      ? children(only)
      : flattenListing(
          arrayListing(() => parents),
          { children, budget: scanCalls },
        );
  };

  return {
    buildings: {
      support: 'NATIVE',
      pushes: ['externalId'],
      list: (session, { externalId }) =>
        externalId === undefined
          ? structure.buildings(session)
          : arrayListing(async () => {
              const ids = references(externalId);
              const building = await structure.buildingsById(session, ids);
              return ids.map(building).map(orThrow).filter(isFound);
            }),
    },

    units: {
      support: 'DERIVED',
      note: 'The units of each property.',
      pushes: ['building', 'externalId'],
      list(session, { building, externalId }) {
        const properties = building && unique(building);
        if (externalId !== undefined) {
          const found = structure.unitsByReference(session, references(externalId));
          const places = properties && new Set(properties.map((ref) => ref.key[0]));
          return places === undefined ? found : filterListing(found, (unit) => places.has(unit.ref.key[0]));
        }
        if (properties === undefined) return structure.units(session);
        return oneAfterTheOther(properties, (ref) => structure.unitsOf(session, ref));
      },
    },

    persons: {
      support: 'NATIVE',
      note: 'Contacts, then staff.',
      pushes: ['externalId', 'role'],
      list(session, { externalId, role }) {
        const contacts = role === undefined || role.includes('CONTACT');
        const staff = role === undefined || role.includes('STAFF');
        if (externalId === undefined) {
          const lists = [
            ...(contacts ? [persons.contacts(session)] : []),
            ...(staff ? [persons.staff(session)] : []),
          ];
          return lists.length === 0 ? emptyListing : concatListings(lists);
        }
        const ids = references(externalId);
        const refs = [...(contacts ? ids.map(contactKey) : []), ...(staff ? ids.map(staffKey) : [])].map(
          (key): Ref<'Person'> => ({ type: 'Person', source, key }),
        );
        return arrayListing<Person>(async () => {
          const person = await persons.personsByRef(session, refs);
          return refs.map(person).map(orThrow).filter(isFound);
        });
      },
    },

    leases: {
      support: 'DERIVED',
      note: 'The contracts of each unit, of owners too; a filter by person looks through all of them.',
      pushes: ['unit', 'person'],
      list(session, { unit, person }) {
        const contacts = person && contactsIn(unique(person));
        if (contacts?.size === 0) return emptyListing;
        if (unit === undefined) {
          return contacts === undefined
            ? structure.leases(session)
            : structure.leasesOfContacts(session, contacts);
        }
        return arrayListing(async () => {
          const refs = unique(unit);
          const found = await structure.unitsByRef(session, refs, { complete: true });
          return refs
            .map(found)
            .map(orThrow)
            .flatMap((each) => each?.leases ?? [])
            .filter((lease) => contacts === undefined || isTenancyOf(lease, contacts));
        });
      },
    },

    issues: {
      support: 'NATIVE',
      pushes: ['externalId', 'building', 'unit'],
      list(session, { externalId, building, unit, status }) {
        const places = building && new Set(unique(building).map((ref) => ref.key[0] ?? ''));
        // The key of a unit names its property.
        const units =
          unit && unique(unit).filter((ref) => places === undefined || places.has(ref.key[0] ?? ''));
        if (externalId !== undefined) {
          return arrayListing(async () => {
            const found = await Promise.all(
              references(externalId).map((id) => tickets.issueDetail(session, id)),
            );
            return found.filter(isFound).filter((issue) => {
              const at = issue.building && propertyOf(issue.building);
              const inside = issue.unit && ('key' in issue.unit ? issue.unit : issue.unit.ref).key[1];
              return (
                (places === undefined || places.has(at ?? '')) &&
                (units === undefined || units.some(({ key }) => key[0] === at && key[1] === inside))
              );
            });
          });
        }
        const words = wordsFor(status);
        if (words?.length === 0) return emptyListing;
        const narrowed = words === null ? {} : { status: { repeat: words } };
        if (units !== undefined) {
          return oneAfterTheOther(units, ({ key: [, unitId = ''] }) =>
            tickets.issues(session, { unitId, ...narrowed }),
          );
        }
        if (places === undefined) return tickets.issues(session, narrowed);
        return oneAfterTheOther([...places], (propertyId) =>
          tickets.issues(session, { propertyId, ...narrowed }),
        );
      },
    },

    documents: {
      support: 'DERIVED',
      note: 'Attachments of tickets; a document of the document interface by its externalId only, since casavi lists none.',
      pushes: ['externalId'],
      list: (session, { externalId }) =>
        externalId === undefined
          ? tickets.documentsIn(session, tickets.issues(session))
          : arrayListing(async () => {
              const found = await Promise.all(
                references(externalId).map((id) => tickets.storedDocument(session, id)),
              );
              return found.filter(isFound);
            }),
    },
  };
}

function unique<T extends NodeType>(refs: readonly Ref<T>[]): readonly Ref<T>[] {
  return uniqueBy(refs, toGlobalId);
}

/** What can be a reference, each once: nothing else is one of casavi's. */
function references(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].filter(isReference);
}

function contactsIn(refs: readonly Ref<'Person'>[]): ReadonlySet<string> {
  return new Set(refs.map(readPersonKey).flatMap(({ first, id }) => (first === 'contact' ? id : [])));
}

/** A list that lost one of its rows has failed. */
function orThrow<T>(found: T | Error): T {
  if (found instanceof Error) throw found;
  return found;
}
