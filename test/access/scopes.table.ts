import type { Scope } from '../../src/access/caller.js';

/**
 * Which scope guards each field of each object type; a field that stands under `open` may be seen by every caller. A new
 * field must be entered here before the tests pass: whoever adds it decides whose datum it is.
 */
type Guards = { readonly open: string } & { readonly [S in Scope]?: string };

const connection = { open: 'edges nodes pageInfo totalCount sources' };
const edge = { open: 'node cursor' };
const sourced = 'id source externalId createdAt updatedAt';

export const guards: Readonly<Record<string, Guards>> = {
  Query: {
    open:
      'node nodes sources building buildings unit units person persons lease leases issue issues document documents' +
      ' linkedBuilding linkedBuildings linkedUnit linkedUnits linkedPerson linkedPersons',
  },

  Building: {
    finance: 'bankAccounts',
    raw: 'raw',
    open: `${sourced} name kind buildingType number url isActive address addresses description unitCount commonAmenities images
      ownerName office company responsibilities meteringCompany customFields tags sameAs units leases issues persons documents`,
  },
  Unit: {
    raw: 'raw',
    open: `${sourced} name number nationalUnitNumber kind unitType url isActive building address floor floorLabel rooms area rent
      description isCommonSpace votingShare amenities renovatedOn occupancy ownerName ownerCompanyName managerName
      defaultIssueManagerName owner manager defaultIssueManager canCreateListing images meteringCompany customFields sameAs leases
      persons issues documents`,
  },
  Person: {
    'pii:identity': 'nationalId birthDate',
    raw: 'raw',
    open: `${sourced} kind roles derivation displayName firstName lastName title salutation companyName companyRole website url
      isActive note accountStatus providerAccountStatus preferredContactChannel providerPreferredContactChannel rating
      invoiceDetails unitCount activeIssueCount staffRole office customFields tags sameAs units leases issues documents`,
    'pii:contact': 'email phones address',
    finance: 'authorizedAmount',
  },
  Lease: {
    raw: 'raw',
    open: `${sourced} number kind providerKind derivation status isArchived startDate endDate signedDate cancelledDate
      isMainContact unit building tenants documents`,
  },
  Issue: {
    raw: 'raw',
    open: `${sourced} number title description category categoryGroup status providerStatus statusText priority url building unit
      reporter reporterName assignee assigneeName followers isSharedWithBuilding hasOccupantsInvolved reportedAt closedAt
      responseTimeLeft rejectionComment rating customFields comments tasks documents`,
    'pii:contact': 'reporterEmail reporterTelephone',
  },
  Document: {
    raw: 'raw',
    open: `${sourced} title fileName kind providerKind derivation mimeType sizeBytes url publishedAt downloadCount
      firstDownloadedAt storageProvider sharedWith subject`,
  },
  Comment: { open: 'id source issue text isInternal authorName author createdAt', raw: 'raw' },
  Task: {
    raw: 'raw',
    open: `id source issue number title description status providerStatus assignee createdBy createdAt acceptedAt declinedAt
      completedAt`,
  },

  LinkedBuilding: {
    finance: 'bankAccounts',
    open: `id members sources provenance conflicts externalId name kind buildingType number isActive address addresses description
      unitCount commonAmenities images ownerName office company responsibilities meteringCompany customFields tags units leases
      issues persons documents`,
  },
  LinkedUnit: {
    open: `id members sources provenance conflicts externalId building name number nationalUnitNumber kind unitType isActive address
      floor floorLabel rooms area rent description isCommonSpace votingShare amenities renovatedOn occupancy ownerName
      ownerCompanyName managerName defaultIssueManagerName owner manager defaultIssueManager canCreateListing images
      meteringCompany customFields leases persons issues documents`,
  },
  LinkedPerson: {
    'pii:identity': 'nationalId birthDate',
    open: `id members sources provenance conflicts externalId kind roles displayName firstName lastName title salutation companyName
      companyRole website isActive note preferredContactChannel rating invoiceDetails unitCount activeIssueCount staffRole office
      customFields tags units leases issues documents`,
    'pii:contact': 'email phones address',
    finance: 'authorizedAmount',
  },

  // Values: where one is of a person, the field that leads to it is guarded.
  Responsibility: {
    open: 'contactName roleName roleType providerRoleType contact',
    'pii:contact': 'email telephone',
  },
  InvoiceDetails: { open: 'company attentionTo', 'pii:contact': 'email address' },
  Address: {
    open: `line1 street houseNumber postalCode city municipality county country countryName unitNumber careOf latitude
      longitude googlePlaceId formatted`,
  },
  Phone: { open: 'kind number countryCallingCode' },
  Money: { open: 'amount currency' },
  BankAccount: { open: 'kind number' },
  Area: { open: 'value unit' },
  Amenity: { open: 'kind state providerName providerState' },
  CustomField: { open: 'name value type' },
  DocumentShare: { open: 'type remoteId roles' },
  Image: { open: 'url caption position thumbnailUrl' },
  IssueRating: { open: 'value comment providerType ratedBy ratedAt' },
  MeteringReference: { open: 'propertyNumber unitNumber providerName' },
  Office: { open: 'remoteId name' },
  Organization: { open: 'remoteId name' },
  Rating: { open: 'average count' },

  // What the gateway says of records, lists and sources.
  ConflictingValue: { open: 'value source' },
  EntityLink: { open: 'node rule confidence stale' },
  FieldConflict: { open: 'field values' },
  RecordSource: { open: 'sourceId provider remoteId fetchedAt' },
  PageInfo: { open: 'hasNextPage hasPreviousPage startCursor endCursor' },
  Source: { open: 'id provider currency timeZone capabilities drift' },
  Capability: { open: 'type edge support note' },
  Drift: { open: 'record field kind count records lastSeenAt' },
  SourceResult: { open: 'sourceId provider status error truncated fetchedAt' },
  SourceError: { open: 'code message retryable retryAfter' },

  BuildingConnection: connection,
  BuildingEdge: edge,
  UnitConnection: connection,
  UnitEdge: edge,
  PersonConnection: connection,
  PersonEdge: edge,
  LeaseConnection: connection,
  LeaseEdge: edge,
  IssueConnection: connection,
  IssueEdge: edge,
  DocumentConnection: connection,
  DocumentEdge: edge,
  CommentConnection: connection,
  CommentEdge: edge,
  TaskConnection: connection,
  TaskEdge: edge,
  LinkedBuildingConnection: connection,
  LinkedBuildingEdge: edge,
  LinkedUnitConnection: connection,
  LinkedUnitEdge: edge,
  LinkedPersonConnection: connection,
  LinkedPersonEdge: edge,
};

