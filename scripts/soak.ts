import { readOptions } from './soak/options.js';
import { isGood, toJson, toLines } from './soak/report.js';
import { runSoak } from './soak/run.js';

/**
 * `npm run soak`: lets clients ask the gateway for minutes while its providers fail, and holds every answer against the
 * portfolio. Ends with 1 where an answer was wrong, the gateway ended, its memory grew or a login was not renewed.
 */
try {
  const options = readOptions(process.argv.slice(2));
  const result = await runSoak(options);
  process.stdout.write(
    options.json ? `${JSON.stringify(toJson(result), null, 2)}\n` : `${toLines(result).join('\n')}\n`,
  );
  process.exitCode = isGood(result) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
