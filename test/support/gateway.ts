import { request } from 'undici';
import { createAuthenticate } from '../../src/access/authenticate.js';
import { authSettings } from '../../src/access/settings.js';
import { connectSources, type SourceConfig } from '../../src/config/config.js';
import { sandboxSources } from '../../src/config/sandbox-sources.js';
import type { DocumentSettings } from '../../src/documents/documents.js';
import type { Source } from '../../src/domain/provider.js';
import type { CallRecord } from '../../src/http/call-log.js';
import { identitySettings } from '../../src/identity/settings.js';
import { readServerSettings } from '../../src/config/server-settings.js';
import type { ClientTimes } from '../../src/front/http-server.js';
import type { Log } from '../../src/log.js';
import { readPersisted } from '../../src/persisted/documents.js';
import { createSchema } from '../../src/schema.js';
import { createPortfolio, type Portfolio } from '../../src/sandbox/portfolio.js';
import { startSandbox, type Sandbox, type SandboxOptions, type SystemName } from '../../src/sandbox/index.js';
import type { UpstreamMode } from '../../src/plugins/use-upstream.js';
import { createGateway, type Gateway } from '../../src/server.js';
import type { OperationListener } from '../../src/telemetry/finished-operation.js';
import type { MetricsPlace } from '../../src/telemetry/metrics-endpoint.js';

/** What a client got, and what it cost. */
export interface Answer<D> {
  readonly status: number;
  readonly data: D;
  readonly errors: readonly GraphQLFault[];
  readonly extensions: Readonly<Record<string, unknown>>;
  /** The upstream calls of this operation, logins excepted. */
  readonly calls: readonly CallRecord[];
  /** The longest chain of calls that waited for each other. */
  readonly waves: number;
}

export interface GraphQLFault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** All places that errors tell of: what failed for one reason in several is one error. */
export function placesOf(errors: readonly GraphQLFault[]): readonly (readonly (string | number)[])[] {
  return errors.flatMap(
    ({ path, extensions }) =>
      (extensions['paths'] as readonly (readonly (string | number)[])[] | undefined) ?? [path ?? []],
  );
}

/** A gateway on a port of its own with the sandbox behind it: tests speak GraphQL to it over HTTP. */
export interface TestGateway {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  /** The sources behind it: what they know of their lists is what queries through the gateway have seen. */
  readonly sources: readonly Source[];
  /** What the gateway logged as warnings or errors, with its fields. */
  readonly logged: readonly string[];
  query<D = never>(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    more?: RequestOptions,
  ): Promise<Answer<D>>;
  close(): Promise<void>;
}

/** What a request may hold besides its document and variables. */
export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

export interface TestGatewayOptions {
  /** How the stand-ins behave. */
  readonly sandbox?: SandboxOptions;
  /** Settings of sources, as they would stand in a configuration file. */
  readonly settings?: { readonly [N in SystemName]?: object };
  /** Only these sources, in the order of sources. */
  readonly only?: readonly SystemName[];
  readonly operationTime?: number;
  readonly maxCalls?: number;
  readonly maxOperations?: number;
  readonly drainTime?: number;
  /** @default 0: connections that clients of tests keep would make every test wait */
  readonly stopGrace?: number;
  /** Stand-ins that are stopped before the gateway starts. */
  readonly down?: readonly SystemName[];
  /** What holds for `extensions.upstream` where a request does not say. */
  readonly upstream?: UpstreamMode;
  readonly documents?: DocumentSettings;
  readonly cursorKeys?: readonly [string, ...string[]];
  /** `auth` as it would stand in a configuration file: then nobody else is answered. */
  readonly auth?: object;
  readonly onOperation?: readonly OperationListener[];
  readonly metrics?: MetricsPlace;
  readonly healthDetails?: boolean;
  readonly openTo?: 'loopback';
  /** Variables of the server, as they would stand in its environment; without `NODE_ENV` it is in development. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly clientTimes?: Partial<ClientTimes>;
  /** `identity` as it would stand in a configuration file. */
  readonly identity?: object;
}

/** Drawn up once each, since that takes longer than most tests; stand-ins only read it. */
const portfolios = new Map<string, Portfolio>();

