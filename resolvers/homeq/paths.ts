/**
 * Where HomeQ's endpoints are. The vendor's document lost its methods and nearly all of its paths, so each entry says how
 * it is known, and an operator can replace any of them. Trailing slashes count: v2 and v3 have one, v4 has none. They are
 * sent exactly as they stand here.
 */

/**
 * How a path is known: `document` = it stands in the vendor's document, `public` = seen in public code, `inferred` =
 * concluded from its siblings. A stand-in that uses this table proves shapes and flow, not the vendor's addresses.
 */
export type HomeqPathProvenance = 'document' | 'public' | 'inferred';

/** A path and how it is known. */
export interface HomeqPath {
  /** Template: `{names}` are filled with percent-encoded values. */
  readonly path: string;
  readonly provenance: HomeqPathProvenance;
  /** What the document says of the operation, or what the path was concluded from. */
  readonly where: string;
}

/** The paths that the gateway uses, by name. */
export const HOMEQ_PATHS = {
  login: {
    path: '/api/v2/tokens/',
    provenance: 'public',
    where: 'docs/homeq.txt "This endpoint allows you to fetch a JWT token" has lost it; public client code',
  },
  verify: {
    path: '/api/v2/tokens/verify/',
    provenance: 'public',
    where:
      'docs/homeq.txt "You can send your JWT token to this endpoint" has lost it; public client code, one source',
  },
  inventory: {
    path: '/api/v3/inventory/',
    provenance: 'inferred',
    where: 'docs/homeq.txt "This endpoint allows you to list inventory" has lost it; seen nowhere in public',
  },
  estate: {
    path: '/api/v4/estate/{id}',
    provenance: 'inferred',
    where:
      'docs/homeq.txt "This endpoint will fetch information about an estate"; strong: POST /api/v4/estate stands in its first Python example',
  },
  apartment: {
    path: '/api/v4/apartment/{id}',
    provenance: 'inferred',
    where:
      'docs/homeq.txt "This endpoint will fetch information about an Apartment"; strong: POST /api/v4/apartment stands in its second Python example',
  },
  agreements: {
    path: '/api/v1/agreements/',
    provenance: 'inferred',
    where: 'docs/homeq.txt "This endpoint will deliver a list of all agreements" has lost it',
  },
  employees: {
    path: '/api/v1/employees',
    provenance: 'inferred',
    where: 'docs/homeq.txt "This endpoint retrieves all employees" has lost it',
  },
  employee: {
    path: '/api/v1/employees/{employee_id}',
    provenance: 'inferred',
    where:
      'docs/homeq.txt "This endpoint retrieves detailed information about a specific employee" has lost it',
  },
  offices: {
    path: '/api/v1/offices',
    provenance: 'inferred',
    where: 'docs/homeq.txt "Listing all offices of your company" has lost it',
  },
  company: {
    path: '/api/v1/company',
    provenance: 'inferred',
    where: 'docs/homeq.txt "As a customer you will receive back the details of your company" has lost it',
  },
} as const satisfies Readonly<Record<string, HomeqPath>>;

/** Paths that nothing asks yet, but that limits are known of. */
export const HOMEQ_LIMITED_PATHS = {
  listing: {
    path: '/api/v3/object_ad/{id}',
    provenance: 'inferred',
    where:
      'docs/homeq.txt "the detailed information about a listing … rate limiting enforced at 60/m" has lost it',
  },
} as const satisfies Readonly<Record<string, HomeqPath>>;

/** Name of an endpoint in the table. */
export type HomeqPathName = keyof typeof HOMEQ_PATHS;