/**
 * A query that reaches objects of a type with a guarded field, `%` standing for what is selected of them; where only some have
 * the field, by its name.
 */
export const ways: Readonly<Record<string, string>> = {
  Person: '{ persons(first: 100) { nodes { % } } }',
  'Person.authorizedAmount': '{ persons(first: 100, filter: { role: [OWNER] }) { nodes { % } } }',
  LinkedPerson: '{ linkedPersons(first: 100) { nodes { % } } }',
  'LinkedPerson.authorizedAmount': '{ linkedPersons(first: 100, filter: { role: [OWNER] }) { nodes { % } } }',
  'Person.nationalId': '{ persons(first: 5, filter: { providers: [PIGELLO] }) { nodes { % } } }',
  Building: '{ buildings(first: 5, filter: { providers: [HOMEQ] }) { nodes { % } } }',
  LinkedBuilding: '{ linkedBuildings(first: 100) { nodes { % } } }',
  Unit: '{ units(first: 5) { nodes { % } } }',
  Lease: '{ leases(first: 5) { nodes { % } } }',
  Document: '{ documents(first: 5) { nodes { % } } }',
  Comment:
    '{ issues(first: 5, filter: { providers: [CASAVI] }) { nodes { comments(first: 5) { nodes { % } } } } }',
  Task: '{ issues(first: 5, filter: { providers: [CASAVI] }) { nodes { tasks(first: 5) { nodes { % } } } } }',
  Issue: '{ issues(first: 100, filter: { providers: [CASAVI] }) { nodes { % } } }',
  Responsibility: '{ buildings(first: 100) { nodes { responsibilities { % } } } }',
  InvoiceDetails: '{ persons(first: 100, filter: { role: [OWNER] }) { nodes { invoiceDetails { % } } } }',
};
