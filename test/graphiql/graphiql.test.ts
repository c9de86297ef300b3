import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

interface Portfolio {
  readonly data: {
    readonly buildings: { readonly nodes: readonly { readonly name: string }[] };
  };
  readonly errors?: unknown;
}

describe('GraphiQL', () => {
  let gateway: TestGateway;
  let browser: TestBrowser;

  beforeAll(async () => {
    gateway = await startTestGateway();
    browser = await startBrowser();
  }, 60_000);

  afterAll(async () => {
    await Promise.all([browser.close(), gateway.close()]);
  });

  it('runs its example query, and asks nobody but the gateway', async () => {
    const page = await browser.browser.newPage({ viewport: { width: 1280, height: 900 } });
    const asked: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => faults.push(error.message));

    await page.goto(`${gateway.url}/graphql`);
    const answering = page.waitForResponse(
      (response) => response.request().postData()?.includes('query Portfolio') === true,
    );
    await page.locator('.graphiql-execute-button').click();
    const answer = (await (await answering).json()) as Portfolio;

    expect(answer.errors).toBeUndefined();
    expect(answer.data.buildings.nodes).toHaveLength(5);
    const shown = page.locator('.graphiql-response .view-lines');
    await shown.filter({ hasText: '"buildings": {' }).waitFor();
    await shown.filter({ hasText: answer.data.buildings.nodes[0]!.name }).waitFor();

    // GATEHOUSE_TEST_SCREENSHOT=1 leaves a picture for a person to look at.
    if (process.env['GATEHOUSE_TEST_SCREENSHOT'])
      await page.screenshot({ path: join(tmpdir(), 'graphiql.png') });
    expect(faults).toEqual([]);
    expect(asked).toContain(`${gateway.url}/graphql`);
    expect(asked.filter((url) => new URL(url).origin !== gateway.url)).toEqual([]);
    await page.close();
  }, 60_000);
});
