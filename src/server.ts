import type { ServerResponse } from 'node:http';
import type { YogaServerInstance } from 'graphql-yoga';
import { createAuthenticate, type Authenticate } from './access/authenticate.js';
import { createAdmission } from './admission.js';
import { isLoopback } from './config/loopback.js';
import {
  developmentCallerLimits,
  developmentLimits,
  developmentSurface,
  type Surface,
} from './config/server-settings.js';
import { createDocuments, documentsPath, type DocumentSettings } from './documents/documents.js';
import type { Source } from './domain/provider.js';
import { clientAddress } from './front/client-address.js';
import { createHttpServer, timesFor, type ClientTimes } from './front/http-server.js';
import { pathOf } from './front/request-head.js';
import { createStop, endServer } from './front/stop.js';
import { setWork } from './front/work.js';
import { createGraphQLServer, endpoint } from './graphql-server.js';
import type { CallRecord } from './http/call-log.js';
import { identitySettings, type IdentitySettings } from './identity/settings.js';
import type { Limits } from './limits/limits.js';
import { createRate } from './limits/rates.js';
import { listen } from './listen.js';
import { describe, type Log } from './log.js';
import { operationTime } from './operation.js';
import { noDocuments, type PersistedDocuments } from './persisted/documents.js';
import type { CallerLimits } from './plugins/use-caller-limits.js';
import type { PersistedMode } from './plugins/use-persisted.js';
import type { UpstreamMode } from './plugins/use-upstream.js';
import { createServed, type Content } from './served.js';
import type { OperationListener } from './telemetry/finished-operation.js';
import { createMetrics, type MetricValues } from './telemetry/metrics.js';
import {
  answerMetrics,
  createMetricsServer,
  metricsPath,
  metricsVariables,
  type MetricsPlace,
} from './telemetry/metrics-endpoint.js';
import { logDrift } from './wire/drift-log.js';

export interface GatewayOptions {
  readonly sources: readonly Source[];
  readonly cursorKeys: readonly [string, ...string[]];
  readonly log: Log;
  /**
   * Which names of its own the gateway answers to: any, or those of this machine alone, so that no web page can reach it by
   * a name that leads here. @default `everybody`
   */
  readonly openTo?: 'loopback' | 'everybody';
  /** Who may ask. @default anybody, who may see everything */
  readonly authenticate?: Authenticate;
  /** How records of several sources are found to be the same. @default as the configuration's defaults */
  readonly identity?: IdentitySettings;
  /** Milliseconds for one operation. @default 30 seconds */
  readonly operationTime?: number;
  /** Upstream calls that one operation may make at most. @default any number */
  readonly maxCalls?: number;
  /** Operations under way at once; one more is answered by 503. @default 500 */
  readonly maxOperations?: number;
  /** Milliseconds that operations get to finish when the gateway is closed. @default 8 seconds */
  readonly drainTime?: number;
  /** Milliseconds of them for which requests are still taken, so that none is lost on its way. @default 1 second */
  readonly stopGrace?: number;
  /** Whether `/health/ready` tells which sources are degraded and why, and not only how many. @default true */
  readonly healthDetails?: boolean;
  /** Whether answers show their upstream calls where a request does not say. @default `off` */
  readonly upstream?: UpstreamMode;
  /** Share of queries, from 0 to 1, that are run again with graphql-js to compare the answers. @default 0 */
  readonly verifiedShare?: number;
  /** Links to files of documents, and what is sent through them. */
  readonly documents?: DocumentSettings;
  /** What a request may hold. @default as the settings' defaults */
  readonly limits?: Limits;
  /** What one caller may have. @default as the settings' defaults in development: any number */
  readonly callerLimits?: CallerLimits;
  /** What can be seen and sent from outside. @default as the settings' defaults in development */
  readonly surface?: Surface;
  /** Operations that clients may send by their hashes. @default none */
  readonly persisted?: { readonly mode: PersistedMode; readonly documents: PersistedDocuments };
  /** How long clients may take. */
  readonly clientTimes?: Partial<ClientTimes>;
  /** Told the upstream calls of each operation when it ends. */
  readonly onCalls?: (calls: readonly CallRecord[]) => void;
  /** Told of each operation when it is over. */
  readonly onOperation?: readonly OperationListener[];
  /** Where metrics can be read. @default nowhere, and none are kept */
  readonly metrics?: MetricsPlace | undefined;
  /** What is read there. @default the metrics of this gateway */
  readonly metricsText?: () => Promise<string>;
}

export interface Gateway {
  /** For tests that need no server between. */
  readonly yoga: YogaServerInstance<object, object>;
  /** Listens and resolves to the address, e.g. `http://127.0.0.1:4000`. */
  listen(port: number, host: string): Promise<string>;
  /** Where metrics can be read, once it listens; `null` where there are none. */
  readonly metricsUrl: string | null;
  /** The metrics of this gateway; none where none are kept. */
  metricValues(): Promise<MetricValues>;
  /**
   * Serves other sources, or other callers, from now on, without dropping a request.
   *
   * @throws ConfigError where they do not fit together; then nothing has changed
   */
  replace(next: Content): void;
  /** Takes requests for a moment more, then none; lets running ones finish within a limit, and closes all connections. */
  close(): Promise<void>;
}

