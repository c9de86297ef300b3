import { exampleQuery } from './example-query.js';

/**
 * What GraphiQL's tabs open with: each screen that a frontend usually has, the providers one by one, and what several of them
 * know together. No id stands in them, so that they show something over any sources.
 */
export const examples: readonly string[] = [
  exampleQuery,
  `# Building page: one building with its units and what is going on there.
query BuildingPage {
  buildings(first: 1, filter: { externalId: "H-1003" }) {
    nodes {
      id
      name
      address {
        line1
        postalCode
        city
      }
      units(first: 20) {
        nodes {
          id
          number
          kind
          rooms
          occupancy
        }
      }
      issues(first: 10) {
        nodes {
          id
          title
          status
        }
      }
      documents(first: 10) {
        nodes {
          title
          url
        }
      }
    }
    sources {
      sourceId
      status
    }
  }
}
`,
  `# Unit page: who lives there, by which lease. The cursor of a page is "after" of the next.
query UnitPage {
  units(first: 3, filter: { kind: APARTMENT }) {
    nodes {
      id
      number
      floorLabel
      area {
        value
        unit
      }
      rent {
        amount
        currency
      }
      leases(first: 5) {
        nodes {
          number
          status
          startDate
          endDate
          tenants {
            id
            displayName
            email
          }
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
`,
  `# Issue board: what is open, the newest first.
query IssueBoard($status: [IssueStatus!] = [OPEN, ASSIGNED, IN_PROGRESS]) {
  issues(
    first: 20
    filter: { status: $status }
    orderBy: { field: CREATED_AT, direction: DESC }
  ) {
    nodes {
      id
      number
      title
      status
      priority
      createdAt
      source {
        provider
      }
      building {
        name
      }
      unit {
        number
      }
      assigneeName
    }
    sources {
      sourceId
      status
    }
  }
}
`,
  `# Tenant page: a person with homes, leases and issues.
query TenantPage {
  persons(first: 2, filter: { role: TENANT }) {
    nodes {
      id
      displayName
      email
      phones {
        number
      }
      units(first: 5) {
        nodes {
          number
          address {
            line1
          }
        }
      }
      leases(first: 5) {
        nodes {
          number
          status
          startDate
        }
      }
      issues(first: 5) {
        nodes {
          title
          status
        }
      }
    }
    sources {
      sourceId
      status
    }
  }
}
`,
  `# Documents: "url" is a signed link that opens for some minutes.
query Documents {
  documents(first: 20) {
    nodes {
      title
      fileName
      kind
      mimeType
      createdAt
      url
      source {
        provider
      }
    }
    sources {
      sourceId
      status
    }
  }
}
`,
  `# Pigello: apartments with their leases.
query Pigello {
  units(first: 5, filter: { providers: PIGELLO }) {
    nodes {
      number
      nationalUnitNumber
      building {
        name
      }
      leases(first: 3) {
        nodes {
          number
          status
          documents(first: 2) {
            nodes {
              fileName
              url
            }
          }
        }
      }
    }
  }
}
`,
  `# Facilitee: properties with owners and managers of their units.
query Facilitee {
  buildings(first: 3, filter: { providers: FACILITEE }) {
    nodes {
      name
      units(first: 5) {
        nodes {
          number
          owner {
            displayName
          }
          manager {
            displayName
          }
        }
      }
    }
  }
}
`,
  `# HomeQ: apartments as they are let on the marketplace.
query HomeQ {
  units(first: 5, filter: { providers: HOMEQ }) {
    nodes {
      number
      rooms
      renovatedOn
      amenities {
        kind
      }
      leases(first: 2) {
        nodes {
          status
          signedDate
        }
      }
    }
  }
}
`,
  `# casavi: tickets with their conversation and work orders.
query Casavi {
  issues(first: 5, filter: { providers: CASAVI }) {
    nodes {
      number
      title
      status
      comments(first: 3) {
        nodes {
          text
          createdAt
        }
      }
      tasks(first: 3) {
        nodes {
          title
          status
        }
      }
    }
  }
}
`,
  `# What each source can do.
query Sources {
  sources {
    id
    provider
    currency
    timeZone
    capabilities {
      type
      edge
      support
      note
    }
  }
}
`,
];
