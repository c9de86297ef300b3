import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Given to Node with `--import`: says at the end which packages of OpenTelemetry the process has loaded. */
const { cache } = createRequire(import.meta.url);
process.on('exit', () => {
  const packages = Object.keys(cache).flatMap((file) => /@opentelemetry\/[\w-]+/.exec(file) ?? []);
  writeSync(1, `loaded: ${[...new Set(packages)].join(' ')}\n`);
});
