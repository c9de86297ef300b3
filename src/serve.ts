import { readFileSync } from 'node:fs';
import type { Environment } from './config/config.js';
import { prepare, type Prepared } from './config/prepare.js';
import type { SandboxSettings } from './config/server-settings.js';
import { endCleanly } from './ending.js';
import { ConfigError } from './errors.js';
import { createLog, type Log } from './log.js';
import type { Running } from './running.js';
import {
  PortfolioError,
  portsFrom,
  readPortfolio,
  SANDBOX_NAMES,
  startSandbox,
  type Sandbox,
} from './sandbox/index.js';
import { startGateway } from './start-gateway.js';
import { startWorkers } from './workers/primary.js';

/**
 * Starts the gateway, in this process or in workers, with the sandbox behind it where no source is configured, and stops it
 * cleanly when the process is told to. SIGHUP reads the configuration again.
 *
 * @throws ConfigError
 */
export async function serve(environment: Environment): Promise<void> {
  const prepared = prepare(environment);
  const { settings } = prepared;
  const log = createLog(settings.production, settings.logLevel);
  for (const warning of settings.warnings) log.warn(warning);

  const sandbox = prepared.sources.length === 0 ? await openSandbox(settings.sandbox) : null;
  const start = settings.workers === 1 ? startGateway : startWorkers;
  const running = await start({ environment, prepared, sandbox, log }).catch(async (error: unknown) => {
    // The sandbox alone would keep the process alive.
    await sandbox?.close();
    throw error;
  });
  announce(running, prepared, sandbox, log);

  process.on('SIGHUP', () => {
    if (sandbox === null) running.reload();
    else log.warn('SIGHUP: the sandbox is served, which has no configuration.');
  });
  endCleanly({
    log,
    // Longer than operations get to finish, and than workers get to end: this is for what nobody thought of.
    patience: settings.drainTime + (settings.workers === 1 ? 5_000 : 7_000),
    async close() {
      await running.close();
      await sandbox?.close();
    },
  });
}

function announce(
  { address, metricsUrl }: Running,
  { sources, settings: { workers } }: Prepared,
  sandbox: Sandbox | null,
  log: Log,
): void {
  log.info(
    sandbox === null
      ? `Sources: ${sources.map(({ settings: { id } }) => id).join(', ')}`
      : 'No source is configured: serving the sandbox, four made-up providers on loopback (see .env.example).',
  );
  if (sandbox !== null) {
    const places = SANDBOX_NAMES.map((name) => `${name} ${sandbox[name].url}`);
    log.info(`What goes wrong there can be switched (docs/sandbox.md): ${places.join(', ')}`);
  }
  if (metricsUrl !== null) log.info(`Metrics are at ${metricsUrl}`);
  if (workers > 1) log.info(`${workers} workers answer.`);
  log.info(`Gatehouse is ready at ${address}/graphql`);
}

/** @throws ConfigError where its portfolio cannot be served, or a port is taken */
async function openSandbox({ file, port, ...options }: SandboxSettings): Promise<Sandbox> {
  try {
    return await startSandbox({
      ...options,
      ports: portsFrom(port),
      ...(file === undefined ? {} : { portfolio: readPortfolio(readFileSync(file, 'utf8')) }),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof PortfolioError)
      throw new ConfigError(`GATEHOUSE_SANDBOX_PORTFOLIO: cannot be served.\n${error.message}`);
    if (code === 'EADDRINUSE')
      throw new ConfigError('GATEHOUSE_SANDBOX_PORT: one of the four ports is in use; choose others.');
    if (code === undefined) throw error;
    throw new ConfigError(
      `GATEHOUSE_SANDBOX_PORTFOLIO: the file cannot be read (${code}); name one that is there.`,
    );
  }
}
