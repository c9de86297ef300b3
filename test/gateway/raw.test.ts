import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** Fields behind scopes, as they come of providers. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ only: ['pigello', 'homeq'] });
});
afterAll(() => gateway.close());

interface Shown {
  readonly raw: Readonly<Record<string, unknown>>;
}

describe('raw', () => {
  it('of an interface is that of each record, under an alias, too', async () => {
    const { data } = await gateway.query<{ buildings: { nodes: readonly { id: string }[] } }>(
      '{ buildings(first: 1, filter: { providers: [PIGELLO] }) { nodes { id } } }',
    );
    const [building] = data.buildings.nodes;
    const one = await gateway.query<{ node: { sent: object; raw: object } }>(
      'query ($id: ID!) { node(id: $id) { ... on SourcedNode { sent: raw } ... on Building { raw } } }',
      { id: building?.id },
    );
    expect(one.errors).toEqual([]);
    expect(one.data.node.sent).toEqual(one.data.node.raw);
    expect(one.data.node.sent).toMatchObject({ custom_id: expect.any(String) as string });
  });

  it('has members that nobody knows, whatever they are called, in their order', async () => {
    const odd =
      '{"z":[1],"id":"5b0d6f7e-3c2a-4a51-9f0e-0d1c2b3a4f5e","failures":3,"__proto__":{"a":1},"json":null}';
    gateway.sandbox.pigello.fail('/objects/structural/building/list/', {
      status: 200,
      body: { data: [JSON.parse(odd) as object], meta: { total: 1 } },
    });
    const { data, errors } = await gateway.query<{ buildings: { nodes: readonly Shown[] } }>(
      '{ buildings(first: 10, filter: { providers: [PIGELLO] }) { nodes { raw } } }',
    );
    gateway.sandbox.reset();
    expect(errors).toEqual([]);
    expect(data.buildings.nodes.map(({ raw }) => JSON.stringify(raw))).toEqual([odd]);
  });

  it('says that there is a national id, and not which', async () => {
    const { data } = await gateway.query<{
      leases: { nodes: readonly { tenants: readonly (Shown & { nationalId: string | null })[] }[] };
    }>('{ leases(first: 100, filter: { providers: [HOMEQ] }) { nodes { tenants { nationalId raw } } } }');
    const tenants = data.leases.nodes.flatMap((lease) => lease.tenants);
    expect(tenants.filter(({ nationalId }) => nationalId !== null).length).toBeGreaterThan(20);
    for (const { nationalId, raw } of tenants)
      expect(raw['ssn']).toBe(nationalId === null ? null : '[redacted]');
  });
});

describe('national ids and birth dates', () => {
  it('of Pigello are those of its tenants', async () => {
    const { data, errors } = await gateway.query<{ persons: { nodes: readonly object[] } }>(
      '{ persons(first: 50, filter: { providers: [PIGELLO] }) { nodes { nationalId birthDate } } }',
    );
    expect(errors).toEqual([]);
    const real = gateway.sandbox.portfolio.persons.map(({ nationalId, birthDate }) => ({
      nationalId,
      birthDate,
    }));
    const people = data.persons.nodes.filter((node) => 'nationalId' in node && node.nationalId !== null);
    expect(people.length).toBeGreaterThan(20);
    for (const person of people) expect(real).toContainEqual(person);
  });

  it('of HomeQ stand in the agreements of tenants, and in the answers of employees alone', async () => {
    const list = await gateway.query<{ persons: { nodes: readonly { id: string; nationalId: string }[] } }>(
      '{ persons(first: 100, filter: { providers: [HOMEQ] }) { nodes { id nationalId birthDate } } }',
    );
    expect(list.errors).toEqual([]);
    const staff = list.data.persons.nodes;
    expect(staff.some(({ nationalId }) => nationalId !== null)).toBe(true);
    expect(list.calls).toHaveLength(1 + staff.length);
    const one = await gateway.query<{ person: object }>(
      'query ($id: ID!) { person(id: $id) { id nationalId birthDate } }',
      { id: staff[0]?.id },
    );
    expect(one.data.person).toEqual(staff[0]);
    expect(one.calls).toHaveLength(1);
  });

  it('are those of the records of a linked person, and found by no search', async () => {
    const { data, errors } = await gateway.query<{
      linkedPersons: {
        nodes: readonly {
          nationalId: string | null;
          birthDate: string | null;
          from: object | null;
          members: readonly { nationalId: string | null; birthDate: string | null }[];
        }[];
      };
    }>(`{ linkedPersons(first: 60) { nodes {
      nationalId birthDate from: provenance(field: "nationalId") { provider }
      members { nationalId birthDate }
    } } }`);
    expect(errors).toEqual([]);
    const joined = data.linkedPersons.nodes;
    for (const { nationalId, birthDate, from, members } of joined) {
      const said = <T>(values: readonly (T | null)[]): T | null =>
        values.find((each) => each !== null) ?? null;
      expect(nationalId).toBe(said(members.map((member) => member.nationalId)));
      expect(birthDate).toBe(said(members.map((member) => member.birthDate)));
      expect(from === null).toBe(nationalId === null);
    }
    const known = joined.find(({ nationalId }) => nationalId !== null)?.nationalId ?? '';
    expect(known).not.toBe('');
    const found = await gateway.query<{ persons: { nodes: readonly object[] } }>(
      'query ($text: String!) { persons(first: 5, filter: { search: $text }) { nodes { id } } }',
      { text: known },
    );
    expect(found.data.persons.nodes).toEqual([]);
    for (const line of gateway.logged) expect(line).not.toContain(known);
  });
});

describe('bank accounts', () => {
  const ask = (document: string) =>
    gateway.query<{ page: { nodes: readonly { bankAccounts: readonly object[] | null }[] } }>(document);

  it('are told by the own answers of the estates of HomeQ, one call each, and by no other provider', async () => {
    const homeq = await ask(
      '{ page: buildings(first: 3, filter: { providers: [HOMEQ] }) { nodes { bankAccounts { kind number } } } }',
    );
    expect(homeq.errors).toEqual([]);
    expect(homeq.calls).toHaveLength(1 + 3);
    expect(homeq.data.page.nodes).toEqual(
      Array(3).fill({ bankAccounts: [{ kind: 'BANKGIRO', number: '991-2346' }] }),
    );
    const pigello = await ask(
      '{ page: buildings(first: 3, filter: { providers: [PIGELLO] }) { nodes { bankAccounts { number } } } }',
    );
    expect(pigello.calls).toHaveLength(1);
    expect(pigello.data.page.nodes).toEqual(Array(3).fill({ bankAccounts: null }));
  });

  it('of a linked building are those of its record at HomeQ', async () => {
    const { data, errors } = await gateway.query<{
      linkedBuildings: {
        nodes: readonly {
          bankAccounts: object | null;
          members: readonly { source: { provider: string } }[];
        }[];
      };
    }>(
      '{ linkedBuildings(first: 30) { nodes { bankAccounts { kind number } members { source { provider } } } } }',
    );
    expect(errors).toEqual([]);
    const isHomeq = ({
      members,
    }: {
      readonly members: readonly { readonly source: { readonly provider: string } }[];
    }) => members.some(({ source }) => source.provider === 'HOMEQ');
    expect(data.linkedBuildings.nodes.some(isHomeq)).toBe(true);
    for (const building of data.linkedBuildings.nodes)
      expect(building.bankAccounts !== null).toBe(isHomeq(building));
  });
});
