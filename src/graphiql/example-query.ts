// Plain text, not marked as GraphQL: a formatter would indent what people see.
/** What GraphiQL opens with: a page of the portfolio, from the buildings down to who lives there. */
export const exampleQuery = `# One schema over all your property systems.
# Run it with Ctrl-Enter: "sources" says who answered.
query Portfolio {
  buildings(first: 5) {
    nodes {
      id
      name
      source {
        sourceId
        provider
      }
      address {
        line1
        postalCode
        city
      }
      units(first: 3) {
        nodes {
          number
          kind
          area {
            value
            unit
          }
          leases(first: 2) {
            nodes {
              status
              startDate
              endDate
              tenants {
                displayName
                email
              }
            }
          }
        }
      }
      issues(first: 3) {
        nodes {
          title
          status
          createdAt
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    sources {
      sourceId
      status
    }
  }
}

# Each real building once, whichever systems know it. To run it, copy it to
# a new tab, select it, and take the "#" away with Ctrl-/.
# query OneView {
#   linkedBuildings(first: 5) {
#     nodes {
#       name
#       members {
#         id
#         source {
#           sourceId
#         }
#       }
#       units(first: 3) {
#         nodes {
#           number
#           conflicts {
#             field
#             values {
#               value
#               source {
#                 sourceId
#               }
#             }
#           }
#         }
#       }
#     }
#     sources {
#       sourceId
#       status
#     }
#   }
# }
`;
