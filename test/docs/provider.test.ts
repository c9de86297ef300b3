import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lodger } from '../../docs/snippets/provider/index.js';
import { createLodgerSandbox, LODGER_SANDBOX_CREDENTIALS } from '../../docs/snippets/provider/sandbox.js';
import type { CallRecord } from '../../src/http/call-log.js';
import { listen, type SandboxServer } from '../../src/sandbox/listener.js';
import { createPortfolio, type Portfolio } from '../../src/sandbox/portfolio.js';
import { createGateway, type Gateway } from '../../src/server.js';

/** The provider of docs/adding-a-provider.md, behind a gateway. */
describe('the provider of the worked example', () => {
  let portfolio: Portfolio;
  let standIn: SandboxServer;
  let gateway: Gateway;
  let url: string;
  let calls: readonly CallRecord[] = [];

  beforeAll(async () => {
    portfolio = createPortfolio({ buildings: 9 });
    standIn = await listen(createLodgerSandbox(portfolio));
    const settings = lodger.settings.parse({
      id: 'lodger',
      provider: 'lodger',
      baseUrl: standIn.url,
      credentials: LODGER_SANDBOX_CREDENTIALS,
      limits: { retryDelay: 1 },
    });
    gateway = createGateway({
      sources: [lodger.connect(settings)],
      cursorKeys: ['a key that only tests use'],
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      stopGrace: 0,
      onCalls: (made) => (calls = made),
    });
    url = `${await gateway.listen(0, '127.0.0.1')}/graphql`;
  });
  afterAll(async () => {
    await gateway.close();
    await standIn.close();
  });

  const ask = async (query: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return JSON.parse(await answer.text());
  };
  const made = () => calls.map(({ path, wave }) => `${wave} ${path}`).sort();

  it('lists buildings with their units, by a call for the list and one a building', async () => {
    const { data, errors } = await ask(
      '{ buildings(first: 3) { nodes { name externalId address { line1 city } units(first: 50) { nodes { externalId number floor } } } } }',
    );
    expect(errors).toBeUndefined();
    const { nodes } = data.buildings;
    expect(nodes).toHaveLength(3);
    for (const [index, node] of nodes.entries()) {
      const building = portfolio.buildings[index]!;
      const units = portfolio.units.filter(({ buildingKey }) => buildingKey === building.key);
      expect(node.externalId).toBe(building.reference);
      expect(node.address.city).toBe(building.address.city);
      expect(node.units.nodes).toEqual(
        units.map(({ reference, number, floor }) => ({ externalId: reference, number, floor })),
      );
    }
    expect(made()).toEqual(['1 /houses', ...Array<string>(3).fill('2 /houses/{houseId}/flats')]);
  });

  it('reads all units, a house after the other, and each once', async () => {
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await ask(
        `{ units(first: 40, after: ${JSON.stringify(after)}) { nodes { externalId } pageInfo { endCursor hasNextPage } } }`,
      );
      found.push(...data.units.nodes.map(({ externalId }: { externalId: string }) => externalId));
      ({ endCursor: after, hasNextPage: more } = data.units.pageInfo);
    }
    expect(found).toHaveLength(portfolio.units.length);
    expect(new Set(found)).toEqual(new Set(portfolio.units.map(({ reference }) => reference)));
  });

  it('reads a record by its id, and tells one that is not there from one that failed', async () => {
    const { data } = await ask('{ units(first: 1) { nodes { id building { name } } } }');
    const [unit] = data.units.nodes;
    expect(unit.building.name).toBe(portfolio.buildings[0]!.name);
    const alone = await ask(`{ node(id: "${unit.id}") { ... on Unit { number } } }`);
    expect(alone.data.node.number).toBe(portfolio.units[0]!.number);
    expect(made()).toEqual(['1 /flats/{flatId}']);

    const unknown = Buffer.from('Unit:lodger:99999').toString('base64url');
    expect(await ask(`{ node(id: "${unknown}") { id ... on Unit { number } } }`)).toEqual({
      data: { node: null },
    });
    standIn.fail('*', { status: 500 });
    const failed = await ask(`{ node(id: "${unit.id}") { id ... on Unit { number } } }`);
    standIn.clearFaults();
    expect(failed.data.node).toBeNull();
    expect(failed.errors[0].extensions.code).toBe('UPSTREAM_STATUS');
  });

  it('says beforehand what it will cost, and what it cannot serve', async () => {
    const dry = await ask('{ buildings(first: 3) { nodes { units(first: 10) { nodes { number } } } } }', {
      'gatehouse-upstream': 'dry-run',
    });
    expect(dry.extensions.upstream.total).toEqual({ calls: 4, waves: 2 });
    const { data } = await ask(
      '{ issues { nodes { id } sources { status } } sources { capabilities { type edge support note } } }',
    );
    expect(data.issues).toEqual({ nodes: [], sources: [{ status: 'SKIPPED' }] });
    expect(data.sources[0].capabilities).toContainEqual({
      type: 'Unit',
      edge: null,
      support: 'DERIVED',
      note: 'The flats of each house.',
    });
  });

  it('shows its credentials to nobody, and takes settings that are wrong for wrong', () => {
    expect(standIn.requests.length).toBeGreaterThan(0);
    for (const { headers } of standIn.requests) expect(headers).not.toHaveProperty('x-api-key');
    const given = { id: 'lodger', provider: 'lodger', baseUrl: 'https://lodger.example' };
    expect(lodger.settings.safeParse(given).success).toBe(false);
    const credentials = { apiKey: 'k' };
    expect(lodger.settings.safeParse({ ...given, credentials, paths: { house: '/house' } }).success).toBe(
      false,
    );
  });
});
