import { Agent, request, type Dispatcher } from 'undici';
import { describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** What clients meet while the gateway is stopped. */

type Head = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>;

async function get(gateway: TestGateway, path: string, dispatcher: Agent): Promise<Head> {
  const { statusCode, headers, body } = await request(`${gateway.url}${path}`, { dispatcher });
  await body.dump();
  return { statusCode, headers };
}

describe('a stop', () => {
  it('drops no request of clients that keep asking on the connections they have', async () => {
    const gateway = await startTestGateway({ only: ['pigello'], stopGrace: 1_000 });
    const dispatchers = Array.from({ length: 6 }, () => new Agent({ connections: 1 }));
    let answered = 0;
    /** Asks until it is told that its connection ends, and then once more. */
    const keepAsking = async (dispatcher: Agent): Promise<unknown> => {
      for (;;) {
        const { statusCode, headers } = await get(gateway, '/graphql?query={__typename}', dispatcher);
        expect(statusCode).toBe(200);
        answered += 1;
        if (headers['connection'] === 'close') break;
      }
      return get(gateway, '/graphql?query={__typename}', dispatcher).then(
        ({ statusCode }) => statusCode,
        (error: unknown) => (error as { readonly code?: unknown }).code,
      );
    };
    const clients = dispatchers.map(keepAsking);
    await expect.poll(() => answered).toBeGreaterThan(60);
    const closing = gateway.close();
    for (const outcome of await Promise.all(clients)) expect([200, 'ECONNREFUSED']).toContain(outcome);
    await closing;
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.close()));
  });

  it('is told by each answer from its beginning on, also on connections that are new', async () => {
    const gateway = await startTestGateway({ only: ['pigello'], stopGrace: 1_000 });
    const [kept, fresh] = [new Agent(), new Agent()];
    await get(gateway, '/health/live', kept);
    const closing = gateway.close();
    for (const [path, status, dispatcher] of [
      ['/health/ready', 503, kept],
      ['/health/live', 200, fresh],
      ['/nowhere', 404, fresh],
      ['/documents/none', 403, fresh],
    ] as const) {
      const { statusCode, headers } = await get(gateway, path, dispatcher);
      expect([path, statusCode, headers['connection']]).toEqual([path, status, 'close']);
    }
    await closing;
    await expect(get(gateway, '/health/live', fresh)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await Promise.all([kept.close(), fresh.close()]);
  });

  it('does not wait where nobody is connected', async () => {
    const hours = 10_000_000;
    const gateway = await startTestGateway({ only: ['pigello'], stopGrace: hours, drainTime: hours });
    await gateway.close();
    await expect(fetch(gateway.url)).rejects.toThrow();
  });
});
