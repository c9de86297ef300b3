import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { Port, Source } from '../../src/domain/provider.js';
import { emptyListing } from '../../src/pagination/listing.js';
import { free } from '../../src/plan/cost.js';
import { createGateway, type Gateway } from '../../src/server.js';
import { createDrift } from '../../src/wire/drift.js';
import type { GraphQLFault } from '../support/gateway.js';

/** What a mistake of ours might quote. */
const secret = 'Inga Öberg, 19850101-0007';

describe('a mistake of our own', () => {
  const lines: string[] = [];
  let gateway: Gateway;
  let url: string;

  beforeAll(async () => {
    const mistake = (): never => {
      throw new TypeError(`cannot read ${secret}`);
    };
    const port: Port = {
      links: {},
      acceptsKey: () => true,
      buildings: {
        support: 'NATIVE',
        pushes: [],
        list: () => ({ ...emptyListing, read: () => Promise.reject(new TypeError(`cannot read ${secret}`)) }),
        sample: mistake,
      },
      units: { support: 'NATIVE', pushes: [], list: mistake, sample: mistake },
      buildingById: { support: 'NATIVE', load: mistake, cost: () => free, sample: mistake },
      unitById: {
        support: 'NATIVE',
        // A value that its type has not, as a provider's new word might become.
        load: (_, refs) =>
          Promise.resolve(
            refs.map((ref) => ({ ref, remoteId: '1', fetchedAt: new Date(), kind: secret }) as never),
          ),
        cost: () => free,
        sample: mistake,
      },
    };
    const source: Source = {
      id: 'broken',
      provider: 'PIGELLO',
      currency: 'SEK',
      scanCalls: 200,
      sortRows: 5_000,
      timeZone: 'UTC',
      port,
      client: {
        origin: { source: 'broken', provider: 'PIGELLO' },
        baseUrl: 'http://127.0.0.1',
        openCircuits: [],
        onCircuit: () => () => undefined,
        load: { underWay: 0, waiting: 0 },
        watch: () => () => undefined,
        request: mistake,
        file: mistake,
        close: () => Promise.resolve(),
      },
      endpoints: [],
      drift: createDrift(),
      nationalIdMembers: [],
    };
    gateway = createGateway({
      sources: [source],
      cursorKeys: ['key'],
      log: {
        info: (message) => lines.push(message),
        // Nobody listens at its address.
        warn: (message) => (message.includes('cannot be reached') ? 0 : lines.push(message)),
        error: (message, fields) => lines.push(`${message} ${JSON.stringify(fields)}`),
      },
    });
    url = await gateway.listen(0, '127.0.0.1');
  });
  afterAll(() => gateway.close());

  const id = (type: 'Building' | 'Unit'): string => toGlobalId({ type, source: 'broken', key: ['1'] });
  const ask = async (query: string) => {
    lines.length = 0;
    const { body } = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const text = await body.text();
    expect(text).not.toContain('Inga');
    expect(text).not.toContain('0007');
    expect(text).not.toMatch(/\.ts|node_modules|TypeError/);
    expect(lines.join()).not.toContain('Inga');
    return JSON.parse(text) as { data: unknown; errors: readonly GraphQLFault[] };
  };

  it.each([
    [
      'in a source of a list',
      '{ buildings { nodes { id } sources { status error { code message } } } }',
      ['buildings'],
    ],
    ['in making a list', '{ units { nodes { id } } }', ['units']],
    ['in reading by id', `{ building(id: "${id('Building')}") { id } }`, ['building']],
    ['in one of several ids', `{ nodes(ids: ["${id('Building')}"]) { id } }`, ['nodes', 0]],
    [
      'in a value that has no place in the schema',
      `{ unit(id: "${id('Unit')}") { id kind } }`,
      ['unit', 'kind'],
    ],
  ])('%s is INTERNAL, says nothing of itself, and is logged', async (_, query, path) => {
    const { errors } = await ask(query);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path).toEqual(path);
    const { requestId } = errors[0]?.extensions as { readonly requestId: string };
    expect(requestId).toMatch(/^[\da-f]{32}$/);
    expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL', requestId });
    expect(errors[0]?.message).toBe('Something went wrong inside the gateway; its log says more.');
    expect(lines).toHaveLength(1);
    // Where it happened, so that somebody can find it, and for whom.
    expect(lines[0]).toMatch(/"name":"\w*Error","at":\["at /);
    expect(lines[0]).toContain(`"requestId":"${requestId}"`);
  });

  it('in a source of a list leaves the list an answer', async () => {
    const { data } = await ask(
      '{ buildings { nodes { id } totalCount sources { status error { code retryable } } } }',
    );
    expect(data).toEqual({
      buildings: {
        nodes: [],
        totalCount: null,
        sources: [{ status: 'FAILED', error: { code: 'INTERNAL', retryable: false } }],
      },
    });
  });
});
