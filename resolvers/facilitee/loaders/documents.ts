import type { Building, Document, Person, Ref, Unit } from '../../../src/domain/index.js';
import { sameRef } from '../../../src/domain/global-id.js';
import type { Port } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import { arrayListing, emptyListing, type Listing } from '../../../src/pagination/listing.js';
import { joined } from '../listings.js';
import type { Kit } from '../loaders.js';
import type { Holder } from '../map-documents.js';
import { personRole } from '../roles.js';
import { allUnits, unitCalls, unitRows } from './units.js';

/** Assumed, and only a matter of how many records are read at once: most have no file. */
const filesPerRecord = 0.25;

/** Files stand in the single records of units and service providers, and nowhere else. */
export function createDocumentLoaders(kit: Kit) {
  const { lists, map, settings } = kit;
  const budget = settings.limits.scanCalls;

  const filesOf = async (session: Session, holder: Holder, id: string): Promise<readonly Document[]> => {
    if (holder === 'unit') {
      const received = await lists.find(session, 'propertyUnit', id);
      return received === null ? [] : (map.toUnitDetail(received).documents ?? []);
    }
    const received = await lists.find(session, 'serviceProvider', id);
    return received === null ? [] : (map.toPerson('service-provider', received).documents ?? []);
  };

  /** The files of many records, whose single records are read as far as the window needs. */
  const filesOfEach = <R extends { readonly row: { readonly id: string } }>(
    session: Session,
    holder: Holder,
    records: Listing<R>,
  ): Listing<Document> =>
    flattenListing(records, {
      children: ({ row }) => arrayListing(() => filesOf(session, holder, row.id)),
      estimate: () => filesPerRecord,
      budget,
    });

  return {
    documents: {
      support: 'DERIVED',
      note: 'Attachments of units, then of service providers, each read alone within the scan budget.',
      // Files have no reference of the customer's: nothing matches one.
      pushes: ['externalId', 'kind'],
      list(session, { externalId, kind }) {
        if (externalId !== undefined) return emptyListing;
        const chosen: Listing<Document>[] = [];
        if (kind === undefined || kind.includes('UNIT_ATTACHMENT')) {
          const units = allUnits(kit, session, () => (row) => row);
          chosen.push(filesOfEach(session, 'unit', units));
        }
        if (kind === undefined || kind.includes('PERSON_ATTACHMENT')) {
          chosen.push(filesOfEach(session, 'service-provider', lists.listing(session, 'serviceProviders')));
        }
        return joined(chosen);
      },
    },
    documentById: {
      support: 'DERIVED',
      load: (session, refs: readonly Ref<'Document'>[]) =>
        Promise.all(
          refs.map(async (ref) => {
            const [holder, id = ''] = ref.key;
            const files = await filesOf(session, holder as Holder, id).catch(toError);
            return files instanceof Error ? files : (files.find((file) => sameRef(file.ref, ref)) ?? null);
          }),
        ),
      calls: (refs) => refs,
    },
    documentsOfBuilding: {
      support: 'DERIVED',
      note: 'Attachments of the units of the property, each read alone.',
      list: (session, building: Building) =>
        filesOfEach(session, 'unit', unitRows(lists, session, building.remoteId)),
      calls: (buildings) => buildings * (unitCalls(budget, settings.pageSize) + budget),
    },
    documentsOfUnit: {
      support: 'NATIVE',
      note: 'Attachments of the single unit.',
      list: (session, unit: Unit) => arrayListing(() => filesOf(session, 'unit', unit.remoteId)),
      calls: (units) => units,
    },
    documentsOfPerson: {
      support: 'NATIVE',
      note: 'Attachments of service providers; the other roles have none.',
      list: (session, person: Person) =>
        personRole(person.ref) === 'service-provider'
          ? arrayListing(() => filesOf(session, 'service-provider', person.ref.key[1] ?? ''))
          : emptyListing,
      calls: (persons) => persons,
    },
  } satisfies Partial<Port>;
}
