import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../src/config/config.js';
import { readServerSettings, type ServerSettings } from '../../src/config/server-settings.js';
import { ConfigError } from '../../src/errors.js';

const key = 'a-key-of-sixteen-or-more';

/** As in production: with a key, and with callers. */
const production = { NODE_ENV: 'production', GATEHOUSE_CURSOR_KEY: key };

function read(environment: Record<string, string>, sources: number, hasCallers = true): ServerSettings {
  return readServerSettings(environment, sources, hasCallers);
}

function fault(environment: Record<string, string>, sources = 1, hasCallers = true): string {
  try {
    read(environment, sources, hasCallers);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

describe('the server', () => {
  it('listens on loopback, port 4000, for development', () => {
    const settings = read({}, 0);
    expect(settings).toMatchObject({ production: false, host: '127.0.0.1', port: 4000 });
    expect(settings.warnings).toHaveLength(1);
    expect(settings.warnings[0]).toMatch(/GATEHOUSE_CURSOR_KEY is not set/);
  });

  it('is in production by one word alone', () => {
    expect(read(production, 1).production).toBe(true);
    for (const name of ['development', 'test', 'Production', 'prod', '', 'production '])
      expect([name, read({ NODE_ENV: name }, 0).production]).toEqual([name, false]);
  });

  it('limits the calls of an operation in production, and elsewhere where it is told to', () => {
    expect(read({}, 0).maxCalls).toBe(Infinity);
    expect(read(production, 1).maxCalls).toBe(20_000);
    for (const mode of [{}, production]) {
      expect(read({ ...mode, GATEHOUSE_MAX_CALLS: '40' }, 1).maxCalls).toBe(40);
      expect(read({ ...mode, GATEHOUSE_MAX_CALLS: 'off' }, 1).maxCalls).toBe(Infinity);
    }
    for (const GATEHOUSE_MAX_CALLS of ['0', '-1', '1.5', 'many', '1e3', ' '])
      expect(fault({ GATEHOUSE_MAX_CALLS })).toMatch(/^GATEHOUSE_MAX_CALLS: must be a whole number/);
  });

  describe('in production', () => {
    it('does not start without a source', () => {
      expect(fault(production, 0)).toMatch(
        /NODE_ENV=production: no source is configured, .* Set the variables .* or unset NODE_ENV/,
      );
    });

    it('does not start where nobody is named who may ask', () => {
      expect(fault(production, 1, false)).toMatch(
        /NODE_ENV=production: nobody is named who may ask.*Add `auth`/,
      );
    });

    it.each([undefined, '', ' , '])('does not start without a key for cursors: %j', (value) => {
      const { NODE_ENV } = production;
      const environment = value === undefined ? { NODE_ENV } : { NODE_ENV, GATEHOUSE_CURSOR_KEY: value };
      expect(fault(environment)).toMatch(/NODE_ENV=production: GATEHOUSE_CURSOR_KEY is not set.*Set it to/);
    });

    it.each(['at-least-16-characters', 'aaaaaaaaaaaaaaaaaaaaaaaa', '1212121212121212'])(
      'does not start with a key for cursors that can be guessed: %s',
      (GATEHOUSE_CURSOR_KEY) => {
        const message = fault({ ...production, GATEHOUSE_CURSOR_KEY });
        expect(message).toMatch(/GATEHOUSE_CURSOR_KEY can be guessed/);
        expect(message).not.toContain(GATEHOUSE_CURSOR_KEY);
      },
    );

    it('is not open to the network any more because a variable says so', () => {
      expect(fault({ ...production, HOST: '0.0.0.0', GATEHOUSE_ALLOW_OPEN: '1' }, 1, false)).toMatch(
        /nobody is named/,
      );
    });

    it.each(['127.0.0.1', '0.0.0.0', '::'])('listens on %s, since callers prove who they are', (HOST) => {
      expect(read({ ...production, HOST }, 1).host).toBe(HOST);
    });
  });

  describe('beyond loopback', () => {
    const hosts = ['0.0.0.0', '::', '192.168.1.5', 'gatehouse.example', '127.0.0.1.example.com'];

    it.each(hosts)('(%s) serves no source that is configured', (HOST) => {
      expect(fault({ HOST })).toMatch(
        new RegExp(`^HOST=${HOST.replaceAll('.', '\\.')}: outside production the gateway is open`),
      );
      expect(fault({ HOST })).toMatch(/Unset HOST, or set NODE_ENV=production and name the callers/);
    });

    it.each(hosts)('(%s) serves the sandbox, which is made up, with a warning', (HOST) => {
      const { host, warnings } = read({ HOST }, 0);
      expect(host).toBe(HOST);
      expect(warnings.join('\n')).toMatch(/sandbox is open to the network .* made up/);
    });
  });

  it.each([
    ['127.0.0.1', true],
    ['127.255.0.9', true],
    ['localhost', true],
    ['::1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.1', false],
    ['localhost.example', false],
    ['127.0.0.1.example', false],
    ['', false],
  ])('takes %s for loopback: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
    if (expected) expect(read({ HOST: host }, 1).host).toBe(host);
  });

  it.each([
    ['0', 0],
    ['80', 80],
    ['65535', 65_535],
    ['', 4000],
  ])('takes PORT=%s', (PORT, expected) => {
    expect(read({ PORT }, 0).port).toBe(expected);
  });

  it.each(['65536', '-1', '4000.5', '0x10', '4e3', 'http', ' 4000', '400000', '٤٠٠٠'])(
    'refuses PORT=%s, and says what it must be',
    (PORT) => {
      expect(fault({ PORT })).toBe('PORT: must be a whole number from 0 to 65535.');
    },
  );
});

it('is told of every variable that is wrong, and never of its value', () => {
  expect(fault({ PORT: 'swordfish', GATEHOUSE_MAX_OPERATIONS: '0', GATEHOUSE_DRAIN_TIME: '1s' })).toBe(
    [
      'PORT: must be a whole number from 0 to 65535.',
      'GATEHOUSE_MAX_OPERATIONS: must be a whole number from 1 to 1000000.',
      'GATEHOUSE_DRAIN_TIME: must be a whole number from 0 to 600000.',
    ].join('\n'),
  );
});

describe('keys of cursors', () => {
  it('are the ones listed, the first one signs', () => {
    const { cursorKeys, warnings } = read({ GATEHOUSE_CURSOR_KEY: `${key}-1, ${key}-2,` }, 1);
    expect(cursorKeys).toEqual([`${key}-1`, `${key}-2`]);
    expect(warnings).toEqual([]);
  });

  it.each([undefined, '', ' , '])('are made for this start where none is given: %j', (value) => {
    const environment = value === undefined ? {} : { GATEHOUSE_CURSOR_KEY: value };
    const [one, other] = [read(environment, 1), read(environment, 1)];
    expect(one.cursorKeys[0].length).toBeGreaterThanOrEqual(32);
    expect(one.cursorKeys).not.toEqual(other.cursorKeys);
    expect(one.warnings.join()).toMatch(/GATEHOUSE_CURSOR_KEY is not set/);
    expect(one.warnings.join()).not.toContain(one.cursorKeys[0]);
  });

  it('that are short are refused, and not shown', () => {
    const message = fault({ GATEHOUSE_CURSOR_KEY: `${key},swordfish` });
    expect(message).toMatch(/^GATEHOUSE_CURSOR_KEY: every key must have at least 16 characters/);
    expect(message).not.toMatch(/swordfish|a-key/);
  });
});

describe('the sandbox', () => {
  it('is the usual one, unless something else is wished for', () => {
    expect(read({}, 0).sandbox).toEqual({
      seed: 1,
      buildings: 40,
      file: undefined,
      faults: [],
      latency: 0,
      port: 0,
    });
    const { faults, buildings } = read(
      { GATEHOUSE_SANDBOX_FAULTS: 'casavi:503, pigello:latency=500', GATEHOUSE_SANDBOX_BUILDINGS: '200' },
      0,
    ).sandbox;
    expect(buildings).toBe(200);
    expect(faults).toEqual([
      { provider: 'casavi', word: '503' },
      { provider: 'pigello', word: 'latency=500' },
    ]);
  });

  it('says what can go wrong where a fault is none, and not what was given', () => {
    expect(fault({ GATEHOUSE_SANDBOX_FAULTS: 'casavi:swordfish' })).toMatch(
      /^GATEHOUSE_SANDBOX_FAULTS: every entry must be, behind the colon, a status from 400 to 599, (?!.*swordfish)/,
    );
  });
});
