import { assumedEach } from '../../src/plan/sizes.js';
import type { Entity } from './paths.js';
import type { Rows } from './wire.js';

/** A filter that takes a list of ids, and the ids that a row was found by. */
export interface IdFilter<E extends Entity = Entity> {
  readonly entity: E;
  /** As it stands in the query string. */
  readonly name: string;
  keysOf(row: Rows[E]): readonly (string | null | undefined)[];
  /** Rows that an id is taken to find as long as nobody has seen the list. */
  readonly assumedRows: number;
}

function filter<E extends Entity>(
  entity: E,
  name: string,
  keysOf: IdFilter<E>['keysOf'],
  assumedRows: number = assumedEach.onOther,
): IdFilter<E> {
  return { entity, name, keysOf, assumedRows };
}

/**
 * The filters that Pigello's lists are read by. They are spelt in three ways (docs/pigello-my-pages.txt: `tenants` in
 * steps 1 and 2, `...__in` elsewhere); errands name a tenant in three roles, each with a filter of its own (steps 14 to
 * 16).
 */
export const filters = {
  apartmentsOfBuilding: filter(
    'apartment',
    'building__in',
    ({ building }) => [building?.id],
    assumedEach.onBuilding,
  ),
  contractsOfApartment: filter('apartmentcontract', 'apartment__in', ({ apartment }) => [apartment?.id]),
  contractsOfTenant: filter('apartmentcontract', 'tenants', ({ tenants }) => tenants.map(({ id }) => id)),
  errandsOfApartment: filter('generalerrand', 'apartment__in', ({ apartment }) => [apartment?.id]),
  errandsOfBuilding: filter(
    'generalerrand',
    'building__in',
    ({ building }) => [building?.id],
    assumedEach.onBuilding,
  ),
  errandsOfReporter: filter('generalerrand', 'reporter_tenant__in', (row) => [row.reporter_tenant?.id]),
  errandsOfCreator: filter('generalerrand', 'creator_tenant__in', (row) => [row.creator_tenant?.id]),
  errandsOfReviewer: filter('generalerrand', 'tenant_reviewers__in', (row) =>
    row.tenant_reviewers.map(({ id }) => id),
  ),
  signedDocumentsOfContract: filter('signedcontractdocument', 'object_id__in', (row) => [row.object_id]),
  signableDocumentsOfContract: filter('signabledocument', 'object_id__in', (row) => [row.object_id]),
  filesOfErrand: filter('generalerrandfile', 'errand__in', ({ errand }) => [errand?.id]),
} as const;

/** Records by their own ids. */
export function byId<E extends Entity>(entity: E): IdFilter<E> {
  return filter(entity, 'id__in', ({ id }) => [id], 1);
}
