import { afterEach, describe, expect, it } from 'vitest';
import { createPortfolio, type Portfolio } from '../../src/sandbox/portfolio.js';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';

/** Merged views and links through the front door: pages, ids, faults, the operator's word. */

let gateway: TestGateway;
const start = async (options: TestGatewayOptions = {}): Promise<void> => {
  gateway = await startTestGateway(options);
};
afterEach(() => gateway.close());

interface Thing {
  readonly id: string;
  readonly name: string | null;
  readonly members: readonly { readonly id: string; readonly source: { readonly sourceId: string } }[];
}
interface Status {
  readonly sourceId: string;
  readonly status: string;
  readonly error: { readonly code: string } | null;
}
interface Page {
  readonly linkedBuildings: {
    readonly nodes: readonly Thing[];
    readonly totalCount: number | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly sources: readonly Status[];
  };
}

const page = `query ($first: Int!, $after: String, $filter: BuildingFilter) {
  linkedBuildings(first: $first, after: $after, filter: $filter) {
    nodes { id name members { id source { sourceId } } }
    totalCount
    pageInfo { hasNextPage endCursor }
    sources { sourceId status error { code } }
  }
}`;

/** @param meanwhile what happens after each page */
async function allBuildings(
  first: number,
  meanwhile: (pages: number) => void = () => undefined,
): Promise<{ things: Thing[]; statuses: Status[][]; codes: unknown[] }> {
  const things: Thing[] = [];
  const statuses: Status[][] = [];
  const codes: unknown[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { data, errors }: Awaited<ReturnType<typeof gateway.query<Page>>> = await gateway.query<Page>(
      page,
      { first, after },
    );
    things.push(...data.linkedBuildings.nodes);
    statuses.push([...data.linkedBuildings.sources]);
    codes.push(
      ...errors.map(({ extensions }) => `${String(extensions['source'])} ${String(extensions['code'])}`),
    );
    ({ hasNextPage: more, endCursor: after } = data.linkedBuildings.pageInfo);
    meanwhile(statuses.length);
  }
  return { things, statuses, codes };
}

const sourcesOf = ({ members }: Thing): string[] => members.map(({ source }) => source.sourceId);

