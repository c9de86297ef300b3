import { createAuthenticate } from './access/authenticate.js';
import type { Environment } from './config/config.js';
import { createConnections, type Connected } from './config/connections.js';
import { prepare, type Prepared } from './config/prepare.js';
import { sandboxSources, type SandboxPlaces } from './config/sandbox-sources.js';
import type { Log } from './log.js';
import { reload } from './reload.js';
import type { Running } from './running.js';
import { createGateway, type Gateway } from './server.js';
import type { Content } from './served.js';
import { logOperations } from './telemetry/operation-log.js';
import type { MetricsPlace } from './telemetry/metrics-endpoint.js';
import { areTracesOn, startTraces } from './telemetry/traces.js';

export interface StartOptions {
  /** Read again by `reload`. */
  readonly environment: Environment;
  readonly prepared: Prepared;
  /** The sandbox, where no source is configured. */
  readonly sandbox: SandboxPlaces | null;
  readonly log: Log;
  /** Where metrics can be read, and what is read there, where that is not as the settings have it. */
  readonly metrics?: { readonly place: MetricsPlace | undefined; text(): Promise<string> };
}

/** A gateway in this process. */
export interface StartedGateway extends Running {
  readonly gateway: Gateway;
}

/**
 * Starts a gateway in this process, as it is configured.
 *
 * @throws ConfigError where it cannot listen
 */
export async function startGateway(options: StartOptions): Promise<StartedGateway> {
  const { environment, sandbox, log } = options;
  const { settings, persisted, ...configured } = options.prepared;
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
    ...(options.metrics === undefined
      ? {}
      : { metrics: options.metrics.place, metricsText: options.metrics.text }),
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
  };
  const address = await gateway.listen(settings.port, settings.host).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    gateway,
    address,
    metricsUrl: gateway.metricsUrl,
    reload: () =>
      reload(log, () => {
        // What would not start does not go on either; nothing is connected before that is known.
        const again = prepare(environment);
        const renewed = connect(again.sources);
        const next = toContent(again, renewed);
        gateway.replace(next);
        renewed.keep();
        content = next;
        return `Sources: ${next.sources.map(({ id }) => id).join(', ')}`;
      }),
    close,
  };
}
