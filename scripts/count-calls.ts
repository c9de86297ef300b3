import { writeFileSync } from 'node:fs';
import { startSandbox } from '../src/sandbox/index.js';
import { catalogues } from './calls/catalogues.js';
import { measure } from './calls/measure.js';
import { callsPage, type MeasuredCatalogue } from './calls/page.js';
import { formatted, pathOf } from './docs/files.js';

/** Writes `docs/calls.md`: runs all counted queries against the sandbox. Tests fail where the page says anything else. */
const sandbox = await startSandbox();
try {
  const measured: MeasuredCatalogue[] = [];
  for (const catalogue of catalogues) {
    measured.push({ title: catalogue.title, measured: await measure(catalogue, sandbox) });
  }
  writeFileSync(pathOf('docs/calls.md'), await formatted('docs/calls.md', callsPage(measured)));
} finally {
  await sandbox.close();
}
