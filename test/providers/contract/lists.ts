import { describe, expect, it } from 'vitest';
import type { Truth } from '../../../src/sandbox/truth.js';
import { LIST_NAMES, LISTS, MET, PAGE_INFO, readList, SOURCES, type PageOf, type Suite } from './suite.js';

/** Root lists hold what they must hold, whatever the page size. */
export function testLists<T extends Truth>(suite: () => Suite<T>): void {
  describe.each(LIST_NAMES)('the list of %s', (list) => {
    it.each([7, 100])('read %i at a time is the truth, none twice', async (first) => {
      const { gateway, lists, truth, truthId } = suite();
      if (!lists.includes(list)) {
        const { data, errors } = await gateway.query<{ page: PageOf<unknown> & { totalCount: null } }>(
          `query ($first: Int!) { page: ${list}(first: $first) { nodes { id } totalCount ${PAGE_INFO} ${SOURCES} } }`,
          { first },
        );
        expect(errors).toEqual([]);
        expect(data.page).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
        expect(data.page.sources).toMatchObject([{ status: 'SKIPPED', error: null }]);
        expect(truth[list]).toEqual([]);
        return;
      }
      const records = await readList(gateway, list, first, MET);
      expect(records.map(truthId).sort()).toEqual(truth[list].map(({ id }) => id).sort());
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      expect(new Set(records.map(({ __typename }) => __typename))).toEqual(new Set([LISTS[list]]));
    });

    it('counts what it holds, or nothing', async () => {
      const { gateway, lists, truth } = suite();
      if (!lists.includes(list)) return expect(truth[list]).toEqual([]);
      const { data } = await gateway.query<{ page: { totalCount: number | null } }>(
        `{ page: ${list}(first: 1) { totalCount } }`,
      );
      expect([null, truth[list].length]).toContain(data.page.totalCount);
    });
  });

  it('goes on from the cursor of a page that failed, and loses nothing', async () => {
    const { gateway, provider, truth, truthId } = suite();
    const document = `query ($after: String) {
      page: buildings(first: 7, after: $after) { nodes { ${MET} } ${PAGE_INFO} ${SOURCES} }
    }`;
    type Data = { page: PageOf<Parameters<typeof truthId>[0]> };
    const one = await gateway.query<Data>(document);
    const mend = gateway.sandbox[provider.name].fail('*', { status: 500 });
    const two = await gateway.query<Data>(document, { after: one.data.page.pageInfo.endCursor });
    mend();
    expect(two.data.page).toMatchObject({ nodes: [], sources: [{ status: 'FAILED' }] });
    const rows = [...one.data.page.nodes];
    let after: string | null = two.data.page.pageInfo.endCursor;
    while (after !== null) {
      const { data }: { data: Data } = await gateway.query<Data>(document, { after });
      rows.push(...data.page.nodes);
      after = data.page.pageInfo.hasNextPage ? data.page.pageInfo.endCursor : null;
    }
    expect(rows.map(truthId).sort()).toEqual(truth.buildings.map(({ id }) => id).sort());
  });
}
