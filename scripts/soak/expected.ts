import type { Random } from '../../src/sandbox/random.js';
import type { Ask, Query } from './ask.js';
import type { ExpectedList, Page, Row } from './lists.js';
import { sourceOf } from './lists.js';
import {
  linkedBuildings,
  nodes,
  orderedBuildings,
  otherLists,
  plainLists,
  type ListQuery,
  type PlainList,
} from './queries.js';

/** What right answers are, as the gateway gave them while nothing was amiss. The plain lists are held against the portfolio. */
export interface Expected {
  readonly lists: ReadonlyMap<ListQuery, ExpectedList>;
  /** The same for those that hold all records of a type. */
  readonly plain: Readonly<Record<PlainList, readonly Row[]>>;
  readonly linked: readonly Thing[];
  readonly ordered: readonly Row[];
  /** Records with what hangs on them, by id. */
  readonly records: ReadonlyMap<string, Row>;
}

/** A real building. */
export interface Thing {
  readonly id: string;
  readonly name: string | null;
  readonly members: readonly Row[];
}

/** Records of each type that clients ask for by id. */
const sampled = 40;

/** Asks for everything once, before anything fails. */
export async function readExpected(ask: Ask, random: Random): Promise<Expected> {
  const queries: readonly ListQuery[] = [...Object.values(plainLists), ...Object.values(otherLists)];
  const lists = new Map(
    await Promise.all(queries.map(async (query) => [query, await readList(ask, query)] as const)),
  );

  const plain = Object.fromEntries(
    Object.entries(plainLists).map(([name, query]) => [
      name,
      [...(lists.get(query)?.rows.values() ?? [])].flat(),
    ]),
  ) as unknown as Expected['plain'];
  const ids = Object.values(plain).flatMap((rows) => random.sample(rows, sampled).map(({ id }) => id));
  const records = new Map<string, Row>();
  for (let from = 0; from < ids.length; from += 20) {
    const found = await asked<{ readonly nodes: readonly (Row | null)[] }>(ask, nodes, {
      ids: ids.slice(from, from + 20),
    });
    for (const row of found.nodes) if (row !== null) records.set(row.id, row);
  }
  const linked = await asked<{ readonly page: { readonly nodes: readonly Thing[] } }>(
    ask,
    linkedBuildings,
    {},
  );
  const ordered = await asked<{ readonly page: Page }>(ask, orderedBuildings, {});
  return { lists, plain, linked: linked.page.nodes, ordered: ordered.page.nodes, records };
}

/** Asks for a page of each list once the faults have gone: circuits have closed by then, and tokens are good. */
export async function readAgain(ask: Ask): Promise<void> {
  for (const query of Object.values(plainLists)) await asked(ask, query, { first: 100, after: null });
}

async function readList(ask: Ask, query: ListQuery): Promise<ExpectedList> {
  const rows = new Map<string, Row[]>();
  let totalCount: number | null | undefined;
  let after: string | null = null;
  do {
    const { page }: { readonly page: Page } = await asked<{ readonly page: Page }>(ask, query, {
      first: Math.max(...query.firsts),
      after,
    });
    for (const row of page.nodes) {
      const source = sourceOf(row.id);
      rows.set(source, [...(rows.get(source) ?? []), row]);
    }
    totalCount = page.totalCount;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return { rows, totalCount };
}

/** How often something is asked for: on a busy machine a stand-in may take longer than a call may. */
const attempts = 5;

/** @throws Error where something fails again and again: without faults nothing does */
async function asked<D>(ask: Ask, query: Query, variables: Readonly<Record<string, unknown>>): Promise<D> {
  let why = 'no answer';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answer = await ask(query, variables);
    if (answer?.errors.length === 0) return answer.data as D;
    why = answer?.errors[0]?.message ?? why;
  }
  throw new Error(`Without any fault, "${query.name}" failed: ${why}`);
}
