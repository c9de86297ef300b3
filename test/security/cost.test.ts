import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway.js';
import { send, startProduction } from './production.js';

/** Few calls, and much work all the same. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startProduction({ only: ['pigello', 'casavi'] });
});
afterAll(() => gateway.close());

const ask = (query: string, variables: object = {}) => send(gateway, { body: { query, variables } });

describe('an answer', () => {
  const levels = (count: number): string =>
    count === 0 ? 'id' : `building { units(first: 100) { nodes { ${levels(count - 1)} } } }`;

  it('that shows the same records over and over ends at its limit', async () => {
    const { data, errors } = await ask(`{ units(first: 100) { nodes { ${levels(4)} } } }`);
    expect(data).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/500000 are allowed.*GATEHOUSE_MAX_VALUES/) as string,
        extensions: expect.objectContaining({ code: 'LIMIT_EXCEEDED', limit: 500_000 }) as object,
      }),
    ]);
  });

  it('that does so once or twice is given', async () => {
    const { data, errors } = await ask(`{ units(first: 10) { nodes { ${levels(2)} } } }`);
    expect([errors, data === null]).toEqual([[], false]);
  });
});

describe('a filter', () => {
  const many = (count: number) => ({ many: Array.from({ length: count }, (_, index) => `H-${index}`) });

  it.each(['units', 'linkedUnits', 'persons'])('of %s takes 500 values and no more', async (list) => {
    const query = `query ($many: [String!]) { ${list}(first: 1, filter: { externalId: $many }) { nodes { id } } }`;
    expect((await ask(query, many(500))).errors).toEqual([]);
    const { errors } = await ask(query, many(501));
    expect(errors.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
      ['filter.externalId: at most 500 values at once, got 501; ask in parts.', 'BAD_USER_INPUT'],
    ]);
  });

  it('takes a text of 200 characters and no more', async () => {
    const query = 'query ($part: String) { units(first: 1, filter: { search: $part }) { nodes { id } } }';
    expect((await ask(query, { part: 'x'.repeat(200) })).errors).toEqual([]);
    const { errors } = await ask(query, { part: 'swordfish'.repeat(30) });
    expect(errors.map(({ message }) => message)).toEqual([
      'filter.search: at most 200 characters; shorten it.',
    ]);
  });
});
