import { serve } from '../../serve.js';
import { configOption, environmentOf, requireNoWords, type Command } from '../command.js';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'run the gateway',
  usage: 'serve [--port <n>] [--host <address>]',
  help: `Runs the gateway until it is told to stop (SIGTERM, SIGINT), over the sandbox where no source is configured. SIGHUP reads
the configuration file again.

  --port <n>           in place of PORT
  --host <address>     in place of HOST
${configOption}`,
  options: { port: { type: 'string' }, host: { type: 'string' }, config: { type: 'string' } },
  async run(given, terminal) {
    requireNoWords(given, 'serve');
    const [port, host] = [given.text('port'), given.text('host')];
    await serve({
      ...environmentOf(given, terminal),
      ...(port === undefined ? {} : { PORT: port }),
      ...(host === undefined ? {} : { HOST: host }),
    });
    return 0;
  },
};
