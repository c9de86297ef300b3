import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright, type Browser } from 'playwright-core';

/** A headless browser of our own. */
export interface TestBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Starts Chromium from an npm package: no browser, no library of the system and no download is needed. It can reach
 * this machine and nothing else.
 */
export async function startBrowser(): Promise<TestBrowser> {
  // The package unpacks into the folder for temporary files and takes whatever lies there already, even half a browser
  // that a killed run left. So it gets a folder of its own.
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-browser-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  // Read when the package is loaded: it then brings NSS, NSPR and expat as well.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: [...chromium.args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    });
    return {
      browser,
      async close() {
        await browser.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