describe('pages of real buildings', () => {
  it.each([3, 100])('hold each exactly once, at first: %i', async (first) => {
    await start();
    const { things, codes } = await allBuildings(first);
    expect(things).toHaveLength(40);
    expect(new Set(things.map(({ id }) => id)).size).toBe(40);
    const members = things.flatMap((thing) => thing.members.map(({ id }) => id));
    expect(members).toHaveLength(77);
    expect(new Set(members).size).toBe(77);
    expect(codes).toEqual([]);
  });

  it.each([3, 100])(
    'leave out what only a source knows that fails half way, and name it, at first: %i',
    async (first) => {
      await start();
      const whole = await allBuildings(100);
      const { things, statuses, codes } = await allBuildings(first, (pages) => {
        if (pages === 2) gateway.sandbox.pigello.fail('*', { status: 503 });
      });
      if (first === 100) gateway.sandbox.pigello.fail('*', { status: 503 });
      const seen = first === 100 ? (await allBuildings(first)).things : things;
      const beforeIt = first === 100 ? 0 : 6;
      const expected = whole.things.filter(
        (thing, index) => index < beforeIt || sourcesOf(thing).some((source) => source !== 'pigello'),
      );
      expect(seen.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      if (first === 100) return;
      expect(statuses[0]?.map(({ status }) => status)).toEqual(['OK', 'OK', 'OK', 'OK']);
      expect(statuses[2]).toContainEqual({
        sourceId: 'pigello',
        status: 'FAILED',
        error: { code: 'UPSTREAM_STATUS' },
      });
      expect(new Set(codes)).toEqual(new Set(['pigello UPSTREAM_STATUS']));
    },
  );

  it('are read of the others where a source is down from the beginning', async () => {
    await start();
    gateway.sandbox.pigello.fail('*', { status: 503 });
    const { things, statuses, codes } = await allBuildings(100);
    expect(things.flatMap(sourcesOf)).not.toContain('pigello');
    expect(things.length).toBeGreaterThan(20);
    expect(statuses[0]?.find(({ sourceId }) => sourceId === 'pigello')?.status).toBe('FAILED');
    expect(codes).toEqual(['pigello UPSTREAM_STATUS']);
    // The number of all is not known then.
    const { data } = await gateway.query<Page>(page, { first: 1 });
    expect(data.linkedBuildings.totalCount).toBeNull();
  });

  it('hold those of which a record matches a filter, with all their records', async () => {
    await start();
    const { data } = await gateway.query<Page>(page, { first: 100, filter: { sources: ['casavi'] } });
    const { nodes } = data.linkedBuildings;
    expect(nodes.every((thing) => sourcesOf(thing).includes('casavi'))).toBe(true);
    expect(nodes.some((thing) => sourcesOf(thing).includes('pigello'))).toBe(true);
    const found = await gateway.query<Page>(page, { first: 100, filter: { search: 'lönnen' } });
    expect(found.data.linkedBuildings.nodes.map(({ name }) => name)).toEqual(['Lönnen 4']);
    const none = await gateway.query<Page>(page, { first: 100, filter: { externalId: [] } });
    expect(none.data.linkedBuildings.nodes).toEqual([]);
    const one = await gateway.query<Page>(page, { first: 100, filter: { externalId: ['H-1003'] } });
    expect(one.data.linkedBuildings.nodes.map(sourcesOf)).toEqual([
      ['pigello', 'facilitee', 'homeq', 'casavi'],
    ]);
  });

  it('refuse cursors of other fields and filters', async () => {
    await start();
    const { data } = await gateway.query<Page>(page, { first: 3 });
    const after = data.linkedBuildings.pageInfo.endCursor;
    const other = await gateway.query<never>(page, { first: 3, after, filter: { sources: ['casavi'] } });
    expect(other.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    const units = await gateway.query<never>(
      'query ($after: String) { linkedUnits(after: $after) { nodes { id } } }',
      { after },
    );
    expect(units.errors[0]?.message).toMatch(/made by Query\.linkedBuildings/);
    expect(units.calls).toEqual([]);
  });
});

interface Linked {
  readonly confidence: string;
  readonly rule: string;
  readonly stale: boolean;
  readonly node: {
    readonly id: string;
    readonly externalId: string | null;
    readonly name?: string | null;
    readonly source: { readonly sourceId: string };
  };
}
interface Same {
  readonly building: { readonly name: string; readonly sameAs: readonly Linked[] };
}

const same = `query ($id: ID!) { building(id: $id) { name sameAs {
  confidence rule stale node { id externalId source { sourceId } ... on Building { name units(first: 1) { sources { status } } } }
} } }`;

async function idOf(externalId: string, source: string): Promise<string> {
  const { data } = await gateway.query<{ buildings: { nodes: { id: string }[] } }>(
    `{ buildings(filter: { externalId: ["${externalId}"], sources: ["${source}"] }) { nodes { id } } }`,
  );
  return data.buildings.nodes[0]?.id ?? '';
}

describe('links of a source that is down', () => {
  it('stay, marked stale, with what is known of the record, and one error', async () => {
    await start({ identity: { refreshSeconds: 0 } });
    const id = await idOf('H-1003', 'pigello');
    const before = await gateway.query<Same>(same, { id });
    expect(before.errors).toEqual([]);
    expect(before.data.building.sameAs.map(({ stale }) => stale)).toEqual([false, false, false]);

    gateway.sandbox.casavi.fail('*', { status: 503 });
    const { data, errors } = await gateway.query<Same>(same, { id });
    const casavi = data.building.sameAs.find(({ node }) => node.source.sourceId === 'casavi');
    expect(casavi).toMatchObject({
      confidence: 'EXACT',
      rule: 'reference',
      stale: true,
      node: { externalId: 'H-1003', name: null, units: { sources: [{ status: 'FAILED' }] } },
    });
    expect(data.building.sameAs.filter(({ stale }) => !stale)).toHaveLength(2);
    const own = errors.filter(({ path }) => path?.at(-1) === 'sameAs');
    expect(own.map(({ extensions }) => [extensions['source'], extensions['code']])).toEqual([
      ['casavi', 'UPSTREAM_STATUS'],
    ]);
  });

  it('are stale as well where only the record itself cannot be read', async () => {
    await start();
    const id = await idOf('H-1003', 'pigello');
    await gateway.query<Same>(same, { id });
    gateway.sandbox.casavi.fail('*', { status: 503 });
    const { data } = await gateway.query<Same>(same, { id });
    expect(data.building.sameAs.filter(({ stale }) => stale).map(({ node }) => node.source.sourceId)).toEqual(
      ['casavi'],
    );
    // Nothing of it is read here, and what is remembered is young enough.
    const ids = await gateway.query<Same>(
      'query ($id: ID!) { building(id: $id) { sameAs { stale node { id } } } }',
      { id },
    );
    expect(ids.errors).toEqual([]);
    expect(ids.data.building.sameAs.every(({ stale }) => !stale)).toBe(true);
  });

  it('go once they are too old', async () => {
    await start({ identity: { refreshSeconds: 0, staleSeconds: 0 } });
    const id = await idOf('H-1003', 'pigello');
    await gateway.query<Same>(same, { id });
    gateway.sandbox.casavi.fail('*', { status: 503 });
    const { data, errors } = await gateway.query<Same>(same, { id });
    expect(data.building.sameAs.map(({ node }) => node.source.sourceId)).toEqual(['facilitee', 'homeq']);
    expect(errors.map(({ extensions }) => extensions['source'])).toEqual(['casavi']);
  });
});

describe('the id of a real thing', () => {
  const byId = 'query ($id: ID!) { linkedBuilding(id: $id) { id members { id } } }';

  it('is found by the id of any of its records, and by its own, everywhere', async () => {
    await start();
    const { data } = await gateway.query<Page>(page, { first: 100, filter: { externalId: ['H-1003'] } });
    const [thing] = data.linkedBuildings.nodes;
    for (const id of [thing?.id, ...(thing?.members.map((each) => each.id) ?? [])]) {
      const found = await gateway.query<{ linkedBuilding: Thing }>(byId, { id });
      expect(found.data.linkedBuilding.id).toBe(thing?.id);
    }
    const nodes = await gateway.query<{ node: Thing; nodes: (Thing | null)[] }>(
      `query ($id: ID!) { node(id: $id) { id ... on LinkedBuilding { name } }
        nodes(ids: [$id]) { ... on LinkedBuilding { members { id } } } }`,
      { id: thing?.id },
    );
    expect(nodes.data.node).toEqual({ id: thing?.id, name: thing?.name });
    expect(nodes.data.nodes[0]?.members).toHaveLength(4);
  });

  it('is found by a reference, however it is written', async () => {
    await start();
    const names = await Promise.all(
      ['H-1003', 'h 1003', 'H/1003'].map(async (externalId) => {
        const { data } = await gateway.query<{ linkedBuilding: Thing }>(
          'query ($externalId: String) { linkedBuilding(externalId: $externalId) { name } }',
          { externalId },
        );
        return data.linkedBuilding.name;
      }),
    );
    expect(new Set(names).size).toBe(1);
    const nothing = await gateway.query<{ linkedBuilding: null }>(
      '{ linkedBuilding(externalId: "nobody has it") { name } }',
    );
    expect([nothing.data.linkedBuilding, nothing.errors]).toEqual([null, []]);
  });

  it('is refused with a reason where it cannot be one', async () => {
    await start({ only: ['pigello'] });
    const { data } = await gateway.query<{ units: { nodes: { id: string }[] } }>(
      '{ units(first: 1) { nodes { id } } }',
    );
    const unit = data.units.nodes[0]?.id ?? '';
    const cases: [string, RegExp][] = [
      ['{ linkedBuilding { id } }', /exactly one of `id` and `externalId`/],
      ['{ linkedBuilding(id: "x", externalId: "y") { id } }', /exactly one of/],
      ['{ linkedBuilding(id: "nonsense") { id } }', /not an id of Gatehouse/],
      [
        `{ linkedBuilding(id: "${unit}") { id } }`,
        /the id of a Unit; pass the id of a LinkedBuilding or of a Building/,
      ],
      ['{ linkedBuildings(first: 0) { nodes { id } } }', /between 1 and 100/],
      [
        '{ linkedBuildings(first: 1) { nodes { provenance(field: "nope") { sourceId } } } }',
        /^provenance: `field` names no merged field of LinkedBuilding/,
      ],
    ];
    for (const [query, message] of cases) {
      const { errors } = await gateway.query(query);
      expect(errors[0]?.message).toMatch(message);
      expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
    const things = await gateway.query<Page>(page, { first: 1 });
    const id = things.data.linkedBuildings.nodes[0]?.id;
    const wrong = await gateway.query('query ($id: ID!) { building(id: $id) { name } }', { id });
    expect(wrong.errors[0]?.message).toMatch(/the id of a LinkedBuilding; pass the id of a Building/);
  });
});

describe('what looks alike', () => {
  /** A second building with the reference of H-1003, in the systems of its own. */
  const doubled = (): Portfolio => {
    const portfolio = createPortfolio();
    const twin = portfolio.buildings.find(
      ({ systems, reference }) => systems.length === 1 && systems[0] === 'pigello' && reference !== 'H-1003',
    );
    return {
      ...portfolio,
      buildings: portfolio.buildings.map((building) =>
        building === twin ? { ...building, reference: 'h 1003' } : building,
      ),
    };
  };

  it('is shown and not joined', async () => {
    await start({ sandbox: { portfolio: doubled() } });
    const { data } = await gateway.query<Same>(same, { id: await idOf('H-1003', 'casavi') });
    const { sameAs } = data.building;
    expect(sameAs.map(({ confidence, node }) => [node.source.sourceId, confidence])).toEqual([
      ['facilitee', 'EXACT'],
      ['homeq', 'EXACT'],
      ['pigello', 'AMBIGUOUS'],
      ['pigello', 'AMBIGUOUS'],
    ]);
    const { things } = await allBuildings(100);
    const thing = things.find(({ members }) => members.some(({ id }) => id === sameAs[0]?.node.id));
    expect(thing && sourcesOf(thing)).toEqual(['facilitee', 'homeq', 'casavi']);
    const asked = await gateway.query('{ linkedBuilding(externalId: "H-1003") { id } }');
    expect(asked.errors[0]?.message).toMatch(/3 buildings carry this reference/);
  });

  it('is one where the configuration says so, and is not where it says so', async () => {
    await start({ sandbox: { portfolio: doubled() } });
    const first = await idOf('H-1003', 'pigello');
    const casavi = await idOf('H-1003', 'casavi');
    const homeq = (await gateway.query<Same>(same, { id: casavi })).data.building.sameAs.find(
      ({ node }) => node.source.sourceId === 'homeq',
    )?.node.id;
    await gateway.close();

    await start({
      sandbox: { portfolio: doubled() },
      identity: { same: [[first, casavi]], different: [[casavi, homeq]] },
    });
    const { data } = await gateway.query<Same>(same, { id: casavi });
    expect(
      data.building.sameAs
        .filter(({ confidence }) => confidence !== 'AMBIGUOUS')
        .map(({ node, confidence }) => [node.source.sourceId, confidence]),
    ).toEqual([['pigello', 'MANUAL']]);
    expect(data.building.sameAs.map(({ node }) => node.id)).not.toContain(homeq);
  });
});

describe('what a caller may not see', () => {
  it('links nothing: neither itself nor others through it', async () => {
    await start({ only: ['pigello', 'homeq'] });
    const { data } = await gateway.query<Same>(same, { id: await idOf('H-1003', 'pigello') });
    expect(data.building.sameAs.map(({ node }) => node.source.sourceId)).toEqual(['homeq']);
    const { things } = await allBuildings(100);
    expect(new Set(things.flatMap(sourcesOf))).toEqual(new Set(['pigello', 'homeq']));
  });
});

describe('the merged view', () => {
  it('shows the preferred source first, where from, and where the records disagree', async () => {
    await start();
    const query = `query ($p: ID!) { linkedUnit(id: $p) {
      members { id source { sourceId } } rent { amount } area { value }
      provenance(field: "rent") { sourceId }
      conflicts { field values { value source { sourceId } } }
    } }`;
    const flats = await gateway.query<{ units: { nodes: { id: string; area: { value: number } }[] } }>(
      '{ units(first: 2, filter: { sources: ["pigello"] }) { nodes { id area { value } } } }',
    );
    const others = await gateway.query<{
      units: { nodes: { id: string; area: { value: number }; rent: { amount: string } }[] };
    }>('{ units(first: 2, filter: { sources: ["homeq"] }) { nodes { id area { value } rent { amount } } } }');
    const [flat] = flats.data.units.nodes;
    const [own, other] = others.data.units.nodes;
    await gateway.close();

    // Somebody joined it with the flat next door: everything that differs is a finding.
    await start({
      identity: {
        same: [[flat?.id, other?.id]],
        different: [[flat?.id, own?.id]],
        prefer: { 'Unit.area': ['homeq'] },
      },
    });
    const { data, errors } = await gateway.query<{
      linkedUnit: {
        members: unknown[];
        rent: { amount: string };
        area: { value: number };
        provenance: { sourceId: string };
        conflicts: { field: string; values: { value: string; source: { sourceId: string } }[] }[];
      };
    }>(query, { p: flat?.id });
    expect(errors).toEqual([]);
    const { linkedUnit } = data;
    expect(linkedUnit.members).toHaveLength(2);
    expect(linkedUnit.provenance.sourceId).toBe('homeq');
    expect(linkedUnit.rent.amount).toBe(other?.rent.amount);
    expect(linkedUnit.area.value).toBe(other?.area.value);
    expect(linkedUnit.conflicts.find(({ field }) => field === 'area')?.values).toEqual([
      { value: `${other?.area.value} m²`, source: { sourceId: 'homeq' } },
      { value: `${flat?.area.value} m²`, source: { sourceId: 'pigello' } },
    ]);
  });

  it('joins what hangs on the records: units and persons once, all leases, issues and documents', async () => {
    await start();
    interface Edges {
      readonly nodes: readonly { id: string; members?: { id: string }[] }[];
      readonly totalCount: number;
      readonly sources: readonly Status[];
    }
    type Building = Record<'units' | 'leases' | 'issues' | 'persons' | 'documents', Edges>;
    const edge = (name: string, fields = ''): string =>
      `${name}(first: 100) { nodes { id ${fields} } totalCount sources { sourceId status } }`;
    const joined = await gateway.query<{ linkedBuilding: Building & { members: { id: string }[] } }>(
      `{ linkedBuilding(externalId: "H-1003") { members { id }
        ${edge('units', 'members { id }')} ${edge('persons', 'members { id }')}
        ${edge('leases')} ${edge('issues')} ${edge('documents')} } }`,
    );
    expect(joined.errors).toEqual([]);
    const thing = joined.data.linkedBuilding;
    const own = await gateway.query<{ nodes: Building[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Building {
        ${edge('units')} ${edge('persons')} ${edge('leases')} ${edge('issues')} ${edge('documents')} } } }`,
      { ids: thing.members.map(({ id }) => id) },
    );
    for (const name of ['leases', 'issues', 'documents'] as const) {
      const ids = own.data.nodes.flatMap((each) => each[name].nodes.map(({ id }) => id));
      expect(thing[name].nodes.map(({ id }) => id)).toEqual(ids.slice(0, 100));
      expect(thing[name].sources).toHaveLength(4);
    }
    for (const name of ['units', 'persons'] as const) {
      const ids = own.data.nodes.flatMap((each) => each[name].nodes.map(({ id }) => id));
      const found = thing[name].nodes.flatMap(({ members }) => members?.map(({ id }) => id) ?? []);
      expect(new Set(found).size).toBe(found.length);
      expect(ids.filter((id) => !found.includes(id))).toEqual([]);
      expect(thing[name].totalCount).toBe(thing[name].nodes.length);
      expect(thing[name].totalCount).toBeLessThan(ids.length);
    }
  });

  it('answers with the other sources where one is down, and says so', async () => {
    await start();
    const query = `query ($id: ID!) { linkedBuilding(id: $id) { id name members { source { sourceId } }
      sources { sourceId status } leases(first: 1) { sources { sourceId status } } } }`;
    const id = await idOf('H-1003', 'casavi');
    const before = await gateway.query<{ linkedBuilding: Thing }>(query, { id });
    gateway.sandbox.pigello.fail('*', { status: 503 });
    const { data, errors } = await gateway.query<{
      linkedBuilding: Thing & { sources: Status[]; leases: { sources: Status[] } };
    }>(query, { id });
    expect(data.linkedBuilding.id).toBe(before.data.linkedBuilding.id);
    expect(sourcesOf(data.linkedBuilding)).toEqual(['facilitee', 'homeq', 'casavi']);
    expect(data.linkedBuilding.sources).toContainEqual({ sourceId: 'pigello', status: 'FAILED' });
    expect(data.linkedBuilding.leases.sources[0]).toEqual({ sourceId: 'pigello', status: 'FAILED' });
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['linkedBuilding', 'linkedBuilding.leases']);
  });
});

describe('lists that are longer than is kept', () => {
  it('are said to be, and records are looked up by their references', async () => {
    await start({ identity: { maxRecords: 2 } });
    const { data } = await gateway.query<Page>(page, { first: 100 });
    expect(data.linkedBuildings.totalCount).toBeNull();
    expect(data.linkedBuildings.sources.map(({ status }) => status)).toContain('PARTIAL');
    const id = await idOf('H-1003', 'pigello');
    const asked = await gateway.query<Same>(
      'query ($id: ID!) { building(id: $id) { sameAs { node { id source { sourceId } } } } }',
      { id },
    );
    expect(asked.data.building.sameAs.map(({ node }) => node.source.sourceId)).toContain('casavi');
    const found = await gateway.query<{ linkedBuilding: Thing }>(
      '{ linkedBuilding(externalId: "H-1003") { members { id source { sourceId } } } }',
    );
    expect(sourcesOf(found.data.linkedBuilding)).toContain('casavi');
  });
});
