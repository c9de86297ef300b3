import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const root = fileURLToPath(new URL('../../examples/portfolio', import.meta.url));
const { resolve } = createRequire(import.meta.url);

describe('the example application', () => {
  let folder: string;
  let gateway: TestGateway;
  let browser: TestBrowser;
  let server: PreviewServer;
  let url: string;
  let page: Page;
  const asked: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-example-'));
    [gateway, browser] = await Promise.all([startTestGateway(), startBrowser(), build(folder)]);
    const target = { target: gateway.url, changeOrigin: false };
    server = await preview({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'silent',
      build: { outDir: folder },
      preview: { port: 0, proxy: { '/graphql': target, '/documents': target } },
    });
    url = server.resolvedUrls!.local[0]!;
    page = await browser.browser.newPage();
    page.setDefaultTimeout(10_000);
    // Of all pages, those of documents too.
    page.context().on('request', (request) => asked.push(request.url()));
    page.context().on('weberror', (error) => faults.push(error.error().message));
    page.context().on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
  }, 120_000);

  afterAll(async () => {
    await Promise.all([browser.close(), server.close(), gateway.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  // One page for all tests: this Chromium is a single process, which ends with the first page that is closed.
  beforeEach(async () => {
    await page.goto('about:blank');
    await page.setViewportSize({ width: 1280, height: 600 });
  });

  afterEach(async () => {
    gateway.sandbox.reset();
    const elsewhere = asked.filter((address) => !address.startsWith(url) && address !== 'about:blank');
    expect({ elsewhere, faults }).toEqual({ elsewhere: [], faults: [] });
  });

  /** The ids of the buildings that the list shows, in its order. */
  const shown = () =>
    page
      .locator('.card')
      .evaluateAll((cards) =>
        cards.map((card) => decodeURIComponent(card.getAttribute('href')!.replace('#/buildings/', ''))),
      );

  it('reads the buildings of all sources into one list, as far as it is scrolled', async () => {
    const { data } = await gateway.query<{
      readonly buildings: { readonly nodes: { readonly id: string }[] };
    }>('{ buildings(first: 100, orderBy: { field: NAME }) { nodes { id } pageInfo { hasNextPage } } }');
    const all = data.buildings.nodes.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(50);

    await page.goto(url);
    await page.getByText('25 buildings shown, there are more.').waitFor();
    expect(await shown()).toEqual(all.slice(0, 25));
    for (let count = 50; count < all.length; count += 25) {
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      await page.getByText(`${count} buildings shown`).waitFor();
    }
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.getByText(`${all.length} buildings, that is all.`).waitFor();
    expect(await shown()).toEqual(all);
    const sources = await page.getByRole('list', { name: 'Sources' }).locator('li').allTextContents();
    expect(sources.map((text) => text.replace(/\d+$/, ''))).toEqual([
      'pigello answers',
      'facilitee answers',
      'homeq answers',
      'casavi answers',
    ]);
    const counts = sources.map((text) => Number(/\d+$/.exec(text)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(all.length);
  });

  it('says what is missing while a source is down, and reads it when it is back', async () => {
    const banner = page.locator('.banner');
    const casavi = page.getByRole('list', { name: 'Sources' }).getByText('casavi');
    await page.goto(url);
    await page.getByText('25 buildings shown').waitFor();
    expect(await banner.count()).toBe(0);

    gateway.sandbox.casavi.fail('*', { status: 503 });
    await page.reload();
    await banner
      .getByText(/^casavi has not answered since \d\d:\d\d\. Missing from it: buildings\./)
      .waitFor();
    await page.getByText('25 buildings shown').waitFor();
    expect(await casavi.locator('..').textContent()).toBe('casavi does not answer0');
    expect(await violations(page, { part: '.banner' })).toEqual([]);
    await picture(page, 'down');

    // It stays from page to page, and gathers what is missing. One column, since each takes its time.
    await page.evaluate("location.hash = '/issues?status=Unknown'");
    await banner.getByText('Missing from it: buildings and issues.').waitFor();

    const retry = banner.getByRole('button', { name: 'Try again' });
    await Promise.all([page.waitForResponse(`${url}graphql`), retry.click()]);
    await retry.waitFor();

    gateway.sandbox.casavi.clearFaults();
    await retry.click();
    await page.getByText('All sources answer again.').waitFor({ state: 'attached' });
    expect(await banner.count()).toBe(0);
    await page.getByRole('link', { name: 'Portfolio' }).click();
    await page.getByText('casavi answers').waitFor();
    await page.locator('.card', { hasText: 'casavi' }).first().waitFor();
  });

  it('shows a building with all that hangs on it, and opens its documents', async () => {
    await page.goto(url);
    await page.locator('.card', { hasText: 'pigello' }).first().click();
    const heading = page.getByRole('heading', { level: 1 });
    await page.getByRole('heading', { name: 'Units' }).waitFor();
    const name = (await heading.textContent())!;
    expect(await page.title()).toBe(`${name} – Gatehouse`);
    expect(await heading.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    for (const title of ['Units', 'Leases and tenants', 'Issues', 'Documents'])
      expect(await page.getByRole('region', { name: title }).getByRole('listitem').count()).toBeGreaterThan(
        0,
      );

    const leases = page.getByRole('region', { name: 'Leases and tenants' });
    expect(await leases.getByRole('listitem').count()).toBe(10);
    const more = leases.getByRole('button', { name: 'More' });
    await more.focus();
    await page.keyboard.press('Enter');
    await leases.getByText('that is all').waitFor();
    expect(await leases.getByRole('listitem').count()).toBeGreaterThan(10);
    // The button is gone, and the focus with it would be nowhere.
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/that is all/);

    const documents = page.getByRole('region', { name: 'Documents' });
    const file = page
      .context()
      .waitForEvent('response', (response) => response.url().includes('/documents/'));
    await documents
      .getByRole('link', { name: /\.pdf$/ })
      .first()
      .click();
    const response = await file;
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf']);

    // What was read is kept: going back asks nobody.
    gateway.sandbox.pigello.fail('*', { status: 503 });
    await page.getByRole('link', { name: 'Portfolio' }).click();
    await page.goBack();
    await heading.getByText(name).waitFor();
  });

  it('filters the issues by status and source, and keeps the choice in the address', async () => {
    await page.goto(url);
    await page.getByRole('link', { name: 'Issues' }).click();
    const columns = page.locator('.board h2');
    await page
      .getByText(/^\d+ issues/)
      .nth(4)
      .waitFor();
    await page
      .getByText(/· facilitee$/)
      .first()
      .waitFor();

    await page.getByRole('checkbox', { name: 'Waiting' }).check();
    await page.getByRole('checkbox', { name: 'casavi' }).check();
    expect(await columns.allTextContents()).toEqual(['Waiting']);
    await page.getByText(/^\d+ issues/).waitFor();
    const rows = await page.locator('.board li').allTextContents();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/(Waiting|On hold|Quotation).*· casavi$/);

    await page.reload();
    await page.getByText(`${rows.length} issues`).waitFor();
    expect(await page.getByRole('checkbox', { name: 'casavi' }).isChecked()).toBe(true);
    expect(await columns.allTextContents()).toEqual(['Waiting']);
    // Which has no issues: that is said, and is not the same as none.
    await page.getByRole('checkbox', { name: 'homeq' }).check();
    await page.getByRole('checkbox', { name: 'casavi' }).uncheck();
    await page.getByText('Not to be had from homeq.').waitFor();
    await page.getByRole('checkbox', { name: 'Waiting' }).uncheck();
    expect(await columns.count()).toBe(5);
  });

  it('says so where nothing can be read, and tries again when told to', async () => {
    const refuse = () =>
      page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'Refused.' }] } }));
    await refuse();
    await page.goto(url);
    await page.getByRole('alert').getByText('This could not be read: Refused.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('25 buildings shown').waitFor();

    await refuse();
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.getByText('The next page could not be read. 25 buildings shown').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'More buildings' }).click();
    await page.getByText('50 buildings shown').waitFor();
  });

  it('breaks no rule of accessibility, light or dark, wide or narrow', async () => {
    const { data } = await gateway.query<{
      readonly buildings: { readonly nodes: { readonly id: string }[] };
    }>('{ buildings(first: 1, filter: { sources: ["pigello"] }) { nodes { id } } }');
    const pages = {
      list: '/',
      building: `/buildings/${encodeURIComponent(data.buildings.nodes[0]!.id)}`,
      // One column: the others are like it, and each takes its time.
      issues: '/issues?status=Waiting',
    };
    for (const [name, path] of Object.entries(pages)) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${url}#${path}`);
      await page
        .getByText(/^\d+ \w+.* (there are more|that is all)\./)
        .first()
        .waitFor();
      expect([name, await violations(page)]).toEqual([name, []]);
      await picture(page, `${name}-light`);
      // Nothing but the colours is different in the dark.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect([name, await violations(page, { only: ['color-contrast'] })]).toEqual([name, []]);
      await picture(page, `${name}-dark`);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await picture(page, `${name}-narrow`);
    }

    // By keys alone: past the links to the content.
    await page.goto('about:blank');
    await page.goto(url);
    await page.getByText('25 buildings shown').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });
});

