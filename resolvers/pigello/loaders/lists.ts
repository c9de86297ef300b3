import type { Maybe, Ref } from '../../../src/domain/index.js';
import type { Order } from '../../../src/domain/order.js';
import type { ListLoaderName, Port } from '../../../src/domain/provider.js';
import type { Session } from '../../../src/http/session.js';
import { concatListings } from '../../../src/pagination/concat.js';
import { filterListing } from '../../../src/pagination/filter.js';
import { emptyListing, mapListing, type Listing } from '../../../src/pagination/listing.js';
import { idOf } from '../ids.js';
import type { PigelloMap } from '../map.js';
import type { InFilter, PigelloLists, Received } from '../pages.js';
import type { Entity } from '../paths.js';
import { documentKinds, type PigelloSamples } from '../samples.js';

/**
 * What lists can be ordered by at Pigello: only what every database orders alike, which texts are not, and only where one
 * column says it. The columns are those of the rows; that `_order_by` takes them stands in public reference pages alone.
 */
const columns = {
  buildings: { CREATED_AT: 'created_at' },
  units: { AREA: 'usable_area' },
  persons: {},
  leases: { START_DATE: 'start_date' },
  issues: { CREATED_AT: 'created_at' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The root lists. */
export function createListLoaders(
  lists: PigelloLists,
  map: PigelloMap,
  samples: PigelloSamples,
  { sortable }: { readonly sortable: boolean },
): Pick<Port, ListLoaderName> {
  /** A list as records, narrowed by the filters that are given. */
  const root = <E extends Entity, R>(
    session: Session,
    entity: E,
    to: (received: Received<E>) => R,
    filters: readonly (InFilter | null)[],
    order?: string,
  ): Listing<R> => {
    const given = filters.filter((filter) => filter !== null);
    // Pigello refuses an empty filter; nothing matches one.
    if (given.some(({ values }) => values.length === 0)) return emptyListing;
    return mapListing(lists.listing(session, entity, { filters: given, orderBy: order }), to);
  };
  /** Rows of several calls come in an order each, which is none of all. */
  const sorts = (list: keyof typeof columns, ...filters: readonly (InFilter | null)[]): readonly string[] =>
    sortable && lists.isOneCall(filters.filter((filter) => filter !== null))
      ? Object.keys(columns[list])
      : [];
  /** Rows that are equal come in the order of their ids, so that pages fit together. */
  const orderBy = (list: keyof typeof columns, order: Order | undefined): string | undefined => {
    const column = (columns[list] as Readonly<Record<string, string>>)[order?.field ?? ''];
    return column && `${order?.descending === true ? '-' : ''}${column},id`;
  };

  return {
    buildings: {
      support: 'NATIVE',
      pushes: ['externalId'],
      sorts: ({ externalId }) => sorts('buildings', references(externalId)),
      list: (session, { externalId }, order) =>
        byReference(externalId, (reference) =>
          root(session, 'building', map.toBuilding, [reference], orderBy('buildings', order)),
        ),
      sample: () => samples.building,
    },
    units: {
      support: 'NATIVE',
      note: 'Apartments; other spaces have no known path.',
      // Not externalId: a unit's may stand in `landlord_custom_id` as well.
      pushes: ['building'],
      sorts: ({ building }) => sorts('units', within('building__in', building)),
      list: (session, { building }, order) =>
        root(session, 'apartment', map.toUnit, [within('building__in', building)], orderBy('units', order)),
      sample: () => samples.unit,
    },
    persons: {
      support: 'NATIVE',
      note: 'Tenants.',
      pushes: ['externalId'],
      list: (session, { externalId }) =>
        byReference(externalId, (reference) => root(session, 'tenant', map.toPerson, [reference])),
      sample: () => samples.person,
    },
    leases: {
      support: 'NATIVE',
      note: 'Apartment contracts, ended ones too.',
      pushes: ['externalId', 'unit', 'person'],
      sorts: ({ externalId, unit, person }) =>
        sorts('leases', references(externalId), within('apartment__in', unit), within('tenants', person)),
      list: (session, { externalId, unit, person }, order) =>
        byReference(externalId, (reference) =>
          root(
            session,
            'apartmentcontract',
            map.toLease,
            [reference, within('apartment__in', unit), sharing(within('tenants', person))],
            orderBy('leases', order),
          ),
        ),
      sample: () => samples.lease,
    },
    issues: {
      support: 'NATIVE',
      note: 'General errands.',
      // Not building: an errand may name its apartment alone, which only the edge finds.
      pushes: ['externalId', 'unit'],
      sorts: ({ externalId, unit }) => sorts('issues', references(externalId), within('apartment__in', unit)),
      list: (session, { externalId, unit }, order) =>
        byReference(externalId, (reference) =>
          root(
            session,
            'generalerrand',
            map.toIssue,
            [reference, within('apartment__in', unit)],
            orderBy('issues', order),
          ),
        ),
      sample: () => samples.issue,
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
          root(session, 'signedcontractdocument', map.toSignedDocument, [ofLeases]),
          root(session, 'signabledocument', map.toSignableDocument, [ofLeases]),
        ];
        const files = [root(session, 'generalerrandfile', map.toErrandFile, [ofIssues])];
        return concatListings([...(ofIssues === null ? contracts : []), ...(ofLeases === null ? files : [])]);
      },
      sample: () => samples.contractDocument,
      kinds: ({ lease, issue }) => {
        const { ofContracts, ofErrands } = documentKinds(lists, samples);
        return [...(issue === undefined ? [ofContracts] : []), ...(lease === undefined ? [ofErrands] : [])];
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

function references(externalId: readonly string[] | undefined): InFilter | null {
  const values = externalId?.filter((value) => value.trim() !== '');
  return values === undefined ? null : { name: 'custom_id__in', values };
}

/**
 * Rows by the customer's references. A value of a comma-joined filter cannot hold a comma itself: where one does, the
 * rows are compared here.
 */
function byReference<R extends { readonly externalId: Maybe<string> }>(
  externalId: readonly string[] | undefined,
  read: (filter: InFilter | null) => Listing<R>,
): Listing<R> {
  const filter = references(externalId);
  if (filter === null || !filter.values.some((value) => value.includes(','))) return read(filter);
  return filterListing(read(null), (row) => filter.values.includes(row.externalId ?? ''));
}
