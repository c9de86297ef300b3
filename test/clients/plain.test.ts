import { fileURLToPath } from 'node:url';
import {
  BuildingCardFragmentDoc,
  PortfolioDocument,
  SourcesDocument,
  TenantPageDocument,
  useFragment,
} from '@gatehouse/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allBuildings } from '../../docs/snippets/fetch-all.js';
import { ask } from '../../docs/snippets/fetch.js';
import * as graphqlRequest from '../../docs/snippets/graphql-request.js';
import { askByHash } from '../../docs/snippets/persisted.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { ordered, shown } from './portfolio.js';

describe('without a cache', () => {
  let gateway: TestGateway;
  let url: string;

  beforeAll(async () => {
    gateway = await startTestGateway();
    url = `${gateway.url}/graphql`;
  });
  afterAll(() => gateway.close());

  it('graphql-request has data and errors, whole and while a source is down', async () => {
    const client = graphqlRequest.createClient(url);
    const whole = await graphqlRequest.ask(client, PortfolioDocument, ordered);
    expect(whole.errors).toEqual([]);
    expect(shown(whole.data).missing).toEqual([]);

    await gateway.sandbox.casavi.stop();
    const partial = await graphqlRequest.ask(client, PortfolioDocument, ordered);
    const alone = await client.request(PortfolioDocument, ordered);
    await gateway.sandbox.casavi.start();
    expect(partial.errors.map(({ extensions }) => extensions['code'])).toEqual(['UPSTREAM_UNREACHABLE']);
    expect(shown(partial.data).ids).toHaveLength(6);
    expect(shown(alone)).toEqual(shown(partial.data));
    expect(shown(alone).missing).toEqual(['casavi UPSTREAM_UNREACHABLE']);
  });

  it('fetch has data and errors, whole and while a source is down', async () => {
    const whole = await ask(url, PortfolioDocument, ordered);
    expect(whole.errors).toEqual([]);
    expect(shown(whole.data!).missing).toEqual([]);

    await gateway.sandbox.pigello.stop();
    const partial = await ask(url, PortfolioDocument, ordered);
    await gateway.sandbox.pigello.start();
    expect(partial.errors).toMatchObject([
      { path: ['buildings'], extensions: { code: 'UPSTREAM_UNREACHABLE', source: 'pigello' } },
    ]);
    expect(shown(partial.data!).ids).toHaveLength(6);
    expect(shown(partial.data!).missing).toEqual(['pigello UPSTREAM_UNREACHABLE']);
  });

  it('fetch pages to the end, past a source that is down', async () => {
    const read = async (): Promise<readonly string[]> => {
      const ids: string[] = [];
      for await (const { edges } of allBuildings(url, { first: 50 }))
        ids.push(...edges.map(({ node }) => useFragment(BuildingCardFragmentDoc, node).id));
      return ids;
    };
    const all = await read();
    expect(new Set(all).size).toBe(all.length);
    await gateway.sandbox.facilitee.stop();
    const others = await read();
    await gateway.sandbox.facilitee.start();
    expect(others.length).toBeLessThan(all.length);
    expect(all.filter((id) => others.includes(id))).toEqual(others);
  });

  it('leaves out how to reach a tenant where the caller may not see it', async () => {
    const { data } = await gateway.query<{ persons: { nodes: { id: string }[] } }>(
      '{ persons(first: 1, filter: { role: [TENANT] }) { nodes { id } } }',
    );
    const [{ id }] = data.persons.nodes as [{ id: string }];
    const withContact = await ask(url, TenantPageDocument, { id });
    const without = await ask(url, TenantPageDocument, { id, contact: false });
    expect(withContact.data?.person).toHaveProperty('email');
    expect(without.data?.person).toMatchObject({ id });
    expect(without.data?.person).not.toHaveProperty('email');
  });
});

describe('the persisted documents of the client', () => {
  it('are a list that the gateway takes, and each of its operations is in it', async () => {
    const list = fileURLToPath(
      new URL('../../client/src/generated/persisted-documents.json', import.meta.url),
    );
    const gateway = await startTestGateway({
      only: ['homeq'],
      environment: { GATEHOUSE_PERSISTED: 'required', GATEHOUSE_PERSISTED_FILE: list },
    });
    const url = `${gateway.url}/graphql`;
    const listed = await askByHash(url, PortfolioDocument, { first: 2 });
    expect(listed.errors).toBeUndefined();
    expect(shown(listed.data!).ids).toHaveLength(2);
    const sources = await askByHash(url, SourcesDocument, {});
    expect(sources.data?.sources.map(({ id }) => id)).toEqual(['homeq']);
    const refused = await ask(url, SourcesDocument, {});
    await gateway.close();
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['PERSISTED_QUERY_REQUIRED']);
  });
});
