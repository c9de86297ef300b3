import { checkEntries, compare, isLacking, type Comparison, type SourceEntry } from './compare.js';
import { sourceNames } from './providers.js';

/** A record of a list, whatever was asked of it. */
export interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A page of a list as the gateway answers it. */
export interface Page {
  readonly nodes: readonly Row[];
  readonly sources: readonly SourceEntry[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly totalCount?: number | null;
}

/** What a list holds: the records of each source, in the order of sources and in theirs. */
export interface ExpectedList {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly totalCount: number | null | undefined;
}

/** Where a reader stands: how many records of each source were passed. A failed source keeps its place. */
export type Reader = Map<string, number>;

export function checkPage(
  page: Page,
  {
    first,
    expected,
    reader,
  }: { readonly first: number; readonly expected: ExpectedList; readonly reader: Reader },
  comparison: Comparison,
): void {
  const { wrong } = comparison;
  const path = ['page'] as const;
  const { nodes, sources, pageInfo } = page;
  checkEntries(sources, path, comparison);
  const lacking = new Set(sources.filter(isLacking).map(({ sourceId }) => sourceId));
  const partial = sources.some(({ status }) => status === 'PARTIAL');
  const leftOf = (source: string): number =>
    (expected.rows.get(source)?.length ?? 0) - (reader.get(source) ?? 0);

  let reached = 0;
  nodes.forEach((row, index) => {
    const place = [...path, 'nodes', index];
    const source = sourceOf(row.id);
    const all = expected.rows.get(source) ?? [];
    const from = reader.get(source) ?? 0;
    const found = all.findIndex(({ id }) => id === row.id);
    const turn = sourceNames.findIndex((name) => name === source);
    if (found < 0) return wrong(place, 'a record that is not in the list');
    if (found < from) return wrong(place, 'a record twice, or out of order');
    if (found > from && !isPartial(sources, source))
      wrong(place, `${found - from} records of ${source} passed over`);
    if (turn < reached) wrong(place, `${source} after ${sourceNames[reached] ?? ''}`);
    if (!sources.some(({ sourceId }) => sourceId === source))
      wrong(place, `${source} is not among the sources`);
    reached = Math.max(reached, turn);
    reader.set(source, found + 1);
    compare(row, all[found], place, comparison);
  });

  if (nodes.length > first) wrong(path, `${nodes.length} records, ${first} were asked for`);
  const owing = sourceNames.filter((source, turn) => {
    const isTurn = nodes.length < first || turn < reached;
    return isTurn && !lacking.has(source) && leftOf(source) > 0;
  });
  if (owing.length > 0) wrong(path, `records of ${owing.join(', ')} are left out, and nothing failed there`);

  const follows = sourceNames.some((source) => !lacking.has(source) && leftOf(source) > 0);
  if (pageInfo.hasNextPage !== follows && !(partial && pageInfo.hasNextPage))
    wrong([...path, 'pageInfo'], `hasNextPage is ${pageInfo.hasNextPage}`);
  checkTotal(page, expected, lacking.size > 0, comparison);
}

function checkTotal(
  { totalCount }: Page,
  expected: ExpectedList,
  isLackingSome: boolean,
  { wrong }: Comparison,
): void {
  if (totalCount === expected.totalCount || (totalCount === null && isLackingSome)) return;
  wrong(['page', 'totalCount'], `${String(totalCount)}, ${String(expected.totalCount)} expected`);
}

function isPartial(sources: readonly SourceEntry[], source: string): boolean {
  return sources.some(({ sourceId, status }) => sourceId === source && status === 'PARTIAL');
}

/** The source that a global id names. */
export function sourceOf(id: string): string {
  return Buffer.from(id, 'base64url').toString('utf8').split(':')[1] ?? '';
}
