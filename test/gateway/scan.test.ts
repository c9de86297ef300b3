import { afterAll, beforeAll, expect, it } from 'vitest';
import { casaviTruth } from '../../resolvers/casavi/sandbox.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** A filter that a provider does not have is compared here, within the calls that the source's settings allow a read. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ only: ['casavi'], settings: { casavi: { limits: { scanCalls: 2 } } } });
});
afterAll(() => gateway.close());

interface Page {
  readonly issues: {
    readonly nodes: readonly { readonly title: string; readonly source: { readonly remoteId: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly sources: readonly { readonly status: string; readonly truncated: boolean }[];
  };
}

it('ends early, says so, and goes on where it stopped', async () => {
  const tickets = casaviTruth(gateway.sandbox.portfolio).issues;
  const last = tickets.at(-1);
  const expected = tickets
    .filter(({ title }) => title?.includes(last?.title ?? '') === true)
    .map(({ id }) => id);
  const found: string[] = [];
  const statuses: string[] = [];
  let after: string | null = null;
  do {
    const { data, calls }: { data: Page; calls: readonly unknown[] } = await gateway.query<Page>(
      `query ($search: String, $after: String) {
        issues(first: 50, after: $after, filter: { search: $search }) {
          nodes { title source { remoteId } } pageInfo { hasNextPage endCursor } sources { status truncated }
        }
      }`,
      { search: last?.title, after },
    );
    expect(calls.length).toBeLessThanOrEqual(3);
    found.push(...data.issues.nodes.map(({ source }) => source.remoteId));
    statuses.push(...data.issues.sources.map(({ status, truncated }) => `${status} ${String(truncated)}`));
    after = data.issues.pageInfo.hasNextPage ? data.issues.pageInfo.endCursor : null;
  } while (after !== null);
  expect(found).toEqual(expected);
  expect(statuses[0]).toBe('PARTIAL true');
  expect(statuses.at(-1)).toBe('OK false');
});
