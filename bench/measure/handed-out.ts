import type { Running } from '../candidates/candidate.js';
import type { HandedOut } from '../queries/query.js';

/** Walks Gatehouse's lists of Pigello and keeps the cursors. They hold for all processes of a run, which share a key. */
export async function walk(gatehouse: Running, key: string): Promise<HandedOut> {
  const ask = async <T>(query: string, variables: object): Promise<T> => {
    const response = await fetch(gatehouse.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    return ((await response.json()) as { readonly data: T }).data;
  };

  const cursors = new Map<string, readonly string[]>();
  for (const list of ['buildings', 'units', 'leases', 'all'] as const) {
    // A cursor holds for the filter that it was handed out with.
    const [field, filter] = list === 'all' ? ['buildings', ''] : [list, ', filter: { providers: [PIGELLO] }'];
    const query = `query ($after: String) {
      list: ${field}(first: 100, after: $after${filter}) { edges { cursor } pageInfo { hasNextPage endCursor } }
    }`;
    const found: string[] = [];
    for (let after: string | null = null, isMore = true; isMore;) {
      const { list: page }: { readonly list: Page } = await ask(query, { after });
      found.push(...page.edges.map(({ cursor }) => cursor));
      ({ hasNextPage: isMore, endCursor: after } = page.pageInfo);
    }
    cursors.set(list, found);
  }
  const { documents } = await ask<{
    readonly documents: { readonly nodes: readonly { readonly id: string }[] };
  }>('{ documents(first: 100, filter: { providers: [PIGELLO] }) { nodes { id } } }', {});
  return {
    cursor(list, rows) {
      const cursor = cursors.get(list)?.[rows - 1];
      if (cursor === undefined) throw new Error(`Gatehouse lists fewer than ${rows} ${list}`);
      return cursor;
    },
    documents: documents.nodes
      .map(({ id }) => id)
      .filter((id) => Buffer.from(id, 'base64url').toString().includes(':signedcontractdocument:')),
  };
}

interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
