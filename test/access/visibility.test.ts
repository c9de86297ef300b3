import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { toGlobalId, toLinkedId } from '../../src/domain/global-id.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** A source that a caller may not see does not exist for it. */

const everything = createApiKey();
const some = createApiKey();
const nothing = createApiKey();
const hidden = ['homeq', 'casavi'] as const;
const visible = ['pigello', 'facilitee'] as const;
const types = ['building', 'unit', 'person', 'lease', 'issue', 'document'] as const;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({
    auth: {
      apiKeys: [
        { id: 'everything', hash: hashApiKey(everything), sources: '*', scopes: ['upstream', 'pii:contact'] },
        { id: 'some', hash: hashApiKey(some), sources: [...visible], scopes: ['upstream', 'pii:contact'] },
        { id: 'nothing', hash: hashApiKey(nothing), sources: ['homeq'], scopes: ['upstream'] },
      ],
    },
  });
});
afterEach(() => {
  gateway.sandbox.reset();
});
afterAll(() => gateway.close());

type Json = Readonly<Record<string, unknown>>;

async function ask(key: string, query: string, variables: object = {}, headers = {}) {
  gateway.sandbox.reset();
  const answer = await gateway.query<Json>(
    query,
    { ...variables },
    { headers: { 'x-api-key': key, ...headers } },
  );
  const { status, data, errors, extensions } = answer;
  return {
    ...answer,
    text: JSON.stringify({ status, data, errors, extensions }),
    asked: [...visible, ...hidden].filter((name) => gateway.sandbox[name].requests.length > 0),
  };
}

/** Ids of records in the hidden sources, one of each type that has some. */
async function hiddenIds(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const type of types) {
    const list = type === 'person' ? 'persons' : `${type}s`;
    const { data } = await ask(
      everything,
      `{ list: ${list}(first: 1, filter: { sources: ["casavi"] }) { nodes { id } } }`,
    );
    const { list: page } = data as { readonly list: { readonly nodes: readonly { readonly id: string }[] } };
    const [node] = page.nodes;
    if (node !== undefined) found.set(type, node.id);
  }
  expect(found.size).toBe(types.length);
  return found;
}

