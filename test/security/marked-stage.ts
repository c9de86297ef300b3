import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { request } from 'undici';
import { expect, vi } from 'vitest';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { scopes, type Scope } from '../../src/access/caller.js';
import { startSandbox, type Sandbox, type SystemName } from '../../src/sandbox/index.js';
import { guards } from '../access/scopes.table.js';
import type { GraphQLFault } from '../support/gateway.js';
import { runProgram } from '../support/program.js';
import { startCollector } from '../telemetry/collector.js';
import { createMarkedPortfolio, found, mark, scopeOf, withOddMembers } from './marks.js';

/** The program in production, with marked providers behind it; and whatever comes out of it. */

export const systems: readonly SystemName[] = ['pigello', 'facilitee', 'homeq', 'casavi'];

/** Who asks: with all scopes by a key or by a token, with none, or nobody at all. */
export type Asker = 'all' | 'token' | 'none' | 'nobody';

export interface Question {
  readonly as?: Asker;
  readonly method?: 'GET' | 'POST' | 'OPTIONS' | 'HEAD' | 'PUT';
  /** Behind the gateway's address, or an address. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly GraphQLFault[];
  readonly extensions: unknown;
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly url: string;
  /** What nobody but those concerned may know, by name. */
  readonly secrets: Map<string, string>;
  /** Kinds that some answer has shown in its data. */
  readonly shown: Set<string>;
  /** Kinds that some request has held. */
  readonly sent: Set<string>;
  /** The configuration file, and the environment that the program was started with. */
  readonly file: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly configuration: { readonly sources: readonly object[]; readonly auth: object };
  /** Sends a request and searches its answer. */
  send(question: Question): Promise<Told>;
  /** The same for a query. */
  ask(query: string, variables?: object, question?: Question): Promise<Told>;
  /** A token that is signed as it must be. */
  tokenFor(claims: object, lifetime?: string): Promise<string>;
  /** From now on the providers answer rightly, with members that nobody knows. */
  heal(): void;
  signal(signal: NodeJS.Signals): void;
  log(): string;
  /** Ends the program; what it has said and sent in all. */
  end(): Promise<{ readonly log: string; readonly complaints: string; readonly traces: string }>;
  close(): Promise<void>;
}

