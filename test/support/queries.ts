/** Queries whose cost is fixed: clients were promised them, and each provider's tests count what they take. */

/** The query that the schema was agreed on with. */
export const contractQuery = /* GraphQL */ `
  query Contract($after: String, $providers: [Provider!]) {
    sources {
      id
      provider
      capabilities {
        type
        edge
        support
      }
    }
    buildings(first: 7, after: $after, filter: { providers: $providers }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      sources {
        sourceId
        status
        error {
          code
          message
        }
      }
      nodes {
        id
        externalId
        name
        kind
        createdAt
        source {
          sourceId
          provider
          remoteId
          fetchedAt
        }
        address {
          line1
          street
          houseNumber
          postalCode
          city
          countryName
        }
        isActive
        units(first: 20) {
          nodes {
            id
            number
            kind
            floor
            rooms
            area {
              value
              unit
            }
            rent {
              amount
              currency
            }
            building {
              id
            }
            leases(first: 5) {
              nodes {
                id
                status
                startDate
                endDate
                tenants {
                  id
                  displayName
                  firstName
                  lastName
                  companyName
                  email
                  roles
                }
              }
            }
            issues(first: 5) {
              nodes {
                id
                title
                description
                status
                providerStatus
                createdAt
                reporter {
                  displayName
                }
              }
            }
          }
        }
        issues(first: 5) {
          nodes {
            id
          }
        }
        documents(first: 5) {
          nodes {
            id
            title
            kind
            url
          }
        }
      }
    }
  }
`;

/** From the buildings down to who lives there: four levels, and never a call a row. */
export const nestedQuery = /* GraphQL */ `
  {
    buildings(first: 20) {
      nodes {
        units(first: 20) {
          nodes {
            leases(first: 5) {
              nodes {
                tenants {
                  displayName
                  email
                }
              }
            }
          }
        }
      }
    }
  }
`;
