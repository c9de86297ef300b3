import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from '@gatehouse/client';
import { tap } from 'rxjs';
import { createOutages } from './outages.js';

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

/** Which sources do not answer, as far as what was asked last shows. */
export const outages = createOutages(async ({ query, variables }) => {
  await client.query({ query, variables, fetchPolicy: 'no-cache' });
});

// Every answer passes here, so that no page needs to think of the banner.
const noteOutages = new ApolloLink((operation, forward) =>
  forward(operation).pipe(tap(({ errors }) => outages.note(operation, errors ?? []))),
);

// What differs in filter or order is another list; pages that differ in `first` and `after` belong to one.
const list = relayStylePagination(['filter', 'orderBy']);
const edge = relayStylePagination();

export const client: ApolloClient = new ApolloClient({
  link: ApolloLink.from([noteOutages, new HttpLink({ uri: '/graphql' })]),
  cache: new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: { fields: { buildings: list, issues: list } },
      Building: { fields: { units: edge, leases: edge, issues: edge, documents: edge } },
      // They have no id and stand in their record: queries that ask for other parts of them add to it.
      RecordSource: { merge: true },
      Address: { merge: true },
    },
  }),
  // Without it, what the other sources answered is thrown away when one of them fails.
  defaultOptions: { query: { errorPolicy: 'all' }, watchQuery: { errorPolicy: 'all' } },
});
