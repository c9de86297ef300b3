import { Agent, request } from 'undici';
import { expect, it } from 'vitest';
import { everybody, type Caller } from '../../src/access/caller.js';
import { createGateway } from '../../src/server.js';
import { send } from './production.js';

it('a place is free once the work for a request has ended, and not when its client goes', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let asked = 0;
  const authenticate = async (): Promise<Caller> => {
    asked += 1;
    await held;
    return everybody;
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const gateway = createGateway({
    sources: [],
    cursorKeys: ['a key that only tests use'],
    log,
    authenticate,
    maxOperations: 1,
    metrics: 'BESIDE',
    stopGrace: 0,
  });
  const url = await gateway.listen(0, '127.0.0.1');
  const body = { query: '{ __typename }' };
  const client = new Agent();
  const unanswered = expect(request(`${url}/graphql`, { dispatcher: client })).rejects.toThrow();
  await expect.poll(() => asked).toBe(1);
  await client.destroy();
  await unanswered;
  const underWay = async (): Promise<string | undefined> =>
    /gatehouse_requests_under_way (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
  // However often it is looked at.
  for (const _ of [1, 2, 3]) expect(await underWay()).toBe('1');
  expect((await send({ url }, { body })).status).toBe(503);
  release();
  await expect.poll(async () => (await send({ url }, { body })).status).toBe(200);
  await gateway.close();
});
