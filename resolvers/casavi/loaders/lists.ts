import { toGlobalId } from '../../../src/domain/global-id.js';
import type { IssueStatus, NodeType, Ref } from '../../../src/domain/index.js';
import type { ListLoaderName, Port } from '../../../src/domain/provider.js';
import { recordListing } from '../../../src/loaders/batch.js';
import { uniqueBy } from '../../../src/loaders/group.js';
import { concatListings } from '../../../src/pagination/concat.js';
import { filterListing } from '../../../src/pagination/filter.js';
import { emptyListing } from '../../../src/pagination/listing.js';
import { isFound, mapFound } from '../by-id.js';
import { contactKey, isReference, readPersonKey, staffKey } from '../keys.js';
import { propertyOf } from '../map.js';
import type { Reads } from '../reads/index.js';
import { isTenancyOf } from '../reads/all-units.js';
import { sampleId, type CasaviSamples } from '../samples.js';

/** The words that "Get list of Tickets" can filter by: PENDING is a status, but not one of them. */
const filterable: ReadonlySet<string> = new Set(['OPEN', 'CLOSED', 'INPROGRESS', 'POSTPONED']);

/** What the root lists must know of the source. */
export interface OwnSettings {
  readonly source: string;
  readonly statusCodes: Readonly<Record<string, IssueStatus>>;
}

