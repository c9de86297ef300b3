import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { PortfolioDocument, possibleTypes, type PortfolioQueryVariables } from '@gatehouse/client';

// What differs in filter or order is another list; pages that differ in `first` and `after` belong to one.
const list = relayStylePagination(['filter', 'orderBy']);
const edge = relayStylePagination();

declare module '@apollo/client' {
  // So that the types say, too, that `data` and `error` come together.
  namespace ApolloClient.DeclareDefaultOptions {
    interface Query {
      errorPolicy: 'all';
    }
    interface WatchQuery {
      errorPolicy: 'all';
    }
  }
}

export function createClient(uri: string) {
  return new ApolloClient({
    link: new HttpLink({ uri }),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        Query: {
          fields: {
            buildings: list,
            units: list,
            persons: list,
            leases: list,
            issues: list,
            documents: list,
          },
        },
        Building: { fields: { units: edge, leases: edge, issues: edge, persons: edge, documents: edge } },
        Unit: { fields: { leases: edge, issues: edge, persons: edge, documents: edge } },
        Person: { fields: { units: edge, leases: edge, issues: edge, documents: edge } },
        Lease: { fields: { documents: edge } },
        Issue: { fields: { comments: edge, tasks: edge, documents: edge } },
        // They have no id and stand in their record: queries that ask for other parts of them add to it.
        RecordSource: { merge: true },
        Address: { merge: true },
      },
    }),
    // Without it, what the other sources answered is thrown away when one of them fails.
    defaultOptions: { query: { errorPolicy: 'all' }, watchQuery: { errorPolicy: 'all' } },
  });
}

/** A list that grows: `more()` reads the next page into it, `watch` tells of every state of it. */
export function openPortfolio(client: ApolloClient, variables: PortfolioQueryVariables) {
  const query = client.watchQuery({
    query: PortfolioDocument,
    variables,
    errorPolicy: 'all',
    notifyOnNetworkStatusChange: true,
  });
  return {
    query,
    more: (after: string) => query.fetchMore({ variables: { after }, errorPolicy: 'all' }),
  };
}
