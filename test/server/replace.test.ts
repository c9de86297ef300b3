import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuthenticate } from '../../src/access/authenticate.js';
import { readSources } from '../../src/config/config.js';
import { createConnections } from '../../src/config/connections.js';
import { sandboxSources } from '../../src/config/sandbox-sources.js';
import type { SourceConfig } from '../../src/config/config.js';
import { toGlobalId } from '../../src/domain/global-id.js';
import { identitySettings } from '../../src/identity/settings.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { createGateway, type Gateway } from '../../src/server.js';
import { linkOf, moveScans, scan, startStore } from '../documents/support.js';
import { send } from '../security/production.js';
import { startTestGateway } from '../support/gateway.js';

/** A configuration that is read again while the gateway runs. */

let sandbox: Sandbox;
let gateway: Gateway;
let url: string;
let connect: ReturnType<typeof createConnections>;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const identity = identitySettings.parse({});
const open = createAuthenticate(null, { isOpen: true });

const configs = (...names: readonly string[]): readonly SourceConfig[] =>
  sandboxSources(sandbox).filter(({ settings }) => names.includes(settings.id));
const content = (list: readonly SourceConfig[]) => {
  const connected = connect(list);
  connected.keep();
  return { sources: connected.sources, identity, authenticate: open };
};

beforeEach(async () => {
  sandbox = await startSandbox();
  connect = createConnections();
  gateway = createGateway({
    ...content(configs('pigello', 'casavi')),
    cursorKeys: ['a key that only tests use'],
    log,
    metrics: 'BESIDE',
    stopGrace: 0,
  });
  url = await gateway.listen(0, '127.0.0.1');
});
afterEach(async () => {
  await gateway.close();
  await sandbox.close();
});

async function ask(query: string): Promise<unknown> {
  const { data, errors } = await send({ url }, { body: { query } });
  return errors.length > 0 ? errors : data;
}

const logins = (): number => sandbox.casavi.requests.filter(({ path }) => /authenticate/.test(path)).length;

describe('other sources', () => {
  it('are served from the next operation on', async () => {
    expect(await ask('{ sources { id } }')).toEqual({ sources: [{ id: 'pigello' }, { id: 'casavi' }] });
    gateway.replace(content(configs('casavi', 'homeq')));
    expect(await ask('{ sources { id } }')).toEqual({ sources: [{ id: 'homeq' }, { id: 'casavi' }] });
    expect(
      await ask('{ buildings(first: 1, filter: { sources: ["homeq"] }) { sources { status } } }'),
    ).toEqual({
      buildings: { sources: [{ status: 'OK' }] },
    });
    expect(
      await ask(`{ node(id: "${toGlobalId({ type: 'Building', source: 'pigello', key: ['x'] })}") { id } }`),
    ).toEqual({ node: null });
  });

  it('do not end what is under way', async () => {
    // The first call takes its time: those after it are made once there is no such source any more.
    sandbox.casavi.fail('/properties', { delayMs: 200, times: 1 });
    const query =
      '{ buildings(first: 2, filter: { sources: ["casavi"] }) { nodes { units(first: 1) { nodes { id } } } sources { status } } }';
    const answer = ask(query);
    await expect.poll(() => sandbox.casavi.underWay).toBeGreaterThan(0);
    gateway.replace(content(configs('pigello')));
    expect(await answer).toMatchObject({ buildings: { sources: [{ status: 'OK' }] } });
    expect(await ask('{ sources { id } }')).toEqual({ sources: [{ id: 'pigello' }] });
  });

  it('leave those alone that have not changed: no second login', async () => {
    await ask('{ units(first: 1, filter: { sources: ["casavi"] }) { nodes { id } } }');
    const before = logins();
    expect(before).toBeGreaterThan(0);
    gateway.replace(content(configs('casavi')));
    await ask('{ units(first: 1, filter: { sources: ["casavi"] }) { nodes { id } } }');
    expect(logins()).toBe(before);
  });

  it('are counted in metrics and in health, and those before them are not', async () => {
    gateway.replace(content(configs('homeq')));
    await ask('{ units(first: 1) { nodes { id } } }');
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/gatehouse_upstream_calls_total\{source="homeq"/);
    const ready = (await (await fetch(`${url}/health/ready`)).json()) as { sources: { id: string }[] };
    expect(ready.sources.map(({ id }) => id)).toEqual(['homeq']);
  });
});

it('is not taken where it does not fit together, and nothing changes', async () => {
  const prefer = identitySettings.parse({ prefer: { 'Unit.rent': ['nosuch'] } });
  expect(() => gateway.replace({ ...content(configs('homeq')), identity: prefer })).toThrow(
    /no source "nosuch"/,
  );
  expect(await ask('{ sources { id } }')).toEqual({ sources: [{ id: 'pigello' }, { id: 'casavi' }] });
});

it('keeps a source whose settings are the same, and connects one anew whose settings are not', () => {
  const environment = { CASAVI_KEY: 'key', CASAVI_SECRET: 'swordfish' };
  const take = (variables: Record<string, string>) => {
    const connected = connect(readSources(variables));
    connected.keep();
    return connected.sources[0];
  };
  const before = take(environment);
  const same = take(environment);
  // What was looked at and not taken leaves what is in use as it is.
  connect([]);
  const stillSame = take(environment);
  const changed = take({ ...environment, CASAVI_SECRET: 'another' });
  expect([same === before, stillSame === before, changed === before]).toEqual([true, true, false]);
});

describe('a file that is being sent', () => {
  it.each([
    ['comes to its end when its source is no longer served', 'finish'],
    ['does not keep the gateway from closing', 'close'],
  ])('%s', async (_, how) => {
    let rest: ServerResponse | undefined;
    const store = await startStore((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' }).write('%PDF-1.7 the beginning,');
      rest = response;
    });
    const own = await startTestGateway({
      only: ['pigello', 'homeq'],
      settings: { pigello: { documentHosts: [store.host] } },
      operationTime: 1_000,
      drainTime: 50,
    });
    moveScans(own, `${store.url}/file`);
    const file = await fetch(await linkOf(own, scan));
    const [pigello, homeq] = own.sources;
    if (pigello === undefined || homeq === undefined) throw new Error('Two sources are served.');
    const closing = vi.spyOn(pigello.client, 'close');
    own.gateway.replace({ sources: [homeq], identity, authenticate: open });
    await expect.poll(() => closing.mock.calls.length, { timeout: 10_000 }).toBe(1);
    if (how === 'finish') {
      rest?.end(' the end');
      expect(await file.text()).toBe('%PDF-1.7 the beginning, the end');
      await closing.mock.results[0]?.value;
      await own.gateway.close();
    } else {
      const text = expect(file.text()).rejects.toThrow();
      await own.gateway.close();
      await text;
    }
    await Promise.all([pigello.client.close(), own.sandbox.close(), store.close()]);
  });
});
