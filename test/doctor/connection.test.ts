import { createServer as createPlainServer, type Server } from 'node:net';
import { createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeConnection, lookAt } from '../../src/doctor/connection.js';
import { selfSigned } from './certificate.js';

/** What a connection tells before anything is asked. */

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};
const judged = async (url: string) => judgeConnection(url, await lookAt(url, 2_000));

describe('the look at a host', () => {
  const secure = createServer(selfSigned);
  const plain = createPlainServer((socket) =>
    socket.on('error', () => undefined).end('HTTP/1.1 400 No\r\n\r\n'),
  );
  const silent = createPlainServer((socket) => socket.on('error', () => undefined));
  let ports: { readonly secure: number; readonly plain: number; readonly silent: number };
  beforeAll(async () => {
    ports = {
      secure: await listening(secure),
      plain: await listening(plain),
      silent: await listening(silent),
    };
  });
  afterAll(() => {
    for (const server of [secure, plain, silent]) server.close();
  });

  it('says nothing of one that takes the connection', async () => {
    expect(await judged(`http://127.0.0.1:${ports.plain}`)).toEqual([]);
  });

  it('tells a certificate that is signed by itself', async () => {
    const [finding, ...others] = await judged(`https://localhost:${ports.secure}`);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', code: 'TLS', endpoint: null });
    expect(finding?.message).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT/);
    expect(finding?.cure).toMatch(/NODE_EXTRA_CA_CERTS/);
  });

  it('tells a port without TLS', async () => {
    const [finding] = await judged(`https://localhost:${ports.plain}`);
    expect(finding).toMatchObject({ severity: 'error', code: 'TLS' });
    expect(finding?.cure).toMatch(/scheme and port/);
  });

  it('tells one that never answers', async () => {
    const url = `https://localhost:${ports.silent}`;
    const [finding] = judgeConnection(url, await lookAt(url, 100));
    expect(finding).toMatchObject({ severity: 'error', code: 'UNREACHABLE' });
    expect(finding?.message).toMatch(/ETIMEDOUT/);
  });

  it('tells a port where nothing listens, and a host that nobody knows', async () => {
    const server = createPlainServer();
    const free = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const [refused] = await judged(`http://127.0.0.1:${free}`);
    expect(refused?.message).toMatch(/refused \(ECONNREFUSED\)/);
    const [unknown] = await judged('https://nobody.invalid');
    expect(unknown).toMatchObject({ severity: 'error', code: 'UNREACHABLE' });
    expect(unknown?.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });
});

describe('the judgement of a certificate', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const judge = (refused: string | null, days: number) =>
    judgeConnection(
      'https://api.example',
      { failure: null, certificate: { refused, validTo: new Date(now + days * 86_400_000) } },
      now,
    );

  it('is silent where it is good for long', () => {
    expect(judge(null, 90)).toEqual([]);
  });

  it('warns where it ends soon', () => {
    expect(judge(null, 13.5)).toMatchObject([
      { severity: 'warning', code: 'TLS', message: 'the certificate of the host ends in 13 days' },
    ]);
  });

  it.each([
    ['CERT_HAS_EXPIRED', /renew/],
    ['CERT_NOT_YET_VALID', /date of this machine/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /another host name/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /NODE_EXTRA_CA_CERTS/],
    ['SOMETHING_ELSE', /install/],
  ])('has a cure for %s', (refused, cure) => {
    const [finding] = judge(refused, -1);
    expect(finding).toMatchObject({ severity: 'error', code: 'TLS' });
    expect(finding?.cure).toMatch(cure);
  });

  it('warns of plain http beyond this machine', () => {
    const none = { failure: null, certificate: null };
    expect(judgeConnection('http://api.example', none)).toMatchObject([{ severity: 'warning', code: 'TLS' }]);
    expect(judgeConnection('http://localhost:4000', none)).toEqual([]);
  });
});
