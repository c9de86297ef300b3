import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
    const executablePath = await chromium.executablePath();
    // Its list of font folders names none of ours, and Chromium dies where a glyph has no font at all.
    await writeFile(join(folder, 'fonts.conf'), fontsIn(folder));
    const browser = await playwright.launch({
      executablePath,
      env: { ...process.env, FONTCONFIG_PATH: folder },
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

/** A configuration for fontconfig that knows the fonts of the package, unpacked into a folder, and no others. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}
