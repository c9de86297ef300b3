import closeWithGrace from 'close-with-grace';
import { createAuthenticate } from './access/authenticate.js';
import { connectSources, readAuth, readIdentity, readSources } from './config/config.js';
import { loadEnvFile } from './config/env-file.js';
import { sandboxSources } from './config/sandbox-sources.js';
import { readServerSettings } from './config/server-settings.js';
import { ConfigError } from './errors.js';
import { createLog, describe } from './log.js';
import { readPersisted } from './persisted/documents.js';
import { startSandbox } from './sandbox/index.js';
import { createSchema } from './schema.js';
import { createGateway } from './server.js';
import { logOperations } from './telemetry/operation-log.js';
import { areTracesOn, startTraces } from './telemetry/traces.js';

/** Starts the gateway, with the sandbox behind it where no source is configured, and stops it cleanly. */
async function main(): Promise<void> {
  loadEnvFile();
  const configured = readSources(process.env);
  const auth = readAuth(process.env, configured);
  const settings = readServerSettings(process.env, configured.length, auth !== null);
  const log = createLog(settings.production, settings.logLevel);
  for (const warning of settings.warnings) log.warn(warning);

  const sandbox = configured.length === 0 ? await startSandbox() : null;
  const configs = sandbox === null ? configured : sandboxSources(sandbox);
  const sources = connectSources(configs);
  const traces = areTracesOn(process.env)
    ? await startTraces({
        environment: process.env,
        log,
        baseUrlOf: (id) => sources.find((source) => source.id === id)?.client.baseUrl,
      })
    : null;
  const gateway = createGateway({
    sources,
    identity: readIdentity(process.env),
    authenticate: createAuthenticate(auth, { isOpen: !settings.production }),
    cursorKeys: settings.cursorKeys,
    maxCalls: settings.maxCalls,
    maxOperations: settings.maxOperations,
    drainTime: settings.drainTime,
    documents: settings.documents,
    operationTime: settings.operationTime,
    limits: settings.limits,
    callerLimits: settings.callerLimits,
    surface: settings.surface,
    persisted: readPersisted(settings.persisted, createSchema()),
    healthDetails: !settings.production,
    upstream: settings.production ? 'off' : 'log',
    onOperation: [logOperations(log), ...(traces === null ? [] : [traces.onOperation])],
    ...(settings.metrics === undefined ? {} : { metrics: settings.metrics }),
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
      ? `Sources: ${configs.map(({ settings: { id } }) => id).join(', ')}`
      : 'No source is configured: serving the sandbox, four made-up providers on loopback (see .env.example).',
  );
  if (gateway.metricsUrl !== null) log.info(`Metrics are at ${gateway.metricsUrl}`);
  log.info(`Gatehouse is ready at ${address}/graphql`);

  // A field that fails at once leaves its siblings to themselves: that they fail, too, must not end the process.
  process.on('unhandledRejection', (reason) => {
    log.warn(
      'A failure came too late to be part of an answer.',
      reason instanceof Error ? describe(reason) : {},
    );
  });
  // Longer than operations get to finish: this is for what nobody thought of.
  closeWithGrace(
    { delay: settings.drainTime + 5_000, logger: false, skip: ['unhandledRejection'] },
    async ({ err }) => {
      if (err !== undefined) log.error('The process ends for an error that nobody caught.', describe(err));
      await close();
    },
  );
}

main().catch((error: unknown) => {
  // A faulty configuration is the operator's to mend: its message is all they need.
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
