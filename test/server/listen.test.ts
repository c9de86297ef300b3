import { afterAll, beforeAll, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.js';
import { createGateway, type Gateway } from '../../src/server.js';

/** An address that cannot be had is the operator's to mend: the message names the variable and the cure. */

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const create = (): Gateway => createGateway({ sources: [], cursorKeys: ['a key that only tests use'], log });

let first: Gateway;
let port: number;

beforeAll(async () => {
  first = create();
  port = Number(new URL(await first.listen(0, '127.0.0.1')).port);
});
afterAll(() => first.close());

it.each([
  ['a port in use', () => port, '127.0.0.1', /^PORT: \d+ is in use/],
  [
    'an address of another machine',
    () => 0,
    '192.0.2.1',
    /^HOST: 192\.0\.2\.1 is no address of this machine/,
  ],
])('%s', async (_, portOf, host, message) => {
  const second = create();
  const refused = second.listen(portOf(), host);
  await expect(refused).rejects.toBeInstanceOf(ConfigError);
  await expect(refused).rejects.toThrow(message);
});
