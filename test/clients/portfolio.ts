import {
  BuildingCardFragmentDoc,
  BuildingListFragmentDoc,
  BuildingOrderField,
  OrderDirection,
  useFragment,
  type PortfolioQuery,
} from '@gatehouse/client';
import { missingSources } from '../../docs/snippets/missing-sources.js';

/** Ordered, so that the first page asks all sources: one that is down is missing from the start. */
export const ordered = {
  first: 6,
  orderBy: { field: BuildingOrderField.NAME, direction: OrderDirection.ASC },
};

/** What a screen would show of the portfolio. */
export function shown(data: Pick<PortfolioQuery, 'buildings'>) {
  const { edges, pageInfo, sources } = useFragment(BuildingListFragmentDoc, data.buildings);
  return {
    names: edges.map(({ node }) => useFragment(BuildingCardFragmentDoc, node).name),
    ids: edges.map(({ node }) => useFragment(BuildingCardFragmentDoc, node).id),
    pageInfo,
    missing: missingSources(sources).map(({ sourceId, error }) => `${sourceId} ${error?.code}`),
  };
}
