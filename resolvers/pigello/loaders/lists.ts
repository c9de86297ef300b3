import type { Maybe, Ref } from '../../../src/domain/index.js';
import type { ListLoaderName, Port } from '../../../src/domain/provider.js';
import { concatListings } from '../../../src/pagination/concat.js';
import { filterListing } from '../../../src/pagination/filter.js';
import { emptyListing, type Listing } from '../../../src/pagination/listing.js';
import { idOf } from '../ids.js';
import type { PigelloMap } from '../map.js';
import type { InFilter } from '../pages.js';
import type { PigelloReads } from '../reads.js';

/** The root lists. */
export function createListLoaders({ root }: PigelloReads, map: PigelloMap): Pick<Port, ListLoaderName> {
  return {
    buildings: {
      support: 'NATIVE',
      pushes: ['externalId'],
      list: (session, { externalId }) =>
        byReference(externalId, (reference) => root(session, 'building', map.toBuilding, reference)),
    },
    units: {
      support: 'NATIVE',
      note: 'Apartments; other spaces have no known path.',
      // Not externalId: a unit's may stand in `landlord_custom_id` as well.
      pushes: ['building'],
      list: (session, { building }) =>
        root(session, 'apartment', map.toUnit, within('building__in', building)),
    },
    persons: {
      support: 'NATIVE',
      note: 'Tenants.',
      pushes: ['externalId'],
      list: (session, { externalId }) =>
        byReference(externalId, (reference) => root(session, 'tenant', map.toPerson, reference)),
    },
    leases: {
      support: 'NATIVE',
      note: 'Apartment contracts, ended ones too.',
      pushes: ['externalId', 'unit', 'person'],
      list: (session, { externalId, unit, person }) =>
        byReference(externalId, (reference) =>
          root(
            session,
            'apartmentcontract',
            map.toLease,
            reference,
            within('apartment__in', unit),
            sharing(within('tenants', person)),
          ),
        ),
    },
    issues: {
      support: 'NATIVE',
      note: 'General errands.',
      // Not building: an errand may name its apartment alone, which only the edge finds.
      pushes: ['externalId', 'unit'],
      list: (session, { externalId, unit }) =>
        byReference(externalId, (reference) =>
          root(session, 'generalerrand', map.toIssue, reference, within('apartment__in', unit)),
        ),
    },
    documents: {
      support: 'NATIVE',
      note: 'Contract documents of apartment contracts, signed in Pigello or outside it, and files of errands.',
      pushes: ['lease', 'issue'],
      list: (session, { lease, issue }) => {
        const ofLeases = within('object_id__in', lease);
        const ofIssues = within('errand__in', issue);
        // A document hangs on one thing: on a lease and on an issue at once hangs none.
        if (ofLeases !== null && ofIssues !== null) return emptyListing;
        const contracts = [
          root(session, 'signedcontractdocument', map.toSignedDocument, ofLeases),
          root(session, 'signabledocument', map.toSignableDocument, ofLeases),
        ];
        const files = [root(session, 'generalerrandfile', map.toErrandFile, ofIssues)];
        return concatListings([...(ofIssues === null ? contracts : []), ...(ofLeases === null ? files : [])]);
      },
    },
  };
}

function within(name: string, refs: readonly Ref[] | undefined): InFilter | null {
  return refs === undefined ? null : { name, values: refs.map(idOf) };
}

/** A contract of two tenants matches both. */
function sharing(filter: InFilter | null): InFilter | null {
  return filter && { ...filter, overlapping: true };
}

/**
 * Rows by the customer's references. A value of a comma-joined filter cannot hold a comma itself: where one does, the
 * rows are compared here.
 */
function byReference<R extends { readonly externalId: Maybe<string> }>(
  references: readonly string[] | undefined,
  read: (filter: InFilter | null) => Listing<R>,
): Listing<R> {
  const values = references?.filter((value) => value.trim() !== '');
  if (values === undefined) return read(null);
  if (!values.some((value) => value.includes(','))) return read({ name: 'custom_id__in', values });
  return filterListing(read(null), ({ externalId }) => values.includes(externalId ?? ''));
}
