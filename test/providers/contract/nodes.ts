import { describe, expect, it } from 'vitest';
import { parseGlobalId, toGlobalId } from '../../../src/domain/global-id.js';
import type { Truth } from '../../../src/sandbox/truth.js';
import { ownFields } from './selection.js';
import { LIST_NAMES, LISTS, MET, MET_NODE, spread, type Met, type Suite } from './suite.js';

/** One record has one id, and says the same however it was reached. */
export function testNodes<T extends Truth>(suite: () => Suite<T>): void {
  it('gives back by id what its lists hold: in any order, twice if asked twice, null in a gap', async () => {
    const { gateway, lists, records } = suite();
    const met = (await Promise.all(lists.map(async (list) => spread(await records(list), 10)))).flat();
    // Every third from the front, every third from the second: far from the order of the lists.
    const shuffled = [0, 1, 2].flatMap((start) => met.filter((_, index) => index % 3 === start).reverse());
    const twice = shuffled.slice(0, 5);
    const asked = [...shuffled, ...twice];
    const ids = asked.map(({ id }) => id);
    const strangers = [...new Set(met.map(({ __typename }) => __typename))].map((type) => {
      const known = met.find(({ __typename }) => __typename === type);
      return strangerTo(known?.id ?? '');
    });
    const { data, errors } = await gateway.query<{ nodes: readonly (Met | null)[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ${MET_NODE} } }`,
      { ids: [...strangers, ...ids, 'no-id', inAnotherSource(ids[0] ?? '')] },
    );
    expect(errors).toEqual([]);
    expect(data.nodes).toEqual([...strangers.map(() => null), ...asked, null, null]);
  });

  describe.each(LIST_NAMES)('a record of %s', (list) => {
    it('says the same in its list, among nodes, as a node and in its own field', async () => {
      const { gateway, lists, provider, truth } = suite();
      if (!lists.includes(list)) return expect(truth[list]).toEqual([]);
      const type = LISTS[list];
      const fields = ownFields(type);
      type Record = Readonly<{ id: string } & { [field: string]: unknown }>;
      const rows = await gateway.query<{ page: { nodes: readonly Record[] } }>(
        `{ page: ${list}(first: 60) { nodes { ${fields} } } }`,
      );
      expect(rows.errors).toEqual([]);
      const sample = spread(rows.data.page.nodes, 5);
      expect(sample.length).toBeGreaterThan(0);

      const ids = sample.map(({ id }) => id);
      const many = await gateway.query<{ nodes: readonly Record[] }>(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${fields} } } }`,
        { ids },
      );
      expect(many.errors).toEqual([]);
      const own = type.toLowerCase();
      const one = await gateway.query<{ node: Record; own: Record }>(
        `query ($id: ID!) { node(id: $id) { ... on ${type} { ${fields} } } own: ${own}(id: $id) { ${fields} } }`,
        { id: ids[0] },
      );
      expect(one.errors).toEqual([]);

      const listOnly = (provider.listOnly ?? [])
        .filter((name) => name.startsWith(`${type}.`))
        .map((name) => name.slice(type.length + 1));
      // A link to a file says when it ends, and is another one a second later.
      const timeless = (field: string, value: unknown): unknown =>
        type === 'Document' && field === 'url' && value !== null ? 'a link' : value;
      const whole = (record: Record | undefined): object | undefined =>
        record &&
        Object.fromEntries(Object.entries(record).map(([field, value]) => [field, timeless(field, value)]));
      const shared = (record: Record | undefined): unknown =>
        record &&
        Object.fromEntries(
          Object.entries(whole(record) ?? {}).filter(([field]) => !listOnly.includes(field)),
        );
      expect(many.data.nodes.map(shared)).toEqual(sample.map(shared));
      expect(shared(one.data.node)).toEqual(shared(sample[0]));
      expect(whole(one.data.own)).toEqual(whole(one.data.node));
    });
  });

  it('knows records by the ids that edges gave them', async () => {
    const { gateway, lists } = suite();
    const edges: readonly (readonly [string, string])[] = [
      ['leases', `leases(first: 15) { nodes { met: tenants { ${MET} } } }`],
      ['issues', `issues(first: 40) { nodes { met: comments(first: 2) { nodes { ${MET} } } } }`],
      ['issues', `tasks: issues(first: 40) { nodes { met: tasks(first: 2) { nodes { ${MET} } } } }`],
    ];
    const asked = edges.filter(([list]) => lists.some((each) => each === list)).map(([, edge]) => edge);
    const { data, errors } = await gateway.query<Readonly<Record<string, unknown>>>(`{ ${asked.join(' ')} }`);
    expect(errors).toEqual([]);
    const met = spread([...new Map(metAnywhere(data).map((each) => [each.id, each])).values()], 40);
    const again = await gateway.query<{ nodes: readonly (Met | null)[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ${MET_NODE} } }`,
      { ids: met.map(({ id }) => id) },
    );
    expect(again.errors).toEqual([]);
    expect(again.data.nodes).toEqual(met);
  });

  it('answers null for an unknown record and refuses what is no id', async () => {
    const { gateway, records } = suite();
    const [building] = await records('buildings');
    const known = building?.id ?? '';
    const document = 'query ($id: ID!) { node(id: $id) { id } building(id: $id) { id } }';
    const unknown = await gateway.query(document, { id: strangerTo(known) });
    expect(unknown).toMatchObject({ data: { node: null, building: null }, errors: [] });
    const elsewhere = await gateway.query(document, { id: inAnotherSource(known) });
    expect(elsewhere).toMatchObject({ data: { node: null, building: null }, errors: [] });
    gateway.sandbox.reset();
    // A path of another meaning, and more parts than a key has: neither leaves the gateway.
    for (const key of [['..'], ['a/b?c=d&e'], ['1', '2', '3', '4', '5']]) {
      const forged = toGlobalId({ type: 'Building', source: suite().provider.name, key });
      const { errors, data } = await gateway.query<{ node: null; building: null }>(document, { id: forged });
      expect(data).toEqual({ node: null, building: null });
      for (const error of errors) expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const sent = gateway.sandbox[suite().provider.name].requests;
    for (const { path, query } of sent) expect(`${path}?${query.toString()}`).not.toMatch(/\.\.|e=|a\/b/);
    const malformed = await gateway.query(document, { id: 'no-id' });
    expect(malformed.errors.map(({ extensions }) => extensions['code'])).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ]);
  });
}

/** An id of the same form that no record has. */
export function strangerTo(id: string): string {
  const ref = parseGlobalId(id);
  if (ref === null) throw new Error('not an id');
  const key = [...ref.key];
  const named = key.findIndex((part) => /^\d+$/.test(part) || /^[0-9a-f]{8}-/.test(part));
  const at = named < 0 ? key.length - 1 : named;
  const part = key[at] ?? '';
  key[at] = /^\d+$/.test(part)
    ? String(Number(part) + 900_000_000)
    : /^[0-9a-f]{8}-/.test(part)
      ? `00000000-${part.slice(9)}`
      : `${part}X`;
  return toGlobalId({ ...ref, key });
}

function inAnotherSource(id: string): string {
  const ref = parseGlobalId(id);
  if (ref === null) throw new Error('not an id');
  return toGlobalId({ ...ref, source: 'nowhere' });
}

/** Every record in an answer, however deep. */
function metAnywhere(value: unknown): Met[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(metAnywhere);
  return '__typename' in value ? [value as Met, ...below] : below;
}
