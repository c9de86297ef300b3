/** Pigello's lists: their paths, and the filters that each takes. */

export interface Entity {
  readonly name: string;
  readonly list: string;
  /** Filters beside `id__in` and `custom_id__in`, and the relation (or text) each compares. */
  readonly filters: Readonly<Record<string, string>>;
  /** Texts that `_search` looks through. */
  readonly search: readonly string[];
}

export const ENTITIES = [
  {
    name: 'building',
    list: '/objects/structural/building/list/',
    filters: { realestate__in: 'realestate' },
    search: ['custom_id', 'name', 'popular_name'],
  },
  {
    name: 'address',
    list: '/common/address/list/',
    filters: {},
    search: ['street', 'postal_code', 'city'],
  },
  {
    name: 'apartment',
    list: '/objects/spaces/spaces/apartment/list/',
    // `tenants` looks through the contracts, ended ones too; the row itself does not show them.
    filters: { tenants: '#tenants', building__in: 'building' },
    search: ['custom_id', 'landlord_custom_id', 'popular_name', 'apartment_id'],
  },
  {
    name: 'apartmentcontract',
    list: '/contracts/apartmentcontract/list/',
    filters: { tenants: 'tenants', apartment__in: 'apartment' },
    search: ['custom_id', 'id_number'],
  },
  {
    name: 'tenant',
    list: '/accounts/users/customer/tenant/list/',
    filters: {},
    search: ['custom_id', 'first_name', 'last_name', 'corporate_name', 'email'],
  },
  {
    name: 'subtenanttenantconnection',
    list: '/accounts/users/customer/subtenanttenantconnection/list/',
    filters: { tenant__in: 'tenant', sub_tenant__in: 'sub_tenant' },
    search: ['custom_id'],
  },
  {
    name: 'signedcontractdocument',
    list: '/contracts/signedcontractdocument/list/{contentType}/',
    filters: { object_id__in: 'object_id' },
    search: ['custom_id'],
  },
  {
    name: 'signabledocument',
    list: '/documents/signing/signabledocument/list/{contentType}/',
    filters: { object_id__in: 'object_id' },
    search: ['name'],
  },
  {
    name: 'generalerrand',
    list: '/errands/generalerrands/reporting/generalerrand/',
    filters: {
      reporter_tenant__in: 'reporter_tenant',
      creator_tenant__in: 'creator_tenant',
      tenant_reviewers__in: 'tenant_reviewers',
      apartment__in: 'apartment',
      building__in: 'building',
    },
    search: ['custom_id', 'id_number', 'title', 'description'],
  },
  {
    name: 'generalerrandfile',
    list: '/errands/generalerrands/reporting/generalerrandfile/',
    filters: { errand__in: 'errand' },
    search: [],
  },
  {
    name: 'inspectionerrand',
    list: '/errands/inspections/reporting/inspectionerrand/',
    filters: { apartment__in: 'apartment' },
    search: ['title'],
  },
  {
    name: 'inspectionerrandfault',
    list: '/errands/inspections/reporting/inspectionerrandfault/',
    filters: { inspection_errand__in: 'inspection_errand' },
    search: ['title', 'description'],
  },
] as const satisfies readonly Entity[];

export type EntityName = (typeof ENTITIES)[number]['name'];

/** The one content type whose contracts the sandbox has. */
export const CONTRACT = 'contracts.apartmentcontract';
