import { type Client } from '@urql/core';
import { BuildingPageDocument, PortfolioDocument } from '@gatehouse/client';
import { keys } from '@gatehouse/client/introspection';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../docs/snippets/urql.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { ordered, shown } from './portfolio.js';

describe('urql with graphcache', () => {
  let gateway: TestGateway;
  // Graphcache tells there of what it has no key for, and of fields that the schema has not.
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(async () => {
    warned.mockRestore();
    await gateway.close();
  });

  const connect = (): Client => createClient(`${gateway.url}/graphql`);

  it('joins the pages of a list', async () => {
    const client = connect();
    const first = await client.query(PortfolioDocument, ordered).toPromise();
    expect(first.error).toBeUndefined();
    const { ids, pageInfo } = shown(first.data!);
    expect(ids).toHaveLength(6);

    const second = await client
      .query(PortfolioDocument, { ...ordered, after: pageInfo.endCursor })
      .toPromise();
    const both = shown(second.data!);
    expect(both.ids).toHaveLength(12);
    expect(both.ids.slice(0, 6)).toEqual(ids);
    expect(both.missing).toEqual([]);
  });

  it('knows a record by its id, and has no complaint about those without', async () => {
    const client = connect();
    const { data } = await client.query(PortfolioDocument, ordered).toPromise();
    const [id] = shown(data!).ids;
    const page = await client.query(BuildingPageDocument, { id: id! }).toPromise();
    expect(page.data?.building).toMatchObject({ __typename: 'Building' });
    expect(Object.keys(keys)).toEqual(expect.arrayContaining(['RecordSource', 'SourceResult', 'Money']));
    expect(Object.keys(keys)).not.toContain('Building');
    expect(warned.mock.calls).toEqual([]);
  });

  it('shows what the others answered while a source is down, and all of it once it is back', async () => {
    const client = connect();
    await gateway.sandbox.casavi.stop();
    const { data, error } = await client.query(PortfolioDocument, ordered).toPromise();
    expect(error?.graphQLErrors.map(({ path, extensions }) => [path, extensions['source']])).toEqual([
      [['buildings'], 'casavi'],
    ]);
    const first = shown(data!);
    expect(first.ids).toHaveLength(6);
    expect(first.missing).toEqual(['casavi UPSTREAM_UNREACHABLE']);
    const second = await client
      .query(PortfolioDocument, { ...ordered, after: first.pageInfo.endCursor })
      .toPromise();
    expect(shown(second.data!).ids).toHaveLength(12);

    await gateway.sandbox.casavi.start();
    const back = await client
      .query(PortfolioDocument, ordered, { requestPolicy: 'network-only' })
      .toPromise();
    expect(back.error).toBeUndefined();
    expect(shown(back.data!).missing).toEqual([]);
  });
});
