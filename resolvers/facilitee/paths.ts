/**
 * Where Facilitee's endpoints are, as data: an operator can override each by name. All of them stand in
 * docs/facilitee.txt, which mixes upper and lower case (`/Owners`, `/managers`); each is written as its "Route" line.
 */
export const paths = {
  token: { path: '/api/connect/token', provenance: 'document' },
  properties: { path: '/api/public/Properties', provenance: 'document' },
  property: { path: '/api/public/Properties/{id}', provenance: 'document' },
  // "Get a list of Property Units": `propertyId` is required, so there is no list of all units.
  propertyUnits: { path: '/api/public/PropertyUnit', provenance: 'document' },
  propertyUnit: { path: '/api/public/PropertyUnit/{id}', provenance: 'document' },
  owners: { path: '/api/public/Owners', provenance: 'document' },
  owner: { path: '/api/public/Owners/{id}', provenance: 'document' },
  managers: { path: '/api/public/managers', provenance: 'document' },
  // The example of "Get Property Manager details" says `/manager/110`; the route line is taken.
  manager: { path: '/api/public/managers/{id}', provenance: 'document' },
  serviceProviders: { path: '/api/public/service-providers', provenance: 'document' },
  serviceProvider: { path: '/api/public/service-providers/{id}', provenance: 'document' },
  propertyUsers: { path: '/api/public/property-users', provenance: 'document' },
  propertyUser: { path: '/api/public/property-users/{id}', provenance: 'document' },
  // The only operation on issues: there is none by id.
  issues: { path: '/api/public/Issues', provenance: 'document' },
} as const satisfies Readonly<Record<string, { readonly path: string; readonly provenance: 'document' }>>;

export type PathName = keyof typeof paths;
