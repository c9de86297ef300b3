import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

describe('/health/ready without details', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ healthDetails: false, only: ['pigello', 'casavi'], down: ['casavi'] });
  });
  afterAll(() => gateway.close());

  it('says that it is ready, and of how many sources how many are degraded, but not which', async () => {
    const read = async (): Promise<unknown> => (await fetch(`${gateway.url}/health/ready`)).json();
    await expect.poll(read).toEqual({ status: 'DEGRADED', sources: { total: 2, degraded: 1 } });
  });
});
