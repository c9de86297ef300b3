import { CombinedGraphQLErrors, type ApolloClient } from '@apollo/client';
import {
  BuildingPageDocument,
  PortfolioDocument,
  UnitPageDocument,
  type PortfolioQuery,
} from '@gatehouse/client';
import { filter, firstValueFrom } from 'rxjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient, openPortfolio } from '../../docs/snippets/apollo.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { ordered, shown } from './portfolio.js';

/** What a watched query shows once it no longer loads. */
async function firstAnswer(query: ReturnType<typeof openPortfolio>['query']) {
  const { data, error } = await firstValueFrom(query.pipe(filter(({ loading }) => !loading)));
  return { data: data as PortfolioQuery | undefined, error };
}

/** What it shows now: watchers are told of a page a moment after it came. */
const current = (query: ReturnType<typeof openPortfolio>['query']) =>
  shown(query.getCurrentResult().data as PortfolioQuery);

describe('Apollo Client', () => {
  let gateway: TestGateway;
  let client: ApolloClient;

  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterEach(() => client.stop());
  afterAll(() => gateway.close());

  const connect = () => (client = createClient(`${gateway.url}/graphql`));

  it('joins the pages of a list, and keeps lists of another filter apart', async () => {
    connect();
    const { query, more } = openPortfolio(client, ordered);
    const watched = query.subscribe(() => undefined);
    const first = shown((await firstAnswer(query)).data!);
    expect(first.ids).toHaveLength(6);
    expect(first.pageInfo.hasNextPage).toBe(true);

    await more(first.pageInfo.endCursor!);
    await expect.poll(() => current(query).ids).toHaveLength(12);
    const both = current(query);
    expect(both.ids).toHaveLength(12);
    expect(both.ids.slice(0, 6)).toEqual(first.ids);
    expect(new Set(both.ids).size).toBe(12);
    watched.unsubscribe();

    const filter = { search: 'H-1003' };
    const { data } = await client.query({ query: PortfolioDocument, variables: { ...ordered, filter } });
    expect(shown(data!).ids.length).toBeLessThan(6);
    const again = client.readQuery({ query: PortfolioDocument, variables: ordered });
    expect(shown(again!).ids).toEqual(both.ids);
  });

  it('keeps each record once, by its id, whichever query brought it', async () => {
    connect();
    const { data } = await client.query({ query: PortfolioDocument, variables: ordered });
    const [id] = shown(data!).ids;
    await client.query({ query: BuildingPageDocument, variables: { id: id! } });
    const cached = client.cache.extract() as Readonly<Record<string, object>>;
    expect(cached[`Building:${id}`]).toMatchObject({ id, source: { __typename: 'RecordSource' } });
    const keys = Object.keys(cached).filter((key) => key.startsWith('Building:'));
    expect(keys).toHaveLength(6);
    // A source says "id" too; what stands in a record has none and no entry of its own.
    expect(Object.keys(cached).filter((key) => /^(RecordSource|SourceResult|Address)/.test(key))).toEqual([]);
  });

  it('shows what the others answered while a source is down, and all of it once it is back', async () => {
    connect();
    await gateway.sandbox.casavi.stop();
    const { query, more } = openPortfolio(client, ordered);
    const watched = query.subscribe(() => undefined);
    const { data, error } = await firstAnswer(query);
    const first = shown(data!);
    expect(first.ids).toHaveLength(6);
    expect(first.missing).toEqual(['casavi UPSTREAM_UNREACHABLE']);
    expect(CombinedGraphQLErrors.is(error) && error.errors.map(({ path }) => path)).toEqual([['buildings']]);

    const page = await more(first.pageInfo.endCursor!);
    expect(shown(page.data!).missing).toEqual(['casavi UPSTREAM_UNREACHABLE']);
    await expect.poll(() => current(query).ids).toHaveLength(12);

    await gateway.sandbox.casavi.start();
    const back = await query.refetch();
    expect(back.error).toBeUndefined();
    expect(shown(back.data!).missing).toEqual([]);
    watched.unsubscribe();
  });

  it('has a null and the reason for a record of a source that is down', async () => {
    connect();
    const { data } = await gateway.query<{ units: { nodes: { id: string }[] } }>(
      '{ units(first: 1, filter: { providers: [HOMEQ] }) { nodes { id } } }',
    );
    const [unit] = data.units.nodes;
    await gateway.sandbox.homeq.stop();
    const answer = await client.query({ query: UnitPageDocument, variables: { id: unit!.id } });
    await gateway.sandbox.homeq.start();
    expect(answer.data).toMatchObject({ unit: null });
    expect(CombinedGraphQLErrors.is(answer.error) && answer.error.errors[0]?.extensions?.['source']).toBe(
      'homeq',
    );
  });
});
