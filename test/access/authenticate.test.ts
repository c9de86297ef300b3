import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey, hashApiKey } from '../../src/access/api-keys.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const key = createApiKey();
const expired = createApiKey();
const issuer = 'https://login.example';
const audience = 'gatehouse';

let signing: CryptoKey;
let foreign: CryptoKey;
let rotated: CryptoKey;
let jwks: JWK[];
let isUp = true;
let fetched = 0;
let issuers: Server;
let gateway: TestGateway;

beforeAll(async () => {
  const [one, other, next] = await Promise.all([
    generateKeyPair('ES256'),
    generateKeyPair('ES256'),
    generateKeyPair('ES256'),
  ]);
  signing = one.privateKey;
  foreign = other.privateKey;
  rotated = next.privateKey;
  jwks = [{ ...(await exportJWK(one.publicKey)), kid: 'one', alg: 'ES256' }];
  issuers = createServer((_, response) => {
    fetched += 1;
    if (!isUp) response.writeHead(500).end('the issuer is down');
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: jwks }));
  });
  await new Promise<void>((resolve) => issuers.listen(0, '127.0.0.1', resolve));
  const { port } = issuers.address() as AddressInfo;
  gateway = await startTestGateway({
    auth: {
      apiKeys: [
        { id: 'frontend', hash: hashApiKey(key), sources: ['pigello'], scopes: ['upstream'] },
        { id: 'old', hash: hashApiKey(expired), sources: '*', expires: '2020-01-01T00:00:00Z' },
      ],
      jwt: [
        {
          issuer,
          audience,
          jwksUrl: `http://127.0.0.1:${port}/jwks`,
          algorithms: ['ES256'],
          sourcesClaim: 'gatehouse_sources',
          scopes: ['pii:contact', 'upstream'],
          sources: ['pigello', 'casavi'],
        },
        {
          issuer: 'https://static.example',
          audience: ['other', audience],
          keys: [{ ...(await exportJWK(next.publicKey)) }],
          algorithms: ['ES256'],
          scopePrefix: 'gatehouse:',
          scopes: ['pii:contact', 'finance'],
          sources: '*',
        },
      ],
    },
  });
});
afterAll(async () => {
  await gateway.close();
  await new Promise((resolve) => issuers.close(resolve));
});

interface Claims {
  readonly [name: string]: unknown;
}

const soon = (): number => Math.floor(Date.now() / 1000) + 60;
const claims = (more: Claims = {}): Claims => ({
  iss: issuer,
  aud: audience,
  sub: 'somebody@example.com',
  exp: soon(),
  scope: 'pii:contact finance something-else',
  gatehouse_sources: ['casavi', 'facilitee'],
  ...more,
});

function sign(payload: Claims, by = signing, header: object = { kid: 'one' }): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', ...header }).sign(by);
}

async function ask(headers: Readonly<Record<string, string>>) {
  const {
    statusCode,
    headers: got,
    body,
  } = await request(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      query: '{ sources { id } persons(first: 1) { nodes { email authorizedAmount { amount } } } }',
    }),
  });
  const answer = (await body.json()) as {
    readonly data?: { readonly sources: readonly { readonly id: string }[] };
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: { readonly code: string; readonly scopes?: readonly string[] };
    }[];
  };
  return {
    status: statusCode,
    challenge: got['www-authenticate'],
    sources: answer.data?.sources.map(({ id }) => id),
    codes: answer.errors?.map(({ extensions }) => extensions.code) ?? [],
    refused: answer.errors?.flatMap(({ extensions }) => extensions.scopes ?? []) ?? [],
    text: JSON.stringify(answer),
  };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a caller', () => {
  it('is known by an API key, in either header', async () => {
    for (const headers of [bearer(key), { authorization: `bearer  ${key}` }, { 'x-api-key': key }]) {
      const { status, sources, refused } = await ask(headers);
      expect([status, sources, refused]).toEqual([200, ['pigello'], ['pii:contact', 'finance']]);
    }
  });

  it('is known by a token, with what it grants as far as its issuer may grant it', async () => {
    const { status, sources, refused } = await ask(bearer(await sign(claims())));
    // Facilitee is not for tokens of this issuer, nor is the scope `finance`.
    expect([status, sources, refused]).toEqual([200, ['casavi'], ['finance']]);
  });

  it('sees nothing where a token names no source, and the issuer wants it to', async () => {
    const { status, sources } = await ask(bearer(await sign(claims({ gatehouse_sources: undefined }))));
    expect([status, sources]).toEqual([200, []]);
  });

  it('is known by a token of an issuer whose keys stand in the configuration', async () => {
    const token = await sign(
      claims({
        iss: 'https://static.example',
        scope: ['gatehouse:pii:contact', 'gatehouse:finance', 'upstream'],
      }),
      rotated,
      {},
    );
    const { status, sources, refused } = await ask(bearer(token));
    expect([status, sources?.length, refused]).toEqual([200, 4, []]);
  });

  it('is known by a token within the tolerance of clocks', async () => {
    expect((await ask(bearer(await sign(claims({ exp: soon() - 63 }))))).status).toBe(200);
    expect((await ask(bearer(await sign(claims({ nbf: soon() - 57 }))))).status).toBe(200);
  });
});

