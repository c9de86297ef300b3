import { request } from 'undici';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';

/** What the one caller proves itself by. */
export const apiKey = createApiKey();

/** A gateway as it runs in production. */
export function startProduction({
  environment = {},
  ...options
}: TestGatewayOptions = {}): Promise<TestGateway> {
  return startTestGateway({
    only: ['pigello'],
    environment: {
      NODE_ENV: 'production',
      GATEHOUSE_CURSOR_KEY: 'a-key-that-only-tests-use',
      ...environment,
    },
    auth: { apiKeys: [{ id: 'tests', hash: hashApiKey(apiKey), sources: '*', scopes: ['upstream'] }] },
    healthDetails: false,
    ...options,
  });
}

/** An answer with its head. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'OPTIONS' | 'HEAD' | 'PUT' | 'DELETE';
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text or bytes as they are, anything else as JSON. */
  readonly body?: unknown;
}

/** Sends one request to a gateway, as GraphQL's own media type unless its headers say otherwise. */
export async function send(
  { url }: Pick<TestGateway, 'url'>,
  { method = 'POST', path = '/graphql', headers = {}, body }: Sent,
): Promise<Reply> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const answer = await request(`${url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      accept: 'application/graphql-response+json',
      'x-api-key': apiKey,
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  const isJson = text !== '' && String(answer.headers['content-type'] ?? '').includes('json');
  const { data, errors = [] } = (isJson ? JSON.parse(text) : {}) as Partial<Reply>;
  return { status: answer.statusCode, headers: answer.headers, text, data, errors };
}
