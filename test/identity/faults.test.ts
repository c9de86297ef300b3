import { afterEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';

/** Merged views while something is wrong: a source hangs, fails in the middle, or everybody asks at once. */

let gateway: TestGateway;
const start = async (options: TestGatewayOptions = {}): Promise<void> => {
  gateway = await startTestGateway(options);
};
afterEach(() => gateway.close());

interface Edge {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number | null;
  readonly sources: readonly { readonly sourceId: string; readonly status: string }[];
}

const statusOf = ({ sources }: Edge, source: string): string | undefined =>
  sources.find(({ sourceId }) => sourceId === source)?.status;

const persons = `{ linkedBuilding(externalId: "H-1003") {
  persons(first: 100) { nodes { id } totalCount sources { sourceId status } } } }`;

describe('a source that hangs', () => {
  it.each(['casavi', 'homeq', 'facilitee'] as const)(
    'keeps no other from telling who is in a building: %s',
    async (source) => {
      // A third of it is the time that one source may take: enough for those that answer, on a slow machine, too.
      await start({ operationTime: 9_000 });
      const before = await gateway.query<{ linkedBuilding: { persons: Edge } }>(persons);
      gateway.sandbox[source].fail('*', { hang: true });
      const { data } = await gateway.query<{ linkedBuilding: { persons: Edge } }>(persons);
      const edge = data.linkedBuilding.persons;
      expect(
        edge.sources.filter(({ status }) => status === 'FAILED').map(({ sourceId }) => sourceId),
      ).toEqual([source]);
      expect(edge.nodes.length).toBeGreaterThan(before.data.linkedBuilding.persons.nodes.length / 3);
      expect(edge.totalCount).toBeNull();
    },
  );
});

describe('a call that fails', () => {
  it('takes its own units out of a page of persons, and nothing else', async () => {
    await start();
    const query = `{ linkedPersons(first: 20) { nodes {
      displayName units(first: 5) { nodes { number } sources { sourceId status } } } } }`;
    interface Answer {
      readonly linkedPersons: {
        readonly nodes: readonly { readonly displayName: string; readonly units: Edge }[];
      };
    }
    await gateway.query<Answer>(query);
    gateway.sandbox.facilitee.fail('*', { status: 503 });
    const { data, errors } = await gateway.query<Answer>(query);
    expect(data.linkedPersons.nodes.length).toBeGreaterThan(15);
    expect(data.linkedPersons.nodes.some(({ units }) => units.nodes.length > 0)).toBe(true);
    expect(new Set(errors.map(({ extensions }) => extensions['source']))).toEqual(new Set(['facilitee']));
  });

  it('is told by every edge that may miss something for it', async () => {
    await start();
    gateway.sandbox.pigello.fail('*', { status: 503 });
    const { data } = await gateway.query<{ linkedBuilding: Record<'units' | 'issues' | 'leases', Edge> }>(
      `{ linkedBuilding(externalId: "H-1003") {
        units { nodes { id } totalCount sources { sourceId status } }
        issues { nodes { id } totalCount sources { sourceId status } }
        leases { nodes { id } totalCount sources { sourceId status } } } }`,
    );
    for (const edge of Object.values(data.linkedBuilding)) {
      expect(statusOf(edge, 'pigello')).toBe('FAILED');
      expect(statusOf(edge, 'casavi')).toBe('OK');
      expect(edge.totalCount).toBeNull();
    }
  });

  it('breaks no stored id: a unit whose source is down is found by it', async () => {
    await start();
    const list = await gateway.query<{ linkedUnits: { nodes: { id: string; members: unknown[] }[] } }>(
      '{ linkedUnits(first: 5) { nodes { id members { id } } } }',
    );
    const unit = list.data.linkedUnits.nodes.find(({ members }) => members.length > 1);
    gateway.sandbox.pigello.fail('*', { status: 503 });
    const { data } = await gateway.query<{ linkedUnit: { id: string; members: { source: object }[] } }>(
      'query ($id: ID!) { linkedUnit(id: $id) { id members { source { sourceId } } } }',
      { id: unit?.id },
    );
    expect(data.linkedUnit.id).toBe(unit?.id);
    expect(data.linkedUnit.members).toEqual([{ source: { sourceId: 'homeq' } }]);
  });

  it('late in a list leaves the first page of it, and tells what it means for the links', async () => {
    await start({ only: ['casavi'] });
    gateway.sandbox.casavi.fail(
      ({ route, query }) => route === '/properties' && Number(query.get('page')) > 0,
      { status: 503 },
    );
    const { data, errors } = await gateway.query<{ buildings: Edge }>(
      '{ buildings(first: 5) { nodes { id sameAs { rule } } sources { sourceId status } } }',
    );
    expect(data.buildings.nodes).toHaveLength(5);
    expect(statusOf(data.buildings, 'casavi')).toBe('OK');
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['buildings.nodes.0.sameAs']);
  });

  it('is told once for all links of a list', async () => {
    await start();
    gateway.sandbox.casavi.fail('*', { status: 503 });
    const { errors } = await gateway.query(
      '{ buildings(first: 10, filter: { sources: ["pigello"] }) { nodes { sameAs { node { id } } } } }',
    );
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['buildings.nodes.0.sameAs']);
  });
});

describe('many who ask at once', () => {
  it('wait for one reading of the lists', async () => {
    await start();
    const before = gateway.sandbox.casavi.requests.length;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        gateway.query<{ linkedBuildings: Edge }>(
          '{ linkedBuildings(first: 100) { nodes { id } totalCount } }',
        ),
      ),
    );
    expect(new Set(answers.map(({ data }) => JSON.stringify(data.linkedBuildings.nodes))).size).toBe(1);
    const lists = gateway.sandbox.casavi.requests
      .slice(before)
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/properties'));
    expect(lists).toHaveLength(2);
  });
});