function portfolioOf({ portfolio, seed, asOf }: SandboxOptions = {}): Portfolio {
  if (portfolio !== undefined) return portfolio;
  const name = JSON.stringify([seed, asOf]);
  let drawn = portfolios.get(name);
  if (drawn === undefined) {
    drawn = createPortfolio({
      ...(seed === undefined ? {} : { seed }),
      ...(asOf === undefined ? {} : { asOf }),
    });
    portfolios.set(name, drawn);
  }
  return drawn;
}

/**
 * Retries that do not make tests wait, and circuits that stay closed: one that opened would carry a fault on into the next
 * test. Tests of the pipeline itself say otherwise.
 */
const testLimits = { retryDelay: 1, breakAfter: 1_000_000 };

function withTestLimits(settings: TestGatewayOptions['settings'] = {}): TestGatewayOptions['settings'] {
  const names: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];
  return Object.fromEntries(
    names.map((name) => {
      const given = (settings[name] ?? {}) as { readonly limits?: object };
      return [name, { ...given, limits: { ...testLimits, ...given.limits } }];
    }),
  );
}

/** What the variables of a server make of its gateway. */
function asInEnvironment(environment: Readonly<Record<string, string>>) {
  const settings = readServerSettings(environment, 1, true);
  const { limits, callerLimits, surface, maxCalls, maxOperations, verifiedShare } = settings;
  const persisted = readPersisted(settings.persisted, createSchema());
  return { limits, callerLimits, surface, persisted, maxCalls, maxOperations, verifiedShare };
}

export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const sandbox = await startSandbox({ ...options.sandbox, portfolio: portfolioOf(options.sandbox) });
  const logged: string[] = [];
  const keep: Log['warn'] = (message, fields) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = {
    info: () => undefined,
    warn: keep,
    error: keep,
  };
  const chosen = (config: SourceConfig): boolean =>
    options.only === undefined || options.only.includes(config.settings.id as SystemName);
  for (const name of options.down ?? []) await sandbox[name].stop();
  let calls: readonly CallRecord[] = [];
  const sources = connectSources(sandboxSources(sandbox, withTestLimits(options.settings)).filter(chosen));
  const gateway = createGateway({
    sources,
    cursorKeys: options.cursorKeys ?? ['a key that only tests use'],
    log,
    identity: identitySettings.parse(options.identity ?? {}),
    ...(options.auth === undefined
      ? {}
      : { authenticate: createAuthenticate(authSettings.parse(options.auth), { isOpen: false }) }),
    onCalls: (made) => (calls = made.filter(({ login }) => !login)),
    ...(options.operationTime === undefined ? {} : { operationTime: options.operationTime }),
    ...(options.maxCalls === undefined ? {} : { maxCalls: options.maxCalls }),
    ...(options.maxOperations === undefined ? {} : { maxOperations: options.maxOperations }),
    ...(options.drainTime === undefined ? {} : { drainTime: options.drainTime }),
    stopGrace: options.stopGrace ?? 0,
    ...(options.onOperation === undefined ? {} : { onOperation: options.onOperation }),
    ...(options.metrics === undefined ? {} : { metrics: options.metrics }),
    ...(options.healthDetails === undefined ? {} : { healthDetails: options.healthDetails }),
    ...(options.openTo === undefined ? {} : { openTo: options.openTo }),
    ...(options.upstream === undefined ? {} : { upstream: options.upstream }),
    ...(options.documents === undefined ? {} : { documents: options.documents }),
    ...(options.clientTimes === undefined ? {} : { clientTimes: options.clientTimes }),
    ...(options.environment === undefined ? {} : asInEnvironment(options.environment)),
  });
  const url = await gateway.listen(0, '127.0.0.1');

  return {
    url,
    sandbox,
    gateway,
    sources,
    logged,
    async query<D>(
      document: string,
      variables: Readonly<Record<string, unknown>> = {},
      { headers = {}, operationName }: RequestOptions = {},
    ) {
      calls = [];
      const { statusCode, body } = await request(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify({ query: document, variables, operationName }),
      });
      const answer = (await body.json()) as {
        readonly data: D;
        readonly errors?: readonly GraphQLFault[];
        readonly extensions?: Readonly<Record<string, unknown>>;
      };
      return {
        status: statusCode,
        data: answer.data,
        errors: answer.errors ?? [],
        extensions: answer.extensions ?? {},
        calls,
        waves: calls.reduce((deepest, call) => Math.max(deepest, call.wave), 0),
      };
    },
    async close() {
      await gateway.close();
      await sandbox.close();
    },
  };
}
