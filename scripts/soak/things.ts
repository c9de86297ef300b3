import {
  checkEntries,
  compare,
  hasErrorBelow,
  isLacking,
  type Comparison,
  type SourceEntry,
} from './compare.js';
import type { Thing } from './expected.js';
import { sourceOf, type Page, type Row } from './lists.js';

/** Lists that all sources make together: what is the same everywhere, and what is in one order over all. */

interface ThingPage {
  readonly nodes: readonly Thing[];
  readonly sources: readonly SourceEntry[];
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly totalCount: number | null;
}

/** All real buildings on one page: a source that fails takes its records with it, and nothing else. */
export function checkThings(page: ThingPage, expected: readonly Thing[], comparison: Comparison): void {
  const { wrong } = comparison;
  checkEntries(page.sources, ['page'], comparison);
  const lacking = new Set(page.sources.filter(isLacking).map(({ sourceId }) => sourceId));
  const seen = new Set<Thing>();
  page.nodes.forEach((thing, index) => {
    const path = ['page', 'nodes', index];
    const ids = new Set(thing.members.map(({ id }) => id));
    const [right, ...others] = expected.filter(({ members }) => members.some(({ id }) => ids.has(id)));
    if (right === undefined || others.length > 0)
      return wrong(path, `records of ${others.length + (right === undefined ? 0 : 1)} buildings in one`);
    if (seen.has(right)) wrong(path, 'a building twice');
    seen.add(right);
    const missing = right.members.filter(({ id }) => !ids.has(id));
    if (missing.some(({ id }) => !lacking.has(sourceOf(id))))
      wrong(path, 'a record is missing, and its source is OK');
    for (const member of thing.members) {
      const same = right.members.find(({ id }) => id === member.id);
      if (same === undefined) wrong(path, 'a record of no building');
      else compare(member, same, [...path, 'members'], comparison);
    }
    if (missing.length === 0) compare(thing.name, right.name, [...path, 'name'], comparison);
  });
  const lost = expected.filter(
    (thing) => !seen.has(thing) && thing.members.some(({ id }) => !lacking.has(sourceOf(id))),
  );
  if (lost.length > 0) wrong(['page'], `${lost.length} buildings are missing that sources have which are OK`);
  if (page.pageInfo.hasNextPage) wrong(['page'], 'another page, although all fit on one');
  if (lacking.size === 0 && page.totalCount !== expected.length)
    wrong(['page', 'totalCount'], `${String(page.totalCount)}, ${expected.length} expected`);
}

/** Buildings of all sources in one order: those of a source that fails are missing, and the others keep their order. */
export function checkOrdered(page: Page, expected: readonly Row[], comparison: Comparison): void {
  const { wrong } = comparison;
  checkEntries(page.sources, ['page'], comparison);
  const lacking = new Set(page.sources.filter(isLacking).map(({ sourceId }) => sourceId));
  let from = 0;
  page.nodes.forEach((row, index) => {
    const path = ['page', 'nodes', index];
    const found = expected.findIndex(({ id }, nth) => nth >= from && id === row.id);
    if (found < 0) return wrong(path, 'a building twice, out of order or of nowhere');
    from = found + 1;
    compare(row, expected[found], path, comparison);
  });
  const ids = new Set(page.nodes.map(({ id }) => id));
  const lost = expected.filter(({ id }) => !ids.has(id) && !lacking.has(sourceOf(id)));
  if (lost.length > 0) wrong(['page'], `${lost.length} buildings are missing, and their sources are OK`);
}

/** Records by their ids, each in its place: null only where something failed. */
export function checkRecords(
  found: readonly (Row | null)[],
  wanted: readonly Row[],
  place: (index: number) => readonly (string | number)[],
  comparison: Comparison,
): void {
  if (found.length !== wanted.length)
    comparison.wrong(place(0), `${found.length} records, ${wanted.length} were asked for`);
  wanted.forEach((row, index) => {
    const got = found[index] ?? null;
    if (got === null && hasErrorBelow(comparison.errors, place(index))) return;
    compare(got, row, place(index), comparison);
  });
}
