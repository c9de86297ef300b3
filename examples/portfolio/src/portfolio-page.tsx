import { useQuery } from '@apollo/client/react';
import {
  BuildingCardFragmentDoc,
  BuildingListFragmentDoc,
  BuildingOrderField,
  OrderDirection,
  OriginFragmentDoc,
  PortfolioDocument,
  SourceReportFragmentDoc,
  useFragment as read,
  type BuildingCardFragment,
} from '@gatehouse/client';
import { More } from './more.js';
import { Failure, Loading, Page } from './page.js';
import { again, PAGE } from './paging.js';
import { toBuilding } from './route.js';
import { lacksRows, SourceStatuses, whyEmpty } from './source-status.js';
import { useRecovery } from './use-recovery.js';
import { joined, known } from './words.js';

// In an order, all sources are asked for every page, and their rows stand mixed.
const variables = { first: PAGE, orderBy: { field: BuildingOrderField.NAME, direction: OrderDirection.ASC } };

/** The buildings of all sources in one list that goes on as it is scrolled. */
export function PortfolioPage() {
  const { data, error, fetchMore, refetch } = useQuery(PortfolioDocument, { variables });
  const list = read(BuildingListFragmentDoc, data?.buildings);
  const buildings = list?.edges.map(({ node }) => read(BuildingCardFragmentDoc, node)) ?? [];
  useRecovery(list != null && lacksRows(list), () => void refetch(again(buildings.length)));

  return (
    <Page title="Portfolio">
      {list == null ? (
        error ? (
          <Failure error={error} retry={() => refetch()} />
        ) : (
          <Loading what="buildings" />
        )
      ) : (
        <>
          <SourceStatuses
            sources={read(SourceReportFragmentDoc, list.sources)}
            rows={buildings.map(({ source }) => read(OriginFragmentDoc, source))}
          />
          {buildings.length === 0 && <p className="empty">{whyEmpty(list)}</p>}
          <ul className="cards">
            {buildings.map((building) => (
              <li key={building.id}>
                <Building building={building} />
              </li>
            ))}
          </ul>
          <More
            what="buildings"
            shown={buildings.length}
            hasNext={list.pageInfo.hasNextPage}
            load={() => fetchMore({ variables: { first: PAGE, after: list.pageInfo.endCursor } })}
            isEndless
          />
        </>
      )}
    </Page>
  );
}

function Building({ building }: { readonly building: BuildingCardFragment }) {
  const { sourceId } = read(OriginFragmentDoc, building.source);
  return (
    <a className="card" href={toBuilding(building.id)}>
      <strong>{building.name ?? building.number ?? 'Without a name'}</strong>
      <span>{building.address?.formatted ?? building.address?.city ?? 'No address'}</span>
      <small>{joined(building.externalId, known(building.kind), sourceId)}</small>
    </a>
  );
}