/** Builds the application as `npm start` does, but into a folder: in a process of its own, since here `NODE_ENV` is `test`. */
async function build(folder: string): Promise<void> {
  const { NODE_ENV: _, ...env } = process.env;
  const vite = join(dirname(resolve('vite/package.json')), 'bin/vite.js');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', root, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'],
    { env },
  );
}

const axe = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

interface Checked {
  /** @default the whole page */
  readonly part?: string;
  /** @default all rules */
  readonly only?: readonly string[];
}

/** The rules of axe that a page breaks. */
async function violations(page: Page, { part = 'html', only }: Checked = {}): Promise<readonly string[]> {
  // Not as an element of the page, which its policy would refuse.
  await page.evaluate(axe);
  return page.evaluate(
    async ([context, options]) => {
      const { axe: rules } = globalThis as unknown as {
        axe: { run(context: string, options: object): Promise<Result> };
      };
      return (await rules.run(context, options)).violations.map(({ id }) => id).sort();
    },
    [part, { resultTypes: ['violations'], ...(only === undefined ? {} : { runOnly: only }) }] as const,
  );
}

interface Result {
  readonly violations: readonly { readonly id: string }[];
}

/** GATEHOUSE_TEST_SCREENSHOT=1 leaves pictures for a person to look at. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['GATEHOUSE_TEST_SCREENSHOT'])
    await page.screenshot({ path: join(tmpdir(), `portfolio-${name}.png`) });
}