/** casavi's root lists. Each reference is the `externalId` as well, so that this filter is nearly always a single call. */
export function createListLoaders(
  { records, structure, allUnits, persons, tickets }: Reads,
  samples: CasaviSamples,
  { source, statusCodes }: OwnSettings,
): Pick<Port, ListLoaderName> {
  /** The words to narrow tickets by; null where they would lose some. The gateway compares the statuses again. */
  const wordsFor = (wanted: readonly IssueStatus[] | undefined): readonly string[] | null => {
    if (wanted === undefined || wanted.includes('UNKNOWN')) return null;
    const words = Object.keys(statusCodes).filter((word) => wanted.includes(statusCodes[word] ?? 'UNKNOWN'));
    return words.every((word) => filterable.has(word)) ? words : null;
  };

  return {
    buildings: {
      support: 'NATIVE',
      pushes: ['externalId'],
      list(session, { externalId }) {
        if (externalId === undefined) return structure.buildings(session);
        const ids = references(externalId);
        return recordListing(
          async () => {
            const property = await structure.propertiesById(session, ids);
            return ids
              .map((id) => mapFound(property(id), structure.toBuilding))
              .map(orThrow)
              .filter(isFound);
          },
          records.byIdCost('properties', ids.length),
        );
      },
      sample: () => samples.building(),
    },

    units: {
      support: 'DERIVED',
      note: 'The units of each property.',
      pushes: ['externalId', 'building'],
      list(session, { externalId, building }) {
        if (externalId !== undefined) {
          const found = allUnits.unitsByReference(session, references(externalId));
          const places = building && new Set(building.map(({ key: [id] }) => id));
          return places === undefined ? found : filterListing(found, (unit) => places.has(unit.ref.key[0]));
        }
        if (building === undefined) return allUnits.units(session);
        return concatListings(unique(building).map((ref) => structure.unitsOf(session, ref)));
      },
      // Of a property by its id nothing is at hand.
      sample: ({ externalId, building: [first] = [] }) =>
        first === undefined || externalId !== undefined
          ? samples.unitAnywhere()
          : samples.unit({ ...first, type: 'Unit', key: [sampleId, sampleId] }, true),
    },

    persons: {
      support: 'NATIVE',
      note: 'Contacts, then staff.',
      pushes: ['externalId', 'role'],
      list(session, { externalId, role }) {
        const contacts = role === undefined || role.includes('CONTACT');
        const staff = role === undefined || role.includes('STAFF');
        if (externalId === undefined) {
          return concatListings([
            ...(contacts ? [persons.contacts(session)] : []),
            ...(staff ? [persons.staff(session)] : []),
          ]);
        }
        const ids = references(externalId);
        const refs = [...(contacts ? ids.map(contactKey) : []), ...(staff ? ids.map(staffKey) : [])].map(
          (key): Ref<'Person'> => ({ type: 'Person', source, key }),
        );
        return recordListing(
          async () => {
            const person = await persons.personsByRef(session, refs);
            return refs.map(person).map(orThrow).filter(isFound);
          },
          persons.personsCost({ count: refs.length, refs }),
        );
      },
      sample: () => samples.contact(),
    },

    leases: {
      support: 'DERIVED',
      note: 'The contracts of each unit, of owners too; a filter by person looks through all of them.',
      pushes: ['unit', 'person'],
      list(session, { unit, person }) {
        const contacts = person && contactsIn(person);
        if (contacts?.size === 0) return emptyListing;
        if (unit === undefined) {
          return contacts === undefined
            ? allUnits.leases(session)
            : allUnits.leasesOfContacts(session)(contacts);
        }
        const refs = unique(unit);
        const inUnits = recordListing(
          async () => (await structure.leasesByUnit(session, refs)).map(orThrow).flat(),
          structure.unitsCost({ count: refs.length, refs }, true),
        );
        return contacts === undefined
          ? inUnits
          : filterListing(inUnits, (lease) => isTenancyOf(lease, contacts));
      },
      sample: ({ unit: [first] = [] }) =>
        samples.lease(first === undefined ? samples.unitAnywhere() : samples.unit(first, true)),
    },

    issues: {
      support: 'NATIVE',
      pushes: ['externalId', 'building', 'unit'],
      list(session, { externalId, building, unit, status }) {
        const places = building && new Set(building.map(({ key: [id = ''] }) => id));
        // The key of a unit names its property.
        const units = unit && unique(unit).filter(({ key: [id = ''] }) => places?.has(id) !== false);
        if (externalId !== undefined) {
          const ids = references(externalId);
          const found = recordListing(
            async () => {
              const issue = await tickets.issuesById(session, ids);
              return ids.map(issue).map(orThrow).filter(isFound);
            },
            records.byIdCost('tickets', ids.length),
          );
          if (places === undefined && units === undefined) return found;
          return filterListing(found, (issue) => {
            const at = issue.building && propertyOf(issue.building);
            const inside = issue.unit && ('key' in issue.unit ? issue.unit : issue.unit.ref).key[1];
            return (
              places?.has(at ?? '') !== false &&
              units?.some(({ key }) => key[0] === at && key[1] === inside) !== false
            );
          });
        }
        const words = wordsFor(status);
        if (words?.length === 0) return emptyListing;
        if (words === null) {
          const { ofUnits, unitsCost, ofProperties, propertiesCost } = tickets.places;
          if (units !== undefined) {
            const listing = concatListings(ofUnits(session, units));
            return { ...listing, cost: (ask) => unitsCost(units.length, ask) };
          }
          if (building === undefined) return tickets.issues(session);
          const listing = concatListings(ofProperties(session, unique(building)));
          return { ...listing, cost: (ask) => propertiesCost(unique(building).length, ask) };
        }
        const narrowed = { status: { repeat: words } };
        if (units !== undefined) {
          return concatListings(
            units.map(({ key: [, unitId = ''] }) => tickets.issues(session, { unitId, ...narrowed })),
          );
        }
        if (places === undefined) return tickets.issues(session, narrowed);
        return concatListings(
          [...places].map((propertyId) => tickets.issues(session, { propertyId, ...narrowed })),
        );
      },
      sample: () => samples.issue(),
    },

    documents: {
      support: 'DERIVED',
      note: 'Attachments of tickets; a document of the document interface by its externalId only, since casavi lists none.',
      pushes: ['externalId'],
      list(session, { externalId }) {
        if (externalId === undefined) {
          return tickets.documentsIn(session, tickets.issues(session), 'documents of tickets');
        }
        const ids = references(externalId);
        return recordListing(
          async () => {
            const found = await Promise.all(ids.map((id) => tickets.storedDocument(session, id)));
            return found.filter(isFound);
          },
          records.singlesCost('document', ids.length),
        );
      },
      sample: ({ externalId }) =>
        externalId === undefined ? samples.attachment() : samples.storedDocument(),
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