export const cursorKey = `${mark('cursorkey')}-and-some-more`;
const issuer = 'https://issuer.example';
const subject = `${mark('subject')}@people.example`;
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export async function startStage(folder: string): Promise<Stage> {
  const sandbox = await startSandbox({ portfolio: createMarkedPortfolio() });
  const collector = await startCollector();
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = { all: createApiKey(), none: createApiKey() };
  const tokenFor: Stage['tokenFor'] = (claims, lifetime = '5m') =>
    new SignJWT({
      sub: subject,
      scope: Object.keys(scopes).join(' '),
      iss: issuer,
      aud: 'gatehouse',
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256' })
      .setExpirationTime(lifetime)
      .sign(privateKey);
  const token = await tokenFor({});
  const credentials: Readonly<Record<Asker, Readonly<Record<string, string>>>> = {
    all: { 'x-api-key': keys.all },
    none: { authorization: `Bearer ${keys.none}` },
    token: { authorization: `Bearer ${token}` },
    nobody: {},
  };

  const secrets = new Map<string, string>([
    ['key of all', keys.all],
    ['key of none', keys.none],
    ['hash of a key', hashApiKey(keys.all)],
    ['token of a caller', token],
    ['key of the issuer', (await exportJWK(publicKey)).x ?? ''],
    ...systems.flatMap((name) =>
      Object.entries(sandbox[name].credentials).map(
        ([member, value]) => [`${name}'s ${member}`, value] as const,
      ),
    ),
  ]);

  const file = join(folder, 'gatehouse.json');
  const documents = join(folder, 'documents.json');
  const configuration = {
    sources: systems.map((id) => ({
      id,
      provider: id,
      baseUrl: sandbox[id].url,
      credentials: sandbox[id].credentials,
      // Faults must neither last nor go on into the next path.
      limits: {
        ...{ retryDelay: 1, breakAfter: 1_000_000, breakFor: 10, breakAtMost: 10 },
        ...{ callTimeout: 1_500, attempts: 2, maxBodyBytes: 1_000_000 },
      },
    })),
    auth: {
      apiKeys: [
        { id: 'all', hash: hashApiKey(keys.all), sources: '*', scopes: Object.keys(scopes) },
        { id: 'none', hash: hashApiKey(keys.none), sources: '*' },
      ],
      jwt: [
        {
          issuer,
          audience: 'gatehouse',
          keys: [await exportJWK(publicKey)],
          algorithms: ['ES256'],
          scopes: Object.keys(scopes),
          sources: '*',
        },
      ],
    },
  };
  writeFileSync(file, JSON.stringify(configuration));
  writeFileSync(documents, JSON.stringify({ listed: `{ sources { id } } # ${mark('listed')}` }));
  const environment = {
    PORT: '0',
    NODE_ENV: 'production',
    LOG_LEVEL: 'trace',
    GATEHOUSE_CONFIG: file,
    GATEHOUSE_CURSOR_KEY: cursorKey,
    GATEHOUSE_METRICS_PORT: '0',
    // Paths that an operator may open; what is closed by default tells less.
    GATEHOUSE_GET: 'on',
    GATEHOUSE_GRAPHIQL: 'on',
    GATEHOUSE_SUGGESTIONS: 'on',
    GATEHOUSE_PERSISTED: 'optional',
    GATEHOUSE_PERSISTED_FILE: documents,
    // Whatever there is is asked for at once.
    GATEHOUSE_MAX_TOKENS: '20000',
    GATEHOUSE_MAX_DOCUMENT_BYTES: '200000',
    GATEHOUSE_MAX_FIELDS: '20000',
    GATEHOUSE_MAX_CALLS: 'off',
    GATEHOUSE_UNKNOWN_REQUESTS: 'off',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${mark('collector')}`,
  };
  const program = runProgram(main, [], { cwd: folder, environment });
  // `expect.poll` is for tests, and this is a hook.
  const url = await vi
    .waitFor(() => urlIn(program.printed()), { timeout: 25_000 })
    .catch((error: unknown) => {
      program.process.kill('SIGKILL');
      throw error;
    });

  const shown = new Set<string>();
  const sent = new Set<string>();
  const heal = (): void => {
    for (const name of systems) {
      sandbox[name].clearFaults();
      sandbox[name].fail('*', {
        change(body, { method }) {
          if (method !== 'POST') return withOddMembers(body);
          // A login: tokens are no secret before they are issued.
          for (const [member, value] of Object.entries(body as object))
            if (/token/.test(member) && typeof value === 'string' && value.length > 16)
              secrets.set(`${name}'s ${member} ${value.slice(-4)}`, value);
          return body;
        },
      });
    }
  };
  heal();

  const send: Stage['send'] = async ({
    as = 'all',
    method = 'POST',
    path = '/graphql',
    headers = {},
    body,
  }) => {
    const isRaw = typeof body === 'string';
    const content = body === undefined || isRaw ? body : JSON.stringify(body);
    for (const kind of found(`${path}\n${JSON.stringify(headers)}\n${content ?? ''}`)) sent.add(kind);
    const answer = await request(path.startsWith('http') ? path : url + path, {
      method,
      headers: {
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        accept: 'application/json',
        ...credentials[as],
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = Buffer.from(await answer.body.arrayBuffer()).toString('latin1');
    const isGraphQL = String(answer.headers['content-type']).includes('json') && text !== '';
    const parsed = isGraphQL ? (JSON.parse(Buffer.from(text, 'latin1').toString()) as Partial<Told>) : {};
    // A file is data with a name, and both are for whoever holds the link.
    const isFile = path.includes('/documents/') && answer.statusCode === 200;
    const { 'content-disposition': name, ...others } = answer.headers;
    if (isFile) for (const kind of found(`${String(name)} ${text}`)) shown.add(kind);
    const told = {
      status: answer.statusCode,
      headers: isFile ? others : answer.headers,
      text,
      data: parsed.data,
      errors: parsed.errors ?? [],
      extensions: parsed.extensions,
    };
    search(isFile ? { ...told, text: '' } : told, as, { secrets, shown });
    return told;
  };

  return {
    sandbox,
    url,
    secrets,
    shown,
    sent,
    file,
    folder,
    environment,
    configuration,
    send,
    ask: (query, variables = {}, question = {}) => send({ body: { query, variables }, ...question }),
    tokenFor,
    heal,
    signal: (signal) => void program.process.kill(signal),
    log: program.printed,
    async end() {
      program.process.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      return { log: program.printed(), complaints: program.complained(), traces: collector.text() };
    },
    async close() {
      program.process.kill('SIGKILL');
      await program.ended;
      await collector.close();
      await sandbox.close();
    },
  };
}

function urlIn(log: string): string {
  const [, url] = /ready at (\S+)\/graphql"/.exec(log) ?? [];
  if (url === undefined) throw new Error('The program is not ready.');
  return url;
}

/** Names that clients give in a document: messages and paths repeat them, since they would say nothing otherwise. */
const names = new Set(['alias', 'field', 'type', 'argument', 'directive', 'fragment', 'variable', 'named']);

/** Which scopes a field of this name takes, in whatever type. */
const scopesOf = new Map<string, Set<Scope>>();
for (const { open: _, ...guarded } of Object.values(guards))
  for (const [scope, fields] of Object.entries(guarded))
    for (const field of fields.split(/\s+/))
      scopesOf.set(field, (scopesOf.get(field) ?? new Set()).add(scope as Scope));

/** Marks may stand in the data, beneath fields that show them, for callers that have their scopes; and nowhere else. */
function search(
  { headers, text, data, errors, extensions }: Told,
  as: Asker,
  { secrets, shown }: Pick<Stage, 'secrets' | 'shown'>,
): void {
  const isGraphQL = data !== undefined || errors.length > 0;
  expect([...found(JSON.stringify(headers), secrets)]).toEqual([]);
  const outside = isGraphQL ? JSON.stringify({ errors, extensions }) : text;
  expect(
    [...found(outside, secrets)].filter((kind) => !names.has(kind) || !isGraphQL),
    outside,
  ).toEqual([]);

  const leaks = new Set<string>();
  const mayHaveScopes = as === 'all' || as === 'token';
  const lookAt = (value: string, under: ReadonlySet<Scope>, place: string): void => {
    for (const kind of found(value, secrets)) {
      shown.add(kind);
      const scope = scopeOf[kind];
      if (secrets.has(kind)) leaks.add(`${place} shows ${kind}`);
      else if (scope !== undefined && !(mayHaveScopes && (under.has(scope) || under.has('raw'))))
        leaks.add(`${place} shows ${kind} to ${as}`);
    }
  };
  const look = (value: unknown, under: ReadonlySet<Scope>, place: string): void => {
    if (Array.isArray(value)) for (const each of value) look(each, under, place);
    else if (typeof value === 'object' && value !== null)
      for (const [member, inner] of Object.entries(value)) {
        // Members of a record as the provider has it are no fields.
        const isRaw = under.has('raw');
        if (isRaw) lookAt(member, under, place);
        const scopes = isRaw ? undefined : scopesOf.get(member);
        look(inner, scopes === undefined ? under : new Set([...under, ...scopes]), `${place}.${member}`);
      }
    else if (value !== null) lookAt(String(value), under, place);
  };
  look(data, new Set(), 'data');
  expect([...leaks]).toEqual([]);
}
