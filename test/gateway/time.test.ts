import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** An operation has a time, and a source that hangs may use a third of it before the others are asked. */

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ only: ['pigello', 'facilitee'], operationTime: 900 });
  // The first login would share the time of whichever test comes first.
  await gateway.query('{ buildings(first: 1, filter: { providers: [FACILITEE] }) { nodes { id } } }');
});

afterAll(() => gateway.close());

interface Page {
  readonly buildings: {
    readonly nodes: readonly { readonly source: { readonly sourceId: string } }[];
    readonly sources: readonly {
      readonly sourceId: string;
      readonly status: string;
      readonly error: { readonly code: string } | null;
    }[];
  };
}

const query =
  '{ buildings(first: 5) { nodes { source { sourceId } } sources { sourceId status error { code } } } }';

it('asks the others when the first source uses up its share', async () => {
  const undo = gateway.sandbox.pigello.fail('*', { hang: true });
  const { data, errors } = await gateway.query<Page>(query);
  undo();
  expect(data.buildings.nodes.map((node) => node.source.sourceId)).toEqual(
    Array.from({ length: 5 }, () => 'facilitee'),
  );
  expect(data.buildings.sources).toEqual([
    { sourceId: 'pigello', status: 'FAILED', error: { code: 'UPSTREAM_TIMEOUT' } },
    { sourceId: 'facilitee', status: 'OK', error: null },
  ]);
  expect(errors.map((error) => error.extensions['code'])).toEqual(['UPSTREAM_TIMEOUT']);
});

it('returns what is there when its own time ends', async () => {
  const undo = gateway.sandbox.facilitee.fail('*', { hang: true });
  const { data, errors } = await gateway.query<Page>(query.replace('first: 5', 'first: 100'));
  undo();
  expect(new Set(data.buildings.nodes.map((node) => node.source.sourceId))).toEqual(new Set(['pigello']));
  expect(data.buildings.sources[1]).toEqual({
    sourceId: 'facilitee',
    status: 'FAILED',
    error: { code: 'UPSTREAM_TIMEOUT' },
  });
  expect(errors).toHaveLength(1);
});

it('answers again as soon as the source does', async () => {
  const { data, errors } = await gateway.query<Page>(query);
  expect(errors).toEqual([]);
  expect(data.buildings.sources).toEqual([{ sourceId: 'pigello', status: 'OK', error: null }]);
});
