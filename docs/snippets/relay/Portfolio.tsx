import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import type { Portfolio_buildings$key } from './__generated__/Portfolio_buildings.graphql.js';
import type { PortfolioRelayQuery } from './__generated__/PortfolioRelayQuery.graphql.js';

export function Portfolio({ filter }: { readonly filter?: PortfolioRelayQuery['variables']['filter'] }) {
  const query = useLazyLoadQuery<PortfolioRelayQuery>(
    graphql`
      query PortfolioRelayQuery(
        $first: Int = 6
        $after: String
        $filter: BuildingFilter
        $orderBy: BuildingOrder
      ) {
        ...Portfolio_buildings
      }
    `,
    { filter: filter ?? null, orderBy: { field: 'NAME', direction: 'ASC' } },
  );
  return <Buildings query={query} />;
}

function Buildings({ query }: { readonly query: Portfolio_buildings$key }) {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment(
    graphql`
      fragment Portfolio_buildings on Query @refetchable(queryName: "PortfolioPageQuery") {
        buildings(first: $first, after: $after, filter: $filter, orderBy: $orderBy)
          @connection(key: "Portfolio_buildings", filters: ["filter", "orderBy"]) {
          edges {
            node {
              id
              name
            }
          }
          sources {
            sourceId
            status
          }
        }
      }
    `,
    query,
  );
  const missing = data.buildings.sources.filter(({ status }) => status === 'FAILED' || status === 'PARTIAL');
  return (
    <main>
      {missing.length > 0 && (
        <p role="status">No answer from {missing.map(({ sourceId }) => sourceId).join(', ')}.</p>
      )}
      <ul>
        {data.buildings.edges.map(({ node }) => (
          <li key={node.id}>{node.name}</li>
        ))}
      </ul>
      {hasNext && (
        <button disabled={isLoadingNext} onClick={() => loadNext(6)}>
          More
        </button>
      )}
    </main>
  );
}