describe('a request that does not prove who sent it', () => {
  const cases: Readonly<
    Record<string, () => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>>
  > = {
    'sends nothing': () => ({}),
    'sends an empty key': () => ({ 'x-api-key': '' }),
    'sends a key that is not known': () => bearer(createApiKey()),
    'sends a key that is too short to be one': () => bearer('gh_short'),
    'sends a key that is too long to be one': () => bearer('a'.repeat(600)),
    'sends the digest of a key': () => bearer(hashApiKey(key)),
    'sends a key with something behind it': () => bearer(`${key}x`),
    'sends a key in capitals': () => bearer(key.toUpperCase()),
    'sends a key that has expired': () => bearer(expired),
    'sends two credentials': () => ({ ...bearer(key), 'x-api-key': key }),
    'sends another scheme': () => ({ authorization: `Basic ${Buffer.from(`u:${key}`).toString('base64')}` }),
    'sends a scheme alone': () => ({ authorization: 'Bearer' }),
    'sends a list of credentials': () => ({ authorization: `Bearer ${key}, Bearer ${key}` }),
    'sends a token that is none': () => bearer('a.b.c'),
    'sends a token that is too long': () => bearer(`${'a'.repeat(9_000)}.b.c`),
    'sends a token without a signature': () => bearer(new UnsecuredJWT(claims()).encode()),
    'sends a token signed by another key': async () => bearer(await sign(claims(), foreign)),
    'sends a token signed by another key of its own': async () =>
      bearer(await sign(claims(), foreign, { kid: 'one', jwk: { kty: 'EC' } })),
    'sends a token signed with a shared secret': async () =>
      bearer(
        await new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .sign(Buffer.from(JSON.stringify(jwks[0]))),
      ),
    'sends a token of another issuer': async () =>
      bearer(await sign(claims({ iss: 'https://evil.example' }))),
    'sends a token without an issuer': async () => bearer(await sign(claims({ iss: undefined }))),
    'sends a token of one issuer, signed by another': async () =>
      bearer(await sign(claims({ iss: 'https://static.example' }))),
    'sends a token for somebody else': async () => bearer(await sign(claims({ aud: 'another-service' }))),
    'sends a token for nobody': async () => bearer(await sign(claims({ aud: undefined }))),
    'sends a token that has expired': async () => bearer(await sign(claims({ exp: soon() - 120 }))),
    'sends a token that never expires': async () => bearer(await sign(claims({ exp: undefined }))),
    'sends a token that is not valid yet': async () => bearer(await sign(claims({ nbf: soon() }))),
    'sends a token that names nobody': async () => bearer(await sign(claims({ sub: undefined }))),
    'sends a token that names an object': async () => bearer(await sign(claims({ sub: { a: 1 } }))),
    'sends a token by a key that is not known': async () =>
      bearer(await sign(claims(), signing, { kid: 'two' })),
    'sends a token whose payload was changed': async () => {
      const [head, , signature] = (await sign(claims())).split('.');
      const changed = Buffer.from(JSON.stringify(claims({ scope: 'finance' }))).toString('base64url');
      return bearer(`${head}.${changed}.${signature}`);
    },
    'sends a token with a critical header that nobody knows': async () =>
      bearer(
        await new SignJWT(claims())
          .setProtectedHeader({ alg: 'ES256', kid: 'one', crit: ['b64x'], b64x: true })
          .sign(signing, { crit: { b64x: true } }),
      ),
  };

  it.each(Object.entries(cases))(
    '%s: 401, without a call, and nothing of it is told',
    async (_, headersOf) => {
      const headers = await headersOf();
      gateway.sandbox.reset();
      const { status, challenge, sources, codes, text } = await ask(headers);
      expect([status, sources, codes, challenge]).toEqual([
        401,
        undefined,
        ['UNAUTHENTICATED'],
        'Bearer realm="gatehouse"',
      ]);
      for (const name of ['pigello', 'facilitee', 'homeq', 'casavi'] as const)
        expect(gateway.sandbox[name].requests).toEqual([]);
      for (const value of Object.values(headers)) {
        const credential = value.replace(/^bearer +/i, '');
        if (credential.length > 8) expect(text).not.toContain(credential);
      }
      expect(gateway.logged.join()).not.toContain('somebody@example.com');
    },
  );

  it('is refused before its body is read', async () => {
    const { statusCode, body } = await request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'this is no JSON',
    });
    await body.dump();
    expect(statusCode).toBe(401);
  });
});

describe('an issuer', () => {
  it('that is down locks nobody out whose key is known, and its new keys are found', async () => {
    expect((await ask(bearer(await sign(claims())))).status).toBe(200);
    isUp = false;
    const before = fetched;
    expect((await ask(bearer(await sign(claims())))).status).toBe(200);
    isUp = true;
    expect(fetched).toBe(before);
  });

  it('that was never reached is no fault of the caller', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const other = await startTestGateway({
      only: ['pigello'],
      auth: {
        jwt: [
          { issuer, audience, jwksUrl: `http://127.0.0.1:${port}/`, sources: '*', algorithms: ['ES256'] },
        ],
      },
    });
    try {
      const answer = await other.query('{ sources { id } }', {}, { headers: bearer(await sign(claims())) });
      expect([answer.status, answer.errors.map(({ extensions }) => extensions)]).toEqual([
        503,
        [{ code: 'UNAUTHENTICATED', retryable: true }],
      ]);
    } finally {
      await other.close();
    }
  });
});
