import {
  BuildingListFragmentDoc,
  PortfolioDocument,
  useFragment,
  type BuildingListFragment,
  type PortfolioQuery,
  type PortfolioQueryVariables,
} from '@gatehouse/client';
import { ask, type Answer } from './fetch.js';

/** Every building, a page at a time. A source that fails is asked again with each page, from where it stood. */
export async function* allBuildings(
  url: string,
  variables: PortfolioQueryVariables,
): AsyncGenerator<BuildingListFragment> {
  let after: string | null = null;
  for (;;) {
    const { data, errors }: Answer<PortfolioQuery> = await ask(url, PortfolioDocument, {
      ...variables,
      after,
    });
    if (data === null) throw new Error(errors[0]?.message);
    const page: BuildingListFragment = useFragment(BuildingListFragmentDoc, data.buildings);
    yield page;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}
