import { wholeNumber } from '../../config/variable-forms.js';
import { MOST_WORKERS } from '../../config/server-variables.js';
import { serve } from '../../serve.js';
import {
  configOption,
  environmentOf,
  requireNoWords,
  UsageError,
  type Command,
  type Given,
} from '../command.js';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'run the gateway',
  usage: 'serve [--port <n>] [--host <address>] [--workers <n>]',
  help: `Runs the gateway until it is told to stop (SIGTERM, SIGINT), over the sandbox where no source is configured. SIGHUP reads
the configuration file again.

  --port <n>           in place of PORT
  --host <address>     in place of HOST
  --workers <n>        in place of GATEHOUSE_WORKERS: so many processes answer, 1 to ${MOST_WORKERS} (1)
${configOption}`,
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    workers: { type: 'string' },
    config: { type: 'string' },
  },
  async run(given, terminal) {
    requireNoWords(given, 'serve');
    const [port, host, workers] = [given.text('port'), given.text('host'), workersOf(given)];
    await serve({
      ...environmentOf(given, terminal),
      ...(port === undefined ? {} : { PORT: port }),
      ...(host === undefined ? {} : { HOST: host }),
      ...(workers === undefined ? {} : { GATEHOUSE_WORKERS: workers }),
    });
    return 0;
  },
};

/** Checked here, so that a fault names the option. */
function workersOf(given: Given): string | undefined {
  const told = given.text('workers');
  const fault =
    told === undefined ? undefined : wholeNumber(1, MOST_WORKERS).safeParse(told).error?.issues[0]?.message;
  if (fault !== undefined) throw new UsageError(`--workers: ${fault}; 1 is a single process.`);
  return told;
}
