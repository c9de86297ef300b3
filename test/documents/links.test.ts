import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentLinks } from '../../src/documents/link.js';
import { parseGlobalId } from '../../src/domain/global-id.js';
import type { Ref } from '../../src/domain/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { faultOf, linkOf, scan } from './support.js';

const oldKey = 'a key that signed before';
const newKey = 'a key that signs today';

describe('a link to a file', () => {
  let gateway: TestGateway;
  let link: string;
  let id: string;
  beforeAll(async () => {
    gateway = await startTestGateway({ only: ['pigello'], cursorKeys: [newKey, oldKey] });
    link = await linkOf(gateway, scan);
    const payload = Buffer.from(link.slice(link.lastIndexOf('/') + 1), 'base64url').subarray(32);
    [id] = JSON.parse(payload.toString()) as [string];
  });
  afterAll(() => gateway.close());

  const follow = (token: string) => fetch(`${gateway.url}/documents/${token}`);
  const tokenOf = (key: string, { now = Date.now, lifetime = 300, document = id } = {}): string =>
    createDocumentLinks({ keys: [key], lifetime, now }).write({
      document: parseGlobalId(document) as Ref<'Document'>,
      caller: 'somebody',
    });
  const own = (): string => link.slice(link.lastIndexOf('/') + 1);

  it('opens the file, and asks for no call before it is followed', async () => {
    expect((await follow(own())).status).toBe(200);
    gateway.sandbox.reset();
    const plain = await gateway.query('{ documents(first: 5) { nodes { id } } }');
    const linked = await gateway.query('{ documents(first: 5) { nodes { id url } } }');
    expect(linked.calls.length).toBe(plain.calls.length);
    expect(gateway.sandbox.pigello.requests.filter(({ path }) => path.startsWith('/files'))).toEqual([]);
  });

  it('may be signed by any key that is accepted, and is signed by the first', async () => {
    expect((await follow(tokenOf(oldKey))).status).toBe(200);
    expect(createDocumentLinks({ keys: [newKey], lifetime: 1 }).read(own())).toMatchObject({
      caller: 'everybody',
    });
    expect(await faultOf(await follow(tokenOf('a key of somebody else')))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
  });

  it('ends', async () => {
    const past = tokenOf(newKey, { now: () => Date.now() - 300_000 });
    expect(await faultOf(await follow(past))).toMatchObject({ status: 410, code: 'FORBIDDEN' });
    expect((await follow(tokenOf(newKey, { now: () => Date.now() - 200_000 }))).status).toBe(200);
  });

  it('is refused where a letter of it is another, missing or more', async () => {
    const right = own();
    const forged = [
      '',
      right.slice(0, -1),
      right.slice(0, 40),
      `${right}A`,
      `${right}=`,
      `${right}/`,
      `${right}%00`,
      `${right}%2f..`,
      `B${right.slice(1)}`,
      `${right.slice(0, -8)}${right.slice(-8).toUpperCase()}x`,
      'A'.repeat(5_000),
      // Signed for something else by the same key.
      (
        await gateway.query<{ documents: { pageInfo: { endCursor: string } } }>(
          '{ documents(first: 1) { pageInfo { endCursor } } }',
        )
      ).data.documents.pageInfo.endCursor,
      id,
    ];
    gateway.sandbox.reset();
    for (const token of forged) {
      const answer = await follow(token);
      expect([token.length, answer.status]).toEqual([token.length, 403]);
    }
    expect(gateway.sandbox.pigello.requests).toEqual([]);
  });

  it('leads to nothing where the document or its source is gone', async () => {
    const gone = Buffer.from('Document:elsewhere:signabledocument:x:y').toString('base64url');
    const unknown = Buffer.from(
      'Document:pigello:signabledocument:00000000-0000-4000-8000-000000000000:00000000-0000-4000-8000-000000000000',
    ).toString('base64url');
    for (const document of [gone, unknown])
      expect(await faultOf(await follow(tokenOf(newKey, { document })))).toMatchObject({
        status: 404,
        code: 'NOT_FOUND',
      });
  });

  it('takes GET and HEAD, and no parameter but one', async () => {
    for (const [method, allowed] of [
      ['POST', 'GET, HEAD'],
      ['PUT', expect.any(String)],
      ['DELETE', expect.any(String)],
    ] as const) {
      const answer = await fetch(link, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
      await answer.arrayBuffer();
    }
    for (const query of ['part=x', 'part=metadata&part=metadata', 'a=b', 'part'])
      expect(await faultOf(await fetch(`${link}?${query}`))).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
      });
  });

  it('begins with what the request was sent to, or with what the settings say', async () => {
    const ask = async (to: TestGateway, host: string): Promise<string> => {
      const { body } = await request(`${to.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', host },
        body: JSON.stringify({ query: '{ documents(first: 1) { nodes { url } } }' }),
      });
      const { data } = (await body.json()) as { data: { documents: { nodes: readonly [{ url: string }] } } };
      return data.documents.nodes[0].url;
    };
    expect(await ask(gateway, 'data.example.com:8443')).toMatch(
      /^http:\/\/data\.example\.com:8443\/documents\/[\w-]+$/,
    );
    const named = await startTestGateway({
      only: ['pigello'],
      documents: { publicUrl: 'https://api.example.com/data' },
    });
    expect(await ask(named, 'elsewhere.example.com')).toMatch(
      /^https:\/\/api\.example\.com\/data\/documents\/[\w-]+$/,
    );
    await named.close();
  });
});
