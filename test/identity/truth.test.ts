import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casaviTruth } from '../../resolvers/casavi/sandbox/truth.js';
import { faciliteeTruth } from '../../resolvers/facilitee/sandbox/truth.js';
import { homeqTruth } from '../../resolvers/homeq/sandbox/truth.js';
import { pigelloTruth } from '../../resolvers/pigello/sandbox/truth.js';
import { parseGlobalId } from '../../src/domain/global-id.js';
import { realThings, type RealThing, type RealThings } from '../../src/sandbox/identity.js';
import { createPortfolio } from '../../src/sandbox/portfolio.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** The links that the default rules find, compared with what the sandbox's portfolio knows to be one thing. */

const portfolio = createPortfolio();
const truth: RealThings = realThings(portfolio, {
  pigello: pigelloTruth(portfolio),
  facilitee: faciliteeTruth(portfolio),
  homeq: homeqTruth(portfolio),
  casavi: casaviTruth(portfolio),
});

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

interface Link {
  readonly confidence: string;
  readonly node: { readonly id: string };
}
interface Row {
  readonly id: string;
  readonly sameAs: readonly Link[];
}

const lists = [
  { list: 'buildings', type: 'Building' },
  { list: 'units', type: 'Unit' },
  { list: 'persons', type: 'Person' },
] as const;

/** A record as the truth names it. HomeQ's and casavi's persons go by their list, Facilitee's by their role. */
function nameOf(id: string): string {
  const ref = parseGlobalId(id);
  if (ref === null) throw new Error('not an id');
  const key = ref.type === 'Person' ? ref.key.join(':') : (ref.key.at(-1) ?? '');
  return `${ref.source} ${key}`;
}

function pairsOf(things: readonly RealThing[]): Set<string> {
  const pairs = new Set<string>();
  for (const { records, unprovable } of things) {
    const without = new Set(unprovable.map(({ system, id }) => `${system} ${id}`));
    const names = records.map(({ system, id }) => `${system} ${id}`).filter((name) => !without.has(name));
    for (const one of names) for (const other of names) if (one !== other) pairs.add(`${one} = ${other}`);
  }
  return pairs;
}

interface Page<T> {
  readonly all: { readonly nodes: T[]; readonly pageInfo: { hasNextPage: boolean; endCursor: string } };
}

/** All rows of a list, page by page. */
async function rowsOf<T>(list: string, fields: string): Promise<T[]> {
  const rows: T[] = [];
  let after: string | null = null;
  do {
    const { data, errors }: Awaited<ReturnType<typeof gateway.query<Page<T>>>> = await gateway.query<Page<T>>(
      `query ($after: String) { all: ${list}(first: 100, after: $after) {
        nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    rows.push(...data.all.nodes);
    after = data.all.pageInfo.hasNextPage ? data.all.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

describe.each(lists)('the links of $list', ({ list, type }) => {
  let rows: Row[];
  let found: Set<string>;
  beforeAll(async () => {
    rows = await rowsOf<Row>(list, 'id sameAs { confidence node { id } }');
    found = new Set(
      rows.flatMap(({ id, sameAs }) =>
        sameAs
          .filter(({ confidence }) => confidence !== 'AMBIGUOUS')
          .map(({ node }) => `${nameOf(id)} = ${nameOf(node.id)}`),
      ),
    );
  });

  it('are all true (precision 1.00)', () => {
    const everything = new Set(
      truth[list].flatMap(({ records }) =>
        records.flatMap((one) =>
          records.map((other) => `${one.system} ${one.id} = ${other.system} ${other.id}`),
        ),
      ),
    );
    expect([...found].filter((pair) => !everything.has(pair))).toEqual([]);
  });

  it('are all that anything in the data can prove (recall 1.00)', () => {
    const listed = new Set(rows.map(({ id }) => nameOf(id)));
    // A list of persons has no tenants of HomeQ: what is the same as them is asked from the other side.
    const wanted = [...pairsOf(truth[list])].filter((pair) => listed.has(pair.split(' = ')[0] ?? ''));
    expect(wanted.filter((pair) => !found.has(pair))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(40);
  });

  it('hold nothing that may or may not be: no two records of one place look alike', () => {
    expect(
      rows.flatMap(({ sameAs }) => sameAs).filter(({ confidence }) => confidence === 'AMBIGUOUS'),
    ).toEqual([]);
  });

  it(`are where linked${type}s take their records from`, async () => {
    const things = await rowsOf<{ members: { id: string }[] }>(`linked${type}s`, 'members { id }');
    const members = things.map((thing) => thing.members.map(({ id }) => nameOf(id)).sort());
    const expected = truth[list].flatMap(({ records, unprovable }) => {
      const names = records.map(({ system, id }) => `${system} ${id}`);
      const alone = unprovable.map(({ system, id }) => `${system} ${id}`);
      const together = names.filter((name) => !alone.includes(name));
      return [...(together.length === 0 ? [] : [together.sort()]), ...alone.map((name) => [name])];
    });
    const inOrder = (sets: string[][]): string[] => sets.map((set) => set.join(', ')).sort();
    expect(inOrder(members)).toEqual(inOrder(expected));
  });
});
