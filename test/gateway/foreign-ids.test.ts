import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** An id in a filter belongs to one source. The others are not asked about it, and answer with nothing. */

let gateway: TestGateway;
beforeAll(async () => {
  // With a limit, what a query may cost is reckoned before it is run: for the sources that have nothing, too.
  gateway = await startTestGateway({ maxCalls: 20_000 });
});
afterAll(() => gateway.close());

interface Page {
  readonly nodes: readonly { readonly id: string; readonly source: { readonly sourceId: string } }[];
  readonly sources: readonly { readonly sourceId: string; readonly status: string }[];
}

it.each([
  ['units', 'building', 'buildings'],
  ['leases', 'unit', 'units'],
  ['leases', 'person', 'persons'],
  ['issues', 'building', 'buildings'],
  ['issues', 'unit', 'units'],
  ['documents', 'building', 'buildings'],
  ['documents', 'unit', 'units'],
  ['documents', 'lease', 'leases'],
  ['documents', 'issue', 'issues'],
] as const)('%s by %s of casavi ask casavi alone', async (list, member, parents) => {
  const { data: found } = await gateway.query<{ parents: Page }>(
    `{ parents: ${parents}(first: 1, filter: { providers: [CASAVI] }) { nodes { id source { sourceId } } } }`,
  );
  const { data, calls, errors } = await gateway.query<{ page: Page }>(
    `query ($ids: [ID!]) {
      page: ${list}(first: 100, filter: { ${member}: $ids }) { nodes { id source { sourceId } } sources { sourceId status } }
    }`,
    { ids: found.parents.nodes.map(({ id }) => id) },
  );
  expect(errors).toEqual([]);
  expect([...new Set(calls.map(({ source }) => source))].filter((source) => source !== 'casavi')).toEqual([]);
  expect(data.page.nodes.every(({ source }) => source.sourceId === 'casavi')).toBe(true);
  expect(data.page.sources.filter(({ status }) => status !== 'OK' && status !== 'SKIPPED')).toEqual([]);
});
