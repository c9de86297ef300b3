import { prepare } from '../config/prepare.js';
import { endCleanly } from '../ending.js';
import { ConfigError } from '../errors.js';
import { createLog, describe } from '../log.js';
import { startGateway, type StartedGateway } from '../start-gateway.js';
import type { ToPrimary, ToWorker, WorkerOrder } from './messages.js';

/** A worker: a process that answers requests, and does what the primary tells it. With the primary it ends (Node sees to that). */

let started: Promise<StartedGateway | null> | undefined;
let stop = (): void => process.exit();

/** Those who wait for the metrics of all workers. */
const waiting = new Map<number, (text: string | null) => void>();
let asked = 0;

process.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'start':
      started = start(message);
      break;
    case 'reload':
      void started?.then((running) => running?.reload());
      break;
    case 'stop':
      stop();
      break;
    case 'metrics':
      void started
        ?.then((running) => running?.gateway.metricValues())
        .then((values = []) => tell({ kind: 'metrics', id: message.id, values }));
      break;
    case 'sum':
      waiting.get(message.id)?.(message.text);
      waiting.delete(message.id);
  }
});
// A terminal sends them to all processes, the primary among them, which tells us what to do.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
// Sent to all processes by service managers, or to this one alone, in whose place the primary starts another.
process.on('SIGTERM', () => stop());
tell({ kind: 'here' });

async function start({ environment, number, sandbox }: WorkerOrder): Promise<StartedGateway | null> {
  try {
    const prepared = prepare(environment);
    const { settings } = prepared;
    const log = createLog(settings.production, settings.logLevel, number);
    const running = await startGateway({
      environment,
      prepared,
      sandbox,
      log,
      metrics: {
        // A port of their own is the primary's: workers would take turns there.
        place: typeof settings.metrics === 'object' ? 'KEPT' : settings.metrics,
        text: askForSum,
      },
    });
    const end = endCleanly({
      log,
      patience: settings.drainTime + 5_000,
      except: ['SIGINT', 'SIGTERM'],
      close: () => running.close(),
    });
    // The signal and the primary's word may both come.
    stop = () => {
      stop = () => undefined;
      end();
    };
    tell({ kind: 'ready', address: running.address, metricsUrl: running.metricsUrl });
    return running;
  } catch (error) {
    const isConfig = error instanceof ConfigError;
    const message = isConfig ? error.message : String((error as Error).stack);
    const seen = error instanceof Error ? describe(error) : {};
    tell({ kind: 'failed', message, isConfig, seen }, () => process.exit(1));
    return null;
  }
}

function askForSum(): Promise<string> {
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    waiting.set(id, (text) => {
      if (text === null) reject(new Error('The metrics of all workers cannot be told.'));
      else resolve(text);
    });
    tell({ kind: 'sum', id });
  });
}

function tell(message: ToPrimary, then: () => void = () => undefined): void {
  // Where the primary is gone, this process is about to end.
  process.send?.(message, undefined, undefined, then);
}