describe('a source that a caller may not see', () => {
  it('is no source', async () => {
    const { data, text } = await ask(some, '{ sources { id capabilities { type } drift { record } } }');
    expect((data as { sources: { id: string }[] }).sources.map(({ id }) => id)).toEqual(visible);
    for (const name of hidden) expect(text.toLowerCase()).not.toContain(name);
  });

  it.each([
    'buildings',
    'units',
    'persons',
    'leases',
    'issues',
    'documents',
    'linkedBuildings',
    'linkedUnits',
    'linkedPersons',
  ])('is in no list: %s', async (list) => {
    const { data, errors, text, asked } = await ask(
      some,
      `{ list: ${list}(first: 3) { totalCount nodes { id ${list.startsWith('linked') ? 'members { source { sourceId } }' : ''} } sources { sourceId provider } pageInfo { hasNextPage endCursor } } }`,
    );
    const { list: page } = data as {
      readonly list: {
        readonly totalCount: number | null;
        readonly sources: readonly { readonly sourceId: string }[];
      };
    };
    expect(errors).toEqual([]);
    expect(page.sources.map(({ sourceId }) => sourceId)).toEqual(visible);
    expect(asked.every((name) => name !== 'homeq' && name !== 'casavi')).toBe(true);
    for (const name of hidden) expect(text.toLowerCase()).not.toContain(name);
    // What it counts is what the caller can reach.
    const alone = await ask(
      everything,
      `{ list: ${list}(first: 1, filter: { sources: ["pigello", "facilitee"] }) { totalCount } }`,
    );
    if (!list.startsWith('linked')) expect({ list: { totalCount: page.totalCount } }).toEqual(alone.data);
  });

  it('has no record: by node, nodes, or the field of its type', async () => {
    for (const [type, id] of await hiddenIds()) {
      const answer = await ask(
        some,
        `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } one: ${type}(id: $id) { id } }`,
        { id },
      );
      expect([type, answer.data, answer.errors]).toEqual([
        type,
        { node: null, nodes: [null], one: null },
        [],
      ]);
      expect(answer.asked).toEqual([]);
    }
  });

  it('answers as one that was never configured', async () => {
    const strip = (text: string, name: string): string => text.replaceAll(name, 'it');
    const questions = [
      '{ buildings(filter: { sources: ["%"] }) { nodes { id } totalCount sources { sourceId } } }',
      '{ persons(filter: { sources: ["%"], search: "a" }) { nodes { id } } }',
      '{ linkedUnits(filter: { sources: ["%"] }) { nodes { id } sources { sourceId } } }',
      `{ units(filter: { building: ["%building"] }) { nodes { id } sources { sourceId } } }`,
      `{ node(id: "%building") { id } building(id: "%building") { id } nodes(ids: ["%building"]) { id } }`,
      `{ linkedBuilding(id: "%linked") { id } }`,
    ];
    for (const question of questions) {
      const [one, other] = await Promise.all(
        ['casavi', 'nosuch'].map(async (source) => {
          const ref = { type: 'Building', source, key: ['P-1'] } as const;
          const query = question
            .replaceAll('%building', toGlobalId(ref))
            .replaceAll('%linked', toLinkedId(ref))
            .replaceAll('%', source);
          const { text } = await ask(some, query);
          return strip(strip(strip(text, toGlobalId(ref)), toLinkedId(ref)), source);
        }),
      );
      expect([question, one]).toEqual([question, other]);
    }
  });

  it('fails without anybody noticing, and slows nobody', async () => {
    const query =
      '{ buildings(first: 100) { nodes { id name } totalCount sources { sourceId status } } linkedBuildings(first: 50) { nodes { id conflicts { field } } } }';
    const before = await ask(some, query);
    for (const name of hidden) await gateway.sandbox[name].stop();
    const after = await gateway.query(query, {}, { headers: { 'x-api-key': some } });
    for (const name of hidden) {
      expect(gateway.sandbox[name].requests).toEqual([]);
      await gateway.sandbox[name].start();
    }
    expect(after.data).toEqual(before.data);
    expect(after.errors).toEqual([]);
  });

  it('is not told by what others have asked before, nor by what is known of who is who', async () => {
    const query =
      '{ linkedBuildings(first: 100) { totalCount nodes { id members { source { sourceId } } sources { sourceId } } } buildings(first: 100) { nodes { sameAs { node { source { sourceId } } } } } }';
    const all = await ask(everything, query);
    expect(all.text).toContain('casavi');
    const { text } = await ask(some, query);
    for (const name of hidden) expect(text).not.toContain(name);
  });

  it('is in no log, no dry run and no refusal', async () => {
    const query = '{ units(first: 100) { nodes { id persons(first: 100) { nodes { id } } } totalCount } }';
    for (const mode of ['log', 'dry-run']) {
      const { text } = await ask(some, query, {}, { 'gatehouse-upstream': mode });
      expect(text).toContain('pigello');
      for (const name of hidden) expect(text.toLowerCase()).not.toContain(name);
    }
  });

  it('ends a cursor that somebody else was given', async () => {
    const page = '{ units(first: 2, filter: { providers: [CASAVI] }) { pageInfo { endCursor } } }';
    const { data } = await ask(everything, page);
    const { units } = data as { readonly units: { readonly pageInfo: { readonly endCursor: string } } };
    const { errors, asked } = await ask(
      some,
      'query ($after: String) { units(first: 2, filter: { providers: [CASAVI] }, after: $after) { nodes { id } } }',
      { after: units.pageInfo.endCursor },
    );
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    expect(asked).toEqual([]);
  });

  it('leaves whoever sees only what serves nothing with empty lists', async () => {
    const { data, errors } = await ask(
      nothing,
      '{ issues { nodes { id } totalCount sources { sourceId status } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      issues: { nodes: [], totalCount: 0, sources: [{ sourceId: 'homeq', status: 'SKIPPED' }] },
    });
  });
});
