import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortfolio } from '../../src/sandbox/portfolio.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

/** A provider that goes down and comes back while a frontend looks on. */

let gateway: TestGateway;
let address: string;

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { portfolio: createPortfolio({ buildings: 3 }), faults: [{ provider: 'homeq', word: 'reset' }] },
  });
  address = `${gateway.sandbox.casavi.url}/_sandbox/faults`;
});
afterAll(() => gateway.close());

async function tell(method: string, body?: string, headers: Record<string, string> = {}) {
  const answer = await request(address, { method, headers, ...(body === undefined ? {} : { body }) });
  return { status: answer.statusCode, told: (await answer.body.json()) as object };
}

async function statuses(): Promise<Readonly<Record<string, string>>> {
  const { data } = await gateway.query<{
    buildings: { sources: { sourceId: string; status: string }[] };
  }>(`{ buildings { sources { sourceId status } } }`);
  return Object.fromEntries(
    (data?.buildings.sources ?? []).map(({ sourceId, status }) => [sourceId, status]),
  );
}

describe('the control address', () => {
  it('makes a provider fail and answer again; what failed from the start goes on failing', async () => {
    expect(await statuses()).toMatchObject({ homeq: 'FAILED', casavi: 'OK' });
    expect(await tell('PUT', '["503", "latency=1@50%"]')).toEqual({
      status: 200,
      told: { faults: ['503', 'latency=1@50%'] },
    });
    await tell('PUT', '["503"]');
    expect(await statuses()).toMatchObject({ homeq: 'FAILED', casavi: 'FAILED' });
    expect(await tell('GET')).toEqual({ status: 200, told: { faults: ['503'] } });
    expect(await tell('DELETE')).toEqual({ status: 200, told: { faults: [] } });
    expect(await statuses()).toMatchObject({ homeq: 'FAILED', casavi: 'OK' });
  });

  it.each(['429', 'garbage', 'truncate'])('knows %s', async (word) => {
    await tell('PUT', JSON.stringify([word]));
    expect(await statuses()).toMatchObject({ casavi: 'FAILED' });
    await tell('DELETE');
  });

  it.each([
    ['PUT', '503', 'Send a JSON list of faults, such as ["503"].'],
    ['PUT', '["503", "swordfish"]', '[1]: must be a status from 400 to 599, latency=<ms>,'],
    ['PUT', '[503]', '[0]: must be a status from 400 to 599, latency=<ms>,'],
    ['POST', '["503"]', 'Send GET, PUT or DELETE.'],
  ])('refuses %s %s, and changes nothing', async (method, body, message) => {
    const { status, told } = await tell(method, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect((told as { message: string }).message).toContain(message);
    expect(await tell('GET')).toEqual({ status: 200, told: { faults: [] } });
  });

  it('answers no name that leads here from elsewhere, and is no call of a client', async () => {
    expect((await tell('GET', undefined, { host: 'rebound.example' })).status).toBe(403);
    const paths = gateway.sandbox.casavi.requests.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/_sandbox'))).toEqual([]);
  });
});
