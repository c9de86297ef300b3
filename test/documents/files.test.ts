import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { faultOf, linkOf, moveScans, scan, startStore, type Store } from './support.js';

/** Waits for what happens on the other side of a connection. */
async function until(isSo: () => boolean): Promise<void> {
  for (let count = 0; count < 500 && !isSo(); count += 1) await delay(5);
  expect(isSo()).toBe(true);
}

describe('a file', () => {
  let gateway: TestGateway;
  let store: Store;
  let link: string;
  beforeAll(async () => {
    store = await startStore((asked, response) => {
      const { pathname } = new URL(asked.url ?? '/', 'http://store');
      switch (pathname) {
        case '/away':
          return response
            .writeHead(302, { location: `${store.url.replace('127.0.0.1', 'localhost')}/pdf` })
            .end();
        case '/again':
          return response.writeHead(302, { location: '/again' }).end();
        case '/next':
          return response.writeHead(307, { location: '/pdf' }).end();
        case '/html':
          return response.writeHead(200, { 'content-type': 'text/html' }).end('<script>alert(1)</script>');
        case '/nothing':
          return response.writeHead(404).end();
        case '/refused':
          return response.writeHead(403).end('<Error>signature</Error>');
        case '/unasked':
          return response.writeHead(206, { 'content-range': 'bytes 0-1/9' }).end('%P');
        case '/mute':
          return undefined;
        case '/breaks':
          response.writeHead(200, { 'content-length': 100 }).write('%PDF');
          return void setImmediate(() => response.destroy());
        case '/endless': {
          response.writeHead(200);
          const more = (): void => {
            while (!response.destroyed && response.write(Buffer.alloc(65_536)));
          };
          response.on('drain', more);
          return more();
        }
        default:
          return response.writeHead(200, { 'content-type': 'binary/octet-stream' }).end('%PDF-1.4');
      }
    });
    gateway = await startTestGateway({
      settings: {
        pigello: { documentHosts: [store.host], limits: { firstByteTimeout: 300, callTimeout: 300 } },
      },
      documents: { maxFileBytes: 4 * 1024 * 1024, maxDownloads: 2 },
    });
    link = await linkOf(gateway, scan);
  });
  afterAll(async () => {
    await gateway.close();
    await store.close();
  });
  afterEach(() => gateway.sandbox.reset());

  const followTo = (path: string, init: RequestInit = {}): Promise<Response> => {
    moveScans(gateway, `${store.url}${path}`);
    return fetch(link, init);
  };

  it.each([
    ['Pigello', scan, 'application/pdf', 'inline', '%PDF'],
    [
      'Pigello, of an errand',
      '{ providers: [PIGELLO], kind: [ISSUE_ATTACHMENT] }',
      'image/png',
      'inline',
      '\u0089PNG',
    ],
    ['Facilitee', '{ providers: [FACILITEE] }', 'application/pdf', 'inline', '%PDF'],
    [
      'HomeQ, a contract',
      '{ providers: [HOMEQ], kind: [LEASE_CONTRACT] }',
      'application/pdf',
      'inline',
      '%PDF',
    ],
    [
      'HomeQ, a profile card',
      '{ providers: [HOMEQ], kind: [PROFILE_CARD] }',
      'application/pdf',
      'inline',
      '%PDF',
    ],
    ['casavi', '{ providers: [CASAVI] }', 'image/png', 'inline', '\u0089PNG'],
  ])('of %s is given as what it is', async (_, filter, type, shown, start) => {
    const answer = await fetch(await linkOf(gateway, filter));
    const content = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect([answer.status, content.slice(0, 4)]).toEqual([200, start]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'content-length': String(content.length),
      'content-disposition': expect.stringMatching(
        new RegExp(`^${shown}; filename="[\\w .-]+\\.[a-z]{3}"; filename\\*=UTF-8''\\S+$`),
      ) as string,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-site',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
  });

  it('is given in parts where its store can', async () => {
    const whole = await (await fetch(link)).text();
    const ask = (headers: Record<string, string>): Promise<Response> => fetch(link, { headers });
    const part = await ask({ range: 'bytes=5-9' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 5-9/${whole.length}`,
      whole.slice(5, 10),
    ]);
    expect(await (await ask({ range: 'bytes=-6' })).text()).toBe('%%EOF\n');
    const etag = part.headers.get('etag') ?? '';
    expect((await ask({ range: 'bytes=5-9', 'if-range': etag })).status).toBe(206);
    const changed = await ask({ range: 'bytes=5-9', 'if-range': '"another"' });
    expect([changed.status, await changed.text()]).toEqual([200, whole]);
    const beyond = await ask({ range: 'bytes=99999-' });
    expect(beyond.headers.get('content-range')).toBe(`bytes */${whole.length}`);
    expect(await faultOf(beyond)).toMatchObject({ status: 416, code: 'BAD_USER_INPUT' });
    for (const range of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=x'])
      expect([range, (await ask({ range })).status]).toEqual([range, 200]);
    const own = await fetch(await linkOf(gateway, '{ providers: [CASAVI] }'), {
      headers: { range: 'bytes=0-3' },
    });
    expect([own.status, own.headers.get('accept-ranges')]).toEqual([200, 'none']);
  });

  it('is described by HEAD', async () => {
    const got = await fetch(link);
    const head = await fetch(link, { method: 'HEAD', headers: { range: 'bytes=0-1' } });
    const without = (answer: Response): object =>
      Object.fromEntries(
        [...answer.headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name)),
      );
    expect([head.status, await head.text(), without(head)]).toEqual([200, '', without(got)]);
    expect((await fetch(`${link}x`, { method: 'HEAD' })).status).toBe(403);
  });

  it('is fetched from another host only where the settings name it, and without a login', async () => {
    expect(await (await followTo('/pdf')).text()).toBe('%PDF-1.4');
    expect(Object.keys(store.asked.at(-1)?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
    ]);
    const before = store.asked.length;
    for (const url of [
      store.url.replace('127.0.0.1', 'localhost'),
      store.url.replace('http://', 'http://user:secret@'),
      'http://169.254.169.254/latest/meta-data',
      'https://files.example.com/a.pdf?signature=marked',
    ]) {
      moveScans(gateway, url);
      const fault = await faultOf(await fetch(link));
      expect(fault).toMatchObject({ status: 502, code: 'UPSTREAM_BAD_RESPONSE' });
      expect(fault.message).toMatch(/documentHosts/);
      expect(JSON.stringify([fault, gateway.logged])).not.toMatch(/marked|secret|meta-data/);
    }
    expect(store.asked.length).toBe(before);
    expect(gateway.logged.join()).toContain('"host":"files.example.com"');
  });

  it('is followed to where it leads, as far as the settings go', async () => {
    expect(await (await followTo('/next')).text()).toBe('%PDF-1.4');
    expect((await faultOf(await followTo('/away'))).message).toMatch(/documentHosts/);
    const before = store.asked.length;
    expect(await faultOf(await followTo('/again'))).toMatchObject({ status: 502 });
    expect(store.asked.length - before).toBe(4);
  });

  it('is fetched with the login where the source asks for it, and nowhere else', async () => {
    const closed = await startTestGateway({
      only: ['casavi'],
      sandbox: { settings: { casavi: { files: 'closed' } } },
      settings: { casavi: { documentHosts: [store.host] } },
    });
    const own = await linkOf(closed, '{ providers: [CASAVI] }');
    expect((await fetch(own)).status).toBe(200);
    closed.sandbox.casavi.fail('/files/{name}', { status: 302, headers: { location: `${store.url}/pdf` } });
    expect((await fetch(own)).status).toBe(200);
    expect(store.asked.at(-1)?.headers).not.toHaveProperty('token');
    await closed.close();
  });

  it('that a browser would run is not run', async () => {
    const answer = await followTo('/html');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    ['/nothing', 404, 'NOT_FOUND'],
    ['/refused', 502, 'UPSTREAM_BAD_RESPONSE'],
    ['/unasked', 502, 'UPSTREAM_STATUS'],
    ['/mute', 504, 'UPSTREAM_TIMEOUT'],
  ])('that its store answers by %s is an error', async (path, status, code) => {
    expect(await faultOf(await followTo(path))).toMatchObject({ status, code });
  });

  it.each(['/breaks', '/endless'])('that does not end well (%s) breaks off', async (path) => {
    await expect(followTo(path).then((answer) => answer.arrayBuffer())).rejects.toThrow();
  });

  it('that stops on its way breaks off', async () => {
    gateway.sandbox.pigello.fail('/files/{name}', { stall: true });
    await expect(fetch(link).then((answer) => answer.arrayBuffer())).rejects.toThrow();
  });

  it('is let go of once its client has gone; no more are sent at once than so many', async () => {
    gateway.sandbox.pigello.fail('/files/{name}', { drip: { bytes: 20, everyMs: 100 } });
    const clients = [new AbortController(), new AbortController()];
    const open = await Promise.all(clients.map(({ signal }) => request(link, { signal })));
    for (const { body } of open) body.on('error', () => undefined);
    const busy = await fetch(link);
    expect(busy.headers.get('retry-after')).toBe('1');
    expect(await faultOf(busy)).toMatchObject({ status: 503, code: 'OVERLOADED' });
    expect(gateway.sandbox.pigello.underWay).toBe(2);
    const told = gateway.logged.length;
    for (const client of clients) client.abort();
    await until(() => gateway.sandbox.pigello.underWay === 0);
    gateway.sandbox.reset();
    expect((await fetch(link)).status).toBe(200);
    expect(gateway.logged.length).toBe(told);
  });
});
