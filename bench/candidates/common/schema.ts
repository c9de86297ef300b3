/** The part of Gatehouse's schema that the queries of the bench use. */
export const typeDefs = /* GraphQL */ `
  scalar Date
  scalar DateTime

  type Query {
    building(id: ID!): Building
    buildings(first: Int = 25, after: String, filter: ListFilter): BuildingConnection!
    units(first: Int = 25, after: String, filter: ListFilter): UnitConnection!
    leases(first: Int = 25, after: String, filter: ListFilter): LeaseConnection!
    nodes(ids: [ID!]!): [Node]!
  }

  enum Provider {
    PIGELLO
    FACILITEE
    HOMEQ
    CASAVI
  }

  input ListFilter {
    providers: [Provider!]
  }

  interface Node {
    id: ID!
  }

  interface SourcedNode implements Node {
    id: ID!
    externalId: String
    source: RecordSource!
  }

  type RecordSource {
    sourceId: ID!
    remoteId: String!
  }

  type Building implements SourcedNode & Node {
    id: ID!
    externalId: String
    source: RecordSource!
    createdAt: DateTime
    name: String
    kind: String!
    isActive: Boolean
    units(first: Int = 25): UnitConnection!
  }

  type Area {
    value: Float!
    unit: String!
  }

  type Unit implements SourcedNode & Node {
    id: ID!
    externalId: String
    source: RecordSource!
    createdAt: DateTime
    name: String
    number: String
    unitType: String
    isActive: Boolean
    rooms: Float
    floor: Float
    area: Area
    building: Building
    leases(first: Int = 25): LeaseConnection!
  }

  type Lease implements SourcedNode & Node {
    id: ID!
    externalId: String
    source: RecordSource!
    number: String
    status: String!
    startDate: Date
    endDate: Date
    unit: Unit
    tenants: [Person!]
  }

  type Person implements SourcedNode & Node {
    id: ID!
    externalId: String
    source: RecordSource!
    displayName: String
  }

  type Issue implements SourcedNode & Node {
    id: ID!
    externalId: String
    source: RecordSource!
    title: String
  }

  type Document implements SourcedNode & Node {
    id: ID!
    externalId: String
    source: RecordSource!
    title: String
  }

  type PageInfo {
    hasNextPage: Boolean!
  }

  type SourceResult {
    sourceId: ID!
    status: String!
  }

  type BuildingConnection {
    nodes: [Building!]!
    pageInfo: PageInfo!
    totalCount: Int
    sources: [SourceResult!]!
  }

  type UnitConnection {
    nodes: [Unit!]!
    pageInfo: PageInfo!
  }

  type LeaseConnection {
    nodes: [Lease!]!
    pageInfo: PageInfo!
  }
`;