const readyPath = '/health/ready';

/** Everything that there is, but for files. yoga alone would also take paths that end in one of them. */
const paths: ReadonlySet<string> = new Set([endpoint, '/health/live', readyPath]);

const plainPaths: ReadonlySet<string> = new Set(['/health/live', readyPath, metricsPath]);

export function createGateway(options: GatewayOptions): Gateway {
  const { log, operationTime: time = operationTime } = options;
  const surface = options.surface ?? developmentSurface;
  const admission = createAdmission(options.maxOperations ?? 500);
  const metrics =
    options.metrics === undefined
      ? null
      : createMetrics({ underWay: () => admission.underWay, turnedAway: () => admission.turnedAway });
  const served = createServed(
    {
      sources: options.sources,
      identity: options.identity ?? identitySettings.parse({}),
      authenticate: options.authenticate ?? createAuthenticate(null, { isOpen: true }),
    },
    {
      log,
      // A link to a file takes that time twice: for the document's record, and until the file begins.
      longest: 2 * time + 1_000,
      attach(source) {
        const stops = [logDrift(source, log), metrics?.watch(source)];
        return () => stops.forEach((stop) => stop?.());
      },
    },
  );
  const callerLimits = options.callerLimits ?? developmentCallerLimits;
  const requests = createRate('requests', callerLimits.requests);
  const documents = createDocuments({
    ...options.documents,
    callerDownloads: callerLimits.downloads,
    requests,
    sources: () => served.current.sources,
    keys: options.cursorKeys,
    time,
    log,
    logInternal: (error) => log.error('a link to a file met an internal error', describe(error)),
  });
  const yoga = createGraphQLServer({
    current: () => served.current,
    cursorKeys: options.cursorKeys,
    documents,
    log,
    operationTime: time,
    maxCalls: options.maxCalls ?? Infinity,
    limits: options.limits ?? developmentLimits,
    callerLimits,
    requests,
    surface,
    addressOf: clientAddress(surface.trustedProxies),
    persisted: options.persisted ?? { mode: 'off', documents: noDocuments },
    upstream: options.upstream ?? 'off',
    verifiedShare: options.verifiedShare ?? 0,
    onVerified: (verdict) => metrics?.onVerified(verdict),
    onCalls: options.onCalls,
    onOperation: [...(options.onOperation ?? []), ...(metrics === null ? [] : [metrics.onOperation])],
  });

  const answerReady = (response: ServerResponse): void => {
    const { sources: all } = served.current.health;
    const status = stop.hasBegun ? 'STOPPING' : all.some((each) => each.status !== 'OK') ? 'DEGRADED' : 'OK';
    // Which systems a landlord has is nobody's business who is not let in.
    const sources =
      options.healthDetails === false
        ? { total: all.length, degraded: all.filter((each) => each.status !== 'OK').length }
        : all;
    // A source that is down leaves the gateway useful: it is ready.
    response
      .writeHead(stop.hasBegun ? 503 : 200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify({ status, sources }));
  };

  const read = metrics === null ? null : { ...metrics, text: options.metricsText ?? metrics.text };
  const beside = options.metrics === 'BESIDE' ? read : null;
  const ownMetrics = typeof options.metrics === 'object' ? options.metrics : null;
  const metricsServer = read === null || ownMetrics === null ? null : createMetricsServer(read);
  let metricsUrl: string | null = null;
  const server = createHttpServer(
    {
      cors: surface.cors,
      hsts: surface.hsts,
      times: { ...timesFor(time), ...options.clientTimes },
      hosts: options.openTo === 'loopback' ? isLoopback : null,
      serves: (path) =>
        paths.has(path) || path.startsWith(documentsPath) || (path === metricsPath && beside !== null),
    },
    (request, response) => {
      // They take no parameters: whatever stands behind them changes nothing.
      const path = pathOf(request);
      if (path !== null && plainPaths.has(path)) request.url = path;
      // Before admission: they tell why nothing else is let in.
      if (beside !== null && answerMetrics(beside, request, response)) return;
      if (!admission.admits(request, response)) return;
      if (request.url === readyPath) answerReady(response);
      // A file is streamed past yoga, which has a notion of answers that are whole.
      else if (documents.serves(request)) setWork(response, documents.serve(request, response));
      else setWork(response, Promise.resolve(yoga(request, response)));
    },
  );
  const stop = createStop(server);
  return {
    yoga,
    async listen(port, host) {
      const address = await listen(server, port, host);
      if (metricsServer !== null && ownMetrics !== null)
        metricsUrl = await listen(metricsServer, ownMetrics.port, ownMetrics.host, metricsVariables);
      else if (beside !== null) metricsUrl = address;
      served.watch();
      return address;
    },
    get metricsUrl() {
      return metricsUrl && metricsUrl + metricsPath;
    },
    metricValues: async () => (await metrics?.values()) ?? [],
    replace: (next) => served.replace(next),
    async close() {
      served.unwatch();
      await stop.begin({ grace: options.stopGrace ?? 1_000, drain: options.drainTime ?? 8_000 });
      await yoga.dispose();
      // Last, so that whoever reads them sees the stop, too.
      if (metricsServer !== null) await endServer(metricsServer, 0);
      await served.close();
    },
  };
}
