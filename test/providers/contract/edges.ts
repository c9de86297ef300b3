import { describe, expect, it } from 'vitest';
import type { Truth } from '../../../src/sandbox/truth.js';
import {
  edgeOf,
  LIST_NAMES,
  LISTS,
  MET,
  MET_NODE,
  PAGE_INFO,
  readPages,
  SOURCES,
  spread,
  type EdgeName,
  type ExpectedEdges,
  type ListName,
  type Met,
  type PageOf,
  type Suite,
} from './suite.js';

const listed = (id: string | null): readonly string[] => (id === null ? [] : [id]);

const EDGES: ExpectedEdges<Truth> = {
  'Building.units': (building) => building.unitIds,
  'Building.leases': (building) => building.leaseIds,
  'Building.issues': (building) => building.issueIds,
  'Unit.building': (unit) => listed(unit.buildingId),
  'Unit.leases': (unit) => unit.leaseIds,
  'Unit.persons': (unit) => unit.personIds,
  'Unit.issues': (unit) => unit.issueIds,
  'Person.units': (person) => person.unitIds,
  'Person.leases': (person) => person.leaseIds,
  'Person.issues': (person) => person.issueIds,
  'Lease.unit': (lease) => listed(lease.unitId),
  'Lease.building': (lease) => listed(lease.buildingId),
  'Lease.tenants': (lease) => lease.tenantIds,
  'Lease.documents': (lease) => lease.documentIds,
  'Issue.building': (issue) => listed(issue.buildingId),
  'Issue.unit': (issue) => listed(issue.unitId),
  'Issue.reporter': (issue) => listed(issue.reporterId),
  'Issue.comments': (issue) => issue.commentIds,
  'Issue.tasks': (issue) => issue.taskIds,
  'Issue.documents': (issue) => issue.documentIds,
  'Document.subject': (document) => listed(document.subjectId),
};

/** Edges lead where the truth says: from rows of a list, from many records at once, and from one read page by page. */
export function testEdges<T extends Truth>(suite: () => Suite<T>): void {
  describe.each(Object.keys(EDGES) as EdgeName[])('%s', (name) => {
    const [type = '', field = ''] = name.split('.');
    const list = LIST_NAMES.find((each) => LISTS[each] === type) ?? 'buildings';

    it('is the truth', async () => {
      const { gateway, supports, records, truthId, truth } = suite();
      const expected = expectedIds(suite(), name, list);
      if (!supports(type, null) || !supports(type, field)) {
        // What a provider cannot serve must not exist there either.
        return expect([...expected.values()].flat()).toEqual([]);
      }
      const idsOf = (value: Value): readonly string[] => metIn(value).map(truthId).sort();
      const check = (record: Met & { edge: Value }, whole: boolean): void => {
        const ids = expected.get(truthId(record));
        if (ids === undefined) return;
        const met = idsOf(record.edge);
        if (whole || ids.length <= 100) expect([truthId(record), met]).toEqual([truthId(record), ids]);
        else expect(met.filter((id) => ids.includes(id))).toHaveLength(100);
      };
      const edge = `edge: ${field}${selectionOf(type, field)}`;

      const rows = await gateway.query<{ page: PageOf<Met & { edge: Value }> }>(
        `{ page: ${list}(first: 25) { nodes { ${MET} ${edge} } } }`,
      );
      expect(rows.errors).toEqual([]);
      expect(rows.data.page.nodes).toHaveLength(Math.min(25, truth[list].length));
      for (const record of rows.data.page.nodes) check(record, false);

      const sample = pick(await records(list), truthId, expected);
      expect(sample.length).toBeGreaterThan(0);
      const many = await gateway.query<{ nodes: readonly (Met & { edge: Value })[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ${MET_NODE} ... on ${type} { ${edge} } } }`,
        { ids: sample.map(({ id }) => id) },
      );
      expect(many.errors).toEqual([]);
      expect(many.data.nodes).toHaveLength(sample.length);
      for (const record of many.data.nodes) check(record, false);

      const [richest] = sample;
      const one = richest === undefined ? [] : await readAlone(suite(), richest.id, type, field);
      if (richest !== undefined) check({ ...richest, edge: one }, true);
    });
  });
}

/** What an edge holds: a page, a plain list, one record, or nothing. */
type Value = PageOf<Met> | readonly Met[] | Met | null;

function metIn(value: Value): readonly Met[] {
  if (value === null) return [];
  if ('nodes' in value) return value.nodes;
  return 'id' in value ? [value] : value;
}

/** What the edge must hold, by the truth's id of the record; records whose id another one has, too, are left out. */
function expectedIds<T extends Truth>(
  { truth, provider }: Suite<T>,
  name: EdgeName,
  list: ListName,
): ReadonlyMap<string, readonly string[]> {
  const own = provider.edges?.[name] as ((record: unknown, truth: T) => readonly string[]) | undefined;
  const expect = own ?? (EDGES[name] as (record: unknown, truth: T) => readonly string[]);
  const records: readonly { readonly id: string }[] = truth[list];
  const alone = records.filter(({ id }) => records.filter((each) => each.id === id).length === 1);
  return new Map(alone.map((record) => [record.id, [...expect(record, truth)].sort()]));
}

/** Records of all sorts: first the one with the most, then some of those with several, with one and with none. */
function pick(
  records: readonly Met[],
  truthId: (record: Met) => string,
  expected: ReadonlyMap<string, readonly string[]>,
): readonly Met[] {
  const count = (record: Met): number => expected.get(truthId(record))?.length ?? 0;
  const sorted = records
    .filter((record) => expected.has(truthId(record)))
    .sort((one, other) => count(other) - count(one));
  const by = (fits: (count: number) => boolean): readonly Met[] =>
    spread(
      sorted.filter((record) => fits(count(record))),
      4,
    );
  return [...new Set([...by((n) => n > 1), ...by((n) => n === 1), ...by((n) => n === 0)])];
}

function selectionOf(type: string, field: string): string {
  const page = 'page' in edgeOf(type, field);
  return page ? `(first: 100) { nodes { ${MET} } ${PAGE_INFO} }` : ` { ${MET} }`;
}

/** The edge of one record on its own, a small page at a time: the access path of a single parent. */
async function readAlone<T extends Truth>(
  { gateway }: Suite<T>,
  id: string,
  type: string,
  field: string,
): Promise<Value> {
  if (!('page' in edgeOf(type, field))) {
    const { data, errors } = await gateway.query<{ node: { edge: Value } }>(
      `query ($id: ID!) { node(id: $id) { ... on ${type} { edge: ${field} { ${MET} } } } }`,
      { id },
    );
    expect(errors).toEqual([]);
    return data.node.edge;
  }
  return readPages<Met>(3, async (after) => {
    const { data, errors } = await gateway.query<{ node: { edge: PageOf<Met> } }>(
      `query ($id: ID!, $after: String) { node(id: $id) { ... on ${type} {
        edge: ${field}(first: 3, after: $after) { nodes { ${MET} } ${PAGE_INFO} ${SOURCES} } } } }`,
      { id, after },
    );
    expect(errors).toEqual([]);
    return data.node.edge;
  });
}
