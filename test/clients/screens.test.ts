import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import * as client from '@gatehouse/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../docs/snippets/fetch.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** What the page of one record is opened with. */
const pages = {
  BuildingPage: 'buildings',
  BuildingUnits: 'buildings',
  BuildingLeases: 'buildings',
  BuildingIssues: 'buildings',
  BuildingDocuments: 'buildings',
  UnitPage: 'units',
  UnitLeases: 'units',
  IssuePage: 'issues',
  TenantPage: 'persons',
  DocumentLink: 'documents',
} as const;

const lists = ['Portfolio', 'IssueBoard', 'DocumentsPage', 'Sources'] as const;

type Ids = Readonly<
  Record<(typeof pages)[keyof typeof pages], { readonly nodes: readonly { id: string }[] }>
>;

const operation = (name: string): TypedDocumentNode<Readonly<Record<string, unknown>>, object> =>
  (client as unknown as Readonly<Record<string, never>>)[`${name}Document`]!;

/** What stands at the top of an answer, its `__typename` aside. */
function answersOf(data: Readonly<Record<string, unknown>> | null): readonly unknown[] {
  return Object.entries(data ?? {}).flatMap(([name, value]) => (name === '__typename' ? [] : [value]));
}

describe('the operations of the screens', () => {
  let gateway: TestGateway;
  let url: string;
  let ids: Ids;

  beforeAll(async () => {
    gateway = await startTestGateway();
    url = `${gateway.url}/graphql`;
    const each = Object.values(pages).map(
      (list) => `${list}(first: 1, filter: { providers: [CASAVI] }) { nodes { id } }`,
    );
    ids = (await gateway.query<Ids>(`{ ${[...new Set(each)].join(' ')} }`)).data;
  });
  afterAll(() => gateway.close());

  it('are all there', () => {
    const names = Object.keys(client).flatMap(
      (name) => /^(\w+)(?<!FragmentD)Document$/.exec(name)?.[1] ?? [],
    );
    expect(names.sort()).toEqual([...Object.keys(pages), ...lists].sort());
  });

  it.each(lists)('%s is answered, whole and without a source', async (name) => {
    const whole = await ask(url, operation(name), { first: 3 });
    expect(whole.errors).toEqual([]);
    expect(answersOf(whole.data)).not.toEqual([]);

    await gateway.sandbox.pigello.stop();
    const partial = await ask(url, operation(name), { first: 3 });
    await gateway.sandbox.pigello.start();
    expect(answersOf(partial.data)).not.toContain(null);
    expect(partial.errors.map(({ extensions }) => extensions.source)).toEqual(
      name === 'Sources' ? [] : ['pigello'],
    );
  });

  it.each(Object.entries(pages))(
    '%s is answered, and null with the reason without its source',
    async (name, list) => {
      const variables = { id: ids[list].nodes[0]!.id };
      const whole = await ask(url, operation(name), variables);
      expect(whole.errors).toEqual([]);
      expect(answersOf(whole.data)).toMatchObject([{ id: variables.id }]);

      await gateway.sandbox.casavi.stop();
      const failed = await ask(url, operation(name), variables);
      await gateway.sandbox.casavi.start();
      expect(answersOf(failed.data)).toEqual([null]);
      expect(failed.errors.map(({ extensions }) => extensions.source)).toEqual(['casavi']);
    },
  );
});
