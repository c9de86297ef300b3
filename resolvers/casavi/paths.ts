/**
 * Where casavi's endpoints are, as data: an operator can override each by name. v1 routes carry no version prefix
 * (docs/casavi.txt, changelog 1.12.0).
 *
 * Provenance `document`: the path stands in docs/casavi.txt; `public`: seen in other public material; `inferred`: the
 * document describes the operation, but its path was lost, so that it is named after its neighbours.
 */
export const paths = {
  authenticate: { path: '/authenticate', provenance: 'document' },
  properties: { path: '/properties', provenance: 'document' },
  property: { path: '/properties/{propertyId}', provenance: 'inferred' },
  units: { path: '/properties/{propertyId}/units', provenance: 'document' },
  unit: { path: '/units/{unitId}', provenance: 'inferred' },
  contacts: { path: '/contacts', provenance: 'public' },
  contact: { path: '/contacts/{contactId}', provenance: 'inferred' },
  staff: { path: '/staff', provenance: 'inferred' },
  // "Get staff members by ID" really names its parameter `contactId`.
  staffMember: { path: '/staff/{contactId}', provenance: 'inferred' },
  tickets: { path: '/tickets', provenance: 'inferred' },
  ticket: { path: '/tickets/{ticketId}', provenance: 'inferred' },
  comments: { path: '/tickets/{ticketId}/comments', provenance: 'inferred' },
  task: { path: '/tickets/{ticketId}/tasks/{taskId}', provenance: 'document' },
  document: { path: '/documents/{documentId}', provenance: 'inferred' },
} as const satisfies Readonly<
  Record<string, { readonly path: string; readonly provenance: 'document' | 'public' | 'inferred' }>
>;

export type PathName = keyof typeof paths;

/** The place of a path that the record's own id goes into. */
export const idPlaces = {
  property: 'propertyId',
  unit: 'unitId',
  contact: 'contactId',
  staffMember: 'contactId',
  ticket: 'ticketId',
  task: 'taskId',
  document: 'documentId',
} as const satisfies Partial<Readonly<Record<PathName, string>>>;
