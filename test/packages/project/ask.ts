import { print } from 'graphql';
import {
  BuildingCardFragmentDoc,
  BuildingListFragmentDoc,
  PortfolioDocument,
  UnitPageDocument,
  useFragment,
  type Day,
  type IssueFilter,
  type PortfolioQuery,
} from '@gatehouse/client';

/** What a project writes that has installed the client: it is compiled there, and asks the gateway that it is told of. */

type Typed<Data, Variables> = { readonly __apiType?: (variables: Variables) => Data } & Parameters<
  typeof print
>[0];

async function ask<Data, Variables>(document: Typed<Data, Variables>, variables: Variables): Promise<Data> {
  const answer = await fetch(`${process.argv[2] ?? ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return ((await answer.json()) as { readonly data: Data }).data;
}

export function names(data: PortfolioQuery): readonly (string | null)[] {
  const { edges } = useFragment(BuildingListFragmentDoc, data.buildings);
  return edges.map(({ node }) => useFragment(BuildingCardFragmentDoc, node).name);
}

/** What must not compile: the compiler refuses a file in which one of these is no mistake. */
export const mistakes = {
  wrongField: (data: PortfolioQuery) =>
    // @ts-expect-error A building has no colour.
    useFragment(BuildingListFragmentDoc, data.buildings).edges.map(({ node }) => node.colour),
  maskedField: (data: PortfolioQuery) =>
    // @ts-expect-error What a fragment asked for is seen through the fragment only.
    data.buildings.edges,
  missingVariable: () =>
    // @ts-expect-error The page of a unit needs its id.
    ask(UnitPageDocument, {}),
  wrongVariable: () =>
    // @ts-expect-error An id is a text.
    ask(UnitPageDocument, { id: 7 }),
  wrongEnum: (): IssueFilter => ({
    // @ts-expect-error No issue is ever LOST.
    status: ['LOST'],
  }),
  dayForMoment: (day: Day): IssueFilter => ({
    // @ts-expect-error A day is no moment.
    createdAfter: day,
  }),
};

if (process.argv[2] !== undefined) {
  console.log(JSON.stringify(names(await ask(PortfolioDocument, { first: 2 }))));
}
