/**
 * Where Pigello's endpoints are, as data: an operator can override each by name.
 *
 * Provenance `document`: docs/pigello-my-pages.txt or docs/pigello-accounts.txt; `assumed`: agreed where the documents
 * are silent, by the pattern `/<sub-app>/<sub-func>/<entity>/list/` of the documented ones.
 */
export const paths = {
  building: { path: '/objects/structural/building/list/', provenance: 'assumed' },
  address: { path: '/common/address/list/', provenance: 'assumed' },
  apartment: { path: '/objects/spaces/spaces/apartment/list/', provenance: 'document' },
  apartmentcontract: { path: '/contracts/apartmentcontract/list/', provenance: 'document' },
  tenant: { path: '/accounts/users/customer/tenant/list/', provenance: 'assumed' },
  signedcontractdocument: {
    path: '/contracts/signedcontractdocument/list/{contentType}/',
    provenance: 'document',
  },
  signabledocument: {
    path: '/documents/signing/signabledocument/list/{contentType}/',
    provenance: 'document',
  },
  // Steps 14 to 17 of docs/pigello-my-pages.txt: errand lists have no `/list/`, unlike all others.
  generalerrand: { path: '/errands/generalerrands/reporting/generalerrand/', provenance: 'document' },
  generalerrandfile: { path: '/errands/generalerrands/reporting/generalerrandfile/', provenance: 'document' },
} as const satisfies Readonly<
  Record<string, { readonly path: string; readonly provenance: 'document' | 'assumed' }>
>;

export type Entity = keyof typeof paths;

/** The content type of apartment contracts, a path segment of contract documents (docs/pigello-my-pages.txt, step 3). */
export const apartmentContract = 'contracts.apartmentcontract';
