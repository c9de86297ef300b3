import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { request } from 'undici';
import { Query } from '../../resolvers/Query.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { partOf } from '../support/portfolio.js';
import { createPortfolio } from '../../src/sandbox/portfolio.js';

/** Answers of a running gateway that are compared with those of graphql-js. */

const query = `{
  sources { id }
  buildings(first: 3) {
    nodes { name sameAs { rule node { id ... on Building { name } } } units(first: 2) { nodes { name kind building { name } } } }
    totalCount
    sources { status fetchedAt }
  }
}`;

describe('a gateway that compares all of its answers', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({
      sandbox: {
        portfolio: partOf(createPortfolio(), { buildings: [0, 2], unitsEach: 2, issues: 2, others: 2 }),
      },
      environment: { GATEHOUSE_VERIFY: '1' },
      metrics: 'BESIDE',
    });
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => gateway.close());

  const counted = async (result: string): Promise<number> => {
    const { body } = await request(gateway.gateway.metricsUrl ?? '');
    const series = new RegExp(`^gatehouse_verified_operations_total\\{result="${result}"\\} (\\d+)$`, 'm');
    return Number(series.exec(await body.text())?.[1] ?? 0);
  };

  it('counts those that are the same, and asks no source for it', async () => {
    const { errors } = await gateway.query(query);
    expect(errors).toEqual([]);
    const requests = (): number =>
      [gateway.sandbox.pigello, gateway.sandbox.facilitee, gateway.sandbox.homeq, gateway.sandbox.casavi]
        .map((each) => each.requests.length)
        .reduce((sum, each) => sum + each, 0);
    const before = requests();
    await expect.poll(() => counted('same')).toBe(1);
    expect(requests()).toBe(before);
    expect(gateway.logged).toEqual([]);
  });

  it('counts and logs one that differs: where, and never what', async () => {
    const { leaf } = Query.sources;
    vi.spyOn(Query.sources, 'leaf').mockImplementationOnce((context) => leaf(context).slice(1));
    await gateway.query('{ mine: sources { id } buildings(first: 1) { nodes { id } } }');
    await expect.poll(() => counted('different')).toBe(1);
    expect(gateway.logged).toHaveLength(1);
    expect(gateway.logged[0]).toMatch(/"operation":"[0-9a-f]{16}","places":\["mine: length","mine\.0\.id"/);
    expect(gateway.logged[0]).not.toMatch(/pigello|facilitee/);
  });
});

describe('a gateway that is not told to compare', () => {
  it('compares nothing', async () => {
    const gateway = await startTestGateway({ only: ['casavi'], metrics: 'BESIDE' });
    const leaf = vi.spyOn(Query.sources, 'leaf');
    await gateway.query('{ sources { id } }');
    await gateway.close();
    expect(leaf).toHaveBeenCalledTimes(1);
    leaf.mockRestore();
  });
});
