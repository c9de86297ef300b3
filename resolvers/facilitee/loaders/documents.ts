import { refKey, sameRef } from '../../../src/domain/global-id.js';
import type { Building, Document, Person, Ref, Unit } from '../../../src/domain/index.js';
import type { Port } from '../../../src/domain/provider.js';
import { toError } from '../../../src/errors.js';
import type { Session } from '../../../src/http/session.js';
import { recordListing } from '../../../src/loaders/batch.js';
import { uniqueBy } from '../../../src/loaders/group.js';
import { arrayListing } from '../../../src/pagination/array.js';
import { concatListings } from '../../../src/pagination/concat.js';
import { flattenListing } from '../../../src/pagination/flatten.js';
import { emptyListing, type Listing } from '../../../src/pagination/listing.js';
import { free, inTurn, together } from '../../../src/plan/cost.js';
import type { PlaceSizes } from '../../../src/plan/sizes.js';
import type { Kit } from '../loaders.js';
import { personRole, userId } from '../roles.js';
import { onlyId } from '../ways.js';

/** What files are attached to: the first part of a document's key, and the record that tells them. */
const holders = { unit: 'propertyUnit', 'service-provider': 'serviceProvider' } as const;
type Holder = keyof typeof holders;

/** Assumed, and only a matter of how many records are read at once: most have no file. */
const filesPerRecord = 0.25;

/** Files stand in the single records of units and service providers, and nowhere else. */
export function createDocumentLoaders({ lists, ways, map, settings, units, samples }: Kit) {
  const { scanCalls } = settings.limits;

  const filesOf = async (session: Session, holder: Holder, id: string): Promise<readonly Document[]> => {
    if (holder === 'unit') {
      const unit = await lists.find(session, 'propertyUnit', id);
      return (unit && map.toUnitDetail(unit).documents) ?? [];
    }
    const user = await lists.find(session, 'serviceProvider', id);
    return (user && map.toPerson('service-provider', user).documents) ?? [];
  };

  /** The files of many records, whose single records are read as far as the window needs. */
  const filesOfEach = <R extends { readonly row: { readonly id: string } }>(
    session: Session,
    holder: Holder,
    records: Listing<R>,
    sizes?: PlaceSizes,
  ): Listing<Document> =>
    flattenListing(records, {
      key: ({ row }) => row.id,
      children: ({ row }) =>
        arrayListing({
          load: () => filesOf(session, holder, row.id),
          key: ({ ref }) => refKey(ref),
          size: lists.sizes.of(`files of ${holder}`, row.id),
        }),
      childCost: () => ways.singlesCost(holders[holder], 1),
      estimate: () => filesPerRecord,
      ...(sizes && { sizes }),
      budget: scanCalls,
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
        if (kind === undefined || kind.includes('UNIT_ATTACHMENT'))
          chosen.push(
            filesOfEach(session, 'unit', units.every(session), lists.sizes.perPlace('files by unit')),
          );
        if (kind === undefined || kind.includes('PERSON_ATTACHMENT'))
          chosen.push(
            filesOfEach(
              session,
              'service-provider',
              lists.listing(session, 'serviceProviders'),
              lists.sizes.perPlace('files by service provider'),
            ),
          );
        return concatListings(chosen);
      },
      sample: ({ kind }) =>
        kind === undefined || kind.includes('UNIT_ATTACHMENT')
          ? samples.unitDocument
          : samples.personDocument,
      kinds: ({ kind }) => [
        ...(kind === undefined || kind.includes('UNIT_ATTACHMENT') ? [{ like: samples.unitDocument }] : []),
        ...(kind === undefined || kind.includes('PERSON_ATTACHMENT')
          ? [{ like: samples.personDocument }]
          : []),
      ],
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
      cost({ count, refs }) {
        if (refs === undefined) return ways.singlesCost('propertyUnit', count);
        const kept = uniqueBy(refs, ({ key: [holder, id] }) => `${holder ?? ''} ${id ?? ''}`);
        const of = (holder: Holder): number => kept.filter(({ key }) => key[0] === holder).length;
        const [first] = kept;
        return together(
          ways.singlesCost('propertyUnit', of('unit'), first?.key[1]),
          ways.singlesCost('serviceProvider', of('service-provider'), first?.key[1]),
        );
      },
      sample: (ref) => ({
        ...(ref.key[0] === 'unit' ? samples.unitDocument : samples.personDocument),
        ref,
      }),
    },
    documentsOfBuilding: {
      support: 'DERIVED',
      note: 'Attachments of the units of the property, each read alone.',
      needs: 'ref',
      open: (session, buildings: readonly Ref<'Building'>[]) =>
        buildings.map(({ key: [id = ''] }) => {
          const own = session.branch();
          return filesOfEach(own, 'unit', lists.unitsOf(own, id));
        }),
      cost(buildings, { ref }: Building) {
        const id = onlyId(buildings, ref);
        return inTurn(
          units.listCost(buildings, id),
          ways.singlesCost('propertyUnit', units.mostOf(buildings, id)),
        );
      },
      sample: () => samples.unitDocument,
    },
    documentsOfUnit: {
      support: 'NATIVE',
      note: 'Attachments of the single unit.',
      needs: 'ref',
      open: (session, parents: readonly Ref<'Unit'>[]) =>
        parents.map(({ key: [id = ''] }) => recordListing(() => filesOf(session, 'unit', id))),
      cost: (parents, { ref }: Unit) => ways.singlesCost('propertyUnit', parents, ref.key[0]),
      sample: () => samples.unitDocument,
    },
    documentsOfPerson: {
      support: 'NATIVE',
      note: 'Attachments of service providers; the other roles have none.',
      needs: 'ref',
      open: (session, people: readonly Ref<'Person'>[]) =>
        people.map((person) =>
          personRole(person) === 'service-provider'
            ? recordListing(() => filesOf(session, 'service-provider', userId(person)))
            : emptyListing,
        ),
      cost(people, { ref }: Person) {
        const role = personRole(ref);
        // Where rows of several roles stand in one list, all of them may be service providers.
        if (role !== null && role !== 'service-provider') return free;
        return ways.singlesCost('serviceProvider', people, userId(ref));
      },
      sample: () => samples.personDocument,
    },
  } satisfies Partial<Port>;
}
