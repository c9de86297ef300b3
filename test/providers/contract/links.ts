import { describe, expect, it } from 'vitest';
import { declarations } from '../../../resolvers/declarations.js';
import type { Truth } from '../../../src/sandbox/truth.js';
import {
  LIST_NAMES,
  LISTS,
  readList,
  type ListName,
  type PageOf,
  type SourceResult,
  type Suite,
} from './suite.js';

/** Where the records of each type are met. */
const MEETING_PLACES: readonly {
  readonly type: string;
  readonly list: ListName;
  readonly path: readonly string[];
}[] = [
  ...LIST_NAMES.map((list) => ({ type: LISTS[list], list, path: [] })),
  { type: 'Comment', list: 'issues', path: ['comments(first: 100)', 'nodes'] },
  { type: 'Task', list: 'issues', path: ['tasks(first: 100)', 'nodes'] },
  { type: 'Responsibility', list: 'buildings', path: ['responsibilities'] },
];

/** Fields that lead to one record or to a plain list of them, by type. Addresses are values. */
const LINKS = declarations
  // What is joined over sources is the gateway's own.
  .filter(({ type, joins }) => joins === undefined && type !== 'EntityLink')
  .map(({ type, edges }) => {
    const links = Object.entries(edges).filter(([, edge]) =>
      'one' in edge ? edge.one !== 'Address' : 'each' in edge || 'node' in edge,
    );
    return [type, links.map(([field]) => field)] as const;
  });

/** The table of capabilities tells the truth: what it names can be had, and what it does not name cannot. */
export function testCapabilities<T extends Truth>(suite: () => Suite<T>): void {
  it.each(LINKS)('the links of %s lead somewhere if and only if they are named', async (type, links) => {
    const { gateway, supports, lists, links: all } = suite();
    const named = (all as Readonly<Record<string, readonly string[]>>)[type] ?? [];
    expect(links).toEqual(expect.arrayContaining([...named]));
    if (links.length === 0) return;
    expect(MEETING_PLACES.map((place) => place.type)).toContain(type);
    const selection = links.map((field) => `${field} { __typename }`).join(' ');
    const met: unknown[] = [];
    for (const place of MEETING_PLACES) {
      if (place.type !== type || !lists.includes(place.list)) continue;
      const nested = place.path.reduceRight<string>((inner, part) => `${part} { ${inner} }`, selection);
      const rows = await readList<unknown>(gateway, place.list, 100, nested);
      met.push(...rows.flatMap((row) => recordsAt(row, place.path)));
    }
    for (const field of links) {
      const values = met.map((record) => (record as Readonly<Record<string, unknown>>)[field]);
      const leads = values.some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
      // `[]` says "known to be nobody", which a field that nobody fills must not say.
      const silent = values.every((value) => value === null);
      const isNamed = named.includes(field);
      expect({ field, leads, silent }).toEqual({ field, leads: isNamed, silent: !isNamed });
      expect([field, supports(type, field)]).toEqual([field, isNamed]);
    }
  });

  describe.each(LIST_NAMES)('the pages of a record of %s', (list) => {
    it('are skipped if and only if the table says unsupported', async () => {
      const { gateway, supports, lists } = suite();
      const type = LISTS[list];
      const pages = Object.entries(declarations.find((each) => each.type === type)?.edges ?? {})
        .filter(([, edge]) => 'page' in edge)
        .map(([field]) => field);
      if (!lists.includes(list)) {
        for (const field of pages) expect([field, supports(type, field)]).toEqual([field, false]);
        return;
      }
      if (pages.length === 0) return expect(type).toBe('Document');
      const selection = pages
        .map((field) => `${field}(first: 1) { nodes { id } sources { status } }`)
        .join(' ');
      const { data, errors } = await gateway.query<{
        page: PageOf<
          Readonly<Record<string, { nodes: readonly object[]; sources: readonly SourceResult[] }>>
        >;
      }>(`{ page: ${list}(first: 3) { nodes { ${selection} } } }`);
      expect(errors).toEqual([]);
      expect(data.page.nodes.length).toBeGreaterThan(0);
      for (const record of data.page.nodes) {
        for (const field of pages) {
          const statuses = record[field]?.sources.map(({ status }) => status === 'SKIPPED');
          expect([field, statuses]).toEqual([field, [!supports(type, field)]]);
          if (!supports(type, field)) expect(record[field]?.nodes).toEqual([]);
        }
      }
    });
  });
}

/** The records at the end of a path of fields, through lists and pages. */
function recordsAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each) => recordsAt(each, path));
  const [part, ...rest] = path;
  if (part === undefined) return [value];
  return recordsAt((value as Readonly<Record<string, unknown>>)[part.replace(/\(.*/, '')], rest);
}
