import { readFileSync } from 'node:fs';
import closeWithGrace from 'close-with-grace';
import { createAuthenticate } from './access/authenticate.js';
import type { Environment } from './config/config.js';
import { createConnections, type Connected } from './config/connections.js';
import { prepare, type Prepared } from './config/prepare.js';
import { sandboxSources } from './config/sandbox-sources.js';
import { ConfigError } from './errors.js';
import { createLog, describe, type Log } from './log.js';
import {
  PortfolioError,
  portsFrom,
  readPortfolio,
  SANDBOX_NAMES,
  startSandbox,
  type Sandbox,
} from './sandbox/index.js';
import type { SandboxSettings } from './config/server-settings.js';
import { createGateway } from './server.js';
import type { Content } from './served.js';
import { logOperations } from './telemetry/operation-log.js';
import { areTracesOn, startTraces } from './telemetry/traces.js';

/**
 * Starts the gateway, with the sandbox behind it where no source is configured, and stops it cleanly when the process is
 * told to. SIGHUP reads the configuration again.
 *
 * @throws ConfigError
 */
export async function serve(environment: Environment): Promise<void> {
  const { settings, persisted, ...configured } = prepare(environment);
  const log = createLog(settings.production, settings.logLevel);
  for (const warning of settings.warnings) log.warn(warning);

  const sandbox = configured.sources.length === 0 ? await openSandbox(settings.sandbox) : null;
  const connect = createConnections();
  const toContent = (
    { auth, identity }: Pick<Prepared, 'auth' | 'identity'>,
    connected: Connected,
  ): Content => ({
    sources: connected.sources,
    identity,
    authenticate: createAuthenticate(auth, { isOpen: !settings.production }),
  });
  const connected = connect(sandbox === null ? configured.sources : sandboxSources(sandbox));
  connected.keep();
  let content = toContent(configured, connected);
  const traces = areTracesOn(environment)
    ? await startTraces({
        environment,
        log,
        baseUrlOf: (id) => content.sources.find((source) => source.id === id)?.client.baseUrl,
      })
    : null;
  const gateway = createGateway({
    ...settings,
    ...content,
    persisted,
    // What the sandbox has is made up, and anybody's.
    openTo: settings.production || sandbox !== null ? 'everybody' : 'loopback',
    healthDetails: !settings.production,
    upstream: settings.production ? 'off' : 'log',
    onOperation: [logOperations(log), ...(traces === null ? [] : [traces.onOperation])],
    log,
  });
  const close = async (): Promise<void> => {
    await gateway.close();
    await traces?.close();
    await sandbox?.close();
  };
  const address = await gateway.listen(settings.port, settings.host).catch(async (error: unknown) => {
    // The sandbox alone would keep the process alive.
    await close();
    throw error;
  });

  log.info(
    sandbox === null
      ? `Sources: ${namesOf(content)}`
      : 'No source is configured: serving the sandbox, four made-up providers on loopback (see .env.example).',
  );
  if (sandbox !== null) {
    const places = SANDBOX_NAMES.map((name) => `${name} ${sandbox[name].url}`);
    log.info(`What goes wrong there can be switched (docs/sandbox.md): ${places.join(', ')}`);
  }
  if (gateway.metricsUrl !== null) log.info(`Metrics are at ${gateway.metricsUrl}`);
  log.info(`Gatehouse is ready at ${address}/graphql`);

  process.on('SIGHUP', () => {
    if (sandbox !== null) return log.warn('SIGHUP: the sandbox is served, which has no configuration.');
    reload(log, () => {
      // What would not start does not go on either; nothing is connected before that is known.
      const again = prepare(environment);
      const renewed = connect(again.sources);
      const next = toContent(again, renewed);
      gateway.replace(next);
      renewed.keep();
      content = next;
      return `Sources: ${namesOf(next)}`;
    });
  });
  // A field that fails at once leaves its siblings to themselves: that they fail, too, must not end the process.
  process.on('unhandledRejection', (reason) => {
    log.warn(
      'A failure came too late to be part of an answer.',
      reason instanceof Error ? describe(reason) : {},
    );
  });
  // Longer than operations get to finish: this is for what nobody thought of.
  closeWithGrace(
    { delay: settings.drainTime + 5_000, logger: false, skip: ['unhandledRejection', 'SIGHUP'] },
    async ({ err }) => {
      if (err !== undefined) log.error('The process ends for an error that nobody caught.', describe(err));
      await close();
    },
  );
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

/** Takes a new configuration, or keeps the old one and says why. */
function reload(log: Log, take: () => string): void {
  try {
    log.info(`The configuration was read again. ${take()}`);
  } catch (error) {
    if (error instanceof ConfigError) {
      log.error('The configuration cannot be used; the gateway goes on with the one before.', {
        reason: error.message,
      });
    } else {
      log.error('The configuration could not be read again.', error instanceof Error ? describe(error) : {});
    }
  }
}

function namesOf({ sources }: Content): string {
  return sources.map(({ id }) => id).join(', ');
}
