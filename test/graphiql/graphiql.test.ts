import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { examples } from '../../src/graphiql/examples.js';
import { startBrowser, type TestBrowser } from '../support/browser.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

interface Portfolio {
  readonly data: {
    readonly buildings: { readonly nodes: readonly { readonly name: string }[] };
  };
  readonly errors?: unknown;
  readonly extensions: {
    readonly upstream: {
      readonly total: { readonly calls: number; readonly waves: number };
      readonly calls: readonly {
        readonly wave: number;
        readonly source: string;
        readonly method: string;
        readonly path: string;
        readonly keys: number | null;
        readonly login: boolean;
        readonly startMs: number;
      }[];
    };
  };
}

describe('GraphiQL', () => {
  let gateway: TestGateway;
  let browser: TestBrowser;

  beforeAll(async () => {
    // The call log comes to those who ask for it.
    gateway = await startTestGateway({ upstream: 'off' });
    browser = await startBrowser();
  }, 60_000);

  afterAll(async () => {
    await Promise.all([browser.close(), gateway.close()]);
  });

  it('runs its example, shows the calls behind it, and asks nobody but the gateway', async () => {
    const page = await browser.browser.newPage({ viewport: { width: 1280, height: 900 } });
    const asked: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });

    await page.goto(`${gateway.url}/graphql`);
    await page.getByRole('tab', { name: 'BuildingPage' }).waitFor();
    const answering = page.waitForResponse(
      (response) => response.request().postData()?.includes('query Portfolio') === true,
    );
    await page.locator('.graphiql-execute-button').click();
    const response = await answering;
    const answer = (await response.json()) as Portfolio;

    expect(answer.errors).toBeUndefined();
    expect(answer.data.buildings.nodes).toHaveLength(5);
    const shown = page.locator('.graphiql-response .view-lines');
    await shown.filter({ hasText: '"buildings": {' }).waitFor();
    await shown.filter({ hasText: answer.data.buildings.nodes[0]!.name }).waitFor();

    // The log is asked for by the header that the tab opens with.
    expect(response.request().headers()['gatehouse-upstream']).toBe('log');
    const { calls, total } = answer.extensions.upstream;
    const log = page.getByRole('region', { name: 'Call log' });
    await log.getByText(`${total.calls} calls in ${total.waves} waves`).waitFor();
    const rows = await log
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].slice(0, 4).map(({ textContent }) => textContent)),
      );
    const told = [...calls].sort((one, other) => one.startMs - other.startMs);
    expect(rows).toEqual(
      told.map(({ wave, source, method, path, keys, login }) => [
        String(wave),
        source,
        `${method} ${path}${login ? ' login' : ''}`,
        keys === null ? '–' : String(keys),
      ]),
    );
    const places = await log
      .locator('.bar')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().x));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places.at(-1)).toBeGreaterThan(places[0]!);
    await picture(page, 'graphiql');

    // By keys alone: closed, open again, and the rows can be scrolled to.
    const button = log.getByRole('button', { name: 'Upstream calls' });
    const state = async () => [
      await button.getAttribute('aria-expanded'),
      await log.locator('table').isVisible(),
    ];
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await state()).toEqual(['false', false]);
    await page.keyboard.press('Space');
    expect(await state()).toEqual(['true', true]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('call-log-rows');

    expect(await violations(page)).toEqual(graphiqlsOwn);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('A GraphQL schema provides a root type').waitFor();

    // Where the window is narrow or dark, nothing is cut off, and all can be read.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 400, height: 800 });
    await log.locator('code').first().waitFor();
    expect(await log.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
    expect(await violations(page, 'gatehouse-call-log')).toEqual([]);
    await picture(page, 'graphiql-narrow');

    expect(faults).toEqual([]);
    expect(asked).toContain(`${gateway.url}/graphql`);
    const elsewhere = asked.filter((url) => !url.startsWith(gateway.url) && !/^(blob|data):/.test(url));
    expect(elsewhere).toEqual([]);
    await page.close();
  }, 60_000);

  it.each(examples.map((query) => [/query (\w+)/.exec(query)?.[1], query] as const))(
    'opens with %s, which the sandbox answers in full',
    async (name, query) => {
      const { data, errors } = await gateway.query<Readonly<Record<string, object>>>(query);
      expect([name, errors]).toEqual([expect.stringMatching(/^[A-Z]/), []]);
      const [found] = Object.values(data ?? {}) as { readonly nodes?: object[]; readonly length?: number }[];
      expect(found?.nodes?.length ?? found?.length).toBeGreaterThan(0);
    },
  );
});

/** What is wrong in what is not ours: tabs with buttons in them, and the colours of the logo. */
const graphiqlsOwn = ['color-contrast', 'nested-interactive'];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of axe that a page, or a part of it, breaks. */
async function violations(page: Page, part = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    const { axe: rules } = globalThis as unknown as { axe: { run(context: object): Promise<Result> } };
    // Nor its editors, whose thousands of elements take most of the time.
    const context = { include: [selector], exclude: ['.monaco-editor'] };
    return (await rules.run(context)).violations.map(({ id }) => id).sort();
  }, part);
}

interface Result {
  readonly violations: readonly { readonly id: string }[];
}

/** GATEHOUSE_TEST_SCREENSHOT=1 leaves pictures for a person to look at. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['GATEHOUSE_TEST_SCREENSHOT'])
    await page.screenshot({ path: join(tmpdir(), `${name}.png`) });
}
